"""The backward pass: every gradient, from the output to the inputs."""

import math
from collections.abc import Mapping, Sequence

import numpy as np
from msgspec import Struct

from playground.messages import Message

from .graph import Array, Graph, Node
from .operation import ElementwiseOperation, Operation, sum_to_shape
from .operations import OPERATIONS


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
