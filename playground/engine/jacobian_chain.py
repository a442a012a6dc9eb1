"""The chain of Jacobians from the cost to one layer's weights: symbols and shapes, in both conventions."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from playground.engine.propagation import Structure


@dataclass(frozen=True)
class ChainFactor:
    """One Jacobian in a product of them: its symbol in LaTeX and its shape."""

    symbol: str
    shape: tuple[int, int]


def multiply_shapes(shapes: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Return the shape of a product of matrices: `(m, n)(n, o)(o, p) = (m, p)`.

    Raises
    ------
    ValueError
        If there is no factor, or two neighbours do not fit.
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
