"""Pixels of the data: their range, and what is left of an image that is too large for a tile."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from playground.training.framing import PixelRange
from playground.training.queries.results import Key
from playground.training.results import Array, ProblemInfo
from playground.views import color_maps
from playground.views.color_maps import LookupTable
from playground.views.kit.appearance import theme
from playground.views.theme import Theme

LARGEST_TILE = 64
"""Of a larger image, a tile shows every second or third pixel."""
CARD_SECONDS = 0.1
"""While training runs, the card changes at most so often: its numbers are to be read."""


def levels(pixels: PixelRange, values: Array) -> NDArray[np.uint8]:
    """Return the rows of a colour table."""
    return color_maps.indices(values, pixels.low, pixels.high)


def tile_step(shape: tuple[int, int]) -> int:
    """Return which pixels of an image a tile shows: every first, second or third."""
    return -(-max(shape) // LARGEST_TILE)


def tile_shape(shape: tuple[int, int]) -> tuple[int, int]:
    step = tile_step(shape)
    return -(-shape[0] // step), -(-shape[1] // step)


def as_tiles(images: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return images `(k, rows, columns)` as tiles show them."""
    step = tile_step((images.shape[1], images.shape[2]))
    return images[:, ::step, ::step]


class Thumbnails:
    """Images of examples, so many pixels high or wide, in the shades of the theme of now."""

    def __init__(self, problem_info: ProblemInfo, side: int) -> None:
        self._problem_info, self._range, self._side = problem_info, PixelRange.of(problem_info), side

    def image(self, key: Key) -> QImage:
        shape, X = self._problem_info.image_shape, self._problem_info.test_X if key[0] else self._problem_info.train_X
        assert shape is not None
        image = picture_of(levels(self._range, X[:, key[1]]).reshape(shape), theme())
        return image.scaled(self._side, self._side, Qt.AspectRatioMode.KeepAspectRatio)


def picture_of(shades: NDArray[np.uint8], theme: Theme) -> QImage:
    """Return an image whose pixels have these levels `(rows, columns)`, from the neutral colour to ink."""
    return colored(shades, color_maps.towards(theme, theme.text))


def colored(shades: NDArray[np.uint8], table: LookupTable) -> QImage:
    """Return an image whose pixels have the colours of these rows `(rows, columns)` of a table."""
    rows, columns = shades.shape
    pixels = np.ascontiguousarray(color_maps.bgra(table)[shades])
    return QImage(pixels.data, columns, rows, 4 * columns, QImage.Format.Format_RGB32).copy()


def are_images(problem_info: ProblemInfo) -> bool:
    return problem_info.image_shape is not None and problem_info.train_labels is not None
