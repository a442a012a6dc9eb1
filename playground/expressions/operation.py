"""What one gate is: the records that fill the table ``OPERATIONS``."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .graph import Array

Shape = tuple[int, ...]

SUM, PRODUCT, POWER, ATOM = 1, 2, 3, 4
"""How tightly a LaTeX template binds: ``a + b`` inside ``· c`` needs brackets, ``sin(a)`` does not."""


@dataclass(frozen=True, kw_only=True)
class Operation(ABC):
    r"""One kind of gate.

    Attributes
    ----------
    name : str
        Key in the table, used in files and JSON.
    label : str
        A few words for a person.
    symbol : str
        What is drawn in the gate.
    arity : int or None
        Number of inputs; None for one or more.
    latex : str
        Template of the value: ``{0}``, ``{1}`` are the inputs, ``{inputs}`` all of them with commas.
    binding : int
        How tightly the template binds (``SUM`` … ``ATOM``).
    operand_bindings : tuple of int
        What an input must at least bind with to stand there without brackets; empty: anything may.
    local_latex : tuple of str
        Template of the local derivative for each input; ``{y}`` is the value. A single one serves all inputs.
    pattern : str
        How the gate passes a gradient back, in one sentence.
    jacobian : str
        The structure of the Jacobian for one input, in words.
    forward : callable
        ``forward(*inputs)`` is the value.
    problem : callable
        ``problem(value, *inputs)`` says in one line why finite inputs gave a value that is not finite.
    kink : callable or None
        ``kink(*inputs)`` is true where left and right derivative differ.
    kink_note : str
        What is done there.
    """

    name: str
    label: str
    symbol: str
    arity: int | None
    latex: str
    binding: int = ATOM
    operand_bindings: tuple[int, ...] = ()
    local_latex: tuple[str, ...]
    pattern: str
    jacobian: str
    forward: Callable[..., Array]
    problem: Callable[..., str]
    kink: Callable[..., bool] | None = None
    kink_note: str = ""

    @property
    @abstractmethod
    def elementwise(self) -> bool:
        """Whether each number of the value depends on one number of each input only."""

    @property
    @abstractmethod
    def shape_rule(self) -> str:
        """Which shapes it takes, to end the sentence "… needs"."""

    @abstractmethod
    def result_shape(self, shapes: Sequence[Shape]) -> Shape | None:
        """Shape of the value, or None where the shapes of the inputs do not go together."""

    @abstractmethod
    def pullback(self, upstream: Array, value: Array, inputs: Sequence[Array]) -> tuple[Array, ...]:
        """Vector-Jacobian products.

        Parameters
        ----------
        upstream : Array
            Gradient of the output with respect to this value, of the value's shape.
        value : Array
            ``forward(*inputs)``.
        inputs : sequence of Array

        Returns
        -------
        tuple of Array
            What each input receives, each of its input's shape.
        """


@dataclass(frozen=True, kw_only=True)
class ElementwiseOperation(Operation):
    """A function of numbers, applied to each element; smaller inputs are repeated (broadcast).

    Attributes
    ----------
    derivatives : callable
        ``derivatives(value, *inputs)`` gives the local derivative for each input, element by element, of a shape that
        broadcasts to the value's.
    """

    derivatives: Callable[..., tuple[Array, ...]]
    jacobian: str = "diagonal"

    @property
    def elementwise(self) -> bool:
        """True."""
        return True

    @property
    def shape_rule(self) -> str:
        """Equal shapes, or shapes that can be repeated to equal ones."""
        return "equal shapes (or a length of 1 where they differ)"

    def result_shape(self, shapes: Sequence[Shape]) -> Shape | None:
        """The common shape that all inputs are repeated to."""
        first = shapes[0]
        if all(shape == first for shape in shapes):
            return first
        try:
            return np.broadcast_shapes(*shapes)
        except ValueError:
            return None

    def pullback(self, upstream: Array, value: Array, inputs: Sequence[Array]) -> tuple[Array, ...]:
        """Upstream times local derivative, summed where an input was repeated."""
        return tuple(
            sum_to_shape(upstream * derivative, x.shape)
            for derivative, x in zip(self.derivatives(value, *inputs), inputs, strict=True)
        )


@dataclass(frozen=True, kw_only=True)
class ArrayOperation(Operation):
    """A function of whole vectors or matrices.

    Attributes
    ----------
    vector_jacobian : callable
        ``vector_jacobian(upstream, value, *inputs)``, see `Operation.pullback`.
    shape_of : callable
        ``shape_of(*shapes)``, see `Operation.result_shape`.
    shape_sentence : str
        See `Operation.shape_rule`.
    """

    vector_jacobian: Callable[..., tuple[Array, ...]]
    shape_of: Callable[..., Shape | None]
    shape_sentence: str

    @property
    def elementwise(self) -> bool:
        """False."""
        return False

    @property
    def shape_rule(self) -> str:
        """Which shapes it takes."""
        return self.shape_sentence

    def result_shape(self, shapes: Sequence[Shape]) -> Shape | None:
        """Shape of the value, or None where the shapes do not go together."""
        return self.shape_of(*shapes)

    def pullback(self, upstream: Array, value: Array, inputs: Sequence[Array]) -> tuple[Array, ...]:
        """Vector-Jacobian products of the record."""
        return self.vector_jacobian(upstream, value, *inputs)


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


def where(bad: NDArray[np.bool_], sentence: str) -> str:
    """The sentence, with the index of the first bad element where there are several elements."""
    if np.ndim(bad) == 0:
        return sentence
    first = ", ".join(str(i) for i in np.argwhere(bad)[0])
    return f"{sentence} at [{first}]"


def overflow(value: Array, *_: Array) -> str:
    """The usual reason for a value that is not finite: it is larger than the largest float64, about 1.8e308."""
    return where(~np.isfinite(value), "overflow: the result is too large for a number")
