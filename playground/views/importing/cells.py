"""The first rows of a table, as they stand in the file."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor

from playground.data import TableReport
from playground.data.cells import is_missing, lacks_value
from playground.data.dataset import short_names
from playground.views.importing.roles import role_text
from playground.views.theme import LIGHT, Theme

Index = QModelIndex | QPersistentModelIndex
GAP = "∅"
"""What stands in a cell that lacks a value."""
TINT = 40
MEASURED = ("number", "yes_no", "date", "empty")
"""Kinds of columns in which a dash or the like is no kind of its own."""


class CellsModel(QAbstractTableModel):
    """The head of a table; a short row has empty cells at its end, and a gap is marked where it hinders."""

    def __init__(self) -> None:
        super().__init__()
        self._names: tuple[str, ...] = ()
        self._cells: tuple[tuple[str, ...], ...] = ()
        self._kinds: tuple[str, ...] = ()
        self._roles: tuple[str, ...] = ()
        self._short: dict[int, str] = {}
        self._theme = LIGHT

    def show_preview(self, preview: TableReport, roles: Sequence[str]) -> bool:
        """Show another table with the uses of its columns; return whether its cells are others."""
        names = short_names(column.name for column in preview.columns)
        kinds = tuple(column.kind for column in preview.columns)
        if (names, preview.cells, kinds) == (self._names, self._cells, self._kinds):
            self.show_roles(roles)
            return False
        self.beginResetModel()
        self._names, self._cells, self._kinds, self._roles = names, preview.cells, kinds, tuple(roles)
        self._short = {}
        self.endResetModel()
        return True

    def show_roles(self, roles: Sequence[str]) -> None:
        """Say above each column what it is used for."""
        if tuple(roles) != self._roles:
            self._roles = tuple(roles)
            self._all_changed()

    def name(self, section: int) -> str:
        """Return a column's name."""
        return self._names[section]

    def shorten(self, section: int, name: str) -> None:
        """Write a column's name shorter, for lack of room."""
        self._short[section] = name

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        self._theme = theme
        self._all_changed()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many rows are shown."""
        return 0 if parent.isValid() else len(self._cells)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many columns the table has."""
        return 0 if parent.isValid() else len(self._names)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a column's name and use, or the number of a row."""
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1) if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._names[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and self._kinds[section] == "number":
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        use = f"\n{role_text(self._roles[section])}" if section < len(self._roles) else ""
        return f"{self._short.get(section, self._names[section])}{use}"

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell as it is written, and how it looks."""
        row, column = self._cells[index.row()], index.column()
        written = row[column] if column < len(row) else None
        if column == len(self._names) - 1 and len(row) > len(self._names):
            written = " | ".join(row[column:])  # cells that no column is there for
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            # Only what cannot be seen at all gets a sign of its own.
            return GAP if not (written or "").strip() and self._hinders(row, column) else written
        if role == Qt.ItemDataRole.BackgroundRole and self._hinders(row, column):
            color = QColor(self._theme.warning)
            color.setAlpha(TINT)
            return QBrush(color)
        if role == Qt.ItemDataRole.ForegroundRole:
            if self._hinders(row, column):
                return QColor(self._theme.warning)
            if self._use(column) == "ignored":
                return QColor(self._theme.muted)
        if role == Qt.ItemDataRole.TextAlignmentRole and self._kinds[column] == "number":
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _hinders(self, row: Sequence[str], column: int) -> bool:
        """Whether a value is missing in a column that is used, or the row is too short or too long here."""
        if column >= len(row) or (column == len(self._names) - 1 and len(row) > len(self._names)):
            return True
        return self._use(column) != "ignored" and (is_missing if self._kinds[column] in MEASURED else lacks_value)(
            row[column]
        )

    def _use(self, column: int) -> str:
        return self._roles[column] if column < len(self._roles) else "ignored"

    def _all_changed(self) -> None:
        if self._names:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._names) - 1)
        if self._names and self._cells:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._cells) - 1, len(self._names) - 1))
