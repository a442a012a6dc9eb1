"""What an update is walked through for: which example; and the buttons to begin anew and to apply it."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from playground.data import Scaling
from playground.messages import numbers
from playground.training.results import ProblemInfo
from playground.views.controls.calm import ComboBox, SpinBox
from playground.views.kit.appearance import scaled
from playground.views.kit.building import in_row, named, push_button
from playground.views.network.names import feature_label, input_number, is_standardized
from playground.views.panel_style import set_property
from playground.views.plots.text import TextLine

MOST_VALUES = 4
"""Values of an example that are named beside its number."""


class ExampleChooser(QWidget):
    """The next mini-batch (`chosen` has None), or one training example by its number (from 0); and a new walk."""

    chosen = Signal(object)
    apply_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problem_info: ProblemInfo | None = None
        tip = self.tr("Follow the mini-batch that training would take next, or one example alone.")
        self._kind = named(ComboBox(), self.tr("What to walk through the network"), tip)
        self._kind.addItems([self.tr("the next mini-batch"), self.tr("one training example")])
        tip = self.tr("The number of the training example, from 1.")
        self._number = named(SpinBox(), self.tr("Training example"), tip)
        self._number.setMinimum(1)
        scaled(self._number, QWidget.setMinimumWidth, 64)
        self._values = TextLine(self)
        self._values.set_color(lambda theme: theme.muted)
        self.new_walk = push_button(self.tr("New walk"), self.tr("Walk through an update of the network as it is now."))
        tip = self.tr("Make the update that this walk shows; Undo takes it back.")
        self.apply = push_button(self.tr("Apply this update"), tip)
        set_property(self.apply, "role", "primary")
        parts = (self._kind, self._number, (self._values, 1), self.new_walk, self.apply)
        self.setLayout(in_row(*parts, edges=(8, 4, 8, 0)))
        self._number.setVisible(False)
        self._kind.currentIndexChanged.connect(self._choose_kind)
        self._number.valueChanged.connect(self._choose)
        self.new_walk.clicked.connect(self._choose)
        self.apply.clicked.connect(self.apply_requested)

    @property
    def example(self) -> int | None:
        """What is chosen: None for the next mini-batch, else a training example from 0."""
        return self._number.value() - 1 if self._kind.currentIndex() == 1 else None

    @property
    def values(self) -> str:
        """The inputs and the target of the chosen example."""
        return self._values.text

    def show_problem_info(self, problem_info: ProblemInfo) -> None:
        """Offer the examples of other data."""
        self._problem_info = problem_info
        with QSignalBlocker(self._number):
            self._number.setMaximum(max(int(problem_info.train_X.shape[1]), 1))
        self._describe()

    def choose(self, example: int) -> None:
        """Choose a training example, from 0, as a person would."""
        with QSignalBlocker(self._kind), QSignalBlocker(self._number):
            self._kind.setCurrentIndex(1)
            self._number.setValue(example + 1)
        self._choose_kind()

    def _choose_kind(self) -> None:
        self._number.setVisible(self._kind.currentIndex() == 1)
        self._choose()

    def _choose(self) -> None:
        self._describe()
        self.chosen.emit(self.example)

    def _describe(self) -> None:
        problem_info, example = self._problem_info, self.example
        if problem_info is None or example is None or example >= problem_info.train_X.shape[1]:
            standardized = problem_info is not None and is_standardized(problem_info)
            self._values.set_text(self.tr("X: what the network sees, standardized") if standardized else "")
            return
        inputs = _named(
            tuple(map(feature_label, problem_info.input_names)),
            [float(value) for value in problem_info.train_X[:, example]],
        )
        if seen_inputs := _standardized_inputs(problem_info, example):
            inputs = self.tr("{inputs} (standardized {seen})").format(inputs=inputs, seen=seen_inputs)
        targets = _named(problem_info.output_names, [float(value) for value in problem_info.train_Y[:, example]])
        text = self.tr("{inputs} → target {targets}").format(inputs=inputs, targets=targets)
        scaling = Scaling(problem_info.output_mean, problem_info.output_scale)
        if scaling.is_used:  # what the walk computes with
            seen = scaling.applied(problem_info.train_Y[:, example : example + 1])[:, 0]
            learned = _named(problem_info.output_names, [float(value) for value in seen])
            text = self.tr("{target}, standardized {learned}").format(target=text, learned=learned)
        self._values.set_text(text)


def _standardized_inputs(problem_info: ProblemInfo, example: int) -> str:
    """Return what the network sees of an example's inputs, by name; nothing where it sees them as they are."""
    if not is_standardized(problem_info):
        return ""
    units = [unit for unit, name in enumerate(problem_info.feature_names) if input_number(name)]
    inputs = [input_number(problem_info.feature_names[unit]) - 1 for unit in units]
    seen = (problem_info.train_X[inputs, example] - problem_info.input_mean[units, 0]) / problem_info.input_scale[
        units, 0
    ]
    return _named(tuple(feature_label(problem_info.input_names[number]) for number in inputs), seen.tolist())


def _named(names: tuple[str, ...], values: list[float]) -> str:
    shown = [f"{name} {numbers.number(value)}" for name, value in zip(names, values, strict=False)]
    text = ", ".join(shown[:MOST_VALUES])
    return text if len(shown) <= MOST_VALUES else f"{text} …"
