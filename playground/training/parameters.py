"""Weights and biases that a person sets: whether there are such, and whether they can be."""

import numpy as np

from playground.engine import Network
from playground.training.errors import TrainingError
from playground.training.results import Array

Edit = tuple[int, int, int, float]
"""A weight that a person sets: layer from 1, row, column, value; the column after the last weight is the bias."""


def parameter_name(layer: int, row: int, column: int, columns: int, prefix: str = "") -> str:
    """Return ``W[2][3,1]`` or ``b[2][3]``, counted from 1 as in the formulas.

    Parameters
    ----------
    layer
        1 … L.
    row, column
        From 0; the column after the last of the `columns` is the bias.
    prefix
        ``"d"`` for the gradient.
    """
    if column == columns:
        return f"{prefix}b[{layer}][{row + 1}]"
    return f"{prefix}W[{layer}][{row + 1},{column + 1}]"


def check_place(network: Network, layer: int, row: int, column: int) -> None:
    """Check that there is such a weight or bias.

    Raises `TrainingError` if not.

    Parameters
    ----------
    layer, row, column
        `layer` counts from 1, the others from 0; `column` n_{l-1} is the bias. A refusal counts all of them from 1.
    """
    shapes = network.structure.shapes
    if not 1 <= layer <= len(shapes):
        raise TrainingError("there is no layer {layer}; expected 1 to {layers}", layer=layer, layers=len(shapes))
    rows, columns = shapes[layer - 1]
    if not (0 <= row < rows and 0 <= column < columns):
        raise TrainingError(
            "there is no {parameter}; expected rows 1 to {rows} and columns 1 to {columns}",
            parameter=parameter_name(layer, row, column, columns - 1),
            rows=rows,
            columns=columns - 1,
        )


def check_parameter(network: Network, layer: int, row: int, column: int, value: float) -> None:
    """Check that there is such a weight or bias, as `check_place` does, and that the value can be one.

    Raises `TrainingError` if not.
    """
    check_place(network, layer, row, column)
    dtype = network.dtype
    if not abs(value) <= float(np.finfo(dtype).max):
        raise TrainingError(
            "a weight of {value}, expected a finite number that {dtype} can hold", value=value, dtype=dtype
        )


def check_parameters(network: Network, parameters: Array) -> None:
    """Check that these can be all weights and biases, `(P,)`.

    Raises `TrainingError` if not.
    """
    present = network.parameters
    if parameters.shape != present.shape:
        raise TrainingError("{size} weights and biases, expected {size2}", size=parameters.size, size2=present.size)
    if not (np.abs(parameters) <= float(np.finfo(present.dtype).max)).all():
        raise TrainingError("weights that are not finite, expected numbers that {dtype} can hold", dtype=present.dtype)
