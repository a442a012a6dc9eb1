"""The table of runs: the present one and those that are pinned."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QPixmap

from playground.files import Experiment
from playground.training.comparison import Difference, differing
from playground.training.pins import Pin
from playground.training.snapshot import Snapshot
from playground.views.forms.text import spoken, translated
from playground.views.numbers import FIGURE_SPACE, compact, grouped, percent
from playground.views.runs.colors import pin_color
from playground.views.theme import LIGHT, Theme

CONTEXT = "RunsModel"
SWATCH = 10
HOUR, MINUTE = 3600, 60
Index = QModelIndex | QPersistentModelIndex
Run = Snapshot | Pin
"""What has costs, accuracies, counts and seconds, each by the same name."""


@dataclass(frozen=True)
class Result:
    """One number of a run: its heading and what it is (context ``RunsModel``), and how it reads."""

    heading: str
    tooltip: str
    text: Callable[[Run], str]


def duration(seconds: float) -> str:
    """Return a time as people say it: ``4.2 s``, ``3:07``, ``2:05:00``."""
    if seconds < MINUTE:
        return f"{seconds:.1f} s"
    whole = round(seconds)
    hours, rest = divmod(whole, HOUR)
    minutes, left = divmod(rest, MINUTE)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


def _cost(value: float | None) -> str:
    return compact(value, 7, pad=False)


def _accuracy(value: float | None) -> str:
    return percent(value).strip(FIGURE_SPACE)


RESULTS = (
    Result(
        str(QT_TRANSLATE_NOOP("RunsModel", "Cost")),
        str(QT_TRANSLATE_NOOP("RunsModel", "The cost on the training data.")),
        lambda run: _cost(run.train_cost),
    ),
    Result(
        str(QT_TRANSLATE_NOOP("RunsModel", "Test cost")),
        str(QT_TRANSLATE_NOOP("RunsModel", "The cost on the test data.")),
        lambda run: _cost(run.test_cost),
    ),
    Result(
        str(QT_TRANSLATE_NOOP("RunsModel", "Accuracy")),
        str(QT_TRANSLATE_NOOP("RunsModel", "The share of right answers on the training data.")),
        lambda run: _accuracy(run.train_accuracy),
    ),
    Result(
        str(QT_TRANSLATE_NOOP("RunsModel", "Test accuracy")),
        str(QT_TRANSLATE_NOOP("RunsModel", "The share of right answers on the test data.")),
        lambda run: _accuracy(run.test_accuracy),
    ),
    Result(
        str(QT_TRANSLATE_NOOP("RunsModel", "Epochs")),
        str(QT_TRANSLATE_NOOP("RunsModel", "How many times training went through the examples.")),
        lambda run: grouped(run.epoch),
    ),
    Result(
        str(QT_TRANSLATE_NOOP("RunsModel", "Time")),
        str(QT_TRANSLATE_NOOP("RunsModel", "How long it was trained, by the clock.")),
        lambda run: duration(run.seconds),
    ),
)


class RunsModel(QAbstractTableModel):
    """A row for the present run and one for each pin; a column for each setting that differs and for each result."""

    def __init__(self) -> None:
        super().__init__()
        self._present: Snapshot | None = None
        self._pins: tuple[Pin, ...] = ()
        self._experiment: Experiment | None = None
        self._differences: tuple[Difference, ...] = ()
        self._shown: list[list[str]] = []
        self._theme = LIGHT

    @property
    def pins(self) -> tuple[Pin, ...]:
        """The pins, from the second row on."""
        return self._pins

    @property
    def differences(self) -> tuple[Difference, ...]:
        """The settings that are columns."""
        return self._differences

    def show_runs(self, present: Snapshot) -> bool:
        """Show other runs, or newer numbers of the present one; return whether rows or columns are others now."""
        self._present = present
        if present.pins is self._pins and present.experiment is self._experiment:
            self._refresh()
            return False
        self.beginResetModel()
        self._pins, self._experiment = present.pins, present.experiment
        self._differences = differing([present.experiment, *(pin.experiment for pin in self._pins)])
        self._shown = [self._row(present), *(self._row(pin) for pin in self._pins)]
        self.endResetModel()
        return True

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        self._theme = theme

    def pin_at(self, row: int) -> Pin | None:
        """Return the pin of a row, None for the present run."""
        return self._pins[row - 1] if 1 <= row <= len(self._pins) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many runs there are."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how much is told of each."""
        return 0 if parent.isValid() else 1 + len(self._differences) + len(RESULTS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the headings."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        first = 1 + len(self._differences)
        if role == Qt.ItemDataRole.ToolTipRole and section >= first:
            return QCoreApplication.translate(CONTEXT, RESULTS[section - first].tooltip)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if section == 0:
            return self.tr("Run")
        if section < first:
            return translated(self._differences[section - 1].label)
        return QCoreApplication.translate(CONTEXT, RESULTS[section - first].heading)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._shown[index.row()][index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() > len(self._differences):
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 0:
            return self._swatch(index.row())
        if role == Qt.ItemDataRole.FontRole and index.row() == 0:
            font = QFont()
            font.setItalic(index.column() == 0)
            return font
        return None

    def _row(self, run: Run) -> list[str]:
        row = 0 if isinstance(run, Snapshot) else 1 + self._pins.index(run)
        name = self.tr("now") if isinstance(run, Snapshot) else spoken(run.name)
        settings = [spoken(difference.values[row]) for difference in self._differences]
        return [name, *settings, *(result.text(run) for result in RESULTS)]

    def _refresh(self) -> None:
        """Write the present run's numbers anew."""
        if self._present is None or not self._shown:
            return
        row = self._row(self._present)
        if row != self._shown[0]:
            self._shown[0] = row
            first = 1 + len(self._differences)
            self.dataChanged.emit(self.index(0, first), self.index(0, first + len(RESULTS) - 1))

    def _swatch(self, row: int) -> QPixmap:
        """Return a piece of the run's line."""
        pin = self.pin_at(row)
        pixmap = QPixmap(SWATCH, SWATCH)
        pixmap.fill(QColor(self._theme.train if pin is None else pin_color(pin.number, self._theme)))
        return pixmap
