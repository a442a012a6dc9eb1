"""One forward and one backward pass, compiled: the buffers and the operations that fill them.

Each layer's parameters are one matrix `[W | b]` of shape `(n_l, n_{l-1} + 1)`, and each layer's activations end in a
row of ones, `(n_l + 1, m)`, so that the bias rides in the product. All layers' activations lie in one block of memory:
what neighbouring layers have in common (the derivative of one activation function) is one call for all of them.

Training and teaching run the same code. Training overwrites what it no longer needs (`keep` false); teaching keeps
every `Z`, `A`, `dA` and `dZ` to be looked at.

K networks of one structure pass their batches side by side: `m` is then the number of all columns, those of one network
after those of another, so that everything between the products is done for all at once, and each product is of a stack
of matrices `(K, n, k)` with each network's own columns.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby, pairwise

import numpy as np

from playground.engine.activations import ACTIVATIONS
from playground.engine.costs import COSTS
from playground.engine.operations import Array, Operation, Operations, of_members, product


@dataclass(frozen=True)
class Structure:
    """What a network is, apart from its numbers.

    Attributes
    ----------
    sizes
        `n_0 … n_L`.
    activations
        Names for layers 1 … L.
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

    @property
    def n_hidden(self) -> int:
        """The number of hidden neurons."""
        return sum(self.sizes[1:-1])

    def matrices(self, flat: Array) -> list[Array]:
        """Return each layer's `[W | b]` as a view into a flat vector `(n_parameters,)`, or into those of K networks."""
        views, start = [], 0
        for rows, columns in self.shapes:
            views.append(flat[..., start : start + rows * columns].reshape(*flat.shape[:-1], rows, columns))
            start += rows * columns
        return views


class Buffers:
    """The intermediate arrays of a pass over `m` examples, by layer: index `l` is layer `l`, index 0 the input.

    `A[l]`, `Z[l]` and `D[l]` (the derivatives `g'(Z)`) are `(n_l + 1, m)`: the last row of `A[l]` is ones, of the
    others spare. `dA[l]` and `dZ[l]` are `(n_l, m)`.

    With `dropout`, `M[l − 1]` is the mask `(n_l, m)` of a hidden layer: `A[l]` and `D[l]` are multiplied by it.
    """

    def __init__(
        self,
        structure: Structure,
        m: int,
        dtype: np.dtype[np.floating],
        *,
        keep: bool,
        dropout: bool = False,
    ) -> None:
        self.structure, self.m, self.keep = structure, m, keep
        self.rows = np.cumsum([0, *(n + 1 for n in structure.sizes[1:])]).tolist()
        self.drops = dropout and len(structure.sizes) > 2
        self.M_block: Array = np.ones((structure.n_hidden, m) if self.drops else (0, m), dtype)
        bounds = np.cumsum([0, *structure.sizes[1:-1]]).tolist() if self.drops else []
        self.M: list[Array] = [self.M_block[start:stop] for start, stop in pairwise(bounds)]
        shape = (self.rows[-1], m)
        self.A_block: Array = np.ones(shape, dtype)
        self.Z_block: Array = np.zeros(shape, dtype) if keep or self._uses_z() else self.A_block
        self.D_block: Array = np.zeros(shape, dtype)
        self.A = self._by_layer(self.A_block)
        self.Z = self._by_layer(self.Z_block)
        self.D = self._by_layer(self.D_block)
        self.dA_with_bias_row: list[Array] = [np.zeros((n + 1, m), dtype) for n in structure.sizes]
        self.dA: list[Array] = [dA[:-1] for dA in self.dA_with_bias_row]
        # Where dZ may overwrite dA it is the very same view: numpy checks two views of one memory for overlap, slowly.
        self.dZ: list[Array] = [np.empty_like(dA) for dA in self.dA] if keep else self.dA

    def _uses_z(self) -> bool:
        return any(ACTIVATIONS[name].uses_z for name in self.structure.activations)

    def _by_layer(self, block: Array) -> list[Array]:
        return [block[:0], *(block[start:stop] for start, stop in pairwise(self.rows))]


class Propagation:
    """The operations of forward and backward passes over batches of `m` examples.

    What depends on the batch is bound for each batch; everything between is bound once and shared by all batches, which
    also keeps it in the processor's cache.

    Parameters
    ----------
    matrices
        Each layer's live `[W | b]`.
    buffers
        Where everything computed goes, but for the output layer's `Z`.
    """

    def __init__(self, structure: Structure, matrices: Sequence[Array], buffers: Buffers) -> None:
        self._structure, self._matrices, self.buffers = structure, matrices, buffers
        self._last = len(matrices)
        self._cost = COSTS[structure.cost]
        self._output = ACTIVATIONS[structure.activations[-1]]
        self._between = self._hidden_forward()

    def forward(self, A0: Array, Z_out: Array) -> Operations:
        """Return the operations of a forward pass.

        Parameters
        ----------
        A0
            `(n_0 + 1, m)`: the input with its row of ones; `(K, n_0 + 1, m / K)` for K networks.
        Z_out
            `(n_L, m)`: where the output layer's `Z` goes.
        """
        buffers, last = self.buffers, self._last
        A_last = self._output.forward(Z_out, buffers.A[last][:-1])
        if last == 1:
            return [_product(self._matrices[0], A0, Z_out), *A_last]
        first = _product(self._matrices[0], A0, buffers.Z[1][:-1])
        return [first, *self._between, _product(self._matrices[-1], buffers.A[last - 1], Z_out), *A_last]

    def backward(self, gradients: Sequence[Array]) -> "Backward":
        """Return what compiles backward passes that fill `gradients`, by layer `[dW | db]`, with sums over examples."""
        return Backward(self, gradients)

    def _hidden_forward(self) -> Operations:
        """From the first layer's `Z` to the last hidden layer's `A`."""
        buffers = self.buffers
        in_place = buffers.Z_block is buffers.A_block
        operations: Operations = []
        for layer in range(1, self._last):
            z = buffers.Z[layer][:-1]
            if layer > 1:
                operations.append(_product(self._matrices[layer - 1], buffers.A[layer - 1], z))
            name = self._structure.activations[layer - 1]
            operations += ACTIVATIONS[name].forward(z, z if in_place else buffers.A[layer][:-1])
            if buffers.drops:
                operations += self._drop(layer)
        return operations

    def _drop(self, layer: int) -> Operations:
        """Multiply `A` of a hidden layer by its mask, and its slopes, which come from `A` as it was."""
        buffers, derivative = self.buffers, ACTIVATIONS[self._structure.activations[layer - 1]].derivative
        assert derivative is not None, "softmax belongs on the output layer"
        A, D, M = buffers.A[layer][:-1], buffers.D[layer][:-1], buffers.M[layer - 1]
        return [
            *derivative(buffers.Z[layer][:-1], A, D),
            partial(np.multiply, D, M, D),
            partial(np.multiply, A, M, A),
        ]


class Backward:
    """The operations of backward passes: see `Propagation.backward`."""

    def __init__(self, propagation: Propagation, gradients: Sequence[Array]) -> None:
        self._structure, self._matrices = propagation._structure, propagation._matrices
        self._buffers, self._gradients = propagation.buffers, gradients
        self._last = len(self._matrices)
        self._output = ACTIVATIONS[self._structure.activations[-1]]
        cost = COSTS[self._structure.cost]
        self._delta = cost.delta
        self._fused = cost.fused.get(self._output.name)
        self._derivatives = self._hidden_derivatives()
        self._to_first = self._from_output_to_first_layer()

    def operations(self, A0: Array, Z_out: Array, Y: Array) -> Operations:
        """Return the operations of the backward pass that follows a forward pass.

        Parameters
        ----------
        A0, Z_out
            As in `Propagation.forward`.
        Y
            `(n_L, m)`: targets.
        """
        buffers = self._buffers
        first = [_outer_product(buffers.dZ[1], A0, self._gradients[0])]
        if buffers.keep:
            first.append(_product(self._matrices[0].mT, buffers.dZ[1], buffers.dA_with_bias_row[0]))
        return [*self._derivatives, *self._output_delta(Z_out, Y), *self._to_first, *first]

    def _output_delta(self, Z_out: Array, Y: Array) -> Operations:
        """From the output layer's `A` to its `dZ`."""
        buffers, last = self._buffers, self._last
        A, dA, dZ = buffers.A[last][:-1], buffers.dA[last], buffers.dZ[last]
        from_cost = self._delta(A, Y, dA)
        if self._fused is not None:
            return [*(from_cost if buffers.keep else []), *self._fused.delta(A, Y, dZ)]
        if self._output.backward is not None:
            return [*from_cost, *self._output.backward(A, dA, dZ)]
        derivative = self._output.derivative
        assert derivative is not None, f"{self._output.name} has neither a derivative nor a backward rule"
        D = buffers.D[last][:-1]
        own = [] if self._output_shares_derivative() else derivative(Z_out, A, D)
        return [*own, *from_cost, partial(np.multiply, dA, D, dZ)]

    def _output_shares_derivative(self) -> bool:
        """Whether the output layer's `g'(Z)` can be computed together with the hidden layers'."""
        elementwise = self._fused is None and self._output.derivative is not None
        return elementwise and not self._output.uses_z and self._last > 1 and not self._buffers.drops

    def _hidden_derivatives(self) -> Operations:
        """Fill `D` with `g'(Z)`: one set of calls for each run of layers with the same activation."""
        buffers, operations = self._buffers, Operations()
        if buffers.drops:
            return operations  # the forward pass has computed them, with the masks
        layers = range(1, self._last + 1 if self._output_shares_derivative() else self._last)
        for name, members in groupby(layers, key=lambda layer: self._structure.activations[layer - 1]):
            run = list(members)
            rows = slice(buffers.rows[run[0] - 1], buffers.rows[run[-1]])
            derivative = ACTIVATIONS[name].derivative
            assert derivative is not None, f"{name} belongs on the output layer"
            operations += derivative(buffers.Z_block[rows], buffers.A_block[rows], buffers.D_block[rows])
        return operations

    def _from_output_to_first_layer(self) -> Operations:
        """From the output layer's `dZ` to the first layer's, with the gradients of all layers above the first."""
        buffers, operations = self._buffers, Operations()
        for layer in range(self._last, 1, -1):
            below, dZ = layer - 1, buffers.dZ[layer]
            operations += [
                _outer_product(dZ, buffers.A[below], self._gradients[layer - 1]),
                # The whole [W | b]ᵀ, bias row and all: twice as fast as W alone, which is not contiguous.
                _product(self._matrices[layer - 1].mT, dZ, buffers.dA_with_bias_row[below]),
                partial(np.multiply, buffers.dA[below], buffers.D[below][:-1], buffers.dZ[below]),
            ]
        return operations


def _product(matrix: Array, columns: Array, out: Array) -> Operation:
    """Return the operation that fills `out` `(n, m)` with each network's matrix times its own columns `(k, m)`."""
    return product(matrix, of_members(columns, matrix), of_members(out, matrix))


def _outer_product(dZ: Array, A: Array, gradient: Array) -> Operation:
    """Return the operation that fills `gradient` with `dZ·Aᵀ` of each network's own columns."""
    return product(of_members(dZ, gradient), of_members(A, gradient).mT, gradient)
