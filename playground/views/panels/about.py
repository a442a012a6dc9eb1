"""What is told about the experiment and its data: its description, what the data are, and settings that suit them."""

from pathlib import Path

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from playground.data import GENERATORS, ONE_CLASS
from playground.files import CsvSource, Experiment, FormulaSource, IdxSource, PointsSource, presets
from playground.files.experiment import Source
from playground.files.problem_shape import FEWEST_TO_SPLIT
from playground.messages import LocalText, Message
from playground.messages.numbers import grouped, number
from playground.training.results import ProblemInfo
from playground.training.snapshot import Snapshot
from playground.views.forms.text import translated
from playground.views.kit.building import in_column
from playground.views.panels.group import GroupedPanel, note

translate = QCoreApplication.translate

LISTED = 5
"""So many classes have their counts listed; more are told by the smallest and the largest."""
UNEVEN = 0.05
"""A class with a smaller part of the largest one's examples is hardly learned."""


class DescriptionPanel(GroupedPanel):
    """The group ABOUT, in the words of the preset or its author: hidden where the experiment has no description."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._experiment: Experiment | None = None
        self.text = note(role="")
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._group = self.add_group("about", translated(Message("About")), self.text)
        self.hide()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        if snapshot.experiment is self._experiment:
            return
        self._experiment = snapshot.experiment
        description = snapshot.experiment.description
        self.text.setText(translated(LocalText(description)) if description else "")
        self._group.set_detail(translated(snapshot.experiment.title))
        self.setVisible(bool(description))


class SuitingNote(QWidget):
    """A line and a button, shown where data of the gallery meet a network and settings that were made for others."""

    preset_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preset = ""
        self.button = QPushButton(self.tr("Take settings that suit these data"))
        self.button.setToolTip(
            self.tr("Open the preset made for these data: its network, its settings, new weights; Undo takes it back.")
        )
        self.button.clicked.connect(lambda: self.preset_requested.emit(self._preset))
        stayed = note(self.tr("Network, weights and settings stayed as they were."))
        self.setLayout(in_column(stayed, self.button, gap=4))
        self.hide()

    def show_experiment(self, experiment: Experiment) -> None:
        self._preset = suiting_preset(experiment)
        self.setVisible(bool(self._preset))


def suiting_preset(experiment: Experiment) -> str:
    """Return the id of the preset made for an experiment's data; nothing where it is that one, or there is none."""
    source = experiment.data.source
    # A preset keeps its name however it is changed; other data give theirs.
    if not isinstance(source, str) or experiment.name != GENERATORS[source].label or experiment.description:
        return ""
    made = [preset for preset in presets() if preset.experiment.data.source == source]
    named = [preset for preset in made if preset.id == source] or made
    if not named or (named[0].experiment.network, named[0].experiment.training) == (
        experiment.network,
        experiment.training,
    ):
        return ""
    return named[0].id


class Summary(Struct, frozen=True):
    """How large a person's own data are; the classes or the range of the targets; why little can be learned."""

    origin: str
    targets: str
    warning: str


def own_name(source: Source) -> str:
    """Return what a person's own data are called: the file's name, the formula, or what they are."""
    match source:
        case FormulaSource():
            return " ".join(source.formula.split())
        case CsvSource():
            return Path(source.csv).name
        case IdxSource():
            path = Path(source.idx)
            # "images-idx3-ubyte.gz" says nothing that the folder does not say better.
            return path.parent.name if path.name.startswith("images") and path.parent.name else path.name
    return translate("DataSummary", "Drawn points")


def origin(source: Source, problem_info: ProblemInfo) -> str:
    """Return how large a person's own data are; nothing for a generator's."""
    m = problem_info.train_X.shape[1] + problem_info.test_X.shape[1]
    match source:
        case CsvSource():
            text = translate("DataSummary", "{rows:,} rows · {columns:,} input columns")
        case IdxSource():
            text = translate("DataSummary", "{rows:,} images · {height} × {width} pixels")
        case PointsSource():
            text = translate("DataSummary", "1 point") if m == 1 else translate("DataSummary", "{rows:,} points")
        case _:
            return ""
    height, width = problem_info.image_shape or (len(problem_info.input_names), 1)
    return text.format(rows=m, columns=len(problem_info.input_names), height=height, width=width)


def summarize(source: Source, problem_info: ProblemInfo) -> Summary:
    """Return what is to be said about the data of a scene."""
    if problem_info.problem == "regression":
        return Summary(origin(source, problem_info), _values(problem_info), _few(source, problem_info))
    counts = _counts(problem_info)
    return Summary(
        origin(source, problem_info),
        _classes(counts),
        _warning(problem_info.classes, counts) or _few(source, problem_info),
    )


def _few(source: Source, problem_info: ProblemInfo) -> str:
    """Say how the few rows of a small table are divided."""
    train, test = problem_info.train_X.shape[1], problem_info.test_X.shape[1]
    if not isinstance(source, CsvSource) or train + test >= FEWEST_TO_SPLIT:
        return ""
    if not test:
        text = translate("DataSummary", "Only {count} rows: all train the network, none is kept for testing.")
        return text.format(count=train)
    text = translate(
        "DataSummary", "Only {count} rows, and {test} of them kept for testing: the network never sees them."
    )
    return text.format(count=train + test, test=test)


def _counts(problem_info: ProblemInfo) -> NDArray[np.intp]:
    """Return how many examples each class has, training and test together, `(n_classes,)`."""
    labels = [part for part in (problem_info.train_labels, problem_info.test_labels) if part is not None]
    return np.bincount(np.concatenate(labels), minlength=len(problem_info.classes))


def _classes(counts: NDArray[np.intp]) -> str:
    low, high = int(counts.min()), int(counts.max())
    if counts.size <= LISTED:
        text = translate("DataSummary", "{count} classes: {each}")
        return text.format(count=counts.size, each=" / ".join(f"{number:,}" for number in counts.tolist()))
    if low == high:
        return translate("DataSummary", "{count} classes: {low:,} each").format(count=counts.size, low=low)
    text = translate("DataSummary", "{count} classes: {low:,} to {high:,} each")
    return text.format(count=counts.size, low=low, high=high)


def _values(problem_info: ProblemInfo) -> str:
    Y = np.concatenate([problem_info.train_Y, problem_info.test_Y], axis=1)
    low, high = (_end(float(end)) for end in (Y.min(), Y.max()))
    if len(problem_info.output_names) == 1:
        text = translate("DataSummary", "To predict: {low} … {high}").format(low=low, high=high)
    else:
        text = translate("DataSummary", "{count} values to predict: {low} … {high}")
        text = text.format(count=len(problem_info.output_names), low=low, high=high)
    return text


def _end(value: float) -> str:
    """Return an end of a range: prices and the like in full, the rest with three digits."""
    return grouped(round(value)) if 1e4 <= abs(value) < 1e7 else number(value, 3)


def _warning(classes: tuple[str, ...], counts: NDArray[np.intp]) -> str:
    present = np.flatnonzero(counts)
    if present.size < 2:
        return translated(ONE_CLASS)
    rarest = int(counts.argmin())
    if counts[rarest] >= UNEVEN * counts.max():
        return ""
    if not counts[rarest]:
        text = translate("DataSummary", "Class {name} has no examples: a network cannot learn it.")
    else:
        text = translate("DataSummary", "Class {name} is rare: high accuracy can mean that it is never predicted.")
    return text.format(name=classes[rarest])
