"""The features of image data as one picture: the mean of the training images stands for all of them."""

import numpy as np
from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen

from playground.training.results import ProblemInfo
from playground.views import color_maps
from playground.views.network.layout import MORE_HEIGHT, Column
from playground.views.theme import Theme

EXAMPLES = 1000
"""So many images, evenly spread, make the mean: more would look the same and take longer."""
_FRAME = 1.0


def image_of(problem_info: ProblemInfo) -> tuple[int, int] | None:
    """Return rows and columns where the features are the pixels of an image, all of them and in order; else None."""
    if problem_info.image_shape is None:
        return None
    rows, columns = problem_info.image_shape
    pixels = tuple(f"x{number}" for number in range(1, rows * columns + 1))
    return problem_info.image_shape if problem_info.feature_names == pixels else None


def mean_image(problem_info: ProblemInfo, theme: Theme) -> QImage:
    """Return the mean of the training images, a dot for each pixel, from the theme's neutral colour to ink.

    Parameters
    ----------
    problem_info
        Must have an image shape.
    theme
        The colours.
    """
    rows, columns = problem_info.image_shape or (1, problem_info.train_X.shape[0])
    m = problem_info.train_X.shape[1]
    mean = problem_info.train_X[:, :: max(m // EXAMPLES, 1)].mean(axis=1).reshape(rows, columns)
    table = color_maps.bgra(color_maps.towards(theme, theme.text))
    pixels = np.ascontiguousarray(table[color_maps.indices(mean, float(mean.min()), float(mean.max()))])
    return QImage(pixels.data, columns, rows, 4 * columns, QImage.Format.Format_RGB32).copy()


def paint_input_image(painter: QPainter, column: Column, image: QImage, theme: Theme, font: QFont) -> None:
    """Draw the picture, framed, and its size below.

    Parameters
    ----------
    painter
        Where to draw.
    column
        Must have an image.
    image
        What `mean_image` returned.
    theme
        The colours.
    font
        Of the words.
    """
    place = QRectF(*column.picture)
    ratio = painter.device().devicePixelRatioF()
    size = QSize(round(place.width() * ratio), round(place.height() * ratio))
    painter.drawImage(place, image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.muted), _FRAME))
    painter.drawRect(place.adjusted(-_FRAME, -_FRAME, _FRAME, _FRAME))
    rows, columns = column.image or (1, 1)
    text = QCoreApplication.translate("NetworkView", "{rows} × {columns} pixels").format(rows=rows, columns=columns)
    painter.setFont(font)
    painter.setPen(QColor(theme.muted))
    line = QRectF(place.center().x() - 80, place.bottom() + 4, 160, MORE_HEIGHT)
    painter.drawText(line, Qt.AlignmentFlag.AlignCenter, text)
