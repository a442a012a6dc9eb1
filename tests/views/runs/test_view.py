"""Pinned runs: the table, its buttons, and the curves beside the present one's."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QInputDialog

from playground.files import read_preset
from playground.training import TrainingSession
from playground.training.commands import ChangeField, LoadPin, PinRun, RemovePin, RenamePin
from playground.views.cost.series import QUANTITIES, other_curves
from playground.views.cost.view import CostView
from playground.views.kit.appearance import apply_appearance
from playground.views.plots.style import pin_color
from playground.views.runs.columns import duration
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


def cells(view: RunsView, row: int) -> list[str]:
    model = view.table.model()
    return [model.data(model.index(row, column)) for column in range(model.columnCount())]


def shown(qtbot, snapshot) -> RunsView:
    view = RunsView()
    qtbot.addWidget(view)
    view.show()
    view.show_snapshot(snapshot)
    return view


def test_results_come_first_and_what_differs_is_a_sentence(view, session):
    model, pin = view.table.model(), session.pins.kept[0]
    headings = [model.headerData(i, Qt.Orientation.Horizontal) for i in range(model.columnCount())]
    assert headings == ["Run", "Score", "Cost", "Epochs"]
    assert view.sentence.text() == "The runs differ in: Learning rate, L2 penalty."
    first = cells(view, 1)
    assert first[0] == "first\nlearning rate 0.03 instead of 0.5; L2 penalty 0.001 instead of 0.01"
    assert first[1].splitlines() == [f"{100 * value:.1f}%" for value in (pin.test_accuracy, pin.train_accuracy)]
    assert first[3].startswith("20\n")
    assert cells(view, 0)[0] == "now"
    view.table.selectRow(1)
    assert view.sentence.text() == "first: learning rate 0.03 instead of 0.5; L2 penalty 0.001 instead of 0.01."
    assert "test" in model.index(1, 1).data(Qt.ItemDataRole.ToolTipRole)


def test_small_numbers_are_whole(qtbot, session):
    pin = replace(session.pins.kept[0], train_cost=3.2345e-5, test_cost=4.5678e-12)
    view = shown(qtbot, replace(session.snapshot(), pins=(pin,)))
    assert cells(view, 1)[2] == "4.568e-12\n3.235e-5"


def test_it_is_sorted_by_results(view, session):
    for column, field in ((1, "test_accuracy"), (2, "test_cost"), (3, "epoch")):
        view.table.sortByColumn(column, Qt.SortOrder.DescendingOrder)
        snapshot = session.snapshot()
        runs = (snapshot, *snapshot.pins)
        names = ["now", *(pin.name for pin in snapshot.pins)]
        shown = [view.table.model().index(row, 0).data().split("\n")[0] for row in range(3)]
        expected = [getattr(runs[names.index(name)], field) for name in shown]
        assert expected == sorted(expected, reverse=True)


@pytest.mark.parametrize("width", [340, 367])
def test_nothing_is_hidden_to_the_right(qtbot, session, width):
    view = RunsView()
    qtbot.addWidget(view)
    view.resize(width, 209)
    view.show()
    view.show_snapshot(session.snapshot())
    assert not view.table.horizontalScrollBar().isVisible()
    assert view.table.horizontalHeader().length() <= view.table.viewport().width()
    for column in (1, 2, 3):
        texts = view.table.model().index(1, column).data().splitlines()
        widest = max(view.table.fontMetrics().horizontalAdvance(text) for text in texts)
        assert view.table.columnWidth(column) >= widest


@pytest.mark.parametrize("preset", ["xor", "sine", "three_spirals", "digits", "plane"])
def test_each_kind_of_problem_has_a_picture(qtbot, preset):
    session = TrainingSession(read_preset(preset))
    session.advance(float("inf"), until_epoch=1)
    PinRun().apply(session)
    model = shown(qtbot, session.snapshot()).table.model()
    for row in (0, 1):
        icon = model.data(model.index(row, 0), Qt.ItemDataRole.DecorationRole)
        image = icon.pixmap(200, 200).toImage()
        colors = {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}
        assert len(colors) > 2


def test_numbers_are_scored_by_r_squared(qtbot):
    session = TrainingSession(read_preset("sine"))
    session.advance(float("inf"), until_epoch=30)
    PinRun().apply(session)
    snapshot = session.snapshot()
    pin = snapshot.pins[0]
    assert pin.test_r2 == pytest.approx(snapshot.test_fit.r2[0])
    assert cells(shown(qtbot, snapshot), 1)[1].splitlines()[0] == f"R² {pin.test_r2:.4f}"


def test_the_table_is_copied(qtbot, view):
    view.table.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QApplication.clipboard().text().splitlines()
    assert lines[0].split("\t") == ["Run", "Score", "Cost", "Epochs"]
    assert len(lines) == 4


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
    chosen = view.selected.key
    RemovePin(session.pins.kept[0].number).apply(session)
    view.show_snapshot(session.snapshot())
    assert view.selected.key == chosen


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
    before = view.table.model().index(1, 0).data(Qt.ItemDataRole.DecorationRole)
    apply_appearance(THEMES[theme])
    try:
        assert not view.tool("remove").icon().isNull()
        after = view.table.model().index(1, 0).data(Qt.ItemDataRole.DecorationRole)
        same = before.pixmap(40, 40).toImage() == after.pixmap(40, 40).toImage()
        assert same == (THEMES[theme] is LIGHT)
    finally:
        apply_appearance(LIGHT)
