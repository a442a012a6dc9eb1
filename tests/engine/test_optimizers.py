"""Every optimizer against the published definitions, number by number, and against steps worked by hand."""

from dataclasses import replace

import numpy as np
import pytest

from playground.engine import OPTIMIZERS
from playground.engine.operations import run
from playground.engine.optimizers import UpdateBuffers

BY_HAND = {
    # θ = 1, α = 0.1, gradients 0.5 and then 0.25: θ after each.
    "sgd": (0.95, 0.925),  # 1 − 0.1·0.5; 0.95 − 0.1·0.25
    "momentum": (0.95, 0.88),  # v = 0.5; v = 0.45 + 0.25 = 0.7
    "nesterov": (0.905, 0.817),  # 0.5 + 0.9·0.5 = 0.95; v = 0.7, 0.25 + 0.9·0.7 = 0.88
    "rmsprop": (0.0, -0.4490132),  # v = 0.0025, 0.5/0.05 = 10; v = 0.002475 + 0.000625 = 0.0031, 0.25/0.05567764
    "adam": (0.9, 0.8067820),  # m̂/√v̂ = 0.5/0.5; m̂ = 0.07/0.19 = 0.3684211, v̂ = 0.00031225/0.001999, √ = 0.3952254
    # Adam's steps, and 0.1·0.01·θ each time: 0.9 − 0.001; 0.899 − 0.0932180 − 0.000899
    "adamw": (0.899, 0.8048830),
}
LEARNING_RATES = {"sgd": 0.03, "momentum": 0.01, "nesterov": 0.01, "rmsprop": 0.01, "adam": 0.03, "adamw": 0.03}
DECAY = 0.01


def compiled(name, parameters, rate):
    rate, decay = (np.array(value, parameters.dtype) for value in (rate, DECAY))
    buffers = replace(UpdateBuffers.for_parameters(parameters), rate=rate, decay=decay)
    return buffers, OPTIMIZERS[name].compile(buffers)


def test_the_table_holds_what_the_interface_names():
    assert list(OPTIMIZERS) == ["sgd", "momentum", "nesterov", "rmsprop", "adam", "adamw"]
    for name, record in OPTIMIZERS.items():
        assert record.name == name
        assert all(text.strip() for text in (record.label, record.formula, record.description, record.source))
        assert record.formula.count("{") == record.formula.count("}")
        assert record.learning_rate == LEARNING_RATES[name]


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_two_steps_worked_by_hand(name):
    parameters = np.array([1.0])
    buffers, operations = compiled(name, parameters, 0.1)
    for gradient, expected in zip((0.5, 0.25), BY_HAND[name], strict=True):
        buffers.gradients[0] = gradient
        run(operations)
        assert parameters[0] == pytest.approx(expected, abs=1e-6)  # 1e-8 in the denominators is left out by hand


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_many_steps_are_the_published_definition(name, published_optimizer):
    rng = np.random.default_rng(4)
    parameters = rng.standard_normal(7)
    expected, reference = parameters.tolist(), published_optimizer(name, 7)
    buffers, operations = compiled(name, parameters, 0.02)
    for _ in range(50):
        gradient = rng.standard_normal(7) * 10.0 ** rng.integers(-4, 3, 7)
        buffers.gradients[0] = gradient
        before = parameters.copy()
        run(operations)
        expected = reference.step(expected, gradient.tolist(), 0.02)
        np.testing.assert_allclose(parameters, expected, rtol=1e-12, atol=1e-12)
        np.testing.assert_array_equal(parameters, before - buffers.step)


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_the_rate_is_read_anew_at_every_step(name, published_optimizer):
    parameters = np.array([1.0, -2.0])
    expected, reference = parameters.tolist(), published_optimizer(name, 2)
    buffers, operations = compiled(name, parameters, 0.02)
    for rate in (0.02, 0.5, 0.0, 0.1):
        buffers.rate[...] = rate
        buffers.gradients[0] = [0.3, -0.4]
        run(operations)
        expected = reference.step(expected, [0.3, -0.4], rate)
        np.testing.assert_allclose(parameters, expected, rtol=1e-12)


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_float32_stays_float32_and_close(name):
    narrow, wide = np.linspace(-1, 1, 5, dtype=np.float32), np.linspace(-1, 1, 5)
    rng = np.random.default_rng(0)
    for parameters in (narrow, wide):
        rng = np.random.default_rng(0)
        buffers, operations = compiled(name, parameters, 0.01)
        for _ in range(20):
            buffers.gradients[0] = rng.standard_normal(5)
            run(operations)
        assert buffers.step.dtype == buffers.moments.dtype == parameters.dtype
    np.testing.assert_allclose(narrow, wide, atol=1e-5)


@pytest.mark.parametrize("name", ["rmsprop", "adam"])
def test_a_gradient_of_zero_moves_nothing(name):
    parameters = np.array([1.0, -2.0])
    _, operations = compiled(name, parameters, 0.1)
    for _ in range(3):
        run(operations)
    np.testing.assert_array_equal(parameters, [1, -2])


def test_weight_decay_shrinks_whatever_the_gradient_is():
    parameters = np.array([1.0, -2.0])
    _, operations = compiled("adamw", parameters, 0.1)
    run(operations)
    np.testing.assert_allclose(parameters, [1 - 0.1 * DECAY, -2 + 0.2 * DECAY], rtol=1e-15)
    assert [name for name, record in OPTIMIZERS.items() if record.decays] == ["adamw"]


def test_only_plain_descent_says_it_is_plain():
    assert [name for name, record in OPTIMIZERS.items() if record.plain] == ["sgd"]
