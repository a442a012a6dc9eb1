r"""The costs: one record each, owning its value *and* what backpropagation starts from.

Values are per example, `(m,)`: the cost of a batch is their mean. Deltas are per example too: `dA = ∂C_i/∂a_i` without
the factor `1/m`, which enters once, in `dW = dZ·Aᵀ/m`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from math import inf
from types import MappingProxyType

import numpy as np

from playground.engine.activations import ACTIVATIONS
from playground.engine.operations import Array, Operations, constant, maximum, minimum


@dataclass(frozen=True, kw_only=True)
class Fused:
    """A cost and an output activation computed together, from `Z`: stable where the two apart would overflow.

    Attributes
    ----------
    value
        ``value(Z, Y)`` returns the cost of each example, `(m,)`.
    delta
        ``delta(A, Y, dZ)`` returns the operations that fill `dZ` with `∂C_i/∂Z`.
    formula
        LaTeX of that delta.
    """

    value: Callable[[Array, Array], Array]
    delta: Callable[[Array, Array, Array], Operations]
    formula: str


@dataclass(frozen=True, kw_only=True)
class Cost:
    """One cost function of outputs `A` and targets `Y`, both `(n_L, m)`.

    Attributes
    ----------
    value
        ``value(A, Y)`` returns the cost of each example, `(m,)`.
    delta
        ``delta(A, Y, dA)`` returns the operations that fill `dA` with `∂C_i/∂A`.
    domain
        The interval that the outputs must stay in.
    fused
        Output activations with which it is computed from `Z` instead.
    kink
        Whether its derivative jumps where an output meets its target.
    one_hot
        Whether its targets are one-hot, so that there must be an output for each of several classes.
    """

    name: str
    label: str
    formula: str
    delta_formula: str
    description: str
    source: str
    value: Callable[[Array, Array], Array]
    delta: Callable[[Array, Array, Array], Operations]
    domain: tuple[float, float] = (-inf, inf)
    fused: Mapping[str, Fused] = field(default_factory=dict)
    classification: bool = False
    kink: bool = False
    one_hot: bool = False

    def allows(self, activation: str, n_outputs: int | None = None) -> bool:
        """Whether the values of an output activation stay in the domain of this cost, and its outputs are enough.

        `n_outputs`: `n_L`; None where it is not known yet.
        """
        record = ACTIVATIONS[activation]
        low, high = record.range
        if self.classification and record.jumps:
            return False  # it answers exactly 0 or 1, and there is no logarithm of 0
        return self.domain[0] <= low and high <= self.domain[1] and not self.lacks_outputs(n_outputs)

    def lacks_outputs(self, n_outputs: int | None) -> bool:
        """Whether it needs an output for each class and there is a single one."""
        return self.one_hot and n_outputs == 1


def _over_outputs(values: Array) -> Array:
    """Sum `(n_L, m)` to `(m,)`."""
    total: Array = values.sum(axis=0)
    return total


def _difference(A: Array, Y: Array, delta: Array) -> Operations:
    return [partial(np.subtract, A, Y, delta)]


def _squared_error(A: Array, Y: Array) -> Array:
    return _over_outputs(np.square(A - Y))


def _squared_error_delta(A: Array, Y: Array, dA: Array) -> Operations:
    return [*_difference(A, Y, dA), partial(np.multiply, dA, constant(2, dA), dA)]


def _half_squared_error(A: Array, Y: Array) -> Array:
    return 0.5 * _squared_error(A, Y)


def _absolute_error(A: Array, Y: Array) -> Array:
    return _over_outputs(np.abs(A - Y))


def _absolute_error_delta(A: Array, Y: Array, dA: Array) -> Operations:
    return [*_difference(A, Y, dA), partial(np.sign, dA, dA)]


def _huber(A: Array, Y: Array) -> Array:
    E = np.abs(A - Y)
    return _over_outputs(np.where(E <= 1, 0.5 * E * E, E - 0.5))


def _huber_delta(A: Array, Y: Array, dA: Array) -> Operations:
    return [
        *_difference(A, Y, dA),
        minimum(dA, constant(1, dA), dA),
        maximum(dA, constant(-1, dA), dA),
    ]


def _inside(A: Array) -> Array:
    """Keep probabilities off 0 and 1 by the least the dtype can, where a logarithm or a quotient follows."""
    information = np.finfo(A.dtype)
    return np.clip(A, information.tiny, 1 - information.epsneg)


def _binary_cross_entropy(A: Array, Y: Array) -> Array:
    P = _inside(A)
    return -_over_outputs(Y * np.log(P) + (1 - Y) * np.log1p(-P))


def _binary_cross_entropy_delta(A: Array, Y: Array, dA: Array) -> Operations:
    # (a − y) / (a(1 − a))
    information = np.finfo(A.dtype)
    P, one = np.empty_like(A), constant(1, A)
    return [
        maximum(A, constant(float(information.tiny), A), P),
        minimum(P, constant(float(1 - information.epsneg), A), P),
        partial(np.subtract, one, P, dA),
        partial(np.multiply, dA, P, dA),
        partial(np.subtract, P, Y, P),
        partial(np.divide, P, dA, dA),
    ]


def _cross_entropy(A: Array, Y: Array) -> Array:
    return -_over_outputs(Y * np.log(_inside(A)))


def _cross_entropy_delta(A: Array, Y: Array, dA: Array) -> Operations:
    return [
        maximum(A, constant(float(np.finfo(A.dtype).tiny), A), dA),
        partial(np.divide, Y, dA, dA),
        partial(np.negative, dA, dA),
    ]


def _binary_cross_entropy_from_z(Z: Array, Y: Array) -> Array:
    return _over_outputs(np.logaddexp(Z, constant(0, Z)) - Y * Z)


def _cross_entropy_from_z(Z: Array, Y: Array) -> Array:
    E = Z - Z.max(axis=0)
    return _over_outputs(Y * (np.log(_over_outputs(np.exp(E))) - E))


_RECORDS = (
    Cost(
        name="squared_error",
        label="Squared error",
        formula=r"C = \frac{1}{m}\sum_i \lVert a_i - y_i \rVert^2",
        delta_formula=r"dA = 2\,(A - Y)",
        description="The mean squared distance between output and target.",
        source="Least squares: Gauss (1809)",
        value=_squared_error,
        delta=_squared_error_delta,
    ),
    Cost(
        name="half_squared_error",
        label="Half squared error",
        formula=r"C = \frac{1}{2m}\sum_i \lVert a_i - y_i \rVert^2",
        delta_formula=r"dA = A - Y",
        description="Half the mean squared distance, so that its derivative is just the difference.",
        source="Rumelhart, Hinton & Williams, Nature 323 (1986), eq. 3",
        value=_half_squared_error,
        delta=_difference,
    ),
    Cost(
        name="binary_cross_entropy",
        label="Binary cross-entropy",
        formula=r"C = -\frac{1}{m}\sum_i \sum_k \left( y_{ki} \ln a_{ki} + (1 - y_{ki})\ln(1 - a_{ki}) \right)",
        delta_formula=r"dA = -\frac{Y}{A} + \frac{1 - Y}{1 - A}",
        description="How surprised the predicted probability of yes is by the answer, yes or no; several outputs "
        "add up.",
        source="Bishop, Pattern Recognition and Machine Learning (2006), eq. 4.90",
        value=_binary_cross_entropy,
        delta=_binary_cross_entropy_delta,
        domain=(0.0, 1.0),
        fused={
            "sigmoid": Fused(value=_binary_cross_entropy_from_z, delta=_difference, formula=r"dZ = A - Y"),
        },
        classification=True,
    ),
    Cost(
        name="cross_entropy",
        label="Cross-entropy",
        formula=r"C = -\frac{1}{m}\sum_i \sum_k y_{ki} \ln a_{ki}",
        delta_formula=r"dA = -\frac{Y}{A}",
        description="How surprised the predicted class probabilities are by the true class.",
        source="Bishop, Pattern Recognition and Machine Learning (2006), eq. 4.108",
        value=_cross_entropy,
        delta=_cross_entropy_delta,
        domain=(0.0, 1.0),
        fused={
            "softmax": Fused(value=_cross_entropy_from_z, delta=_difference, formula=r"dZ = A - Y"),
        },
        classification=True,
        one_hot=True,
    ),
    Cost(
        name="absolute_error",
        label="Absolute error",
        formula=r"C = \frac{1}{m}\sum_i \sum_k |a_{ki} - y_{ki}|",
        delta_formula=r"dA = \operatorname{sign}(A - Y)",
        description="The absolute differences of all outputs, on the average of the examples: outliers pull no "
        "harder than anyone.",
        source="Least absolute deviations",
        value=_absolute_error,
        delta=_absolute_error_delta,
        kink=True,
    ),
    Cost(
        name="huber",
        label="Huber",
        formula=r"C = \frac{1}{m}\sum_{i,k} \tfrac{1}{2}e_{ki}^2 "
        r"\text{ if } |e_{ki}| \le 1 \text{ else } |e_{ki}| - \tfrac{1}{2}, \quad e = a - y",
        delta_formula=r"dA = \max(-1, \min(1, A - Y))",
        description="Half the square of errors up to 1; of larger ones the size minus a half, so that outliers pull "
        "no harder.",
        source="Huber, Robust Estimation of a Location Parameter (1964), δ = 1",
        value=_huber,
        delta=_huber_delta,
    ),
)

COSTS: Mapping[str, Cost] = MappingProxyType({record.name: record for record in _RECORDS})
"""Every cost by name."""


def allowed_costs(output_activation: str, n_outputs: int | None = None) -> tuple[str, ...]:
    """Return the names of the costs whose domain holds every value of an output activation.

    `n_outputs`: leaves out the costs that need more outputs; None where their number is not known yet.
    """
    return tuple(name for name, cost in COSTS.items() if cost.allows(output_activation, n_outputs))
