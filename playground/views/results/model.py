"""The table's model: nothing is stored a second time, a cell's text is made when somebody looks at it."""

from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from playground.training.queries.results import Filter, Indices, Key, Rows, arranged
from playground.training.results import ProblemInfo
from playground.views.results.columns import Column, columns_of

AnyIndex = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class ExampleModel(QAbstractTableModel):
    """Examples in a chosen order.

    New numbers appear in place (`set_rows`); the rows move only when they are told to (`arrange`). The model sorts
    itself: 20,000 rows take 7 ms as an array, and 3.5 s in a `QSortFilterProxyModel`, which asks for every cell anew.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._problem_info: ProblemInfo | None = None
        self._rows: Rows | None = None
        self._columns: tuple[Column, ...] = ()
        self._order: Indices = np.empty(0, np.intp)
        self._filter = Filter()
        self._sorted_by, self._descending = "number", False
        self._training_tip = self.tr("Click to walk through training example {number} in Backprop.")
        self._test_tip = self.tr("A test example: training never sees it, so there is no update to walk through.")

    # What it holds.

    @property
    def rows(self) -> Rows | None:
        return self._rows

    @property
    def columns(self) -> tuple[Column, ...]:
        return self._columns

    @property
    def order(self) -> Indices:
        """Which of `rows` stand in the table, from top to bottom."""
        return self._order

    @property
    def filter(self) -> Filter:
        return self._filter

    @property
    def moves(self) -> bool:
        """Whether training would move rows if they were arranged anew."""
        return self._filter.live or any(column.live for column in self._columns if column.name == self._sorted_by)

    def key(self, row: int) -> Key | None:
        """Return which example stands in a row of the table."""
        return self._rows.key(int(self._order[row])) if self._rows is not None and row < self._order.size else None

    def row_of(self, key: Key | None) -> int | None:
        """Return the row of the table in which an example stands, None if in none."""
        place = self._rows.find(key) if self._rows is not None and key is not None else None
        found = np.flatnonzero(self._order == place) if place is not None else self._order[:0]
        return int(found[0]) if found.size else None

    def text(self, row: int, column: int) -> str:
        return self._columns[column].text(self._rows, int(self._order[row])) if self._rows is not None else ""

    # What changes it.

    def set_rows(self, problem_info: ProblemInfo, rows: Rows) -> None:
        """Show other numbers; the same examples stay where they are."""
        before, self._rows = self._rows, rows
        if before is not None and self._same_examples(problem_info, before):
            self._problem_info = problem_info
            live = [index for index, column in enumerate(self._columns) if column.live]
            first = live[0] if np.array_equal(before.true, rows.true) else 0  # another of several outputs
            if self._order.size:
                self.dataChanged.emit(self.index(0, first), self.index(self._order.size - 1, live[-1]))
            return
        self.beginResetModel()
        self._problem_info, self._columns = problem_info, columns_of(problem_info)
        if self._sorted_by not in {column.name for column in self._columns}:
            self._sorted_by, self._descending = "number", False
        self._order = self._arranged()
        self.endResetModel()

    def set_filter(self, chosen: Filter) -> None:
        if chosen != self._filter:
            self._filter = chosen
            self.arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if 0 <= column < len(self._columns):
            self._sorted_by = self._columns[column].name
            self._descending = order == Qt.SortOrder.DescendingOrder
            self.arrange()

    @property
    def sorting(self) -> tuple[int, Qt.SortOrder]:
        names = [column.name for column in self._columns]
        index = names.index(self._sorted_by) if self._sorted_by in names else 0
        return index, Qt.SortOrder.DescendingOrder if self._descending else Qt.SortOrder.AscendingOrder

    def arrange(self) -> bool:
        """Let through and sort by the numbers as they are now; return whether a row moved."""
        order = self._arranged()
        if np.array_equal(order, self._order):
            return False
        self._take_order(order)
        return True

    def _same_examples(self, problem_info: ProblemInfo, before: Rows) -> bool:
        rows, known = self._rows, self._problem_info
        assert rows is not None
        return (
            known is not None
            and known.has_same_examples(problem_info)
            and np.array_equal(rows.number, before.number)
            and np.array_equal(rows.is_test, before.is_test)
        )

    def _arranged(self) -> Indices:
        rows, problem_info = self._rows, self._problem_info
        if rows is None or problem_info is None:
            return self._order
        values = next(column.values for column in self._columns if column.name == self._sorted_by)(rows)
        return arranged(self._filter.mask(rows, problem_info.classes), values, descending=self._descending)

    def _take_order(self, order: Indices) -> None:
        """Take the rows that go away from the end, add those that come at the end, then put them in order."""
        stays, comes = np.isin(self._order, order), ~np.isin(order, self._order)
        kept = self._order[stays]
        if not stays.all():
            self._permute(np.concatenate([kept, self._order[~stays]]))
            self.beginRemoveRows(NO_INDEX, kept.size, self._order.size - 1)
            self._order = kept
            self.endRemoveRows()
        if comes.any():
            self.beginInsertRows(NO_INDEX, kept.size, order.size - 1)
            self._order = np.concatenate([kept, order[comes]])
            self.endInsertRows()
        self._permute(order)

    def _permute(self, order: Indices) -> None:
        """Move rows; what is chosen moves along."""
        if np.array_equal(order, self._order):
            return
        self.layoutAboutToBeChanged.emit()
        places = np.empty(int(order.max()) + 1, np.intp)
        places[order] = np.arange(order.size)
        old = self.persistentIndexList()
        new = [self.index(int(places[self._order[index.row()]]), index.column()) for index in old]
        self._order = order
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    # What Qt asks.

    def rowCount(self, parent: AnyIndex = NO_INDEX) -> int:
        return 0 if parent.isValid() else int(self._order.size)

    def columnCount(self, parent: AnyIndex = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(index.row(), index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(index.column())
        if role == Qt.ItemDataRole.ToolTipRole and (key := self.key(index.row())) is not None:
            return self._test_tip if key[0] else self._training_tip.format(number=key[1] + 1)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        said: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: column.label,
            Qt.ItemDataRole.ToolTipRole: column.tooltip,
            Qt.ItemDataRole.TextAlignmentRole: self.alignment(section),
        }
        return said.get(role)

    def alignment(self, column: int) -> int:
        """Return how a column is aligned: numbers to the right."""
        return RIGHT if self._columns[column].kind in ("number", "share") else LEFT
