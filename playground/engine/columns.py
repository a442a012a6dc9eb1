"""Numbers as a person hands them in, made arrays of the network's dtype: a column per example."""

import numpy as np
from numpy.typing import ArrayLike

from playground.engine.operations import Array

REAL_KINDS = "biufO"
"""numpy's kinds of real numbers; objects may be some, as Python's own long integers are."""


def columns(name: str, values: ArrayLike, n: int, m: int | None, dtype: np.dtype[np.floating]) -> Array:
    """Return values as an array of a dtype.

    Parameters
    ----------
    name
        What they are called, for messages.
    n, m
        Rows and columns; `m` None for any number of columns.

    Raises
    ------
    ValueError
        If they are no real numbers or their shape is not `(n, m)`.
    """
    array = real(name, values, dtype)
    if array.ndim != 2 or array.shape[0] != n or array.shape[1] != (array.shape[1] if m is None else m):
        raise ValueError(f"{name} has the shape {array.shape}, expected ({n}, {'m' if m is None else m})")
    return array


def real(name: str, values: ArrayLike, dtype: np.dtype[np.floating]) -> Array:
    """Return values as an array of a dtype, in their own layout of memory.

    Raises
    ------
    ValueError
        If they are no real numbers.
    """
    try:
        array = np.asarray(values)
        if array.dtype.kind in REAL_KINDS:
            with np.errstate(over="ignore"):  # infinite is what the caller finds then
                return array.astype(dtype, copy=False)
    except (TypeError, ValueError, OverflowError) as error:
        raise ValueError(f"{name} is no array of numbers: {error}") from error
    raise ValueError(f"{name} holds {array.dtype} values, expected real numbers")


def check_finite(name: str, array: Array) -> None:
    """Check that there is neither NaN nor an infinity.

    Raises
    ------
    ValueError
        If there is one; the message says where the first one stands.
    """
    finite = np.isfinite(array)
    if not finite.all():
        row, column = np.argwhere(~finite)[0].tolist()
        raise ValueError(
            f"{name}[{row}, {column}] is {array[row, column]}, expected finite numbers that {array.dtype} can hold"
        )


def check_range(name: str, array: Array, bounds: tuple[float, float], why: str) -> None:
    """Check that all values lie within bounds.

    Raises
    ------
    ValueError
        If one does not.
    """
    low, high = bounds
    if array.size and not (low <= array.min() and array.max() <= high):
        raise ValueError(f"{name} goes from {array.min():g} to {array.max():g}, {why} from {low:g} to {high:g}")
