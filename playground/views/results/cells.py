"""How the table's cells are drawn: column by column and straight from the model.

Qt would ask a delegate for each of some hundred cells ten times a second, which costs several times as much.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from playground.views import numbers
from playground.views.results.columns import Column, Kind
from playground.views.results.model import ExampleModel
from playground.views.results.rows import Rows
from playground.views.theme import LIGHT, Theme

SIDE = 8
SWATCH = 8
WRONG = "✗"
ELIDE = Qt.TextElideMode.ElideMiddle


class CellPainter:
    """Draws cells; a row that is chosen is tinted, and has a bar at its left.

    Attributes
    ----------
    chosen, hovered
        The row of the table that is chosen, and the one under the mouse; −1 for none.
    """

    def __init__(self, model: ExampleModel, font: QFont) -> None:
        self._model = model
        self.chosen = self.hovered = -1
        self._kinds: Mapping[Kind, Callable[[QPainter, QRect, Rows, int, str], None]] = MappingProxyType(
            {
                "text": self._paint_text,
                "class": self._paint_class,
                "verdict": self._paint_verdict,
                "number": self._paint_number,
                "share": self._paint_share,
            }
        )
        self.set_look(LIGHT, font)

    def set_look(self, theme: Theme, font: QFont) -> None:
        """Wear a theme and a font."""
        self._font = numbers.tabular(font)
        self._metrics = metrics = QFontMetrics(self._font)
        self._mark = metrics.horizontalAdvance(WRONG) + 4
        self._digit, self._widest = metrics.horizontalAdvance("0"), metrics.maxWidth()
        self._lift = (metrics.ascent() - metrics.descent()) // 2
        self._text, self._muted, self._error = QColor(theme.text), QColor(theme.muted), QColor(theme.error)
        self._accent = QColor(theme.accent)
        self._tint, self._glow, self._bar = (_faint(theme.accent, share) for share in (0.14, 0.06, 0.22))
        self._line = _faint(theme.border, 0.55)
        self._classes = [QColor(color) for color in theme.classes]

    def width_for(self, column: Column) -> int:
        """Return a comfortable width for a column."""
        swatch = SWATCH + 6 if column.kind in ("class", "verdict") else 0
        mark = self._mark if column.kind == "verdict" else 0
        return self._metrics.horizontalAdvance(column.sample) + 2 * SIDE + swatch + mark + 2

    def paint_rows(self, painter: QPainter, first: int, last: int, top: int, height: int, width: int) -> None:
        """Draw lines and tints of rows `first` … `last`, the first at `top`."""
        for row in range(first, last + 1):
            y = top + (row - first) * height
            if row == self.chosen:
                painter.fillRect(0, y, width, height, self._tint)
                painter.fillRect(0, y, 3, height, self._accent)
            elif row == self.hovered:
                painter.fillRect(0, y, width, height, self._glow)
            painter.fillRect(0, y + height - 1, width, 1, self._line)

    def paint_column(self, painter: QPainter, index: int, first: int, last: int, area: QRect) -> None:
        """Draw the cells of a column in rows `first` … `last`; `area` is that of the first cell."""
        rows, column, order = self._model.rows, self._model.columns[index], self._model.order
        if rows is None:
            return
        painter.setFont(self._font)
        painter.setPen(self._muted if column.kind == "text" else self._text)
        draw, text = self._kinds[column.kind], column.text
        for place in order[first : last + 1].tolist():
            draw(painter, area, rows, place, text(rows, place))
            area.translate(0, area.height())

    def _baseline(self, area: QRect) -> int:
        return area.top() + area.height() // 2 + self._lift

    def _paint_text(self, painter: QPainter, area: QRect, _rows: Rows, _place: int, text: str) -> None:
        self._draw(painter, area, SIDE, text)

    def _paint_number(self, painter: QPainter, area: QRect, _rows: Rows, _place: int, text: str) -> None:
        room, width = area.width() - 2 * SIDE, self._metrics.horizontalAdvance(text)
        if width > room:
            text = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            width = room
        painter.drawText(QPoint(area.right() - SIDE - width, self._baseline(area)), text)

    def _paint_share(self, painter: QPainter, area: QRect, rows: Rows, place: int, text: str) -> None:
        length = round((area.width() - 8) * numbers.share_of(float(rows.certainty[place]), 1.0))
        painter.fillRect(area.left() + 4, area.bottom() - 4, max(length, 0), 3, self._bar)
        self._paint_number(painter, area, rows, place, text)

    def _paint_class(self, painter: QPainter, area: QRect, rows: Rows, place: int, text: str) -> None:
        self._swatch(painter, area, SIDE, int(rows.true[place]))
        self._draw(painter, area, SIDE + SWATCH + 6, text)

    def _paint_verdict(self, painter: QPainter, area: QRect, rows: Rows, place: int, text: str) -> None:
        left = SIDE + self._mark
        wrong = rows.correct is not None and not rows.correct[place]
        self._swatch(painter, area, left, int(rows.predicted[place]))
        if wrong:
            painter.setPen(self._error)
            painter.drawText(QPoint(area.left() + SIDE, self._baseline(area)), WRONG)
        self._draw(painter, area, left + SWATCH + 6, text)
        if wrong:
            painter.setPen(self._text)

    def _swatch(self, painter: QPainter, area: QRect, left: int, number: int) -> None:
        middle = area.top() + (area.height() - SWATCH) // 2
        color = self._classes[number % len(self._classes)]
        painter.fillRect(area.left() + left, middle, SWATCH, SWATCH, color)

    def _draw(self, painter: QPainter, area: QRect, left: int, text: str) -> None:
        room = area.width() - left - SIDE // 2
        # Measuring costs as much as drawing, and a short text always fits.
        if len(text) * self._widest > room:
            text = self._metrics.elidedText(text, ELIDE, room)
        painter.drawText(QPoint(area.left() + left, self._baseline(area)), text)


def _faint(color: str, share: float) -> QColor:
    faint = QColor(color)
    faint.setAlphaF(share)
    return faint
