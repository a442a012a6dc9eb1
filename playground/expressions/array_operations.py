"""Gates that take whole vectors and matrices: products, reductions and array literals."""

import numpy as np

from .graph import Array
from .operation import PRODUCT, ArrayOperation, Operation, Shape, overflow


def _scalar_shape(_: Shape) -> Shape:
    return ()


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


_TIE_NOTE = "kink: several elements are equal, so each gets an equal share"
_ANY = "a number, a vector or a matrix"

ARRAY_GATES: tuple[Operation, ...] = (
    ArrayOperation(
        name="matmul",
        label="matrix product",
        symbol="@",
        arity=2,
        latex=r"{0} \, {1}",
        binding=PRODUCT,
        operand_bindings=(PRODUCT, PRODUCT + 1),
        local_latex=(r"\left({1}\right)^{{T}}", r"\left({0}\right)^{{T}}"),
        pattern="matmul switches and transposes: dA = dC · Bᵀ, dB = Aᵀ · dC",
        jacobian="blocks: a Kronecker product of an identity with the other factor",
        forward=np.matmul,
        vector_jacobian=_matmul_pullback,
        shape_of=_matmul_shape,
        shape_sentence="vectors or matrices, the first as wide as the second is high",
        problem=overflow,
    ),
    ArrayOperation(
        name="dot",
        label="scalar product of two vectors",
        symbol="dot",
        arity=2,
        latex=r"\left\langle {0}, {1} \right\rangle",
        local_latex=(r"\left({1}\right)^{{T}}", r"\left({0}\right)^{{T}}"),
        pattern="dot switches: each vector gets the upstream gradient times the other vector",
        jacobian="one row: the other vector",
        forward=np.dot,
        vector_jacobian=lambda upstream, _, a, b: (upstream * b, upstream * a),
        shape_of=_dot_shape,
        shape_sentence="two vectors of the same length",
        problem=overflow,
    ),
    ArrayOperation(
        name="sum",
        label="sum of all elements",
        symbol="sum",
        arity=1,
        latex=r"\mathrm{{sum}}\left({0}\right)",
        local_latex=(r"\left(1, \ldots, 1\right)",),
        pattern="sum distributes: every element gets the upstream gradient unchanged",
        jacobian="one row of ones",
        forward=np.sum,
        vector_jacobian=lambda upstream, _, x: (np.full(x.shape, upstream)[()],),
        shape_of=_scalar_shape,
        shape_sentence=_ANY,
        problem=overflow,
    ),
    ArrayOperation(
        name="mean",
        label="mean of all elements",
        symbol="mean",
        arity=1,
        latex=r"\mathrm{{mean}}\left({0}\right)",
        local_latex=(r"\frac{{1}}{{n}} \left(1, \ldots, 1\right)",),
        pattern="mean shares: every one of the n elements gets 1/n of the upstream gradient",
        jacobian="one row, every element 1/n",
        forward=np.mean,
        vector_jacobian=lambda upstream, _, x: (np.full(x.shape, upstream / x.size)[()],),
        shape_of=_scalar_shape,
        shape_sentence=_ANY,
        problem=overflow,
    ),
    ArrayOperation(
        name="max_element",
        label="largest element",
        symbol="max",
        arity=1,
        latex=r"\max\left({0}\right)",
        local_latex=(r"[{0} = {y}]",),
        pattern="max routes: the largest element gets the whole upstream gradient, the others get 0",
        jacobian="one row with a single 1",
        forward=np.max,
        vector_jacobian=_routed,
        shape_of=_scalar_shape,
        shape_sentence=_ANY,
        problem=overflow,
        kink=lambda x: bool(np.count_nonzero(x == np.max(x)) > 1),
        kink_note=_TIE_NOTE,
    ),
    ArrayOperation(
        name="min_element",
        label="smallest element",
        symbol="min",
        arity=1,
        latex=r"\min\left({0}\right)",
        local_latex=(r"[{0} = {y}]",),
        pattern="min routes: the smallest element gets the whole upstream gradient, the others get 0",
        jacobian="one row with a single 1",
        forward=np.min,
        vector_jacobian=_routed,
        shape_of=_scalar_shape,
        shape_sentence=_ANY,
        problem=overflow,
        kink=lambda x: bool(np.count_nonzero(x == np.min(x)) > 1),
        kink_note=_TIE_NOTE,
    ),
    ArrayOperation(
        name="norm",
        label="Euclidean length (Frobenius norm of a matrix)",
        symbol="norm",
        arity=1,
        latex=r"\left\| {0} \right\|",
        local_latex=(r"\frac{{{0}}}{{{y}}}",),
        pattern="norm points outward: the input gets the upstream gradient along its own direction",
        jacobian="one row: the input divided by its length",
        forward=np.linalg.norm,
        vector_jacobian=_norm_pullback,
        shape_of=_scalar_shape,
        shape_sentence=_ANY,
        problem=overflow,
        kink=lambda x: not np.any(x),
        kink_note="kink: at the origin every direction has another slope; 0 is used",
    ),
    ArrayOperation(
        name="stack",
        label="array literal",
        symbol="[ ]",
        arity=None,
        latex=r"\left[{inputs}\right]",
        local_latex=("I",),
        pattern="an array deals out: each element gets its own part of the upstream gradient",
        jacobian="rows of an identity, zero elsewhere",
        forward=lambda *inputs: np.stack(inputs),
        vector_jacobian=lambda upstream, _, *inputs: tuple(upstream[i] for i in range(len(inputs))),
        shape_of=_stack_shape,
        shape_sentence="elements of one shape, in at most two levels",
        problem=overflow,
    ),
)
