"""From the settings of an experiment to what the network sees: features, split, normalisation, targets."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from playground.data import (
    Dataset,
    FeatureMap,
    Scaling,
    points_frame,
    sampled,
    split,
    split_points,
    usual_names,
)
from playground.engine import ACTIVATIONS, COSTS
from playground.files import (
    CsvSource,
    DataSettings,
    Experiment,
    IdxSource,
    PointsSource,
    generator,
    reading,
    source_name,
)
from playground.messages import Message
from playground.training.errors import TrainingError
from playground.training.input_slice import InputSlice, usual_slice
from playground.training.results import Array, FloatArray

NAMES_SHOWN = 8
SPLIT_STREAM = 1
"""The split draws from its own stream of random numbers, so that another share of training data moves no point."""


class Part(Struct, frozen=True, eq=False):
    """Training or test examples.

    Attributes
    ----------
    X
        Raw inputs `(n_inputs, m)`.
    F
        Normalised features `(n_0, m)`, what the network sees.
    Y
        Targets `(n_L, m)`, as the network learns them.
    Y_in_unit
        The same in the unit of the data.
    labels
        Class numbers `(m,)`, None for regression.
    """

    X: Array
    F: Array
    Y: Array
    Y_in_unit: Array
    labels: NDArray[np.intp] | None

    @property
    def m(self) -> int:
        return int(self.X.shape[1])

    @property
    def arrays(self) -> tuple[NDArray[Any], ...]:
        more = [] if self.Y_in_unit is self.Y else [self.Y_in_unit]
        return self.X, self.F, self.Y, *more, *([] if self.labels is None else [self.labels])


class Examples(Struct, frozen=True, eq=False, dict=True):
    """Everything about the data that training needs.

    Attributes
    ----------
    targets
        The output values that stand for "no" and "yes".
    mean, scale
        `(n_0, 1)`: features are `(F − mean) / scale`.
    output
        Between the numbers of the data and those that the network learns; unused for classes.
    domain
        Low and high end of each raw input's axis.
    """

    dataset: Dataset
    features: FeatureMap
    train: Part
    test: Part
    targets: tuple[float, float]
    mean: Array
    scale: Array
    output: Scaling
    domain: tuple[tuple[float, float], ...]

    def normalised(self, X: FloatArray) -> Array:
        """Return the network's input `(n_0, m)` for raw inputs anywhere `(n_inputs, m)`.

        Not finite where a formula has no value.
        """
        return (self.features.values(X) - self.mean) / self.scale

    @property
    def normalisation(self) -> tuple[Scaling, Scaling | None]:
        """Those of the features and, where targets are not learned as they are, of the outputs."""
        return Scaling(self.mean, self.scale), self.output if self.output.is_used else None

    @property
    def n_outputs(self) -> int:
        return int(self.train.Y.shape[0])

    @cached_property
    def usual_slice(self) -> InputSlice:
        """What the maps are drawn over as long as nobody chooses."""
        return usual_slice(self.dataset, self.features.inputs)

    def check_precision(self, dtype: str) -> None:
        """Check that the numbers can be written in a network's dtype.

        Raises `TrainingError` if one is too large.
        """
        largest = np.finfo(dtype).max
        for part in filter(lambda part: part.m, (self.train, self.test)):
            fits = (part.F.max(axis=1) <= largest) & (part.F.min(axis=1) >= -largest)  # NaN does not
            for row in np.flatnonzero(~fits)[:1]:
                raise TrainingError(
                    "data.features[{row}]: {formulas} takes values too large for {dtype}; expected at most "
                    "{largest:.3g}",
                    row=row,
                    formulas=self.features.formulas[row],
                    dtype=dtype,
                    largest=largest,
                )
            if (np.abs(part.Y) > largest).any():
                raise TrainingError(
                    "data: values to predict too large for {dtype}; expected at most {largest:.3g}",
                    dtype=dtype,
                    largest=largest,
                )

    def check_cost(self, name: str) -> None:
        """Check that a cost can take the targets.

        Raises `TrainingError` if it needs more outputs, or targets from another range.
        """
        cost = COSTS[name]
        if cost.lacks_outputs(self.n_outputs):
            raise TrainingError(
                "training.cost: {cost} needs one output per class (softmax); with one output use binary_cross_entropy",
                cost=name,
            )
        low, high = cost.domain
        for part in (self.train, self.test):
            if part.m and not (low <= part.Y.min() and part.Y.max() <= high):
                raise TrainingError(
                    "training.cost: {name} needs values to predict from {low:g} to {high:g}; those of the data go "
                    "from {min:.4g} to {max:.4g}",
                    name=name,
                    low=low,
                    high=high,
                    min=part.Y.min(),
                    max=part.Y.max(),
                )

    @property
    def n_bytes(self) -> int:
        arrays = (self.dataset.X, self.dataset.Y, *self.train.arrays, *self.test.arrays)
        return sum(array.nbytes for array in arrays)


def prepare(
    experiment: Experiment, known: Dataset | None = None, normalisation: tuple[Scaling, Scaling | None] | None = None
) -> Examples:
    """Draw or read the data of an experiment and make them ready; all its arrays are frozen.

    Parameters
    ----------
    experiment
        Only its data settings, its output activation and whether it standardizes targets matter.
    known
        The dataset, where it is at hand already.
    normalisation
        Those of the features and of the outputs of a network already trained; those of the training examples where
        there is none.

    Raises
    ------
    DataError
        If the data cannot be read, or a feature has no value.
    TrainingError
        If the output activation or the normalisation does not fit the data.
    """
    settings = experiment.data
    dataset = known or load(settings)
    if normalisation is not None:
        _check_names(experiment, dataset)
    features = FeatureMap(settings.features, dataset.n_inputs)
    # Images are large, and mostly their own features: nothing is copied that need not be, nor made finer than needed.
    precision = experiment.network.dtype
    as_they_are = settings.features == usual_names(dataset.n_inputs)
    formed = None if as_they_are else features.transform(dataset.values())
    Y, labels, targets = _encode(dataset, experiment.network.output_activation)
    train, test = divided(settings, dataset)

    def taken_as_formed(which: NDArray[np.intp]) -> Array:
        return dataset.values(which) if formed is None else formed[:, which]

    n = features.n_features
    seen, learned = normalisation or (None, None)
    if seen is None:
        seen = Scaling.of(taken_as_formed(train)) if settings.standardizes else Scaling.unused(n)
    if learned is None:
        learned = _target_scaling(experiment, dataset, Y[:, train])
    for scaling, rows in ((seen, n), (learned, len(Y))):
        if scaling.mean.shape != (rows, 1) or scaling.scale.shape != (rows, 1):
            raise TrainingError(
                "a standardization of shape {shape}; ({rows}, 1) was expected", shape=str(scaling.mean.shape), rows=rows
            )
    learned_Y = learned.applied(Y)  # what is too large is refused by name

    def part(which: NDArray[np.intp]) -> Part:
        X, own = dataset.values(which, precision), Y[:, which]
        F = X if formed is None and not seen.is_used else taken_as_formed(which)
        if seen.is_used:
            F = seen.applied(F).astype(precision if dataset.white else F.dtype, copy=False)
        taken = Part(
            X=X,
            F=F,
            Y=own if learned_Y is Y else learned_Y[:, which],
            Y_in_unit=own,
            labels=None if labels is None else labels[which],
        )
        _freeze(*taken.arrays)
        return taken

    _freeze(seen.mean, seen.scale, learned.mean, learned.scale)
    domain = _domain(settings, dataset)
    return Examples(dataset, features, part(train), part(test), targets, seen.mean, seen.scale, learned, domain)


def _check_names(experiment: Experiment, dataset: Dataset) -> None:
    """Check that a network already trained still stands for the classes and the columns of a table."""
    source = experiment.data.source
    if not isinstance(source, CsvSource):
        return
    for what, trained, found in (
        (Message("classes"), experiment.classes, dataset.classes or None),
        (Message("inputs"), experiment.columns, dataset.input_names),
    ):
        if trained is not None and trained != found:
            raise TrainingError(
                "{file}: its {what} are {found}, but the network was trained on {trained}; restore the names, or open "
                "the table itself and train anew",
                file=source_name(source),
                what=what,
                found=_listed(found or ()),
                trained=_listed(trained),
            )


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:NAMES_SHOWN]) + (", …" if len(names) > NAMES_SHOWN else "")


def _freeze(*arrays: NDArray[Any]) -> None:
    """Make arrays read-only: snapshots show them as they are."""
    for array in arrays:
        array.flags.writeable = False


def load(settings: DataSettings) -> Dataset:
    """Draw or read the dataset of an experiment.

    Raises `DataError` if it cannot be.
    """
    source = settings.source
    if isinstance(source, CsvSource | IdxSource):
        return reading(source).complete()
    if isinstance(source, PointsSource):
        return source.dataset()
    drawn = generator(source)
    assert drawn is not None, "validated"
    return sampled(drawn, samples=settings.samples, noise=settings.noise, seed=settings.seed)


def _encode(dataset: Dataset, output: str) -> tuple[Array, NDArray[np.intp] | None, tuple[float, float]]:
    """Return targets `(n_L, m)`, class numbers and the values that stand for no and yes."""
    if dataset.problem == "regression":
        if ACTIVATIONS[output].output_only:
            raise TrainingError(
                "network.output_activation: {output} gives class probabilities, but the data are numbers to "
                "predict; expected linear or another activation",
                output=output,
            )
        return dataset.Y, None, (0.0, 1.0)
    labels = dataset.class_indices
    one_hot = ACTIVATIONS[output].output_only or len(dataset.classes) > 2
    yes = np.eye(len(dataset.classes))[:, labels] if one_hot else dataset.Y
    low, high = ACTIVATIONS[output].targets
    return low + (high - low) * yes, labels, (low, high)


def divided(settings: DataSettings, dataset: Dataset) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return the numbers of the training and of the test examples."""
    if isinstance(settings.source, PointsSource):
        return split_points(dataset.values(), settings.train_fraction, settings.seed)
    return split(dataset.m, settings.train_fraction, np.random.default_rng((settings.seed, SPLIT_STREAM)))


def _target_scaling(experiment: Experiment, dataset: Dataset, Y: Array) -> Scaling:
    """Return how the network learns targets, from those of the training examples `(n_L, m)`; classes as they are."""
    if dataset.problem == "classification":
        return Scaling.unused(len(Y))
    return Scaling.of(Y) if experiment.standardizes_targets else Scaling.unused(len(Y), experiment.unit)


def _domain(settings: DataSettings, dataset: Dataset) -> tuple[tuple[float, float], ...]:
    """Return the axis of each input: that of the generator, of drawn points or of a pixel; else around the data."""
    if isinstance(settings.source, PointsSource):
        return points_frame(dataset, settings.source.axes)
    drawn = generator(settings.source)
    if drawn is None:
        return dataset.extent
    return tuple(
        (min(low, seen_low), max(high, seen_high))
        for (low, high), (seen_low, seen_high) in zip(drawn.domain, dataset.extent, strict=True)
    )
