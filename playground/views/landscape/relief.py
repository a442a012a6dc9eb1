"""From computed costs to a picture: coarse grids filled in, a scale of colours, contour lines."""

from functools import lru_cache
from typing import Any

import numpy as np
import pyqtgraph as pg
from msgspec import Struct
from numpy.typing import NDArray
from PySide6.QtGui import QPainterPath

from playground.training.landscape import CostSurface
from playground.views.color_maps import SIZE, LookupTable, bgra
from playground.views.output.field import Image, contour, lines_path, positions

PIXELS = 360
LEVELS = 12
MOST_DECADES = 6.0
CLIPPED = 99.0
"""Percentile at which a linear scale ends, and its counterpart where a logarithmic one begins: one steep corner, or one
deep hole, must not leave all the rest in one colour."""

Values = NDArray[np.float64]


@lru_cache(maxsize=1)
def sequential() -> LookupTable:
    """Return `(256, 4)` RGBA of viridis: evenly lighter from low to high, also to colour-blind eyes and in grey."""
    table: LookupTable = pg.colormap.get("viridis").getLookupTable(nPts=SIZE, alpha=True).astype(np.uint8)
    table.flags.writeable = False
    return table


class Relief(Struct, frozen=True, eq=False):
    """A surface ready to be drawn.

    Attributes
    ----------
    heights
        `(k, k)`: costs or their decimal logarithms, every point filled in.
    low, high
        The ends of the scale of colours.
    logarithmic
        Which of the two the heights are.
    spacing
        Every so many rows and columns are computed, the others filled in.
    """

    heights: Values
    low: float
    high: float
    logarithmic: bool
    spacing: int = 1

    def image(self) -> Image:
        """Return the picture, row 0 at the lowest y."""
        steps = interpolation(len(self.heights), PIXELS)
        fine = (steps @ self.heights @ steps.T).astype(np.float32)
        rows = positions(fine, self.low, self.high)
        pixels: Image = bgra(sequential())[rows]
        return pixels

    def levels(self) -> Values:
        """Return the heights of the contour lines, evenly spaced between the ends."""
        return np.linspace(self.low, self.high, LEVELS + 2)[1:-1]

    def contours(self, x: Values, y: Values) -> QPainterPath:
        step = self.spacing
        coarse = self.heights[::step, ::step]
        path = QPainterPath()
        for level in self.levels().tolist():
            path.addPath(lines_path(contour(coarse, level, x[::step], y[::step])))
        return path

    def height(self, cost: float) -> float:
        """Return where a cost stands on the scale."""
        return float(np.log10(max(cost, 10.0**self.low))) if self.logarithmic else cost


def relief(surface: CostSurface, *, logarithmic: bool) -> Relief | None:
    """Return a surface ready to be drawn; None before its coarsest grid is complete."""
    if not surface.spacing:
        return None
    known = surface.costs[np.isfinite(surface.costs)]
    if not known.size:
        return Relief(np.zeros_like(surface.costs), 0.0, 1.0, logarithmic=False)
    largest = float(known.max())
    logarithmic = logarithmic and largest > 0
    heights = np.minimum(surface.costs, largest)  # what is infinite counts as the largest; NaN stays
    if logarithmic:
        floor = max(float(np.percentile(known[known > 0], 100 - CLIPPED)), largest * 10.0**-MOST_DECADES)
        heights = np.log10(np.maximum(heights, floor))
        low, high = float(np.log10(floor)), float(np.log10(largest))
    else:
        low, high = float(known.min()), float(np.percentile(known, CLIPPED))
    if not high > low:
        high = low + (abs(low) or 1.0) * 1e-3
    return Relief(filled(heights, surface.spacing), low, high, logarithmic, surface.spacing)


def filled(values: Values, spacing: int) -> Values:
    """Return values with every NaN interpolated from the finest grids that are there.

    `values`: `(k, k)`; every `spacing`-th row and column is complete.
    """
    present = values[::spacing, ::spacing]
    while spacing > 1:
        finer = values[:: spacing // 2, :: spacing // 2]
        steps = refinement(present.shape[0], finer.shape[0])
        between = steps @ present @ steps.T
        present = np.where(np.isnan(finer), between, finer)
        spacing //= 2
    return present


@lru_cache(maxsize=8)
def refinement(coarse: int, fine: int) -> Values:
    """Return `(fine, coarse)`: the weights that halve the spacing of a grid; past its last row that row goes on."""
    return _weights(np.minimum(np.arange(fine) / 2, coarse - 1), coarse)


@lru_cache(maxsize=8)
def interpolation(side: int, pixels: int) -> Values:
    """Return `(pixels, side)`: the weights of the grid's rows at the centres of the pixels."""
    return _weights((np.arange(pixels) + 0.5) / pixels * (side - 1), side)


def _weights(places: NDArray[Any], side: int) -> Values:
    left = np.minimum(places.astype(int), max(side - 2, 0))
    right = np.minimum(left + 1, side - 1)
    matrix = np.zeros((len(places), side))
    rows = np.arange(len(places))
    matrix[rows, left] += 1 - (places - left)
    matrix[rows, right] += places - left
    matrix.flags.writeable = False
    return matrix
