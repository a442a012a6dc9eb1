"""Gradient check: the analytic gradient against central differences, parameter by parameter."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from playground.engine.activations import ACTIVATIONS
from playground.engine.costs import COSTS
from playground.engine.network import Network, cost_per_example, with_ones
from playground.engine.operations import Array, run
from playground.engine.propagation import Buffers, Propagation

RELATIVE_TOLERANCE = 1e-4
ABSOLUTE_TOLERANCE = 1e-8
"""A parameter passes where the relative error is below the first or the difference is within the second: central
differences at ε = 1e-5 carry a round-off of about 1e-11 × cost, all there is of a gradient that is nearly zero."""
RELATIVE_FLOOR = 1e-8


@dataclass(frozen=True, eq=False)
class ParameterCheck:
    """The check of one parameter array.

    Attributes
    ----------
    name
        ``W1``, ``b1`` …
    analytic, numerical
        Both gradients, in the parameter's shape.
    at_kink
        Where moving the parameter by ±ε carries some unit across a kink of its activation, or an output across a kink
        of the cost: there a central difference means nothing, so those entries neither pass nor fail.
    mean_absolute_difference
        Mean of `|analytic − numerical|`.
    max_relative_error
        Maximum of `|a − n| / max(|a| + |n|, 1e-8)` off the kinks.
    passed
        Whether every entry off the kinks agrees.
    """

    name: str
    analytic: Array
    numerical: Array
    at_kink: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]
    mean_absolute_difference: float
    max_relative_error: float
    passed: bool


@dataclass(frozen=True, eq=False)
class GradientCheck:
    """The check of a network: `passed`, `epsilon` and one `ParameterCheck` for each of W1, b1, W2 …."""

    passed: bool
    epsilon: float
    parameters: tuple[ParameterCheck, ...]


def check_gradients(
    network: Network,
    X: ArrayLike,
    Y: ArrayLike,
    epsilon: float = 1e-5,
    *,
    progress: Callable[[int, int], bool] | None = None,
) -> GradientCheck:
    """Compare the backpropagated gradient with `(C(θ + ε) − C(θ − ε)) / 2ε`, in float64.

    Parameters
    ----------
    X, Y
        `(n_0, m)` and `(n_L, m)`.
    epsilon
        How far each parameter is moved.
    progress
        Called now and then with parameters done and in all; returning False cancels.

    Raises
    ------
    ValueError
        If a shape does not fit, or ε is not positive.
    InterruptedError
        If `progress` cancelled.
    """
    if not epsilon > 0:
        raise ValueError(f"epsilon is {epsilon}, expected a positive number")
    copy = _in_float64(network)
    inputs = copy.inputs(X)
    targets = copy.targets(Y, inputs.shape[1])
    gradients = copy.backpropagate(inputs, targets)
    with np.errstate(all="ignore"):
        numerical, at_kink = _central_differences(copy, inputs, targets, epsilon, progress)
    differences, kinks = copy.structure.matrices(numerical), copy.structure.matrices(at_kink)
    checks = []
    for layer, (dW, db) in enumerate(zip(gradients.W, gradients.b, strict=True)):
        matrix, kink = differences[layer], kinks[layer] > 0
        checks.append(_compare(f"W{layer + 1}", dW, matrix[:, :-1], kink[:, :-1]))
        checks.append(_compare(f"b{layer + 1}", db, matrix[:, -1:], kink[:, -1:]))
    return GradientCheck(all(check.passed for check in checks), epsilon, tuple(checks))


def _in_float64(network: Network) -> Network:
    copy = Network(network.sizes, network.activations, network.structure.cost, initializer="zeros")
    copy.parameters[...] = network.parameters
    return copy


def _compare(
    name: str, analytic: Array, numerical: Array, at_kink: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]
) -> ParameterCheck:
    difference = np.abs(analytic - numerical)
    relative = difference / np.maximum(np.abs(analytic) + np.abs(numerical), RELATIVE_FLOOR)
    off_kinks = ~at_kink
    agrees = (relative < RELATIVE_TOLERANCE) | (difference < ABSOLUTE_TOLERANCE)
    return ParameterCheck(
        name=name,
        analytic=analytic,
        numerical=numerical,
        at_kink=at_kink,
        mean_absolute_difference=float(difference.mean()),
        max_relative_error=float(relative[off_kinks].max(initial=0.0)),
        passed=bool(agrees[off_kinks].all()),
    )


def _central_differences(
    network: Network, X: Array, Y: Array, epsilon: float, progress: Callable[[int, int], bool] | None
) -> tuple[Array, Array]:
    """Return the numerical gradient and where a kink was crossed (1 or 0), both `(P,)`."""
    structure, parameters = network.structure, network.parameters
    m = X.shape[1]
    buffers = Buffers(structure, m, network.dtype, keep=True)
    Z_out = buffers.Z[-1][:-1]
    operations = Propagation(structure, network.matrices, buffers).forward(with_ones(X), Z_out)
    kinked: list[tuple[Array, float | Array]] = [
        (buffers.Z[layer][:-1], kink)
        for layer, name in enumerate(structure.activations, start=1)
        for kink in ACTIVATIONS[name].kinks
    ]
    if COSTS[structure.cost].kink:
        kinked.append((buffers.A[-1][:-1], Y))

    def cost_and_sides() -> tuple[float, list[bytes]]:
        run(operations)
        sides = [np.packbits(values > kink).tobytes() for values, kink in kinked]
        return float(cost_per_example(structure, Z_out, Y).mean()), sides

    numerical, at_kink = np.empty_like(parameters), np.zeros_like(parameters)
    for index, value in enumerate(parameters.tolist()):
        if progress is not None and index % 100 == 0 and not progress(index, parameters.size):
            raise InterruptedError("the gradient check was cancelled")
        parameters[index] = value + epsilon
        above, sides_above = cost_and_sides()
        parameters[index] = value - epsilon
        below, sides_below = cost_and_sides()
        parameters[index] = value
        numerical[index] = (above - below) / (2 * epsilon)
        at_kink[index] = sides_above != sides_below
    return numerical, at_kink
