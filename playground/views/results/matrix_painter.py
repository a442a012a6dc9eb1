"""How a confusion matrix is drawn: shades, counts, names and frames."""

import math

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetrics, QPainter, QPen

from playground.views import numbers
from playground.views.color_maps import SIZE, towards
from playground.views.plots.style import small_font
from playground.views.results.grid import Grid
from playground.views.theme import LIGHT, Theme

FIRST_SHADE = 0.16
"""A cell with a single example is this far from neutral: something never looks like nothing."""
SMALLEST_GAP = 12
"""Cells at least so many pixels large stand apart."""
LEAST_TEXT = 7
"""Pixels of the smallest text; below, the shades speak alone."""
BRIGHT = 0.56
"""From this brightness on text is dark."""
INK, PAPER = "#101418", "#ffffff"
DIGIT = 0.64
"""Width of a digit, as a share of the text's size."""
BAR = 4
"""Pixels of the bar under a share."""
CENTER = int(Qt.AlignmentFlag.AlignCenter)


class MatrixPainter:
    """Draws the parts of a matrix; `begin` before each picture.

    Attributes
    ----------
    font
        Of the counts.
    """

    def __init__(self) -> None:
        self.font = QFont()
        self._usual = QFont()
        self._metrics = QFontMetrics(self.font)
        self._legible = True
        self._widths: dict[str, int] = {}
        self.set_theme(LIGHT)

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme."""
        self._theme = theme
        self._right, self._wrong = _shades(theme, theme.positive), _shades(theme, theme.negative)
        self._bar = QColor(theme.positive)
        self._frame_pen, self._zero_pen = QPen(QColor(theme.positive), 1), QPen(QColor(theme.muted), 1)

    def begin(self, grid: Grid, font: QFont, largest: int) -> None:
        """Choose the text's size for a grid and the largest of its counts."""
        self._grid, self._usual = grid, font
        legible, fitting = self._fitting(grid.height - 1, (grid.width - 2) / (DIGIT * len(str(largest))))
        if fitting != self.font or legible != self._legible:
            self.font, self._legible = fitting, legible
            self._metrics, self._widths = QFontMetrics(fitting), {}

    def paint_cell(self, painter: QPainter, area: QRect, count: int, share: float, *, right: bool) -> None:
        """Draw one cell."""
        inner = area.adjusted(1, 1, -1, -1) if min(area.width(), area.height()) > SMALLEST_GAP else area
        depth = 0.0 if not count else FIRST_SHADE + (1 - FIRST_SHADE) * share
        color, ink = (self._right if right else self._wrong)[round(depth * (SIZE - 1))]
        painter.fillRect(inner, color)
        if right:
            painter.setPen(self._frame_pen)
            painter.drawRect(inner.adjusted(0, 0, -1, -1))
        if not count:
            painter.setPen(self._zero_pen)
            painter.drawPoint(inner.center())
        elif self._legible:
            painter.setPen(ink)
            middle, line = area.top() + area.height() // 2, self._metrics.height()
            percent = self._grid.shows_percent
            self._centered(painter, area, middle - line // 2 - 1 if percent else middle, str(count))
            if percent:
                self._centered(painter, area, middle + line // 2 + 1, _percent(share))

    def paint_share(self, painter: QPainter, area: QRect, share: float) -> None:
        """Draw recall or precision: a bar that is as long as the share, with the number on it."""
        inner = area.adjusted(1, 1, -1, -1) if min(area.width(), area.height()) > SMALLEST_GAP else area
        height = min(inner.height(), BAR)
        bar = QRect(inner.left(), inner.bottom() + 1 - height, inner.width(), height)
        painter.fillRect(bar, QColor(self._theme.neutral))
        painter.fillRect(bar.adjusted(0, 0, round(bar.width() * (numbers.share_of(share, 1.0) - 1)), 0), self._bar)
        painter.setPen(QColor(self._theme.text))
        text = numbers.MISSING if math.isnan(share) else _percent(share)
        if self._legible and self._metrics.horizontalAdvance(text) <= area.width():
            self._centered(painter, area, area.center().y(), text)

    def paint_names(
        self, painter: QPainter, names: tuple[str, ...], true: str, predicted: str, edges: tuple[str, str]
    ) -> None:
        """Draw the classes' names, and what rows and columns are."""
        grid = self._grid
        painter.setFont(small_font(self._usual))
        painter.setPen(QColor(self._theme.muted))
        cells = grid.all_cells()
        painter.drawText(QRect(cells.left(), 0, max(cells.width(), 90), grid.line), CENTER, predicted)
        _paint_upright(painter, QRect(0, cells.top(), grid.line, max(cells.height(), 40)), CENTER, true)
        painter.setPen(QColor(self._theme.text))
        painter.setFont(self._fitting(min(grid.width, grid.height) if grid.upright else grid.height)[1])
        metrics, elide = QFontMetrics(painter.font()), Qt.TextElideMode.ElideMiddle
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for index, (row, column) in enumerate(zip((*names, edges[1]), (*names, edges[0]), strict=True)):
            if index == len(names):
                painter.setPen(QColor(self._theme.muted))
            place = grid.row_name(index)
            painter.drawText(place, right, metrics.elidedText(row, elide, place.width()))
            place, name = grid.column_name(index), column
            if grid.upright:
                text = metrics.elidedText(name, elide, place.height())
                _paint_upright(painter, place, int(Qt.AlignmentFlag.AlignVCenter), text)
            else:
                painter.drawText(place, CENTER, metrics.elidedText(name, elide, place.width()))

    def frame(self, painter: QPainter, area: QRect, color: str) -> None:
        """Draw a frame into a cell."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(color), 2))
        painter.drawRoundedRect(QRectF(area).adjusted(1, 1, -1, -1), 2, 2)

    def _centered(self, painter: QPainter, area: QRect, middle: int, text: str) -> None:
        # Given a rectangle, Qt lays text out as a paragraph, at several times the cost.
        width = self._widths.get(text)
        if width is None:
            width = self._widths[text] = self._metrics.horizontalAdvance(text)
        left = area.left() + (area.width() - width) // 2
        painter.drawText(QPoint(left, middle + (self._metrics.ascent() - self._metrics.descent()) // 2), text)

    def _fitting(self, *pixels: float) -> tuple[bool, QFont]:
        """Return whether text of at most so many pixels can be read, and the font for it."""
        font = numbers.tabular(small_font(self._usual))
        size = min(QFontInfo(font).pixelSize(), *(int(limit) for limit in pixels))
        font.setPixelSize(max(size, LEAST_TEXT))
        return size >= LEAST_TEXT, font


def _paint_upright(painter: QPainter, area: QRect, flags: int, text: str) -> None:
    """Draw text that runs from the bottom to the top of an area."""
    painter.save()
    painter.translate(QPointF(area.left(), area.bottom()))
    painter.rotate(-90)
    painter.drawText(QRectF(0, 0, area.height(), area.width()), flags, text)
    painter.restore()


def _shades(theme: Theme, color: str) -> list[tuple[QColor, QColor]]:
    """Return colours from neutral to one, each with the colour of text that can be read on it."""
    shades = []
    for red, green, blue, _alpha in towards(theme, color).tolist():
        light = (0.299 * red + 0.587 * green + 0.114 * blue) / 255 > BRIGHT
        shades.append((QColor(red, green, blue), QColor(INK if light else PAPER)))
    return shades


def _percent(share: float) -> str:
    return f"{100 * share:.0f}%" if share in (0.0, 1.0) or 0.1 <= share <= 0.9 else f"{100 * share:.1f}%"
