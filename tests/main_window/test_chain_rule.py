"""What is typed in the chain-rule workspace belongs to the session: saved, restored, asked about."""

import pytest
from PySide6.QtWidgets import QFileDialog

from playground.main_window import documents
from playground.main_window.dialogs import Answer

TEXT = "s = w*x\nL = 1/(1 + exp(-s))"


@pytest.fixture
def name(monkeypatch, tmp_path):
    """What file dialogs answer."""
    path = tmp_path / "mine.playground"
    monkeypatch.setattr(documents, "ask_save_name", lambda *_: path)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    return path


def workspace(window):
    window.show_workspace("chain")
    return window._area.workspaces.current


def type_formula(qtbot, window):
    chain = workspace(window)
    chain.column.editor.setPlainText(TEXT)
    field = chain.column.inputs.rows["x"].field
    field.selectAll()
    qtbot.keyClicks(field, "pi/4")
    chain.graph.gate_toggled.emit("L")
    qtbot.waitUntil(lambda: window.snapshot.formula.folds == (("fold", "L"),))
    return chain


def save(qtbot, window):
    window._actions["save"].trigger()
    qtbot.waitUntil(lambda: not window._documents.is_saving)


def test_a_formula_comes_back_with_its_session(qtbot, make_window, name):
    first = make_window()
    type_formula(qtbot, first)
    assert first.isWindowModified()
    save(qtbot, first)
    qtbot.waitUntil(lambda: not first.isWindowModified())
    second = make_window("xor")
    before = workspace(second)
    assert before.column.editor.toPlainText() != TEXT
    second._actions["open"].trigger()
    qtbot.waitUntil(lambda: before.column.editor.toPlainText() == TEXT)
    assert before.column.inputs.rows["x"].field.text() == "pi/4"
    assert before.model.evaluation["L"].operation == "sigmoid"
    assert before.bar.choice.placeholderText() == "Your own formula"
    second._actions["undo"].trigger()
    qtbot.waitUntil(lambda: before.column.editor.toPlainText() != TEXT)
    second._actions["redo"].trigger()
    qtbot.waitUntil(lambda: before.column.editor.toPlainText() == TEXT)


def test_a_workspace_opened_later_shows_the_formula_of_the_session(qtbot, make_window, name):
    first = make_window()
    type_formula(qtbot, first)
    save(qtbot, first)
    second = make_window("xor")
    second._actions["open"].trigger()
    qtbot.waitUntil(lambda: second.snapshot.formula.text == TEXT)
    assert workspace(second).column.editor.toPlainText() == TEXT


def test_a_preset_at_other_values_comes_back_as_that_preset(qtbot, make_window, name):
    first = make_window()
    chain = workspace(first)
    chain.open_preset(chain.bar.preset("relu_of_a_vector"))
    qtbot.waitUntil(lambda: first.snapshot.formula.preset == "relu_of_a_vector")
    save(qtbot, first)
    second = make_window("xor")
    second._actions["open"].trigger()
    qtbot.waitUntil(lambda: second.snapshot.formula.preset == "relu_of_a_vector")
    other = workspace(second)
    assert other.bar.choice.currentText() == "max(0, x) of a vector"
    assert other.column.inputs.rows["x"].field.text() == "linspace(-1, 1, 4096)"


def test_a_slider_that_is_dragged_is_never_set_back_by_an_older_frame(qtbot, window):
    chain = workspace(window)
    chain.open_preset(chain.bar.preset("two_gates"))
    slider = chain.column.inputs.rows["z"].slider
    for position in range(-400, 400, 20):
        slider.setValue(position)
        qtbot.wait(10)
        assert slider.value() == position
    qtbot.waitUntil(lambda: dict(window.snapshot.formula.values)["z"] == chain.model.texts["z"])


def test_a_formula_of_ones_own_is_asked_about_and_a_look_at_an_example_is_not(qtbot, make_window):
    asked = []
    for act in (lambda chain: chain.open_preset(chain.bar.preset("two_gates")), None):
        window = make_window()
        window._guard.closing.ask = lambda *_: asked.append(1) or Answer.DISCARD
        if act is None:
            type_formula(qtbot, window)
        else:
            act(workspace(window))
            qtbot.waitUntil(lambda window=window: window.snapshot.formula.preset == "two_gates")
        window.close()
        assert len(asked) == (1 if act is None else 0)


def test_a_neurons_graph_says_whose_numbers_they_are(qtbot, window):
    window._actions["graph"].trigger()
    chain = window._area.workspaces.current
    first, second = chain.column.editor.toPlainText().split("\n")[:2]
    assert first.startswith("# every number is that of training example 1 of ")
    assert second.startswith("# C is the cost of this example")
    assert chain.bar.choice.placeholderText() == "The whole network, example 1"
    assert chain.column.problem == ""


def test_a_neurons_graph_goes_on_to_the_cost_of_the_example_that_was_looked_at(qtbot, window):
    window._selection.walk_through(4)
    window._selection.point((1, 2))
    window._actions["graph"].trigger()
    chain = window._area.workspaces.current
    assert chain.bar.choice.placeholderText() == "Neuron 3 of layer 1, example 5"
    evaluation = chain.model.evaluation
    assert evaluation.graph.output == "C"
    assert float(evaluation["y1"].value) == window.snapshot.problem_info.train_Y[0, 4]
    assert chain.graph.selected == "a1_3"
    first, second, third = chain.column.editor.toPlainText().split("\n")[:3]
    assert first.startswith("# every number is that of training example 5 of ")
    assert second == "# the other neurons of layer 1 are given: they do not depend on it"
    assert third.startswith("# C is the cost of this example")


def test_what_was_told_about_the_training_stays_while_a_formula_is_typed(qtbot, window):
    window._messages.fail("the disk is full")
    assert window._panels.banner.isVisible()
    type_formula(qtbot, window)
    assert window._panels.banner.isVisible()
