"""The Results workspace: every example with what the network says of it, and what that comes to."""

import time
from typing import cast

import numpy as np
from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QFont, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from playground.training.metrics import confusion_matrix, mean_absolute_error, r_squared
from playground.training.questions import Question
from playground.training.questions.predictions import Predicted, Predictions
from playground.training.results import Scene
from playground.training.snapshot import Snapshot
from playground.views.kit.snapshot_view import SnapshotView
from playground.views.plots.empty import EmptyPlot
from playground.views.plots.text import TextLine
from playground.views.results.classification import ClassificationPanel
from playground.views.results.grid import MANY
from playground.views.results.header import ResultsHeader
from playground.views.results.regression import RegressionPanel
from playground.views.results.rows import Key, PartName, Rows, rows_of
from playground.views.results.rows_panel import RowsPanel
from playground.views.results.sentences import classified, estimated, untrained
from playground.views.theme import LIGHT, Theme

SIDE = 8
FRAME_SECONDS, PLOT_SECONDS, LARGE_SECONDS = 0.1, 0.16, 0.25
"""While training runs, the results change at most so often: a matrix is to be read. Three plots cost more to draw than
a small matrix, and one of many classes more than these: so that none takes more than its share of a frame."""
REST_MILLISECONDS = 350
"""So long training must have rested before every example of large data is looked at: stepping stays quick."""


class ResultsView(SnapshotView):
    """A table of examples at the left; confusion matrix, or residuals, at the right.

    Signals
    -------
    command_requested(command)
        A command for the training session.
    example_chosen(index)
        A person wants to walk through a training example in Backprop.
    questions_changed
        `questions` are others now.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._snapshot: Snapshot | None = None
        self._scene: Scene | None = None
        self._predicted: Predicted | None = None
        self._all = False
        self._cell: tuple[int, int] | None = None
        self._drawn_at = -LARGE_SECONDS
        self._late = QTimer(self, singleShot=True)
        self._late.timeout.connect(self._redraw)
        self._rest = QTimer(self, singleShot=True, interval=REST_MILLISECONDS)
        self._rest.timeout.connect(self._ask_for_all)
        self.header = ResultsHeader()
        self.headline = TextLine()
        font = self.headline.font()
        font.setWeight(QFont.Weight.DemiBold)
        self.headline.setFont(font)
        self.rows = RowsPanel()
        self.classification, self.regression = ClassificationPanel(), RegressionPanel()
        self.empty = EmptyPlot(self.tr("Nothing to show yet: the network is about to be asked for every example."))
        self._lay_out()
        self.header.part_chosen.connect(self._choose_part)
        self.header.output_chosen.connect(self._choose_output)
        self.rows.example_opened.connect(self.example_chosen)
        self.rows.cell_chosen.connect(self._choose_cell)
        self.rows.chosen.connect(self.regression.choose)
        self.classification.cell_chosen.connect(self._choose_cell)
        self.regression.example_pointed.connect(self._find)
        self.setFocusProxy(self.rows.table)
        self.set_theme(LIGHT)

    # What the window calls.

    @property
    def questions(self) -> frozenset[Question]:
        """What it asks of the run."""
        return frozenset({self._question})

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a frame; hidden, only remember it."""
        self._snapshot = snapshot
        if self.isVisible():
            self._draw()

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme."""
        self._theme = theme
        for part in (self.rows, self.classification, self.regression, self.empty, self.header):
            part.set_theme(theme)
        self.headline.set_color(theme.text)

    def minimumSizeHint(self) -> QSize:
        """Return a constant size."""
        return QSize(560, 360)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what came while hidden."""
        super().showEvent(event)
        self._draw()

    # Construction.

    def _lay_out(self) -> None:
        self.sides = QStackedWidget()
        self.sides.addWidget(self.classification)
        self.sides.addWidget(self.regression)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setObjectName("results")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        for index, widget in enumerate((self.rows, self.sides)):
            place = QWidget()
            inside = QHBoxLayout(place)
            inside.setContentsMargins(0 if index == 0 else SIDE, 0, SIDE if index == 0 else 0, 0)
            inside.addWidget(widget)
            self.splitter.addWidget(place)
            self.splitter.setStretchFactor(index, 1)
        self.splitter.setSizes([540, 460])
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(SIDE, SIDE, SIDE, SIDE)
        layout.setSpacing(6)
        layout.addWidget(self.header)
        layout.addWidget(self.headline)
        layout.addWidget(self.splitter, 1)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.stack)

    # Questions.

    @property
    def _question(self) -> Question:
        return Predictions(limit=None) if self._all else Predictions()

    @property
    def _pause(self) -> float:
        """Seconds between two drawings while training runs."""
        classes = () if self._scene is None else self._scene.classes
        if not classes:
            return PLOT_SECONDS
        return LARGE_SECONDS if len(classes) > MANY else FRAME_SECONDS

    def _ask_for_all(self) -> None:
        if not self._all:
            self._all = True
            self.questions_changed.emit()

    def _ask_for_some(self) -> None:
        if self._all:
            self._all = False
            self.questions_changed.emit()

    # Drawing.

    def _draw(self) -> None:
        snapshot = self._snapshot
        if snapshot is None:
            return
        if snapshot.scene is not self._scene:
            self._take_scene(snapshot.scene)
        answer = cast("Predicted | None", snapshot.answers.get(self._question))
        if answer is not None:
            self._predicted = answer
        if snapshot.running:
            self._rest.stop()
            self._ask_for_some()
        elif answer is not None and not answer.complete and not self._all:
            self._rest.start()
        if self._predicted is None:
            self.stack.setCurrentIndex(0)
            return
        self.stack.setCurrentIndex(1)
        wait = self._drawn_at + self._pause - time.monotonic()
        if not snapshot.running or wait <= 0:
            self._write(snapshot)
        elif not self._late.isActive():
            self._late.start(int(1000 * wait) + 1)

    def _take_scene(self, scene: Scene) -> None:
        before, self._scene, self._predicted = self._scene, scene, None
        self._drawn_at = -LARGE_SECONDS
        self._ask_for_some()
        if before is None or before.classes != scene.classes:
            self._choose_cell(None)
        self.header.show_scene(scene)
        self.rows.show_part(self.header.part)
        self.sides.setCurrentWidget(self.regression if scene.train_labels is None else self.classification)

    def _write(self, snapshot: Snapshot) -> None:
        if self._predicted is None or self._scene is None:
            return
        self._late.stop()
        self._drawn_at = time.monotonic()
        self.header.show_scores(snapshot)
        rows = rows_of(self._scene, self._predicted, self.header.output)
        self.rows.show_rows(rows, running=snapshot.running)
        part = self.header.part
        sentence = self._show_classes(rows, part) if rows.classes else self._show_values(rows, part)
        self.headline.set_text(sentence if snapshot.update else untrained(sentence))

    def _show_classes(self, rows: Rows, part: PartName) -> str:
        classes, mask = rows.scene.classes, rows.of_part(part)
        counts = confusion_matrix(rows.true[mask], rows.predicted[mask], len(classes))
        self.classification.show_counts(classes, counts)
        return classified(part, counts, classes)

    def _show_values(self, rows: Rows, part: PartName) -> str:
        self.regression.show_rows(rows, part)
        mask = rows.of_part(part)
        fit = r_squared(rows.true[mask], rows.predicted[mask])
        return estimated(part, mean_absolute_error(np.asarray(rows.certainty[mask])), fit)

    # What a person does.

    def _choose_part(self, part: PartName) -> None:
        self.rows.show_part(part)
        self._redraw()

    def _choose_output(self) -> None:
        self._redraw()

    def _choose_cell(self, cell: tuple[int, int] | None) -> None:
        self._cell = cell
        self.classification.matrix.set_chosen(cell)
        self.rows.show_cell(cell)

    def _find(self, key: Key) -> None:
        self.rows.choose(key)

    def _redraw(self) -> None:
        if self._snapshot is not None and self.isVisible():
            self._write(self._snapshot)
