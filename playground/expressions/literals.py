"""Constants in the text: numbers, named constants and arrays of them, and what their nodes are called."""

import ast
from collections.abc import Iterator

import numpy as np

from playground.messages import Message

from .graph import Array
from .operations import CONSTANTS
from .source import MAX_ELEMENTS, MAX_LINSPACE, Source

Literal = float | list["Literal"]

_LONGEST_NAME = 32
_TOO_LARGE = Message("this number is too large; at most 1.8e308 can be computed with")


def literal_in(part: ast.expr) -> Literal | None:
    """The number or array of numbers that stands here literally, or None for everything else.

    A sign in front of a number belongs to the number: ``-2`` is one constant. Recursion is bounded by the limit on
    brackets.
    """
    match part:
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant() as operand):
            number = literal_in(operand)
            return -number if isinstance(number, float) else None
        case ast.UnaryOp(op=ast.UAdd(), operand=ast.Constant() as operand):
            return literal_in(operand)
        case ast.Name(id=name):
            return CONSTANTS.get(name)
        case ast.Constant(value=int() | float() as value) if not isinstance(value, bool):
            try:
                return float(value)
            except OverflowError:
                return float("inf")
        case ast.List(elts=elements):
            literals: list[Literal] = []
            for element in elements:
                literal = literal_in(element)
                if literal is None:
                    return None
                literals.append(literal)
            return literals
        case _:
            return None


def array_of(literal: Literal, part: ast.expr, source: Source) -> Array:
    """The read-only array of a literal.

    Raises `ExpressionError` unless it is a finite number or a rectangle of such with one or two levels.
    """
    if isinstance(literal, list):
        for level, lengths in enumerate(_lengths(literal)):
            if level == 2:
                raise source.error(
                    part, Message("an array can have two levels of brackets at most: a matrix is [[1, 2], [3, 4]]")
                )
            if 0 in lengths:
                raise source.error(part, Message("an array needs at least one element: [1, 2]"))
            if len(lengths) > 1:
                short, long = sorted(lengths)[:2]
                reason = Message(
                    "the rows of a matrix must be equally long, not {short} and {long}", short=short, long=long
                )
                raise source.error(part, reason)
        if len({isinstance(element, list) for element in literal}) > 1:
            raise source.error(part, Message("numbers and rows cannot be mixed in one array"))
    array = np.array(literal, dtype=np.float64)
    if array.size > MAX_ELEMENTS:
        raise source.error(part, Message("an array can have at most {most} elements", most=MAX_ELEMENTS))
    if not np.isfinite(array).all():
        raise source.error(part, _TOO_LARGE)
    array.setflags(write=False)
    return array


def constant_name(value: Array) -> str | None:
    """What a literal is called: itself (``2``, ``[1, 2]``) if that is short, else None."""
    name = _text(value.tolist()) if value.size < _LONGEST_NAME else ""
    return name if 0 < len(name) <= _LONGEST_NAME else None


def linspace(call: ast.Call, source: Source) -> tuple[str, Array]:
    """What a typed ``linspace(start, stop, count)`` is called, and its read-only value.

    Raises `ExpressionError` unless its inputs are two numbers and a count, written out.
    """
    ends = [_signed(part) for part in call.args[:2]]
    match call.args[2:]:
        case [ast.Constant(value=int() as count)] if None not in ends and not call.keywords and count >= 2:
            pass
        case _:
            reason = Message("linspace takes two numbers and how many, from 2 on, all written out: linspace(-1, 1, 5)")
            raise source.error(call, reason)
    if count > MAX_LINSPACE:
        reason = Message("linspace makes at most {most} numbers, not {count}", most=MAX_LINSPACE, count=count)
        raise source.error(call, reason)
    start, stop = (float(end or 0.0) for end in ends)
    if not np.isfinite([start, stop, stop - start]).all():
        raise source.error(call, _TOO_LARGE)
    value = np.linspace(start, stop, count)
    value.setflags(write=False)
    return f"linspace({_text(start)}, {_text(stop)}, {count})", value


def _signed(part: ast.expr) -> float | None:
    """A number or a named constant, perhaps with a minus sign."""
    sign = 1.0
    if isinstance(part, ast.UnaryOp) and isinstance(part.op, ast.USub):
        sign, part = -1.0, part.operand
    number = literal_in(part)
    return sign * number if isinstance(number, float) else None


def _text(literal: Literal) -> str:
    if isinstance(literal, list):
        return "[" + ", ".join(_text(element) for element in literal) + "]"
    return repr(literal).removesuffix(".0")


def _lengths(literal: list[Literal]) -> Iterator[set[int]]:
    """The lengths of the rows at each level of an array literal."""
    level = [literal]
    while level:
        yield {len(row) for row in level}
        level = [element for row in level for element in row if isinstance(element, list)]
