"""The runs view: pin the present run, see what differs, load one back."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, QSortFilterProxyModel, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QInputDialog,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QTableView,
    QToolButton,
    QWidget,
)

from playground.training.commands import LoadPin, PinRun, RemovePin, RenamePin
from playground.training.pins import Pin
from playground.training.snapshot import Snapshot
from playground.views.forms.text import spoken
from playground.views.icons import icon
from playground.views.kit.appearance import pixels, scaled, theme
from playground.views.kit.building import divided, in_column, in_row, named
from playground.views.kit.copying import add_copies, put_text
from playground.views.kit.pace import Pace
from playground.views.kit.snapshot_view import SnapshotView
from playground.views.panel_style import set_property
from playground.views.runs.model import SIDE, SORTED, RunsModel

CALM_SECONDS = 0.2
"""While training runs, the present run's numbers are written anew at most so often: they are to be read."""


class RunsView(SnapshotView):
    """A table of the present run and the pinned ones."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = RunsModel()
        self._sorted = QSortFilterProxyModel()
        self._sorted.setSourceModel(self._model)
        self._sorted.setSortRole(SORTED)
        self._build()
        self._pace = Pace(self, CALM_SECONDS, self._show)
        self._shown: tuple[object, ...] = ()
        self.restyle()

    def draw_snapshot(self, snapshot: Snapshot) -> None:
        before, self._shown = self._shown, (snapshot.pins, snapshot.experiment)
        if snapshot.running and before == self._shown:
            self._pace.soon()
        else:
            self._pace.now()

    def minimumSizeHint(self) -> QSize:
        """Return room for two runs; the sentence takes what it needs beside them."""
        return QSize(pixels(240), pixels(150))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove the selected pin with Delete, rename it with F2, copy the table."""
        if event.matches(QKeySequence.StandardKey.Copy):
            put_text(self.as_text())
            return
        keys = {Qt.Key.Key_Delete: self.remove, Qt.Key.Key_F2: self.rename}
        if event.key() in keys:
            keys[Qt.Key(event.key())]()
        else:
            super().keyPressEvent(event)

    @property
    def selected(self) -> Pin | None:
        """The pin of the row that is selected, None if there is none."""
        index = self.table.currentIndex()
        return self._model.pin_at(self._sorted.mapToSource(index).row()) if index.isValid() else None

    def as_text(self) -> str:
        """Return the table: a line for each run, with tabs between what is told of it."""
        rows = range(self._sorted.rowCount())
        columns = range(self._sorted.columnCount())
        heading = [self._sorted.headerData(column, Qt.Orientation.Horizontal) for column in columns]
        lines = [[self._sorted.index(row, column).data() for column in columns] for row in rows]
        return "".join("\t".join(cell.replace("\n", " / ") for cell in line) + "\n" for line in (heading, *lines))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the run under the mouse."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button in self._tools.values():
            action = menu.addAction(button.icon(), button.accessibleName(), button.click)
            action.setEnabled(button.isEnabled())
        menu.addSeparator()
        add_copies(menu, self, self.as_text)
        menu.popup(event.globalPos())

    def load(self) -> None:
        if (pin := self.selected) is not None:
            self.command_requested.emit(LoadPin(pin.number))

    def remove(self) -> None:
        if (pin := self.selected) is not None:
            self.command_requested.emit(RemovePin(pin.number))

    def rename(self) -> None:
        if (pin := self.selected) is not None:
            name, accepted = QInputDialog.getText(self, self.tr("Rename run"), self.tr("Name"), text=spoken(pin.name))
            if accepted and name.strip():
                self.command_requested.emit(RenamePin(pin.number, name))

    def _build(self) -> None:
        self.pin = QPushButton(self.tr("Pin this run"))
        self.pin.setToolTip(self.tr("Keep the run as it is: its curves stay, and it can be loaded back."))
        back = self.tr("Bring the selected run back; the present one can be undone to.")
        self._tools = {
            "load_pin": self._tool(self.tr("Load"), back, self.load),
            "rename": self._tool(self.tr("Rename"), self.tr("Call the selected run otherwise (F2)."), self.rename),
            "remove": self._tool(self.tr("Remove"), self.tr("Let the selected run go (Delete)."), self.remove),
        }
        self.table = QTableView()
        self.table.setModel(self._sorted)
        self.table.setAccessibleName(self.tr("Runs"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.verticalHeader().hide()
        self.table.setTextElideMode(Qt.TextElideMode.ElideRight)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(1)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.setSortingEnabled(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)  # in the order they were pinned
        header.setSortIndicatorClearable(True)
        self.sentence = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        empty = QLabel(self.tr("Pin a run to keep its curves, and compare the next ones with it."))
        empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        empty.setWordWrap(True)
        set_property(empty, "role", "muted")
        self._stack = QStackedWidget()
        self._stack.addWidget(empty)
        # A splitter takes no height from its width: the sentence must not push the table out of the panel.
        self._runs = divided(Qt.Orientation.Vertical, (self.table, 1), (self.sentence, 0), handle=5)
        scaled(self.table, QWidget.setMinimumHeight, 70)
        scaled(self.sentence, QWidget.setMinimumHeight, 48)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._stack.addWidget(self._runs)
        tools = in_row(self.pin, None, *self._tools.values(), gap=4)
        self.setLayout(in_column(tools, (self._stack, 1), edges=(8, 6, 8, 8)))
        self.pin.clicked.connect(lambda: self.command_requested.emit(PinRun()))
        self.table.doubleClicked.connect(self._open)
        self.table.selectionModel().currentChanged.connect(self._enable)
        self._enable()

    def _tool(self, text: str, tip: str, do: Callable[[], None]) -> QToolButton:
        button = named(QToolButton(), text, tip)
        button.clicked.connect(do)
        return button

    def tool(self, name: str) -> QToolButton:
        """Return the button ``load_pin``, ``rename`` or ``remove``."""
        return self._tools[name]

    def _show(self) -> None:
        snapshot = self.snapshot
        if snapshot is None:
            return
        number = None if self.selected is None else self.selected.number
        if self._model.show_runs(snapshot):
            self._stack.setCurrentIndex(1 if snapshot.pins else 0)
            rows = [row for row, pin in enumerate(snapshot.pins, start=1) if pin.number == number]
            if rows:
                self.table.selectRow(self._sorted.mapFromSource(self._model.index(rows[0], 0)).row())
        self._fit()
        self._enable()

    def _fit(self) -> None:
        """Give the numbers what they need and the names the rest: no column keeps room for the mark of sorting."""
        header = self.table.horizontalHeader()
        for column in range(1, self._model.columnCount()):
            heading = str(self._model.headerData(column, Qt.Orientation.Horizontal))
            words = header.fontMetrics().horizontalAdvance(heading) + pixels(9)
            header.resizeSection(column, max(self.table.sizeHintForColumn(column), words))

    def _open(self, _index: QModelIndex | QPersistentModelIndex) -> None:
        self.load()

    def _enable(self, *_: object) -> None:
        for button in self._tools.values():
            button.setEnabled(self.selected is not None)
        index = self.table.currentIndex()
        if self._model.rowCount():
            row = self._sorted.mapToSource(index).row() if index.isValid() else None
            self.sentence.setText(self._model.sentence(row))

    def restyle(self) -> None:
        for name, button in self._tools.items():
            button.setIcon(icon(name, theme()))
        self.pin.setIcon(icon("pin", theme()))
        self._model.restyle()
        self.table.setIconSize(QSize(pixels(SIDE + 4), pixels(SIDE)))
        self.table.verticalHeader().setDefaultSectionSize(pixels(SIDE + 6))
        self._fit()
        self.table.viewport().update()
