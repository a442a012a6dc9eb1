"""What the network makes of every example, and what that comes to: asked by the results and by figures of them."""

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType
from typing import Any, Literal

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from playground.engine import COSTS
from playground.training import metrics
from playground.training.metrics import Counts, Fractions
from playground.training.queries import Asked
from playground.training.queries.predictions import FRAME_EXAMPLES, Predicted, Predictions
from playground.training.training_run import TrainingRun

PartName = Literal["all", "train", "test"]
Key = tuple[bool, int]
"""Whether it is a test example, and its number in its part, from 0."""
Floats = NDArray[np.floating[Any]]
Indices = NDArray[np.intp]
Mask = NDArray[np.bool_]

WORST = 100
"""So many of the worst cases are named."""
BINS = 21
"""Of the histogram of residuals, an odd number: the one in the middle is around zero."""


class Rows(Struct, frozen=True, eq=False):
    """Training examples, then test examples; `k` in all.

    Attributes
    ----------
    is_test
        `(k,)`.
    number
        `(k,)`: the example's place in its part.
    true, predicted
        `(k,)`: class numbers, or values of one output.
    certainty
        `(k,)`: confidence of a class, or residual `true − predicted` of a value.
    error
        `(k,)`: the cost of the example.
    correct
        `(k,)`; None for regression.
    """

    is_test: Mask
    number: Indices
    true: NDArray[Any]
    predicted: NDArray[Any]
    certainty: Floats
    error: Floats
    correct: Mask | None

    def key(self, row: int) -> Key:
        return bool(self.is_test[row]), int(self.number[row])

    def find(self, key: Key) -> int | None:
        """Return the row of an example, None if it is not among them."""
        test, number = key
        found = np.flatnonzero((self.is_test == test) & (self.number == number))
        return int(found[0]) if found.size else None

    def of_part(self, part: PartName) -> Mask:
        """Return which rows belong to a part, `(k,)`."""
        if part == "all":
            return np.ones(self.is_test.shape, bool)
        return self.is_test if part == "test" else ~self.is_test


class Filter(Struct, frozen=True):
    """Which rows are shown.

    Attributes
    ----------
    part
        Those of one part of the data only.
    wrong
        Wrongly classified ones only.
    cell
        Those of a true and a predicted class only.
    text
        Those whose true or predicted class has this in its name, whatever the case.
    """

    part: PartName = "all"
    wrong: bool = False
    cell: tuple[int, int] | None = None
    text: str = ""

    @property
    def live(self) -> bool:
        """Whether training changes what passes."""
        return self.wrong or self.cell is not None or bool(self.text.strip())

    def mask(self, rows: Rows, classes: tuple[str, ...]) -> Mask:
        """Return which rows pass, `(k,)`."""
        passes = rows.of_part(self.part)
        if rows.correct is None:
            return passes
        if self.wrong:
            passes = passes & ~rows.correct
        if self.cell is not None:
            passes = passes & (rows.true == self.cell[0]) & (rows.predicted == self.cell[1])
        if sought := self.text.strip().casefold():
            named = np.array([sought in name.casefold() for name in classes], bool)
            passes = passes & (named[rows.true] | named[rows.predicted])
        return passes


def arranged(mask: Mask, values: NDArray[Any], *, descending: bool) -> Indices:
    """Return the rows that pass, sorted by their values; equal ones keep their order, NaN comes last."""
    rows = np.flatnonzero(mask)
    chosen = values[rows].astype(np.float64)
    return rows[np.argsort(-chosen if descending else chosen, kind="stable")]


class ClassScores(Struct, frozen=True, eq=False):
    """How well classes are told apart.

    Attributes
    ----------
    confusion
        `(n, n)`: row `i`, column `j` counts examples of class `i` that were predicted to be `j`.
    shares
        `(n, n)`: the same as shares of the true class.
    recall, precision
        `(n,)`; NaN for a class without examples, or one never predicted.
    accuracy
        None without examples.
    mistake
        The most frequent one as (true, predicted, how often); None without any.
    """

    confusion: Counts
    shares: Fractions
    recall: Fractions
    precision: Fractions
    accuracy: float | None
    mistake: tuple[int, int, int] | None

    @classmethod
    def of(cls, true: Indices, predicted: Indices, n_classes: int) -> "ClassScores":
        confusion = metrics.confusion_matrix(true, predicted, n_classes)
        return cls(
            confusion,
            metrics.row_shares(confusion),
            metrics.recall(confusion),
            metrics.precision(confusion),
            metrics.accuracy(confusion),
            metrics.most_frequent_mistake(confusion),
        )

    @property
    def total(self) -> int:
        return int(self.confusion.sum())

    @property
    def wrong(self) -> int:
        return self.total - int(self.confusion.trace())


class ValueScores(Struct, frozen=True, eq=False):
    """How well one output is predicted, in the unit of the data.

    Attributes
    ----------
    r2
        The coefficient of determination; None where it is not defined.
    rmse, mae
        NaN without examples.
    histogram
        `(BINS,)`: which share of the residuals falls into each of equal bins from −`Results.reach` to `Results.reach`.
    """

    r2: float | None
    rmse: float
    mae: float
    total: int
    histogram: Fractions


class Results(Struct, frozen=True, eq=False):
    """What was asked; all arrays are read-only.

    Attributes
    ----------
    rows
        The examples that were looked at.
    output
        Of several values that are predicted, the one that `rows` and scores are about.
    available
        How many examples each part has.
    scores
        Of each part: `ClassScores`, or `ValueScores` for regression.
    worst
        Of each part: the rows of its worst cases, the worst first: wrong ones before right ones by their cost, values
        by the size of their residual.
    reach
        No residual is farther from zero than this quiet number, but for such as are beyond all reason.
    measured
        Whether R² and RMSE mean something: not with a cost that compares shares.
    """

    rows: Rows
    output: int
    available: Mapping[PartName, int]
    scores: Mapping[PartName, ClassScores | ValueScores]
    worst: Mapping[PartName, Indices]
    reach: float = 1.0
    measured: bool = True

    @property
    def complete(self) -> bool:
        """Whether every example is among the rows."""
        return self.rows.number.size == self.available["all"]


class AskResults(Struct, frozen=True):
    """Asks for `Results`.

    Attributes
    ----------
    limit
        As in `Predictions`.
    output
        Of several values that are predicted, which one.
    """

    limit: int | None = FRAME_EXAMPLES
    output: int = 0

    def prepare(self, run: TrainingRun) -> Asked:
        return partial(_results, run, Predictions(self.limit).prepare(run), self.output)


def _results(run: TrainingRun, predict: Asked, output: int) -> Results:
    predicted: Predicted = predict()
    examples = run.examples
    train, test = examples.train.m, examples.test.m
    available: Mapping[PartName, int] = MappingProxyType({"all": train + test, "train": train, "test": test})
    if predicted.train.predicted is not None:
        return class_results(_class_rows(run, predicted), available, len(examples.dataset.classes))
    output = min(output, len(predicted.train.outputs) - 1)  # of data that are no longer there
    measured = not COSTS[run.network.structure.cost].classification
    return value_results(_value_rows(run, predicted, output), available, output, measured=measured)


def class_results(rows: Rows, available: Mapping[PartName, int], n_classes: int) -> Results:
    scores, worst = {}, {}
    assert rows.correct is not None
    for part, mask in _parts(rows).items():
        scores[part] = ClassScores.of(rows.true[mask], rows.predicted[mask], n_classes)
        chosen = np.flatnonzero(mask)
        order = np.lexsort((-_size(rows.error[chosen]), rows.correct[chosen]))
        worst[part] = chosen[order[:WORST]]
    return Results(rows, 0, available, MappingProxyType(scores), MappingProxyType(worst))


def value_results(rows: Rows, available: Mapping[PartName, int], output: int = 0, *, measured: bool = True) -> Results:
    reach = metrics.reach(rows.certainty, rows.true)
    scores, worst = {}, {}
    for part, mask in _parts(rows).items():
        residuals = rows.certainty[mask]
        scores[part] = ValueScores(
            metrics.r_squared(rows.true[mask], rows.predicted[mask]) if measured else None,
            metrics.root_mean_squared_error(residuals),
            metrics.mean_absolute_error(residuals),
            int(residuals.size),
            metrics.histogram(residuals, reach, BINS),
        )
        worst[part] = np.flatnonzero(mask)[np.argsort(-_size(residuals), kind="stable")[:WORST]]
    return Results(rows, output, available, MappingProxyType(scores), MappingProxyType(worst), reach, measured)


def _parts(rows: Rows) -> dict[PartName, Mask]:
    return {part: rows.of_part(part) for part in ("all", "train", "test")}


def _size(values: Floats) -> Floats:
    """Return how far numbers are from zero; what is no number is farthest."""
    return np.nan_to_num(np.abs(values), nan=np.inf)


def _class_rows(run: TrainingRun, predicted: Predicted) -> Rows:
    train, test = predicted.train, predicted.test
    labels = (run.examples.train.labels, run.examples.test.labels)
    true = np.concatenate([of[part.index] for of, part in zip(labels, (train, test), strict=True) if of is not None])
    return _rows(predicted, true, _joined(train.predicted, test.predicted), _joined(train.confidence, test.confidence))


def _value_rows(run: TrainingRun, predicted: Predicted, output: int) -> Rows:
    train, test = predicted.train, predicted.test
    parts = ((run.examples.train, train), (run.examples.test, test))
    true = np.concatenate([part.Y_in_unit[output, of.index] for part, of in parts])
    values = np.concatenate([train.outputs[output], test.outputs[output]]).astype(np.float64)
    with np.errstate(all="ignore"):
        return _rows(predicted, true, values, true - values)


def _rows(predicted: Predicted, true: NDArray[Any], answers: NDArray[Any], certainty: Floats) -> Rows:
    train, test = predicted.train, predicted.test
    number = np.concatenate([train.index, test.index])
    correct = None if train.correct is None else _joined(train.correct, test.correct)
    error = np.concatenate([train.error, test.error])
    rows = Rows(np.arange(number.size) >= train.index.size, number, true, answers, certainty, error, correct)
    for array in (rows.is_test, number, true, answers, certainty, error, correct):
        if array is not None:
            array.flags.writeable = False
    return rows


def _joined(train: NDArray[Any] | None, test: NDArray[Any] | None) -> NDArray[Any]:
    assert train is not None
    assert test is not None
    return np.concatenate([train, test])
