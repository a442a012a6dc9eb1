"""What colours mean that stand for numbers: a bar of them with its values, on the screen and in a figure."""

import math
from collections.abc import Callable, Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.messages.numbers import tick
from playground.views.color_maps import SIZE, LookupTable, bar_image, diverging
from playground.views.kit.appearance import pixels
from playground.views.kit.canvas import Canvas
from playground.views.plots.style import small_font
from playground.views.theme import Theme

BAR = 11
GAP = 8
TICK = 3
USUAL = "−0.25"
"""A number of usual length."""
Colors = Callable[[Theme], LookupTable]
"""What a bar's colours are in a theme."""
Ticks = Sequence[tuple[float, str]]
"""Values beside a bar, each with its place between 0 and 1."""


def even_ticks(low: float, high: float, count: int) -> Ticks:
    """Return so many evenly spaced values."""
    step = (high - low) / (count - 1)
    return [(index / (count - 1), tick(low + index * step, step)) for index in range(count)]


def stepped(table: LookupTable, steps: int) -> LookupTable:
    """Return a table in so many bands of one colour; continuous for less than two."""
    rows = np.arange(SIZE)
    if steps > 1:
        rows = (rows * steps // SIZE) * (SIZE - 1) // (steps - 1)
    return table[rows]


def paint_bar(painter: QPainter, bar: QRectF, table: LookupTable, theme: Theme, *, upright: bool = False) -> None:
    """Draw colours in a thin frame, the last at the right or, upright, at the top."""
    painter.drawImage(bar, bar_image(table, upright=upright))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.border)))
    painter.drawRect(bar)


def paint_ticks(painter: QPainter, bar: QRectF, ticks: Ticks, theme: Theme) -> None:
    """Write values at the right of an upright bar."""
    half = QFontMetricsF(painter.font()).height() / 2
    painter.setPen(QColor(theme.muted))
    for share, label in ticks:
        y = bar.bottom() - share * bar.height()
        painter.drawLine(QPointF(bar.right(), y), QPointF(bar.right() + TICK, y))
        text = QRectF(bar.right() + GAP - 2, y - half, 0, 2 * half)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, label)


def paint_ends(painter: QPainter, bar: QRectF, ends: tuple[str, str], theme: Theme) -> None:
    """Write the two values at the ends of a lying bar beside it."""
    low, high = ends
    room = QFontMetricsF(painter.font()).horizontalAdvance(low)
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
    painter.setPen(QColor(theme.muted))
    painter.drawText(QRectF(bar.left() - GAP - room, bar.top(), room, bar.height()), flags, low)
    painter.drawText(QRectF(bar.right() + GAP, bar.top(), 0, bar.height()), flags, high)


class ColorBar(Canvas):
    """A bar of colours with its values; a small arrow marks the value under the mouse.

    It stands upright, high values at the top, or lies with them at the right.

    `beside`: whether a lying bar has its values at its ends, in one line, instead of below.
    """

    def __init__(self, parent: QWidget | None = None, *, lying: bool = False, beside: bool = False) -> None:
        super().__init__(parent)
        self._colors: Colors = diverging
        self._table: LookupTable | None = None
        self._steps = 0
        self._low, self._high = 0.0, 1.0
        self._ticks: Sequence[Ticks] = (even_ticks(0, 1, 5),)
        self._marked: float | None = None
        self._lying, self._beside = lying, beside
        if lying:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Colour scale"))
        self.setToolTip(self.tr("Which colour stands for which value."))

    def forget(self) -> None:
        self._table = None

    @property
    def lying(self) -> bool:
        return self._lying

    @property
    def labels(self) -> Ticks:
        """The values beside it where there is room enough."""
        return self._ticks[0]

    def lay(self, lying: bool) -> None:
        self._lying = lying
        self.update()

    def set_scale(self, colors: Colors, low: float, high: float, steps: int = 0, ticks: Sequence[Ticks] = ()) -> None:
        """Show colours between two values.

        Parameters
        ----------
        steps
            How many bands of one colour; 0 for a continuous change.
        ticks
            What stands beside it, the most first: the first that there is room for is shown. Without, five or three
            evenly spaced values.
        """
        self._colors, self._steps, self._table = colors, steps, None
        self._low, self._high = low, high
        self._ticks = ticks or (even_ticks(low, high, 5), even_ticks(low, high, 3))
        self.updateGeometry()
        self.update()

    def mark(self, value: float | None) -> None:
        place = None
        if value is not None and math.isfinite(value):
            share = min(max((value - self._low) / ((self._high - self._low) or 1.0), 0.0), 1.0)
            length = max(self.area.width() if self._lying else self.area.height(), 1)
            place = round(share * 2 * length) / (2 * length)
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
        return pixels(BAR + GAP + 4) + QFontMetrics(small_font(font)).horizontalAdvance(USUAL)

    @staticmethod
    def lying_height(font: QFont) -> int:
        """Return the height of a lying bar with its numbers, in the widget's pixels as the font is."""
        return pixels(BAR + GAP // 2) + QFontMetrics(small_font(font)).height()

    def preferred_size(self) -> QSizeF:
        """Return the size of the bar with its numbers, upright as wide as the longest one needs."""
        metrics = QFontMetrics(small_font(self.base_font))
        if self._beside:
            return QSizeF(180, metrics.height())
        if self._lying:
            return QSizeF(120, BAR + GAP // 2 + metrics.height())
        texts = (USUAL, *(text for _share, text in self.labels))
        return QSizeF(BAR + GAP + 4 + max(metrics.horizontalAdvance(text) for text in texts), 120)

    def as_text(self) -> str:
        return "\n".join(text for _share, text in self.labels)

    def bar(self) -> QRectF:
        half = self.half_line(self.base_font)
        if self._beside:
            room = QFontMetricsF(small_font(self.base_font)).horizontalAdvance("−0.0000") + GAP
            return QRectF(room, (self.area.height() - BAR) // 2 + 0.5, self.area.width() - 2 * room, BAR - 1)
        if self._lying:
            return QRectF(half, 0.5, self.area.width() - 2 * half - 1, BAR)
        return QRectF(0.5, half, BAR, self.area.height() - 2 * half - 1)

    def paint(self, painter: QPainter, _size: QSizeF, /) -> None:
        painter.setFont(small_font(self.base_font))
        bar, metrics = self.bar(), QFontMetricsF(painter.font())
        if self._table is None:
            self._table = stepped(self._colors(self.theme), self._steps)
        paint_bar(painter, bar, self._table, self.theme, upright=not self._lying)
        if self._beside:
            paint_ends(painter, bar, (self.labels[0][1], self.labels[-1][1]), self.theme)
        else:
            self._paint_ticks(painter, bar, metrics)
        if self._marked is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self.theme.surface), 1))
            painter.setBrush(QColor(self.theme.text))
            painter.drawPolygon(self._arrow(self._marked))

    def _paint_ticks(self, painter: QPainter, bar: QRectF, metrics: QFontMetricsF) -> None:
        ticks = next((ticks for ticks in self._ticks if self._fit(ticks, metrics)), self._ticks[-1])
        if self._lying:
            self._paint_below(painter, bar, ticks, metrics)
        else:
            paint_ticks(painter, bar, ticks, self.theme)

    def _fit(self, ticks: Ticks, metrics: QFontMetricsF) -> bool:
        if not self._lying:
            return len(ticks) * 2 * metrics.height() < self.bar().height()
        widest = max(metrics.horizontalAdvance(text) for _share, text in ticks)
        return len(ticks) * 1.5 * widest < self.bar().width()

    def _paint_below(self, painter: QPainter, bar: QRectF, ticks: Ticks, metrics: QFontMetricsF) -> None:
        painter.setPen(QColor(self.theme.muted))
        for share, label in ticks:
            x = bar.left() + share * bar.width()
            painter.drawLine(QPointF(x, bar.bottom()), QPointF(x, bar.bottom() + TICK))
            width = metrics.horizontalAdvance(label)
            left = min(max(x - width / 2, 0.0), self.area.width() - width)
            painter.drawText(QPointF(left, bar.bottom() + GAP // 2 + metrics.ascent()), label)

    def _arrow(self, share: float) -> QPolygonF:
        bar = self.bar()
        if self._lying:
            x, bottom = bar.left() + share * bar.width(), bar.bottom() + 1
            return QPolygonF((QPointF(x, bottom - 6), QPointF(x - 5, bottom + 2), QPointF(x + 5, bottom + 2)))
        y, right = bar.bottom() - share * bar.height(), bar.right() + 1
        return QPolygonF((QPointF(right - 6, y), QPointF(right + 2, y - 5), QPointF(right + 2, y + 5)))
