"""How far to look along one weight, and where its curve has local minima."""

import math
from itertools import groupby

import numpy as np

from playground.training.landscape.results import Numbers

REACH = 4
"""The search goes this many times as far as the plain range."""
LARGEST_POWER = 1015
VISIBLE = 1e-3
"""A dip counts if it is deeper than this share of the curve's height."""


def plain_half(at: float) -> float:
    """Return half the range around a weight: at least 2 and at least twice its size.

    Powers of two, so that the range rests while the weight moves; no larger than that the search ends at a number.
    """
    return 2.0 * 2.0 ** min(math.ceil(math.log2(max(1.0, abs(at)))), LARGEST_POWER)


def scan_points(at: float, count: int) -> Numbers:
    """Return the values, `at` in their middle, at which to look for minima before choosing a range."""
    reach = REACH * plain_half(at)
    side = count // 2
    values: Numbers = at + np.arange(-side, side + 1, dtype=np.float64) * (reach / side)
    return values


def sensible_range(at: float, values: Numbers, costs: Numbers) -> tuple[float, float]:
    """Return the plain range around `at`, widened so that minima found by a scan `(values, costs)` are well inside.

    These are the deepest one and, if the plain range has none at all, the nearest one: a curve with very many is not to
    be squeezed together.
    """
    half = plain_half(at)
    step = half / 2
    near = costs[np.abs(values - at) <= half * (1 + 1e-9)]
    low, high = at - half, at + half
    found = local_minima(costs, VISIBLE * height(near))
    if found:
        dips = values[found]
        wanted = [float(dips[np.argmin(costs[found])]), float(dips[np.argmin(np.abs(dips - at))])]
        low, high = min(low, *(dip - step for dip in wanted)), max(high, *(dip + step for dip in wanted))
    return math.floor(low / step) * step, math.ceil(high / step) * step


def height(costs: Numbers) -> float:
    """Return the span of the finite costs."""
    finite = costs[np.isfinite(costs)]
    return float(finite.max() - finite.min()) if finite.size else 0.0


def local_minima(costs: Numbers, least: float) -> list[int]:
    """Return the indices of the dips between the ends that are deeper than `least`; of a flat bottom its middle.

    A dip is as deep as what must be climbed to leave it, on the lower side, for somewhere lower (its prominence).
    """
    runs = [
        (cost, [index for index, _ in members])
        for cost, members in groupby(enumerate(costs.tolist()), key=lambda pair: pair[1])
    ]
    levels = [cost for cost, _ in runs]
    found = []
    for place in range(1, len(runs) - 1):
        level = levels[place]
        if levels[place - 1] > level < levels[place + 1]:
            depth = min(_climb(levels[place - 1 :: -1], level), _climb(levels[place + 1 :], level))
            if depth > least:
                members = runs[place][1]
                found.append(members[len(members) // 2])
    return found


def vertex(values: Numbers, costs: Numbers) -> float:
    """Return where the parabola through the lowest of the points and its neighbours has its vertex."""
    lowest = min(max(int(np.argmin(costs)), 1), len(costs) - 2)
    (left, middle, right), (a, b, c) = values[lowest - 1 : lowest + 2].tolist(), costs[lowest - 1 : lowest + 2].tolist()
    curvature = a - 2 * b + c
    if not (math.isfinite(curvature) and curvature > 0):
        return float(middle)
    offset = 0.5 * (a - c) / curvature * (right - left) / 2
    return float(min(max(middle + offset, left), right))


def _climb(levels: list[float], level: float) -> float:
    """Return the height of the ridge before the first of the levels that is lower, or of the highest if none is."""
    ridge = level
    for other in levels:
        if other < level:
            break
        ridge = max(ridge, other)
    return ridge - level
