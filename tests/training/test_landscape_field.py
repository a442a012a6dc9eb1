"""The cost at many points at once is the cost of as many networks, one after another."""

import numpy as np
import pytest

from playground.engine import ACTIVATIONS, COSTS, Network, allowed_costs
from playground.training.landscape.field import CostField
from playground.training.landscape.geometry import axes, index_of

SIZES = (3, 4, 5, 2)
PAIRS = [
    (hidden, output, cost)
    for hidden in ACTIVATIONS
    if not ACTIVATIONS[hidden].output_only
    for output, cost in (("linear", "squared_error"), ("softmax", "cross_entropy"))
] + [("tanh", output, cost) for output in ACTIVATIONS for cost in allowed_costs(output)]


def problem(hidden="tanh", output="sigmoid", cost="binary_cross_entropy", sizes=SIZES, m=37, dtype="float64"):
    """Return a network with biases, inputs and targets."""
    rng = np.random.default_rng(5)
    activations = [hidden] * (len(sizes) - 2) + [output]
    network = Network(sizes, activations, cost, seed=3, dtype=dtype)
    network.parameters[...] += rng.normal(0, 0.3, network.parameters.shape).astype(dtype)
    Y = rng.random((sizes[-1], m))
    if COSTS[cost].classification:
        Y = np.eye(sizes[-1])[:, rng.integers(sizes[-1], size=m)]
    return network, rng.normal(size=(sizes[0], m)), Y


def brute_force(network, F, Y, origin, directions, points):
    """Return the costs of real networks, one by one."""
    other = Network(
        network.sizes, network.activations, network.structure.cost, initializer="zeros", dtype=network.dtype.name
    )
    costs = []
    for point in points.T:
        other.parameters[...] = origin + point @ directions
        costs.append(other.cost(F, Y))
    return np.array(costs)


def in_chunks(field, points):
    """Return the costs of any number of points."""
    return np.concatenate([field.costs(points[:, k : k + field.chunk]) for k in range(0, points.shape[1], field.chunk)])


@pytest.mark.parametrize(("hidden", "output", "cost"), PAIRS)
def test_a_plane_through_all_weights(hidden, output, cost):
    network, F, Y = problem(hidden, output, cost)
    rng = np.random.default_rng(1)
    directions = rng.normal(size=(2, network.parameters.size))
    points = rng.uniform(-0.5, 0.5, (2, 23))
    field = CostField(network.structure, F, Y, network.parameters.copy(), directions)
    expected = brute_force(network, F, Y, network.parameters, directions, points)
    np.testing.assert_allclose(in_chunks(field, points), expected, rtol=1e-12, atol=1e-14)


@pytest.mark.parametrize("layer", [1, 2, 3])
@pytest.mark.parametrize("column", [0, -1])
def test_a_line_along_one_weight_or_bias(layer, column):
    network, F, Y = problem()
    column %= SIZES[layer - 1] + 1
    origin, directions = axes([index_of((layer, 1, column), network.structure)], network.parameters)
    values = np.linspace(-4, 4, 19)[None]
    field = CostField(network.structure, F, Y, origin, directions)
    expected = []
    for value in values[0]:
        network.matrices[layer - 1][1, column] = value
        expected.append(network.cost(F, Y))
    np.testing.assert_allclose(in_chunks(field, values), expected, rtol=1e-12)


@pytest.mark.parametrize("layers", [(1, 3), (3, 1), (2, 2), (3, 3)])
def test_two_weights_of_any_layers(layers):
    network, F, Y = problem()
    places = [index_of((layers[0], 0, 1), network.structure), index_of((layers[1], 1, 2), network.structure)]
    origin, directions = axes(places, network.parameters)
    points = np.random.default_rng(2).normal(size=(2, 17))
    expected = brute_force(network, F, Y, origin, directions, points)
    field = CostField(network.structure, F, Y, origin, directions)
    np.testing.assert_allclose(in_chunks(field, points), expected, rtol=1e-12)


@pytest.mark.parametrize("sizes", [(2, 1), (1, 1, 1), (2, 3, 1), (40, 300, 3)])
@pytest.mark.parametrize("m", [1, 400])
def test_networks_and_examples_of_any_size(sizes, m):
    network, F, Y = problem(output="linear", cost="squared_error", sizes=sizes, m=m)
    directions = np.random.default_rng(4).normal(size=(2, network.parameters.size))
    points = np.random.default_rng(6).normal(size=(2, 7))
    field = CostField(network.structure, F, Y, network.parameters.copy(), directions)
    assert field.chunk >= 1
    expected = brute_force(network, F, Y, network.parameters, directions, points)
    np.testing.assert_allclose(in_chunks(field, points), expected, rtol=1e-11)


def test_single_precision_is_computed_in_single_precision():
    network, F, Y = problem(dtype="float32")
    directions = np.random.default_rng(4).normal(size=(2, network.parameters.size))
    points = np.random.default_rng(6).normal(size=(2, 9))
    field = CostField(network.structure, F, Y, network.parameters.copy(), directions)
    expected = brute_force(network, F, Y, network.parameters, directions, points)
    np.testing.assert_allclose(in_chunks(field, points), expected, rtol=1e-5)


def test_no_direction_at_all_is_the_same_cost_everywhere():
    network, F, Y = problem()
    field = CostField(network.structure, F, Y, network.parameters.copy(), np.zeros((2, network.parameters.size)))
    np.testing.assert_allclose(field.costs(np.ones((2, 3))), network.cost(F, Y), rtol=1e-12)


def test_what_is_no_finite_number_is_infinite():
    network, F, Y = problem(hidden="relu", output="linear", cost="squared_error")
    directions = np.full((1, network.parameters.size), 1e200)
    field = CostField(network.structure, F, Y, network.parameters.copy(), directions)
    costs = field.costs(np.array([[0.0, 1.0, 1e100]]))
    assert np.isfinite(costs[0])
    assert np.isinf(costs[1:]).all()
