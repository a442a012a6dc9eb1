"""What each column of a table holds and what it is for: a list in which a click or a key changes its use."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from types import MappingProxyType

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from playground.data import TableColumn
from playground.data.dataset import short_name
from playground.messages import Message
from playground.views.forms.text import translated
from playground.views.kit.appearance import pixels, theme
from playground.views.kit.copying import offer_copies, table_text
from playground.views.panel_style import set_property

Index = QModelIndex | QPersistentModelIndex
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
MOST_DISTINCT = 100
REMARK_WIDTH = 170
NARROWEST_NAME, WIDEST_NAME = 90, 280
"""Pixels at 100 % that a name has at least, and at most where it needs them; beyond, the table scrolls."""
ROW_ROOM = 8
SEEN = 50
"""So many rows decide how wide a column is."""


class Role(Struct, frozen=True):
    """What a column can be for the network; `mark` is a sign that goes with the word."""

    name: str
    label: Message
    tooltip: Message
    mark: str

    @property
    def text(self) -> str:
        return f"{self.mark} {translated(self.label)}"


ROLES: Mapping[str, Role] = MappingProxyType(
    {
        role.name: role
        for role in (
            Role("input", Message("Input"), Message("The network sees this column: it must hold numbers."), "→"),
            Role(
                "label",
                Message("Predict"),
                Message("The network learns to predict this column: texts are classes."),
                "◎",
            ),
            Role("ignored", Message("Ignore"), Message("This column is left out."), "–"),
        )
    }
)
"""Every role by name, in the order in which a click goes through them."""

KINDS: Mapping[str, Message] = MappingProxyType(
    {
        "number": Message("numbers"),
        "yes_no": Message("yes or no"),
        "category": Message("categories"),
        "text": Message("text"),
        "date": Message("dates"),
        "empty": Message("empty"),
    }
)


def next_role(name: str) -> str:
    names = list(ROLES)
    return names[(names.index(name) + 1) % len(names)]


class Facet(Struct, frozen=True):
    """One thing that is shown of every column: its heading, and how it reads."""

    heading: Message
    text: Callable[[TableColumn], str]
    is_number: bool = False


def remark(column: TableColumn) -> str:
    """Return why a column is left out, or what becomes of it."""
    if column.reason is not None:
        return translated(column.reason)
    if column.kinds:
        return translated(Message("{count} kinds, an input each", count=len(column.kinds)))
    return translated(Message("in {unit}", unit=column.unit)) if column.unit else ""


def _distinct(column: TableColumn) -> str:
    return f"> {MOST_DISTINCT}" if column.distinct > MOST_DISTINCT else str(column.distinct)


FACETS = (
    Facet(Message("Column"), lambda column: short_name(column.name)),
    Facet(Message("Holds"), lambda column: translated(KINDS[column.kind])),
    Facet(Message("Remark"), remark),
    Facet(Message("Different"), _distinct, is_number=True),
    Facet(Message("Missing"), lambda column: str(column.missing), is_number=True),
)
REMARK_COLUMN = 2
ROLE_COLUMN = len(FACETS)


class SheetModel(QAbstractTableModel):
    """What both tables of the import panel have in common: their cells change all at once."""

    def _all_changed(self) -> None:
        rows, columns = self.rowCount(), self.columnCount()
        if columns:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, columns - 1)
        if columns and rows:
            self.dataChanged.emit(self.index(0, 0), self.index(rows - 1, columns - 1))


class ColumnsModel(SheetModel):
    """The columns of a table with their roles.

    Signals
    -------
    roles_changed()
        A person gave a column another role.
    """

    roles_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.columns: tuple[TableColumn, ...] = ()
        self._roles: list[str] = []

    def show_columns(self, columns: Sequence[TableColumn], roles: Sequence[str]) -> None:
        """Show the columns of another table, or the same ones read in another way."""
        if [column.name for column in columns] == [column.name for column in self.columns]:
            self.columns, self._roles = tuple(columns), list(roles)  # what is selected stays selected
            self._all_changed()
            return
        self.beginResetModel()
        self.columns, self._roles = tuple(columns), list(roles)
        self.endResetModel()

    @property
    def roles(self) -> tuple[str, ...]:
        return tuple(self._roles)

    def names(self, role: str) -> tuple[str, ...]:
        """Return the columns of a role, in the table's order."""
        return tuple(column.name for column, own in zip(self.columns, self._roles, strict=True) if own == role)

    def set_role(self, rows: Sequence[int], role: str) -> None:
        changed = [row for row in rows if self._roles[row] != role]
        for row in changed:
            self._roles[row] = role
            self.dataChanged.emit(self.index(row, 0), self.index(row, ROLE_COLUMN))
        if changed:
            self.roles_changed.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.columns)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else ROLE_COLUMN + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return translated(Message("Use") if section == ROLE_COLUMN else FACETS[section].heading)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        column, own = self.columns[index.row()], self._roles[index.row()]
        facet = None if index.column() == ROLE_COLUMN else FACETS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return ROLES[own].text if facet is None else facet.text(column)
        if role == Qt.ItemDataRole.ToolTipRole:
            if index.column() == REMARK_COLUMN:
                return remark(column)
            return column.name if facet else translated(ROLES[own].tooltip)
        if role == Qt.ItemDataRole.TextAlignmentRole and facet is not None and facet.is_number:
            return RIGHT
        if role == Qt.ItemDataRole.ForegroundRole and (own == "ignored" or facet is None):
            return QColor(theme().muted if own == "ignored" else theme().accent)
        if role == Qt.ItemDataRole.FontRole and own == "label":
            font = QFont()
            font.setBold(True)
            return font
        return None


class Sheet(QTableView):
    """A table that is read and not written, with headings at the left."""

    def __init__(self, model: SheetModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName(name)
        offer_copies(self, partial(table_text, self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        set_property(self, "role", "sheet")
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setHighlightSections(False)

        self._fit_rows()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_rows()
            self.fit_columns()

    def fit_columns(self) -> None:
        """Give the columns the widths that their texts need."""

    def _fit_rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + ROW_ROOM)


class ColumnTable(Sheet):
    """Shows a `ColumnsModel`.

    Signals
    -------
    chosen_changed()
        Other columns are selected, or none.
    """

    chosen_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        columns = ColumnsModel()
        super().__init__(columns, translated(Message("Columns of the table")), parent)
        self.columns = columns
        self.setAccessibleDescription(self.tr("Space gives the selected columns the next use."))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setResizeContentsPrecision(SEEN)
        header.setMinimumSectionSize(40)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(REMARK_COLUMN, QHeaderView.ResizeMode.Interactive)
        header.moveSection(ROLE_COLUMN, 1)  # beside the name, and in sight however narrow it gets
        self.clicked.connect(self._turn_one)
        self.selectionModel().selectionChanged.connect(self.chosen_changed)
        self.columns.modelReset.connect(self.chosen_changed)
        self.columns.modelReset.connect(self.fit_columns)

    @property
    def chosen(self) -> list[int]:
        """The columns selected, by their place."""
        return sorted({index.row() for index in self.selectionModel().selectedRows()})

    def give(self, role: str) -> None:
        """Use the selected columns in this way."""
        self.columns.set_role(self.chosen, role)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()

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

    def fit_columns(self) -> None:
        """Give the names what they need, then the remarks; Qt's own way gives up where there is too little room."""
        header = self.horizontalHeader()
        room = self.viewport().width()
        room -= sum(header.sectionSize(place) for place in range(1, header.count()) if place != REMARK_COLUMN)
        names = min(max(pixels(NARROWEST_NAME), self.sizeHintForColumn(0)), pixels(WIDEST_NAME))
        remarks = max(header.sectionSizeHint(REMARK_COLUMN), self.sizeHintForColumn(REMARK_COLUMN))
        remarks = min(remarks, max(pixels(REMARK_WIDTH), room - names))
        header.resizeSection(REMARK_COLUMN, remarks)
        self.setColumnWidth(0, max(names, room - remarks))
