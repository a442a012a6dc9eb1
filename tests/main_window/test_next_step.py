"""The next step of every optimizer in the real window: by mouse and keyboard, chosen, gone on with, and taken back."""

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from playground.engine import OPTIMIZERS
from playground.training.commands import ChangeField, Pause, StepBatch

LEFT = Qt.MouseButton.LeftButton


def settled(view, qtbot):
    """Wait until everything about the steps of the present weights is there, and return their panel."""
    panel = view.side.steps

    def is_there():
        surface = view.snapshot.surface
        return surface is not None and surface.kind == "steps" and surface.progress == 1 and panel.go_on.isEnabled()

    qtbot.waitUntil(is_there, timeout=30_000)
    return panel


def opened(window, qtbot):
    view = window._area.workspaces.open("landscape")
    qtbot.mouseClick(view.header.modes.buttons["steps"], LEFT)
    return view, settled(view, qtbot)


def test_a_key_opens_it_from_anywhere(window, qtbot):
    QTest.keyClick(window, Qt.Key.Key_O)
    view = window._area.workspaces.current
    assert view.header.mode.name == "steps"
    settled(view, qtbot)
    assert view.shown_place() == ("steps", "", ())
    view.show_place("random", "", ())
    assert not view.side.steps.isVisible()


def tick(box, qtbot):
    qtbot.mouseClick(box, LEFT, pos=QPoint(10, box.height() // 2))


def test_choose_with_the_keys_go_on_and_take_it_back(window, qtbot):
    window.post(StepBatch())
    qtbot.waitUntil(lambda: window.snapshot.update == 1)
    view, panel = opened(window, qtbot)
    assert view.stack.currentWidget() is view.surface_plot
    assert [item.key for item in panel.table.items()] == list(OPTIMIZERS)
    before = window.snapshot
    own = before.experiment.training.optimizer
    assert panel.chosen.name == own
    assert "goes on with the moments" in panel.told.text()
    panel.table.setFocus()
    while panel.table.selected != "sgd":
        QTest.keyClick(panel.table, Qt.Key.Key_Up)
    assert "no moments" in panel.told.text()
    while panel.table.selected != "rmsprop":
        QTest.keyClick(panel.table, Qt.Key.Key_Down)
    assert "fresh moments" in panel.told.text()
    assert panel.go_on.text() == "Go on with RMSProp"
    step = panel.chosen
    QTest.keyClick(panel.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t") == ["optimizer", "in plane", "after 1", "after 10", "after 100"]
    assert len(lines) == 1 + len(OPTIMIZERS)
    panel.go_on.setFocus()
    QTest.keyClick(panel.go_on, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.snapshot.running and window.snapshot.update > before.update)
    qtbot.waitUntil(lambda: not panel.go_on.isEnabled())
    assert "Pause" in panel.go_on.toolTip()
    training = window.snapshot.experiment.training
    assert (training.optimizer, training.learning_rate) == ("rmsprop", step.learning_rate)
    window.post(Pause())
    qtbot.waitUntil(lambda: not window.snapshot.running)
    for _ in range(2):
        window._actions["undo"].trigger()
    qtbot.waitUntil(lambda: window.snapshot.update == before.update)
    assert window.snapshot.experiment == before.experiment
    for W, then in zip(window.snapshot.W, before.W, strict=True):
        np.testing.assert_array_equal(W, then)


def test_a_click_chooses_and_one_rate_for_all_computes_anew(window, qtbot):
    view, panel = opened(window, qtbot)
    place = panel.table.to_widget(panel.table.item_of("sgd").box).center()
    qtbot.mouseMove(panel.table, place)
    qtbot.mouseClick(panel.table, LEFT, pos=place)
    assert panel.chosen.learning_rate == OPTIMIZERS["sgd"].learning_rate
    window.post(ChangeField("training.learning_rate", 0.5))
    qtbot.waitUntil(lambda: view.snapshot.experiment.training.learning_rate == 0.5)
    tick(view.header.one_rate, qtbot)
    settled(view, qtbot)
    qtbot.waitUntil(lambda: panel.chosen.learning_rate == 0.5 and len(panel.chosen.costs) == 3, timeout=30_000)
    assert "learning rate 0.5" in panel.told.text()
    plain = view.surface_plot.grab().toImage()
    tick(view.header.same_length, qtbot)
    assert view.surface_plot.grab().toImage() != plain


def test_out_of_date_until_computed_again(window, qtbot):
    view, panel = opened(window, qtbot)
    tick(view.status.follow, qtbot)
    window.post(StepBatch())
    qtbot.waitUntil(lambda: not panel.go_on.isEnabled())
    assert view.status.text.text.startswith("Out of date")
    assert "compute them again" in panel.go_on.toolTip()
    qtbot.mouseClick(view.status.again, LEFT)
    settled(view, qtbot)
    window.post(ChangeField("training.l2", 0.1))
    qtbot.waitUntil(lambda: not panel.go_on.isEnabled())


def test_one_that_diverges_is_told(make_window, qtbot):
    window = make_window("sine")
    window.post(ChangeField("training.learning_rate", 10.0))
    qtbot.waitUntil(lambda: window.snapshot.experiment.training.learning_rate == 10.0)
    view, panel = opened(window, qtbot)
    tick(view.header.one_rate, qtbot)
    qtbot.waitUntil(lambda: any(step.diverged for step in panel.table.steps), timeout=30_000)
    diverged = next(step for step in panel.table.steps if step.diverged)
    panel.table.select(diverged.name)
    qtbot.waitUntil(lambda: f"after update {diverged.diverged}" in panel.told.text())
    assert "∞" in panel.table.as_text()
