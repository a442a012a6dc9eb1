"""The table of the import panel: what its columns are for on the left, its first rows on the right."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QHeaderView, QPushButton, QStackedWidget, QWidget

from playground.data import TableReport
from playground.data.cells import is_missing, lacks_value
from playground.data.dataset import short_name, short_names
from playground.messages import Message
from playground.views.forms.text import translated
from playground.views.importing.columns import RIGHT, ROLES, ColumnTable, Index, Sheet, SheetModel
from playground.views.kit.appearance import pixels, theme
from playground.views.kit.building import in_column, in_row
from playground.views.kit.empty import EmptyPlot
from playground.views.kit.fitting import divided

GAP = "∅"
"""What stands in a cell that lacks a value."""
TINT = 40
MEASURED = ("number", "yes_no", "date", "empty")
"""Kinds of columns in which a dash or the like is no kind of its own."""
WIDEST, ROOM = 180, 20
"""Pixels at 100 % of a column of long texts, and between two columns."""


class CellsModel(SheetModel):
    """The head of a table; a short row has empty cells at its end, and a gap is marked where it hinders."""

    def __init__(self) -> None:
        super().__init__()
        self._names: tuple[str, ...] = ()
        self._cells: tuple[tuple[str, ...], ...] = ()
        self._kinds: tuple[str, ...] = ()
        self._roles: tuple[str, ...] = ()
        self._short: dict[int, str] = {}

    def show_preview(self, preview: TableReport, roles: Sequence[str]) -> bool:
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
        return self._names[section]

    def longest_texts(self, section: int) -> tuple[str, str]:
        """Return a column's name and its longest cell, which is the widest, or nearly; Qt would ask every cell."""
        longest = max((row[section] for row in self._cells if section < len(row)), key=len, default="")
        return self._names[section], short_name(longest)

    def shorten(self, section: int, name: str) -> None:
        """Write a column's name shorter, for lack of room."""
        self._short[section] = name

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._cells)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._names)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a column's name and use, or the number of a row."""
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1) if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._names[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and self._kinds[section] == "number":
            return RIGHT
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        use = f"\n{ROLES[self._roles[section]].text}" if section < len(self._roles) else ""
        return f"{self._short.get(section, self._names[section])}{use}"

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = self._cells[index.row()], index.column()
        written = row[column] if column < len(row) else None
        if column == len(self._names) - 1 and len(row) > len(self._names):
            written = " | ".join(row[column:])  # cells that no column is there for
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            # Only what cannot be seen at all gets a sign of its own.
            return GAP if not (written or "").strip() and self._hinders(row, column) else written
        if role == Qt.ItemDataRole.BackgroundRole and self._hinders(row, column):
            color = QColor(theme().warning)
            color.setAlpha(TINT)
            return QBrush(color)
        if role == Qt.ItemDataRole.ForegroundRole:
            if self._hinders(row, column):
                return QColor(theme().warning)
            if self._use(column) == "ignored":
                return QColor(theme().muted)
        if role == Qt.ItemDataRole.TextAlignmentRole and self._kinds[column] == "number":
            return RIGHT
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


class CellTable(Sheet):
    """Shows a `CellsModel`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        cells = CellsModel()
        super().__init__(cells, translated(Message("First rows of the table")), parent)
        self.cells = cells
        header = self.horizontalHeader()
        header.setTextElideMode(Qt.TextElideMode.ElideNone)  # which would shorten both lines
        header.setMinimumSectionSize(48)
        header.sectionResized.connect(self._shorten_name)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def show_preview(self, preview: TableReport, roles: tuple[str, ...]) -> None:
        if self.cells.show_preview(preview, roles):
            self.fit_columns()
            self.scrollToTop()

    def fit_columns(self) -> None:
        width_of = self.horizontalHeader().fontMetrics().horizontalAdvance
        least = max(width_of(role.text) for role in ROLES.values())
        for place in range(self.cells.columnCount()):
            width = max(least, *map(width_of, self.cells.longest_texts(place)))
            self.setColumnWidth(place, min(pixels(WIDEST), width + pixels(ROOM)))

    def _shorten_name(self, section: int, _old: int, width: int) -> None:
        """Fit a column's name to its width: Qt would clip it, from the left where it is aligned to the right."""
        if 0 <= section < self.cells.columnCount():
            metrics = self.horizontalHeader().fontMetrics()
            room = width - pixels(ROOM) + 1
            name = metrics.elidedText(self.cells.name(section), Qt.TextElideMode.ElideMiddle, room)
            self.cells.shorten(section, name)


SHARES = (540, 340)


class TablePane(QStackedWidget):
    """A table, or a sentence as long as there is none.

    `columns`, `cells`, `uses`, `empty`: the parts; `uses` has a button for each use of the selected columns.
    """

    roles_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns, self.cells, self.empty = ColumnTable(), CellTable(), EmptyPlot("")
        self.uses: dict[str, QPushButton] = {}
        for name, role in ROLES.items():
            button = QPushButton(role.text)
            button.setToolTip(translated(Message("For the selected columns. {what}", what=role.tooltip)))
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, name=name: self.columns.give(name))
            self.uses[name] = button
        self.columns.columns.roles_changed.connect(self._take_roles)
        self.columns.chosen_changed.connect(self._offer)
        self._lay_out()
        self._offer()

    @property
    def roles(self) -> tuple[str, ...]:
        return self.columns.columns.roles

    @property
    def column_names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns.columns.columns)

    def names(self, role: str) -> tuple[str, ...]:
        return self.columns.columns.names(role)

    def show_preview(self, preview: TableReport) -> None:
        roles = tuple(column.role for column in preview.columns)
        self.columns.columns.show_columns(preview.columns, roles)
        self.cells.show_preview(preview, roles)

    def forget(self) -> None:
        self.columns.columns.show_columns((), ())

    def say(self, sentence: str) -> None:
        """Say why there is no table; with an empty sentence there is one."""
        self.empty.set_sentence(sentence)
        self.setCurrentIndex(int(not sentence))

    def _lay_out(self) -> None:
        left = QWidget()
        left.setLayout(in_column((self.columns, 1), in_row(*self.uses.values(), None)))
        split = divided(Qt.Orientation.Horizontal, (left, 0), (self.cells, 0), handle=9)
        split.setProperty("role", "gap")
        split.setSizes(list(SHARES))
        for widget in (self.empty, split):
            self.addWidget(widget)

    def _take_roles(self) -> None:
        self.cells.cells.show_roles(self.roles)
        self.roles_changed.emit()

    def _offer(self) -> None:
        some = bool(self.columns.chosen)
        for button in self.uses.values():
            button.setEnabled(some)
