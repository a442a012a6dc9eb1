"""The table's model: the present run and the pinned ones, how each came out, and what is special about it."""

import math
from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from playground.files import Experiment
from playground.messages.numbers import grouped, number, percent
from playground.training.comparison import difference, differing
from playground.training.pins import Pin
from playground.training.portrait import Portrait
from playground.training.snapshot import Snapshot
from playground.views.forms.text import spoken, translated
from playground.views.kit.appearance import pixels, theme
from playground.views.runs.colors import pin_color
from playground.views.runs.thumbnail import thumbnail

SIDE = 36
"""Pixels of a run's picture."""
HOUR, MINUTE = 3600, 60
SORTED = Qt.ItemDataRole.UserRole
"""The role of what rows are sorted by."""
Index = QModelIndex | QPersistentModelIndex
Run = Snapshot | Pin
"""What has costs, accuracies, counts and seconds, each by the same name."""


def duration(seconds: float) -> str:
    """Return a time as people say it: ``4.2 s``, ``3:07``, ``2:05:00``."""
    if seconds < MINUTE:
        return f"{seconds:.1f} s"
    whole = round(seconds)
    hours, rest = divmod(whole, HOUR)
    minutes, left = divmod(rest, MINUTE)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


def scores(run: Run) -> tuple[float | None, float | None]:
    """Return how good a run is on test and training data: the accuracy, or R² of numbers."""
    if run.train_accuracy is not None:
        return run.test_accuracy, run.train_accuracy
    if isinstance(run, Pin):
        return run.test_r2, run.train_r2
    test, train = run.test_fit, run.train_fit
    return None if test is None else test.mean_r2, None if train is None else train.mean_r2


def _score_lines(run: Run) -> tuple[str, ...]:
    def text(value: float) -> str:
        share = percent(value)
        return share if run.train_accuracy is not None else f"R² {number(value)}"

    return tuple(text(value) for value in scores(run) if value is not None)


def _cost_lines(run: Run) -> tuple[str, ...]:
    values = (run.test_cost, run.train_cost)
    return tuple(number(value) for value in values if value is not None)


def _best(values: tuple[float | None, float | None]) -> float:
    """Return the number of the test data, else that of the training data; NaN for neither."""
    test, train = values
    known = train if test is None else test
    return math.nan if known is None else known


class Column(Struct, frozen=True):
    """What is told of each run: heading and tooltip, the lines of a cell, and the order."""

    heading: str
    tooltip: str
    lines: Callable[[Run], tuple[str, ...]]
    order: Callable[[Run], float]


def columns() -> tuple[Column, ...]:
    translate = QCoreApplication.translate
    return (
        Column(
            translate("RunsModel", "Score"),
            translate(
                "RunsModel", "The share of right answers, or R² where numbers are predicted: above on the test data."
            ),
            _score_lines,
            lambda run: _best(scores(run)),
        ),
        Column(
            translate("RunsModel", "Cost"),
            translate("RunsModel", "The cost: above on the test data, below on the training data."),
            _cost_lines,
            lambda run: _best((run.test_cost, run.train_cost)),
        ),
        Column(
            translate("RunsModel", "Epochs"),
            translate("RunsModel", "How many times training went through the examples, and how long it took."),
            lambda run: (grouped(run.epoch), duration(run.seconds)),
            lambda run: run.epoch,
        ),
    )


class RunsModel(QAbstractTableModel):
    """A row for the present run and one for each pin."""

    def __init__(self) -> None:
        super().__init__()
        self._runs: tuple[Run, ...] = ()
        self._experiment: Experiment | None = None
        self._pictures: dict[int, QIcon] = {}
        self._columns = columns()

    @property
    def pins(self) -> tuple[Pin, ...]:
        return tuple(run for run in self._runs if isinstance(run, Pin))

    def show_runs(self, present: Snapshot) -> bool:
        """Show other runs, or newer numbers of the present one; return whether the rows are others now."""
        same = self._runs[1:] == present.pins and present.experiment is self._experiment
        if same:
            self._runs = (present, *present.pins)
            self._pictures.pop(0, None)
            self.dataChanged.emit(self.index(0, 0), self.index(0, len(self._columns)))
            return False
        self.beginResetModel()
        self._runs, self._experiment = (present, *present.pins), present.experiment
        self._pictures = {}
        self.endResetModel()
        return True

    def restyle(self) -> None:
        self._pictures = {}

    def pin_at(self, row: int) -> Pin | None:
        """Return the pin of a row, None for the present run."""
        run = self._runs[row]
        return run if isinstance(run, Pin) else None

    def difference(self, row: int) -> str:
        """Return in which settings a run is not as the present one; empty for none."""
        assert self._experiment is not None
        return spoken(difference(self._runs[row].experiment, self._experiment))

    def name(self, row: int) -> str:
        pin = self.pin_at(row)
        return self.tr("now") if pin is None else spoken(pin.name)

    def sentence(self, row: int | None) -> str:
        """Return in what a run is not as the present one; for none of them, in what they all differ."""
        if row is None:
            labels = [translated(each.label) for each in differing([run.experiment for run in self._runs])]
            if not labels:
                return self.tr("All runs have the same settings.")
            return self.tr("The runs differ in: {settings}.").format(settings=", ".join(labels))
        if self.pin_at(row) is None:
            return self.tr("now: the run that goes on.")
        same = self.tr("the settings are those of now")
        return f"{self.name(row)}: {self.difference(row) or same}."

    def tip(self, row: int) -> str:
        """Return how a run came out, with the names of the numbers, and what is special about it."""
        both, train = self.tr("{what}: test {test}, training {train}"), self.tr("{what}: training {train}")
        parts = []
        for column in self._columns[:2]:
            *test, trained = column.lines(self._runs[row]) or ("",)
            if trained:
                template = both if test else train
                parts.append(template.format(what=column.heading, test="".join(test), train=trained))
        return "\n".join([*parts, self.sentence(row)])

    # What Qt asks.

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._runs)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 1 + len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self._columns[section - 1] if section else None
        said: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: self.tr("Run") if column is None else column.heading,
            Qt.ItemDataRole.ToolTipRole: None if column is None else column.tooltip,
            Qt.ItemDataRole.TextAlignmentRole: _alignment(section),
        }
        return said.get(role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return "\n".join(self._columns[column - 1].lines(self._runs[row])) if column else self._about(row)
        if role == SORTED:
            return self._columns[column - 1].order(self._runs[row]) if column else self.name(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tip(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.DecorationRole and not column:
            return self._picture(row)
        return None

    def _about(self, row: int) -> str:
        return "\n".join(filter(None, (self.name(row), self.difference(row))))

    def _picture(self, row: int) -> QIcon:
        if row not in self._pictures:
            run, pin = self._runs[row], self.pin_at(row)
            color = theme().train if pin is None else pin_color(pin.number, theme())
            pixmap = thumbnail(_portrait(run), run.curves, theme(), color, pixels(SIDE))
            picture = QIcon(pixmap)
            picture.addPixmap(pixmap, QIcon.Mode.Selected)  # which would be tinted
            self._pictures[row] = picture
        return self._pictures[row]


def _portrait(run: Run) -> Portrait | None:
    if isinstance(run, Pin):
        return run.portrait
    if run.maps is None or run.problem_info.image_shape is not None:
        return None
    return Portrait.of(run.problem_info, run.maps)


def _alignment(column: int) -> int:
    side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)
