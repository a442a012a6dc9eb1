"""What the error of a gradient check says against ε: the branches of its V, or a plateau that a mistake leaves."""

from collections.abc import Sequence
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Reading = Literal["bottom", "truncation", "rounding", "plateau"]
Guide = tuple[NDArray[np.float64], NDArray[np.float64]]

SMALLEST = 1e-18
"""What stands for an error of exactly zero."""
NEAR = 12.0
"""An ε within this factor of the best one is as good."""
FLAT_WITHIN = 3.0
FLAT_SHARE = 0.4
FLAT_FROM = 1e-9
"""A curve is a plateau where so large a share of it lies within that factor of its lowest point, and not lower."""
SLOPE_WITHIN = 0.45
BEYOND = 1.0
"""How far a guide goes on past the bottom of the V, in powers of ten of ε."""


def read_curve(curve: Sequence[tuple[float, float]], epsilon: float) -> Reading | None:
    """Return on which part of a curve of (ε, mean error) by falling ε one lies; None while it is too short."""
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


def _arrays(curve: Sequence[tuple[float, float]]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    epsilons, errors = np.array(curve, float).T
    with np.errstate(invalid="ignore"):
        errors = np.where(np.isfinite(errors), np.maximum(errors, SMALLEST), 1 / SMALLEST)
    return epsilons, errors
