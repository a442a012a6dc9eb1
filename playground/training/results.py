"""What there is to see of a run, below the snapshot that brings it: frozen dataclasses and their array types."""

from typing import Any, Literal

import msgspec
import numpy as np
from msgspec import Struct
from msgspec.structs import asdict, replace
from numpy.typing import NDArray

from playground.data import InputColumn, Problem
from playground.files import CsvSource, Experiment, generator
from playground.messages import Message
from playground.training.input_slice import FIRST_TWO, InputSlice

Array = NDArray[np.floating[Any]]
FloatArray = NDArray[np.float64]
IMAGES = 1000
"""So many make a mean: more would look the same and take longer."""


class ProblemInfo(Struct, frozen=True, eq=False):
    """What stays as it is until the data or the network's structure changes: views compare it by identity.

    Attributes
    ----------
    problem
        ``"classification"`` or ``"regression"``.
    classes
        The classes' names; empty for regression. With two classes and one output, class 1 is the high target.
    input_names, feature_names, output_names
        As many as raw inputs, features (layer 0) and outputs.
    sizes
        `n_0 … n_L`.
    activations
        Names for layers 1 … L.
    train_X, test_X
        Raw inputs `(n_inputs, m)`.
    train_Y, test_Y
        Targets `(n_L, m)`, in the unit of the data.
    train_labels, test_labels
        Class numbers `(m,)` for classification, else None.
    targets
        The output values that stand for "no" and "yes" (0 and 1, or −1 and 1 after tanh).
    domain
        Low and high end of each raw input's axis.
    input_mean, input_scale
        `(n_0, 1)`: applied to the features, `(F − mean) / scale`.
    output_mean, output_scale
        `(n_L, 1)`: the network learns targets as `(Y − mean) / scale`, and `A_L · scale + mean` is its answer in the
        unit of the data; zeros and ones where they are learned as they are. Maps and predictions are in that unit;
        costs, gradients, and what a walkthrough shows are of what is learned.
    image_shape
        Rows and columns where the inputs of an example are the pixels of an image, row by row; else None.
    full_classes, full_input_names, full_output_names
        The names as the data have them, for files; those above are bounded, to be shown. Outputs that are classes have
        no names of their own.
    inputs
        Of a table, what each input is made of; else empty.
    notes
        What is good to know of how a person's own data were read.
    """

    problem: Problem
    classes: tuple[str, ...]
    input_names: tuple[str, ...]
    feature_names: tuple[str, ...]
    output_names: tuple[str, ...]
    sizes: tuple[int, ...]
    activations: tuple[str, ...]
    train_X: Array
    train_Y: Array
    test_X: Array
    test_Y: Array
    train_labels: NDArray[np.intp] | None
    test_labels: NDArray[np.intp] | None
    targets: tuple[float, float]
    domain: tuple[tuple[float, float], ...]
    input_mean: Array
    input_scale: Array
    output_mean: Array
    output_scale: Array
    image_shape: tuple[int, int] | None = None
    full_classes: tuple[str, ...] = ()
    full_input_names: tuple[str, ...] = ()
    full_output_names: tuple[str, ...] = ()
    inputs: tuple[InputColumn, ...] = ()
    notes: tuple[Message, ...] = ()

    def mean_image(self) -> Array:
        """Return the mean of the training images, `(rows, columns)`: of so many as `IMAGES`, evenly spread.

        What are no images become one row.
        """
        inputs, m = self.train_X.shape
        mean: Array = self.train_X[:, :: max(m // IMAGES, 1)].mean(axis=1)
        return mean.reshape(self.image_shape or (1, inputs))

    def has_same_examples(self, other: "ProblemInfo") -> bool:
        """Whether another problem is about the same examples under the same names."""
        pairs = ((self.train_X, other.train_X), (self.test_X, other.test_X))
        return self is other or (
            (self.problem, self.classes, self.input_names, self.output_names)
            == (other.problem, other.classes, other.input_names, other.output_names)
            and all(one is two or np.array_equal(one, two) for one, two in pairs)
        )


class Maps(Struct, frozen=True, eq=False):
    """What every unit computes over the input space, sampled on a grid.

    Attributes
    ----------
    kind
        ``"plane"`` for two raw inputs or more, ``"line"`` for one.
    x, y
        The grid's coordinates: `(side,)` each, ascending; `y` is empty on a line.
    units
        By layer, 0 … L: `(n_l, len(y), len(x))` float32, on a plane, row 0 at the
        lowest `y`; `(n_l, len(x))` on a line.
    input_slice
        Which inputs vary, and where the others rest.
    """

    kind: Literal["plane", "line"]
    x: Array
    y: Array
    units: tuple[NDArray[np.float32], ...]
    input_slice: InputSlice = FIRST_TWO


class Curves(Struct, frozen=True, eq=False):
    """The history so far, at most a thousand points or so.

    Attributes
    ----------
    epochs
        `(k,)`, ascending.
    train_cost, test_cost, penalty
        `(k,)`; `test_cost` is NaN without test data.
    train_accuracy, test_accuracy
        `(k,)` fractions, or NaN for regression.
    gradient_norms
        `(L, k)`: the norm of each layer's `[dW | db]`, NaN before the first update.
    """

    epochs: Array
    train_cost: Array
    test_cost: Array
    penalty: Array
    train_accuracy: Array
    test_accuracy: Array
    gradient_norms: Array

    @property
    def n_bytes(self) -> int:
        return self.epochs.nbytes * (6 + len(self.gradient_norms))

    def since(self, epoch: int) -> "Curves":
        """Return copies that begin with the last point not after an epoch, or with the first."""
        first = max(0, int(np.searchsorted(self.epochs, epoch, side="right")) - 1)
        arrays = [values[..., first:].copy() for values in asdict(self).values()]
        for array in arrays:
            array.flags.writeable = False
        return Curves(*arrays)

    def same_costs(self, other: "Curves") -> bool:
        pairs = ((self.epochs, other.epochs), (self.train_cost, other.train_cost), (self.test_cost, other.test_cost))
        return all(np.array_equal(one, another, equal_nan=True) for one, another in pairs)


class Recorded(Struct, frozen=True, eq=False):
    """The states that can be gone back to; a new object whenever they changed.

    Attributes
    ----------
    epochs, updates
        `(k,)`, ascending: when each state was recorded.
    position
        Which of them is shown now, counted from 0; None at the growing end.
    n_bytes, budget
        The memory they take, and the most they may.
    stride
        Every how many epochs a state is recorded at present.
    """

    epochs: NDArray[np.int64]
    updates: NDArray[np.int64]
    position: int | None
    n_bytes: int
    budget: int
    stride: int


class Divergence(Struct, frozen=True):
    """Where numbers stopped being finite.

    Attributes
    ----------
    epoch, update
        The update that would have done it; the session keeps the state before.
    layer
        1 … L.
    quantity
        What was the first to go: ``"Z"``, ``"A"``, ``"cost"``, ``"dZ"``, ``"dW"`` or ``"W"``.
    """

    epoch: int
    update: int
    layer: int
    quantity: str


def with_names(experiment: Experiment, problem_info: ProblemInfo) -> Experiment:
    """Return the experiment with the names of classes, and of the columns of a person's own data."""
    source = experiment.data.source
    own = generator(source) is None
    if isinstance(source, CsvSource) and not source.label and problem_info.full_output_names:  # what the reader found
        source = replace(source, label=problem_info.full_output_names)
    return msgspec.structs.replace(
        experiment,
        data=msgspec.structs.replace(experiment.data, source=source),
        classes=problem_info.full_classes or None,
        columns=problem_info.full_input_names if own else None,
        inputs=problem_info.inputs or None,
    )


class BestByHand(Struct, frozen=True, eq=False):
    """The best weights that were set by hand: their cost on the training examples, and all of them, `(P,)`."""

    cost: float
    parameters: Array
