"""The table with what can be done with it: wrong ones only, a name, a cell of the matrix; and what it shows of all."""

import time
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from playground.views import numbers
from playground.views.controls.check_box import CheckBox
from playground.views.plots.style import small_font
from playground.views.plots.text import TextLine
from playground.views.results.rows import Filter, Key, PartName, Rows
from playground.views.results.table import ExampleTable
from playground.views.theme import LIGHT, Theme

NUMBERS_SECONDS = 0.2
"""While training runs, numbers change at most so often: nobody reads faster."""
ORDER_SECONDS = 1.0
"""And rows move at most so often, and never under the mouse."""
HINT_SECONDS = 6.0
_ELIDE = Qt.TextElideMode.ElideMiddle


class RowsPanel(QWidget):
    """Filters, table and a line about both.

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
        self._rows: Rows | None = None
        self._running = False
        self._numbers_at = self._order_at = -ORDER_SECONDS
        self._late = QTimer(self, singleShot=True)
        self._late.timeout.connect(self._catch_up)
        self._hint = QTimer(self, singleShot=True, interval=int(1000 * HINT_SECONDS))
        self._hint.timeout.connect(self._count)
        self.table = ExampleTable()
        self.wrong = CheckBox(self.tr("Wrong only"))
        self.wrong.setToolTip(self.tr("List only the examples that are classified wrongly."))
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Class name"))
        self.search.setAccessibleName(self.tr("Class name"))
        self.search.setToolTip(self.tr("List only the examples whose true or predicted class has this in its name."))
        self.search.setClearButtonEnabled(True)
        self.search.setMaxLength(80)
        self.cell = QPushButton()
        self.cell.setToolTip(self.tr("Only the examples of this cell of the matrix are listed; click to list all."))
        self.cell.hide()
        self.line = TextLine()
        self.line.setFont(small_font(self.font()))
        self._filters = QWidget()
        top = QHBoxLayout(self._filters)
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(8)
        top.addWidget(self.wrong)
        top.addWidget(self.cell)
        top.addWidget(self.search, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._filters)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.line)
        self.wrong.toggled.connect(self._filter_changed)
        self.search.textChanged.connect(self._filter_changed)
        self.cell.clicked.connect(lambda: self.cell_chosen.emit(None))
        self.table.example_opened.connect(self.example_opened)
        self.table.test_opened.connect(self._explain_test)
        self.table.selectionModel().currentChanged.connect(lambda *_: self.chosen.emit(self.table.chosen))
        self.table.horizontalHeader().sortIndicatorChanged.connect(self._count)
        self.set_theme(LIGHT)

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme."""
        self.table.set_theme(theme)
        self.line.set_color(theme.muted)

    # What is shown.

    def show_rows(self, rows: Rows, *, running: bool) -> None:
        """Show other numbers: at once while nothing trains, else when the last ones have been there for a moment."""
        first = self._rows is None or self._rows.classes != rows.classes
        self._rows, self._running = rows, running
        if first:
            self._filters.setVisible(rows.classes)
        wait = self._numbers_at + NUMBERS_SECONDS - time.monotonic()
        if not running or first or wait <= 0:
            self._catch_up()
        elif not self._late.isActive():
            self._late.start(int(1000 * wait) + 1)

    def show_part(self, part: PartName) -> None:
        """List one part of the data, or all."""
        self._take(replace(self.table.examples.filter, part=part))

    def show_cell(self, cell: tuple[int, int] | None) -> None:
        """List the examples of a true and a predicted class only; None for all."""
        self.cell.setVisible(cell is not None)
        if cell is not None and self._rows is not None:
            classes = self._rows.scene.classes
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
        """Choose an example, and bring it into sight."""
        self.table.choose(key)

    # Inside.

    def _catch_up(self) -> None:
        if self._rows is None:
            return
        self._late.stop()
        self._numbers_at = now = time.monotonic()
        self.table.set_rows(self._rows)
        held = self._running and (now - self._order_at < ORDER_SECONDS or self.table.viewport().underMouse())
        if self.table.examples.moves and not held:
            self._order_at = now
            self.table.arrange()
        self._count()

    def _filter_changed(self) -> None:
        self._take(replace(self.table.examples.filter, wrong=self.wrong.isChecked(), text=self.search.text()))

    def _take(self, chosen: Filter) -> None:
        self.table.set_filter(chosen)
        self._order_at = time.monotonic()
        self._count()

    def _explain_test(self) -> None:
        self._hint.start()
        self.line.set_text(self.tr("Test examples are never learned from: no update to walk."))

    def _count(self) -> None:
        """Say how many rows there are of how many, and what a click does."""
        if self._rows is None or self._hint.isActive():
            return
        part = self.table.examples.filter.part
        shown, total = self.table.examples.rowCount(), int(self._rows.of_part(part).sum())
        available = _available(self._rows, part)
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


def _available(rows: Rows, part: PartName) -> int:
    """Return how many examples a part has, in the table or not."""
    train, test = int(rows.scene.train_X.shape[1]), int(rows.scene.test_X.shape[1])
    return {"all": train + test, "train": train, "test": test}[part]
