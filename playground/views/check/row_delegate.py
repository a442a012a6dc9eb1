"""How the table's cells are drawn."""

from math import log10

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableWidget

from playground.engine.gradient_check import RELATIVE_TOLERANCE
from playground.views.check.marks import paint_mark, verdict_color
from playground.views.check.row import Row, cell_text
from playground.views.kit.appearance import tabular, theme
from playground.views.theme import Theme

ROW = Qt.ItemDataRole.UserRole
"""Where a cell keeps its row."""
LOWEST, HIGHEST = -12.0, 0.0
"""The powers of ten at the ends of the bars."""


class RowDelegate(QStyledItemDelegate):
    """Draws the cells: name and shape, numbers, a logarithmic bar, a mark with its word."""

    def __init__(self, table: QTableWidget) -> None:
        super().__init__(table)
        self._table = table

    @property
    def theme(self) -> Theme:
        """The colours."""
        return theme()

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one cell."""
        row = index.data(ROW)
        if not isinstance(row, Row):
            return
        area = QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            tint = QColor(self.theme.accent)
            tint.setAlphaF(0.14)
            painter.fillRect(area, tint)
            if index.column() == 0:
                painter.fillRect(QRectF(area.left(), area.top(), 3, area.height()), QColor(self.theme.accent))
        if not self._table.isEnabled():
            painter.setOpacity(0.45)
        inner = area.adjusted(7, 0, -6, 0)
        painter.setFont(tabular(option.font))
        painter.setPen(QColor(self.theme.text))
        if index.column() == 0:
            self._paint_name(painter, inner, row)
        elif index.column() == 2 and row.relative_error is not None:
            self._paint_error(painter, inner, row)
        elif index.column() == 3:
            self._paint_verdict(painter, inner, row)
        else:
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, cell_text(row, index.column()))
        painter.restore()

    def _paint_name(self, painter: QPainter, area: QRectF, row: Row) -> None:
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, row.name)
        left = max(QFontMetricsF(font).horizontalAdvance(text) for text in (row.name, "W8")) + 8
        font.setBold(False)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.muted))
        painter.drawText(area.adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, f"{row.shape[0]}×{row.shape[1]}")

    def _paint_error(self, painter: QPainter, area: QRectF, row: Row) -> None:
        assert row.relative_error is not None
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, cell_text(row, 2))
        left = painter.fontMetrics().horizontalAdvance("8.8e-88") + 6
        track = QRectF(area.left() + left, area.center().y() - 2, area.width() - left, 5)
        if track.width() < 20:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.neutral))
        painter.drawRoundedRect(track, 2.5, 2.5)
        painter.setBrush(QColor(verdict_color(row.verdict, self.theme)))
        share = bar_share(row.relative_error)
        if share > 0:
            painter.drawRoundedRect(QRectF(track.left(), track.top(), max(track.width() * share, 5), 5), 2.5, 2.5)
        x = round(track.left() + track.width() * bar_share(RELATIVE_TOLERANCE)) + 0.5
        painter.setPen(QPen(QColor(self.theme.text), 1))
        painter.drawLine(QPointF(x, track.top() - 3), QPointF(x, track.bottom() + 3))

    def _paint_verdict(self, painter: QPainter, area: QRectF, row: Row) -> None:
        size = 16.0
        paint_mark(painter, QRectF(area.left(), area.center().y() - size / 2, size, size), row.verdict, self.theme)
        word = row.word
        text = area.adjusted(size + 6, 0, 0, 0)
        painter.setPen(QColor(verdict_color(row.verdict, self.theme)))
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, word)
        if row.unjudged:
            left = painter.fontMetrics().horizontalAdvance(word) + 9
            hatched = QRectF(round(text.left() + left) + 0.5, round(area.center().y() - 5) + 0.5, 9, 9)
            painter.setPen(QPen(QColor(self.theme.hatch), 1))
            painter.setBrush(QBrush(QColor(self.theme.muted), Qt.BrushStyle.BDiagPattern))
            painter.drawRect(hatched)
            painter.setPen(QColor(self.theme.muted))
            painter.drawText(text.adjusted(left + 13, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, str(row.unjudged))


def bar_share(error: float) -> float:
    """Return how long the bar of an error is, 0 … 1, on a logarithmic scale."""
    if not error > 0:
        return 0.0 if error == 0 else 1.0
    return min(max((log10(error) - LOWEST) / (HIGHEST - LOWEST), 0.0), 1.0)
