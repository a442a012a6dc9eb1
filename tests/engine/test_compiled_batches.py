"""Compiled mini-batches: examples laid out in order, rates that stay live, as many operations in each update."""

import numpy as np
import pytest

from playground.engine import ACTIVATIONS, COSTS, OPTIMIZERS, Network, Trainer, UpdateRule
from playground.engine.batch_schedule import BatchPlan
from playground.engine.compiled_batches import CompiledBatches, Masks, MaskStream
from playground.engine.mistakes import derivative
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


HIDDEN = [name for name, record in ACTIVATIONS.items() if not record.output_only]


def dropping(network, examples, **settings):
    X, Y = examples
    return Trainer(network(), X, Y, **({"batch_size": 5, "seed": 1, "dropout": 0.4} | settings))


def test_a_mask_keeps_a_neuron_with_its_probability_and_scales_it_up(network, examples):
    ours = dropping(network, examples, learning_rate=0.0)
    kept = []
    for _ in range(3000):
        ours.run_updates(1)
        masks = ours.masks
        assert [len(mask) for mask in masks] == [4, 3]
        assert {value for mask in masks for value in np.unique(mask)} <= {0.0, 1 / 0.6}
        kept.append(np.concatenate([mask.mean(axis=1) for mask in masks]))
    # scaled up, so that the expectation of each neuron is what it is without
    np.testing.assert_allclose(np.mean(kept, axis=0), 1.0, atol=0.03)


@pytest.mark.parametrize("activation", HIDDEN)
@pytest.mark.parametrize("output", [("linear", "half_squared_error"), ("tanh", "squared_error")])
def test_an_update_is_that_of_the_network_with_these_masks(examples, activation, output):
    X, Y = examples
    net = Network([2, 4, 3, 2], [activation, activation, output[0]], output[1], initializer="normal", seed=3)
    W, b = [w.copy() for w in net.W], [v.copy() for v in net.b]
    ours = Trainer(net, X, Y, batch_size=7, dropout=0.3, learning_rate=0.0)
    batch_X, batch_Y = ours.next_batch()
    ours.run_updates(1)
    masks, A, Z = ours.masks, [batch_X], []
    for layer in range(3):
        Z.append(W[layer] @ A[-1] + b[layer])
        a = ACTIVATIONS[net.activations[layer]](Z[-1])
        A.append(a * masks[layer] if layer < 2 else a)
    dA = np.empty_like(A[-1])
    for operation in COSTS[output[1]].delta(A[-1], batch_Y, dA):
        operation()
    expected = []
    for layer in (2, 1, 0):
        slope = derivative(net.activations[layer], Z[layer], ACTIVATIONS[net.activations[layer]](Z[layer]))
        dZ = dA * slope * (masks[layer] if layer < 2 else 1)
        m = batch_X.shape[1]
        expected.insert(0, np.hstack([dZ @ A[layer].T, dZ.sum(axis=1, keepdims=True)]).ravel() / m)
        dA = W[layer].T @ dZ
    np.testing.assert_allclose(ours.gradient, np.concatenate(expected), rtol=1e-10, atol=1e-13)


def test_it_is_off_wherever_the_network_is_evaluated(network, examples):
    X, Y = examples
    ours = dropping(network, examples, learning_rate=0.0)
    net = ours.network
    before = net.cost(X, Y), net.predict(X), net.backpropagate(X, Y).W[0]
    ours.run_epochs(2)
    for value, same in zip((net.cost(X, Y), net.predict(X), net.backpropagate(X, Y).W[0]), before, strict=True):
        np.testing.assert_array_equal(value, same)


def test_its_mean_gradient_is_near_that_of_a_linear_network():
    # of a linear network, masks only add noise: their expectation is the network itself
    rng = np.random.default_rng(5)
    X, Y = rng.standard_normal((2, 8)), np.zeros((1, 8))
    net = Network([2, 6, 1], ["linear", "linear"], "half_squared_error", initializer="normal", seed=2)
    plain = net.predict(X)
    ours = Trainer(net, X, Y, batch_size=8, dropout=0.5, learning_rate=0.0)
    outputs = []
    for _ in range(4000):
        ours.run_updates(1)
        outputs.append(net.W[1] @ ((net.W[0] @ X + net.b[0]) * ours.masks[0]) + net.b[1])
    spread = np.std(outputs, axis=0) / np.sqrt(len(outputs))
    assert (np.abs(np.mean(outputs, axis=0) - plain) < 5 * spread).all()


@pytest.mark.parametrize("optimizer", ["sgd", "adam"])
def test_going_back_in_time_draws_the_same_masks_again(trainer, layout, optimizer):
    ours = trainer(**layout, optimizer=optimizer, dropout=0.3)
    ours.run_updates(13)
    state = ours.state()
    ours.run_updates(17)
    there, masks = ours.network.parameters.copy(), ours.masks
    ours.restore(state)
    ours.run_updates(17)
    np.testing.assert_array_equal(ours.network.parameters, there)
    other = trainer(**layout, optimizer=optimizer, dropout=0.3)
    other.restore(state)
    for _ in range(17):
        other.run_updates(1)
    np.testing.assert_array_equal(other.network.parameters, there)
    for one, again in zip(other.masks, masks, strict=True):
        np.testing.assert_array_equal(one, again)


def test_every_update_and_every_epoch_has_masks_of_its_own(trainer, layout):
    ours = trainer(**layout, dropout=0.5)
    seen = set()
    for _ in range(30):
        ours.run_updates(1)
        seen.add(np.concatenate([mask.ravel() for mask in ours.masks]).tobytes())
    assert len(seen) >= (29 if layout["batch_size"] > 2 else 25)  # 7 neurons of one example: some masks come twice


def test_a_copy_that_looks_at_the_next_batch_has_its_masks(trainer):
    ours = trainer(optimizer="adam", dropout=0.4, schedule="cosine")
    ours.run_updates(8)
    X, Y = ours.next_batch()
    net = Network(ours.network.sizes, ours.network.activations, ours.network.structure.cost)
    net.parameters[...] = ours.network.parameters
    copy = Trainer(net, X, Y, learning_rate=ours.rate, batch_size=X.shape[1], optimizer="adam", dropout=0.4)
    copy.continue_from(ours)
    copy.draw_masks_as(ours)
    for each in (ours, copy):
        each.run_updates(1)
    np.testing.assert_array_equal(net.parameters, ours.network.parameters)


def test_the_shuffling_is_the_same_with_and_without_it(trainer):
    without, dropped = trainer(learning_rate=0.0), trainer(learning_rate=0.0, dropout=0.5)
    for _ in range(12):
        np.testing.assert_array_equal(without.next_batch()[0], dropped.next_batch()[0])
        for each in (without, dropped):
            each.run_updates(1)


def test_a_network_without_hidden_layers_has_nothing_to_drop():
    net = Network([2, 1], ["sigmoid"], "binary_cross_entropy")
    ours = Trainer(net, [[1.0, 2.0], [0.5, -1.0]], [[0.0, 1.0]], dropout=0.5)
    plain = Trainer(Network([2, 1], ["sigmoid"], "binary_cross_entropy"), [[1.0, 2.0], [0.5, -1.0]], [[0.0, 1.0]])
    for each in (ours, plain):
        each.run_updates(5)
    assert ours.masks == []
    np.testing.assert_array_equal(net.parameters, plain.network.parameters)
