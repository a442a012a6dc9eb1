"""Compiled mini-batches: examples laid out in order, rates that stay live, as many operations in each update."""

import numpy as np
import pytest

from playground.engine import OPTIMIZERS, Network, UpdateRule
from playground.engine.batch_schedule import BatchPlan
from playground.engine.compiled_batches import CompiledBatches
from playground.engine.dropout import Masks, MaskStream
from playground.engine.operations import run
from playground.engine.optimizers import UpdateBuffers
from playground.engine.rate_schedules import Rates


def network():
    return Network([2, 3, 2], ["tanh", "softmax"], "cross_entropy", initializer="normal", seed=1)


def block_of(net, n_examples, batch_size, **rule):
    rng = np.random.default_rng(0)
    X, Y = rng.standard_normal((2, n_examples)), np.eye(2)[rng.integers(0, 2, n_examples)].T
    rows = np.vstack([X, np.ones((1, n_examples))]).T.copy()
    bounds = BatchPlan.of(n_examples, batch_size, 24).batch_bounds(0)
    rates = Rates(0.0, net.dtype)
    update = UpdateBuffers.for_parameters(net.parameters)
    masks = Masks([MaskStream(np.random.default_rng(0))])
    return CompiledBatches(net, rows, Y.T.copy(), bounds, update, UpdateRule(**rule), rates, masks), X, Y


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
@pytest.mark.parametrize(
    "rule", [{}, {"l1": 0.1}, {"l2": 0.1}, {"clip_norm": 1.0}, {"schedule": "step"}, {"dropout": 0.5}]
)
def test_every_update_has_the_same_number_of_operations(optimizer, rule):
    block, _, _ = block_of(network(), 7, 3, optimizer=optimizer, **rule)
    assert len(block.operations) == block.per_update * len(block.sizes)


def test_rates_follow_the_value_for_every_divisor():
    rates = Rates(0.5, np.dtype("float64"))
    by_one, by_ten = rates.divided_by(1), rates.divided_by(10)
    assert (by_one, by_ten) == (0.5, 0.05)
    rates.value = 3.0
    assert (by_one, by_ten) == (3.0, 0.3)
    assert rates.divided_by(10) is by_ten
