import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from playground.views.figures.axes import Axes, Axis
from playground.views.figures.sheet import Sheet
from playground.views.theme import LIGHT


@pytest.fixture
def sheet(qapp):
    image = QImage(600, 500, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    sheet = Sheet.on(painter, LIGHT, 1.0)
    yield sheet
    painter.end()


@pytest.mark.parametrize(
    ("axis", "step", "labels"),
    [
        (Axis(-6, 6), 2, ["−6", "−4", "−2", "0", "2", "4", "6"]),
        (Axis(0, 1), 0.25, ["0", "0.25", "0.5", "0.75", "1"]),
        (Axis(0, 1.02, unit=100.0), 50, ["0", "50", "100"]),
        (Axis(-3, 0.5, logarithmic=True), 1, ["0.001", "0.01", "0.1", "1"]),
        (Axis(-4, 0.5, logarithmic=True), 2, ["10⁻⁴", "10⁻²", "10⁰"]),
        (Axis(0, 5, whole=True), 1, ["0", "1", "2", "3", "4", "5"]),
    ],
)
def test_labels(axis, step, labels):
    found = axis.labels(step)
    assert [text for _, text in found] == labels
    assert all(axis.low - 1e-9 <= value <= axis.high + 1e-9 for value, _ in found)


@pytest.mark.parametrize(
    ("axis", "distance", "step"),
    [
        (Axis(0, 1), 0.03, 0.05),
        (Axis(0, 1), 0.2, 0.2),
        (Axis(0, 5, whole=True), 0.01, 1.0),
        (Axis(-3, 0, logarithmic=True), 0.2, 1.0),
        (Axis(0, 1, unit=100.0), 0.3, 50.0),
        (Axis(0, 100_000, whole=True), 900, 1000),
    ],
)
def test_steps_are_round_numbers(axis, distance, step):
    assert axis.step(distance) == pytest.approx(step)


def test_values_lie_where_they_belong(sheet):
    axes = Axes(QRectF(100, 50, 200, 400), Axis(-1, 1), Axis(0, 10))
    assert axes.place(0, 5) == QPointF(200, 250)
    across, down = axes.places(np.array([-1, 1]), np.array([0, 10]))
    assert (across.tolist(), down.tolist()) == ([100, 300], [450, 50])


@pytest.mark.parametrize("square", [True, False])
@pytest.mark.parametrize(("width", "height"), [(560, 300), (300, 480), (200, 180)])
def test_numbers_and_names_stay_within_the_area(sheet, square, width, height):
    area = QRectF(10, 10, width, height)
    axes = Axes.within(sheet, area, Axis(-6, 6, "x1"), Axis(-1.5, 1.5, "y"), square=square)
    axes.paint(sheet, grid=True)
    assert area.contains(axes.rect)
    assert axes.rect.left() - area.left() >= sheet.width("−0.5", sheet.small_font)
    assert axes.rect.top() - area.top() >= sheet.line()
    if square:
        assert axes.rect.width() == axes.rect.height()
    image = sheet.painter.device()
    outside = [image.pixel(x, y) for x in (4, 8, width + 14) for y in range(0, 500, 3)]
    outside += [image.pixel(x, y) for y in (4, 8, height + 14) for x in range(0, 600, 3)]
    assert set(outside) == {0xFFFFFFFF}


def test_a_line_has_gaps_where_a_value_is_missing_and_ends_at_the_edges():
    axes = Axes(QRectF(0, 0, 100, 100), Axis(0, 4), Axis(0, 1))
    path = axes.line(np.arange(5.0), np.array([0.5, 0.5, np.nan, 0.5, 3.0]))
    points = [(path.elementAt(i).x, path.elementAt(i).y) for i in range(path.elementCount())]
    assert points[:2] == [(0, 50), (25, 50)]
    assert points[2] == (75, 50)
    assert points[-1] == (pytest.approx(80), 0)
    assert axes.line(np.array([np.nan]), np.array([1.0])).elementCount() == 0


def test_endless_values_draw_no_endless_line():
    axes = Axes(QRectF(0, 0, 100, 100), Axis(0, 1), Axis(0, 1))
    path = axes.line(np.array([0.0, 0.5, 1.0]), np.array([0.5, 1e300, np.inf]))
    assert path.boundingRect().height() <= 50.001
