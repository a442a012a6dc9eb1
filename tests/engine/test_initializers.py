"""Every initializer: its distribution's moments and bounds, its biases, and that a seed means one network."""

import math

import numpy as np
import pytest

from playground.engine import INITIALIZERS, Network

SHAPE = (120, 480)

STANDARD_DEVIATIONS = {
    "xavier": math.sqrt(2 / (120 + 480)),
    "he": math.sqrt(2 / 480),
    "lecun": math.sqrt(1 / 480),
    "scaled_normal": 1 / math.sqrt(480),
    "normal": 1.0,
    "small_normal": 0.01,
    "zeros": 0.0,
}
BOUNDS = {"xavier": math.sqrt(6 / 600), "lecun": math.sqrt(3 / 480)}
NORMAL = ("he", "scaled_normal", "normal", "small_normal")


def test_the_table_holds_what_the_interface_names():
    assert list(INITIALIZERS) == ["xavier", "he", "lecun", "scaled_normal", "normal", "small_normal", "zeros"]
    for name, record in INITIALIZERS.items():
        assert record.name == name
        assert all(text.strip() for text in (record.label, record.formula, record.description, record.source))


@pytest.mark.parametrize("name", INITIALIZERS)
def test_mean_and_standard_deviation_are_the_formulas(name):
    W = INITIALIZERS[name].weights(np.random.default_rng(0), SHAPE)
    sigma = STANDARD_DEVIATIONS[name]
    assert W.shape == SHAPE
    assert W.mean() == pytest.approx(0, abs=4 * sigma / math.sqrt(W.size))
    assert W.std() == pytest.approx(sigma, rel=0.02)


@pytest.mark.parametrize("name", BOUNDS)
def test_a_uniform_distribution_fills_its_bounds_evenly(name):
    W = INITIALIZERS[name].weights(np.random.default_rng(0), SHAPE) / BOUNDS[name]
    assert np.abs(W).max() <= 1
    counts, _ = np.histogram(W, bins=10, range=(-1, 1))
    np.testing.assert_allclose(counts / W.size, 0.1, atol=0.01)


@pytest.mark.parametrize("name", NORMAL)
def test_a_normal_distribution_has_its_tails(name):
    W = np.abs(INITIALIZERS[name].weights(np.random.default_rng(0), SHAPE)) / STANDARD_DEVIATIONS[name]
    np.testing.assert_allclose([(W < 1).mean(), (W < 2).mean(), (W < 3).mean()], [0.6827, 0.9545, 0.9973], atol=0.01)


@pytest.mark.parametrize("name", INITIALIZERS)
def test_biases_are_zero_except_in_standard_normal(name):
    b = INITIALIZERS[name].biases(np.random.default_rng(0), (2000, 1))
    assert b.shape == (2000, 1)
    assert b.std() == pytest.approx(1 if name == "normal" else 0, abs=0.05)
    assert b.any() == (name == "normal")


@pytest.mark.parametrize("name", INITIALIZERS)
def test_a_seed_means_one_network_and_a_generator_goes_on(name):
    def parameters(seed):
        return Network([3, 4, 2], ["tanh", "linear"], "squared_error", initializer=name, seed=seed).parameters

    np.testing.assert_array_equal(parameters(5), parameters(np.random.default_rng(5)))
    assert (parameters(5) == parameters(6)).all() == (name == "zeros")
    rng = np.random.default_rng(5)
    first, second = parameters(rng), parameters(rng)
    assert (first == second).all() == (name == "zeros")


def test_layers_are_drawn_weights_first_then_biases_layer_by_layer():
    network = Network([2, 3, 1], ["tanh", "linear"], "squared_error", initializer="normal", seed=9)
    rng = np.random.default_rng(9)
    for W, b in zip(network.W, network.b, strict=True):
        np.testing.assert_array_equal(W, rng.standard_normal(W.shape))
        np.testing.assert_array_equal(b, rng.standard_normal(b.shape))
