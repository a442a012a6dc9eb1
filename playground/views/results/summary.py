"""The card beside the picture: which part of the data, its scores, and what they say in a sentence."""

import math
from typing import NamedTuple, cast

from PySide6.QtCore import QCoreApplication, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from playground.messages import numbers, with_particles
from playground.training.queries.results import ClassScores, PartName, Results, ValueScores
from playground.training.results import ProblemInfo
from playground.training.snapshot import Snapshot
from playground.views.controls.choice import ChoiceBox
from playground.views.kit.appearance import pixels, scaled_font
from playground.views.kit.building import in_column, named, spaced
from playground.views.kit.buttons import ModeButtons
from playground.views.panel_style import set_property
from playground.views.results.columns import number

LARGE = 1.5
"""The first score of each part, beside usual text."""
LINES = 3
NARROWEST = 176
"""In pixels at 100 %; wider where the scores need it."""
LONGEST_NAME = 24
SCORED: tuple[PartName, PartName] = ("train", "test")
translate = QCoreApplication.translate


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
        self._modes = ModeButtons(
            {
                "all": (self.tr("All"), self.tr("All examples, learned from or not.")),
                "train": (self.tr("Training"), self.tr("The examples that the network learns from.")),
                "test": (self.tr("Test"), self.tr("The examples that the network never learns from.")),
            },
            gap=4,
        )
        self._modes.chosen.connect(self.part_chosen)
        self.parts = self._modes.buttons
        self._test_tip = self.parts["test"].toolTip()
        self.outputs = named(ChoiceBox(), self.tr("Output"), self.tr("Which of the predicted values is looked at."))
        self.outputs.activated.connect(self.output_chosen)
        self.sentence = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        font = self.sentence.font()
        font.setWeight(QFont.Weight.DemiBold)
        self.sentence.setFont(font)
        self.readout = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        set_property(self.readout, "role", "muted")
        self.setLayout(in_column(self._modes, self.outputs, self._grid(), self.sentence, self.readout, None, gap=8))

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().expandedTo(QSize(pixels(NARROWEST), 0))

    @property
    def part(self) -> PartName:
        return cast(PartName, self._modes.current)

    @property
    def output(self) -> int:
        return max(self.outputs.currentIndex(), 0)

    def score(self, line: int, part: PartName) -> str:
        return self._scores[line, part].text()

    def show_problem_info(self, problem_info: ProblemInfo) -> None:
        """Offer the parts and outputs of other data."""
        tests = problem_info.test_X.shape[1] > 0
        test = self.parts["test"]
        test.setEnabled(tests)
        none = self.tr("There are no test examples: lower the share of training data.")
        test.setToolTip(self._test_tip if tests else none)
        if not tests and test.isChecked():
            self._modes.choose("all")
        regression = problem_info.train_labels is None
        self.outputs.setVisible(regression and len(problem_info.output_names) > 1)
        names = list(problem_info.output_names) if regression else []
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
            sentence = classified(self.part, chosen, snapshot.problem_info.classes)
        else:
            sentence = estimated(self.part, chosen, measured=results.measured)
        self.sentence.setText(sentence if snapshot.update else untrained(sentence))

    def _grid(self) -> QGridLayout:
        """Return a line for each score and a column for each part."""
        grid = QGridLayout()
        spaced(grid, gap=(12, 2))
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


class _Templates(NamedTuple):
    """What is said of one part of the data."""

    wrong: str
    one_wrong: str
    right: str
    off: str


def _templates(part: PartName) -> _Templates:
    return {
        "all": _Templates(
            translate("results", "{wrong} of {total} examples are wrong"),
            translate("results", "One of {total} examples is wrong"),
            translate("results", "All {total} examples are right."),
            translate("results", "Predictions are off by {error} on average"),
        ),
        "train": _Templates(
            translate("results", "{wrong} of {total} training examples are wrong"),
            translate("results", "One of {total} training examples is wrong"),
            translate("results", "All {total} training examples are right."),
            translate("results", "Predictions for training examples are off by {error} on average"),
        ),
        "test": _Templates(
            translate("results", "{wrong} of {total} test examples are wrong"),
            translate("results", "One of {total} test examples is wrong"),
            translate("results", "All {total} test examples are right."),
            translate("results", "Predictions for test examples are off by {error} on average"),
        ),
    }[part]


def classified(part: PartName, scores: ClassScores, classes: tuple[str, ...]) -> str:
    """Return what a confusion matrix says in a sentence."""
    wrong, templates = scores.wrong, _templates(part)
    counts = {"wrong": numbers.grouped(wrong), "total": numbers.grouped(scores.total)}
    if scores.mistake is None:
        return templates.right.format(**counts)
    true, predicted, count = scores.mistake
    begin = (templates.one_wrong if wrong == 1 else templates.wrong).format(**counts)
    if count == 1 and wrong > 1:
        return translate("results", "{wrong}, no two of them in the same way.").format(wrong=begin)
    always = translate("results", "{wrong}: {true} is taken for {predicted}.")
    often = translate("results", "{wrong}; most often {true} is taken for {predicted} ({count} times).")
    names = {"true": _brief(classes[true]), "predicted": _brief(classes[predicted])}
    template = always if count == wrong else often
    return with_particles(template.format(wrong=begin, count=numbers.grouped(count), **names))


def estimated(part: PartName, scores: ValueScores, *, measured: bool = True) -> str:
    """Return what the errors of a regression say in a sentence; `measured` as in `Results`."""
    if not math.isfinite(scores.mae):
        return translate("results", "Predictions are too large to be told as numbers.")
    off = _templates(part).off.format(error=numbers.number(scores.mae, 3))
    if not measured:
        return f"{off}."
    if scores.r2 is None:
        template = translate(
            "results",
            "{off}. R² is not defined: the true values are all the same, with nothing to explain.",
        )
    elif scores.r2 <= 0:
        template = translate("results", "{off}: no better than always saying the mean.")
    else:
        template = translate("results", "{off}; they explain {share} of the variation.")
    return template.format(off=off, share=numbers.percent(scores.r2))


def untrained(sentence: str) -> str:
    """Return the sentence with the warning that nothing has been learned yet."""
    return translate("results", "Not trained yet: {sentence}").format(sentence=sentence)


def _brief(name: str) -> str:
    """Return a name that leaves room for the rest of a sentence: of a long one its beginning and its end."""
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME // 2]}…{name[-LONGEST_NAME // 3 :]}"
