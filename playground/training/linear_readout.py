"""How far a straight cut gets: what a linear model makes of the data as a layer sees them.

It is what the layer after has to work with, and a measure of how far the layers have untangled the classes.

Source: Alain & Bengio, "Understanding intermediate layers using linear classifier probes", 2016. The cuts are those of
linear discriminant analysis (Fisher, 1936), which needs no training of its own.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

RIDGE = 1e-6
"""Added to every variance, as a share of the mean variance: directions without any would be divided by."""


def straight_cuts(X: NDArray[Any], labels: NDArray[np.intp], classes: int) -> float | None:
    """Return the share of points that straight cuts put on the right side of their class.

    Parameters
    ----------
    X
        Finite points, `(n, m)`.
    labels
        Class numbers `(m,)`, from 0.
    classes
        How many there are.

    Returns
    -------
    float or None
        None where fewer than two classes have a point.
    """
    counts = np.bincount(labels, minlength=classes)
    present = np.flatnonzero(counts)
    if len(present) < 2:
        return None
    members = (labels == present[:, None]).astype(np.float64)
    X = _standardized(X)  # which changes no cut, and lets the ridge weigh all directions alike
    means = X @ members.T / counts[present]
    within = X - means[:, np.searchsorted(present, labels)]
    C = within @ within.T / X.shape[1]
    directions = _solved(C, means, float((X * X).sum()) / X.shape[1])
    if directions is None:
        return None
    offsets = np.log(counts[present] / X.shape[1]) - 0.5 * (means * directions).sum(axis=0)
    chosen = present[(directions.T @ X + offsets[:, None]).argmax(axis=0)]
    return float((chosen == labels).mean())


def straight_fit(X: NDArray[Any], Y: NDArray[Any]) -> float | None:
    """Return R², the share of the variance of `Y` that a linear function of `X` explains.

    Parameters
    ----------
    X
        Finite points, `(n, m)`.
    Y
        Targets, `(k, m)`.

    Returns
    -------
    float or None
        None where the targets are all the same.
    """
    X, Y = _standardized(X), Y - Y.mean(axis=1, keepdims=True, dtype=np.float64)
    spread = float((Y * Y).sum())
    if spread <= 0 or not (np.isfinite(X).all() and X.any()):
        return None
    W = np.linalg.lstsq(X.T, Y.T)[0]
    rest = Y - W.T @ X
    return max(0.0, 1 - float((rest * rest).sum()) / spread)


def _standardized(X: NDArray[Any]) -> NDArray[np.float64]:
    """Return points with mean 0 and, where they vary at all, spread 1 in every dimension."""
    X = X - X.mean(axis=1, keepdims=True, dtype=np.float64)
    spread = X.std(axis=1, keepdims=True)
    return np.asarray(X / np.where(spread > 0, spread, 1), np.float64)


def _solved(C: NDArray[Any], B: NDArray[Any], total: float) -> NDArray[np.float64] | None:
    """Return `(C + ridge)⁻¹ B`; `total` is the variance that the ridge is a share of."""
    if not (total > 0 and np.isfinite(total) and np.isfinite(C).all()):
        return None
    ridge = RIDGE * total / len(C)
    solution: NDArray[np.float64] = np.linalg.solve(C + ridge * np.eye(len(C)), B)
    return solution
