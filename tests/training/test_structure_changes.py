"""Sizes, activations and features that change keep every weight that still has a place."""

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playground.engine import ACTIVATIONS, INITIALIZERS, allowed_costs
from playground.files import Experiment, LayerSettings, PointsSource, override, read_preset
from playground.training import TrainingSession
from playground.training.edits import edited

HIDDEN_ACTIVATIONS = [name for name, record in ACTIVATIONS.items() if not record.output_only]
FORMULAS = ["x1", "x2", "x1**2", "x2**2", "x1*x2", "sin(x1)", "sin(x2)"]
CIRCLES = override(read_preset("circles"), ["data.samples=20"])


def with_network(experiment: Experiment, **values) -> Experiment:
    return msgspec.structs.replace(experiment, network=msgspec.structs.replace(experiment.network, **values))


def with_features(experiment: Experiment, features) -> Experiment:
    return msgspec.structs.replace(experiment, data=msgspec.structs.replace(experiment.data, features=tuple(features)))


def started(hidden, features=("x1", "x2")) -> TrainingSession:
    """A session whose weights are all different from any that is drawn."""
    session = TrainingSession(with_features(with_network(CIRCLES, hidden=tuple(hidden)), features))
    parameters = session.run.network.parameters
    parameters[...] = 100 + np.arange(parameters.size)
    return session


def weights(session: TrainingSession) -> list[tuple[np.ndarray, np.ndarray]]:
    network = session.run.network
    return [(W.copy(), b.copy()) for W, b in zip(network.W, network.b, strict=True)]


def drawn(session: TrainingSession) -> list[tuple[np.ndarray, np.ndarray]]:
    """The weights that the session's experiment begins with."""
    return weights(TrainingSession(session.experiment))


def assert_same(found, expected) -> None:
    assert len(found) == len(expected)
    for (W, b), (expected_W, expected_b) in zip(found, expected, strict=True):
        np.testing.assert_array_equal(W, expected_W)
        np.testing.assert_array_equal(b, expected_b)


# Different numbers of units, so that there is no doubt which layer is which.
layers = st.lists(
    st.builds(LayerSettings, st.integers(1, 9), st.sampled_from(HIDDEN_ACTIVATIONS)),
    max_size=7,
    unique_by=lambda layer: layer.units,
)
quick = settings(max_examples=60, deadline=None, derandomize=True)


@given(layers, st.data())
@quick
def test_a_layer_put_in_leaves_all_others_as_they_are(hidden, data):
    place = data.draw(st.integers(0, len(hidden)))
    session = started(hidden)
    before = weights(session)
    new = [*hidden[:place], LayerSettings(10, "tanh"), *hidden[place:]]
    session.change(with_network(session.experiment, hidden=tuple(new)))
    fresh = drawn(session)
    # The layer after it has the same units, but reads from another layer.
    after = (fresh[place + 1][0], before[place][1])
    assert_same(weights(session), [*before[:place], fresh[place], after, *before[place + 1 :]])


@given(layers.filter(bool), st.data())
@quick
def test_a_layer_taken_out_leaves_all_others_as_they_are(hidden, data):
    place = data.draw(st.integers(0, len(hidden) - 1))
    session = started(hidden)
    before = weights(session)
    session.change(with_network(session.experiment, hidden=(*hidden[:place], *hidden[place + 1 :])))
    after = (drawn(session)[place][0], before[place + 1][1])
    assert_same(weights(session), [*before[:place], after, *before[place + 2 :]])


@given(layers.filter(bool), st.data(), st.integers(1, 12))
@quick
def test_units_that_come_and_go_leave_the_others_as_they_are(hidden, data, units):
    place = data.draw(st.integers(0, len(hidden) - 1))
    session = started(hidden)
    before = weights(session)
    new = [*hidden]
    new[place] = LayerSettings(units, hidden[place].activation)
    session.change(with_network(session.experiment, hidden=tuple(new)))
    expected = drawn(session) if units != hidden[place].units else before
    kept = min(units, hidden[place].units)
    for layer, (W, b) in enumerate(before):
        if layer == place:
            expected[layer][0][:kept], expected[layer][1][:kept] = W[:kept], b[:kept]
        elif layer == place + 1:
            expected[layer][0][:, :kept], expected[layer][1][...] = W[:, :kept], b
        else:
            expected[layer] = (W, b)
    assert_same(weights(session), expected)


@given(layers.filter(bool), st.data(), st.sampled_from(HIDDEN_ACTIVATIONS))
@quick
def test_another_activation_changes_no_weight(hidden, data, activation):
    place = data.draw(st.integers(0, len(hidden) - 1))
    session = started(hidden)
    before = weights(session)
    new = [*hidden]
    new[place] = LayerSettings(hidden[place].units, activation)
    session.change(with_network(session.experiment, hidden=tuple(new)))
    assert_same(weights(session), before)
    assert session.run.network.activations[place] == activation


@given(
    layers,
    st.lists(st.sampled_from(FORMULAS), min_size=1, unique=True),
    st.lists(st.sampled_from(FORMULAS), min_size=1, unique=True),
)
@quick
def test_features_keep_their_weights_by_name(hidden, old, new):
    session = started(hidden, old)
    before = weights(session)
    session.change(with_features(session.experiment, new))
    expected_W = drawn(session)[0][0]
    for column, name in enumerate(new):
        if name in old:
            expected_W[:, column] = before[0][0][:, old.index(name)]
    assert_same(weights(session), [(expected_W, before[0][1]), *before[1:]])


@pytest.mark.parametrize("output", ["tanh", "linear", "relu", "sin"])
def test_another_output_activation_with_as_many_outputs_changes_no_weight(output):
    session = started([LayerSettings(3, "tanh")])
    before = weights(session)
    changed = override(session.experiment, [f"network.output_activation={output}", "training.cost=huber"])
    session.change(changed)
    assert_same(weights(session), before)


SOFTMAX = ["network.output_activation=softmax", "training.cost=cross_entropy"]
SIGMOID = ["network.output_activation=sigmoid", "training.cost=binary_cross_entropy"]
TANH = ["network.output_activation=tanh", "training.cost=huber"]
HIDDEN = [(), (LayerSettings(3, "tanh"),), (LayerSettings(4, "relu"), LayerSettings(3, "sin"))]
GRID = np.stack(np.meshgrid(np.linspace(-6, 6, 9), np.linspace(-6, 6, 9))).reshape(2, -1)


def trained(hidden, settings) -> TrainingSession:
    session = TrainingSession(override(with_network(CIRCLES, hidden=hidden), settings))
    for _ in range(5):
        session.step_epoch()
    return session


def odds(session: TrainingSession) -> np.ndarray:
    """Return how likely class 1 is on a grid, among the classes 0 and 1, `(81,)`."""
    A = session.run.network.predict(session.run.examples.normalised(GRID))
    return A[0] if len(A) == 1 else A[1] / (A[0] + A[1])


@pytest.mark.parametrize("hidden", HIDDEN)
@pytest.mark.parametrize(("settings", "others"), [(SIGMOID, SOFTMAX), (SOFTMAX, SIGMOID)])
def test_an_output_for_each_of_two_classes_predicts_what_one_for_both_did(hidden, settings, others):
    session = trained(hidden, settings)
    before, first = odds(session), weights(session)
    outputs = session.run.network.sizes[-1]
    session.change(override(session.experiment, others))
    assert session.run.network.sizes[-1] == 3 - outputs
    np.testing.assert_allclose(odds(session), before, rtol=1e-12)
    assert_same(weights(session)[:-1], first[:-1])
    session.change(override(session.experiment, settings))
    np.testing.assert_allclose(odds(session), before, rtol=1e-12)


def with_third_class(experiment: Experiment) -> Experiment:
    points = [[*place, label] for place, label in zip(GRID.T.tolist(), np.arange(81) % 3, strict=True)]
    return edited(experiment, "data.source", PointsSource(points=tuple(map(tuple, points))))


@pytest.mark.parametrize("hidden", HIDDEN)
def test_a_third_class_leaves_the_odds_of_the_first_two_and_takes_them_with_it(hidden):
    session = trained(hidden, SIGMOID)
    before = odds(session)
    session.change(with_third_class(session.experiment))
    assert session.experiment.network.output_activation == "softmax"
    assert session.run.network.sizes[-1] == 3
    np.testing.assert_allclose(odds(session), before, rtol=1e-12)
    np.testing.assert_array_equal(weights(session)[-1][0][2], drawn(session)[-1][0][2])
    session.step_epoch()
    before = odds(session)
    session.change(edited(session.experiment, "data.source", "circles"))
    assert session.experiment.network.output_activation == "sigmoid"
    assert session.run.network.sizes[-1] == 1
    np.testing.assert_allclose(odds(session), before, rtol=1e-9)


def test_more_outputs_keep_the_first_where_the_output_means_something_else():
    session = started([LayerSettings(3, "tanh")])
    session.change(override(session.experiment, TANH))
    before = weights(session)
    session.change(override(session.experiment, SOFTMAX))
    assert session.run.network.sizes == (2, 3, 2)
    after = weights(session)
    assert_same(after[:1], before[:1])
    np.testing.assert_array_equal(after[1][0][:1], before[1][0])
    np.testing.assert_array_equal(after[1][0][1:], drawn(session)[1][0][1:])


def test_of_equal_layers_as_many_stay_as_there_are():
    equal = [LayerSettings(4, "tanh")] * 3
    session = started(equal)
    before = weights(session)
    session.change(with_network(session.experiment, hidden=tuple(equal[:2])))
    after = weights(session)
    assert_same(after[:2], before[:2])
    np.testing.assert_array_equal(after[2][1], before[3][1])


@pytest.mark.parametrize("path", ["data.samples=30", "data.noise=0.1", "data.seed=9", "data.train_fraction=0.8"])
def test_other_examples_change_no_weight(path):
    session = started([LayerSettings(3, "tanh")])
    before = weights(session)
    session.change(override(session.experiment, [path]))
    assert_same(weights(session), before)


@pytest.mark.parametrize("cost", allowed_costs("sigmoid", 1))
def test_another_cost_changes_no_weight(cost):
    session = started([LayerSettings(3, "tanh")])
    before = weights(session)
    session.change(override(session.experiment, [f"training.cost={cost}"]))
    assert_same(weights(session), before)


def test_single_precision_rounds_the_weights_and_keeps_them():
    session = TrainingSession(CIRCLES)
    session.step_epoch()
    before = weights(session)
    session.change(override(session.experiment, ["network.dtype=float32"]))
    for (W, b), (old_W, old_b) in zip(weights(session), before, strict=True):
        assert W.dtype == b.dtype == np.float32
        np.testing.assert_array_equal(W, old_W.astype(np.float32))
        np.testing.assert_array_equal(b, old_b.astype(np.float32))


@pytest.mark.parametrize("initializer", [name for name in INITIALIZERS if name != "xavier"])
def test_another_initializer_draws_all_weights_anew(initializer):
    session = TrainingSession(CIRCLES)
    session.step_epoch()
    session.change(with_network(session.experiment, initializer=initializer))
    assert_same(weights(session), drawn(session))
    assert (session.epoch, session.update) == (0, 0)
    assert len(session.run.history) == 1


def test_another_seed_draws_all_weights_anew():
    session = TrainingSession(CIRCLES)
    first = weights(session)
    session.step_epoch()
    session.change(with_network(session.experiment, seed=5))
    assert_same(weights(session), drawn(session))
    assert all((old_W != W).all() for (W, _), (old_W, _) in zip(weights(session), first, strict=True))
    assert (session.epoch, session.update) == (0, 0)


def test_the_counts_go_on_and_a_running_session_runs_on():
    session = TrainingSession(CIRCLES)
    session.start()
    session.advance(float("inf"), until_epoch=3)
    session.change(with_network(session.experiment, hidden=(LayerSettings(4, "relu"),)))
    assert session.loop.running
    assert (session.epoch, session.update) == (3, 3)
    session.advance(float("inf"), until_epoch=5)
    assert (session.epoch, session.update) == (5, 5)
    np.testing.assert_array_equal(session.run.history.curves().epochs, range(6))


def test_the_curve_goes_on_with_another_number_of_layers_but_for_the_gradients():
    session = TrainingSession(CIRCLES)
    session.advance(float("inf"), until_epoch=3)
    before = session.run.history.curves()
    session.change(with_network(session.experiment, hidden=(LayerSettings(4, "tanh"), LayerSettings(4, "tanh"))))
    curves = session.run.history.curves()
    np.testing.assert_array_equal(curves.epochs, range(4))
    np.testing.assert_array_equal(curves.train_cost[:3], before.train_cost[:3])
    assert curves.train_cost[3] == session.run.scores().train_cost
    assert curves.gradient_norms.shape == (3, 4)
    assert np.isnan(curves.gradient_norms).all()
    session.advance(float("inf"), until_epoch=4)
    assert np.isfinite(session.run.history.curves().gradient_norms[:, 4]).all()


@pytest.mark.parametrize(
    "settings",
    [
        ["data.source=moons"],
        ["training.cost=huber"],
        ["network.output_activation=tanh", "training.cost=squared_error"],
        ["network.output_activation=softmax", "training.cost=cross_entropy"],
    ],
)
def test_costs_that_cannot_be_compared_begin_a_new_curve_and_keep_the_weights(settings):
    session = TrainingSession(CIRCLES)
    session.advance(float("inf"), until_epoch=3)
    before = weights(session)
    session.change(override(session.experiment, settings))
    curves = session.run.history.curves()
    np.testing.assert_array_equal(curves.epochs, [3])
    assert curves.train_cost[0] == session.run.scores().train_cost
    assert (session.epoch, session.update) == (3, 3)
    assert_same(weights(session)[:-1], before[:-1])
    session.advance(float("inf"), until_epoch=5)
    np.testing.assert_array_equal(session.run.history.curves().epochs, [3, 4, 5])
    session.undo()
    np.testing.assert_array_equal(session.run.history.curves().epochs, range(4))


@pytest.mark.parametrize(
    "setting",
    [
        "training.learning_rate=0.5",
        "training.optimizer=sgd",
        "training.batch_size=3",
        "training.l2=0.1",
        "network.hidden=[3]",
        'network.hidden=[{"units": 4, "activation": "relu"}]',
        'data.features=["x1"]',
        "data.noise=0.1",
        "data.train_fraction=0.8",
    ],
)
def test_other_changes_go_on_with_the_curve(setting):
    session = TrainingSession(CIRCLES)
    session.advance(float("inf"), until_epoch=3)
    session.change(override(session.experiment, [setting]))
    np.testing.assert_array_equal(session.run.history.curves().epochs, range(4))
