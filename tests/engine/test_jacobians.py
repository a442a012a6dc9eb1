"""Local Jacobians against differences, and three ways to one gradient; worked examples 3, 11 and 20 to 23."""

import numpy as np
import pytest

from playground.engine import ACTIVATIONS, Network, allowed_costs, jacobians
from playground.engine.jacobians import (
    column_chain,
    gradient_forms,
    local_jacobian,
    multiply_shapes,
    row_chain,
    unvec,
    vec,
)
from playground.engine.propagation import Structure

RNG = np.random.default_rng(5)
X = RNG.standard_normal((2, 4))
Y = np.eye(3)[[0, 2, 1, 0]].T


def ways(net, X, Y, layer):
    g = net.backpropagate(X, Y)
    return gradient_forms(net.structure, layer, net.W, g.Z, g.A, g.dA, g.dZ), g


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_local_jacobian_against_differences(name):
    z = RNG.standard_normal((4, 1)) + 0.1
    record, epsilon = ACTIVATIONS[name], 1e-6
    jacobian = local_jacobian(name, z, record(z))
    numerical = np.empty((4, 4))
    for j in range(4):
        step = np.zeros_like(z)
        step[j] = epsilon
        numerical[:, j] = ((record(z + step) - record(z - step)) / (2 * epsilon))[:, 0]
    assert jacobian.shape == (4, 4)
    np.testing.assert_allclose(jacobian.matrix, numerical, atol=1e-8)
    if name == "softmax":
        assert jacobian.diagonal is None
    else:
        np.testing.assert_allclose(np.diag(jacobian.diagonal), jacobian.matrix)


def test_example_11_the_jacobian_of_relu_on_4096_numbers_is_never_built():
    z = RNG.standard_normal((4096, 1))
    jacobian = local_jacobian("relu", z, np.maximum(z, 0))
    assert jacobian.shape == (4096, 4096)
    assert jacobian.matrix is None
    np.testing.assert_array_equal(jacobian.diagonal, (z[:, 0] > 0).astype(float))
    assert local_jacobian("softmax", z, ACTIVATIONS["softmax"](z)).matrix is None


@pytest.mark.parametrize("layer", [1, 2, 3])
@pytest.mark.parametrize("output", ACTIVATIONS)
def test_three_ways_agree_with_the_engine_for_every_output_and_cost(output, layer):
    for cost in allowed_costs(output):
        net = Network([2, 4, 3, 3], ["gelu", "sin", output], cost, initializer="normal", seed=1)
        three, gradients = ways(net, X, Y, layer)
        expected = gradients.W[layer - 1]
        scale = max(1.0, float(np.abs(expected).max()))
        for way in (three.by_paths, three.by_outer_product, three.by_kronecker):
            assert way.shape == expected.shape
            np.testing.assert_allclose(way, expected, atol=1e-13 * scale)
        assert three.difference <= 1e-13 * scale
        assert three.n_paths == {1: 9, 2: 3, 3: 1}[layer]


def test_the_three_ways_stay_together_where_outputs_saturate():
    net = Network([1, 2, 1], ["tanh", "sigmoid"], "binary_cross_entropy", initializer="zeros")
    net.b[1][...] = 60.0
    net.W[1][...] = 1.0
    three, gradients = ways(net, [[1.0, 0.5]], [[0.0, 1.0]], 1)
    assert three.difference < 1e-14
    assert gradients.W[0].any()


def test_vec_stacks_columns_and_unvec_takes_them_apart():
    M = np.array([[1, 2, 3], [4, 5, 6]])
    assert vec(M).tolist() == [1, 4, 2, 5, 3, 6]
    np.testing.assert_array_equal(unvec(vec(M), (2, 3)), M)


def test_the_kronecker_factor_is_the_derivative_of_the_sums_by_the_weights():
    net = Network([2, 3, 3], ["tanh", "linear"], "huber", initializer="normal", seed=1)
    three, gradients = ways(net, X, Y, 2)
    assert three.kronecker.shape == three.kronecker_shape == (9, 12)
    np.testing.assert_array_equal(three.kronecker, np.kron(gradients.A[1], np.eye(3)))
    np.testing.assert_array_equal(three.delta_vector, vec(gradients.dZ[2]))
    # vec(W·A) = (Aᵀ ⊗ I)·vec(W)
    np.testing.assert_allclose(vec(net.W[1] @ gradients.A[1]), three.kronecker.T @ vec(net.W[1]))
    np.testing.assert_allclose(unvec(three.product_vector, (3, 3)), gradients.W[1])


def test_a_large_kronecker_factor_is_described_and_not_built():
    net = Network([40, 30, 3], ["tanh", "linear"], "huber", initializer="normal", seed=1)
    three, gradients = ways(net, RNG.standard_normal((40, 4)), Y, 1)
    assert three.kronecker is None
    assert three.kronecker_shape == (1200, 120)
    np.testing.assert_allclose(three.by_kronecker, gradients.W[0], atol=1e-13)


def test_what_would_take_too_long_is_left_out(monkeypatch):
    net = Network([2, 4, 3], ["tanh", "linear"], "huber")
    monkeypatch.setattr(jacobians, "MOST_MULTIPLICATIONS", 100)
    assert ways(net, X, Y, 1)[0] is None


def test_example_3_and_20_shapes_multiply():
    assert multiply_shapes([(1, 2), (2, 2), (2, 1)]) == (1, 1)
    assert multiply_shapes([(5, 4), (4, 3), (3, 2)]) == (5, 2)
    with pytest.raises(ValueError, match=r"\(5×4\)\(3×2\) do not multiply: 4 columns against 3 rows"):
        multiply_shapes([(5, 4), (3, 2)])
    with pytest.raises(ValueError, match="at least one"):
        multiply_shapes([])


@pytest.mark.parametrize("layer", [1, 2, 3])
def test_chains_multiply_out_to_the_shape_of_the_gradient(layer):
    structure = Structure((2, 5, 4, 3), ("tanh", "tanh", "softmax"), "cross_entropy")
    n = structure.sizes[layer] * structure.sizes[layer - 1]
    column, row = column_chain(structure, layer), row_chain(structure, layer)
    assert multiply_shapes([factor.shape for factor in column]) == (1, n)
    assert multiply_shapes([factor.shape for factor in row]) == (n, 1)
    assert len(column) == len(row) == 2 * (3 - layer) + 3


def test_the_chain_of_one_example_multiplied_out_is_the_gradient():
    net = Network([2, 4, 3], ["tanh", "softmax"], "squared_error", initializer="normal", seed=1)
    three, g = ways(net, X[:, :1], Y[:, :1], 1)
    matrices = [
        g.dA[2].T,
        local_jacobian("softmax", g.Z[2], g.A[2]).matrix,
        net.W[1],
        local_jacobian("tanh", g.Z[1], g.A[1]).matrix,
        np.kron(g.A[0].T, np.eye(4)),
    ]
    assert tuple(matrix.shape for matrix in matrices) == three.shapes
    product = np.linalg.multi_dot(matrices)
    np.testing.assert_allclose(unvec(product[0], (4, 2)), g.W[0], rtol=1e-12)
    # Document 004: the same numbers, factor by factor transposed and in the other order.
    assert tuple(matrix.T.shape for matrix in reversed(matrices)) == tuple(factor.shape for factor in three.row_chain)
    column = np.linalg.multi_dot([matrix.T for matrix in reversed(matrices)])
    np.testing.assert_allclose(column.reshape(2, 4), g.W[0].T, rtol=1e-12)


def test_examples_21_to_23_in_row_convention():
    net = Network([2, 3, 2], ["tanh", "sigmoid"], "squared_error", initializer="normal", seed=21)
    n0, y = RNG.standard_normal((1, 2)), RNG.random((1, 2))
    for layer, shape in ((1, (2, 3)), (2, (3, 2))):
        three, g = ways(net, n0.T, y.T, layer)
        n, v = g.A[layer - 1].T, g.dZ[layer].T  # rows
        by_kronecker = (np.kron(n.T, np.eye(shape[1])) @ v.T).reshape(shape)
        np.testing.assert_array_equal(three.row_by_kronecker, by_kronecker)
        np.testing.assert_array_equal(three.row_by_outer_product, n.T @ v)
        np.testing.assert_array_equal(three.row_by_kronecker, n.T @ v)
        assert three.row_difference == 0
        np.testing.assert_allclose(three.row_by_paths, n.T @ v, rtol=1e-13)
        np.testing.assert_array_equal(three.row_by_outer_product, three.by_outer_product.T)


def test_example_23_with_numbers():
    n0, v = np.array([[2.0, -1.0]]), np.array([[0.5, 3.0, -4.0]])
    product = np.kron(n0.T, np.eye(3)) @ v.T
    assert product[:, 0].tolist() == [1.0, 6.0, -8.0, -0.5, -3.0, 4.0]
    np.testing.assert_array_equal(product.reshape(2, 3) - n0.T @ v, np.zeros((2, 3)))


def test_everything_is_frozen():
    net = Network([2, 3, 3], ["tanh", "linear"], "huber")
    three, _ = ways(net, X, Y, 1)
    for array in (three.by_paths, three.by_outer_product, three.by_kronecker, three.kronecker, three.delta_vector):
        assert not array.flags.writeable
