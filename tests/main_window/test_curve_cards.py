"""Marks on the curves in the real window: pressed by mouse or key, a card says what happened there."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from playground.files import read_preset
from playground.training import TrainingSession
from playground.training.commands import ChangeField


@pytest.fixture
def window(make_window):
    session = TrainingSession(read_preset("overfitting"))
    session.advance(float("inf"), until_epoch=150)
    return make_window(session=session)


@pytest.fixture
def cost(window, qtbot):
    cost = window._panels.cost
    qtbot.waitUntil(lambda: any(button.isVisible() for button in cost.marks.buttons))
    return cost


def test_a_mark_says_what_happened(cost, qtbot):
    (mark,) = [button for button in cost.marks.buttons if button.isVisible()]
    assert mark.accessibleName() == "Test cost rises, epoch 4: why?"
    qtbot.mouseClick(mark, Qt.MouseButton.LeftButton)
    card = cost.marks.card
    assert card.isVisible()
    text = card.text.text()
    assert "1,185 weights" in text
    assert "L2 penalty" in text
    assert "‖dW, db‖ by layer" in text
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert not card.isVisible()


def test_it_is_reached_by_keyboard(cost, qtbot):
    mark = cost.marks.buttons[0]
    mark.setFocus(Qt.FocusReason.TabFocusReason)
    assert mark.focusPolicy() & Qt.FocusPolicy.TabFocus
    QTest.keyClick(mark, Qt.Key.Key_Space)
    assert cost.marks.card.isVisible()
    cost.marks.card.hide()


def test_it_stands_on_the_curve_and_only_on_that_of_the_cost(window, cost, qtbot):
    mark = cost.marks.buttons[0]
    linear = mark.geometry()
    event = window.snapshot.events[0]
    place = cost._place_of(event.epoch, event.value)
    assert abs(mark.geometry().center().x() - place.x()) <= 2
    cost.logarithmic.click()
    assert mark.geometry() != linear
    cost.choose("accuracy")
    assert not mark.isVisible()


def test_the_exercise_text_stays_while_settings_change(window, qtbot):
    about = window._panels.description
    text = about.text.text()
    assert about.isVisible()
    window.post(ChangeField("training.learning_rate", 0.001))
    window.post(ChangeField("training.l2", 0.01))
    qtbot.waitUntil(lambda: window.snapshot.experiment.training.l2 == 0.01)
    assert about.isVisible()
    assert about.text.text() == text
