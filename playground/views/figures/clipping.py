"""Lines that end at the edges of a plot: SVG has no clipping that every viewer knows, so they are cut before."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Point = tuple[float, float]


def stretches(good: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Return begin and end of each run of true values."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], good.astype(np.int8), [0]])))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))


def between(points: Sequence[Point], top: float, bottom: float) -> list[list[Point]]:
    """Return the pieces of a line through points that lie between two heights, `top` being the smaller number."""
    if len(points) == 1:
        return [list(points)] if top <= points[0][1] <= bottom else []
    pieces: list[list[Point]] = []
    for start, end in pairwise(points):
        part = _part(start, end, top, bottom)
        if part is None:
            continue
        if pieces and pieces[-1][-1] == part[0]:
            pieces[-1].append(part[1])
        else:
            pieces.append([*part])
    return pieces


def _part(start: Point, end: Point, top: float, bottom: float) -> tuple[Point, Point] | None:
    """Return the part of a segment between two heights, None if there is none (Liang and Barsky, 1984)."""
    (x, y), (dx, dy) = start, (end[0] - start[0], end[1] - start[1])
    first, last = 0.0, 1.0
    for inside, towards in ((y - top, dy), (bottom - y, -dy)):
        if towards > 0:
            first = max(first, -inside / towards)
        elif towards < 0:
            last = min(last, -inside / towards)
        elif inside < 0:
            return None
    if first > last:
        return None
    begin = start if first == 0 else (x + first * dx, y + first * dy)
    finish = end if last == 1 else (x + last * dx, y + last * dy)
    return begin, finish
