"""The list of a table's columns: what each holds, and what it is used for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont

from playground.data import TableColumn
from playground.data.dataset import short_name
from playground.views.forms.text import translated
from playground.views.importing.roles import CONTEXT as ROLES_CONTEXT
from playground.views.importing.roles import ROLES, role_text
from playground.views.theme import LIGHT, Theme

CONTEXT = "ColumnTable"
Index = QModelIndex | QPersistentModelIndex
KINDS: Mapping[str, str] = MappingProxyType(
    {
        "number": str(QT_TRANSLATE_NOOP("ColumnTable", "numbers")),
        "yes_no": str(QT_TRANSLATE_NOOP("ColumnTable", "yes or no")),
        "category": str(QT_TRANSLATE_NOOP("ColumnTable", "categories")),
        "text": str(QT_TRANSLATE_NOOP("ColumnTable", "text")),
        "date": str(QT_TRANSLATE_NOOP("ColumnTable", "dates")),
        "empty": str(QT_TRANSLATE_NOOP("ColumnTable", "empty")),
    }
)
MOST_DISTINCT = 100


@dataclass(frozen=True)
class Facet:
    """One thing that is shown of every column: its heading (context ``ColumnTable``), and how it reads."""

    heading: str
    text: Callable[[TableColumn], str]
    is_number: bool = False


def _kind(column: TableColumn) -> str:
    return QCoreApplication.translate(CONTEXT, KINDS[column.kind])


def remark(column: TableColumn) -> str:
    """Return why a column is left out, or what becomes of it."""
    if column.reason is not None:
        return translated(column.reason)
    if column.kinds:
        text = QCoreApplication.translate("ColumnTable", "{count} kinds, an input each")
        return text.format(count=len(column.kinds))
    return QCoreApplication.translate("ColumnTable", "in {unit}").format(unit=column.unit) if column.unit else ""


def _distinct(column: TableColumn) -> str:
    return f"> {MOST_DISTINCT}" if column.distinct > MOST_DISTINCT else str(column.distinct)


FACETS = (
    Facet(str(QT_TRANSLATE_NOOP("ColumnTable", "Column")), lambda column: short_name(column.name)),
    Facet(str(QT_TRANSLATE_NOOP("ColumnTable", "Holds")), _kind),
    Facet(str(QT_TRANSLATE_NOOP("ColumnTable", "Remark")), lambda column: remark(column)),
    Facet(str(QT_TRANSLATE_NOOP("ColumnTable", "Different")), _distinct, is_number=True),
    Facet(str(QT_TRANSLATE_NOOP("ColumnTable", "Missing")), lambda column: str(column.missing), is_number=True),
)
REMARK_COLUMN = 2
ROLE_COLUMN = len(FACETS)


class ColumnsModel(QAbstractTableModel):
    """The columns of a table with their roles.

    Signals
    -------
    roles_changed()
        A person gave a column another role.
    """

    roles_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._columns: tuple[TableColumn, ...] = ()
        self._roles: list[str] = []
        self._theme = LIGHT

    def show_columns(self, columns: Sequence[TableColumn], roles: Sequence[str]) -> None:
        """Show the columns of another table, or the same ones read in another way."""
        if [column.name for column in columns] == [column.name for column in self._columns]:
            self._columns, self._roles = tuple(columns), list(roles)  # what is selected stays selected
            self._all_changed()
            return
        self.beginResetModel()
        self._columns, self._roles = tuple(columns), list(roles)
        self.endResetModel()

    @property
    def columns(self) -> tuple[TableColumn, ...]:
        """What is shown."""
        return self._columns

    @property
    def roles(self) -> tuple[str, ...]:
        """The role of each column."""
        return tuple(self._roles)

    def names(self, role: str) -> tuple[str, ...]:
        """Return the columns of a role, in the table's order."""
        return tuple(column.name for column, own in zip(self._columns, self._roles, strict=True) if own == role)

    def set_role(self, rows: Sequence[int], role: str) -> None:
        """Give columns another role."""
        changed = [row for row in rows if self._roles[row] != role]
        for row in changed:
            self._roles[row] = role
            self.dataChanged.emit(self.index(row, 0), self.index(row, ROLE_COLUMN))
        if changed:
            self.roles_changed.emit()

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        self._theme = theme
        self._all_changed()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many columns the table has."""
        return 0 if parent.isValid() else len(self._columns)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how much is shown of each."""
        return 0 if parent.isValid() else ROLE_COLUMN + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the headings."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        if section == ROLE_COLUMN:
            return self.tr("Use")
        return QCoreApplication.translate(CONTEXT, FACETS[section].heading)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows."""
        column, own = self._columns[index.row()], self._roles[index.row()]
        facet = None if index.column() == ROLE_COLUMN else FACETS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return role_text(own) if facet is None else facet.text(column)
        if role == Qt.ItemDataRole.ToolTipRole:
            if index.column() == REMARK_COLUMN:
                return remark(column)
            return column.name if facet else QCoreApplication.translate(ROLES_CONTEXT, ROLES[own].tooltip)
        if role == Qt.ItemDataRole.TextAlignmentRole and facet is not None and facet.is_number:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._color(own, is_role=facet is None)
        if role == Qt.ItemDataRole.FontRole and own == "label":
            font = QFont()
            font.setBold(True)
            return font
        return None

    def _all_changed(self) -> None:
        if self._columns:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._columns) - 1, ROLE_COLUMN))

    def _color(self, own: str, *, is_role: bool) -> QColor | None:
        if own == "ignored":
            return QColor(self._theme.muted)
        return QColor(self._theme.accent) if is_role else None
