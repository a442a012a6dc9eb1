"""One update, walked through step by step."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.files import TrainingSettings
from playground.lessons.prediction import Prediction, WalkPrediction
from playground.messages import numbers
from playground.training.commands import ApplyWalkthrough, StartWalkthrough
from playground.training.results import ProblemInfo
from playground.training.snapshot import Snapshot
from playground.training.walkthrough.explain import explain
from playground.training.walkthrough.numpy_line import numpy_cell, numpy_line
from playground.training.walkthrough.walk import Cell, Quantity, Walkthrough, cell_name, number
from playground.training.walkthrough.why_zero import can_ask, why_zero
from playground.views.backprop.card import ExplanationCard
from playground.views.backprop.diagram import FlowDiagram
from playground.views.backprop.equations import operands
from playground.views.backprop.examples import ExampleChooser
from playground.views.backprop.headline import Headline
from playground.views.backprop.overview import Overview
from playground.views.backprop.phase_equations import PhaseEquations
from playground.views.backprop.position import Position
from playground.views.backprop.stepper import AutoStepper, PhaseStrip
from playground.views.kit.appearance import pixels, scaled
from playground.views.kit.building import holding, in_column, in_row
from playground.views.kit.buttons import STEP_KEYS
from playground.views.kit.snapshot_view import SnapshotView
from playground.views.lessons.predict import PredictRow
from playground.views.plots.text import TextLine

NARROWEST = 540
LOWEST = 480
"""Height at 100 % below which what is computed comes first, and the network is scrolled to."""
HIGHEST_CARD = 190


class WalkPanel(SnapshotView):
    """The walk: forward, cost, backward, update, forward again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("One update, step by step"))
        self._problem_info: ProblemInfo | None = None
        self._asked_for: ProblemInfo | None = None
        self._position: Position | None = None
        self._witnessed: Walkthrough | None = None
        self._made_with: TrainingSettings | None = None
        self._cell: tuple[int, int] = (0, 0)
        self._place: tuple[str, tuple[Cell, ...]] = ("", ())
        self._is_low = False
        self.examples = ExampleChooser()
        self.stepper = AutoStepper()
        self.strip = PhaseStrip()
        self.predict = PredictRow(WalkPrediction)
        self.diagram = FlowDiagram()
        self.overview = Overview()
        self.headline = Headline()
        self.equations = PhaseEquations()
        self.card = ExplanationCard()
        self.notice = TextLine()
        self.notice.set_color(lambda theme: theme.warning)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._build()
        self._wire()
        self._show(None)

    @property
    def position(self) -> Position | None:
        """The place in the walkthrough, None while there is none."""
        return self._position

    def go_to(self, index: int) -> None:
        """Show another phase, the nearest there is; while one is to predict, none past what is to be found."""
        if self._position is None:
            return
        index = self.predict.admitted(min(max(index, 0), self._position.last))
        if index != self._position.index:
            self.predict.arrive(index, self._cell)
            self._show(self._position.at(index))

    def show_phase(self, phase: str, cells: Sequence[Cell]) -> None:
        """Show a step by its name and layer, as in ``dW 1``, and outline some numbers, now or once there is a walk."""
        self._place = (phase, tuple(cells))
        if self._position is not None:
            self._take_place(self._position)

    def shown_phase(self) -> tuple[str, tuple[str, ...]]:
        """Return the step and the number that is explained, by the names that `show_phase` takes."""
        if self._position is None:
            return "", ()
        phase, cell = self._position.phase, self.equations.selected
        return f"{phase.name} {phase.layer}", (cell_name(cell),) if isinstance(cell, tuple) else ()

    def follow(self, cell: Cell) -> None:
        """Go to the step that computes a number, and explain it, now or once there is a walk."""
        (name, layer), *place = cell
        self._cell = (place[0], place[1])
        self.show_phase(f"{name} {layer}", [cell])

    def _take_place(self, position: Position) -> None:
        wanted, cells = self._place
        self._place = ("", ())
        names = [f"{phase.name} {phase.layer}" for phase in position.walkthrough.phases]
        if wanted in names:
            index = names.index(wanted)
            self.predict.begin(index)
            self.go_to(index)
            if computed := [cell for cell in cells if cell[0] in position.walkthrough.phases[index].result]:
                self._choose(computed[0])
        if cells:
            self._light(cells)

    def show_at_work(self) -> None:
        """Go to where the first gradient of a weight is computed: what a picture of this workspace is about."""
        if self._position is not None:
            phases = self._position.walkthrough.phases
            self.go_to(next(index for index, phase in enumerate(phases) if phase.result[0][0] == "dW"))

    def explain(self, cell: Cell) -> None:
        """Show how one number came about."""
        if self._position is None:
            return
        quantity, row, column = cell
        self.diagram.mark(cell)
        self.headline.light([cell])
        if not self._position.is_computed(quantity):
            self.equations.explain(cell)
            self.card.explain(None)
            return
        explanation = explain(self._position.walkthrough, quantity, row, column)
        self.equations.explain(cell, [source for term in explanation.terms for source in term.sources])
        walkthrough = self._position.walkthrough
        line = numpy_line(walkthrough, quantity)
        self.card.explain(
            explanation,
            self._value_of,
            self._is_shown,
            can_ask=can_ask(walkthrough, cell),
            line=f"{line}    {numpy_cell(cell)} → {number(explanation.total)}" if line else "",
        )

    def _tell_why(self) -> None:
        cell = self.equations.selected
        if self._position is not None and isinstance(cell, tuple):
            self.card.tell_why(why_zero(self._position.walkthrough, cell))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_step(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.predict.take_key(event):
            return
        if self._position is None or not _is_step(event):
            super().keyPressEvent(event)
        else:
            self.stepper.ask(STEP_KEYS[event.key()])

    def hideEvent(self, event: QHideEvent) -> None:
        self.stepper.stop()
        super().hideEvent(event)

    def lay_out(self, height: int) -> None:
        """Order the parts for so much height in sight."""
        is_low = height < pixels(LOWEST)
        if is_low != self._is_low:
            self._is_low = is_low
            for part, stretch in self._orders[is_low]:
                self._column.addWidget(part, stretch)

    def minimumSizeHint(self) -> QSize:
        return QSize(pixels(NARROWEST), super().minimumSizeHint().height())

    def _build(self) -> None:
        self._told = holding(in_row((self.notice, 1), edges=(8, 0, 8, 0)))
        self._told.setVisible(False)
        steps = in_row(self.stepper, self.predict.switch, (self.strip, 1), gap=8, edges=(8, 0, 8, 0))
        network = in_row((self.diagram, 5), (self.overview, 4), gap=16, edges=(8, 0, 8, 0))
        scaled(self.card, QWidget.setMaximumHeight, HIGHEST_CARD)
        asked = ((holding(steps), 0), (self._told, 0), (self.predict, 0))
        examples, place = ((self.examples, 0),), ((holding(network), 6),)
        computed = ((self.headline, 3), (self.equations, 10), (self.card, 5))
        self._orders = {
            False: (*examples, *asked, *place, *computed),
            True: (*asked, *computed, *place, *examples),
        }
        self._column: QVBoxLayout = in_column(*self._orders[False], gap=3)
        self.setLayout(self._column)

    def _wire(self) -> None:
        self.examples.chosen.connect(self._ask)
        self.examples.apply_requested.connect(lambda: self.command_requested.emit(ApplyWalkthrough()))
        self.stepper.asked.connect(self._step_to)
        self.strip.jumped.connect(self._jump)
        self.predict.changed.connect(self._predict)
        self.predict.command_requested.connect(self.command_requested)
        self.predict.settled.connect(self.setFocus)
        self.overview.quantity_clicked.connect(self._show_quantity)
        self.diagram.neuron_clicked.connect(self._show_neuron)
        self.equations.cell_clicked.connect(self._choose)
        self.card.sources_hovered.connect(self._light)
        self.card.why_asked.connect(self._tell_why)

    def draw_snapshot(self, snapshot: Snapshot) -> None:
        if snapshot.problem_info is not self._problem_info:
            self._problem_info = snapshot.problem_info
            self.examples.show_problem_info(snapshot.problem_info)
        walkthrough = snapshot.walkthrough
        missing = walkthrough is None or not _fits(walkthrough, snapshot.problem_info)
        if missing and self._asked_for is not snapshot.problem_info:
            # Asked once for each problem: a refusal is told by the window, and "New walk" asks again.
            self._asked_for = snapshot.problem_info
            self._ask()
        if walkthrough is None and self._position is not None:
            self._show(None)
        if walkthrough is not None and (self._position is None or walkthrough is not self._position.walkthrough):
            self._show(_continued(walkthrough, self._position))
        self._report(snapshot)

    def _show(self, position: Position | None) -> None:
        self._position = position
        for part in (self.strip, self.diagram, self.overview, self.headline, self.equations):
            part.show_position(position)
        self.stepper.setEnabled(position is not None)
        if position is None:
            self.predict.show_step(0, 0, None)
            self.card.explain(None)
            return
        self.predict.show_step(position.index, position.last, position.walkthrough.number)
        self.stepper.set_place(position.index, self.predict.admitted(position.last))
        self._explain_here(position)
        if self._place != ("", ()):
            self._take_place(position)

    def _predict(self, prediction: Prediction | None) -> None:
        """Have something else hidden; how far one may step follows."""
        self.prediction_changed.emit(prediction)
        if self._position is not None:
            self.stepper.set_place(self._position.index, self.predict.admitted(self._position.last))

    def _explain_here(self, position: Position) -> None:
        """Explain the number at the chosen place of what this step computes."""
        rows, columns = position.shape(position.result) or (1, 1)
        row, column = self._cell
        self.explain((position.result, min(row, rows - 1), min(column, columns - 1)))

    def _report(self, snapshot: Snapshot) -> None:
        """Say so if training has gone on since, or something was changed."""
        walkthrough = None if self._position is None else self._position.walkthrough
        if walkthrough is not self._witnessed:
            self._witnessed, self._made_with = walkthrough, snapshot.experiment.training
        moved = walkthrough is not None and walkthrough.update != snapshot.update
        changed = walkthrough is not None and not moved and not self._is_current(walkthrough, snapshot)
        old = moved or changed
        if walkthrough is not None and moved:
            text = self.tr("Made at update {made}; training is at {now}.")
            made, now = numbers.grouped(walkthrough.update), numbers.grouped(snapshot.update)
            self.notice.set_text(text.format(made=made, now=now))
        elif changed:
            self.notice.set_text(self.tr("Made before the weights or the training settings were changed."))
        if self._told.isVisibleTo(self) != old:
            self._told.setVisible(old)
        self.examples.apply.setEnabled(self._position is not None and not old and not self.predict.is_asking)

    def _is_current(self, walkthrough: Walkthrough, snapshot: Snapshot) -> bool:
        """Whether the next update would still be the one that is shown."""
        return snapshot.experiment.training == self._made_with and all(
            np.array_equal(walkthrough.arrays["W", layer], W) and np.array_equal(walkthrough.arrays["b", layer], b)
            for layer, (W, b) in enumerate(zip(snapshot.W, snapshot.b, strict=True), start=1)
        )

    def _ask(self, _example: object = None) -> None:
        self.command_requested.emit(StartWalkthrough(self.examples.example))

    def _step_to(self, step: str) -> None:
        if self._position is not None:
            here, last = self._position.index, self._position.last
            self.go_to({"start": 0, "back": here - 1, "next": here + 1, "end": last}[step])

    def _jump(self, index: int) -> None:
        self.stepper.stop()
        self.go_to(index)
        self.setFocus()

    def _show_quantity(self, quantity: Quantity) -> None:
        index = None if self._position is None else self._position.phase_of(quantity)
        if index is not None:
            self._jump(index)

    def _show_neuron(self, layer: int, unit: int) -> None:
        """Explain a neuron's number: at this step if it is about its layer, else its activation, or the input."""
        if self._position is None:
            return
        phase = self._position.phase
        if phase.name == "dW" and layer == phase.layer - 1:  # where the weight comes from
            self._cell = (self._cell[0], unit)
            self._explain_here(self._position)
            return
        self._cell = (unit, self._cell[1])
        if not layer:
            self._show_quantity(("Z", 1))
            self.explain((("A", 0), unit, min(self._cell[1], self._position.walkthrough.m - 1)))
            return
        if layer != phase.layer or phase.direction in ("forward", "cost"):
            self._show_quantity(("A", layer))
        self._explain_here(self._position)

    def _choose(self, cell: Cell) -> None:
        """Explain a number that was clicked; the next steps explain the one at the same place."""
        self._cell = cell[1:]
        self.explain(cell)

    def _light(self, cells: Sequence[Cell]) -> None:
        """Bring out what a term is made of, in the matrices and in the formula, beside the number explained."""
        self.equations.highlight(cells)
        chosen = self.equations.selected
        self.headline.light([*cells, chosen] if isinstance(chosen, tuple) else cells)

    def _value_of(self, cell: Cell) -> float | None:
        quantity, row, column = cell
        values = None if self._position is None else self._position.array(quantity)
        return None if values is None else float(values[row, column])

    def _is_shown(self, cell: Cell) -> bool:
        if self._position is None:
            return False
        shown = operands(self._position.phase, self._position.walkthrough)
        return any(operand.quantity == cell[0] for operand in shown)


def _is_step(event: QKeyEvent) -> bool:
    plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return plain and event.key() in STEP_KEYS


def _fits(walkthrough: Walkthrough, problem_info: ProblemInfo) -> bool:
    return (walkthrough.sizes, walkthrough.activations) == (problem_info.sizes, problem_info.activations)


def _continued(walkthrough: Walkthrough, before: Position | None) -> Position:
    """Return a new walkthrough at the step the one before was at, if it has the same steps."""
    index = 0
    if before is not None:
        steps, others = (
            [(phase.name, phase.layer) for phase in each.phases] for each in (walkthrough, before.walkthrough)
        )
        index = before.index if steps == others else 0
    return Position(walkthrough).at(index)
