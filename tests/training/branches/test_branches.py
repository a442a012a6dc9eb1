"""Branches of a run: without a change the run itself to the last bit, with one only what the change says."""

import numpy as np
import pytest
from msgspec import structs

from playground.files import FileError, read_preset
from playground.files.overrides import override
from playground.training import TrainingSession
from playground.training.branches.changes import CHANGES, Change
from playground.training.branches.compare_job import CompareJob, branch_at
from playground.training.branches.report import KIND, PARTED, CompareReport
from playground.training.commands import ChangeField, PinRun, Reset, Scrub, Undo
from playground.training.commands.files import SaveSession
from playground.training.commands.many import PauseCompare, ResumeCompare, StartCompare, TakeBranch
from playground.training.errors import TrainingError
from playground.training.saved import encode
from playground.training.saved.jobs import read_memory

NOTHING = Change()
RATE_MOST = CHANGES["rate"].fields[0].maximum


def trained(preset="circles", epochs=30, *settings):
    session = TrainingSession(override(read_preset(preset), settings))
    session.start(rules=())
    session.advance(60, until_epoch=epochs)
    session.pause()
    return session


def compared(session, epoch=12, goal=30, change=NOTHING, **which):
    """Begin branches and train them to the end; return the job."""
    StartCompare(epoch, goal, change, **which).apply(session)
    job = session.jobs.under_way(KIND, CompareJob)
    while not job.rests:
        job.advance(0.0)
    return job


def equal(one, other):
    return np.array_equal(one.run.network.parameters, other.run.network.parameters)


@pytest.mark.parametrize("preset", ["circles", "sine"])
def test_a_branch_without_a_change_is_the_run_itself(preset):
    session = trained(preset, 30, "training.dropout=0.2")
    job = compared(session)
    assert all(equal(branch, session) for branch in job.branches)
    report = job.look()
    assert (report.state, report.epoch, report.parting) == ("done", 30, None)
    assert report.difference.share in (0.0, None)
    assert not report.difference.values.any()
    assert session.epoch == 30  # the session's own run stays as it is


def test_a_scrubbed_session_forks_where_it_stands_and_from_elsewhere():
    session = trained()
    Scrub(20).apply(session)
    job = compared(session, epoch=12)
    Scrub(30).apply(session)
    assert equal(job.branches[0], session)


def test_another_rate_from_exactly_these_weights():
    session = trained()
    job = compared(session, change=Change("rate", (3.0,)))
    own = branch_at(session.timeline.memory(), 12)
    own.change(override(own.experiment, ["training.learning_rate=3.0"]))
    own.advance(60, until_epoch=30)
    assert equal(job.branches[0], session)
    assert equal(job.branches[1], own)
    one, other = (branch.run.history.curves() for branch in job.branches)
    parting = job.look().parting
    costs = [curves.train_cost[curves.epochs == parting.epoch].item() for curves in (one, other)]
    assert parting.costs == tuple(costs)
    assert 12 < parting.epoch <= 30
    between = (one.epochs > 12) & (one.epochs < parting.epoch)
    larger = np.maximum(one.train_cost, other.train_cost)[between]
    assert (abs(one.train_cost - other.train_cost)[between] <= PARTED * larger).all()


def test_another_seed_changes_the_order_alone():
    session = trained()
    job = compared(session, goal=13, change=Change("seed", (7.0,)))
    one, other = job.branches
    assert one.experiment == other.experiment
    assert one.run.trainer.update == other.run.trainer.update
    assert not equal(one, other)
    assert equal(compared(session, goal=13, change=Change("seed", (7.0,))).branches[1], other)


def test_a_point_that_is_moved_leaves_all_else():
    session = trained("circles", 20)
    here = branch_at(session.timeline.memory(), 12)
    X = here.run.examples.train.X.copy()
    there = branch_at(session.timeline.memory(), 12)
    Change("point", (5, 0.25, -0.5)).make(there)
    X[:, 4] = 0.25, -0.5
    assert np.allclose(there.run.examples.train.X, X, rtol=0, atol=1e-12)
    assert np.array_equal(there.run.examples.train.labels, here.run.examples.train.labels)
    assert np.array_equal(there.run.examples.test.labels, here.run.examples.test.labels)
    assert there.run.trainer.state().rng == here.run.trainer.state().rng
    assert np.array_equal(there.run.trainer.state().moments, here.run.trainer.state().moments)
    place = session.run.examples.train.X[:, 4].tolist()
    still = compared(session, goal=20, change=Change("point", (5, *place)))
    one, other = (branch.run.network.parameters for branch in still.branches)
    assert np.allclose(one, other, rtol=0, atol=1e-6)  # moved to where it lies: what differs is the last bit of places


def test_a_neuron_off_parts_at_once():
    session = trained()
    job = compared(session, change=Change("neuron", (1, 2)))
    assert job.look().parting.epoch == 12
    assert job.branches[1].experiment.training.off == ("1.2",)
    assert job.look().difference.share > 0


@pytest.mark.parametrize(
    ("preset", "change", "told"),
    [
        ("circles", Change("neuron", (1, 99)), "there is no neuron 99 in hidden layer 1"),
        ("circles", Change("neuron", (3, 1)), "there is no neuron 1 in hidden layer 3"),
        ("circles", Change("point", (999, 0, 0)), "there is no training example"),
        ("sine", Change("point", (1, 0, 0)), "no point can be moved"),
        ("circles", Change("rate", (-1.0,)), "a number from"),
        ("circles", Change("rate", (float("nan"),)), "a number from"),
        ("circles", Change("seed", (0.5,)), "a whole number"),
        ("circles", Change("rate"), "0 numbers"),
        ("circles", Change("weather", ()), "there is no change"),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(preset, change, told):
    session = trained(preset, 3)
    with pytest.raises(TrainingError, match=told) as refusal:
        StartCompare(2, 9, change).apply(session)
    assert "\n" not in str(refusal.value)
    assert KIND not in session.jobs


def test_goal_run_and_branch_must_be_there():
    session = trained(epochs=3)
    for command, told in [
        (StartCompare(2, 2, Change()), "both begin at epoch 2"),
        (StartCompare(2, 9, Change(), other=4), "no pinned run"),
        (PauseCompare(), "there are no branches"),
        (TakeBranch(1), "there are no branches"),
    ]:
        with pytest.raises(TrainingError, match=told):
            command.apply(session)


def test_before_the_first_update_both_begin_at_epoch_0():
    job = compared(TrainingSession(read_preset("circles")), epoch=12, goal=3, change=Change("rate", (1.0,)))
    assert job.fork.epoch == 0
    assert job.look().epoch == 3


def test_two_runs_from_the_same_epoch():
    session = trained()
    PinRun("first").apply(session)
    ChangeField(
        "network.hidden",
        override(session.experiment, ['network.hidden=[{"units":8,"activation":"tanh"}]']).network.hidden,
    ).apply(session)
    Reset().apply(session)
    job = compared(session, epoch=0, goal=5, one=1)
    report = job.look()
    assert [len(branch.experiment.network.hidden) for branch in job.branches] == [
        len(read_preset("circles").network.hidden),
        1,
    ]
    assert report.fork.names == ("first", "")
    assert report.difference.share is not None  # one grid for networks of any size


def test_a_branch_becomes_the_run_and_undo_brings_it_back():
    session = trained()
    before = session.run.network.parameters.copy()
    job = compared(session, goal=20, change=Change("rate", (0.9,)))
    TakeBranch(1).apply(session)
    assert (session.epoch, session.experiment.training.learning_rate) == (20, 0.9)
    assert equal(job.branches[1], session)
    ResumeCompare().apply(session)  # from 20 to 28
    while not job.rests:
        job.advance(0.0)
    assert (job.look().epoch, session.epoch) == (28, 20)
    Undo().apply(session)
    assert session.epoch == 30
    assert np.array_equal(session.run.network.parameters, before)


def test_one_that_diverges_stands_still_and_the_other_goes_on():
    session = trained(
        "circles", 12, "training.optimizer=sgd", "network.output_activation=linear", "training.cost=squared_error"
    )
    job = compared(session, change=Change("rate", (RATE_MOST,)))
    report = job.look()
    assert report.diverged == (False, True)
    assert report.sides[0].epoch == 30
    assert report.parting is not None


def test_in_step_and_one_epoch_at_a_time():
    session = trained()
    StartCompare(12, 30, Change("rate", (0.5,))).apply(session)
    job = session.jobs.under_way(KIND, CompareJob)
    PauseCompare().apply(session)
    for epoch in (13, 14):
        ResumeCompare(1).apply(session)
        while not job.rests:
            job.advance(0.0)
            assert abs(job.branches[0].epoch - job.branches[1].epoch) <= 1
        assert [side.epoch for side in job.look().sides] == [epoch, epoch]
    assert job.look().state == "paused"


def test_at_a_slow_pace_they_go_update_by_update_and_a_pause_ends_the_epoch_at_once():
    session = trained()
    session.set_speed_limit("updates_10")
    StartCompare(12, 30, Change("rate", (0.5,))).apply(session)
    job = session.jobs.under_way(KIND, CompareJob)
    begin = job.branches[0].update
    while job.branches[1].update < begin + 2:
        job.advance(0.0)
    assert [branch.epoch for branch in job.branches] == [12, 12]
    PauseCompare().apply(session)
    while not job.rests:
        job.advance(0.0)
    assert [side.epoch for side in job.look().sides] == [13, 13]


def test_their_data_stay_when_those_of_the_session_change():
    session = trained()
    job = compared(session, goal=15)
    ChangeField("data.source", "moons").apply(session)
    assert session.jobs.under_way(KIND, CompareJob) is job
    assert isinstance(session.snapshot().work[KIND], CompareReport)
    job.go_on()
    while not job.rests:
        job.advance(0.0)
    assert job.look().epoch == 18
    TakeBranch(0).apply(session)
    assert session.experiment.data.source == "circles"


def saved(session, path):
    SaveSession(path).apply(session)
    while session.jobs.advance(0.01):
        pass
    return str(path)


@pytest.mark.parametrize("change", [Change("rate", (0.9,)), Change("point", (5, 0.25, -0.5)), Change("seed", (7,))])
def test_kept_in_a_file_they_go_on_to_the_last_bit(change, tmp_path):
    session = trained()
    job = compared(session, goal=20, change=change)
    again = TrainingSession.from_memory(read_memory(saved(session, tmp_path / "a.playground")))
    other = again.jobs.under_way(KIND, CompareJob)
    assert (other.look().state, other.look().epoch) == ("done", 20)
    for each in (job, other):
        each.go_on()
        while not each.rests:
            each.advance(0.0)
    assert all(equal(*pair) for pair in zip(job.branches, other.branches, strict=True))
    assert (job.fork, job.look().parting) == (other.fork, other.look().parting)


@pytest.mark.parametrize("lie", [{"change": "weather"}, {"numbers": ()}, {"goal": 2}])
def test_a_damaged_file_is_refused(lie, tmp_path, monkeypatch):
    session = trained(epochs=12)
    compared(session, goal=15, change=Change("rate", (0.9,)))
    honest = encode.compare_entry
    monkeypatch.setattr(encode, "compare_entry", lambda *parts: structs.replace(honest(*parts), **lie))
    path = saved(session, tmp_path / "a.playground")
    with pytest.raises(FileError, match=r"a\.playground: damaged: "):
        read_memory(path)
