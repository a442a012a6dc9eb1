"""The Results workspace: what predictions come to, the worst of them, and every example with its own."""

from typing import cast

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from playground.training.queries import Query
from playground.training.queries.results import AskResults, ClassScores, Key, PartName, Results
from playground.training.results import ProblemInfo
from playground.training.snapshot import Snapshot
from playground.views.kit.appearance import pixels, scaled
from playground.views.kit.building import in_column, in_row
from playground.views.kit.empty import EmptyPlot, why_none
from playground.views.kit.fitting import divided
from playground.views.kit.snapshot_view import Pace, SnapshotView
from playground.views.results.confusion import ConfusionMatrix
from playground.views.results.confusion_drawing import MANY
from playground.views.results.regression import RegressionPlots
from playground.views.results.rows_panel import RowsPanel
from playground.views.results.summary import Summary
from playground.views.results.worst import WorstCases

SIDE = 8
FRAME_SECONDS, PLOT_SECONDS, LARGE_SECONDS = 0.1, 0.16, 0.25
"""While training runs, the results change at most so often: a matrix is to be read. Three plots cost more to draw than
a small matrix, and one of many classes more than these: so that none takes more than its share of a frame."""
WORST_SECONDS = 1.0
"""And the worst cases at most so often: what moves cannot be looked at."""
REST_MILLISECONDS = 350
"""So long training must have rested before every example of large data is looked at: stepping stays quick."""
ROOMY = 860
"""Pixels of width from which on the worst predictions of numbers stand beside their plots."""


class ResultsView(SnapshotView):
    """Summary, confusion matrix or residuals, and worst cases above; the table of all examples below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problem_info: ProblemInfo | None = None
        self._results: Results | None = None
        self._all = False
        self._pace = Pace(self, LARGE_SECONDS, self._write)
        self._worst_pace = Pace(self, WORST_SECONDS, self._list_worst)
        self._rest = QTimer(self, singleShot=True, interval=REST_MILLISECONDS)
        self._rest.timeout.connect(lambda: self._ask_for(everything=True))
        self.summary = Summary()
        self.matrix, self.plots = ConfusionMatrix(), RegressionPlots()
        self.worst = WorstCases()
        self.rows = RowsPanel()
        self.empty = EmptyPlot("")
        self._lay_out()
        self.summary.part_chosen.connect(self._choose_part)
        self.summary.output_chosen.connect(self._choose_output)
        self.matrix.cell_chosen.connect(self._choose_cell)
        for pointed in (self.matrix.pointed, self.matrix.selected_changed):
            pointed.connect(lambda _cell: self._tell_cell())
        self.plots.example_pointed.connect(self.rows.choose)
        self.plots.told.connect(self.summary.readout.setText)
        self.worst.chosen.connect(self._open)
        self.rows.example_opened.connect(self.example_chosen)
        self.rows.cell_chosen.connect(self._choose_cell)
        self.rows.chosen.connect(self.plots.choose)
        self.setFocusProxy(self.rows.table)
        self.restyle()

    @property
    def queries(self) -> frozenset[Query]:
        return frozenset({self._query})

    def restyle(self) -> None:
        self.worst.restyle()
        self._redraw()

    def minimumSizeHint(self) -> QSize:
        return QSize(pixels(548), pixels(360))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _lay_out(self) -> None:
        self.sides = QStackedWidget()
        self.sides.addWidget(self.matrix)
        self.sides.addWidget(self.plots)
        upper, lower = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        self.upper = _splitter(upper, "results_upper", (self.summary, 0), (self.sides, 3), (self.worst, 2))
        self.upper.setSizes([200, 490, 290])
        scaled(self.worst, QWidget.setMinimumWidth, 130)
        self.splitter = _splitter(lower, "results_rows", (self.upper, 3), (self.rows, 2))
        self.splitter.setSizes([560, 400])
        content = QWidget()
        content.setLayout(in_column(self.splitter, edges=SIDE))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(content)
        self.setLayout(in_column(self.stack))

    def _arrange(self) -> None:
        classes = self._problem_info is None or bool(self._problem_info.classes)
        place = self.worst.parentWidget()
        assert place is not None
        place.setVisible(classes or self.width() >= pixels(ROOMY))

    # Questions.

    @property
    def _query(self) -> Query:
        output = self.summary.output
        return AskResults(limit=None, output=output) if self._all else AskResults(output=output)

    @property
    def _pause(self) -> float:
        """Seconds between two drawings while training runs."""
        classes = () if self._problem_info is None else self._problem_info.classes
        if not classes:
            return PLOT_SECONDS
        return LARGE_SECONDS if len(classes) > MANY else FRAME_SECONDS

    def _ask_for(self, *, everything: bool) -> None:
        if everything != self._all:
            self._all = everything
            self.queries_changed.emit()

    # Drawing.

    def draw_snapshot(self, snapshot: Snapshot) -> None:
        if snapshot.problem_info is not self._problem_info:
            self._take_problem_info(snapshot.problem_info)
        answer = cast("Results | None", snapshot.answers.get(self._query))
        if answer is not None or "answers" in snapshot.withheld:
            self._results = answer
        if snapshot.running:
            self._rest.stop()
            self._ask_for(everything=False)
        elif answer is not None and not answer.complete and not self._all:
            self._rest.start()
        if self._results is None:
            text = self.tr("Nothing to show yet: the network is about to be asked for every example.")
            self.empty.set_sentence(why_none(snapshot, "answers", text))
        self.stack.setCurrentIndex(0 if self._results is None else 1)
        if self._results is not None:
            self._pace.seconds = self._pause
            (self._pace.soon if snapshot.running else self._pace.now)()

    def _take_problem_info(self, problem_info: ProblemInfo) -> None:
        before, self._problem_info, self._results = self._problem_info, problem_info, None
        self._pace.forget()
        self._worst_pace.forget()
        self._ask_for(everything=False)
        if before is None or before.classes != problem_info.classes:
            self._choose_cell(None)
            self._tell_cell()
        output = self.summary.output
        self.summary.show_problem_info(problem_info)
        if output != self.summary.output:
            self.queries_changed.emit()
        self.rows.show_part(self.summary.part)
        self.sides.setCurrentWidget(self.matrix if problem_info.classes else self.plots)
        self._arrange()

    def _write(self) -> None:
        results, problem_info, snapshot = self._results, self._problem_info, self.snapshot
        if results is None or problem_info is None or snapshot is None or snapshot.problem_info is not problem_info:
            return  # nothing yet, or a frame of other data is about to be drawn
        part = self.summary.part
        self.summary.show_results(snapshot, results)
        scores = results.scores[part]
        if isinstance(scores, ClassScores):
            self.matrix.show_scores(problem_info.classes, scores)
            self._tell_cell()
        else:
            self.plots.show_results(results, part)
        if not snapshot.running or self._worst_pace.rested:
            self._worst_pace.now()
        self.rows.show_results(problem_info, results, running=snapshot.running)

    def _list_worst(self) -> None:
        if self._results is not None and self._problem_info is not None:
            self.worst.show_results(self._problem_info, self._results, self._results.worst[self.summary.part])

    def _redraw(self) -> None:
        self._worst_pace.forget()
        if self.isVisible():
            self._pace.now()

    # What a person does.

    def _choose_part(self, part: PartName) -> None:
        self.rows.show_part(part)
        self._redraw()

    def _choose_output(self) -> None:
        self._worst_pace.forget()
        self.queries_changed.emit()

    def _choose_cell(self, cell: tuple[int, int] | None) -> None:
        self.matrix.list_cell(cell)
        self.rows.show_cell(cell)

    def _tell_cell(self) -> None:
        cell = self.matrix.current
        told = self.matrix.sentence(*cell) if isinstance(cell, tuple) else self.tr("Click a cell to list its examples.")
        self.summary.readout.setText(told)

    def _open(self, key: Key) -> None:
        self.rows.choose(key)
        if key[0]:
            self.rows.explain_test()
        else:
            self.example_chosen.emit(key[1])


def _splitter(orientation: Qt.Orientation, name: str, *parts: tuple[QWidget, int]) -> QSplitter:
    """Return widgets beside or below each other, with room around the lines between them."""
    places = []
    for index, (widget, share) in enumerate(parts):
        around = (SIDE if index else 0, widget, SIDE if index < len(parts) - 1 else 0)
        place = QWidget()
        place.setLayout((in_row if orientation == Qt.Orientation.Horizontal else in_column)(*around, gap=0))
        places.append((place, share))
    return divided(orientation, *places, name=name)
