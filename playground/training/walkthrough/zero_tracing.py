"""What a zero can come from: every quantity of a walkthrough, traced to what it is computed from."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from types import MappingProxyType

import numpy as np
from msgspec import Struct, field
from numpy.typing import NDArray

from playground.engine import ACTIVATIONS, COSTS
from playground.training.walkthrough.walk import Cell, Quantity, Walkthrough

TINY = 1e-6
"""A smaller slope loses a gradient."""
Mask = NDArray[np.bool_]
NEVER: Mask = np.zeros((1, 1), dtype=bool)
Product = tuple[Cell, ...]
"""The factors of one summand."""


class Lost(Struct, frozen=True, eq=False, dict=True):
    """Which numbers of a walkthrough are zero, or have lost their gradient to a slope below `TINY`."""

    walk: Walkthrough
    _known: dict[Quantity, Mask] = field(default_factory=dict)

    @property
    def last(self) -> int:
        return len(self.walk.activations)

    @cached_property
    def is_short(self) -> bool:
        """Whether the output's `dZ` is computed as A − Y."""
        return self.walk.activations[-1] in COSTS[self.walk.cost_name].fused

    def cell(self, cell: Cell) -> bool:
        return bool(self.of(cell[0])[cell[1:]])

    def of(self, quantity: Quantity) -> Mask:
        if quantity not in self._known:
            self._known[quantity] = self._mask(*quantity)
        return self._known[quantity]

    def _mask(self, name: str, layer: int) -> Mask:
        return self._is_zero(name, layer) | TRACED_BY[name].mask(self, layer)

    def _is_zero(self, name: str, layer: int) -> Mask:
        values = self.walk.arrays[name, layer]
        return np.asarray(np.abs(values) < TINY if name == "D" else values == 0)

    def by_slope(self, layer: int) -> bool:
        """Whether `dZ` of a layer is `dA` times the slope."""
        return ACTIVATIONS[self.walk.activations[layer - 1]].derivative is not None and not (
            layer == self.last and self.is_short
        )


def _any_path(left: Mask, right: Mask) -> Mask:
    return np.asarray(left.astype(np.float32) @ right.astype(np.float32) > 0)


def _is_dropped(lost: Lost, cell: Cell) -> bool:
    (_, layer), row, column = cell
    return lost.walk.drops(layer) and not lost.walk.arrays["M", layer][row, column]


def _flat(lost: Lost, cell: Cell) -> str:
    if _is_dropped(lost, cell):
        return "dropped"
    record = ACTIVATIONS[lost.walk.activations[cell[0][1] - 1]]
    if record.jumps:
        return "flat"
    return "dead" if record.kinks and not lost.walk.arrays[cell[0]][cell[1:]] else "saturated"


def _at_the_cost(lost: Lost, cell: Cell) -> str:
    (_, layer), row, column = cell
    a, y = (float(lost.walk.arrays[letter, layer][row, column]) for letter in "AY")
    return "no_error" if a == y else "target" if y == 0 else "underflow"


def _cause_of_z(lost: Lost, cell: Cell) -> str:
    (_, layer), row, _column = cell
    arrays = lost.walk.arrays
    return "" if arrays["W", layer][row].any() or arrays["b", layer][row, 0] else "nothing_below"


def _cause_of_a(lost: Lost, cell: Cell) -> str:
    if not cell[0][1]:
        return "input"
    return "dropped" if _is_dropped(lost, cell) else ""


def _cause_of_dz(lost: Lost, cell: Cell) -> str:
    return _at_the_cost(lost, cell) if cell[0][1] == lost.last and lost.is_short else ""


def _cause_of_da(lost: Lost, cell: Cell) -> str:
    (_, layer), row, _column = cell
    if layer == lost.last:
        return _at_the_cost(lost, cell)
    return "" if lost.walk.arrays["W", layer + 1][:, row].any() else "not_connected"


def _products_of_z(lost: Lost, cell: Cell) -> Iterator[Product]:
    (_, layer), row, column = cell
    for k in range(lost.walk.sizes[layer - 1]):
        yield (("W", layer), row, k), (("A", layer - 1), k, column)
    yield ((("b", layer), row, 0),)


def _products_of_a(lost: Lost, cell: Cell) -> Iterator[Product]:
    (_, layer), row, column = cell
    if lost.cell(below := (("Z", layer), row, column)):
        yield (below,)


def _products_of_da(lost: Lost, cell: Cell) -> Iterator[Product]:
    (_, layer), row, column = cell
    for k in range(lost.walk.sizes[layer + 1]):
        yield (("W", layer + 1), k, row), (("dZ", layer + 1), k, column)


def _products_of_dz(lost: Lost, cell: Cell) -> Iterator[Product]:
    (_, layer), row, column = cell
    if lost.by_slope(layer):
        yield (("dA", layer), row, column), (("D", layer), row, column)


def _products_of_dw(lost: Lost, cell: Cell) -> Iterator[Product]:
    (_, layer), row, column = cell
    for i in range(lost.walk.m):
        yield (("dZ", layer), row, i), (("A", layer - 1), column, i)


def _products_of_db(lost: Lost, cell: Cell) -> Iterator[Product]:
    (_, layer), row, _column = cell
    for i in range(lost.walk.m):
        yield ((("dZ", layer), row, i),)


def _mask_of_da(lost: Lost, layer: int) -> Mask:
    if layer == lost.last:
        return NEVER
    return ~_any_path(~lost.of(("W", layer + 1)).T, ~lost.of(("dZ", layer + 1)))


def _mask_of_dz(lost: Lost, layer: int) -> Mask:
    return lost.of(("D", layer)) | lost.of(("dA", layer)) if lost.by_slope(layer) else NEVER


def _mask_of_dw(lost: Lost, layer: int) -> Mask:
    return ~_any_path(~lost.of(("dZ", layer)), ~lost.of(("A", layer - 1)).T)


def _mask_of_db(lost: Lost, layer: int) -> Mask:
    return np.asarray(lost.of(("dZ", layer)).all(axis=1, keepdims=True))


class Traced(Struct, frozen=True):
    """How one quantity is traced.

    Attributes
    ----------
    own_cause
        The cause that lies in the number itself, or nothing.
    products
        What the number is the sum of; nothing where it is traced no further.
    mask
        Which numbers of a layer are zero because of what they are computed from.
    untraced, handed_on
        The cause where it is traced no further, and where every product has a zero factor.
    """

    own_cause: Callable[[Lost, Cell], str] = lambda *_: ""
    products: Callable[[Lost, Cell], Iterator[Product]] = lambda *_: iter(())
    mask: Callable[[Lost, int], Mask] = lambda *_: NEVER
    untraced: str = ""
    handed_on: str = ""


TRACED_BY: Mapping[str, Traced] = MappingProxyType(
    {
        "W": Traced(lambda *_: "weight"),
        "b": Traced(),
        "D": Traced(_flat),
        "Z": Traced(_cause_of_z, _products_of_z),
        "A": Traced(_cause_of_a, _products_of_a, untraced="silent", handed_on="silent"),
        "dA": Traced(_cause_of_da, _products_of_da, _mask_of_da),
        "dZ": Traced(_cause_of_dz, _products_of_dz, _mask_of_dz, untraced="cancel"),
        "dW": Traced(products=_products_of_dw, mask=_mask_of_dw),
        "db": Traced(products=_products_of_db, mask=_mask_of_db),
    }
)
"""Everything that a zero is traced through."""
