import pytest
from PySide6.QtGui import QColor

from playground.views.color_maps import diverging
from playground.views.kit.color_bar import ColorBar
from playground.views.theme import DARK, LIGHT


def column_colors(widget, x=6):
    image = widget.grab().toImage()
    return [image.pixelColor(x, y).name() for y in range(image.height())]


@pytest.fixture
def scale(qtbot):
    scale = ColorBar()
    qtbot.addWidget(scale)
    scale.resize(50, 200)
    return scale


def test_the_high_end_is_at_the_top(scale):
    scale.set_scale(diverging, -1, 1)
    colors = column_colors(scale)
    assert QColor(colors[15]).blue() > QColor(colors[15]).red()
    assert QColor(colors[-15]).red() > QColor(colors[-15]).blue()
    assert len(set(colors)) > 50


@pytest.mark.parametrize("steps", [2, 8])
def test_steps_are_bands(scale, steps):
    scale.set_scale(diverging, -1, 1, steps)
    inside = column_colors(scale)[20:-20]
    assert len({color for color in inside if inside.count(color) > 5}) == steps


def test_labels_span_the_scale_and_fit(scale):
    scale.set_scale(diverging, -1, 1)
    assert [text for _, text in scale.labels] == ["−1", "−0.5", "0", "0.5", "1"]
    narrow = scale.sizeHint().width()
    scale.set_scale(diverging, 99000, 99123)
    assert scale.sizeHint().width() > narrow


def test_the_value_under_the_mouse_is_marked(scale):
    scale.set_scale(diverging, -1, 1)
    plain = scale.grab().toImage()
    scale.mark(0.3)
    assert scale.grab().toImage() != plain
    for nothing in (None, float("nan"), float("inf")):
        scale.mark(nothing)
        assert scale.grab().toImage() == plain


def test_a_scale_without_extent_can_be_drawn(scale):
    scale.set_scale(diverging, 0, 0)
    scale.mark(1.0)
    scale.grab()


def test_lying_the_high_end_is_at_the_right(scale):
    scale.lay(True)
    scale.resize(200, scale.sizeHint().height())
    scale.set_scale(diverging, -1, 1)
    image = scale.grab().toImage()
    low, high = (image.pixelColor(x, 6) for x in (15, 185))
    assert low.red() > low.blue()
    assert high.blue() > high.red()
    scale.mark(0.9)
    marked = scale.grab().toImage()
    changed = [x for x in range(200) if marked.pixelColor(x, 12) != image.pixelColor(x, 12)]
    assert changed
    assert min(changed) > 150


def test_what_stands_beside_the_colours_is_as_much_as_there_is_room_for(qtbot):
    scale = ColorBar(lying=True)
    qtbot.addWidget(scale)
    many, few = [(place / 8, "1e-10") for place in range(9)], [(0.5, "middle")]
    pictures = {}
    for width in (60, 600):
        scale.resize(width, scale.sizeHint().height())
        for name, ticks in (("both", (many, few)), ("many", (many,)), ("few", (few,))):
            scale.set_scale(diverging, -1, 1, ticks=ticks)
            pictures[width, name] = scale.grab().toImage()
    assert pictures[600, "both"] == pictures[600, "many"] != pictures[600, "few"]
    assert pictures[60, "both"] == pictures[60, "few"] != pictures[60, "many"]


def test_colours_follow_the_theme(scale, appearance):
    scale.set_scale(diverging, -1, 1)
    pictures = []
    for look in (LIGHT, DARK):
        appearance(look, 100)
        pictures.append(scale.grab().toImage())
    assert pictures[0] != pictures[1]
