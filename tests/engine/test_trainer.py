"""Training: each update is the textbook's, and how one asks for updates changes nothing."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playground.engine import OPTIMIZERS, Network, Trainer

PENALTIES = [(0.0, 0.0), (0.0, 0.05), (0.02, 0.0), (0.02, 0.05)]


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize(("l1", "l2"), PENALTIES)
def test_every_update_is_the_textbooks(trainer, follow, optimizer, l1, l2, textbook_training):
    ours = trainer(optimizer=optimizer, learning_rate=0.02, l1=l1, l2=l2)
    textbook = textbook_training(ours.network.W, ours.network.b, optimizer, 0.02, l1, l2)
    follow(ours, textbook, 12)  # two epochs and a bit, with two batches of 3
    gradient, step = ours.used_gradient, ours.step
    for matrix, dW, db in zip(
        ours.network.structure.matrices(gradient), textbook.gradients.W, textbook.gradients.b, strict=True
    ):
        np.testing.assert_allclose(matrix, np.hstack([dW, db]), rtol=1e-10, atol=1e-12)
    before = ours.network.parameters.copy()
    ours.run_updates(1)
    np.testing.assert_allclose(before + ours.step, ours.network.parameters, rtol=1e-14, atol=1e-16)
    assert not np.array_equal(step, ours.step)


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize(("l1", "l2"), PENALTIES)
def test_the_gradient_is_that_of_the_cost_whatever_the_penalties(trainer, optimizer, l1, l2):
    ours = trainer(optimizer=optimizer, learning_rate=0.02, l1=l1, l2=l2)
    ours.run_updates(7)
    X, Y = ours.next_batch()
    expected = ours.network.backpropagate(X, Y)
    weights = [W.copy() for W in ours.network.W]
    ours.run_updates(1)
    state = ours.state()
    for made in (ours, trainer(optimizer=optimizer, learning_rate=0.02, l1=l1, l2=l2)):
        made.restore(state)
        structure = made.network.structure
        pairs = zip(structure.matrices(made.gradient), structure.matrices(made.used_gradient), strict=True)
        for layer, (of_cost, used) in enumerate(pairs):
            W = weights[layer]
            np.testing.assert_allclose(of_cost, np.hstack([expected.W[layer], expected.b[layer]]), rtol=1e-12)
            np.testing.assert_allclose(used[:, :-1], expected.W[layer] + l2 * W + l1 * np.sign(W), rtol=1e-12)
            np.testing.assert_array_equal(used[:, -1:], of_cost[:, -1:])


def test_layouts_follow_the_textbook_too(trainer, follow, layout, textbook_training):
    ours = trainer(**layout, learning_rate=0.05)
    textbook = textbook_training(ours.network.W, ours.network.b, "sgd", 0.05)
    per_epoch = ours.batches_per_epoch
    costs = follow(ours, textbook, 3 * per_epoch)
    assert ours.epoch == 3
    epochs = [costs[start : start + per_epoch] for start in range(0, 3 * per_epoch, per_epoch)]
    means = [sum(cost * m for cost, m in epoch) / layout["n"] for epoch in epochs]
    np.testing.assert_allclose(list(ours.costs), means, rtol=1e-11)


@pytest.mark.parametrize("dtype", ["float64", "float32"])
def test_one_update_worked_by_hand(dtype):
    # One linear unit at w = 0.5, b = 0: outputs 0.5 and 1, errors −0.5 and −1 against 1 and 2, with α = 0.1:
    # dw = (−0.5·1 − 1·2)/2 = −1.25, db = −0.75; l2 = 0.2 adds 0.1 to dw, l1 = 0.05 adds 0.05.
    net = Network([1, 1], ["linear"], "half_squared_error", initializer="zeros", dtype=dtype)
    net.W[0][...] = 0.5
    ours = Trainer(net, [[1, 2]], [[1, 2]], learning_rate=0.1, batch_size=2, l1=0.05, l2=0.2)
    assert ours.penalty() == pytest.approx(0.05 * 0.5 + 0.2 * 0.5 * 0.25)
    ours.run_updates(1)
    np.testing.assert_allclose(ours.used_gradient, [-1.1, -0.75], rtol=1e-6)
    np.testing.assert_allclose(ours.gradient, [-1.25, -0.75], rtol=1e-6)
    np.testing.assert_allclose(net.parameters, [0.61, 0.075], rtol=1e-6)
    assert ours.costs[0] == pytest.approx((0.125 + 0.5) / 2)
    assert net.parameters.dtype == np.dtype(dtype)


def test_every_example_is_seen_once_an_epoch_in_a_new_order(trainer, layout, examples):
    X, Y = examples
    ours = trainer(**layout)
    n, orders = layout["n"], []
    for _ in range(5):
        seen = []
        for _ in range(ours.batches_per_epoch):
            batch_X, batch_Y = ours.next_batch()
            ours.run_updates(1)
            seen += [np.flatnonzero((X[:, :n] == column[:, None]).all(axis=0)).item() for column in batch_X.T]
            np.testing.assert_array_equal(batch_Y, Y[:, seen[-batch_X.shape[1] :]])
        assert sorted(seen) == list(range(n))
        orders.append(tuple(seen))
    assert len(set(orders)) == (1 if ours.batches_per_epoch == 1 else 5)


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_how_updates_are_asked_for_changes_nothing(trainer, optimizer, layout):
    whole, parts = trainer(**layout, optimizer=optimizer), trainer(**layout, optimizer=optimizer)
    per_epoch = whole.batches_per_epoch
    whole.run_epochs(70)
    parts.run_updates(3)
    parts.next_batch()
    parts.run_epochs(2)
    assert (parts.epoch, parts.update, parts.batch_of_epoch) == (3 // per_epoch + 2, parts.epoch * per_epoch, 0)
    assert len(parts.costs) == parts.epoch
    while parts.update < whole.update:
        parts.run_updates(min(7, whole.update - parts.update))
        parts.state()
    np.testing.assert_array_equal(parts.network.parameters, whole.network.parameters)
    np.testing.assert_array_equal(parts.gradient, whole.gradient)
    np.testing.assert_array_equal(parts.step, whole.step)
    assert (parts.epoch, parts.update) == (whole.epoch, whole.update) == (70, 70 * per_epoch)
    np.testing.assert_array_equal(list(parts.costs), list(whole.costs))


@given(st.lists(st.integers(0, 40), max_size=8), st.integers(1, 25))
@settings(max_examples=25, deadline=None)
def test_any_partition_of_the_updates_gives_the_same_weights(trainer, parts, batch_size):
    whole, divided = trainer(batch_size=batch_size), trainer(batch_size=batch_size)
    whole.run_updates(sum(parts))
    for part in parts:
        divided.run_updates(part)
    np.testing.assert_array_equal(divided.network.parameters, whole.network.parameters)
    assert (divided.update, divided.epoch) == (sum(parts), sum(parts) // whole.batches_per_epoch)
    assert len(divided.costs) == divided.epoch


def test_a_seed_means_one_training_and_a_generator_is_used_as_it_is(trainer):
    def parameters(seed):
        ours = trainer(seed=seed)
        ours.run_epochs(4)
        return ours.network.parameters

    np.testing.assert_array_equal(parameters(3), parameters(np.random.default_rng(3)))
    assert not np.array_equal(parameters(3), parameters(4))


def test_without_an_order_the_default_learning_rate_is_the_optimizers(trainer):
    for name, record in OPTIMIZERS.items():
        assert trainer(optimizer=name).learning_rate == record.learning_rate


def test_nothing_has_been_computed_before_the_first_update(trainer):
    ours = trainer()
    assert ours.gradient is None
    assert ours.step is None
    assert (ours.update, ours.epoch, list(ours.costs)) == (0, 0, [])
    ours.run_updates(0)
    ours.run_epochs(0)
    assert ours.update == 0


def test_gradient_and_step_are_copies(trainer):
    ours = trainer()
    ours.run_updates(1)
    gradient, step = ours.gradient, ours.step
    kept = gradient.copy(), step.copy()
    ours.run_updates(1)
    np.testing.assert_array_equal(gradient, kept[0])
    np.testing.assert_array_equal(step, kept[1])
    before = ours.network.parameters.copy()
    ours.gradient[...] = ours.step[...] = 1e9
    ours.run_updates(1)
    assert np.abs(ours.network.parameters - before).max() < 1


def test_the_data_is_copied_and_read_in_any_layout(network, examples):
    X, Y = examples
    data_X, data_Y = np.asfortranarray(X), Y.tolist()
    ours, plain = Trainer(network(), data_X, data_Y, seed=1), Trainer(network(), X.copy(), Y.copy(), seed=1)
    data_X[...] = 0
    ours.run_epochs(3)
    plain.run_epochs(3)
    np.testing.assert_array_equal(ours.network.parameters, plain.network.parameters)


@pytest.mark.parametrize("cost", ["cross_entropy", "squared_error"])
@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_float32_stays_float32_and_close_to_float64(optimizer, cost, examples):
    X, _ = examples
    labels = np.eye(3)[np.random.default_rng(0).integers(0, 3, 23)].T
    trained = {}
    for dtype in ("float32", "float64"):
        net = Network([2, 4, 3], ["relu", "softmax"], cost, dtype=dtype, seed=3)
        ours = Trainer(net, X, labels, optimizer=optimizer, learning_rate=0.01, batch_size=5, l1=0.001, l2=0.001)
        ours.run_epochs(3)
        trained[dtype] = net.parameters
        assert {array.dtype for array in (net.parameters, ours.gradient, ours.step)} == {np.dtype(dtype)}
        assert len(ours.costs) == 3
    np.testing.assert_allclose(trained["float32"], trained["float64"], atol=2e-4)


def test_training_that_blows_up_does_so_without_a_warning(trainer):
    ours = trainer(learning_rate=1e9)
    ours.run_epochs(5)
    assert not np.isfinite(ours.network.parameters).all()
    assert not np.isfinite(ours.costs[-1])


def test_costs_keep_the_newest(trainer):
    ours = trainer(n=4, batch_size=4)
    ours.run_epochs(100_010)
    assert len(ours.costs) == 100_000
    assert ours.epoch == 100_010


def test_training_learns_xor():
    corners, targets = np.array([[0, 0, 1, 1], [0, 1, 0, 1]]), np.array([[0, 1, 1, 0]])
    net = Network([2, 4, 1], ["tanh", "sigmoid"], "binary_cross_entropy", seed=1)
    ours = Trainer(net, corners, targets, optimizer="adam", learning_rate=0.1, batch_size=4)
    ours.run_epochs(300)
    np.testing.assert_array_equal(net.predict(corners) > 0.5, targets)
    assert ours.costs[-1] < 0.02 < ours.costs[0]


def test_what_does_not_fit_is_said(network, trainer, examples):
    X, Y = examples
    net = network()
    with pytest.raises(ValueError, match="unknown optimizer 'adamax', expected one of sgd, momentum"):
        Trainer(net, X, Y, optimizer="adamax")
    with pytest.raises(ValueError, match="batch size 0, expected a whole number, at least 1"):
        Trainer(net, X, Y, batch_size=0)
    with pytest.raises(ValueError, match="there is no example to train on"):
        Trainer(net, X[:, :0], Y[:, :0])
    with pytest.raises(ValueError, match=r"Y has the shape \(2, 3\), expected \(2, 23\)"):
        Trainer(net, X, Y[:, :3])
    ours = trainer()
    with pytest.raises(ValueError, match="unknown optimizer"):
        ours.configure(optimizer="adamax")
    with pytest.raises(ValueError, match="batch size -1, expected a whole number, at least 1"):
        ours.configure(batch_size=-1)
    ours.run_epochs(1)
    assert ours.epoch == 1


def test_asking_for_the_next_batch_changes_nothing(trainer, layout):
    asked, alone = trainer(**layout), trainer(**layout)
    for _ in range(70):
        seen = asked.next_batch()
        for one, other in zip(seen, asked.next_batch(), strict=True):
            np.testing.assert_array_equal(one, other)
        before, expected = asked.state(), alone.state()
        assert (before.rng, before.position, before.first_batch) == (
            expected.rng,
            expected.position,
            expected.first_batch,
        )
        asked.run_updates(1)
        alone.run_updates(1)
        # Asked after the update, the block still holds the batch that the update looked at.
        for one, other in zip(seen, asked._schedule.compiled.batch(asked._position - 1), strict=True):
            np.testing.assert_array_equal(one, other)
    np.testing.assert_array_equal(asked.network.parameters, alone.network.parameters)


@pytest.mark.parametrize("value", [-1.0, np.nan, np.inf])
@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("learning_rate", lambda trainer, value: setattr(trainer, "learning_rate", value)),
        ("l1", lambda trainer, value: trainer.configure(optimizer="sgd", l1=value)),
        ("l2", lambda trainer, value: trainer.configure(batch_size=3, l2=value)),
    ],
)
def test_rates_and_penalties_are_finite_and_not_negative(trainer, name, change, value):
    message = f"{name.replace('_', ' ')} {value}, expected a finite number, at least 0"
    with pytest.raises(ValueError, match=f"^{message}$"):
        trainer(**{name: value})
    ours = trainer(optimizer="adam")
    ours.run_updates(3)
    before = ours.network.parameters.copy()
    with pytest.raises(ValueError, match=f"^{message}$"):
        change(ours, value)
    assert ours.state().moments.any()  # nothing of a refused change was made
    np.testing.assert_array_equal(ours.network.parameters, before)
    ours.run_updates(1)
    assert np.isfinite(ours.network.parameters).all()


@pytest.mark.parametrize("n", [-1, 1.5])
def test_updates_and_epochs_are_counted_in_whole_numbers(trainer, n):
    ours = trainer()
    with pytest.raises(ValueError, match=rf"^{n} updates, expected a whole number, at least 0$"):
        ours.run_updates(n)
    with pytest.raises(ValueError, match=rf"^{n} epochs, expected a whole number, at least 0$"):
        ours.run_epochs(n)
    ours.run_epochs(0)
    assert ours.update == 0


def test_examples_that_are_no_numbers_are_refused_before_they_are_trained_on(network, examples):
    X, Y = examples
    spoilt = Y.copy()
    spoilt[1, 7] = np.nan
    with pytest.raises(ValueError, match=r"^Y\[1, 7\] is nan, expected finite numbers that float64 can hold$"):
        Trainer(network(), X, spoilt)
    with pytest.raises(ValueError, match=r"^X\[0, 0\] is inf"):
        Trainer(network(), X * np.inf, Y)


def test_a_forgotten_gradient_is_not_computed_yet_until_the_next_update(trainer, follow, textbook_training):
    ours = trainer(optimizer="adam", learning_rate=0.02)
    textbook = textbook_training(ours.network.W, ours.network.b, "adam", 0.02)
    follow(ours, textbook, 3)
    ours.forget_gradient()
    assert ours.gradient is ours.step is ours.state().gradient is None
    follow(ours, textbook, 1)  # the optimizer remembers
    assert ours.gradient is not None
    assert ours.step is not None
