"""How far `advance` goes: by the clock, to an epoch, at a pace; no test waits for a real clock."""

import pytest

from playground.engine import Trainer
from playground.files import override
from playground.training import SPEED_LIMITS, TrainingError
from playground.training.commands import Pause, StepEpoch
from playground.training.training_loop import Allowance


@pytest.fixture
def slow_updates(clock, monkeypatch):
    """Every update takes a millisecond of the fake clock."""
    run_updates = Trainer.run_updates

    def slowly(trainer, n):
        clock.now += 0.001 * n
        run_updates(trainer, n)

    monkeypatch.setattr(Trainer, "run_updates", slowly)


def test_it_stops_when_the_time_is_up(make_session, clock, slow_updates):
    session = make_session()
    for _ in range(20):
        begin = clock.now
        made = session.advance(0.1)
        # At most one chunk of updates, twice what was aimed at, comes after the time is up.
        assert 0.1 <= clock.now - begin <= 0.1 + 0.010
        assert 100 <= made <= 110
    assert session.update >= 2000


def test_no_time_no_update(make_session):
    session = make_session()
    assert session.advance(0.0) == 0
    assert session.advance(-1.0) == 0
    assert session.update == 0


def test_updates_are_counted(make_session, clock, slow_updates):
    session = make_session()
    assert sum(session.advance(0.01) for _ in range(10)) == session.update > 0


@pytest.mark.parametrize("batch_size", [1, 7, 10, 200, 1000])
@pytest.mark.parametrize("epochs", [1, 2, 3, 5, 17])
def test_it_stops_at_the_very_epoch(make_session, batch_size, epochs):
    session = make_session("circles", **{"training.batch_size": batch_size})
    session.advance(float("inf"), until_epoch=epochs)
    assert session.epoch == epochs
    assert session.run.trainer.batch_of_epoch == 0
    assert session.update == epochs * -(-200 // min(batch_size, 200))
    assert session.advance(float("inf"), until_epoch=epochs) == 0
    assert session.advance(float("inf"), until_epoch=epochs - 1) == 0


def test_it_stops_at_the_very_epoch_also_between_points_of_the_history(make_session):
    session = make_session("xor_points")
    session.advance(float("inf"), until_epoch=2501)
    curves = session.run.history.curves()
    assert session.epoch == 2501
    assert session.run.history.stride == 4
    assert curves.epochs[-1] == 2501
    session.advance(float("inf"), until_epoch=2504)
    assert list(session.run.history.curves().epochs[-2:]) == [2500, 2504]


def test_a_step_is_one_update(make_session):
    session = make_session()
    session.start()
    for update in range(1, 50):
        session.step_batch()
        assert (session.update, session.epoch) == (update, update // 20)
        assert not session.loop.running


def test_a_step_by_epoch_ends_with_the_epoch(make_session):
    session = make_session()
    session.step_epoch()
    assert (session.update, session.epoch) == (20, 1)
    session.step_batch()
    session.step_batch()
    session.step_epoch()
    assert (session.update, session.epoch) == (40, 2)


def sliced(session, seconds=0.003):
    """Let an epoch that was asked for end; return the number of slices."""
    slices = 0
    while session.loop.running:
        assert session.advance(seconds) > 0
        slices += 1
    return slices


def test_an_epoch_in_slices_is_the_epoch(make_session, clock, slow_updates, state_of):
    whole, session = make_session(), make_session()
    for updates, epoch in ((20, 1), (40, 2)):
        whole.step_epoch()
        session.start_epoch()
        assert session.loop.running
        assert sliced(session) > 3
        assert (session.update, session.epoch) == (updates, epoch)
        assert state_of(session) == state_of(whole)
        for each in (whole, session):
            each.step_batch()
            each.step_batch()


def test_an_epoch_under_way_can_be_paused(make_session, clock, slow_updates):
    session = make_session()
    session.start_epoch()
    session.advance(0.003)
    session.pause()
    assert 0 < session.update < 20
    session.start()  # to no end
    session.advance(0.1)
    assert session.loop.running
    assert session.epoch > 1


def test_epochs_asked_for_one_after_another_are_made_and_taken_back_together(make_session, clock, slow_updates):
    session = make_session()
    for _ in range(3):
        session.start_epoch()
        session.advance(0.003)
    sliced(session)
    assert (session.update, session.epoch) == (60, 3)
    session.undo()
    assert session.update == 0


def test_an_epoch_is_not_paced(make_session, clock, slow_updates):
    session = make_session()
    session.set_speed_limit("updates_2")
    session.start_epoch()
    begin = clock.now
    sliced(session)
    assert (session.epoch, clock.now - begin) == (1, pytest.approx(0.02, abs=0.01))
    session.start()
    clock.now += 10
    assert session.advance(0.0) == 0  # no time
    assert session.advance(0.5) > 0  # nothing is owed


def test_a_change_under_way_leaves_the_epoch_an_epoch(make_session, clock, slow_updates):
    session = make_session()
    session.step_epoch()
    session.start_epoch()
    session.advance(0.003)
    session.change(override(session.experiment, ["training.batch_size=1"]))
    assert session.loop.running
    sliced(session)
    assert session.epoch == 2
    session.start_epoch()
    session.advance(0.001)
    session.reset()
    sliced(session)
    assert (session.epoch, session.update) == (1, 200)


def test_an_epoch_that_diverges_ends_there(make_session):
    session = make_session("plane", **{"training.optimizer": "sgd", "training.learning_rate": 1000})
    session.start_epoch()
    session.advance(float("inf"))
    while session.loop.divergence is None:
        session.start_epoch()
        session.advance(float("inf"))
    assert not session.loop.running


def test_the_command_ends_a_short_epoch_and_begins_a_long_one(make_session, clock, slow_updates):
    session = make_session()
    StepEpoch().apply(session)
    assert (session.loop.running, session.update) == (False, 20)
    session.change(override(session.experiment, ["training.batch_size=1", "data.samples=4000"]))
    StepEpoch().apply(session)
    assert session.loop.running
    assert 20 < session.update < 1000
    Pause().apply(session)
    assert not session.loop.running
    assert session.epoch == 1


@pytest.mark.parametrize(
    "name", [name for name, speed_limit in SPEED_LIMITS.items() if speed_limit.per_second is not None]
)
def test_a_pace_allows_so_many_a_second(name):
    speed_limit, updates_per_epoch = SPEED_LIMITS[name], 25
    allowance = Allowance(speed_limit, updates_per_epoch)
    unit = updates_per_epoch if speed_limit.unit == "epoch" else 1
    made, seconds, looks = 0, 20, 500
    for look in range(seconds * looks + 1):
        allowed = allowance.updates(1000.0 + look / looks)
        assert allowed % unit == 0
        made += allowed
        allowance.spend(allowed)
    assert made == pytest.approx((speed_limit.per_second * seconds + 1) * unit, abs=unit)


def test_an_allowance_does_not_pile_up():
    allowance = Allowance(SPEED_LIMITS["updates_2"], 25)
    assert allowance.updates(0.0) == 1
    assert allowance.updates(1000.0) == 1
    allowance = Allowance(SPEED_LIMITS["epochs_30"], 25)
    allowance.updates(0.0)
    assert allowance.updates(1000.0) == 7 * 25


def test_what_was_spent_in_parts_counts():
    allowance = Allowance(SPEED_LIMITS["epoch"], 4)
    assert allowance.updates(0.0) == 4
    for _ in range(4):
        allowance.spend(1)
    assert allowance.updates(0.5) == 0
    assert allowance.updates(1.0) == 4


def test_at_full_speed_there_is_no_limit():
    allowance = Allowance(SPEED_LIMITS["full"], 25)
    allowance.spend(10**9)
    assert allowance.updates(0.0) is None


@pytest.mark.parametrize(
    ("name", "seconds", "low", "high"),
    [("updates_2", 10, 20, 21), ("updates_10", 10, 100, 101), ("epoch", 5, 100, 120), ("epochs_5", 4, 400, 420)],
)
def test_a_session_keeps_its_pace(make_session, clock, name, seconds, low, high):
    session = make_session()
    session.set_speed_limit(name)
    assert session.loop.is_limited
    end = clock.now + seconds
    while clock.now < end:
        session.advance(0.008)
        clock.now += 0.008
    assert low <= session.update <= high


def test_changing_the_learning_rate_often_does_not_hurry_a_slow_pace(make_session, make_experiment, clock):
    session = make_session()
    session.set_speed_limit("updates_2")
    session.advance(0.008)
    for step in range(100):
        clock.now += 0.01
        session.change(make_experiment(**{"training.learning_rate": 0.01 + step / 1000}))
        session.advance(0.008)
    assert session.update == 3


def test_a_pace_counts_the_epochs_of_a_new_batch_size(make_session, make_experiment, clock):
    session = make_session()
    session.set_speed_limit("epoch")
    session.change(make_experiment(**{"training.batch_size": 100}))
    for _ in range(1000):
        session.advance(0.008)
        clock.now += 0.01
    assert 9 <= session.epoch <= 11


def test_full_speed_again(make_session, clock):
    session = make_session()
    session.set_speed_limit("updates_2")
    session.advance(1.0)
    assert session.update == 1
    session.set_speed_limit("full")
    assert not session.loop.is_limited
    session.advance(float("inf"), until_epoch=1)
    assert session.epoch == 1


def test_an_unknown_pace_is_refused(make_session):
    session = make_session()
    with pytest.raises(TrainingError, match=r"^unknown speed 'warp', expected one of full, "):
        session.set_speed_limit("warp")
    assert not session.loop.is_limited


def test_paces_are_a_table():
    assert all(name == speed_limit.name and speed_limit.label for name, speed_limit in SPEED_LIMITS.items())
    assert next(iter(SPEED_LIMITS)) == "full"
