"""Predict before you see, in the real window: nothing tells what is to be found, and wrong answers get their reason."""

import numpy as np
import pytest
from PySide6.QtCore import Qt

from playground.lessons.commands import BeginLesson
from playground.lessons.decode import encode_lesson
from playground.lessons.names import walk_names
from playground.lessons.questions import SAYINGS, wrong_answers
from playground.messages.numbers import number
from playground.training import TrainingSession
from playground.training.walkthrough.one_update import OneUpdate
from playground.training.walkthrough.walk import cell_name
from playground.views.backprop.view import PAGES
from tests.lessons.conftest import lesson_of
from tests.main_window.test_hidden import texts


class Student:
    """Somebody who walks through the update of a window's network."""

    def __init__(self, window, qtbot):
        self.window, self.qtbot = window, qtbot
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        self.backprop = window._area.workspaces.open("backprop")
        self.walk = self.backprop.walk
        qtbot.waitUntil(lambda: self.walk.position is not None)
        # Another session with the same weights: nothing on screen is asked.
        self.truth = OneUpdate(TrainingSession(window.snapshot.experiment).run, None).walkthrough(0)
        self.names = walk_names(self.truth)

    @property
    def row(self):
        return self.walk.predict

    @property
    def index(self):
        return self.walk.position.index

    def predict_from(self, phase, degree):
        self.walk.go_to(self.place(phase))
        self.row.degree.setCurrentIndex(self.row.degree.findData(degree))
        self.press(Qt.Key.Key_Q)
        self.qtbot.waitUntil(lambda: self.row.prediction is not None)

    def place(self, phase):
        return [f"{each.name} {each.layer}" for each in self.truth.phases].index(phase)

    def press(self, key):
        self.walk.setFocus()
        self.qtbot.keyClick(self.walk, key)

    def type(self, text):
        self.row.field.line.clear()
        self.walk.setFocus()
        self.qtbot.keyClick(self.walk, text[0])  # the walk hands it on
        self.qtbot.keyClicks(self.row.field.line, text[1:])
        self.qtbot.keyClick(self.row.field.line, Qt.Key.Key_Return)

    def click(self, button):
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def shown(self, cell):
        quantity, row, column = cell
        return self.walk.position.walkthrough.arrays[quantity][row, column]

    def true(self, cell):
        quantity, row, column = cell
        return self.truth.arrays[quantity][row, column]


@pytest.fixture
def student(make_window, qtbot):
    return Student(make_window("by_hand"), qtbot)


def test_a_whole_step_with_every_usual_wrong_answer(student):
    student.predict_from("dZ 1", "step")
    student.press(Qt.Key.Key_Right)
    assert student.index == student.place("dW 1")
    for count in range(4, 0, -1):
        cells, ask = student.row.prediction.targets, student.row.prediction.ask
        assert len(cells) == count
        assert student.row.question.text() == f"{cell_name(cells[0])} = ?"
        assert np.isnan(student.shown(cells[0]))
        for value, slip in wrong_answers(ask, student.names):
            student.type(f"{value:.9g}")
            assert student.row.said.text() == SAYINGS[slip]
            assert student.row.prediction.targets == cells
        student.press(Qt.Key.Key_Right)
        assert student.index == student.place("dW 1")
        student.type(f"{student.true(cells[0]):.4g}")
        assert student.row.said.text().startswith(f"Right: {cell_name(cells[0])} = {number(student.true(cells[0]))}.")
        assert student.shown(cells[0]) == student.true(cells[0])
    assert student.walk.hasFocus()
    student.press(Qt.Key.Key_Right)
    assert student.index == student.place("db 1")


def test_the_keys_are_the_same_in_a_presentation(student):
    student.press(Qt.Key.Key_F11)
    assert student.window._parts.presentation.is_on
    student.predict_from("dZ 1", "cell")
    student.press(Qt.Key.Key_Right)
    (cell,) = student.row.prediction.targets
    assert np.isnan(student.shown(cell))
    student.type(f"{student.true(cell):.4g}")
    assert student.row.said.text().startswith("Right: ")
    assert student.shown(cell) == student.true(cell)
    student.qtbot.waitUntil(lambda: student.window.is_answered)


def test_hints_and_what_is_shown_instead_of_found(student):
    student.predict_from("dA 1", "cell")
    student.press(Qt.Key.Key_End)
    assert student.index == student.place("dZ 1")
    assert not student.walk.stepper.next.isEnabled()
    assert not student.walk.examples.apply.isEnabled()
    student.row.field.line.setText("one")
    student.click(student.row.field.button)
    assert student.row.said.text() == "one: a number was expected, as in -0.25 or 1/4"
    student.click(student.row.hint)
    assert student.row.hints.text() == "dZ[1][1,1] = dA[1][1,1]·g'(Z)[1][1,1]"
    student.click(student.row.hint)
    assert student.row.hints.text().splitlines()[1] == "dZ[1][1,1] = −0.06923·0.25"
    assert not student.row.hint.isEnabled()
    student.click(student.row.reveal)
    assert student.row.said.text().startswith("It is dZ[1][1,1] = −0.01731.")
    assert student.walk.stepper.next.isEnabled()
    student.press(Qt.Key.Key_Left)
    assert student.index == student.place("dA 1")
    student.press(Qt.Key.Key_End)
    student.press(Qt.Key.Key_End)
    assert student.index == student.place("dW 1")


def test_the_sign_of_the_chosen_cell(student):
    student.walk._choose((("dW", 2), 0, 1))
    student.predict_from("dZ 2", "sign")
    student.press(Qt.Key.Key_Right)
    assert student.row.question.text() == "dW[2][1,2] = ?"
    student.press(Qt.Key.Key_Plus)
    student.click(student.row.field.button)
    assert student.row.said.text() == SAYINGS["sign_count"]
    student.press(Qt.Key.Key_Minus)
    student.click(student.row.field.button)
    assert student.row.said.text().startswith("Right: dW[2][1,2] = −0.08203.")


def test_turned_off_all_is_as_before(student):
    before = set(texts(student.window))
    student.predict_from("Z 1", "step")
    student.press(Qt.Key.Key_Right)
    assert student.window.snapshot.hidden
    student.click(student.row.switch)
    assert not student.row.isVisible()
    assert not student.window.snapshot.hidden
    student.press(Qt.Key.Key_End)
    assert student.index == student.walk.position.last
    student.press(Qt.Key.Key_Home)
    student.qtbot.waitUntil(lambda: set(texts(student.window)) == before)


def digits(value):
    """A number's four digits as every view writes it, whatever stands before them."""
    return f"{abs(value):.4g}".lstrip("0")


def test_what_is_to_be_found_is_nowhere(make_window, qtbot):
    student = Student(make_window("circles"), qtbot)
    window, backprop = student.window, student.backprop
    student.predict_from("Z 1", "cell")
    found = 0
    backprop.tabs.setCurrentIndex(PAGES.index("gradient_forms"))
    assert "This gradient is to be found first; then it is shown here." in list(texts(window))
    backprop.tabs.setCurrentIndex(0)
    while student.index < student.walk.position.last:
        student.press(Qt.Key.Key_Right)
        cell = student.row.prediction.targets[0]
        assert np.isnan(student.shown(cell))
        arrays = student.walk.position.walkthrough.arrays
        later = [each for phase in student.truth.phases[student.index + 1 :] for each in phase.result]
        assert all(np.isnan(arrays[each]).all() for each in later)
        # What a slow start makes equal to what is shown, and short numbers, are met by chance.
        known = {digits(value) for array in arrays.values() for value in array.ravel()}
        values = {digits(student.true(cell)), *(digits(student.truth.arrays[each][0, 0]) for each in later)} - known
        for tab in range(len(PAGES) - 1, -1, -1) if student.index % 5 == 0 else (0,):
            backprop.tabs.setCurrentIndex(tab)
            told = "\n".join(texts(window))
            for value in values:
                found += len(value) == 5
                assert len(value) < 5 or value not in told, (tab, cell, value)
        student.click(student.row.reveal)
        assert student.shown(cell) == student.true(cell)
    assert found > 100


def test_the_cost_of_the_only_example_is_told_by_no_score_and_no_result(student):
    window, cost = student.window, number(student.truth.cost_before)
    window._area.workspaces.open("results")
    student.qtbot.waitUntil(lambda: any(cost in text for text in texts(window)))
    window._area.workspaces.open("backprop")
    student.predict_from("A 1", "cell")
    for name in ("train", "results", "chain", "backprop"):
        page = window._area.workspaces.open(name)  # what is out of sight is drawn when it is seen again
        if name == "chain":
            assert page.path_sum.button.isEnabled()  # nothing of its formula is to be found
    assert [text for text in texts(window) if cost in text] == []
    student.click(student.row.switch)
    student.qtbot.waitUntil(lambda: any(cost in text for text in texts(window)))


def test_a_lesson_hides_beside_it(student):
    ask = {"kind": "number", "answer": "dA[1][1,1]", "hide": ["dA[1]", "dZ[1]"]}
    show = {"workspace": "backprop", "page": "walk", "phase": "dA 1"}
    student.predict_from("Z 1", "cell")
    lesson = lesson_of({"show": show, "ask": ask})
    student.window.post(BeginLesson(encode_lesson(lesson).decode()))
    student.qtbot.waitUntil(lambda: "dA[1]" in student.window.snapshot.hidden, timeout=20_000)
    student.qtbot.waitUntil(lambda: student.index == student.place("dA 1"))
    assert not student.row.is_asking  # the lesson asks
    student.press(Qt.Key.Key_Right)
    assert student.index == student.place("dZ 1")
    assert student.row.question.text() == ""  # dZ[1] is the lesson's
    assert {"dA[1]", "dZ[1]", "db[1]"} <= student.window.snapshot.hidden


def test_another_example_asks_for_the_same_step_again(make_window, qtbot):
    student = Student(make_window("circles"), qtbot)
    student.predict_from("Z 1", "cell")
    student.press(Qt.Key.Key_Right)
    cells = student.row.prediction.targets
    student.click(student.row.reveal)
    assert not student.row.is_asking
    student.backprop.walk_through(3)
    qtbot.waitUntil(lambda: student.walk.position.walkthrough.example == 3)
    assert student.row.prediction.targets == cells
    assert np.isnan(student.shown(cells[0]))
