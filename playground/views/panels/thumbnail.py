"""A small picture of a dataset: points in the colours of their classes or values, a curve, or a few images."""

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPixmap, QPolygonF

from playground.data import GENERATORS, Dataset, Problem, generate
from playground.training.results import Array, ProblemInfo
from playground.views.color_maps import bgra, diverging, indices, towards
from playground.views.kit.painting import painting
from playground.views.theme import Theme

SAMPLES = 120
MARGIN = 3.0
FEW = 12
"""So few points are drawn larger, and further from the edge."""
FEW_MARGIN = 7.0
IMAGES = 4
"""So many stand for all images."""


class Picture(Struct, frozen=True, eq=False):
    """What a thumbnail shows.

    Attributes
    ----------
    X
        Inputs `(n, m)`; the first two are drawn.
    Y
        Targets `(k, m)`.
    labels
        Class numbers `(m,)`, or None for regression.
    images
        A few images `(k, rows, columns)` where the inputs are pixels, else None.
    """

    X: Array
    Y: Array
    problem: Problem
    labels: NDArray[np.intp] | None
    n_classes: int
    images: Array | None = None


def generated_picture(name: str) -> Picture:
    """Return the picture of a generator's own points, without noise."""
    dataset: Dataset = generate(name, samples=max(SAMPLES, GENERATORS[name].samples_minimum), noise=0.0, seed=0)
    labels = dataset.class_indices if dataset.problem == "classification" else None
    return Picture(dataset.values(), dataset.Y, dataset.problem, labels, len(dataset.classes))


def scene_picture(problem_info: ProblemInfo) -> Picture:
    """Return the picture of the data in use, thinned out evenly."""
    m = problem_info.train_X.shape[1]
    chosen = np.linspace(0, m - 1, min(m, SAMPLES)).astype(np.intp)  # steps of one or more: none comes twice
    labels = None if problem_info.train_labels is None else problem_info.train_labels[chosen]
    X = problem_info.train_X[:, chosen]
    images = None
    if problem_info.image_shape is not None:
        images = X[:, :: max(chosen.size // IMAGES, 1)].T[:IMAGES].reshape(-1, *problem_info.image_shape)
    return Picture(X, problem_info.train_Y[:, chosen], problem_info.problem, labels, len(problem_info.classes), images)


def draw_thumbnail(picture: Picture, theme: Theme, size: QSize, ratio: float) -> QPixmap:
    """Draw a picture on nothing.

    Parameters
    ----------
    size
        In device-independent pixels.
    ratio
        Device pixels to one of them.
    """
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    area = QRectF(0, 0, size.width(), size.height()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
    with painting(pixmap, smooth=True) as painter:
        if picture.images is not None:
            _draw_images(painter, picture.images, theme, area)
        elif picture.labels is None and picture.X.shape[0] == 1:
            _draw_curve(painter, picture, theme, area)
        else:
            _draw_points(painter, picture, theme, area)
    return pixmap


def _draw_images(painter: QPainter, images: Array, theme: Theme, area: QRectF) -> None:
    """Draw the images side by side in a square, from the theme's neutral colour to ink."""
    count, rows, columns = images.shape
    across = round(count**0.5) or 1
    side = area.width() / across
    table = bgra(towards(theme, theme.text))
    low, high = float(images.min()), float(images.max())
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for place, pixels in enumerate(images):
        colors = np.ascontiguousarray(table[indices(pixels, low, high)])
        image = QImage(colors.data, columns, rows, 4 * columns, QImage.Format.Format_RGB32)
        down, right = divmod(place, across)
        cell = QRectF(area.left() + right * side, area.top() + down * side, side, side)
        painter.drawImage(cell.adjusted(0.5, 0.5, -0.5, -0.5), image)


def _draw_curve(painter: QPainter, picture: Picture, theme: Theme, area: QRectF) -> None:
    """Draw the target over one input, or two targets as the curve that the input runs along."""
    order = np.argsort(picture.X[0], kind="stable")
    across, up = (picture.X[0], picture.Y[0]) if picture.Y.shape[0] == 1 else (picture.Y[0], picture.Y[1])
    points = _placed(across[order], up[order], area)
    painter.setPen(QPen(QColor(theme.positive), 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPolyline(QPolygonF(points))


def _draw_points(painter: QPainter, picture: Picture, theme: Theme, area: QRectF) -> None:
    """Draw each example as a point of its class's or its value's colour."""
    few = picture.X.shape[1] <= FEW
    if few:
        area = area.adjusted(FEW_MARGIN, FEW_MARGIN, -FEW_MARGIN, -FEW_MARGIN)
    up = picture.X[1] if picture.X.shape[0] > 1 else picture.Y[0]
    points = _placed(picture.X[0], up, area)
    if picture.labels is not None:
        two = picture.n_classes == 2
        palette = (theme.negative, theme.positive) if two else theme.classes
        colors = [palette[label % len(palette)] for label in picture.labels.tolist()]
        diameter = 2.6
    else:
        limit = float(np.abs(picture.Y[0]).max()) or 1.0
        table = diverging(theme)
        colors = [QColor(*row).name() for row in table[indices(picture.Y[0], -limit, limit)].tolist()]
        diameter = 3.8
    if few:
        diameter = 7.0
    alike: dict[str, list[QPointF]] = {}
    for color, point in zip(colors, points, strict=True):
        alike.setdefault(color, []).append(point)
    for color, same in alike.items():
        painter.setPen(QPen(QColor(color), diameter, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPoints(same)


def _placed(across: Array, up: Array, area: QRectF) -> list[QPointF]:
    """Return the points stretched over the area, the second coordinate upwards."""
    x, y = _unit(across) * area.width() + area.left(), area.bottom() - _unit(up) * area.height()
    return [QPointF(a, b) for a, b in zip(x.tolist(), y.tolist(), strict=True)]


def _unit(values: Array) -> Array:
    """Return values moved and scaled into 0 … 1; equal ones rest in the middle."""
    low, high = float(values.min()), float(values.max())
    return (values - low) / (high - low) if high > low else np.full(values.shape, 0.5)
