import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor

from playground.engine import ParameterCheck
from playground.views.check.difference_map import DifferenceMap
from playground.views.kit.appearance import apply_appearance
from playground.views.theme import DARK, LIGHT


def make_check(shape=(3, 2), differing=(), kinks=()):
    numerical = np.linspace(0.5, 1.0, shape[0] * shape[1]).reshape(shape)
    analytic = numerical + 1e-12
    at_kink = np.zeros(shape, bool)
    for entry in differing:
        analytic[entry] += 0.1
    for entry in kinks:
        at_kink[entry] = True
    return ParameterCheck("W1", analytic, numerical, at_kink, np.zeros(shape, bool), 1e-12, 1e-12, not differing)


@pytest.fixture
def make_map(qtbot):
    def make(check, shape=(3, 2), size=(320, 150)):
        shown = DifferenceMap()
        qtbot.addWidget(shown)
        shown.resize(*size)
        shown.show()
        shown.show_check(check, shape)
        shown.entries = []
        shown.entry_changed.connect(shown.entries.append)
        return shown

    return make


def place(shown, row, column):
    left, top, width, height = shown.grid.entry_box(row, column).getRect()
    return QPoint(round(1 + left + width / 2), round(1 + top + height / 2))


def cell_colors(shown, row, column):
    left, top, width, height = shown.grid.entry_box(row, column).getRect()
    image = shown.grab().toImage()
    return [
        image.pixelColor(x, y)
        for x in range(int(1 + left) + 2, int(left + width) - 1)
        for y in range(int(1 + top) + 2, int(top + height) - 1)
    ]


def most_common(colors):
    names = [color.name() for color in colors]
    return QColor(max(set(names), key=names.count))


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_what_differs_is_strong_and_what_agrees_is_pale(make_map, theme):
    shown = make_map(make_check(differing=[(2, 1)]))
    apply_appearance(theme)
    strong, pale = (most_common(cell_colors(shown, *entry)) for entry in ((2, 1), (0, 0)))
    assert strong.hslSaturationF() > pale.hslSaturationF() + 0.2


def test_what_differs_wears_a_cross(make_map):
    shown = make_map(make_check(differing=[(2, 1)]))
    shown.grab()
    assert sum(len(lines) for lines in shown._crosses.values()) == 2
    shown.show_check(make_check(), (3, 2))
    shown.grab()
    assert not shown._crosses


def test_kinks_are_hatched_and_wear_no_cross(make_map):
    shown = make_map(make_check(differing=[(0, 0)], kinks=[(0, 0)]))
    names = {color.name() for color in cell_colors(shown, 0, 0)}
    assert LIGHT.surface in names
    assert LIGHT.muted in names
    assert not shown._crosses


def test_what_is_not_computed_is_hatched(make_map):
    shown = make_map(None)
    names = {color.name() for color in cell_colors(shown, 1, 1)}
    assert LIGHT.hatch in names


def test_the_mouse_names_the_entry(qtbot, make_map):
    shown = make_map(make_check())
    qtbot.mouseMove(shown, place(shown, 0, 0))
    qtbot.mouseMove(shown, place(shown, 2, 1))
    assert shown.entries[-1] == (2, 1)
    qtbot.mouseMove(shown, QPoint(1, 1))
    assert shown.entries[-1] is None


def test_a_click_keeps_the_entry(qtbot, make_map):
    shown = make_map(make_check())
    qtbot.mouseClick(shown, Qt.MouseButton.LeftButton, pos=place(shown, 1, 0))
    qtbot.mouseMove(shown, QPoint(1, 1))
    assert shown.entry == (1, 0)
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert shown.entry is None


def test_arrow_keys_walk_and_stop_at_the_edges(qtbot, make_map):
    shown = make_map(make_check())
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down):
        qtbot.keyClick(shown, key)
    assert shown.entries == [(0, 0), (0, 1), (1, 1)]
    for _ in range(4):
        qtbot.keyClick(shown, Qt.Key.Key_Up)
        qtbot.keyClick(shown, Qt.Key.Key_Left)
    assert shown.entry == (0, 0)


def test_in_a_large_array_every_entry_can_be_pointed_at(qtbot, make_map):
    shape = (50, 784)
    shown = make_map(make_check(shape, differing=[(17, 401)]), shape)
    assert shown.grid.column_step > 1
    qtbot.mouseMove(shown, QPoint(5, 5))
    left, top, width, height = shown.grid.entry_box(17, 400).getRect()
    found = shown.grid.entry_at(left + width / 2, top + height / 2)
    assert found == (17, 400)
    shown.grab()
    # the worst entry of a cell is the one that is seen
    row, column = 17 // shown.grid.row_step, 401 // shown.grid.column_step
    assert shown._worst[row, column] == pytest.approx(0.1)


def test_another_array_forgets_the_entry(qtbot, make_map):
    shown = make_map(make_check())
    qtbot.keyClick(shown, Qt.Key.Key_Right)
    shown.show_check(make_check((4, 4)), (4, 4))
    assert shown.entry is None
    assert shown.entries[-1] is None
