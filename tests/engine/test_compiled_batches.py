"""Compiled mini-batches: examples laid out in order, rates that stay live, penalties on weights alone."""

import numpy as np
import pytest

from playground.engine import Network
from playground.engine.batch_schedule import BatchPlan
from playground.engine.compiled_batches import CompiledBatches, Penalties, Rates, defers_mean
from playground.engine.operations import run
from playground.engine.optimizers import OPTIMIZERS, UpdateBuffers


def network():
    return Network([2, 3, 2], ["tanh", "softmax"], "cross_entropy", initializer="normal", seed=1)


def block_of(net, n_examples, batch_size, optimizer="sgd", rate=0.0, penalties=None):
    rng = np.random.default_rng(0)
    X, Y = rng.standard_normal((2, n_examples)), np.eye(2)[rng.integers(0, 2, n_examples)].T
    rows = np.vstack([X, np.ones((1, n_examples))]).T.copy()
    bounds = BatchPlan.of(n_examples, batch_size, 24).batch_bounds(0)
    rates = Rates(rate, net.dtype)
    update = UpdateBuffers.for_parameters(net.parameters)
    penalties = Penalties() if penalties is None else penalties
    return CompiledBatches(net, rows, Y.T.copy(), bounds, update, optimizer, rates, penalties), X, Y


def test_batches_are_the_examples_in_the_order_given():
    block, X, Y = block_of(network(), 7, 3)
    epochs = len(block.sizes) // 3
    order = np.concatenate([np.random.default_rng(epoch).permutation(7) for epoch in range(epochs)])
    block.lay_out(order)
    assert block.sizes == [3, 3, 1] * epochs
    assert block.offsets.tolist() == [0, *np.cumsum(block.sizes)]
    for number in range(len(block.sizes)):
        examples = order[block.offsets[number] : block.offsets[number + 1]]
        batch_X, batch_Y = block.batch(number)
        np.testing.assert_array_equal(batch_X, X[:, examples])
        np.testing.assert_array_equal(batch_Y, Y[:, examples])


def test_costs_are_each_examples_own_in_the_order_they_came():
    net = network()
    block, X, Y = block_of(net, 7, 3)  # with a rate of 0 the weights stay, so every cost can be looked up
    order = np.tile(np.random.default_rng(3).permutation(7), len(block.sizes) // 3)
    block.lay_out(order)
    run(block.operations)
    expected = [net.cost(X[:, [example]], Y[:, [example]]) for example in order]
    np.testing.assert_allclose(block.costs(0, len(block.sizes)), expected, rtol=1e-12)
    np.testing.assert_allclose(block.costs(1, 3), expected[3:7], rtol=1e-12)


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize("penalties", [Penalties(), Penalties(0.1, 0.0), Penalties(0.0, 0.1)])
def test_every_update_has_the_same_number_of_operations(optimizer, penalties):
    block, _, _ = block_of(network(), 7, 3, optimizer, penalties=penalties)
    assert len(block.operations) == block.per_update * len(block.sizes)


def test_rates_follow_the_value_for_every_divisor():
    rates = Rates(0.5, np.dtype("float64"))
    by_one, by_ten = rates.divided_by(1), rates.divided_by(10)
    assert (by_one, by_ten) == (0.5, 0.05)
    rates.value = 3.0
    assert (by_one, by_ten) == (3.0, 0.3)
    assert rates.divided_by(10) is by_ten


def test_the_mean_rides_in_the_rate_of_plain_descent_only():
    assert defers_mean("sgd", Penalties())
    assert not defers_mean("sgd", Penalties(l2=0.1))
    assert not any(defers_mean(name, Penalties()) for name in OPTIMIZERS if name != "sgd")


def test_the_penalty_is_on_weights_and_never_on_biases():
    net = Network([2, 1], ["linear"], "squared_error")
    net.W[0][...], net.b[0][...] = [[3.0, -4.0]], [[100.0]]
    assert Penalties(l1=0.5).value(net) == 0.5 * 7
    assert Penalties(l2=0.5).value(net) == 0.5 * 0.5 * 25
    assert Penalties(0.1, 0.2).value(net) == pytest.approx(0.7 + 2.5)
    assert Penalties().value(net) == 0

    buffers = UpdateBuffers.for_parameters(net.parameters)
    buffers.cost_gradient[...] = [1, 2, 3]
    run(Penalties(0.5, 0.1).operations(net, buffers))
    np.testing.assert_allclose(buffers.gradients[0], [1 + 0.5 + 0.3, 2 - 0.5 - 0.4, 3])
    assert buffers.cost_gradient.tolist() == [1, 2, 3]
    np.testing.assert_allclose(Penalties(0.5, 0.1).gradient(net.structure, net.parameters), [0.5 + 0.3, -0.5 - 0.4, 0])
