"""Numbers of plots: ranges that stay quiet while values move, labels of scales."""

import math

from playground.views.numbers import MINUS, compact, significant

STEPS = (1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)
"""The mantissas at which an axis may end: few enough that its ticks rarely move."""

WIDTH = 8
"""Characters of a number that changes."""


def round_up(value: float) -> float:
    """Return the smallest quiet number that is not below a positive `value`; 1 for anything else."""
    if not (value > 0 and math.isfinite(value)):
        return 1.0
    power = 10.0 ** math.floor(math.log10(value))
    for step in STEPS:
        if value <= step * power * (1 + 1e-9):
            return step * power
    return 10.0 * power


def decades(low: float, high: float) -> tuple[float, float]:
    """Return the quiet range of exponents around two positive numbers: half decades, one decade at least."""
    bottom = math.floor(2 * math.log10(low) - 1e-9) / 2
    top = math.ceil(2 * math.log10(high) + 1e-9) / 2
    return (bottom, top) if top - bottom >= 1 else (top - 1, top)


def column(value: float | None, width: int = WIDTH) -> str:
    """Return a number as text of `width` characters, for fonts of fixed width."""
    return compact(value, width, pad=False).rjust(width)


def tick(value: float, step: float) -> str:
    """Return a short label for a scale whose neighbouring labels are `step` apart."""
    size = max(abs(value), abs(step))
    if not (size and math.isfinite(size)):
        return significant(value, 6)
    if size >= 1e5 or size < 1e-3:
        return f"{value:.2g}".replace("-", MINUS, value < 0)
    text = f"{value:.{max(0, 1 - math.floor(math.log10(abs(step) or size)))}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text.replace("-", MINUS)
