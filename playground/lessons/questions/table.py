"""The kinds of questions, one row each: what is right, how an answer is read, and what is said of a wrong one."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from msgspec import Struct

from playground.lessons.formulas import Names
from playground.lessons.lesson import Ask
from playground.lessons.questions.kind import QuestionKind
from playground.lessons.questions.numbers import NUMBER, SIGN
from playground.lessons.questions.places import CELL, SHAPE
from playground.lessons.questions.rows import CHOICE, ORDER
from playground.lessons.questions.sayings import said
from playground.lessons.questions.tolerance import near


class Verdict(Struct, frozen=True):
    """What is thought of an answer.

    Attributes
    ----------
    say
        Why it is wrong; empty where that is not known, and where it is right.
    slip
        The id of the usual slip that it is, or empty.
    """

    right: bool
    say: str = ""
    slip: str = ""


QUESTIONS: Mapping[str, QuestionKind] = MappingProxyType(
    {kind.name: kind for kind in (NUMBER, SIGN, CHOICE, CELL, ORDER, SHAPE)}
)
"""Every kind of question by its name."""
OF_SOME = frozenset(key for kind in QUESTIONS.values() for key in kind.keys)
"""Keys that not every kind makes use of."""


def judge(ask: Ask, names: Names, value: Any) -> Verdict:
    """Judge an answer: right is tried first, then every usual slip.

    Raises
    ------
    LessonError
        If the answer cannot be read, or the question cannot be asked here.
    """
    kind = QUESTIONS[ask.kind]
    given = kind.read(ask, value)
    if kind.is_right(ask, names, given):
        return Verdict(True)
    for wrong, slip in kind.wrong(ask, names):
        if not kind.is_right(ask, names, wrong) and _same(ask, wrong, given):
            return Verdict(False, said(ask, slip, given), slip)
    slip = kind.otherwise(ask, names, given)
    return Verdict(False, said(ask, slip, given), slip)


def wrong_answers(ask: Ask, names: Names) -> list[tuple[Any, str]]:
    """Return the usual wrong answers that are wrong here, and which slip each is."""
    kind = QUESTIONS[ask.kind]
    return [row for row in kind.wrong(ask, names) if not kind.is_right(ask, names, row[0])]


def _same(ask: Ask, one: Any, other: Any) -> bool:
    if isinstance(one, float) and isinstance(other, float):
        return near(other, one, ask.tolerance)
    return bool(one == other)
