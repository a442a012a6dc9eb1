import pytest
from PySide6.QtCore import Qt

from playground.views.kit.appearance import apply_appearance
from playground.views.network.formula_line import TYPESET_MS, FormulaLine
from playground.views.theme import DARK


@pytest.fixture
def line(qtbot, make_snapshot):
    line = FormulaLine()
    qtbot.addWidget(line)
    line.set_problem_info(make_snapshot("circles").problem_info, ("x1", "x2"))
    line.show()
    line.sent = []
    line.added.connect(line.sent.append)
    return line


def test_nothing_typed_is_no_problem_and_nothing_to_add(line):
    assert line.problem == ""
    assert not line.add.isEnabled()
    assert line.formula.property("problem") is False
    assert line.reason.isVisible()


def test_what_is_wrong_is_marked_while_typing(qtbot, line):
    height = line.sizeHint().height()
    qtbot.keyClicks(line.formula, "x1 + y")
    assert line.formula.property("problem") is True
    assert line.problem.startswith("Column 6: y is not known")
    assert line.formula.accessibleDescription() == line.problem
    assert not line.add.isEnabled()
    qtbot.keyClick(line.formula, Qt.Key.Key_Return)
    assert line.sent == []
    qtbot.keyClick(line.formula, Qt.Key.Key_Backspace)
    qtbot.keyClicks(line.formula, "x2")
    assert line.problem == ""
    assert line.formula.property("problem") is False
    assert line.add.isEnabled()
    assert line.sizeHint().height() == height


def test_a_formula_is_seen_before_it_is_added(qtbot, line):
    empty = line.picture.pixmap().toImage()
    qtbot.keyClicks(line.formula, "x1/x2**2")
    assert line.picture.pixmap().toImage() != empty
    qtbot.waitUntil(lambda: bool(line.written.formula), timeout=TYPESET_MS + 2000)
    assert r"\frac" in line.written.formula
    assert line.written.isVisible()


@pytest.mark.parametrize("by", ["enter", "button"])
def test_adding(qtbot, line, by):
    qtbot.keyClicks(line.formula, "x1 ** 2")
    if by == "enter":
        qtbot.keyClick(line.formula, Qt.Key.Key_Return)
    else:
        qtbot.mouseClick(line.add, Qt.MouseButton.LeftButton)
    assert line.sent == ["x1**2"]
    assert line.formula.text() == "x1 ** 2"


def test_what_the_network_has_got_is_done_with(qtbot, line, make_snapshot):
    qtbot.keyClicks(line.formula, "x1 ** 2")
    line.set_problem_info(make_snapshot("circles").problem_info, ("x1", "x2", "x1**2"))
    assert line.formula.text() == ""


def test_other_data_are_looked_at_anew(qtbot, line, make_snapshot):
    qtbot.keyClicks(line.formula, "x1*x2")
    assert line.add.isEnabled()
    line.set_problem_info(make_snapshot("sine").problem_info, ("x1",))
    assert "x2" in line.problem
    assert not line.add.isEnabled()


def test_another_theme(qtbot, line):
    qtbot.keyClicks(line.formula, "x1*x2")
    before = line.picture.pixmap().toImage()
    apply_appearance(DARK)
    assert line.picture.pixmap().toImage() != before
