"""Pixels of the data: their range, and what is left of an image that is too large for a tile."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

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
LOOKED_AT = 1000
"""Examples that tell the range."""


@dataclass(frozen=True)
class PixelRange:
    """The lowest and the highest value of the pixels of a data set."""

    low: float = 0.0
    high: float = 1.0

    @classmethod
    def of(cls, problem_info: ProblemInfo) -> "PixelRange":
        """Look at some examples."""
        values = problem_info.train_X[:, :LOOKED_AT]
        low, high = float(values.min()), float(values.max())
        return cls(low, high if high > low else low + 1.0)

    def levels(self, values: Array) -> NDArray[np.uint8]:
        """Return the rows of a colour table."""
        return color_maps.indices(values, self.low, self.high)

    def shares(self, values: Array) -> Array:
        """Return values as shares of the range, 0 … 1."""
        shares: Array = np.clip((values - self.low) / (self.high - self.low), 0.0, 1.0)
        return shares

    def values(self, shares: Array) -> Array:
        """Return the values that are these shares of the range."""
        values: Array = self.low + shares * (self.high - self.low)
        return values

    @staticmethod
    def step(shape: tuple[int, int]) -> int:
        """Return which pixels of an image a tile shows: every first, second or third."""
        return -(-max(shape) // LARGEST_TILE)

    @classmethod
    def reduced(cls, shape: tuple[int, int]) -> tuple[int, int]:
        """Return the shape of an image in a tile."""
        step = cls.step(shape)
        return -(-shape[0] // step), -(-shape[1] // step)

    @classmethod
    def reduce(cls, images: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """Return images `(k, rows, columns)` as tiles show them."""
        step = cls.step((images.shape[1], images.shape[2]))
        return images[:, ::step, ::step]


class Thumbnails:
    """Images of examples, so many pixels high or wide, in the shades of the theme of now."""

    def __init__(self, problem_info: ProblemInfo, side: int) -> None:
        self._problem_info, self._range, self._side = problem_info, PixelRange.of(problem_info), side

    def image(self, key: Key) -> QImage:
        """Return the image of an example."""
        shape, X = self._problem_info.image_shape, self._problem_info.test_X if key[0] else self._problem_info.train_X
        assert shape is not None
        image = picture_of(self._range.levels(X[:, key[1]]).reshape(shape), theme())
        return image.scaled(self._side, self._side, Qt.AspectRatioMode.KeepAspectRatio)


def picture_of(levels: NDArray[np.uint8], theme: Theme) -> QImage:
    """Return an image whose pixels have these levels `(rows, columns)`, from the neutral colour to ink."""
    return colored(levels, color_maps.towards(theme, theme.text))


def colored(levels: NDArray[np.uint8], table: LookupTable) -> QImage:
    """Return an image whose pixels have the colours of these rows `(rows, columns)` of a table."""
    rows, columns = levels.shape
    pixels = np.ascontiguousarray(color_maps.bgra(table)[levels])
    return QImage(pixels.data, columns, rows, 4 * columns, QImage.Format.Format_RGB32).copy()


def are_images(problem_info: ProblemInfo) -> bool:
    """Whether the examples are images with classes."""
    return problem_info.image_shape is not None and problem_info.train_labels is not None
