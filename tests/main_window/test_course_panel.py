"""The panel of the course: by the keyboard alone, on either side or by itself, closed without losing anything."""

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QDockWidget

from playground.lessons.commands import AnswerStep, BeginLesson, ComeBack, EnterStep
from playground.lessons.course import course_lesson
from playground.lessons.decode import encode_lesson
from playground.lessons.record import decode_record
from tests.lessons.conftest import lesson_of

NUMBER = {"ask": {"kind": "number", "answer": "A[1][1]"}, "show": {"workspace": "backprop", "page": "walk"}}
CHOICE = {
    "ask": {
        "kind": "choice",
        "choices": [{"text": {"en": "one"}, "value": "0"}, {"text": {"en": "two"}, "value": "1"}],
        "answer": "m",
    }
}
CELL = {
    "ask": {"kind": "cell", "of": "dW[1]", "answer": "abs(dW[1])"},
    "show": {"workspace": "backprop", "page": "walk", "phase": "dW 1"},
}


@pytest.fixture
def play(qtbot, window):
    """Begin a lesson of some steps in a window and return it."""

    def begin(*steps):
        window.post(BeginLesson(encode_lesson(lesson_of(*steps)).decode()))
        qtbot.waitUntil(lambda: bool(window.snapshot.lesson) and window.lessons.view is not None, timeout=20_000)
        window.activateWindow()
        return window

    return begin


def record(window):
    return decode_record(window.snapshot.lesson, "lesson")


def dock(window):
    return window.findChild(QDockWidget, "course")


def press(qtbot, key, text=""):
    focused = QApplication.focusWidget()
    if text:
        qtbot.keyClicks(focused, text)
    qtbot.keyClick(focused, key)


def test_a_lesson_by_the_keyboard_alone(qtbot, play):
    window = play(NUMBER, {}, CHOICE, {"until": {"update": ">= 1"}})
    player = window.lessons.view.player
    qtbot.waitUntil(lambda: QApplication.focusWidget() is player.field.line)
    qtbot.waitUntil(lambda: window.snapshot.walkthrough is not None)
    right = float(window.snapshot.walkthrough.arrays["A", 1][0, 0])
    press(qtbot, Qt.Key.Key_Return, "12")
    qtbot.waitUntil(lambda: len(record(window).at("s0").tries) == 1)
    assert QApplication.focusWidget() is player.field.line
    player.field.line.selectAll()
    press(qtbot, Qt.Key.Key_Return, f"{right:.6g}")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is player.next)
    press(qtbot, Qt.Key.Key_Return)  # on
    qtbot.waitUntil(lambda: record(window).step == 1 and QApplication.focusWidget() is player.next)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: record(window).step == 2 and QApplication.focusWidget() in player.field.buttons)
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Space)
    press(qtbot, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is player.field.button
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: record(window).at("s2").right and QApplication.focusWidget() is player.next)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: record(window).step == 3)
    qtbot.waitUntil(lambda: not window.lessons.view.isAncestorOf(QApplication.focusWidget()))
    press(qtbot, Qt.Key.Key_Right)  # the goal is reached outside the panel
    qtbot.waitUntil(lambda: record(window).has_reached("s3"))
    window.post(EnterStep(2))  # who comes back sees what was answered
    qtbot.waitUntil(lambda: record(window).step == 2 and player.field.buttons[1].isChecked())
    window.post(EnterStep(0))
    qtbot.waitUntil(lambda: record(window).step == 0 and player.field.line.text() == f"{right:.4g}".replace("-", "−"))


def test_enter_goes_on_where_the_goal_is_reached_outside_the_panel(qtbot, play):
    window = play({"until": {"update": ">= 1"}}, NUMBER)
    player = window.lessons.view.player
    window._area.setFocus()
    press(qtbot, Qt.Key.Key_Return)  # nothing is reached yet
    press(qtbot, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: record(window).has_reached("s0") and player.next.isEnabled())
    assert window._area.hasFocus()
    assert record(window).step == 0
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: record(window).step == 1 and QApplication.focusWidget() is player.field.line)


def test_the_key_of_the_course_leads_into_its_panel(qtbot, play):
    window = play(NUMBER)
    player = window.lessons.view.player
    window._area.setFocus()
    window._actions["lessons"].trigger()
    assert QApplication.focusWidget() is player.field.line
    player.explore.click()
    qtbot.waitUntil(lambda: record(window).away is not None and not player.field.isEnabled())
    window._area.setFocus()
    window._actions["lessons"].trigger()
    assert QApplication.focusWidget() is player.explore
    player.lessons.click()
    window._area.setFocus()
    window._actions["lessons"].trigger()
    assert QApplication.focusWidget() is window.lessons.view.list


def test_a_screen_reader_is_told_the_question_and_what_leads_back(qtbot, play):
    step = {"text": {"en": "Look."}, "ask": {**NUMBER["ask"], "text": {"en": "How large is it?"}}}
    window = play(step)
    player = window.lessons.view.player
    assert player.field.line.accessibleDescription() == "How large is it?"
    leave = player.explore.toolTip()
    player.explore.click()
    qtbot.waitUntil(lambda: player.explore.text() == "Back to the lesson")
    assert player.explore.toolTip() != leave


@pytest.mark.parametrize("key", [Qt.Key.Key_Right, Qt.Key.Key_Left], ids=("right", "left"))
def test_arrow_keys_in_the_panel_never_train(qtbot, play, key):
    window = play({}, CHOICE)
    player = window.lessons.view.player
    for widget in (player.next, player.explore, player.lessons):
        qtbot.waitUntil(widget.isEnabled)
        widget.setFocus()
        qtbot.keyClick(widget, key)
    window.post(EnterStep(1))
    qtbot.waitUntil(lambda: player.field is not None)
    for widget in (*player.field.buttons, player.hint):
        widget.setFocus()
        qtbot.keyClick(widget, key)
    qtbot.wait(150)
    assert window.snapshot.update == 0


def test_what_is_right_has_a_mark_too(qtbot, play):
    window = play(CHOICE)
    player = window.lessons.view.player
    assert player.mark.isHidden()
    for answer, verdict in ((1, "differs"), (2, "agrees")):
        window.post(AnswerStep(answer))
        qtbot.waitUntil(lambda: bool(record(window).answered) and not player.mark.isHidden())
        qtbot.waitUntil(lambda verdict=verdict: player.mark.verdict == verdict)


def test_a_clicked_cell_is_the_answer(qtbot, play):
    window = play(CELL, NUMBER)
    walk = window._area.workspaces.current.walk
    qtbot.waitUntil(lambda: walk.position is not None and window.lessons.view.player.field is not None)
    walk.equations.cell_clicked.emit((("dW", 1), 1, 0))
    line = window.lessons.view.player.field.line
    assert line.text() == "dW[1][2,1]"
    window.post(EnterStep(1))
    qtbot.waitUntil(lambda: record(window).step == 1 and window.lessons.view.player.field.line is not line)
    walk.equations.cell_clicked.emit((("dW", 1), 1, 0))
    assert window.lessons.view.player.field.line.text() == ""


def test_closing_the_panel_leaves_the_lesson_without_losing_it(qtbot, play):
    window = play({**NUMBER, "lock": ["run"]})
    assert not window._actions["run"].isEnabled()
    dock(window).close()
    qtbot.waitUntil(lambda: record(window).away is not None)
    assert window._actions["run"].isEnabled()
    window._actions["step_batch"].trigger()
    qtbot.waitUntil(lambda: window.snapshot.update == 1)
    assert dock(window).isHidden()
    window._actions["lessons"].trigger()
    assert window.lessons.view.isVisible()
    window.post(ComeBack())
    qtbot.waitUntil(lambda: record(window).away is None)
    assert window.snapshot.update == 0
    assert dock(window).isVisible()


@pytest.mark.parametrize("place", ["left", "right", "floating"])
def test_its_place_is_remembered(qtbot, make_window, tmp_path, place):
    settings = QSettings(str(tmp_path / "place.ini"), QSettings.Format.IniFormat)
    window = make_window(settings=settings)
    window._actions["lessons"].trigger()
    if place == "left":
        window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock(window))
    dock(window).setFloating(place == "floating")
    window.close()
    again = make_window(settings=settings)
    again._actions["lessons"].trigger()
    assert dock(again).isFloating() == (place == "floating")
    if place != "floating":
        left = again.dockWidgetArea(dock(again)) == Qt.DockWidgetArea.LeftDockWidgetArea
        assert left == (place == "left")


def test_the_list_shows_what_is_done(qtbot, make_window, tmp_path):
    settings = QSettings(str(tmp_path / "done.ini"), QSettings.Format.IniFormat)
    window = make_window(settings=settings)
    lesson = lesson_of({}, CHOICE, id="gates")
    window.post(BeginLesson(encode_lesson(lesson).decode()))
    qtbot.waitUntil(lambda: window.lessons.view is not None)
    window.post(EnterStep(1))
    qtbot.waitUntil(lambda: record(window).step == 1)
    assert settings.value("lessons_done") is None
    window.post(AnswerStep(2))
    qtbot.waitUntil(lambda: settings.value("lessons_done") == ["gates"])
    window.close()
    again = make_window(settings=settings)
    again._actions["lessons"].trigger()
    rows = [again.lessons.view.list.item(row).text() for row in range(again.lessons.view.list.count())]
    title = course_lesson("gates").title["en"]
    assert [row for row in rows if row.endswith("done")] == [next(row for row in rows if title in row)]
