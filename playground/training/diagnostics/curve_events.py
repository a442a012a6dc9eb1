"""What happened on the curves: spikes, plateaus, a test cost that rises; each with the numbers of that moment.

A cause is told only where the numbers of the layers at that moment show one; else it is told that it is not known.
"""

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
from msgspec import Struct
from numpy.lib.stride_tricks import sliding_window_view

from playground.messages import Message, joined
from playground.messages.numbers import number
from playground.training.diagnostics.event_causes import (
    BEFORE,
    CAUSES,
    NOT_KNOWN,
    PLATEAUS,
    RISING,
    SPIKES,
    Moment,
    Numbers,
)
from playground.training.diagnostics.evidence import Evidence
from playground.training.diagnostics.finding import Finding, number_text, percent
from playground.training.results import Array

SPIKE, SPIKE_SHARE = 1.5, 0.05
"""A spike is so many times the median of the points before it, and so much of the first cost above it."""
FLAT, FLAT_SHARE, FLAT_POINTS = 0.02, 0.2, 10
"""A plateau changes by this share of itself at most, over this share of the points and so many at least."""
HIGH = 0.2
"""A cost below this share of the first has come down: staying there is no plateau."""
RISEN, RISEN_SHARE, RISEN_POINTS = 0.1, 0.02, 5
"""The test cost rises where it is this share of its lowest, and of the first, above it, so many points later."""
MOST_POINTS = 250
"""A longer history is looked at in so many points where the whole of it counts."""
MOST = 3
"""Events of a kind: the largest."""


class EventKind(Struct, frozen=True):
    """One kind of event: its name, what it is called, and its sign on the curve."""

    name: str
    label: Message
    sign: str


class CurveEvent(Struct, frozen=True, eq=False):
    """Something that happened.

    Attributes
    ----------
    kind
        A key of `EVENTS`.
    epoch, value
        Where it is marked: the epoch, and the cost there.
    happened
        In a sentence, with its numbers.
    evidence
        The numbers of the layers at that epoch, a line each.
    cause, advice
        Why, as far as these numbers show it, and what to try.
    """

    kind: str
    epoch: float
    value: float
    happened: Message
    evidence: tuple[Message, ...]
    cause: Message
    advice: Message
    is_known: bool


EVENTS: Mapping[str, EventKind] = MappingProxyType(
    {
        kind.name: kind
        for kind in (
            EventKind(SPIKES, Message("Spike"), "▲"),
            EventKind(PLATEAUS, Message("Plateau"), "▬"),
            EventKind(RISING, Message("Test cost rises"), "↗"),
        )
    }
)
"""Every kind of event by name."""


@np.errstate(all="ignore")
def curve_events(e: Evidence, rates: Array, findings: tuple[Finding, ...] = ()) -> tuple[CurveEvent, ...]:
    """Return what happened on the curves, in the order of the epochs.

    Parameters
    ----------
    e
        The history.
    rates
        `(2, k)`: the learning rate set in each of its epochs, and what a schedule made of it; NaN where not known.
    findings
        What Health finds now.
    """
    costs, test = np.asarray(e.curves.train_cost, float), np.asarray(e.curves.test_cost, float)
    found = [
        *(_event(SPIKES, Moment(e, at, at, rates), _spiked(e, at)) for at in spikes(costs)),
        *(_event(PLATEAUS, Moment(e, *ends, rates, findings), _stayed(e, *ends)) for ends in plateaus(costs)),
        *(_event(RISING, Moment(e, at, at, rates, findings), _rose(e, at)) for at in rises(costs, test)),
    ]
    return tuple(sorted(found, key=lambda event: event.epoch))


def spikes(costs: Numbers) -> list[int]:
    """Return the points at which a cost is much higher than in the points before, the highest of each spike."""
    if len(costs) <= BEFORE:
        return []
    usual = np.sort(sliding_window_view(costs[:-1], BEFORE), axis=1)[:, BEFORE // 2]
    over = costs[BEFORE:] - usual
    high = np.flatnonzero((costs[BEFORE:] > SPIKE * usual) & (over > SPIKE_SHARE * costs[0]))
    if not high.size:
        return []
    groups = np.split(high, np.flatnonzero(np.diff(high) > BEFORE) + 1)
    tops = [int(group[np.argmax(over[group])]) for group in groups]
    largest = sorted(tops, key=lambda top: -over[top])[:MOST]
    return sorted(BEFORE + top for top in largest)


def plateaus(costs: Numbers) -> list[tuple[int, int]]:
    """Return the first and the last point of the stretches on which a high cost stays, the longest ones."""
    step = max(1, -(-len(costs) // MOST_POINTS))
    few = costs[::step]
    wide = max(FLAT_POINTS, round(FLAT_SHARE * len(few)))
    if len(few) < wide:
        return []
    windows = sliding_window_view(few, wide)
    low, high = windows.min(axis=1), windows.max(axis=1)
    still = np.flatnonzero((high - low <= FLAT * low) & (low > HIGH * costs[0]))
    if not still.size:
        return []
    groups = np.split(still, np.flatnonzero(np.diff(still) > 1) + 1)
    ends: list[tuple[int, int]] = []
    for group in groups:
        first, end = int(group[0]) * step, (int(group[-1]) + wide - 1) * step
        overlaps = bool(ends) and first <= ends[-1][1]
        ends[len(ends) - overlaps :] = [(ends[-1][0] if overlaps else first, end)]
    # What was left out at the end belongs to a stretch that reaches the last point that was looked at.
    last = (len(few) - 1) * step
    ends = [(first, len(costs) - 1 if end == last else end) for first, end in ends]
    return sorted(sorted(ends, key=lambda pair: pair[0] - pair[1])[:MOST])


def rises(costs: Numbers, test: Numbers) -> list[int]:
    """Return the point from which the test cost rises while the training cost still falls; at most one."""
    if len(test) <= RISEN_POINTS or not np.isfinite(test).all():
        return []
    lowest = int(test.argmin())
    now, train_now = float(np.median(test[-3:])), float(np.median(costs[-3:]))
    rise = now - test[lowest]
    late = len(test) - 1 - lowest >= RISEN_POINTS
    risen = rise >= RISEN * test[lowest] and rise >= RISEN_SHARE * test[0]
    return [lowest] if late and risen and train_now < costs[lowest] else []


def _event(kind: str, moment: Moment, happened: Message) -> CurveEvent:
    at = (moment.first + moment.last) // 2
    told = next((found for rule in CAUSES[kind] if (found := rule(moment)) is not None), None)
    curve = moment.e.curves.test_cost if kind == RISING else moment.e.curves.train_cost
    cause, advice = told or (Message("Not known: the numbers of the layers there show none."), NOT_KNOWN[kind])
    return CurveEvent(
        kind=kind,
        epoch=float(moment.e.curves.epochs[at]),
        value=float(curve[at]),
        happened=happened,
        evidence=_numbers(moment),
        cause=cause,
        advice=advice,
        is_known=told is not None,
    )


def _epoch(e: Evidence, at: int) -> str:
    return f"{int(e.curves.epochs[at]):,}"


def _spiked(e: Evidence, at: int) -> Message:
    costs = e.curves.train_cost
    return Message(
        "In epoch {epoch} the training cost was {cost}; in the epochs before it was about {before}.",
        epoch=_epoch(e, at),
        cost=number(float(costs[at])),
        before=number(float(np.median(costs[max(0, at - BEFORE) : at]))),
    )


def _stayed(e: Evidence, first: int, last: int) -> Message:
    return Message(
        "From epoch {first} to epoch {last} the training cost stayed at about {cost}.",
        first=_epoch(e, first),
        last=_epoch(e, last),
        cost=number(float(np.median(e.curves.train_cost[first : last + 1])), 3),
    )


def _rose(e: Evidence, at: int) -> Message:
    costs, test = e.curves.train_cost, e.curves.test_cost
    return Message(
        "Since epoch {epoch} the test cost rose from {low} to {test}, while the training cost fell from {then} to "
        "{now}.",
        epoch=_epoch(e, at),
        low=number(float(test[at])),
        test=number(float(test[-1])),
        then=number(float(costs[at])),
        now=number(float(costs[-1])),
    )


def _numbers(moment: Moment) -> tuple[Message, ...]:
    """Return the numbers that Health has of the layers there, a line each, and the learning rate."""
    e = moment.e
    rows = (
        (Message("‖dW, db‖ by layer"), moment.now(e.curves.gradient_norms), number),
        (Message("update / weights by layer"), moment.now(e.update_ratio), _share),
        (Message("saturated by layer"), moment.now(e.saturated), _share),
        (Message("dead by layer"), moment.now(e.dead), _share),
    )
    lines = _rate(moment)
    for name, values, text in rows:
        known = [f"{layer}: {text(float(value))}" for layer, value in enumerate(values, 1) if np.isfinite(value)]
        if known:
            lines.append(Message("{name}: {values}", name=name, values=joined(known, "; ")))
    return tuple(lines)


def _rate(moment: Moment) -> list[Message]:
    """Return what the learning rate was there; nothing where that is not known."""
    _, held = moment.rates[:, moment.first : moment.last + 1]
    known = [number_text(float(rate)) for rate in held[np.isfinite(held)]]
    if not known:
        return []
    if known[0] == known[-1]:
        return [Message("learning rate there: {rate}", rate=known[0])]
    return [Message("learning rate there: from {first} to {last}", first=known[0], last=known[-1])]


def _share(value: float) -> str:
    return f"{percent(value)}%"
