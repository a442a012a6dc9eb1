"""Axes: two numbers at least, and never two that look the same."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.views.plots.axis import number_texts
from playground.views.plots.canvas import PlotCanvas


@pytest.mark.parametrize(
    ("numbers", "spacing", "texts"),
    [
        ([1_700_000_000.0, 1_700_000_060.0], 60, ["1700000000", "1700000060"]),
        ([0.0, 0.5, 1.0], 0.5, ["0.0", "0.5", "1.0"]),
        ([1e7, 2e7], 1e7, ["1e7", "2e7"]),
        ([1.5e7, 2e7], 5e6, ["1.5e7", "2.0e7"]),
        ([1e-5, 2e-5], 1e-5, ["1e-5", "2e-5"]),
        ([-5.0, 0.0, 5.0], 5, ["−5", "0", "5"]),
        ([0.0, 1e-9], 1e-9, ["0", "1e-9"]),
        ([100000.0, 150000.0], 50000, ["100000", "150000"]),
    ],
)
def test_numbers_have_the_digits_that_tell_them_apart(numbers, spacing, texts):
    assert number_texts(numbers, spacing) == texts


@given(st.integers(-10_000, 10_000), st.integers(-6, 9), st.sampled_from((1, 2, 5)))
def test_neighbouring_ticks_never_look_the_same(first, power, number):
    spacing = number * 10.0**power
    values = [(first + step) * spacing for step in range(4)]
    texts = number_texts(values, spacing)
    assert len(set(texts)) == 4
    assert [float(text.replace("−", "-")) for text in texts] == pytest.approx(values, abs=spacing * 0.01)


def labels(axis) -> list[str]:
    """The numbers that an axis draws, as it draws them."""
    from PySide6.QtGui import QPainter, QPicture

    picture = QPicture()
    painter = QPainter(picture)
    specs = axis.generateDrawSpecs(painter)
    painter.end()
    return [text for _rect, _flags, text in specs[2]]


def test_labels_of_a_logarithmic_axis_never_stand_on_each_other(qtbot):
    canvas = PlotCanvas(widest="1e-5")
    qtbot.addWidget(canvas)
    canvas.show()
    canvas.set_scale(1.0, logarithmic=True)
    for height, most in ((400, 10), (110, 5)):
        canvas.resize(200, height)
        canvas.set_home((0.0, 1.0), (-1.0, 0.0))
        shown = [text for text in labels(canvas.left) if text]
        assert 2 <= len(shown) <= most
        assert "0.5" in shown


def test_where_two_round_numbers_leave_too_little_room_every_second_one_is_left_out(qtbot):
    canvas = PlotCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(125, 140)
    canvas.show()
    canvas.set_home((-0.49, 0.49), (0.0, 1.0))
    assert labels(canvas.bottom) == ["−0.4", "0.0", "0.4"]


@pytest.mark.parametrize("size", [(120, 90), (200, 120), (500, 300)])
@pytest.mark.parametrize(
    "home",
    [
        (1.7e9, 1.7e9 + 6000, 0.0, 1.0),
        (0.0, 1.0, 500.0, 500.3),
        (-3.0, 3.0, -1e-7, 1e-7),
        (0.2, 0.35, 99_999.0, 100_001.0),
        (0.0, 20.0, 0.0123, 0.0124),
        (-6.0, 6.0, -6.0, 6.0),
    ],
)
def test_every_axis_has_two_numbers_and_they_differ(qtbot, size, home):
    canvas = PlotCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(*size)
    canvas.show()
    canvas.set_home(home[:2], home[2:])
    qtbot.wait(20)
    canvas.grab()
    for axis in (canvas.left, canvas.bottom):
        texts = labels(axis)
        assert len(texts) == len(set(texts))
        wide = axis is canvas.bottom and size[0] < 200 and home[0] > 1e9  # two such numbers have no room there
        assert len(texts) >= (1 if wide else 2), axis.orientation


@pytest.mark.parametrize("ends", [(0.31, 0.36), (0.2, 0.7), (1e-3, 10.0), (5.0, 5.1)])
def test_a_logarithmic_axis_within_a_decade_has_two_numbers(qtbot, ends):
    canvas = PlotCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(300, 200)
    canvas.show()
    canvas.left.setLogMode(y=True)
    canvas.set_home((0.0, 1.0), tuple(np.log10(ends)))
    qtbot.wait(20)
    canvas.grab()
    texts = labels(canvas.left)
    assert len(set(texts)) == len(texts) >= 2


def test_the_numbers_of_the_left_axis_are_whole(qtbot):
    canvas = PlotCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(400, 300)
    canvas.show()
    canvas.set_home((0.0, 1.0), (1.7e9, 1.7e9 + 100))
    qtbot.wait(20)
    canvas.grab()
    widest = max(canvas.fontMetrics().horizontalAdvance(text) for text in labels(canvas.left))
    assert canvas.left.width() >= 0.8 * widest


@pytest.mark.parametrize("width", [180, 300, 420, 800])
def test_powers_of_ten_on_a_logarithmic_axis_are_equally_far_apart(qtbot, width):
    canvas = PlotCanvas(widest="1e-5")
    qtbot.addWidget(canvas)
    canvas.show()
    canvas.bottom.setLogMode(x=True)
    canvas.resize(width, 200)
    canvas.set_home((-12.2, -0.8), (0.0, 1.0))
    digits = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
    exponents = sorted(int(text.translate(digits)[2:]) for text in labels(canvas.bottom) if text)
    assert len(exponents) >= 2
    assert len({after - before for before, after in pairwise(exponents)}) == 1
