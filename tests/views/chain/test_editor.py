"""The field for formulas and the rows for inputs."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from playground.expressions import ExpressionError, parse
from playground.views.chain.formula_column import FormulaEditor
from playground.views.chain.inputs import MOST_ROWS, InputRow, InputsPanel, nice, value_text
from playground.views.theme import LIGHT


@pytest.fixture
def editor(qtbot):
    editor = FormulaEditor()
    qtbot.addWidget(editor)
    editor.show()
    return editor


def marked_text(editor):
    (selection,) = editor.extraSelections()
    return selection.cursor.selectedText()


def error_in(text):
    with pytest.raises(ExpressionError) as caught:
        parse(text)
    return caught.value


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("f = foo(x)", "foo"),
        ("f = x\nf = y", "f"),
        ("q = x + y\nf = (q", "("),
        ("f = x ^ 2", "^"),
        ("α = x\nf = α ^ 2", "^"),
        ("f = 2 $", "$"),
        ("f = x +", "+"),
        ("", ""),
    ],
)
def test_the_place_of_a_mistake_is_underlined(editor, text, marked):
    editor.set_text(text)
    editor.mark(error_in(text))
    assert marked_text(editor) == marked
    editor.mark(None)
    assert editor.extraSelections() == []


@pytest.mark.parametrize(("line", "column"), [(1, 1), (99, 99), (0, 0), (1, 10_000)])
def test_a_place_beside_the_text_is_no_problem(editor, line, column):
    editor.set_text("𝔸 = x")
    editor.mark(ExpressionError("somewhere", line, column))
    assert len(editor.extraSelections()) == 1


def test_typing_is_told_and_setting_is_not(editor, qtbot):
    with qtbot.assertNotEmitted(editor.edited):
        editor.set_text("f = x")
    with qtbot.waitSignal(editor.edited) as edited:
        qtbot.keyClicks(editor, "2")
    assert edited.args == ["2f = x"]


def test_a_slow_formula_waits_until_the_keys_rest(editor, qtbot):
    editor.set_slow(True)
    heard = []
    editor.edited.connect(heard.append)
    qtbot.keyClicks(editor, "abc")
    assert heard == []
    qtbot.waitUntil(lambda: heard == ["abc"])


def test_tab_leaves_the_field(qtbot):
    around = QWidget()
    qtbot.addWidget(around)
    editor, other = FormulaEditor(around), QLineEdit(around)
    around.show()
    editor.setFocus()
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert around.focusWidget() is other
    assert editor.toPlainText() == ""


@pytest.fixture
def row(qtbot):
    row = InputRow("x", np.array(-2.0))
    qtbot.addWidget(row)
    row.show()
    return row


def test_a_number_has_a_field_and_a_slider(row, qtbot):
    assert row.field.text() == "-2"
    assert row.slider.isVisible()
    with qtbot.waitSignal(row.changed) as changed:
        qtbot.keyClick(row.slider, Qt.Key.Key_Right)
    assert changed.args == ["x", pytest.approx(-1.99), "-1.99"]
    assert row.field.text() == "-1.99"


@pytest.mark.parametrize(
    ("typed", "value"),
    [("3", 3), ("pi/4", np.pi / 4), ("-1e-3", -0.001), ("[1, 2]", [1, 2]), ("[[1, 2], [3, 4]]", [[1, 2], [3, 4]])],
)
def test_values_are_taken_as_they_are_typed(row, qtbot, typed, value):
    row.field.clear()
    qtbot.keyClicks(row.field, typed)
    np.testing.assert_allclose(row.value, value)
    assert row.slider.isVisible() == (np.ndim(value) == 0)


def test_what_is_no_value_is_marked_and_leaving_brings_the_old_one_back(row, qtbot):
    problems = []
    row.problem_changed.connect(problems.append)
    row.field.selectAll()
    qtbot.keyClicks(row.field, "[1,")
    assert row.field.property("problem")
    assert problems[-1].startswith("x: ")
    assert row.value == -2
    qtbot.keyClick(row.field, Qt.Key.Key_Return)
    assert not row.field.property("problem")
    assert problems[-1] == ""
    assert row.field.text() == value_text(row.value)


@pytest.mark.parametrize("number", [0.0, 5.0, 5.1, -1e4, 1e-300, 1e300, -1.7e308])
def test_the_slider_spans_any_number(row, number):
    row.set_value(np.array(number))
    assert row.field.text() == value_text(np.array(number))
    row.slider.setValue(row.slider.maximum())
    assert row.value >= 5


def test_a_long_array_is_described_until_another_value_is_typed(row, qtbot):
    row.set_value(np.linspace(-1, 1, 4096) / 3)
    assert (row.field.text(), row.field.placeholderText()) == ("", "4096")
    qtbot.keyClicks(row.field, "[1, 2]")
    assert row.value.tolist() == [1, 2]


def test_thousands_of_numbers_are_typed_in_a_few_characters_and_stay_as_typed(row, qtbot):
    row.field.selectAll()
    with qtbot.waitSignal(row.changed, check_params_cb=lambda _, value, text: value.ndim == 1) as changed:
        qtbot.keyClicks(row.field, "linspace(-1, 1, 4096)")
    np.testing.assert_array_equal(changed.args[1], np.linspace(-1, 1, 4096))
    assert changed.args[2] == "linspace(-1, 1, 4096)"
    row.set_value(changed.args[1], changed.args[2])
    assert row.field.text() == "linspace(-1, 1, 4096)"


@pytest.mark.parametrize("value", [0.1, -2.0, [1, 2.5], [[1, 2], [3, -4e-9]]])
def test_a_value_is_written_as_it_can_be_typed(value):
    from playground.expressions import read_value

    array = np.array(value, np.float64)
    np.testing.assert_array_equal(read_value(value_text(array)), array)


@pytest.mark.parametrize(("number", "rounded"), [(1, 1), (1.1, 2), (3, 5), (7, 10), (20, 20), (0.03, 0.05)])
def test_nice_numbers(number, rounded):
    assert nice(number) == pytest.approx(rounded)


def test_rows_that_stay_are_the_same_rows(qtbot):
    panel = InputsPanel()
    qtbot.addWidget(panel)
    one = np.array(1.0)
    panel.show_values({"x": one, "y": one})
    x = panel.rows["x"]
    panel.show_values({"z": one, "x": one})
    assert list(panel.rows) == ["z", "x"]
    assert panel.rows["x"] is x
    panel.show_values({"z": one, "x": np.array(7.0)})
    assert x.field.text() == "7"
    with qtbot.waitSignal(panel.changed) as changed:
        x.slider.setValue(0)
    assert changed.args == ["x", 0, "0"]


def test_too_many_inputs_are_counted(qtbot):
    panel = InputsPanel()
    qtbot.addWidget(panel)
    panel.show()
    panel.show_values({f"x{i}": np.array(1.0) for i in range(MOST_ROWS + 30)})
    assert len(panel.rows) == MOST_ROWS
    assert panel._more.isVisible()
    assert "30" in panel._more.text()


def test_the_names_of_the_inputs_have_room_at_every_zoom(qtbot, appearance):
    panel = InputsPanel()
    qtbot.addWidget(panel)
    panel.show()
    panel.show_values({"w0": np.array(1.0), "x": np.array(2.0)})
    try:
        for zoom in (175, 100, 250):
            appearance(LIGHT, zoom)
            names = [row.findChild(QLabel) for row in panel.rows.values()]
            assert [name.text() for name in names] == ["w0", "x"]
            assert all(name.width() >= name.fontMetrics().horizontalAdvance(name.text()) for name in names)
    finally:
        appearance(LIGHT, 100)
