"""From a coarse grid of values to a picture and to level lines.

Bilinear interpolation is linear in the values, so a `side × side` grid becomes a `n × n` picture as `R·V·Rᵀ`: BLAS does
it in less time than a painter needs to enlarge an image, and a hard edge stays hard.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, cast

import numpy as np
from contourpy import contour_generator
from numpy.typing import NDArray
from PySide6.QtGui import QPainterPath

from playground.views.color_maps import SIZE, LookupTable, bgra
from playground.views.theme import Theme

PIXELS = 160
PIXELS_OF_MANY = 96
"""Side of the picture for one field and up to four classes, and for more classes."""
LARGEST = 1e30
"""A height beyond this counts as this for a level line."""

Image = NDArray[np.uint32]


@lru_cache(maxsize=8)
def resampling(side: int, pixels: int) -> NDArray[np.float32]:
    """Return `(pixels, side)`: the weights that interpolate grid values at the centres of the pixels.

    The grid's first and last value lie on the picture's edges.
    """
    place = (np.arange(pixels) + 0.5) / pixels * (side - 1)
    left = np.minimum(place.astype(int), max(side - 2, 0))
    right = np.minimum(left + 1, side - 1)
    weight = (place - left).astype(np.float32)
    matrix = np.zeros((pixels, side), np.float32)
    rows = np.arange(pixels)
    matrix[rows, left] += 1 - weight
    matrix[rows, right] += weight
    matrix.flags.writeable = False
    return matrix


def resample(values: NDArray[Any], pixels: int) -> NDArray[np.float32]:
    """Return `(…, pixels, pixels)` from `(…, len(y), len(x))`."""
    down = resampling(values.shape[-2], pixels)
    across = resampling(values.shape[-1], pixels)
    with np.errstate(invalid="ignore", over="ignore"):
        picture: NDArray[np.float32] = down @ np.asarray(values, np.float32) @ across.T
    return picture


def positions(values: NDArray[np.float32], low: float, high: float, steps: int = 0) -> NDArray[np.uint8]:
    """Return rows of a table of 256 colours; with `steps`, only the middles of that many bands.

    Works in place on `values`, which the caller has just made.
    """
    span = (high - low) or 1.0
    values -= np.float32(low)
    values *= np.float32((steps or SIZE - 1) / span)
    if steps:
        np.floor(values, out=values)
        np.clip(values, 0, steps - 1, out=values)
        values *= np.float32((SIZE - 1) / max(steps - 1, 1))
    values += np.float32(0.5)
    np.clip(values, 0, SIZE - 1, out=values)
    with np.errstate(invalid="ignore"):
        return values.astype(np.uint8)


def field_image(field: NDArray[Any], low: float, high: float, table: Image, steps: int = 0) -> Image:
    """Return the picture of one number at every point, `(PIXELS, PIXELS)` packed pixels, row 0 at the lowest y."""
    return _looked_up(table, positions(resample(field, PIXELS), low, high, steps))


def class_image(values: NDArray[Any], low: float, high: float, table: Image, *, hard: bool = False) -> Image:
    """Return the picture of the largest of `(k, len(y), len(x))` outputs, paler where the second is close.

    `table` is what `class_table` makes for `k` classes; `hard` leaves the paleness out.
    """
    k = len(values)
    levels = _levels(k)
    pixels = PIXELS if k <= 4 else PIXELS_OF_MANY
    fine = resample(values, pixels)
    best, second = fine[0].copy(), np.full((pixels, pixels), -np.inf, np.float32)
    winner = np.zeros((pixels, pixels), np.uint16)
    for index in range(1, k):
        challenger = fine[index]
        np.maximum(second, np.minimum(best, challenger), out=second)
        winner[challenger > best] = index
        np.maximum(best, challenger, out=best)
    winner *= np.uint16(levels)
    if hard:
        return _looked_up(table, winner + np.uint16(levels - 1))
    with np.errstate(invalid="ignore"):
        best -= second
        best *= np.float32((levels - 1) / ((high - low) or 1.0))
        np.clip(best, 0, levels - 1, out=best)
        return _looked_up(table, winner + best.astype(np.uint8))


def class_table(theme: Theme, k: int) -> Image:
    """Return packed pixels: for each of `k` classes, `256 // k` steps from neutral to its softened colour."""
    levels = _levels(k)
    colors = np.array([_channels(theme.classes[index % len(theme.classes)]) for index in range(k)], float)
    neutral = np.array(_channels(theme.neutral), float)
    share = (np.arange(levels) / max(levels - 1, 1))[:, None]
    rows = [neutral + share * (color - neutral) for color in colors]
    return bgra(soften(_opaque(np.concatenate(rows)), theme))


def soften(table: LookupTable, theme: Theme, share: float = 0.22) -> LookupTable:
    """Return the table blended towards the surface, so that points of the same colour stand out on it."""
    surface = np.array(_channels(theme.surface), float)
    return _opaque(table[:, :3] * (1 - share) + surface * share)


def _levels(k: int) -> int:
    return max(SIZE // k, 1)


def _looked_up(table: Image, rows: NDArray[Any]) -> Image:
    image: Image = table[rows]
    return image


def _channels(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def _opaque(rgb: NDArray[Any]) -> LookupTable:
    table = np.full((len(rgb), 4), 255, np.uint8)
    table[:, :3] = rgb.round()
    return table


Line = Sequence[Sequence[float]]


def contour(field: NDArray[Any], level: float, x: NDArray[Any], y: NDArray[Any]) -> list[Line]:
    """Return the level lines of a field `(len(y), len(x))`, row 0 at `y[0]`; a closed line ends where it begins."""
    steepest = np.clip(field, -LARGEST, LARGEST)  # infinity too has a side of the line; what is no number has none
    lines = contour_generator(x, y, steepest).lines(level)
    return [line.tolist() for line in cast("list[NDArray[np.float64]]", lines)]


def lines_path(lines: Sequence[Line]) -> QPainterPath:
    """Return the lines as one path; a line without points adds nothing."""
    path = QPainterPath()
    for line in filter(None, lines):
        path.moveTo(*line[0])
        for place in line[1:]:
            path.lineTo(*place)
    return path
