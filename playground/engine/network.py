"""The multi-layer perceptron: its parameters, its prediction, its cost and its gradients."""

import contextlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import inf
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, DTypeLike

from playground.engine.activations import ACTIVATIONS
from playground.engine.checked_arrays import LayerViews, check_finite, check_range, columns
from playground.engine.costs import COSTS, allowed_costs
from playground.engine.initializers import INITIALIZERS
from playground.engine.operations import Array, run
from playground.engine.propagation import Buffers, Propagation, Structure

DTYPES = ("float64", "float32")
"""The number formats a network can have."""


@dataclass(frozen=True, eq=False)
class Gradients:
    """What one forward and backward pass computed.

    Attributes
    ----------
    W, b
        Lists of L arrays: the mean gradients `∂C/∂W[l]` and `∂C/∂b[l]`.
    A, dA
        By layer, 0 … L: `A[0]` is the input. `dA` and `dZ` are per example, without the factor `1/m`.
    Z, dZ
        By layer; `Z[0]` and `dZ[0]` are None, since the input layer has no weighted sum.
    """

    W: list[Array]
    b: list[Array]
    Z: list[Array | None]
    A: list[Array]
    dZ: list[Array | None]
    dA: list[Array]


class Layered:
    """What one network and a stack of them have in common: `W` and `b` are views into the live `parameters`."""

    structure: Structure
    dtype: np.dtype[np.floating]

    def _lay_out(self, parameters: Array) -> None:
        self._parameters = parameters
        self.matrices = self.structure.matrices(parameters)
        self._W = LayerViews("W", (matrix[..., :-1] for matrix in self.matrices))
        self._b = LayerViews("b", (matrix[..., -1:] for matrix in self.matrices))

    @property
    def parameters(self) -> Array:
        """Every weight and bias, `(…, P)`, layer by layer `[W | b]` row by row: live, assign with ``[...]``."""
        return self._parameters

    @property
    def W(self) -> list[Array]:
        """A list of L arrays `(…, n_l, n_{l-1})`: assign with ``W[l][...] =``."""
        return self._W

    @property
    def b(self) -> list[Array]:
        """A list of L arrays `(…, n_l, 1)`: assign with ``b[l][...] =``."""
        return self._b

    @property
    def sizes(self) -> tuple[int, ...]:
        """`n_0 … n_L`."""
        return self.structure.sizes

    @property
    def activations(self) -> tuple[str, ...]:
        """The activations' names, layers 1 … L."""
        return self.structure.activations


class Network(Layered):
    """An L-layer perceptron in the notation of the literature: columns are examples.

    Raises `ValueError` if a name is unknown, a size is below one, the numbers of sizes and activations do not fit, or
    the cost does not go together with the output activation or the number of outputs.

    Parameters
    ----------
    sizes
        `n_0 … n_L`, each at least 1.
    activations
        The names of L activations, one for each layer after the input.
    cost
        The name of a cost whose domain holds the output activation's values.
    initializer
        The name of an initializer.
    seed
        Seed of the initial weights, or the generator that draws them.
    dtype
        ``"float64"`` or ``"float32"``, or numpy's type of that name.
    """

    def __init__(
        self,
        sizes: Sequence[int],
        activations: Sequence[str],
        cost: str,
        *,
        initializer: str = "xavier",
        seed: int | np.random.Generator = 0,
        dtype: DTypeLike = "float64",
    ) -> None:
        _check(sizes, activations, cost)
        self.structure = Structure(tuple(int(n) for n in sizes), tuple(activations), cost)
        self.dtype = np.dtype(_dtype_name(dtype))
        self._lay_out(np.zeros(self.structure.n_parameters, self.dtype))
        self.initialize(initializer, seed)

    def __getstate__(self) -> dict[str, Any]:
        """Return what a copy needs: one vector, since copied views would each be an array of their own."""
        return {"structure": self.structure, "dtype": self.dtype, "_parameters": self._parameters}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.structure, self.dtype = state["structure"], state["dtype"]
        self._lay_out(state["_parameters"].copy())

    def initialize(self, initializer: str, seed: int | np.random.Generator) -> None:
        """Draw all weights and biases anew, layer by layer.

        Raises `ValueError` if the initializer is unknown.
        """
        _require("initializer", initializer, INITIALIZERS)
        rng = np.random.default_rng(seed)
        record = INITIALIZERS[initializer]
        for W, b in zip(self.W, self.b, strict=True):
            W[...] = record.weights(rng, W.shape)
            b[...] = record.biases(rng, b.shape)

    def predict(self, X: ArrayLike) -> Array:
        """Return the output `(n_L, m)` for inputs `(n_0, m)`.

        Computed as a reader of the exported weights would, ``W @ A + b`` layer by layer, so that ten lines of plain
        numpy reproduce it to the last bit.

        Raises `ValueError` if the shape does not fit, or a number is not finite.
        """
        Z = self.output_z(self.inputs(X))
        with np.errstate(all="ignore"):
            return ACTIVATIONS[self.activations[-1]](Z)

    def output_z(self, X: ArrayLike, above: int = 0) -> Array:
        """Return the output layer's weighted sums `Z`, `(n_L, m)`, for inputs `(n_0, m)`, finite or not.

        With `above`, `X` are the activations `(n_l, m)` of that layer, 0 … L − 1.
        """
        A = columns("X", X, self.sizes[above], None, self.dtype)
        with np.errstate(all="ignore"):
            for layer in range(above, len(self.W)):
                Z: Array = np.ascontiguousarray(self.W[layer]) @ A + self.b[layer]
                A = Z if layer == len(self.W) - 1 else ACTIVATIONS[self.activations[layer]](Z)
        return A

    def cost(self, X: ArrayLike, Y: ArrayLike) -> float:
        """Return the mean cost of inputs `(n_0, m)` and targets `(n_L, m)`, without penalties.

        Raises `ValueError` if a shape or a number does not fit, or there is no example.
        """
        inputs = self.inputs(X)
        targets = self.targets(Y, inputs.shape[1])
        if not inputs.shape[1]:
            raise ValueError("there is no example to take the cost of")
        Z = self.output_z(inputs)
        with np.errstate(all="ignore"):
            return float(np.mean(cost_per_example(self.structure, Z, targets)))

    def backpropagate(self, X: ArrayLike, Y: ArrayLike) -> Gradients:
        """Run one forward and one backward pass over all of `X`, and keep everything it computes.

        Raises `ValueError` if a shape or a number does not fit, or there is no example.
        """
        A0 = with_ones(self.inputs(X))
        targets = self.targets(Y, A0.shape[1])
        if not A0.shape[1]:
            raise ValueError("there is no example to backpropagate")
        buffers = Buffers(self.structure, A0.shape[1], self.dtype, keep=True)
        Z_out = buffers.Z[-1][:-1]
        flat = np.empty_like(self.parameters)
        gradients = self.structure.matrices(flat)
        propagation = Propagation(self.structure, self.matrices, buffers)
        run(propagation.forward(A0, Z_out))
        run(propagation.backward(gradients).operations(A0, Z_out, targets))
        flat /= A0.shape[1]
        return Gradients(
            W=[gradient[:, :-1] for gradient in gradients],
            b=[gradient[:, -1:] for gradient in gradients],
            Z=[None, *(Z[:-1] for Z in buffers.Z[1:])],
            A=[A0[:-1], *(A[:-1] for A in buffers.A[1:])],
            dZ=[None, *buffers.dZ[1:]],
            dA=buffers.dA,
        )

    def inputs(self, X: ArrayLike) -> Array:
        """Return `X` as an array of this network's dtype.

        Raises `ValueError` if its shape is not `(n_0, m)`, or a number is not finite.
        """
        inputs = columns("X", X, self.sizes[0], None, self.dtype)
        check_finite("X", inputs)
        return inputs

    def targets(self, Y: ArrayLike, m: int) -> Array:
        """Return `Y` as an array of this network's dtype.

        Raises `ValueError` if its shape is not `(n_L, m)`, a number is not finite, or it is no target that the cost can
        take.
        """
        targets, cost = columns("Y", Y, self.sizes[-1], m, self.dtype), COSTS[self.structure.cost]
        check_finite("Y", targets)
        check_range("Y", targets, cost.domain, f"{cost.name} needs targets")
        return targets


def cost_per_example(structure: Structure, Z: Array, Y: Array) -> Array:
    """Return the cost of each example `(m,)` from the output layer's `Z` and the targets, both `(n_L, m)`."""
    cost, output = COSTS[structure.cost], structure.activations[-1]
    fused = cost.fused.get(output)
    return fused.value(Z, Y) if fused is not None else cost.value(ACTIVATIONS[output](Z), Y)


def with_ones(X: Array) -> Array:
    """Return `X` `(n, m)` with a row of ones below it, `(n + 1, m)`."""
    A = np.ones((X.shape[0] + 1, X.shape[1]), X.dtype)
    A[:-1] = X
    return A


def _require(what: str, name: str, known: Collection[str]) -> None:
    if name not in known:
        raise ValueError(f"unknown {what} {name!r}, expected one of {', '.join(known)}")


def _dtype_name(dtype: DTypeLike) -> str:
    name = str(dtype)
    if name not in {*DTYPES, "None"}:  # numpy takes None for float64, and so would hide a mistake
        with contextlib.suppress(TypeError):
            name = name if isinstance(dtype, str) else np.dtype(dtype).name
    _require("dtype", name, DTYPES)
    return name


def _check(sizes: Sequence[int], activations: Sequence[str], cost: str) -> None:
    if isinstance(activations, str):
        raise ValueError(f"activations is the text {activations!r}, expected a list with one name for each layer")
    for name in activations:
        _require("activation", name, ACTIVATIONS)
    _require("cost", cost, COSTS)
    if len(sizes) < 2 or len(activations) != len(sizes) - 1:
        raise ValueError(
            f"{len(sizes)} sizes and {len(activations)} activations; "
            "expected one activation for each layer after the input"
        )
    if not all(_is_count(n) for n in sizes):
        raise ValueError(f"layer sizes {list(sizes)}; expected whole numbers, at least one unit in every layer")
    for name in activations[:-1]:
        if ACTIVATIONS[name].output_only:
            raise ValueError(f"{name} belongs on the output layer")
    if COSTS[cost].lacks_outputs(sizes[-1]):
        raise ValueError(f"{cost} needs one output per class (softmax); with one output use binary_cross_entropy")
    if not COSTS[cost].allows(activations[-1]):
        allowed = ", ".join(allowed_costs(activations[-1]))
        raise ValueError(f"the cost {cost} cannot take the output of {activations[-1]}; expected one of {allowed}")


def _is_count(n: object) -> bool:
    """Whether it is a whole number above zero, of whatever type."""
    return isinstance(n, int | float | np.integer | np.floating) and 1 <= float(n) < inf and n == int(n)
