"""Numbers that stop being finite: training stops, the last finite state stays, and what broke is told."""

import numpy as np
import pytest

from playground.training import TrainingError, TrainingSession

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
