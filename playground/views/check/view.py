"""The gradient check: backpropagation against central differences."""

import numpy as np
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QProgressBar, QSizePolicy, QStackedWidget, QWidget

from playground.engine import GradientCheck, ParameterCheck
from playground.messages.numbers import typed
from playground.training.check_job import CheckReport, possible_mistakes
from playground.training.commands import CancelJob, StartCheck
from playground.training.results import ProblemInfo
from playground.training.snapshot import Snapshot
from playground.views.check.breaking import BreakIt
from playground.views.check.curve import ErrorCurve
from playground.views.check.difference_map import HIGHEST, LOWEST, POWERS, DifferenceMap, difference_colors
from playground.views.check.row import Row
from playground.views.check.table import CheckTable
from playground.views.check.verdict import EntryReadout, VerdictLine
from playground.views.controls.calm import ComboBox
from playground.views.formulas import FormulaLabel, FormulaTip
from playground.views.icons import icon
from playground.views.kit.appearance import pixels, restyled, scaled
from playground.views.kit.building import holding, in_column, in_row, named, push_button
from playground.views.kit.color_bar import ColorBar
from playground.views.kit.empty import EmptyPage, why_none
from playground.views.kit.fitting import BreakingRow, lay_beside
from playground.views.kit.snapshot_view import SnapshotView
from playground.views.panel_style import set_property
from playground.views.plots.text import TextLine

EPSILONS = tuple(float(f"1e-{exponent}") for exponent in range(1, 13))
DEFAULT_EPSILON = 1e-5
FORMULA = (
    r"\frac{\partial C}{\partial \theta} \approx "
    r"\frac{C(\theta + \varepsilon) - C(\theta - \varepsilon)}{2\,\varepsilon}"
)
STEPS = 1000


class CheckControls(QWidget):
    """Begins a check, chooses ε, shows how far it is and gives it up."""

    started = Signal()
    cancelled = Signal()
    epsilon_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tip = self.tr("Compare backpropagation with central differences, for every weight and bias.")
        self.start = push_button(self.tr("Check gradients"), tip)
        set_property(self.start, "role", "primary")
        self.start.setIcon(icon("check", color=lambda theme: theme.on_accent))
        tip = self.tr("How far each weight is moved to both sides to see what the cost does.")
        self.epsilon = named(ComboBox(), self.tr("ε, how far each weight is moved"), tip)
        for value in EPSILONS:
            self.epsilon.addItem(typed(value), value)
        self.epsilon.setCurrentIndex(EPSILONS.index(DEFAULT_EPSILON))
        self._tip = FormulaTip(self.epsilon, lambda _place: (self.epsilon.toolTip(), (FORMULA,)))
        self.label = QLabel("ε")
        self.label.setBuddy(self.epsilon)
        self.progress = named(QProgressBar(), self.tr("Progress of the check"))
        self.progress.setRange(0, STEPS)
        self.progress.setTextVisible(False)
        scaled(self.progress, QWidget.setFixedHeight, 6)
        scaled(self.progress, QWidget.setMinimumWidth, 70)
        self.progress.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.percent = QLabel()
        set_property(self.percent, "role", "muted")
        self.percent.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._fit()
        tip = self.tr("Give the check up; training is not touched by it.")
        self.cancel = push_button(self.tr("Cancel"), tip)
        self.formula = FormulaLabel(FORMULA, scale=1.1, alignment=Qt.AlignmentFlag.AlignRight)
        self.formula.setAccessibleName(self.tr("A central difference stands for the derivative"))
        policy = self.formula.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.formula.setSizePolicy(policy)
        self._explains = False
        chosen = holding(in_row(self.label, self.epsilon, self.start, self.cancel, gap=8))
        told = holding(in_row((self.progress, 1), self.percent, (self.formula, 2), gap=8))
        told.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setLayout(in_row(BreakingRow(chosen, told, gap=10)))
        self.start.clicked.connect(self.started)
        self.cancel.clicked.connect(self.cancelled)
        self.epsilon.activated.connect(lambda _index: self.epsilon_changed.emit(self.value))
        self.show_progress(None)

    @property
    def value(self) -> float:
        return float(self.epsilon.currentData())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if restyled(event):
            self._fit()

    def _fit(self) -> None:
        self.percent.setFixedWidth(self.percent.fontMetrics().horizontalAdvance("100%") + 2)

    def show_progress(self, share: float | None) -> None:
        """Show how much is done, 0 … 1; None when nothing is under way."""
        running = share is not None
        self.cancel.setEnabled(running)
        for part in (self.progress, self.percent):
            part.setVisible(running)
        self.formula.setVisible(self._explains and not running)
        self.progress.setValue(round(STEPS * (share or 0.0)))
        self.percent.setText("" if share is None else self.tr("{share}%").format(share=int(100 * share)))

    def show_formula(self, shown: bool) -> None:
        """Show the definition of a central difference while no check runs."""
        self._explains = shown
        self.formula.setVisible(shown and self.progress.isHidden())


class EmptyCheck(EmptyPage):
    """What a gradient check is, and its formula."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.formula = FormulaLabel(FORMULA, scale=1.8, alignment=Qt.AlignmentFlag.AlignHCenter)
        self.fill(
            self.tr("Is every derivative right?"),
            self.tr(
                "A gradient check moves each weight a little up and a little down, looks at what the cost does, and "
                "compares that slope with the derivative that backpropagation found by the chain rule. The two ways "
                "share only the forward pass and the cost: where they agree to many digits, the backward pass is right "
                "for these examples, and a wrong sign or a forgotten factor shows at once."
            ),
            above=self.formula,
        )


MARGIN = 12
ROOM_FOR_BOTH = 600
"""Pixels at 100 % for the table and the curve side by side."""
JOB = "check"


class CheckView(SnapshotView):
    """Checks the gradient of the network as it stands, shows where it differs, and lets a student break it."""

    def __init__(self, parent: QWidget | None = None, rng: np.random.Generator | None = None) -> None:
        super().__init__(parent)
        self._problem_info: ProblemInfo | None = None
        self._cost = ""
        self._report: CheckReport | None = None
        self._check: GradientCheck | None = None
        self._waiting = False
        self._cancelled = False
        self._build(rng)
        self._lay_out()
        self._show_report()

    # What the window calls.

    # Construction.

    def _build(self, rng: np.random.Generator | None) -> None:
        self.controls = CheckControls()
        self.verdict = VerdictLine()
        self.table = CheckTable()
        self.map_title = TextLine()
        self.map = DifferenceMap()
        self.scale = ColorBar(lying=True)
        self.scale.setAccessibleName(self.tr("Colours: |analytic − numerical| from 1e-14 to 1"))
        self.scale.set_scale(difference_colors, LOWEST, HIGHEST, ticks=POWERS)
        self.readout = EntryReadout()
        self.curve = ErrorCurve()
        self.empty = EmptyCheck()
        self.breaking = BreakIt(rng=rng)
        self.controls.started.connect(self._start)
        self.controls.cancelled.connect(self._cancel)
        self.controls.epsilon_changed.connect(self._change_epsilon)
        self.breaking.mistake_changed.connect(self._start)
        self.table.array_chosen.connect(self._show_array)
        self.map.entry_changed.connect(self._show_entry)

    def _lay_out(self) -> None:
        left = in_column((self.table, 4), 4, self.map_title, (self.map, 5), self.scale, self.readout)
        scaled(self.curve, QWidget.setMinimumHeight, 200)
        self._columns = in_row((left, 12), (self.curve, 10), gap=16)
        self.results = QWidget()
        self.results.setLayout(in_column(self.verdict, (self._columns, 1), gap=8))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.results)
        line = QFrame()
        line.setFrameShape(QFrame.Shape.HLine)
        line.setFrameShadow(QFrame.Shadow.Plain)
        line.setProperty("role", "line")
        parts = (self.controls, (self.stack, 1), line, self.breaking)
        self.setLayout(in_column(*parts, gap=8, edges=(MARGIN, 10, MARGIN, 8)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        lay_beside(self._columns, self.width() >= pixels(ROOM_FOR_BOTH))

    # What a person does.

    def _start(self, *_: object) -> None:
        self._waiting, self._cancelled = True, False
        self.command_requested.emit(StartCheck(self.controls.value, self.breaking.exercise.mistake))
        self._show_report()

    def _cancel(self) -> None:
        self._waiting, self._cancelled = False, True
        self.command_requested.emit(CancelJob(JOB))
        self._show_report()

    def _change_epsilon(self, epsilon: float) -> None:
        if self._report is not None:
            self._start()
        else:
            self.curve.show_report(None, epsilon)

    # Drawing.

    def draw_snapshot(self, snapshot: Snapshot) -> None:
        cost = snapshot.experiment.training.cost
        for part in (self.controls, self.breaking):
            part.setEnabled("gradient_check" not in snapshot.withheld)
            part.setToolTip(why_none(snapshot, "gradient_check", ""))
        if snapshot.problem_info is not self._problem_info or cost != self._cost:
            self._problem_info, self._cost = snapshot.problem_info, cost
            self._check = None
            self.breaking.set_possible(possible_mistakes(snapshot.problem_info, snapshot.experiment.training))
            self._show_report()
        if snapshot.gradient_check is not self._report:
            self._report = snapshot.gradient_check
            self._waiting = False
            if self._report is None:
                self._check = None
                self.breaking.mend()
            self._show_report()

    def _show_report(self) -> None:
        report = self._report
        running = self._waiting or (report is not None and not report.done and not self._cancelled)
        share = (0.0 if report is None or self._waiting else report.progress) if running else None
        self.controls.show_progress(share)
        nothing = report is None and not self._waiting
        self.stack.setCurrentWidget(self.empty if nothing else self.results)
        self.controls.show_formula(not nothing)  # or it would stand there twice
        self.curve.show_report(report, self.controls.value)
        self.curve.setEnabled(not self._waiting)
        self.verdict.show_report(
            None if self._waiting else report, self.curve.reading, cancelled=self._cancelled and not running
        )
        new = report is not None and report.check is not None and report.check is not self._check
        if report is not None and report.check is not None:
            self._check = report.check
        # While the next check runs the last one stays, pale: a check of a small network takes less than a frame.
        current = report is not None and report.check is not None and not self._waiting
        for part in (self.table, self.map):
            part.setEnabled(current or self._check is None)
        self._show_table(new=new)

    def _show_table(self, *, new: bool) -> None:
        check = self._check
        if check is not None:
            self.table.set_rows([Row.of(array) for array in check.parameters])
        elif self._problem_info is not None:
            self.table.set_rows(_unknown_rows(self._problem_info.sizes))
        if new and check is not None and not check.passed:
            chosen = check.parameters[max(self.table.currentRow(), 0)]
            if chosen.passed:  # look at what went wrong first
                self.table.choose(next(i for i, array in enumerate(check.parameters) if not array.passed))
        self._show_array(max(self.table.currentRow(), 0))

    def _show_array(self, index: int) -> None:
        rows = self.table.rows
        if not rows:
            return
        row = rows[min(index, len(rows) - 1)]
        self.map_title.set_text(
            self.tr("|analytic − numerical| of {name}, {rows}×{columns}").format(
                name=row.name, rows=row.shape[0], columns=row.shape[1]
            )
        )
        self.map.show_check(self._array, row.shape)
        self._show_entry(self.map.entry)

    @property
    def _array(self) -> ParameterCheck | None:
        index = self.table.currentRow()
        return None if self._check is None or index < 0 else self._check.parameters[index]

    def _show_entry(self, entry: object) -> None:
        self.readout.show_entry(self._array, entry if isinstance(entry, tuple) else None)


def _unknown_rows(sizes: tuple[int, ...]) -> list[Row]:
    """Return a row for every array of a network that is not checked yet."""
    rows = []
    for layer in range(1, len(sizes)):
        rows.append(Row(f"W{layer}", (sizes[layer], sizes[layer - 1])))
        rows.append(Row(f"b{layer}", (sizes[layer], 1)))
    return rows
