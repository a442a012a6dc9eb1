"""What is drawn over the colours: grid, signs, numbers; prepared once for a layout, so that a frame is a few calls."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen

from playground.views import numbers
from playground.views.heatmaps.layout import Box, Pane
from playground.views.heatmaps.mosaic import Mosaic, light_ink
from playground.views.theme import Theme

SIGN_FROM = 16
"""Pixels of a cell's shorter side from which a sign is drawn in it."""
NUMBER_FROM = 40
"""Pixels of a cell's width from which its number is drawn in it."""
_GRID_FROM = 6
_NUMBER_SCALE = 0.85


def rectangle(box: Box) -> QRectF:
    """Return the box as Qt has it."""
    return QRectF(box.left, box.top, box.width, box.height)


class CellPainter:
    """Draws the cells of all panes from a filled mosaic.

    Parameters
    ----------
    panes
        Where the cells lie.
    starts
        Each pane's first column in the mosaic.
    theme, font
        Colours, and the typeface of the numbers.
    """

    def __init__(self, panes: Sequence[Pane], starts: NDArray[np.int_], theme: Theme, font: QFont) -> None:
        self._font = numbers.tabular(font, _NUMBER_SCALE)
        metrics = QFontMetricsF(self._font)
        self._advance = {character: metrics.horizontalAdvance(character) for character in "0123456789.−e-–∞?"}
        self._ascent = (metrics.ascent() - metrics.descent()) / 2
        inks = [QColor(color) for color in (theme.text, theme.surface)]
        inks.sort(key=lambda color: color.lightness())
        self._inks = inks
        self._is_light = light_ink(theme)
        self._surface = QPen(QColor(theme.surface), 1)
        self._hatch = QBrush(QColor(theme.hatch), Qt.BrushStyle.BDiagPattern)
        self._border = QPen(QColor(theme.border), 1)
        self._images = [
            (rectangle(box), QRectF(left, 0, count, pane.drawn_rows))
            for pane, start in zip(panes, starts.tolist(), strict=True)
            for box, left, count in (
                (pane.weights_box, start, pane.drawn_columns - 1),
                (pane.bias_box, start + pane.drawn_columns - 1, 1),
            )
        ]
        self._grid = [line for pane in panes for line in _grid_lines(pane)]
        self._prepare_signs(panes, starts.tolist(), metrics.height())

    def paint(self, painter: QPainter, mosaic: Mosaic) -> None:
        """Draw colours, grid, signs and numbers."""
        for target, source in self._images:
            painter.drawImage(target, mosaic.image, source)
        if self._grid:
            painter.setPen(self._surface)
            painter.drawLines(self._grid)
        if self._minus:
            self._paint_signs(painter, mosaic)
        if self._numbered:
            self._paint_numbers(painter, mosaic)

    def paint_hatch(self, painter: QPainter) -> None:
        """Draw every cell as not computed yet."""
        painter.setPen(self._border)
        painter.setBrush(self._hatch)
        painter.drawRects([target.adjusted(0, 0, -1, -1) for target, _ in self._images])
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _prepare_signs(self, panes: Sequence[Pane], starts: Sequence[int], number_height: float) -> None:
        self._numbered: list[tuple[int, int, QPointF, int]] = []
        self._minus: list[QLineF] = []
        self._stem: list[QLineF] = []
        rows, columns = [], []
        for pane, start in zip(panes, starts, strict=True):
            if pane.pooled or min(pane.cell_width, pane.cell_height) < SIGN_FROM:
                continue
            with_numbers = pane.cell_width >= NUMBER_FROM and pane.cell_height >= number_height
            arm = max(min(pane.cell_width, pane.cell_height) // 6, 3)
            for row in range(pane.rows):
                for column in range(pane.columns):
                    center = rectangle(pane.cell_box(row, column)).center()
                    if with_numbers:
                        width = int((pane.cell_width - 4) / self._advance["0"])
                        self._numbered.append((row, start + column, center, width))
                        continue
                    x, y = center.x(), center.y()
                    self._minus.append(QLineF(x - arm, y, x + arm, y))
                    self._stem.append(QLineF(x, y - arm, x, y + arm))
                    rows.append(row)
                    columns.append(start + column)
        self._sign_index = (np.array(rows, int), np.array(columns, int))

    def _paint_signs(self, painter: QPainter, mosaic: Mosaic) -> None:
        values = mosaic.values[self._sign_index]
        light = self._is_light[mosaic.levels[self._sign_index]]
        for ink, mine in zip(self._inks, (~light, light), strict=True):
            lines = [self._minus[cell] for cell in np.flatnonzero(mine & (values != 0)).tolist()]
            lines += [self._stem[cell] for cell in np.flatnonzero(mine & (values > 0)).tolist()]
            if lines:
                painter.setPen(QPen(ink, 1))
                painter.drawLines(lines)

    def _paint_numbers(self, painter: QPainter, mosaic: Mosaic) -> None:
        painter.setFont(self._font)
        values, light = mosaic.values.tolist(), self._is_light[mosaic.levels].tolist()
        advance, ascent = self._advance, self._ascent
        texts: tuple[list[tuple[QPointF, str]], list[tuple[QPointF, str]]] = ([], [])
        for row, column, center, width in self._numbered:
            text = numbers.compact(values[row][column], width, pad=False)
            half = sum([advance[character] for character in text]) / 2
            texts[light[row][column]].append((QPointF(center.x() - half, center.y() + ascent), text))
        for ink, lines in zip(self._inks, texts, strict=True):
            painter.setPen(ink)
            for place, text in lines:
                painter.drawText(place, text)


def _grid_lines(pane: Pane) -> list[QLineF]:
    """Return the lines between a pane's cells, if those are large enough to spare them."""
    weights, bias = pane.weights_box, pane.bias_box
    right, bottom = bias.left + bias.width, weights.top + weights.height
    lines = []
    if pane.cell_width >= _GRID_FROM:
        lines += [
            QLineF(x, pane.top, x, bottom - 1)
            for x in range(pane.left + pane.cell_width, int(weights.left + weights.width), pane.cell_width)
        ]
    if pane.cell_height >= _GRID_FROM:
        lines += [
            QLineF(pane.left, y, right - 1, y)
            for y in range(pane.top + pane.cell_height, int(bottom), pane.cell_height)
        ]
    return lines
