"""Constants in the text: numbers, named constants and arrays of them, and what their nodes are called."""

import ast
from collections.abc import Iterator

import numpy as np

from .graph import Array
from .limits import MAX_ELEMENTS
from .operations import CONSTANTS
from .source import Source

Literal = float | list["Literal"]

_LONGEST_NAME = 32


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

    Raises
    ------
    ExpressionError
        Unless it is a finite number or a rectangle of such with one or two levels.
    """
    if isinstance(literal, list):
        for level, lengths in enumerate(_lengths(literal)):
            if level == 2:
                raise source.error(part, "an array can have two levels of brackets at most")
            if 0 in lengths:
                raise source.error(part, "an array needs at least one element")
            if len(lengths) > 1:
                shown = " and ".join(str(length) for length in sorted(lengths)[:2])
                raise source.error(part, f"the rows of a matrix must be equally long, not {shown}")
        if len({isinstance(element, list) for element in literal}) > 1:
            raise source.error(part, "numbers and rows cannot be mixed in one array")
    array = np.array(literal, dtype=np.float64)
    if array.size > MAX_ELEMENTS:
        raise source.error(part, f"an array can have at most {MAX_ELEMENTS} elements")
    if not np.isfinite(array).all():
        raise source.error(part, "this number is too large")
    array.setflags(write=False)
    return array


def constant_name(value: Array) -> str | None:
    """What a literal is called: itself (``2``, ``[1, 2]``) if that is short, else None."""
    name = _text(value.tolist())
    return name if len(name) <= _LONGEST_NAME else None


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
