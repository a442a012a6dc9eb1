"""The chain-rule workspace as a whole: what is typed on the left, its graph and its numbers on the right."""

import time
from collections.abc import Iterable, Mapping

from numpy.typing import ArrayLike
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHideEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from playground.files.chain_presets import ChainPreset
from playground.training import Snapshot
from playground.training.errors import TrainingError
from playground.training.formula import Fold, Formula
from playground.views.chain.canvas import GraphCanvas
from playground.views.chain.card import GateCard
from playground.views.chain.card_text import gradient_text
from playground.views.chain.drawing import Wire
from playground.views.chain.formula_column import FormulaColumn
from playground.views.chain.keeping import FormulaKeeping
from playground.views.chain.model import ChainModel
from playground.views.chain.stepper import StepBar
from playground.views.chain.totals import TotalPanel
from playground.views.kit.canvas import painting
from playground.views.kit.snapshot_view import SnapshotView
from playground.views.theme import LIGHT, Theme

FIRST_PRESET = "sigmoid_gates"
SLOW_SECONDS = 0.03
"""A formula that takes longer is evaluated when the keys rest."""


class ChainView(SnapshotView):
    """Type a formula, see its computational graph, walk its gradient backwards.

    It needs no network. A text with a mistake leaves the last good graph as it is.

    Signals
    -------
    formula_changed(formula)
        The session should keep what was typed.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self.model = ChainModel()
        self._is_begun = False
        self._selected = ""
        self._wire: Wire | None = None
        self.column = FormulaColumn(self)
        self.bar = StepBar(self)
        self.canvas = GraphCanvas(self)
        self.card = GateCard(self)
        self.totals = TotalPanel(self)
        self._keeping = FormulaKeeping(self._formula, self)
        self._below = QSplitter(Qt.Orientation.Horizontal)
        self._below.setObjectName("chain_numbers")
        self._below.addWidget(self.card)
        self._below.addWidget(self.totals)
        self._right = QSplitter(Qt.Orientation.Vertical)
        self._right.setObjectName("chain_graph")
        self._right.addWidget(self.canvas)
        self._right.addWidget(self._below)
        graph = QWidget()
        stack = QVBoxLayout(graph)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        stack.addWidget(self.bar)
        stack.addWidget(self._right, 1)
        self._sides = QSplitter(Qt.Orientation.Horizontal)
        self._sides.setObjectName("chain_sides")
        self._sides.addWidget(self.column)
        self._sides.addWidget(graph)
        for splitter, sizes, stretch in (
            (self._sides, (236, 700), (0, 1)),
            (self._right, (380, 200), (3, 1)),
            (self._below, (360, 360), (1, 1)),
        ):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
            for place, factor in enumerate(stretch):
                splitter.setStretchFactor(place, factor)
            splitter.setSizes(list(sizes))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._sides)
        self._wire_up()
        self._translate()

    def open_text(self, text: str, values: Mapping[str, ArrayLike], title: str = "") -> None:
        """Show a formula of another origin.

        Parameters
        ----------
        text
            Lines ``name = expression``.
        values
            By input; others are 1.
        title
            What it is, in a few words.
        """
        self._open(text, values, title=title)
        self._keeping.touch()

    def open_preset(self, preset: ChainPreset) -> None:
        """Show a worked example."""
        self._show_preset(preset)
        self._keeping.touch()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the formula that the session was opened with."""
        self._keeping.hear(snapshot.formula)

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme."""
        self._theme = theme
        for part in (self.column, self.bar, self.canvas, self.card, self.totals):
            part.set_theme(theme)
        self._show_numbers()
        self.update()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with a worked example, unless something was opened before."""
        first = self._preset(FIRST_PRESET)
        if not self._is_begun:
            self._show_preset(first)
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the session know the last change before anything else is done."""
        self._keeping.finish()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        with painting(self) as painter:
            painter.fillRect(self.rect(), self.palette().base())

    # What a person does

    def _edit(self, text: str) -> None:
        begin = time.perf_counter()
        self.model.set_text(text)
        self._show()
        self._keeping.touch()
        self.column.editor.set_slow(time.perf_counter() - begin > SLOW_SECONDS)

    def _change_value(self, name: str, value: ArrayLike, text: str) -> None:
        self.model.set_value(name, value, text)
        self._keeping.touch()
        self.column.show_error(self.model.error)
        self._show_numbers()

    def _choose_gate(self, name: str) -> None:
        self._selected, self._wire = name, None
        self.totals.choose(name)
        self._show_card()

    def _choose_wire(self, wire: Wire) -> None:
        self._selected, self._wire = "", wire
        self._show_card()

    def _toggle(self, name: str) -> None:
        if self.model.toggle_fold(name):
            self._selected, self._wire = name, None
            self._show()
            self._keeping.touch()

    def _toggle_selected(self) -> None:
        self._toggle(self._selected)

    def _step(self, steps: int) -> None:
        model = self.model
        if not model.steps or (model.is_stepping and steps > 0 and model.step == model.steps):
            return
        # From the finished backward pass, the first step forth begins anew at the output.
        start = 0 if steps > 0 and not model.is_stepping else model.step
        self._go_to(start + steps)

    def _go_to(self, step: int) -> None:
        self.model.go_to(step)
        active = self.model.active
        self._selected, self._wire = "" if active is None else active.name, None
        self._show_numbers()

    def _go_to_end(self, at_end: bool) -> None:
        if at_end:
            self.model.complete()
            self._show_numbers()
        else:
            self._go_to(0)

    def _press(self, name: str) -> None:
        {
            "start": lambda: self._go_to(0),
            "back": lambda: self._step(-1),
            "next": lambda: self._step(1),
            "end": lambda: self._go_to_end(True),
            "zoom_out": self.canvas.zoom_out,
            "fit": self.canvas.fit,
            "zoom_in": self.canvas.zoom_in,
        }[name]()
        if not self.bar.button(name).hasFocus():
            self.canvas.setFocus()  # so that the arrow keys go on from here

    # How it is shown

    def _preset(self, preset_id: str) -> ChainPreset | None:
        return next((preset for preset in self.column.presets if preset.id == preset_id), None)

    def _show_preset(self, preset: ChainPreset | None) -> None:
        if preset is not None:
            self._open(preset.text, preset.values, [("fold", name) for name in preset.folded], preset=preset)

    def _formula(self) -> Formula | None:
        """Return what is typed, for the session to keep; None where it is too long for that."""
        text = self.column.editor.toPlainText()
        preset, title = self.column.origin
        formula = Formula(
            text=text.encode(errors="replace").decode(),  # half of a surrogate pair is in no file
            values=tuple(self.model.texts.items()),
            folds=self.model.folds,
            preset=preset,
            title=title,
        )
        try:
            formula.check()
        except TrainingError:
            return None
        return formula

    def _show_kept(self, formula: Formula) -> None:
        """Show what the session has."""
        if not formula.text:
            self._show_preset(self._preset(FIRST_PRESET))
            return
        preset = self._preset(formula.preset)
        preset = preset if preset is not None and preset.text == formula.text else None
        self._open(formula.text, dict(formula.values), formula.folds, formula.title, preset)

    def _open(
        self,
        text: str,
        values: Mapping[str, ArrayLike | str],
        folds: Iterable[Fold] = (),
        title: str = "",
        preset: ChainPreset | None = None,
    ) -> None:
        self._is_begun = True
        self.model.open(text, values, folds)
        self._selected, self._wire = "", None
        self.column.show_formula(text, title, preset)
        self.canvas.fit()
        self._show()

    def _show(self) -> None:
        self.column.show_error(self.model.error)
        self.column.show_values(self.model.values, self.model.texts)
        self._show_numbers()

    def _show_numbers(self) -> None:
        """Show values and gradients: what every move of a slider costs."""
        model, evaluation = self.model, self.model.evaluation
        active = "" if model.active is None else model.active.name
        gradients = {} if evaluation is None else {"": evaluation.output.gradient}
        seed = gradient_text("", gradients)
        self.bar.show_step(model.step, model.steps, active, seed=seed, stepping=model.is_stepping)
        self.totals.show_evaluation(evaluation)
        if evaluation is None:
            self.card.show_hint()
            self.canvas.clear()
            return
        self.canvas.show_evaluation(evaluation, model.gradients(), model.visited(), active)
        self._show_card()

    def _show_card(self) -> None:
        evaluation = self.model.evaluation
        if evaluation is None:
            return
        if self._selected not in evaluation.graph:
            self._selected = ""
        if not self._selected and self._wire is None and not self.model.is_stepping:
            self._selected = evaluation.graph.output
        if self._wire is not None and (self.canvas.drawing is None or self._wire not in self.canvas.drawing.wires):
            self._wire = None
        self.canvas.mark(self._selected, self._wire)
        if self._wire is not None:
            self.card.show_wire(evaluation, self._wire)
        elif self._selected:
            drawing = self.canvas.drawing
            gate = None if drawing is None else drawing.gates.get(self._selected)
            gradients, visited = self.model.gradients(), self.model.visited()
            self.card.show_gate(evaluation, self._selected, gradients, visited, "" if gate is None else gate.folding)
        else:
            self.card.show_hint()

    def _wire_up(self) -> None:
        self.column.preset_chosen.connect(self.open_preset)
        self.column.edited.connect(self._edit)
        self.column.value_changed.connect(self._change_value)
        self.bar.pressed.connect(self._press)
        self.canvas.gate_chosen.connect(self._choose_gate)
        self.canvas.wire_chosen.connect(self._choose_wire)
        self.canvas.gate_toggled.connect(self._toggle)
        self.canvas.step_requested.connect(self._step)
        self.canvas.end_requested.connect(self._go_to_end)
        self.card.toggled.connect(self._toggle_selected)
        self._keeping.changed.connect(self.formula_changed)
        self._keeping.opened.connect(self._show_kept)

    def _translate(self) -> None:
        self.column.translate()
        self.bar.translate()
        self.card.translate()
        self.totals.translate()
        self.canvas.setAccessibleName(self.tr("Computational graph"))
        self._show_numbers()
