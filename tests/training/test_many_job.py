"""The wall's job: many networks train beside the session, can rest, and one of them can be taken out."""

import numpy as np
import pytest
from msgspec.structs import replace

from playground.files import FileError, read_preset
from playground.training import TrainingSession
from playground.training.commands import CancelJob, ChangeField
from playground.training.commands.many import PauseMany, ResumeMany, StartMany, StopMany, TakeMember
from playground.training.errors import TrainingError
from playground.training.many.choices import choices, usual_values
from playground.training.many.job import KeptWall
from playground.training.many.report import KIND, bands_of
from playground.training.many.variations import Plan, Variation
from playground.training.saved.jobs import SaveJob, read_memory

RATES = ("training.learning_rate=0.01,0.1",)


@pytest.fixture
def session():
    return TrainingSession(read_preset("circles"))


def report(session):
    return session.snapshot().work[KIND]


def finish(session):
    while session.jobs.busy:
        session.jobs.advance(0.05)
    return report(session)


def train_beyond(session, epoch):
    """Let the wall work until it has more epochs than so many, however busy the machine is."""
    while session.jobs.busy and report(session).frame.epoch <= epoch:
        session.jobs.advance(0.01)


def test_it_trains_beside_the_session_and_then_rests(session):
    StartMany(RATES, 2, 5).apply(session)
    found = finish(session)
    assert found.state == "done"
    assert found.frame.epochs.tolist() == [5] * 4
    assert session.epoch == 0
    assert not session.jobs.busy
    assert session.jobs.is_under_way(KIND)  # it can still be asked for one of the networks
    assert len(found.bands["test_cost"]) == 2
    assert found.problems[0] is found.problems[1]


def test_one_of_them_is_what_it_is_alone(session):
    StartMany(RATES, 2, 7).apply(session)
    finish(session)
    TakeMember(3).apply(session)
    assert session.epoch == 7
    assert session.experiment.training.learning_rate == 0.1
    alone = TrainingSession(session.experiment)
    while alone.epoch < 7:
        alone.advance(1.0, until_epoch=7)
    np.testing.assert_array_equal(alone.run.network.parameters, session.run.network.parameters)
    session.undo()
    assert session.epoch == 0
    assert session.experiment.training.learning_rate == read_preset("circles").training.learning_rate


def test_a_pause_holds_it_and_it_goes_on(session):
    StartMany(RATES, 2, 400).apply(session)
    train_beyond(session, 0)
    PauseMany().apply(session)
    assert not session.jobs.busy
    held = report(session)
    assert held.state == "paused"
    assert 0 < held.frame.epoch < 400
    assert not session.jobs.advance(0.05)
    assert report(session) is held
    ResumeMany().apply(session)
    train_beyond(session, held.frame.epoch)
    assert report(session).frame.epoch > held.frame.epoch
    StopMany().apply(session)
    assert report(session).state == "stopped"
    ResumeMany().apply(session)
    assert not session.jobs.busy
    TakeMember(0).apply(session)
    assert 0 <= session.epoch - report(session).frame.epoch <= 1  # perhaps in the midst of an epoch


def test_other_data_change_nothing_on_the_wall(session):
    StartMany(RATES, 2, 30).apply(session)
    session.jobs.advance(0.01)
    ChangeField("data.noise", 0.4).apply(session)
    session.load(read_preset("moons"))
    found = finish(session)
    assert found.state == "done"
    TakeMember(1).apply(session)
    assert session.experiment.data == read_preset("circles").data


def test_a_frame_is_made_only_where_somebody_looks(session, monkeypatch):
    StartMany(RATES, 2, 400).apply(session)
    job = session.jobs._places[KIND].job
    looks = []
    monkeypatch.setattr(job._many, "frame", lambda: looks.append(1) or first.frame)
    first = job.result
    session.jobs.advance(0.1)
    assert not looks
    report(session)
    assert looks == [1]


def test_all_may_diverge(session):
    session.load(read_preset("diverging"))
    StartMany(("training.learning_rate=900,1000",), 2, 300).apply(session)
    found = finish(session)
    assert found.frame.diverged.all()
    assert found.frame.best is None
    assert "diverged" in found.frame.sentences[0]
    TakeMember(0).apply(session)
    assert np.isfinite(session.run.network.parameters).all()


@pytest.mark.parametrize(
    ("variations", "seeds", "told"),
    [
        (RATES, 1, "at least 4"),
        (RATES, 200, "at most 256"),
        (("training.learning_rate=0:1:1000", "data.noise=0:1:1000"), 1, "1,000,000 networks, which would take about"),
        (("training.learning_rate=low,high",), 2, "training.learning_rate"),
        (("nonsense=1,2",), 2, "nonsense"),
    ],
)
def test_what_cannot_be_is_refused_in_one_line_and_changes_nothing(session, variations, seeds, told):
    StartMany(RATES, 2, 5).apply(session)
    before = finish(session)
    with pytest.raises(ValueError, match=told):
        StartMany(variations, seeds, 10).apply(session)
    assert report(session) is before


def test_without_a_wall_there_is_nothing_to_ask(session):
    with pytest.raises(TrainingError, match="no networks on the wall"):
        TakeMember(0).apply(session)
    StartMany(RATES, 2, 5).apply(session)
    with pytest.raises(TrainingError, match="no network 5; one of 4"):
        TakeMember(4).apply(session)


def test_bands_are_of_those_that_have_a_number(session):
    StartMany(RATES, 2, 5).apply(session)
    frame = finish(session).frame
    curves, groups = frame.curves, frame.groups
    band = bands_of(curves, groups, frame.score_name)["test_cost"][1]
    own = curves.test_cost[2:]
    np.testing.assert_allclose(band.mean, own.mean(axis=0))
    np.testing.assert_array_equal(band.low, own.min(axis=0))
    np.testing.assert_array_equal(band.high, own.max(axis=0))


@pytest.mark.parametrize("name", ["circles", "digits", "sine"])
def test_every_choice_begins_with_values_that_can_be_trained(name):
    experiment = read_preset(name)
    for key in choices(experiment):
        variation = Variation.typed(f"{key}={usual_values(experiment, key)}")
        assert len(variation.values) > 1
        assert len(list(Plan(experiment, (variation,)).members())) == len(variation.values)


def test_frozen_layers_and_neurons_that_are_off_can_vary():
    experiment = read_preset("circles")
    assert usual_values(experiment, "training.frozen") == '[],["1"],["2"],["1.1"]'
    assert usual_values(experiment, "training.off") == '[],["1"],["1.1"],["1.2"]'


@pytest.mark.parametrize("preset", ["circles", "sine", "digits"])
def test_it_is_saved_and_opened_as_it_stood(preset, tmp_path):
    session = TrainingSession(read_preset(preset))
    StartMany(RATES, 2, 4).apply(session)
    before = finish(session)
    path = tmp_path / "wall.playground"
    session.jobs.start("save", SaveJob(path, session, 1))
    while session.jobs.is_under_way("save"):
        session.jobs.advance(1.0)
    opened = TrainingSession.from_memory(read_memory(str(path)))
    after = report(opened)
    assert after.state == "done"
    assert not opened.jobs.busy
    assert after.frame.sentences == before.frame.sentences
    for name in ("score", "epochs", "diverged", "train_cost", "test_accuracy"):
        np.testing.assert_array_equal(getattr(after.frame, name), getattr(before.frame, name))
    np.testing.assert_array_equal(after.frame.curves.test_cost, before.frame.curves.test_cost)
    if before.frame.outputs is not None:
        np.testing.assert_array_equal(after.frame.outputs, before.frame.outputs)
    for each in (session, opened):
        TakeMember(2).apply(each)
        finish(each)
    np.testing.assert_array_equal(opened.run.network.parameters, session.run.network.parameters)


def test_a_saved_wall_trains_on_as_if_it_had_never_been_left(session, tmp_path):
    StartMany(("training.learning_rate=0.01,1000",), 2, 60).apply(session)
    while report(session).frame.epoch < 20:
        session.jobs.advance(0.002)
    PauseMany().apply(session)
    path = tmp_path / "wall.playground"
    session.jobs.start("save", SaveJob(path, session, 1))
    while session.jobs.is_under_way("save"):
        session.jobs.advance(1.0)
    opened = TrainingSession.from_memory(read_memory(str(path)))
    held = report(opened)
    assert (held.state, opened.jobs.busy) == ("paused", False)
    ResumeMany().apply(opened)
    opened.jobs.advance(0.0)
    returning = report(opened)
    assert (returning.state, returning.frame.epoch) == ("returning", held.frame.epoch)
    assert 0 <= returning.share < 1
    ResumeMany().apply(session)
    whole, again = finish(session), finish(opened)
    assert (again.state, again.frame.epoch) == ("done", 60)
    for name in ("score", "epochs", "diverged", "train_cost", "test_accuracy"):
        np.testing.assert_array_equal(getattr(again.frame, name), getattr(whole.frame, name))
    np.testing.assert_array_equal(again.frame.outputs, whole.frame.outputs)


def test_what_takes_long_to_be_taken_shows_how_far_it_is_and_can_be_left(session, monkeypatch):
    monkeypatch.setattr("playground.training.commands.many.AT_ONCE", 0.0)
    monkeypatch.setattr("playground.training.many.stack.SLICE_SECONDS", 1e-9)  # as little as can be
    StartMany(("training.learning_rate=0.01,0.02",), 2, 300).apply(session)
    finish(session)
    opened = TrainingSession.from_memory(session.memory())  # from here on, each is trained again
    TakeMember(3).apply(opened)
    while (taking := opened.snapshot().work["take"]).share == 0.0:
        opened.jobs.advance(0.001)
    assert taking.name == "Network 4 of the wall"
    assert 0 < taking.share < 1
    assert opened.epoch == 0
    CancelJob("take").apply(opened)
    assert opened.snapshot().work["take"].share is None
    assert not opened.jobs.busy
    TakeMember(3).apply(opened)
    finish(opened)
    assert opened.snapshot().work["take"].share is None
    TakeMember(3).apply(session)
    assert opened.epoch == session.epoch == 300
    np.testing.assert_array_equal(opened.run.network.parameters, session.run.network.parameters)
    assert opened.loop.message.startswith("Network 4 of the wall, at epoch 300, is")


def test_a_session_without_a_wall_keeps_the_one_that_is_there(session):
    StartMany(RATES, 2, 4).apply(session)
    before = finish(session)
    session.restore(TrainingSession(read_preset("moons")).memory())
    assert report(session) is before


@pytest.mark.parametrize(
    "lie",
    [
        lambda kept: {"last": kept.last[:, :2]},
        lambda kept: {"epochs": kept.epochs * 1000},
        lambda kept: {"goal": 1},
        lambda kept: {"plan": Plan(kept.plan.experiment, kept.plan.variations, 3)},
        lambda kept: {"plan": Plan(kept.plan.experiment, kept.plan.variations, 200)},
        lambda kept: {"plan": Plan(kept.plan.experiment, (Variation("network.nonsense", (1, 2)),), 2)},
        lambda kept: {"outputs": kept.outputs[:2]},
    ],
)
def test_a_file_that_lies_about_the_wall_is_refused(session, tmp_path, monkeypatch, lie):
    StartMany(RATES, 2, 4).apply(session)
    finish(session)
    kept = session.jobs.kept(KIND).networks
    monkeypatch.setattr(session.jobs, "kept", lambda _kind: KeptWall(replace(kept, **lie(kept))))
    path = tmp_path / "wall.playground"
    session.jobs.start("save", SaveJob(path, session, 1))
    while session.jobs.is_under_way("save"):
        session.jobs.advance(1.0)
    with pytest.raises(FileError, match="damaged"):
        read_memory(str(path))


@pytest.fixture
def clock(monkeypatch):
    """A clock that goes on only where the job waits, by a tenth of a second."""
    now = [100.0]
    monkeypatch.setattr("playground.training.many.job.monotonic", lambda: now[0])
    monkeypatch.setattr("playground.training.many.job.sleep", lambda _seconds: now.__setitem__(0, now[0] + 0.1))
    return now


def test_it_is_paced_as_the_training_of_the_session(session, clock):
    session.set_speed_limit("epoch")
    StartMany(RATES, 2, 1000).apply(session)
    while clock[0] < 105.0:
        session.jobs.advance(0.001)
    assert 4 <= report(session).frame.epoch <= 7


@pytest.mark.parametrize("faster", ["full", "epochs_5"])
@pytest.mark.parametrize("at", [105.0, 105.2, 105.5, 105.8])  # wherever between two epochs
def test_whoever_chooses_a_faster_pace_does_not_wait_for_the_slower_one(session, clock, at, faster):
    session.set_speed_limit("epoch")
    StartMany(RATES, 2, 1000).apply(session)
    while clock[0] < at:
        session.jobs.advance(0.001)
    session.set_speed_limit(faster)
    before, epoch = clock[0], report(session).frame.epoch
    while report(session).frame.epoch == epoch:
        session.jobs.advance(0.001)
    assert clock[0] - before < 0.5  # a fifth of a second and the ticks of this clock; the slower one takes a second
    if faster == "full":
        assert finish(session).frame.epoch == 1000
        assert clock[0] - before <= 0.1


def test_when_to_stop_cannot_vary():
    assert not {"training.stop_at_epochs", "training.patience", "training.epochs"} & set(
        choices(read_preset("circles"))
    )
