"""What the colours mean: a scale of values beside the map, the classes above it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QImage,
    QPainter,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QWidget

from playground.messages.numbers import tick
from playground.views.color_maps import SIZE, LookupTable, bar_image
from playground.views.kit.appearance import pixels
from playground.views.kit.canvas import Canvas, Item
from playground.views.output.markers import paint_marker
from playground.views.plots.style import small_font

LEFT = 5
"""Where the middle of the first marker is."""
TO_NAME = 9
"""From the middle of a marker to its name."""
GAPS = (16, 13, 11)
"""Between a name and the middle of the next marker, the widest first."""
ROWS = 2
HALF_MARKER = 4
"""Room that a marker takes on both sides."""


@dataclass(frozen=True)
class Entry:
    """A class in its place: the middle of its marker, its row, and as much of its name as is shown."""

    index: int
    x: int
    row: int
    name: str


@dataclass(frozen=True)
class Lines:
    """Entries, and how many classes found no room, with the place where that is said."""

    entries: tuple[Entry, ...]
    rows: int
    left_out: int = 0
    x: int = 0


def arrange(names: Sequence[str], width: int, metrics: QFontMetrics) -> Lines:
    """Put the names of classes in one line, closer together if need be; else in two; else the rest is counted."""
    shown = [metrics.elidedText(name, Qt.TextElideMode.ElideRight, max(40, width // 3)) for name in names]
    lengths = [metrics.horizontalAdvance(name) for name in shown]
    half = (len(names) + 1) // 2
    for rows in ([lengths], [lengths[:half], lengths[half:]]):
        for gap in GAPS:
            if all(LEFT + sum(row) + TO_NAME * len(row) + gap * (len(row) - 1) <= width for row in rows):
                starts = [_places(row, gap) for row in rows]
                order = [(x, number) for number, places in enumerate(starts) for x in places]
                entries = (Entry(index, x, row, shown[index]) for index, (x, row) in enumerate(order))
                return Lines(tuple(entries), len(rows))
    return _as_many_as_fit(shown, lengths, width, metrics)


def _places(lengths: Sequence[int], gap: int) -> list[int]:
    places, x = [], LEFT
    for length in lengths:
        places.append(x)
        x += TO_NAME + length + gap
    return places


def _as_many_as_fit(shown: Sequence[str], lengths: Sequence[int], width: int, metrics: QFontMetrics) -> Lines:
    entries: list[Entry] = []
    x, row = LEFT, 0
    for index, (name, length) in enumerate(zip(shown, lengths, strict=True)):
        left = len(shown) - index
        last = row == ROWS - 1
        rest = metrics.horizontalAdvance(f"+{left - 1}") + GAPS[-1] if last and left > 1 else 0
        if x + TO_NAME + length + rest > width:
            if last:
                return Lines(tuple(entries), ROWS, left, x - HALF_MARKER)
            x, row = LEFT, row + 1
        entries.append(Entry(index, x, row, name))
        x += TO_NAME + length + GAPS[1]
    return Lines(tuple(entries), ROWS)


BAR = 11
GAP = 8
MARKER = 3.8
"""Radius of a marker in pixels."""


class ScaleLegend(Canvas):
    """A bar of the colours with its values; a small arrow marks the value under the mouse.

    It stands upright, high values at the top, or lies with them at the right.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table: LookupTable = np.zeros((SIZE, 4), np.uint8)
        self._low, self._high = 0.0, 1.0
        self._marked: float | None = None
        self._lying = False
        self.setAccessibleName(self.tr("Color scale"))
        self.setToolTip(self.tr("Which color stands for which value."))

    @property
    def lying(self) -> bool:
        """Whether the bar lies."""
        return self._lying

    def lay(self, lying: bool) -> None:
        """Lay the bar down, or stand it up."""
        self._lying = lying
        self.update()

    def set_scale(self, table: LookupTable, low: float, high: float, steps: int) -> None:
        """Show a table of 256 colours between two values, in so many steps (0: continuous)."""
        rows = np.arange(SIZE)
        if steps > 1:
            rows = (rows * steps // SIZE) * (SIZE - 1) // (steps - 1)
        self._table = table[rows]
        self._low, self._high = low, high
        self.updateGeometry()
        self.update()

    def mark(self, value: float | None) -> None:
        place = None
        if value is not None and math.isfinite(value):
            share = min(max((value - self._low) / ((self._high - self._low) or 1.0), 0.0), 1.0)
            pixels = max(self.area.width() if self._lying else self.area.height(), 1)
            place = round(share * 2 * pixels) / (2 * pixels)
        if place != self._marked:
            self._marked = place
            self.update()

    @staticmethod
    def half_line(font: QFont) -> int:
        """Return how far the bar's ends stay away from the widget's, so that the numbers there fit."""
        return QFontMetrics(small_font(font)).height() // 2

    @staticmethod
    def usual_width(font: QFont) -> int:
        """Return the width of an upright bar with numbers of usual length, in the widget's pixels as the font is."""
        return pixels(BAR + GAP + 4) + QFontMetrics(small_font(font)).horizontalAdvance("−0.25")

    @staticmethod
    def lying_height(font: QFont) -> int:
        """Return the height of a lying bar with its numbers, in the widget's pixels as the font is."""
        return pixels(BAR + GAP // 2) + QFontMetrics(small_font(font)).height()

    def preferred_size(self) -> QSizeF:
        """Return the size of the bar with its numbers, upright as wide as the longest one needs."""
        metrics = QFontMetrics(small_font(self.base_font))
        if self._lying:
            return QSizeF(120, BAR + GAP // 2 + metrics.height())
        texts = ("−0.25", *(text for _share, text in self.labels(5)))
        return QSizeF(BAR + GAP + 4 + max(metrics.horizontalAdvance(text) for text in texts), 120)

    def as_text(self) -> str:
        return "\n".join(text for _share, text in self.labels(5))

    def labels(self, count: int) -> list[tuple[float, str]]:
        """Return so many numbers of the scale, each with its place between 0 and 1."""
        step = (self._high - self._low) / (count - 1)
        return [(index / (count - 1), tick(self._low + index * step, step)) for index in range(count)]

    def paint(self, painter: QPainter, _size: QSizeF, /) -> None:
        theme = self.theme
        painter.setFont(small_font(self.base_font))
        (self._paint_lying if self._lying else self._paint_upright)(painter, QFontMetrics(painter.font()))
        if self._marked is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.surface), 1))
            painter.setBrush(QColor(theme.text))
            painter.drawPolygon(self._arrow(self._marked))

    def bar(self) -> QRectF:
        half = self.half_line(self.base_font)
        if self._lying:
            return QRectF(half, 0.5, self.area.width() - 2 * half - 1, BAR)
        return QRectF(0.5, half, BAR, self.area.height() - 2 * half - 1)

    def _paint_upright(self, painter: QPainter, metrics: QFontMetrics) -> None:
        bar, half = self.bar(), self.half_line(self.base_font)
        self._paint_bar(painter, bar, bar_image(self._table, upright=True))
        for share, label in self.labels(5 if bar.height() > 5 * 2 * metrics.height() else 3):
            y = bar.bottom() - share * bar.height()
            painter.setPen(QColor(self.theme.muted))
            painter.drawLine(QPointF(bar.right(), y), QPointF(bar.right() + 3, y))
            text = QRectF(bar.right() + GAP - 2, y - half, self.area.width() - bar.right() - GAP + 2, 2 * half)
            painter.drawText(text, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, label)

    def _paint_lying(self, painter: QPainter, metrics: QFontMetrics) -> None:
        bar = self.bar()
        self._paint_bar(painter, bar, bar_image(self._table))
        room = 1.5 * max(metrics.horizontalAdvance(text) for _share, text in self.labels(5))
        painter.setPen(QColor(self.theme.muted))
        for share, label in self.labels(5 if bar.width() > 5 * room else 3):
            x = bar.left() + share * bar.width()
            painter.drawLine(QPointF(x, bar.bottom()), QPointF(x, bar.bottom() + 3))
            width = metrics.horizontalAdvance(label)
            left = min(max(x - width / 2, 0.0), self.area.width() - width)
            painter.drawText(QPointF(left, bar.bottom() + GAP // 2 + metrics.ascent()), label)

    def _paint_bar(self, painter: QPainter, bar: QRectF, image: QImage) -> None:
        painter.drawImage(bar, image)
        painter.setPen(QPen(QColor(self.theme.border)))
        painter.drawRect(bar)

    def _arrow(self, share: float) -> QPolygonF:
        bar = self.bar()
        if self._lying:
            x, bottom = bar.left() + share * bar.width(), bar.bottom() + 1
            return QPolygonF((QPointF(x, bottom - 6), QPointF(x - 5, bottom + 2), QPointF(x + 5, bottom + 2)))
        y, right = bar.bottom() - share * bar.height(), bar.right() + 1
        return QPolygonF((QPointF(right - 6, y), QPointF(right + 2, y - 5), QPointF(right + 2, y + 5)))


class ClassLegend(Canvas):
    """The marker and the name of each class, as many as there is room for in two lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._classes: tuple[str, ...] = ()
        self._lines = Lines((), 1)
        self.setAccessibleName(self.tr("Classes"))
        self._arrange()

    @property
    def lines(self) -> Lines:
        return self._lines

    def forget(self) -> None:
        self._lines = arrange(self._classes, int(self.area.width()), QFontMetrics(small_font(self.base_font)))
        self.setFixedHeight(self.sizeHint().height())

    def items(self) -> list[Item]:
        height = self._line_height
        return [
            Item(entry.index, QRectF(entry.x, entry.row * height, 80, height), entry.name, tip=self.toolTip())
            for entry in self._lines.entries
        ]

    def set_classes(self, classes: tuple[str, ...]) -> None:
        """Name the classes, in the order of their colours and shapes."""
        if classes != self._classes:
            self._classes = classes
            self.setToolTip("\n".join(classes))
            self.setAccessibleDescription(", ".join(classes))
            self._arrange()

    def preferred_size(self) -> QSizeF:
        return QSizeF(80, self._lines.rows * self._line_height)

    def least_size(self) -> QSizeF:
        return self.preferred_size()

    @property
    def _line_height(self) -> int:
        return max(QFontMetrics(small_font(self.base_font)).height(), 14)

    def _arrange(self) -> None:
        self.forget()
        self.updateGeometry()
        self.update()

    def paint(self, painter: QPainter, _size: QSizeF, /) -> None:
        """Draw what fits; the number of classes that do not comes last."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = small_font(self.base_font)
        painter.setFont(font)
        height, baseline = self._line_height, QFontMetrics(font).ascent() / 2 - 1
        for entry in self._lines.entries:
            middle = (entry.row + 0.5) * height
            color = QColor(self.theme.classes[entry.index % len(self.theme.classes)])
            place = QPointF(entry.x, middle)
            paint_marker(painter, place, entry.index, color, self.theme, hollow=False, radius=MARKER)
            painter.setPen(QColor(self.theme.text))
            painter.drawText(QPointF(entry.x + TO_NAME, middle + baseline), entry.name)
        if self._lines.left_out:
            painter.setPen(QColor(self.theme.muted))
            middle = (self._lines.rows - 0.5) * height
            painter.drawText(QPointF(self._lines.x, middle + baseline), f"+{self._lines.left_out}")
