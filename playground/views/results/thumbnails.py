"""Small images of examples, where the data are images."""

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap

from playground.training.queries.results import Key
from playground.training.results import ProblemInfo
from playground.views import color_maps
from playground.views.images.pixels import PixelRange
from playground.views.kit.appearance import theme


class Thumbnails:
    """Images of examples as pixmaps, in the shades of the theme of now."""

    def __init__(self, problem_info: ProblemInfo, side: int) -> None:
        self._problem_info, self._range = problem_info, PixelRange.of(problem_info)
        self._table = color_maps.bgra(color_maps.towards(theme(), theme().text))
        self._side = side

    def pixmap(self, key: Key) -> QPixmap:
        """Return the image of an example."""
        shape = self._problem_info.image_shape
        assert shape is not None
        X = self._problem_info.test_X if key[0] else self._problem_info.train_X
        levels = self._range.levels(X[:, key[1]]).reshape(shape)
        pixels = np.ascontiguousarray(self._table[levels])
        image = QImage(pixels.data, shape[1], shape[0], 4 * shape[1], QImage.Format.Format_RGB32)
        return QPixmap.fromImage(image.scaled(self._side, self._side, Qt.AspectRatioMode.KeepAspectRatio))
