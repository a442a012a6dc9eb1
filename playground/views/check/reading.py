"""What the curve of the error against ε says: truncation on one side, round-off on the other, or no V at all."""

from collections.abc import Sequence
from math import log10
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Reading = Literal["bottom", "truncation", "rounding", "plateau"]

SMALLEST = 1e-18
"""An error of exactly zero is drawn here."""
NEAR = 12.0
"""An ε within this factor of the best one is as good."""
DEEPEST = -11.0
"""A power of ten of the error that is always in sight: what a right gradient reaches, so that a plateau looks high."""
FLAT_WITHIN = 3.0
FLAT_SHARE = 0.4
FLAT_FROM = 1e-9
"""A curve is a plateau where so large a share of it lies within that factor of its lowest point, and not lower."""
SLOPE_WITHIN = 0.45
BEYOND = 1.0
"""How far a guide goes on past the bottom of the V, in powers of ten of ε."""

Guide = tuple[NDArray[np.float64], NDArray[np.float64]]


def read_curve(curve: Sequence[tuple[float, float]], epsilon: float) -> Reading | None:
    """Return on which part of the curve an ε lies; None before there is enough of a curve.

    Parameters
    ----------
    curve
        `(ε, mean |analytic − numerical|)` by falling ε.
    epsilon
        The ε in use.
    """
    if len(curve) < 5:
        return None
    epsilons, errors = _arrays(curve)
    lowest = errors.min()
    if lowest > FLAT_FROM and np.mean(errors <= FLAT_WITHIN * lowest) >= FLAT_SHARE:
        return "plateau"
    best = epsilons[errors.argmin()]
    if best / NEAR <= epsilon <= best * NEAR:
        return "bottom"
    return "truncation" if epsilon > best else "rounding"


def guides(curve: Sequence[tuple[float, float]]) -> tuple[Guide | None, Guide | None]:
    """Return the straight lines that the branches follow, as exponents: error ∝ ε² and error ∝ 1/ε.

    A branch that the curve does not have is None: a cost that is quadratic in every weight has no truncation.
    """
    if len(curve) < 5:
        return None, None
    epsilons, errors = _arrays(curve)
    x, y = np.log10(epsilons), np.log10(errors)
    lowest = int(errors.argmin())
    return _guide(x[: lowest + 1], y[: lowest + 1], 2), _guide(x[lowest:], y[lowest:], -1)


def _guide(x: NDArray[np.float64], y: NDArray[np.float64], slope: int) -> Guide | None:
    if len(x) < 3:
        return None
    steep = np.abs((y[:-1] - y[1:]) / (x[:-1] - x[1:]) - slope) < SLOPE_WITHIN
    if np.count_nonzero(steep) < 2:
        return None
    on_it = np.append(steep, False) | np.insert(steep, 0, False)
    height = float(np.median(y[on_it] - slope * x[on_it]))
    ends = np.array([x.min() - BEYOND * (slope > 0), x.max() + BEYOND * (slope < 0)])
    return ends, slope * ends + height


def exponent_range(curve: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Return the range of powers of ten to draw, with room for notes below."""
    errors = [log10(max(error, SMALLEST)) for _, error in curve if np.isfinite(error)]
    low, high = (min(*errors, DEEPEST), max(*errors, DEEPEST + 2.0)) if errors else (DEEPEST, 0.0)
    span = high - low
    return low - 0.28 * span, high + 0.14 * span


def _arrays(curve: Sequence[tuple[float, float]]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    epsilons, errors = np.array(curve, float).T
    with np.errstate(invalid="ignore"):
        errors = np.where(np.isfinite(errors), np.maximum(errors, SMALLEST), 1 / SMALLEST)
    return epsilons, errors
