"""The input's grid before any layer has bent it: the key to the colours of its lines."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from playground.training.questions.hidden_space import HiddenSpaces
from playground.views.kit.canvas import painting
from playground.views.plots.numbers import tick
from playground.views.plots.style import small_font
from playground.views.spaces.lines import SHADES, line_pens
from playground.views.theme import LIGHT, Theme

EVERY = 2
"""Of the grid's lines, so many are one here."""


class GridKey(QWidget):
    """The input's grid before any layer has bent it: where each colour of a line comes from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._across = self._up = np.empty(0)
        self._names = ("", "")
        self.setAccessibleName(self.tr("The grid in the input"))
        self.setToolTip(self.tr("The grid as it lies in the input: each line keeps its color in every layer."))

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme."""
        self._theme = theme
        self.update()

    def set_grid(self, answer: HiddenSpaces, names: tuple[str, str]) -> None:
        """Show the values that have a line, and what the axes are."""
        if (answer.across is not self._across) or (answer.up is not self._up) or names != self._names:
            self._across, self._up, self._names = answer.across, answer.up, names
            self.update()

    def sizeHint(self) -> QSize:
        """Return the size of a small square with names and ends."""
        return QSize(200, 132)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the grid with the names and ends of its axes."""
        if not self._across.size:
            return
        theme = self._theme
        with painting(self) as painter:
            painter.setFont(small_font(self.font()))
            metrics = painter.fontMetrics()
            line, ends = metrics.height(), [tick(float(end), 1.0) for end in (self._across[0], self._across[-1])]
            upper = [tick(float(end), 1.0) for end in (self._up[0], self._up[-1])] if self._up.size else ["", ""]
            left = max(metrics.horizontalAdvance(text) for text in upper) + 12.0
            side = min(self.height() - 2 * line - 4, self.width() - left - 8)
            area = QRectF(left, line + 2, side, side if self._up.size else 1)
            painter.setPen(QColor(theme.text))
            if self._up.size:
                above = QRectF(0, 0, self.width(), line)
                painter.drawText(above, Qt.AlignmentFlag.AlignLeft, self._elided(painter, 1, self.width()))
            painter.setPen(QColor(theme.muted))
            below = QRectF(left - 10, area.bottom() + 2, side + 20, line)
            painter.drawText(below, Qt.AlignmentFlag.AlignLeft, ends[0])
            painter.drawText(below, Qt.AlignmentFlag.AlignRight, ends[1])
            for text, y in ((upper[1], area.top()), (upper[0], area.bottom() - line)):
                painter.drawText(QRectF(0, y, left - 5, line), Qt.AlignmentFlag.AlignRight, text)
            painter.setPen(QColor(theme.text))
            painter.drawText(
                QRectF(left, below.top(), side, line),
                Qt.AlignmentFlag.AlignCenter,
                self._elided(painter, 0, int(side) - 30),
            )
            self._paint_grid(painter, area)

    def _paint_grid(self, painter: QPainter, area: QRectF) -> None:
        count = len(self._across)
        if not self._up.size:
            painter.setPen(line_pens(self._theme, 1, 1)[0])
            painter.drawLine(area.topLeft(), area.topRight())
            return
        shades = min(SHADES, count)
        pens = line_pens(self._theme, 2, shades)
        for index in range(0, count, EVERY):
            shade = index * shades // count
            x = round(area.left() + index / (count - 1) * area.width()) + 0.5
            y = round(area.bottom() - index / (count - 1) * area.height()) + 0.5
            painter.setPen(pens[shade])
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
            painter.setPen(pens[shades + shade])
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))

    def _elided(self, painter: QPainter, axis: int, room: int) -> str:
        return painter.fontMetrics().elidedText(self._names[axis], Qt.TextElideMode.ElideMiddle, room)
