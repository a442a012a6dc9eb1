"""The table of runs as a model: its rows, and what it tells of each, a column each."""

import math
from collections.abc import Callable, Hashable, Sequence
from functools import partial
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from playground.messages import Message, Term
from playground.messages.numbers import MISSING, grouped, number, percent
from playground.training.comparison import difference
from playground.training.run_table import RunGroup, RunRow, Spread
from playground.views.forms.text import spoken, translated

HOUR, MINUTE = 3600, 60
LAST = "\uffff"
"""Sorted by their names, the networks on the wall stand behind the runs that have one of their own."""


class Column(Struct, frozen=True):
    """One column: heading and tooltip, the lines of a cell, and what rows are sorted by."""

    heading: str
    tip: str
    lines: Callable[[Any], tuple[str, ...]]
    order: Callable[[Any], float | str]


def duration(seconds: float) -> str:
    """Return a time as people say it: ``4.2 s``, ``3:07``, ``2:05:00``."""
    if seconds < MINUTE:
        return f"{seconds:.1f} s"
    whole = round(seconds)
    hours, rest = divmod(whole, HOUR)
    minutes, left = divmod(rest, MINUTE)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


def score_text(measured: RunRow | RunGroup, value: float) -> str:
    """Return a score as a person reads it."""
    return percent(value) if measured.measure == "accuracy" else f"R² {number(value)}"


def about(row: RunRow, now: RunRow) -> str:
    """Return what is special about a run: its own settings on the wall, or those that are not as now."""
    return translated(row.settings) if row.own else spoken(difference(row.experiment, now.experiment))


def _scores(row: RunRow) -> tuple[str, ...]:
    if row.diverged:
        return (translated(DIVERGED),)
    texts = (score_text(row, value) for value in (row.test_score, row.train_score) if value is not None)
    return (*texts,) or (MISSING,)


def _costs(row: RunRow) -> tuple[str, ...]:
    return tuple(number(value) for value in (row.test_cost, row.train_cost) if value is not None)


def _last(value: float | None, row: RunRow, end: float) -> float:
    """Return what a row is sorted by: what has no number stands beyond the worst."""
    return end if value is None or row.diverged or math.isnan(value) else value


DIVERGED = Message("diverged")
SCORE = Column(
    Message("Score"),
    Message("The share of right answers, or R² where numbers are predicted: above on the test data."),
    _scores,
    lambda row: _last(row.score, row, -math.inf),
)
COST = Column(
    Message("Cost"),
    Message("The cost: above on the test data, below on the training data."),
    _costs,
    lambda row: _last(row.cost, row, math.inf),
)
EPOCHS = Column(
    Message("Epochs"),
    Message("How many times training went through the examples, and how long it took."),
    lambda row: (grouped(row.epoch), *(() if row.seconds is None else (duration(row.seconds),))),
    lambda row: row.epoch,
)


def run_columns(now: RunRow) -> tuple[Column, ...]:
    """Return the columns of runs: first which it is, and how it differs from the present one."""
    return (
        Column(
            Message("Run"),
            "",
            lambda row: tuple(filter(None, (spoken(row.name), about(row, now)))),
            lambda row: f"{LAST}{row.key[1]:04}" if row.own else spoken(row.name),
        ),
        SCORE,
        COST,
        EPOCHS,
    )


def group_columns(label: str) -> tuple[Column, ...]:
    """Return the columns of groups: first the value that its runs have in common."""
    return (
        Column(
            label,
            Message("What the runs of a group have in common, and how many there are."),
            lambda group: (translated(group.value), _size(group)),
            _value,
        ),
        Column(
            SCORE.heading,
            Message("The mean score of those that did not diverge, and their standard deviation."),
            lambda group: _spread(group.score, partial(score_text, group)),
            lambda group: -math.inf if group.score is None else group.score.mean,
        ),
        Column(
            COST.heading,
            Message("The mean cost of those that did not diverge, and their standard deviation."),
            lambda group: _spread(group.cost, number),
            lambda group: math.inf if group.cost is None else group.cost.mean,
        ),
        Column(
            Message("Solved"),
            Message(
                "How many come nine tenths of the way from always the same answer to perfect, of how many; below, how "
                "many diverged."
            ),
            _counts,
            lambda group: group.solved / group.known if group.known else -1.0,
        ),
    )


def _size(group: RunGroup) -> str:
    n = len(group.rows)
    return translated(Message("one run") if n == 1 else Message("{n} runs", n=n))


def _value(group: RunGroup) -> float | str:
    try:
        return float(group.value)
    except ValueError:  # these are names, or several settings
        return translated(group.value)


def _spread(spread: Spread | None, text: Callable[[float], str]) -> tuple[str, ...]:
    if spread is None:
        return (MISSING,)
    return (text(spread.mean),) if spread.std is None else (text(spread.mean), f"± {text(spread.std)}")


def _counts(group: RunGroup) -> tuple[str, ...]:
    solved = f"{group.solved}/{group.known}" if group.known else MISSING
    lost = translated(Message("{n} diverged", n=group.diverged))
    return (solved, lost) if group.diverged else (solved,)


def results(row: RunRow) -> str:
    """Return how a run came out, with the names of the numbers."""
    lines = []
    for column, value in ((SCORE, row.score), (COST, row.cost)):
        if value is None or row.diverged:
            continue
        *test, trained = column.lines(row)
        what = {"what": Term(column.heading), "training": trained}
        if test:
            lines.append(Message("{what}: test {test}, training {training}", test="".join(test), **what))
        else:
            lines.append(Message("{what}: training {training}", **what))
    return "\n".join(map(translated, lines))


SORTED = Qt.ItemDataRole.UserRole
"""The role of what rows are sorted by."""
Index = QModelIndex | QPersistentModelIndex


class RowsModel(QAbstractTableModel):
    """Rows under columns, each told from the others by its ``key``.

    `picture` and `tip`: return the picture beside the first cell of a row, if it has one, and its tooltip.
    """

    def __init__(self, picture: Callable[[Any], QIcon | None], tip: Callable[[Any], str]) -> None:
        super().__init__()
        self.rows: Sequence[Any] = ()
        self._columns: tuple[Column, ...] = ()
        self._picture, self._tip = picture, tip

    def show_rows(self, rows: Sequence[Any], columns: tuple[Column, ...]) -> bool:
        """Show other rows, or newer numbers of the same ones; return whether they are others."""
        headings = [column.heading for column in columns]
        same = [row.key for row in rows] == [row.key for row in self.rows]
        if same and headings == [column.heading for column in self._columns]:
            self.rows, self._columns = rows, columns
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(columns) - 1))
            return False
        self.beginResetModel()
        self.rows, self._columns = rows, columns
        self.endResetModel()
        return True

    def place(self, key: Hashable) -> int | None:
        return next((place for place, row in enumerate(self.rows) if row.key == key), None)

    # What Qt asks.

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self._columns[section]
        said: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: translated(column.heading),
            Qt.ItemDataRole.ToolTipRole: translated(column.tip) if column.tip else None,
            Qt.ItemDataRole.TextAlignmentRole: NUMBERS if section else NAMES,
        }
        return said.get(role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return "\n".join(self._columns[column].lines(row))
        if role == SORTED:
            return self._columns[column].order(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return NUMBERS if column else NAMES
        if role == Qt.ItemDataRole.DecorationRole and not column:
            return self._picture(row)
        return None


NAMES = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
NUMBERS = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
