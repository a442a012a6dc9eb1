"""The compiled passes: the same numbers as textbook backpropagation, whatever is fused, shared or kept."""

import numpy as np
import pytest

from playground.engine import ACTIVATIONS, COSTS, Network, allowed_costs
from playground.engine.operations import run
from playground.engine.propagation import Buffers, Propagation, Structure

HIDDEN = [name for name, record in ACTIVATIONS.items() if not record.output_only]
DEEP = [  # runs of equal activations, with and without the output layer in the last run, with and without uses_z
    ["tanh", "tanh", "tanh", "tanh"],
    ["relu", "relu", "gelu", "tanh"],
    ["sin", "tanh", "tanh", "sin"],
    ["sigmoid", "elu", "softplus", "softmax"],
    ["swish", "swish", "swish", "swish"],
]


def textbook_gradients(network, X, Y):
    """Return the sums over examples of `[dW | db]`, layer by layer, from the tables' own values and slopes."""
    A, Z = [X], [None]
    for W, b, name in zip(network.W, network.b, network.activations, strict=True):
        Z.append(W @ A[-1] + b)
        A.append(ACTIVATIONS[name](Z[-1]))
    dA = np.empty_like(A[-1])
    run(COSTS[network.structure.cost].delta(A[-1], Y, dA))
    gradients = []
    for layer in range(len(network.W), 0, -1):
        record, dZ = ACTIVATIONS[network.activations[layer - 1]], np.empty_like(dA)
        if record.backward is not None:
            run(record.backward(A[layer], dA, dZ))
        else:
            run(record.derivative(Z[layer], A[layer], dZ))
            dZ *= dA
        gradients.insert(0, np.hstack([dZ @ A[layer - 1].T, dZ.sum(axis=1, keepdims=True)]))
        dA = network.W[layer - 1].T @ dZ
    return gradients


def compiled_gradients(network, X, Y, keep):
    m = X.shape[1]
    buffers = Buffers(network.structure, m, network.dtype, keep=keep)
    gradients = network.structure.matrices(np.full_like(network.parameters, np.nan))
    propagation = Propagation(network.structure, network.matrices, buffers)
    A0, Z_out = np.vstack([X, np.ones((1, m))]), np.empty((network.sizes[-1], m))
    operations = propagation.forward(A0, Z_out) + propagation.backward(gradients).operations(A0, Z_out, Y)
    for _ in range(3):  # buffers are used again and again
        run(operations)
    return gradients


@pytest.mark.parametrize("keep", [False, True])
@pytest.mark.parametrize(
    ("activations", "cost"),
    [(activations, cost) for activations in DEEP for cost in allowed_costs(activations[-1])]
    + [([output], cost) for output in ACTIVATIONS for cost in allowed_costs(output)]
    + [([hidden, "linear"], "half_squared_error") for hidden in HIDDEN],
    ids=lambda value: "-".join(value) if isinstance(value, list) else value,
)
def test_compiled_gradients_are_the_textbooks(activations, cost, keep):
    sizes = [*[2, 4, 3, 5][: len(activations)], 3]
    network = Network(sizes, activations, cost, initializer="normal", seed=2)
    X = np.random.default_rng(1).standard_normal((2, 6))
    Y = np.eye(3)[[0, 1, 2, 2, 1, 0]].T
    expected = textbook_gradients(network, X, Y)
    for gradient, textbook in zip(compiled_gradients(network, X, Y, keep), expected, strict=True):
        np.testing.assert_allclose(gradient, textbook, rtol=1e-10, atol=1e-12)


def test_dA_of_the_input_says_how_the_cost_changes_with_the_input():
    network = Network([2, 3, 1], ["tanh", "sigmoid"], "binary_cross_entropy", seed=3)
    X, Y = np.array([[0.3, -1.0], [0.8, 0.2]]), np.array([[1.0, 0.0]])
    dA0, h = network.backpropagate(X, Y).dA[0], 1e-6
    for i in range(2):
        step = np.zeros((2, 2))
        step[i] = h
        for example in range(2):
            column = slice(example, example + 1)
            above = network.cost((X + step)[:, column], Y[:, column])
            below = network.cost((X - step)[:, column], Y[:, column])
            assert dA0[i, example] == pytest.approx((above - below) / (2 * h), rel=1e-6)


def test_teaching_keeps_what_training_overwrites():
    network = Network([2, 3, 1], ["tanh", "tanh"], "squared_error", seed=3)
    X, Y = np.array([[0.3, -1.0], [0.8, 0.2]]), np.array([[1.0, -1.0]])
    passes = network.backpropagate(X, Y)
    np.testing.assert_allclose(passes.Z[1], network.W[0] @ X + network.b[0], rtol=1e-14)
    np.testing.assert_allclose(passes.A[1], np.tanh(passes.Z[1]), rtol=1e-14)
    np.testing.assert_allclose(passes.dA[2], 2 * (passes.A[2] - Y), rtol=1e-14)
    np.testing.assert_allclose(passes.dZ[2], passes.dA[2] * (1 - passes.A[2] ** 2), rtol=1e-13)
    np.testing.assert_allclose(passes.dA[1], network.W[1].T @ passes.dZ[2], rtol=1e-14)
    np.testing.assert_allclose(passes.dZ[1], passes.dA[1] * (1 - passes.A[1] ** 2), rtol=1e-13)
    np.testing.assert_allclose(passes.dA[0], network.W[0].T @ passes.dZ[1], rtol=1e-14)
    np.testing.assert_allclose(passes.W[0], passes.dZ[1] @ X.T / 2, rtol=1e-14)
    np.testing.assert_allclose(passes.b[0], passes.dZ[1].mean(axis=1, keepdims=True), rtol=1e-14)


def test_a_structure_counts_and_cuts_the_parameters():
    structure = Structure((2, 4, 3), ("tanh", "softmax"), "cross_entropy")
    assert structure.shapes == [(4, 3), (3, 5)]
    assert structure.n_parameters == 27
    flat = np.arange(27.0)
    first, second = structure.matrices(flat)
    first[0, 0] = -1
    assert flat[0] == -1
    np.testing.assert_array_equal(second, np.arange(12, 27).reshape(3, 5))


def test_an_update_of_the_default_network_is_few_calls():
    network = Network([2, 4, 2, 1], ["tanh"] * 3, "half_squared_error")
    buffers = Buffers(network.structure, 10, network.dtype, keep=False)
    propagation = Propagation(network.structure, network.matrices, buffers)
    A0, Z_out, Y = np.ones((3, 10)), np.empty((1, 10)), np.ones((1, 10))
    forward = propagation.forward(A0, Z_out)
    backward = propagation.backward(network.structure.matrices(np.empty_like(network.parameters)))
    assert len(forward) == 6  # a product and a tanh for each layer
    assert len(backward.operations(A0, Z_out, Y)) == 11  # 2 slopes, 2 to the output's dZ, 3 for each layer above, 1
