"""Marks and arrows on a landscape, wherever they are asked to stand."""

import math

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage

from playground.views.kit.painting import painting
from playground.views.landscape.overlay import MARKS, draw_arrow, draw_mark


def drawn(draw) -> bool:
    """Whether anything is; a warning of Qt's fails the test."""
    image = QImage(40, 40, QImage.Format.Format_ARGB32)
    image.fill(0)
    with painting(image) as painter:
        draw(painter)
    return any(image.pixel(x, y) for x in range(40) for y in range(40))


@pytest.mark.parametrize("name", MARKS)
@pytest.mark.parametrize("place", [(20.0, 20.0), (math.nan, 20.0), (20.0, math.nan), (math.inf, 20.0)])
def test_a_mark_stands_only_where_there_is_a_place(qapp, name, place):
    found = drawn(lambda painter: draw_mark(painter, name, QPointF(*place), "#000000", "#ffffff"))
    assert found == all(map(math.isfinite, place))


@pytest.mark.parametrize("end", [(30.0, 30.0), (math.nan, 30.0), (math.inf, 30.0)])
def test_an_arrow_goes_only_where_there_is_a_place(qapp, end):
    found = drawn(lambda painter: draw_arrow(painter, QPointF(5, 5), QPointF(*end), "#000000", "#ffffff"))
    assert found == all(map(math.isfinite, end))
