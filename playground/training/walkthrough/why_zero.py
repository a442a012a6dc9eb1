"""Why a number of a walkthrough is zero: which factor is guilty, traced back to where it became so."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import numpy as np
from msgspec import Struct

from playground.engine import ACTIVATIONS
from playground.messages import Message, Term
from playground.training.walkthrough.walk import Cell, Quantity, Walkthrough, cell_name, number
from playground.training.walkthrough.zero_tracing import TRACED_BY, Lost, Product

NEAR = 1e-3
"""A larger number is not asked about."""
MOST_VISITED = 2000
"""So many numbers are looked at on the way back; the first causes are the nearest."""
TRACED = frozenset({"Z", "A", "D", "dA", "dZ", "dW", "db"})
"""The quantities that can be asked about."""
PER_EXAMPLE = frozenset({"Z", "A", "D", "dA", "dZ"})
"""Those with a column for each example."""


class Cause(Struct, frozen=True):
    """Why something is zero.

    Attributes
    ----------
    name
        A key of `CAUSES`.
    cells
        The guilty factor, and the numbers on the way from it to the one that was asked about.
    """

    name: str
    sentence: Message
    cells: tuple[Cell, ...]


def can_ask(walk: Walkthrough, cell: Cell) -> bool:
    """Whether a number is zero, or a gradient that a flat activation has lost; never while something is to be found."""
    quantity, row, column = cell
    if quantity[0] not in TRACED or quantity == ("A", 0) or walk.hidden:
        return False
    value = abs(float(walk.arrays[quantity][row, column]))
    return value < NEAR and Lost(walk).cell(cell)


def why_zero(walk: Walkthrough, cell: Cell) -> tuple[Cause, ...]:
    """Return every cause of a zero, those nearest to it first; none where there is nothing to ask."""
    if not can_ask(walk, cell):
        return ()
    lost = Lost(walk)
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
    sentence = CAUSES[name](_described(walk, paths[0][0]))
    weights = paths[0][0][0][0] == "W"
    alike = {path[0][1:] if weights else path[0][1] for path in paths}
    examples = {path[0][2] for path in paths if path[0][1] == paths[0][0][1]}
    if walk.m > 1 and not weights:
        sentence = Message("{sentence} ({count} of {m} examples)", sentence=sentence, count=len(examples), m=walk.m)
    if len(alike) > 1:
        sentence = Message("{sentence} And {count} more like it.", sentence=sentence, count=len(alike) - 1)
    return Cause(name, sentence, tuple(dict.fromkeys(cell for path in paths for cell in path[:-1] or path)))


def _cause(lost: Lost, cell: Cell) -> tuple[str, list[Cell]]:
    """Return the cause that lies in a number itself, or nothing, and the factors to look at next."""
    quantity = TRACED_BY[cell[0][0]]
    if own := quantity.own_cause(lost, cell):
        return own, []
    products = list(quantity.products(lost, cell))
    if not products:
        return quantity.untraced, []
    guilty = [factor for product in products for factor in product if lost.cell(factor)]
    if all(any(lost.cell(factor) for factor in product) for product in products):
        return quantity.handed_on, guilty
    return "cancel" if any(_value(lost.walk, product) for product in products) else "underflow", []


def _value(walk: Walkthrough, product: Product) -> float:
    return float(np.prod([walk.arrays[quantity][row, column] for quantity, row, column in product]))


CAUSES: Mapping[str, Callable[[Mapping[str, Any]], Message]] = MappingProxyType(
    {
        "saturated": lambda of: Message(
            "Saturated: neuron {neuron} of layer {layer} stands where {activation} is flat. z = {Z}, a = {A}, and its "
            "slope g′(z) = {D} lets almost nothing of the gradient through.",
            **of,
        ),
        "dead": lambda of: Message(
            "Off: neuron {neuron} of layer {layer} has z = {Z}, which is not above 0, so g′(z) = 0 and no gradient "
            "comes through.",
            **of,
        ),
        "flat": lambda of: Message(
            "Flat: {activation}, the activation of layer {layer}, has the slope 0 wherever z is: here z = {Z} and "
            "g′(z) = 0. No gradient ever comes through it, so no weight below can learn.",
            **of,
        ),
        "dropped": lambda of: Message(
            "Dropped: dropout leaves neuron {neuron} of layer {layer} out of example {example} in this update.", **of
        ),
        "silent": lambda of: Message("Silent: neuron {neuron} of layer {layer} hands on a = g({Z}) = 0.", **of),
        "input": lambda of: Message("Input zero: {cell} = 0, so whatever it is multiplied by is 0.", **of),
        "weight": lambda of: Message("Weight zero: {cell} = 0, so nothing comes through this connection.", **of),
        "not_connected": lambda of: Message(
            "Not connected: all weights from neuron {neuron} of layer {layer} to the layer above are 0, so the cost "
            "does not depend on it.",
            **of,
        ),
        "nothing_below": lambda of: Message(
            "Not connected: all weights into neuron {neuron} of layer {layer} and its bias are 0, so it hears nothing.",
            **of,
        ),
        "no_error": lambda of: Message("No error: output {output} is its target, a = {A} = y.", **of),
        "target": lambda of: Message(
            "Target zero: y = 0 for output {output}, and this cost looks only at the output whose target is not 0.",
            **of,
        ),
        "cancel": lambda of: Message("Cancelled: the terms of {cell} are not 0, they add up to 0.", **of),
        "underflow": lambda of: Message("Rounded: {cell} is too small to be written, and became 0.", **of),
    }
)
"""What each cause is told as: of the guilty number, as `_described` has it."""


def _described(walk: Walkthrough, cell: Cell) -> Mapping[str, Any]:
    """Return what there is to say of a number: its name and place, and `z`, `a` and `g′(z)` of a neuron's."""
    (name, layer), row, column = cell
    values = {letter: walk.arrays.get((letter, layer)) for letter in ("ZAD" if name in PER_EXAMPLE else "")}
    return {
        "cell": cell_name(cell),
        "neuron": row + 1,
        "output": row + 1,
        "layer": layer,
        "example": column + 1,
        "activation": Term(ACTIVATIONS[walk.activations[layer - 1]].label),
        **{letter: number(float(array[row, column])) for letter, array in values.items() if array is not None},
    }
