"""A typed formula as a function of whole rows, for features such as ``x1**2`` or ``sin(x1)*x2``."""

from collections.abc import Callable, Sequence

import numpy as np

from playground.messages import Message

from .graph import CONSTANT, INPUT, Array
from .operations import OPERATIONS
from .parser import parse
from .source import ExpressionError


def elementwise(text: str, names: Sequence[str]) -> Callable[[Array], Array]:
    """Compile a formula of named rows.

    Only operations that work number by number are allowed, so that each example is computed by itself.

    Parameters
    ----------
    text : str
        One expression, such as ``"x1*x2"``.
    names : sequence of str
        What the rows are called, in order.

    Returns
    -------
    callable
        Takes an array of shape (n, m) with a row for each name and returns an array of shape (m,), float64. Where the
        formula is not defined it holds nan or infinities; nothing is raised.

    Raises
    ------
    ExpressionError
        If the text is no such formula or uses another name.
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
