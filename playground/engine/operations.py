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


def run(operations: Operations) -> None:
    """Run the operations once, in order, without floating-point warnings: non-finite values are looked for instead."""
    with np.errstate(all="ignore"):
        for operation in operations:
            operation()
