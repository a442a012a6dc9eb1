"""An evaluation as plain JSON data, for ``playground chain --json``."""

import math
from typing import Any

import numpy as np

from .backward import NodeRecord
from .evaluation import Evaluation
from .graph import Array


def to_json_object(evaluation: Evaluation) -> dict[str, Any]:
    """The output's name and every node, in topological order.

    Returns
    -------
    dict
        ``{"output", "nodes": [{"name", "operation", "inputs", "value", "gradient", "local"}]}``; numbers are numbers,
        arrays nested lists. Undefined gradients, local derivatives that are no single number, and values that JSON
        cannot hold (infinite or not a number) are None. Nodes with a problem have a further key ``"problem"``.
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
