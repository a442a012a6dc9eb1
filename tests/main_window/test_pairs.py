"""Contrasting pairs in the real window: the prediction first, then both train, then what happened."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from playground.lessons.commands import BeginLesson, EnterStep
from playground.lessons.course import course_lesson
from playground.lessons.decode import encode_lesson


@pytest.fixture
def view(window):
    return window._area.workspaces.open("pairs")


def choose(box, name):
    """Choose an entry by keyboard, as a person does."""
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    while box.currentData() != name:
        QTest.keyClick(box, Qt.Key.Key_Down)


def run(view, qtbot, which, why):
    choose(view.which, which)
    if why:
        choose(view.why, why)
    assert view.run.isEnabled()
    qtbot.mouseClick(view.run, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: view.again.isVisible(), timeout=30_000)


def test_nothing_is_told_before_the_prediction(window, view, qtbot):
    assert not view.run.isEnabled()
    assert view.verdict.text() == view.reasons.text() == ""
    assert all(panel.numbers.text() == "" for panel in view.sides)
    choose(view.which, "a")
    assert not view.run.isEnabled()


def test_right_then_another_reason_then_wrong(window, view, qtbot):
    choose(view.choice, "hidden_layer")
    run(view, qtbot, "a", "linear")
    assert view.verdict.text().startswith("✓ As you predicted.")
    assert "straight" in view.reasons.text()
    assert "70%" in view.reasons.text()
    assert not view.which.isEnabled()
    qtbot.mouseClick(view.again, Qt.MouseButton.LeftButton)
    assert view.verdict.text() == ""
    run(view, qtbot, "a", "plateau")
    assert "another reason" in view.verdict.text()
    qtbot.mouseClick(view.again, Qt.MouseButton.LeftButton)
    run(view, qtbot, "neither", "")
    assert view.verdict.text() == "✗ Not as you predicted. A failed."
    assert "\t" in view.curves.plot.as_text()
    assert window.snapshot.epoch == 0  # the window's own network stays as it is


def test_another_pair_begins_anew(view, qtbot):
    choose(view.choice, "hidden_layer")
    run(view, qtbot, "a", "linear")
    choose(view.choice, "depth")
    assert view.verdict.text() == ""
    assert view.which.isEnabled()
    assert not view.run.isEnabled()


def test_lesson_15_opens_it(window, qtbot):
    lesson = course_lesson("what_goes_wrong")
    window.post(BeginLesson(encode_lesson(lesson).decode()))
    window.post(EnterStep([step.id for step in lesson.steps].index("pairs")))
    qtbot.waitUntil(lambda: window._area.workspaces.name == "pairs", timeout=20_000)
