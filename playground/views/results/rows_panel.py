"""The table with what can be done with it: wrong ones only, a name, a cell of the matrix; and what it shows of all."""

from msgspec.structs import replace
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton, QWidget

from playground.messages import numbers
from playground.training.queries.results import Filter, Key, PartName, Results
from playground.training.results import ProblemInfo
from playground.views.controls.check_box import CheckBox
from playground.views.forms.text import explain
from playground.views.kit.appearance import scaled
from playground.views.kit.building import in_column, in_row, search_field, tool_button
from playground.views.kit.snapshot_view import Pace
from playground.views.panel_style import set_property
from playground.views.plots.text import TextLine
from playground.views.results.table import ExampleTable

NUMBERS_SECONDS = 0.2
"""While training runs, numbers change at most so often: nobody reads faster."""
ORDER_SECONDS = 1.0
"""And rows move at most so often, and never under the mouse."""
HINT_SECONDS = 6.0
_ELIDE = Qt.TextElideMode.ElideMiddle


class RowsPanel(QWidget):
    """Filters and a line about them, and the table.

    Signals
    -------
    example_opened(index)
        A person wants to walk through a training example.
    cell_chosen(cell)
        The filter by a cell of the confusion matrix was taken off: None.
    chosen(key)
        Another row is chosen, or None.
    """

    example_opened = Signal(int)
    cell_chosen = Signal(object)
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problem_info: ProblemInfo | None = None
        self._results: Results | None = None
        self._running = False
        self.pace = Pace(self, NUMBERS_SECONDS, self._catch_up)
        self._hint = QTimer(self, singleShot=True, interval=int(1000 * HINT_SECONDS))
        self._hint.timeout.connect(self._count)
        self.table = ExampleTable()
        self.order_pace = Pace(self, ORDER_SECONDS, self.table.arrange)
        self.wrong = CheckBox(self.tr("Wrong only"))
        self.wrong.setToolTip(self.tr("List only the examples that are classified wrongly."))
        self.search = search_field(self.tr("Class name"))
        self.search.setMaxLength(80)
        explain(self.search, self.tr("List only the examples whose true or predicted class has this in its name."))
        scaled(self.search, QWidget.setMaximumWidth, 180)
        self.cell = QPushButton()
        self.cell.setToolTip(self.tr("Only the examples of this cell of the matrix are listed; click to list all."))
        self.cell.hide()
        self.line = TextLine()
        self.line.set_color(lambda theme: theme.muted)
        menu = QMenu(self)
        menu.aboutToShow.connect(lambda: self.table.offer_columns(menu))
        self.columns = tool_button(self.tr("Columns"), self.tr("Choose what the table shows of each example."))
        self.columns.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.columns.setMenu(menu)
        set_property(self.columns, "role", "menu")
        top = in_row(self.wrong, self.search, self.cell, (self.line, 1), self.columns, gap=8)
        self.setLayout(in_column(top, (self.table, 1)))
        self.wrong.toggled.connect(self._filter_changed)
        self.search.textChanged.connect(self._filter_changed)
        self.cell.clicked.connect(lambda: self.cell_chosen.emit(None))
        self.table.example_opened.connect(self.example_opened)
        self.table.test_opened.connect(self.explain_test)
        self.table.selectionModel().currentChanged.connect(lambda *_: self.chosen.emit(self.table.chosen))
        self.table.horizontalHeader().sortIndicatorChanged.connect(self._count)

    # What is shown.

    def show_results(self, problem_info: ProblemInfo, results: Results, *, running: bool) -> None:
        """Show other numbers: at once while nothing trains, else when the last ones have been there for a moment."""
        first = self._problem_info is None or self._problem_info.problem != problem_info.problem
        self._problem_info, self._results, self._running = problem_info, results, running
        if first:
            self.wrong.setVisible(bool(problem_info.classes))
            self.search.setVisible(bool(problem_info.classes))
        if running and not first:
            self.pace.soon()
        else:
            self.pace.now()

    def show_part(self, part: PartName) -> None:
        self._take(replace(self.table.examples.filter, part=part))

    def show_cell(self, cell: tuple[int, int] | None) -> None:
        """List the examples of a true and a predicted class only; None for all."""
        self.cell.setVisible(cell is not None)
        if cell is not None and self._problem_info is not None:
            classes = self._problem_info.classes
            metrics = self.cell.fontMetrics()
            true, predicted = (metrics.elidedText(classes[index], _ELIDE, 70) for index in cell)
            self.cell.setText(self.tr("{true} → {predicted}  ✕").format(true=true, predicted=predicted))
            self.cell.setAccessibleName(
                self.tr("Only {true} taken for {predicted}: list all").format(
                    true=classes[cell[0]], predicted=classes[cell[1]]
                )
            )
        self._take(replace(self.table.examples.filter, cell=cell))

    def choose(self, key: Key) -> None:
        self.table.choose(key)

    def explain_test(self) -> None:
        """Say for a moment why a test example opens nothing."""
        self._hint.start()
        self.line.set_text(self.tr("Test examples are never learned from: no update to walk."))

    # Inside.

    def _catch_up(self) -> None:
        if self._results is None or self._problem_info is None:
            return
        self.table.set_rows(self._problem_info, self._results.rows)
        held = self._running and (not self.order_pace.rested or self.table.viewport().underMouse())
        if self.table.examples.moves and not held:
            self.order_pace.now()
        self._count()

    def _filter_changed(self) -> None:
        self._take(replace(self.table.examples.filter, wrong=self.wrong.isChecked(), text=self.search.text()))

    def _take(self, chosen: Filter) -> None:
        self.table.set_filter(chosen)
        self.order_pace.now()
        self._count()

    def _count(self) -> None:
        """Say how many rows there are of how many, and what a click does."""
        if self._results is None or self._hint.isActive():
            return
        part = self.table.examples.filter.part
        shown, total = self.table.examples.rowCount(), self._results.scores[part].total
        available = self._results.available[part]
        opens = "" if part == "test" else self.tr("Click a training example to walk through it in Backprop.")
        if total < available:
            text = self.tr("{total} of {available} examples, evenly spread; pause to see all.").format(
                total=numbers.grouped(total), available=numbers.grouped(available)
            )
        elif shown < total:
            text = self.tr("{shown} of {total} examples.").format(
                shown=numbers.grouped(shown), total=numbers.grouped(total)
            )
        else:
            text = self.tr("{total} examples.").format(total=numbers.grouped(total))
        self.line.set_text(f"{text} {opens}".strip())
