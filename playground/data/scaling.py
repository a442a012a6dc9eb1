"""Bringing numbers to mean 0 and spread 1, and back into the unit that they came in."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.floating[Any]]

LARGE = 1e100
"""Beyond this, and below its inverse, squares are no longer exact enough to be averaged."""


class Scaling(Struct, frozen=True, eq=False):
    """``(V - mean) / scale``, row by row, and its inverse.

    Parameters
    ----------
    mean, scale : ndarray of shape (n, 1)
        Zeros and ones change nothing.
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
