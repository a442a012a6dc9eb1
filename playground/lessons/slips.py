"""The usual slips of who computes a cell of the walk by hand: what each comes to, and what to say of it."""

from collections.abc import Callable, Iterator

import numpy as np
from msgspec import Struct

from playground.lessons.formulas import Names
from playground.messages import Message
from playground.training.results import Array

Compute = Callable[["Place"], Iterator[float]]


class Place(Struct, frozen=True):
    """One cell, and the quantities around it; rows and columns count from 0."""

    names: Names
    name: str
    layer: int
    row: int
    column: int

    def of(self, name: str, layer: int = 0) -> Array:
        """Return a quantity of the cell's own layer, or of one so many layers on."""
        found: Array = self.names.quantity(name, self.layer + layer)
        return found

    def has(self, name: str, layer: int = 0) -> bool:
        return (name, self.layer + layer) in self.names.quantities

    @property
    def right(self) -> float:
        return float(self.of(self.name)[self.row, self.column])

    @property
    def m(self) -> int:
        return int(self.names.quantity("X", 0).shape[1])


class Slip(Struct, frozen=True):
    """One way to go wrong.

    `values`: what comes out of it; several where there are several ways to make it.
    """

    id: str
    quantities: frozenset[str]
    values: Compute
    say: Message


def _negative(place: Place) -> Iterator[float]:
    yield -place.right


def _transposed(place: Place) -> Iterator[float]:
    matrix = place.of(place.name)
    if place.column < matrix.shape[0] and place.row < matrix.shape[1]:
        yield float(matrix[place.column, place.row])


def _not_divided(place: Place) -> Iterator[float]:
    yield place.right * place.m


def _slope_forgotten_in_dW(place: Place) -> Iterator[float]:
    yield float(place.of("dA")[place.row] @ place.of("A", -1)[place.column]) / place.m


def _weighted_sum_for_input(place: Place) -> Iterator[float]:
    if place.has("Z", -1):
        yield float(place.of("dZ")[place.row] @ place.of("Z", -1)[place.column]) / place.m


def _input_forgotten(place: Place) -> Iterator[float]:
    yield float(place.of("dZ")[place.row].sum()) / place.m


def _slope_forgotten_in_db(place: Place) -> Iterator[float]:
    yield float(place.of("dA")[place.row].sum()) / place.m


def _slope_forgotten(place: Place) -> Iterator[float]:
    yield float(place.of("dA")[place.row, place.column])


def _activation_for_slope(place: Place) -> Iterator[float]:
    yield float(place.of("dA")[place.row, place.column] * place.of("A")[place.row, place.column])


def _one_path(place: Place) -> Iterator[float]:
    if place.has("dZ", 1):
        terms = place.of("W", 1)[:, place.row] * place.of("dZ", 1)[:, place.column]
        if len(terms) > 1:
            yield from map(float, terms[::-1])


def _updated_weights(place: Place) -> Iterator[float]:
    if place.has("dZ", 1):
        yield float(place.of("W_new", 1)[:, place.row] @ place.of("dZ", 1)[:, place.column])


def _weights_transposed(place: Place) -> Iterator[float]:
    if place.has("dZ", 1):
        W, dZ = place.of("W", 1), place.of("dZ", 1)
        if W.shape[0] == W.shape[1]:
            yield float(W[place.row] @ dZ[:, place.column])


def _slope_of_next_forgotten(place: Place) -> Iterator[float]:
    if place.has("dA", 1):
        yield float(place.of("W", 1)[:, place.row] @ place.of("dA", 1)[:, place.column])


def _bias_forgotten(place: Place) -> Iterator[float]:
    yield place.right - float(place.of("b")[place.row, 0])


def _before_activation(place: Place) -> Iterator[float]:
    yield float(place.of("Z")[place.row, place.column])


def _up_the_slope(place: Place) -> Iterator[float]:
    before = _before_update(place)
    yield 2 * before - place.right


def _rate_forgotten(place: Place) -> Iterator[float]:
    yield _before_update(place) - float(place.of("d" + place.name[0])[place.row, place.column])


def _step_alone(place: Place) -> Iterator[float]:
    step = place.right - _before_update(place)
    yield step
    yield -step


def _before_update(place: Place) -> float:
    return float(place.of(place.name[0])[place.row, place.column])


GRADIENTS = frozenset({"dA", "dZ", "dW", "db"})
UPDATED = frozenset({"W_new", "b_new"})

SLIPS: tuple[Slip, ...] = (
    Slip("sign", GRADIENTS, _negative, Message("The size is right; the sign is the other one.")),
    Slip(
        "not_divided",
        frozenset({"dW", "db"}),
        _not_divided,
        Message("This is the sum over the examples: the cost is their mean, so divide by m."),
    ),
    Slip(
        "slope_forgotten",
        frozenset({"dW"}),
        _slope_forgotten_in_dW,
        Message("The factor g′(z) is missing: the gradient goes through the activation before it reaches the weight."),
    ),
    Slip(
        "slope_forgotten_bias",
        frozenset({"db"}),
        _slope_forgotten_in_db,
        Message("The factor g′(z) is missing: the gradient goes through the activation before it reaches the bias."),
    ),
    Slip(
        "slope_forgotten_here",
        frozenset({"dZ"}),
        _slope_forgotten,
        Message("The factor g′(z) is missing: this is dA, before it went back through the activation."),
    ),
    Slip(
        "activation_for_slope",
        frozenset({"dZ"}),
        _activation_for_slope,
        Message("Here dA was multiplied by the activation itself; the factor is its slope g′(z)."),
    ),
    Slip(
        "weighted_sum_for_input",
        frozenset({"dW"}),
        _weighted_sum_for_input,
        Message("Here the weighted sum z of the neuron before was taken; the weight multiplies its activation a."),
    ),
    Slip(
        "input_forgotten",
        frozenset({"dW"}),
        _input_forgotten,
        Message("This is dZ alone: the weight multiplies its input, so the gradient has that input as a factor, too."),
    ),
    Slip(
        "one_path",
        frozenset({"dA"}),
        _one_path,
        Message(
            "This is one path only; the neuron reaches the cost through every neuron behind it, and the paths add."
        ),
    ),
    Slip(
        "updated_weights",
        frozenset({"dA"}),
        _updated_weights,
        Message("This uses weights that are already updated: the backward pass uses those of the forward pass."),
    ),
    Slip(
        "weights_transposed",
        frozenset({"dA"}),
        _weights_transposed,
        Message("This takes a row of W; backwards its column is needed: W transposed."),
    ),
    Slip(
        "slope_of_next_forgotten",
        frozenset({"dA"}),
        _slope_of_next_forgotten,
        Message("The factor g′(z) of the layer behind is missing: dZ comes back through the weights, not dA."),
    ),
    Slip("bias_forgotten", frozenset({"Z", "Z_new"}), _bias_forgotten, Message("The bias is missing: z = w·a + b.")),
    Slip(
        "before_activation",
        frozenset({"A"}),
        _before_activation,
        Message("This is the weighted sum z; the activation function is still to be applied to it."),
    ),
    Slip(
        "up_the_slope",
        UPDATED,
        _up_the_slope,
        Message("This step goes up the slope: what the gradient gives is subtracted."),
    ),
    Slip(
        "rate_forgotten",
        UPDATED,
        _rate_forgotten,
        Message("The learning rate is missing: only α times the gradient is subtracted."),
    ),
    Slip(
        "step_alone",
        UPDATED,
        _step_alone,
        Message("This is the step alone; the weight itself is still to be changed by it."),
    ),
    Slip(
        "transposed",
        frozenset({"W", "dW", "Z", "A", "dA", "dZ"}),
        _transposed,
        Message("This is the number of another place: row and column are exchanged."),
    ),
)
"""Every usual slip, those that say the most first."""


def slips_at(names: Names, name: str, layer: int, row: int, column: int) -> Iterator[tuple[float, Slip]]:
    """Return what each usual slip comes to at a cell; rows and columns count from 0.

    Raises `LessonError` if there is no such quantity.
    """
    place = Place(names, name, layer, row, column)
    for slip in SLIPS:
        if name in slip.quantities:
            with np.errstate(all="ignore"):
                yield from ((value, slip) for value in slip.values(place) if np.isfinite(value))
