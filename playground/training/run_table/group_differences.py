"""What differs between groups of runs, in counts: no more than the runs themselves show."""

import math
from collections import Counter
from collections.abc import Callable, Hashable, Sequence

from playground.messages import Message, Term, joined
from playground.messages.numbers import MISSING, number, percent
from playground.training.comparison import differing
from playground.training.many.summary import luck
from playground.training.many.variations import SEED
from playground.training.run_table.differences import STOPS, against
from playground.training.run_table.groups import EVERY, RunGroup, Spread
from playground.training.run_table.rows import RunRow

Told = tuple[Message, ...]


def of_groups(one: RunGroup, other: RunGroup, path: str, of: int = 2) -> Told:
    """Return what came of a group of runs and of another, and how sure one can be that their settings made it.

    Parameters
    ----------
    path
        What the runs are grouped by.
    of
        Of how many groups these are the best and the worst: of many, luck alone sets them further apart.
    """
    told = []
    if one.known and other.known:
        told.append(against(Message("solved"), _solved(one), _solved(other)))
    if one.score is not None and other.score is not None and one.measure == other.measure:
        name = Message("score") if one.measure == "accuracy" else "R²"
        told.append(against(name, _score(one), _score(other)))
    if one.cost is not None and other.cost is not None:
        told.append(against(Message("cost"), _spread_text(one.cost, number), _spread_text(other.cost, number)))
    if one.diverged or other.diverged:
        told.append(against(Message("diverged"), str(one.diverged), str(other.diverged)))
    numbers = joined(told, "; ")
    what = Message("With {setting} against {other}: {numbers}.", setting=one.name, other=other.name, numbers=numbers)
    return what, _certainty(one, other, path, of)


def of_best_and_worst(groups: Sequence[RunGroup], path: str) -> Told:
    """Return the same of the group that does best and of the one that does worst; of a single one that it is alone.

    Groups of few runs, beside others of many, are left out.
    """
    most = max((len(group.rows) for group in groups), default=0)
    ranked = sorted((group for group in groups if 2 * len(group.rows) >= most), key=_rank)
    if len(ranked) > 1:
        return of_groups(ranked[0], ranked[-1], path, len(ranked))
    return (Message("One group alone says nothing about a setting; list more runs, or select two groups."),)


def _solved(group: RunGroup) -> Message:
    return Message("{count} of {n}", count=group.solved, n=group.known)


def _score(group: RunGroup) -> str:
    return _spread_text(group.score, percent if group.measure == "accuracy" else number)


def _rank(group: RunGroup) -> tuple[float, float, float]:
    """Return what groups are ranked by, the best first: the share that solves it, the mean score, the mean cost."""
    share = group.solved / group.known if group.known else 0.0
    score = -float("inf") if group.score is None else group.score.mean
    return -share, -score, float("inf") if group.cost is None else group.cost.mean


def _certainty(one: RunGroup, other: RunGroup, path: str, of: int) -> Message:
    if found := _other_settings(one.rows, other.rows, path):
        return Message(
            "These groups differ in more: {settings}. So what made the difference cannot be told.",
            settings=joined(found, ", "),
        )
    n, m = one.known, other.known
    if n < len(one.rows) or m < len(other.rows):
        return Message("How many solve it is not known of all: luck cannot be told from the setting.")
    # Counts are whole numbers: half a run of each more. The range of several grows as Tukey's table of it does.
    margin = luck((one.solved + other.solved) / (n + m), n, m) * (1 + 0.375 * math.log(of / 2)) + (1 / n + 1 / m) / 2
    if margin >= 1:
        return Message("So few runs may differ by luck alone; take more seeds.")
    groups = Message("shares as these")
    if of > 2:
        groups = Message("the best and the worst of {n}", n=of)
    text = {"groups": groups, "margin": f"{margin:.0%}"}
    if abs(one.solved / n - other.solved / m) > margin:
        return Message("By luck alone, {groups} differ by up to about {margin}: this is more.", **text)
    return Message("By luck alone, {groups} differ by up to about {margin}: counts do not tell these apart.", **text)


def _other_settings(rows: Sequence[RunRow], others: Sequence[RunRow], path: str) -> list[Term | Message]:
    """Return in which settings two groups differ beside the one that they are made by: their runs are no pairs."""
    experiments = [row.experiment for row in (*rows, *others)]
    beside_the_point = {*STOPS, SEED, path}
    found = () if path == EVERY else differing(experiments)
    differ: list[Term | Message] = [
        Term(each.label)
        for each in found
        if each.path not in beside_the_point and not _alike(each.values[: len(rows)], each.values[len(rows) :])
    ]
    ends = [experiment.training for experiment in experiments]
    if not any(each.target_cost or each.patience for each in ends) and not _alike(_epochs(rows), _epochs(others)):
        differ.append(Message("Epochs"))
    return differ


def _epochs(rows: Sequence[RunRow]) -> list[int]:
    return [row.epoch for row in rows if not row.diverged]


def _alike(values: Sequence[Hashable], others: Sequence[Hashable]) -> bool:
    """Whether each value takes the same share of both."""
    n, m = Counter(values), Counter(others)
    return not n or not m or all(n[value] * m.total() == m[value] * n.total() for value in n | m)


def _spread_text(spread: Spread | None, text: Callable[[float], str]) -> str:
    if spread is None:
        return MISSING
    return text(spread.mean) if spread.std is None else f"{text(spread.mean)} ± {text(spread.std)}"
