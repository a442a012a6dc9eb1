import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.views.output.field import contour, lines_path

X = np.linspace(-2, 2, 41)
Y = np.linspace(-1, 1, 31)


def test_a_circle_is_one_closed_line_of_its_radius():
    x = np.linspace(-2, 2, 61)
    (line,) = contour(np.hypot(x[None, :], x[:, None]), 1.3, x, x)
    assert line[0] == line[-1]
    np.testing.assert_allclose(np.hypot(*np.array(line).T), 1.3, atol=0.01)


@given(st.floats(-0.9, 0.9))
def test_a_slope_has_one_straight_open_line(level):
    (line,) = contour(np.tile(X, (len(Y), 1)), level, X, Y)
    places = np.array(line)
    np.testing.assert_allclose(places[:, 0], level, atol=1e-9)
    assert sorted([places[0, 1], places[-1, 1]]) == pytest.approx([-1, 1])


@given(st.integers(0, 2**32 - 1))
def test_every_crossing_of_the_grid_is_on_the_line_once(seed):
    field = np.random.default_rng(seed).normal(size=(9, 7))
    x, y = np.arange(7.0), np.arange(9.0)
    lines = contour(field, 0.0, x, y)
    found = {(round(a, 9), round(b, 9)) for line in lines for a, b in line}
    above = field > 0
    crossings = (above[:, 1:] != above[:, :-1]).sum() + (above[1:] != above[:-1]).sum()
    assert len(found) == crossings
    for line in lines:
        for a, b in line:
            left, low = min(int(a), 5), min(int(b), 7)
            across, up = a - left, b - low
            corners = field[low : low + 2, left : left + 2]
            value = (1 - up) * ((1 - across) * corners[0, 0] + across * corners[0, 1]) + up * (
                (1 - across) * corners[1, 0] + across * corners[1, 1]
            )
            assert value == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize("mean", [0.2, -0.2])
def test_saddles_join_the_side_of_the_mean(mean):
    x = np.arange(2.0)
    lines = contour(np.array([[1.0, -1.0], [-1.0, 1.0]]) + mean, 0, x, x)
    assert len(lines) == 2
    for line in lines:
        across, up = np.mean(line, axis=0) - 0.5
        # High corners are (0, 0) and (1, 1): if they join, each line cuts off one of the other two.
        assert (across * up < 0) == (mean > 0)


@pytest.mark.parametrize("value", [0.0, 1.0, np.nan, np.inf])
def test_a_flat_field_has_no_line(value):
    assert contour(np.full((5, 5), value), 0.5, np.arange(5.0), np.arange(5.0)) == []


def test_values_that_are_not_finite_do_no_harm():
    field = np.random.default_rng(0).normal(size=(9, 9))
    field[2, 3], field[5, 5], field[7, 1] = np.nan, np.inf, -np.inf
    places = [place for line in contour(field, 0, np.arange(9.0), np.arange(9.0)) for place in line]
    assert np.isfinite(places).all()


def test_lines_become_one_path():
    path = lines_path([[(0.0, 0.0), (1.0, 0.0), (1.0, 1.0)], [(5.0, 5.0), (6.0, 5.0)]])
    assert path.elementCount() == 5
    assert sum(path.elementAt(index).isMoveTo() for index in range(5)) == 2
