"""The gradient check: it passes what is right, catches what is broken, and looks away at kinks."""

from dataclasses import replace
from functools import partial
from types import MappingProxyType

import numpy as np
import pytest

from playground.engine import ACTIVATIONS, COSTS, Network, activations, check_gradients, costs, propagation
from playground.engine.gradient_check import CentralDifferences, GradientChecker

X = np.random.default_rng(0).standard_normal((2, 6))
Y = np.array([[1.0, 0.0, 0.0, 1.0, 1.0, 0.0]])


def network(hidden="tanh", output="sigmoid", cost="binary_cross_entropy", **changes):
    return Network([2, 3, 3, 1], [hidden, hidden, output], cost, **({"initializer": "normal", "seed": 1} | changes))


def use(monkeypatch, module, name, table):
    monkeypatch.setattr(module, name, MappingProxyType(table))


def test_a_right_gradient_passes_and_every_parameter_is_reported():
    net = network()
    before = net.parameters.copy()
    check = check_gradients(net, X, Y)
    assert check.passed
    assert check.epsilon == 1e-5
    assert [parameter.name for parameter in check.parameters] == ["W1", "b1", "W2", "b2", "W3", "b3"]
    analytic = net.backpropagate(X, Y)
    for parameter, gradient in zip(check.parameters[::2], analytic.W, strict=True):
        np.testing.assert_array_equal(parameter.analytic, gradient)
    for parameter in check.parameters:
        difference = np.abs(parameter.analytic - parameter.numerical)
        assert parameter.passed
        assert not parameter.at_kink.any()
        assert parameter.mean_absolute_difference == pytest.approx(difference.mean())
        scale = np.maximum(np.abs(parameter.analytic) + np.abs(parameter.numerical), 1e-8)
        assert parameter.max_relative_error == pytest.approx((difference / scale).max())
        assert parameter.max_relative_error < 1e-7
    np.testing.assert_array_equal(net.parameters, before)


def test_the_numerical_gradient_is_a_central_difference_of_the_cost():
    net, epsilon = network(), 1e-3
    check = check_gradients(net, X, Y, epsilon=epsilon)
    net.W[1][2, 0] += epsilon
    above = net.cost(X, Y)
    net.W[1][2, 0] -= 2 * epsilon
    below = net.cost(X, Y)
    assert check.parameters[2].numerical[2, 0] == pytest.approx((above - below) / (2 * epsilon), rel=1e-10)


@pytest.mark.parametrize("broken", ["hidden", "output", "cost", "fused"])
def test_a_broken_derivative_is_caught_where_it_is_broken(monkeypatch, broken):
    # Each record is replaced as a student's slip would: a slope of 1 + a² for tanh, the sign of the delta …
    net = network(cost="half_squared_error" if broken in ("cost", "output") else "binary_cross_entropy")
    if broken in ("hidden", "output"):
        name = {"hidden": "tanh", "output": "sigmoid"}[broken]

        def slope(_z, a, d):
            return [partial(np.multiply, a, a, d), partial(np.add, d, 1.0, d)]

        table = {**ACTIVATIONS, name: replace(ACTIVATIONS[name], derivative=slope)}
        for module in (activations, propagation):
            use(monkeypatch, module, "ACTIVATIONS", table)
    else:
        name = net.structure.cost
        record = COSTS[name]
        if broken == "cost":
            record = replace(record, delta=lambda A, Y, dA: [partial(np.subtract, Y, A, dA)])
        else:
            fused = replace(record.fused["sigmoid"], delta=lambda A, Y, dZ: [partial(np.add, A, Y, dZ)])
            record = replace(record, fused={"sigmoid": fused})
        for module in (costs, propagation):
            use(monkeypatch, module, "COSTS", {**COSTS, name: record})
    check = check_gradients(net, X, Y)
    assert not check.passed
    failed = {parameter.name for parameter in check.parameters if not parameter.passed}
    # A slip in a hidden layer spoils what lies below it; the output layer's own gradient stays right.
    assert failed == ({"W1", "b1", "W2", "b2"} if broken == "hidden" else {"W1", "b1", "W2", "b2", "W3", "b3"})


def test_parameters_that_carry_a_unit_across_a_kink_are_set_apart():
    net = Network([1, 2, 1], ["relu", "linear"], "half_squared_error", initializer="zeros")
    net.W[0][...], net.b[0][...], net.W[1][...] = [[1.0], [1.0]], [[0.0], [3.0]], [[1.0, 1.0]]
    # At x = 0 the first unit stands exactly on relu's kink, the second well above it.
    check = check_gradients(net, [[0.0]], [[1.0]])
    kinks = {parameter.name: parameter.at_kink.ravel().tolist() for parameter in check.parameters}
    assert kinks == {"W1": [False, False], "b1": [True, False], "W2": [False, False], "b2": [False]}
    b1 = check.parameters[1]
    assert abs(b1.analytic[0, 0] - b1.numerical[0, 0]) > 0.1  # 0 against half the slope: neither right nor wrong
    assert check.passed
    assert b1.max_relative_error < 1e-8


def test_an_output_on_its_target_is_a_kink_of_the_absolute_error():
    net = Network([1, 1], ["linear"], "absolute_error", initializer="zeros")
    check = check_gradients(net, [[2.0, 1.0]], [[0.0, 5.0]])
    assert check.passed
    assert all(parameter.at_kink.all() for parameter in check.parameters)
    assert not any(parameter.at_kink.any() for parameter in check_gradients(net, [[2.0]], [[1.0]]).parameters)


def test_a_float32_network_is_checked_in_float64():
    net = network(dtype="float32")
    check = check_gradients(net, X, Y)
    assert check.passed
    assert {parameter.analytic.dtype for parameter in check.parameters} == {np.dtype("float64")}
    assert net.parameters.dtype == np.float32


def test_rounding_takes_over_where_epsilon_is_tiny_and_truncation_where_it_is_large():
    errors = {
        epsilon: max(p.max_relative_error for p in check_gradients(network(), X, Y, epsilon=epsilon).parameters)
        for epsilon in (1e-1, 1e-5, 1e-12)
    }
    assert errors[1e-5] < 1e-3 * errors[1e-1]
    assert errors[1e-5] < 1e-3 * errors[1e-12]


def test_weights_that_blew_up_fail_the_check_without_a_warning():
    net = network(hidden="relu", output="linear", cost="squared_error")
    net.parameters[...] = 1e200
    assert not check_gradients(net, X, Y).passed


def test_progress_is_reported_and_may_cancel():
    seen = []

    def progress(done, total):
        seen.append((done, total))
        return len(seen) < 3

    net = Network([20, 20, 1], ["tanh", "linear"], "squared_error")
    with pytest.raises(InterruptedError, match="cancelled"):
        check_gradients(net, np.zeros((20, 1)), [[0.0]], progress=progress)
    assert seen == [(0, 441), (100, 441), (200, 441)]


@pytest.mark.parametrize("epsilon", [0.0, -1e-5, float("nan"), float("inf")])
def test_epsilon_must_be_positive(epsilon):
    with pytest.raises(ValueError, match="expected a positive number"):
        check_gradients(network(), X, Y, epsilon=epsilon)


def test_shapes_are_checked_first():
    with pytest.raises(ValueError, match=r"X has the shape \(3, 6\), expected \(2, m\)"):
        check_gradients(network(), np.zeros((3, 6)), Y)


def test_bit_by_bit_it_comes_to_the_same():
    net = network("relu")
    checker = GradientChecker(CentralDifferences(net, X, Y), 1e-4)
    assert not checker.is_complete
    while not checker.is_complete:
        checker.check_one()
    whole = check_gradients(net, X, Y, 1e-4)
    assert checker.done == net.parameters.size
    for one, other in zip(checker.result().parameters, whole.parameters, strict=True):
        np.testing.assert_array_equal(one.analytic, other.analytic)
        np.testing.assert_array_equal(one.numerical, other.numerical)
        np.testing.assert_array_equal(one.at_kink, other.at_kink)
    analytic = [parameter.analytic for parameter in whole.parameters]
    pairs = zip(analytic[::2], analytic[1::2], strict=True)
    np.testing.assert_array_equal(checker.analytic, np.concatenate([np.hstack(pair).ravel() for pair in pairs]))


@pytest.mark.parametrize("scale", [1e3, 1e5, 1e7])
@pytest.mark.parametrize("cost", ["squared_error", "huber", "absolute_error"])
def test_the_rounding_of_a_large_cost_is_no_failure_and_hides_no_mistake(scale, cost):
    net = Network([3, 8, 1], ["tanh", "linear"], cost, seed=4)
    rng = np.random.default_rng(5)
    inputs, targets = rng.random((3, 20)), scale * (1 + rng.random((1, 20)))
    check = check_gradients(net, inputs, targets)
    assert check.passed
    floor = 4 * 2.0**-52 * check.cost / check.epsilon
    for parameter in check.parameters:
        lost = np.abs(parameter.analytic - parameter.numerical)[parameter.in_rounding]
        assert (lost <= floor).all()
        assert parameter.max_relative_error < 1e-4
    assert check.judged == sum(parameter.analytic.size for parameter in check.parameters) - check.in_rounding
    assert check.judged > 5
    assert not check_gradients(net, inputs, targets, mistake="missing_activation_derivative").passed


def test_a_slope_below_the_rounding_of_the_cost_is_counted_and_not_judged():
    net = Network([2, 1], ["linear"], "squared_error", initializer="zeros")
    # The targets cancel in the first slope: what is left of it is far below the digits of a cost of 10^16.
    check = check_gradients(net, [[1.0, 1.0], [1.0, -1.0]], [[1e8, -1e8 + 1]])
    assert check.cost == pytest.approx(1e16)
    assert check.passed
    assert check.in_rounding == 2  # the first weight and the bias
    assert check.parameters[0].in_rounding.tolist() == [[True, False]]
    assert check.judged == 1


def test_a_cost_that_is_not_finite_passes_nothing_off_as_rounding():
    net = Network([1, 1], ["linear"], "squared_error", initializer="zeros")
    assert not check_gradients(net, [[1.0]], [[1e200]]).passed
