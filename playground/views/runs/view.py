"""The runs view: pin the present run, see what differs, load one back."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QInputDialog,
    QLabel,
    QPushButton,
    QStackedWidget,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from playground.training.commands import LoadPin, PinRun, RemovePin, RenamePin
from playground.training.pins import Pin
from playground.training.snapshot import Snapshot
from playground.views.forms.text import spoken
from playground.views.icons import icon
from playground.views.kit.snapshot_view import SnapshotView
from playground.views.panel_style import set_property
from playground.views.runs.model import RunsModel
from playground.views.theme import LIGHT, Theme

CALM_MS = 200
"""While training runs, the present run's numbers are written anew after so long: they are to be read."""


class RunsView(SnapshotView):
    """A table of the present run and the pinned ones.

    Signals
    -------
    command_requested(command)
        Pin, load, rename or remove a run.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._snapshot: Snapshot | None = None
        self._theme = LIGHT
        self._model = RunsModel()
        self._build()
        self._calm = QTimer(self, singleShot=True, interval=CALM_MS)
        self._calm.timeout.connect(self._show)
        self.set_theme(LIGHT)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a frame; hidden, only remember it."""
        before, self._snapshot = self._snapshot, snapshot
        if not self.isVisible():
            return
        same = before is not None and (before.pins, before.experiment) == (snapshot.pins, snapshot.experiment)
        if not same or not snapshot.running:
            self._show()
        elif not self._calm.isActive():
            self._calm.start()

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        self._theme = theme
        self._model.set_theme(theme)
        for name, button in self._tools.items():
            button.setIcon(icon(name, theme))
        self.pin.setIcon(icon("pin", theme))
        self.table.viewport().update()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what came while hidden."""
        super().showEvent(event)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove the selected pin with Delete, rename it with F2."""
        keys = {Qt.Key.Key_Delete: self.remove, Qt.Key.Key_F2: self.rename}
        if event.key() in keys:
            keys[Qt.Key(event.key())]()
        else:
            super().keyPressEvent(event)

    @property
    def selected(self) -> Pin | None:
        """The pin of the row that is selected, None if there is none."""
        index = self.table.currentIndex()
        return self._model.pin_at(index.row()) if index.isValid() else None

    def load(self) -> None:
        """Ask for the selected run back."""
        if (pin := self.selected) is not None:
            self.command_requested.emit(LoadPin(pin.number))

    def remove(self) -> None:
        """Let the selected run go."""
        if (pin := self.selected) is not None:
            self.command_requested.emit(RemovePin(pin.number))

    def rename(self) -> None:
        """Ask for another name of the selected run."""
        if (pin := self.selected) is not None:
            name, accepted = QInputDialog.getText(self, self.tr("Rename run"), self.tr("Name"), text=spoken(pin.name))
            if accepted and name.strip():
                self.command_requested.emit(RenamePin(pin.number, name))

    def _build(self) -> None:
        self.pin = QPushButton(self.tr("Pin this run"))
        self.pin.setToolTip(self.tr("Keep the run as it is: its curves stay, and it can be loaded back."))
        self._tools: dict[str, QToolButton] = {}
        for name, text, tip, do in (
            (
                "load_pin",
                self.tr("Load"),
                self.tr("Bring the selected run back; the present one can be undone to."),
                self.load,
            ),
            ("rename", self.tr("Rename"), self.tr("Call the selected run otherwise (F2)."), self.rename),
            ("remove", self.tr("Remove"), self.tr("Let the selected run go (Delete)."), self.remove),
        ):
            button = QToolButton()
            button.setAccessibleName(text)
            button.setToolTip(tip)
            button.clicked.connect(do)
            self._tools[name] = button
        self.table = QTableView()
        self.table.setModel(self._model)
        self.table.setAccessibleName(self.tr("Runs"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(24)
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        empty = QLabel(self.tr("Pin a run to keep its curves, and compare the next ones with it."))
        empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        empty.setWordWrap(True)
        set_property(empty, "role", "muted")
        self._stack = QStackedWidget()
        self._stack.addWidget(empty)
        self._stack.addWidget(self.table)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.pin)
        row.addStretch(1)
        for button in self._tools.values():
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 8)
        layout.setSpacing(6)
        layout.addLayout(row)
        layout.addWidget(self._stack, 1)
        self.pin.clicked.connect(lambda: self.command_requested.emit(PinRun()))
        self.table.doubleClicked.connect(self._open)
        self.table.selectionModel().currentChanged.connect(self._enable)
        self._enable()

    def tool(self, name: str) -> QToolButton:
        """Return the button ``load_pin``, ``rename`` or ``remove``."""
        return self._tools[name]

    def _show(self) -> None:
        snapshot = self._snapshot
        if snapshot is None:
            return
        number = None if self.selected is None else self.selected.number
        if self._model.show_runs(snapshot):
            self._stack.setCurrentIndex(1 if snapshot.pins else 0)
            self.table.resizeColumnsToContents()
            rows = [row for row, pin in enumerate(snapshot.pins, start=1) if pin.number == number]
            if rows:
                self.table.selectRow(rows[0])
            self._enable()

    def _open(self, _index: QModelIndex | QPersistentModelIndex) -> None:
        self.load()

    def _enable(self, *_: object) -> None:
        for button in self._tools.values():
            button.setEnabled(self.selected is not None)
