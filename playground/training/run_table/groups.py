"""Runs taken together that have the same value of a setting: how many, how good on average, how far apart."""

from collections.abc import Mapping, Sequence

import numpy as np
from msgspec import Struct

from playground.messages import Message, Term, joined
from playground.training.comparison import differing, setting
from playground.training.many.variations import SEED
from playground.training.run_table.rows import STOPS, Measure, RunRow, settings_text, without_twins

EVERY = "*"
"""In place of a setting's path: all settings but the seed."""


class Spread(Struct, frozen=True):
    """Some numbers: their mean, and their standard deviation as of a sample, None for a single one."""

    mean: float
    std: float | None


class RunGroup(Struct, frozen=True, eq=False):
    """Runs with the same value of what they are grouped by.

    Attributes
    ----------
    settings
        What they have in common: what each is called, and its value.
    paths
        Where these settings stand in the experiment file.
    rows
        The runs, in their order.
    measure
        What their scores are; None where there are none, or of several kinds.
    score, cost
        Over those that did not diverge; None where there is none, or costs of several kinds.
    solved, known
        How many solve their problem, of how many one knows.
    diverged
        How many.
    """

    settings: tuple[tuple[str, str], ...]
    paths: tuple[str, ...]
    rows: tuple[RunRow, ...]
    measure: Measure | None
    score: Spread | None
    cost: Spread | None
    solved: int
    known: int
    diverged: int

    @property
    def key(self) -> tuple[str, ...]:
        """What tells groups apart."""
        return ("group", *(str(value) for _, value in self.settings))

    @property
    def label(self) -> Message:
        """What the settings are called."""
        return joined((Term(label) for label, _ in self.settings), ", ")

    @property
    def value(self) -> Message:
        """Their values."""
        return joined((value for _, value in self.settings), ", ")

    @property
    def name(self) -> Message:
        """Both, as a part of a sentence."""
        return settings_text(self.settings)

    @property
    def typical(self) -> RunRow:
        """The run of the middle cost."""
        ranked = sorted(self.rows, key=lambda row: (row.diverged, np.inf if row.cost is None else row.cost))
        return ranked[(len(ranked) - self.diverged - 1) // 2 if self.diverged < len(ranked) else 0]


def groupings(rows: Sequence[RunRow]) -> Mapping[str, str]:
    """Return what runs can be grouped by, each with what it is called: the settings in which they differ."""
    found = {
        each.path: each.label
        for each in differing([row.experiment for row in without_twins(rows)])
        if each.path not in STOPS
    }
    return {EVERY: Message("All settings but the seed"), **found} if len(found.keys() - {SEED}) > 1 else found


def groups_of(rows: Sequence[RunRow], path: str) -> tuple[RunGroup, ...]:
    """Return the groups of the runs that count, by a setting or by `EVERY` one: ascending where they are numbers."""
    counted = without_twins(rows)
    experiments = [row.experiment for row in counted]
    if path != EVERY:
        used = [setting(experiments, path)]
    else:
        used = [each for each in differing(experiments) if each.path not in STOPS and each.path != SEED]
    members: dict[tuple[str, ...], list[RunRow]] = {}
    for number, row in enumerate(counted):
        members.setdefault(tuple(each.values[number] for each in used), []).append(row)
    labels = [each.label for each in used]
    paths = tuple(each.path for each in used)
    groups = [_group(tuple(zip(labels, values, strict=True)), paths, own) for values, own in members.items()]
    try:
        return tuple(sorted(groups, key=lambda group: tuple(float(value) for _, value in group.settings)))
    except ValueError:
        return tuple(groups)


def _group(settings: tuple[tuple[str, str], ...], paths: tuple[str, ...], rows: Sequence[RunRow]) -> RunGroup:
    sound = [row for row in rows if not row.diverged]
    measures = {row.measure for row in sound}
    costs = {row.experiment.training.cost for row in sound}
    measure = measures.pop() if len(measures) == 1 else None
    known = [row.solved for row in rows if row.solved is not None]
    return RunGroup(
        settings=settings,
        paths=paths,
        rows=tuple(rows),
        measure=measure,
        score=None if measure is None else _spread([row.score for row in sound]),
        cost=_spread([row.cost for row in sound]) if len(costs) == 1 else None,
        solved=sum(known),
        known=len(known),
        diverged=len(rows) - len(sound),
    )


def _spread(values: Sequence[float | None]) -> Spread | None:
    finite = np.array([value for value in values if value is not None and np.isfinite(value)])
    if not finite.size:
        return None
    return Spread(float(finite.mean()), float(finite.std(ddof=1)) if finite.size > 1 else None)
