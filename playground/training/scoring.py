"""Cost and accuracy of a network, how well it predicts numbers, and the bar: always the same answer."""

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from playground.engine import ACTIVATIONS, COSTS, Network
from playground.engine.network import cost_per_example
from playground.training.examples import Examples, Part
from playground.training.metrics import r_squared, root_mean_squared_error
from playground.training.results import Array

CHEAP = 5_000_000
"""Products of a weight and a number that scores may take while somebody watches: about a millisecond."""
SQUARED = {"squared_error": 1.0, "half_squared_error": 0.5}
"""Of the costs that are a mean squared error, how many times that."""


class Fit(Struct, frozen=True):
    """How well numbers are predicted, in the unit of the data.

    Attributes
    ----------
    r2
        The coefficient of determination of each target; None for one that does not vary.
    rmse
        The root of the mean squared error of each target.
    """

    r2: tuple[float | None, ...]
    rmse: tuple[float, ...]

    @property
    def mean_r2(self) -> float | None:
        """The mean over the targets that vary."""
        known = [value for value in self.r2 if value is not None]
        return sum(known) / len(known) if known else None


class Scores(Struct, frozen=True):
    """Cost and accuracy of the parameters as they are; None where there is no such thing.

    `train_fit` and `test_fit`: None for classes, for a cost that compares shares, and where nobody asked.
    """

    train_cost: float
    test_cost: float | None
    train_accuracy: float | None
    test_accuracy: float | None
    penalty: float
    train_fit: Fit | None = None
    test_fit: Fit | None = None


def scores(network: Network, examples: Examples, penalty: float, *, fits: bool = False) -> Scores:
    """Compute cost and accuracy on all training and test examples; `fits` also how well numbers are predicted.

    A large network's forward pass takes so long that the fit comes along in any case.
    """
    fits |= work(network, examples) > CHEAP
    train_cost, train_accuracy, train_fit = score(network, examples, examples.train, fits=fits)
    if not examples.test.m:
        return Scores(train_cost, None, train_accuracy, None, penalty, train_fit)
    test_cost, test_accuracy, test_fit = score(network, examples, examples.test, fits=fits)
    return Scores(train_cost, test_cost, train_accuracy, test_accuracy, penalty, train_fit, test_fit)


def work(network: Network, examples: Examples) -> int:
    """Return how many products of a weight and a number the scores take."""
    return (examples.train.m + examples.test.m) * network.parameters.size


def score(
    network: Network, examples: Examples, part: Part, *, fits: bool = False
) -> tuple[float, float | None, Fit | None]:
    """Return cost, accuracy and fit on a part of the examples; None where there is no such thing."""
    with np.errstate(all="ignore"):
        Z = network.output_z(part.F)
        cost = float(cost_per_example(network.structure, Z, part.Y.astype(Z.dtype)).mean())
        if part.labels is None:
            return cost, None, fit(network, examples, part, Z) if fits else None
        A = ACTIVATIONS[network.activations[-1]](Z)
    return cost, float((predicted_classes(A, examples.targets) == part.labels).mean()), None


def fit(network: Network, examples: Examples, part: Part, Z: Array) -> Fit | None:
    """Return how well the last layer's weighted sums `Z` `(n_L, m)` predict numbers; None where shares are meant."""
    if COSTS[network.structure.cost].classification:
        return None
    return fit_of(part.Y_in_unit, examples.output.undone(ACTIVATIONS[network.activations[-1]](Z)))


def fit_of(Y: Array, predicted: Array) -> Fit:
    """Return how well numbers `(n_L, m)` are predicted, both in the unit of the data."""
    pairs = list(zip(Y, predicted, strict=True))
    return Fit(
        tuple(r_squared(true, guessed) for true, guessed in pairs),
        tuple(root_mean_squared_error(guessed - true) for true, guessed in pairs),
    )


def predicted_classes(A: Array, targets: tuple[float, float]) -> NDArray[np.intp]:
    """Return the class of each column of outputs `(n_L, m)`: the largest of several, one output by its middle."""
    if A.shape[0] > 1:
        return np.asarray(A.argmax(axis=0), dtype=np.intp)
    return np.asarray(A[0] > (targets[0] + targets[1]) / 2, dtype=np.intp)


class Baseline(Struct, frozen=True):
    """What always answering the same comes to on some examples.

    The answer is the most common class for `accuracy` and the mean target for `cost`, both of the training examples.

    Attributes
    ----------
    accuracy
        The share that is right; None for numbers.
    cost
        The cost that training minimizes; NaN or 0 where it says nothing.
    """

    accuracy: float | None
    cost: float

    @property
    def figure(self) -> float:
        """The accuracy for classes, the cost for numbers."""
        return self.cost if self.accuracy is None else self.accuracy


def baseline(examples: Examples, cost: str, part: Part | None = None) -> Baseline:
    """Return the baseline of a part of the examples, by default the test part, or the training part without one."""
    train = examples.train
    if part is None:
        part = examples.test if examples.test.m else train
    with np.errstate(all="ignore"):
        mean = np.broadcast_to(train.Y.mean(axis=1, keepdims=True), part.Y.shape)
        value = float(COSTS[cost].value(np.ascontiguousarray(mean), part.Y).mean())
    if train.labels is None or part.labels is None:
        return Baseline(None, value)
    return Baseline(float((part.labels == np.bincount(train.labels).argmax()).mean()), value)


def costs_of_mean(examples: Examples, cost: str) -> tuple[float, float]:
    """Return what always answering the mean of the training or the test examples costs there, of one number.

    Where errors are squared, R² is one minus a network's cost by that; NaN elsewhere, and where nothing varies.
    """
    if examples.train.labels is not None or examples.n_outputs != 1 or cost not in SQUARED:
        return np.nan, np.nan
    train, test = (
        SQUARED[cost] * float(part.Y.var()) if part.m and np.ptp(part.Y) else np.nan
        for part in (examples.train, examples.test)
    )
    return train, test
