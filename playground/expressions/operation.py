"""What one gate is: the records that fill the table ``OPERATIONS``."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from playground.messages import Message

from .graph import Array

Shape = tuple[int, ...]

SUM, PRODUCT, POWER, ATOM = 1, 2, 3, 4
"""How tightly a LaTeX template binds: ``a + b`` inside ``· c`` needs brackets, ``sin(a)`` does not."""


def _taken(*_: Array) -> str:
    return ""


def where(bad: NDArray[np.bool_], sentence: Message) -> Message:
    """The sentence, with the place of the first bad element where there are several, counted from 1."""
    if np.ndim(bad) == 0:
        return sentence
    place = ", ".join(str(i + 1) for i in np.argwhere(bad)[0])
    return Message("{problem} at [{place}]", problem=sentence, place=place)


def overflow(value: Array, *_: Array) -> Message:
    """The usual reason for a value that is not finite: it is larger than the largest float64, about 1.8e308."""
    return where(~np.isfinite(value), Message("overflow: the result is too large for a number"))


@dataclass(frozen=True, kw_only=True)
class Operation(ABC):
    r"""One kind of gate.

    Attributes
    ----------
    name : str
        Key in the table, used in files and JSON.
    label : Message
        A few words for a person.
    symbol : str
        What is drawn in the gate; its name, unless said otherwise.
    arity : int or None
        Number of inputs; None for one or more.
    latex : str
        Template of the value: ``{0}``, ``{1}`` are the inputs, ``{inputs}`` all of them with commas, ``{rest}`` all but
        the first.
    binding : int
        How tightly the template binds (``SUM`` … ``ATOM``).
    operand_bindings : tuple of int
        What an input must at least bind with to stand there without brackets; empty: anything may.
    pattern : Message
        How the gate passes a gradient back, in one sentence.
    forward : callable
        ``forward(*inputs)`` is the value.
    problem : callable
        ``problem(value, *inputs)`` says in one line why finite inputs gave a value that is not finite.
    refusal : callable
        ``refusal(*inputs)`` says why inputs of the right shapes cannot be taken all the same; empty where they can.
    kink : callable or None
        ``kink(*inputs)`` is true where left and right derivative differ.
    shape_rule : Message
        Which shapes it takes, to end the sentence "… needs".
    elementwise : bool
        Whether each number of the value depends on one number of each input only.
    """

    elementwise: ClassVar[bool]

    name: str
    label: Message
    symbol: str = ""
    arity: int | None = 1
    latex: str
    binding: int = ATOM
    operand_bindings: tuple[int, ...] = ()
    pattern: Message
    forward: Callable[..., Array]
    problem: Callable[..., str] = overflow
    refusal: Callable[..., str] = _taken
    kink: Callable[..., bool] | None = None
    kink_note: str = ""
    shape_rule: Message

    def __post_init__(self) -> None:
        object.__setattr__(self, "symbol", self.symbol or self.name)

    @abstractmethod
    def result_shape(self, shapes: Sequence[Shape]) -> Shape | None:
        """Shape of the value, or None where the shapes of the inputs do not go together."""

    @abstractmethod
    def pullback(
        self, upstream: Array, value: Array, inputs: Sequence[Array], fixed: Sequence[bool] = ()
    ) -> tuple[Array, ...]:
        """Vector-Jacobian products.

        Returns what each input receives, of its input's shape.

        Parameters
        ----------
        upstream : Array
            Gradient of the output with respect to this value, of the value's shape.
        value : Array
            ``forward(*inputs)``.
        fixed : sequence of bool
            Which inputs are constants beside others that are none; empty for none.
        """

    @abstractmethod
    def derivative(self, position: int, value: Array, inputs: Sequence[Array], fixed: Sequence[bool] = ()) -> Array:
        """The Jacobian for one input: a row for each element of the value, a column for each of the input."""

    @abstractmethod
    def structure(self, position: int, value: Array, inputs: Sequence[Array]) -> Message:
        """What that Jacobian looks like, in words."""


A_NUMBER = Message("a number")
EQUAL_SHAPES = Message("equal shapes (or a length of 1 where they differ)")


@dataclass(frozen=True, kw_only=True)
class ElementwiseOperation(Operation):
    """A function of numbers, applied to each element; smaller inputs are repeated (broadcast).

    Attributes
    ----------
    local_latex : tuple of str
        Template of the derivative of one element for each input; ``{y}`` is the value. A single one serves all inputs.
    derivatives : callable
        ``derivatives(value, *inputs)`` gives the local derivative for each input, element by element, of a shape that
        broadcasts to the value's.
    routes : bool
        Whether the gradient goes to those inputs that equal the value. Where a constant is among them it takes all of
        it: ``max(0, x)`` passes nothing on at 0, as ``relu(x)`` does.
    """

    local_latex: tuple[str, ...]
    derivatives: Callable[..., tuple[Array, ...]]
    routes: bool = False
    shape_rule: Message = EQUAL_SHAPES
    elementwise = True

    def result_shape(self, shapes: Sequence[Shape]) -> Shape | None:
        first = shapes[0]
        if all(shape == first for shape in shapes):
            return first
        try:
            return np.broadcast_shapes(*shapes)
        except ValueError:
            return None

    def slopes(self, value: Array, inputs: Sequence[Array], fixed: Sequence[bool] = ()) -> tuple[Array, ...]:
        """The local derivative for each input, element by element."""
        found = self.derivatives(value, *inputs)
        if not (self.routes and any(fixed)):
            return found
        constants = [x for x, is_fixed in zip(inputs, fixed, strict=True) if is_fixed]
        taken = reduce(np.logical_or, [x == value for x in constants])
        theirs = iter(self.derivatives(value, *constants))
        return tuple(
            np.where(taken, next(theirs) if is_fixed else 0.0, slope)[()]
            for slope, is_fixed in zip(found, fixed, strict=True)
        )

    def pullback(
        self, upstream: Array, value: Array, inputs: Sequence[Array], fixed: Sequence[bool] = ()
    ) -> tuple[Array, ...]:
        """Upstream times local derivative, summed where an input was repeated."""
        return tuple(
            sum_to_shape(upstream * slope, x.shape)
            for slope, x in zip(self.slopes(value, inputs, fixed), inputs, strict=True)
        )

    def derivative(self, position: int, value: Array, inputs: Sequence[Array], fixed: Sequence[bool] = ()) -> Array:
        """One entry in each row, at the element of the input that this element of the value depends on."""
        x, slope = inputs[position], self.slopes(value, inputs, fixed)[position]
        matrix = np.zeros((value.size, x.size))
        columns = np.broadcast_to(np.arange(x.size).reshape(x.shape), value.shape).reshape(-1)
        matrix[np.arange(value.size), columns] = np.broadcast_to(slope, value.shape).reshape(-1)
        return matrix

    def structure(self, position: int, value: Array, inputs: Sequence[Array]) -> Message:
        """Diagonal, unless the input is repeated."""
        x = inputs[position]
        if value.ndim == 0:
            return A_NUMBER
        if value.shape == x.shape:
            return Message("diagonal")
        if x.size == 1:
            return Message("one column: the input is repeated")
        return Message("one entry in each row: the input is repeated")


@dataclass(frozen=True, kw_only=True)
class ArrayOperation(Operation):
    """A function of whole vectors or matrices.

    Attributes
    ----------
    vector_jacobian : callable
        ``vector_jacobian(upstream, value, *inputs)``, see `Operation.pullback`.
    matrix : callable or None
        ``matrix(position, value, *inputs)``, see `Operation.derivative`; None where it is made row by row.
    derivative_latex : callable
        ``derivative_latex(position, symbols, y, shapes)`` is the Jacobian for one input in symbols: those of the inputs
        (numbers where these are constants) and of the value; `shapes` of the inputs, then of the value.
    jacobian : callable
        ``jacobian(position, shapes)`` is its structure in words.
    shape_of : callable
        ``shape_of(*shapes)``, see `Operation.result_shape`.
    """

    vector_jacobian: Callable[..., tuple[Array, ...]]
    matrix: Callable[..., Array] | None = None
    derivative_latex: Callable[[int, Sequence[str], str, Sequence[Shape]], str]
    jacobian: Callable[[int, Sequence[Shape]], Message]
    shape_of: Callable[..., Shape | None]
    elementwise = False

    def result_shape(self, shapes: Sequence[Shape]) -> Shape | None:
        """Shape of the value, or None where the shapes do not go together."""
        return self.shape_of(*shapes)

    def pullback(
        self, upstream: Array, value: Array, inputs: Sequence[Array], _fixed: Sequence[bool] = ()
    ) -> tuple[Array, ...]:
        """Vector-Jacobian products of the record."""
        return self.vector_jacobian(upstream, value, *inputs)

    def derivative(self, position: int, value: Array, inputs: Sequence[Array], _fixed: Sequence[bool] = ()) -> Array:
        """The matrix of the record, or one pullback for each row."""
        if self.matrix is not None:
            return self.matrix(position, value, *inputs)
        units = np.eye(value.size).reshape(value.size, *value.shape)
        return np.stack([self.vector_jacobian(unit[()], value, *inputs)[position].reshape(-1) for unit in units])

    def structure(self, position: int, value: Array, inputs: Sequence[Array]) -> Message:
        """As the record has it; between numbers it is a number."""
        if value.ndim == 0 and inputs[position].ndim == 0:
            return A_NUMBER
        return self.jacobian(position, [x.shape for x in inputs])


def sum_to_shape(array: Array, shape: Shape) -> Array:
    """Sum over the axes along which `shape` was repeated to give the array's shape.

    A number that was used n times receives n gradients: this is the transpose of broadcasting.
    """
    if array.shape == shape:
        return array
    extra = array.ndim - len(shape)
    repeated = tuple(extra + axis for axis, length in enumerate(shape) if length == 1)
    result: Array = np.sum(array, axis=(*range(extra), *repeated), keepdims=True).reshape(shape)
    return result
