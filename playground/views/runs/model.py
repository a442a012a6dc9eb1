"""The table's model: rows of whatever kind, under columns that say what is told of each."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from playground.views.forms.text import translated
from playground.views.runs.columns import Column

SORTED = Qt.ItemDataRole.UserRole
"""The role of what rows are sorted by."""
Index = QModelIndex | QPersistentModelIndex


class RowsModel(QAbstractTableModel):
    """Rows under columns, each told from the others by its ``key``.

    Parameters
    ----------
    picture, tip
        Return the picture beside the first cell of a row, if it has one, and its tooltip.
    """

    def __init__(self, picture: Callable[[Any], QIcon | None], tip: Callable[[Any], str]) -> None:
        super().__init__()
        self.rows: Sequence[Any] = ()
        self._columns: tuple[Column, ...] = ()
        self._picture, self._tip = picture, tip

    def show_rows(self, rows: Sequence[Any], columns: tuple[Column, ...]) -> bool:
        """Show other rows, or newer numbers of the same ones; return whether they are others."""
        headings = [column.heading for column in columns]
        same = [row.key for row in rows] == [row.key for row in self.rows]
        if same and headings == [column.heading for column in self._columns]:
            self.rows, self._columns = rows, columns
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(columns) - 1))
            return False
        self.beginResetModel()
        self.rows, self._columns = rows, columns
        self.endResetModel()
        return True

    def place(self, key: Hashable) -> int | None:
        return next((place for place, row in enumerate(self.rows) if row.key == key), None)

    # What Qt asks.

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self._columns[section]
        said: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: translated(column.heading),
            Qt.ItemDataRole.ToolTipRole: translated(column.tip) if column.tip else None,
            Qt.ItemDataRole.TextAlignmentRole: NUMBERS if section else NAMES,
        }
        return said.get(role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return "\n".join(self._columns[column].lines(row))
        if role == SORTED:
            return self._columns[column].order(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return NUMBERS if column else NAMES
        if role == Qt.ItemDataRole.DecorationRole and not column:
            return self._picture(row)
        return None


NAMES = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
NUMBERS = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
