"""Going back to recorded moments and by single updates, and on from there another way."""

import numpy as np
import pytest

from playground.engine import OPTIMIZERS
from playground.files import LayerSettings, override
from playground.training import TrainingError
from playground.training.commands import ChangeField, Scrub, StepBack, Undo
from playground.training.timeline import records as records_module
from playground.training.timeline import timeline as timeline_module
from playground.training.training_run import TrainingRun


def trained(make_session, epochs: int = 30, preset: str = "circles", **overrides: object):
    session = make_session(preset, **overrides)
    session.start()
    session.advance(float("inf"), until_epoch=epochs)
    session.pause()
    return session


def bits(session) -> tuple[object, ...]:
    state = session.run.trainer.state()
    gradient = None if state.gradient is None else state.gradient.tobytes()
    return state.parameters.tobytes(), state.moments.tobytes(), state.step.tobytes(), gradient, state.rng, state.update


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_weights_optimizer_and_gradient_are_those_of_the_epoch(make_session, optimizer):
    session = trained(make_session, **{"training.optimizer": optimizer})
    for epoch in (12, 3, 29, 0, 30, 17):
        Scrub(epoch).apply(session)
        other = trained(make_session, epoch, **{"training.optimizer": optimizer})
        assert bits(session) == bits(other)
        one, two = session.snapshot(), other.snapshot()
        assert (one.epoch, one.update, one.train_cost) == (two.epoch, two.update, two.train_cost)
        np.testing.assert_array_equal(one.maps.units[-1], two.maps.units[-1])
        assert (one.dW is None) == (epoch == 0)
        np.testing.assert_array_equal(one.health.update_ratio, two.health.update_ratio)


def test_the_whole_curve_stays_until_training_goes_on(make_session):
    session = trained(make_session)
    curves = session.snapshot().curves
    session.scrub(10)
    snapshot = session.snapshot()
    assert not snapshot.running
    assert snapshot.curves.epochs.tolist() == curves.epochs.tolist()
    assert snapshot.timeline.position == 10
    assert snapshot.timeline.epochs.tolist() == list(range(31))
    assert snapshot.branches == ()
    session.scrub(30)
    assert session.snapshot().timeline.position is None
    assert session.snapshot().curves.epochs.tolist() == curves.epochs.tolist()


def test_the_growing_end_is_come_back_to_in_the_middle_of_an_epoch(make_session):
    session = trained(make_session)
    for _ in range(7):
        session.step_batch()
    before = bits(session)
    session.scrub(3)
    assert session.snapshot().timeline.updates[-1] == 607
    session.scrub(99)
    assert bits(session) == before
    assert session.snapshot().timeline.position is None
    session.step_epoch()
    assert session.snapshot().timeline.updates[-1] == 620
    assert 607 not in session.snapshot().timeline.updates


def test_scrubbing_while_it_runs_pauses(make_session):
    session = make_session()
    session.start()
    session.advance(float("inf"), until_epoch=5)
    session.scrub(2)
    assert not session.loop.running
    assert session.epoch == 2


def test_going_to_where_one_is_changes_nothing(make_session):
    session = trained(make_session)
    session.step_batch()
    labels = session.snapshot().undo_labels
    for epoch in (30, 31, 999):
        session.scrub(epoch)
        assert (session.snapshot().undo_labels, session.update) == (labels, 601)
    session.scrub(12)
    session.scrub(12)
    labels = (*labels, "Go to epoch")
    assert session.snapshot().undo_labels == labels
    session.scrub(5)
    assert session.snapshot().undo_labels == labels  # a dragged slider is one entry
    session.undo()
    assert session.update == 601


@pytest.mark.parametrize("how", ["run", "epoch", "step", "weight", "rate", "layers", "sample", "advance", "apply"])
def test_going_on_from_there_is_a_new_branch(make_session, how):
    session = trained(make_session)
    curves = session.snapshot().curves
    session.scrub(10)
    if how == "run":
        session.start()
        session.advance(float("inf"), until_epoch=12)
    elif how == "epoch":
        session.start_epoch()
        session.advance(float("inf"))
    elif how == "step":
        session.step_batch()
    elif how == "weight":
        session.set_parameter(1, 0, 0, 2.0)
    elif how == "rate":
        ChangeField("training.learning_rate", 0.3).apply(session)
    elif how == "layers":
        ChangeField("network.hidden", (LayerSettings(2, "relu"),)).apply(session)
    elif how == "sample":
        ChangeField("data.samples", 50).apply(session)
    elif how == "advance":
        session.advance(float("inf"), until_epoch=11)
    else:
        session.inspection.walk_through(session.run, 3)
        session.apply_walkthrough()
    snapshot = session.snapshot()
    assert snapshot.timeline.position is None
    assert snapshot.timeline.epochs[:11].tolist() == list(range(11))
    assert snapshot.timeline.epochs[-1] == snapshot.epoch <= 12
    assert snapshot.curves.epochs.tolist() == list(range(snapshot.epoch + 1))
    (branch,) = snapshot.branches
    assert branch.epochs.tolist() == list(range(10, 31))
    np.testing.assert_array_equal(branch.train_cost, curves.train_cost[10:])
    assert not branch.train_cost.flags.writeable
    session.go_to_moment(1)
    assert session.snapshot().redo_label == "Go to epoch"
    snapshot = session.snapshot()
    assert snapshot.branches == ()
    assert snapshot.curves.epochs.tolist() == curves.epochs.tolist()
    assert snapshot.timeline.epochs.tolist() == list(range(31))


def test_settings_that_only_say_when_to_stop_leave_nothing_behind(make_session):
    session = trained(make_session)
    session.scrub(10)
    ChangeField("training.patience", 5).apply(session)
    snapshot = session.snapshot()
    assert (snapshot.timeline.position, snapshot.branches) == (10, ())
    session.scrub(30)
    assert session.experiment.training.patience == 5  # and it counts at every epoch
    session.scrub(4)
    assert session.experiment.training.patience == 5


def test_at_most_eight_branches_the_oldest_go(make_session):
    session = trained(make_session, 5)
    for number in range(12):
        session.scrub(2)
        ChangeField("training.learning_rate", 0.01 + number / 100).apply(session)
        session.advance(float("inf"), until_epoch=5)
    branches = session.snapshot().branches
    assert len(branches) == timeline_module.MOST_BRANCHES == 8
    costs = [branch.train_cost[-1] for branch in branches]
    assert len(set(costs)) == 8


def test_a_way_gone_again_unchanged_is_one_branch(make_session):
    session = trained(make_session, 5)
    for _ in range(4):
        session.scrub(2)
        session.advance(float("inf"), until_epoch=5)
    assert len(session.snapshot().branches) == 1


def test_without_a_curve_beyond_there_is_no_branch(make_session):
    session = trained(make_session, 5)
    for _ in range(6):
        session.step_batch()
    session.step_back()
    session.step_batch()
    assert session.snapshot().branches == ()


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("network.hidden", (LayerSettings(2, "relu"), LayerSettings(3, "tanh"))),
        ("network.hidden", (LayerSettings(2, "tanh"),)),
        ("data.source", "moons"),
        ("data.noise", 0.4),
        ("training.cost", "half_squared_error"),
        ("training.learning_rate", 0.3),
        ("training.batch_size", 33),
        ("training.optimizer", "sgd"),
        ("network.dtype", "float32"),
        ("data.features", ("x1", "x1*x2")),
    ],
)
def test_before_a_change_the_experiment_comes_back_too(make_session, state_of, path, value):
    session, other = trained(make_session, 10), trained(make_session, 4)
    session.step_batch()
    was = session.experiment
    ChangeField(path, value).apply(session)
    session.advance(float("inf"), until_epoch=20)
    changed = session.experiment
    curve = session.snapshot().curves.epochs.tolist()
    session.scrub(4)
    assert session.experiment == was
    assert bits(session) == bits(other)
    snapshot = session.snapshot()
    assert snapshot.curves.epochs[-1] >= 10
    assert snapshot.curves.train_cost[snapshot.curves.epochs == 4] == snapshot.train_cost
    assert snapshot.health.gradient_norm.shape == (len(snapshot.W), 5)
    assert snapshot.problem_info.sizes == other.snapshot().problem_info.sizes
    session.scrub(20)
    assert session.experiment == changed
    assert session.snapshot().curves.epochs.tolist() == curve
    session.scrub(4)
    for each in (session, other):
        each.advance(float("inf"), until_epoch=9)
    assert bits(session) == bits(other)
    one, two = state_of(session), state_of(other)
    for key in ("history", "path", "initial", "experiment", "train", "position"):
        assert one[key] == two[key]


def test_every_update_back_to_the_beginning(make_session):
    session = make_session("circles", **{"data.samples": 40})
    states = [bits(session)]
    for number in range(1, 60):
        session.step_batch()
        if number == 17:
            session.set_parameter(1, 1, 1, 0.5)
        if number == 31:
            ChangeField("network.hidden", (LayerSettings(2, "relu"),)).apply(session)
        if number == 44:
            ChangeField("training.batch_size", 3).apply(session)
        states.append(bits(session))
    for expected in reversed(states[:-1]):
        StepBack().apply(session)
        assert bits(session) == expected
    with pytest.raises(TrainingError, match=r"^this is the beginning: there is no update to take back$"):
        StepBack().apply(session)
    assert session.snapshot().undo_label == "Step back"
    Undo().apply(session)
    assert bits(session) == states[-1]


def test_a_step_back_while_it_runs_pauses(make_session):
    session = trained(make_session, 7)
    session.start()
    session.advance(0.02)
    update = session.update
    session.step_back()
    assert (session.loop.running, session.update) == (False, update - 1)


def test_a_step_back_after_a_divergence(make_session):
    session = make_session("plane", **{"training.optimizer": "sgd", "training.learning_rate": 50})
    session.start()
    session.advance(float("inf"), until_epoch=900)
    assert session.loop.divergence is not None
    update = session.update
    session.step_back()
    while session.jobs.advance(1.0):
        pass
    assert (session.loop.divergence, session.update) == (None, update - 1)


def test_stepping_back_far_from_any_record_repeats_little(make_session, monkeypatch):
    monkeypatch.setattr(records_module, "CAPACITY", 4)
    session = trained(make_session, 500)
    assert session.timeline.records.stride >= 128
    session.scrub(400)  # so that nothing recent is known
    session.advance(float("inf"), until_epoch=499)
    session.timeline._recent.clear()
    made = []
    run_updates = TrainingRun.beginning_at
    monkeypatch.setattr(
        TrainingRun, "beginning_at", classmethod(lambda cls, base: made.append(base.update) or run_updates(base))
    )
    begin = session.update
    for number in range(1, 301):
        session.step_back()
        while session.jobs.busy:
            session.jobs.advance(1.0)
        assert session.update == begin - number
    assert len(made) < 50
    assert begin - min(made) > 1000  # from far away once, and then from nearby
    assert sum(begin - base > 1000 for base in made) <= 2


def test_a_long_way_is_repeated_in_slices_and_given_up_for_anything_else(make_session, monkeypatch):
    monkeypatch.setattr("playground.training.session.REPLAY_SECONDS", 0.0)
    session = trained(make_session, 40)
    session.timeline._recent.clear()
    session.scrub(30)
    expected = trained(make_session, 29)
    for _ in range(19):
        expected.step_batch()
    update = session.update
    session.step_back()
    assert session.jobs.busy
    assert "Going back by one update" in session.loop.message
    session.step_back()  # a key that is held
    assert session.update == update
    while session.jobs.busy:
        session.jobs.advance(0.0001)
    assert bits(session) == bits(expected)
    assert session.loop.message == ""
    session.undo()
    assert session.update == update
    session.step_back()
    assert session.jobs.busy
    session.step_batch()
    assert not session.jobs.busy
    assert session.update == update + 1


def step_back_for_ever(session) -> None:
    while True:
        session.step_back()


def test_where_what_led_there_is_forgotten_it_says_so(make_session, monkeypatch):
    monkeypatch.setattr(records_module, "CAPACITY", 4)
    session = make_session()
    for number in range(40):
        session.step_batch()
        session.step_batch()
        ChangeField("training.learning_rate", 0.01 + number / 1000).apply(session)
    with pytest.raises(TrainingError, match=r"^the moments before this change are forgotten; "):
        step_back_for_ever(session)
    assert 0 < session.update < 80
    assert any(record.gap and record.update >= session.update for record in session.timeline.records)


def test_seconds_belong_to_the_moment(make_session, clock):
    session = make_session()
    assert session.snapshot().seconds == 0
    clock.tick = 0.01
    session.advance(float("inf"), until_epoch=10)
    halfway = session.run.seconds
    assert halfway > 0
    record = session.timeline.records[-1]
    session.advance(float("inf"), until_epoch=20)
    whole = session.snapshot().seconds
    assert whole > halfway
    session.scrub(10)
    assert session.run.seconds == record.seconds <= halfway
    session.scrub(20)
    assert session.run.seconds == whole
    session.reset()
    assert session.run.seconds == 0
    session.undo()
    assert session.run.seconds == whole


def test_reset_begins_a_fresh_way(make_session, state_of):
    session = trained(make_session, 20)
    session.scrub(5)
    session.advance(float("inf"), until_epoch=8)
    before = state_of(session)
    assert session.snapshot().branches
    ChangeField("training.learning_rate", 0.2).apply(session)
    initial = make_session().run.network.parameters
    session.reset()
    np.testing.assert_array_equal(session.run.network.parameters, initial)
    assert session.experiment.training.learning_rate == 0.2
    snapshot = session.snapshot()
    assert snapshot.branches == ()
    assert snapshot.timeline.epochs.tolist() == snapshot.curves.epochs.tolist() == [0]
    session.undo()
    session.undo()
    assert state_of(session) == before


def test_changes_count_up_with_everything_that_is_saved(make_session):
    session = make_session()
    seen = [session.snapshot().changes]
    for change in (
        session.step_batch,
        lambda: session.advance(float("inf"), until_epoch=3),
        session.step_back,
        lambda: session.scrub(1),
        session.pins.pin,
        lambda: session.pins.rename(1, "other"),
        session.undo,
        session.redo,
        lambda: session.load_pin(1),
        lambda: session.pins.remove(1),
        lambda: session.change(override(session.experiment, ["training.patience=3"])),
        lambda: session.set_timeline_budget(2**21),
        lambda: session.set_speed_limit("epoch"),
        session.reset,
    ):
        change()
        seen.append(session.snapshot().changes)
    assert seen == sorted(set(seen))
    session.snapshot()
    session.start()
    session.pause()
    assert session.snapshot().changes == seen[-1]
