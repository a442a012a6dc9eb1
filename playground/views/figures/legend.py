"""The line of a legend: signs and what they mean, as many as there is room for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from playground.views.figures.sheet import GAP, LEFT, Sheet

BETWEEN = 16.0


@dataclass(frozen=True)
class Entry:
    """One sign and its meaning.

    Attributes
    ----------
    text
        What it means.
    width
        Of the sign.
    paint
        Draws the sign, given the middle of its left edge.
    """

    text: str
    width: float
    paint: Callable[[QPointF], None]


def legend_width(sheet: Sheet, entries: Sequence[Entry]) -> float:
    """Return the room that all entries need in one line."""
    return sum(_width(sheet, entry) for entry in entries) + BETWEEN * max(len(entries) - 1, 0)


def paint_legend(sheet: Sheet, area: QRectF, entries: Sequence[Entry]) -> None:
    """Draw the entries in one line; where some have no room, their number comes last."""
    left, middle = area.left(), area.center().y()
    for index, entry in enumerate(entries):
        rest = len(entries) - index
        spare = BETWEEN + sheet.width(f"+{rest - 1}") if rest > 1 else 0.0
        if index and left + _width(sheet, entry) + spare > area.right() + 0.5:
            box = QRectF(left, area.top(), area.right() - left, area.height())
            sheet.text(box, f"+{rest}", LEFT, sheet.theme.muted)
            break
        text_left = left + entry.width + GAP
        sheet.text(QRectF(text_left, area.top(), area.right() - text_left, area.height()), entry.text)
        entry.paint(QPointF(left, middle))
        left += _width(sheet, entry) + BETWEEN


def _width(sheet: Sheet, entry: Entry) -> float:
    return entry.width + GAP + sheet.width(entry.text)
