"""What a person hands in, checked: arrays of the dtype, and live parameters that take values and stay themselves."""

from collections.abc import Iterable
from typing import Any, NoReturn, SupportsIndex

import numpy as np
from numpy.typing import ArrayLike

from playground.engine.operations import Array

REAL_KINDS = "biufO"
"""numpy's kinds of real numbers; objects may be some, as Python's own long integers are."""


def columns(name: str, values: ArrayLike, n: int, m: int | None, dtype: np.dtype[np.floating]) -> Array:
    """Return values as an array of a dtype.

    Raises `ValueError` if they are no real numbers or their shape is not `(n, m)`.

    Parameters
    ----------
    name
        What they are called, for messages.
    n, m
        Rows and columns; `m` None for any number of columns.
    """
    array = real(name, values, dtype)
    if array.ndim != 2 or array.shape[0] != n or array.shape[1] != (array.shape[1] if m is None else m):
        raise ValueError(f"{name} has the shape {array.shape}, expected ({n}, {'m' if m is None else m})")
    return array


def real(name: str, values: ArrayLike, dtype: np.dtype[np.floating]) -> Array:
    """Return values as an array of a dtype, in their own layout of memory.

    Raises `ValueError` if they are no real numbers.
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

    Raises `ValueError` if there is one; the message says where the first one stands.
    """
    finite = np.isfinite(array)
    if not finite.all():
        row, column = np.argwhere(~finite)[0].tolist()
        raise ValueError(
            f"{name}[{row}, {column}] is {array[row, column]}, expected finite numbers that {array.dtype} can hold"
        )


def check_range(name: str, array: Array, bounds: tuple[float, float], why: str) -> None:
    """Check that all values lie within bounds.

    Raises `ValueError` if one does not.
    """
    low, high = bounds
    if array.size and not (low <= array.min() and array.max() <= high):
        raise ValueError(f"{name} goes from {array.min():g} to {array.max():g}, {why} from {low:g} to {high:g}")


class LayerViews(list[Array]):
    """A list of one live array per layer.

    ``views[l] = values`` copies the values in, as ``views[l][...] = values`` does: a new array in its place would look
    right and no longer be the network's. For the same reason no element can be added or taken out.
    """

    def __init__(self, name: str, views: Iterable[Array]) -> None:
        super().__init__(views)
        self._name = name

    def __setitem__(self, index: SupportsIndex | slice, values: Any) -> None:
        """Copy values into one layer, or into each of several.

        Raises `ValueError` if they are no real numbers, or a shape is not that of the layer.
        """
        if isinstance(index, slice):
            layers = range(len(self))[index]
            if len(layers) != len(values):
                raise ValueError(f"{self._name}: {len(values)} arrays for {len(layers)} layers")
            pairs = list(zip(layers, values, strict=True))
        else:
            pairs = [(range(len(self))[index], values)]
        # All are looked at before the first is copied.
        checked = [(self[layer], self._fitting(layer, each)) for layer, each in pairs]
        for view, array in checked:
            view[...] = array

    def _fitting(self, layer: int, values: Any) -> Array:
        view, name = self[layer], f"{self._name}[{layer}]"
        array = real(name, values, view.dtype)
        if array.shape != view.shape:
            raise ValueError(f"{name}: an array of the shape {array.shape}, expected {view.shape}")
        # A view of the same parameters must not change under the copying.
        return array.copy() if np.may_share_memory(array, view) else array

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise ValueError(f"{self._name} has an array for each of {len(self)} layers; assign to them, one by one")

    __delitem__ = __iadd__ = __imul__ = append = clear = extend = insert = pop = remove = reverse = sort = _refuse
