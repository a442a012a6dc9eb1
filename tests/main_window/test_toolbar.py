"""The toolbar: every choice has its label, the presets stand in groups, and what they are about stays in sight."""

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QComboBox, QLabel, QStyle, QStyleOptionComboBox

from playground.files import presets
from playground.main_window.dialogs import key_names, keys_dialog
from playground.main_window.geometry import available_size
from playground.main_window.toolbar import GROUPS, WORKED
from playground.training.diagnostics import KINDS
from playground.views.icons import ICONS
from playground.views.kit.appearance import apply_appearance
from playground.views.theme import LIGHT


def groups(box) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for index in range(box.count()):
        if box.model().flags(box.model().index(index, 0)) == Qt.ItemFlag.NoItemFlags:
            found[box.itemText(index)] = []
        else:
            found[list(found)[-1]].append(box.itemData(index))
    return found


def test_every_preset_stands_in_one_group(window):
    problems, exercises, examples = groups(window._toolbar._preset).values()
    assert list(groups(window._toolbar._preset)) == list(GROUPS)
    assert set(exercises) == {kind.preset for kind in KINDS.values() if kind.preset} - WORKED
    assert set(examples) == WORKED
    everything = [*problems, *exercises, *examples]
    assert sorted(everything) == sorted(preset.id for preset in presets())


def test_a_preset_opens_and_its_description_stays_in_sight(qtbot, window):
    box, about = window._toolbar._preset, window._panels.description
    assert box.itemData(box.currentIndex()) == "circles"
    assert about.isVisible()
    assert about.text.text().startswith("A disc inside a ring.")
    box.activated.emit(box.findData("too_few_units"))
    qtbot.waitUntil(lambda: box.itemData(box.currentIndex()) == "too_few_units", timeout=5000)
    assert about.text.text().startswith("One hidden neuron draws one straight line")
    window._actions["step_epoch"].trigger()
    qtbot.waitUntil(lambda: window.snapshot.epoch == 1)
    assert about.isVisible()
    for index in range(box.count()):
        if box.itemData(index):
            assert box.itemData(index, Qt.ItemDataRole.ToolTipRole)


def test_speed_and_preset_have_their_labels(window):
    labels = [label.text() for label in window._toolbar.findChildren(QLabel)]
    assert {"Speed", "Preset"} <= set(labels)


def test_numbers_stand_once(qtbot, window):
    window._actions["step_epoch"].trigger()
    qtbot.waitUntil(lambda: window.snapshot.epoch == 1)
    assert "Epoch 1 · update 20" in [label.text() for label in window._toolbar.findChildren(QLabel)]
    qtbot.waitUntil(lambda: window._panels.timeline.text == "newest state", timeout=5000)
    fields = window._panels.state._fields
    assert window._panels.cost.isVisible()
    assert not fields["cost"].isVisible()
    window._area.lower_right.open("health")
    assert fields["cost"].isVisible()
    window._area.lower_right.open("cost")
    window.show_workspace("backprop")
    assert fields["cost"].isVisible()


def test_rates_come_last(window):
    assert list(window._panels.state._fields)[-2:] == ["updates", "frames"]


def test_no_two_icons_are_alike():
    apart = {name: glyph for name, glyph in ICONS.items() if name not in ("new_sample", "new_weights")}
    assert apart["reset_view"] == "arrow-expand-all"
    assert ICONS["new_sample"] == ICONS["new_weights"]  # both draw by chance


def test_a_message_moves_nothing(qtbot, window):
    parts = (window._area.workspaces, window._panels.network, window._panels.timeline)
    before = [part.geometry() for part in parts]
    window._messages.fail("Something is to be told.")
    banner = window._panels.banner
    qtbot.waitUntil(banner.isVisible)
    assert [part.geometry() for part in parts] == before
    assert window._area.rect().contains(banner.geometry())
    window.resize(1000, 640)
    qtbot.waitUntil(lambda: window._area.rect().contains(banner.geometry()))
    assert banner.geometry().bottom() < window._panels.timeline.geometry().top()


@pytest.mark.parametrize(("size", "zoom"), [((1280, 820), 100), ((1024, 700), 175), ((720, 500), 125)])
def test_what_is_chosen_in_the_toolbar_is_in_sight_however_narrow(qtbot, make_window, tmp_path, size, zoom):
    settings = QSettings(str(tmp_path / "narrow.ini"), QSettings.Format.IniFormat)
    settings.setValue("zoom", zoom)
    window = make_window(size=size, settings=settings)
    bars = (window._toolbar, window._toolbar.below)
    export = window._actions["export"]

    def in_sight() -> bool:
        buttons = [bar.widgetForAction(export) for bar in bars if export in bar.actions()]
        seen = [*buttons, *(box for bar in bars for box in bar.findChildren(QComboBox))]
        return len(seen) == 3 and all(widget.visibleRegion().boundingRect() == widget.rect() for widget in seen)

    qtbot.waitUntil(in_sight)
    window.resize(2400, 1000)
    qtbot.waitUntil(lambda: not window._toolbar.below.isVisible())
    assert len(window._toolbar.findChildren(QComboBox)) == 2


def test_the_list_of_keys_is_never_larger_than_the_screen(window):
    apply_appearance(LIGHT, 300)
    dialog = keys_dialog(window)
    dialog.show()
    try:
        available = available_size(window)
        assert dialog.width() <= available.width()
        assert dialog.height() <= available.height()
    finally:
        apply_appearance(LIGHT, 100)
        dialog.close()


def test_keys_are_written_as_the_panels_draw_them(window):
    names = {name: key_names(window._actions[name]) for name in ("step_batch", "step_epoch", "step_back", "redo")}
    assert names == {
        "step_batch": "→",
        "step_epoch": "Shift+→",
        "step_back": "←",
        "redo": "Ctrl+Shift+Z, Ctrl+Y",
    }


def test_the_longest_title_of_a_preset_is_read_whole_where_there_is_room(qtbot, window):
    bar, box = window._toolbar, window._toolbar._preset
    longest = max(box.fontMetrics().horizontalAdvance(preset.experiment.title) for preset in presets())
    option, part = QStyleOptionComboBox(), QStyle.SubControl.SC_ComboBoxEditField
    for width in (1280, 1024):
        window.resize(width, 700)
        qtbot.waitUntil(lambda width=width: bar.width() == width)
        assert not bar.below.isVisible()
        box.initStyleOption(option)
        field = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, box)
        assert (field.width() >= longest) == (width == 1280)
    assert box.toolTip().startswith(f"{box.currentText()}\n")
