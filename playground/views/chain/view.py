"""The chain-rule workspace as a whole: what is typed on the left, its graph and its numbers on the right."""

import time
from collections.abc import Iterable, Mapping

from numpy.typing import ArrayLike
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QHideEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QTabWidget, QWidget

from playground.files.chain_presets import ChainPreset
from playground.lessons.prediction import ChainPrediction
from playground.training.errors import TrainingError
from playground.training.formula import Fold, Formula
from playground.training.snapshot import Snapshot
from playground.views.chain.bar import StepBar
from playground.views.chain.cards import Cards
from playground.views.chain.formula_column import FormulaColumn, KeptFormula
from playground.views.chain.graph_view import GraphView
from playground.views.chain.layout import Edge
from playground.views.chain.model import ChainModel
from playground.views.chain.path_sum import PathSum
from playground.views.formulas.plain import plain_formula
from playground.views.kit.appearance import restyled
from playground.views.kit.building import in_column
from playground.views.kit.fitting import beside
from playground.views.kit.snapshot_view import SnapshotView
from playground.views.lessons.predict import PredictRow

FIRST_PRESET = "sigmoid_gates"
PATIENCE_MS = 200
"""A slider that is dragged is told of so often."""
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
        self.model = ChainModel()
        self._is_begun = False
        self._selected: str | Edge = ""
        self.bar = StepBar()
        self.predict = PredictRow(self._prediction)
        self.bar.insert(self.predict.switch)
        self.column = FormulaColumn()
        self.graph = GraphView()
        self.path_sum = PathSum()
        tabs = QTabWidget()
        tabs.setDocumentMode(True)
        tabs.setTabBarAutoHide(True)
        tabs.addTab(self.column, "")
        self.cards = Cards(self.graph, tabs)
        self._tabs = tabs
        self._kept = KeptFormula()
        self._telling = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._telling.timeout.connect(self._tell)
        right = QWidget()
        right.setLayout(in_column((self.graph, 1), self.path_sum, gap=0))
        sides = beside((tabs, 1), (right, 4), name="chain_sides", leads=True)
        sides.setSizes([400, 1600])
        self.setLayout(in_column(self.bar, self.predict, (sides, 1), gap=0))
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._connect()
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
        self._touch()

    def choose(self, name: str) -> None:
        self._choose(name)
        self._show_numbers()

    def open_preset(self, preset: ChainPreset) -> None:
        """Show a worked example."""
        self._show_preset(preset)
        self._touch()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the formula that the session was opened with."""
        if self._kept.hear(snapshot.formula):
            self._telling.stop()
            self._show_kept(snapshot.formula)
        if snapshot.hidden != self.model.hidden:
            self.model.hidden = snapshot.hidden
            if self.model.is_asked:
                self.predict.switch.setChecked(False)  # it is for the lesson to ask
            self._show_numbers()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with a worked example, unless something was opened before."""
        first = self.bar.preset(FIRST_PRESET)
        if not self._is_begun:
            self._show_preset(first)
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the session know the last change before anything else is done."""
        if self._telling.isActive():
            self._tell()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language, and write in other colours."""
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        elif restyled(event) and self._is_begun:
            self._show_numbers()
        super().changeEvent(event)

    # What a person does

    def _edit(self, text: str) -> None:
        begin = time.thread_time()
        self.predict.switch.setChecked(False)
        self.model.set_text(text)
        self.bar.show_origin()
        self.column.describe("")
        self._show()
        self._touch()
        self.column.editor.set_slow(time.thread_time() - begin > SLOW_SECONDS)

    def _change_value(self, name: str, value: ArrayLike, text: str) -> None:
        self.model.set_value(name, value, text)
        self._touch()
        self.column.show_error(self.model.error)
        self._show_numbers()

    def _choose(self, target: str | Edge) -> None:
        self._selected = target
        if isinstance(target, str):
            self.path_sum.choose(target)
        self._show_card()
        self.cards.bring_forward()

    def _toggle(self, name: str) -> None:
        self.predict.switch.setChecked(False)
        if self.model.toggle_fold(name):
            self._selected = name
            self._show()
            self._touch()

    def _toggle_selected(self) -> None:
        if isinstance(self._selected, str):
            self._toggle(self._selected)

    def _press(self, name: str) -> None:
        """Do what a button of the bar, or its key, stands for."""
        model, graph = self.model, self.graph
        zoom = {"zoom_out": graph.zoom_out, "fit": graph.fit, "zoom_in": graph.zoom_in}.get(name)
        if zoom is not None:
            zoom()
        elif self.bar.button(name).isEnabled():
            {
                "start": model.to_start,
                "back": lambda: model.take(-1),
                "next": lambda: model.take(1),
                "end": model.to_end,
            }[name]()
            self._keep_to_what_is_found()
            # To the gate that the pass has come to; to the output, before the backward pass and after it.
            active, evaluation = model.active, model.evaluation
            self._selected = "" if evaluation is None else evaluation.graph.output if active is None else active.name
            self._show_numbers()
            self.cards.bring_forward()
        if not self.bar.button(name).hasFocus():
            graph.setFocus()  # so that the arrow keys go on from here

    def _prediction(self, degree: str, index: int) -> ChainPrediction:
        return ChainPrediction(degree, index, plain_formula)

    def _predict(self, prediction: ChainPrediction | None) -> None:
        """Have something else to be found; from the complete passes it begins at the first."""
        model = self.model
        if prediction is not None and model.prediction is None and not model.is_stepping:
            model.go_to(0)
            prediction.begin(0)
        model.prediction = prediction
        self._show_numbers()

    def _keep_to_what_is_found(self) -> None:
        """Go no further than to the next step while one is to predict, and ask for it."""
        if self.model.prediction is not None:
            self.model.go_to(self.predict.admitted(self.model.step))
            self.predict.arrive(self.model.step)

    # How it is shown

    def _show_preset(self, preset: ChainPreset | None) -> None:
        if preset is not None:
            self._open(preset.text, preset.values, [("fold", name) for name in preset.folded], preset=preset)

    def _formula(self) -> Formula | None:
        """Return what is typed, for the session to keep; None where it is too long for that."""
        text = self.column.editor.toPlainText()
        preset, title = self.bar.origin
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

    def _touch(self) -> None:
        if not self._telling.isActive():
            self._telling.start()

    def _tell(self) -> None:
        """Let the session keep what was typed."""
        self._telling.stop()
        formula = self._formula()
        if formula is not None and self._kept.send(formula):
            self.formula_changed.emit(formula)

    def _show_kept(self, formula: Formula) -> None:
        if not formula.text:
            self._show_preset(self.bar.preset(FIRST_PRESET))
            return
        preset = self.bar.preset(formula.preset)
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
        self.predict.switch.setChecked(False)
        self.model.open(text, values, folds)
        evaluation = self.model.evaluation
        self._selected = "" if evaluation is None else evaluation.graph.output
        self.bar.show_origin(title, preset)
        self.column.show_text(text)
        self.column.describe(self.bar.description)
        self.graph.follow(whole=not title)  # what is told as another thing's graph can be very large
        self._show()

    def _show(self) -> None:
        self.column.show_error(self.model.error)
        self.column.show_values(self.model.values, self.model.texts)
        self._show_numbers()

    def _show_numbers(self) -> None:
        """Show values and gradients: what every move of a slider costs."""
        model = self.model
        if model.prediction is not None:
            model.prediction.take(model.evaluation)
        shown = model.shown()
        self.bar.show_step(model, self.predict.admitted(model.steps))
        self.predict.show_step(model.step, model.steps, None if model.is_asked else model.evaluation)
        is_secret = model.hides or model.prediction is not None
        self.path_sum.show_evaluation(None if is_secret else model.evaluation)
        if shown is None:
            self.graph.clear()
        else:
            self.graph.show_evaluation(shown)
        self._show_card()
        self._show_paths()
        self.cards.settle()

    def _show_card(self) -> None:
        """Tell about what is selected, if it is still there, and nothing is to be found that its card would tell."""
        shown = None if self.model.hides else self.model.shown()
        if shown is not None and self.model.prediction is not None and isinstance(self._selected, Edge):
            shown = shown if self._selected.target in shown.visited else None  # its Jacobian is still to be found
        target = self.cards.show_target(shown, self._selected)
        if not self.model.hides:
            self._selected = target
        elif self._selected in self.graph:
            self.graph.select(self._selected)  # without a card: keys choose from here

    def _show_paths(self) -> None:
        button = self.path_sum.button
        self.cards.show_paths(self.path_sum.paths, visible=button.isChecked() and button.isEnabled())

    def _connect(self) -> None:
        self.bar.preset_chosen.connect(self.open_preset)
        self.bar.pressed.connect(self._press)
        self.predict.changed.connect(self._predict)
        self.predict.command_requested.connect(self.command_requested)
        self.predict.settled.connect(self.graph.setFocus)
        self.column.edited.connect(self._edit)
        self.column.value_changed.connect(self._change_value)
        self.graph.gate_chosen.connect(self._choose)
        self.graph.wire_chosen.connect(self._choose)
        self.graph.number_clicked.connect(self.cell_chosen)
        self.graph.gate_toggled.connect(self._toggle)
        self.graph.knob_pressed.connect(self._press)
        self.path_sum.source_chosen.connect(self._show_paths)
        self.path_sum.paths_wanted.connect(self._show_paths)
        self.path_sum.paths_wanted.connect(self.cards.settle)
        self.path_sum.paths_wanted.connect(self.cards.bring_forward)
        self.cards.card.pressed.connect(self._toggle_selected)

    def _translate(self) -> None:
        self.bar.translate()
        self.column.translate()
        self.column.describe(self.bar.description)
        self.path_sum.translate()
        self.cards.translate()
        self._tabs.setTabText(0, self.tr("Formula"))
        self.graph.setAccessibleName(self.tr("Computational graph"))
        self._show_numbers()
