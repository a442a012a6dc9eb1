"""You are the optimizer, in the real window: weights typed into the network, rows flagged, hints, and the way back."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from playground.files import override, read_preset
from playground.lessons.commands import BeginLesson, EnterStep, RevealAnswer
from playground.lessons.course import course_lesson
from playground.lessons.decode import encode_lesson
from playground.training import TrainingSession
from playground.training.commands import EditParameters
from playground.views.network.layout import Edge
from tests.lessons.conftest import lesson_of

OR_AND = ((1, 0, 0, 10.0), (1, 0, 1, 10.0), (1, 0, 2, -5.0), (1, 1, 0, 10.0), (1, 1, 1, 10.0), (1, 1, 2, -15.0))
HIDDEN = 'network.hidden=[{"units":2,"activation":"sigmoid"}]'


@pytest.fixture
def window(make_window):
    experiment = override(read_preset("xor_points"), [HIDDEN, 'network.initializer="zeros"'])
    return make_window(session=TrainingSession(experiment))


@pytest.fixture
def view(window, qtbot):
    window._area.show_lower_right("by_hand")
    view = window._area.lower_right.current
    qtbot.waitUntil(lambda: view.table.rowCount() == 4)
    return view


def marks(view):
    return [view.table.item(row, 0).text() for row in range(view.table.rowCount())]


def edit(window, view, qtbot, *edits):
    number = window.snapshot.changes
    window.post(EditParameters(edits))
    qtbot.waitUntil(lambda: window.snapshot.changes > number and view.snapshot is window.snapshot)


def test_wrong_rows_are_flagged_in_words_and_hints_come_in_three_degrees(window, view, qtbot):
    assert "✗ wrong" in marks(view)
    assert "You are the optimizer" in view.advice.text()
    for lines in (1, 2, 3):
        qtbot.mouseClick(view.hint, Qt.MouseButton.LeftButton)
        assert len(view.advice.text().split("\n")) == lines
    assert not view.hint.isEnabled()
    assert "W[1][1,1] = 1" in view.advice.text()
    edit(window, view, qtbot, *OR_AND)
    qtbot.waitUntil(lambda: "You are the optimizer" in view.advice.text())  # it is another hint that is due now
    assert view.hint.isEnabled()
    edit(window, view, qtbot, (2, 0, 0, 10.0), (2, 0, 1, -20.0), (2, 0, 2, -5.0))
    qtbot.waitUntil(lambda: set(marks(view)) == {"✓ right"})
    assert "0 of 4 wrong" in view.wrong.text()


def test_a_weight_typed_into_the_diagram_shows_in_the_rows(window, view, qtbot):
    edit(window, view, qtbot, *OR_AND)
    network, before = window._panels.network, view.score.text()
    network.canvas.opened.emit(Edge(2, 0, 0), QPoint(60, 60))
    field = network.editor.fields[2, 0, 0]
    QTest.keyClicks(field, "7")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.score.text() != before)
    assert window.snapshot.W[1][0, 0] == 7


def test_the_rows_fit_a_small_window_from_inputs_to_cost(window, view, qtbot):
    window.resize(1024, 700)
    headings = [view.table.horizontalHeaderItem(column).text() for column in range(1, view.table.columnCount())]
    assert headings == ["row", "x₁", "x₂", "output", "target", "cost"]
    qtbot.waitUntil(lambda: view.table.viewport().width() > 0 and view.table.horizontalScrollBar().maximum() == 0)


def test_the_best_can_be_brought_back(window, view, qtbot):
    edit(window, view, qtbot, *OR_AND, (2, 0, 0, 10.0), (2, 0, 1, -20.0), (2, 0, 2, -5.0))
    best = window.snapshot.train_cost
    assert not view.back.isEnabled()
    edit(window, view, qtbot, (2, 0, 2, 30.0))
    qtbot.waitUntil(view.back.isEnabled)
    qtbot.mouseClick(view.back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.snapshot.train_cost == best)
    assert window.snapshot.undo_label


def test_lesson_13_opens_it(window, qtbot):
    lesson = course_lesson("hidden_layer")
    window.post(BeginLesson(encode_lesson(lesson).decode()))
    window.post(EnterStep([step.id for step in lesson.steps].index("byhand")))
    qtbot.waitUntil(lambda: window._area.lower_right.name == "by_hand", timeout=20_000)
    view = window._area.lower_right.current
    qtbot.waitUntil(lambda: view.table.rowCount() == 4)
    assert view.isVisible()


def test_rows_that_would_tell_what_is_asked_are_put_away(window, view, qtbot):
    qtbot.waitUntil(lambda: view.table.rowCount() == 4)
    lesson = lesson_of({}, {"ask": {"kind": "number", "answer": "train_cost", "hide": ["train_cost"]}})
    window.post(BeginLesson(encode_lesson(lesson).decode()))
    window.post(EnterStep(1))
    qtbot.waitUntil(lambda: bool(window.snapshot.hidden))
    qtbot.waitUntil(lambda: view.table.rowCount() == 0)
    assert view.wrong.text() == "Hidden until the question is answered."
    window.post(RevealAnswer())
    qtbot.waitUntil(lambda: view.table.rowCount() == 1)
