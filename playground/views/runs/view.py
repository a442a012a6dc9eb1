"""The runs view: pin the present run, compare pinned ones and the networks on the wall, bring one of them back."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelectionModel, QSize, QSortFilterProxyModel, Qt
from PySide6.QtGui import QContextMenuEvent, QIcon, QKeyEvent, QKeySequence
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
from playground.training.commands.many import PinMember, TakeMember
from playground.training.run_table import NOW, RunKey, RunRow, of_all, of_one, of_two, run_rows
from playground.training.snapshot import Snapshot
from playground.views.forms.text import spoken, translated
from playground.views.icons import icon
from playground.views.kit.appearance import pixels, scaled, theme
from playground.views.kit.building import divided, in_column, in_row, named
from playground.views.kit.copying import add_copies, put_text
from playground.views.kit.pace import Pace
from playground.views.kit.row_table import of_whole_rows, sorted_by_clicks
from playground.views.kit.snapshot_view import SnapshotView
from playground.views.panel_style import set_property
from playground.views.runs.colors import pin_color
from playground.views.runs.columns import results, run_columns
from playground.views.runs.model import SORTED, RowsModel
from playground.views.runs.thumbnail import thumbnail

CALM_SECONDS = 0.2
"""While training runs, numbers are written anew at most so often: they are to be read."""
MEASURED = 24
"""Columns are as wide as so many rows in sight need."""
SIDE = 36
"""Pixels of a run's picture."""


class RunsView(SnapshotView):
    """A table of the present run, the pinned ones, and the networks on the wall."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[RunRow, ...] = ()
        self._pictures: dict[object, tuple[object, QIcon]] = {}
        self._model = RowsModel(self._picture, self._tip)
        self._sorted = QSortFilterProxyModel()
        self._sorted.setSourceModel(self._model)
        self._sorted.setSortRole(SORTED)
        self._build()
        self._pace = Pace(self, CALM_SECONDS, self._show)
        self._shown: tuple[object, ...] = ()
        self.restyle()

    # What happens

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

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the run under the mouse."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button in (self.pin, *self._tools.values()):
            action = menu.addAction(button.icon(), button.accessibleName() or button.text(), button.click)
            action.setEnabled(button.isEnabled())
        menu.addSeparator()
        add_copies(menu, self, self.as_text)
        menu.popup(event.globalPos())

    def restyle(self) -> None:
        for name, button in self._tools.items():
            button.setIcon(icon(name, theme()))
        self.pin.setIcon(icon("pin", theme()))
        self._pictures = {}
        self.table.setIconSize(QSize(pixels(SIDE + 4), pixels(SIDE)))
        self.table.verticalHeader().setDefaultSectionSize(pixels(SIDE + 6))
        self._fit()
        self.table.viewport().update()

    # What is selected, and what can be done with it

    @property
    def chosen(self) -> list[RunRow]:
        """The runs that are selected, from the top."""
        places = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self._row(place) for place in places]

    @property
    def selected(self) -> RunRow | None:
        """The one run that is selected; None if there is none, or more than one."""
        chosen = self.chosen
        return chosen[0] if len(chosen) == 1 else None

    def as_text(self) -> str:
        """Return the table: a line for each run, with tabs between what is told of it."""
        rows, columns = range(self._sorted.rowCount()), range(self._sorted.columnCount())
        heading = [self._sorted.headerData(column, Qt.Orientation.Horizontal) for column in columns]
        lines = [[self._sorted.index(row, column).data() for column in columns] for row in rows]
        return "".join("\t".join(cell.replace("\n", " / ") for cell in line) + "\n" for line in (heading, *lines))

    def load(self) -> None:
        """Bring the selected run back, or let a network on the wall be the session's own."""
        loads = {"pin": LoadPin, "wall": TakeMember}
        if (row := self.selected) is not None and row.key[0] in loads:
            self.command_requested.emit(loads[row.key[0]](row.key[1]))

    def remove(self) -> None:
        if (row := self.selected) is not None and row.key[0] == "pin":
            self.command_requested.emit(RemovePin(row.key[1]))

    def rename(self) -> None:
        if (row := self.selected) is not None and row.key[0] == "pin":
            name, accepted = QInputDialog.getText(self, self.tr("Rename run"), self.tr("Name"), text=spoken(row.name))
            if accepted and name.strip():
                self.command_requested.emit(RenamePin(row.key[1], name))

    def _keep(self) -> None:
        row = self.selected
        self.command_requested.emit(PinMember(row.key[1]) if row is not None and row.key[0] == "wall" else PinRun())

    def tool(self, name: str) -> QToolButton:
        """Return the button ``load_pin``, ``rename`` or ``remove``."""
        return self._tools[name]

    # How it is put together

    def _build(self) -> None:
        self.pin = QPushButton(self.tr("Pin this run"))
        self.pin.setToolTip(self.tr("Keep the run as it is: its curves stay, and it can be loaded back."))
        back = self.tr("Bring the selected run back; the present one can be undone to.")
        self._tools = {
            "load_pin": self._tool(self.tr("Load"), back, self.load),
            "rename": self._tool(self.tr("Rename"), self.tr("Call the selected run otherwise (F2)."), self.rename),
            "remove": self._tool(self.tr("Remove"), self.tr("Let the selected run go (Delete)."), self.remove),
        }
        self.table = of_whole_rows(QTableView())
        self.table.setModel(self._sorted)
        self.table.setAccessibleName(self.tr("Runs"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.table.horizontalHeader().setMinimumSectionSize(1)
        self.table.horizontalHeader().setResizeContentsPrecision(MEASURED)
        sorted_by_clicks(self.table)
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
        self.pin.clicked.connect(self._keep)
        self.table.doubleClicked.connect(lambda _: self.load())
        self.table.selectionModel().selectionChanged.connect(self._tell)
        self._tell()

    def _tool(self, text: str, tip: str, do: Callable[[], None]) -> QToolButton:
        button = named(QToolButton(), text, tip)
        button.clicked.connect(do)
        return button

    # What is shown

    def _show(self) -> None:
        if self.snapshot is None:
            return
        kept = [row.key for row in self.chosen]
        self._rows = run_rows(self.snapshot)
        if self._model.show_rows(self._rows, run_columns(self._rows[0])):
            self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
            self._stack.setCurrentIndex(1 if len(self._rows) > 1 else 0)
            self._select(kept)
        self._fit()
        self._tell()

    def _select(self, keys: Sequence[RunKey]) -> None:
        whole = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for place in filter(None, map(self._model.place, keys)):
            index = self._sorted.mapFromSource(self._model.index(place, 0))
            self.table.selectionModel().setCurrentIndex(index, whole)

    def _row(self, place: int) -> RunRow:
        row: RunRow = self._model.rows[self._sorted.mapToSource(self._sorted.index(place, 0)).row()]
        return row

    def _fit(self) -> None:
        """Give the numbers what they need and the names the rest: no column keeps room for the mark of sorting."""
        header = self.table.horizontalHeader()
        for column in range(1, self._model.columnCount()):
            heading = str(self._model.headerData(column, Qt.Orientation.Horizontal))
            words = header.fontMetrics().horizontalAdvance(heading) + pixels(9)
            header.resizeSection(column, max(self.table.sizeHintForColumn(column), words))

    def _tell(self, *_: object) -> None:
        """Say what the selection tells, and offer what can be done with it."""
        row = self.selected
        kind = "" if row is None else row.key[0]
        self._tools["load_pin"].setEnabled(kind in ("pin", "wall"))
        for name in ("rename", "remove"):
            self._tools[name].setEnabled(kind == "pin")
        here = self.tr("Pin this run")
        self.pin.setText(self.tr("Pin {run}").format(run=translated(row.name)) if row and kind == "wall" else here)
        if self._rows:
            self.sentence.setText(" ".join(map(translated, self._sentences())))

    def _sentences(self) -> tuple[str, ...]:
        match self.chosen:
            case [row]:
                return (of_one(row, self._rows[0]),)
            case [one, other]:
                return of_two(one, other)
            case rows:
                return (of_all(rows or self._rows),)

    def _tip(self, row: RunRow) -> str:
        return "\n".join(filter(None, (results(row), translated(of_one(row, self._rows[0])))))

    def _picture(self, row: RunRow) -> QIcon:
        """Return what a run looks like, drawn anew only where it answers otherwise."""
        answer = row.epoch if row.portrait is None else row.portrait.maps.units[-1]
        known = self._pictures.get(row.key)
        if known is None or known[0] is not answer:
            color = theme().train if row.key == NOW else theme().border
            if row.key[0] == "pin":
                color = pin_color(row.key[1], theme())
            pixmap = thumbnail(row.portrait, row.epochs, row.costs, theme(), color, pixels(SIDE))
            picture = QIcon(pixmap)
            picture.addPixmap(pixmap, QIcon.Mode.Selected)  # which would be tinted
            known = self._pictures[row.key] = answer, picture
        return known[1]
