"""Why a number of a walkthrough is zero: which factor is guilty, traced back to where it became so."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from playground.engine import ACTIVATIONS, COSTS
from playground.messages import Message, Term
from playground.training.walkthrough.cells import Cell, Quantity, cell_name, number
from playground.training.walkthrough.walk import Walkthrough

TINY = 1e-6
"""A smaller slope loses a gradient."""
NEAR = 1e-3
"""A larger number is not asked about."""
MOST_VISITED = 2000
"""So many numbers are looked at on the way back; the first causes are the nearest."""
Mask = NDArray[np.bool_]
Product = tuple[Cell, ...]
"""The factors of one summand."""


@dataclass(frozen=True)
class Cause:
    """Why something is zero.

    Attributes
    ----------
    name
        A key of `CAUSES`.
    sentence
        With the numbers.
    cells
        The guilty factor, and the numbers on the way from it to the one that was asked about.
    """

    name: str
    sentence: Message
    cells: tuple[Cell, ...]


@dataclass(frozen=True, eq=False)
class _Lost:
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
        values = self.walk.arrays[name, layer]
        zero: Mask = np.abs(values) < TINY if name == "D" else values == 0
        if name == "dZ" and self.by_slope(layer):
            return zero | self.of(("D", layer)) | self.of(("dA", layer))
        if name == "dA" and layer < self.last:
            return zero | ~_any_path(~self.of(("W", layer + 1)).T, ~self.of(("dZ", layer + 1)))
        if name == "dW":
            return zero | ~_any_path(~self.of(("dZ", layer)), ~self.of(("A", layer - 1)).T)
        if name == "db":
            return zero | self.of(("dZ", layer)).all(axis=1, keepdims=True)
        return zero

    def by_slope(self, layer: int) -> bool:
        """Whether `dZ` of a layer is `dA` times the slope."""
        return ACTIVATIONS[self.walk.activations[layer - 1]].derivative is not None and not (
            layer == self.last and self.is_short
        )


def _any_path(left: Mask, right: Mask) -> Mask:
    return np.asarray(left.astype(np.float32) @ right.astype(np.float32) > 0)


def _products(lost: _Lost, cell: Cell) -> Iterator[Product]:
    """Yield what a number is the sum of; nothing where it is traced no further."""
    (name, layer), row, column = cell
    sizes, m = lost.walk.sizes, lost.walk.m
    if name == "Z":
        for k in range(sizes[layer - 1]):
            yield (("W", layer), row, k), (("A", layer - 1), k, column)
        yield ((("b", layer), row, 0),)
    elif name == "A" and layer and lost.cell((("Z", layer), row, column)):
        yield ((("Z", layer), row, column),)
    elif name == "dA" and layer < lost.last:
        for k in range(sizes[layer + 1]):
            yield (("W", layer + 1), k, row), (("dZ", layer + 1), k, column)
    elif name == "dZ" and lost.by_slope(layer):
        yield (("dA", layer), row, column), (("D", layer), row, column)
    elif name == "dW":
        for i in range(m):
            yield (("dZ", layer), row, i), (("A", layer - 1), column, i)
    elif name == "db":
        for i in range(m):
            yield ((("dZ", layer), row, i),)


def can_ask(walk: Walkthrough, cell: Cell) -> bool:
    """Whether a number is zero, or a gradient that a flat activation has lost; never while something is to be found."""
    quantity, row, column = cell
    if quantity[0] not in TRACED or quantity == ("A", 0) or walk.hidden:
        return False
    value = abs(float(walk.arrays[quantity][row, column]))
    return value < NEAR and _Lost(walk).cell(cell)


def why_zero(walk: Walkthrough, cell: Cell) -> tuple[Cause, ...]:
    """Return every cause of a zero, those nearest to it first; none where there is nothing to ask."""
    if not can_ask(walk, cell):
        return ()
    lost = _Lost(walk)
    found: dict[tuple[str, Quantity], list[Product]] = {}
    waiting: list[Product] = [(cell,)]
    seen = {cell}
    for path in waiting:
        guilty = path[0]
        name, following = _cause(lost, guilty)
        if name:
            found.setdefault((name, guilty[0]), []).append(path)
        for factor in following:
            if factor not in seen and len(seen) < MOST_VISITED:
                seen.add(factor)
                waiting.append((factor, *path))
    return tuple(_told(walk, name, paths) for (name, _), paths in found.items())


def _told(walk: Walkthrough, name: str, paths: list[Product]) -> Cause:
    """Tell the nearest in full, then in how many examples it is so, and how many others of its layer are like it."""
    sentence = CAUSES[name](walk, paths[0][0])
    weights = paths[0][0][0][0] == "W"
    alike = {path[0][1:] if weights else path[0][1] for path in paths}
    examples = {path[0][2] for path in paths if path[0][1] == paths[0][0][1]}
    if walk.m > 1 and not weights:
        sentence = Message("{sentence} ({count} of {m} examples)", sentence=sentence, count=len(examples), m=walk.m)
    if len(alike) > 1:
        sentence = Message("{sentence} And {count} more like it.", sentence=sentence, count=len(alike) - 1)
    return Cause(name, sentence, tuple(dict.fromkeys(cell for path in paths for cell in path[:-1] or path)))


def _cause(lost: _Lost, cell: Cell) -> tuple[str, list[Cell]]:
    """Return the cause that lies in a number itself, or nothing, and the factors to look at next."""
    (name, layer), row, column = cell
    arrays = lost.walk.arrays
    if name == "W":
        return "weight", []
    if name == "D":
        record = ACTIVATIONS[lost.walk.activations[layer - 1]]
        if record.jumps:
            return "flat", []
        return "dead" if record.kinks and not arrays[cell[0]][row, column] else "saturated", []
    if name == "A" and layer == 0:
        return "input", []
    if name in ("dA", "dZ") and layer == lost.last and (name == "dA" or lost.is_short):
        a, y = (float(arrays[letter, layer][row, column]) for letter in "AY")
        return "no_error" if a == y else "target" if y == 0 else "underflow", []
    if name == "dA" and not arrays["W", layer + 1][:, row].any():
        return "not_connected", []
    if name == "Z" and not arrays["W", layer][row].any() and not arrays["b", layer][row, 0]:
        return "nothing_below", []
    products = list(_products(lost, cell))
    if not products:
        return {"A": "silent", "dZ": "cancel"}.get(name, ""), []
    guilty = [factor for product in products for factor in product if lost.cell(factor)]
    if all(any(lost.cell(factor) for factor in product) for product in products):
        return "silent" if name == "A" else "", guilty
    return "cancel" if any(_value(lost.walk, product) for product in products) else "underflow", []


def _value(walk: Walkthrough, product: Product) -> float:
    return float(np.prod([walk.arrays[quantity][row, column] for quantity, row, column in product]))


def _numbers(walk: Walkthrough, letters: str, cell: Cell) -> Mapping[str, str]:
    (_, layer), row, column = cell
    return {letter: number(float(walk.arrays[letter, layer][row, column])) for letter in letters}


def _saturated(walk: Walkthrough, cell: Cell) -> Message:
    (_, layer), row, _column = cell
    return Message(
        "Saturated: neuron {neuron} of layer {layer} stands where {activation} is flat. z = {Z}, a = {A}, and its "
        "slope g′(z) = {D} lets almost nothing of the gradient through.",
        neuron=row + 1,
        layer=layer,
        activation=Term(ACTIVATIONS[walk.activations[layer - 1]].label),
        **_numbers(walk, "ZAD", cell),
    )


def _dead(walk: Walkthrough, cell: Cell) -> Message:
    return Message(
        "Off: neuron {neuron} of layer {layer} has z = {Z}, which is not above 0, so g′(z) = 0 and no gradient comes "
        "through.",
        neuron=cell[1] + 1,
        layer=cell[0][1],
        **_numbers(walk, "Z", cell),
    )


def _flat(walk: Walkthrough, cell: Cell) -> Message:
    return Message(
        "Flat: {activation}, the activation of layer {layer}, has the slope 0 wherever z is: here z = {Z} and "
        "g′(z) = 0. No gradient ever comes through it, so no weight below can learn.",
        activation=Term(ACTIVATIONS[walk.activations[cell[0][1] - 1]].label),
        layer=cell[0][1],
        **_numbers(walk, "Z", cell),
    )


def _silent(walk: Walkthrough, cell: Cell) -> Message:
    return Message(
        "Silent: neuron {neuron} of layer {layer} hands on a = g({Z}) = 0.",
        neuron=cell[1] + 1,
        layer=cell[0][1],
        **_numbers(walk, "Z", cell),
    )


def _input(_walk: Walkthrough, cell: Cell) -> Message:
    return Message("Input zero: {cell} = 0, so whatever it is multiplied by is 0.", cell=cell_name(cell))


def _weight(_walk: Walkthrough, cell: Cell) -> Message:
    return Message("Weight zero: {cell} = 0, so nothing comes through this connection.", cell=cell_name(cell))


def _not_connected(_walk: Walkthrough, cell: Cell) -> Message:
    return Message(
        "Not connected: all weights from neuron {neuron} of layer {layer} to the layer above are 0, so the cost does "
        "not depend on it.",
        neuron=cell[1] + 1,
        layer=cell[0][1],
    )


def _nothing_below(_walk: Walkthrough, cell: Cell) -> Message:
    return Message(
        "Not connected: all weights into neuron {neuron} of layer {layer} and its bias are 0, so it hears nothing.",
        neuron=cell[1] + 1,
        layer=cell[0][1],
    )


def _no_error(walk: Walkthrough, cell: Cell) -> Message:
    return Message(
        "No error: output {output} is its target, a = {A} = y.", output=cell[1] + 1, **_numbers(walk, "A", cell)
    )


def _target(_walk: Walkthrough, cell: Cell) -> Message:
    return Message(
        "Target zero: y = 0 for output {output}, and this cost looks only at the output whose target is not 0.",
        output=cell[1] + 1,
    )


def _cancel(_walk: Walkthrough, cell: Cell) -> Message:
    return Message("Cancelled: the terms of {cell} are not 0, they add up to 0.", cell=cell_name(cell))


def _underflow(_walk: Walkthrough, cell: Cell) -> Message:
    return Message("Rounded: {cell} is too small to be written, and became 0.", cell=cell_name(cell))


CAUSES: Mapping[str, Callable[[Walkthrough, Cell], Message]] = MappingProxyType(
    {
        "saturated": _saturated,
        "dead": _dead,
        "flat": _flat,
        "silent": _silent,
        "input": _input,
        "weight": _weight,
        "not_connected": _not_connected,
        "nothing_below": _nothing_below,
        "no_error": _no_error,
        "target": _target,
        "cancel": _cancel,
        "underflow": _underflow,
    }
)
"""What each cause is told as: of the walkthrough and the guilty number."""
TRACED = frozenset({"Z", "A", "D", "dA", "dZ", "dW", "db"})
"""The quantities that can be asked about."""
