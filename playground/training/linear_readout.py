"""How far a straight cut gets: what a linear model makes of the data as a layer sees them.

It is what the layer after has to work with, and a measure of how far the layers have untangled the classes.

Source: Alain & Bengio, "Understanding intermediate layers using linear classifier probes", 2016. The cuts are those of
linear discriminant analysis (Fisher, 1936), which needs no training of its own.
"""

from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

RIDGE = 1e-6
"""Added to every variance, which is 1 before: directions without any would be divided by."""


class StraightCuts(Struct, frozen=True, eq=False):
    """Cuts between the classes: the class with the largest score `W x + b` is chosen.

    Attributes
    ----------
    W, b
        `(k, n)` and `(k,)`: a row for each class that has a point.
    share
        The share of points that are on the right side of their class.
    """

    W: NDArray[np.float64]
    b: NDArray[np.float64]
    share: float


def straight_cuts(X: NDArray[Any], labels: NDArray[np.intp], classes: int) -> StraightCuts | None:
    """Return the straight cuts of linear discriminant analysis.

    None where fewer than two classes have a point.

    Parameters
    ----------
    X
        Finite points, `(n, m)`.
    labels
        Class numbers `(m,)`, from 0.
    """
    counts = np.bincount(labels, minlength=classes)
    present = np.flatnonzero(counts)
    if len(present) < 2:
        return None
    members = (labels == present[:, None]).astype(np.float64)
    # Standardized, which changes no cut, and lets the ridge weigh all directions alike.
    X, middle, spread = _standardized(X)
    total, sums = X @ X.T, X @ members.T
    means = sums / counts[present]
    C = (total - sums @ means.T) / X.shape[1]
    if not (total.any() and np.isfinite(C).all()):
        return None
    directions = np.linalg.solve(C + RIDGE * np.eye(len(C)), means)
    offsets = np.log(counts[present] / X.shape[1]) - 0.5 * (means * directions).sum(axis=0)
    chosen = present[(directions.T @ X + offsets[:, None]).argmax(axis=0)]
    W = (directions / spread).T
    return StraightCuts(W, offsets - W @ middle[:, 0], float((chosen == labels).mean()))


def straight_fit(X: NDArray[Any], Y: NDArray[Any]) -> float | None:
    """Return R², the share of the variance of `Y` that a linear function of `X` explains.

    None where the targets are all the same.

    Parameters
    ----------
    X
        Finite points, `(n, m)`.
    Y
        Targets, `(k, m)`.
    """
    (X, _middle, _spread), Y = _standardized(X), Y - Y.mean(axis=1, keepdims=True, dtype=np.float64)
    total = float((Y * Y).sum())
    if total <= 0 or not (np.isfinite(X).all() and X.any()):
        return None
    W = np.linalg.lstsq(X.T, Y.T)[0]
    rest = Y - W.T @ X
    return max(0.0, 1 - float((rest * rest).sum()) / total)


def _standardized(X: NDArray[Any]) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Return points with mean 0 and, where they vary at all, spread 1 in every dimension; mean and spread `(n, 1)`."""
    middle = X.mean(axis=1, keepdims=True, dtype=np.float64)
    centred = np.asarray(X - middle, np.float64)
    spread = np.sqrt(np.einsum("nm,nm->n", centred, centred) / X.shape[1])[:, np.newaxis]
    spread = np.where(spread > 0, spread, 1.0)
    centred /= spread
    return centred, middle, spread


def borders(W: NDArray[Any], b: NDArray[Any], low: NDArray[Any], high: NDArray[Any]) -> NDArray[np.float64]:
    """Return where the largest of several linear scores changes over a plane, within a rectangle.

    Two classes meet where their scores are equal: on a straight line, as far as no third class is above both.

    `(s, 2, 2)`: segments from point to point, x and y.

    Parameters
    ----------
    W, b
        `(k, 2)` and `(k,)`: the scores are `W p + b`.
    low, high
        `(2,)`: opposite corners.
    """
    p, q = np.triu_indices(len(W), 1)
    with np.errstate(all="ignore"):
        lengths = ((W[p] - W[q]) ** 2).sum(axis=1)
        meet = (lengths > 0) & (lengths < np.inf)
        p, q, lengths = p[meet], q[meet], lengths[meet, None]
        normals, offsets = W[p] - W[q], (b[p] - b[q])[:, None]
        starts = -offsets * normals / lengths
        along = np.stack([-normals[:, 1], normals[:, 0]], axis=1) / np.sqrt(lengths)
        # Everything that must not be negative on a line, as slope · t + value: the rectangle, and p above the others.
        above = W[p][:, None] - W
        slopes = np.concatenate([along, -along, np.einsum("pkd,pd->pk", above, along)], axis=1)
        heights = np.einsum("pkd,pd->pk", above, starts) + b[p][:, None] - b
        values = np.concatenate([starts - low, high - starts, heights], axis=1)
        rows = np.arange(len(p))
        for own in (p, q):
            slopes[rows, 4 + own] = values[rows, 4 + own] = 0.0
        ends = -values / slopes
        first = np.where(slopes > 0, ends, -np.inf).max(axis=1, initial=-np.inf)
        last = np.where(slopes < 0, ends, np.inf).min(axis=1, initial=np.inf)
        seen = (first < last) & ~((slopes == 0) & (values < 0)).any(axis=1)
        segments = starts[:, None] + np.stack([first, last], axis=1)[..., None] * along[:, None]
    found: NDArray[np.float64] = segments[seen & np.isfinite(segments).all(axis=(1, 2))]
    return found
