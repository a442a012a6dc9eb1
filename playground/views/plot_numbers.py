"""Numbers of plots: ranges that stay quiet while values move, and text of constant width."""

import math

STEPS = (1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)
"""The mantissas at which an axis may end: few enough that its ticks rarely move."""

MINUS = "−"


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


def tabular(value: float | None, digits: int = 5) -> str:
    """Return a number as text of `digits` + 3 characters in a fixed-width font, whatever its size.

    Parameters
    ----------
    value
        Any float; None means "there is none" and gives a dash.
    digits
        Significant digits, 3 at least.
    """
    width = digits + 3
    if value is None or math.isnan(value):
        return "–".rjust(width)
    if math.isinf(value):
        return ("∞" if value > 0 else MINUS + "∞").rjust(width)
    size = abs(value)
    if value == 0 or 10.0 ** (2 - digits) <= size < 10.0 ** (digits - 1):
        whole = len(str(int(size)))
        text = f"{value:.{digits - whole}f}"
    else:
        text = f"{value:.{max(digits - 4, 0)}e}"
    return text.replace("-", MINUS, 1).rjust(width) if value < 0 else text.rjust(width)


def tick(value: float) -> str:
    """Return a short label for a scale."""
    return f"{value:.3g}".replace("-", MINUS)
