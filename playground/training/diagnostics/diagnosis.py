"""The decision: whether there is a problem, and if so, which cause the numbers point at.

1. What cannot work whatever is trained is told at once. Else ten points of the history are waited for.
2. A problem is a network that is no better than always answering the same, that falls short of what near neighbours or
   a linear fit reach, or that does much worse on the test examples than on the training examples.
3. The causes are gone through from those that explain others to those that are what remains; the first that the numbers
   support is told. If there is none, that is told.
"""

from collections.abc import Callable

import numpy as np
from msgspec.structs import replace

from playground.messages import Message
from playground.training.diagnostics import data_causes, learning_causes, network_causes
from playground.training.diagnostics.data_causes import generalizes_nothing, overfitting
from playground.training.diagnostics.evidence import FEWEST, LONG, SHORT, Evidence
from playground.training.diagnostics.finding import Finding, number_text, percent

Cause = Callable[[Evidence], Finding | None]

ENOUGH = 10
"""Points with a gradient before anything is said that rests on them."""

CERTAIN: tuple[Cause, ...] = (data_causes.output_range, network_causes.flat, network_causes.symmetric)
"""What is known before the first update."""

OF_DIVERGENCE: tuple[Cause, ...] = (data_causes.target_scale, data_causes.input_scale, learning_causes.exploding)

LASTING: tuple[Cause, ...] = (
    data_causes.outlier,
    data_causes.contradicting_labels,
    data_causes.random_labels,
    data_causes.target_scale,
    learning_causes.exploding,
)
"""Causes that stay however long is trained."""

OF_SETTINGS: tuple[Cause, ...] = (
    data_causes.input_scale,
    data_causes.input_outlier,
    learning_causes.dead,
    network_causes.penalty,
    network_causes.linear,
    learning_causes.rate_too_large,
    learning_causes.saturated,
    learning_causes.vanishing,
    learning_causes.rate_too_small,
)
"""Causes that have numbers of their own."""

OF_REST: tuple[Cause, ...] = (network_causes.plateau, network_causes.too_few_units)
"""Causes that are left when it is none of the others, after a long time."""


@np.errstate(all="ignore")
def diagnose(e: Evidence) -> tuple[Finding, ...]:
    """Return what is found, cause first; never nothing."""
    if e.divergence is not None:
        return _whole((_first(OF_DIVERGENCE, e), learning_causes.diverged(e)))
    certain = _first(CERTAIN, e)
    if certain is not None:
        told = e.points >= ENOUGH and e.is_constant
        return _whole((certain, _constant(e, known=True) if told else None))
    if e.points < ENOUGH:
        return (_too_early(Message("Too early to tell: {n} more {n:epoch|epochs} at least.", n=ENOUGH - e.points)),)
    worse = overfitting(e)
    blind = generalizes_nothing(e)
    if e.facts.target_outlier is not None or blind or _falls_short(e):
        return _problem(e, worse, blind=blind)
    return _whole((worse,)) if worse is not None else (_healthy(e),)


def _falls_short(e: Evidence) -> bool:
    """Whether the network does less well on the training examples than can be expected."""
    if e.is_constant:
        return True
    possible = e.facts.possible
    return possible is not None and e.skill < possible - SHORT


def _problem(e: Evidence, worse: Finding | None, *, blind: bool) -> tuple[Finding, ...]:
    """Return the cause, and what it leads to."""
    constant = e.is_constant or blind
    cause = _first(LASTING, e)
    if cause is None and _falls_short(e):
        thrown = learning_causes.oscillates(e) or learning_causes.overshoots(e)
        if e.falling and not thrown and (e.soon or e.points < LONG) and worse is None:
            return (
                _too_early(Message("Too early to tell: the cost is still falling; {scores}.", scores=scores_text(e))),
            )
        cause = _first(OF_SETTINGS, e)
        if cause is None and e.points >= LONG:
            if network_causes.needs_trials(e):
                return (_searching(e),)
            cause = _first(OF_REST, e)
    if _falls_short(e) and cause is not None:
        worse = None
    if worse is not None and cause is not None:
        worse = replace(worse, remedy=None, changes=())  # it is the cause that is to be mended
    known = cause is not None or worse is not None
    if not known and e.points < (LONG if constant else 2 * LONG):
        return (_too_early(Message("Too early to tell: the cost has hardly moved, but it often does later.")),)
    if not known and not constant:
        cause = _unknown(e)
    return _whole((cause, worse, _constant(e, known=known) if constant else None))


def _first(causes: tuple[Cause, ...], e: Evidence) -> Finding | None:
    return next((found for cause in causes if (found := cause(e)) is not None), None)


def _whole(findings: tuple[Finding | None, ...]) -> tuple[Finding, ...]:
    return tuple(found for found in findings if found is not None)


def _too_early(sentence: Message) -> Finding:
    return Finding("too_early", sentence)


def _searching(e: Evidence) -> Finding:
    sentence = Message(
        "The cost stays at {cost}. The cause is still being looked for: other first weights are tried; {scores}.",
        cost=number_text(float(e.curves.train_cost[-1])),
        scores=scores_text(e),
    )
    return Finding("too_early", sentence, is_open=True)


def _healthy(e: Evidence) -> Finding:
    return Finding("healthy", Message("Nothing conspicuous: {scores}.", scores=scores_text(e)))


def _constant(e: Evidence, *, known: bool) -> Finding:
    """Return that the network is no better than a constant answer, and whether it is known why."""
    sentence = Message(
        "The network does no better than always answering the same: {scores}.",
        scores=scores_text(e, unseen=not e.is_constant),
    )
    if known:
        return Finding("no_better_than_constant", sentence)
    return Finding(
        "no_better_than_constant",
        Message("{sentence} What is measured here does not show why.", sentence=sentence),
        Message(
            "Train on; if the cost stays, change one thing at a time: other first weights, more neurons, other inputs."
        ),
    )


def _unknown(e: Evidence) -> Finding:
    return Finding(
        "plateau",
        Message(
            "After {n} {n:epoch|epochs} the cost is {cost}: the network reaches {reached}, while {better}. What is "
            "measured here does not show why.",
            n=e.epochs,
            cost=number_text(float(e.curves.train_cost[-1])),
            reached=e.score_text(e.skill),
            better=e.better,
        ),
        Message(
            "Train on; if the cost stays, change one thing at a time: other first weights, more neurons, other inputs."
        ),
    )


def scores_text(e: Evidence, *, unseen: bool = False) -> Message:
    """Return how well it does, beside a constant answer to the training examples, or to the test examples if unseen."""
    here, n = e.baseline.accuracy, e.examples.test.m
    if here is None or e.train_accuracy is None:
        return _costs(e, (e.test_baseline if unseen else e.baseline).cost, unseen=unseen)
    train, base = percent(e.train_accuracy), percent(here)
    there = None if not n else e.test_constant if unseen else e.test_baseline.accuracy
    if e.test_accuracy is None or there is None:
        return Message(
            "{train}% of the training examples are right; always answering the most common class would be {base}%",
            train=train,
            base=base,
        )
    if n < FEWEST:
        return Message(
            "{train}% of the training examples are right, and {n} {n:test example is|test examples are} too few to "
            "judge by; always answering the most common class would be {base}%",
            train=train,
            n=n,
            base=base,
        )
    return Message(
        "{train}% of the training examples and {test}% of the test examples are right; always answering the most "
        "common class would be {base}% and {test_base}%",
        train=train,
        test=percent(e.test_accuracy),
        base=base,
        test_base=percent(there),
    )


def _costs(e: Evidence, base: float, *, unseen: bool) -> Message:
    train, n = number_text(float(e.curves.train_cost[-1])), e.examples.test.m
    if not n:
        return Message(
            "the training cost is {train}; always answering the mean would cost {base}",
            train=train,
            base=number_text(base),
        )
    test = number_text(float(e.curves.test_cost[-1]))
    if unseen:
        return Message(
            "the test cost is {test}; always answering the mean would cost {base}", test=test, base=number_text(base)
        )
    if n < FEWEST:
        return Message(
            "the training cost is {train}, and {n} {n:test example is|test examples are} too few to judge by; always "
            "answering the mean would cost {base}",
            train=train,
            n=n,
            base=number_text(base),
        )
    return Message(
        "the training cost is {train} and the test cost {test}; always answering the mean would cost {base} and "
        "{test_base}",
        train=train,
        test=test,
        base=number_text(base),
        test_base=number_text(e.test_baseline.cost),
    )
