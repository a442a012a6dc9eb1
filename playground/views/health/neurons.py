"""What every hidden neuron and layer is worth: a table of what the network comes to without each."""

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from playground.messages import Message
from playground.messages.numbers import number, percent, signed
from playground.training.ablation_job import AblationTable, Without
from playground.training.commands import StartAblation
from playground.training.snapshot import Snapshot
from playground.views.forms.text import translated
from playground.views.kit.building import in_column, named, of_whole_rows, sorted_by_clicks
from playground.views.kit.copying import headed_text, offer_copies
from playground.views.kit.empty import why_none
from playground.views.kit.prose import prose
from playground.views.kit.snapshot_view import Pace, SnapshotView

CALM_SECONDS = 0.5
"""While training runs it is computed anew at most so often: it is to be read."""
VALUE = Qt.ItemDataRole.UserRole
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Column(Struct, frozen=True):
    """One column: its heading, what it tells, the number it is sorted by, and that number's text."""

    label: Message
    tip: Message
    value: Callable[[Without, AblationTable], float | None]
    text: Callable[[float], str]


COLUMNS = (
    Column(
        Message("Cost without"),
        Message("The mean cost of the training examples while this is switched off."),
        lambda row, _: row.cost,
        number,
    ),
    Column(
        Message("Cost change"),
        Message("How much the cost rises without it: what it is worth. Below 0 the network is better off without it."),
        lambda row, table: row.cost - table.cost,
        signed,
    ),
    Column(
        Message("Accuracy"),
        Message("The share of the training examples that are right while this is switched off."),
        lambda row, _: row.accuracy,
        percent,
    ),
)


class _Item(QTableWidgetItem):
    """A cell that is sorted by its number."""

    def __lt__(self, other: QTableWidgetItem) -> bool:
        return bool(self.data(VALUE) < other.data(VALUE))


class NeuronsPanel(SnapshotView):
    """A row for each hidden neuron and layer, sorted by a click on a heading; a click on a row points to the neuron."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: AblationTable | None = None
        self._asked: object = None
        self._pace = Pace(self, CALM_SECONDS, self._ask)
        tip = self.tr("What becomes of the network without each of its hidden neurons.")
        self.table = named(QTableWidget(0, 1 + len(COLUMNS)), self.tr("Neurons switched off"), tip)
        self.table.setHorizontalHeaderLabels([self.tr("Without"), *(translated(each.label) for each in COLUMNS)])
        for place, column in enumerate(COLUMNS, start=1):
            self.table.model().setHeaderData(
                place, Qt.Orientation.Horizontal, translated(column.tip), Qt.ItemDataRole.ToolTipRole
            )
        sorted_by_clicks(of_whole_rows(self.table)).setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.currentItemChanged.connect(self._point)
        offer_copies(self.table, self.as_text)
        self.sentence = prose("muted")
        self.setLayout(in_column(self.sentence, (self.table, 1), gap=4))
        self.setFocusProxy(self.table)

    def draw_snapshot(self, snapshot: Snapshot) -> None:
        if self._asked != self._wanted(snapshot) and "ablation" not in snapshot.withheld:
            (self._pace.soon if snapshot.running else self._pace.now)()
        found = snapshot.ablation
        self.table.setVisible(found is not None and bool(found.rows or found.progress < 1))
        if found is None:
            self.sentence.setText(why_none(snapshot, "ablation", self.tr("Each neuron is switched off in turn …")))
        elif found is not self._shown:
            self._shown = found
            self._write(found)

    def row_of(self, layer: int, unit: int | None) -> int:
        items = (self.table.item(row, 0) for row in range(self.table.rowCount()))
        return next(row for row, item in enumerate(items) if self._place(item) == (layer, unit))

    def as_text(self) -> str:
        return headed_text(self.table)

    def _wanted(self, snapshot: Snapshot) -> object:
        return snapshot.changes

    def _ask(self) -> None:
        if self.snapshot is not None:
            self._asked = self._wanted(self.snapshot)
            self.command_requested.emit(StartAblation())

    def _write(self, found: AblationTable) -> None:
        """Write the rows in the order that is chosen; the row that was selected stays selected."""
        if not found.rows and found.progress == 1:
            self.sentence.setText(self.tr("There is no hidden layer to switch off."))
            return
        whole = self.tr("Nothing switched off: cost {cost}{accuracy}, of {n} training examples.")
        right = "" if found.accuracy is None else self.tr(", accuracy {share}").format(share=percent(found.accuracy))
        self.sentence.setText(whole.format(cost=number(found.cost), accuracy=right, n=found.examples))
        selected = self._place(self.table.currentItem())
        with QSignalBlocker(self.table):
            self.table.setSortingEnabled(False)
            self.table.setRowCount(len(found.rows))
            self.table.setColumnHidden(len(COLUMNS), found.accuracy is None)
            for place, row in enumerate(found.rows):
                name = (
                    self.tr("neuron {unit} of layer {layer}")
                    if row.unit is not None
                    else self.tr("all of layer {layer}")
                )
                unit = 0 if row.unit is None else row.unit + 1
                self._put(place, 0, name.format(layer=row.layer, unit=unit), place).setData(
                    VALUE + 1, (row.layer, row.unit)
                )
                for across, column in enumerate(COLUMNS, start=1):
                    value = column.value(row, found)
                    self._put(place, across, "" if value is None else column.text(value), value or 0.0)
            self.table.setSortingEnabled(True)
            if selected is not None:
                for line in range(self.table.rowCount()):
                    if self._place(self.table.item(line, 0)) == selected:
                        self.table.setCurrentCell(line, 0)

    def _put(self, row: int, column: int, text: str, value: float) -> QTableWidgetItem:
        item = self.table.item(row, column)
        if item is None:
            item = _Item()
            self.table.setItem(row, column, item)
            if column:
                item.setTextAlignment(RIGHT)
        item.setText(text)
        item.setData(VALUE, float(value))
        return item

    def _place(self, item: QTableWidgetItem | None) -> tuple[int, int | None] | None:
        """Return layer and unit of the row of a cell."""
        if item is None:
            return None
        layer, unit = self.table.model().index(item.row(), 0).data(VALUE + 1)
        return layer, unit

    def _point(self, item: QTableWidgetItem | None) -> None:
        place = self._place(item)
        if place is not None and place[1] is not None:
            self.neuron_pointed.emit(place[0], place[1])
