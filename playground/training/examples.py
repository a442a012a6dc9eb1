"""From the settings of an experiment to what the network sees: features, split, normalisation, targets."""

from dataclasses import dataclass
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from playground.data import (
    GENERATORS,
    Dataset,
    FeatureMap,
    generate,
    points_frame,
    split,
    split_points,
)
from playground.engine import ACTIVATIONS, COSTS
from playground.files import CsvSource, DataSettings, Experiment, IdxSource, PointsSource, inputs_as_they_are, reading
from playground.messages import Term
from playground.training.errors import TrainingError
from playground.training.snapshot import Array, FloatArray

LARGE = 1e100
"""Beyond this, and below its inverse, squares are no longer exact enough to be averaged."""
SPLIT_STREAM = 1
"""The split draws from its own stream of random numbers, so that another share of training data moves no point."""


@dataclass(frozen=True, eq=False)
class Part:
    """Training or test examples.

    Attributes
    ----------
    X
        Raw inputs `(n_inputs, m)`.
    F
        Normalised features `(n_0, m)`, what the network sees.
    Y
        Targets `(n_L, m)`.
    labels
        Class numbers `(m,)`, None for regression.
    """

    X: Array
    F: Array
    Y: Array
    labels: NDArray[np.intp] | None

    @property
    def m(self) -> int:
        """How many examples."""
        return int(self.X.shape[1])

    @property
    def arrays(self) -> tuple[NDArray[Any], ...]:
        """All its arrays."""
        return (self.X, self.F, self.Y) if self.labels is None else (self.X, self.F, self.Y, self.labels)


@dataclass(frozen=True, eq=False)
class Examples:
    """Everything about the data that training needs.

    Attributes
    ----------
    targets
        The output values that stand for "no" and "yes".
    mean, scale
        `(n_0, 1)`: features are `(F − mean) / scale`.
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
    domain: tuple[tuple[float, float], ...]

    def normalised(self, X: FloatArray) -> Array:
        """Return the network's input `(n_0, m)` for raw inputs anywhere `(n_inputs, m)`.

        Not finite where a formula has no value.
        """
        return (self.features.values(X) - self.mean) / self.scale

    @property
    def n_outputs(self) -> int:
        """Rows of `Y`."""
        return int(self.train.Y.shape[0])

    def check_precision(self, dtype: str) -> None:
        """Check that the numbers can be written in a network's dtype.

        Raises
        ------
        TrainingError
            If one is too large.
        """
        largest = np.finfo(dtype).max
        for part in (self.train, self.test):
            for row in np.flatnonzero(~(np.abs(part.F) <= largest).all(axis=1))[:1]:  # so that NaN is found, too
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

        Raises
        ------
        TrainingError
            If it needs more outputs, or targets from another range.
        """
        cost = COSTS[name]
        if cost.lacks_outputs(self.n_outputs):
            raise TrainingError("training.cost: {needed}", needed=Term(cost.outputs_needed))
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
        """The memory it takes."""
        arrays = (self.dataset.X, self.dataset.Y, *self.train.arrays, *self.test.arrays)
        return sum(array.nbytes for array in arrays)


def prepare(
    experiment: Experiment, known: Dataset | None = None, normalisation: tuple[Array, Array] | None = None
) -> Examples:
    """Draw or read the data of an experiment and make them ready; all its arrays are frozen.

    Parameters
    ----------
    experiment
        Only its data settings and output activation matter.
    known
        The dataset, where it is at hand already.
    normalisation
        Mean and scale `(n_0, 1)` of a network already trained; by default those of the training examples.

    Raises
    ------
    DataError
        If the data cannot be read, or a feature has no value.
    TrainingError
        If the output activation or the normalisation does not fit the data.
    """
    settings = experiment.data
    dataset = known or load(settings)
    features = FeatureMap(settings.features, dataset.X.shape[0])
    # Images are large, and mostly their own features: nothing is copied that need not be.
    as_they_are = settings.features == inputs_as_they_are(dataset.X.shape[0])
    F = dataset.X if as_they_are else features.transform(dataset.X)
    Y, labels, targets = _encode(dataset, experiment.network.output_activation)
    train, test = _split(settings, dataset)
    mean, scale = normalisation or _normalisation(settings, F[:, train] if settings.standardizes else F)
    if mean.shape != (F.shape[0], 1) or scale.shape != mean.shape:
        raise TrainingError(
            "a normalisation of shape {shape}, the features need ({rows}, 1)", shape=str(mean.shape), rows=F.shape[0]
        )
    if mean.any() or (scale != 1).any():
        with np.errstate(over="ignore"):  # what is too large is refused by name
            F = (F - mean) / scale

    def part(which: NDArray[np.intp]) -> Part:
        X = dataset.X[:, which]
        taken = Part(X, X if F is dataset.X else F[:, which], Y[:, which], None if labels is None else labels[which])
        _freeze(*taken.arrays)
        return taken

    _freeze(mean, scale)
    return Examples(dataset, features, part(train), part(test), targets, mean, scale, _domain(settings, dataset))


def _freeze(*arrays: NDArray[Any]) -> None:
    """Make arrays read-only: snapshots show them as they are."""
    for array in arrays:
        array.flags.writeable = False


def load(settings: DataSettings) -> Dataset:
    """Draw or read the dataset of an experiment.

    Raises
    ------
    DataError
        If it cannot be.
    """
    source = settings.source
    if isinstance(source, CsvSource | IdxSource):
        return reading(source).complete()
    if isinstance(source, PointsSource):
        return source.dataset()
    return generate(source, samples=settings.samples, noise=settings.noise, seed=settings.seed)


def same_data(one: DataSettings, other: DataSettings) -> bool:
    """Whether two settings give the same dataset, before features and split.

    The rows of a table and points that were drawn are the same whatever else the settings say.
    """
    if not isinstance(one.source, str):
        return one.source == other.source
    ignored = {"features": (), "train_fraction": 1.0}
    return msgspec.structs.replace(one, **ignored) == msgspec.structs.replace(other, **ignored)


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


def _split(settings: DataSettings, dataset: Dataset) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return the numbers of the training and of the test examples."""
    if isinstance(settings.source, PointsSource):
        return split_points(dataset.X, settings.train_fraction, settings.seed)
    return split(dataset.m, settings.train_fraction, np.random.default_rng((settings.seed, SPLIT_STREAM)))


def _normalisation(settings: DataSettings, F: Array) -> tuple[Array, Array]:
    """Return mean and scale `(n_0, 1)`: of the training examples `F` if they are to be standardized, else none."""
    if not settings.standardizes:
        return np.zeros((F.shape[0], 1)), np.ones((F.shape[0], 1))
    # The largest numbers that there are would overflow in a sum, and the smallest vanish in a square.
    largest = np.abs(F).max(axis=1, keepdims=True)
    unit = np.where((largest > LARGE) | (largest < 1 / LARGE), largest, 1.0)
    unit[unit == 0] = 1.0
    scaled = F / unit
    mean, scale = scaled.mean(axis=1, keepdims=True) * unit, scaled.std(axis=1, keepdims=True) * unit
    # A constant feature tells nothing: it becomes 0, not the rounding of its mean blown up.
    constant = F.min(axis=1, keepdims=True) == F.max(axis=1, keepdims=True)
    mean[constant] = F[:, :1][constant]
    return mean, np.where(constant | (scale == 0), 1.0, scale)


def _domain(settings: DataSettings, dataset: Dataset) -> tuple[tuple[float, float], ...]:
    """Return the axis of each input: that of the generator, of drawn points or of a pixel; else around the data."""
    if isinstance(settings.source, PointsSource):
        return points_frame(dataset, settings.source.axes)
    if isinstance(settings.source, IdxSource):
        return ((0.0, 1.0),) * len(dataset.X)
    if not isinstance(settings.source, str):
        return dataset.extent
    return tuple(
        (min(low, seen_low), max(high, seen_high))
        for (low, high), (seen_low, seen_high) in zip(GENERATORS[settings.source].domain, dataset.extent, strict=True)
    )
