"""Pinned runs: the table, its buttons, and the curves beside the present one's."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog

from playground.files import read_preset
from playground.training import TrainingSession
from playground.training.commands import ChangeField, LoadPin, PinRun, RemovePin, RenamePin
from playground.views.cost.others import other_curves
from playground.views.cost.series import QUANTITIES
from playground.views.cost.view import CostView
from playground.views.runs.colors import pin_color
from playground.views.runs.model import RESULTS, RunsModel, duration
from playground.views.runs.view import RunsView
from playground.views.theme import LIGHT, THEMES


@pytest.fixture
def session():
    """Two pinned runs of XOR that differ by learning rate and activation, and a third under way."""
    session = TrainingSession(read_preset("xor"))
    session.advance(float("inf"), until_epoch=20)
    PinRun("first").apply(session)
    ChangeField("training.learning_rate", 0.5).apply(session)
    session.reset()
    session.advance(float("inf"), until_epoch=10)
    PinRun().apply(session)
    ChangeField("training.l2", 0.01).apply(session)
    return session


@pytest.fixture
def view(qtbot, session):
    view = RunsView()
    qtbot.addWidget(view)
    view.resize(500, 240)
    view.show()
    view.show_snapshot(session.snapshot())
    return view


def cells(model: RunsModel, row: int) -> list[str]:
    return [model.data(model.index(row, column)) for column in range(model.columnCount())]


def test_only_what_differs_is_a_column(session):
    model = RunsModel()
    model.show_runs(session.snapshot())
    headings = [model.headerData(i, Qt.Orientation.Horizontal) for i in range(model.columnCount())]
    assert headings == ["Run", "Learning rate", "L2 penalty", *(result.heading for result in RESULTS)]
    first = cells(model, 1)
    assert first[0] == "first"
    assert first[1:3] == ["0.03", "0.001"]
    assert first[-2] == "20"
    assert cells(model, 0)[1:3] == ["0.5", "0.01"]


def test_without_pins_it_says_what_to_do(qtbot, make_snapshot):
    view = RunsView()
    qtbot.addWidget(view)
    view.show()
    view.show_snapshot(make_snapshot())
    assert not view.table.isVisible()
    with qtbot.waitSignal(view.command_requested) as signal:
        qtbot.mouseClick(view.pin, Qt.MouseButton.LeftButton)
    assert signal.args == [PinRun()]


def test_the_present_run_cannot_be_loaded_or_removed(view):
    view.table.selectRow(0)
    assert not any(view.tool(name).isEnabled() for name in ("load_pin", "rename", "remove"))


@pytest.mark.parametrize(("tool", "command"), [("load_pin", LoadPin), ("remove", RemovePin)])
def test_the_selected_run_is_meant(qtbot, view, session, tool, command):
    view.table.selectRow(2)
    with qtbot.waitSignal(view.command_requested) as signal:
        qtbot.mouseClick(view.tool(tool), Qt.MouseButton.LeftButton)
    assert signal.args == [command(session.pins.kept[1].number)]


def test_it_is_renamed(qtbot, view, session, monkeypatch):
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("slow", True))
    view.table.selectRow(1)
    with qtbot.waitSignal(view.command_requested) as signal:
        qtbot.keyClick(view, Qt.Key.Key_F2)
    assert signal.args == [RenamePin(session.pins.kept[0].number, "slow")]
    signal.args[0].apply(session)
    view.show_snapshot(session.snapshot())
    assert view.selected.name == "slow"


def test_the_selection_stays_with_its_run(view, session):
    view.table.selectRow(2)
    chosen = view.selected.number
    RemovePin(session.pins.kept[0].number).apply(session)
    view.show_snapshot(session.snapshot())
    assert view.selected.number == chosen


def test_the_curves_of_pins_lie_behind_in_their_colours(qtbot, session):
    view = CostView()
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    snapshot = session.snapshot()
    view.show_snapshot(snapshot)
    colors = [item.pen.color().name() for item in view._behind if item.isVisible()]
    assert colors == [pin_color(pin.number, LIGHT) for pin in snapshot.pins for _ in range(len(colors) // 2)]
    assert view.key.isVisible()
    assert "first" in view.key.toolTip()


def test_curves_of_another_cost_are_no_curves_of_this_plot(session):
    pins = session.snapshot().pins
    assert other_curves(QUANTITIES["cost"], pins, (), "squared_error", LIGHT) == ()
    assert other_curves(QUANTITIES["gradient"], pins, (), pins[0].experiment.training.cost, LIGHT) == ()
    assert other_curves(QUANTITIES["accuracy"], pins, (), "squared_error", LIGHT)


def test_ways_that_were_left_are_grey(session):
    curves = session.snapshot().curves
    (line,) = other_curves(QUANTITIES["cost"], (), (curves,), "binary_cross_entropy", LIGHT)
    assert line.series.color == LIGHT.hatch


@pytest.mark.parametrize(("seconds", "text"), [(0, "0.0 s"), (59.94, "59.9 s"), (187, "3:07"), (7500, "2:05:00")])
def test_times_read_well(seconds, text):
    assert duration(seconds) == text


@pytest.mark.parametrize("theme", THEMES)
def test_it_wears_every_theme(view, theme):
    view.set_theme(THEMES[theme])
    assert not view.tool("remove").icon().isNull()
