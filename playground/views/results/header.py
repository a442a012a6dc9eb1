"""Above the results: which part of the data, which output, and the scores that training keeps of all examples."""

from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QToolButton, QWidget

from playground.training.results import Scene
from playground.training.snapshot import Snapshot
from playground.views import numbers
from playground.views.controls.choice import ChoiceBox
from playground.views.plots.text import TextLine
from playground.views.results.rows import PartName
from playground.views.theme import Theme


class ResultsHeader(QWidget):
    """All, Training or Test; with several outputs to predict, one of them.

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
        self._known: tuple[bool, bool] | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self.parts: dict[PartName, QToolButton] = {}
        texts: tuple[tuple[PartName, str, str], ...] = (
            ("all", self.tr("All"), self.tr("All examples, learned from or not.")),
            ("train", self.tr("Training"), self.tr("The examples that the network learns from.")),
            ("test", self.tr("Test"), self.tr("The examples that the network never learns from.")),
        )
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
            layout.addWidget(button)
        self._test_tip = self.parts["test"].toolTip()
        self.output_label = QLabel(self.tr("Output"))
        self.outputs = ChoiceBox()
        self.outputs.setAccessibleName(self.tr("Output"))
        self.outputs.setToolTip(self.tr("Which of the predicted values is looked at."))
        self.outputs.setMaximumWidth(200)
        self.outputs.activated.connect(self.output_chosen)
        layout.addSpacing(8)
        layout.addWidget(self.output_label)
        layout.addWidget(self.outputs)
        layout.addStretch(1)
        self.scores = TextLine()
        self.scores.setFont(numbers.tabular(self.font()))
        self.scores.setToolTip(self.tr("The share of examples that are classified correctly."))
        layout.addWidget(self.scores)

    @property
    def part(self) -> PartName:
        """The part of the data that is looked at."""
        return next(name for name, button in self.parts.items() if button.isChecked())

    @property
    def output(self) -> int:
        """The output that is looked at."""
        return max(self.outputs.currentIndex(), 0)

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme."""
        self.scores.set_color(theme.text)

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
        several = scene.train_labels is None and len(scene.output_names) > 1
        self.output_label.setVisible(several)
        self.outputs.setVisible(several)
        names = list(scene.output_names) if scene.train_labels is None else []
        if names != [self.outputs.itemText(index) for index in range(self.outputs.count())]:
            with QSignalBlocker(self.outputs):
                self.outputs.clear()
                self.outputs.addItems(names)

    def show_scores(self, snapshot: Snapshot) -> None:
        """Tell the accuracy of each part."""
        train, test = snapshot.train_accuracy, snapshot.test_accuracy
        if (train is None, test is None) != self._known:
            self._known = (train is None, test is None)
            # As wide as it can become: numbers that move must not move anything.
            widest = self._text(None if train is None else 1.0, None if test is None else 1.0)
            self.scores.setFixedWidth(QFontMetrics(self.scores.font()).horizontalAdvance(widest) + 2)
        self.scores.set_text(self._text(train, test))

    def _text(self, train: float | None, test: float | None) -> str:
        if train is None:
            return ""
        first, second = (numbers.percent(value).strip(numbers.FIGURE_SPACE) for value in (train, test))
        if test is None:
            return self.tr("Accuracy: training {train}").format(train=first)
        return self.tr("Accuracy: training {train}, test {test}").format(train=first, test=second)
