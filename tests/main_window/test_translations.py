"""The window in Korean: every text has its translation, the translations fit their texts, and they are shown."""

import ast
import importlib.util
import os
import re
import shutil
import string
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget

import playground
from playground.app import application
from playground.files import folder, presets
from playground.main_window.actions import MENUS, Action
from playground.main_window.toolbar import TrainingToolBar
from playground.messages import LANGUAGES
from playground.views.cost.view import CostView
from playground.views.forms import text as form_text
from playground.views.state_bar import StateBar

FOLDER = folder("resources") / "translations"
HANGUL = re.compile("[가-힣]")
HOW = "run `python resources/translations/update.py`, translate what it names in playground_ko.ts, and run it again"
WRAPPERS = {"tr", "translate", "QT_TRANSLATE_NOOP"}


def load_tool():
    spec = importlib.util.spec_from_file_location("update_translations", FOLDER / "update.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


tool = load_tool()
TS = {language: FOLDER / f"playground_{language}.ts" for language in LANGUAGES if language != "en"}
KOREAN = tool.messages(TS["ko"])


def fields(text: str) -> list[tuple[str, str]]:
    """Return the placeholders of a text, `{}` by number, so that a translation may change their order."""
    found, count = [], 0
    for _literal, name, form, _conversion in string.Formatter().parse(text):
        if name is not None and "|" not in (form or ""):  # one and many: a difference that Korean does not make
            found.append((name or str(count), form))
            count += 1
    return sorted(found)


# The file.


@pytest.mark.parametrize("language", TS)
def test_everything_is_translated(language):
    open_ = [m for m in tool.messages(TS[language]) if not (m.finished and m.translation.strip())]
    assert not open_, f"not translated: {open_}; {HOW}"


@pytest.mark.parametrize("language", TS)
def test_every_text_of_the_tables_is_there(language):
    known = {m.source for m in tool.messages(TS[language]) if m.context == tool.CONTEXT}
    missing = sorted(set(tool.table_texts()) - known)
    assert not missing, f"texts of the tables without a place in {TS[language].name}: {missing}; {HOW}"


@pytest.mark.parametrize("language", TS)
def test_the_file_has_exactly_the_texts_of_the_program(language, tmp_path):
    fresh = tmp_path / TS[language].name
    shutil.copy(TS[language], fresh)
    tool.collect(fresh)
    now, then = ({(m.context, m.source) for m in tool.messages(ts)} for ts in (fresh, TS[language]))
    assert not now - then, f"new texts: {sorted(now - then)}; {HOW}"
    assert not then - now, f"texts that are gone: {sorted(then - now)}; {HOW}"


@pytest.mark.parametrize("language", TS)
def test_the_compiled_file_is_up_to_date(language, tmp_path):
    fresh = tmp_path / "fresh.qm"
    tool.compile_translations(TS[language], fresh)
    assert fresh.read_bytes() == TS[language].with_suffix(".qm").read_bytes(), HOW


def test_collecting_keeps_translations_and_drops_what_is_gone(tmp_path):
    ts = tmp_path / "playground_ko.ts"
    first = KOREAN[0]
    text = TS["ko"].read_text(encoding="utf-8")
    ts.write_text(text.replace(f"<source>{first.source}</source>", "<source>Gone</source>", 1), encoding="utf-8")
    tool.collect(ts)
    found = {(m.context, m.source): m for m in tool.messages(ts)}
    assert not found.pop((first.context, first.source)).finished
    assert (first.context, "Gone") not in found
    assert all(found[m.context, m.source] == m for m in KOREAN[1:])


# The translations.


def marks(text: str) -> tuple[object, ...]:
    """Return what a translation has to keep."""
    return (
        fields(text),
        text.count("\n"),
        text.count(";;"),  # filters of file dialogs
        re.findall(r"\*\.\w+", text),
        text.endswith("…"),
        len(text) - len(text.lstrip()),  # an indented line of the command line
        text == text.rstrip(),
    )


def test_placeholders_and_marks_are_those_of_the_source():
    assert not [m for m in KOREAN if marks(m.translation) != marks(m.source)]


def test_sentences_are_polite_sentences():
    sentences = [m for m in KOREAN if m.source.endswith(".")]
    assert not [m.translation for m in sentences if not m.translation.endswith(("니다.", "십시오."))]


def test_actions_keep_a_key_of_their_own():
    translations = {m.source: m.translation for m in KOREAN if m.context == "messages" and "&" in m.source}
    for source, translation in translations.items():
        assert translation.count("&") == source.count("&")
        assert re.search(r"\(&[A-Z]\)…?$", translation), translation
    for group in (MENUS, *([row.text for row in rows if isinstance(row, Action)] for rows in MENUS.values())):
        keys = [re.search("&(.)", translations[text])[1] for text in group]
        assert len(set(keys)) == len(keys), keys


def test_no_formatted_string_is_translated():
    """It would be looked up with its numbers, and never found."""
    package = Path(playground.__file__).parent
    for path in package.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name = getattr(node.func, "attr", getattr(node.func, "id", "")) if isinstance(node, ast.Call) else ""
            if name in WRAPPERS:
                assert not any(isinstance(part, ast.JoinedStr) for part in node.args), f"{path.name}:{node.lineno}"


def test_what_a_run_says_and_the_help_are_messages():
    """Plain text would stay English: no template of it is collected."""
    for path in Path(playground.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            is_told = isinstance(node, ast.Assign) and getattr(node.targets[0], "attr", "") == "message"
            is_help = isinstance(node, ast.keyword) and node.arg == "help"
            if not isinstance(node, ast.Assign | ast.keyword) or not (is_told or is_help):
                continue
            said = node.value
            is_text = isinstance(said, ast.JoinedStr) or (isinstance(said, ast.Constant) and bool(said.value))
            assert not is_text, f"{path.name}:{node.lineno}"


@pytest.mark.parametrize("preset", presets(), ids=lambda preset: preset.id)
def test_presets_are_described_in_every_language(preset):
    assert set(preset.experiment.description) >= set(LANGUAGES)
    assert HANGUL.search(preset.experiment.description["ko"])
    assert preset.experiment.description["ko"].endswith(("니다.", "십시오."))


# On screen.


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[Callable[[str], QApplication]]:
    """Return a function that changes the language; what was before comes back."""
    before = QLocale()
    yield lambda language: application(language=language)
    application(language="en")
    QLocale.setDefault(before)


def shown(window: QWidget) -> dict[str, str]:
    """Return a few texts of the window by where they stand."""
    toolbar, state = window.findChild(TrainingToolBar), window.findChild(StateBar)
    speed_limit, preset = toolbar.findChildren(QComboBox)[:2]
    labels = [label.text() for label in window.findChildren(QLabel)]
    return {
        "menus": " ".join(action.text() for action in window.menuBar().actions()),
        "run": toolbar.actions()[0].text(),
        "pace": speed_limit.itemText(0),
        "preset": preset.itemData(preset.currentIndex(), Qt.ItemDataRole.ToolTipRole),
        "state": state.text("state"),
        "cost": window.findChild(CostView).modes.buttons["cost"].text(),
        "learning rate": next((text for text in labels if text in ("Learning rate", "학습률")), ""),
        "close": QCoreApplication.translate("QPlatformTheme", "Close"),
    }


def test_the_window_speaks_korean_and_english_again(make_window, speak):
    speak("ko")
    korean = shown(make_window("circles"))
    speak("en")
    english = shown(make_window("circles"))
    assert korean == {
        "menus": "파일(&F) 편집(&E) 학습(&T) 보기(&V) 레슨(&L) 도움말(&H)",
        "run": "학습 시작",
        "pace": "최대한 빠르게",
        "preset": next(preset for preset in presets() if preset.id == "circles").experiment.description["ko"],
        "state": "○ 일시 정지",
        "cost": "비용",
        "learning rate": "학습률",
        "close": "닫기",
    }
    assert english == {
        "menus": "&File &Edit &Training &View &Lessons &Help",
        "run": "Run",
        "pace": "As fast as possible",
        "preset": next(preset for preset in presets() if preset.id == "circles").experiment.description["en"],
        "state": "○ paused",
        "cost": "Cost",
        "learning rate": "Learning rate",
        "close": "Close",
    }


@pytest.mark.parametrize("preset", ["circles", "xor_points", "heart"])
def test_every_tooltip_and_description_is_korean(preset, make_window, speak):
    speak("ko")
    window = make_window(preset)
    texts = [
        text
        for widget in window.findChildren(QWidget)
        for text in (widget.toolTip(), widget.accessibleDescription())
        if re.search("[A-Za-z]{2}", text)
    ]
    texts += [action.toolTip() for action in window.actions()]
    assert len(texts) > 40
    assert not [text for text in texts if not HANGUL.search(text)]


def test_the_ranges_of_fields_are_korean(speak):
    speak("ko")
    field = form_text.translated("Learning rate")
    assert field == "학습률"
    assert HANGUL.search(QCoreApplication.translate(form_text.CONTEXT, "From {low} to {high}."))
    assert tool.CONTEXT == form_text.CONTEXT


@pytest.mark.parametrize(("system", "language"), [("ko_KR.UTF-8", "ko"), ("en_US.UTF-8", "en"), ("de_DE.UTF-8", "en")])
def test_the_system_chooses_the_language(system, language):
    environment = {**os.environ, "LC_ALL": "", "LC_MESSAGES": "", "LANG": system}
    code = "from playground.main_window.appearance import system_language; print(system_language())"
    run = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == language


def test_loading_a_language_twice_leaves_one_of_each(speak):
    app = speak("ko")
    count = len(app.children())
    for _ in range(3):
        speak("ko")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(app.children()) <= count


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_left_column_is_not_cut_off_in_any_language(speak, make_window, language):
    speak(language)
    window = make_window(size=(1024, 700))
    for panel in (window._panels.data, window._panels.settings):
        assert panel.minimumSizeHint().width() <= window._area._left._content.viewport().width()
