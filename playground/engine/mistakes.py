"""Wrong derivatives that a student can switch on, and find with the gradient check."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType

import numpy as np

from playground.engine.activations import ACTIVATIONS
from playground.engine.costs import COSTS
from playground.engine.network import Network
from playground.engine.operations import Array, run
from playground.engine.propagation import Structure

LEARNING_RATE = 0.1
"""Of an update, where none is given."""


@dataclass(frozen=True, kw_only=True)
class Steps:
    """The steps of a backward pass as a textbook writes them: slow, plain, and one function each.

    Attributes
    ----------
    output
        ``output(structure, Z, A, Y)`` returns the output layer's `dZ` from its `Z`, its `A` and the targets.
    through
        ``through(W, dW, learning_rate)`` returns the weights that the gradient goes back through.
    below
        ``below(W, dZ)`` returns `dA` of the layer below; its `W` is what `through` returned.
    activation
        ``activation(name, Z, A, dA)`` returns a hidden layer's `dZ`.
    weights
        ``weights(dZ, A, Z)`` returns `dW` from the layer's `dZ` and the `A` and `Z` of the layer below; `Z` is None for
        the input.
    biases
        ``biases(dZ)`` returns `db`.
    """

    output: Callable[[Structure, Array, Array, Array], Array]
    through: Callable[[Array, Array, float], Array]
    below: Callable[[Array, Array], Array]
    activation: Callable[[str, Array, Array, Array], Array]
    weights: Callable[[Array, Array, Array | None], Array]
    biases: Callable[[Array], Array]


@dataclass(frozen=True, kw_only=True)
class Mistake:
    """A mistake in one step of the backward pass.

    Attributes
    ----------
    name, label
        The name in commands and the name on screen.
    description
        What is wrong, in one sentence: the solution.
    right, wrong
        The step as it should be and with the mistake in it, in LaTeX.
    hint
        Where to look, in one sentence, without giving the solution away.
    steps
        The backward pass with the mistake in it.
    matters
        ``matters(structure, m)``: whether it can change a gradient of such a network with `m` examples.
    agrees
        Where it happens to give the right numbers, and why, in one sentence; empty if nowhere.
    """

    name: str
    label: str
    description: str
    right: str
    wrong: str
    hint: str
    steps: Steps
    matters: Callable[[Structure, int], bool]
    agrees: str = ""


def derivative(name: str, Z: Array, A: Array) -> Array:
    """Return `g'(Z)` of an elementwise activation."""
    slope = ACTIVATIONS[name].derivative
    assert slope is not None, f"{name} has no elementwise derivative"
    D = np.empty_like(Z)
    run(slope(Z, A, D))
    return D


def from_cost(cost: str, A: Array, Y: Array) -> Array:
    """Return `dA = ∂C/∂A` of the outputs, for each example."""
    dA = np.empty_like(A)
    run(COSTS[cost].delta(A, Y, dA))
    return dA


def _output(structure: Structure, Z: Array, A: Array, Y: Array) -> Array:
    cost, output = COSTS[structure.cost], ACTIVATIONS[structure.activations[-1]]
    fused, dZ = cost.fused.get(output.name), np.empty_like(A)
    if fused is not None:
        run(fused.delta(A, Y, dZ))
        return dZ
    dA = from_cost(structure.cost, A, Y)
    if output.backward is not None:
        run(output.backward(A, dA, dZ))
        return dZ
    return dA * derivative(output.name, Z, A)


def _through(W: Array, _dW: Array, _learning_rate: float) -> Array:
    return W


def _below(W: Array, dZ: Array) -> Array:
    return np.asarray(W.T @ dZ)


def _activation(name: str, Z: Array, A: Array, dA: Array) -> Array:
    return dA * derivative(name, Z, A)


def _weights(dZ: Array, A: Array, _Z: Array | None) -> Array:
    return np.asarray(dZ @ A.T / dZ.shape[1])


def _biases(dZ: Array) -> Array:
    return np.asarray(dZ.mean(axis=1, keepdims=True))


RIGHT = Steps(output=_output, through=_through, below=_below, activation=_activation, weights=_weights, biases=_biases)
"""The backward pass without a mistake."""


def _elementwise_softmax(structure: Structure, Z: Array, A: Array, Y: Array) -> Array:
    if structure.activations[-1] != "softmax":
        return _output(structure, Z, A, Y)
    return from_cost(structure.cost, A, Y) * A * (1 - A)


def _half(structure: Structure, Z: Array, A: Array, Y: Array) -> Array:
    return (0.5 if structure.cost == "squared_error" else 1.0) * _output(structure, Z, A, Y)


def _last_path(W: Array, dZ: Array) -> Array:
    return np.asarray(W[-1:].T @ dZ[-1:])


def _updated(W: Array, dW: Array, learning_rate: float) -> Array:
    return np.asarray(W - learning_rate * dW)


def _always(_structure: Structure, _m: int) -> bool:
    return True


def _several_examples(_structure: Structure, m: int) -> bool:
    return m > 1


def _has_hidden_layer(structure: Structure, _m: int) -> bool:
    return len(structure.sizes) > 2


def _has_bends(structure: Structure, _m: int) -> bool:
    return any(name != "linear" for name in structure.activations[:-1])


@cache
def _slope_wants_z(name: str) -> bool:
    """Whether `g'` at `a = g(z)` is another number than at `z`: not where `g` is straight on either side of a kink."""
    Z = np.linspace(-3, 3, 12)[None]
    A = ACTIVATIONS[name](Z)
    return not np.allclose(derivative(name, Z, A), derivative(name, A, ACTIVATIONS[name](A)))


def _has_slopes_that_want_z(structure: Structure, _m: int) -> bool:
    return any(_slope_wants_z(name) for name in structure.activations[:-1])


_RECORDS = (
    Mistake(
        name="wrong_sign",
        label="Wrong sign",
        description="The output layer starts from Y − A instead of A − Y: every gradient points the other way, and "
        "updates climb.",
        right=r"dZ^{[L]} = \frac{\partial C}{\partial Z^{[L]}}",
        wrong=r"dZ^{[L]} = -\frac{\partial C}{\partial Z^{[L]}}",
        hint="Every array differs; compare the signs of both gradients.",
        steps=replace(RIGHT, output=lambda structure, Z, A, Y: -_output(structure, Z, A, Y)),
        matters=_always,
    ),
    Mistake(
        name="missing_transpose",
        label="Missing transpose",
        description="The gradient goes back through W reshaped, not transposed: the shape fits, the numbers do not.",
        right=r"dA^{[l-1]} = W^{[l]T} dZ^{[l]}",
        wrong=r"dA^{[l-1]} = \mathrm{reshape}(W^{[l]})\, dZ^{[l]}",
        hint="The output layer is right; follow the gradient to the layer below.",
        # As somebody does who makes the shapes fit with reshape instead of a transpose.
        steps=replace(RIGHT, below=lambda W, dZ: np.asarray(W.reshape(W.shape[::-1]) @ dZ)),
        matters=lambda structure, _m: any(
            min(n, below) > 1 for below, n in zip(structure.sizes[1:-1], structure.sizes[2:], strict=True)
        ),
        agrees="Where a layer has one neuron, or the one below it, W reshaped is W transposed.",
    ),
    Mistake(
        name="missing_mean",
        label="Missing 1/m",
        description="The gradient of the weights is the sum over the examples instead of their mean.",
        right=r"dW^{[l]} = \frac{1}{m} dZ^{[l]} A^{[l-1]T}",
        wrong=r"dW^{[l]} = dZ^{[l]} A^{[l-1]T}",
        hint="Divide one gradient by the other.",
        steps=replace(RIGHT, weights=lambda dZ, A, _Z: np.asarray(dZ @ A.T)),
        matters=_several_examples,
        agrees="With one example the sum is the mean.",
    ),
    Mistake(
        name="elementwise_softmax",
        label="Elementwise softmax",
        description="Softmax is differentiated as a (1 − a), as if each output depended on its own sum only.",
        right=r"dz_i = a_i \left( da_i - \sum_j a_j\, da_j \right)",
        wrong=r"dz_i = a_i (1 - a_i)\, da_i",
        hint="Each output of softmax depends on every sum of its layer: its Jacobian is full.",
        steps=replace(RIGHT, output=_elementwise_softmax),
        matters=lambda structure, _m: structure.activations[-1] == "softmax" and structure.sizes[-1] > 1,
        agrees="Only a softmax of several outputs has more than a diagonal in its Jacobian.",
    ),
    Mistake(
        name="missing_activation_derivative",
        label="Missing g'(Z)",
        description="Hidden layers pass dA on as dZ, without the factor g'(Z): as if a composition were a product.",
        right=r"dZ^{[l]} = dA^{[l]} \odot g'(Z^{[l]})",
        wrong=r"dZ^{[l]} = dA^{[l]}",
        hint="The output layer is right; what does a hidden layer do between dA and dZ?",
        steps=replace(RIGHT, activation=lambda _name, _Z, _A, dA: dA),
        matters=_has_bends,
        agrees="Where hidden layers are linear, g'(Z) is 1; without a hidden layer there is none to forget.",
    ),
    Mistake(
        name="derivative_at_a",
        label="g' of the wrong number",
        description="The derivative of the hidden activations is taken at A instead of Z: g'(g(z)).",
        right=r"dZ^{[l]} = dA^{[l]} \odot g'(Z^{[l]})",
        wrong=r"dZ^{[l]} = dA^{[l]} \odot g'(A^{[l]})",
        hint="The output layer is right; which number does g' want?",
        steps=replace(RIGHT, activation=lambda name, _Z, A, dA: dA * derivative(name, A, ACTIVATIONS[name](A))),
        matters=_has_slopes_that_want_z,
        agrees="An activation of straight pieces, like ReLU, has the same slope at Z and at A.",
    ),
    Mistake(
        name="bias_not_summed",
        label="Bias not summed",
        description="The gradient of the biases takes the first example only instead of the mean over all.",
        right=r"db^{[l]} = \frac{1}{m} \sum_i dz^{[l](i)}",
        wrong=r"db^{[l]} = dz^{[l](1)}",
        hint="All weights are right.",
        steps=replace(RIGHT, biases=lambda dZ: np.array(dZ[:, :1])),
        matters=_several_examples,
        agrees="With one example the first one is all there is.",
    ),
    Mistake(
        name="sums_for_activations",
        label="Z in place of A",
        description="The gradient of the weights is dZ·Zᵀ instead of dZ·Aᵀ, with the layer below's sums.",
        right=r"dW^{[l]} = \frac{1}{m} dZ^{[l]} A^{[l-1]T}",
        wrong=r"dW^{[l]} = \frac{1}{m} dZ^{[l]} Z^{[l-1]T}",
        hint="The first layer and every bias are right.",
        steps=replace(RIGHT, weights=lambda dZ, A, Z: _weights(dZ, A if Z is None else Z, None)),
        matters=_has_bends,
        agrees="Where hidden layers are linear, A is Z; the first layer's weights see the inputs anyway.",
    ),
    Mistake(
        name="last_path",
        label="Only the last path",
        description="A hidden neuron takes the gradient of the last neuron above it only: each path overwrites the one "
        "before, instead of adding to it.",
        right=r"da_j = \sum_k w_{kj}\, dz_k",
        wrong=r"da_j = w_{nj}\, dz_n",
        hint="A neuron moves the cost through every neuron above it.",
        steps=replace(RIGHT, below=_last_path),
        matters=lambda structure, _m: max(structure.sizes[2:], default=1) > 1,
        agrees="Where a layer has one neuron, such as one output, a single path goes back from it, and it is the last.",
    ),
    Mistake(
        name="updated_weights",
        label="Weights already updated",
        description="Each layer is updated before the gradient goes back through it: dA comes from the new weights, "
        "but the cost was computed with the old ones.",
        right=r"dA^{[l-1]} = W^{[l]T} dZ^{[l]}",
        wrong=r"dA^{[l-1]} = \left( W^{[l]} - \alpha\, dW^{[l]} \right)^T dZ^{[l]}",
        hint="The output layer is right, and below it the gradients are nearly so; what has moved a little?",
        steps=replace(RIGHT, through=_updated),
        matters=_has_hidden_layer,
        agrees="The error shrinks with the learning rate α and with dW: where the gradient is zero, nothing moves.",
    ),
    Mistake(
        name="missing_factor",
        label="Missing factor 2",
        description="The derivative of the square is taken as A − Y instead of 2 (A − Y).",
        right=r"dA^{[L]} = 2 (A^{[L]} - Y)",
        wrong=r"dA^{[L]} = A^{[L]} - Y",
        hint="Divide one gradient by the other.",
        steps=replace(RIGHT, output=_half),
        matters=lambda structure, _m: structure.cost == "squared_error",
        agrees="Only the squared error without ½ has the factor 2.",
    ),
)

MISTAKES: Mapping[str, Mistake] = MappingProxyType({record.name: record for record in _RECORDS})
"""Every mistake by name."""


def backpropagate(
    network: Network, X: Array, Y: Array, mistake: str | None = None, learning_rate: float = LEARNING_RATE
) -> tuple[list[Array], list[Array]]:
    """Return the mean gradients `dW` and `db` of every layer, by a textbook's backward pass, perhaps a wrong one.

    Raises `ValueError` if there is no such mistake.

    Parameters
    ----------
    X, Y
        `(n_0, m)` and `(n_L, m)`.
    mistake
        A name of `MISTAKES`.
    learning_rate
        Of the update that one of the mistakes makes too early.
    """
    if mistake is not None and mistake not in MISTAKES:
        raise ValueError(f"unknown mistake {mistake!r}, expected one of {', '.join(MISTAKES)}")
    steps = RIGHT if mistake is None else MISTAKES[mistake].steps
    structure, last = network.structure, len(network.W)
    dW: list[Array] = []
    db: list[Array] = []
    with np.errstate(all="ignore"):
        Z: list[Array | None] = [None]
        A = [X]
        for W, b, name in zip(network.W, network.b, structure.activations, strict=True):
            z = W @ A[-1] + b
            Z.append(z)
            A.append(ACTIVATIONS[name](z))
        dZ = steps.output(structure, z, A[-1], Y)
        for layer in range(last, 0, -1):
            dW.append(steps.weights(dZ, A[layer - 1], Z[layer - 1]))
            db.append(steps.biases(dZ))
            below = Z[layer - 1]
            if below is not None:
                W = steps.through(network.W[layer - 1], dW[-1], learning_rate)
                dA = steps.below(W, dZ)
                dZ = steps.activation(structure.activations[layer - 2], below, A[layer - 1], dA)
    return dW[::-1], db[::-1]
