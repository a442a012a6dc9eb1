"""What differs between groups of runs, in counts: no more than the runs themselves show."""

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


def of_groups(one: RunGroup, other: RunGroup, path: str, label: str) -> Told:
    """Return what came of a value of a setting and of another, and how sure one can be that the setting made it.

    Parameters
    ----------
    path, label
        What the runs are grouped by.
    """
    told = []
    if one.known and other.known:
        told.append(against(Message("solved"), count_text(one), count_text(other)))
    if one.score is not None and other.score is not None and one.measure == other.measure:
        name = Message("score") if one.measure == "accuracy" else "R²"
        told.append(against(name, score_text(one), score_text(other)))
    if one.cost is not None and other.cost is not None:
        told.append(against(Message("cost"), cost_text(one), cost_text(other)))
    if one.diverged or other.diverged:
        told.append(against(Message("diverged"), str(one.diverged), str(other.diverged)))
    names = [each.value if path == EVERY else _setting(label, each.value) for each in (one, other)]
    what = Message(
        "{setting} against {other}: {numbers}.", setting=names[0], other=names[1], numbers=joined(told, "; ")
    )
    return what, _certainty(one, other, path)


def of_best_and_worst(groups: Sequence[RunGroup], path: str, label: str) -> Told:
    """Return the same of the group that does best and of the one that does worst; of a single one how it does."""
    ranked = sorted(groups, key=_rank)
    if len(ranked) > 1:
        return of_groups(ranked[0], ranked[-1], path, label)
    return (Message("One group only: nothing to compare; list more runs."),) if ranked else ()


def count_text(group: RunGroup) -> Message:
    """Return how many solve it, of how many."""
    return Message("{count} of {n}", count=group.solved, n=group.known)


def score_text(group: RunGroup) -> str:
    """Return the mean score, with the deviation."""
    return _spread_text(group.score, percent if group.measure == "accuracy" else number)


def cost_text(group: RunGroup) -> str:
    """Return the mean cost, with the deviation."""
    return _spread_text(group.cost, number)


def _setting(label: str, value: str) -> Message:
    return Message("{setting} {value}", setting=Term(label).inside, value=value)


def _rank(group: RunGroup) -> tuple[float, float, float]:
    """Return what groups are ranked by, the best first: the share that solves it, the mean score, the mean cost."""
    share = group.solved / group.known if group.known else 0.0
    score = -float("inf") if group.score is None else group.score.mean
    return -share, -score, float("inf") if group.cost is None else group.cost.mean


def _certainty(one: RunGroup, other: RunGroup, path: str) -> Message:
    if found := _other_settings(one.rows, other.rows, path):
        return Message(
            "These groups differ in more: {settings}. So what made the difference cannot be told.",
            settings=joined(found, ", "),
        )
    n, m = one.known, other.known
    if n < len(one.rows) or m < len(other.rows):
        return Message("How many solve it is not known of all: luck cannot be told from the setting.")
    margin = luck((one.solved + other.solved) / (n + m), n, m)
    if margin >= 1:
        return Message("So few runs may differ by luck alone; take more seeds.")
    if abs(one.solved / n - other.solved / m) > margin:
        return Message(
            "By luck alone, shares as these differ by up to about {margin}: this is more.", margin=f"{margin:.0%}"
        )
    return Message(
        "By luck alone, shares as these differ by up to about {margin}: counts do not tell these apart.",
        margin=f"{margin:.0%}",
    )


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
