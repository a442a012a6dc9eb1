"""An atlas: two settings are its axes, and each of its pixels is a training. What is asked for, and what came of it."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from types import MappingProxyType

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from playground.files import Experiment
from playground.messages import Message
from playground.training.errors import TrainingError
from playground.training.jobs import ATLAS
from playground.training.many.choices import Axis, check_axes
from playground.training.many.variations import Plan, Variation, duration, work
from playground.training.results import FloatArray

KIND = ATLAS
"""The kind of the job, and its key in `Snapshot.work`."""
SIDES = (8, 16, 32, 64, 128)
"""How many pixels an axis may have."""
COARSEST = 8
"""Every so many rows and columns come first."""
MOST_AT_ONCE = 128
"""Networks that are made and trained together: making more would hold up whoever trains beside them."""
MOST_SECONDS = 3600.0
MOST_VIEWS = 32
"""So many views it can be zoomed out."""


class Measure(Struct, frozen=True):
    """What a pixel is coloured by.

    Attributes
    ----------
    name, label, unit
        What it is called; the unit is "%" for a share of one.
    logarithmic
        Whether equal ratios are equal differences of colour.
    top
        The highest value there can be, where the colours always end there.
    """

    name: str
    label: str
    unit: str = ""
    logarithmic: bool = False
    whole: bool = False
    top: float | None = None


SOLVED_AT = "solved_at"
MEASURES: Mapping[str, Measure] = MappingProxyType(
    {
        row.name: row
        for row in (
            Measure("train_cost", Message("Training cost"), logarithmic=True),
            Measure("test_cost", Message("Test cost"), logarithmic=True),
            Measure("train_accuracy", Message("Training accuracy"), "%", top=1.0),
            Measure("test_accuracy", Message("Test accuracy"), "%", top=1.0),
            Measure(SOLVED_AT, Message("Epochs until it is solved"), whole=True),
        )
    }
)
"""In the order of the first axis of the values of an atlas: the first ones are the quantities of a record."""


class AtlasPlan(Struct, frozen=True, eq=False, dict=True):
    """What is asked for.

    Raises `TrainingError` if the axes do not go together, or it would take too long.

    Attributes
    ----------
    experiment
        What all trainings have in common.
    side
        How many pixels each has; one of whole numbers has fewer where there are no more of them.
    """

    experiment: Experiment
    across: Axis
    up: Axis
    side: int
    epochs: int

    def __post_init__(self) -> None:
        check_axes(self.experiment, self.across, self.up)
        if self.side not in SIDES:
            names = ", ".join(map(str, SIDES))
            raise TrainingError("{side} pixels a side; one of {names} was expected", side=self.side, names=names)
        if self.epochs < 1:
            raise TrainingError("{epochs} epochs; at least 1 was expected", epochs=self.epochs)
        if self._work[1] > MOST_SECONDS:
            raise TrainingError(
                "{asked}; at most {most} was expected: take fewer pixels or epochs",
                asked=self.asked,
                most=duration(MOST_SECONDS),
            )

    @cached_property
    def columns(self) -> tuple[float | int, ...]:
        """The value of each pixel across."""
        return self.across.values(self.side)

    @cached_property
    def rows(self) -> tuple[float | int, ...]:
        """The value of each pixel up, the lowest first."""
        return self.up.values(self.side)

    @property
    def shape(self) -> tuple[int, int]:
        """How many rows and columns there are."""
        return len(self.rows), len(self.columns)

    @property
    def _work(self) -> tuple[int, float]:
        return work(self.experiment, len(self.rows) * len(self.columns), self.epochs)

    @property
    def asked(self) -> Message:
        """How many trainings and updates these are, and about how long they take."""
        updates, seconds = self._work
        return Message(
            "{count:,} trainings, {updates:,} updates: {time}",
            count=len(self.rows) * len(self.columns),
            updates=updates,
            time=duration(seconds),
        )

    def some(self, rows: range, columns: range) -> Plan:
        """Return the trainings of some rows and columns; columns vary fastest."""
        return Plan(
            self.experiment,
            (
                Variation(self.up.key, tuple(self.rows[row] for row in rows)),
                Variation(self.across.key, tuple(self.columns[column] for column in columns)),
            ),
        )

    def experiment_at(self, row: int, column: int) -> Experiment:
        """Return what is trained at a pixel.

        Raises `TrainingError` if there is no such pixel.
        """
        n_rows, n_columns = self.shape
        if not (0 <= row < n_rows and 0 <= column < n_columns):
            raise TrainingError(
                "there is no pixel in row {row} and column {column}; {rows} rows and {columns} columns were expected",
                row=row + 1,
                column=column + 1,
                rows=n_rows,
                columns=n_columns,
            )
        _, experiment = next(self.some(range(row, row + 1), range(column, column + 1)).members())
        return experiment

    def parts(self) -> Iterator[tuple[range, range]]:
        """Return rows and columns that are trained together, one part after another: a coarse grid first, then finer.

        Each pixel is in one part.
        """
        n_rows, n_columns = self.shape
        yield from _in_pieces(range(0, n_rows, COARSEST), range(0, n_columns, COARSEST))
        step = COARSEST
        while step > 1:
            half = step // 2
            yield from _in_pieces(range(0, n_rows, step), range(half, n_columns, step))
            yield from _in_pieces(range(half, n_rows, step), range(0, n_columns, half))
            step = half

    def zoomed(self, left: float, right: float, bottom: float, top: float) -> "AtlasPlan":
        """Return the plan of what lies between two columns and two rows, told by their numbers, which may be halves.

        Raises `TrainingError` if the part has a single value.
        """
        n_rows, n_columns = self.shape
        across, up = self.across.part(left, right, n_columns), self.up.part(bottom, top, n_rows)
        return AtlasPlan(self.experiment, across, up, self.side, self.epochs)


def _in_pieces(rows: range, columns: range) -> Iterator[tuple[range, range]]:
    together = max(1, MOST_AT_ONCE // max(len(columns), 1))
    for start in range(0, len(rows) if columns else 0, together):
        yield rows[start : start + together], columns


class AtlasGrid(Struct, frozen=True, eq=False):
    """What came of the trainings so far.

    Attributes
    ----------
    values
        `(5, rows, columns)`: each of the `MEASURES`, NaN where there is none; row 0 is the lowest value of its axis.
    known, diverged
        `(rows, columns)`: which are trained, and which of them have numbers that stopped being finite.
    """

    values: FloatArray
    known: NDArray[np.bool_]
    diverged: NDArray[np.bool_]

    @classmethod
    def empty(cls, shape: tuple[int, int]) -> "AtlasGrid":
        return cls(np.full((len(MEASURES), *shape), np.nan), np.zeros(shape, bool), np.zeros(shape, bool))

    def copy(self, *, frozen: bool = True) -> "AtlasGrid":
        """Return the same in arrays of its own."""
        arrays = self.values.copy(), self.known.copy(), self.diverged.copy()
        for array in arrays:
            array.flags.writeable = not frozen
        return AtlasGrid(*arrays)

    def check(self, shape: tuple[int, int]) -> None:
        """Check that it is of a plan with so many rows and columns.

        Raises `TrainingError` if it is not.
        """
        fits = self.values.shape == (len(MEASURES), *shape) and self.known.shape == self.diverged.shape == shape
        if not fits:
            raise TrainingError("the pixels of the atlas")


class AtlasPart(Struct, frozen=True, eq=False):
    """A view that an atlas can be zoomed out to: what it was of, and what came of it."""

    plan: AtlasPlan
    grid: AtlasGrid
