"""Why a number of a walkthrough is zero: which factor is guilty, traced back to where it became so."""

import numpy as np
from msgspec import Struct

from playground.messages import Message
from playground.training.walkthrough.cells import Cell, Quantity
from playground.training.walkthrough.walk import Walkthrough
from playground.training.walkthrough.zero_sentences import CAUSES
from playground.training.walkthrough.zero_tracing import TRACED_BY, Lost, Product

NEAR = 1e-3
"""A larger number is not asked about."""
MOST_VISITED = 2000
"""So many numbers are looked at on the way back; the first causes are the nearest."""
TRACED = frozenset({"Z", "A", "D", "dA", "dZ", "dW", "db"})
"""The quantities that can be asked about."""


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
    sentence = CAUSES[name](walk, paths[0][0])
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
