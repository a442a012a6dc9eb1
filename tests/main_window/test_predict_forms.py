"""Predict before you see where a gradient is found in three ways, in the real window."""

import pytest
from PySide6.QtCore import Qt

from playground.lessons.questions import SAYINGS, wrong_answers
from playground.messages.numbers import number
from playground.training.walkthrough.walk import cell_name
from playground.views.backprop.view import PAGES
from tests.main_window.test_hidden import texts
from tests.main_window.test_predict import Student, digits


@pytest.fixture
def student(make_window, qtbot):
    student = Student(make_window("by_hand"), qtbot)
    student.backprop.tabs.setCurrentIndex(PAGES.index("gradient_forms"))
    qtbot.waitUntil(lambda: student.backprop.gradient_forms.ways is not None)
    return student


def begin(student, degree="cell"):
    forms = student.backprop.gradient_forms
    forms.predict.degree.setCurrentIndex(forms.predict.degree.findData(degree))
    forms.setFocus()
    student.qtbot.keyClick(forms, Qt.Key.Key_Q)
    student.qtbot.waitUntil(lambda: forms.predict.is_asking)
    return forms


def answer(student, forms, text):
    line = forms.predict.field.line
    line.clear()
    student.qtbot.keyClick(forms, text[0])  # the page hands it on
    student.qtbot.keyClicks(line, text[1:])
    student.qtbot.keyClick(line, Qt.Key.Key_Return)


def test_a_weight_is_asked_for_in_all_three_ways_and_told_nowhere(student):
    student.backprop.gradient_forms.select(1, 0)
    forms = begin(student)
    row = forms.predict
    cell = (("dW", 1), 1, 0)
    assert row.question.text() == f"{cell_name(cell)} = ?"
    secret = digits(student.true(cell))
    for convention in ("rows", "columns"):
        forms.convention.choose(convention)
        for page in range(len(PAGES)):
            student.backprop.tabs.setCurrentIndex(page)
            assert [text for text in texts(student.window) if secret in text] == []
        student.backprop.tabs.setCurrentIndex(PAGES.index("gradient_forms"))
    assert forms.ways.A.shape == (2, 1)  # the factors are there to multiply
    for value, slip in wrong_answers(row.prediction.ask, student.names):
        answer(student, forms, f"{value:.9g}")
        assert row.said.text() == SAYINGS[slip]
    answer(student, forms, f"{student.true(cell):.4g}")
    assert row.said.text() == f"Right: {cell_name(cell)} = {number(student.true(cell))}."
    assert any(secret in text for text in texts(student.window))
    # Another weight, chosen by a click, in another layer.
    forms.layer_box.setCurrentIndex(1)
    result = forms.cards["kronecker"].result
    place = result.to_widget(result.cell_box(0, 0, 1)).center()
    student.qtbot.mouseClick(result, Qt.MouseButton.LeftButton, pos=place)
    assert row.question.text() == "dW[2][1,2] = ?"
    assert forms.ways.by_paths.shape == (1, 2)
    # The whole matrix.
    row.degree.setCurrentIndex(row.degree.findData("step"))
    assert len(row.prediction.targets) == 2
    for _ in range(2):
        student.click(row.reveal)
    assert not row.is_asking


def test_one_page_asks_at_a_time(student):
    forms = begin(student)
    student.backprop.tabs.setCurrentIndex(0)
    student.press(Qt.Key.Key_Q)
    student.qtbot.waitUntil(lambda: student.walk.predict.prediction is not None)
    assert forms.predict.prediction is None
    assert not forms.predict.switch.isChecked()
    assert student.window.snapshot.hidden >= student.walk.predict.prediction.hidden
    student.backprop.tabs.setCurrentIndex(PAGES.index("gradient_forms"))
    assert forms.ways is None  # the walk's question comes before it
    assert not forms.predict.switch.isEnabled()
    student.walk.predict.switch.setChecked(False)
    assert student.window.snapshot.hidden == frozenset()
    assert forms.ways is not None
