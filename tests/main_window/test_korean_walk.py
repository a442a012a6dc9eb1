"""A walk through the whole window in Korean: no text that a person can meet stays English."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractListModel, QLocale, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QTabBar,
    QWidget,
)

from playground.app import application
from playground.files import read_preset
from playground.main_window.dialogs import Answer, about_box, ask_saving, keys_dialog
from playground.main_window.workspaces import WORKSPACES
from playground.messages import RefusalError
from playground.training import TrainingSession
from playground.training.commands import ChangeField, RemovePin, SetParameter, ShowSlice, StepBack, StepEpoch
from playground.training.input_slice import InputSlice
from playground.views.banner import Banner
from playground.views.forms.text import translated
from playground.views.importing.pane import TablePane
from playground.views.importing.problems import ProblemLine

HANGUL = re.compile("[가-힣]")
WORD = re.compile("[A-Za-z]{3,}")
NAMES = frozenset(
    {"ReLU", "Leaky", "ELU", "Softplus", "GELU", "Swish", "Tanh", "SGD", "RMSProp", "Adam", "English", "PCA", "RMSE"}
    | {"MAE", "MiB", "max", "exp", "vec", "unvec", "digits", "Ctrl", "Shift", "Space", "Return", "Del", "Esc"}
    | {"Backpropagation", "Playground", "AdamW", "hat"}
)
"""Proper names, units, functions and keys: the same in every language."""
MARKUP = re.compile(r"<[^>]*>|&\w+;|\\[A-Za-z]+")
ROWS = 20


@pytest.fixture
def korean(qapp: QApplication) -> Iterator[QApplication]:
    before = QLocale().name()[:2]
    yield application(language="ko")
    application(language=before)


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Every text that is drawn, not set."""
    texts: set[str] = set()
    draw = QPainter.drawText

    def note(painter, *arguments):
        texts.update(argument for argument in arguments if isinstance(argument, str))
        return draw(painter, *arguments)

    monkeypatch.setattr(QPainter, "drawText", note)
    return texts


def texts_of(widget: QWidget) -> Iterator[str]:
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), widget.statusTip())
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    if isinstance(widget, QGroupBox):
        yield widget.title()
    if isinstance(widget, QComboBox):
        for index in range(widget.count()):
            yield widget.itemText(index)
            yield str(widget.itemData(index, Qt.ItemDataRole.ToolTipRole) or "")
    if isinstance(widget, QTabBar):
        yield from (widget.tabText(index) for index in range(widget.count()))
    if isinstance(widget, QMenu):
        for action in widget.actions():
            yield from (action.text(), action.toolTip())
    if isinstance(widget, QAbstractItemView) and (model := widget.model()) is not None:
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount()):
            yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
            for row in range(min(model.rowCount(), ROWS)):
                yield str(model.index(row, column).data() or "")


def english(texts: set[str]) -> list[str]:
    """Return the texts with words that are no names, and without any Hangul."""
    return sorted(
        text for text in texts if not HANGUL.search(text) and not NAMES.issuperset(WORD.findall(MARKUP.sub(" ", text)))
    )


@pytest.mark.parametrize("preset", ["circles", "heart", "digits", "dead_relu"])
def test_every_workspace_speaks_korean(preset, korean, make_window, painted, qtbot):
    window = make_window(preset, (1600, 1000))
    window.post(StepEpoch())
    qtbot.waitUntil(lambda: window.snapshot.epoch == 1, timeout=20_000)
    seen: set[str] = set()

    def look() -> None:
        qtbot.wait(60)
        window.grab()
        for widget in (window, *window.findChildren(QWidget)):
            seen.update(texts_of(widget))

    for name in WORKSPACES:
        window.show_workspace(name)
        look()
        for tabs in window.findChildren(QTabBar):
            for index in range(tabs.count() if tabs.isVisible() else 0):
                tabs.setCurrentIndex(index)
                look()
    assert len(seen) > 500
    assert not english(seen | painted)


def test_every_menu_and_dialog_speaks_korean(korean, window, monkeypatch):
    seen: set[str] = set()

    def look_at(widget: QWidget) -> None:
        for each in (widget, *widget.findChildren(QWidget)):
            seen.update(texts_of(each))

    def answer(box: QMessageBox) -> int:
        look_at(box)
        seen.update((box.windowTitle(), box.text(), box.informativeText()))
        return int(QMessageBox.StandardButton.Cancel)

    monkeypatch.setattr(QMessageBox, "exec", answer)
    for menu in window.menuBar().findChildren(QMenu):
        look_at(menu)
    for dialog in (keys_dialog, about_box):
        dialog(window).open()
        look_at(window)
    assert ask_saving(window, "하나") is Answer.CANCEL
    assert len(seen) > 100
    assert "저장 안 함" in seen
    assert not english(seen)


WRONG_FILES = {
    "gone.json": None,
    "empty.json": b"",
    "list.json": b"[]",
    "unknown.json": b'{"schema_version": 3, "colour": 1}',
    "newer.json": b'{"schema_version": 99}',
    "broken.npz": b"PK\x03\x04",
    "text.npz": b"no archive",
    "broken.playground": b"PK\x03\x04",
    "text.playground": b"no archive",
    "book.xlsx": b"PK\x03\x04",
    "empty.csv": b"",
    "ragged.csv": b"x1,x2,y\n1,2,0\n3,4\n5,6,1\n",
    "one_column.csv": b"y\n1\n2\n",
    "images-idx3-ubyte": b"\0\0\x08\x03\0\0\0\x01",
    "strange.dat": bytes(range(256)),
}


@pytest.mark.parametrize("name", WRONG_FILES)
def test_a_file_that_cannot_be_used_is_refused_in_korean(name, korean, window, qtbot, tmp_path):
    path = tmp_path / name
    if WRONG_FILES[name] is not None:
        path.write_bytes(WRONG_FILES[name])
    window.open(path)
    banner = window._panels.banner
    qtbot.waitUntil(lambda: any(map(HANGUL.search, refusals(window, banner))), timeout=10_000)
    qtbot.wait(100)
    for text in refusals(window, banner):
        assert HANGUL.search(text), text


def refusals(window: QWidget, banner: Banner) -> list[str]:
    """Return what the banner and the import panel say is wrong."""
    said = [banner.text] if not banner.isHidden() else []
    for line in window.findChildren(ProblemLine):
        said += [label.text() for label in line.findChildren(QLabel) if line.isVisible() and label.text()]
    for pane in window.findChildren(TablePane):
        said += [pane.empty.accessibleDescription()] if pane.isVisible() and pane.currentWidget() is pane.empty else []
    return said


REFUSED = {
    "rate": ChangeField("training.learning_rate", -1.0),
    "cost": ChangeField("training.cost", "nope"),
    "feature": ChangeField("data.features", ("x1", "sin(")),
    "weight": SetParameter(1, 0, 0, float("inf")),
    "no weight": SetParameter(9, 0, 0, 1.0),
    "pin": RemovePin(7),
    "plane": ShowSlice(InputSlice((5, 6))),
    "step back": StepBack(),
}


@pytest.mark.parametrize("what", REFUSED)
def test_a_wish_that_cannot_be_fulfilled_is_refused_in_korean(what, korean):
    session = TrainingSession(read_preset("circles"))
    with pytest.raises(RefusalError) as refusal:
        REFUSED[what].apply(session)
    sentence = translated(refusal.value.message)
    assert HANGUL.search(sentence), sentence
