import pytest
from PySide6.QtCore import Qt

from playground.lessons.lesson import Ask, Choice
from playground.views.lessons.answers import ChosenAnswer, OrderedAnswer

LONG = "the weight is too large, so the activation is flat there and hardly anything of the gradient comes back " * 2


@pytest.fixture
def field(qtbot):
    field = ChosenAnswer(Ask("choice", "1", choices=(Choice({"en": "short"}, "1"), Choice({"en": LONG}, "2"))))
    qtbot.addWidget(field)
    field.resize(260, 400)
    field.show()
    return field


def test_a_long_choice_takes_several_lines(field):
    short, long = field.texts
    assert field.minimumSizeHint().width() <= 260
    assert long.width() <= 260
    assert long.heightForWidth(230) >= 4 * short.heightForWidth(230)
    assert [button.accessibleName() for button in field.buttons] == ["short", LONG]


def test_a_click_on_the_text_chooses(field, qtbot):
    qtbot.mouseClick(field.texts[1], Qt.MouseButton.LeftButton)
    assert field.buttons[1].isChecked()
    with qtbot.waitSignal(field.given) as given:
        qtbot.mouseClick(field.button, Qt.MouseButton.LeftButton)
    assert given.args == [2]


def test_enter_judges_what_is_chosen(field, qtbot):
    field.buttons[0].setFocus()
    qtbot.keyClick(field.buttons[0], Qt.Key.Key_Return)  # nothing is chosen yet: nothing is given
    qtbot.keyClick(field.buttons[0], Qt.Key.Key_Space)
    with qtbot.waitSignal(field.given) as given:
        qtbot.keyClick(field.buttons[0], Qt.Key.Key_Return)
    assert given.args == [1]


def test_enter_judges_an_order_once(qtbot):
    field = OrderedAnswer(Ask("order", choices=(Choice({"en": "a"}, "1"), Choice({"en": "b"}, "2"))))
    qtbot.addWidget(field)
    given = []
    field.given.connect(given.append)
    qtbot.keyClick(field.rows, Qt.Key.Key_Return)
    assert given == [[1, 2]]


def test_another_choice_is_told(field, qtbot):
    with qtbot.waitSignal(field.changed):
        qtbot.mouseClick(field.texts[1], Qt.MouseButton.LeftButton)
