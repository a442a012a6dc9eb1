"""The two passes through a graph: every value forward, in topological order, and every gradient back."""

import math
from collections.abc import Mapping, Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import ArrayLike

from playground.expressions.graph import CONSTANT, INPUT, Array, Graph, Node
from playground.expressions.operation import ElementwiseOperation, Operation, Shape, sum_to_shape
from playground.expressions.operations import OPERATIONS
from playground.expressions.source import MAX_ELEMENTS, MAX_TOTAL_ELEMENTS, ExpressionError
from playground.messages import Message, joined


def forward_pass(graph: Graph, values: Mapping[str, ArrayLike]) -> dict[str, Array]:
    """Compute the value of every node.

    Raises `ExpressionError` if an input has no proper value, a name is no input, or shapes do not go together.

    Values are read-only; not finite where something went wrong.
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


class NodeRecord(Struct, frozen=True, eq=False):
    """What forward and backward pass found at one node.

    Attributes
    ----------
    value : Array
        As computed, even where it is not finite; read-only.
    gradient : Array or None
        Derivative of the output with respect to this node, of the value's shape: the sum over all paths. None where it
        is undefined; 0 where the output does not depend on the node.
    local : tuple of float or None
        Derivative of this node with respect to each of its inputs; None where it is undefined or no single number.
    contributions : tuple of Array or None
        What the backward pass sends from here to each input, local derivative times gradient; None where undefined.
        Empty where the output does not depend on this node.
    problem : Message or str
        One line on why the value or a derivative does not exist here; empty where all is well. Only the node where it
        begins has one.
    note : Message or str
        One line on a kink; empty elsewhere.
    """

    node: Node
    value: Array
    gradient: Array | None
    local: tuple[float | None, ...] = ()
    contributions: tuple[Array | None, ...] = ()
    problem: str = ""
    note: str = ""

    @property
    def name(self) -> str:
        return self.node.name

    @property
    def operation(self) -> str:
        """Name of its operation, ``"input"`` or ``"constant"``."""
        return self.node.operation

    @property
    def inputs(self) -> tuple[str, ...]:
        return self.node.inputs

    @property
    def is_defined(self) -> bool:
        """Whether every number of the value is finite."""
        return is_finite(self.value)


def backward_pass(graph: Graph, values: Mapping[str, Array]) -> tuple[dict[str, NodeRecord], tuple[str, ...]]:
    """Carry the gradient of the output back to every node it depends on.

    A node whose value is not finite has no derivatives, so it sends back "undefined", not a number.

    Returns
    -------
    records : dict of str to NodeRecord
        In topological order.
    visited : tuple of str
        The operations in the order in which they were visited.
    """
    output = values[graph.output]
    seed = np.ones_like(output)[()] if is_finite(output) else None
    gradients: dict[str, Array | None] = {graph.output: seed}
    records: list[NodeRecord] = []
    visited: list[str] = []
    for node in reversed(graph.nodes):
        value = values[node.name]
        if node.name not in graph.reaches_output and seed is not None:
            gradients[node.name] = np.zeros_like(value)[()]
        gradient = gradients.setdefault(node.name, None)
        if not node.inputs:
            records.append(NodeRecord(node, value, gradient))
            continue
        record = _visit(graph, node, value, gradient, [values[name] for name in node.inputs])
        records.append(record)
        if node.name in graph.reaches_output:
            visited.append(node.name)
            for name, contribution in zip(node.inputs, record.contributions, strict=True):
                accumulate(gradients, name, contribution)
    return {record.name: record for record in reversed(records)}, tuple(visited)


def accumulate(gradients: dict[str, Array | None], name: str, contribution: Array | None) -> None:
    """Add what arrives over one edge; something undefined makes the sum undefined."""
    if name not in gradients:
        gradients[name] = contribution
        return
    so_far = gradients[name]
    if so_far is None or contribution is None:
        gradients[name] = None
        return
    total = so_far + contribution
    gradients[name] = total if is_finite(total) else None


def is_finite(value: Array) -> bool:
    return math.isfinite(float(value)) if value.ndim == 0 else bool(np.isfinite(value).all())


def _visit(graph: Graph, node: Node, value: Array, gradient: Array | None, inputs: Sequence[Array]) -> NodeRecord:
    operation = OPERATIONS[node.operation]
    reaches = node.name in graph.reaches_output
    if not is_finite(value):
        nothing = (None,) * len(inputs)
        began_here = all(is_finite(x) for x in inputs)
        problem = operation.problem(value, *inputs) if began_here else ""
        return NodeRecord(node, value, gradient, nothing, nothing if reaches else (), problem)
    fixed = graph.fixed_inputs(node.name)
    local, contributions = _derivatives(operation, gradient if reaches else None, value, inputs, fixed)
    problem = ""
    for name, derivative, x, contribution in zip(node.inputs, local, inputs, contributions, strict=True):
        scalar = value.ndim == 0 and x.ndim == 0
        is_lost = derivative is None if scalar else contribution is None and reaches and gradient is not None
        # x**2 at x < 0 has no derivative with respect to the constant 2, which nobody asked for.
        if is_lost and name in graph.variable and is_finite(x):
            problem = Message(
                "{symbol} has no finite derivative with respect to {name} here", symbol=operation.symbol, name=name
            )
            break
    note = operation.kink_note if operation.kink is not None and operation.kink(*inputs) else ""
    return NodeRecord(node, value, gradient, local, contributions if reaches else (), problem, note)


def _derivatives(
    operation: Operation, upstream: Array | None, value: Array, inputs: Sequence[Array], fixed: Sequence[bool]
) -> tuple[tuple[float | None, ...], tuple[Array | None, ...]]:
    """Local derivatives (where they are numbers) and what each input receives (where upstream is defined)."""
    local: tuple[float | None, ...] = (None,) * len(inputs)
    if isinstance(operation, ElementwiseOperation):
        derivatives = operation.slopes(value, inputs, fixed)
        if value.ndim == 0:
            local = tuple(_number(derivative) for derivative in derivatives)
        if upstream is None:
            return local, (None,) * len(inputs)
        sent = (sum_to_shape(upstream * derivative, x.shape) for derivative, x in zip(derivatives, inputs, strict=True))
        return local, tuple(contribution if is_finite(contribution) else None for contribution in sent)
    if value.ndim == 0:
        rows = operation.pullback(np.ones(())[()], value, inputs)
        local = tuple(_number(row) for row in rows)
    if upstream is None:
        return local, (None,) * len(inputs)
    sent_back = operation.pullback(upstream, value, inputs)
    return local, tuple(contribution if is_finite(contribution) else None for contribution in sent_back)


def _number(derivative: Array) -> float | None:
    if derivative.ndim == 0 and math.isfinite(float(derivative)):
        return float(derivative)
    return None
