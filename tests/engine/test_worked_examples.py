"""The worked examples of the seed documents that are about networks (4, 10, 12, 13, 14, 21–23), with their numbers."""

import numpy as np
import pytest

from playground.engine import Network, check_gradients
from playground.engine.operations import constant, run
from playground.engine.optimizers import OPTIMIZERS, UpdateBuffers

# Document 002, as printed.
W1 = np.array(
    [
        [0.34522571, -0.00435798, -0.55015057, -0.18029009, -0.24863248],
        [0.48145223, 0.48976974, 0.4544385, 0.70003399, 0.45756044],
        [-0.55900747, -0.09964053, 0.28876994, 0.76200738, -0.54389478],
        [0.07710557, -0.27164855, -0.57329413, 0.56887702, 0.45411553],
    ]
)
W2 = np.array(
    [
        [-0.02059886, 0.19182803, 0.11765535, 0.0742146],
        [-0.75716588, 0.93100703, 0.56786299, -0.65197777],
        [-0.55100467, -0.26469174, -0.21975884, -0.01100711],
    ]
)
W3 = np.array([[0.93923832, 1.23714427, -0.18204054]])
AL = np.array([[0.50806541, 0.50446785, 0.99754058, 0.5]])
Y = np.array([[0.0, 1.0, 1.0, 0.0]])
DA2 = np.array(
    [
        [4.77194502e-01, -4.65422790e-01, -2.30997864e-03, 4.69619161e-01],
        [6.28550208e-01, -6.13044765e-01, -3.04265357e-03, 6.18572134e-01],
        [-9.24884992e-02, 9.02069390e-02, 4.47713578e-04, -9.10202679e-02],
    ]
)
DA1 = np.array(
    [
        [-0.48574643, 0.00958718, 0.00235138, 0.0],
        [0.67672394, -0.08928114, -0.00327585, 0.0],
        [0.41307489, -0.05475948, -0.00199959, 0.0],
        [-0.37438596, -0.03454117, 0.00181231, 0.0],
    ]
)
DW1 = np.array(
    [
        [-0.00156397, -0.00058392, -0.00353235, -0.00187307, 0.00019292],
        [-0.00053448, 0.00106037, -0.00222424, -0.00239189, 0.00089139],
        [-0.06663642, -0.07072757, 0.15135499, -0.05993305, 0.07339559],
        [0.00593044, 0.00151714, 0.01395705, 0.00807165, -0.00118819],
    ]
)
DB1 = np.array([[0.00239679], [-0.00081896], [0.10276882], [-0.00818221]])
DW2 = np.array(
    [
        [-8.23189416e-02, -1.42110237e-03, 2.79039103e-03, -5.26880192e-02],
        [0.0, -1.87184509e-03, 3.67544230e-03, -9.30159738e-06],
        [0.0, 0.0, 0.0, 0.0],
    ]
)
DB2 = np.array([[0.00236543], [0.15637689], [0.0]])
DW3 = np.array([[-0.00229851, 0.00028332, 0.0]])
DB3 = np.array([[0.12751846]])
UPDATED = {
    "W1": [
        [0.34538211, -0.00429959, -0.54979734, -0.18010278, -0.24865177],
        [0.48150568, 0.48966371, 0.45466093, 0.70027318, 0.4574713],
        [-0.55234383, -0.09256777, 0.27363445, 0.76800069, -0.55123434],
        [0.07651252, -0.27180027, -0.57468984, 0.56806986, 0.45423435],
    ],
    "b1": [[-2.39679482e-04], [8.18962628e-05], [-1.02768824e-02], [8.18221459e-04]],
    "W2": [
        [-0.01236697, 0.19197014, 0.11737631, 0.0794834],
        [-0.75716588, 0.93119421, 0.56749545, -0.65197684],
        [-0.55100467, -0.26469174, -0.21975884, -0.01100711],
    ],
    "b2": [[-0.00023654], [-0.01563769], [0.0]],
    "W3": [[0.93946817, 1.23711594, -0.18204054]],
    "b3": [[-0.01275185]],
}


def sigma(z):
    return 1 / (1 + np.exp(-z))


def d_sigma(z):
    return np.exp(-z) / (np.exp(-z) + 1) ** 2


def test_example_4_jacobians_of_the_1_6_7_2_network():
    network = Network([1, 6, 7, 2], ["sigmoid"] * 3, "squared_error", initializer="normal", seed=4)
    x = np.linspace(0, 1, 11)[None]
    y = np.vstack([(1 + np.cos(2 * np.pi * x)) / 2, (1 + np.sin(2 * np.pi * x)) / 2])
    w1, w2, w3 = network.W
    b1, b2, b3 = network.b
    z1 = w1 @ x + b1
    a1 = sigma(z1)
    z2 = w2 @ a1 + b2
    a2 = sigma(z2)
    z3 = w3 @ a2 + b3
    a3 = sigma(z3)
    cost = np.linalg.norm(a3 - y) ** 2 / x.size
    j3 = 2 * (a3 - y) * d_sigma(z3)
    j2 = (j3.T @ w3 * d_sigma(z2).T).T  # the document's order: row vectors times matrices
    j1 = (j2.T @ w2 * d_sigma(z1).T).T

    gradients = network.backpropagate(x, y)
    for ours, theirs in zip(gradients.Z[1:], (z1, z2, z3), strict=True):
        np.testing.assert_allclose(ours, theirs, rtol=1e-13, atol=1e-14)
    for ours, theirs in zip(gradients.A, (x, a1, a2, a3), strict=True):
        np.testing.assert_allclose(ours, theirs, rtol=1e-13)
    assert network.cost(x, y) == pytest.approx(cost, rel=1e-14)
    for layer, (j, a) in enumerate(((j1, x), (j2, a1), (j3, a2))):
        np.testing.assert_allclose(gradients.W[layer], j @ a.T / x.size, rtol=1e-11, atol=1e-15)
        np.testing.assert_allclose(gradients.b[layer], j.sum(axis=1, keepdims=True) / x.size, rtol=1e-11, atol=1e-15)


def test_example_10_gradient_check_of_images():
    # The document's network has 50 hidden units; with 5 the same check takes a tenth of the time.
    rng = np.random.default_rng(0)
    network = Network([784, 5, 10], ["relu", "softmax"], "cross_entropy", initializer="small_normal", seed=0)
    images, labels = rng.random((784, 3)) * (rng.random((784, 3)) < 0.2), np.eye(10)[[5, 0, 4]].T
    check = check_gradients(network, images, labels, epsilon=1e-4)
    assert check.passed
    printed = {"W1": 2.4e-13, "b1": 1.1e-12, "W2": 8.8e-13, "b2": 1.2e-10}
    for parameter in check.parameters:  # other images and weights, the same round-off
        assert parameter.mean_absolute_difference < 3 * printed[parameter.name]


def test_example_12_initial_parameters():
    network = Network(
        [5, 4, 3, 1], ["relu", "relu", "sigmoid"], "binary_cross_entropy", initializer="scaled_normal", seed=12
    )
    assert [W.shape for W in network.W] == [W1.shape, W2.shape, W3.shape] == [(4, 5), (3, 4), (1, 3)]
    assert [b.shape for b in network.b] == [(4, 1), (3, 1), (1, 1)]
    assert not any(b.any() for b in network.b)
    rng = np.random.default_rng(12)
    for W in network.W:
        np.testing.assert_array_equal(W, rng.standard_normal(W.shape) / np.sqrt(W.shape[1]))


def test_example_12_forward_with_the_printed_weights():
    network = Network([5, 4, 3, 1], ["relu", "relu", "sigmoid"], "binary_cross_entropy")
    for W, printed in zip(network.W, (W1, W2, W3), strict=True):
        W[...] = printed
    for b in network.b:
        b[...] = 0
    X = np.random.default_rng(0).standard_normal((5, 4))
    A1 = np.maximum(0, W1 @ X)
    A2 = np.maximum(0, W2 @ A1)
    np.testing.assert_allclose(network.predict(X), sigma(W3 @ A2), rtol=1e-14)


def test_example_13_cost_and_gradients_at_the_printed_output():
    # Hidden units with the document's signs (zero gradients in db2 and dA1 say which were off) and outputs AL.
    logits = np.log(AL / (1 - AL))
    Z2 = np.full((3, 4), -1.0)
    Z2[1, [0, 2]] = 0.01, 2.0
    Z2[0, :3] = (logits[0, :3] - W3[0, 1] * np.maximum(Z2[1, :3], 0)) / W3[0, 0]
    assert (Z2[0, :3] > 0).all()
    network = Network([4, 4, 3, 1], ["linear", "relu", "sigmoid"], "binary_cross_entropy", initializer="zeros")
    network.W[0][...], network.W[1][...], network.W[2][...] = np.linalg.pinv(W2) @ Z2, W2, W3
    X = np.eye(4)

    np.testing.assert_allclose(network.predict(X), AL, rtol=1e-13)
    assert network.cost(X, Y) == pytest.approx(0.5223175799, abs=1e-8)
    gradients = network.backpropagate(X, Y)
    np.testing.assert_allclose(gradients.dZ[3], AL - Y, rtol=1e-12)
    np.testing.assert_allclose(gradients.b[2], DB3, atol=1e-8)
    np.testing.assert_allclose(gradients.dA[2], DA2, atol=1e-8)
    np.testing.assert_allclose(gradients.b[1], DB2, atol=1e-8)
    np.testing.assert_allclose(gradients.dA[1], DA1, atol=1e-8)


def test_example_14_update_with_a_tenth():
    network = Network([5, 4, 3, 1], ["relu", "relu", "sigmoid"], "binary_cross_entropy", initializer="zeros")
    for W, printed in zip(network.W, (W1, W2, W3), strict=True):
        W[...] = printed
    gradients = np.zeros((2, network.parameters.size))
    for matrix, dW, db in zip(network.structure.matrices(gradients[0]), (DW1, DW2, DW3), (DB1, DB2, DB3), strict=True):
        matrix[...] = np.hstack([dW, db])
    buffers = UpdateBuffers.for_parameters(network.parameters)
    buffers.gradients[...] = gradients
    buffers.rate[...] = constant(0.1, gradients)
    run(OPTIMIZERS["sgd"].compile(buffers))
    for layer in (1, 2, 3):
        np.testing.assert_allclose(network.W[layer - 1], UPDATED[f"W{layer}"], atol=1.1e-8)
        np.testing.assert_allclose(network.b[layer - 1], UPDATED[f"b{layer}"], atol=1.1e-8)


def test_examples_21_to_23_row_vectors_and_kronecker_products():
    rng = np.random.default_rng(21)
    network = Network([2, 3, 2], ["tanh", "sigmoid"], "squared_error", initializer="normal", seed=21)
    n0, y = rng.standard_normal((1, 2)), rng.random((1, 2))
    V1, V2 = network.W[0].T, network.W[1].T  # the document's W1 (2×3) and W2 (3×2)
    d1 = n0 @ V1 + network.b[0].T
    n1 = np.tanh(d1)
    d2 = n1 @ V2 + network.b[1].T
    n2 = sigma(d2)
    loss = ((n2 - y) @ (n2 - y).T).item()
    assert network.cost(n0.T, y.T) == pytest.approx(loss, rel=1e-14)

    slope1, slope2 = np.diag(1 - np.tanh(d1[0]) ** 2), np.diag(d_sigma(d2[0]))
    to_output = slope2 @ (2 * (n2 - y).T)
    v = slope1 @ V2 @ to_output
    dw2 = np.kron(n1.T, np.eye(2)) @ to_output
    dw1 = np.kron(n0.T, np.eye(3)) @ v
    gradients = network.backpropagate(n0.T, y.T)
    np.testing.assert_allclose(gradients.W[1].T, dw2.reshape(3, 2), rtol=1e-13)
    np.testing.assert_allclose(gradients.W[0].T, dw1.reshape(2, 3), rtol=1e-13)
    np.testing.assert_array_equal(dw1.reshape(2, 3), n0.T @ v.T)
