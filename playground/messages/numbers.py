"""How numbers stand in texts, in whatever room the texts are made: what is no finite number is never called ``nan``."""

import math

MISSING = "–"
UNDEFINED = "?"
"""What came out of numbers beyond all bounds, as ∞ − ∞, and is no number any more."""
MINUS = "−"


def not_finite(value: float | None) -> str:
    """Return the text of what is no finite number, and nothing for a number; None stands for "not computed yet"."""
    if value is None:
        return MISSING
    if math.isnan(value):
        return UNDEFINED
    if math.isinf(value):
        return "∞" if value > 0 else MINUS + "∞"
    return ""


def significant(value: float | None, digits: int) -> str:
    """Return a number with at most that many significant digits, without zeros at its end: ``−0.25``, ``1e−05``."""
    return not_finite(value) or f"{float(value or 0.0):.{digits}g}".replace("-", MINUS)
