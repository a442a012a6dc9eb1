"""A walk through the whole window in Korean: no text that a person can meet stays English."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, Qt
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
    QTabBar,
    QWidget,
)

from playground.app import application
from playground.main_window.actions import WORKSPACES
from playground.training.commands import StepEpoch

HANGUL = re.compile("[가-힣]")
WORD = re.compile("[A-Za-z]{3,}")
NAMES = frozenset(
    "ReLU Leaky ELU Softplus GELU Swish Tanh Sigmoid Softmax SGD RMSProp Adam Xavier LeCun Nesterov "
    "English PCA RMSE MAE MiB max exp log sin cos tan tanh vec unvec digits sum mean relu sigmoid".split()
)
"""Proper names, units and functions: the same in every language."""
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
        for column in range(model.columnCount()):
            yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
            for row in range(min(model.rowCount(), ROWS)):
                yield str(model.index(row, column).data() or "")


def english(texts: set[str]) -> list[str]:
    """Return the texts with words that are no names, and without any Hangul."""
    return sorted(
        text
        for text in texts
        if not HANGUL.search(text) and not NAMES.issuperset(WORD.findall(MARKUP.sub(" ", text)))
    )


@pytest.mark.parametrize("preset", ["circles", "heart", "digits", "dead_relu"])
def test_every_workspace_speaks_korean(preset, make_window, korean, painted, qtbot):
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
