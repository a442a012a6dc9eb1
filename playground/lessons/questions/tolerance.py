"""How near an answer has to come to what is right."""

import re

import numpy as np

from playground.lessons.errors import LessonError

DIGITS = 4
"""The significant digits that numbers are shown with."""
USUAL_TOLERANCE = 0.005
"""Relative, where a question names none."""
ROUNDED = 0.1
"""What differs by more, relative, is another number, and not the same one rounded."""
NOTHING = 1e-12
"""What differs by less is equal."""


def near(given: float, right: float, tolerance: str) -> bool:
    """Whether a number is right to a tolerance: ``0.5 %``, or ``digits`` for the digits that are shown.

    Raises `LessonError` if the tolerance is neither.
    """
    if abs(given - right) <= NOTHING:
        return True
    if tolerance == "digits":
        unit = 10.0 ** (np.floor(np.log10(abs(right))) - DIGITS + 1) if right else NOTHING
        return bool(abs(given - right) <= 0.5001 * unit)
    return abs(given - right) <= relative(tolerance) * abs(right)


def is_rounded(given: float, right: float) -> bool:
    """Whether a number is the right one rounded, or cut off, so far that it is not right any more."""
    if not right or abs(given - right) > ROUNDED * abs(right):
        return False
    first = int(np.floor(np.log10(abs(right))))
    units = [10.0 ** (first - digits) for digits in range(DIGITS)]
    return any(
        abs(abs(given) - unit * cut(abs(right) / unit)) <= NOTHING for unit in units for cut in (np.round, np.floor)
    )


def relative(tolerance: str) -> float:
    """Return a relative tolerance as a fraction.

    Raises `LessonError` if it is no percentage from 0 to 50.
    """
    if not tolerance:
        return USUAL_TOLERANCE
    found = re.fullmatch(r"\s*([0-9]+(?:\.[0-9]+)?)\s*%\s*", tolerance)
    if found is None or float(found[1]) > 50:
        raise LessonError(
            "tolerance {tolerance}: a share up to 50 % was expected, as in 0.5 %, or digits", tolerance=tolerance
        )
    return float(found[1]) / 100
