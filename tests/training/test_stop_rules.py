"""A run stops by itself for each of its rules, says why, and goes on when a person says so."""

import numpy as np
import pytest

from playground.files import FIELDS
from playground.training.commands import ChangeField, StepEpoch
from playground.training.scoring import Scores
from playground.training.stop_rules import SETTINGS, STOP_RULES, StopWatch, with_stop_rules


def run(session, most: int = 3000) -> None:
    session.start()
    while session.loop.running and session.epoch < most:
        session.advance(float("inf"), until_epoch=session.epoch + 37)


def test_every_rule_is_switched_by_a_field():
    assert set(STOP_RULES) <= set(SETTINGS)
    for name, rule in STOP_RULES.items():
        assert rule.name == name
        assert FIELDS[f"training.{name}"].default in (False, 0)


def test_by_default_nothing_stops(make_session):
    session = make_session("xor_points")
    run(session, 400)
    assert session.loop.running
    assert session.loop.message == ""


@pytest.mark.parametrize("epochs", [1, 7, 40])
def test_so_many_epochs_and_as_many_more(make_session, epochs):
    session = make_session("circles", **{"training.stop_at_epochs": "true", "training.epochs": epochs})
    run(session)
    assert (session.epoch, session.loop.running, session.loop.divergence) == (epochs, False, None)
    word = "1 epoch is" if epochs == 1 else f"{epochs} epochs are"
    assert session.snapshot().message == f"Stopped: {word} done."
    assert session.snapshot().curves.epochs[-1] == epochs
    run(session)
    assert session.epoch == 2 * epochs
    many = "1 epoch" if epochs == 1 else f"{epochs} epochs"
    assert session.loop.message == f"Stopped at epoch {2 * epochs}, after {many} more."


def test_the_very_epoch_also_between_points_of_the_history(make_session):
    session = make_session("xor_points", **{"training.stop_at_epochs": "true", "training.epochs": 2501})
    run(session)
    assert (session.epoch, session.run.history.stride) == (2501, 4)


def test_a_target_once_the_cost_has_been_above_it(make_session):
    session = make_session("circles", **{"training.target_cost": 0.1})
    run(session)
    curves = session.snapshot().curves
    assert session.epoch < 3000
    assert curves.train_cost[-1] <= 0.1 < curves.train_cost[:-1].min()
    cost = f"{curves.train_cost[-1]:.4g}"
    assert session.loop.message == (
        f"Stopped: the training cost has come down to {cost} at epoch {session.epoch}; the target was 0.1."
    )
    first = session.epoch
    run(session, first + 100)
    above = session.snapshot().curves.train_cost[first:] > 0.1
    assert session.loop.running != above.any()  # ignored until the cost was above again
    session.pause()
    session.reset()
    run(session)
    assert session.epoch == first


def test_patience_counts_from_the_last_low(make_session):
    session = make_session("circles", **{"training.patience": 15, "data.noise": 0.4, "training.learning_rate": 0.1})
    run(session)
    curves = session.snapshot().curves
    lowest = int(curves.test_cost.argmin())
    assert session.epoch == curves.epochs[lowest] + 15
    assert session.loop.message == (
        f"Stopped: no new low of the test cost for 15 epochs; "
        f"the lowest was {curves.test_cost[lowest]:.4g} at epoch {lowest}."
    )
    first = session.epoch
    run(session)
    later = session.snapshot().curves.test_cost[first:]
    assert session.epoch == first + int(later.argmin()) + 15  # anew from there


def test_without_test_data_it_is_the_training_cost(make_session):
    session = make_session("xor_points", **{"training.patience": 5, "training.learning_rate": 0.0})
    run(session)
    assert session.epoch == 5
    assert session.loop.message.startswith("Stopped: no new low of the training cost for 5 epochs; the lowest was ")


def test_a_change_while_it_runs_is_a_new_chance(make_session):
    session = make_session("circles", **{"training.patience": 10, "training.learning_rate": 0.0})
    session.start()
    session.advance(float("inf"), until_epoch=8)
    ChangeField("training.l2", 0.001).apply(session)
    session.advance(float("inf"))
    assert (session.epoch, session.loop.running) == (18, False)


def test_a_rule_that_changes_while_it_runs_counts_from_where_the_run_began(make_session):
    session = make_session("circles", **{"training.learning_rate": 0.0})
    session.start()
    session.advance(float("inf"), until_epoch=8)
    ChangeField("training.patience", 12).apply(session)
    assert session.loop.running
    session.advance(float("inf"))
    assert session.epoch == 12
    session.start()
    ChangeField("training.patience", 0).apply(session)
    ChangeField("training.epochs", 20).apply(session)
    ChangeField("training.stop_at_epochs", True).apply(session)
    session.advance(float("inf"))
    assert session.epoch == 20


def test_steps_and_single_epochs_heed_no_rule(make_session):
    session = make_session(
        "circles", **{"training.patience": 1, "training.learning_rate": 0.0, "training.stop_at_epochs": "true"}
    )
    ChangeField("training.epochs", 1).apply(session)
    for _ in range(5):
        StepEpoch().apply(session)
    session.advance(float("inf"), until_epoch=9)
    assert (session.epoch, session.loop.message) == (9, "")


def test_only_the_rules_that_are_asked_for(make_session):
    session = make_session("circles", **{"training.patience": 4, "training.learning_rate": 0.0})
    session.start(rules=("target_cost",))
    session.advance(float("inf"), until_epoch=30)
    assert session.loop.running


def test_undo_of_a_run_that_stopped(make_session, state_of):
    session = make_session("circles", **{"training.patience": 4, "training.learning_rate": 0.0})
    before = state_of(session)
    run(session)
    session.undo()
    assert state_of(session) == before
    assert session.loop.message == ""


def test_how_time_is_cut_changes_nothing(make_session, clock, state_of):
    settings = {"training.patience": 15, "data.noise": 0.4, "training.learning_rate": 0.1}
    whole, sliced = make_session("circles", **settings), make_session("circles", **settings)
    run(whole)
    clock.tick = 0.0005
    sliced.start()
    while sliced.loop.running:
        sliced.advance(0.004)
    assert (sliced.epoch, sliced.loop.message) == (whole.epoch, whole.loop.message)
    assert state_of(sliced) == state_of(whole)


def test_a_watch_by_hand(make_experiment):
    settings = make_experiment("circles", **{"training.patience": 3}).training
    watch = StopWatch()
    watch.begin(10)
    costs = [5.0, 4.0, 4.0, 4.5, 3.0, 3.1, np.inf, 3.0]
    reasons = [watch.look(settings, 10 + i, Scores(1.0, cost, None, None, 0.0)) for i, cost in enumerate(costs)]
    assert [bool(reason) for reason in reasons] == [False] * 7 + [True]
    assert reasons[-1] == "Stopped: no new low of the test cost for 3 epochs; the lowest was 3 at epoch 14."


def test_the_rules_of_another_experiment(make_experiment):
    one = make_experiment("circles")
    other = make_experiment("moons", **{"training.patience": 4, "training.epochs": 5, "training.target_cost": 0.5})
    changed = with_stop_rules(one, other)
    assert changed.training.patience == 4
    assert (changed.data, changed.training.learning_rate) == (one.data, one.training.learning_rate)
    assert with_stop_rules(changed, one) == one
    assert with_stop_rules(one, one) is one
