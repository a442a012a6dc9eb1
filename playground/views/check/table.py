"""The table of a check: a row per parameter array, with its errors and its verdict."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from playground.views.check.row import Row, cell_text, verdict_text
from playground.views.check.row_delegate import ROW, RowDelegate
from playground.views.kit.appearance import pixels, restyled
from playground.views.kit.copying import offer_copies, table_text

ROW_HEIGHT = 24


class CheckTable(QTableWidget):
    """The arrays W1, b1, W2 … of a network.

    Signals
    -------
    array_chosen(index)
        A person chose a row.
    """

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
        for column, mode in enumerate(
            (
                QHeaderView.ResizeMode.Fixed,
                QHeaderView.ResizeMode.Fixed,
                QHeaderView.ResizeMode.Stretch,
                QHeaderView.ResizeMode.Fixed,
            )
        ):
            header.setSectionResizeMode(column, mode)
        self._delegate = RowDelegate(self)
        self.setItemDelegate(self._delegate)
        self.currentCellChanged.connect(self._tell)
        self._fit()

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown."""
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
            self.setMaximumHeight(self.sizeHint().height())
            self.updateGeometry()
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
        """Give rows and columns their room in another font."""
        super().changeEvent(event)
        if restyled(event):
            self._fit()

    def sizeHint(self) -> QSize:
        """Return a height that shows every row."""
        return QSize(
            340, self.horizontalHeader().sizeHint().height() + pixels(ROW_HEIGHT) * max(self.rowCount(), 2) + 4
        )

    def minimumSizeHint(self) -> QSize:
        """Return a height that shows two rows; the others are scrolled to."""
        return QSize(pixels(280), self.horizontalHeader().sizeHint().height() + 2 * pixels(ROW_HEIGHT) + 4)

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
        self.setColumnWidth(0, max(names) + 20)
        self.setColumnWidth(1, max(heading, metrics.horizontalAdvance("8.8e-88")) + 16)
        self.setColumnWidth(3, words + kinks + 38)

    def _tell(self, row: int, _column: int, _before: int, _column_before: int) -> None:
        if row >= 0:
            self.array_chosen.emit(row)
