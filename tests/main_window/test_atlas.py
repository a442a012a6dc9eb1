"""The atlas in the real window: choose axes, train, point, zoom by dragging, take a pixel, undo, save and open."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest

from playground.training.commands.many import StartAtlas
from playground.training.many.choices import Axis
from playground.views.kit.accessible import speak_to_readers

RATES = Axis("training.learning_rate", 0.01, 0.1, logarithmic=True)


@pytest.fixture
def view(window, qtbot):
    view = window._area.workspaces.open("atlas")
    qtbot.waitUntil(lambda: view.form.across.setting.count() > 1)
    return view


def choose(form, key, low, high):
    form.setting.setFocus()
    QTest.keyClick(form.setting, Qt.Key.Key_Home)
    while form.setting.currentData() != key:
        QTest.keyClick(form.setting, Qt.Key.Key_Down)
    for edit, value in ((form.low, low), (form.high, high)):
        edit.selectAll()
        QTest.keyClicks(edit, value)


def until(view, qtbot, state, depth=0):
    def stands():
        report = view.map.report
        return report is not None and (report.state, report.depth) == (state, depth)

    qtbot.waitUntil(stands, timeout=30_000)


def run(view, qtbot, *, epochs=2, state="done"):
    choose(view.form.across, "training.learning_rate", "0.01", "0.1")
    choose(view.form.up, "network.hidden[0].units", "2", "9")
    view.form.side.setCurrentIndex(0)
    view.form.epochs.setValue(epochs)
    assert view.form.count.text().startswith("64 trainings")
    qtbot.mouseClick(view.train, Qt.MouseButton.LeftButton)
    until(view, qtbot, state)


def center(view, pixel) -> QPoint:
    return view.map.to_widget(view.map.item_of(pixel).box).center()


def test_a_click_takes_a_pixel_and_undo_brings_the_old_network_back(window, view, qtbot):
    run(view, qtbot)
    item = view.map.item_of((5, 7))
    assert item.name == "learning rate 0.1, neurons 7"
    assert item.value.startswith("test accuracy ")
    qtbot.mouseClick(view.map, Qt.MouseButton.LeftButton, pos=center(view, (5, 7)))
    qtbot.waitUntil(lambda: window.snapshot.epoch == 2)
    experiment = window.snapshot.experiment
    assert (experiment.training.learning_rate, experiment.network.hidden[0].units) == (0.1, 7)
    assert window.snapshot.undo_label == "Row 6, column 8 of the atlas"
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.snapshot.epoch == 0)
    assert view.map.report.grid.known.all()


def test_dragging_zooms_and_escape_and_back_zoom_out(view, qtbot):
    run(view, qtbot)
    whole = view.map.report
    qtbot.mousePress(view.map, Qt.MouseButton.LeftButton, pos=center(view, (2, 2)))
    qtbot.mouseMove(view.map, center(view, (3, 3)))
    qtbot.mouseMove(view.map, center(view, (4, 5)))
    qtbot.mouseRelease(view.map, Qt.MouseButton.LeftButton, pos=center(view, (4, 5)))
    until(view, qtbot, "done", depth=1)
    plan = view.map.report.plan
    assert whole.plan.columns[1] < plan.columns[0] < whole.plan.columns[2]
    assert plan.rows[0] >= 3
    assert plan.rows[-1] <= 7
    assert view.form.across.low.text() == str(plan.across.low)
    QTest.keyClick(view.map, Qt.Key.Key_Escape)
    until(view, qtbot, "done")
    assert view.map.report.plan is whole.plan
    view.map.select((4, 4))
    QTest.keyClick(view.map, Qt.Key.Key_Plus)
    until(view, qtbot, "done", depth=1)
    qtbot.mouseClick(view.back, Qt.MouseButton.LeftButton)
    until(view, qtbot, "done")
    assert not view.back.isEnabled()


def test_keys_and_readers_go_from_pixel_to_pixel(window, view, qtbot, qapp):
    speak_to_readers(qapp)
    run(view, qtbot)
    view.map.setFocus()
    QTest.keyClick(view.map, Qt.Key.Key_Right)
    QTest.keyClick(view.map, Qt.Key.Key_Up)
    assert view.map.selected == (5, 4)
    told = view.readout.text().splitlines()
    assert told[0] == view.map.name_of((5, 4))
    assert told[-1].startswith("Epochs until it is solved: ")
    interface = QAccessible.queryAccessibleInterface(view.map)
    assert interface.childCount() == 64
    assert interface.child(0).text(QAccessible.Text.Name) == view.map.name_of((7, 0))
    QTest.keyClick(view.map, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[0].split("\t")[:3] == ["Learning rate", "Neurons, layer 1", "Training cost"]
    assert len(copied) == 65
    QTest.keyClick(view.map, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.snapshot.epoch == 2)
    view.measure.setCurrentIndex(view.measure.findData("solved_at"))
    view.measure.activated.emit(0)
    assert "solved" in view.map.item_of((5, 4)).value
    qtbot.waitUntil(lambda: window.snapshot.work["atlas"].measure == "solved_at")  # what an export draws, too


@pytest.mark.parametrize(
    ("key", "low", "high", "told"),
    [
        ("training.learning_rate", "0", "1", "above 0"),
        ("training.learning_rate", "0.1", "0.1", "one value"),
        ("network.seed", "0", "7", "on both axes"),
        ("training.learning_rate", "x", "1", "learning rate"),
    ],
)
def test_what_cannot_be_is_told_before(view, key, low, high, told):
    choose(view.form.across, key, low, high)
    assert told.lower() in view.form.count.text().lower()
    assert not view.train.isEnabled()


def test_it_stops_and_closing_meanwhile(window, view, qtbot):
    run(view, qtbot, epochs=50_000, state="running")
    qtbot.mouseClick(view.stop, Qt.MouseButton.LeftButton)
    until(view, qtbot, "stopped")
    assert view.stop.text() == "Go on"
    qtbot.mouseClick(view.stop, Qt.MouseButton.LeftButton)
    until(view, qtbot, "running")
    window.close()
    assert not window._worker.isRunning()


def test_an_opened_session_shows_it_again(make_window, qtbot):
    first = make_window()
    first.post(StartAtlas(RATES, Axis("network.seed", 0, 7), 8, 1))
    qtbot.waitUntil(lambda: "atlas" in first.snapshot.work and first.snapshot.work["atlas"].state == "done")
    memory = first._worker._session.memory()
    first.close()
    second = make_window(session=type(first._worker._session).from_memory(memory))
    view = second._area.workspaces.open("atlas")
    qtbot.waitUntil(lambda: view.map.report is not None)
    assert view.map.report.state == "done"
    assert view.form.across.axis() == RATES
