"""What signs mean: each with its name, in as many lines as there is room for, on the screen and in a figure."""

import math
from collections.abc import Callable, Sequence
from functools import partial

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from playground.views.kit.canvas import Canvas, Item
from playground.views.kit.markers import class_color, paint_marker
from playground.views.plots.style import small_font
from playground.views.theme import Theme

TO_NAME = 5.0
"""Between a sign and its name."""
GAPS = (16.0, 12.0, 9.0, 7.0)
"""Between a name and the next sign, the widest first."""
ROWS = 2
MARKER = 3.8
"""Radius of a marker in pixels."""
SAMPLE = 20.0
"""Length of a line."""


class Entry(Struct, frozen=True):
    """One sign and its meaning.

    `paint`: draws the sign, given the middle of its left edge.
    """

    text: str
    width: float
    paint: Callable[[QPainter, QPointF, Theme], None]


def marker_entry(text: str, shape: int, color: Callable[[Theme], str], *, hollow: bool = False) -> Entry:
    def draw(painter: QPainter, place: QPointF, theme: Theme) -> None:
        middle = place + QPointF(MARKER, 0)
        paint_marker(painter, middle, shape, QColor(color(theme)), theme, hollow=hollow, radius=MARKER)

    return Entry(text, 2 * MARKER, draw)


def class_entries(names: Sequence[str]) -> list[Entry]:
    """Return an entry for each class, in the order of their colours and shapes."""
    return [marker_entry(name, index, partial(class_color, index)) for index, name in enumerate(names)]


def line_entry(text: str, pen: Callable[[Theme], QPen], length: float = SAMPLE) -> Entry:
    def draw(painter: QPainter, place: QPointF, theme: Theme) -> None:
        drawn = QPen(pen(theme))
        drawn.setCosmetic(False)  # in a larger picture it is wider
        painter.setPen(drawn)
        painter.drawLine(place, place + QPointF(length, 0))

    return Entry(text, length, draw)


class Placed(Struct, frozen=True):
    """An entry in its place: its number, left edge and width, its row, and as much of its text as is shown."""

    index: int
    x: float
    width: float
    row: int
    text: str


class Lines(Struct, frozen=True):
    """Entries, and how many found no room, with the place where that is said."""

    placed: tuple[Placed, ...]
    rows: int
    left_out: int = 0
    x: float = 0.0


def width_of(entries: Sequence[Entry], metrics: QFontMetricsF) -> float:
    """Return the room that all entries need in one line."""
    return sum(_width(entry, entry.text, metrics) for entry in entries) + GAPS[0] * max(len(entries) - 1, 0)


def arrange(entries: Sequence[Entry], width: float, metrics: QFontMetricsF, rows: int = ROWS) -> Lines:
    """Put entries in one line, closer together if need be; else in several; else the rest is counted."""
    longest = max(40.0, width / 3)
    full = [entry.text for entry in entries]
    short = [metrics.elidedText(text, Qt.TextElideMode.ElideRight, longest) for text in full]
    for texts in (full, short):
        widths = [_width(entry, text, metrics) for entry, text in zip(entries, texts, strict=True)]
        for count in range(1, rows + 1):
            per_row = max(-(-len(entries) // count), 1)
            for gap in GAPS:
                placed = _placed(texts, widths, per_row, gap)
                if all(at.x + at.width <= width for at in placed):
                    return Lines(placed, placed[-1].row + 1 if placed else 1)
    return _as_many_as_fit(short, widths, width, metrics, rows)


def _placed(texts: Sequence[str], widths: Sequence[float], per_row: int, gap: float) -> tuple[Placed, ...]:
    places = []
    for index, text in enumerate(texts):
        row, column = divmod(index, per_row)
        x = sum(widths[index - column : index]) + gap * column
        places.append(Placed(index, x, widths[index], row, text))
    return tuple(places)


def _width(entry: Entry, text: str, metrics: QFontMetricsF) -> float:
    return entry.width + TO_NAME + metrics.horizontalAdvance(text)


def _as_many_as_fit(
    shown: Sequence[str], widths: Sequence[float], width: float, metrics: QFontMetricsF, rows: int
) -> Lines:
    placed: list[Placed] = []
    x, row, gap = 0.0, 0, GAPS[-1]
    for index, (text, wide) in enumerate(zip(shown, widths, strict=True)):
        left = len(shown) - index
        last = row == rows - 1
        rest = metrics.horizontalAdvance(f"+{left - 1}") + gap if last and left > 1 else 0.0
        if x + wide + rest > width:
            if last:
                return Lines(tuple(placed), rows, left, x)
            x, row = 0.0, row + 1
        placed.append(Placed(index, x, wide, row, text))
        x += wide + gap
    return Lines(tuple(placed), rows)


def paint_key(
    painter: QPainter, area: QRectF, entries: Sequence[Entry], lines: Lines, theme: Theme, color: str = ""
) -> None:
    """Draw arranged entries into an area of as many lines, in the painter's font; what is left out is counted."""
    height = area.height() / lines.rows
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip | Qt.TextFlag.TextSingleLine
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for placed in lines.placed:
        entry, box = entries[placed.index], QRectF(area.left() + placed.x, area.top() + placed.row * height, 0, height)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        entry.paint(painter, QPointF(box.left(), box.center().y()), theme)
        painter.setPen(QColor(color or theme.text))
        painter.drawText(box.translated(entry.width + TO_NAME, 0), flags, placed.text)
    if lines.left_out:
        painter.setPen(QColor(theme.muted))
        box = QRectF(area.left() + lines.x, area.bottom() - height, 0, height)
        painter.drawText(box, flags, f"+{lines.left_out}")


class Key(Canvas):
    """Signs with their names, as many as there is room for in two lines; all of them are in the tooltip.

    `name`: what the signs are, for a screen reader.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: Sequence[Entry] = ()
        self._lines = Lines((), 1)
        self.setAccessibleName(name)
        self._arrange()

    @property
    def lines(self) -> Lines:
        return self._lines

    def show_entries(self, entries: Sequence[Entry]) -> None:
        self._entries = entries
        texts = [entry.text for entry in entries]
        self.setToolTip("\n".join(texts))
        self.setAccessibleDescription(", ".join(texts))
        self._arrange()

    def forget(self) -> None:
        self._lines = arrange(self._entries, self.area.width(), QFontMetricsF(small_font(self.base_font)))
        self.setFixedHeight(self.sizeHint().height())

    @property
    def natural_width(self) -> int:
        """What all signs take in one line, in pixels at 100 %."""
        lines = arrange(self._entries, math.inf, QFontMetricsF(small_font(self.base_font)))
        return math.ceil(max((at.x + at.width for at in lines.placed), default=0.0))

    def items(self) -> list[Item]:
        height = self._line_height
        return [
            Item(at.index, QRectF(at.x, at.row * height, at.width, height), at.text, tip=self.toolTip())
            for at in self._lines.placed
        ]

    def preferred_size(self) -> QSizeF:
        return QSizeF(80, self._lines.rows * self._line_height)

    def least_size(self) -> QSizeF:
        return self.preferred_size()

    def paint(self, painter: QPainter, size: QSizeF, /) -> None:
        painter.setFont(small_font(self.base_font))
        area = QRectF(0, 0, size.width(), self._lines.rows * self._line_height)
        paint_key(painter, area, self._entries, self._lines, self.theme)

    @property
    def _line_height(self) -> float:
        return max(QFontMetricsF(small_font(self.base_font)).height(), 14.0)

    def _arrange(self) -> None:
        self.forget()
        self.updateGeometry()
        self.update()
