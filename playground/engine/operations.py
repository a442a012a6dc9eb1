"""What a compiled step is made of: numpy calls bound once to the arrays they read and fill."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating[Any]]
Operation = Callable[[], object]
Operations = list[Operation]


def constant(value: float, like: Array) -> Array:
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


def run(operations: Operations) -> None:
    """Run the operations once, in order, without floating-point warnings: non-finite values are looked for instead."""
    with np.errstate(all="ignore"):
        for operation in operations:
            operation()
