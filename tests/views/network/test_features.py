import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from playground.data import FEATURES
from playground.views.kit.appearance import apply_appearance
from playground.views.network.features import FeaturePanel
from playground.views.theme import DARK


@pytest.fixture
def make_panel(qtbot, make_snapshot):
    def make(features=("x1", "x2"), problem_info=None):
        panel = FeaturePanel()
        qtbot.addWidget(panel)
        panel.sent = []
        panel.changed.connect(panel.sent.append)
        panel.set_features(features, problem_info or make_snapshot("circles").problem_info)
        panel.show()
        panel.refresh()
        QApplication.processEvents()
        return panel

    return make


def test_every_suggestion_has_a_tile(make_panel):
    panel = make_panel()
    assert tuple(panel.tiles) == tuple(FEATURES)
    for name, tile in panel.tiles.items():
        assert tile.accessibleName() == FEATURES[name].label
        assert FEATURES[name].description in tile.toolTip()
        assert tile.isChecked() == (name in ("x1", "x2"))
        assert tile.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_a_click_or_space_switches_on_and_off(qtbot, make_panel):
    panel = make_panel()
    qtbot.mouseClick(panel.tiles["x1**2"], Qt.MouseButton.LeftButton)
    qtbot.keyClick(panel.tiles["x1"], Qt.Key.Key_Space)
    qtbot.keyClick(panel.tiles["x1"], Qt.Key.Key_Space)
    assert panel.sent == [("x1", "x2", "x1**2"), ("x2", "x1**2"), ("x1", "x2", "x1**2")]


def test_on_and_off_look_different(make_panel):
    panel = make_panel()
    tile = panel.tiles["x2"]
    on = tile.grab().toImage()
    tile.setChecked(False)
    off = tile.grab().toImage()
    differing = sum(on.pixelColor(x, y) != off.pixelColor(x, y) for x in range(on.width()) for y in range(on.height()))
    assert differing > on.width() * on.height() / 3


def test_arrow_keys_go_through_the_grid(qtbot, make_panel):
    panel = make_panel()
    with qtbot.waitActive(panel):
        panel.activateWindow()
    names = list(FEATURES)
    panel.tiles[names[1]].setFocus()
    qtbot.keyClick(panel.tiles[names[1]], Qt.Key.Key_Down)
    assert panel.focusWidget() is panel.tiles[names[6]]
    qtbot.keyClick(panel.tiles[names[6]], Qt.Key.Key_Right)
    assert panel.focusWidget() is panel.tiles[names[7]]
    assert panel.sent == []


def test_the_last_feature_stays(make_panel):
    panel = make_panel(("x1",))
    assert not panel.tiles["x1"].isEnabled()
    assert "needs one" in panel.tiles["x1"].toolTip()


def test_a_typed_feature_has_a_tile_with_a_cross(qtbot, make_panel, make_snapshot):
    panel = make_panel(("x1", "x1*exp(x2)"))
    tile = panel.tiles["x1*exp(x2)"]
    qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)
    assert panel.sent == [("x1",)]
    assert "x1*exp(x2)" in panel.tiles  # switched off, it can be switched on again
    qtbot.mouseClick(panel.tiles["x1*exp(x2)"], Qt.MouseButton.LeftButton)
    assert panel.sent[-1] == ("x1", "x1*exp(x2)")
    qtbot.mouseClick(panel.tiles["x1*exp(x2)"].cross, Qt.MouseButton.LeftButton)
    assert panel.sent[-1] == ("x1",)
    assert "x1*exp(x2)" not in panel.tiles
    assert all(tile.cross is None for tile in panel.tiles.values())


def test_delete_takes_a_typed_feature_off_but_never_the_last_one(qtbot, make_panel):
    panel = make_panel(("x1", "exp(x2)"))
    qtbot.keyClick(panel.tiles["x1"], Qt.Key.Key_Delete)
    assert panel.sent == []
    qtbot.keyClick(panel.tiles["exp(x2)"], Qt.Key.Key_Delete)
    assert panel.sent == [("x1",)]
    alone = make_panel(("exp(x2)",))
    alone.tiles["exp(x2)"].removed.emit()
    assert alone.sent == []


def test_typing_asks_and_waits_for_the_network(qtbot, make_panel, make_snapshot):
    panel = make_panel()
    qtbot.keyClicks(panel.line.formula, "exp(x1)")
    qtbot.keyClick(panel.line.formula, Qt.Key.Key_Return)
    assert panel.sent == [("x1", "x2", "exp(x1)")]
    assert panel.line.formula.text() == "exp(x1)"
    panel.set_features(("x1", "x2", "exp(x1)"), make_snapshot("circles").problem_info)
    assert panel.line.formula.text() == ""
    assert panel.tiles["exp(x1)"].isChecked()


def test_one_input_is_offered_what_it_can_have(make_panel, make_snapshot):
    panel = make_panel(("x1",), make_snapshot("sine").problem_info)
    assert set(panel.tiles) == {name for name, feature in FEATURES.items() if feature.inputs == 1}


def test_named_columns_and_their_standardization(make_panel, make_table_snapshot):
    problem_info = make_table_snapshot(2).problem_info
    panel = make_panel(("x1", "x2"), problem_info)
    tile = panel.tiles["x1"]
    assert tile.label == "sensor 1"
    assert f"(sensor 1 − {problem_info.input_mean[0, 0]:.3g}) / {problem_info.input_scale[0, 0]:.3g}" in tile.toolTip()
    assert panel.note.isVisible()


def test_what_is_seen_as_it_is_has_no_note(make_panel):
    panel = make_panel()
    assert not panel.note.isVisible()
    assert "The network sees" not in panel.tiles["x1"].toolTip()


def test_many_inputs_are_listed_and_keep_their_order(make_panel, make_table_snapshot):
    panel = make_panel(("x1", "x3", "x1**2"), make_table_snapshot(4, features=("x1", "x3", "x1**2")).problem_info)
    assert panel.inputs.isVisible()
    assert panel.inputs.ticked == (1, 3)
    assert not {"x1", "x2"} & set(panel.tiles)
    panel.inputs.chosen.emit((1, 2, 3))
    assert panel.sent == [("x1", "x2", "x3", "x1**2")]
    panel.inputs.chosen.emit(())
    assert panel.sent[-1] == ("x1**2",)


def test_the_last_input_stays_when_all_are_taken_away(qtbot, make_panel, make_table_snapshot):
    panel = make_panel(("x2", "x3"), make_table_snapshot(4, features=("x2", "x3")).problem_info)
    qtbot.mouseClick(panel.inputs.none, Qt.MouseButton.LeftButton)
    assert panel.sent == [("x2",)]
    assert panel.inputs.ticked == (2,)


def test_hundreds_of_inputs_stay_usable(qtbot, make_panel, make_table_snapshot):
    panel = make_panel(tuple(f"x{number}" for number in range(1, 401)), make_table_snapshot(400).problem_info)
    qtbot.mouseClick(panel.inputs.none, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(panel.inputs.all, Qt.MouseButton.LeftButton)
    assert panel.sent == [("x1",), tuple(f"x{number}" for number in range(1, 401))]
    assert panel.sizeHint().height() < 600


def test_pixels_have_no_suggestions(make_panel, make_image_snapshot):
    panel = make_panel(tuple(f"x{number}" for number in range(1, 13)), make_image_snapshot(3, 4).problem_info)
    assert panel.tiles == {}
    assert panel.inputs.ticked == tuple(range(1, 13))


def test_nothing_is_done_while_it_is_hidden(make_panel, make_snapshot, monkeypatch):
    panel = make_panel()
    panel.hide()
    shown = []
    monkeypatch.setattr(panel, "_show_tile", lambda *tile: shown.append(tile))
    panel.set_features(("x1",), make_snapshot("circles").problem_info)
    assert shown == []
    panel.refresh()
    assert len(shown) == len(FEATURES)


def test_other_data_forget_what_was_typed(make_panel, make_table_snapshot, make_snapshot):
    panel = make_panel(("x1", "exp(x2)"))
    panel.set_features(("x1",), make_snapshot("sine").problem_info)
    assert "exp(x2)" not in panel.tiles


def test_another_theme_draws_other_pictures(make_panel):
    panel = make_panel()
    before = panel.tiles["x1"].grab().toImage()
    apply_appearance(DARK)
    assert panel.tiles["x1"].grab().toImage() != before


def test_a_feature_without_a_value_everywhere_still_has_a_tile(make_panel, make_snapshot):
    problem_info = make_snapshot("circles").problem_info
    positive = replace(problem_info, train_X=np.abs(problem_info.train_X))
    panel = make_panel(("x1", "log(x1)"), positive)
    assert panel.tiles["log(x1)"].isChecked()
