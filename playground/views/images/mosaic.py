"""Many small images as one picture, drawn at once."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage

from playground.views.color_maps import LookupTable, bgra


class Mosaic:
    """Many images in one, a pixel an image's pixel, refilled in place.

    Parameters
    ----------
    columns, rows
        How many images side by side, and below each other.
    shape
        Rows and columns of an image.
    gap
        Rows below and columns right of each image that stay empty.
    table, empty
        The colours, and that of the gaps.
    """

    def __init__(
        self,
        columns: int,
        rows: int,
        shape: tuple[int, int],
        gap: tuple[int, int],
        table: LookupTable,
        empty: QColor,
    ) -> None:
        self._shape, self._pitch = shape, (shape[0] + gap[0], shape[1] + gap[1])
        height, width = self._pitch
        self._table, self._empty = bgra(table), np.uint32(empty.rgb())
        self._pixels = np.full((rows * height, columns * width), self._empty, np.uint32)
        blocks = self._pixels.reshape(rows, height, columns, width)
        self._tiles = blocks[:, : shape[0], :, : shape[1]].transpose(0, 2, 1, 3)
        self.image = QImage(
            self._pixels.data, columns * width, rows * height, 4 * columns * width, QImage.Format.Format_RGB32
        )

    def strip(self, row: int, count: int) -> QRectF:
        """Return where the first images of a row are, without the gaps around them."""
        height, width = self._pitch
        return QRectF(0, row * height, (count - 1) * width + self._shape[1], self._shape[0])

    def place(self, tile: int) -> QRectF:
        """Return where one image is."""
        height, width = self._pitch
        row, column = divmod(tile, self._tiles.shape[1])
        return QRectF(column * width, row * height, self._shape[1], self._shape[0])

    def fill(self, levels: NDArray[np.uint8]) -> None:
        """Show images `(k, rows, columns)` of table rows from the first place on; the other places are empty."""
        (rows, columns), k = self._tiles.shape[:2], len(levels)
        full, rest = divmod(k, columns)
        colors = self._table[levels]
        self._tiles[:full] = colors[: full * columns].reshape(full, columns, *levels.shape[1:])
        if full < rows:
            self._tiles[full:] = self._empty
            self._tiles[full, :rest] = colors[full * columns :]
