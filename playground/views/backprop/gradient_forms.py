"""The gradient of one layer's weights in three ways, side by side, with the chain of Jacobians behind it."""

import numpy as np
from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QWidget,
)

from playground.engine.jacobians import GradientForms
from playground.lessons.prediction import WalkPrediction
from playground.messages import numbers
from playground.training.commands import StartWalkthrough
from playground.training.results import ProblemInfo
from playground.training.snapshot import Snapshot
from playground.training.walkthrough.explanation import explain_paths
from playground.training.walkthrough.walk import Walkthrough
from playground.views.backprop.form_card import WAYS, WayCard, Weight
from playground.views.backprop.jacobians import LocalJacobians, ShapeChain
from playground.views.backprop.position import shape_text
from playground.views.controls.calm import ComboBox, SpinBox
from playground.views.kit.appearance import pixels
from playground.views.kit.building import holding, in_column, in_row, named, spaced
from playground.views.kit.buttons import ModeButtons
from playground.views.kit.empty import EmptyPlot
from playground.views.kit.fitting import WrappedRow, lay_beside
from playground.views.kit.prose import prose
from playground.views.kit.snapshot_view import SnapshotView
from playground.views.lessons.predict import PredictRow

ROOM_FOR_THREE = 600
"""Pixels at 100 % for three cards side by side."""


class GradientFormsPanel(SnapshotView):
    """Sum over paths, outer product and Kronecker form."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._walkthrough: Walkthrough | None = None
        self._asked_for: ProblemInfo | None = None
        self._weight: Weight | None = None
        self._chosen: Weight = (0, 0)
        tip = self.tr("Whose weights' gradient is computed.")
        self.layer_box = named(ComboBox(), self.tr("Layer"), tip)
        tip = self.tr("Which example's paths and local Jacobians are shown.")
        self.example_box = named(SpinBox(), self.tr("Example"), tip)
        columns = self.tr("Column vectors: each example is a column, Z = W A + b.")
        rows = self.tr("Row vectors: each example is a row, d = n W + b.")
        self.convention = ModeButtons(
            {"columns": (self.tr("columns"), columns), "rows": (self.tr("rows"), rows)}, gap=8
        )
        self.predict = PredictRow(WalkPrediction)
        self.difference = QLabel()
        self.chain = ShapeChain()
        self.cards = {name: WayCard(way) for name, way in WAYS.items()}
        self.jacobians = LocalJacobians()
        self._chain_heading, self._jacobian_heading = prose("heading"), prose("heading")
        self._empty = EmptyPlot(self.tr("An update is being prepared …"))
        self._instead = prose()
        self._side_by_side = in_row(*((card, 1) for card in self.cards.values()), gap=8)
        self._build()
        self._wire()

    @property
    def by_rows(self) -> bool:
        return self.convention.current == "rows"

    @property
    def layer(self) -> int:
        """The layer chosen, 1 … L."""
        return self.layer_box.currentIndex() + 1

    @property
    def ways(self) -> GradientForms | None:
        """What is shown; None where it would take too long to compute."""
        found = None if self._walkthrough is None else self._walkthrough.gradient_forms
        return found[self.layer - 1] if found and 0 < self.layer <= len(found) else None

    def select(self, row: int, column: int) -> None:
        """Choose a weight: its paths are listed, and what it is made of is outlined; or its gradient is asked for."""
        self._weight = (row, column)
        self._show_weight()
        self.predict.ask_at(self._phase, self._weight)

    def _show_weight(self) -> None:
        """Show the weight that was chosen, or as long as none was, the one of the largest gradient."""
        ways, walkthrough = self.ways, self._walkthrough
        if ways is None or walkthrough is None:
            return
        n, below = ways.by_paths.shape
        largest = divmod(int(np.nan_to_num(np.abs(ways.by_paths), nan=-1.0).argmax()), below)
        row, column = (
            largest if self._weight is None else (min(self._weight[0], n - 1), min(self._weight[1], below - 1))
        )
        self._chosen = (row, column)
        for card in self.cards.values():
            card.select(self._chosen)
        rows, example = self.by_rows, self.example_box.value()
        explanation = explain_paths(walkthrough, self.layer, row, column, example - 1, rows=rows)
        text = self.tr("Listed: the {paths} paths of example {example}; above: the mean over all {m}.")
        if ways.n_paths == 1:
            text = self.tr("Listed: the one path of example {example}; above: the mean over all {m}.")
        if walkthrough.m == 1:
            text = self.tr("The only example's paths: {paths}.")
        note = text.format(paths=numbers.grouped(ways.n_paths), example=example, m=walkthrough.m)
        self.cards["paths"].show_paths(explanation, note)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        lay_beside(self._side_by_side, self.width() >= pixels(ROOM_FOR_THREE))

    def _build(self) -> None:
        self.layer_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.example_box.setMinimum(1)
        example = holding(in_row(QLabel(self.tr("Example")), self.example_box))
        convention = holding(in_row(QLabel(self.tr("Examples are")), self.convention))
        chosen = WrappedRow(self.layer_box, example, convention, self.predict.switch)
        sections = (self._chain_heading, self.chain, self._instead, (self._side_by_side, 1), self.difference)
        self._page = holding(in_column(*sections, self._jacobian_heading, self.jacobians, edges=(8, 4, 8, 8)))
        self._instead.setVisible(False)
        self._page.setVisible(False)
        bar = holding(spaced(chosen, 8, edges=(8, 4, 8, 0)))
        self.setLayout(in_column(bar, self.predict, (self._page, 1), (self._empty, 1), gap=4))

    def _wire(self) -> None:
        self.layer_box.currentIndexChanged.connect(self._change_layer)
        self.predict.changed.connect(self._predict)
        self.predict.command_requested.connect(self.command_requested)
        self.predict.settled.connect(self.cards["outer_product"].result.setFocus)
        self.example_box.valueChanged.connect(self._show_example)
        self.convention.chosen.connect(self._show)
        for card in self.cards.values():
            card.weight_clicked.connect(self.select)
            card.weight_clicked.connect(
                lambda row, column: self.cell_chosen.emit(f"dW[{self.layer}][{row + 1},{column + 1}]")
            )

    def draw_snapshot(self, snapshot: Snapshot) -> None:
        walkthrough = snapshot.walkthrough
        if walkthrough is None and self._asked_for is not snapshot.problem_info:
            self._asked_for = snapshot.problem_info
            self.command_requested.emit(StartWalkthrough(None))
        if walkthrough is not self._walkthrough:
            self._walkthrough = walkthrough
            self._offer()
            self._show()

    @property
    def _phase(self) -> int:
        """The step of the walk that computes this layer's gradient."""
        assert self._walkthrough is not None, "without a walk there is no layer"
        steps = [(phase.name, phase.layer) for phase in self._walkthrough.phases]
        return steps.index(("dW", self.layer))

    def _change_layer(self) -> None:
        self._show()
        if self._walkthrough is not None:
            self.predict.ask_at(self._phase, self._chosen)

    def _predict(self, prediction: WalkPrediction | None) -> None:
        """Have something else hidden; a prediction that begins asks for the weight that is chosen."""
        self.prediction_changed.emit(prediction)
        if prediction is not None and prediction.index != self._phase:
            self._weight = self._chosen  # the largest that is shown is another one then
            self.predict.ask_at(self._phase, self._chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.predict.take_key(event):
            super().keyPressEvent(event)

    def _offer(self) -> None:
        """Offer the layers and examples of another walkthrough."""
        walkthrough = self._walkthrough
        if walkthrough is None:
            return
        before = max(self.layer_box.currentIndex(), 0)
        sizes = walkthrough.sizes
        with QSignalBlocker(self.layer_box), QSignalBlocker(self.example_box):
            self.layer_box.clear()
            for layer in range(1, len(sizes)):
                self.layer_box.addItem(self._layer_text(sizes, layer))
            self.layer_box.setCurrentIndex(min(before, len(sizes) - 2))
            self.example_box.setMaximum(walkthrough.m)

    def _show(self) -> None:
        walkthrough, ways, rows = self._walkthrough, self.ways, self.by_rows
        self._page.setVisible(walkthrough is not None)
        self._empty.setVisible(walkthrough is None)
        self.difference.setText("")
        self._chain_heading.setText(
            self.tr("The chain of Jacobians, from the weights to the cost: shapes multiply")
            if rows
            else self.tr("The chain of Jacobians, from the cost to the weights: shapes multiply")
        )
        if walkthrough is None:
            return
        for layer in range(1, len(walkthrough.sizes)):
            self.layer_box.setItemText(layer - 1, self._layer_text(walkthrough.sizes, layer))
        for card in self.cards.values():
            card.setVisible(ways is not None)
        self.chain.setVisible(ways is not None)
        self._instead.setVisible(ways is None)
        self._instead.setText(
            self.tr("This gradient is to be found first; then it is shown here.")
            if walkthrough.hidden
            else self.tr("With dropout these three ways are shown of the output layer only.")
            if walkthrough.training.dropout
            else self.tr("This layer is too large for the sum over all paths; the shapes above still multiply out.")
        )
        if ways is None:
            self.predict.show_step(0, 0, None)
        else:
            self.predict.show_step(self._phase - 1, self._phase - 1, walkthrough.number)
            self.chain.show_chain(ways.row_chain if rows else ways.chain, _product_symbol(self.layer, rows))
            for card in self.cards.values():
                card.show_ways(ways, rows)
            difference = max(ways.difference, ways.row_difference) if rows else ways.difference
            text = self.tr("largest difference {difference}")
            self.difference.setText(text.format(difference=numbers.number(difference)))
            self._show_weight()
        self._show_jacobians()

    def _show_example(self) -> None:
        self._show_weight()
        self._show_jacobians()

    def _layer_text(self, sizes: tuple[int, ...], layer: int) -> str:
        shape = (sizes[layer - 1], sizes[layer]) if self.by_rows else (sizes[layer], sizes[layer - 1])
        return self.tr("Layer {number}  (W is {shape})").format(number=layer, shape=shape_text(*shape))

    def _show_jacobians(self) -> None:
        rows, example = self.by_rows, self.example_box.value()
        text = self.tr("Local Jacobians {quotient} of this layer and those above, for example {example}")
        self._jacobian_heading.setText(text.format(quotient="∂n/∂dᵀ" if rows else "∂A/∂Z", example=example))
        if self._walkthrough is not None:
            self.jacobians.show_layers(self._walkthrough, self.layer, example - 1, rows=rows)


def _product_symbol(layer: int, rows: bool) -> str:
    """Return LaTeX of what the chain multiplies out to."""
    if rows:
        return rf"\frac{{\partial L}}{{\partial w_{{{layer}}}^{{\top}}}}"
    return rf"\frac{{\partial C}}{{\partial\,\mathrm{{vec}}\,W^{{[{layer}]}}}}"
