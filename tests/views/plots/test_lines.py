import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtWidgets import QApplication

from playground.views.kit.appearance import apply_appearance
from playground.views.plots.canvas import PlotCanvas
from playground.views.plots.lines import CurvesItem
from playground.views.plots.style import line_pen
from playground.views.theme import LIGHT


@pytest.fixture
def canvas(qtbot):
    canvas = PlotCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(200, 200)
    canvas.set_home((0.0, 1.0), (0.0, 1.0))
    canvas.show()
    return canvas


def red_pixels(canvas):
    QApplication.processEvents()
    image = canvas.grab().toImage()
    return [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).name() == "#ff0000"
    ]


def test_lines_are_drawn_without_what_is_not_finite(canvas):
    curves = CurvesItem(canvas.view)
    x = np.array([0.0, 0.25, 0.5, 0.75, 1.0])
    curves.show_lines([(x, np.array([0.5, np.nan, np.inf, -np.inf, 0.5]))], [line_pen("#ff0000")], smooth=False)
    rows = {y for _, y in red_pixels(canvas)}
    assert len(rows) == 1
    assert len(red_pixels(canvas)) > 100


def test_a_single_point_is_a_dot(canvas):
    curves = CurvesItem(canvas.view)
    curves.show_lines([(np.array([0.5]), np.array([0.5]))], [line_pen("#ff0000", width=7)])
    place = canvas.view.mapViewToScene(pg.Point(0.5, 0.5))
    found = np.array(red_pixels(canvas))
    assert len(found) > 15
    np.testing.assert_allclose(found.mean(axis=0), [place.x(), place.y()], atol=1)


def test_lines_that_are_not_needed_disappear(canvas):
    curves = CurvesItem(canvas.view)
    line = (np.array([0.0, 1.0]), np.array([0.5, 0.5]))
    pen = line_pen("#ff0000")
    curves.show_lines([line, line], [pen, pen], smooth=False)
    assert sum(item.isVisible() for item in curves) == 2
    curves.show_lines([], [])
    assert not red_pixels(canvas)
    curves.show_lines([line], [pen], smooth=False)
    assert sum(item.isVisible() for item in curves) == 1


def test_nothing_is_drawn_of_an_empty_line(canvas):
    curves = CurvesItem(canvas.view)
    curves.show_lines([(np.empty(0), np.empty(0)), (np.array([np.nan]), np.array([1.0]))], [line_pen("#ff0000")] * 2)
    assert not red_pixels(canvas)


def test_a_line_in_another_colour_grows_no_wider(canvas):
    curves = CurvesItem(canvas.view)
    curves.show_lines([(np.array([0.0, 1.0]), np.array([0.5, 0.5]))], [line_pen("#ff0000", width=2)], smooth=False)
    (item,) = curves
    for zoom in (175, 100, 175, 100):
        apply_appearance(LIGHT, zoom)
        item.set_color("#ff0000")
    assert item.pen.widthF() == 2
    assert len({y for _, y in red_pixels(canvas)}) == 2
