"""The errors of a check, entry by entry, as the engine judges them."""

import numpy as np
from numpy.typing import NDArray

from playground.engine import ParameterCheck
from playground.engine.gradient_check import ABSOLUTE_TOLERANCE, RELATIVE_FLOOR, RELATIVE_TOLERANCE

LOWEST, HIGHEST = -14.0, 0.0
"""The powers of ten at the ends of the colours, the same for every array and every check."""

Flags = np.ndarray[tuple[int, ...], np.dtype[np.bool_]]


def difference_of(check: ParameterCheck) -> NDArray[np.float64]:
    """Return `|analytic − numerical|` of every entry."""
    with np.errstate(all="ignore"):
        return np.asarray(np.abs(check.analytic - check.numerical), np.float64)


def relative_errors(check: ParameterCheck) -> NDArray[np.float64]:
    """Return `|a − n| / max(|a| + |n|, 1e-8)` of every entry."""
    with np.errstate(all="ignore"):
        size = np.maximum(np.abs(check.analytic) + np.abs(check.numerical), RELATIVE_FLOOR)
        return np.asarray(difference_of(check) / size, np.float64)


def differs(check: ParameterCheck) -> Flags:
    """Return which entries fail the check; those that cannot be judged do not."""
    agrees = (relative_errors(check) < RELATIVE_TOLERANCE) | (difference_of(check) < ABSOLUTE_TOLERANCE)
    return np.asarray(~agrees & ~check.at_kink & ~check.in_rounding, np.bool_)


def exponents(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the powers of ten of errors; zero is the lowest of the scale."""
    with np.errstate(all="ignore"):
        return np.where(values > 0, np.log10(np.maximum(values, 10.0**LOWEST)), LOWEST)
