"""The line of numpy that computes what a step of a walk computes: it can be typed and gives the same numbers."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from playground.engine import ACTIVATIONS, COSTS
from playground.files.export_code import ACTIVATION_CODE
from playground.training.walkthrough.walk import Cell, Quantity, Walkthrough

SLOPES: Mapping[str, str] = MappingProxyType(
    {
        "linear": "np.ones_like(Z{l})",
        "sigmoid": "A{l} * (1 - A{l})",
        "tanh": "1 - A{l}**2",
        "relu": "(Z{l} > 0)",
        "leaky_relu": "np.where(Z{l} > 0, 1, 0.01)",
        "elu": "np.where(Z{l} > 0, 1, A{l} + 1)",
        "softplus": "1 - np.exp(-A{l})",
        "swish": "A{l} + (1 - A{l}) / (1 + np.exp(-Z{l}))",
        "sin": "np.cos(Z{l})",
        "step": "np.zeros_like(Z{l})",
    }
)
"""The derivative of an activation; GELU's does not fit on a line."""
DELTAS: Mapping[str, str] = MappingProxyType(
    {
        "squared_error": "2 * (A{l} - Y)",
        "half_squared_error": "A{l} - Y",
        "binary_cross_entropy": "(A{l} - Y) / (A{l} * (1 - A{l}))",
        "cross_entropy": "-Y / A{l}",
        "absolute_error": "np.sign(A{l} - Y)",
        "huber": "np.clip(A{l} - Y, -1, 1)",
    }
)
"""What a cost begins the backward pass with."""


def numpy_line(walk: Walkthrough, quantity: Quantity) -> str:
    """Return the line for a quantity, in names such as ``W1``, ``dZ2``, ``A0`` (the inputs), ``Y`` and ``m``.

    Nothing for what is given or to be found, and for what the optimizer does with the gradients.
    """
    name, layer = quantity
    if quantity in walk.hidden:
        return ""
    line = LINES[name](walk, layer) if name in LINES and layer else ""
    return f"{name}{layer} = {line}".format(l=layer, below=layer - 1, above=layer + 1) if line else ""


def numpy_cell(cell: Cell) -> str:
    """Return a number as numpy names it, counting from 0: ``dW2[0, 1]``."""
    (name, layer), row, column = cell
    return f"{name}{layer}[{row}, {column}]"


def _activation(walk: Walkthrough, layer: int) -> str:
    line = ACTIVATION_CODE[walk.activations[layer - 1]].numpy.format("Z{l}")
    return f"M{{l}} * ({line})" if walk.drops(layer) else line


def _slope(walk: Walkthrough, layer: int) -> str:
    if walk.drops(layer):
        return ""  # it comes from the activation before the mask
    return SLOPES.get(walk.activations[layer - 1], "")


def _upstream(walk: Walkthrough, layer: int) -> str:
    return "W{above}.T @ dZ{above}" if layer < len(walk.activations) else DELTAS[walk.cost_name]


def _delta(walk: Walkthrough, layer: int) -> str:
    name = walk.activations[layer - 1]
    if layer == len(walk.activations) and name in COSTS[walk.cost_name].fused:
        return "A{l} - Y"
    if ACTIVATIONS[name].derivative is None:
        return "A{l} * (dA{l} - (A{l} * dA{l}).sum(axis=0))"
    slope = _slope(walk, layer)
    return f"dA{{l}} * {slope if slope.startswith(('(', 'np.')) else f'({slope})'}" if slope else ""


LINES: Mapping[str, Callable[[Walkthrough, int], str]] = MappingProxyType(
    {
        "Z": lambda _walk, _layer: "W{l} @ A{below} + b{l}",
        "A": _activation,
        "dA": _upstream,
        "D": _slope,
        "dZ": _delta,
        "dW": lambda _walk, _layer: "dZ{l} @ A{below}.T / m",
        "db": lambda _walk, _layer: "dZ{l}.sum(axis=1, keepdims=True) / m",
    }
)
"""By quantity; ``{l}`` stands for the layer."""
