"""Which two inputs the maps are drawn over, and where the other inputs rest."""

from collections.abc import Collection

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from playground.data import Dataset
from playground.training.errors import TrainingError

EXAMPLES_SEEN, FEWEST_SEEN, NUMBERS_SEEN = 1000, 100, 100_000
"""So many examples, evenly spread, decide which inputs are shown first: fewer where each has many numbers."""
NOISE = 2.0
"""A correlation below so many times 1/√m comes about by chance."""
EXACT = 1e-6
"""What is left of targets of length 1 that an input tells to the last bit is rounding."""


class InputSlice(Struct, frozen=True):
    """A plane through the input space.

    Attributes
    ----------
    axes
        The numbers of the two inputs that vary, counted from 0; the first runs to the right. Data with a single input
        are drawn over that one.
    example
        The training example whose values the other inputs have; None for the mean of all training examples.
    """

    axes: tuple[int, int] = (0, 1)
    example: int | None = None

    def check(self, n_inputs: int, m: int) -> None:
        """Check that data with so many inputs and training examples have such a plane.

        Raises `TrainingError` if they have not.
        """
        across, up = self.axes
        if n_inputs > 1 and not (0 <= across < n_inputs and 0 <= up < n_inputs and across != up):
            raise TrainingError(
                "axes {across} and {up}, expected two different ones of {n_inputs} inputs",
                across=across + 1,
                up=up + 1,
                n_inputs=n_inputs,
            )
        if self.example is not None and not 0 <= self.example < m:
            raise TrainingError(
                "training example {example}, expected one of {value}", example=self.example + 1, value=m
            )


FIRST_TWO = InputSlice()
"""The plane of the first two inputs, the others at their mean."""


def usual_slice(dataset: Dataset, used: Collection[int]) -> InputSlice:
    """Return the plane that data are drawn over first: of the two inputs that tell most of the targets together.

    How much an input tells is the size of the gradient that its weight has in a linear model of the standardized inputs
    and targets: at first without any weight, then with the first input fitted, so that a copy of it tells nothing more.

    Parameters
    ----------
    dataset
        The data. Where they have two inputs or fewer, there is nothing to choose.
    used
        The inputs that the network looks at, counted from 0. Others come after these, and constant ones come last.
    """
    if dataset.n_inputs <= 2:
        return FIRST_TWO
    enough = min(max(NUMBERS_SEEN // dataset.n_inputs, FEWEST_SEEN), EXAMPLES_SEEN)
    seen = slice(None, None, -(-dataset.m // enough))
    X, rest = _standardized(dataset.values(seen)), _standardized(dataset.Y[:, seen])
    varies = X.any(axis=1)
    rank = varies.astype(np.intp) + (varies & np.isin(np.arange(len(X)), list(used)))
    first = _most_telling(X, rest, rank)
    rest -= (rest @ X[first])[:, None] * X[first]
    if dataset.inputs:  # the other kinds of the same column say the same over again
        columns = [each.column for each in dataset.inputs]
        rank[[column == columns[first] for column in columns]] = 0
    rank[first] = -1
    across, up = sorted((first, _most_telling(X, rest, rank)))
    return InputSlice((across, up))


def _standardized(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return rows with mean 0 and length 1; constant ones are 0."""
    largest = np.abs(rows).max(axis=1, keepdims=True)
    rows = rows / np.where(largest > 0, largest, 1.0)  # no square of it overflows
    rows[np.ptp(rows, axis=1) == 0] = 0.0
    rows -= rows.mean(axis=1, keepdims=True)
    length = np.linalg.norm(rows, axis=1, keepdims=True)
    return rows / np.where(length > 0, length, 1.0)


def _most_telling(X: NDArray[np.float64], rest: NDArray[np.float64], rank: NDArray[np.intp]) -> int:
    """Return the input with the largest gradient among those of the highest rank; the first one if none tells any."""
    gradient = np.linalg.norm(X @ rest.T, axis=1)
    by_chance = NOISE * max(float(np.linalg.norm(rest)), EXACT) / np.sqrt(X.shape[1])
    gradient[gradient < by_chance] = 0.0
    return int(np.where(rank == rank.max(), gradient, -1.0).argmax())
