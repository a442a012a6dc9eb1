"""What differs between runs and what came of it, in sentences: no more than the runs themselves show."""

from collections.abc import Sequence

from playground.messages import Message, Term, joined
from playground.messages.numbers import grouped, number, percent
from playground.training.comparison import Difference, difference, differing
from playground.training.many.variations import SEED
from playground.training.run_table.rows import NOW, RunRow
from playground.training.stop_rules import SETTINGS

STOPS = frozenset(f"training.{name}" for name in SETTINGS)
"""Settings that say when to stop: how long a run was trained is told instead."""


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
