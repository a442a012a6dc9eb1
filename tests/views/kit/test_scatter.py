import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from playground.views.kit.scatter import Scatter, class_colors
from playground.views.theme import LIGHT

SIDE = 60
AREA = QRectF(0, 0, SIDE, SIDE)


def painted(paint, ratio=1.0):
    image = QImage(round(SIDE * ratio), round(SIDE * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter)
    painter.end()
    return image


def is_inked(image, x, y):
    return image.pixelColor(x, y).name() != "#ffffff"


def some_markers(count):
    label = np.arange(count) % 2
    return Scatter.of(label, label, np.zeros(count, bool), class_colors)


@pytest.mark.parametrize("ratio", [1, 2])
@pytest.mark.parametrize("on_paper", [False, True])
def test_markers_are_where_they_belong_and_nowhere_else(qapp, ratio, on_paper):
    x, y = np.array([10.0, 40.0, np.nan, 500.0]), np.array([20.0, 50.0, 5.0, 5.0])

    def paint(painter):
        if on_paper:
            some_markers(4).draw(painter, x, y, AREA, LIGHT)
        else:
            some_markers(4).paint(painter, x, y, AREA)

    image = painted(paint, ratio)
    assert is_inked(image, 10 * ratio, 20 * ratio)
    assert is_inked(image, 40 * ratio, 50 * ratio)
    assert not is_inked(image, 25 * ratio, 35 * ratio)
    middle = image.pixelColor(10 * ratio, 20 * ratio)
    assert middle.name() == LIGHT.classes[0]
    assert image.pixelColor(40 * ratio, 50 * ratio).name() == LIGHT.classes[1]


def test_no_markers_are_no_trouble(qapp):
    blank = painted(lambda painter: None)
    assert painted(lambda painter: some_markers(0).paint(painter, np.empty(0), np.empty(0), AREA)) == blank


def test_kinds_are_those_that_occur():
    scatter = Scatter.of(np.array([3, 1, 3, -1]), np.array([0, 1, 0, 0]), np.array([1, 0, 1, 0]), class_colors)
    looks = scatter.kinds[scatter.kind].tolist()
    assert looks == [[3, 0, 1], [1, 1, 0], [3, 0, 1], [-1, 0, 0]]
    assert len(scatter.kinds) == 3
