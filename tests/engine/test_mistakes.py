"""Every mistake is found by the gradient check wherever it matters, and nowhere else."""

import numpy as np
import pytest

from playground.engine import ACTIVATIONS, COSTS, MISTAKES, Network, allowed_costs, check_gradients
from playground.engine.mistakes import backpropagate

RNG = np.random.default_rng(3)
X = RNG.standard_normal((2, 5))
CLASSES = np.eye(3)[[0, 1, 2, 1, 0]].T
# A mistake is switched on in networks where it matters.
NETWORKS = {
    "wrong_sign": (["tanh", "tanh", "sigmoid"], "binary_cross_entropy"),
    "missing_transpose": (["tanh", "tanh", "linear"], "huber"),
    "missing_mean": (["tanh", "sin", "linear"], "half_squared_error"),
    "elementwise_softmax": (["tanh", "tanh", "softmax"], "cross_entropy"),
    "missing_activation_derivative": (["tanh", "tanh", "softmax"], "cross_entropy"),
    "derivative_at_a": (["sigmoid", "sigmoid", "sigmoid"], "binary_cross_entropy"),
    "bias_not_summed": (["tanh", "tanh", "linear"], "squared_error"),
    "sums_for_activations": (["tanh", "gelu", "linear"], "squared_error"),
    "last_path": (["tanh", "tanh", "linear"], "squared_error"),
    "updated_weights": (["tanh", "tanh", "linear"], "squared_error"),
    "missing_factor": (["tanh", "tanh", "linear"], "squared_error"),
}
# What is wrong, with three layers: the output layer stays right where the mistake is made below it.
BELOW = {"W1", "b1", "W2", "b2"}
EVERYTHING = BELOW | {"W3", "b3"}
WRONG = {
    "wrong_sign": EVERYTHING,
    "missing_transpose": BELOW,
    "missing_mean": {"W1", "W2", "W3"},
    "elementwise_softmax": EVERYTHING,
    "missing_activation_derivative": BELOW,
    "derivative_at_a": BELOW,
    "bias_not_summed": {"b1", "b2", "b3"},
    "sums_for_activations": {"W2", "W3"},
    "last_path": BELOW,
    "updated_weights": BELOW,
    "missing_factor": EVERYTHING,
}


def network(activations, cost, sizes=(2, 4, 3, 3)):
    return Network(sizes, activations, cost, initializer="normal", seed=2)


def test_every_mistake_is_tried():
    assert set(NETWORKS) == set(WRONG) == set(MISTAKES)


@pytest.mark.parametrize("name", MISTAKES)
def test_the_check_finds_it_where_it_is_made(name):
    net = network(*NETWORKS[name])
    assert MISTAKES[name].matters(net.structure, X.shape[1])
    assert check_gradients(net, X, CLASSES).passed
    check = check_gradients(net, X, CLASSES, mistake=name)
    assert not check.passed
    assert {parameter.name for parameter in check.parameters if not parameter.passed} == WRONG[name]


@pytest.mark.parametrize("name", MISTAKES)
@pytest.mark.parametrize(
    ("activations", "cost", "sizes", "m"),
    [
        (["linear"], "half_squared_error", (2, 1), 1),
        (["linear", "linear"], "half_squared_error", (2, 3, 1), 1),
        (["relu", "sigmoid"], "binary_cross_entropy", (2, 3, 1), 5),
        (["tanh", "softmax"], "cross_entropy", (2, 1, 3), 5),
        (["sin", "linear"], "squared_error", (2, 3, 2), 5),
    ],
)
def test_where_it_does_not_matter_the_gradient_is_right(name, activations, cost, sizes, m):
    net = network(activations, cost, sizes)
    if not MISTAKES[name].matters(net.structure, m):
        assert check_gradients(net, X[:, :m], CLASSES[: sizes[-1], :m], mistake=name).passed


@pytest.mark.parametrize("output", ACTIVATIONS)
@pytest.mark.parametrize("cost", COSTS)
def test_without_a_mistake_the_textbook_agrees_with_the_engine(output, cost):
    if cost not in allowed_costs(output):
        with pytest.raises(ValueError, match="cannot take the output"):
            network(["tanh", "gelu", output], cost)
        return
    net = network(["tanh", "gelu", output], cost)
    gradients = net.backpropagate(X, CLASSES)
    dW, db = backpropagate(net, X, CLASSES)
    for ours, engine in zip((*dW, *db), (*gradients.W, *gradients.b), strict=True):
        np.testing.assert_allclose(ours, engine, rtol=1e-11, atol=1e-14)


def test_unknown_mistakes_are_refused():
    with pytest.raises(ValueError, match="unknown mistake 'typo', expected one of wrong_sign, "):
        check_gradients(network(["tanh", "tanh", "linear"], "huber"), X, CLASSES, mistake="typo")


@pytest.mark.parametrize("record", MISTAKES.values(), ids=MISTAKES)
def test_records_are_for_people(record):
    assert record.name == next(name for name, each in MISTAKES.items() if each is record)
    assert record.description.endswith(".")
    assert record.hint.endswith((".", "?"))
    assert len(record.label) <= 24


def test_the_mean_is_missing_by_the_number_of_examples():
    net = network(["tanh", "tanh", "linear"], "huber")
    check = check_gradients(net, X, CLASSES, mistake="missing_mean")
    np.testing.assert_allclose(check.parameters[0].analytic, 5 * check.parameters[0].numerical, rtol=1e-6, atol=1e-9)


@pytest.mark.parametrize("name", ["relu", "leaky_relu", "linear"])
def test_the_slope_at_the_wrong_number_is_offered_only_where_it_changes_something(name):
    straight = network([name, name, "linear"], "squared_error")
    mistake = MISTAKES["derivative_at_a"]
    assert not mistake.matters(straight.structure, 5)
    right, wrong = (backpropagate(straight, X, CLASSES, which) for which in (None, "derivative_at_a"))
    for one, other in zip((*right[0], *right[1]), (*wrong[0], *wrong[1]), strict=True):
        np.testing.assert_array_equal(one, other)
    assert mistake.matters(network([name, "tanh", "linear"], "squared_error").structure, 5)


def test_the_last_path_is_all_there_is_with_one_output_only():
    two = network(["tanh", "linear"], "half_squared_error", (2, 3, 2))
    Y = CLASSES[:2]
    right, wrong = (backpropagate(two, X, Y, which) for which in (None, "last_path"))
    dZ = two.W[1] @ np.tanh(two.W[0] @ X + two.b[0]) + two.b[1] - Y
    slope = 1 - np.tanh(two.W[0] @ X + two.b[0]) ** 2
    np.testing.assert_allclose(wrong[0][0], (two.W[1][1:].T @ dZ[1:] * slope) @ X.T / 5)
    assert not np.allclose(wrong[0][0], right[0][0])
    one = network(["tanh", "linear"], "half_squared_error", (2, 3, 1))
    assert not MISTAKES["last_path"].matters(one.structure, 5)
    assert "one output" in MISTAKES["last_path"].agrees


def test_the_forgotten_slope_is_a_factor_of_four_at_the_middle_of_a_sigmoid():
    net = network(["sigmoid", "linear"], "half_squared_error", (2, 3, 1))
    net.W[0][...] = net.b[0][...] = 0
    right, wrong = (backpropagate(net, X, CLASSES[:1], which) for which in (None, "missing_activation_derivative"))
    np.testing.assert_allclose(wrong[0][0], 4 * right[0][0])
    np.testing.assert_array_equal(wrong[0][1], right[0][1])


def test_weights_updated_too_early_are_wrong_by_the_learning_rate():
    net = network(["linear", "linear"], "half_squared_error", (2, 3, 1))
    Y = CLASSES[:1]
    (dW, _), dZ = backpropagate(net, X, Y), net.W[1] @ (net.W[0] @ X + net.b[0]) + net.b[1] - Y
    for rate in (0.01, 0.5):
        early = backpropagate(net, X, Y, "updated_weights", rate)[0]
        np.testing.assert_allclose(early[0], dW[0] - rate * dW[1].T @ dZ @ X.T / 5, rtol=1e-10)
        np.testing.assert_array_equal(early[1], dW[1])
    assert not check_gradients(net, X, Y, mistake="updated_weights").passed
    solved = net.W[1] @ (net.W[0] @ X + net.b[0]) + net.b[1]  # no error, so no update and nothing wrong
    assert check_gradients(net, X, solved, mistake="updated_weights").passed


@pytest.mark.parametrize("record", MISTAKES.values(), ids=MISTAKES)
def test_every_mistake_has_its_formula_and_tells_where_it_agrees(record):
    assert record.right != record.wrong
    assert record.right.partition("=")[0] == record.wrong.partition("=")[0]
    assert record.agrees.endswith(".") or record.name == "wrong_sign"
