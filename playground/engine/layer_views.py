"""The weights or biases of all layers, as views that can be assigned to but not be replaced."""

from collections.abc import Iterable
from typing import Any, NoReturn, SupportsIndex

import numpy as np

from playground.engine.columns import real
from playground.engine.operations import Array


class LayerViews(list[Array]):
    """A list of one live array per layer.

    ``views[l] = values`` copies the values in, as ``views[l][...] = values`` does: a new array in its place would look
    right and no longer be the network's. For the same reason no element can be added or taken out.

    Parameters
    ----------
    name
        What they are called, for messages.
    views
        The arrays.
    """

    def __init__(self, name: str, views: Iterable[Array]) -> None:
        super().__init__(views)
        self._name = name

    def __setitem__(self, index: SupportsIndex | slice, values: Any) -> None:
        """Copy values into one layer, or into each of several.

        Raises
        ------
        ValueError
            If they are no real numbers, or a shape is not that of the layer.
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
