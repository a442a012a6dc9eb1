"""A typed formula that may end in a comparison, such as ``sin(x1) > x2``, for conditions on whole rows.

A comparison has no derivative, so it never becomes a part of a graph: what stands on its sides are formulas of their
own, and only their values are compared.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from playground.messages import Message

from .source import ExpressionError

COMPARISONS: Mapping[str, np.ufunc] = MappingProxyType(
    {
        "<": np.less,
        ">": np.greater,
        "<=": np.less_equal,
        ">=": np.greater_equal,
        "≤": np.less_equal,
        "≥": np.greater_equal,
    }
)
_SIGN = re.compile("[<>]=?|[≤≥]")
_COMMENT = re.compile("#[^\n]*")


class Comparison(Struct, frozen=True):
    """A formula taken apart at its comparisons.

    Attributes
    ----------
    sides : tuple of str
        The formulas, each with the lines before it and at its place in the text, so that errors tell where they are.
    signs : tuple of str
        What stands between them; none where nothing is compared. Several are one chain: ``0 < x1 < 1``.
    """

    sides: tuple[str, ...]
    signs: tuple[str, ...]

    def holds(self, values: NDArray[np.float64]) -> NDArray[np.bool_]:
        """Compare the values of the sides, `(len(sides), m)`: whether all comparisons hold, `(m,)`."""
        result = np.ones(values.shape[1], np.bool_)
        for sign, left, right in zip(self.signs, values[:-1], values[1:], strict=True):
            result &= COMPARISONS[sign](left, right)
        return result


def compared(text: str) -> Comparison:
    """Take a formula apart at the comparisons of its last line.

    Raises
    ------
    ExpressionError
        If a comparison stands in brackets, or a side of it is empty. What stands on the sides is not read here.
    """
    text = _COMMENT.sub(lambda comment: " " * len(comment[0]), text)
    start = max(text.rstrip("; \t\n").rfind(end) for end in ";\n") + 1
    prelude = text[:start]
    sides: list[str] = []
    signs: list[str] = []
    begin = start
    for sign in (*_SIGN.finditer(text, start), None):
        end = len(text) if sign is None else sign.start()
        side = text[begin:end]
        if sign is not None and text.count("(", start, end) > text.count(")", start, end):
            reason = Message("a comparison stands outside all brackets, such as sin(x1) > x2")
            raise _error(text, end, reason)
        if not side.strip() and (sign is not None or signs):
            known = signs[-1] if sign is None else sign[0]
            raise _error(text, end, Message("a value is missing beside {sign}", sign=known))
        sides.append(prelude + " " * (begin - start) + side)
        if sign is not None:
            signs.append(sign[0])
            begin = sign.end()
    return Comparison(tuple(sides), tuple(signs))


def _error(text: str, place: int, reason: Message) -> ExpressionError:
    line_start = text.rfind("\n", 0, place) + 1
    return ExpressionError(reason, text.count("\n", 0, place) + 1, place - line_start + 1)
