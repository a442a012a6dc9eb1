"""Pinned runs and the networks on the wall in one table, in the real window."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from playground.training.commands import PinRun
from playground.training.commands.many import StartMany

RATES = ("training.learning_rate=0.01,0.1",)


@pytest.fixture
def view(window, qtbot):
    """One pinned run, and four networks on the wall: two rates, two seeds."""
    window.post(PinRun("mine"))
    window.post(StartMany(RATES, 2, 5))
    view = window._area.lower_right.open("runs")
    qtbot.waitUntil(lambda: len(names(view)) == 6 and window.snapshot.work["many"].state == "done", timeout=20_000)
    return view


def names(view):
    model = view.table.model()
    return [model.index(row, 0).data().partition("\n")[0] for row in range(model.rowCount())]


def choose(view, text):
    """Choose an entry of the menu, as a click does."""
    view.listing.menu.aboutToShow.emit()
    next(action for action in view.listing.menu.actions() if action.text() == text).trigger()


def select(view, *rows):
    view.table.clearSelection()
    for row in rows:
        view.table.selectionModel().select(
            view.table.model().index(row, 0),
            QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows,
        )


def test_what_is_listed_is_chosen_and_filtered(view):
    assert names(view) == ["now", "mine", "Network 1", "Network 2", "Network 3", "Network 4"]
    choose(view, "Networks on the wall")
    assert names(view) == ["Network 1", "Network 2", "Network 3", "Network 4"]
    QTest.keyClicks(view.listing.filter, "rate > 0.05, seed = 1")
    assert names(view) == ["Network 4"]
    view.listing.filter.setText("speed > 1")
    assert view.sentence.text().startswith("speed > 1: speed is not known; there are score, cost")
    assert view.sentence.property("role") == "mistake"
    assert names(view) == ["Network 4"]
    view.listing.filter.setText("nobody")
    assert names(view) == []
    assert view.sentence.text().startswith("No run to list")
    assert view.as_text() == "Run\tScore\tCost\tEpochs\n"
    view.listing.filter.clear()
    choose(view, "Pinned runs")
    assert names(view) == ["now", "mine"]


def test_groups_by_a_setting_and_what_two_of_them_show(view):
    choose(view, "Networks on the wall")
    choose(view, "Learning rate")
    assert names(view) == ["0.01", "0.1"]
    model = view.table.model()
    score = model.index(1, 1).data().splitlines()
    assert score[0].endswith("%")
    assert score[1].startswith("± ")
    assert model.index(0, 0).data().splitlines()[1] == "2 runs"
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == (
        "learning rate 0.01\nNetwork 1\nNetwork 2\nEnter or a double click lists its runs."
    )
    select(view, 0, 1)
    assert view.sentence.text().startswith("With learning rate 0.01 against learning rate 0.1: solved ")
    assert not view.tool("load_pin").isEnabled()
    view.table.setFocus()
    QTest.keyClick(view.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[0].split("\t") == ["Learning rate", "Score", "Cost", "Solved"]
    assert len(copied) == 3
    select(view, 1)
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    assert names(view) == ["Network 3", "Network 4"]
    assert view.listing.filter.text() == "learning_rate = 0.1"


def test_a_network_is_pinned_and_taken_and_comes_back_by_undo(window, view, qtbot):
    view.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert names(view)[0] == "Network 4"
    select(view, 0)
    assert view.pin.accessibleName() == "Pin Network 4"
    qtbot.mouseClick(view.pin, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(window.snapshot.pins) == 2)
    pin = window.snapshot.pins[1]
    assert (pin.epoch, pin.experiment.training.learning_rate, pin.experiment.network.seed) == (5, 0.1, 1)
    assert not window.snapshot.epoch
    qtbot.waitUntil(lambda: len(names(view)) == 7)
    assert view.selected.name == "Network 4"  # the selection stays with its run
    view.table.setFocus()
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.snapshot.epoch == 5)
    assert window.snapshot.undo_label == "Network 4 of the wall"
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.snapshot.epoch == 0)
