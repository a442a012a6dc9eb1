"""Which examples train the network and which only test it, and numbers brought to mean 0 and spread 1."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from playground.data.dataset import DataError, FloatArray, IntArray


def split(m: int, train_fraction: float, rng: np.random.Generator) -> tuple[IntArray, IntArray]:
    """Divide the examples 0 … m − 1 at random: those to train on and those to test on, each in ascending order.

    There is always an example to train on; there is one to test on unless `train_fraction` is 1 or `m` is 1. With one
    seed, a larger fraction only adds to the training examples of a smaller one.

    Raises `DataError` if `m` is less than 1 or the fraction is out of bounds.
    """
    _check(m, train_fraction)
    most = m if train_fraction == 1 else max(m - 1, 1)
    train_size = min(max(round(m * train_fraction), 1), most)
    order = rng.permutation(m)
    return np.sort(order[:train_size]), np.sort(order[train_size:])


def split_points(X: FloatArray, train_fraction: float, seed: int) -> tuple[IntArray, IntArray]:
    """Divide points `(n, m)` that come and go, as `split` does, so that none changes sides because of another.

    The side of a point is decided by its own coordinates and the seed alone. Only where that would leave nothing to
    train on, or nothing to test on although the fraction is less than 1, the nearest to the other side goes over.

    Raises `DataError` if there is no point or the fraction is out of bounds.

    Returns
    -------
    train_indices, test_indices : ndarray of int
        Each in ascending order; together every point once. With one seed, a larger fraction only adds to the training
        points of a smaller one.
    """
    m = X.shape[1]
    _check(m, train_fraction)
    chance = _hashed(X, seed)
    trains = chance < train_fraction
    if train_fraction < 1 and m > 1:
        trains[chance.argmax()] = False
    trains[chance.argmin()] = True
    return np.flatnonzero(trains), np.flatnonzero(~trains)


def _hashed(X: FloatArray, seed: int) -> FloatArray:
    """Return a number in [0, 1) for each point, that looks random: SplitMix64 (Steele, Lea, Flood 2014) by rows."""
    state = np.full(X.shape[1], seed % 2**64, dtype=np.uint64)
    for row in X:
        bits: NDArray[np.uint64] = (row + 0.0).view(np.uint64)  # -0 is the same place as 0
        state = _mixed(state ^ bits)
    return (_mixed(state) >> np.uint64(11)).astype(np.float64) * 2.0**-53


def _mixed(state: NDArray[np.uint64]) -> NDArray[np.uint64]:
    state = state + np.uint64(0x9E3779B97F4A7C15)
    state = (state ^ (state >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    state = (state ^ (state >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return state ^ (state >> np.uint64(31))


def _check(m: int, train_fraction: float) -> None:
    if m < 1:
        raise DataError("split: {value} examples, expected at least 1", value=m)
    if not 0 < train_fraction <= 1:
        raise DataError(
            "data.train_fraction: {train_fraction}, expected more than 0 and at most 1", train_fraction=train_fraction
        )


Floats: TypeAlias = NDArray[np.floating[Any]]

LARGE = 1e100
"""Beyond this, and below its inverse, squares are no longer exact enough to be averaged."""


class Scaling(Struct, frozen=True, eq=False):
    """``(V - mean) / scale``, row by row, and its inverse.

    `mean` and `scale`: zeros and ones change nothing.
    """

    mean: Floats
    scale: Floats

    @classmethod
    def unused(cls, n: int, unit: float = 1.0) -> Scaling:
        """Return a scaling of `n` rows that changes nothing, or only divides by a unit."""
        return cls(np.zeros((n, 1)), np.full((n, 1), unit))

    @classmethod
    def of(cls, V: Floats) -> Scaling:
        """Return the scaling that brings each row of `V` `(n, m)` to mean 0 and standard deviation 1.

        A constant row becomes 0: it tells nothing, and the rounding of its mean is not to be blown up.
        """
        # The largest numbers that there are would overflow in a sum, and the smallest vanish in a square.
        largest = np.abs(V).max(axis=1, keepdims=True)
        unit = np.where((largest > LARGE) | (largest < 1 / LARGE), largest, 1.0)
        unit[unit == 0] = 1.0
        scaled = V / unit
        mean, scale = scaled.mean(axis=1, keepdims=True) * unit, scaled.std(axis=1, keepdims=True) * unit
        constant = V.min(axis=1, keepdims=True) == V.max(axis=1, keepdims=True)
        mean[constant] = V[:, :1][constant]
        return cls(mean, np.where(constant | (scale == 0), 1.0, scale))

    @property
    def is_used(self) -> bool:
        """Whether it changes anything."""
        return bool(self.mean.any() or (self.scale != 1).any())

    def applied(self, V: Floats) -> Floats:
        """Return `(V - mean) / scale`, not finite where that is too large; `V` itself where it changes nothing."""
        if not self.is_used:
            return V
        with np.errstate(over="ignore"):
            return np.asarray((V - self.mean) / self.scale)

    def undone(self, V: Floats) -> Floats:
        """Return `V * scale + mean`; `V` itself where it changes nothing."""
        if not self.is_used:
            return V
        with np.errstate(over="ignore", invalid="ignore"):
            return np.asarray(V * self.scale + self.mean)
