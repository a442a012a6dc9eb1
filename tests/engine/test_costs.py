"""Every cost against its closed form; its delta, alone and through every output activation, against differences."""

import math

import numpy as np
import pytest

from playground.engine import ACTIVATIONS, COSTS, Network, allowed_costs, check_gradients
from playground.engine.network import cost_per_example
from playground.engine.operations import run
from playground.engine.propagation import Structure


def huber(a, y):
    return 0.5 * (a - y) ** 2 if abs(a - y) <= 1 else abs(a - y) - 0.5


CLOSED_FORMS = {  # of one output; an example's cost is their sum
    "squared_error": lambda a, y: (a - y) ** 2,
    "half_squared_error": lambda a, y: 0.5 * (a - y) ** 2,
    "binary_cross_entropy": lambda a, y: -(y * math.log(a) + (1 - y) * math.log(1 - a)),
    "cross_entropy": lambda a, y: -y * math.log(a),
    "absolute_error": lambda a, y: abs(a - y),
    "huber": huber,
}
PAIRS = [(activation, cost) for activation in ACTIVATIONS for cost in allowed_costs(activation)]
FUSED = [(cost.name, activation) for cost in COSTS.values() for activation in cost.fused]
RNG = np.random.default_rng(3)
A = RNG.uniform(0.05, 0.95, (3, 5))
ONE_HOT = np.eye(3)[[0, 2, 1, 1, 0]].T
REAL = RNG.normal(0, 2, (3, 5))


def targets(cost):
    return ONE_HOT if COSTS[cost].classification else REAL


def fill(operations, like):
    out = np.full_like(like, np.nan)
    run(operations(out))
    return out


def test_the_table_holds_what_the_interface_names():
    expected = [
        "squared_error",
        "half_squared_error",
        "binary_cross_entropy",
        "cross_entropy",
        "absolute_error",
        "huber",
    ]
    assert list(COSTS) == expected
    assert set(CLOSED_FORMS) == set(COSTS)
    for name, record in COSTS.items():
        assert record.name == name
        texts = (record.label, record.formula, record.delta_formula, record.description, record.source)
        assert all(text.strip() for text in texts)
        assert record.formula.count("{") == record.formula.count("}")


@pytest.mark.parametrize("cost", COSTS)
def test_value_is_the_closed_form_of_each_example(cost):
    Y = targets(cost)
    expected = [sum(CLOSED_FORMS[cost](a, y) for a, y in zip(A[:, i], Y[:, i], strict=True)) for i in range(5)]
    np.testing.assert_allclose(COSTS[cost].value(A, Y), expected, rtol=1e-13)


@pytest.mark.parametrize("cost", COSTS)
def test_delta_is_the_slope_of_the_value_without_the_mean(cost):
    Y, h = targets(cost), 1e-6
    delta = fill(lambda dA: COSTS[cost].delta(A, Y, dA), A)
    for k in range(3):
        step = np.zeros((3, 1))
        step[k] = h
        slope = (COSTS[cost].value(A + step, Y) - COSTS[cost].value(A - step, Y)) / (2 * h)
        np.testing.assert_allclose(delta[k], slope, rtol=1e-6, atol=1e-8)


@pytest.mark.parametrize("cost", COSTS)
def test_targets_between_no_and_yes_are_allowed(cost):
    Y = np.full((3, 5), 1 / 3)
    expected = [sum(CLOSED_FORMS[cost](a, 1 / 3) for a in A[:, i]) for i in range(5)]
    np.testing.assert_allclose(COSTS[cost].value(A, Y), expected, rtol=1e-13)


def test_only_probabilities_go_into_cross_entropies():
    probabilities = {"sigmoid", "softmax"}
    for activation in ACTIVATIONS:
        allowed = set(allowed_costs(activation))
        assert allowed == (
            set(COSTS) if activation in probabilities else set(COSTS) - {"binary_cross_entropy", "cross_entropy"}
        )


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_one_hot_targets_need_an_output_for_each_class(activation):
    everywhere = allowed_costs(activation)
    assert allowed_costs(activation, 3) == allowed_costs(activation, 2) == everywhere
    assert set(allowed_costs(activation, 1)) == set(everywhere) - {"cross_entropy"}


@pytest.mark.parametrize(("activation", "cost"), PAIRS)
def test_backpropagation_through_every_pair_is_the_numerical_gradient(activation, cost):
    network = Network([2, 4, 3], ["tanh", activation], cost, initializer="normal", seed=1)
    X = np.random.default_rng(0).normal(0, 1, (2, 5))
    check = check_gradients(network, X, targets(cost))
    assert check.passed
    for parameter in check.parameters:
        assert not parameter.at_kink.all()
        assert (np.abs(parameter.analytic).max() > 1e-6) != bool(ACTIVATIONS[activation].jumps)
        assert parameter.max_relative_error < 1e-4


@pytest.mark.parametrize(("cost", "activation"), FUSED)
def test_a_fused_pair_equals_its_two_halves_where_both_are_finite(cost, activation):
    Z = RNG.normal(0, 2, (3, 5))
    record, output = COSTS[cost], ACTIVATIONS[activation]
    outputs = output(Z)
    np.testing.assert_allclose(record.fused[activation].value(Z, ONE_HOT), record.value(outputs, ONE_HOT), rtol=1e-12)
    dA = fill(lambda dA: record.delta(outputs, ONE_HOT, dA), Z)
    if output.backward is not None:
        dZ = fill(lambda dZ: output.backward(outputs, dA, dZ), Z)
    else:
        dZ = dA * fill(lambda d: output.derivative(Z, outputs, d), Z)
    fused = fill(lambda dZ: record.fused[activation].delta(outputs, ONE_HOT, dZ), Z)
    np.testing.assert_allclose(fused, dZ, rtol=1e-12, atol=1e-14)


def test_which_pairs_are_computed_from_z():
    assert set(FUSED) == {("binary_cross_entropy", "sigmoid"), ("cross_entropy", "softmax")}


@pytest.mark.parametrize("dtype", ["float64", "float32"])
def test_sigmoid_with_its_cross_entropy_at_a_thousand(dtype):
    network = Network([1, 1], ["sigmoid"], "binary_cross_entropy", initializer="zeros", dtype=dtype)
    network.W[0][...] = 1000
    X, Y = np.array([[1.0, 1.0, -1.0, -1.0]]), np.array([[1.0, 0.0, 1.0, 0.0]])
    costs = cost_per_example(network.structure, 1000 * X.astype(dtype), Y.astype(dtype))
    np.testing.assert_array_equal(costs, [0, 1000, 1000, 0])
    assert network.cost(X, Y) == 500
    gradients = network.backpropagate(X, Y)
    np.testing.assert_array_equal(gradients.dZ[1], [[0, 1, -1, 0]])
    np.testing.assert_array_equal(gradients.W[0], [[0.5]])


@pytest.mark.parametrize("dtype", ["float64", "float32"])
def test_softmax_with_its_cross_entropy_at_a_thousand(dtype):
    network = Network([3, 3], ["softmax"], "cross_entropy", initializer="zeros", dtype=dtype)
    network.W[0][...] = 1000 * np.eye(3)
    X = np.array([[1.0, 1.0, -1.0], [-1.0, -1.0, -1.0], [0.0, 0.0, -1.0]])
    Y = np.array([[1.0, 0.0, 1.0], [0.0, 1.0, 0.0], [0.0, 0.0, 0.0]])
    costs = cost_per_example(network.structure, (1000 * X).astype(dtype), Y.astype(dtype))
    np.testing.assert_allclose(costs, [0, 2000, math.log(3)], rtol=1e-6)
    assert network.cost(X, Y) == pytest.approx((2000 + math.log(3)) / 3)
    gradients = network.backpropagate(X, Y)
    np.testing.assert_allclose(gradients.dZ[1], [[0, 1, -2 / 3], [0, -1, 1 / 3], [0, 0, 1 / 3]], rtol=1e-6, atol=1e-7)


@pytest.mark.parametrize(("activation", "cost"), PAIRS)
@pytest.mark.parametrize("dtype", ["float64", "float32"])
def test_cost_and_delta_are_finite_at_a_thousand(activation, cost, dtype):
    Z = np.array([[1000.0, -1000.0], [-1000.0, 1000.0], [0.0, 1.0]], dtype)
    Y = np.eye(3)[[1, 1]].T.astype(dtype)
    assert np.isfinite(cost_per_example(Structure((3, 3), (activation,), cost), Z, Y)).all()
    network = Network([3, 3], [activation], cost, initializer="zeros", dtype=dtype)
    network.W[0][...] = np.eye(3)
    gradients = network.backpropagate(Z, Y)
    assert np.isfinite(gradients.dZ[1]).all()
    assert gradients.dZ[1].dtype == np.dtype(dtype)


def test_a_wrong_certainty_is_expensive_but_finite_where_cost_and_output_are_apart():
    A = np.array([[0.0, 1.0]])
    for cost in ("binary_cross_entropy", "cross_entropy"):
        Y = np.array([[1.0, 0.0]])
        assert COSTS[cost].value(A, Y)[0] > 700
        assert np.isfinite(COSTS[cost].value(A, Y)).all()
        assert np.isfinite(fill(lambda dA, cost=cost, Y=Y: COSTS[cost].delta(A, Y, dA), A)).all()


def test_the_kinked_cost_is_the_absolute_error():
    assert [name for name, record in COSTS.items() if record.kink] == ["absolute_error"]
