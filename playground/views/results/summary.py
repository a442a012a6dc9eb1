"""The card beside the picture: which part of the data, its scores, and what they say in a sentence."""

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from playground.messages import numbers
from playground.training.questions.results import ClassScores, PartName, Results, ValueScores
from playground.training.results import Scene
from playground.training.snapshot import Snapshot
from playground.views.controls.choice import ChoiceBox
from playground.views.kit.appearance import scaled_font
from playground.views.panel_style import set_property
from playground.views.results.columns import number
from playground.views.results.sentences import classified, estimated, untrained

LARGE = 1.5
"""The first score of each part, beside usual text."""
LINES = 3
SCORED: tuple[PartName, PartName] = ("train", "test")


class Summary(QWidget):
    """All, Training or Test; with several outputs to predict, one of them; and the scores of both parts.

    Signals
    -------
    part_chosen(part)
        ``"all"``, ``"train"`` or ``"test"``.
    output_chosen
        Another output is `output`.
    """

    part_chosen = Signal(str)
    output_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self.parts: dict[PartName, QToolButton] = {}
        texts: tuple[tuple[PartName, str, str], ...] = (
            ("all", self.tr("All"), self.tr("All examples, learned from or not.")),
            ("train", self.tr("Training"), self.tr("The examples that the network learns from.")),
            ("test", self.tr("Test"), self.tr("The examples that the network never learns from.")),
        )
        switch = QHBoxLayout()
        switch.setSpacing(4)
        for name, label, tip in texts:
            button = QToolButton()
            button.setText(label)
            button.setToolTip(tip)
            button.setAccessibleName(label)
            button.setCheckable(True)
            button.setChecked(name == "all")
            button.clicked.connect(partial(self.part_chosen.emit, name))
            self._group.addButton(button)
            self.parts[name] = button
            switch.addWidget(button)
        switch.addStretch(1)
        self._test_tip = self.parts["test"].toolTip()
        self.outputs = ChoiceBox()
        self.outputs.setAccessibleName(self.tr("Output"))
        self.outputs.setToolTip(self.tr("Which of the predicted values is looked at."))
        self.outputs.activated.connect(self.output_chosen)
        self.sentence = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        font = self.sentence.font()
        font.setWeight(QFont.Weight.DemiBold)
        self.sentence.setFont(font)
        self.readout = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        set_property(self.readout, "role", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(switch)
        layout.addWidget(self.outputs)
        layout.addLayout(self._grid())
        layout.addWidget(self.sentence)
        layout.addWidget(self.readout)
        layout.addStretch(1)

    @property
    def part(self) -> PartName:
        """The part of the data that is looked at."""
        return next(name for name, button in self.parts.items() if button.isChecked())

    @property
    def output(self) -> int:
        """The output that is looked at."""
        return max(self.outputs.currentIndex(), 0)

    def score(self, line: int, part: PartName) -> str:
        """Return what a line says of a part."""
        return self._scores[line, part].text()

    def show_scene(self, scene: Scene) -> None:
        """Offer the parts and outputs of other data."""
        tests = scene.test_X.shape[1] > 0
        test = self.parts["test"]
        test.setEnabled(tests)
        test.setToolTip(
            self._test_tip if tests else self.tr("There are no test examples: lower the share of training data.")
        )
        if not tests and test.isChecked():
            self.parts["all"].setChecked(True)
        regression = scene.train_labels is None
        self.outputs.setVisible(regression and len(scene.output_names) > 1)
        names = list(scene.output_names) if regression else []
        if names != [self.outputs.itemText(index) for index in range(self.outputs.count())]:
            with QSignalBlocker(self.outputs):
                self.outputs.clear()
                self.outputs.addItems(names)
        labels = self._value_labels() if regression else self._class_labels()
        for line, label in enumerate(self._labels):
            text, tip = labels[line] if line < len(labels) else ("", "")
            label.setText(text)
            for widget in (label, *(self._scores[line, part] for part in SCORED)):
                widget.setToolTip(tip)
                widget.setVisible(bool(text))

    def show_results(self, snapshot: Snapshot, results: Results) -> None:
        """Tell the scores of both parts, and a sentence about the one that is looked at."""
        exact = {"train": snapshot.train_accuracy, "test": snapshot.test_accuracy}
        for part in SCORED:
            scores = results.scores[part]
            texts = _class_texts(scores, exact[part]) if isinstance(scores, ClassScores) else self._value_texts(scores)
            for line, text in enumerate(texts if scores.total else (numbers.MISSING,) * LINES):
                self._scores[line, part].setText(text)
        chosen = results.scores[self.part]
        if isinstance(chosen, ClassScores):
            sentence = classified(self.part, chosen, snapshot.scene.classes)
        else:
            sentence = estimated(self.part, chosen, measured=results.measured)
        self.sentence.setText(sentence if snapshot.update else untrained(sentence))

    def _grid(self) -> QGridLayout:
        """Return a line for each score and a column for each part."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(3, 1)
        for column, text in enumerate((self.tr("training"), self.tr("test")), start=1):
            heading = QLabel(text, alignment=Qt.AlignmentFlag.AlignRight)
            set_property(heading, "role", "muted")
            grid.addWidget(heading, 0, column)
        self._labels = tuple(QLabel() for _ in range(LINES))
        self._scores: dict[tuple[int, PartName], QLabel] = {}
        for line, label in enumerate(self._labels):
            set_property(label, "role", "muted")
            grid.addWidget(label, line + 1, 0, Qt.AlignmentFlag.AlignVCenter)
            for column, part in enumerate(SCORED, start=1):
                value = QLabel(alignment=Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                scaled_font(value, LARGE if line == 0 else 1.0, digits=True)
                self._scores[line, part] = value
                grid.addWidget(value, line + 1, column)
        return grid

    def _class_labels(self) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("right"), self.tr("The share of examples that are classified correctly.")),
            (self.tr("wrong"), self.tr("How many examples are taken for another class.")),
        )

    def _value_labels(self) -> tuple[tuple[str, str], ...]:
        return (
            (
                "R²",
                self.tr(
                    "Which share of the variation the predictions explain: 1 is perfect, 0 no better than the mean."
                ),
            ),
            ("RMSE", self.tr("The root of the mean squared residual, in the units of what is predicted.")),
            ("MAE", self.tr("The mean size of a residual, in the units of what is predicted.")),
        )

    def _value_texts(self, scores: ValueScores) -> tuple[str, ...]:
        return (numbers.number(scores.r2), number(scores.rmse), number(scores.mae))


def _class_texts(scores: ClassScores, exact: float | None) -> tuple[str, ...]:
    """Return accuracy, exact also where only some examples were looked at, and how many of these are wrong."""
    return numbers.percent(scores.accuracy if exact is None else exact), numbers.grouped(scores.wrong)
