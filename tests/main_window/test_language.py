"""The window in another language, at once, with everything that was there."""

import numpy as np
import pytest
from PySide6.QtCore import QFileInfo, QLibraryInfo, QLocale, QSettings, QTranslator
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QMenu
from shiboken6 import isValid

from playground import app
from playground.files import read_preset
from playground.main_window.appearance import LANGUAGE_KEY, LanguageMenu, chosen_language, system_language
from playground.messages import LANGUAGES
from playground.training import TrainingSession
from playground.training.commands import Run, SetParameter, StepEpoch
from playground.views.theme import SYSTEM


@pytest.fixture
def preferences(monkeypatch, tmp_path):
    made = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    monkeypatch.setattr(app, "settings", lambda: made)
    return made


@pytest.fixture
def program(qtbot, preferences):
    made = app.Program(app.application(), TrainingSession(read_preset("xor")))
    made.window.resize(1280, 820)
    made.window.show()
    yield made
    made.window.shut_down()
    made.window._guard.finish()
    made.window.deleteLater()
    app.application()


def choose(program: app.Program, name: str) -> None:
    (menu,) = program.window.findChildren(LanguageMenu)
    next(action for action in menu.actions() if action.data() == name).trigger()


def menus(window) -> list[str]:
    return [action.text() for action in window.menuBar().actions()]


def test_another_language_comes_at_once_and_keeps_everything(qtbot, program, preferences, tmp_path):
    before = program.window
    before.protect(tmp_path / "autosave")
    path = tmp_path / "mine.playground"
    before.came_from(path)
    before.post(StepEpoch())
    qtbot.waitUntil(lambda: before.snapshot.epoch == 1)
    before.post(SetParameter(1, 0, 0, 0.75))
    before.show_workspace("results")
    qtbot.waitUntil(lambda: before.snapshot.W[0][0, 0] == 0.75)
    weights, labels = before.snapshot.W, before.snapshot.undo_labels
    before._guard._autosave.save()
    qtbot.waitUntil(lambda: not before._guard._autosave.is_writing)
    kept, place = before._guard._autosave.path, before.geometry()

    choose(program, "ko")
    qtbot.waitUntil(lambda: program.window is not before and program.window.snapshot is not None)
    after = program.window
    assert "파일(&F)" in menus(after)
    assert after.isVisible()
    qtbot.waitUntil(lambda: not isValid(before))
    assert after.geometry() == place
    assert all(np.array_equal(a, b) for a, b in zip(after.snapshot.W, weights, strict=True))
    assert after.snapshot.undo_labels == labels
    assert after._area.workspaces.name == "results"
    assert after._documents.path == path
    assert after._documents.is_modified
    assert after._documents.would_lose
    assert after._guard._autosave.path == kept
    assert kept.is_file()
    assert not after._guard._recovery.is_pending  # its own file is not offered as left by a crash
    assert preferences.value(LANGUAGE_KEY) == "ko"
    assert chosen_language(preferences) == "ko"


def test_a_run_goes_on_in_the_other_language(qtbot, program):
    before = program.window
    before.post(Run())
    qtbot.waitUntil(lambda: before.snapshot.running and before.snapshot.update > 10)
    choose(program, "ko")
    qtbot.waitUntil(lambda: program.window is not before)
    update = program.window.snapshot.update
    qtbot.waitUntil(lambda: program.window.snapshot.running and program.window.snapshot.update > update)


def test_every_language_stands_under_its_own_name_and_the_one_remembered_is_checked(qtbot, preferences):
    preferences.setValue(LANGUAGE_KEY, "ko")
    menu = LanguageMenu(preferences)
    qtbot.addWidget(menu)
    assert [action.data() for action in menu.actions()] == [SYSTEM, *LANGUAGES]
    assert [action.text() for action in menu.actions()][1:] == list(LANGUAGES.values())
    assert [action.data() for action in menu.actions() if action.isChecked()] == ["ko"]
    assert chosen_language(preferences) == "ko"
    preferences.setValue(LANGUAGE_KEY, "xx")
    assert chosen_language(preferences) == system_language()


@pytest.mark.parametrize(
    ("wanted", "spoken"), [(["ko-KR", "en-US"], "ko"), (["ko"], "ko"), (["de-DE", "ko-KR"], "ko"), (["fr-FR"], "en")]
)
def test_the_systems_language_is_the_first_that_the_program_speaks(monkeypatch, wanted, spoken):
    monkeypatch.setattr(QLocale, "uiLanguages", lambda _self: wanted)
    assert system_language() == spoken


def test_the_command_line_overrides_what_is_remembered(monkeypatch, preferences):
    spoken = []
    preferences.setValue(LANGUAGE_KEY, "ko")
    monkeypatch.setattr(app, "application", lambda *, language: spoken.append(language) or pytest.fail("enough"))
    for asked in ("en", None):
        with pytest.raises(pytest.fail.Exception):
            app.run_window("xor", language=asked)
    assert spoken == ["en", "ko"]


def test_qts_own_dialogs_speak_korean(qtbot, monkeypatch):
    assert QTranslator().load("qtbase_ko", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    app.application(language="ko")
    try:
        buttons = QDialogButtonBox.StandardButton
        box = QDialogButtonBox(buttons.Save | buttons.Discard | buttons.Cancel | buttons.Close)
        qtbot.addWidget(box)
        texts = {box.button(b).text() for b in (buttons.Save, buttons.Discard, buttons.Cancel, buttons.Close)}
        assert all(any("가" <= letter <= "힣" for letter in text) for text in texts), texts
    finally:
        app.application()


def test_qts_file_dialog_speaks_korean(qtbot, tmp_path):
    app.application(language="ko")
    try:
        (tmp_path / "자료").mkdir()
        dialog = QFileDialog(None, "", str(tmp_path))
        qtbot.addWidget(dialog)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        labels = [dialog.labelText(label) for label in QFileDialog.DialogLabel]
        labels.append(dialog.iconProvider().type(QFileInfo(str(tmp_path))))
        assert all(any("가" <= letter <= "힣" for letter in text) for text in labels), labels
    finally:
        app.application()


def test_the_menu_stands_in_the_view_menu(qtbot, program):
    (menu,) = program.window.findChildren(LanguageMenu)
    view = next(action.menu() for action in program.window.menuBar().actions() if action.text() == "&View")
    assert isinstance(view, QMenu)
    assert menu.menuAction() in view.actions()
