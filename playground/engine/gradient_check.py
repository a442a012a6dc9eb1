"""Gradient check: the analytic gradient against central differences, parameter by parameter."""

from collections.abc import Callable
from dataclasses import dataclass
from math import inf, isfinite

import numpy as np
from numpy.typing import ArrayLike

from playground.engine.activations import ACTIVATIONS
from playground.engine.costs import COSTS
from playground.engine.mistakes import LEARNING_RATE, backpropagate
from playground.engine.network import Network, cost_per_example, with_ones
from playground.engine.operations import Array
from playground.engine.propagation import Buffers, Propagation

RELATIVE_TOLERANCE = 1e-4
ABSOLUTE_TOLERANCE = 1e-8
"""A parameter passes where the relative error is below the first or the difference is within the second: central
differences at ε = 1e-5 carry a round-off of about 1e-11 × cost, all there is of a gradient that is nearly zero."""
RELATIVE_FLOOR = 1e-8
ROUNDING = 4.0
"""Round-off of a central difference, in units of 2⁻⁵² × cost / ε: measured up to 1.05 on costs from 10⁴ to 10¹⁸."""

Flags = np.ndarray[tuple[int, ...], np.dtype[np.bool_]]


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
        Where moving the parameter by ±ε carries some unit across a kink or a jump of its activation, or an output
        across a kink of the cost: there a central difference means nothing, so those entries neither pass nor fail.
    in_rounding
        Where the two differ by no more than the cost's own round-off, divided by ε, and more than would pass: a cost of
        10¹⁰ has no digits left for a small slope, so those entries neither pass nor fail.
    mean_absolute_difference
        Mean of `|analytic − numerical|` off the kinks.
    max_relative_error
        Maximum of `|a − n| / max(|a| + |n|, 1e-8)` over the entries that are judged.
    passed
        Whether every entry that is judged agrees.
    """

    name: str
    analytic: Array
    numerical: Array
    at_kink: Flags
    in_rounding: Flags
    mean_absolute_difference: float
    max_relative_error: float
    passed: bool

    @property
    def difference(self) -> Array:
        """`|analytic − numerical|` of every entry."""
        with np.errstate(all="ignore"):
            return np.asarray(np.abs(self.analytic - self.numerical))

    @property
    def relative_error(self) -> Array:
        """`|a − n| / max(|a| + |n|, 1e-8)` of every entry."""
        with np.errstate(all="ignore"):
            size = np.maximum(np.abs(self.analytic) + np.abs(self.numerical), RELATIVE_FLOOR)
            return np.asarray(self.difference / size)

    @property
    def differs(self) -> Flags:
        """Which entries fail; those that cannot be judged do not."""
        agrees = (self.relative_error < RELATIVE_TOLERANCE) | (self.difference < ABSOLUTE_TOLERANCE)
        return ~agrees & ~self.at_kink & ~self.in_rounding


@dataclass(frozen=True, eq=False)
class GradientCheck:
    """The check of a network: `passed`, `epsilon`, the `cost` and a `ParameterCheck` for each of W1, b1, W2 …."""

    passed: bool
    epsilon: float
    cost: float
    parameters: tuple[ParameterCheck, ...]

    @property
    def at_kink(self) -> int:
        return sum(int(parameter.at_kink.sum()) for parameter in self.parameters)

    @property
    def in_rounding(self) -> int:
        """How many entries are lost in the cost's round-off."""
        return sum(int(parameter.in_rounding.sum()) for parameter in self.parameters)

    @property
    def judged(self) -> int:
        """How many entries pass or fail."""
        entries = sum(parameter.analytic.size for parameter in self.parameters)
        return entries - self.at_kink - self.in_rounding


class CentralDifferences:
    """`(C(θ + ε) − C(θ − ε)) / 2ε` for one parameter after another, in float64, on a copy of the network.

    Raises `ValueError` if a shape does not fit.

    `X` and `Y`: `(n_0, m)` and `(n_L, m)`.
    """

    def __init__(self, network: Network, X: ArrayLike, Y: ArrayLike) -> None:
        self.network = copy = _in_float64(network)
        self.inputs = copy.inputs(X)
        self.targets = copy.targets(Y, self.inputs.shape[1])
        structure = copy.structure
        buffers = Buffers(structure, self.inputs.shape[1], copy.dtype, keep=True)
        self._Z_out = buffers.Z[-1][:-1]
        self._operations = Propagation(structure, copy.matrices, buffers).forward(with_ones(self.inputs), self._Z_out)
        self._kinked: list[tuple[Array, float | Array]] = [
            (buffers.Z[layer][:-1], kink)
            for layer, name in enumerate(structure.activations, start=1)
            for kink in ACTIVATIONS[name].kinks + ACTIVATIONS[name].jumps
        ]
        if COSTS[structure.cost].kink:
            self._kinked.append((buffers.A[-1][:-1], self.targets))

    @property
    def n_parameters(self) -> int:
        return self.network.parameters.size

    def gradients(
        self, mistake: str | None = None, learning_rate: float = LEARNING_RATE
    ) -> tuple[list[Array], list[Array]]:
        """Return the analytic `dW` and `db` of every layer: the engine's own, or a textbook's with a mistake in it.

        Raises `ValueError` if there is no such mistake.
        """
        if mistake is not None:
            return backpropagate(self.network, self.inputs, self.targets, mistake, learning_rate)
        gradients = self.network.backpropagate(self.inputs, self.targets)
        return gradients.W, gradients.b

    def cost(self) -> float:
        """Return the cost of the network as it is."""
        return self._cost_and_sides()[0]

    def difference(self, index: int, epsilon: float) -> tuple[float, bool]:
        """Return the numerical derivative by one parameter, and whether moving it by ±ε crosses a kink."""
        parameters = self.network.parameters
        value = float(parameters[index])
        parameters[index] = value + epsilon
        above, sides_above = self._cost_and_sides()
        parameters[index] = value - epsilon
        below, sides_below = self._cost_and_sides()
        parameters[index] = value
        return (above - below) / (2 * epsilon), sides_above != sides_below

    def _cost_and_sides(self) -> tuple[float, list[bytes]]:
        """Return the cost, and on which side of each kink every value lies."""
        with np.errstate(all="ignore"):
            for operation in self._operations:
                operation()
            sides = [np.packbits(values > kink).tobytes() for values, kink in self._kinked]
            return float(cost_per_example(self.network.structure, self._Z_out, self.targets).mean()), sides


class GradientChecker:
    """A gradient check under way: as many parameters at a time as somebody wants.

    Raises `ValueError` if ε is not positive, or there is no such mistake.

    Parameters
    ----------
    differences
        The network and the examples.
    epsilon
        How far each parameter is moved.
    mistake
        The name of one of `MISTAKES` to switch on in the analytic gradient.
    learning_rate
        Of the update that one of the mistakes makes too early.
    """

    def __init__(
        self,
        differences: CentralDifferences,
        epsilon: float = 1e-5,
        mistake: str | None = None,
        learning_rate: float = LEARNING_RATE,
    ) -> None:
        if not 0 < epsilon < inf:
            raise ValueError(f"epsilon is {epsilon}, expected a positive number")
        self._differences, self._epsilon = differences, epsilon
        self._dW, self._db = differences.gradients(mistake, learning_rate)
        self._numerical = np.zeros(differences.n_parameters)
        self._at_kink = np.zeros(differences.n_parameters)
        self.done = 0

    @property
    def is_complete(self) -> bool:
        return self.done == self._numerical.size

    @property
    def analytic(self) -> Array:
        """The analytic gradient, `(P,)`."""
        return np.concatenate([np.hstack(pair).ravel() for pair in zip(self._dW, self._db, strict=True)])

    def check_one(self) -> None:
        """Move the next parameter up and down."""
        self._numerical[self.done], self._at_kink[self.done] = self._differences.difference(self.done, self._epsilon)
        self.done += 1

    def result(self) -> GradientCheck:
        structure, cost = self._differences.network.structure, self._differences.cost()
        rounding = ROUNDING * np.finfo(np.float64).eps * abs(cost) / self._epsilon if isfinite(cost) else 0.0
        numerical, kinks = structure.matrices(self._numerical), structure.matrices(self._at_kink)
        checks = []
        for layer, (dW, db) in enumerate(zip(self._dW, self._db, strict=True)):
            matrix, kink = numerical[layer], kinks[layer] > 0
            checks.append(_compare(f"W{layer + 1}", dW, matrix[:, :-1], kink[:, :-1], rounding))
            checks.append(_compare(f"b{layer + 1}", db, matrix[:, -1:], kink[:, -1:], rounding))
        return GradientCheck(all(check.passed for check in checks), self._epsilon, cost, tuple(checks))


def check_gradients(
    network: Network,
    X: ArrayLike,
    Y: ArrayLike,
    epsilon: float = 1e-5,
    *,
    mistake: str | None = None,
    progress: Callable[[int, int], bool] | None = None,
) -> GradientCheck:
    """Compare the backpropagated gradient with `(C(θ + ε) − C(θ − ε)) / 2ε`, in float64.

    Parameters
    ----------
    X, Y
        `(n_0, m)` and `(n_L, m)`.
    epsilon
        How far each parameter is moved.
    mistake
        The name of one of `MISTAKES`, to see it found: the gradient is then a textbook's with this mistake in it.
    progress
        Called now and then with parameters done and in all; returning False cancels.

    Raises
    ------
    ValueError
        If a shape does not fit, ε is not positive, or there is no such mistake.
    InterruptedError
        If `progress` cancelled.
    """
    checker = GradientChecker(differences := CentralDifferences(network, X, Y), epsilon, mistake)
    while not checker.is_complete:
        if progress is not None and checker.done % 100 == 0 and not progress(checker.done, differences.n_parameters):
            raise InterruptedError("the gradient check was cancelled")
        checker.check_one()
    return checker.result()


def _in_float64(network: Network) -> Network:
    copy = Network(network.sizes, network.activations, network.structure.cost, initializer="zeros")
    copy.parameters[...] = network.parameters
    return copy


def _compare(name: str, analytic: Array, numerical: Array, at_kink: Flags, rounding: float) -> ParameterCheck:
    with np.errstate(all="ignore"):
        difference = np.abs(analytic - numerical)
        relative = difference / np.maximum(np.abs(analytic) + np.abs(numerical), RELATIVE_FLOOR)
    agrees = (relative < RELATIVE_TOLERANCE) | (difference < ABSOLUTE_TOLERANCE)
    in_rounding = ~at_kink & ~agrees & (difference <= rounding)
    judged = ~at_kink & ~in_rounding
    return ParameterCheck(
        name=name,
        analytic=analytic,
        numerical=numerical,
        at_kink=at_kink,
        in_rounding=in_rounding,
        mean_absolute_difference=float(difference[~at_kink].mean()) if not at_kink.all() else 0.0,
        max_relative_error=float(relative[judged].max(initial=0.0)),
        passed=bool(agrees[judged].all()),
    )
