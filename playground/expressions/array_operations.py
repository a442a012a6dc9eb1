"""Gates that take whole vectors and matrices: products, reductions, softmax, array literals and their components."""

import math
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import numpy as np

from playground.messages import Message

from .graph import Array
from .operation import ATOM, PRODUCT, ArrayOperation, Operation, Shape


def _matmul_shape(a: Shape, b: Shape) -> Shape | None:
    if not a or not b or a[-1] != b[0]:
        return None
    return a[:-1] + b[1:]


def _matmul_pullback(upstream: Array, _: Array, a: Array, b: Array) -> tuple[Array, Array]:
    # C = A·B gives dA = dC·Bᵀ and dB = Aᵀ·dC; a vector on the left is a row, one on the right a column.
    A = a.reshape(-1, a.shape[-1])  # (n, k)
    B = b.reshape(b.shape[0], -1)  # (k, m)
    dC = upstream.reshape(A.shape[0], B.shape[1])  # (n, m)
    return (dC @ B.T).reshape(a.shape), (A.T @ dC).reshape(b.shape)


def _dot_shape(a: Shape, b: Shape) -> Shape | None:
    return () if len(a) == 1 and a == b else None


def _stack_shape(*shapes: Shape) -> Shape | None:
    first = shapes[0]
    return (len(shapes), *first) if len(first) < 2 and all(shape == first for shape in shapes) else None


def _routed(upstream: Array, value: Array, x: Array) -> tuple[Array]:
    chosen = x == value
    return (upstream * chosen / np.count_nonzero(chosen),)


def _norm_pullback(upstream: Array, value: Array, x: Array) -> tuple[Array]:
    # The norm has a kink at the origin; 0 lies in its subdifferential.
    return (upstream * (x / value if value > 0 else np.zeros_like(x)),)


def _matmul_structure(position: int, shapes: Sequence[Shape]) -> Message:
    a, b = shapes
    if len(a) == len(b) == 1:
        return Message("one row: the other vector")
    if position == 0:
        blocks = len(a) == 2 and a[0] > 1
        if blocks:
            return Message("blocks: a Kronecker product of an identity with the other factor, transposed")
        return Message("the other factor, transposed") if len(b) == 2 else Message("one row: the other vector")
    if len(b) == 2 and b[1] > 1:
        return Message("blocks: a Kronecker product of the other factor with an identity")
    return Message("the other factor")


def _softmax(x: Array) -> Array:
    """e^x / Σ e^x, from e^(x − max x) so that nothing overflows."""
    weights = np.exp(x - np.max(x))
    result: Array = weights / np.sum(weights)
    return result


def _places(indices: tuple[Array, ...]) -> tuple[int, ...]:
    return tuple(int(index) - 1 for index in indices)


def _component_shape(x: Shape, *indices: Shape) -> Shape | None:
    return x[len(indices) :] if len(indices) <= len(x) and not any(indices) else None


def _component_refusal(x: Array, *indices: Array) -> str:
    if x.ndim == 1 and indices[0] > x.size:
        return Message("there is no component {place}: the vector has {size}", place=int(indices[0]), size=x.size)
    if indices[0] > x.shape[0]:
        return Message("there is no row {place}: the matrix has {size}", place=int(indices[0]), size=x.shape[0])
    if len(indices) == 2 and indices[1] > x.shape[1]:
        return Message("there is no column {place}: the matrix has {size}", place=int(indices[1]), size=x.shape[1])
    return ""


def _component_pullback(upstream: Array, _: Array, x: Array, *indices: Array) -> tuple[Array, ...]:
    sent = np.zeros_like(x)
    sent[_places(indices)] = upstream
    return sent, *(np.zeros(()) for _ in indices)


def _stack_matrix(position: int, value: Array, *inputs: Array) -> Array:
    size = inputs[position].size
    matrix = np.zeros((value.size, size))
    matrix[position * size : (position + 1) * size] = np.eye(size)
    return matrix


# Jacobians in symbols: rows belong to the elements of the value, columns to those of the input, a matrix counted row
# by row. Each function takes the number of the input, the symbols of all inputs, that of the value, and the shapes of
# the inputs.


def _matmul_latex(position: int, symbols: Sequence[str], _: str, shapes: Sequence[Shape]) -> str:
    """``C = A·B``: ∂C/∂A = I ⊗ Bᵀ and ∂C/∂B = A ⊗ I, where a 1 × 1 identity goes without saying."""
    (a, b), (A, B) = shapes, symbols
    if len(a) == len(b) == 1:
        return _in_a_row(symbols[1 - position], shapes[1 - position])
    if position == 1:
        return rf"{A} \otimes I" if len(b) == 2 and b[1] > 1 else A
    other = rf"{{{B}}}^{{T}}" if len(b) == 2 else _in_a_row(B, b)
    return rf"I \otimes {other}" if len(a) == 2 and a[0] > 1 else other


def _dot_latex(position: int, symbols: Sequence[str], _: str, shapes: Sequence[Shape]) -> str:
    """One row: the other vector."""
    return _in_a_row(symbols[1 - position], shapes[1 - position])


def _mean_latex(_: int, __: Sequence[str], ___: str, shapes: Sequence[Shape]) -> str:
    """One row, every element 1/n."""
    return rf"\frac{{1}}{{{math.prod(shapes[0])}}} \left(1, \ldots, 1\right)"


def _norm_latex(_: int, symbols: Sequence[str], y: str, shapes: Sequence[Shape]) -> str:
    """One row: the input divided by its length."""
    return rf"\frac{{1}}{{{y}}} {_in_a_row(symbols[0], shapes[0])}"


def _stack_latex(position: int, _: Sequence[str], __: str, shapes: Sequence[Shape]) -> str:
    """A column of an identity; of as many numbers each, where the elements are vectors."""
    unit = rf"e_{{{position + 1}}}"
    return rf"{unit} \otimes I" if shapes[position] else unit


def _component_latex(_: int, symbols: Sequence[str], __: str, shapes: Sequence[Shape]) -> str:
    """One row with a single 1; an identity there, where a whole row of a matrix is picked."""
    x, indices = shapes[0], [int(symbol) for symbol in symbols[1:]]
    if len(x) == 2 and len(indices) == 1:
        return rf"{_unit_in_a_row(indices[0], x[0])} \otimes I"
    return _unit_in_a_row(indices[0] if len(x) == 1 else (indices[0] - 1) * x[1] + indices[1], math.prod(x))


def _unit_in_a_row(place: int, size: int) -> str:
    """``(0, 1, 0)``; dots for what is left out of a long one."""
    before = ["0"] * (place - 1) if place <= 3 else ["0", r"\ldots"]
    after = ["0"] * (size - place) if size - place <= 2 else [r"\ldots", "0"]
    return rf"\left({', '.join([*before, '1', *after])}\right)"


def _in_a_row(symbol: str, shape: Shape) -> str:
    """The elements of a vector or a matrix in one row, picked as they are typed; an array of numbers stands itself."""
    if symbol.startswith(r"\begin"):
        return symbol
    first, last = ", ".join("1" for _ in shape), ", ".join(map(str, shape))
    if math.prod(shape) == 1:
        return rf"{symbol}\left[{first}\right]" if shape else symbol
    between = ", " if math.prod(shape) == 2 else r", \ldots, "
    return rf"\left({symbol}\left[{first}\right]{between}{symbol}\left[{last}\right]\right)"


_reduction = partial(ArrayOperation, shape_of=lambda _: (), shape_rule=Message("a number, a vector or a matrix"))
"""One number out of all elements."""


def _extreme(*, symbol: str, forward: Callable[[Array], Array], **texts: Any) -> ArrayOperation:
    return _reduction(
        symbol=symbol,
        latex=rf"\{symbol}\left({{0}}\right)",
        derivative_latex=lambda _, symbols, y, __: rf"\left[{symbols[0]} = {y}\right]",
        jacobian=lambda *_: Message("one row with a single 1"),
        forward=forward,
        vector_jacobian=_routed,
        kink=lambda x: bool(np.count_nonzero(x == forward(x)) > 1),
        kink_note=Message("kink: several elements are equal, so each gets an equal share"),
        **texts,
    )


ARRAY_GATES: tuple[Operation, ...] = (
    ArrayOperation(
        name="matmul",
        label=Message("matrix product"),
        symbol="@",
        arity=2,
        latex=r"{0} \, {1}",
        binding=PRODUCT,
        operand_bindings=(PRODUCT, PRODUCT + 1),
        derivative_latex=_matmul_latex,
        pattern=Message(
            "matmul switches and transposes: for C = A·B, dA = dC·Bᵀ and dB = Aᵀ·dC; a vector on the left is a row, "
            "one on the right a column"
        ),
        jacobian=_matmul_structure,
        forward=np.matmul,
        vector_jacobian=_matmul_pullback,
        shape_of=_matmul_shape,
        shape_rule=Message("vectors or matrices, the first as wide as the second is high"),
    ),
    ArrayOperation(
        name="dot",
        label=Message("scalar product of two vectors"),
        arity=2,
        latex=r"\left\langle {0}, {1} \right\rangle",
        derivative_latex=_dot_latex,
        pattern=Message("dot switches: each vector gets the upstream gradient times the other vector"),
        jacobian=lambda *_: Message("one row: the other vector"),
        forward=np.dot,
        vector_jacobian=lambda upstream, _, a, b: (upstream * b, upstream * a),
        shape_of=_dot_shape,
        shape_rule=Message("two vectors of the same length"),
    ),
    _reduction(
        name="sum",
        label=Message("sum of all elements"),
        latex=r"\mathrm{{sum}}\left({0}\right)",
        derivative_latex=lambda *_: r"\left(1, \ldots, 1\right)",
        pattern=Message("sum distributes: every element gets the upstream gradient unchanged"),
        jacobian=lambda *_: Message("one row of ones"),
        forward=np.sum,
        vector_jacobian=lambda upstream, _, x: (np.full(x.shape, upstream)[()],),
    ),
    _reduction(
        name="mean",
        label=Message("mean of all elements"),
        latex=r"\mathrm{{mean}}\left({0}\right)",
        derivative_latex=_mean_latex,
        pattern=Message("mean shares: every one of the n elements gets 1/n of the upstream gradient"),
        jacobian=lambda *_: Message("one row, every element 1/n"),
        forward=np.mean,
        vector_jacobian=lambda upstream, _, x: (np.full(x.shape, upstream / x.size)[()],),
    ),
    _extreme(
        name="max_element",
        label=Message("largest element"),
        symbol="max",
        forward=np.max,
        pattern=Message("max routes: the largest element gets the whole upstream gradient, the others get 0"),
    ),
    _extreme(
        name="min_element",
        label=Message("smallest element"),
        symbol="min",
        forward=np.min,
        pattern=Message("min routes: the smallest element gets the whole upstream gradient, the others get 0"),
    ),
    _reduction(
        name="norm",
        label=Message("Euclidean length (Frobenius norm of a matrix)"),
        latex=r"\left\| {0} \right\|",
        derivative_latex=_norm_latex,
        pattern=Message("norm: the input gets the upstream gradient times the input divided by its length"),
        jacobian=lambda *_: Message("one row: the input divided by its length"),
        forward=np.linalg.norm,
        vector_jacobian=_norm_pullback,
        kink=lambda x: not np.any(x),
        kink_note=Message("kink: at the origin every direction has another slope; 0 is used"),
    ),
    ArrayOperation(
        name="stack",
        label=Message("array literal"),
        symbol="[ ]",
        arity=None,
        latex=r"\left[{inputs}\right]",
        derivative_latex=_stack_latex,
        matrix=_stack_matrix,
        pattern=Message("an array deals out: each element gets its own part of the upstream gradient"),
        jacobian=lambda position, shapes: (
            Message("an identity in the rows of this element, 0 elsewhere")
            if shapes[position]
            else Message("one column: 1 in the row of this element, 0 elsewhere")
        ),
        forward=lambda *inputs: np.stack(inputs),
        vector_jacobian=lambda upstream, _, *inputs: tuple(upstream[i] for i in range(len(inputs))),
        shape_of=_stack_shape,
        shape_rule=Message("elements of one shape, in at most two levels"),
    ),
    ArrayOperation(
        name="component",
        label=Message("component, counted from 1"),
        symbol="[i]",
        arity=None,
        latex=r"{0}\left[{rest}\right]",
        operand_bindings=(ATOM, 0, 0),
        derivative_latex=_component_latex,
        pattern=Message("component: its place gets the upstream gradient, all other places get 0"),
        jacobian=lambda _, shapes: (
            Message("the rows of an identity that belong to the chosen row")
            if len(shapes[0]) == len(shapes) == 2
            else Message("one row with a single 1")
        ),
        forward=lambda x, *indices: x[_places(indices)],
        vector_jacobian=_component_pullback,
        shape_of=_component_shape,
        shape_rule=Message("a vector for one number in brackets, a matrix for one or two"),
        refusal=_component_refusal,
    ),
    ArrayOperation(
        name="softmax",
        label=Message("softmax: exponentials divided by their sum"),
        latex=r"\mathrm{{softmax}}\left({0}\right)",
        derivative_latex=lambda _, __, y, ___: rf"\mathrm{{diag}}\left({y}\right) - {y}\,{y}^{{T}}",
        pattern=Message("softmax compares: each element gets value · (its upstream − Σ value · upstream)"),
        jacobian=lambda *_: Message("diag(value) minus the value times its transpose"),
        forward=_softmax,
        matrix=lambda _, value, __: np.diag(value) - np.outer(value, value),
        vector_jacobian=lambda upstream, value, _: (value * (upstream - np.dot(upstream, value)),),
        shape_of=lambda x: x if len(x) == 1 else None,
        shape_rule=Message("a vector"),
    ),
)
