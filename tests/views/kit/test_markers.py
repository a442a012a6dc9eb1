import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from playground.views.kit.markers import LARGEST, SHAPES, SMALLEST, marker_icon, marker_radius, paint_marker
from playground.views.theme import LIGHT


def covered(radius, *, hollow):
    """Return how many pixels a marker changes."""
    image = QImage(40, 40, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_marker(
        painter, QPointF(20, 20), 0, QColor(LIGHT.positive), LIGHT, hollow=hollow, radius=radius, edge=LIGHT.muted
    )
    painter.end()
    return sum(image.pixelColor(x, y).alphaF() for x in range(40) for y in range(40))


@pytest.mark.parametrize(("count", "side"), [(1000, 210), (1000, 370), (400, 210), (400, 180), (600, 300)])
def test_the_map_is_seen_between_many_markers(count, side):
    radius = marker_radius(count, side * side)
    both = (covered(radius, hollow=True) + covered(radius, hollow=False)) / 2
    assert both * count < 0.6 * side * side


def test_few_markers_are_large_and_none_is_too_small():
    assert marker_radius(4, 200 * 200) == LARGEST
    assert marker_radius(0, 200 * 200) == LARGEST
    assert marker_radius(2000, 100 * 100) == SMALLEST


def test_more_markers_are_never_larger():
    radii = [marker_radius(count, 250 * 250) for count in range(1, 2001, 50)]
    assert radii == sorted(radii, reverse=True)


def drawn(shape, *, hollow):
    image = QImage(24, 24, QImage.Format.Format_RGB32)
    image.fill(QColor("#808080"))
    painter = QPainter(image)
    paint_marker(painter, image.rect().center().toPointF(), shape, QColor("#ff0000"), LIGHT, hollow=hollow, radius=6)
    painter.end()
    return image


def test_every_class_has_another_shape():
    pictures = [drawn(shape, hollow=False) for shape in range(len(SHAPES))]
    assert all(a != b for index, a in enumerate(pictures) for b in pictures[:index])
    assert drawn(len(SHAPES), hollow=False) == pictures[0]


@pytest.mark.parametrize("shape", range(len(SHAPES)))
def test_training_examples_are_filled_and_test_examples_hollow(shape):
    assert drawn(shape, hollow=False).pixelColor(11, 11).name() == "#ff0000"
    assert drawn(shape, hollow=True).pixelColor(11, 11).name() == LIGHT.surface


def test_a_marker_can_be_an_icon(qtbot):
    assert not marker_icon(0, hollow=True).isNull()
