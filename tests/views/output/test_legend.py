import pytest
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter

from playground.views.color_maps import diverging
from playground.views.output.legend import MARKER, TO_NAME, ClassLegend, ScaleLegend
from playground.views.output.markers import SHAPES, marker_icon, paint_marker
from playground.views.plots.style import small_font
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


@pytest.fixture
def legend(qtbot):
    legend = ClassLegend()
    qtbot.addWidget(legend)
    return legend


DIGITS = tuple(map(str, range(10)))
KINDS = ("setosa", "versicolor", "virginica")
LONG = tuple(f"class number {index}" for index in range(10))


@pytest.mark.parametrize(
    ("classes", "width", "rows", "left_out"),
    [
        (("0", "1"), 120, 1, 0),
        (DIGITS, 300, 1, 0),
        (DIGITS, 240, 2, 0),
        (DIGITS, 160, 2, 0),
        (KINDS, 260, 1, 0),
        (KINDS, 150, 2, 0),
        (LONG, 1400, 1, 0),
    ],
)
def test_classes_take_a_second_line_where_one_is_too_short(legend, classes, width, rows, left_out):
    legend.resize(width, 14)
    legend.set_classes(classes)
    legend.grab()
    lines = legend.lines
    assert (lines.rows, lines.left_out) == (rows, left_out)
    assert [entry.index for entry in lines.entries] == list(range(len(classes) - left_out))
    assert legend.height() == rows * ClassLegend().sizeHint().height()


def test_classes_that_do_not_fit_are_counted(legend):
    legend.resize(300, 14)
    legend.set_classes(LONG)
    legend.grab()
    assert 0 < legend.lines.left_out < len(LONG)


@pytest.mark.parametrize("width", [1, 40, 120, 300, 2000])
@pytest.mark.parametrize("classes", [("0", "1"), DIGITS, KINDS, LONG, LONG * 10])
def test_no_class_is_drawn_over_another_or_beyond_the_edge(legend, classes, width):
    legend.set_classes(classes)
    legend.resize(width, 14)
    assert not legend.grab().isNull()
    lines = legend.lines
    metrics = QFontMetrics(small_font(legend.font()))
    for entry, following in zip(lines.entries, lines.entries[1:], strict=False):
        end = entry.x + TO_NAME + metrics.horizontalAdvance(entry.name)
        assert end <= width
        assert following.row > entry.row or following.x - MARKER >= end
    assert len(lines.entries) + lines.left_out == len(classes)
    assert legend.toolTip().splitlines() == list(classes)
    assert classes[-1] in legend.accessibleDescription()


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
