"""From parameters to pixels: every layer's ``[W | b]`` in one image, a pixel a drawn cell."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from playground.training.results import Array
from playground.views.heatmaps.choices import Range
from playground.views.heatmaps.layout import Pane
from playground.views.kit.cells import CellColors, strongest


class Mosaic:
    """One image for all panes, refilled in place.

    Attributes
    ----------
    image
        Pane beside pane, the bias as each pane's last column, no gaps.
    starts
        Each pane's first column in the image.
    values
        What was filled in last, `(rows, columns)` of the image; 0 below a pane's last row.
    levels
        Its colours as rows of the table, uint8, same shape.
    ends
        Each layer's end of the colour scale `(L,)`, as of the last fill.
    """

    def __init__(self, panes: Sequence[Pane], colors: CellColors) -> None:
        self._panes = tuple(panes)
        widths = [pane.drawn_columns for pane in panes]
        height, width = max(pane.drawn_rows for pane in panes), sum(widths)
        self.starts = np.cumsum([0, *widths[:-1]])
        self.values = np.zeros((height, width))
        self.levels = np.zeros((height, width), np.uint8)
        self.ends = np.ones(len(self._panes))
        self._layer_of_column = np.repeat(np.arange(len(widths)), widths)
        self._colors = colors
        self._pixels = np.zeros((height, width), np.uint32)
        self.image = QImage(self._pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32)

    def fill(self, weights: Sequence[Array], biases: Sequence[Array], choice: Range, bound: float) -> None:
        """Colour the cells.

        Parameters
        ----------
        weights, biases
            L arrays `(n_l, n_{l-1})` and `(n_l, 1)`.
        choice, bound
            The range, and the bound a person typed for the fixed one.
        """
        for pane, start, W, b in zip(self._panes, self.starts, weights, biases, strict=True):
            last = start + pane.drawn_columns - 1
            target = self.values[: pane.drawn_rows]
            target[:, start:last] = strongest(W, pane.row_step, pane.column_step) if pane.pooled else W
            target[:, last : last + 1] = strongest(b, pane.row_step, 1) if pane.pooled else b
        magnitudes = np.abs(self.values)
        finite = bool(np.isfinite(magnitudes).all())
        if not finite:
            magnitudes[~np.isfinite(magnitudes)] = 0
        largest = np.maximum.reduceat(magnitudes.max(axis=0), self.starts)
        ends = choice.ends(largest, bound)
        self.ends = np.where(ends > 0, ends, 1.0)
        scaled = self.values / self.ends[self._layer_of_column]
        self.levels = self._colors.levels(scaled, -1.0)
        self._colors.fill(self._pixels, self.values, self.levels, finite=finite)


def norms(weights: Sequence[Array], biases: Sequence[Array]) -> NDArray[np.float64]:
    """Return each layer's Euclidean norm of ``[W | b]``, `(L,)`."""
    with np.errstate(all="ignore"):
        return np.array(
            [(np.vdot(W, W) + np.vdot(b, b)) ** 0.5 for W, b in zip(weights, biases, strict=True)], np.float64
        )
