"""The kinds of questions, one row each: what is right, how an answer is read, and what is said of a wrong one."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from msgspec import Struct

from playground.lessons.formulas import Names
from playground.lessons.lesson import Ask
from playground.lessons.questions.kind import OTHER, QuestionKind
from playground.lessons.questions.numbers import NUMBER, SIGN
from playground.lessons.questions.places import CELL, SHAPE
from playground.lessons.questions.rows import CHOICE, ORDER
from playground.lessons.questions.tolerance import near
from playground.lessons.slips import SLIPS
from playground.messages import LocalText, Message

SAYINGS: Mapping[str, Message] = MappingProxyType(
    {
        **{slip.id: slip.say for slip in SLIPS},
        OTHER: Message("This is not it yet; a hint may help."),
        "decimal_point": Message("The digits are right; the decimal point is in another place."),
        "rounded": Message("Nearly: this is rounded too far. Give one digit more."),
        "sign_too": Message("No usual slip gives this. Its sign is not right either: go back over it step by step."),
        "too_large": Message("No usual slip gives this; it is too large in size. Go back over it step by step."),
        "too_small": Message("No usual slip gives this; it is too small in size. Go back over it step by step."),
        "is_zero": Message("One of the factors is 0 here, so all of it is 0."),
        "not_zero": Message("It would be 0 only if one of its factors were 0; none is."),
        "sign_count": Message("Count the negative factors: an even number of them gives +, an odd number −."),
        "backwards": Message("This is the order backwards."),
        "shape_transposed": Message("Rows and columns are exchanged: rows first."),
        "examples": Message("Only Z, A, dZ and dA have a column for each example."),
        "vector": Message("This is the shape of a bias or of one example's column."),
    }
)
"""What is said of the usual wrong answers, by the id that is kept with an answer."""


def said(ask: Ask, slip: str, value: Any) -> str:
    """Return what is said of a wrong answer: the words of its lesson, or those of the usual slip."""
    name, _, place = slip.partition(":")
    if name == "lesson":
        return LocalText(ask.wrong[int(place)].say)
    if name == "choice":
        say = ask.choices[int(place) - 1].say
        return LocalText(say) if say else SAYINGS[OTHER]
    if name == "swapped":
        first, second = (LocalText(ask.choices[int(number) - 1].text) for number in place.split(","))
        return Message("Almost: “{second}” needs “{first}” before it.", first=first, second=second)
    if name == "cell":
        return Message("{cell} is not it: another cell beats it.", cell=str(value))
    return SAYINGS.get(name, SAYINGS[OTHER])


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

    Raises `LessonError` if the answer cannot be read, or the question cannot be asked here.
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
