"""Many networks at once: each is what the single engine makes of the same settings and seed."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playground.engine import (
    ACTIVATIONS,
    DTYPES,
    INITIALIZERS,
    OPTIMIZERS,
    SCHEDULES,
    Network,
    Networks,
    Trainer,
    Trainers,
    allowed_costs,
    batch_schedule,
    epoch_costs,
)

HIDDEN = [name for name, record in ACTIVATIONS.items() if not record.output_only]
OUTPUTS = [(output, cost) for output in ACTIVATIONS for cost in allowed_costs(output)]
N = 23
RNG = np.random.default_rng(0)
X = RNG.standard_normal((2, N))
CLASSES = np.eye(3)[RNG.integers(0, 3, N)].T
RATES, L1, L2 = (0.001, 0.1, 0.03, 0.0), (0.0, 0.01, 0.002, 0.0), (0.02, 0.0, 0.01, 0.0)
OWN = ("l1", "l2", "weight_decay", "clip_norm")
SEEDS = (3, 1, 4, 1)


def pair(activations, cost, *, dtype="float64", initializer="xavier", own_data=False, **training):
    """Return a stack of four networks and the four alone, of the same settings."""
    sizes = [2, *[4, 3, 5][: len(activations) - 1], 3]
    names = [initializer] * 4 if isinstance(initializer, str) else initializer
    networks = Networks(sizes, activations, cost, initializer=names, seeds=SEEDS, dtype=dtype)
    rates, own = training.pop("rates", RATES), {name: training.pop(name) for name in OWN if name in training}
    data = [(X + 0.1 * k, np.roll(CLASSES, k, axis=1)) if own_data else (X, CLASSES) for k in range(4)]
    inputs, targets = (np.stack(each) if own_data else each[0] for each in zip(*data, strict=True))
    shuffling = [seed + 10 for seed in SEEDS]
    many = Trainers(networks, inputs, targets, learning_rates=rates, seeds=shuffling, **own, **training)
    alone = [
        Trainer(
            Network(sizes, activations, cost, initializer=names[k], seed=SEEDS[k], dtype=dtype),
            *data[k],
            learning_rate=rates[k],
            seed=shuffling[k],
            **{name: np.broadcast_to(values, 4)[k] for name, values in own.items()},
            **training,
        )
        for k in range(4)
    ]
    return many, alone


def assert_same(many, alone, updates=100, rtol=1e-9):
    many.run_updates(updates)
    for each in alone:
        each.run_updates(updates)
    assert (many.update, many.epoch) == (alone[0].update, alone[0].epoch)
    for k, each in enumerate(alone):
        np.testing.assert_allclose(many.networks.parameters[k], each.network.parameters, rtol=rtol, atol=rtol / 100)
        np.testing.assert_allclose(many.costs[k], np.array(each.costs), rtol=rtol, atol=rtol / 100)


TOLERANCE = {"float64": 1e-9, "float32": 1e-4}


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("activation", HIDDEN)
def test_every_hidden_activation(activation, dtype):
    assert_same(*pair([activation, activation, "softmax"], "cross_entropy", dtype=dtype), rtol=TOLERANCE[dtype])


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize(("output", "cost"), OUTPUTS)
def test_every_output_with_every_cost(output, cost, dtype):
    assert_same(*pair(["tanh", output], cost, dtype=dtype), rtol=TOLERANCE[dtype])


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("penalties", [{}, {"l1": L1}, {"l2": L2}, {"l1": L1, "l2": L2}], ids="-".join)
@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_every_optimizer_with_penalties_of_their_own(optimizer, penalties, dtype):
    many, alone = pair(["tanh", "sigmoid"], "binary_cross_entropy", optimizer=optimizer, dtype=dtype, **penalties)
    assert_same(many, alone, rtol=TOLERANCE[dtype])
    np.testing.assert_allclose(many.gradient[0], alone[0].gradient, rtol=TOLERANCE[dtype], atol=1e-6)
    np.testing.assert_allclose(many.step[1], alone[1].step, rtol=1e2 * TOLERANCE[dtype], atol=1e-6)


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("optimizer", ["sgd", "adam", "adamw"])
@pytest.mark.parametrize(
    "settings",
    [
        {"clip_norm": (0.0, 0.02, 0.5, 1e-3)},
        {"clip_norm": 0.05, "l2": L2},
        {"weight_decay": (0.0, 0.1, 0.5, 0.01)},
        *({"schedule": name, "schedule_epochs": 5} for name in SCHEDULES),
        {"dropout": 0.4},
        {"frozen": ("1", "2.1"), "off": ("1.3", "2.2")},
        {"dropout": 0.2, "schedule": "one_cycle", "clip_norm": (0.1, 0.0, 0.01, 1.0), "batch_size": 4},
    ],
    ids=str,
)
def test_clipping_decay_schedules_and_dropout(optimizer, dtype, settings):
    many, alone = pair(["tanh", "relu", "softmax"], "cross_entropy", optimizer=optimizer, dtype=dtype, **settings)
    for updates in (1, 9, 40):
        assert_same(many, alone, updates, rtol=TOLERANCE[dtype])


def test_every_network_may_begin_in_a_way_of_its_own():
    for first in range(0, len(INITIALIZERS), 4):
        names = (list(INITIALIZERS) * 2)[first : first + 4]
        many, alone = pair(["tanh", "softmax"], "cross_entropy", initializer=names)
        np.testing.assert_array_equal(many.networks.parameters, [each.network.parameters for each in alone])


def test_the_default_network_is_the_same_to_the_last_bit():
    """As numpy's products of one matrix and of a stack of them call the same routine with the same layout."""
    networks = Networks([2, 4, 2, 1], ["tanh"] * 3, "half_squared_error", seeds=range(5))
    many = Trainers(networks, X, np.sign(X[:1]), optimizer="adam", seeds=range(5))
    many.run_updates(1000)
    for k in range(5):
        alone = Trainer(
            Network([2, 4, 2, 1], ["tanh"] * 3, "half_squared_error", seed=k),
            X,
            np.sign(X[:1]),
            optimizer="adam",
            seed=k,
        )
        alone.run_updates(1000)
        np.testing.assert_array_equal(many.networks.parameters[k], alone.network.parameters)
        np.testing.assert_array_equal(many.costs[k], np.array(alone.costs))


@given(
    n=st.integers(1, N),
    batch_size=st.integers(1, 30),
    optimizer=st.sampled_from(list(OPTIMIZERS)),
    layers=st.lists(st.sampled_from(HIDDEN), max_size=3),
    output=st.sampled_from(OUTPUTS),
    own_data=st.booleans(),
    largest=st.sampled_from([1, 4, 512]),
    updates=st.lists(st.integers(0, 40), min_size=1, max_size=3),
)
@settings(max_examples=60, deadline=None)
def test_any_stack_is_what_its_networks_are_alone(n, batch_size, optimizer, layers, output, own_data, largest, updates):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(batch_schedule, "MAXIMUM_BATCHES", largest)
        patch.setattr(batch_schedule, "BLOCK_BATCHES", min(largest, 64))
        activations, cost = [*layers, output[0]], output[1]
        many, alone = pair(activations, cost, optimizer=optimizer, batch_size=batch_size, own_data=own_data)
        for k in updates:
            assert_same(many, alone, k, rtol=1e-7)


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize("largest", [1, 4, 512])
@pytest.mark.parametrize("updates", [0, 1, 5, 37, 100])
def test_a_network_taken_out_goes_on_alone(optimizer, largest, updates, monkeypatch):
    many, _ = pair(["tanh", "softmax"], "cross_entropy", optimizer=optimizer, batch_size=2, l2=0.01)
    monkeypatch.setattr(batch_schedule, "MAXIMUM_BATCHES", largest)
    many, alone = pair(["tanh", "softmax"], "cross_entropy", optimizer=optimizer, batch_size=2, l2=0.01)
    many.run_updates(updates)
    taken = alone[2]
    taken.restore(many.state(2))
    assert (taken.update, taken.epoch, taken.batch_of_epoch) == (many.update, many.epoch, many.batch_of_epoch)
    before = len(many.costs[2])
    many.run_updates(50)
    taken.run_updates(50)
    np.testing.assert_allclose(taken.network.parameters, many.networks.parameters[2], rtol=1e-10)
    np.testing.assert_allclose(list(taken.costs), many.costs[2, before:], rtol=1e-10)


def test_one_that_diverges_is_frozen_and_marked_and_the_others_go_on():
    rates = (0.1, 1e200, 0.1, 0.1)
    many, alone = pair(["relu", "relu", "linear"], "squared_error", rates=rates, optimizer="momentum")
    many.run_updates(60)
    assert many.diverged.tolist() == many.frozen.tolist() == [False, True, False, False]
    assert np.isfinite(many.networks.parameters).all()
    frozen = many.networks.parameters[1].copy()
    many.learning_rates = rates  # setting them wakes nobody
    many.run_updates(60)
    np.testing.assert_array_equal(many.networks.parameters[1], frozen)
    assert np.isnan(many.costs[1, -1])
    assert np.isfinite(many.costs[[0, 2, 3]]).all()
    for k in (0, 2, 3):
        alone[k].run_updates(120)
        np.testing.assert_allclose(many.networks.parameters[k], alone[k].network.parameters, rtol=1e-9)
    with pytest.raises(ValueError, match="network 1 diverged"):
        many.state(1)


def test_one_that_is_frozen_can_be_taken_out_as_it_was():
    many, alone = pair(["tanh", "softmax"], "cross_entropy", optimizer="adam", rates=0.01 * np.ones(4))
    many.run_updates(31)
    alone[3].run_updates(31)
    many.freeze(np.arange(4) == 3)
    many.run_updates(31)
    assert not many.diverged.any()
    state = many.state(3)
    assert (state.update, state.epoch) == (31, 10)
    np.testing.assert_allclose(many.networks.parameters[3], alone[3].network.parameters, rtol=1e-12)
    alone[3].restore(state)
    alone[3].run_updates(10)
    alone[2].run_updates(62)
    np.testing.assert_allclose(many.networks.parameters[2], alone[2].network.parameters, rtol=1e-9)


def test_rates_change_while_it_trains():
    many, alone = pair(["tanh", "softmax"], "cross_entropy", optimizer="rmsprop")
    assert_same(many, alone, 20)
    many.learning_rates = 0.05
    for each in alone:
        each.learning_rate = 0.05
    assert many.learning_rates.tolist() == [0.05] * 4
    assert_same(many, alone, 20)


def test_of_very_many_epochs_the_last_are_kept(monkeypatch):
    monkeypatch.setattr(epoch_costs, "KEPT_NUMBERS", 40)
    many, alone = pair(["softmax"], "cross_entropy", batch_size=N)
    for _ in range(5):
        assert_same_last(many, alone, 3)
    many.run_epochs(100)
    for each in alone:
        each.run_epochs(100)
    assert_same_last(many, alone, 0)


def assert_same_last(many, alone, epochs):
    many.run_epochs(epochs)
    for k, each in enumerate(alone):
        each.run_epochs(epochs)
        kept = many.costs[k]
        assert 1 <= len(kept) <= 10
        np.testing.assert_allclose(kept, np.array(each.costs)[-len(kept) :], rtol=1e-12)


def test_predictions_and_costs_are_each_networks_own():
    many, alone = pair(["gelu", "tanh", "softmax"], "cross_entropy", initializer="normal")
    networks = many.networks
    own = np.stack([X + k for k in range(4)])
    for k, each in enumerate(alone):
        member = networks.member(k)
        np.testing.assert_array_equal(member.parameters, each.network.parameters)
        np.testing.assert_allclose(networks.predict(X)[k], each.network.predict(X), rtol=1e-13)
        np.testing.assert_allclose(networks.predict(own)[k], each.network.predict(own[k]), rtol=1e-13)
        assert networks.cost(X, CLASSES)[k] == pytest.approx(each.network.cost(X, CLASSES), rel=1e-13)
        targets = np.stack([CLASSES] * 4)
        assert networks.cost(own, targets)[k] == pytest.approx(each.network.cost(own[k], CLASSES), rel=1e-13)
        assert networks.W[1].shape == (4, 3, 4)
        assert networks.b[1].shape == (4, 3, 1)
    member.parameters.fill(0)
    assert networks.parameters[3].any()


def test_scales_are_factors_of_the_first_weights_alone():
    plain = Networks([2, 3, 1], ["tanh", "linear"], "squared_error", initializer="normal", seeds=[5, 5])
    scaled = Networks(
        [2, 3, 1], ["tanh", "linear"], "squared_error", initializer="normal", seeds=[5, 5], scales=[1.0, 3.0]
    )
    np.testing.assert_array_equal(scaled.parameters[0], plain.parameters[0])
    np.testing.assert_array_equal(scaled.W[0][1], 3 * plain.W[0][1])
    np.testing.assert_array_equal(scaled.b[0][1], plain.b[0][1])


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"seeds": []}, "0 seeds, 0 initializers"),
        ({"initializer": ["he"]}, "2 seeds, 1 initializers"),
        ({"initializer": "best"}, "unknown initializer"),
        ({"scales": [1.0]}, "1 scales"),
        ({"activations": ["tanh"]}, "one activation for each layer"),
    ],
)
def test_what_makes_no_stack_is_said(changes, message):
    arguments = {"sizes": [2, 3, 1], "activations": ["tanh", "linear"], "cost": "squared_error", "seeds": [0, 1]}
    with pytest.raises(ValueError, match=message):
        Networks(**{**arguments, **changes})


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"seeds": [0]}, "1 seeds of the shuffling, expected one for each of 2"),
        ({"X": np.ones((3, 4))}, r"expected \(2, m\)"),
        ({"X": np.ones((2, 0)), "Y": np.ones((1, 0))}, "no example"),
        ({"X": np.ones((3, 2, 4))}, "arrays for 3 networks, expected 2"),
        ({"X": np.ones((2, 2, 4))}, "both of its own"),
        ({"Y": [[np.nan] * 4]}, "expected finite"),
        ({"learning_rates": [0.1] * 3}, "learning rates of the shape"),
        ({"learning_rates": [0.1, -1.0]}, "learning rate -1.0"),
        ({"l2": [0.1, np.inf]}, "l2 inf"),
        ({"optimizer": "best"}, "unknown optimizer"),
        ({"batch_size": 0}, "batch size 0"),
    ],
)
def test_what_does_not_fit_the_stack_is_said(changes, message):
    networks = Networks([2, 3, 1], ["tanh", "linear"], "squared_error", seeds=[0, 1])
    arguments = {"X": np.ones((2, 4)), "Y": np.ones((1, 4)), "seeds": [0, 1]} | changes
    with pytest.raises(ValueError, match=message):
        Trainers(networks, arguments.pop("X"), arguments.pop("Y"), **arguments)
