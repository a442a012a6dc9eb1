"""The list of columns as a widget: a click on a column's use gives it the next one, keys do the same."""

from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from playground.views.importing.columns import REMARK_COLUMN, ROLE_COLUMN, ColumnsModel
from playground.views.importing.roles import next_role
from playground.views.importing.sheet import SEEN, fit_rows, prepare
from playground.views.kit.copying import offer_copies, table_text
from playground.views.theme import LIGHT, Theme

REMARK_WIDTH = 170
NARROWEST_NAME = 150
"""Pixels that a name has at least; beyond, the table scrolls."""


class ColumnTable(QTableView):
    """Shows a `ColumnsModel`.

    Signals
    -------
    chosen_changed()
        Other columns are selected, or none.
    """

    chosen_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns = ColumnsModel()
        self.setModel(self.columns)
        offer_copies(self, partial(table_text, self))
        prepare(self)
        self.setAccessibleName(self.tr("Columns of the table"))
        self.setAccessibleDescription(self.tr("Space gives the selected columns the next use."))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setResizeContentsPrecision(SEEN)
        header.setMinimumSectionSize(40)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(REMARK_COLUMN, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(REMARK_COLUMN, REMARK_WIDTH)
        header.moveSection(ROLE_COLUMN, 1)  # beside the name, and in sight however narrow it gets
        self.clicked.connect(self._turn_one)
        self.selectionModel().selectionChanged.connect(self.chosen_changed)
        self.columns.modelReset.connect(self.chosen_changed)
        self.columns.modelReset.connect(self._fit_remarks)
        self.set_theme(LIGHT)

    @property
    def chosen(self) -> list[int]:
        """The columns selected, by their place."""
        return sorted({index.row() for index in self.selectionModel().selectedRows()})

    def give(self, role: str) -> None:
        """Use the selected columns in this way."""
        self.columns.set_role(self.chosen, role)

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme."""
        self.columns.set_theme(theme)
        fit_rows(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the names."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give the selected columns the next use with Space; Enter and Escape are the panel's."""
        if event.key() == Qt.Key.Key_Space and self.chosen:
            current = self.currentIndex().row() if self.currentIndex().isValid() else self.chosen[0]
            self.give(next_role(self.columns.roles[current]))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _turn_one(self, index: QModelIndex | QPersistentModelIndex) -> None:
        """Give a column the next use, where its use was clicked."""
        if index.column() == ROLE_COLUMN:
            self.columns.set_role([index.row()], next_role(self.columns.roles[index.row()]))

    def _fit_remarks(self) -> None:
        """Give the remarks no more room than they need: the names need it."""
        header = self.horizontalHeader()
        needed = max(header.sectionSizeHint(REMARK_COLUMN), self.sizeHintForColumn(REMARK_COLUMN))
        header.resizeSection(REMARK_COLUMN, min(REMARK_WIDTH, needed))
        self._fit()

    def _fit(self) -> None:
        """Give the names the room that is left; Qt's own way to do so gives up where there is none."""
        header = self.horizontalHeader()
        others = sum(header.sectionSize(place) for place in range(1, header.count()))
        self.setColumnWidth(0, max(NARROWEST_NAME, self.viewport().width() - others))
