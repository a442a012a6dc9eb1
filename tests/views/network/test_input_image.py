import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from playground.views.network.layout import Neuron
from playground.views.network.maps import image_of, mean_image
from playground.views.network.view import NetworkView
from playground.views.theme import DARK, LIGHT


@pytest.fixture
def view(qtbot, make_image_snapshot):
    view = NetworkView()
    qtbot.addWidget(view)
    view.resize(620, 460)
    view.show()
    view.show_snapshot(make_image_snapshot(4, 6, hidden=(5, 3), epochs=2))
    QApplication.processEvents()
    return view


def layout_of(view):
    return view.canvas._diagram.layout


def test_only_all_the_pixels_in_order_are_an_image(make_image_snapshot, make_table_snapshot):
    assert image_of(make_image_snapshot(4, 6).problem_info) == (4, 6)
    some = make_image_snapshot(2, 2, features=("x1", "x2", "x4"))
    assert image_of(some.problem_info) is None
    turned = make_image_snapshot(2, 2, features=("x2", "x1", "x3", "x4"))
    assert image_of(turned.problem_info) is None
    assert image_of(make_table_snapshot(4).problem_info) is None


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_mean_of_the_images_is_drawn_in_ink(make_image_snapshot, theme):
    image = mean_image(make_image_snapshot(4, 6).problem_info, theme)
    assert (image.width(), image.height()) == (6, 4)
    assert image.pixelColor(0, 0).name() == theme.text
    assert image.pixelColor(3, 2) != image.pixelColor(0, 0)


def test_one_picture_stands_for_the_features(view):
    column = layout_of(view).columns[0]
    assert column.image == (4, 6)
    assert column.more is None
    assert column.picture.height == pytest.approx(column.picture.width * 4 / 6)
    assert column.picture.left >= 0
    shown = view.canvas.grab().toImage()
    corner = shown.pixelColor(round(column.picture.left + 3), round(column.picture.top + 3))
    assert corner.name() == LIGHT.text


def test_a_pixel_is_hovered(qtbot, view):
    places = []
    view.unit_hovered.connect(places.append)
    box = layout_of(view).box(Neuron(0, 7))
    qtbot.mouseMove(view.canvas, QPoint(1, view.canvas.height() - 2))
    qtbot.mouseMove(view.canvas, QPoint(round(box.left + box.width / 2), round(box.middle)))
    assert places[-1] == (0, 7)
    assert view.card.reading.title == "Pixel in row 2, column 2"


def test_one_line_leads_from_the_picture_to_each_neuron(view):
    edges = view.canvas._diagram.edges
    assert len(edges) == 5 + 15 + 3
    assert edges.drawn == edges.total == 15 + 3
    codes = view.canvas._diagram.codes
    assert (codes[:5] >= 110).all()
    assert (codes[5:] <= 10).all()
    assert edges.of(Neuron(0, 7)).sum() == 5
    assert edges.of(Neuron(1, 2)).sum() == 1 + 3


def test_the_line_of_a_neuron_that_looks_harder_is_thicker(view, make_image_snapshot):
    edges = view.canvas._diagram.edges
    W = [np.zeros((5, 24)), np.ones((3, 5)), np.ones((1, 3))]
    W[0][3] = -2.0
    W[0][1] = 1.0
    codes = edges.codes(W)
    assert codes[3] > codes[1] > codes[0]


def test_bundles_are_not_to_be_edited(view):
    layout, edges = layout_of(view), view.canvas._diagram.edges
    middle = (layout.columns[0].picture.left + layout.columns[0].picture.width + layout.columns[1].left) / 2
    rows = range(round(layout.margins.top), round(layout.height - layout.margins.bottom))
    assert all(edges.nearest(middle, y, 6.0, view.canvas._diagram.codes) is None for y in rows)


def test_arrow_keys_walk_over_the_pixels(qtbot, view):
    for _ in range(2):  # the first one only begins
        qtbot.keyClick(view.canvas, Qt.Key.Key_Down)
    assert view.canvas.selected == Neuron(0, 1)
    qtbot.keyClick(view.canvas, Qt.Key.Key_Right)
    assert view.canvas.selected.layer == 1
    view.canvas.grab()


def test_the_picture_stays_beside_its_neighbours_however_narrow(view):
    for size in ((420, 300), (900, 700), (1500, 360)):
        view.resize(*size)
        QApplication.processEvents()
        picture = layout_of(view).columns[0].picture
        assert picture.left >= 0
        assert picture.left + picture.width + 8 <= layout_of(view).columns[1].left
        assert picture.top >= layout_of(view).margins.top - 1
        view.canvas.grab()
