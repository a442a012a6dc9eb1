"""What the hand has done stays: typed weights, the start, the list of changes; through the real window."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from playground.data import GENERATORS
from playground.files import LayerSettings, read_preset
from playground.training.commands import ChangeField, StepBatch
from playground.training.edits import edited
from playground.views.network.layout import Neuron
from playground.views.panels.about import suiting_preset


def open_neuron(window, neuron: Neuron):
    view = window._panels.network
    view._open(neuron, QPoint(60, 60))
    return view.editor


def type_into(qtbot, field, text: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)


def entries(window) -> list[str]:
    stack = window._panels.undo.stack
    return [stack.text(index) for index in range(stack.count())]


def test_all_numbers_typed_into_a_card_are_one_change_and_the_start(qtbot, window):
    window.post(StepBatch())
    qtbot.waitUntil(lambda: window.snapshot.update == 1)
    editor = open_neuron(window, Neuron(1, 1))
    type_into(qtbot, editor.fields[1, 1, 0], "0.5")
    type_into(qtbot, editor.fields[1, 1, 1], "-2")
    type_into(qtbot, editor.fields[1, 1, 2], "0.25")
    qtbot.keyClick(editor.fields[1, 1, 2], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: list(window.snapshot.W[0][1]) == [0.5, -2.0])
    assert window.snapshot.b[0][1, 0] == 0.25
    assert entries(window)[-1] == "Neuron 2 of layer 1: 3 numbers"
    assert "Same start again" in window._panels.state.text("message")
    editor.close_editor()
    window._area.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_R)
    qtbot.waitUntil(lambda: window.snapshot.update == 0)
    assert list(window.snapshot.W[0][1]) == [0.5, -2.0]
    window._actions["undo"].trigger()
    window._actions["undo"].trigger()
    qtbot.waitUntil(lambda: list(window.snapshot.W[0][1]) != [0.5, -2.0])


def test_a_click_beside_the_card_takes_what_was_typed(qtbot, window):
    editor = open_neuron(window, Neuron(1, 0))
    type_into(qtbot, editor.fields[1, 0, 0], "0.125")
    window._panels.network.canvas.left.emit()
    qtbot.waitUntil(lambda: window.snapshot.W[0][0, 0] == 0.125)
    assert entries(window)[-1] == "W[1][1,1] = 0.125"


def test_the_curve_begins_with_the_cost_that_the_status_bar_shows(qtbot, window):
    editor = open_neuron(window, Neuron(1, 0))
    type_into(qtbot, editor.fields[1, 0, 0], "7")
    qtbot.keyClick(editor.fields[1, 0, 0], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.snapshot.W[0][0, 0] == 7)
    assert window.snapshot.curves.train_cost[0] == window.snapshot.train_cost


@pytest.mark.parametrize(
    ("path", "value", "entry"),
    [
        ("training.learning_rate", 0.125, "Learning rate: 0.125"),
        ("training.optimizer", "momentum", "Optimizer: Momentum"),
        ("network.hidden", (LayerSettings(3, "relu"), LayerSettings(2, "tanh")), "Hidden layers: 3 relu, 2 tanh"),
        ("data.standardize", True, "Standardize: on"),
        ("data.source", "xor", f"Data: {GENERATORS['xor'].label}"),
        ("data.features", ("x1", "x1*x2"), "Features: x1, x1*x2"),
    ],
)
def test_the_history_says_what_was_edited(qtbot, window, path, value, entry):
    window.post(ChangeField(path, value))
    qtbot.waitUntil(lambda: entries(window) == [entry])


def test_a_dragged_slider_is_one_entry_with_its_last_value(qtbot, window):
    for rate in (0.1, 0.2, 0.25):
        window.post(ChangeField("training.learning_rate", rate))
    qtbot.waitUntil(lambda: entries(window) == ["Learning rate: 0.25"])
    window._actions["undo"].trigger()
    qtbot.waitUntil(lambda: window.snapshot.experiment.training.learning_rate == 0.03)


def test_a_data_tile_says_that_it_keeps_the_weights_and_offers_what_suits_it(qtbot, window):
    panel = window._panels.data
    assert panel.suiting.isHidden()  # a preset as it is
    weights = window.snapshot.W
    qtbot.mouseClick(panel.gallery.button("spirals"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.snapshot.experiment.data.source == "spirals")
    assert panel.suiting.isVisible()
    assert all((a == b).all() for a, b in zip(window.snapshot.W, weights, strict=True))
    qtbot.mouseClick(panel.suiting.button, Qt.MouseButton.LeftButton)
    suiting = read_preset("spirals")
    qtbot.waitUntil(lambda: window.snapshot.experiment.network == suiting.network)
    assert window.snapshot.experiment.training == suiting.training
    assert panel.suiting.isHidden()
    window._actions["undo"].trigger()
    qtbot.waitUntil(lambda: window.snapshot.experiment.network != suiting.network)
    assert all((a == b).all() for a, b in zip(window.snapshot.W, weights, strict=True))


@pytest.mark.parametrize("name", GENERATORS)
def test_every_tile_has_settings_that_suit_it(name):
    experiment = edited(read_preset("xor" if name == "circles" else "circles"), "data.source", name)
    preset = suiting_preset(experiment)
    assert preset
    assert read_preset(preset).data.source == name
