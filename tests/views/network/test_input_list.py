import pytest
from PySide6.QtCore import QPoint, Qt

from playground.views.network.input_list import SEARCHED_FROM, InputList


@pytest.fixture
def make_list(qtbot):
    def make(count, ticked=(1, 2)):
        inputs = InputList()
        qtbot.addWidget(inputs)
        inputs.set_inputs([f"sensor {number}" for number in range(1, count + 1)], ticked)
        inputs.show()
        inputs.sent = []
        inputs.chosen.connect(inputs.sent.append)
        return inputs

    return make


def click_box(qtbot, inputs, row):
    rect = inputs.list.visualRect(inputs.list.model().index(row, 0))
    qtbot.mouseClick(
        inputs.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.topLeft() + QPoint(10, rect.height() // 2)
    )


def test_it_shows_what_the_network_has_without_a_signal(make_list):
    inputs = make_list(5, {2, 5})
    assert inputs.ticked == (2, 5)
    assert inputs.title.text() == "2 of 5 inputs"
    inputs.set_inputs([f"sensor {number}" for number in range(1, 6)], {1})
    assert inputs.ticked == (1,)
    assert inputs.sent == []


def test_a_click_and_space_tick(qtbot, make_list):
    inputs = make_list(5)
    click_box(qtbot, inputs, 3)
    assert inputs.sent == [(1, 2, 4)]
    inputs.list.setCurrentIndex(inputs.list.model().index(0, 0))
    qtbot.keyClick(inputs.list, Qt.Key.Key_Space)
    assert inputs.sent[-1] == (2, 4)
    assert inputs.title.text() == "2 of 5 inputs"


def test_all_and_none(qtbot, make_list):
    inputs = make_list(300)
    qtbot.mouseClick(inputs.all, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(inputs.none, Qt.MouseButton.LeftButton)
    assert inputs.sent == [tuple(range(1, 301)), ()]


def test_many_are_searched_by_column_or_by_formula(qtbot, make_list):
    assert not make_list(SEARCHED_FROM - 1).search.isVisible()
    inputs = make_list(300)
    assert inputs.search.isVisible()
    qtbot.keyClicks(inputs.search, "SENSOR 30")
    assert inputs.shown == 2
    inputs.search.setText("(x299)")
    assert inputs.shown == 1


def test_all_means_those_found(qtbot, make_list):
    inputs = make_list(40, (1, 2))
    qtbot.keyClicks(inputs.search, "3")
    qtbot.mouseClick(inputs.all, Qt.MouseButton.LeftButton)
    assert inputs.sent == [(1, 2, 3, 13, 23, *range(30, 40))]
    click_box(qtbot, inputs, 0)
    assert inputs.sent[-1] == (1, 2, 13, 23, *range(30, 40))
    qtbot.mouseClick(inputs.none, Qt.MouseButton.LeftButton)
    assert inputs.sent[-1] == (1, 2)


def test_other_data_begin_unsearched(qtbot, make_list):
    inputs = make_list(300)
    qtbot.keyClicks(inputs.search, "299")
    inputs.set_inputs([f"other {number}" for number in range(1, 21)], {7})
    assert inputs.search.text() == ""
    assert inputs.shown == 20
    assert inputs.ticked == (7,)
    inputs.set_inputs(["x1", "x2", "x3"], {1})
    assert inputs.list.model().index(0, 0).data() == "x1"


def test_it_is_no_higher_than_it_needs_to_be(make_list):
    assert make_list(3).list.height() < make_list(5).list.height() < make_list(300).list.height() < 220
