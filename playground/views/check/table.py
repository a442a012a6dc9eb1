"""The table of a check: a row per parameter array, with its errors and its verdict."""

from collections.abc import Sequence
from functools import partial
from math import log10

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from playground.engine import RELATIVE_TOLERANCE
from playground.views.check.row import Row, cell_text, paint_mark, verdict_color, verdict_text
from playground.views.kit.appearance import pixels, restyled, tabular, theme
from playground.views.kit.copying import offer_copies, table_text
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
        return theme()

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
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
        size = pixels(16)
        paint_mark(painter, QRectF(area.left(), area.center().y() - size / 2, size, size), row.verdict, self.theme)
        word = row.word
        text = area.adjusted(size + pixels(6), 0, 0, 0)
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


ROW_HEIGHT = 24
ROWS_SEEN = 6


class CheckTable(QTableWidget):
    """The arrays W1, b1, W2 … of a network."""

    array_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 4, parent)
        self._rows: tuple[Row, ...] = ()
        offer_copies(self, partial(table_text, self))
        self.setAccessibleName(self.tr("Parameter arrays and their errors"))
        self._mean_heading = self.tr("mean |diff.|")
        self.setHorizontalHeaderLabels(
            [self.tr("array"), self._mean_heading, self.tr("rel. error"), self.tr("verdict")]
        )
        tips = (
            self.tr("The weights or biases of a layer, and the shape of the array."),
            self.tr("The mean distance between the analytic and the numerical derivative."),
            self.tr(
                "The largest |a − n| / (|a| + |n|) of the entries judged, on a scale from 1e-12 to 1; "
                "the mark is at 1e-4."
            ),
            self.tr("Whether every entry judged agrees: relative error below 1e-4, or difference below 1e-8."),
        )
        for column, tip in enumerate(tips):
            heading = self.horizontalHeaderItem(column)
            assert heading is not None
            heading.setToolTip(tip)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(40)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.setItemDelegate(RowDelegate(self))
        self.currentCellChanged.connect(self._report)
        self._fit()

    @property
    def rows(self) -> tuple[Row, ...]:
        return self._rows

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other numbers; the chosen row stays chosen."""
        rows = tuple(rows)
        if rows == self._rows:
            return
        self._rows = rows
        self._fit()
        if self.rowCount() != len(rows):
            chosen = self.currentRow()
            self.blockSignals(True)
            self.setRowCount(len(rows))
            for index in range(len(rows)):
                for column in range(4):
                    if self.item(index, column) is None:
                        self.setItem(index, column, QTableWidgetItem())
            self.setCurrentCell(min(max(chosen, 0), len(rows) - 1), 0)
            self.blockSignals(False)
            self._limit()
        for index, row in enumerate(rows):
            for column in range(4):
                item = self.item(index, column)
                assert item is not None
                item.setData(ROW, row)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, cell_text(row, column))
                item.setToolTip(self._unjudged_tip(row) if column == 3 and row.unjudged else "")
        self.viewport().update()

    def choose(self, index: int) -> None:
        """Choose a row without a signal."""
        self.blockSignals(True)
        self.setCurrentCell(index, 0)
        self.blockSignals(False)
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if restyled(event):
            self._fit()
            self._limit()

    def sizeHint(self) -> QSize:
        return QSize(
            340, self.horizontalHeader().sizeHint().height() + pixels(ROW_HEIGHT) * max(self.rowCount(), 2) + 4
        )

    def minimumSizeHint(self) -> QSize:
        """Return a height that shows the rows of three layers whole; more are scrolled to."""
        rows = min(max(self.rowCount(), 2), ROWS_SEEN)
        return QSize(pixels(280), self.horizontalHeader().sizeHint().height() + rows * pixels(ROW_HEIGHT) + 4)

    def _unjudged_tip(self, row: Row) -> str:
        lines = []
        if row.kinks:
            lines.append(
                self.tr(
                    "Entries at a kink: {count}. Moving that weight carries a neuron or an output across it, "
                    "where a central difference is no derivative, so they are not judged."
                ).format(count=row.kinks)
            )
        if row.rounding:
            lines.append(
                self.tr(
                    "Entries lost in rounding: {count}. The cost keeps too few digits for so small a slope, so they "
                    "are not judged."
                ).format(count=row.rounding)
            )
        return "\n".join(lines)

    def _limit(self) -> None:
        """Take no more height than the rows need, at the present zoom."""
        self.setMaximumHeight(self.sizeHint().height())
        self.updateGeometry()

    def _fit(self) -> None:
        """Give the texts their room, and the bars what is left."""
        metrics = self.fontMetrics()
        self.verticalHeader().setDefaultSectionSize(pixels(ROW_HEIGHT))
        bold = QFont(self.font())
        bold.setBold(True)
        names = [QFontMetrics(bold).horizontalAdvance("W8") + metrics.horizontalAdvance(" 88×88")]
        for row in self._rows:
            shape = metrics.horizontalAdvance(f" {row.shape[0]}×{row.shape[1]}")
            names.append(QFontMetrics(bold).horizontalAdvance(row.name) + shape)
        words = max(
            metrics.horizontalAdvance(word)
            for word in (verdict_text("agrees"), verdict_text("differs"), *(row.word for row in self._rows))
        )
        kinks = max(
            (metrics.horizontalAdvance(str(row.unjudged)) + 24 for row in self._rows if row.unjudged), default=0
        )
        heading = metrics.horizontalAdvance(self._mean_heading)
        self.setColumnWidth(0, max(names) + pixels(20))
        self.setColumnWidth(1, max(heading, metrics.horizontalAdvance("8.8e-88")) + pixels(16))
        self.setColumnWidth(3, words + kinks + pixels(38))

    def _report(self, row: int, _column: int, _before: int, _column_before: int) -> None:
        if row >= 0:
            self.array_chosen.emit(row)
