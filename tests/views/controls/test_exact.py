import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from playground.files import FIELDS
from playground.messages.numbers import typed
from playground.views.controls.exact import ExactBox

NUMBERS = [path for path, field in FIELDS.items() if field.kind in ("integer", "number")]


def wheel(widget):
    event = QWheelEvent(
        QPointF(5, 5),
        widget.mapToGlobal(QPointF(5, 5)),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


@pytest.fixture
def make_box(qtbot):
    def make(path="training.learning_rate"):
        window = QWidget()
        other, box = QLineEdit(window), ExactBox(FIELDS[path], window)
        layout = QVBoxLayout(window)
        layout.addWidget(other)
        layout.addWidget(box)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        box.setFocus()
        box.other, box.window_kept = other, window
        box.committed_values, box.reasons = [], []
        box.committed.connect(box.committed_values.append)
        box.problem_changed.connect(box.reasons.append)
        return box

    return make


def retype(qtbot, box, text):
    box.selectAll()
    qtbot.keyClicks(box, text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.1", 0.1),
        ("3e-2", 0.03),
        (".5", 0.5),
        ("1.", 1.0),
        (" 2 ", 2.0),
        ("+3", 3.0),
        ("1E1", 10.0),
        ("1000", 1000.0),
    ],
)
def test_a_typed_number_is_committed_with_enter(qtbot, make_box, text, value):
    box = make_box()
    box.set_value(0.77)
    retype(qtbot, box, text)
    assert box.committed_values == []
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert box.committed_values == [value]
    assert box.value == value
    assert box.text() == typed(value)


@pytest.mark.parametrize(
    "text", ["", "abc", "0.0x3", "1,5", "nan", "inf", "1_0", "３", "0x10", "--1", "-0.1", "1001", "1e999"]
)
def test_nonsense_is_refused_with_a_reason_and_the_old_value_stays(qtbot, make_box, text):
    box = make_box()
    box.set_value(0.03)
    box.lineEdit().setText(text)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert box.committed_values == []
    assert box.value == 0.03
    assert box.text() == text
    assert len(box.reasons) == 1
    assert "still 0.03" in box.reasons[0]
    assert "\n" not in box.reasons[0]


@pytest.mark.parametrize("text", ["2.5", "0", "1e9", "ten"])
def test_a_whole_number_within_bounds_is_asked_for(qtbot, make_box, text):
    box = make_box("training.batch_size")
    retype(qtbot, box, text)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert box.committed_values == []
    assert box.reasons


def test_a_whole_number_may_be_written_with_an_exponent(qtbot, make_box):
    box = make_box("training.batch_size")
    retype(qtbot, box, "1e2")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert box.committed_values == [100]
    assert type(box.committed_values[0]) is int


def test_the_largest_seed_can_be_typed(qtbot, make_box):
    box = make_box("network.seed")
    retype(qtbot, box, "4294967295")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert box.committed_values == [2**32 - 1]


def test_leaving_the_box_commits(qtbot, make_box):
    box = make_box()
    retype(qtbot, box, "0.5")
    box.other.setFocus()
    assert box.committed_values == [0.5]


def test_escape_brings_back_the_value_in_force(qtbot, make_box):
    box = make_box()
    box.set_value(0.03)
    retype(qtbot, box, "oops")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == "0.03"
    assert box.reasons[-1] == ""
    assert box.committed_values == []


def test_typing_on_takes_the_complaint_away(qtbot, make_box):
    box = make_box()
    retype(qtbot, box, "x")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.keyClicks(box, "1")
    assert box.reasons[-1] == ""


def test_arrow_keys_step(qtbot, make_box):
    box = make_box()
    box.set_value(0.03)
    qtbot.keyClick(box, Qt.Key.Key_Up)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_PageUp)
    assert box.committed_values == [0.04, 0.03, 0.025, 0.25]


def test_an_arrow_key_steps_from_what_is_typed(qtbot, make_box):
    box = make_box()
    retype(qtbot, box, "0.5")
    qtbot.keyClick(box, Qt.Key.Key_Up)
    assert box.committed_values == [0.6]


def test_setting_a_value_sends_nothing(make_box):
    box = make_box()
    box.set_value(0.5)
    assert box.committed_values == []
    assert box.text() == "0.5"


def test_a_refused_text_stays_while_the_value_does_and_goes_with_it(qtbot, make_box):
    box = make_box()
    box.set_value(0.03)
    retype(qtbot, box, "x")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    box.set_value(0.03)
    assert box.text() == "x"
    box.set_value(0.1)
    assert box.text() == "0.1"
    assert box.reasons[-1] == ""


def test_the_wheel_is_left_to_the_panel_also_with_the_focus(make_box):
    box = make_box()
    box.set_value(0.03)
    box.other.setFocus()
    assert not wheel(box)
    box.setFocus()
    assert not wheel(box)
    assert box.committed_values == []


def test_editing_means_focused_with_other_text(qtbot, make_box):
    box = make_box()
    assert not box.is_editing()
    retype(qtbot, box, "0.")
    assert box.is_editing()
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert not box.is_editing()


@pytest.mark.parametrize("path", NUMBERS)
def test_the_width_does_not_depend_on_the_value(make_box, path):
    box = make_box(path)
    width = box.sizeHint().width()
    for value in (FIELDS[path].minimum, FIELDS[path].maximum):
        box.set_value(value)
        assert box.sizeHint().width() == width
    assert width <= 140


def test_leaving_the_box_gives_up_what_was_refused(qtbot, make_box):
    box = make_box()
    box.set_value(0.03)
    given_up = []
    box.given_up.connect(given_up.append)
    retype(qtbot, box, "1e9")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    box.other.setFocus()
    assert box.text() == "0.03"
    assert box.reasons[-1] == ""
    assert given_up == ["From 0 to 1000; still 0.03."]
    assert box.committed_values == []


def test_nothing_stays_selected_when_the_focus_has_left(qtbot, make_box):
    box = make_box()
    qtbot.keyClick(box, Qt.Key.Key_Up)
    assert box.lineEdit().hasSelectedText()
    box.other.setFocus()
    assert not box.lineEdit().hasSelectedText()
    box.stepUp()
    assert not box.lineEdit().hasSelectedText()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize("text", ["0.5", "nonsense"])
def test_enter_goes_no_further_than_the_box(qtbot, make_box, key, text):
    box = make_box()
    retype(qtbot, box, text)
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(box, event)
    assert event.isAccepted()


def test_a_problem_can_be_forgotten_from_outside(qtbot, make_box):
    box = make_box()
    box.set_value(0.03)
    retype(qtbot, box, "x")
    box.forget_problem()
    assert box.text() == "x"  # still being typed, not refused yet
    qtbot.keyClick(box, Qt.Key.Key_Return)
    box.forget_problem()
    assert box.text() == "0.03"
    assert box.reasons[-1] == ""


OFF = [path for path, field in FIELDS.items() if field.off]


@pytest.mark.parametrize("path", OFF)
def test_the_minimum_that_switches_off_is_a_word(make_box, path):
    box = make_box(path)
    box.set_value(7)
    assert box.text() == "7"
    box.set_value(FIELDS[path].minimum)
    assert box.text() == FIELDS[path].off
    assert not box.is_editing()


@pytest.mark.parametrize("path", OFF)
@pytest.mark.parametrize("text", ["never", " Never ", "0"])
def test_the_word_or_the_minimum_switches_off(qtbot, make_box, path, text):
    box = make_box(path)
    box.set_value(7)
    retype(qtbot, box, text)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert box.committed_values == [0]
    assert box.text() == "never"


def test_the_word_is_stepped_from_and_refusals_keep_it(qtbot, make_box):
    box = make_box("training.patience")
    retype(qtbot, box, "soon")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert box.reasons[-1] == "Not a whole number; still never."
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == "never"
    qtbot.keyClick(box, Qt.Key.Key_Up)
    assert box.committed_values == [1]
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.text() == "never"
