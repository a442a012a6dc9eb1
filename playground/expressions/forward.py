"""The forward pass: every value, in topological order."""

import math
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import ArrayLike

from .errors import ExpressionError
from .graph import CONSTANT, INPUT, Array, Graph, Node
from .limits import MAX_ELEMENTS, MAX_TOTAL_ELEMENTS
from .operation import Operation, Shape
from .operations import OPERATIONS


def forward_pass(graph: Graph, values: Mapping[str, ArrayLike]) -> dict[str, Array]:
    """Compute the value of every node.

    Parameters
    ----------
    graph : Graph
    values : mapping of str to float, sequence or array
        One for each of ``graph.inputs``.

    Returns
    -------
    dict of str to Array
        Read-only; not finite where something went wrong.

    Raises
    ------
    ExpressionError
        If an input has no proper value, a name is no input, or shapes do not go together.
    """
    for name in values:
        if name not in graph or graph[name].operation != INPUT:
            known = f"the inputs are {', '.join(graph.inputs)}" if graph.inputs else "the formula has no inputs"
            raise ExpressionError(f"{name} is no input of this formula; {known}")
    computed: dict[str, Array] = {}
    total = 0
    for node in graph.nodes:
        if node.operation == INPUT:
            if node.name not in values:
                raise ExpressionError(f"{node.name} has no value", node.line, node.column)
            value = input_value(node, values[node.name])
        elif node.operation == CONSTANT and node.constant is not None:
            value = node.constant[()]
        else:
            operation = OPERATIONS[node.operation]
            inputs = [computed[name] for name in node.inputs]
            total += _result_size(node, operation, [x.shape for x in inputs])
            if total > MAX_TOTAL_ELEMENTS:
                reason = f"the values have more than {MAX_TOTAL_ELEMENTS} elements together"
                raise ExpressionError(reason, node.line, node.column)
            value = operation.forward(*inputs)
        if isinstance(value, np.ndarray):
            value.setflags(write=False)
        computed[node.name] = value
    return computed


def input_value(node: Node, value: ArrayLike) -> Array:
    """Check and copy what a person gave an input.

    Raises
    ------
    ExpressionError
        Unless it is a finite number, vector or matrix of moderate size.
    """
    wanted = f"{node.name} needs a number, a vector or a matrix"
    try:
        array = np.array(value)
    except ValueError:
        raise ExpressionError(f"{wanted} with rows of equal length", node.line, node.column) from None
    if array.dtype.kind not in "biuf":
        raise ExpressionError(wanted, node.line, node.column)
    if array.ndim > 2 or not 0 < array.size <= MAX_ELEMENTS:
        reason = f"{wanted} with 1 to {MAX_ELEMENTS} elements, not the shape {array.shape}"
        raise ExpressionError(reason, node.line, node.column)
    result = array.astype(np.float64)
    if not np.isfinite(result).all():
        raise ExpressionError(f"{node.name} needs finite numbers", node.line, node.column)
    return result[()]


def _result_size(node: Node, operation: Operation, shapes: Sequence[Shape]) -> int:
    """How many elements the value will have; known, and refused if too many, before it is computed."""
    shape = operation.result_shape(shapes)
    if shape is None:
        given = " and ".join(f"{name} has shape {given}" for name, given in zip(node.inputs, shapes, strict=True))
        reason = f"{node.name}: {operation.symbol} needs {operation.shape_rule}, but {given}"
        raise ExpressionError(reason, node.line, node.column)
    size = math.prod(shape)
    if size > MAX_ELEMENTS:
        reason = f"{node.name} would have shape {shape}; at most {MAX_ELEMENTS} elements are allowed"
        raise ExpressionError(reason, node.line, node.column)
    return size
