"""Presentation, zoom, themes and sides: what the window looks like for whom."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSettings, Qt
from PySide6.QtGui import QFontMetricsF, QScreen
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QSplitter, QTabBar

from playground.app import application
from playground.lessons.commands import BeginLesson
from playground.lessons.course import course_lesson
from playground.lessons.decode import encode_lesson
from playground.main_window.appearance import Appearance
from playground.main_window.palette import Palette
from playground.main_window.presentation import CAPITALS
from playground.main_window.side_dock import SideDock
from playground.main_window.workspaces import WORKSPACES
from playground.views.kit.appearance import ZOOM_STEPS, appearance, apply_appearance
from playground.views.network.controls import ColumnHeader
from playground.views.theme import DARK, HIGH_CONTRAST, LIGHT

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def usual_look(qapp):
    yield
    apply_appearance(LIGHT, 100)


def press(qtbot, window, key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifier)


def around(window) -> list:
    return [window.menuBar(), window._toolbar, window.statusBar(), window._panels.timeline, window._area._left]


@pytest.mark.parametrize("workspace", ["train", "backprop", "spaces"])
def test_only_what_is_shown_and_it_can_be_read_at_the_back(qtbot, make_window, monkeypatch, workspace):
    monkeypatch.setattr(QScreen, "geometry", lambda _self: QRect(QPoint(0, 0), QPoint(1919, 1079)))
    window = make_window()
    window.show_workspace(workspace)
    before = [widget.isVisible() for widget in around(window)]
    right = window._area._right.isVisible()
    assert all(before)
    press(qtbot, window, Qt.Key.Key_F11)
    assert window._actions["present"].isChecked()
    assert not any(widget.isVisible() for widget in around(window))
    assert not window._area._right.isVisible()
    assert not window._area.workspaces.tabs.isVisible()
    assert window._area.workspaces.current.isVisible()
    assert window.isFullScreen()
    assert QFontMetricsF(window.font()).capHeight() >= 24
    labels = [label for label in window.findChildren(QLabel) if label.isVisible() and label.text()]
    assert min(QFontMetricsF(label.font()).capHeight() for label in labels) >= 24
    window.show_workspace("landscape")  # the keys still choose what is shown
    assert not window._area._right.isVisible()
    window.show_workspace(workspace)
    press(qtbot, window, Qt.Key.Key_Escape)
    assert not window._actions["present"].isChecked()
    assert [widget.isVisible() for widget in around(window)] == before
    assert window._area._right.isVisible() == right
    assert not window.isFullScreen()
    assert appearance().zoom == 100


def test_the_step_keys_work_while_presenting(qtbot, window):
    press(qtbot, window, Qt.Key.Key_F11)
    press(qtbot, window, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: window.snapshot.update == 1)
    press(qtbot, window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.snapshot.running)
    press(qtbot, window, Qt.Key.Key_Space)
    press(qtbot, window, Qt.Key.Key_F11)
    assert not window._parts.presentation.is_on


def test_escape_goes_to_what_is_nearer_first(qtbot, window):
    press(qtbot, window, Qt.Key.Key_F11)
    press(qtbot, window, Qt.Key.Key_K, CONTROL)
    qtbot.waitUntil(lambda: window.findChild(Palette) is not None)
    dialog = window.findChild(Palette)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert window._parts.presentation.is_on
    press(qtbot, window, Qt.Key.Key_Escape)
    assert not window._parts.presentation.is_on


def test_a_side_can_be_called_while_presenting(qtbot, window):
    press(qtbot, window, Qt.Key.Key_F11)
    press(qtbot, window, Qt.Key.Key_B, CONTROL)
    assert window._area._left.isVisible()
    press(qtbot, window, Qt.Key.Key_B, CONTROL)
    assert not window._area._left.isVisible()


def test_a_window_closed_while_presenting_is_as_usual_next_time(make_window, tmp_path):
    settings = QSettings(str(tmp_path / "w.ini"), QSettings.Format.IniFormat)
    window = make_window(settings=settings)
    window._actions["present"].trigger()
    window.close()
    assert settings.value("zoom", 100) == 100
    again = make_window(settings=settings)
    assert not again.isFullScreen()
    assert again._toolbar.isVisible()


def test_capitals_are_as_large_as_a_room_needs():
    assert CAPITALS * 1080 == 24


def test_the_sides_fold_and_stay_so(qtbot, make_window, tmp_path):
    settings = QSettings(str(tmp_path / "w.ini"), QSettings.Format.IniFormat)
    window = make_window(settings=settings)
    left, right = window._area._left, window._area._right
    width = window._area.workspaces.width()
    press(qtbot, window, Qt.Key.Key_B, CONTROL)
    assert left.is_folded
    assert right.is_folded
    qtbot.waitUntil(lambda: window._area.workspaces.width() > width)
    window.resize(1300, 830)
    assert left.is_folded
    window.close()
    again = make_window(settings=settings)
    assert again._area._left.is_folded
    press(qtbot, again, Qt.Key.Key_B, CONTROL)
    assert not again._area._left.is_folded
    assert not again._area._right.is_folded


def test_zoom_by_keys_is_remembered(qtbot, make_window, tmp_path):
    settings = QSettings(str(tmp_path / "w.ini"), QSettings.Format.IniFormat)
    window = make_window(settings=settings)
    size = window.font().pointSizeF()
    press(qtbot, window, Qt.Key.Key_Plus, CONTROL)
    assert appearance().zoom == 110
    assert window.font().pointSizeF() == pytest.approx(1.1 * size, abs=0.01)
    for _ in ZOOM_STEPS:
        press(qtbot, window, Qt.Key.Key_Plus, CONTROL)
    assert appearance().zoom == 300
    for _ in ZOOM_STEPS:
        press(qtbot, window, Qt.Key.Key_Minus, CONTROL)
    assert appearance().zoom == 75
    window.close()
    apply_appearance(LIGHT, 100)
    again = make_window(settings=settings)
    assert appearance().zoom == 75
    press(qtbot, again, Qt.Key.Key_0, CONTROL)
    assert appearance().zoom == 100


def test_in_a_window_that_begins_at_a_zoom_every_text_has_it_and_follows_the_next(qapp, make_window, tmp_path):
    settings = QSettings(str(tmp_path / "zoom.ini"), QSettings.Format.IniFormat)
    settings.setValue("zoom", 175)
    window = make_window("digits", settings=settings)
    for name in WORKSPACES:
        window.show_workspace(name)
        qapp.processEvents()
    # In pixels is what a style sheet says; headers of columns are made smaller where there is little room.
    labels = [text for text in window.findChildren(QLabel) if text.font().pointSizeF() > 0]
    labels = [text for text in labels if not isinstance(text.parent(), ColumnHeader)]
    texts = [*labels, *window.findChildren(QTabBar), window.menuBar()]
    large = [text.font().pointSizeF() for text in texts]
    window._appearance.show_at(100)
    usual = [text.font().pointSizeF() for text in texts]
    assert large == pytest.approx([1.75 * size for size in usual])
    assert {text.font().pointSizeF() for text in texts if type(text) is QTabBar} == {QApplication.font().pointSizeF()}


@pytest.mark.parametrize("kept", ["", "abc", "-5", "1e9", "7", "100000", None])
def test_a_zoom_that_was_written_by_hand_is_one_there_is(qapp, make_window, tmp_path, kept):
    settings = QSettings(str(tmp_path / "w.ini"), QSettings.Format.IniFormat)
    settings.setValue("zoom", kept)
    make_window(settings=settings)
    assert ZOOM_STEPS[0] <= appearance().zoom <= ZOOM_STEPS[-1]


def test_where_size_and_zoom_do_not_fit_the_sides_fold_and_the_workspace_scrolls(qtbot, make_window):
    window = make_window(size=(1024, 700))
    assert not window._area._left.is_folded
    window._appearance.show_at(175)
    window.grab()
    assert window.width() == 1024
    assert window._area._left.is_folded
    assert window._area._right.is_folded
    window.show_workspace("backprop")
    window.grab()
    place = window._area.workspaces.currentWidget()
    pages = place.findChildren(QScrollArea)  # each page of Backprop scrolls by itself
    qtbot.waitUntil(lambda: any(page.isVisible() and page.verticalScrollBar().maximum() > 0 for page in pages))
    window._appearance.show_at(None)
    window.grab()
    assert not window._area._left.is_folded


def test_every_theme_can_be_chosen_and_is_remembered(qtbot, make_window, tmp_path):
    settings = QSettings(str(tmp_path / "w.ini"), QSettings.Format.IniFormat)
    window = make_window(settings=settings)
    choices = {action.data(): action for action in window._appearance.menu.actions()}
    assert list(choices) == ["system", "light", "dark", "high-contrast"]
    assert choices["system"].isChecked()
    choices["high-contrast"].trigger()
    assert appearance().theme is HIGH_CONTRAST
    assert not window._actions["dark"].isChecked()
    window._actions["dark"].trigger()
    assert appearance().theme is DARK
    assert choices["dark"].isChecked()
    window.close()
    make_window(settings=settings)
    assert appearance().theme is DARK


def test_the_systems_colours_are_followed_live(qapp, make_window, monkeypatch):
    scheme = [Qt.ColorScheme.Light]
    hints = type(qapp.styleHints())
    monkeypatch.setattr(hints, "colorScheme", lambda _self: scheme[0])
    window = make_window()
    assert appearance().theme is LIGHT
    scheme[0] = Qt.ColorScheme.Dark
    qapp.styleHints().colorSchemeChanged.emit(scheme[0])
    assert appearance().theme is DARK
    window._appearance.choose("light")
    qapp.styleHints().colorSchemeChanged.emit(scheme[0])
    assert appearance().theme is LIGHT


def test_another_language_keeps_the_look(qapp, make_window, tmp_path):
    settings = QSettings(str(tmp_path / "w.ini"), QSettings.Format.IniFormat)
    settings.setValue("theme", "dark")
    window = make_window(settings=settings)
    application(language="ko")
    try:
        assert isinstance(window._appearance, Appearance)
        again = make_window(settings=settings)
        assert [action.text() for action in again._appearance.menu.actions()][1:] == ["밝게", "어둡게", "고대비"]
        assert appearance().theme is DARK
    finally:
        application(language="en")


def shown_at(window, width: int, height: int) -> bool:
    """Whether the window has a size, whatever that of the screen without a display is."""
    window.resize(width, height)
    return window.width() == width


def test_a_lesson_leaves_the_workspace_its_room_and_can_be_read(qtbot, make_window, monkeypatch):
    monkeypatch.setattr(QScreen, "geometry", lambda _self: QRect(QPoint(0, 0), QPoint(1919, 1079)))
    window = make_window()
    window.post(BeginLesson(encode_lesson(course_lesson("one_weight")).decode()))
    qtbot.waitUntil(lambda: window.lessons.view is not None and window.lessons.view.is_playing, timeout=20_000)
    panel, before = window.findChild(SideDock), window.findChild(SideDock).width()
    press(qtbot, window, Qt.Key.Key_F11)
    qtbot.waitUntil(lambda: shown_at(window, 1920, 1080) and panel.width() == 1920 // 3)
    assert window._area.width() >= 1920 * 0.66
    player = window.lessons.view.player
    labels = [label for label in player.findChildren(QLabel) if label.isVisible() and label.text()]
    assert min(QFontMetricsF(label.font()).capHeight() for label in labels) >= 24
    for button in player.findChildren(QPushButton):
        assert not button.isVisible() or button.geometry().right() < panel.width()
    rows = player.field.rows
    assert rows.viewport().rect().contains(rows.visualItemRect(rows.item(rows.count() - 1)))
    press(qtbot, window, Qt.Key.Key_F11)
    qtbot.waitUntil(lambda: shown_at(window, 1280, 820) and panel.width() == before)


PAGES = ("many", "atlas", "compare", "pairs")


def pages_shown(window, qtbot):
    """Open the pages of several networks one by one, each when it has taken its room."""
    for name in PAGES:
        window.show_workspace(name)
        window.grab()
        place = window._area.workspaces.currentWidget()
        qtbot.waitUntil(lambda place=place: place.widget().width() <= place.viewport().width())  # never sideways
        yield name, place


def test_pages_of_several_networks_never_scroll_sideways_and_scroll_down_only_where_they_must(qtbot, make_window):
    window = make_window(size=(1024, 700))
    window._appearance.show_at(175)
    for name, place in pages_shown(window, qtbot):
        if name in ("many", "atlas"):
            assert place.findChild(QSplitter, name).orientation() == Qt.Orientation.Horizontal
            assert place.verticalScrollBar().maximum() == 0
    window._appearance.show_at(100)
    for _, place in pages_shown(window, qtbot):
        qtbot.waitUntil(lambda place=place: place.verticalScrollBar().maximum() == 0)
    window._appearance.show_at(175)
    window.lessons.begin_course()
    qtbot.waitUntil(lambda: window.findChild(SideDock) is not None and window.findChild(SideDock).isVisible())
    assert len(list(pages_shown(window, qtbot))) == len(PAGES)


def test_a_lessons_panel_gives_back_the_width_that_it_needed_at_a_larger_zoom(qtbot, make_window):
    window = make_window(size=(1024, 700))
    window.lessons.begin_course()
    qtbot.waitUntil(lambda: window.findChild(SideDock) is not None and window.findChild(SideDock).width() == 300)
    panel = window.findChild(SideDock)
    window._appearance.show_at(150)
    qtbot.waitUntil(lambda: panel.width() == 1024 // 3)
    window._appearance.show_at(100)
    qtbot.waitUntil(lambda: panel.width() == 300)
