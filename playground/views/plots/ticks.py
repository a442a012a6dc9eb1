"""Round numbers for scales: where they end, so that they stay quiet while values move, and how far apart ticks are."""

import math
from typing import Any

from PySide6.QtGui import QFontMetrics

ENDS = (1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)
"""The mantissas at which an axis may end: few enough that its ticks rarely move."""

STEPS = (1, 2, 5)
"""Ticks are these numbers apart, times a power of ten."""

FEWEST, MOST = 2, 1000
"""Numbers that an axis has at least, however little room there is; and a bound to the search for them."""

OVERHANG = 12
"""Pixels at 100 % by which a label may stand out at an end of its axis."""

CLEARANCE = 10
"""Pixels between two labels side by side, at least."""

LARGEST_SPAN = 1e305
"""Beyond it there are no numbers to be a few ticks apart."""
Level = tuple[float, float]


def round_up(value: float) -> float:
    """Return the smallest quiet number that is not below a positive `value`; 1 for anything else."""
    if not (value > 0 and math.isfinite(value)):
        return 1.0
    power = 10.0 ** math.floor(math.log10(value))
    for step in ENDS:
        if value <= step * power * (1 + 1e-9):
            return step * power
    return 10.0 * power


def decades(low: float, high: float) -> tuple[float, float]:
    """Return the quiet range of exponents around two positive numbers: half decades, one decade at least."""
    bottom = math.floor(2 * math.log10(low) - 1e-9) / 2
    top = math.ceil(2 * math.log10(high) + 1e-9) / 2
    return (bottom, top) if top - bottom >= 1 else (top - 1, top)


def share_of(value: float, whole: float) -> float:
    """Return how much of a whole a number is, 0 … 1, for a length or a shade; 0 where either is no finite number."""
    share = value / whole if whole and math.isfinite(value) and math.isfinite(whole) else 0.0
    return min(max(share, 0.0), 1.0)


def next_step(step: float) -> float:
    """Return the smallest round number that is not below a positive `step`."""
    power = 10.0 ** math.floor(math.log10(step) + 1e-9)
    return next((number * power for number in STEPS if number * power >= step * (1 - 1e-9)), 10 * power)


def tick_levels(axis: Any, ends: tuple[float, float], pixels: float, metrics: QFontMetrics) -> list[Level] | None:
    """Return what `pyqtgraph.AxisItem.setTickSpacing` takes: one level of labelled ticks, two lines of text apart.

    Both axes of a plot have the same distance then; an axis whose labels stand side by side takes a larger one only
    where they are too wide for it.

    None leaves it to pyqtgraph: powers of ten, or nothing to measure.

    `axis`: the `pyqtgraph.AxisItem`.
    """
    span = abs(ends[1] - ends[0]) * axis.scale
    if axis.logMode or not (0 < span < LARGEST_SPAN and pixels > 0):
        return None
    step = next_step(2 * metrics.height() * span / pixels)
    first, last = sorted(end * axis.scale for end in ends)
    side_by_side = axis.orientation == "bottom"

    def labels(step: float) -> tuple[int, float]:
        """How many labels such a step gives within the axis, and the widest of those at its ends."""
        low, high = math.ceil(first / step - 1e-9), math.floor(last / step + 1e-9)
        if high < low:
            return 0, 0.0
        texts = axis.tickStrings([low * step, high * step], 1.0, step)
        widest = max(metrics.horizontalAdvance(text) for text in texts)
        if side_by_side:  # one that would stand out at an end is not drawn
            beyond = (widest / 2 - axis.style["hideOverlappingLabels"]) * span / pixels
            low += low * step - first < beyond
            high -= last - high * step < beyond
        return high - low + 1, widest

    if step < axis.least_step and labels(axis.least_step)[0] >= FEWEST:
        step = axis.least_step
    while side_by_side and step < span and step * pixels / span < labels(step)[1] + CLEARANCE:
        step = next_step(step * 1.5)
    while labels(step)[0] < FEWEST and step > span / MOST:
        step = next_step(step / 2.6)
    while side_by_side and step * pixels / span < labels(step)[1] + CLEARANCE and labels(2 * step)[0] >= FEWEST:
        step *= 2  # not as round, but no label stands on another
    return [(step, 0.0)]  # in the numbers as they are written, times the scale
