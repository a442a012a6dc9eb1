"""Jacobians: described always, built only when small and asked for.

Rows belong to the elements of the value, columns to the elements of the input, both counted row by row through a
matrix (C order). An elementwise gate on 4096 numbers has a 4096 × 4096 Jacobian: its diagonal says it all.
"""

from collections.abc import Sequence
from functools import reduce
from typing import Any

import numpy as np
from msgspec import Struct

from playground.messages import Message

from .evaluation import Evaluation
from .graph import Array
from .operation import A_NUMBER, ElementwiseOperation, Operation
from .operations import OPERATIONS
from .passes import is_finite

LARGEST_BUILT = 4096
"""Elements of the largest matrix that is built: 64 × 64."""


class Jacobian(Struct, frozen=True, eq=False):
    """The derivative of all elements of one node with respect to all elements of another.

    Attributes
    ----------
    shape : tuple of int
        Rows (elements of the node) and columns (elements of the input).
    structure : Message
        In words: "a number", "diagonal", "one row of ones" …
    matrix : Array or None
        All of it, of `shape`; None where too large, or undefined.
    diagonal : Array or None
        The diagonal where everything else is 0, whatever its size; None elsewhere.
    is_defined : bool
        False where a value or derivative is not finite.
    """

    node: str
    input: str
    shape: tuple[int, int]
    structure: Message
    matrix: Array | None
    diagonal: Array | None
    is_defined: bool

    @property
    def description(self) -> Message:
        """One line, such as ``∂y/∂x is 4096 × 4096, diagonal; not built``."""
        about: dict[str, Any] = {"node": self.node, "input": self.input, "structure": self.structure}
        about |= {"rows": self.shape[0], "columns": self.shape[1]}
        if not self.is_defined:
            return Message("∂{node}/∂{input} is {rows} × {columns}, {structure}; undefined here", **about)
        if self.matrix is None:
            return Message("∂{node}/∂{input} is {rows} × {columns}, {structure}; not built", **about)
        return Message("∂{node}/∂{input} is {rows} × {columns}, {structure}", **about)


def jacobian(evaluation: Evaluation, node: str, input: str, largest: int = LARGEST_BUILT) -> Jacobian:
    """The local Jacobian of a node for one of its inputs.

    Where the node reads the input twice (``x*x``), both parts are added.

    Raises `KeyError` if the node does not read the input.

    Parameters
    ----------
    node, input : str
        Names; the node must read the input.
    largest : int
        Matrices with more elements are described only.
    """
    record = evaluation[node]
    positions = [i for i, name in enumerate(record.inputs) if name == input]
    if not positions:
        raise KeyError(f"{node} does not read {input}")
    operation = OPERATIONS[record.operation]
    value, x = record.value, evaluation[input].value
    shape = (value.size, x.size)
    inputs = [evaluation[name].value for name in record.inputs]
    fixed = evaluation.graph.fixed_inputs(node)
    is_defined = record.is_defined
    matrix: Array | None = None
    diagonal: Array | None = None
    with np.errstate(all="ignore"):
        if is_defined and isinstance(operation, ElementwiseOperation) and value.shape == x.shape and value.ndim:
            slopes = operation.slopes(value, inputs, fixed)
            diagonal = np.zeros(value.shape)
            for i in positions:
                diagonal = diagonal + slopes[i]
            diagonal = diagonal.reshape(-1)
            is_defined = is_finite(diagonal)
        if is_defined and shape[0] * shape[1] <= largest:
            if diagonal is not None:
                matrix = np.diag(diagonal)
            else:
                parts = (operation.derivative(i, value, inputs, fixed) for i in positions)
                matrix = reduce(np.add, parts)
            is_defined = is_finite(matrix)
    return Jacobian(
        node,
        input,
        shape,
        _structure(operation, positions, value, inputs),
        matrix if is_defined else None,
        diagonal if is_defined else None,
        is_defined,
    )


def total_jacobian(evaluation: Evaluation, node: str, source: str, largest: int = LARGEST_BUILT) -> Jacobian:
    """The derivative of a node with respect to any node further up, over all paths.

    It is the product of the local Jacobians along the way, where there is a single path, and a sum of such products
    elsewhere; computed backwards, one row at a time.

    Parameters
    ----------
    node, source : str
        Names.
    largest : int
        Matrices with more elements are described only.
    """
    value, x = evaluation[node].value, evaluation[source].value
    shape = (value.size, x.size)
    matrix: Array | None = None
    is_defined = evaluation[node].is_defined
    if is_defined and shape[0] * shape[1] <= largest:
        matrix = np.zeros(shape)
        with np.errstate(all="ignore"):
            for row in range(shape[0]):
                matrix[row] = _row(evaluation, node, source, row)
        is_defined = is_finite(matrix)
    structure = A_NUMBER if value.ndim == x.ndim == 0 else Message("over all paths")
    return Jacobian(node, source, shape, structure, matrix if is_defined else None, None, is_defined)


def _structure(operation: Operation, positions: Sequence[int], value: Array, inputs: Sequence[Array]) -> Message:
    if len(positions) == 1 or operation.elementwise or (value.ndim == 0 and inputs[positions[0]].ndim == 0):
        return operation.structure(positions[0], value, inputs)
    return Message("a sum of {count} parts: the input is read {count} times", count=len(positions))


def _unit(value: Array, row: int) -> Array:
    unit = np.zeros(value.size)
    unit[row] = 1.0
    return unit.reshape(value.shape)[()]


def _row(evaluation: Evaluation, node: str, source: str, row: int) -> Array:
    """One row of a total Jacobian: the gradient of a single element."""
    names = list(evaluation.records)
    first, last = names.index(source), names.index(node)
    gradients: dict[str, Array] = {node: _unit(evaluation[node].value, row)}
    for name in reversed(names[first + 1 : last + 1]):
        record = evaluation[name]
        if name not in gradients or not record.inputs:
            continue
        upstream = gradients[name] if record.is_defined else np.full_like(record.value, np.nan)
        inputs = [evaluation[i].value for i in record.inputs]
        fixed = evaluation.graph.fixed_inputs(name)
        sent = OPERATIONS[record.operation].pullback(upstream, record.value, inputs, fixed)
        for target, contribution in zip(record.inputs, sent, strict=True):
            gradients[target] = gradients[target] + contribution if target in gradients else contribution
    return gradients[source].reshape(-1) if source in gradients else np.zeros(evaluation[source].value.size)
