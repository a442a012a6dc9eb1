"""Principal components of a cloud of points, and a plane through it that follows them without a jump.

Source: Pearson, "On lines and planes of closest fit to systems of points in space", 1901. The way of one plane to
another is the geodesic of Edelman, Arias & Smith, "The geometry of algorithms with orthogonality constraints", 1998.
"""

from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]

WIDEST = 128
"""Up to so many dimensions all points count; beyond it, as many points spread evenly: the decomposition stays small."""
APART = 0.1
"""Two variances that differ by this share have directions of their own; closer ones are nearly any two directions."""
PACE = 0.15
"""Where directions are not their own, the share of the way to the principal ones that one frame goes."""
LOSS = 0.03
"""The share of the variance that a plane on its way may leave out, against the best plane."""


class PrincipalAxes(Struct, frozen=True, eq=False):
    """The directions of a cloud of points, those of the largest variance first.

    Attributes
    ----------
    mean
        `(n, 1)`.
    components
        `(n, r)`, orthonormal columns; of each the largest entry is positive.
    variances
        `(r,)`, descending, not below 0: divided by the number of points.
    total
        The variance in all directions together.
    fitted
        How many points the components come from.
    """

    mean: FloatArray
    components: FloatArray
    variances: FloatArray
    total: float
    fitted: int

    @property
    def is_complete(self) -> bool:
        """Whether there is a component for every dimension."""
        return len(self.components) == len(self.variances)


def principal_axes(X: NDArray[Any], widest: int = WIDEST) -> PrincipalAxes | None:
    """Return the principal axes of the columns of `X`, `(n, m)`.

    None where a number is not finite, or its square is not.

    `widest`: with more dimensions than that, the components come from as many points at most.
    """
    n, m = X.shape
    with np.errstate(all="ignore"):
        mean = X.mean(axis=1, keepdims=True, dtype=np.float64)
        points = X if n <= widest or m <= widest else X[:, evenly(m, widest)]
        D = points - mean
        dimensions = n <= widest
        square = (D @ D.T if dimensions else D.T @ D) / D.shape[1]
        total = float(np.trace(square))
    if not (np.isfinite(total) and np.isfinite(square).all()):
        return None
    variances, vectors = np.linalg.eigh(square)
    variances, vectors = np.maximum(variances[::-1], 0.0), vectors[:, ::-1]
    if not dimensions:
        # The Gram matrix has the same variances; D·v has the length √(m·λ), and none where λ is 0.
        variances = variances[: min(n, D.shape[1])]
        vectors = np.linalg.qr(D @ vectors[:, : len(variances)])[0]
    largest = np.abs(vectors).argmax(axis=0)
    signs = np.where(vectors[largest, np.arange(vectors.shape[1])] < 0, -1.0, 1.0)
    return PrincipalAxes(mean, vectors * signs, variances, total, D.shape[1])


def is_constant(axes: PrincipalAxes, X: NDArray[Any]) -> bool:
    """Whether the columns of `X` are all the same but for rounding."""
    rounding = 8 * float(np.finfo(X.dtype).eps) * max(float(np.abs(axes.mean).max()), float(np.finfo(X.dtype).tiny))
    return axes.total <= float(X.shape[0]) * rounding**2


class FollowedPlane:
    """The plane of the first two components, frame by frame.

    Eigenvectors have no sign, and where two variances are nearly the same no direction either: taken as they come, the
    picture would flip and spin from frame to frame. Here every frame starts from the last one. Where the variances are
    apart (by `APART`) it is the plane of the first two components exactly, their signs as before; where they are not,
    any direction between is about as good, and the plane moves towards the principal one by `PACE`, or by as much as
    keeps its variance within `LOSS` of the best.
    """

    def __init__(self) -> None:
        self._basis: FloatArray | None = None

    def follow(self, axes: PrincipalAxes, X: NDArray[Any]) -> FloatArray:
        """Return an orthonormal basis `(n, k)` of the plane now, k = 2, or 1 in one dimension."""
        k = min(2, axes.components.shape[1])
        exact = axes.components[:, :k]
        last = self._basis
        if last is None or last.shape != exact.shape:
            basis = exact
        elif k == 1:
            basis = exact if float((last * exact).sum()) >= 0 else -exact
        else:
            basis = self._moved(last, exact, axes, X - axes.mean)
        self._basis = basis
        return basis

    def _moved(self, last: FloatArray, exact: FloatArray, axes: PrincipalAxes, D: FloatArray) -> FloatArray:
        variances = axes.variances
        third = float(variances[2]) if len(variances) > 2 else 0.0
        share = pace(float(variances[1]), third) if exact.shape[0] > 2 else 1.0
        way = _Geodesic(last, exact)
        if share < 1:
            least = (1 - LOSS) * float((exact.T @ D).var(axis=1).sum())
            steps = [share, *(step for step in (0.3, 0.5, 0.75) if step > share)]
            share = next((step for step in steps if _kept(way.at(step), D) >= least), 1.0)
        plane = way.at(share)
        return _turned(plane, D, pace(float(variances[0]), float(variances[1])))


def pace(larger: float, smaller: float) -> float:
    """Return the share of the way that a direction goes in one frame, from its variance and the next smaller one."""
    apart = (larger - smaller) / larger if larger > 0 else 0.0
    return min(max((apart / APART) ** 2, PACE), 1.0)


def evenly(m: int, k: int) -> NDArray[np.intp]:
    """Return `k` of `m` indices evenly spread, or all."""
    return np.arange(m) if k >= m else (np.arange(k) * m) // max(k, 1)


class _Geodesic:
    """The shortest way from one plane to another, both given by an orthonormal basis `(n, 2)`.

    It begins at the first basis and ends at that basis of the second plane which is nearest to it (Procrustes).
    """

    def __init__(self, start: FloatArray, end: FloatArray) -> None:
        U, cosines, Vt = np.linalg.svd(start.T @ end)
        angles = np.arccos(np.clip(cosines, -1.0, 1.0))
        self._start, self._end, self._turn, self._angles = start @ U, end @ Vt.T, U.T, angles
        rest = self._end - self._start * np.cos(angles)
        length = np.sqrt((rest * rest).sum(axis=0))
        # Two directions that are the same already have nowhere to go.
        self._away = np.divide(rest, length, out=np.zeros_like(rest), where=length > 1e-9)

    def at(self, share: float) -> FloatArray:
        """Return the basis after that share of the way."""
        if share >= 1:
            basis: FloatArray = self._end @ self._turn
            return basis
        angles = share * self._angles
        between: FloatArray = (self._start * np.cos(angles) + self._away * np.sin(angles)) @ self._turn
        return between


def _kept(basis: FloatArray, D: FloatArray) -> float:
    return float((basis.T @ D).var(axis=1).sum())


def _turned(basis: FloatArray, D: FloatArray, share: float) -> FloatArray:
    """Turn a basis within its plane towards the principal directions there, by that share of the angle."""
    scores = basis.T @ D
    xx, yy, xy = (float((scores[i] * scores[j]).mean()) for i, j in ((0, 0), (1, 1), (0, 1)))
    # The direction of the largest variance, from −90° to 90°: its opposite would do as well, and be a flip.
    angle = share * 0.5 * np.arctan2(2 * xy, xx - yy)
    cosine, sine = np.cos(angle), np.sin(angle)
    turned: FloatArray = basis @ np.array([[cosine, -sine], [sine, cosine]])
    return turned
