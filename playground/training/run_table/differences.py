"""What differs between runs or groups of them, and what came of it: no more than the runs themselves show."""

import math
from collections import Counter
from collections.abc import Callable, Hashable, Sequence

from playground.messages import Message, Term, joined
from playground.messages.numbers import MISSING, grouped, number, percent
from playground.training.comparison import Difference, difference, differing
from playground.training.many.summary import luck
from playground.training.many.variations import SEED
from playground.training.run_table.groups import EVERY, RunGroup, Spread
from playground.training.run_table.rows import NOW, STOPS, RunRow


def of_all(rows: Sequence[RunRow]) -> Message:
    """Return in which settings runs differ."""
    labels = [Term(each.label) for each in differing([row.experiment for row in rows])]
    if not labels:
        return Message("All runs have the same settings.")
    return Message("The runs differ in: {settings}.", settings=joined(labels, ", "))


def of_one(row: RunRow, now: RunRow) -> Message:
    """Return in which settings a run is not as the present one."""
    if row.key == NOW:
        return Message("now: the run that goes on.")
    same = Message("the settings are those of now")
    return Message("{run}: {difference}.", run=row.name, difference=difference(row.experiment, now.experiment) or same)


def of_two(one: RunRow, other: RunRow) -> tuple[Message, ...]:
    """Return in which settings a run is not as another, what came of it, and how sure one can be that they made it."""
    found = [each for each in differing([one.experiment, other.experiment]) if each.path not in STOPS]
    changes = [against(Term(each.label).inside, *each.values) for each in found]
    if one.epoch != other.epoch:
        changes.append(against(Message("epoch"), grouped(one.epoch), grouped(other.epoch)))
    if changes:
        found_so = joined(changes, "; ")
        told = Message("{run} against {other}: {difference}.", run=one.name, other=other.name, difference=found_so)
    else:
        told = Message("{run} and {other} have the same settings.", run=one.name, other=other.name)
    return told, _came_out(one, other), _certainty(found, as_long=one.epoch == other.epoch)


def against(what: str, value: str, other: str) -> Message:
    """Return two values of something, as a part of a sentence."""
    return Message("{what} {value} against {other}", what=what, value=value, other=other)


def _came_out(one: RunRow, other: RunRow) -> Message:
    if lost := [row.name for row in (one, other) if row.diverged]:
        return Message("{runs} diverged: the numbers stopped being finite.", runs=joined(lost, ", "))
    told = []
    if one.measure is not None and one.measure == other.measure:
        name, text = (Message("score"), percent) if one.measure == "accuracy" else ("R²", number)
        told.append(against(name, text(one.score), text(other.score)))
    if one.experiment.training.cost == other.experiment.training.cost:
        told.append(against(Message("cost"), number(one.cost), number(other.cost)))
    if not told:
        return Message("Their costs are of different kinds: these numbers cannot be compared.")
    return Message("It came to {numbers}.", numbers=joined(told, ", "))


def _certainty(found: Sequence[Difference], *, as_long: bool) -> Message:
    if not found:
        return Message("No setting explains that.") if as_long else Message("Only the time of training differs.")
    if [each.path for each in found] == [SEED] and as_long:
        return Message("Only the seed differs: so much is luck.")
    return Message("One run each: whether that is the setting or luck, only more seeds tell.")


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
    return what, _certainty_of_groups(one, other, path, of)


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


def _certainty_of_groups(one: RunGroup, other: RunGroup, path: str, of: int) -> Message:
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
