"""The kinds of questions, one row each: what is right, how an answer is read, and what is said of a wrong one."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType
from typing import Any

import numpy as np

from playground.expressions import ExpressionError, read_value
from playground.lessons.errors import LessonError
from playground.lessons.formulas import QUANTITY, Names
from playground.lessons.lesson import Ask
from playground.lessons.slips import SLIPS, slips_at
from playground.messages import LocalText, Message

DIGITS = 4
"""The significant digits that numbers are shown with."""
USUAL_TOLERANCE = 0.005
"""Relative, where a question names none."""
NOTHING = 1e-12
"""What differs by less is equal."""


OTHER = "other"
"""A wrong answer of which nothing is known."""
SAYINGS: Mapping[str, Message] = MappingProxyType(
    {
        **{slip.id: slip.say for slip in SLIPS},
        OTHER: Message("This is not it yet; a hint may help."),
        "decimal_point": Message("The digits are right; the decimal point is in another place."),
        "sign_too": Message(
            "No usual slip gives this. Its sign is not right either: go back over the factors one by one."
        ),
        "too_large": Message("No usual slip gives this; it is too large in size. Go back over the factors one by one."),
        "too_small": Message("No usual slip gives this; it is too small in size. Go back over the factors one by one."),
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


@dataclass(frozen=True)
class Verdict:
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


@dataclass(frozen=True)
class QuestionKind:
    """One kind of question.

    Attributes
    ----------
    name
        What a lesson's file calls it.
    expects
        What is typed or clicked, to be said before and after.
    needs
        Fields of `Ask` without which it cannot be asked.
    answer
        The right answer as plain JSON.
    read
        An answer as typed or from a file, as plain JSON.
    is_right
        Whether an answer that was read is right.
    wrong
        The usual wrong answers and which slip each is, those that happen to be right among them.
    otherwise
        Which slip a wrong answer is that is none of these.
    """

    name: str
    expects: Message
    needs: tuple[str, ...]
    answer: Callable[[Ask, Names], Any]
    read: Callable[[Ask, Any], Any]
    is_right: Callable[[Ask, Names, Any], bool]
    wrong: Callable[[Ask, Names], Iterator[tuple[Any, str]]]
    otherwise: Callable[[Ask, Names, Any], str] = lambda *_: OTHER


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


def wrong_answers(ask: Ask, names: Names) -> list[tuple[Any, str]]:
    """Return the usual wrong answers that are wrong here, and which slip each is."""
    kind = QUESTIONS[ask.kind]
    return [row for row in kind.wrong(ask, names) if not kind.is_right(ask, names, row[0])]


def near(given: float, right: float, tolerance: str) -> bool:
    """Whether a number is right to a tolerance: ``0.5 %``, or ``digits`` for the digits that are shown.

    Raises
    ------
    LessonError
        If the tolerance is neither.
    """
    if abs(given - right) <= NOTHING:
        return True
    if tolerance == "digits":
        unit = 10.0 ** (np.floor(np.log10(abs(right))) - DIGITS + 1) if right else NOTHING
        return bool(abs(given - right) <= 0.5001 * unit)
    return abs(given - right) <= relative(tolerance) * abs(right)


def relative(tolerance: str) -> float:
    """Return a relative tolerance as a fraction.

    Raises
    ------
    LessonError
        If it is no percentage from 0 to 50.
    """
    if not tolerance:
        return USUAL_TOLERANCE
    found = re.fullmatch(r"\s*([0-9]+(?:\.[0-9]+)?)\s*%\s*", tolerance)
    if found is None or float(found[1]) > 50:
        raise LessonError(
            "tolerance {tolerance}: a share up to 50 % was expected, as in 0.5 %, or digits", tolerance=tolerance
        )
    return float(found[1]) / 100


def read_number(text: Any) -> float:
    """Read a number as people type it: ``-0.43``, ``−0,43``, ``1/2``.

    Raises
    ------
    LessonError
        If it is none, or not finite.
    """
    if isinstance(text, int | float) and not isinstance(text, bool) and np.isfinite(text):
        return float(text)
    typed = str(text).strip()
    if re.fullmatch(r"[^,.]*[0-9],[0-9]+", typed):
        typed = typed.replace(",", ".")
    try:
        value = read_value(typed)
    except ExpressionError:
        value = None
    if not isinstance(text, str) or value is None or np.size(value) != 1:
        raise LessonError("{text}: a number was expected, as in -0.25 or 1/4", text=str(text))
    return float(np.asarray(value).reshape(()))


def _same(ask: Ask, one: Any, other: Any) -> bool:
    if isinstance(one, float) and isinstance(other, float):
        return near(other, one, ask.tolerance)
    return bool(one == other)


# Numbers


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
    if given * right < 0:
        return "sign_too"
    return "too_large" if abs(given) > abs(right) else "too_small"


# Signs

SIGNS: Mapping[str, str] = MappingProxyType(
    {"+": "+", "-": "-", "−": "-", "0": "0", "positive": "+", "negative": "-", "zero": "0"}
)


def _sign(ask: Ask, names: Names) -> str:
    value = names.value(ask.answer)
    return "0" if abs(value) <= NOTHING else "+" if value > 0 else "-"


def _read_sign(_ask: Ask, value: Any) -> str:
    found = SIGNS.get(str(value).strip())
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


# Choices


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
    text = str(value).strip().upper()
    number = ord(text) - ord("A") + 1 if re.fullmatch("[A-Z]", text) else int(text) if text.isdecimal() else 0
    if isinstance(value, bool) or not 1 <= number <= len(ask.choices):
        raise LessonError("{value}: a choice from 1 to {count} was expected", value=str(value), count=len(ask.choices))
    return number


def _wrong_choices(ask: Ask, _names: Names) -> Iterator[tuple[int, str]]:
    for number in range(1, len(ask.choices) + 1):
        yield number, f"choice:{number}"


# Cells


def _largest_cells(ask: Ask, names: Names) -> list[str]:
    array = np.atleast_2d(names.array(ask.answer))
    found = QUANTITY.fullmatch(ask.of)
    shape = names.quantity(found[1], int(found[2])).shape if found else ()
    if array.shape != shape:
        raise LessonError("{answer}: a number for each cell of {of} was expected", answer=ask.answer, of=ask.of)
    largest = array >= array.max() - NOTHING
    return [f"{ask.of}[{row + 1},{column + 1}]" for row, column in np.argwhere(largest)]


def _read_cell(ask: Ask, value: Any) -> str:
    found = QUANTITY.fullmatch(str(value).strip())
    if found is None or found[3] is None or f"{found[1]}[{found[2]}]" != ask.of:
        raise LessonError("{value}: a cell of {of} was expected, as in {of}[1,2]", value=str(value), of=ask.of)
    return f"{ask.of}[{int(found[3])},{int(found[4] or 1)}]"


def _wrong_cells(ask: Ask, names: Names) -> Iterator[tuple[str, str]]:
    array = np.atleast_2d(names.array(ask.answer))
    for row, column in np.ndindex(array.shape):
        yield f"{ask.of}[{row + 1},{column + 1}]", "cell"


# Orders


def _order(ask: Ask, names: Names) -> list[int]:
    values = [names.value(choice.value) for choice in ask.choices]
    return [index + 1 for index in sorted(range(len(values)), key=values.__getitem__)]


def _read_order(ask: Ask, value: Any) -> list[int]:
    parts = value if isinstance(value, Sequence) and not isinstance(value, str) else re.findall("[0-9]+", str(value))
    numbers = [int(part) for part in parts if str(part).isdecimal()]
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


# Shapes


def _shape(ask: Ask, names: Names) -> list[int]:
    found = QUANTITY.fullmatch(ask.answer.strip())
    array = names.quantity(found[1], int(found[2])) if found and found[3] is None else names.array(ask.answer)
    return list(np.atleast_2d(array).shape)


def _read_shape(_ask: Ask, value: Any) -> list[int]:
    typed = ",".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    found = re.fullmatch(r"[\s(\[]*([0-9]{1,6})\s*[×xX*,; ]\s*([0-9]{1,6})[\s)\]]*", typed)
    numbers = [int(part) for part in found.groups()] if found else []
    if 0 in numbers or not numbers:
        raise LessonError("{value}: rows and columns were expected, as in 3×2", value=str(value))
    return numbers


def _wrong_shapes(ask: Ask, names: Names) -> Iterator[tuple[list[int], str]]:
    rows, columns = _shape(ask, names)
    yield [columns, rows], "shape_transposed"
    if not names.quantities:
        return  # the chain rule knows no examples and no biases
    m = int(names.value("m"))
    if columns != m:
        yield [rows, m], "examples"
    for number in {rows, columns}:
        yield [number, 1], "vector"


def _equal(ask: Ask, names: Names, given: Any) -> bool:
    return bool(QUESTIONS[ask.kind].answer(ask, names) == given)


QUESTIONS: Mapping[str, QuestionKind] = MappingProxyType(
    {
        kind.name: kind
        for kind in (
            QuestionKind(
                "number",
                Message("a number"),
                ("answer",),
                _number,
                lambda _, value: read_number(value),
                lambda ask, names, given: near(given, _number(ask, names), ask.tolerance),
                _wrong_numbers,
                _size,
            ),
            QuestionKind("sign", Message("+, − or 0"), ("answer",), _sign, _read_sign, _equal, _wrong_signs),
            QuestionKind(
                "choice",
                Message("one of the choices"),
                ("answer", "choices"),
                lambda ask, names: _right_choices(ask, names)[0],
                _read_choice,
                lambda ask, names, given: given in _right_choices(ask, names),
                _wrong_choices,
            ),
            QuestionKind(
                "cell",
                Message("a cell: click it"),
                ("answer", "of"),
                lambda ask, names: _largest_cells(ask, names)[0],
                _read_cell,
                lambda ask, names, given: given in _largest_cells(ask, names),
                _wrong_cells,
            ),
            QuestionKind(
                "order", Message("the order of the rows"), ("choices",), _order, _read_order, _is_ordered, _wrong_orders
            ),
            QuestionKind("shape", Message("rows × columns"), ("answer",), _shape, _read_shape, _equal, _wrong_shapes),
        )
    }
)
"""Every kind of question by its name."""
