"""Jacobians, the chain of them in both conventions, and three ways to the same gradient.

A layer computes `Z = W·A + b` and `A' = g(Z)`. Its local Jacobians for one example are `∂a/∂z` (diagonal, but for
softmax), `∂z/∂a = W` and `∂z/∂vec(W) = aᵀ ⊗ I`. The gradient of its weights is the product of all Jacobians from the
cost to it, which is a sum over all paths through the network, which is the outer product `dZ·Aᵀ`, which is
`(A ⊗ I)·vec(dZ)` unrolled. `vec` stacks columns.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from math import prod

import numpy as np

from playground.engine.activations import ACTIVATIONS
from playground.engine.costs import COSTS
from playground.engine.operations import Array, run
from playground.engine.propagation import Structure


@dataclass(frozen=True)
class ChainFactor:
    """One Jacobian in a product of them: its symbol in LaTeX and its shape."""

    symbol: str
    shape: tuple[int, int]


def multiply_shapes(shapes: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Return the shape of a product of matrices: `(m, n)(n, o)(o, p) = (m, p)`.

    Raises `ValueError` if there is no factor, or two neighbours do not fit.
    """
    if not shapes:
        raise ValueError("a product of no matrices has no shape; expected at least one")
    for left, right in pairwise(shapes):
        if left[1] != right[0]:
            raise ValueError(
                f"({left[0]}×{left[1]})({right[0]}×{right[1]}) do not multiply: {left[1]} columns against "
                f"{right[0]} rows"
            )
    return shapes[0][0], shapes[-1][1]


def column_chain(structure: Structure, layer: int) -> tuple[ChainFactor, ...]:
    """Return the Jacobians of one example from the cost to `vec(W)`."""
    sizes, last = structure.sizes, len(structure.sizes) - 1
    factors = [ChainFactor(_quotient("C", _indexed("a", last)), (1, sizes[-1]))]
    for at in range(last, layer - 1, -1):
        a, z, n = _indexed("a", at), _indexed("z", at), sizes[at]
        factors.append(ChainFactor(_quotient(a, z), (n, n)))
        if at > layer:
            factors.append(ChainFactor(_quotient(z, _indexed("a", at - 1)), (n, sizes[at - 1])))
    n, w = sizes[layer], rf"\mathrm{{vec}}\,W^{{[{layer}]}}"
    return (*factors, ChainFactor(_quotient(_indexed("z", layer), w), (n, n * sizes[layer - 1])))


def row_chain(structure: Structure, layer: int) -> tuple[ChainFactor, ...]:
    """Return the same product in the letters and the order of document 004: `d = n·W + b`, `n = f(d)`, cost `L`."""
    symbols = [_quotient("L", rf"n_{{{len(structure.sizes) - 1}}}^{{\top}}")]
    for at in range(len(structure.sizes) - 1, layer - 1, -1):
        symbols.append(_quotient(f"n_{{{at}}}", rf"d_{{{at}}}^{{\top}}"))
        if at > layer:
            symbols.append(_quotient(f"d_{{{at}}}", rf"n_{{{at - 1}}}^{{\top}}"))
    symbols.append(_quotient(f"d_{{{layer}}}", rf"w_{{{layer}}}^{{\top}}"))
    shapes = [factor.shape[::-1] for factor in column_chain(structure, layer)]
    return tuple(ChainFactor(symbol, shape) for symbol, shape in zip(reversed(symbols), reversed(shapes), strict=True))


def _quotient(of: str, by: str) -> str:
    return rf"\frac{{\partial {of}}}{{\partial {by}}}"


def _indexed(letter: str, layer: int) -> str:
    return f"{letter}^{{[{layer}]}}"


LARGEST_BUILT = 64 * 64
"""Jacobians with more entries than this are not built."""
MOST_MULTIPLICATIONS = 30_000_000
"""What the three ways may cost for one layer: a few tens of milliseconds."""


@dataclass(frozen=True, eq=False)
class LocalJacobian:
    """`∂a/∂z` of one layer for one example.

    Attributes
    ----------
    shape
        `(n, n)`.
    diagonal
        `(n,)`: `g'(z)` where only the diagonal can differ from zero; None where the Jacobian is full (softmax).
    matrix
        `(n, n)`, None where it is too large to be built.
    """

    shape: tuple[int, int]
    diagonal: Array | None
    matrix: Array | None


@dataclass(frozen=True, eq=False)
class GradientForms:
    """The gradient of one layer's weights, three ways.

    Attributes
    ----------
    layer
        1 … L.
    by_paths, by_outer_product, by_kronecker
        `(n_l, n_{l-1})`: a sum over all paths from the weight to the cost, the outer product `dZ·Aᵀ/m`, and
        `(A ⊗ I)·vec(dZ)/m` brought back into the weights' shape.
    difference
        The largest difference between any two of them.
    n_paths
        How many paths lead from one weight to the cost, for one example.
    kronecker_shape
        `(n_l·n_{l-1}, n_l·m)`.
    kronecker
        `A ⊗ I`, None where it is too large to be built.
    A, dZ
        The factors: `(n_{l-1}, m)` and `(n_l, m)`.
    delta_vector
        `vec(dZ)`, `(n_l·m,)`: the columns of `dZ`, one below the other.
    product_vector
        `(A ⊗ I)·vec(dZ)/m`, `(n_l·n_{l-1},)`: `vec(dW)`, column by column in the convention of documents 000 and 002,
        and the very same numbers are `Wᵀ`'s gradient row by row in the convention of document 004.
    chain
        The Jacobians of one example from the cost to `vec(W)`, as row vector times matrices (documents 000 and 002).
    row_chain
        The same product in the order of document 004, from `vec(W)` to the cost, ending in a column vector.
    """

    layer: int
    by_paths: Array
    by_outer_product: Array
    by_kronecker: Array
    difference: float
    n_paths: int
    kronecker_shape: tuple[int, int]
    kronecker: Array | None
    A: Array
    dZ: Array
    delta_vector: Array
    product_vector: Array
    chain: tuple[ChainFactor, ...]
    row_chain: tuple[ChainFactor, ...]

    @property
    def shapes(self) -> tuple[tuple[int, int], ...]:
        """The shapes of `chain`: neighbours fit, and the product is `(1, n_l·n_{l-1})`."""
        return tuple(factor.shape for factor in self.chain)

    @property
    def row_by_outer_product(self) -> Array:
        """`n0ᵀ·v/m`, `(n_{l-1}, n_l)`: the outer product in row convention, where an example is a row.

        It is no number where the outer product is none.
        """
        return np.asarray(np.where(np.isnan(self.by_outer_product.T), np.nan, self.A @ self.dZ.T / self.A.shape[1]))

    @property
    def row_by_kronecker(self) -> Array:
        """`(n0ᵀ ⊗ I)·vᵀ/m` reshaped row by row to `(n_{l-1}, n_l)`."""
        return self.product_vector.reshape(self.A.shape[0], self.dZ.shape[0])

    @property
    def row_by_paths(self) -> Array:
        """The sum over paths in row convention, `(n_{l-1}, n_l)`."""
        return self.by_paths.T

    @property
    def row_difference(self) -> float:
        """The largest difference between outer product and Kronecker form in row convention."""
        return float(np.nan_to_num(np.abs(self.row_by_outer_product - self.row_by_kronecker)).max())


def local_jacobian(activation: str, Z: Array, A: Array) -> LocalJacobian:
    """Return `∂a/∂z` of one example.

    `Z` and `A`: `(n, 1)`: the weighted sums and the activation's values.
    """
    n = Z.shape[0]
    record = ACTIVATIONS[activation]
    if record.derivative is None:
        matrix = _full_jacobian(activation, A) if n * n <= LARGEST_BUILT else None
        return LocalJacobian((n, n), None, matrix)
    slope = np.empty_like(Z)
    run(record.derivative(Z, A, slope))
    diagonal: Array = slope[:, 0]
    return LocalJacobian((n, n), diagonal, np.diag(diagonal) if n * n <= LARGEST_BUILT else None)


def vec(matrix: Array) -> Array:
    """Return the columns of a matrix one below the other: `(n, k)` to `(n·k,)`."""
    return matrix.reshape(-1, order="F")


def unvec(vector: Array, shape: tuple[int, int]) -> Array:
    """Return the matrix of a given shape whose columns were stacked: the inverse of `vec`."""
    return vector.reshape(shape, order="F")


def gradient_forms(
    structure: Structure,
    layer: int,
    W: Sequence[Array],
    Z: Sequence[Array | None],
    A: Sequence[Array],
    dA: Sequence[Array],
    dZ: Sequence[Array | None],
) -> GradientForms | None:
    """Compute the gradient of one layer's weights in three ways; None where that would take too long.

    Parameters
    ----------
    layer
        1 … L.
    W
        The weights of layers 1 … L, at index `l − 1`.
    Z, A, dA, dZ
        By layer, 0 … L, as in `Gradients`.
    """
    sizes = structure.sizes
    n, n_below, m = sizes[layer], sizes[layer - 1], A[0].shape[1]
    above = sum(first * second for first, second in pairwise(sizes[layer:])) + sizes[-1] ** 2
    if m * n * (above + 2 * n_below) > MOST_MULTIPLICATIONS:
        return None
    below, delta = A[layer - 1], dZ[layer]
    assert delta is not None, "the input has no weights"
    with np.errstate(all="ignore"):
        outer = delta @ below.T / m
        paths = sensitivities_by_paths(structure, layer, W, Z, A, dA, dZ) @ below.T / m
        shape = (n * n_below, n * m)
        kronecker = np.kron(below, np.eye(n, dtype=below.dtype)) if shape[0] * shape[1] <= LARGEST_BUILT else None
        stacked = vec(delta)
        product = (_kronecker_product(below, stacked, n) if kronecker is None else kronecker @ stacked) / m
        by_kronecker = unvec(product, (n, n_below))
        difference = max(
            float(np.abs(one - other).max()) for one, other in combinations((outer, paths, by_kronecker), 2)
        )
    for array in (outer, paths, by_kronecker, product, stacked, *([] if kronecker is None else [kronecker])):
        array.flags.writeable = False
    return GradientForms(
        layer=layer,
        by_paths=paths,
        by_outer_product=outer,
        by_kronecker=by_kronecker,
        difference=difference,
        n_paths=prod(sizes[layer + 1 :]),
        kronecker_shape=shape,
        kronecker=kronecker,
        A=below,
        dZ=delta,
        delta_vector=stacked,
        product_vector=product,
        chain=column_chain(structure, layer),
        row_chain=row_chain(structure, layer),
    )


def sensitivities_by_paths(
    structure: Structure,
    layer: int,
    W: Sequence[Array],
    Z: Sequence[Array | None],
    A: Sequence[Array],
    dA: Sequence[Array],
    dZ: Sequence[Array | None],
) -> Array:
    """Return `∂C_i/∂Z[layer]`, `(n_l, m)`, without going backwards: each unit is followed forward to the cost.

    What a small change of one unit does is carried up, layer by layer, along all connections at once. Carried to the
    outputs it is the sum over all paths from the unit to each of them of the product of the path's weights and slopes.

    Of `dA` and `dZ` only the output layer's are used: a cost that is computed together with the output activation gives
    its slope by `Z`, any other by `A`.
    """
    last = len(W)
    fused = structure.activations[-1] in COSTS[structure.cost].fused
    n, m = A[layer].shape
    change: Array = np.zeros((n, n, m), A[layer].dtype)  # (unit moved, unit reached, example)
    change[np.arange(n), np.arange(n)] = 1
    for reached in range(layer, last + 1):
        if reached > layer:
            change = np.matmul(W[reached - 1], change)
        z = Z[reached]
        assert z is not None, "only the input has no weighted sum"
        if reached < last or not fused:
            change = _through_activation(structure.activations[reached - 1], z, A[reached], change)
    end = dZ[-1] if fused else dA[-1]
    assert end is not None, "only the input has no weighted sum"
    return np.asarray((change * end).sum(axis=1))


def _through_activation(name: str, Z: Array, A: Array, change: Array) -> Array:
    """Return what a change of `Z`, `(…, n, m)`, makes of `A`."""
    slope = ACTIVATIONS[name].derivative
    if slope is None:
        # J = diag(a) − a·aᵀ: softmax
        return np.asarray(A * (change - (A * change).sum(axis=1, keepdims=True)))
    D = np.empty_like(Z)
    run(slope(Z, A, D))
    return np.asarray(change * D)


def _full_jacobian(activation: str, A: Array) -> Array:
    """Return the Jacobian of an activation that has no diagonal one, column by column from its backward rule."""
    backward = ACTIVATIONS[activation].backward
    assert backward is not None, f"{activation} has neither a derivative nor a backward rule"
    n = A.shape[0]
    repeated = np.ascontiguousarray(np.repeat(A, n, axis=1))
    rows = np.empty_like(repeated)
    run(backward(repeated, np.eye(n, dtype=A.dtype), rows))  # column k: Jᵀ·e_k, the Jacobian's row k
    return rows.T


def _kronecker_product(A: Array, stacked: Array, n: int) -> Array:
    """Return `(A ⊗ I_n)·v` without the large matrix: block row `j` is `[A[j,1]·I … A[j,m]·I]`."""
    blocks = stacked.reshape(-1, n)  # one example's dZ a row
    return np.concatenate([row @ blocks for row in A])
