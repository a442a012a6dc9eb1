"""The runs view: pin the present run, compare pinned ones and the networks on the wall, bring one of them back."""

from collections.abc import Callable, Hashable, Sequence

from PySide6.QtCore import QItemSelectionModel, QSize, QSortFilterProxyModel, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QResizeEvent
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

from playground.files import Experiment
from playground.messages import Message
from playground.training.commands import LoadPin, PinRun, RemovePin, RenamePin
from playground.training.commands.many import PinMember, TakeMember
from playground.training.many.report import KIND, ManyReport
from playground.training.run_table import (
    RunGroup,
    RunRow,
    condition_of,
    groupings,
    groups_of,
    of_all,
    of_best_and_worst,
    of_groups,
    of_one,
    of_two,
    run_rows,
)
from playground.training.snapshot import Snapshot
from playground.views.forms.text import spoken, translated
from playground.views.icons import icon
from playground.views.kit.appearance import pixels, scaled, theme
from playground.views.kit.building import in_column, in_row, named, of_whole_rows, scrolling, sorted_by_clicks
from playground.views.kit.copying import add_copies, put_text
from playground.views.kit.fitting import divided
from playground.views.kit.prose import prose, tell_whether
from playground.views.kit.snapshot_view import Pace, SnapshotView
from playground.views.panel_style import set_property
from playground.views.runs.columns import SORTED, RowsModel, about, group_columns, results, run_columns
from playground.views.runs.listing import Listing
from playground.views.runs.thumbnail import SIDE, RunPictures

CALM_SECONDS = 0.2
"""While training runs, numbers are written anew at most so often: they are to be read."""
SLOW_SECONDS = 1.0
"""And so often while the networks on the wall train: sorted or filtered, rows change their places."""
SHARES = (500, 200)
"""Of the height, for the table and the sentence."""
TO_ITS_RUNS = Message("Enter or a double click lists its runs.")
ROOMY = 400
"""Pixels at 100 %, from which on there are words on the button."""
MOST_NAMED = 16
"""Of a group's runs in its tooltip."""
EDGES = 34
"""Beside the sentence, with its scroll bar."""
BETWEEN = 6
"""Two columns of numbers, more than the style has, where names have room."""
MEASURED = 24
"""Columns are as wide as so many rows in sight need."""


class RunsView(SnapshotView):
    """A table of the present run, the pinned ones, and the networks on the wall."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[RunRow, ...] = ()
        self._listed: list[RunRow] = []
        self._compared: tuple[list[Experiment], Message] = [], Message("")
        self._pictures = RunPictures()
        self._model = RowsModel(self._pictures.of, self._tip)
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
        report = snapshot.work.get(KIND)
        wall_trains = isinstance(report, ManyReport) and report.state == "running"
        self._pace.seconds = SLOW_SECONDS if wall_trains else CALM_SECONDS
        if (snapshot.running or wall_trains) and before == self._shown:
            self._pace.soon()
        else:
            self._pace.now()

    def minimumSizeHint(self) -> QSize:
        """Return room for two runs; the sentence takes what it needs beside them."""
        return QSize(pixels(240), pixels(150))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Load the selected run with Enter, remove a pin with Delete, rename it with F2, copy the table."""
        if event.matches(QKeySequence.StandardKey.Copy):
            put_text(self.as_text())
            return
        load = dict.fromkeys((Qt.Key.Key_Return, Qt.Key.Key_Enter), self.load)
        keys = {Qt.Key.Key_Delete: self.remove, Qt.Key.Key_F2: self.rename, **load}
        if event.key() in keys:
            keys[Qt.Key(event.key())]()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the word on the button out where there is no room for it."""
        super().resizeEvent(event)
        self._fit_sentence()
        if (event.size().width() < pixels(ROOMY)) != (event.oldSize().width() < pixels(ROOMY)):
            self._fit()
            self._tell()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the run under the mouse."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button in (self.pin, *self._tools.values()):
            action = menu.addAction(button.icon(), button.accessibleName(), button.click)
            action.setEnabled(button.isEnabled())
        menu.addSeparator()
        add_copies(menu, self, self.as_text)
        menu.popup(event.globalPos())

    def restyle(self) -> None:
        for name, button in self._tools.items():
            button.setIcon(icon(name, theme()))
        self.pin.setIcon(icon("pin", theme()))
        self._pictures.forget()
        self.table.setIconSize(QSize(pixels(SIDE + 4), pixels(SIDE)))
        self.table.verticalHeader().setDefaultSectionSize(pixels(SIDE + 6))
        self._fit()
        self.table.viewport().update()

    # What is selected, and what can be done with it

    @property
    def chosen(self) -> list[RunRow | RunGroup]:
        """The runs or groups that are selected, from the top."""
        places = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self._row(place) for place in places]

    @property
    def selected(self) -> RunRow | None:
        """The one run that is selected; None if there is none, or more than one."""
        match self.chosen:
            case [RunRow() as row]:
                return row
        return None

    def as_text(self) -> str:
        """Return the table: a line for each run, with tabs between what is told of it."""
        rows, columns = range(self._sorted.rowCount()), range(self._sorted.columnCount())
        heading = [self._sorted.headerData(column, Qt.Orientation.Horizontal) for column in columns]
        lines = [[self._sorted.index(row, column).data() for column in columns] for row in rows]
        return "".join("\t".join(cell.replace("\n", " / ") for cell in line) + "\n" for line in (heading, *lines))

    def load(self) -> None:
        """Bring the selected run back, or let a network on the wall be the session's own; list the runs of a group."""
        loads = {"pin": LoadPin, "wall": TakeMember}
        match self.chosen:
            case [RunGroup() as group] if condition := condition_of(group.rows[0].experiment, group.paths):
                self.listing.list_alone(condition)
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
        self.pin = QPushButton()
        self.pin.setAccessibleDescription(self.tr("Keep the run as it is: its curves stay, and it can be loaded back."))
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
        self.sentence = prose()
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._place = scrolling(self.sentence)
        empty = QLabel(
            self.tr(
                "Pin a run to keep its curves, and compare the next ones with it.\nThe networks that you train in the "
                "workspace Many stand here too."
            )
        )
        empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        empty.setWordWrap(True)
        set_property(empty, "role", "muted")
        self._stack = QStackedWidget()
        self._stack.addWidget(empty)
        # Each scrolls by itself: a long sentence must not push the table out of the panel.
        self._runs = divided(Qt.Orientation.Vertical, (self.table, 3), (self._place, 1), handle=5)
        self._runs.setSizes(SHARES)
        scaled(self.table, QWidget.setMinimumHeight, 70)
        scaled(self._place, QWidget.setMinimumHeight, 34)
        self._stack.addWidget(self._runs)
        self.listing = Listing()
        top = in_row(self.pin, *self._tools.values(), (self.listing, 1), gap=4)
        self.setLayout(in_column(top, (self._stack, 1), edges=(8, 6, 8, 8)))
        self.listing.changed.connect(lambda: self._show())
        self.listing.about_to_offer.connect(self._offer)
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
        self._listed = [row for row in self._rows if row.key[0] in self.listing.kinds]
        self._listed = self.listing.condition.of(self._listed, self._text)
        if path := self.listing.path:
            groups = groups_of(self._listed, path)
            others = self._model.show_rows(groups, group_columns(groups[0].label if groups else self.listing.label))
        else:
            others = self._model.show_rows(self._listed, run_columns(self._rows[0]))
        if others:
            self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
            self._stack.setCurrentIndex(1 if len(self._rows) > 1 else 0)
            self._select(kept)
        self._fit()
        self._tell()

    def _select(self, keys: Sequence[Hashable]) -> None:
        whole = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for place in (place for key in keys if (place := self._model.place(key)) is not None):
            index = self._sorted.mapFromSource(self._model.index(place, 0))
            self.table.selectionModel().setCurrentIndex(index, whole)

    def _row(self, place: int) -> RunRow | RunGroup:
        row: RunRow | RunGroup = self._model.rows[self._sorted.mapToSource(self._sorted.index(place, 0)).row()]
        return row

    def _text(self, row: RunRow) -> str:
        """Return what a person reads of a run, for the words of the filter."""
        return f"{spoken(row.name)}\n{about(row, self._rows[0])}"

    def _offer(self) -> None:
        self.listing.offer(groupings(self._listed))

    def _fit(self) -> None:
        """Give the numbers what they need and the names the rest: no column keeps room for the mark of sorting."""
        header = self.table.horizontalHeader()
        between = pixels(BETWEEN) if self.width() >= pixels(ROOMY) else 0
        for column in range(1, self._model.columnCount()):
            heading = str(self._model.headerData(column, Qt.Orientation.Horizontal))
            words = header.fontMetrics().horizontalAdvance(heading) + pixels(9)
            header.resizeSection(column, max(self.table.sizeHintForColumn(column) + between, words))

    def _tell(self, *_: object) -> None:
        """Say what the selection tells, and offer what can be done with it."""
        row = self.selected
        kind = "" if row is None else row.key[0]
        self._tools["load_pin"].setEnabled(kind in ("pin", "wall"))
        for name in ("rename", "remove"):
            self._tools[name].setEnabled(kind == "pin")
        name = self.tr("Pin this run")
        if row is not None and kind == "wall":
            name = self.tr("Pin {run}").format(run=translated(row.name))
        self.pin.setAccessibleName(name)
        self.pin.setText(name if self.width() >= pixels(ROOMY) else "")
        self.pin.setToolTip(f"{name}\n{self.pin.accessibleDescription()}")
        if self._rows:
            problem = self.listing.problem
            tell_whether(
                self.sentence, translated(problem) or " ".join(map(translated, self._sentences())), not problem
            )
            self._fit_sentence()

    def _fit_sentence(self) -> None:
        """Leave the table what the sentence does not need."""
        needed = self.sentence.heightForWidth(self.width() - pixels(EDGES))
        self._place.setMaximumHeight(max(needed, self._place.minimumHeight()))

    def _sentences(self) -> tuple[str, ...]:
        if not self._model.rows:
            return (Message("No run to list: none passes the filter, or there is none of the kind chosen."),)
        path = self.listing.path
        match self.chosen:
            case [RunRow() as row]:
                return (of_one(row, self._rows[0]),)
            case [RunRow() as one, RunRow() as other]:
                return of_two(one, other)
            case [RunGroup() as one, RunGroup() as other]:
                return of_groups(one, other, path)
        return of_best_and_worst(self._model.rows, path) if path else (self._of_all(),)

    def _of_all(self) -> Message:
        """Return what the listed runs differ in; looked for only where their settings are others."""
        experiments = [row.experiment for row in self._listed]
        if experiments != self._compared[0]:
            self._compared = experiments, of_all(self._listed)
        return self._compared[1]

    def _tip(self, row: RunRow | RunGroup) -> str:
        if isinstance(row, RunGroup):
            lines = (row.name, *(each.name for each in row.rows[:MOST_NAMED]), TO_ITS_RUNS)
            return "\n".join(map(translated, lines))
        return "\n".join(filter(None, (results(row), translated(of_one(row, self._rows[0])))))
