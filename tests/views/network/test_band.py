from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget

from playground.data import FEATURES
from playground.engine import ACTIVATIONS
from playground.files import LayerSettings
from playground.views.controls.exact import ExactBox
from playground.views.network.view import NetworkView


@pytest.fixture
def show(qtbot, make_snapshot):
    def show(width=560, height=400, preset="circles", **overrides):
        view = NetworkView()
        qtbot.addWidget(view)
        view.resize(width, height)
        view.show()
        view.show_snapshot(make_snapshot(preset, **overrides))
        QApplication.processEvents()
        view.changes = []
        view.field_changed.connect(lambda *change: view.changes.append(change))
        return view

    return show


def visible_controls(view):
    kinds = (QAbstractButton, QComboBox, ExactBox)
    return [child for kind in kinds for child in view.band.findChildren(kind) if child.isVisible()]


def boxes(view):
    return [QRect(child.mapTo(view.canvas, QPoint()), child.size()) for child in visible_controls(view)]


@pytest.mark.parametrize("layers", [0, 1, 2, 3, 5, 8])
@pytest.mark.parametrize("size", [(520, 380), (430, 300), (820, 560), (1500, 900)])
def test_controls_never_overlap_nor_leave_the_band(show, layers, size):
    view = show(*size, **{"network.hidden": f"[{','.join(['8'] * layers)}]"})
    rects = boxes(view)
    assert len(rects) >= layers + 3
    for index, rect in enumerate(rects):
        assert view.canvas.rect().contains(rect)
        assert rect.bottom() < view.canvas._diagram.layout.margins.top
        assert not any(rect.intersects(other) for other in rects[index + 1 :])


def test_beside_the_panels_of_the_smallest_window_nothing_scrolls(show):
    view = show(520, 380, **{"network.hidden": "[8,8,8,8,8,8,8,8]"})
    assert view.canvas.width() <= 520


def test_every_control_says_what_it_is(show):
    for view in (show(900, 500, **{"network.hidden": "[4,4]"}), show(520, 380, **{"network.hidden": "[4,4,4,4,4,4]"})):
        for control in visible_controls(view):
            assert control.accessibleName(), control
            assert control.toolTip(), control


def test_the_stepper_changes_the_number_of_neurons(qtbot, show):
    view = show(**{"network.hidden": "[4,2]"})
    controls = view.band.controls[0]
    for _ in range(3):
        qtbot.mouseClick(controls.more, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(controls.fewer, Qt.MouseButton.LeftButton)
    first, second = view.snapshot.experiment.network.hidden
    asked = [(LayerSettings(units, first.activation), second) for units in (5, 6, 7, 6)]
    assert view.changes == [("network.hidden", hidden) for hidden in asked]


def test_units_are_bounded_and_can_be_typed(qtbot, show):
    view = show(**{"network.hidden": "[1,2]"})
    controls = view.band.controls[0]
    assert not controls.fewer.isEnabled()
    controls.units.selectAll()
    qtbot.keyClicks(controls.units, "32")
    qtbot.keyClick(controls.units, Qt.Key.Key_Return)
    assert view.changes[-1][1][0].units == 32
    assert not controls.more.isEnabled()


@pytest.mark.parametrize("text", ["1000000", "33", "0", "-1", "3.5", "many"])
def test_a_number_of_neurons_that_cannot_be_is_refused_with_the_reason(qtbot, show, make_snapshot, text):
    view = show(**{"network.hidden": "[4,2]"})
    view.activateWindow()
    controls = view.band.controls[0]
    controls.units.setFocus()
    controls.units.selectAll()
    qtbot.keyClicks(controls.units, text)
    qtbot.keyClick(controls.units, Qt.Key.Key_Return)
    assert view.changes == []
    assert controls.units.text() == text
    assert controls.units.property("problem") is True
    assert controls.note.isVisible()
    assert controls.note.text().endswith("still 4.")
    assert view.rect().contains(QRect(controls.note.mapTo(view, QPoint()), controls.note.size()))
    controls.activation.setFocus()
    assert controls.units.text() == "4"
    assert controls.units.property("problem") is False


def test_a_refused_number_of_neurons_goes_with_the_network(qtbot, show, make_snapshot):
    view = show(**{"network.hidden": "[4,2]"})
    controls = view.band.controls[0]
    controls.units.selectAll()
    qtbot.keyClicks(controls.units, "99")
    qtbot.keyClick(controls.units, Qt.Key.Key_Return)
    view.show_snapshot(make_snapshot("xor", **{"network.hidden": "[4,2]"}))
    assert controls.units.text() == "4"
    assert not controls.note.isVisible()


@pytest.mark.parametrize("name", ["units", "activation", "more"])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_in_a_control_opens_nothing_in_the_diagram(qtbot, show, name, key):
    view = show(**{"network.hidden": "[4,2]"})
    view.activateWindow()
    view.canvas.setFocus()
    for _ in range(2):
        qtbot.keyClick(view.canvas, Qt.Key.Key_Right)
    before = view.canvas.selected
    assert before.layer
    control = getattr(view.band.controls[0], name)
    control.setFocus()
    qtbot.keyClick(control, key)
    assert view.editor.target is None
    assert view.canvas.selected == before


def test_one_neuron_is_not_several(show):
    view = show(520, 380, **{"network.hidden": "[1,4,4,4,4,4]"})
    names = [header.button.accessibleName() for header in view.band.layers]
    assert "1 neuron," in names[0]
    assert "4 neurons," in names[1]


def test_a_layer_is_removed(qtbot, show):
    view = show(**{"network.hidden": "[4,2]"})
    qtbot.mouseClick(view.band.controls[0].remove, Qt.MouseButton.LeftButton)
    assert view.changes == [("network.hidden", view.snapshot.experiment.network.hidden[1:])]


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_layer_is_added_where_the_button_stands(qtbot, show, place):
    view = show(**{"network.hidden": "[5,6]"})
    qtbot.mouseClick(view.band.add_buttons[place], Qt.MouseButton.LeftButton)
    (path, hidden), old = view.changes[0], view.snapshot.experiment.network.hidden
    assert path == "network.hidden"
    assert hidden[:place] + hidden[place + 1 :] == old
    assert hidden[place].activation in ACTIVATIONS


def test_from_no_layer_to_the_first_one(qtbot, show):
    view = show(**{"network.hidden": "[]"})
    assert "Layer" in view.band.add_buttons[0].text()
    qtbot.mouseClick(view.band.add_buttons[0], Qt.MouseButton.LeftButton)
    assert len(view.changes[0][1]) == 1


def test_with_eight_layers_none_can_be_added(qtbot, show):
    view = show(**{"network.hidden": "[2,2,2,2,2,2,2,2]"})
    assert not any(button.isEnabled() for button in view.band.add_buttons)
    assert "8" in view.band.add_buttons[0].toolTip()


def test_hidden_layers_offer_what_is_not_for_outputs_only(show):
    view = show()
    offered = [view.band.controls[0].activation.itemData(i) for i in range(view.band.controls[0].activation.count())]
    assert offered == [name for name, record in ACTIVATIONS.items() if not record.output_only]
    output = view.band.output_activation
    assert [output.itemData(i) for i in range(output.count())] == list(ACTIVATIONS)
    for index, record in enumerate(ACTIVATIONS.values()):
        assert record.description in output.itemData(index, Qt.ItemDataRole.ToolTipRole)


def test_activations_are_chosen_with_the_keyboard(qtbot, show):
    view = show(**{"network.hidden": "[4]"})
    box = view.band.controls[0].activation
    box.setFocus()
    qtbot.keyClicks(box, "Sine")
    assert view.changes[-1] == ("network.hidden", (LayerSettings(4, "sin"),))
    view.band.output_activation.setFocus()
    qtbot.keyClicks(view.band.output_activation, "Tanh")
    assert view.changes[-1] == ("network.output_activation", "tanh")


def test_controls_that_are_not_followed_show_the_network_again(qtbot, show):
    view = show(**{"network.hidden": "[4,2]"})
    controls = view.band.controls[0]
    qtbot.mouseClick(controls.more, Qt.MouseButton.LeftButton)
    assert controls.units.value == 5
    qtbot.waitUntil(lambda: controls.units.value == 4, timeout=10_000)


def test_controls_follow_the_network_and_keep_their_focus(show, make_snapshot):
    view = show(**{"network.hidden": "[4,2]"})
    view.activateWindow()
    controls = view.band.controls[0]
    controls.more.setFocus()
    view.show_snapshot(make_snapshot("circles", **{"network.hidden": "[7,2]"}))
    assert view.band.controls[0] is controls
    assert controls.units.value == 7
    assert view.focusWidget() is controls.more
    view.show_snapshot(make_snapshot("circles", **{"network.hidden": "[3]"}))
    assert len(view.band.controls) == 1
    assert view.changes == []


def test_without_room_the_controls_are_in_a_popup(qtbot, show):
    view = show(520, 380, **{"network.hidden": "[4,4,4,4,4,4]"})
    header = view.band.layers[2]
    assert header.compact
    assert header.button.text().startswith("4")
    qtbot.mouseClick(header.button, Qt.MouseButton.LeftButton)
    assert header.popup.isVisible()
    qtbot.mouseClick(view.band.controls[2].more, Qt.MouseButton.LeftButton)
    assert [layer.units for layer in view.changes[-1][1]] == [4, 4, 5, 4, 4, 4]
    qtbot.mouseClick(view.band.controls[2].remove, Qt.MouseButton.LeftButton)
    assert not header.popup.isVisible()
    assert len(view.changes[-1][1]) == 5


def test_more_room_brings_the_controls_back(show):
    view = show(520, 380, **{"network.hidden": "[4,4,4,4]"})
    assert view.band.layers[0].compact
    view.resize(1200, 500)
    QApplication.processEvents()
    assert not view.band.layers[0].compact
    assert view.band.controls[0].units.isVisible()
    view.resize(520, 380)
    QApplication.processEvents()
    assert view.band.layers[0].compact


def test_tab_goes_from_left_to_right(show):
    for width in (520, 1400):
        view = show(width, 500, **{"network.hidden": "[4,4,4,4]"})
        stop, places = view.band.features.button, []
        while True:
            if isinstance(stop, QWidget) and view.band.isAncestorOf(stop) and stop.isVisible():
                centre = stop.mapTo(view.band, stop.rect().center())
                if stop.focusPolicy() & Qt.FocusPolicy.TabFocus and not isinstance(stop, QLineEdit):
                    places.append(centre.x())
            stop = stop.nextInFocusChain()
            if stop is view.band.features.button:
                break
        # Within a header the second row begins again at its left.
        assert len(places) >= 10
        assert all(after > before - 110 for before, after in pairwise(places))
        assert places[0] == min(places)


def test_features_are_switched_in_the_popup(qtbot, show):
    view = show()
    qtbot.mouseClick(view.band.features.button, Qt.MouseButton.LeftButton)
    tiles = view.band.feature_panel.tiles
    assert list(tiles) == list(FEATURES)
    tiles["x1**2"].click()
    tiles["x1"].click()
    assert view.changes == [("data.features", ("x1", "x2", "x1**2")), ("data.features", ("x2", "x1**2"))]
    assert all(tile.toolTip() for tile in tiles.values())
    assert view.band.features.popup.focusWidget() is not None


def test_a_refused_choice_of_features_goes_back(qtbot, show):
    view = show()
    qtbot.mouseClick(view.band.features.button, Qt.MouseButton.LeftButton)
    view.band.feature_panel.tiles["x1**2"].click()
    qtbot.waitUntil(lambda: not view.band.feature_panel.tiles["x1**2"].isChecked(), timeout=10_000)


def test_the_popup_is_as_high_as_what_is_in_it(qtbot, show, make_table_snapshot):
    view = show()
    view.show_snapshot(make_table_snapshot(30))
    qtbot.mouseClick(view.band.features.button, Qt.MouseButton.LeftButton)
    popup = view.band.features.popup
    assert view.band.feature_panel.line.isVisible()
    assert popup.height() >= view.band.feature_panel.sizeHint().height()
    assert popup.height() < 560
