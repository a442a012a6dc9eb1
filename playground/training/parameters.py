"""Weights and biases that a person sets: whether there are such, and whether they can be."""

import numpy as np

from playground.engine import Network
from playground.training.errors import TrainingError
from playground.training.snapshot import Array

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


def check_parameter(network: Network, layer: int, row: int, column: int, value: float) -> None:
    """Check that there is such a weight, and that the value can be one.

    Parameters
    ----------
    layer, row, column
        Its place: `layer` counts from 1, `column` n_{l-1} is the bias.

    Raises
    ------
    TrainingError
        If not.
    """
    matrices, dtype = network.matrices, network.dtype
    if not (
        1 <= layer <= len(matrices)
        and 0 <= row < len(matrices[layer - 1])
        and 0 <= column < matrices[layer - 1].shape[1]
    ):
        raise TrainingError("there is no weight [{row},{column}] in layer {layer}", row=row, column=column, layer=layer)
    if not abs(value) <= float(np.finfo(dtype).max):
        raise TrainingError(
            "a weight of {value}, expected a finite number that {dtype} can hold", value=value, dtype=dtype
        )


def check_parameters(network: Network, parameters: Array) -> None:
    """Check that these can be all weights and biases, `(P,)`.

    Raises
    ------
    TrainingError
        If not.
    """
    present = network.parameters
    if parameters.shape != present.shape:
        raise TrainingError("{size} weights and biases, expected {size2}", size=parameters.size, size2=present.size)
    if not (np.abs(parameters) <= float(np.finfo(present.dtype).max)).all():
        raise TrainingError("weights that are not finite, expected numbers that {dtype} can hold", dtype=present.dtype)
