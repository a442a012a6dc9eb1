"""An axis that always tells where one is: two numbers at least, each another one than the others."""

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from playground.messages.numbers import logarithmic_ticks, significant, written
from playground.views.plots.ticks import CLEARANCE, FEWEST, next_step

MOST_DIGITS = 15


class Axis(pg.AxisItem):  # type: ignore[misc]
    """pyqtgraph's axis, whose numbers have as many digits as it takes to tell them apart.

    `least_step`: what the numbers are apart at least, as long as two of them are in sight: 1 where only whole ones say
    anything.
    """

    least_step = 0.0

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        if self.logMode:
            exponents = [float(value) for value in values]
            return self._apart(exponents, logarithmic_ticks(exponents, self.range))
        return number_texts([float(value) * scale for value in values], abs(spacing * scale))

    def tickValues(self, minVal: float, maxVal: float, size: float) -> list[tuple[Any, Any]]:
        """Return the ticks: on a logarithmic axis within a decade, round numbers where too few are powers of ten."""
        if self.logMode and (powers := self._powers(minVal, maxVal)):
            return [powers]
        levels: list[tuple[Any, Any]] = super().tickValues(minVal, maxVal, size)
        if not self.logMode or sum(len(values) for _, values in levels) >= FEWEST:
            return levels
        low, high = (10.0 ** min(max(end, -300.0), 300.0) for end in sorted((minVal, maxVal)))
        if not low < high:
            return levels
        return [(None, list(np.log10(_multiples(low, high))))]

    def _powers(self, low: float, high: float) -> tuple[float, list[float]] | None:
        """Return every second, third … power of ten where not all their labels have room; None where they have."""
        first, last = math.ceil(low - 1e-9), math.floor(high + 1e-9)
        upright, span = self.orientation in ("left", "right"), high - low
        length = self.height() if upright else self.width()
        if last - first < 2 or length <= 0 or not 0 < span < math.inf:
            return None
        texts = logarithmic_ticks([float(first), float(last)], self.range)
        step = math.ceil(self._room(texts) * span / length)
        fitting = [float(power) for power in range(-(-first // step) * step, last + 1, step)]
        return (float(step), fitting) if step > 1 and len(fitting) >= FEWEST else None

    def _room(self, texts: Sequence[str]) -> float:
        """Return how far apart the labels must stand."""
        metrics = QFontMetricsF(self.style["tickFont"] or QApplication.font())
        upright = self.orientation in ("left", "right")
        return metrics.height() if upright else max(map(metrics.horizontalAdvance, texts)) + CLEARANCE

    def _apart(self, exponents: Sequence[float], texts: list[str]) -> list[str]:
        """Leave out labels that would stand on others: powers of ten stay before fives, twos and the rest."""
        upright = self.orientation in ("left", "right")
        length = self.height() if upright else self.width()
        span = abs(self.range[1] - self.range[0])
        if not texts or length <= 0 or not 0 < span < math.inf:
            return texts
        room = self._room(texts)
        kept: list[int] = []
        for index in sorted(range(len(texts)), key=lambda index: _rank(exponents[index])):
            if all(abs(exponents[index] - exponents[other]) * length / span >= room for other in kept):
                kept.append(index)
        return [text if index in kept else "" for index, text in enumerate(texts)]


def _rank(exponent: float) -> int:
    """Return how late a number is left out of a logarithmic scale."""
    return {1: 0, 10: 0, 5: 1, 2: 2}.get(round(10 ** (exponent - math.floor(exponent))), 3)


def number_texts(numbers: Sequence[float], spacing: float) -> list[str]:
    """Return numbers so far apart as texts, all in the same form: as short as it can be while they differ."""
    largest = max((abs(number) for number in numbers), default=0.0)
    if not (math.isfinite(largest) and largest and spacing > 0 and math.isfinite(spacing)):
        return [significant(number, 6) for number in numbers]
    unit = math.floor(math.log10(spacing) + 1e-9)
    places = max(0, -unit)
    digits = min(max(math.floor(math.log10(largest) + 1e-9) - unit, 0), MOST_DIGITS)
    plain = [written(f"{number + 0.0:.{places}f}") for number in numbers]
    powers = [written(f"{number:.{digits}e}") if number else "0" for number in numbers]
    usual = 1e-3 <= largest < 1e6
    return plain if usual or max(map(len, plain)) <= max(map(len, powers)) else powers


def _multiples(low: float, high: float) -> list[float]:
    """Return the multiples between two numbers of the largest round step that has two of them there."""
    step = next_step(high - low)
    while True:
        first, last = math.ceil(low / step), math.floor(high / step)
        if last - first + 1 >= FEWEST:
            return [number * step for number in range(first, last + 1)]
        step = next_step(step / 2.6)
