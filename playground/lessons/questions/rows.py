"""Questions for one of several rows, and for the order of rows."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from playground.lessons.errors import LessonError
from playground.lessons.formulas import Names
from playground.lessons.lesson import Ask
from playground.lessons.questions.kind import QuestionKind
from playground.lessons.questions.tolerance import near
from playground.messages import Message


def _right_choices(ask: Ask, names: Names) -> list[int]:
    right = names.value(ask.answer)
    found = [
        number
        for number, choice in enumerate(ask.choices, start=1)
        if near(names.value(choice.value), right, ask.tolerance)
    ]
    if not found:
        raise LessonError("{answer}: none of the choices is right here", answer=ask.answer)
    return found


def _read_choice(ask: Ask, value: Any) -> int:
    found = re.fullmatch(r"[\s(]*([A-Za-z]|[0-9]{1,2})[\s).]*", str(value))
    number = _row_number(found[1]) if found else 0
    if not 1 <= number <= len(ask.choices):
        raise LessonError("{value}: a choice from 1 to {count} was expected", value=str(value), count=len(ask.choices))
    return number


def _row_number(text: str) -> int:
    """Return the number of a row, from 1; rows can be called A, B, C as well."""
    return int(text) if text.isdecimal() else ord(text.upper()) - ord("A") + 1


def _wrong_choices(ask: Ask, _names: Names) -> Iterator[tuple[int, str]]:
    for number in range(1, len(ask.choices) + 1):
        yield number, f"choice:{number}"


def _order(ask: Ask, names: Names) -> list[int]:
    values = [names.value(choice.value) for choice in ask.choices]
    return [index + 1 for index in sorted(range(len(values)), key=values.__getitem__)]


def _read_order(ask: Ask, value: Any) -> list[int]:
    typed = ",".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    numbers = [_row_number(part) for part in re.findall("[0-9]{1,2}|[A-Za-z]", typed)]
    if sorted(numbers) != list(range(1, len(ask.choices) + 1)):
        raise LessonError(
            "{value}: each number from 1 to {count} once was expected, as in 2,1,3",
            value=str(value),
            count=len(ask.choices),
        )
    return numbers


def _is_ordered(ask: Ask, names: Names, given: list[int]) -> bool:
    values = [names.value(ask.choices[number - 1].value) for number in given]
    return all(one <= other for one, other in pairwise(values))


def _wrong_orders(ask: Ask, names: Names) -> Iterator[tuple[list[int], str]]:
    right = _order(ask, names)
    yield right[::-1], "backwards"
    for index in range(len(right) - 1):
        swapped = [*right]
        swapped[index], swapped[index + 1] = right[index + 1], right[index]
        yield swapped, f"swapped:{right[index]},{right[index + 1]}"


CHOICE = QuestionKind(
    "choice",
    Message("Choice"),
    Message("one of the choices"),
    ("answer", "choices"),
    lambda ask, names: _right_choices(ask, names)[0],
    _read_choice,
    lambda ask, names, given: given in _right_choices(ask, names),
    _wrong_choices,
    takes=("choices.say", "tolerance"),
)
ORDER = QuestionKind(
    "order",
    Message("Order"),
    Message("the order of the rows"),
    ("choices",),
    _order,
    _read_order,
    _is_ordered,
    _wrong_orders,
)
