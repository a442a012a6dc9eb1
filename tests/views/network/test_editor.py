import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget

from playground.views.network.editor import ParameterEditor, ParameterField
from playground.views.network.layout import Edge, Neuron

AREA = QRect(0, 0, 500, 380)
LARGEST = float(np.finfo(np.float64).max)


@pytest.fixture
def field(qtbot):
    field = ParameterField("W[1][1,1]", LARGEST)
    qtbot.addWidget(field)
    field.show()
    field.start(0.25)
    return field


@pytest.fixture
def editor(qtbot):
    window = QWidget()
    window.resize(AREA.size())
    qtbot.addWidget(window)
    editor = ParameterEditor(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    editor.home = window  # else Python would delete it, and the editor with it
    return editor


@pytest.fixture
def snapshot(make_snapshot):
    return make_snapshot("circles", epochs=1, **{"network.hidden": "[4,9]"})


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1e-3", 1e-3),
        ("-2", -2.0),
        ("+.5", 0.5),
        (" 3. ", 3.0),
        ("−1.5E2", -150.0),
        ("0", 0.0),
        ("1e308", 1e308),
        ("1/2", 0.5),
        ("-sqrt(2)", -(2**0.5)),
        ("1,5", 1.5),
        ("2*3", 6.0),
    ],
)
def test_numbers_are_taken(qtbot, field, text, value):
    field.selectAll()
    field.insert(text)  # as if pasted: the test's keyboard has no minus sign but the hyphen
    with qtbot.waitSignal(field.committed):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.check()
    assert field.is_typed
    assert field.take() == value
    assert not field.is_typed


@pytest.mark.parametrize(
    "text", ["", "zwei", "1,000", "1_0", "nan", "inf", "0x10", "1e", "2*x", "１", "1 2", "1e999", "1/0", "sqrt(-1)"]
)
def test_anything_else_is_refused_with_a_reason(qtbot, field, text):
    reasons = []
    field.refused.connect(reasons.append)
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    field.insert(text)
    assert not field.check()
    assert field.property("problem") is True
    assert reasons[-1]
    assert "\n" not in reasons[-1]
    qtbot.keyClick(field, Qt.Key.Key_7)
    assert field.property("problem") is False
    assert reasons[-1] == ""


def test_what_float32_cannot_hold_is_refused(qtbot):
    field = ParameterField("W", float(np.finfo(np.float32).max))
    qtbot.addWidget(field)
    assert field.problem("1e38") == ""
    assert "3.4e+38" in field.problem("1e39")


def test_the_arrow_keys_step(qtbot, field):
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.text() == "0.35"
    qtbot.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert field.text() == "0.34"


def test_training_does_not_overwrite_what_is_typed(qtbot, field):
    qtbot.keyClicks(field, "12")
    field.set_value(99.0)
    assert field.text() == "12"


def test_a_weight_is_selected_ready_to_be_typed_over(qtbot, editor, snapshot):
    editor.open(Edge(1, 2, 1), snapshot, QPoint(50, 50), AREA)
    assert list(editor.fields) == [(1, 2, 1)]
    field = editor.fields[1, 2, 1]
    assert float(field.text()) == pytest.approx(snapshot.W[0][2, 1], rel=1e-5)
    assert field.selectedText() == field.text()
    qtbot.keyClicks(field, "1e-3")
    with qtbot.waitSignals([editor.parameters_edited, editor.closed]):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert editor.isHidden()


def test_a_neuron_s_bias_and_incoming_weights_can_each_be_typed(qtbot, editor, snapshot):
    edited = []
    editor.parameters_edited.connect(edited.extend)
    editor.open(Neuron(2, 7), snapshot, QPoint(50, 50), AREA)
    assert set(editor.fields) == {(2, 7, column) for column in range(5)}
    for place in ((2, 7, 4), (2, 7, 0)):
        field = editor.fields[place]
        field.setFocus()
        field.selectAll()
        qtbot.keyClicks(field, "-2")
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert edited == [(2, 7, 4, -2.0), (2, 7, 0, -2.0)]
    assert editor.isVisible()


def test_every_field_counts_not_only_the_one_with_the_focus(qtbot, editor, snapshot):
    edited = []
    editor.parameters_edited.connect(edited.append)
    editor.open(Neuron(2, 7), snapshot, QPoint(50, 50), AREA)
    for column, text in ((0, "0.5"), (2, "-3"), (4, "1e-3")):
        field = editor.fields[2, 7, column]
        field.setFocus()
        field.selectAll()
        qtbot.keyClicks(field, text)
    qtbot.keyClick(editor.fields[2, 7, 4], Qt.Key.Key_Return)
    assert [sorted(edits) for edits in edited] == [[(2, 7, 0, 0.5), (2, 7, 2, -3.0), (2, 7, 4, 0.001)]]
    qtbot.keyClick(editor.fields[2, 7, 4], Qt.Key.Key_Return)
    assert len(edited) == 1  # nothing was typed since


def test_what_was_typed_is_taken_when_a_click_leaves_the_card(qtbot, editor, snapshot):
    edited = []
    editor.parameters_edited.connect(edited.extend)
    editor.open(Neuron(2, 7), snapshot, QPoint(50, 50), AREA)
    for column, text in ((0, "0.5"), (2, "two")):
        field = editor.fields[2, 7, column]
        field.selectAll()
        qtbot.keyClicks(field, text)
    editor.take_and_close()
    assert edited == [(2, 7, 0, 0.5)]
    assert editor.isHidden()


def test_one_refused_number_holds_all_of_them_back_and_gets_the_focus(qtbot, editor, snapshot):
    editor.open(Neuron(2, 7), snapshot, QPoint(50, 50), AREA)
    for column, text in ((0, "two"), (4, "0.25")):
        field = editor.fields[2, 7, column]
        field.setFocus()
        field.selectAll()
        qtbot.keyClicks(field, text)
    with qtbot.assertNotEmitted(editor.parameters_edited):
        qtbot.keyClick(editor.fields[2, 7, 4], Qt.Key.Key_Return)
    assert "number" in editor.reason
    assert editor.fields[2, 7, 0].hasFocus()
    assert editor.fields[2, 7, 4].text() == "0.25"


def test_many_weights_scroll_inside_the_area(qtbot, editor, make_snapshot):
    snapshot = make_snapshot("circles", **{"network.hidden": "[32,2]"})
    editor.open(Neuron(2, 0), snapshot, QPoint(480, 370), AREA)
    assert len(editor.fields) == 33
    assert AREA.contains(editor.geometry())


def test_escape_leaves_without_an_edit(qtbot, editor, snapshot):
    editor.open(Edge(1, 0, 0), snapshot, QPoint(50, 50), AREA)
    field = editor.fields[1, 0, 0]
    qtbot.keyClicks(field, "5")
    with qtbot.assertNotEmitted(editor.parameters_edited), qtbot.waitSignal(editor.closed):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert editor.target is None


def test_nonsense_is_told_in_the_card_and_keeps_it_inside(qtbot, editor, snapshot):
    editor.open(Edge(1, 0, 0), snapshot, QPoint(400, 370), AREA)
    field = editor.fields[1, 0, 0]
    qtbot.keyClicks(field, "two")
    with qtbot.assertNotEmitted(editor.parameters_edited):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "number" in editor.reason
    assert AREA.contains(editor.geometry())
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert editor.reason == ""


def test_other_fields_follow_the_training(qtbot, editor, snapshot):
    editor.open(Neuron(1, 0), snapshot, QPoint(50, 50), AREA)
    later = replace(snapshot, W=tuple(W + 1 for W in snapshot.W), running=True)
    editor.show_snapshot(later)
    assert float(editor.fields[1, 0, 1].text()) == pytest.approx(snapshot.W[0][0, 1] + 1, rel=1e-5)


def test_it_closes_when_its_neuron_is_gone(qtbot, editor, snapshot, make_snapshot):
    editor.open(Neuron(2, 8), snapshot, QPoint(50, 50), AREA)
    with qtbot.waitSignal(editor.closed):
        editor.show_snapshot(make_snapshot("circles", **{"network.hidden": "[4,2]"}))
    assert editor.isHidden()
