"""Which numbers a control steps through, and how they are written.

They are round numbers at even distances, or at even ratios on a logarithmic scale.
"""

import math
from abc import ABC, abstractmethod
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from playground.files import Field

PREFERRED = (1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0)
"""Ten round numbers to a decade with nearly equal ratios: the series R″10 of preferred numbers, ISO 3."""

LINEAR_STEPS = 100
"""A linear scale has about so many steps, so that each is a pixel or two of a narrow slider."""

Number = int | float


@dataclass(frozen=True)
class Scale(ABC):
    """The steps of one field.

    Attributes
    ----------
    minimum, maximum
        What is allowed at all, inclusive.
    low, high
        What a slider spans, within the allowed range.
    whole
        Whether only whole numbers count.
    """

    minimum: float
    maximum: float
    low: float
    high: float
    whole: bool

    @abstractmethod
    def step(self, value: Number, count: int) -> Number:
        """Return the value `count` steps up, or down where negative, never beyond what is allowed."""

    @property
    @abstractmethod
    def stops(self) -> tuple[Number, ...]:
        """What a slider stops at, ascending."""

    def nearest(self, value: Number) -> int:
        """Return the number of the stop nearest to a value; beyond the slider, its end."""
        stops = self.stops
        right = min(bisect_left(stops, value), len(stops) - 1)
        left = max(right - 1, 0)
        return left if abs(stops[left] - value) < abs(stops[right] - value) else right

    def _allowed(self, value: float) -> Number:
        bounded = min(max(value, self.minimum), self.maximum)
        return round(bounded) if self.whole else bounded


@dataclass(frozen=True)
class LinearScale(Scale):
    """Even distances: multiples of a round step.

    `decimals`: the step is no finer than this many digits behind the point.
    """

    decimals: int

    @property
    def distance(self) -> float:
        """The step: 1, 2 or 5 times a power of ten, about a hundredth of the slider."""
        if self.whole:
            return 1.0
        wanted = max((self.high - self.low) / LINEAR_STEPS, 10.0**-self.decimals)
        power = 10.0 ** math.floor(math.log10(wanted) + 1e-9)
        return next(factor * power for factor in (1, 2, 5, 10) if factor * power > wanted * (1 - 1e-9))

    def step(self, value: Number, count: int) -> Number:
        position = value / self.distance
        # A value between two multiples goes to the neighbour first.
        start = math.floor(position + 1e-9) if count > 0 else math.ceil(position - 1e-9)
        return self._allowed(self._rounded((start + count) * self.distance))

    @property
    def stops(self) -> tuple[Number, ...]:
        distance = self.distance
        if self.whole and self.high - self.low > LINEAR_STEPS * 10:
            distance = (self.high - self.low) / (LINEAR_STEPS * 10)
        first, last = math.ceil(self.low / distance - 1e-9), math.floor(self.high / distance + 1e-9)
        inner = {self._allowed(self._rounded(i * distance)) for i in range(first, last + 1)}
        return tuple(sorted(inner | {self._allowed(self.low), self._allowed(self.high)}))

    def _rounded(self, value: float) -> float:
        """Return a value without the digits that binary fractions add."""
        return round(value, max(self.decimals, 6))


@dataclass(frozen=True)
class LogScale(Scale):
    """Even ratios: the preferred numbers of every decade."""

    def step(self, value: Number, count: int) -> Number:
        if self.whole:
            return self._allowed(value + count)
        if value <= 0:
            return self._allowed(_preferred(self._index(self.low, count) + count - 1)) if count > 0 else value
        return self._allowed(_preferred(self._index(value, count) + count))

    @property
    def stops(self) -> tuple[Number, ...]:
        first, last = self._index(self.low, -1), self._index(self.high, 1)
        inner = {_preferred(i) for i in range(first, last + 1)}
        if self.whole:
            inner = {value for value in inner if value == round(value)}
        return tuple(sorted({self._allowed(value) for value in inner | {self.low, self.high}}))

    @staticmethod
    def _index(value: float, direction: int) -> int:
        """Number the preferred numbers from 1 = 0 on; in between, the neighbour behind one who goes that way."""
        exponent = math.floor(math.log10(value) + 1e-12)
        mantissa = value / 10.0**exponent
        if direction > 0:
            place = bisect_right(PREFERRED, mantissa * (1 + 1e-9)) - 1
        else:
            place = bisect_left(PREFERRED, mantissa * (1 - 1e-9))
        return len(PREFERRED) * exponent + place


def scale_of(field: Field) -> Scale:
    """Return the scale of a number's field.

    A slider without its own range in the table spans all that is allowed.
    """
    minimum = -math.inf if field.minimum is None else field.minimum
    maximum = math.inf if field.maximum is None else field.maximum
    low, high = field.slider or (minimum, maximum)
    low, high = max(low, minimum), min(high, maximum)
    whole = field.kind == "integer"
    if field.scale == "log":
        return LogScale(minimum, maximum, low, high, whole)
    return LinearScale(minimum, maximum, low, high, whole, field.decimals)


def _preferred(index: int) -> float:
    exponent, place = divmod(index, len(PREFERRED))
    return float(f"{PREFERRED[place]}e{exponent}")
