import numpy as np
import pytest
from PySide6.QtCore import Qt

from playground.engine import MISTAKES
from playground.views.check.breaking import BreakIt


@pytest.fixture
def strip(qtbot):
    strip = BreakIt(rng=np.random.default_rng(1))
    qtbot.addWidget(strip)
    strip.resize(746, 70)
    strip.show()
    strip.sent = []
    strip.mistake_changed.connect(strip.sent.append)
    return strip


def choose(qtbot, box, name):
    """Choose an entry with the keyboard, as a person does."""
    box.setFocus()
    row = box.findData(name)
    box.setCurrentIndex(row)
    box.activated.emit(row)


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("name", MISTAKES)
def test_every_mistake_can_be_switched_on_and_is_explained(qtbot, strip, name):
    choose(qtbot, strip.choice, name)
    assert strip.sent == [name]
    assert strip.text.text() == f"{MISTAKES[name].description} {MISTAKES[name].agrees}".strip()
    assert (strip.wrong.formula, strip.right.formula) == (MISTAKES[name].wrong, MISTAKES[name].right)
    assert strip.wrong.isVisible()
    click(qtbot, strip.mended)
    assert strip.sent == [name, None]
    assert strip.choice.currentData() is None
    assert not strip.mended.isVisible()


def test_a_surprise_names_nothing(qtbot, strip):
    click(qtbot, strip.surprise)
    name = strip.exercise.mistake
    mistake = MISTAKES[name]
    assert strip.sent == [name]
    assert not strip.choice.isVisible()
    assert strip.guess.isVisible()
    assert not strip.wrong.isVisible()
    assert strip.guess.currentData() is None
    for text in (mistake.label, mistake.description, mistake.hint):
        assert text not in strip.text.text()


def test_the_hint_then_the_truth(qtbot, strip):
    click(qtbot, strip.surprise)
    mistake = MISTAKES[strip.exercise.mistake]
    click(qtbot, strip.hint)
    assert mistake.hint in strip.text.text()
    assert mistake.description not in strip.text.text()
    assert not strip.hint.isEnabled()
    click(qtbot, strip.reveal)
    assert mistake.description in strip.text.text()
    assert strip.choice.currentData() == mistake.name
    assert strip.sent == [mistake.name]  # knowing it changes nothing in the gradient


def test_a_wrong_guess_and_the_right_one(qtbot, strip):
    click(qtbot, strip.surprise)
    name = strip.exercise.mistake
    wrong = next(other for other in MISTAKES if other != name)
    choose(qtbot, strip.guess, wrong)
    assert strip.text.text().startswith("No")
    assert MISTAKES[name].description not in strip.text.text()
    assert strip.exercise.stage == "secret"
    choose(qtbot, strip.guess, name)
    assert strip.text.text().startswith("Yes")
    assert not strip.guess.isVisible()
    assert strip.sent == [name]


def test_surprises_come_from_what_is_possible(qtbot, strip):
    strip.set_possible(("wrong_sign", "missing_mean"))
    for _ in range(6):
        click(qtbot, strip.surprise)
        assert strip.exercise.mistake in ("wrong_sign", "missing_mean")
    assert all(a != b for a, b in zip(strip.sent, strip.sent[1:], strict=False))
    strip.set_possible(())
    assert not strip.surprise.isEnabled()


def test_what_makes_no_difference_cannot_be_chosen_and_says_so(strip):
    strip.set_possible(("wrong_sign",))
    model = strip.choice.model()
    for row in range(strip.choice.count()):
        index = model.index(row, 0)
        possible = strip.choice.itemData(row) in (None, "wrong_sign")
        assert bool(model.flags(index) & Qt.ItemFlag.ItemIsEnabled) == possible
        assert bool(strip.choice.itemData(row, Qt.ItemDataRole.ToolTipRole)) == (not possible)
    strip.set_possible(tuple(MISTAKES))
    assert all(model.flags(model.index(row, 0)) & Qt.ItemFlag.ItemIsEnabled for row in range(strip.choice.count()))


def test_controls_are_named_and_explained(strip):
    for control in (strip.choice, strip.guess, strip.surprise, strip.hint, strip.reveal, strip.mended):
        assert control.toolTip().endswith(".")
        assert control.accessibleName() or control.text()
