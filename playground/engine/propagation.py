"""One forward and one backward pass, compiled: the buffers and the operations that fill them.

Each layer's parameters are one matrix `[W | b]` of shape `(n_l, n_{l-1} + 1)`, and each layer's activations end in a row
of ones, `(n_l + 1, m)`, so that the bias rides in the product. All layers' activations lie in one block of memory: what
neighbouring layers have in common (the derivative of one activation function) is one call for all of them.

Training and teaching run the same code. Training overwrites what it no longer needs (`keep` false); teaching keeps every
`Z`, `A`, `dA` and `dZ` to be looked at.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby, pairwise

import numpy as np

from playground.engine.activations import ACTIVATIONS
from playground.engine.costs import COSTS
from playground.engine.operations import Array, Operations


@dataclass(frozen=True)
class Structure:
    """What a network is, apart from its numbers.

    Attributes
    ----------
    sizes
        `n_0 … n_L`.
    activations
        Names for layers 1 … L.
    cost
        The cost's name.
    """

    sizes: tuple[int, ...]
    activations: tuple[str, ...]
    cost: str

    @property
    def shapes(self) -> list[tuple[int, int]]:
        """The shape of every layer's `[W | b]`."""
        return [(n, n_previous + 1) for n_previous, n in pairwise(self.sizes)]

    @property
    def n_parameters(self) -> int:
        """The number of weights and biases."""
        return sum(rows * columns for rows, columns in self.shapes)

    def matrices(self, flat: Array) -> list[Array]:
        """Return each layer's `[W | b]` as a view into a flat vector `(n_parameters,)`."""
        views, start = [], 0
        for rows, columns in self.shapes:
            views.append(flat[start : start + rows * columns].reshape(rows, columns))
            start += rows * columns
        return views


class Buffers:
    """The intermediate arrays of a pass over `m` examples, by layer: index `l` is layer `l`, index 0 the input.

    `A[l]`, `Z[l]`, `D[l]`, `dA[l]` are `(n_l + 1, m)` (the last row of `A[l]` is ones, of the others spare) and
    `dZ[l]` is `(n_l, m)`.
    """

    def __init__(self, structure: Structure, m: int, dtype: np.dtype[np.floating], *, keep: bool) -> None:
        self.structure, self.m, self.keep = structure, m, keep
        self.rows = np.cumsum([0, *(n + 1 for n in structure.sizes[1:])]).tolist()
        shape = (self.rows[-1], m)
        self.A_block: Array = np.ones(shape, dtype)
        self.Z_block: Array = np.zeros(shape, dtype) if keep or self._uses_z() else self.A_block
        self.D_block: Array = np.zeros(shape, dtype)
        self.A = self._by_layer(self.A_block)
        self.Z = self._by_layer(self.Z_block)
        self.D = self._by_layer(self.D_block)
        self.dA: list[Array] = [np.zeros((n + 1, m), dtype) for n in structure.sizes]
        self.dZ: list[Array] = [np.empty((n, m), dtype) if keep else dA[:-1] for n, dA in zip(structure.sizes, self.dA, strict=True)]

    def _uses_z(self) -> bool:
        return any(ACTIVATIONS[name].uses_z for name in self.structure.activations)

    def _by_layer(self, block: Array) -> list[Array]:
        return [block[:0], *(block[start:stop] for start, stop in pairwise(self.rows))]


def forward(structure: Structure, matrices: Sequence[Array], buffers: Buffers, A0: Array, Z_out: Array) -> Operations:
    """Return the operations of a forward pass.

    Parameters
    ----------
    matrices
        Each layer's live `[W | b]`.
    buffers
        Where `Z` and `A` go.
    A0
        `(n_0 + 1, m)`: the input with its row of ones.
    Z_out
        `(n_L, m)`: where the output layer's `Z` goes.
    """
    operations: Operations = []
    A = A0
    for layer, (matrix, name) in enumerate(zip(matrices, structure.activations, strict=True), start=1):
        last = layer == len(matrices)
        z = Z_out if last else buffers.Z[layer][:-1]
        operations.append(partial(matrix.dot, A, z))
        a = buffers.A[layer][:-1]
        in_place = not last and buffers.Z_block is buffers.A_block
        operations += ACTIVATIONS[name].forward(z, z if in_place else a)
        A = buffers.A[layer]
    return operations


def backward(
    structure: Structure,
    matrices: Sequence[Array],
    gradients: Sequence[Array],
    buffers: Buffers,
    A0: Array,
    Z_out: Array,
    Y: Array,
) -> Operations:
    """Return the operations of a backward pass after `forward`.

    Parameters
    ----------
    gradients
        Each layer's `[dW | db]`, filled with sums over the examples: divide by `m` for the mean.
    A0, Z_out
        As in `forward`.
    Y
        `(n_L, m)`: targets.
    """
    last = len(matrices)
    cost, output = COSTS[structure.cost], ACTIVATIONS[structure.activations[-1]]
    fused = cost.fused.get(output.name)
    A_out, dA_out, dZ_out = buffers.A[last][:-1], buffers.dA[last][:-1], buffers.dZ[last]

    operations = _derivatives(structure, buffers, Z_out, output_too=fused is None and output.derivative is not None)
    if fused is None or buffers.keep:
        operations += cost.delta(A_out, Y, dA_out)
    if fused is not None:
        operations += fused.delta(A_out, Y, dZ_out)
    elif output.backward is not None:
        operations += output.backward(A_out, dA_out, dZ_out)
    else:
        operations.append(partial(np.multiply, dA_out, buffers.D[last][:-1], dZ_out))

    for layer in range(last, 0, -1):
        dZ = buffers.dZ[layer]
        A_previous = buffers.A[layer - 1] if layer > 1 else A0
        operations.append(partial(dZ.dot, A_previous.T, gradients[layer - 1]))
        if layer > 1 or buffers.keep:
            # The whole [W | b]ᵀ, bias row and all: a product with the contiguous matrix is twice as fast as with W alone.
            operations.append(partial(matrices[layer - 1].T.dot, dZ, buffers.dA[layer - 1]))
        if layer > 1:
            below = layer - 1
            operations.append(partial(np.multiply, buffers.dA[below][:-1], buffers.D[below][:-1], buffers.dZ[below]))
    return operations


def _derivatives(structure: Structure, buffers: Buffers, Z_out: Array, *, output_too: bool) -> Operations:
    """Return the operations that fill `D` with `g'(Z)`: one set for each run of layers with the same activation.

    The output layer's `Z` may lie elsewhere (`Z_out`), so where it is read, that layer is a run of its own.
    """
    operations: Operations = []
    last = len(structure.activations)
    layers = range(1, last + 1 if output_too else last)

    def alike(layer: int) -> tuple[str, bool]:
        name = structure.activations[layer - 1]
        return name, layer == last and ACTIVATIONS[name].uses_z

    for (name, output_alone), members in groupby(layers, key=alike):
        run = list(members)
        derivative = ACTIVATIONS[name].derivative
        assert derivative is not None, f"{name} belongs on the output layer"
        rows = slice(buffers.rows[run[0] - 1], buffers.rows[run[-1]])
        if output_alone:
            operations += derivative(Z_out, buffers.A[last][:-1], buffers.D[last][:-1])
        else:
            operations += derivative(buffers.Z_block[rows], buffers.A_block[rows], buffers.D_block[rows])
    return operations
