"""Questions for a number, and for the sign of one."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from playground.lessons.errors import LessonError
from playground.lessons.formulas import QUANTITY, Names
from playground.lessons.lesson import Ask
from playground.lessons.questions.kind import QuestionKind
from playground.lessons.questions.tolerance import NOTHING, is_rounded, near
from playground.lessons.questions.typed import plain_signs, read_number
from playground.lessons.slips import slips_at
from playground.messages import Message

SIGNS: Mapping[str, str] = MappingProxyType(
    {"+": "+", "-": "-", "0": "0", "positive": "+", "negative": "-", "zero": "0", "plus": "+", "minus": "-"}
)


def _number(ask: Ask, names: Names) -> float:
    return names.value(ask.answer)


def _wrong_numbers(ask: Ask, names: Names) -> Iterator[tuple[float, str]]:
    for index, row in enumerate(ask.wrong):
        yield names.value(row.value), f"lesson:{index}"
    cell = QUANTITY.fullmatch(ask.answer.strip())
    right = names.value(ask.answer)
    if cell is not None and cell[3] is not None:
        name, layer, row_number, column = cell.groups()
        place = (int(row_number) - 1, int(column or 1) - 1)
        for value, slip in slips_at(names, name, int(layer), *place):
            yield value, slip.id
    elif right:
        yield -right, "sign"
    for power in (10.0, 0.1, 100.0, 0.01):
        yield right * power, "decimal_point"


def _size(ask: Ask, names: Names, given: float) -> str:
    """Return what is true of a wrong number whose cause is not known."""
    right = names.value(ask.answer)
    if is_rounded(given, right):
        return "rounded"
    if near(-given, right, ask.tolerance) or is_rounded(-given, right):
        return "sign"
    if given * right < 0:
        return "sign_too"
    return "too_large" if abs(given) > abs(right) else "too_small"


def _sign(ask: Ask, names: Names) -> str:
    value = names.value(ask.answer)
    return "0" if abs(value) <= NOTHING else "+" if value > 0 else "-"


def _read_sign(_ask: Ask, value: Any) -> str:
    found = SIGNS.get(plain_signs(str(value)).lower())
    if found is None:
        raise LessonError("{value}: one of + - 0 was expected", value=str(value))
    return found


def _wrong_signs(ask: Ask, names: Names) -> Iterator[tuple[str, str]]:
    for index, row in enumerate(ask.wrong):
        value = names.value(row.value)
        yield "0" if abs(value) <= NOTHING else "+" if value > 0 else "-", f"lesson:{index}"
    if _sign(ask, names) == "0":
        yield from ((sign, "is_zero") for sign in "+-")
    else:
        yield "0", "not_zero"
        yield "-" if _sign(ask, names) == "+" else "+", "sign_count"


NUMBER = QuestionKind(
    "number",
    Message("Number"),
    Message("a number"),
    ("answer",),
    _number,
    lambda _, value: read_number(value),
    lambda ask, names, given: near(given, _number(ask, names), ask.tolerance),
    _wrong_numbers,
    _size,
    takes=("tolerance", "wrong"),
)
SIGN = QuestionKind(
    "sign",
    Message("Sign"),
    Message("+, − or 0"),
    ("answer",),
    _sign,
    _read_sign,
    lambda ask, names, given: given == _sign(ask, names),
    _wrong_signs,
    takes=("wrong",),
)
