"""What an experiment over settings shows: how each combination does over its seeds, and a sentence for it."""

import math
from collections.abc import Mapping, Sequence
from types import MappingProxyType

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from playground.messages import Message, Term, joined
from playground.messages.numbers import percent, significant
from playground.training.many.frame import Group, Member, ScoreName
from playground.training.results import FloatArray

SOLVED = 0.9
"""A network solves a problem that has come nine tenths of the way from the baseline to perfect."""
ROUNDING = 1e-9
NAMED = 4
"""Of more combinations the sentence names the best and the worst."""


class Score(Struct, frozen=True):
    """The number that networks are compared by."""

    name: ScoreName
    label: Message
    higher_is_better: bool

    def text(self, value: float) -> str:
        """Return a value as a person reads it."""
        return percent(value) if self.higher_is_better else significant(value, 3)

    def solved_at(self, baseline: float) -> float:
        """Return the score from which on a problem is solved, given what always the same answer scores."""
        return baseline + SOLVED * (1 - baseline) if self.higher_is_better else (1 - SOLVED) * baseline

    def reaches(self, values: FloatArray, goal: float) -> NDArray[np.bool_]:
        with np.errstate(invalid="ignore"):
            return np.asarray(values >= goal if self.higher_is_better else values <= goal)

    def order(self, values: FloatArray) -> NDArray[np.intp]:
        """Return the places of the finite values, best first; equal ones as they stand."""
        order = np.argsort(-values if self.higher_is_better else values, kind="stable")
        return order[np.isfinite(values[order])]


SCORES: Mapping[ScoreName, Score] = MappingProxyType(
    {
        score.name: score
        for score in (
            Score("test_accuracy", Message("test accuracy"), True),
            Score("train_accuracy", Message("training accuracy"), True),
            Score("test_cost", Message("test cost"), False),
            Score("train_cost", Message("training cost"), False),
        )
    }
)


def score_name(*, with_test: bool, with_classes: bool) -> ScoreName:
    """Return what networks are compared by, where there are test examples, and classes."""
    if with_classes:
        return "test_accuracy" if with_test else "train_accuracy"
    return "test_cost" if with_test else "train_cost"


def summaries(
    members: Sequence[Member], score: Score, values: FloatArray, diverged: NDArray[np.bool_], goal: float
) -> tuple[Group, ...]:
    """Return how each combination of settings does.

    Parameters
    ----------
    values
        `(K,)`: scores.
    goal
        The score from which on the problem is solved.
    """
    numbers: dict[int, list[int]] = {}
    for number, member in enumerate(members):
        numbers.setdefault(member.group, []).append(number)
    usable = np.where(diverged, np.nan, values)
    solved = score.reaches(usable, goal)
    found = []
    for own in numbers.values():
        theirs = usable[own]
        order = score.order(theirs)
        finite = theirs[order]
        found.append(
            Group(
                settings=members[own[0]].settings,
                values=members[own[0]].values,
                members=tuple(own),
                mean=float(finite.mean()) if finite.size else None,
                std=float(finite.std(ddof=1)) if finite.size > 1 else None,
                best=own[order[0]] if finite.size else None,
                worst=own[order[-1]] if finite.size else None,
                diverged=int(diverged[own].sum()),
                solved=int(solved[own].sum()),
            )
        )
    return tuple(found)


def marked(score: Score, values: FloatArray, diverged: NDArray[np.bool_]) -> tuple[int | None, int | None, int | None]:
    """Return the best, the typical (of the middle score) and the worst network that did not diverge."""
    order = score.order(np.where(diverged, np.nan, values)).tolist()
    return (order[0], order[(len(order) - 1) // 2], order[-1]) if order else (None, None, None)


def sentences(labels: Sequence[str], groups: Sequence[Group], score: Score, goal: float) -> tuple[Message, ...]:
    """Return what the experiment shows, and how sure one can be of it: counts of seeds."""
    ranked = sorted(groups, key=lambda group: _rank(group, score))
    seeds = len(groups[0].members)
    goal_text = Message("{score} {goal}", score=score.label, goal=score.text(goal))
    if not any(group.solved for group in groups):
        return (_none_solves(labels, ranked, score, goal_text),)
    if all(group.solved == len(group.members) for group in groups):
        n = sum(len(group.members) for group in groups)
        return (Message("Every one of {n:,} networks solves it ({goal} or better).", n=n, goal=goal_text),)
    named = list(groups) if len(groups) <= NAMED else [ranked[0], ranked[-1]]
    if seeds == 1:
        solving = sum(group.solved for group in groups)
        best = Message("{setting}: {score}", setting=_setting(labels, ranked[0]), score=_reached(ranked[0], score))
        shown = Message(
            "{solved} of {n} {n:network solves|networks solve} it ({goal} or better); best {best}.",
            solved=solving,
            n=len(groups),
            goal=goal_text,
            best=best,
        )
        return shown, Message("One seed each: whether that is the setting or luck, only more seeds tell.")
    counts = [
        Message(
            "{setting}: {solved} of {n} {n:seed solves|seeds solve} it",
            setting=_setting(labels, group),
            solved=group.solved,
            n=len(group.members),
        )
        for group in named
    ]
    shown = Message("With {counts} ({goal} or better).", counts=joined(counts, "; "), goal=goal_text)
    return shown, _certainty(groups, seeds)


def _rank(group: Group, score: Score) -> tuple[float, float]:
    mean = math.inf if group.mean is None else -group.mean if score.higher_is_better else group.mean
    return -group.solved, mean


def _none_solves(labels: Sequence[str], ranked: Sequence[Group], score: Score, goal: Message) -> Message:
    best = ranked[0]
    if best.mean is None and any(group.diverged < len(group.members) for group in ranked):
        return Message("No network has a score yet.")
    if best.mean is None:
        return Message("All networks diverged: their numbers stopped being finite. Try smaller learning rates.")
    return Message(
        "None solves it yet ({goal} or better); the best so far is {setting}, {score} on average.",
        goal=goal,
        setting=_setting(labels, best),
        score=_reached(best, score),
    )


def _reached(group: Group, score: Score) -> str:
    return "?" if group.mean is None else score.text(group.mean)


def _setting(labels: Sequence[str], group: Group) -> Message:
    if not labels:
        return Message("these settings")
    return joined(
        (
            Message("{setting} {value}", setting=Term(label).inside, value=value)
            for label, value in zip(labels, group.values, strict=True)
        ),
        ", ",
    )


def luck(share: float, n: int, m: int) -> float:
    """Return how far the shares of two groups of `n` and `m` may differ by luck alone: twice the spread of that."""
    return 2 * math.sqrt((1 / n + 1 / m) * max(share * (1 - share), 1 / (2 * (n + m))))


def _certainty(groups: Sequence[Group], seeds: int) -> Message:
    """Say how far counts may differ by luck alone."""
    solved = sum(group.solved for group in groups)
    margin = math.ceil(seeds * luck(solved / (seeds * len(groups)), seeds, seeds) - ROUNDING)
    if margin >= seeds:
        return Message("{n} {n:seed is|seeds are} few: counts this small may differ by luck alone; take more.", n=seeds)
    if len(groups) == 1:
        return Message(
            "Of {n} other seeds, about {low} to {high} would solve it.",
            n=seeds,
            low=max(0, solved - margin),
            high=min(seeds, solved + margin),
        )
    return Message(
        "With {n} seeds each, luck alone makes counts differ by up to about {margin}; more than that comes from the "
        "settings.",
        n=seeds,
        margin=margin,
    )
