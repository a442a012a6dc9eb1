"""Ctrl+K finds everything by typing, in either language, with the keyboard alone."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from playground.app import application
from playground.files import FIELDS, presets
from playground.lessons.glossary import GLOSSARY
from playground.main_window.actions import ACTIONS, MENUS, Action
from playground.main_window.exports import EXPORTS
from playground.main_window.palette import Palette, entries
from playground.main_window.workspaces import LOWER_RIGHT
from playground.messages import LANGUAGES
from playground.training.diagnostics import KINDS
from playground.views.forms.finder import found
from playground.views.forms.text import translated, without_key
from playground.views.theme import THEMES


@pytest.fixture(params=LANGUAGES)
def spoken_window(request, qapp, make_window):
    application(language=request.param)
    yield make_window()
    application(language="en")


def open_palette(qtbot, window) -> Palette:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palettes = [each for each in window.findChildren(Palette) if each.isVisible()]
    assert len(palettes) == 1
    return palettes[0]


def test_everything_is_there(window):
    titles = [entry.title for entry in entries(window._parts)]
    expected = [row.text for table in (ACTIONS, EXPORTS) for row in table.values()]
    expected += [page.title for page in LOWER_RIGHT.values()]
    expected += [preset.experiment.title for preset in presets()]
    expected += [field.label for field in FIELDS.values()]
    expected += [record.label for field in FIELDS.values() for record in (field.choices or {}).values()]
    expected += [card.title for card in GLOSSARY.values()]
    expected += [kind.label for kind in KINDS.values()]
    expected += [theme.label for theme in THEMES.values()]
    missing = {without_key(translated(text)) for text in expected} - set(titles)
    assert not missing


def test_no_two_look_the_same(spoken_window):
    shown = Counter((entry.title, entry.kind) for entry in entries(spoken_window._parts))
    assert not [twice for twice, count in shown.items() if count > 1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_menu_says_nothing_twice(qapp, language):
    application(language=language)
    menus = [[row for row in rows if isinstance(row, Action)] for rows in MENUS.values()]
    menus += [[row for row in EXPORTS.values() if row.menu == menu] for menu in {row.menu for row in EXPORTS.values()}]
    for rows in menus:
        shown = Counter(without_key(translated(row.text)) for row in rows)
        assert not [twice for twice, count in shown.items() if count > 1]
    application(language="en")


@pytest.mark.parametrize(
    ("english", "korean"),
    [
        ("learning rate", "학습률"),
        ("vanishing gradients", "그래디언트 소실"),
        ("spirals", "나선"),
        ("undo", "실행 취소"),
        ("chain rule", "연쇄 법칙"),
        ("high contrast", "고대비"),
        ("onnx graph", "onnx 그래프"),
    ],
)
def test_both_languages_find_the_same(spoken_window, english, korean):
    among = entries(spoken_window._parts)
    first, second = found(english, among)[0], found(korean, among)[0]
    assert (first.title, first.kind) == (second.title, second.kind)


def test_every_word_counts_in_any_order_and_case(window):
    among = entries(window._parts)
    assert found("RATE learn", among)[0].title == "Learning rate"
    assert found("no such thing at all", among) == []
    assert len(found("", among)) == len(among)


def test_a_setting_gets_the_focus(qtbot, window):
    window._panels.settings.folded_groups = ("training",)
    palette = open_palette(qtbot, window)
    qtbot.keyClicks(palette.finder.field, "learning rate")
    assert palette.finder.titles[0] == "Learning rate"
    assert "gradient" in palette.about.text()
    qtbot.keyClick(palette.finder.field, Qt.Key.Key_Return)
    box = window._panels.settings.form_of("training.learning_rate").control("training.learning_rate").widgets[0]
    qtbot.waitUntil(lambda: QApplication.focusWidget() is box)
    assert box.isVisible()
    qtbot.waitUntil(lambda: not box.visibleRegion().isEmpty())


def test_a_setting_behind_a_folded_side_comes_into_sight(qtbot, window):
    window._area.sides_away = True
    palette = open_palette(qtbot, window)
    qtbot.keyClicks(palette.finder.field, "noise")
    qtbot.keyClick(palette.finder.field, Qt.Key.Key_Return)
    box = window._panels.data.form.control("data.noise").widgets[0]
    qtbot.waitUntil(lambda: QApplication.focusWidget() is box)
    assert box.isVisible()


def test_arrow_keys_choose_and_a_preset_opens(qtbot, window):
    palette = open_palette(qtbot, window)
    qtbot.keyClicks(palette.finder.field, "spirals")
    place = palette.finder.titles.index("Three spirals")
    for _ in range(place):
        qtbot.keyClick(palette.finder.field, Qt.Key.Key_Down)
    qtbot.keyClick(palette.finder.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.snapshot.experiment.title == "Three spirals", timeout=5000)


def test_an_action_and_a_workspace(qtbot, window):
    palette = open_palette(qtbot, window)
    qtbot.keyClicks(palette.finder.field, "step one epoch")
    qtbot.keyClick(palette.finder.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.snapshot.epoch == 1)
    palette = open_palette(qtbot, window)
    palette.finder.field.setText("연쇄 법칙")  # as an input method does
    qtbot.keyClick(palette.finder.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window._area.workspaces.name == "chain")


def test_escape_leaves_everything_as_it_is(qtbot, window):
    before = window.snapshot.update
    palette = open_palette(qtbot, window)
    qtbot.keyClicks(palette.finder.field, "zzz")
    assert palette.about.text() == "Nothing of that name."
    qtbot.keyClick(palette.finder.field, Qt.Key.Key_Return)  # nothing to do
    qtbot.keyClick(palette.finder.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not [each for each in window.findChildren(Palette) if each.isVisible()])
    assert window.snapshot.update == before
