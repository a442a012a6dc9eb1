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


@dataclass(frozen=True, kw_only=True)
class Steps:
    """The steps of a backward pass as a textbook writes them: slow, plain, and one function each.

    Attributes
    ----------
    output
        ``output(structure, Z, A, Y)`` returns the output layer's `dZ` from its `Z`, its `A` and the targets.
    below
        ``below(W, dZ)`` returns `dA` of the layer below.
    activation
        ``activation(name, Z, A, dA)`` returns a hidden layer's `dZ`.
    weights
        ``weights(dZ, A, Z)`` returns `dW` from the layer's `dZ` and the `A` and `Z` of the layer below; `Z` is None for
        the input.
    biases
        ``biases(dZ)`` returns `db`.
    """

    output: Callable[[Structure, Array, Array, Array], Array]
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
    hint
        Where to look, in one sentence, without giving the solution away.
    steps
        The backward pass with the mistake in it.
    matters
        ``matters(structure, m)``: whether it can change a gradient of such a network with `m` examples.
    """

    name: str
    label: str
    description: str
    hint: str
    steps: Steps
    matters: Callable[[Structure, int], bool]


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


def _below(W: Array, dZ: Array) -> Array:
    return np.asarray(W.T @ dZ)


def _activation(name: str, Z: Array, A: Array, dA: Array) -> Array:
    return dA * derivative(name, Z, A)


def _weights(dZ: Array, A: Array, _Z: Array | None) -> Array:
    return np.asarray(dZ @ A.T / dZ.shape[1])


def _biases(dZ: Array) -> Array:
    return np.asarray(dZ.mean(axis=1, keepdims=True))


RIGHT = Steps(output=_output, below=_below, activation=_activation, weights=_weights, biases=_biases)
"""The backward pass without a mistake."""


def _elementwise_softmax(structure: Structure, Z: Array, A: Array, Y: Array) -> Array:
    if structure.activations[-1] != "softmax":
        return _output(structure, Z, A, Y)
    return from_cost(structure.cost, A, Y) * A * (1 - A)


def _half(structure: Structure, Z: Array, A: Array, Y: Array) -> Array:
    return (0.5 if structure.cost == "squared_error" else 1.0) * _output(structure, Z, A, Y)


def _first_path(W: Array, dZ: Array) -> Array:
    return np.asarray(W[:1].T @ dZ[:1])


def _always(_structure: Structure, _m: int) -> bool:
    return True


def _several_examples(_structure: Structure, m: int) -> bool:
    return m > 1


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
        hint="Every array differs; compare the signs of both gradients.",
        steps=replace(RIGHT, output=lambda structure, Z, A, Y: -_output(structure, Z, A, Y)),
        matters=_always,
    ),
    Mistake(
        name="missing_transpose",
        label="Missing transpose",
        description="The gradient goes back through W reshaped, not transposed: the shape fits, the numbers do not.",
        hint="The output layer is right; follow the gradient to the layer below.",
        # As somebody does who makes the shapes fit with reshape instead of a transpose.
        steps=replace(RIGHT, below=lambda W, dZ: np.asarray(W.reshape(W.shape[::-1]) @ dZ)),
        matters=lambda structure, _m: any(
            min(n, below) > 1 for below, n in zip(structure.sizes[1:-1], structure.sizes[2:], strict=True)
        ),
    ),
    Mistake(
        name="missing_mean",
        label="Missing 1/m",
        description="The gradient of the weights is the sum over the examples instead of their mean.",
        hint="Divide one gradient by the other.",
        steps=replace(RIGHT, weights=lambda dZ, A, _Z: np.asarray(dZ @ A.T)),
        matters=_several_examples,
    ),
    Mistake(
        name="elementwise_softmax",
        label="Elementwise softmax",
        description="Softmax is differentiated as a (1 − a), as if each output depended on its own sum only.",
        hint="Each output of softmax depends on every sum of its layer: its Jacobian is full.",
        steps=replace(RIGHT, output=_elementwise_softmax),
        matters=lambda structure, _m: structure.activations[-1] == "softmax" and structure.sizes[-1] > 1,
    ),
    Mistake(
        name="missing_activation_derivative",
        label="Missing g'(Z)",
        description="Hidden layers pass dA on as dZ, without the factor g'(Z).",
        hint="The output layer is right; what does a hidden layer do between dA and dZ?",
        steps=replace(RIGHT, activation=lambda _name, _Z, _A, dA: dA),
        matters=_has_bends,
    ),
    Mistake(
        name="derivative_at_a",
        label="g' of the wrong number",
        description="The derivative of the hidden activations is taken at A instead of Z: g'(g(z)).",
        hint="The output layer is right; which number does g' want?",
        steps=replace(RIGHT, activation=lambda name, _Z, A, dA: dA * derivative(name, A, ACTIVATIONS[name](A))),
        matters=_has_slopes_that_want_z,
    ),
    Mistake(
        name="bias_not_summed",
        label="Bias not summed",
        description="The gradient of the biases takes the first example only instead of the mean over all.",
        hint="All weights are right.",
        steps=replace(RIGHT, biases=lambda dZ: np.array(dZ[:, :1])),
        matters=_several_examples,
    ),
    Mistake(
        name="sums_for_activations",
        label="Z in place of A",
        description="The gradient of the weights is dZ·Zᵀ instead of dZ·Aᵀ, with the layer below's sums.",
        hint="The first layer and every bias are right.",
        steps=replace(RIGHT, weights=lambda dZ, A, Z: _weights(dZ, A if Z is None else Z, None)),
        matters=_has_bends,
    ),
    Mistake(
        name="single_path",
        label="Only one path",
        description="A hidden neuron takes the gradient of the first neuron above it only, instead of adding all paths "
        "up.",
        hint="A neuron moves the cost through every neuron above it.",
        steps=replace(RIGHT, below=_first_path),
        matters=lambda structure, _m: max(structure.sizes[2:], default=1) > 1,
    ),
    Mistake(
        name="missing_factor",
        label="Missing factor 2",
        description="The derivative of the square is taken as A − Y instead of 2 (A − Y).",
        hint="Divide one gradient by the other.",
        steps=replace(RIGHT, output=_half),
        matters=lambda structure, _m: structure.cost == "squared_error",
    ),
)

MISTAKES: Mapping[str, Mistake] = MappingProxyType({record.name: record for record in _RECORDS})
"""Every mistake by name."""


def backpropagate(network: Network, X: Array, Y: Array, mistake: str | None = None) -> tuple[list[Array], list[Array]]:
    """Return the mean gradients `dW` and `db` of every layer, by a textbook's backward pass, perhaps a wrong one.

    Parameters
    ----------
    X, Y
        `(n_0, m)` and `(n_L, m)`.
    mistake
        A name of `MISTAKES`.

    Raises
    ------
    ValueError
        If there is no such mistake.
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
                dA = steps.below(network.W[layer - 1], dZ)
                dZ = steps.activation(structure.activations[layer - 2], below, A[layer - 1], dA)
    return dW[::-1], db[::-1]
