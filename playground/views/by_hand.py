"""You are the optimizer: what the weights typed into the network come to, row by row, and hints for the next."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from playground.messages.numbers import number, significant
from playground.training.commands import MoveTo
from playground.training.queries import Query
from playground.training.queries.by_hand import ByHand, HandReport, HandRow, Hint
from playground.training.results import BestByHand, ProblemInfo
from playground.training.snapshot import Snapshot
from playground.views.forms.text import translated
from playground.views.kit.appearance import pixels, scaled_font, tabular
from playground.views.kit.building import in_column, named, of_whole_rows, push_button, scrolling, spaced
from playground.views.kit.copying import headed_text, offer_copies
from playground.views.kit.empty import why_none
from playground.views.kit.fitting import WrappedRow
from playground.views.kit.prose import prose
from playground.views.kit.snapshot_view import Pace, SnapshotView
from playground.views.network.names import feature_label
from playground.views.panel_style import set_property

ASKED = ByHand()
MOST_INPUTS = 3
"""So many inputs of a row have a column."""
ROW_HEIGHT = 20
"""Pixels at 100 %."""
CALM_SECONDS = 0.2
"""While training runs, the numbers are written anew at most so often: they are to be read."""


class ByHandView(SnapshotView):
    """The rows, wrong ones flagged; the present cost beside the best that was set by hand; hints in three degrees."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problem_info: ProblemInfo | None = None
        self._hint: tuple[str, tuple[int, ...]] | None = None
        self._degree = 0
        self._report: HandReport | None = None
        self._best: BestByHand | None = None
        self._build()
        self._pace = Pace(self, CALM_SECONDS, self._show)

    @property
    def queries(self) -> frozenset[Query]:
        return frozenset({ASKED})

    def draw_snapshot(self, snapshot: Snapshot) -> None:
        if snapshot.running:
            self._pace.soon()
        else:
            self._pace.now()

    def _build(self) -> None:
        self.score, self.wrong = prose(), prose()
        scaled_font(self.score, digits=True)
        tip = self.tr("Bring back the weights with the lowest cost that were set by hand; Undo takes it back.")
        self.back = push_button(self.tr("To the best"), tip)
        self.table = of_whole_rows(QTableWidget())
        set_property(self.table, "role", "dense")
        named(self.table, self.tr("Rows"), self.tr("What the network says of each training example."))
        offer_copies(self.table, self.as_text)
        self.hint = push_button(self.tr("Hint"), self.tr("Say where to look; once more says what is the case."))
        self.advice = prose()
        self.back.clicked.connect(self._go_back)
        self.hint.clicked.connect(self._tell_more)
        tools = spaced(WrappedRow(self.back, self.hint), gap=6)
        # Each scrolls by itself: a long hint must not push the rows out of the panel.
        parts = (self.score, self.wrong, tools, (self.table, 5), (scrolling(self.advice), 4))
        self.setLayout(in_column(*parts, gap=4, edges=(8, 6, 8, 8)))
        self.restyle()

    def restyle(self) -> None:
        row = pixels(ROW_HEIGHT)
        self.table.verticalHeader().setDefaultSectionSize(row)
        self.table.setMinimumHeight(round(5.4 * row))

    def as_text(self) -> str:
        """Return the rows under their headings."""
        return headed_text(self.table)

    def _go_back(self) -> None:
        if self._best is not None:
            self.command_requested.emit(MoveTo(self._best.parameters))

    def _tell_more(self) -> None:
        self._degree += 1
        self._show_hint()

    def _show(self) -> None:
        snapshot = self.snapshot
        if snapshot is None:
            return
        self._best, self._report = snapshot.best_by_hand, snapshot.answers.get(ASKED)
        cost = self.tr("Cost {cost}").format(cost=number(snapshot.train_cost))
        if self._best is not None:
            cost = self.tr("{cost} · best by hand {best}").format(cost=cost, best=number(self._best.cost))
        self.score.setText(cost)
        self.back.setEnabled(self._best is not None and self._best.cost < snapshot.train_cost)
        if self._report is not None:
            self._show_rows(self._report, snapshot.problem_info)
        elif "answers" in snapshot.withheld or snapshot.problem_info is not self._problem_info:
            self.table.setRowCount(0)  # what stood there would tell it, or is of other data
        self.wrong.setText(why_none(snapshot, "answers", "") if self._report is None else self._count(self._report))
        self._show_hint()

    def _count(self, report: HandReport) -> str:
        if len(report.rows) < report.m:
            listed = self.tr("the {count} that cost most are listed").format(count=len(report.rows))
        else:
            listed = ""
        if report.wrong is None:
            return listed
        count = self.tr("{wrong} of {m} wrong").format(wrong=f"{report.wrong:,}", m=f"{report.m:,}")
        return f"{count}; {listed}" if listed else count

    # Rows.

    def _show_rows(self, report: HandReport, problem_info: ProblemInfo) -> None:
        if problem_info is not self._problem_info:
            self._problem_info = problem_info
            self._name_columns(problem_info)
        self.table.setRowCount(len(report.rows))
        for place, row in enumerate(report.rows):
            for column, text in enumerate(self._texts(row, problem_info)):
                self._cell(place, column).setText(text)
            for column in range(self.table.columnCount()):
                font = self.table.font()
                font.setBold(row.is_wrong)
                self._cell(place, column).setFont(tabular(font))

    def _name_columns(self, problem_info: ProblemInfo) -> None:
        inputs = (feature_label(name) for name in problem_info.input_names[:MOST_INPUTS])
        names = ["", self.tr("row"), *inputs, self.tr("output"), self.tr("target"), self.tr("cost")]
        self.table.clear()
        self.table.setColumnCount(len(names))
        self.table.setHorizontalHeaderLabels(names)
        self.table.setColumnHidden(0, not problem_info.classes)
        header = self.table.horizontalHeader()
        header.setMinimumSectionSize(pixels(16))
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    def _texts(self, row: HandRow, problem_info: ProblemInfo) -> tuple[str, ...]:
        mark = self.tr("✗ wrong") if row.is_wrong else self.tr("✓ right")
        inputs = [significant(value, 3) for value in row.inputs[:MOST_INPUTS]]
        if row.label is not None and row.predicted is not None and len(row.outputs) > 1:
            said = [problem_info.classes[row.predicted], problem_info.classes[row.label]]
        else:
            said = [number(row.outputs[0], 3), significant(row.targets[0], 4)]
        return (mark, str(row.number), *inputs, *said, number(row.cost, 3))

    def _cell(self, row: int, column: int) -> QTableWidgetItem:
        item = self.table.item(row, column)
        if item is None:
            item = QTableWidgetItem()
            if column:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.table.setItem(row, column, item)
        return item

    # Hints.

    @property
    def _first(self) -> Hint | None:
        return self._report.hints[0] if self._report is not None and self._report.hints else None

    def _show_hint(self) -> None:
        """Tell the first hint as far as it was asked for; another one begins anew."""
        hint = self._first
        about = None if hint is None else (hint.rule, hint.place)
        if about != self._hint:
            self._hint, self._degree = about, 0
        snapshot = self.snapshot
        self.hint.setEnabled(hint is not None and self._degree < len(hint.degrees))
        self.hint.setText(self.tr("Another hint") if self._degree else self.tr("Hint"))
        set_property(self.advice, "role", "" if self._degree else "muted")
        if hint is not None and self._degree:
            self.advice.setText("\n".join(translated(text) for text in hint.degrees[: self._degree]))
        elif snapshot is not None and snapshot.running:
            self.advice.setText(self.tr("The optimizer is at work; pause to take over."))
        else:
            self.advice.setText(
                self.tr("You are the optimizer: click a line or a neuron of the network, type a number, press Enter.")
            )
