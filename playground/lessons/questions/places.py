"""Questions for a cell of a matrix, and for the shape of one."""

import re
from collections.abc import Iterator
from typing import Any

import numpy as np

from playground.lessons.errors import LessonError
from playground.lessons.formulas import QUANTITY, Names
from playground.lessons.lesson import Ask
from playground.lessons.questions.kind import QuestionKind
from playground.lessons.questions.tolerance import NOTHING
from playground.lessons.questions.typed import plain_signs, read_place, read_shape
from playground.messages import Message


def _largest_cells(ask: Ask, names: Names) -> list[str]:
    array = np.atleast_2d(names.array(ask.answer))
    found = QUANTITY.fullmatch(ask.of)
    shape = names.quantity(found[1], int(found[2])).shape if found else ()
    if array.shape != shape:
        raise LessonError("{answer}: a number for each cell of {of} was expected", answer=ask.answer, of=ask.of)
    largest = array >= array.max() - NOTHING
    return [f"{ask.of}[{row + 1},{column + 1}]" for row, column in np.argwhere(largest)]


def _read_cell(ask: Ask, value: Any) -> str:
    typed = plain_signs(str(value))
    bare = typed.removeprefix(ask.of).strip()
    column = re.fullmatch(r"\[([1-9][0-9]{0,5})\]", bare)  # of one column
    place = [int(column[1]), 1] if column and bare != typed else read_place(value if bare == typed else bare)
    if place is None:
        raise LessonError("{value}: a cell of {of} was expected, as in {of}[1,2]", value=str(value), of=ask.of)
    return f"{ask.of}[{place[0]},{place[1]}]"


def _wrong_cells(ask: Ask, names: Names) -> Iterator[tuple[str, str]]:
    array = np.atleast_2d(names.array(ask.answer))
    for row, column in np.ndindex(array.shape):
        yield f"{ask.of}[{row + 1},{column + 1}]", "cell"


def _shape(ask: Ask, names: Names) -> list[int]:
    found = QUANTITY.fullmatch(ask.answer.strip())
    array = names.quantity(found[1], int(found[2])) if found and found[3] is None else names.array(ask.answer)
    return list(np.atleast_2d(array).shape)


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


CELL = QuestionKind(
    "cell",
    Message("Cell"),
    Message("a cell: click it"),
    ("answer", "of"),
    lambda ask, names: _largest_cells(ask, names)[0],
    _read_cell,
    lambda ask, names, given: given in _largest_cells(ask, names),
    _wrong_cells,
)
SHAPE = QuestionKind(
    "shape",
    Message("Shape"),
    Message("rows × columns"),
    ("answer",),
    _shape,
    lambda _, value: read_shape(value),
    lambda ask, names, given: given == _shape(ask, names),
    _wrong_shapes,
)
