"""How one matrix is drawn: colours, and its numbers where they can be read; hatched while it is not computed."""

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QImage, QPainter, QPen

from playground.training.results import Array
from playground.views import color_maps, numbers
from playground.views.backprop.layout import Block
from playground.views.heatmaps.mosaic import light_ink, strongest
from playground.views.theme import Theme

NUMBER_SIZES = ((1.0, "−0.00000"), (0.82, "−.00"), (0.72, "−.00"))
"""Sizes of the numbers, relative to the font, with what must fit into a cell for each."""
FEWEST_CHARACTERS = 4
MANY_CHARACTERS = 6
"""In a cell with room for fewer the zero before the point is left out: ``.51``."""
PADDING, LEADING = 3, 2.5
GRID_FROM = 6
LARGEST_WHOLE = 100
NEARLY_ZERO = "≈0"
SIGN_FROM = 12


class MatrixPainter:
    """Draws matrices in a theme.

    Parameters
    ----------
    theme, font
        Colours, and the typeface of the numbers.
    """

    def __init__(self, theme: Theme, font: QFont) -> None:
        self._theme = theme
        self._fonts = [(numbers.tabular(font, scale), sample) for scale, sample in NUMBER_SIZES]
        self._table = color_maps.bgra(color_maps.diverging(theme))
        self._is_light = light_ink(theme)
        self._inks = sorted((QColor(color) for color in (theme.text, theme.surface)), key=QColor.lightness)
        self._grid = QPen(QColor(theme.surface), 1)
        self._frame = QPen(QColor(theme.border), 1)

    def shows_numbers(self, block: Block) -> bool:
        """Whether the numbers of a matrix can be read."""
        return self._number_font(block) is not None

    def _number_font(self, block: Block) -> QFont | None:
        """Return the largest font whose numbers fit into the cells."""
        if block.pooled:
            return None
        for font, sample in self._fonts:
            metrics = QFontMetricsF(font)
            wide = metrics.horizontalAdvance(sample) <= block.cell_width - PADDING
            if wide and metrics.capHeight() + 2 * LEADING <= block.cell_height:
                return font
        return None

    def paint(self, painter: QPainter, block: Block, values: Array | None) -> None:
        """Draw a matrix.

        Parameters
        ----------
        painter
            On the widget or a picture of it.
        block
            Where.
        values
            The array, not transposed; None if it is not computed yet.
        """
        if values is None:
            self.paint_hatch(painter, block.box)
            return
        shown = values.T if block.operand.transposed else values
        if block.pooled:
            shown = strongest(shown, block.row_step, block.column_step)
        levels = self._levels(shown)
        image = self._image(shown, levels)
        painter.drawImage(block.box, image, QRectF(0, 0, image.width(), image.height()))
        self._paint_grid(painter, block)
        font = self._number_font(block)
        light = self._is_light[levels]
        if font is not None:
            self._paint_numbers(painter, block, shown, light, font)
        elif min(block.cell_width, block.cell_height) >= SIGN_FROM:
            self._paint_signs(painter, block, shown, light)

    def paint_hatch(self, painter: QPainter, box: QRectF) -> None:
        """Draw a place whose numbers are not computed yet."""
        painter.setPen(self._frame)
        painter.setBrush(QBrush(QColor(self._theme.hatch), Qt.BrushStyle.BDiagPattern))
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def image(self, values: Array) -> QImage:
        """Return a picture of a matrix, one pixel a number."""
        return self._image(values, self._levels(values))

    def _levels(self, values: Array) -> NDArray[np.uint8]:
        magnitudes = np.abs(values[np.isfinite(values)])
        end = float(magnitudes.max()) if magnitudes.size else 0.0
        return color_maps.indices(values, -(end or 1.0), end or 1.0)

    def _image(self, values: Array, levels: NDArray[np.uint8]) -> QImage:
        pixels = self._table[levels]
        pixels[np.isnan(values)] = QColor(self._theme.hatch).rgb()
        pixels = np.ascontiguousarray(pixels)
        height, width = pixels.shape
        return QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()

    def _paint_grid(self, painter: QPainter, block: Block) -> None:
        box, lines = block.box, []
        if block.cell_width >= GRID_FROM:
            places = range(block.left, int(box.right()) + 1, block.cell_width)
            lines += [QLineF(x, box.top(), x, box.bottom()) for x in places]
        if block.cell_height >= GRID_FROM:
            places = range(block.top, int(box.bottom()) + 1, block.cell_height)
            lines += [QLineF(box.left(), y, box.right(), y) for y in places]
        if lines:
            painter.setPen(self._grid)
            painter.drawLines(lines)
        painter.setPen(self._frame)
        painter.drawRect(box.adjusted(-0.5, -0.5, 0.5, 0.5))

    def _paint_numbers(
        self, painter: QPainter, block: Block, values: Array, light: NDArray[np.bool_], font: QFont
    ) -> None:
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        rise = (metrics.ascent() - metrics.descent()) / 2
        digits = int((block.cell_width - PADDING) / metrics.horizontalAdvance("0"))
        characters = max(digits, FEWEST_CHARACTERS)
        for row in range(block.drawn_rows):
            y = block.top + (row + 0.5) * block.cell_height + rise
            for column in range(block.drawn_columns):
                text = cell_text(float(values[row, column]), characters)
                width = metrics.horizontalAdvance(text)
                if width > block.cell_width:  # it is written with an exponent
                    if abs(values[row, column]) >= 1:
                        continue
                    text = NEARLY_ZERO
                    width = metrics.horizontalAdvance(text)
                x = block.left + (column + 0.5) * block.cell_width - width / 2
                painter.setPen(self._inks[int(light[row, column])])
                painter.drawText(QPointF(x, y), text)

    def _paint_signs(self, painter: QPainter, block: Block, values: Array, light: NDArray[np.bool_]) -> None:
        arm = max(min(block.cell_width, block.cell_height) // 6, 2)
        for row, column in np.argwhere(values != 0).tolist():
            x = block.left + (column + 0.5) * block.cell_width
            y = block.top + (row + 0.5) * block.cell_height
            painter.setPen(QPen(self._inks[int(light[row, column])], 1))
            painter.drawLine(QLineF(x - arm, y, x + arm, y))
            if values[row, column] > 0:
                painter.drawLine(QLineF(x, y - arm, x, y + arm))


def cell_text(value: float, characters: int) -> str:
    """Return a number for a cell of so many characters; in a narrow one without the zero before its point."""
    if not math.isfinite(value):
        return numbers.compact(value, characters, pad=False)
    if value == round(value) and abs(value) < LARGEST_WHOLE:
        return f"{value:.0f}".replace("-", numbers.MINUS) if value else "0"
    if characters >= MANY_CHARACTERS:
        return numbers.compact(value, min(characters, 8), pad=False)
    text = numbers.compact(value, characters + 1, pad=False)
    for zero, short in (("0.", "."), (f"{numbers.MINUS}0.", f"{numbers.MINUS}.")):
        if text.startswith(zero):
            return short + text.removeprefix(zero)
    return numbers.compact(value, characters, pad=False)
