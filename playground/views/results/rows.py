"""The rows of the table: examples with what the network says of them, and which of them are shown in what order."""

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from playground.training.questions.predictions import Predicted
from playground.training.results import Scene

PartName = Literal["all", "train", "test"]
Floats = NDArray[np.floating[Any]]
Indices = NDArray[np.intp]
Mask = NDArray[np.bool_]
Key = tuple[bool, int]
"""Whether it is a test example, and its number in its part, from 0."""


@dataclass(frozen=True, eq=False)
class Rows:
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

    scene: Scene
    is_test: Mask
    number: Indices
    true: NDArray[Any]
    predicted: NDArray[Any]
    certainty: Floats
    error: Floats
    correct: Mask | None

    @property
    def classes(self) -> bool:
        """Whether the examples have classes."""
        return self.correct is not None

    def key(self, row: int) -> Key:
        """Return which example a row is."""
        return bool(self.is_test[row]), int(self.number[row])

    def find(self, key: Key) -> int | None:
        """Return the row of an example, None if it is not among them."""
        test, number = key
        found = np.flatnonzero((self.is_test == test) & (self.number == number))
        return int(found[0]) if found.size else None

    def input_at(self, row: int, column: int) -> float:
        """Return one input of an example."""
        X = self.scene.test_X if self.is_test[row] else self.scene.train_X
        return float(X[column, self.number[row]])

    def inputs(self, column: int) -> Floats:
        """Return one input of every example, `(k,)`."""
        train, test = self.number[~self.is_test], self.number[self.is_test]
        return np.concatenate([self.scene.train_X[column, train], self.scene.test_X[column, test]])

    def of_part(self, part: PartName) -> Mask:
        """Return which rows belong to a part, `(k,)`."""
        if part == "all":
            return np.ones(self.is_test.shape, bool)
        return self.is_test if part == "test" else ~self.is_test

    def same_data(self, other: "Rows") -> bool:
        """Whether both are about the same training and test examples, if not the same of them."""
        pairs = ((self.scene.train_X, other.scene.train_X), (self.scene.test_X, other.scene.test_X))
        return all(one is two or np.array_equal(one, two) for one, two in pairs)

    def same_examples(self, other: "Rows") -> bool:
        """Whether both are about the same examples in the same order."""
        return (
            self.classes == other.classes
            and np.array_equal(self.number, other.number)
            and np.array_equal(self.is_test, other.is_test)
            and self.same_data(other)
        )


def rows_of(scene: Scene, predicted: Predicted, output: int = 0) -> Rows:
    """Return the rows of an answer; for regression those of one output."""
    train, test = predicted.train, predicted.test
    number = np.concatenate([train.index, test.index])
    is_test = np.arange(number.size) >= train.index.size
    error = np.concatenate([train.error, test.error])
    labels = (scene.train_labels, scene.test_labels)
    if train.predicted is None or test.predicted is None or labels[0] is None or labels[1] is None:
        true = np.concatenate([scene.train_Y[output, train.index], scene.test_Y[output, test.index]])
        values = np.concatenate([train.outputs[output], test.outputs[output]]).astype(np.float64)
        with np.errstate(all="ignore"):
            residuals = true - values
        return Rows(scene, is_test, number, true, values, residuals, error, None)
    assert train.confidence is not None
    assert test.confidence is not None
    true = np.concatenate([labels[0][train.index], labels[1][test.index]])
    classes = np.concatenate([train.predicted, test.predicted])
    confidence = np.concatenate([train.confidence, test.confidence])
    return Rows(scene, is_test, number, true, classes, confidence, error, true == classes)


@dataclass(frozen=True)
class Filter:
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

    def mask(self, rows: Rows) -> Mask:
        """Return which rows pass, `(k,)`."""
        passes = rows.of_part(self.part)
        if rows.correct is None:
            return passes
        if self.wrong:
            passes = passes & ~rows.correct
        if self.cell is not None:
            passes = passes & (rows.true == self.cell[0]) & (rows.predicted == self.cell[1])
        if sought := self.text.strip().casefold():
            named = np.array([sought in name.casefold() for name in rows.scene.classes], bool)
            passes = passes & (named[rows.true] | named[rows.predicted])
        return passes


def arranged(mask: Mask, values: NDArray[Any], *, descending: bool) -> Indices:
    """Return the rows that pass, sorted by their values; equal ones keep their order, NaN comes last."""
    rows = np.flatnonzero(mask)
    chosen = values[rows].astype(np.float64)
    return rows[np.argsort(-chosen if descending else chosen, kind="stable")]
