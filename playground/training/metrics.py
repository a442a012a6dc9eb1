"""How good predictions are: counts of a confusion matrix, and measures of residuals. Pure functions of arrays."""

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

Counts = NDArray[np.intp]
Floats = NDArray[np.floating[Any]]
Fractions = NDArray[np.float64]

FARTHEST = 4
"""Residuals of so many ranges of the true values are beyond all reason."""
QUIET = (1, 1.5, 2, 3, 4, 5, 6, 8, 10)
"""The mantissas of numbers that an axis may end at: few, so that it rests while values move."""


def confusion_matrix(true: Counts, predicted: Counts, n_classes: int) -> Counts:
    """Count how often each class is taken for each.

    Row `i`, column `j` of the `(n_classes, n_classes)`: the examples of class `i` that were predicted to be `j`.

    `true` and `predicted`: class numbers `(m,)`, each in 0 … `n_classes` − 1.
    """
    cells = np.bincount(true * n_classes + predicted, minlength=n_classes * n_classes)
    return cells.reshape(n_classes, n_classes)


def accuracy(confusion: Counts) -> float | None:
    """Return the share of examples on the diagonal; None without examples."""
    total = int(confusion.sum())
    return int(confusion.trace()) / total if total else None


def recall(confusion: Counts) -> Fractions:
    """Return which share of each class's examples was recognised, `(n_classes,)`; NaN for a class without examples."""
    return _shares(confusion.diagonal(), confusion.sum(axis=1))


def precision(confusion: Counts) -> Fractions:
    """Return how often each predicted class was right, `(n_classes,)`; NaN for a class that was never predicted."""
    return _shares(confusion.diagonal(), confusion.sum(axis=0))


def row_shares(confusion: Counts) -> Fractions:
    """Return each cell as a share of its true class, `(n_classes, n_classes)`; 0 in rows without examples."""
    totals = confusion.sum(axis=1, keepdims=True)
    return np.asarray(confusion / np.maximum(totals, 1))


def most_frequent_mistake(confusion: Counts) -> tuple[int, int, int] | None:
    """Return the true class, the predicted class and the count of the largest cell off the diagonal; None if all are 0.

    Of equal ones the first, row by row.
    """
    if not confusion.size:
        return None
    mistakes = confusion.copy()
    np.fill_diagonal(mistakes, 0)
    cell = int(mistakes.argmax())
    row, column = divmod(cell, mistakes.shape[1])
    count = int(mistakes[row, column])
    return (row, column, count) if count else None


@np.errstate(all="ignore")
def mean_absolute_error(residuals: Floats) -> float:
    """Return the mean size of residuals `(m,)`; NaN without any."""
    return float(np.abs(residuals).mean()) if residuals.size else float("nan")


@np.errstate(all="ignore")
def root_mean_squared_error(residuals: Floats) -> float:
    """Return the root of the mean squared residual `(m,)`; NaN without any."""
    return float(np.sqrt(np.square(residuals, dtype=np.float64).mean())) if residuals.size else float("nan")


@np.errstate(all="ignore")
def r_squared(true: Floats, predicted: Floats) -> float | None:
    """Return the coefficient of determination, `1 − Σ(y − ŷ)² / Σ(y − ȳ)²`, of values `(m,)`.

    1 where every prediction is exact, 0 where they are no better than the mean of `true`, negative where they are
    worse. None where `true` does not vary: there is nothing to explain then. (Draper & Smith, Applied Regression
    Analysis (1998), eq. 1.3.6.)
    """
    y, y_hat = np.asarray(true, np.float64), np.asarray(predicted, np.float64)
    if y.size == 0 or y.min() == y.max():
        return None
    total = float(np.square(y - y.mean()).sum())
    return 1 - float(np.square(y - y_hat).sum()) / total if total > 0 else None


def reach(residuals: Floats, true: Floats) -> float:
    """Return a quiet number that no residual `(m,)` exceeds, unless it is beyond all reason for values like `true`."""
    finite = np.abs(residuals[np.isfinite(residuals)])
    span = float(true.max() - true.min()) if true.size else 0.0
    farthest = FARTHEST * (span or max(abs(float(true[0])) if true.size else 0.0, 1.0))
    largest = min(float(finite.max()) if finite.size else farthest, farthest)
    if largest <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(largest))
    return next(step * power for step in QUIET if largest <= step * power * (1 + 1e-9))


def histogram(residuals: Floats, reach: float, bins: int) -> Fractions:
    """Return which share of residuals `(m,)` falls into each of equal bins from −`reach` to `reach`, `(bins,)`.

    What lies beyond, or is no number, is in none of them.
    """
    finite = residuals[np.isfinite(residuals)]
    counts, _edges = np.histogram(finite, bins=bins, range=(-reach, reach))
    return np.asarray(counts / max(residuals.size, 1), np.float64)


def _shares(part: Counts, whole: Counts) -> Fractions:
    return np.where(whole > 0, part / np.maximum(whole, 1), np.nan)
