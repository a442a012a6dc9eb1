"""One weight followed to the cost and through its update, in every frame anew."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from playground.messages import numbers
from playground.training.queries import Query
from playground.training.results import ProblemInfo
from playground.training.snapshot import Snapshot
from playground.training.walkthrough.follow import Followed, FollowWeight, Weight
from playground.training.walkthrough.walk import cell_name, number
from playground.views.backprop.chain_rows import ChainRows
from playground.views.backprop.follow_diagram import FollowDiagram
from playground.views.backprop.terms import TermArea, TermFlow
from playground.views.controls.calm import ComboBox, SpinBox
from playground.views.formulas import FormulaLabel
from playground.views.kit.appearance import scaled
from playground.views.kit.building import holding, in_column, in_row, named, push_button, scrolling, spaced
from playground.views.kit.fitting import WrappedRow
from playground.views.kit.snapshot_view import SnapshotView
from playground.views.plots.text import TextLine


class FollowPanel(SnapshotView):
    """The page: which weight, its paths on the network, their factors in the formula, and what the update makes of it.

    Signals
    -------
    walk_requested(weight)
        The step of the walk is wanted that computes the weight's gradient.
    """

    walk_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problem_info: ProblemInfo | None = None
        self._followed: Followed | None = None
        self._wanted: Weight | None = None
        self.layer = _number(self.tr("Layer of the weight"), self.tr("The layer that the weight leads to, from 1."))
        self.row = _number(self.tr("To neuron"), self.tr("The neuron that the weight leads to, its row in W."))
        self.column = _number(self.tr("From neuron"), self.tr("The neuron it comes from, its column in W."))
        tip = self.tr("Follow it through the mini-batch that training would take next, or through one example alone.")
        self.kind = named(ComboBox(), self.tr("What is followed"), tip)
        self.kind.addItems([self.tr("the next mini-batch"), self.tr("one training example")])
        self.example = _number(self.tr("Example"), self.tr("Whose paths are drawn, from 1."))
        tip = self.tr("Go to the step of the walk that computes this gradient")
        self.to_walk = push_button(self.tr("In the walk"), tip)
        self.diagram = FollowDiagram()
        self.paths, self.sum, self.change = TextLine(), TextLine(), TextLine()
        self.rows = ChainRows()
        self.formula = FormulaLabel("", scale=1.15)
        self.update_terms = TermFlow()
        self._build()
        self._wire()

    @property
    def weight(self) -> Weight:
        """What is followed: the layer from 1, row and column from 0."""
        return self.layer.value(), self.row.value() - 1, self.column.value() - 1

    @property
    def followed(self) -> Followed | None:
        return self._followed

    @property
    def queries(self) -> frozenset[Query]:
        """What it asks of every frame."""
        if self._problem_info is None:
            return frozenset()
        example = self.example.value() - 1
        alone = self.kind.currentIndex() == 1
        return frozenset({FollowWeight(self.weight, example if alone else None, 0 if alone else example)})

    def follow(self, weight: Weight) -> None:
        """Follow another weight, now or once there is a network."""
        self._wanted = weight
        if self._problem_info is not None:
            self._offer(self._problem_info)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        if snapshot.problem_info is not self._problem_info:
            self._problem_info = snapshot.problem_info
            self._offer(snapshot.problem_info)
        found = next((snapshot.answers[query] for query in self.queries if query in snapshot.answers), None)
        if isinstance(found, Followed):
            self._show(found)
        elif snapshot.hidden:
            self._show(None)
            self.paths.set_text(self.tr("Something is to be found first; then the weight is followed here."))

    def _build(self) -> None:
        weight = (QLabel(self.tr("Layer")), self.layer, QLabel(self.tr("to")), self.row)
        chosen = (
            holding(in_row(*weight, QLabel(self.tr("from")), self.column)),
            holding(in_row(self.kind, QLabel(self.tr("example")), self.example)),
        )
        scaled(self.diagram, QWidget.setMinimumHeight, 170)
        self.paths.set_color(lambda theme: theme.backward)
        self._rows = scrolling(self.rows)
        self._terms = TermArea(self.update_terms)
        scaled(self._rows, QWidget.setMinimumHeight, 56)
        scaled(self._terms, QWidget.setFixedHeight, 48)
        bar = holding(spaced(WrappedRow(*chosen, self.to_walk, spread=True), 8))
        after = in_row((self.change, 1), self.formula, gap=12)
        parts = (bar, (self.diagram, 6), self.paths, (self._rows, 4), self.sum, after, self._terms)
        self.setLayout(in_column(*parts, gap=4, edges=(8, 4, 8, 6)))

    def _wire(self) -> None:
        for box in (self.layer, self.row, self.column, self.example):
            box.valueChanged.connect(self._choose)
        self.kind.currentIndexChanged.connect(self._choose)
        self.diagram.weight_chosen.connect(self.follow)
        self.to_walk.clicked.connect(lambda: self.walk_requested.emit(self.weight))
        self.rows.grown.connect(self._fit)
        for part in (self.rows, self.diagram):
            part.pointed.connect(self._light)
            part.selected_changed.connect(self._light)

    def _offer(self, problem_info: ProblemInfo) -> None:
        layer, row, column = self._wanted or self.weight
        self._wanted = None
        sizes, before = problem_info.sizes, self.queries
        layer = min(layer, len(sizes) - 1)
        boxes = (self.layer, self.row, self.column, self.example)
        blocked = [QSignalBlocker(box) for box in boxes]
        self.layer.setMaximum(len(sizes) - 1)
        self.row.setMaximum(sizes[layer])
        self.column.setMaximum(sizes[layer - 1])
        self.example.setMaximum(max(int(problem_info.train_X.shape[1]), 1))
        for box, value in zip(boxes, (layer, row + 1, column + 1), strict=False):
            box.setValue(value)
        for each in blocked:
            each.unblock()
        if self.queries != before:
            self.queries_changed.emit()

    def _choose(self) -> None:
        """Take in what was chosen: another layer has other neurons."""
        if self._problem_info is not None:
            self._offer(self._problem_info)
            self.queries_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give the formula no more room than it takes: the rest is the drawing's."""
        height = self.rows.heightForWidth(self._rows.viewport().width()) + 2
        if height != self._rows.maximumHeight():
            self._rows.setMaximumHeight(height)

    def _light(self, _key: object) -> None:
        """Bring out everywhere what is pointed at in the drawing or in the formula."""
        path = self.rows.current
        if isinstance(path, tuple):
            self.diagram.light(*path)
            self.rows.light(None)
            return
        self.diagram.light(None, None)
        cell = self.diagram.current
        self.rows.light(cell if isinstance(cell, tuple) else None)

    def _show(self, followed: Followed | None) -> None:
        self._followed = followed
        self.diagram.show_followed(followed)
        self.rows.show_followed(followed)
        self.update_terms.show_explanation(None if followed is None else followed.update)
        for line in (self.paths, self.sum, self.change):
            line.set_text("")
        self.formula.set_formula("")
        if followed is None:
            return
        self.paths.set_text(self._counted(followed))
        self.sum.set_text(self._summed(followed))
        self.change.set_text(self._changed(followed))
        self.formula.set_formula(followed.update_formula)
        if self.kind.currentIndex() == 0:
            with QSignalBlocker(self.example):
                self.example.setMaximum(followed.walk.m)

    def _counted(self, followed: Followed) -> str:
        if followed.count == 1:
            return self.tr("How does the cost answer to this weight? One path: its factors multiply.")
        if not followed.is_gathered:
            text = self.tr("How does the cost answer to this weight? {count} paths: factors multiply, paths add up.")
            return text.format(count=followed.count)
        text = self.tr(
            "{count} paths, gathered in dZ: each product is one neuron of layer {layer} with all the paths behind it."
        )
        return text.format(count=numbers.grouped(followed.count), layer=followed.weight[0] + 1)

    def _summed(self, followed: Followed) -> str:
        layer, row, column = followed.weight
        name = cell_name((("dW", layer), row, column))
        if followed.walk.m == 1:
            return f"{name} = {number(followed.gradient)}"
        text = self.tr("That is example {example} of {m}. The mean over all {m}: {name} = {value}")
        m, value = followed.walk.m, number(followed.gradient)
        return text.format(example=followed.example + 1, m=m, name=name, value=value)

    def _changed(self, followed: Followed) -> str:
        layer, row, column = followed.weight
        text = self.tr("{weight}: {before} → {after}     cost of this example: {cost} → {cost_after}")
        if followed.walk.m > 1:
            text = self.tr("{weight}: {before} → {after}     mean cost of these examples: {cost} → {cost_after}")
        before, after = numbers.change(followed.before, followed.after)
        cost, cost_after = numbers.change(followed.walk.cost_before, followed.walk.cost_after)
        return text.format(
            weight=cell_name((("W", layer), row, column)),
            before=before,
            after=after,
            cost=cost,
            cost_after=cost_after,
        )


def _number(name: str, tip: str) -> SpinBox:
    box = named(SpinBox(), name, tip)
    box.setMinimum(1)
    scaled(box, QWidget.setFixedWidth, 58)
    return box
