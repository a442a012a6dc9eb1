"""The picture of a phase's equations: captions, matrices, signs; and the outlines drawn over it."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from playground.messages import numbers
from playground.training.walkthrough.cells import Cell, Quantity
from playground.views.backprop.directions import DIRECTIONS
from playground.views.backprop.equations import Sign, equations
from playground.views.backprop.layout import Block, Placed, arrange
from playground.views.backprop.painting import MatrixPainter
from playground.views.backprop.position import Position
from playground.views.backprop.symbols import shape_text, symbol
from playground.views.kit.appearance import tabular
from playground.views.plots.style import small_font
from playground.views.theme import Theme

MARGIN = 8
MOST_OUTLINES = 2000


class Scenery:
    """One phase laid out in an area.

    Parameters
    ----------
    position
        The phase.
    theme, font
        How it looks.
    area
        Of the whole widget.
    """

    def __init__(self, position: Position, theme: Theme, font: QFont, area: QRectF) -> None:
        self._position, self._theme, self._area = position, theme, area
        self._font, self._small = QFont(font), small_font(font)
        self._bold = QFont(font)
        self._bold.setBold(True)
        self._sign_font = QFont(font)
        self._sign_font.setPointSizeF(font.pointSizeF() * 1.25)
        self._metrics, self._small_metrics = QFontMetricsF(self._bold), QFontMetricsF(self._small)
        self._sign_metrics = QFontMetricsF(self._sign_font)
        self._matrices = MatrixPainter(theme, font)
        line, small = self._metrics.height(), self._small_metrics.height()
        inner = area.adjusted(MARGIN, line + 4, -MARGIN, -(2 * small + 8))
        phase = position.phase
        self.arrangement = arrange(equations(phase, position.walkthrough), self._shape, inner, self._width)

    def paint(self, painter: QPainter) -> None:
        """Draw everything that stays while the phase is shown."""
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        for block in self.arrangement.blocks:
            self._matrices.paint(painter, block, self._position.array(block.operand.quantity))
            self._paint_captions(painter, block)
        for placed in self.arrangement.placed:
            self._paint_sign(painter, placed)

    def paint_outlines(
        self,
        painter: QPainter,
        sources: Sequence[Cell],
        strong: Sequence[Cell],
        selected: Cell | None,
        hovered: Cell | None,
    ) -> None:
        """Draw the outlines: of what an explained number was computed from, of one term, of the number itself."""
        color = QColor(DIRECTIONS[self._position.phase.direction].color(self._theme))
        self._outline(painter, sources[:MOST_OUTLINES], QPen(QColor(self._theme.text), 1, Qt.PenStyle.DotLine))
        self._outline(painter, strong, QPen(QColor(self._theme.text), 2.4))
        self._outline(painter, [selected] if selected else [], QPen(color, 2.4))
        self._outline(painter, [hovered] if hovered else [], QPen(QColor(self._theme.text), 1))

    def paint_readout(self, painter: QPainter, text: str, hint: str) -> None:
        """Draw the line at the bottom."""
        line = self._area.adjusted(MARGIN, 0, -MARGIN, -2)
        painter.setFont(tabular(self._small))
        painter.setPen(QColor(self._theme.text))
        bottom = Qt.AlignmentFlag.AlignBottom
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | bottom, text)
        painter.setPen(QColor(self._theme.muted))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | bottom, hint)

    def _outline(self, painter: QPainter, cells: Sequence[Cell], pen: QPen) -> None:
        places = dict.fromkeys(cells)
        boxes = [
            block.cell_box(row, column).adjusted(0.5, 0.5, -0.5, -0.5)
            for quantity, row, column in places
            for block in self.arrangement.blocks
            if block.operand.quantity == quantity
        ]
        if boxes:
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRects(boxes)

    def _paint_captions(self, painter: QPainter, block: Block) -> None:
        operand, box = block.operand, block.box
        is_result = operand.quantity in self._position.phase.result
        direction = DIRECTIONS[self._position.phase.direction]
        painter.setFont(self._bold if is_result else self._font)
        painter.setPen(QColor(direction.color(self._theme) if is_result else self._theme.text))
        name = symbol(operand.quantity, transposed=operand.transposed)
        width = self._metrics.horizontalAdvance(name)
        center = box.center().x()
        painter.drawText(QPointF(center - width / 2, box.top() - 5), name)
        painter.setFont(self._small)
        painter.setPen(QColor(self._theme.muted))
        text = self._below(block)
        width = self._small_metrics.horizontalAdvance(text)
        if width > box.width() + 24:
            text = shape_text(block.rows, block.columns)
            width = self._small_metrics.horizontalAdvance(text)
        painter.drawText(QPointF(center - width / 2, box.bottom() + self._small_metrics.ascent() + 4), text)

    def _below(self, block: Block) -> str:
        """Return the shape, and where no numbers can be read the end of the colours."""
        text = shape_text(block.rows, block.columns)
        values = self._position.array(block.operand.quantity)
        if values is None or self._matrices.shows_numbers(block):
            return text
        with np.errstate(all="ignore"):
            end = float(np.abs(values).max())
        return f"{text}   ±{numbers.number(end)}"

    def _paint_sign(self, painter: QPainter, placed: Placed) -> None:
        painter.setFont(self._sign_font)
        painter.setPen(QColor(self._theme.text))
        rise = (self._sign_metrics.ascent() - self._sign_metrics.descent()) / 2
        painter.drawText(QPointF(placed.left, self.arrangement.middle + rise), placed.sign.text)

    def _shape(self, quantity: Quantity) -> tuple[int, int]:
        return self._position.shape(quantity) or (1, 1)

    def _width(self, sign: Sign) -> int:
        return int(self._sign_metrics.horizontalAdvance(sign.text)) + 1
