"""Where to look at the cost: along one weight, how far, and in which planes; and where a curve has its minima."""

import math
from collections.abc import Sequence
from itertools import groupby

import numpy as np

from playground.engine.operations import Array
from playground.engine.propagation import Structure
from playground.training.landscape.results import Numbers, Place

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


NEGLIGIBLE = 1e-6
"""A second direction with less than this share of the first one's extent is rounding."""


def index_of(place: Place, structure: Structure) -> int:
    """Return where a weight stands in the vector of all parameters."""
    layer, row, column = place
    before = sum(rows * columns for rows, columns in structure.shapes[: layer - 1])
    return before + row * structure.shapes[layer - 1][1] + column


def axes(indices: Sequence[int], parameters: Array) -> tuple[Array, Numbers]:
    """Return origin `(P,)` and directions `(d, P)` whose coordinates are the values of some parameters."""
    origin = parameters.copy()
    origin[list(indices)] = 0
    directions = np.zeros((len(indices), parameters.size))
    directions[np.arange(len(indices)), list(indices)] = 1
    return origin, directions


def filter_normalised(structure: Structure, parameters: Array, rng: np.random.Generator) -> Numbers:
    """Return two random directions `(2, P)`, each neuron's row as long as that neuron's weights.

    So a step of 1 changes every neuron by as much as it is, whatever the scale of its weights, and the surfaces of
    different networks can be compared. Biases stay as they are, as with ``--xignore=biasbn`` in the authors' code. A
    neuron without weights, all zero, has no size of its own: its row gets the length 1.

    Source: Li, Xu, Taylor, Studer & Goldstein, Visualizing the Loss Landscape of Neural Nets (NeurIPS 2018), section 4.
    """
    directions = rng.standard_normal((2, parameters.size))
    weights = structure.matrices(parameters.astype(np.float64))
    for direction in directions:
        for rows, own in zip(structure.matrices(direction), weights, strict=True):
            size = np.linalg.norm(own[:, :-1], axis=1, keepdims=True)
            rows[:, :-1] *= np.where(size > 0, size, 1.0) / np.linalg.norm(rows[:, :-1], axis=1, keepdims=True)
            rows[:, -1] = 0
    return directions


def principal(path: Numbers) -> tuple[Numbers, tuple[float, float]] | None:
    """Return the two directions `(2, P)`, of length 1, along which a path `(t, P)` varies most, and their shares of it.

    They are the first right singular vectors of the centred path, found through its `t × t` products, since `P` may be
    far larger than `t`. Each points from the path's start to its end. None if the path has no two directions.

    Source: principal component analysis; of trajectories Li et al. (2018), section 7.
    """
    if len(path) < 3:
        return None
    # Halved until it is small, which loses no digit: the squares of huge weights are numbers, too.
    path = np.ldexp(path, -int(np.frexp(np.abs(path).max())[1]))
    centred = path - path.mean(axis=0)
    squares, vectors = np.linalg.eigh(centred @ centred.T)
    squares, vectors = squares[::-1], vectors[:, ::-1]
    if not squares[0] > 0 or squares[1] <= NEGLIGIBLE**2 * squares[0]:
        return None
    first, second = (vectors[:, :2].T @ centred) / np.sqrt(squares[:2, None])
    first /= np.linalg.norm(first)
    second -= (second @ first) * first
    second /= np.linalg.norm(second)
    directions: Numbers = np.stack([first, second])
    along = directions @ (path[-1] - path[0])
    directions[along < 0] *= -1
    total = float(np.square(centred).sum())
    shares = (squares[:2] / total).tolist()
    return directions, (shares[0], shares[1])
