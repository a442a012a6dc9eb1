"""What one forward and one backward pass through a graph found, node by node, and the same as plain JSON data."""

import math
import re
from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import ArrayLike

from playground.expressions.graph import Array, Graph
from playground.expressions.parser import parse
from playground.expressions.passes import NodeRecord, accumulate, backward_pass, forward_pass
from playground.expressions.source import ExpressionError
from playground.messages import Message


class Evaluation(Struct, frozen=True, eq=False, dict=True):
    """Values and gradients of all nodes.

    `backward`: the operations in the order in which the backward pass visits them, the output first.
    """

    graph: Graph
    records: Mapping[str, NodeRecord]
    backward: tuple[str, ...]

    def __getitem__(self, name: str) -> NodeRecord:
        return self.records[name]

    @cached_property
    def forward(self) -> tuple[str, ...]:
        """The operations in the order in which the forward pass computes them, the output last."""
        return tuple(record.name for record in self.records.values() if record.inputs)

    @property
    def output(self) -> NodeRecord:
        return self.records[self.graph.output]

    @property
    def problems(self) -> tuple[NodeRecord, ...]:
        """The nodes at which something went wrong."""
        return tuple(record for record in self.records.values() if record.problem)

    def gradients_after(self, steps: int) -> dict[str, Array | None]:
        """Gradients as they stand after some steps of the backward pass.

        Sums of what has arrived so far. Nodes that nothing has reached are absent: their gradient is not computed yet,
        which is neither 0 nor undefined (None).

        `steps`: from 0 (only the output has its gradient) to ``len(backward)`` (all is done).
        """
        arrived: dict[str, Array | None] = {self.graph.output: self.output.gradient}
        with np.errstate(over="ignore"):  # a sum that overflows is undefined
            for name in self.backward[:steps]:
                record = self.records[name]
                for target, contribution in zip(record.inputs, record.contributions, strict=True):
                    accumulate(arrived, target, contribution)
        return arrived


def evaluate(graph: Graph, values: Mapping[str, ArrayLike]) -> Evaluation:
    """Compute every value and every gradient.

    The gradient of a node is the derivative of the output with respect to it. If the output is a vector or a matrix, it
    is the derivative of the sum of its elements: the backward pass then starts with ones.

    Division by zero, the logarithm of a negative number, overflow and the like raise nothing: the node says what
    happened, and gradients that depend on it are None.

    Raises `ExpressionError` if an input has no proper value, a name is no input, or shapes do not go together.

    `values`: a finite number, vector or matrix for each of ``graph.inputs``.
    """
    with np.errstate(all="ignore"):  # what is not finite is told at its node
        records, backward = backward_pass(graph, forward_pass(graph, values))
    return Evaluation(graph, MappingProxyType(records), backward)


def read_value(text: str) -> Array:
    """The value of a typed constant expression: ``-2``, ``pi/4``, ``[1, 2]``.

    Raises `ExpressionError` if it has a free variable or no finite value.
    """
    graph = parse(text)
    if graph.inputs:
        first = graph[graph.inputs[0]]
        reason = Message("expected a number or an array such as [1, 2], not the name {name}", name=first.name)
        raise ExpressionError(reason, first.line, first.column)
    evaluation = evaluate(graph, {})
    for record in evaluation.problems:
        if not record.is_defined:
            raise ExpressionError(record.problem, record.node.line, record.node.column)
    return evaluation.output.value


_DECIMAL_COMMA = re.compile(r"(?<![\w.,])([0-9]*),([0-9]+)(?=([eE][+-]?[0-9]+)?(?![\w.,]))")


def typed_number(text: str) -> float:
    """The value of a number as a person types it: ``0.5``, ``0,5``, ``1/2``, ``-sqrt(2)``, ``−1e-3``.

    A comma between digits is a decimal comma where no bracket is open; one that may as well group thousands, as in
    ``1,000``, is refused.

    Raises `ExpressionError` if it is none.
    """
    for match in _DECIMAL_COMMA.finditer(text):
        before, after = match[1], match[2]
        if text.count("(", 0, match.start()) > text.count(")", 0, match.start()):
            continue
        if len(after) == 3 and before.lstrip("0"):
            reason = Message(
                "{number} may be {grouped} or {decimal}: type one of these",
                number=match[0],
                grouped=before + after,
                decimal=f"{before}.{after}",
            )
            raise ExpressionError(reason, 1, match.start() + 1)
        text = f"{text[: match.start()]}{before or 0}.{after}{text[match.end() :]}"
    if not text.strip():
        raise ExpressionError(_NUMBER_EXPECTED)
    graph = parse(text)
    if graph.inputs:
        first = graph[graph.inputs[0]]
        raise ExpressionError(_NUMBER_EXPECTED, first.line, first.column)
    value = read_value(text)
    if value.ndim:
        raise ExpressionError(_NUMBER_EXPECTED)
    return float(value)


_NUMBER_EXPECTED = Message("type one number, such as 0.5, 1/2 or -sqrt(2)")


def to_json_object(evaluation: Evaluation) -> dict[str, Any]:
    """The output's name and every node, in topological order.

    It is ``{"output", "nodes": [{"name", "operation", "inputs", "value", "gradient", "local"}]}``; numbers are numbers,
    arrays nested lists. Undefined gradients, local derivatives that are no single number, and values that JSON cannot
    hold (infinite or not a number) are None. Nodes with a problem have a further key ``"problem"``.
    """
    return {"output": evaluation.graph.output, "nodes": [_node(record) for record in evaluation.records.values()]}


def _node(record: NodeRecord) -> dict[str, Any]:
    local: dict[str, float | None] = {}
    for name, derivative in zip(record.inputs, record.local, strict=True):
        # x*x reads x twice: with respect to the name x, the two derivatives add up.
        before = local.get(name, 0.0)
        local[name] = None if before is None or derivative is None else before + derivative
    node: dict[str, Any] = {
        "name": record.name,
        "operation": record.operation,
        "inputs": list(record.inputs),
        "value": _plain(record.value),
        "gradient": None if record.gradient is None else _plain(record.gradient),
        "local": local,
    }
    if record.problem:
        node["problem"] = record.problem
    return node


def _plain(value: Array) -> Any:
    plain = value.tolist()
    return plain if np.isfinite(value).all() else _without_infinities(plain)


def _without_infinities(plain: Any) -> Any:
    if isinstance(plain, list):
        return [_without_infinities(element) for element in plain]
    return plain if math.isfinite(plain) else None
