import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from playground.views.color_maps import diverging
from playground.views.output.legend import ClassLegend, ScaleLegend
from playground.views.output.markers import SHAPES, marker_icon, paint_marker
from playground.views.theme import LIGHT


def column_colors(widget, x=6):
    image = widget.grab().toImage()
    return [image.pixelColor(x, y).name() for y in range(image.height())]


@pytest.fixture
def scale(qtbot):
    scale = ScaleLegend()
    qtbot.addWidget(scale)
    scale.resize(50, 200)
    return scale


def test_the_high_end_is_at_the_top(scale):
    scale.set_scale(diverging(LIGHT), -1, 1, 0)
    colors = column_colors(scale)
    assert QColor(colors[15]).blue() > QColor(colors[15]).red()
    assert QColor(colors[-15]).red() > QColor(colors[-15]).blue()
    assert len(set(colors)) > 50


@pytest.mark.parametrize("steps", [2, 8])
def test_steps_are_bands(scale, steps):
    scale.set_scale(diverging(LIGHT), -1, 1, steps)
    inside = column_colors(scale)[20:-20]
    assert len({color for color in inside if inside.count(color) > 5}) == steps


def test_labels_span_the_scale_and_fit(scale):
    scale.set_scale(diverging(LIGHT), -1, 1, 0)
    assert [text for _, text in scale.labels(5)] == ["−1", "−0.5", "0", "0.5", "1"]
    narrow = scale.sizeHint().width()
    scale.set_scale(diverging(LIGHT), 99000, 99123, 0)
    assert scale.sizeHint().width() > narrow


def test_the_value_under_the_mouse_is_marked(scale):
    scale.set_scale(diverging(LIGHT), -1, 1, 0)
    plain = scale.grab().toImage()
    scale.mark(0.3)
    assert scale.grab().toImage() != plain
    for nothing in (None, float("nan"), float("inf")):
        scale.mark(nothing)
        assert scale.grab().toImage() == plain


def test_a_scale_without_extent_can_be_drawn(scale):
    scale.set_scale(diverging(LIGHT), 0, 0, 0)
    scale.mark(1.0)
    scale.grab()


@pytest.mark.parametrize("width", [40, 120, 300])
def test_classes_that_do_not_fit_are_counted(qtbot, width):
    legend = ClassLegend()
    qtbot.addWidget(legend)
    legend.resize(width, legend.sizeHint().height())
    legend.set_classes(tuple(f"class number {index}" for index in range(10)))
    assert not legend.grab().isNull()
    assert "class number 9" in legend.toolTip()
    assert "class number 9" in legend.accessibleDescription()


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
    assert not marker_icon(0, LIGHT.text, LIGHT, hollow=True).isNull()


def test_lying_the_high_end_is_at_the_right(scale):
    scale.lay(True)
    scale.resize(200, scale.sizeHint().height())
    scale.set_scale(diverging(LIGHT), -1, 1, 0)
    image = scale.grab().toImage()
    low, high = (image.pixelColor(x, 6) for x in (15, 185))
    assert low.red() > low.blue()
    assert high.blue() > high.red()
    scale.mark(0.9)
    marked = scale.grab().toImage()
    changed = [x for x in range(200) if marked.pixelColor(x, 12) != image.pixelColor(x, 12)]
    assert changed
    assert min(changed) > 150
