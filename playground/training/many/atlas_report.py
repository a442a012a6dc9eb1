"""How an atlas stands: what its pixels are coloured by, between which ends, and as a table."""

from collections.abc import Mapping
from functools import cached_property
from typing import Literal

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from playground.messages import Message
from playground.training.comparison import value_text
from playground.training.many.atlas import COARSEST, MEASURES, SOLVED_AT, AtlasGrid, AtlasPlan
from playground.training.many.frame import typed
from playground.training.many.record import stride_after
from playground.training.results import FloatArray

CLIPPED, MOST_RATIO = 99.0, 1e4
"""Percentile, and ratio to the lowest, at which the colours of costs end: those that explode must not leave all the
rest in one colour."""
LOWEST = 1e-12
BY_SCORE = ("test_accuracy", "train_accuracy", "test_cost", "train_cost")
"""What an atlas is coloured by unless a person chose: the first that its pixels have."""

AtlasState = Literal["running", "stopped", "changed", "done"]


class AtlasReport(Struct, frozen=True, eq=False, dict=True):
    """How an atlas stands.

    Attributes
    ----------
    plan
        What was asked for: another view has another plan.
    state
        Whether it goes on; it stops by itself where the data are others.
    grid
        What came of it so far; the same object until there is more.
    share
        How much of the work is done, from 0 to 1.
    goal
        From which score on a network solves the problem.
    depth
        How many views it can be zoomed out.
    seconds, updates
        The time of the clock spent training, and the updates of all networks together.
    chosen
        The name of the measure that a person chose; empty before that.
    """

    plan: AtlasPlan
    state: AtlasState
    grid: AtlasGrid
    share: float
    goal: Message
    depth: int
    seconds: float
    updates: int
    chosen: str = ""

    @property
    def measure(self) -> str:
        """The name of what its pixels are coloured by: as chosen, or else the score of its networks."""
        return next((name for name in (self.chosen, *BY_SCORE) if name in self.measures), self.measures[0])

    @cached_property
    def measures(self) -> tuple[str, ...]:
        """What pixels can be coloured by: all that any of them has."""
        found = [bool(np.isfinite(values).any()) for values in self.grid.values]
        return tuple(name for name, there in zip(MEASURES, found, strict=True) if there or name == SOLVED_AT)

    def of(self, name: str) -> FloatArray:
        """Return the values `(rows, columns)` of a measure; NaN where there are none."""
        values: FloatArray = self.grid.values[list(MEASURES).index(name)]
        return np.where(self.grid.diverged, np.nan, values)

    def ends(self, name: str) -> tuple[float, float]:
        """Return the values of a measure at which its colours begin and end."""
        measure, values = MEASURES[name], self.of(name)
        finite = values[np.isfinite(values)]
        if measure.whole:
            return 0.0, float(self.plan.epochs)
        if not finite.size:
            return (0.1, 1.0) if measure.logarithmic else (0.0, 1.0)
        low, high = float(finite.min()), float(np.percentile(finite, CLIPPED))
        if measure.logarithmic:
            low = max(low, LOWEST)
            high = min(high, low * MOST_RATIO)
        high = high if measure.top is None else measure.top
        return (low, high) if high > low else (low / 2, low * 2) if measure.logarithmic else (low - 0.5, low + 0.5)

    def at(self, name: str, share: float) -> float:
        """Return the value at a place between the ends of the colours, from 0 to 1."""
        low, high = self.ends(name)
        return float(low * (high / low) ** share) if MEASURES[name].logarithmic else low + (high - low) * share

    def shares(self, name: str) -> FloatArray:
        """Return where the pixels stand between the ends of the colours: `(rows, columns)`, NaN without a value."""
        values, (low, high) = self.of(name), self.ends(name)
        with np.errstate(all="ignore"):
            if MEASURES[name].logarithmic:
                values = np.log(np.maximum(values, LOWEST))
                low, high = float(np.log(low)), float(np.log(high))
            return np.clip((values - low) / (high - low), 0.0, 1.0)

    def solved_between(self, epoch: float) -> tuple[int, int]:
        """Return between which epochs a pixel came to the goal that it was first seen to meet at a recorded one.

        They are the same where every epoch is recorded.
        """
        stride = stride_after(self.plan.epochs)
        before = (int(epoch) - 1) // stride * stride
        return max(before + 1, 0), int(epoch)

    def sources(self) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Return which pixel each shows, `(rows, columns)` of rows and of columns: a coarser one until it is trained.

        Where there is none yet, it is itself.
        """
        rows, columns = np.indices(self.plan.shape)
        found, missing = (rows.copy(), columns.copy()), ~self.grid.known
        step = 2
        while step <= COARSEST:
            coarse = rows // step * step, columns // step * step
            better = missing & self.grid.known[coarse]
            for own, other in zip(found, coarse, strict=True):
                own[better] = other[better]
            missing &= ~better
            step *= 2
        return found

    def value_texts(self, row: int, column: int) -> tuple[str, str]:
        """Return the two values of a pixel, across and up, as a person reads them."""
        plan = self.plan
        return value_text(plan.across.field, plan.columns[column]), value_text(plan.up.field, plan.rows[row])


def atlas_table(report: AtlasReport) -> Mapping[str, list[float | int | str | None]]:
    """Return a row for each trained pixel, by column; settings as ``--set`` takes them."""
    plan, known = report.plan, report.grid.known
    rows, columns = np.nonzero(known)
    found: dict[str, list[float | int | str | None]] = {
        plan.across.key: [typed(plan.columns[column]) for column in columns.tolist()],
        plan.up.key: [typed(plan.rows[row]) for row in rows.tolist()],
    }
    for number, name in enumerate(MEASURES):
        values = report.grid.values[number][known].tolist()
        found[name] = [value if np.isfinite(value) else None for value in values]
    return found | {"diverged": report.grid.diverged[known].astype(int).tolist()}
