import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtGui import QImage, QPainter

from playground.training.queries.every_layer import Drawn
from playground.views.spaces.layer_plot import line_pens, paint_lines
from playground.views.spaces.pictures import QuietRange, looks
from playground.views.theme import DARK, LIGHT


def painted(paint, side=60):
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter)
    painter.end()
    return image


def is_inked(image, x, y):
    return image.pixelColor(x, y).name() != "#ffffff"


def test_test_examples_lie_below_and_are_hollow(make_snapshot):
    problem_info = make_snapshot("spirals").problem_info
    train, test = problem_info.train_X.shape[1], problem_info.test_X.shape[1]
    drawn = Drawn(np.arange(train), np.arange(test), train + test)
    shown = looks(problem_info, drawn, test=True)
    assert shown.order.tolist() == [*range(train, train + test), *range(train)]
    hollow = shown.scatter.kinds[shown.scatter.kind, 2].astype(bool)
    assert hollow.tolist() == [True] * test + [False] * train
    assert (shown.scatter.kinds[shown.scatter.kind[test:], 0] == problem_info.train_labels).all()
    assert looks(problem_info, drawn, test=False).order.tolist() == list(range(train))


@pytest.mark.parametrize("preset", ["plane", "sine", "heart"])
def test_numbers_to_predict_are_shades(make_snapshot, preset):
    problem_info = make_snapshot(preset).problem_info
    shown = looks(problem_info, Drawn(np.arange(problem_info.train_X.shape[1]), np.arange(0), 0), test=False)
    assert len(shown.scatter.kinds) > 3


def test_lines_keep_their_colours_and_torn_ones_are_faint(qapp):
    steps = np.linspace(0, 60, 30)
    upright = np.stack([np.full(30, 20.0), steps])
    lying = np.stack([steps, np.full(30, 40.0)])
    lines = np.stack([upright[None], lying[None]])
    image = painted(lambda painter: paint_lines(painter, lines, LIGHT, 60))
    green, purple = image.pixelColor(20, 10), image.pixelColor(50, 40)
    assert green.green() > green.red()
    assert purple.blue() > purple.green()
    torn = np.stack([np.array([30.0, 30.0]), np.array([0.0, 60.0])])[None, None]
    image = painted(lambda painter: paint_lines(painter, torn, LIGHT, 60))
    ink = image.pixelColor(30, 30)
    assert max(ink.red(), ink.green(), ink.blue()) - min(ink.red(), ink.green(), ink.blue()) < 20


def test_places_that_are_not_numbers_are_left_out(qapp):
    lines = np.full((1, 1, 2, 10), np.nan)
    image = painted(lambda painter: paint_lines(painter, lines, LIGHT, 60))
    assert not any(is_inked(image, x, y) for x in range(0, 60, 3) for y in range(0, 60, 3))
    far = np.array([[np.inf, 1e30, -1e30, 5.0], [0, 1e30, 0, 5]])[None, None]
    painted(lambda painter: paint_lines(painter, far, LIGHT, 60))


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_shades_differ(theme):
    assert len({pen.color().name() for pen in line_pens(theme, 2)}) == 12
    assert line_pens(theme, 1, 1)[0].color().name() == theme.forward


values = st.lists(st.floats(-1e12, 1e12), min_size=1, max_size=20).map(np.array)


@given(st.lists(values, min_size=1, max_size=6))
@example([np.array([5e-324])])  # the smallest number there is
@example([np.array([0.0, 5e-324])])
@example([np.array([0.0, 2.3e-308, -1e-301])])
def test_a_range_holds_everything_and_has_a_length(frames):
    around, symmetric = QuietRange(), QuietRange()
    for frame in frames:
        low, high = around.around(frame)
        assert low <= frame.min() <= frame.max() <= high
        assert low < high
        low, high = symmetric.symmetric(frame)
        assert low == -high < 0
        assert np.abs(frame).max() <= high


def test_a_range_does_not_follow_small_changes():
    quiet = QuietRange()
    first = quiet.around(np.array([0.0, 1.0]))
    assert quiet.around(np.array([0.1, 0.8])) == first
    assert quiet.around(np.array([0.1, 0.2])) != first
    quiet.forget()
    low, high = quiet.around(np.array([np.nan, np.inf]))
    assert low < 0 < high
