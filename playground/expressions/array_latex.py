"""Jacobians of gates that take whole vectors and matrices, in symbols.

Rows belong to the elements of the value, columns to those of the input, a matrix counted row by row. Each function
takes the number of the input, the symbols of all inputs, that of the value, and the shapes of the inputs.
"""

from collections.abc import Sequence

Shape = tuple[int, ...]


def matmul_latex(position: int, symbols: Sequence[str], _: str, shapes: Sequence[Shape]) -> str:
    """``C = A·B``: ∂C/∂A = I ⊗ Bᵀ and ∂C/∂B = A ⊗ I, where a 1 × 1 identity goes without saying."""
    (a, b), (A, B) = shapes, symbols
    if len(a) == len(b) == 1:
        return _row(symbols[1 - position], shapes[1 - position])
    if position == 1:
        return rf"{A} \otimes I" if len(b) == 2 and b[1] > 1 else A
    other = rf"{{{B}}}^{{T}}" if len(b) == 2 else _row(B, b)
    return rf"I \otimes {other}" if len(a) == 2 and a[0] > 1 else other


def dot_latex(position: int, symbols: Sequence[str], _: str, shapes: Sequence[Shape]) -> str:
    """One row: the other vector."""
    return _row(symbols[1 - position], shapes[1 - position])


def sum_latex(*_: object) -> str:
    """One row of ones."""
    return r"\left(1, \ldots, 1\right)"


def mean_latex(_: int, __: Sequence[str], ___: str, shapes: Sequence[Shape]) -> str:
    """One row, every element 1/n."""
    return rf"\frac{{1}}{{{_size(shapes[0])}}} \left(1, \ldots, 1\right)"


def norm_latex(_: int, symbols: Sequence[str], y: str, shapes: Sequence[Shape]) -> str:
    """One row: the input divided by its length."""
    return rf"\frac{{1}}{{{y}}} {_row(symbols[0], shapes[0])}"


def stack_latex(position: int, _: Sequence[str], __: str, shapes: Sequence[Shape]) -> str:
    """A column of an identity; of as many numbers each, where the elements are vectors."""
    unit = rf"e_{{{position + 1}}}"
    return rf"{unit} \otimes I" if shapes[position] else unit


def component_latex(_: int, symbols: Sequence[str], __: str, shapes: Sequence[Shape]) -> str:
    """One row with a single 1; an identity there, where a whole row of a matrix is picked."""
    x, indices = shapes[0], [int(symbol) for symbol in symbols[1:]]
    if len(x) == 2 and len(indices) == 1:
        return rf"{_unit_row(indices[0], x[0])} \otimes I"
    return _unit_row(indices[0] if len(x) == 1 else (indices[0] - 1) * x[1] + indices[1], _size(x))


def _unit_row(place: int, size: int) -> str:
    """``(0, 1, 0)``; dots for what is left out of a long one."""
    before = ["0"] * (place - 1) if place <= 3 else ["0", r"\ldots"]
    after = ["0"] * (size - place) if size - place <= 2 else [r"\ldots", "0"]
    return rf"\left({', '.join([*before, '1', *after])}\right)"


def _row(symbol: str, shape: Shape) -> str:
    """The elements of a vector or a matrix in one row, picked as they are typed; an array of numbers stands itself."""
    if symbol.startswith(r"\begin"):
        return symbol
    first, last = ", ".join("1" for _ in shape), ", ".join(map(str, shape))
    if _size(shape) == 1:
        return rf"{symbol}\left[{first}\right]" if shape else symbol
    between = ", " if _size(shape) == 2 else r", \ldots, "
    return rf"\left({symbol}\left[{first}\right]{between}{symbol}\left[{last}\right]\right)"


def _size(shape: Shape) -> int:
    size = 1
    for length in shape:
        size *= length
    return size
