"""Where each of many networks stands on the wall: in the grid of what varies, or one after another."""

import math
from collections.abc import Callable, Sequence

from msgspec import Struct
from PySide6.QtCore import QRectF

GAP = 6.0
CAPTION = 17.0
"""The line below a picture."""
SMALLEST_WITH_CAPTION = 30.0
TITLE, LABEL = 18.0, 18.0
"""Of the names of what varies, and of the values above the columns."""
LARGEST = 220.0


class Arrangement(Struct, frozen=True):
    """Pictures in rows and columns.

    Attributes
    ----------
    split
        How many of what varies tell rows apart; the others tell columns apart.
    turned
        Whether what comes last tells rows apart instead.
    order
        The numbers of the networks, row by row.
    left, top, side
        Of the first picture, and how wide and high each is; pixels at 100 %.
    caption
        Whether there is a line below each.
    """

    rows: int
    columns: int
    split: int
    turned: bool
    order: tuple[int, ...]
    left: float
    top: float
    side: float
    caption: bool

    @property
    def pitch(self) -> tuple[float, float]:
        """From one picture to the next, across and down."""
        return self.side + GAP, self.side + GAP + (CAPTION if self.caption else 0.0)

    def box(self, place: int) -> QRectF:
        """Return where the picture at a place of `order` is."""
        row, column = divmod(place, self.columns)
        across, down = self.pitch
        return QRectF(self.left + column * across, self.top + row * down, self.side, self.side)


def in_grid(counts: Sequence[int], room: QRectF, row_label: Callable[[int, int], float]) -> Arrangement:
    """Return the grid with the largest pictures.

    Parameters
    ----------
    counts
        How many values each of what varies has; the last varies fastest.
    row_label
        Returns the room that values beside a row take, given the first of what tells rows apart and the one after.
    """
    found = []
    for split in range(len(counts)):
        before, after = math.prod(counts[:split]), math.prod(counts[split:])
        for rows, columns, turned in ((before, after, False), (after, before, True)):
            left = row_label(split, len(counts)) if turned else row_label(0, split) if split else 0.0
            order = tuple(
                column * after + row if turned else row * after + column
                for row in range(rows)
                for column in range(columns)
            )
            inner = room.adjusted(left, TITLE + LABEL, 0, 0)
            found.append(_fitted(rows, columns, split, turned, order, inner))
    return max(found, key=lambda each: each.side)


def in_order(order: Sequence[int], room: QRectF) -> Arrangement:
    """Return networks one after another, row by row, as large as there is room."""
    inner = room.adjusted(0, TITLE, 0, 0)
    found = [
        _fitted(math.ceil(len(order) / columns), columns, 0, False, tuple(order), inner)
        for columns in range(1, len(order) + 1)
    ]
    return max(found, key=lambda each: each.side)


def _fitted(rows: int, columns: int, split: int, turned: bool, order: tuple[int, ...], room: QRectF) -> Arrangement:
    across, down = room.width() / columns - GAP, room.height() / rows - GAP
    side = min(across, down - CAPTION, LARGEST)
    caption = side >= SMALLEST_WITH_CAPTION
    if not caption:
        side = min(across, down, LARGEST)
    side = max(side, 4.0)
    left = room.left() + max(0.0, room.width() - columns * (side + GAP)) / 2
    return Arrangement(rows, columns, split, turned, order, left, room.top(), side, caption)
