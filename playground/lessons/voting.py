"""A vote in class: what can be voted for, the hands that were counted, and who had it right."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

import msgspec

from playground.lessons.errors import LessonError
from playground.lessons.formulas import Names
from playground.lessons.lesson import Ask
from playground.lessons.questions import QUESTIONS, wrong_answers
from playground.lessons.record import Vote

MOST_HANDS = 999
MOST_WRONG = 3
"""Usual wrong answers that stand beside the right one, where the question itself has nothing to choose."""
OFFERED: Mapping[str, Callable[[Ask], tuple[Any, ...]]] = MappingProxyType(
    {
        "choice": lambda ask: tuple(range(1, len(ask.choices) + 1)),
        "sign": lambda _: ("+", "-", "0"),
    }
)
"""The kinds of questions that offer their answers themselves; of others the usual wrong ones stand beside the right."""


def begun_vote(ask: Ask, names: Names) -> Vote:
    """Return a vote without hands: on the question's own answers, or on the right one among usual wrong ones.

    Raises `LessonError` if there is no right answer here.
    """
    offered = OFFERED.get(ask.kind)
    options = offered(ask) if offered is not None else _among_wrong_ones(ask, names)
    return Vote(options, (0,) * len(options))


def counted(vote: Vote | None, counts: Sequence[int]) -> Vote:
    """Return a vote with other counts.

    Raises `LessonError` if there is no vote, or these are no such counts.
    """
    if vote is None:
        raise LessonError("there is no vote on this question; begin one")
    if len(counts) != len(vote.options) or any(type(n) is not int or not 0 <= n <= MOST_HANDS for n in counts):
        raise LessonError(
            "{counts}: a whole number of hands from 0 to {most} was expected for each of {answers} answers",
            counts=", ".join(map(str, counts)),
            most=MOST_HANDS,
            answers=len(vote.options),
        )
    return msgspec.structs.replace(vote, counts=tuple(counts))


def right_options(ask: Ask, names: Names, vote: Vote) -> tuple[int, ...]:
    """Return the places of the right answers among those that were voted on."""
    is_right = QUESTIONS[ask.kind].is_right
    return tuple(index for index, option in enumerate(vote.options) if is_right(ask, names, option))


def _among_wrong_ones(ask: Ask, names: Names) -> tuple[Any, ...]:
    """Return the right answer and usual wrong ones that look different, in an order that does not tell it."""
    found = {written(QUESTIONS[ask.kind].answer(ask, names)): QUESTIONS[ask.kind].answer(ask, names)}
    for value, _ in wrong_answers(ask, names):
        if len(found) <= MOST_WRONG:
            found.setdefault(written(value), value)
    return tuple(sorted(found.values(), key=lambda value: (isinstance(value, str), value)))


def written(value: Any) -> str:
    """Return an answer as it is told apart by eye: numbers with four digits."""
    return f"{value:.4g}" if isinstance(value, float) else str(value)
