"""A typed formula as a function of whole rows, such as ``x1**2``, or two with a comparison: ``sin(x1) > x2``."""

import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from playground.expressions.graph import CONSTANT, INPUT, Array
from playground.expressions.operations import OPERATIONS
from playground.expressions.parser import parse
from playground.expressions.source import ExpressionError
from playground.messages import Message


def elementwise(text: str, names: Sequence[str]) -> Callable[[Array], Array]:
    """Compile a formula of named rows.

    Only operations that work number by number are allowed, so that each example is computed by itself.

    Raises `ExpressionError` if the text is no such formula or uses another name.

    The function takes an array `(n, m)` with a row for each name and returns an array `(m,)`, float64. Where the
    formula is not defined it holds nan or infinities; nothing is raised.

    Parameters
    ----------
    text : str
        One expression, such as ``"x1*x2"``.
    names : sequence of str
        What the rows are called, in order.
    """
    graph = parse(text)
    rows = {name: row for row, name in enumerate(names)}
    for node in graph.nodes:
        if node.operation == INPUT:
            if node.name not in rows:
                shown = ", ".join(names[:8]) + (", …" if len(names) > 8 else "")
                reason = Message("{name} is not known here; the inputs are {inputs}", name=node.name, inputs=shown)
                raise ExpressionError(reason, node.line, node.column)
        elif node.operation == CONSTANT:
            if node.constant is not None and node.constant.ndim > 0:
                reason = Message("an array cannot be used in a feature; a feature works number by number")
                raise ExpressionError(reason, node.line, node.column)
        elif not OPERATIONS[node.operation].elementwise:
            symbol = OPERATIONS[node.operation].symbol
            reason = Message("{symbol} mixes examples; a feature works number by number", symbol=symbol)
            raise ExpressionError(reason, node.line, node.column)

    def compute(X: Array) -> Array:
        if X.ndim != 2 or X.shape[0] != len(names):
            raise ValueError(f"expected {len(names)} rows, got an array of shape {X.shape}")
        values: dict[str, Array] = {}
        with np.errstate(all="ignore"):
            for node in graph.nodes:
                if node.operation == INPUT:
                    values[node.name] = X[rows[node.name]].astype(np.float64)
                elif node.constant is not None:
                    values[node.name] = node.constant[()]
                else:
                    values[node.name] = OPERATIONS[node.operation].forward(*(values[name] for name in node.inputs))
        result: Array = np.array(np.broadcast_to(values[graph.output], (X.shape[1],)))
        return result

    return compute


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

    Raises `ExpressionError` if a comparison stands in brackets, or a side of it is empty. What stands on the sides is
    not read here.
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
