"""Ranges of axes that stay quiet while what they show moves."""

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from playground.views.plots.numbers import round_up

SHRINK = 0.4
"""An axis gets shorter only when less than this share of it is used."""

Range = tuple[float, float]


class QuietRange:
    """The range of an axis: it grows at once when something leaves it, and shrinks late."""

    def __init__(self) -> None:
        self._range: Range | None = None

    def forget(self) -> None:
        """Begin anew: another picture is shown."""
        self._range = None

    def around(self, values: NDArray[Any]) -> Range:
        """Return a range that holds the finite ones of these values."""
        finite = values[np.isfinite(values)] if not np.isfinite(values.sum()) else values
        low, high = (float(finite.min()), float(finite.max())) if finite.size else (-1.0, 1.0)
        known = self._range
        if known is None or low < known[0] or high > known[1] or high - low < SHRINK * (known[1] - known[0]):
            self._range = known = _quiet(low, high)
        return known

    def symmetric(self, values: NDArray[Any]) -> Range:
        """Return a range with zero in its middle."""
        largest = float(np.abs(values).max(initial=0.0))
        largest = largest if math.isfinite(largest) else 1.0
        known = self._range
        if known is None or largest > known[1] or largest < SHRINK * known[1]:
            end = round_up(1.03 * largest)
            self._range = known = (-end, end)
        return known


def _quiet(low: float, high: float) -> Range:
    """Return the range between round numbers around these values, with room for markers."""
    span = high - low
    size = max(abs(low), abs(high))
    if not (math.isfinite(span) and size > 0):
        return -1.0, 1.0
    if span <= 1e-6 * size:
        return low - 0.5 * size, high + 0.5 * size
    step = round_up(span) / 10
    return (math.floor(low / step - 0.3)) * step, (math.ceil(high / step + 0.3)) * step
