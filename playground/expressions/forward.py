"""The forward pass: every value, in topological order."""

import math
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import ArrayLike

from playground.messages import Message, joined

from .graph import CONSTANT, INPUT, Array, Graph, Node
from .operation import Operation, Shape
from .operations import OPERATIONS
from .source import MAX_ELEMENTS, MAX_TOTAL_ELEMENTS, ExpressionError


def forward_pass(graph: Graph, values: Mapping[str, ArrayLike]) -> dict[str, Array]:
    """Compute the value of every node.

    Raises `ExpressionError` if an input has no proper value, a name is no input, or shapes do not go together.

    Parameters
    ----------
    values : mapping of str to float, sequence or array
        One for each of ``graph.inputs``.

    Returns
    -------
    dict of str to Array
        Read-only; not finite where something went wrong.
    """
    for name in values:
        if name not in graph or graph[name].operation != INPUT:
            raise ExpressionError(not_an_input(name, graph))
    computed: dict[str, Array] = {}
    total = 0
    for node in graph.nodes:
        if node.operation == INPUT:
            if node.name not in values:
                raise ExpressionError(Message("{name} has no value", name=node.name), node.line, node.column)
            value = input_value(node, values[node.name])
        elif node.operation == CONSTANT and node.constant is not None:
            value = node.constant[()]
        else:
            operation = OPERATIONS[node.operation]
            inputs = [computed[name] for name in node.inputs]
            total += _result_size(node, operation, [x.shape for x in inputs])
            reason = operation.refusal(*inputs)
            if total > MAX_TOTAL_ELEMENTS:
                reason = Message("the values have more than {most} elements together", most=MAX_TOTAL_ELEMENTS)
            if reason:
                raise ExpressionError(reason, node.line, node.column)
            value = operation.forward(*inputs)
        if isinstance(value, np.ndarray):
            value.setflags(write=False)
        computed[node.name] = value
    return computed


def input_value(node: Node, value: ArrayLike) -> Array:
    """Check and copy what a person gave an input.

    Raises `ExpressionError` unless it is a finite number, vector or matrix of moderate size.
    """
    try:
        array = np.array(value)
    except ValueError:
        reason = Message("{name} needs a number, a vector or a matrix with rows of equal length", name=node.name)
        raise ExpressionError(reason, node.line, node.column) from None
    if array.dtype.kind not in "biuf":
        reason = Message("{name} needs a number, a vector or a matrix", name=node.name)
        raise ExpressionError(reason, node.line, node.column)
    if array.ndim > 2 or not 0 < array.size <= MAX_ELEMENTS:
        reason = Message(
            "{name} needs a number, a vector or a matrix with 1 to {most} elements, not the shape {shape}",
            name=node.name,
            most=MAX_ELEMENTS,
            shape=str(array.shape),
        )
        raise ExpressionError(reason, node.line, node.column)
    result = array.astype(np.float64)
    if not np.isfinite(result).all():
        reason = Message("{name} needs finite numbers", name=node.name)
        raise ExpressionError(reason, node.line, node.column)
    return result[()]


def not_an_input(name: str, graph: Graph) -> Message:
    """Say that a name is none of the graph's inputs, and which there are."""
    if not graph.inputs:
        return Message("{name} is no input of this formula; the formula has no inputs", name=name)
    inputs = ", ".join(graph.inputs)
    return Message("{name} is no input of this formula; the inputs are {inputs}", name=name, inputs=inputs)


def _result_size(node: Node, operation: Operation, shapes: Sequence[Shape]) -> int:
    """How many elements the value will have; known, and refused if too many, before it is computed."""
    shape = operation.result_shape(shapes)
    if shape is None:
        given = joined(_shape_of_input(name, given) for name, given in zip(node.inputs, shapes, strict=True))
        reason = Message(
            "{name}: {symbol} needs {rule}, but {given}",
            name=node.name,
            symbol=operation.symbol,
            rule=operation.shape_rule,
            given=given,
        )
        raise ExpressionError(reason, node.line, node.column)
    size = math.prod(shape)
    if size > MAX_ELEMENTS:
        reason = Message(
            "{name} would have shape {shape}; at most {most} elements are allowed",
            name=node.name,
            shape=str(shape),
            most=MAX_ELEMENTS,
        )
        raise ExpressionError(reason, node.line, node.column)
    return size


def _shape_of_input(name: str, shape: Shape) -> Message:
    if not shape:
        return Message("{name} is a number", name=name)
    if len(shape) == 1:
        return Message("{name} is a vector of {size}", name=name, size=shape[0])
    return Message("{name} is a {rows}×{columns} matrix", name=name, rows=shape[0], columns=shape[1])
