"""A run stops by itself for each of its rules, says why, and goes on when a person says so."""

import numpy as np
import pytest

from playground.files import FIELDS
from playground.training import TrainingError, TrainingSession
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


EXPLOSIONS = {
    # A linear network with a squared error: the smallest of them steps over its minimum, further each time.
    "linear": ("plane", {"network.hidden": "[]", "training.optimizer": "sgd", "training.learning_rate": 2.0}),
    "slowly": ("plane", {"network.hidden": "[]", "training.optimizer": "sgd", "training.learning_rate": 0.1}),
    "at once": ("plane", {"network.hidden": "[]", "training.optimizer": "sgd", "training.learning_rate": 1000.0}),
    "momentum": ("bumps", {"training.optimizer": "momentum", "training.learning_rate": 1.0}),
    "nesterov": ("bumps", {"training.optimizer": "nesterov", "training.learning_rate": 1.0}),
    "one batch": (
        "plane",
        {
            "network.hidden": "[]",
            "training.optimizer": "sgd",
            "training.learning_rate": 1.0,
            "training.batch_size": 200,
        },
    ),
    "relu": (
        "bumps",
        {
            "network.hidden": '[{"units": 8, "activation": "relu"}, {"units": 8, "activation": "relu"}]',
            "training.optimizer": "sgd",
            "training.learning_rate": 10.0,
        },
    ),
    "penalty": ("circles", {"training.optimizer": "sgd", "training.learning_rate": 1000.0, "training.l2": 10.0}),
}


def exploding(make_experiment, name: str, dtype: str) -> TrainingSession:
    preset, overrides = EXPLOSIONS[name]
    return TrainingSession(make_experiment(preset, **overrides, **{"network.dtype": dtype}))


def is_finite_and_costs(session: TrainingSession) -> bool:
    run = session.run
    train = run.examples.train
    return bool(np.isfinite(run.network.parameters).all()) and np.isfinite(run.network.cost(train.F, train.Y))


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("name", EXPLOSIONS)
def test_training_stops_before_the_update_that_breaks(make_experiment, state_of, name, dtype):
    session = exploding(make_experiment, name, dtype)
    session.start()
    session.advance(float("inf"), until_epoch=3000)
    divergence = session.loop.divergence
    assert divergence is not None
    assert not session.loop.running
    assert session.epoch == divergence.epoch < 3000
    assert session.update == divergence.update - 1
    assert 1 <= divergence.layer <= len(session.run.network.W)
    assert divergence.quantity in {"Z", "A", "cost", "dZ", "dW", "W"}
    # The same updates, one by one and without a session, say the same.
    other = exploding(make_experiment, name, dtype).run
    other.trainer.run_updates(divergence.update - 1)
    assert other.network.parameters.tobytes() == session.run.network.parameters.tobytes()
    train = other.examples.train
    assert np.isfinite(other.network.parameters).all()
    assert np.isfinite(other.network.cost(train.F, train.Y))
    other.trainer.run_updates(1)
    assert not (np.isfinite(other.network.parameters).all() and np.isfinite(other.network.cost(train.F, train.Y)))


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("name", EXPLOSIONS)
def test_everything_shown_afterwards_is_finite(make_experiment, name, dtype):
    session = exploding(make_experiment, name, dtype)
    session.advance(float("inf"), until_epoch=3000)
    snapshot = session.snapshot()
    assert snapshot.divergence == session.loop.divergence is not None
    assert all(np.isfinite(array).all() for array in (*snapshot.W, *snapshot.b))
    for arrays in (snapshot.dW, snapshot.db, snapshot.update_W, snapshot.update_b):
        assert arrays is None or all(np.isfinite(array).all() for array in arrays)
    assert np.isfinite(snapshot.train_cost)
    assert np.isfinite(snapshot.curves.train_cost).all()
    assert snapshot.curves.epochs[-1] <= snapshot.epoch
    assert all(np.isfinite(array).all() for array in (*session.run.model().W, *session.run.model().b))


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("name", EXPLOSIONS)
def test_the_first_quantity_in_the_order_of_computing_is_named(make_experiment, name, dtype):
    session = exploding(make_experiment, name, dtype)
    session.advance(float("inf"), until_epoch=3000)
    divergence, run = session.loop.divergence, session.run
    X, Y = run.trainer.next_batch()
    gradients = run.network.backpropagate(X, Y)
    L = len(run.network.W)
    order = [(layer, name) for layer in range(1, L + 1) for name in ("Z", "A")] + [(L, "cost")]
    order += [(layer, name) for layer in range(L, 0, -1) for name in ("dZ", "dW")]
    values = {(layer, name): getattr(gradients, name)[layer] for layer, name in order if name in {"Z", "A", "dZ"}}
    values |= {(layer, "dW"): [gradients.W[layer - 1].sum(), gradients.b[layer - 1].sum()] for layer in range(1, L + 1)}
    values[L, "cost"] = run.network.cost(X, Y)
    with np.errstate(all="ignore"):
        broken = [place for place in order if not np.isfinite(values[place]).all()]
    if broken:
        assert (divergence.layer, divergence.quantity) == broken[0]
        return
    # All that this update computes is finite: it leaves weights that are not, or whose cost is not.
    run.trainer.run_updates(1)
    weights = [layer for layer, matrix in enumerate(run.network.matrices, 1) if not np.isfinite(matrix).all()]
    assert (divergence.layer, divergence.quantity) == ((weights[0], "W") if weights else (L, "cost"))


def test_it_does_not_depend_on_how_time_is_cut(make_experiment, state_of, clock):
    whole = exploding(make_experiment, "slowly", "float64")
    whole.advance(float("inf"), until_epoch=3000)
    clock.tick = 0.0005
    sliced = exploding(make_experiment, "slowly", "float64")
    while sliced.loop.divergence is None:
        sliced.advance(0.003)
    assert sliced.loop.divergence == whole.loop.divergence
    assert sliced.update == whole.update > 20
    assert sliced.run.network.parameters.tobytes() == whole.run.network.parameters.tobytes()


def test_nothing_is_trained_until_something_is_done_about_it(make_experiment):
    session = exploding(make_experiment, "linear", "float64")
    session.advance(float("inf"), until_epoch=3000)
    update = session.update
    assert session.advance(1.0) == 0
    session.start()
    assert session.loop.divergence is None
    session.advance(float("inf"), until_epoch=session.epoch + 5)
    assert session.loop.divergence is not None
    assert session.update == update


def test_a_lower_learning_rate_goes_on_from_there(make_experiment):
    session = exploding(make_experiment, "linear", "float64")
    session.advance(float("inf"), until_epoch=3000)
    session.change(
        make_experiment(
            "plane", **{**EXPLOSIONS["linear"][1], "training.learning_rate": 0.001, "network.dtype": "float64"}
        )
    )
    assert session.loop.divergence is None
    before = session.snapshot().train_cost
    session.advance(float("inf"), until_epoch=session.epoch + 50)
    assert session.loop.divergence is None
    assert session.snapshot().train_cost < before


def test_stepping_into_it(make_experiment):
    session = exploding(make_experiment, "at once", "float64")
    for _ in range(1000):
        session.step_batch()
        if session.loop.divergence is not None:
            break
    assert session.loop.divergence.update == session.update + 1
    assert is_finite_and_costs(session)
    session.step_batch()
    assert session.loop.divergence is not None
    assert is_finite_and_costs(session)


def test_undo_after_a_divergence(make_experiment, state_of):
    session = exploding(make_experiment, "linear", "float64")
    before = state_of(session)
    session.start()
    session.advance(float("inf"), until_epoch=3000)
    session.undo()
    assert session.loop.divergence is None
    assert state_of(session) == before


def test_a_weight_so_large_that_the_cost_is_infinite(make_session):
    session = make_session("plane", **{"network.hidden": "[]"})
    session.set_parameter(1, 0, 0, 1e200)
    assert session.snapshot().train_cost == float("inf")
    session.start()
    session.advance(float("inf"), until_epoch=2)
    assert (session.loop.divergence.update, session.loop.divergence.layer, session.loop.divergence.quantity) == (
        1,
        1,
        "cost",
    )
    assert session.update == 0
    assert session.run.network.W[0][0, 0] == 1e200
    session.undo()
    session.undo()
    session.advance(float("inf"), until_epoch=2)
    assert session.loop.divergence is None


def test_a_feature_too_large_for_single_precision(make_session, make_experiment):
    features = {"data.features": '["x1", "exp(30*x2)"]'}
    message = r"^data\.features\[1\]: exp\(30\*x2\) takes values too large for float32; expected at most 3\.4e\+38$"
    with pytest.raises(TrainingError, match=message):
        make_session("circles", **features, **{"network.dtype": "float32"})
    session = make_session("circles", **features)
    with pytest.raises(TrainingError, match=message):
        session.change(make_experiment("circles", **features, **{"network.dtype": "float32"}))
    assert session.experiment.network.dtype == "float64"
    assert session.snapshot().maps is not None


def test_a_feature_too_large_only_between_the_points(make_session):
    session = make_session("circles", **{"data.features": '["x1", "exp(17*x2)"]', "network.dtype": "float32"})
    session.step_batch()
    maps = session.snapshot().maps
    assert np.isinf(maps.units[0][1]).any()
    assert not np.isnan(maps.units[0]).any()
