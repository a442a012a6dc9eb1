"""The cost at many points of parameter space at once.

Along a line or a plane `θ = o + Σ cᵢ·dᵢ` the networks differ from the first layer that a direction touches on: below it
the activations are shared, in it `Z = Z_o + Σ cᵢ·Z_dᵢ` is a combination of three products made once, and above it the
points ride side by side along the axis of the examples, or as a stack of matrices where a direction moves that layer
too. One call of numpy then serves a hundred networks.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from playground.engine import ACTIVATIONS, Network
from playground.engine.network import cost_per_example, with_ones
from playground.engine.operations import Array, Operations, run
from playground.engine.propagation import Structure

ELEMENTS = 2**15
"""Numbers in the widest layer's activations of one chunk: few enough to stay in the processor's cache."""
LARGEST_CHUNK = 256


class CostField:
    """The cost of all examples as a function on a line or a plane of parameters.

    `chunk`: how many points are computed at once.

    Parameters
    ----------
    F, Y
        `(n_0, m)` and `(n_L, m)`: all examples.
    origin
        `(P,)`; its dtype is the one computed in.
    directions
        `(d, P)`.
    """

    def __init__(self, structure: Structure, F: Array, Y: Array, origin: Array, directions: Array) -> None:
        dtype, self._structure, self._m = origin.dtype, structure, F.shape[1]
        layers = list(zip(structure.matrices(origin), *map(structure.matrices, directions.astype(dtype)), strict=True))
        moved = [any(part.any() for part in parts[1:]) for parts in layers]
        first = moved.index(True) if any(moved) else len(layers) - 1
        A = with_ones(F.astype(dtype, copy=False))
        with np.errstate(all="ignore"):
            for index in range(first):
                A = with_ones(ACTIVATIONS[structure.activations[index]](layers[index][0] @ A))
            self._products = [part @ A for part in layers[first]]
        widest = max(structure.sizes[first + 1 :])
        self.chunk = max(1, min(LARGEST_CHUNK, ELEMENTS // (widest * self._m)))
        self._Y = np.tile(Y.astype(dtype, copy=False), self.chunk)
        self._compile(first, layers, moved)

    def costs(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the costs `(K,)` at points `(d, K)`, `K` at most `chunk`; what is no finite number is infinite."""
        wanted = points.shape[1]
        self._points[:, :wanted] = points
        self._points[:, wanted:] = points[:, -1:]  # always a full chunk: its buffers are bound
        run(self._operations)
        with np.errstate(all="ignore"):
            costs = cost_per_example(self._structure, self._Z_out, self._Y).reshape(self.chunk, self._m)
            mean: NDArray[np.float64] = costs.mean(axis=1, dtype=np.float64)[:wanted]
        mean[~np.isfinite(mean)] = np.inf
        return mean

    def _compile(self, first: int, layers: Sequence[tuple[Array, ...]], moved: Sequence[bool]) -> None:
        """Bind the operations from the first layer that moves to the output's `Z`."""
        dtype, chunk, m, activations = layers[0][0].dtype, self.chunk, self._m, self._structure.activations
        self._points: Array = np.zeros((len(layers[0]) - 1, chunk), dtype)
        operations: Operations = []
        below: Array | None = None  # the activations of the layer below, (n + 1, chunk, m), with their row of ones
        for index in range(first, len(layers)):
            rows = layers[index][0].shape[0]
            Z = np.zeros((rows, chunk, m), dtype)
            if below is None:
                operations += self._combination(Z)
            elif moved[index]:
                operations += self._stacked(layers[index], below, Z)
            else:
                flat = below.reshape(len(below), -1)
                operations.append(partial(np.matmul, layers[index][0], flat, Z.reshape(rows, -1)))
            if index < len(layers) - 1:
                below = np.ones((rows + 1, chunk, m), dtype)
                operations += ACTIVATIONS[activations[index]].forward(Z, below[:-1])
        self._Z_out = Z.reshape(rows, -1)
        self._operations = operations

    def _combination(self, Z: Array) -> Operations:
        """`Z_o + Σ cᵢ·Z_dᵢ` for every point, where the layer below is the same for all."""
        origin, *directions = (product[:, None, :] for product in self._products)
        operations: Operations = [partial(np.copyto, Z, origin)]
        scratch = np.empty_like(Z)
        for product, weights in zip(directions, self._points, strict=True):
            if product.any():
                operations += [
                    partial(np.multiply, weights[None, :, None], product, scratch),
                    partial(np.add, Z, scratch, Z),
                ]
        return operations

    def _stacked(self, parts: Sequence[Array], below: Array, Z: Array) -> Operations:
        """A matrix `o + Σ cᵢ·dᵢ` of its own for every point, and the stack of products."""
        origin, *directions = parts
        matrices = np.empty((self.chunk, *origin.shape), origin.dtype)
        scratch = np.empty_like(matrices)
        terms = (
            (
                partial(np.multiply, weights[:, None, None], direction, scratch),
                partial(np.add, matrices, scratch, matrices),
            )
            for direction, weights in zip(directions, self._points, strict=True)
        )
        product = partial(np.matmul, matrices, below.transpose(1, 0, 2), Z.transpose(1, 0, 2))
        return [partial(np.copyto, matrices, origin), *chain.from_iterable(terms), product]


GRADIENT_ELEMENTS = 2**20
"""Numbers in the widest layer of one pass: the passes keep every layer's arrays, and must come back soon."""


def copy_of(structure: Structure, parameters: Array) -> Network:
    """Return a network of its own with these parameters, which training does not touch."""
    network = Network(
        structure.sizes, structure.activations, structure.cost, initializer="zeros", dtype=parameters.dtype.name
    )
    network.parameters[...] = parameters
    return network


def full_gradient(network: Network, F: Array, Y: Array) -> Iterator[Array]:
    """Yield the gradient `(P,)` of the mean cost of all examples, without penalties, summed up pass by pass.

    Only the last one is complete.
    """
    m = F.shape[1]
    total = np.zeros(network.parameters.shape, np.float64)
    width = max(1, GRADIENT_ELEMENTS // max(network.sizes))
    for start in range(0, m, width):
        part = slice(start, start + width)
        gradients = network.backpropagate(F[:, part], Y[:, part])
        share = (min(start + width, m) - start) / m
        matrices = zip(network.structure.matrices(total), gradients.W, gradients.b, strict=True)
        with np.errstate(all="ignore"):
            for matrix, dW, db in matrices:
                matrix[:, :-1] += share * dW
                matrix[:, -1:] += share * db
        yield total
