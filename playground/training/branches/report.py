"""What two branches have come to, beside each other: plain results."""

import math
from collections.abc import Mapping
from typing import Literal

import numpy as np
from msgspec import Struct

from playground.files import DataSettings
from playground.messages import Message
from playground.messages.numbers import number, percent, significant
from playground.training.branches.changes import Change
from playground.training.jobs import COMPARE
from playground.training.pairs import PairSide
from playground.training.pins import Portrait
from playground.training.results import Array
from playground.training.scoring import predicted_classes

KIND = COMPARE
"""The kind of the job, and its key in `Snapshot.work`."""
State = Literal["running", "paused", "done"]
PARTED = 0.01
"""Branches part where their training costs differ by more than this share of the larger."""
NO_MAP = Message("images have no map to lay over each other: compare costs and accuracies")
OTHER_INPUTS = Message("their inputs or classes are not the same, so their maps cannot be laid over each other")


class Fork(Struct, frozen=True):
    """What was asked for.

    Attributes
    ----------
    names
        Of the two runs, as a person pinned them; empty for the session's own.
    epoch
        Where both begin.
    change
        What the second has that the first has not.
    goal
        The epoch to train to.
    """

    names: tuple[str, str]
    epoch: int
    change: Change
    goal: int

    @property
    def labels(self) -> tuple[Message, Message]:
        """What the two are called."""
        first, second = (name or Message("this run") for name in self.names)
        plain, same = self.change.kind == "nothing", self.names[0] == self.names[1]
        one = Message("{run}, from epoch {epoch:,}", run=first, epoch=self.epoch)
        if plain:
            return one, Message("{run}, from epoch {epoch:,}", run=second, epoch=self.epoch)
        if same:
            return one, self.change.text
        return one, Message("{run}, {change}", run=second, change=self.change.text)


class Parting(Struct, frozen=True):
    """The first recorded epoch at which the branches are no longer the same, and their training costs there."""

    epoch: int
    costs: tuple[float, float]


class Difference(Struct, frozen=True, eq=False):
    """Where two networks answer differently.

    Attributes
    ----------
    values
        On the grid of the portraits: 1 where another class is said and 0 elsewhere, or the second's number minus the
        first's. `(len(y), len(x))`, or `(len(x),)` over one input.
    share
        Of the map on which another class is said; None for numbers.
    typical
        The root of the mean square of the difference of numbers; None for classes.
    """

    values: Array
    share: float | None
    typical: float | None

    @classmethod
    def between(cls, one: Portrait, other: Portrait) -> "Difference | None":
        """Return the difference of two answers; None where they are not about the same."""
        about, its = one.problem_info, other.problem_info
        same = (about.problem, about.classes, about.output_names) == (its.problem, its.classes, its.output_names)
        here, there = one.maps, other.maps
        if not (same and np.array_equal(here.x, there.x) and np.array_equal(here.y, there.y)):
            return None
        first, second = here.units[-1], there.units[-1]
        if about.problem == "classification":
            mine, its_own = (
                predicted_classes(values, part.targets) for values, part in ((first, about), (second, its))
            )
            differs = (mine != its_own).astype(np.float32)
            return cls(differs, float(differs.mean()), None)
        values = second[0] - first[0]
        return cls(values, None, float(np.sqrt(np.mean(np.square(values, dtype=np.float64)))))


class CompareReport(Struct, frozen=True, eq=False):
    """How two branches stand.

    Attributes
    ----------
    diverged
        Whether the numbers of each stopped being finite; it stands still then.
    parting
        None as long as they are the same.
    data
        What each is trained on.
    """

    fork: Fork
    state: State
    sides: tuple[PairSide, PairSide]
    diverged: tuple[bool, bool]
    parting: Parting | None
    difference: Difference | None
    data: tuple[DataSettings, DataSettings]

    @property
    def epoch(self) -> int:
        return max(side.epoch for side in self.sides)

    @property
    def why_no_difference(self) -> Message:
        """Why there is no difference of maps, where there is none."""
        return NO_MAP if any(side.portrait is None for side in self.sides) else OTHER_INPUTS

    @property
    def verdict(self) -> Message:
        """Whether they are still the same, in a sentence."""
        if self.parting is None:
            return Message("So far they are the same.")
        return Message("They part at epoch {epoch:,}.", epoch=self.parting.epoch)

    @property
    def details(self) -> tuple[Message, ...]:
        """What the parting was like, and what has become of it, in sentences."""
        if self.parting is None:
            told = [Message("Their training costs have never been more than 1% apart.")]
        else:
            one, other = map(number, self.parting.costs)
            told = [
                Message("There the training costs are more than 1% apart: A {one}, B {other}.", one=one, other=other)
            ]
        told += [
            Message("{letter} diverged and stands still.", letter=letter)
            for letter, diverged in zip("AB", self.diverged, strict=True)
            if diverged
        ]
        difference = self.difference
        if difference is not None and difference.share is not None:
            share = percent(difference.share)
            told.append(Message("Now they say another class on {share} of the map.", share=share))
        elif difference is not None:
            typical = significant(difference.typical, 3)
            told.append(Message("Now their answers are typically {value} apart.", value=typical))
        return tuple(told)


def compare_table(report: CompareReport) -> Mapping[str, list[float | int | None]]:
    """Return the costs and accuracies of both by the epochs at which either has a point, by column, for files."""
    every = [side.curves for side in report.sides]
    epochs = sorted({int(epoch) for curves in every for epoch in curves.epochs})
    columns: dict[str, list[float | int | None]] = {"epoch": [*epochs]}
    for letter, curves in zip("AB", every, strict=True):
        places = {int(epoch): place for place, epoch in enumerate(curves.epochs)}
        named = {
            "train_cost": curves.train_cost,
            "test_cost": curves.test_cost,
            "train_accuracy": curves.train_accuracy,
            "test_accuracy": curves.test_accuracy,
        }
        for name, values in named.items():
            found = [float(values[places[epoch]]) if epoch in places else math.nan for epoch in epochs]
            columns[f"{name}_{letter}"] = [None if math.isnan(value) else value for value in found]
    return columns
