"""What the wall shows of many networks: how they stand, the curves of each combination, and what to draw them by."""

import warnings
from collections.abc import Sequence
from typing import Literal

import numpy as np
from msgspec import Struct

from playground.files import Experiment
from playground.training.jobs import MANY
from playground.training.many.frame import Group, ManyCurves, ManyFrame, ScoreName
from playground.training.many.variations import Plan
from playground.training.results import FloatArray, ProblemInfo

KIND = MANY
"""The kind of the job, and its key in `Snapshot.work`."""
FEWEST, MOST = 4, 256
"""How many networks a wall shows."""

State = Literal["running", "paused", "returning", "stopped", "done"]
GOING: tuple[State, ...] = ("running", "paused", "returning")
"""Those in which there is more to come."""
COSTS: dict[ScoreName, ScoreName] = {"test_accuracy": "test_cost", "train_accuracy": "train_cost"}
"""The cost that is told beside an accuracy."""


class Band(Struct, frozen=True, eq=False):
    """A quantity of the networks of one combination over the recorded epochs, `(E,)` each.

    `mean`, `low`, `high`: over those that have a finite number there; NaN where none has.
    """

    mean: FloatArray
    low: FloatArray
    high: FloatArray


class ManyReport(Struct, frozen=True, eq=False):
    """How an experiment over settings stands.

    Attributes
    ----------
    plan, epochs
        What was asked for: another experiment has another plan.
    state
        Whether they go on; "returning" while those that a file kept are trained again to where they stood.
    bands
        By what is plotted, the score and the cost that belongs to it: one for each group of the frame.
    problems
        What each group's networks are about: how their answers are drawn.
    mean_costs
        What always answering the mean costs in each group, on training and test examples: `costs_of_mean`.
    experiments
        What each network makes of its settings.
    goal
        The score from which on the problem is solved.
    share
        How far "returning" is, from 0 to 1.
    """

    plan: Plan
    epochs: int
    state: State
    frame: ManyFrame
    bands: dict[ScoreName, tuple[Band, ...]]
    problems: tuple[ProblemInfo, ...]
    mean_costs: tuple[tuple[float, float], ...]
    experiments: tuple[Experiment, ...]
    goal: float
    share: float = 0.0


def plotted(score: ScoreName) -> tuple[ScoreName, ...]:
    """Return what is plotted over the epochs where networks are compared by a score: a cost first."""
    return (COSTS[score], score) if score in COSTS else (score,)


def bands_of(curves: ManyCurves, groups: Sequence[Group], score: ScoreName) -> dict[ScoreName, tuple[Band, ...]]:
    """Return mean, lowest and highest of each group at each recorded epoch."""
    return {name: tuple(_band(curves.named[name][list(group.members)]) for group in groups) for name in plotted(score)}


def _band(values: FloatArray) -> Band:
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore", RuntimeWarning)  # where all are NaN, so is the mean
        finite = np.where(np.isfinite(values), values, np.nan)
        found = np.nanmean(finite, axis=0), np.nanmin(finite, axis=0), np.nanmax(finite, axis=0)
    for array in found:
        array.flags.writeable = False
    return Band(*found)
