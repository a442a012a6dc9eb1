"""From a gradient to a step: the mean, penalties on weights alone, clipping, and what is refused."""

import math

import numpy as np
import pytest

from playground.engine import OPTIMIZERS, Network, Part, Trainer, Trainers, UpdateRule
from playground.engine.networks import Networks
from playground.engine.operations import run
from playground.engine.optimizers import UpdateBuffers
from playground.engine.parts import incoming, outgoing
from playground.engine.update_rule import Penalties, clipping_factor


def test_the_mean_rides_in_the_rate_of_plain_descent_only():
    assert UpdateRule().defers_mean
    assert not UpdateRule(l2=0.1).defers_mean
    assert not UpdateRule(clip_norm=1).defers_mean
    assert not any(UpdateRule(optimizer=name).defers_mean for name in OPTIMIZERS if name != "sgd")


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


@pytest.mark.parametrize(
    ("norm", "factor"), [(0.5, 1.0), (1.99, 1.0), (4.0, 2 / 4.000001), (math.inf, 0.0), (0.0, 1.0)]
)
def test_clipping_shortens_what_is_longer_than_the_limit(norm, factor):
    assert clipping_factor(norm, 2.0) == pytest.approx(factor, rel=1e-15)


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize("l2", [0.0, 0.3])
def test_a_clipped_update_uses_the_whole_gradient_shortened(trainer, optimizer, l2):
    free, clipped = (trainer(optimizer=optimizer, l2=l2, clip_norm=limit) for limit in (0.0, 0.05))
    for each in (free, clipped):
        each.run_updates(1)
    np.testing.assert_allclose(clipped.gradient, free.gradient, rtol=1e-12)
    norm = float(np.linalg.norm(free.used_gradient))
    assert norm > 0.05
    expected = free.used_gradient * clipping_factor(norm, 0.05)
    np.testing.assert_allclose(clipped.used_gradient, expected, rtol=1e-12)
    assert np.linalg.norm(clipped.used_gradient) == pytest.approx(0.05, rel=1e-4)


def test_a_limit_that_is_never_reached_changes_nothing(trainer):
    free, clipped = trainer(optimizer="adam"), trainer(optimizer="adam", clip_norm=1e6)
    for each in (free, clipped):
        each.run_epochs(3)
    np.testing.assert_array_equal(free.network.parameters, clipped.network.parameters)


def test_what_is_off_costs_no_operation(trainer):
    plain = trainer(optimizer="adam", batch_size=5).operations_per_update
    off = {"weight_decay": 0.5, "clip_norm": 0.0, "schedule": "constant", "schedule_epochs": 7, "dropout": 0.0}
    assert trainer(optimizer="adam", batch_size=5, **off).operations_per_update == plain
    assert trainer(optimizer="adam", batch_size=5, schedule="cosine").operations_per_update == plain + 1
    assert trainer(optimizer="adam", batch_size=5, clip_norm=1.0).operations_per_update == plain + 2
    # three draw the masks, two more for each of two hidden layers; their slopes are no longer one call for both
    assert trainer(optimizer="adam", batch_size=5, dropout=0.5).operations_per_update <= plain + 3 + 2 * 2 + 2


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        (
            {"schedule": "linear"},
            "unknown schedule 'linear', expected one of constant, step, .*",
        ),
        ({"clip_norm": -1}, "clip_norm -1, expected a finite number, at least 0"),
        ({"weight_decay": math.nan}, "weight_decay nan, expected a finite number, at least 0"),
        ({"dropout": 1.0}, "dropout 1.0, expected a share of the neurons, from 0 to below 1"),
        ({"schedule_epochs": 0}, "schedule_epochs 0, expected a number of epochs, at least 1"),
        ({"schedule_factor": 1.5}, "schedule_factor 1.5, expected a share from 0 to 1"),
    ],
)
def test_what_does_not_fit_is_refused_and_changes_nothing(trainer, settings, message):
    with pytest.raises(ValueError, match=f"^{message}$"):
        trainer(**settings)
    ours = trainer()
    rule = ours.rule
    with pytest.raises(ValueError, match=f"^{message}$"):
        ours.configure(**settings)
    assert ours.rule is rule


def test_the_trainer_takes_every_setting_of_the_rule():
    rule = UpdateRule(optimizer="adamw", l1=0.1, l2=0.2, weight_decay=0.3, clip_norm=4.0, schedule="step", dropout=0.5)
    settings = {name: getattr(rule, name) for name in UpdateRule.__dataclass_fields__}
    ours = Trainer(Network([1, 2, 1], ["tanh", "linear"], "squared_error"), [[1.0]], [[1.0]], **settings)
    assert ours.rule == rule


@pytest.mark.parametrize(("name", "part"), [("1", (1, None)), ("2.3", (2, 2)), ("12.100", (12, 99))])
def test_a_name_says_which_part_it_is(name, part):
    assert Part.named(name) == part
    assert Part(*part).name == name


@pytest.mark.parametrize("name", ["", "0", "1.0", "-1", "1.", ".2", "1.2.3", "one", " 1", "1.01 "])
def test_other_texts_name_no_part(name):
    assert Part.named(name) is None


def test_where_the_numbers_of_a_part_lie(network):
    net = network()  # 2-4-3-2
    marks = net.structure.matrices(incoming(net.structure, ["1.2", "3"]).astype(int))
    np.testing.assert_array_equal(marks[0], np.outer([0, 1, 0, 0], [1, 1, 1]))
    assert not marks[1].any()
    assert marks[2].all()
    marks = net.structure.matrices(outgoing(net.structure, ["1.2", "3", "9", "2.77"]).astype(int))
    assert not marks[0].any()
    np.testing.assert_array_equal(marks[1], np.outer([1, 1, 1], [0, 1, 0, 0, 0]))
    assert not marks[2].any()


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize("settings", [{}, {"l2": 0.1, "l1": 0.01}, {"clip_norm": 0.05}, {"dropout": 0.3}], ids=str)
def test_what_is_frozen_stays_and_all_else_moves(trainer, optimizer, settings):
    ours = trainer(optimizer=optimizer, **settings)
    ours.run_updates(7)  # the optimizer remembers something
    before = ours.network.parameters.copy()
    ours.configure(frozen=("1.2", "3"))
    ours.run_updates(9)
    fixed = incoming(ours.network.structure, ["1.2", "3"])
    np.testing.assert_array_equal(ours.network.parameters[fixed], before[fixed])
    assert (ours.network.parameters[~fixed] != before[~fixed]).mean() > 0.9
    assert not ours.used_gradient[fixed].any()
    assert ours.gradient[fixed].any()
    ours.configure(frozen=())
    ours.run_updates(5)
    assert (ours.network.parameters[fixed] != before[fixed]).all()


def test_clipping_looks_at_what_may_change_only(trainer):
    ours = trainer(clip_norm=1e-3, frozen=("1",))
    ours.run_updates(1)
    assert np.linalg.norm(ours.used_gradient) == pytest.approx(1e-3, rel=0.01)


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_what_is_off_is_as_if_its_activation_were_0(trainer, examples, optimizer):
    X, _ = examples
    ours = trainer(optimizer=optimizer)
    ours.run_updates(7)
    ours.configure(off=("1.2",))
    ours.run_updates(20)
    net = ours.network
    A = np.tanh(net.W[0] @ X + net.b[0])
    A[1] = 0
    by_hand = net.W[2] @ np.tanh(net.W[1] @ A + net.b[1]) + net.b[2]
    np.testing.assert_allclose(net.predict(X), by_hand, rtol=1e-12)
    assert not net.W[1][:, 1].any()


def test_going_back_in_time_repeats_it(trainer, layout):
    ours = trainer(**layout, optimizer="adam", frozen=("2",), off=("1.1",))
    ours.run_updates(5)
    state = ours.state()
    ours.run_updates(9)
    there = ours.network.parameters.copy()
    ours.restore(state)
    ours.run_updates(9)
    np.testing.assert_array_equal(ours.network.parameters, there)


def test_a_stack_freezes_the_same_of_every_network(examples):
    X, Y = examples
    settings = {"optimizer": "adamw", "frozen": ("1.2",), "off": ("2.1",), "clip_norm": 0.1}
    many = Trainers(
        Networks([2, 4, 3, 2], ["tanh"] * 3, "half_squared_error", seeds=[1, 2]), X, Y, seeds=[1, 2], **settings
    )
    many.run_updates(30)
    for k in range(2):
        net = Network([2, 4, 3, 2], ["tanh"] * 3, "half_squared_error", seed=k + 1)
        alone = Trainer(net, X, Y, seed=k + 1, **settings)
        alone.run_updates(30)
        np.testing.assert_allclose(many.networks.parameters[k], net.parameters, rtol=1e-9, atol=1e-12)
