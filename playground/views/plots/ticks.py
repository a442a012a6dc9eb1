"""How far apart an axis's ticks are: as close as their labels leave room for, whatever the axis."""

import math
from typing import Any

from PySide6.QtGui import QFontMetrics

STEPS = (1, 2, 5)
"""Ticks are these numbers apart, times a power of ten."""

CLEARANCE = 10
"""Pixels between two labels side by side, at least."""

LARGEST_SPAN = 1e305
"""Beyond it there are no numbers to be a few ticks apart."""
Level = tuple[float, float]


def next_step(step: float) -> float:
    """Return the smallest round number that is not below a positive `step`."""
    power = 10.0 ** math.floor(math.log10(step) + 1e-9)
    return next((number * power for number in STEPS if number * power >= step * (1 - 1e-9)), 10 * power)


def tick_levels(axis: Any, ends: tuple[float, float], pixels: float, metrics: QFontMetrics) -> list[Level] | None:
    """Return what `pyqtgraph.AxisItem.setTickSpacing` takes: one level of labelled ticks, two lines of text apart.

    Both axes of a plot have the same distance then; an axis whose labels stand side by side takes a larger one only
    where they are too wide for it.

    Parameters
    ----------
    axis
        The `pyqtgraph.AxisItem`.
    ends
        The range shown.
    pixels
        Its length.
    metrics
        Of the labels' font.

    Returns
    -------
    list of (spacing, offset), or None
        None leaves it to pyqtgraph: powers of ten, or nothing to measure.
    """
    span = abs(ends[1] - ends[0]) * axis.scale
    if axis.logMode or not (0 < span < LARGEST_SPAN and pixels > 0):
        return None
    step = next_step(2 * metrics.height() * span / pixels)
    if axis.orientation == "bottom":
        first, last = sorted(end * axis.scale for end in ends)
        while step < span:
            values = [math.ceil(first / step) * step, math.floor(last / step) * step]
            widest = max(metrics.horizontalAdvance(text) for text in axis.tickStrings(values, 1.0, step))
            if step * pixels / span >= widest + CLEARANCE:
                break
            step = next_step(step * 1.5)
    return [(step, 0.0)]
