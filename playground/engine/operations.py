"""What a compiled step is made of: numpy calls bound once to the arrays they read and fill."""

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating[Any]]
Operation = Callable[[], object]
Operations = list[Operation]


def constant(value: float | Array, like: Array) -> Array:
    """Return `value` as a 0-d array of the dtype of `like`.

    A Python number beside an array costs numpy a conversion at every call (about 120 ns); a 0-d array does not.
    """
    return np.array(value, dtype=like.dtype)


def maximum(x: Array, y: Array, out: Array) -> Operation:
    """Return the operation that fills `out` with the greater of `x` and `y`.

    numpy wants ``out`` by name here, and a closure passes a name on faster than a ``partial`` does.
    """
    greater = np.maximum
    return lambda: greater(x, y, out=out)


def minimum(x: Array, y: Array, out: Array) -> Operation:
    """Return the operation that fills `out` with the lesser of `x` and `y`: see `maximum`."""
    lesser = np.minimum
    return lambda: lesser(x, y, out=out)


def product(left: Array, right: Array, out: Array) -> Operation:
    """Return the operation that fills `out` with the matrix product of `left` and `right`.

    Matrices with a leading axis `(K, n, k)` are those of K networks: each is multiplied with its own columns, those of
    `of_members`.
    """
    if left.ndim == right.ndim == 2:
        return partial(left.dot, right, out)  # a third of the price of matmul
    return partial(np.matmul, left, right, out)


def of_members(columns: Array, like: Array) -> Array:
    """Return `(n, K·m)` columns of K networks, one network after another, as a view `(K, n, m)`.

    `like`: a matrix of one network, `(n, k)`, or of K networks, `(K, n, k)`: for one the columns are returned as they
    are.
    """
    if like.ndim == 2 or columns.ndim == 3:
        return columns
    return columns.reshape(columns.shape[0], like.shape[0], -1).transpose(1, 0, 2)


def run(operations: Operations) -> None:
    """Run the operations once, in order, without floating-point warnings: non-finite values are looked for instead."""
    with np.errstate(all="ignore"):
        for operation in operations:
            operation()
