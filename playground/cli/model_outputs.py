"""What a trained network answers, as the reader of its weights computes it in plain numpy, and tables of it."""

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from playground.cli.command import UsageError
from playground.data import FeatureMap, Scaling, usual_names
from playground.engine import ACTIVATIONS, COSTS, Network
from playground.files import Model
from playground.files.problem_shape import class_names, output_names
from playground.training.results import Array, FloatArray
from playground.training.scoring import Fit, fit_of, predicted_classes

Cell: TypeAlias = float | int | str | None
Table: TypeAlias = dict[str, Sequence[Cell]]


def cells(row: Array) -> list[Cell]:
    """Return a row of numbers as cells; None where one is not finite."""
    return [value if np.isfinite(value) else None for value in row.tolist()]


def titles(prefix: str, names: Sequence[str]) -> list[str]:
    """Return titles for outputs or targets: the prefix alone for a single one."""
    return [prefix] if len(names) == 1 else [f"{prefix}_{name}" for name in names]


def add_column(table: Table, title: str, column: Sequence[Cell]) -> None:
    """Add a column, under a title that a person's own columns do not have."""
    while title in table:
        title += "_"
    table[title] = column


class Answers(Struct, frozen=True, eq=False):
    """Outputs for some examples.

    Attributes
    ----------
    outputs
        `(n_L, m)`, in the unit of the data.
    predicted
        Class numbers `(m,)`, None for regression.
    predicts_numbers
        Whether it learned numbers: no classes, and no shares as a cross-entropy compares them.
    """

    outputs: Array
    names: tuple[str, ...]
    classes: tuple[str, ...]
    predicted: NDArray[np.intp] | None
    predicts_numbers: bool

    @property
    def titles(self) -> list[str]:
        """What columns of the outputs are called: a single one of two classes after the class that it stands for."""
        alone = len(self.names) == 1 and not self.classes
        return ["output"] if alone else [f"output_{name}" for name in self.names]

    def accuracy(self, Y: FloatArray | None) -> float | None:
        """Return the share of right answers, None for regression or without targets `(k, m)` as in a dataset."""
        if self.predicted is None or Y is None:
            return None
        labels = Y[0] if Y.shape[0] == 1 else Y.argmax(axis=0)
        return float((self.predicted == labels).mean())

    def fit(self, Y: FloatArray | None) -> Fit | None:
        """Return how well numbers `(n_L, m)` are predicted; None for classes, for shares, or without targets."""
        return fit_of(Y, self.outputs) if self.predicts_numbers and Y is not None else None

    def add_to(self, table: Table) -> None:
        """Add the outputs, and the class that each example is taken for."""
        for title, row in zip(self.titles, self.outputs, strict=True):
            add_column(table, title, cells(row))
        if self.predicted_names is not None:
            add_column(table, "predicted", self.predicted_names)

    @property
    def predicted_names(self) -> list[str] | None:
        return None if self.predicted is None else [self.classes[index] for index in self.predicted]


def answer(model: Model, X: FloatArray) -> Answers:
    """Compute the outputs of a model for raw inputs `(n_inputs, m)`.

    Raises
    ------
    DataError
        If a feature has no value for some example.
    UsageError
        If a feature is too large for the network's dtype.
    """
    network, F = network_of(model), features(model, X)
    try:
        with np.errstate(over="ignore", invalid="ignore"):  # what is not finite is refused by name
            outputs = network.predict((F - model.input_mean) / model.input_scale)
    except ValueError as error:
        raise UsageError("the standardized features: {error}", error=str(error)) from error
    classes = class_names(model.experiment)
    targets = ACTIVATIONS[model.activations[-1]].targets
    return Answers(
        outputs=Scaling(model.output_mean, model.output_scale).undone(outputs),
        names=output_names(model.experiment, len(outputs)),
        classes=classes,
        predicted=predicted_classes(outputs, targets) if classes else None,
        predicts_numbers=not (classes or COSTS[model.experiment.training.cost].classification),
    )


def features(model: Model, X: FloatArray) -> FloatArray:
    """Return the features `(n_0, m)` before normalisation.

    A matrix product may round differently for another memory layout of the same numbers. So they lie here as they do
    for a reader of the file: inputs just as they are, `numpy.array(rows).T`, example after example; formulas stacked,
    feature after feature.

    Raises `DataError` if a feature has no value for some example.
    """
    formulas = model.experiment.data.features
    F = FeatureMap(formulas, X.shape[0]).transform(X)
    as_they_are = formulas == usual_names(X.shape[0])
    return np.asfortranarray(F) if as_they_are else F


def network_of(model: Model) -> Network:
    settings = model.experiment.network
    try:
        network = Network(
            [len(model.input_mean), *(len(b) for b in model.b)],
            model.activations,
            model.experiment.training.cost,
            initializer="zeros",
            dtype=settings.dtype,
        )
    except ValueError as error:
        raise UsageError("weights: {error}", error=error) from error
    for W, b, trained_W, trained_b in zip(network.W, network.b, model.W, model.b, strict=True):
        W[...], b[...] = trained_W, trained_b
    return network
