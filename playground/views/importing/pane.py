"""The table of the import panel: what its columns are for on the left, its first rows on the right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from playground.data import TableReport
from playground.messages import Message
from playground.views.forms.text import translated
from playground.views.importing.cells import CellTable
from playground.views.importing.columns import ROLES, ColumnTable
from playground.views.kit.building import spaced
from playground.views.kit.empty import EmptyPlot

SHARES = (540, 340)


class TablePane(QStackedWidget):
    """A table, or a sentence as long as there is none.

    Attributes
    ----------
    columns, cells, uses, empty
        The parts; `uses` has a button for each use of the selected columns.
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
        left, uses = QWidget(), QHBoxLayout()
        spaced(uses, gap=6)
        for button in self.uses.values():
            uses.addWidget(button)
        uses.addStretch(1)
        column = QVBoxLayout(left)
        spaced(column, gap=6, edges=0)
        column.addWidget(self.columns, 1)
        column.addLayout(uses)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(9)
        split.setProperty("role", "gap")
        split.addWidget(left)
        split.addWidget(self.cells)
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
