"""Predict before you see in the chain rule, in the real window."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from playground.lessons.prediction import LOCAL_FORGOTTEN, ONE_WAY, UPSTREAM_FORGOTTEN
from playground.views.chain.layout import Edge
from tests.main_window.test_hidden import texts


@pytest.fixture
def chain(window, qtbot):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    chain = window._area.workspaces.open("chain")
    chain.open_text("p = x*y\nq = p + 3.5*x\nf = q*z", {"x": 2.25, "y": -1.5, "z": 4.125})
    return chain


def press(qtbot, chain, key):
    chain.graph.setFocus()
    qtbot.keyClick(chain.graph, key)


def answer(qtbot, chain, text):
    line = chain.predict.field.line
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def told(window, *numbers):
    return [text for text in texts(window) if any(number in text for number in numbers)]


def test_forward_and_backward(window, qtbot, chain):
    row, model = chain.predict, chain.model
    row.degree.setCurrentIndex(row.degree.findData("step"))
    press(qtbot, chain, Qt.Key.Key_Q)
    qtbot.waitUntil(lambda: row.prediction is not None)
    assert model.step == 0
    press(qtbot, chain, Qt.Key.Key_End)  # no further than to the first gate
    assert (model.step, row.question.text()) == (1, "p = ?")
    assert not told(window, "3.375", "3.38")
    assert not chain.bar.button("next").isEnabled()
    answer(qtbot, chain, "3.375")
    assert row.said.text() == "The size is right; the sign is the other one."
    qtbot.mouseClick(row.hint, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(row.hint, Qt.MouseButton.LeftButton)
    assert len(row.hints.text().splitlines()) == 2
    answer(qtbot, chain, "-3.375")
    assert row.said.text().startswith("Right: p = ")
    assert told(window, "3.375", "3.38")
    while model.step < len(model.passes[0]) + 1:
        press(qtbot, chain, Qt.Key.Key_Right)
        if row.is_asking:
            qtbot.mouseClick(row.reveal, Qt.MouseButton.LeftButton)
    press(qtbot, chain, Qt.Key.Key_Right)
    assert row.question.text() == "dq = ?"
    answer(qtbot, chain, "1")
    assert row.said.text() == LOCAL_FORGOTTEN
    answer(qtbot, chain, "4.125")
    assert row.question.text() == "dz = ?"
    qtbot.mouseClick(row.reveal, Qt.MouseButton.LeftButton)
    while row.question.text() != "dx = ?":
        press(qtbot, chain, Qt.Key.Key_Right)
        if row.question.text() not in ("", "dx = ?"):
            qtbot.mouseClick(row.reveal, Qt.MouseButton.LeftButton)
    assert not told(window, "8.25")
    answer(qtbot, chain, "-6.1875")
    assert row.said.text() == ONE_WAY
    answer(qtbot, chain, "-1.5")
    assert row.said.text() == UPSTREAM_FORGOTTEN
    answer(qtbot, chain, "8.25")
    assert row.said.text().startswith("Right: dx = 8.25")
    qtbot.mouseClick(row.switch, Qt.MouseButton.LeftButton)
    assert model.prediction is None
    assert told(window, "8.25")


def test_another_formula_ends_it(qtbot, chain):
    press(qtbot, chain, Qt.Key.Key_Q)
    qtbot.waitUntil(lambda: chain.predict.prediction is not None)
    chain.column.editor.setPlainText("f = x + 1")
    qtbot.waitUntil(lambda: chain.predict.prediction is None)
    assert not chain.predict.isVisible()


def test_a_lesson_that_asks_ends_it(window, qtbot, chain):
    press(qtbot, chain, Qt.Key.Key_Q)
    qtbot.waitUntil(lambda: chain.predict.prediction is not None)
    chain.show_snapshot(replace(window.snapshot, hidden=frozenset({"dW[1]"})))
    assert chain.predict.prediction is not None
    chain.show_snapshot(replace(window.snapshot, hidden=frozenset({"dx"})))
    assert chain.predict.prediction is None
    assert not chain.predict.switch.isEnabled()
    assert not told(window, "8.25")


def test_a_number_of_a_vector_gates_jacobian(window, qtbot, chain):
    chain.open_text("z = sigmoid(x)\nC = sum(z*z)", {"x": [1.0986122886681098, -2.0, 3.25]})  # z[1] is 0.75
    row, model = chain.predict, chain.model
    row.degree.setCurrentIndex(row.degree.findData("step"))
    press(qtbot, chain, Qt.Key.Key_Q)
    qtbot.waitUntil(lambda: row.prediction is not None)
    # The card of an edge tells a Jacobian: not before its gate is reached on the way back.
    chain.graph.select(Edge("x", "z", 0))
    chain._choose(Edge("x", "z", 0))
    assert not chain.cards.card.isVisible()
    seen = []
    while model.step < model.steps:
        press(qtbot, chain, Qt.Key.Key_Right)
        while row.is_asking:
            seen.append(row.question.text())
            if seen[-1].startswith("∂z"):
                assert seen[-1] == "∂z[1]/∂x[1] = ?"
                answer(qtbot, chain, "0.75")
                assert row.prediction.is_wrong
                qtbot.mouseClick(row.hint, Qt.MouseButton.LeftButton)
                assert row.hints.text() == "∂z/∂x is 3 × 3, diagonal"
                assert told(window, "1.5")  # what arrives, dz[1]
                assert not told(window, "0.281", "0.1875", "0.188")
                answer(qtbot, chain, "0.1875")
                assert row.said.text().startswith("Right: ∂z[1]/∂x[1] = 0.1875.")
            else:
                qtbot.mouseClick(row.reveal, Qt.MouseButton.LeftButton)
    assert seen[:3] == ["z[1] = ?", "z[2] = ?", "z[3] = ?"]
    assert seen[-3:] == ["dx[1] = ?", "dx[2] = ?", "dx[3] = ?"]
