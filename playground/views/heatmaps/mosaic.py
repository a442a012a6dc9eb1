"""From parameters to pixels: every layer's ``[W | b]`` in one image, a pixel a drawn cell."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from playground.training.results import Array
from playground.views import color_maps
from playground.views.heatmaps.choices import Range
from playground.views.heatmaps.layout import Pane
from playground.views.theme import Theme


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

    def __init__(self, panes: Sequence[Pane], theme: Theme) -> None:
        self._panes = tuple(panes)
        widths = [pane.drawn_columns for pane in panes]
        height, width = max(pane.drawn_rows for pane in panes), sum(widths)
        self.starts = np.cumsum([0, *widths[:-1]])
        self.values = np.zeros((height, width))
        self.levels = np.zeros((height, width), np.uint8)
        self.ends = np.ones(len(self._panes))
        self._layer_of_column = np.repeat(np.arange(len(widths)), widths)
        self._table = color_maps.bgra(color_maps.diverging(theme))
        self._undefined = np.uint32(QColor(theme.hatch).rgb())
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
        self.levels = color_maps.indices(scaled, -1.0, 1.0)
        np.take(self._table, self.levels, out=self._pixels, mode="clip")
        if not finite:
            self._pixels[np.isnan(self.values)] = self._undefined


def strongest(values: Array, row_step: int, column_step: int) -> Array:
    """Return of each block of `row_step` × `column_step` values the one with the largest magnitude, sign kept.

    The last blocks may be smaller. An average would let the signs cancel and hide what matters.
    """
    rows, columns = -(-values.shape[0] // row_step), -(-values.shape[1] // column_step)
    padded = np.zeros((rows * row_step, columns * column_step), values.dtype)
    padded[: values.shape[0], : values.shape[1]] = values
    # Slices with a step, one after another: numpy reduces short inner axes several times slower.
    high = low = padded[::row_step, ::column_step]
    for row in range(row_step):
        for column in range(column_step):
            part = padded[row::row_step, column::column_step]
            high, low = np.maximum(high, part), np.minimum(low, part)
    pooled: Array = np.where(high >= -low, high, low)
    return pooled


def norms(weights: Sequence[Array], biases: Sequence[Array]) -> NDArray[np.float64]:
    """Return each layer's Euclidean norm of ``[W | b]``, `(L,)`."""
    with np.errstate(all="ignore"):
        return np.array(
            [(np.vdot(W, W) + np.vdot(b, b)) ** 0.5 for W, b in zip(weights, biases, strict=True)], np.float64
        )


def light_ink(theme: Theme) -> NDArray[np.bool_]:
    """Return for each row of the diverging table whether the lighter of the text colours reads better on it."""
    table = _luminance(color_maps.diverging(theme)[:, :3])
    inks = [QColor(color) for color in (theme.text, theme.surface)]
    dark, light = sorted(_luminance(np.array([[ink.red(), ink.green(), ink.blue()] for ink in inks])))
    better: NDArray[np.bool_] = (light + 0.05) / (table + 0.05) > (table + 0.05) / (dark + 0.05)
    return better


def _luminance(colors: NDArray[np.uint8] | NDArray[np.int_]) -> NDArray[np.float64]:
    """Return the relative luminance of sRGB colours `(k, 3)` (WCAG 2.2)."""
    channels = colors / 255.0
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    luminance: NDArray[np.float64] = linear @ np.array([0.2126, 0.7152, 0.0722])
    return luminance
