import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.views.figures.axes import between, stretches


def test_stretches():
    assert stretches(np.array([True, True, False, True])) == [(0, 2), (3, 4)]
    assert stretches(np.array([], bool)) == []
    assert stretches(np.array([False, False])) == []


@pytest.mark.parametrize(
    ("points", "pieces"),
    [
        ([(0, 5)], [[(0, 5)]]),
        ([(0, 50)], []),
        ([(0, 2), (1, 8)], [[(0, 2), (1, 8)]]),
        ([(0, -10), (1, -5)], []),
        ([(0, -10), (2, 10)], [[(1, 0), (2, 10)]]),
        ([(0, -10), (4, 30)], [[(1, 0), (2, 10)]]),
        ([(0, 5), (1, 15), (2, 5)], [[(0, 5), (0.5, 10)], [(1.5, 10), (2, 5)]]),
        ([(0, 5), (1, 6), (2, 7)], [[(0, 5), (1, 6), (2, 7)]]),
    ],
)
def test_between(points, pieces):
    assert [[tuple(map(float, point)) for point in piece] for piece in between(points, 0, 10)] == [
        [tuple(map(float, point)) for point in piece] for piece in pieces
    ]


heights = st.floats(-1e6, 1e6)


@given(ys=st.lists(heights, min_size=2, max_size=12))
def test_nothing_is_left_outside_and_what_is_inside_stays(ys):
    points = list(enumerate(ys))
    pieces = between([(float(x), y) for x, y in points], 0.0, 100.0)
    for piece in pieces:
        assert all(-1e-4 <= y <= 100 + 1e-4 for _, y in piece)
        assert len(piece) >= 2
    drawn = {point for piece in pieces for point in piece}
    assert {(float(x), y) for x, y in points if 0 < y < 100} <= drawn
