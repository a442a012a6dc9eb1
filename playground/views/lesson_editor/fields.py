"""How single keys of a lesson's file are filled in: texts, lines, numbers, names."""

from functools import partial
from math import ceil
from typing import Any

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QSizePolicy,
    QSpinBox,
    QToolButton,
    QWidget,
)

from playground.lessons.format import (
    Part,
    names_text,
    read_names,
)
from playground.messages import LANGUAGES
from playground.views.forms.text import translated
from playground.views.kit.building import in_column, in_row, named

LARGEST = 1_000_000
MOST_LINES = 7
"""A text grows to so many lines, then it scrolls."""


class GrowingText(QPlainTextEdit):
    """A text of a few lines, as tall as it is long; Tab leaves it."""

    def __init__(self, text: str, name: str, tip: str) -> None:
        super().__init__(text)
        named(self, name, tip)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("role", "field")
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._fit())

    def sizeHint(self) -> QSize:
        edges = self.contentsMargins().top() + self.contentsMargins().bottom() + 2 * self.document().documentMargin()
        return QSize(super().sizeHint().width(), ceil(self._lines * self.fontMetrics().lineSpacing() + edges) + 2)

    @property
    def _lines(self) -> int:
        return min(max(1, round(self.document().size().height())), MOST_LINES)

    def _fit(self) -> None:
        bar = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(bar.ScrollBarAsNeeded if self._lines == MOST_LINES else bar.ScrollBarAlwaysOff)
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class Field(QWidget):
    """Fills in one key."""

    changed = Signal(object)
    BESIDE = True
    """Whether the label stands at the left, and not above."""

    def __init__(self, part: Part, value: Any) -> None:
        super().__init__()
        self.part, self.value = part, value
        self.name, self.tip = translated(part.label), translated(part.tip)
        self.fill()

    def fill(self) -> None:
        """Make the controls, with the value in them."""

    def put(self, value: Any) -> None:
        """Take in what a person has filled in."""
        if value != self.value:
            self.value = value
            self.changed.emit(value)


class TextsField(Field):
    """A text in every language."""

    BESIDE = False

    def fill(self) -> None:
        self.lines: dict[str, GrowingText] = {}
        column = in_column(gap=3)
        for code, language in LANGUAGES.items():
            line = GrowingText(self.value.get(code, ""), f"{self.name}, {language}", self.tip)
            line.setPlaceholderText(language)
            line.textChanged.connect(partial(self._take, code))
            self.lines[code] = line
            column.addWidget(line)
        self.setLayout(column)

    def _take(self, code: str) -> None:
        texts = {**self.value, code: self.lines[code].toPlainText()}
        self.put({code: text for code, text in texts.items() if text})


class LineField(Field):
    """A line of text."""

    def fill(self) -> None:
        self.line = named(QLineEdit(self.written(self.value)), self.name, self.tip)
        self.line.setCursorPosition(0)  # of a long one the beginning is seen
        self.line.textChanged.connect(lambda text: self.put(self.read(text)))
        self.setLayout(in_row((self.line, 1), gap=3))
        self.setFocusProxy(self.line)

    def written(self, value: Any) -> str:
        return str(value)

    def read(self, text: str) -> Any:
        return text.strip()


class CellsField(LineField):
    """Cells of the window, with ``;`` between them."""

    def written(self, value: Any) -> str:
        return names_text(value)

    def read(self, text: str) -> Any:
        return read_names(text)


class NamesField(CellsField):
    """Names that are ticked in a list, or typed."""

    def fill(self) -> None:
        super().fill()
        self.choose = menu_button(self.name, self.tip)
        self.menu = QMenu(self.choose)
        self.menu.aboutToShow.connect(self._list)
        self.choose.setMenu(self.menu)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self.choose)

    def _list(self) -> None:
        self.menu.clear()
        for name in self.part.allowed():
            action = self.menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(name in self.value)
            action.triggered.connect(partial(self._tick, name))

    def _tick(self, name: str, on: bool) -> None:
        names = (*self.value, name) if on else tuple(other for other in self.value if other != name)
        self.line.setText(names_text(names))


class NumberField(Field):
    """A whole number."""

    def fill(self) -> None:
        self.box = named(QSpinBox(), self.name, self.tip)
        self.box.setRange(0, LARGEST)
        self.box.setValue(self.value)
        self.box.valueChanged.connect(self.put)
        self.setLayout(in_row(self.box, None))
        self.setFocusProxy(self.box)


class NameField(Field):
    """One of several names."""

    def fill(self) -> None:
        self.box = named(QComboBox(), self.name, self.tip)
        names = self.part.allowed()
        for name in ("", *names, *({self.value} - {"", *names})):
            self.box.addItem(translated(self.part.labels.get(name, name)) or "–", name)
        self.box.setCurrentIndex(self.box.findData(self.value))
        self.box.currentIndexChanged.connect(lambda index: self.put(self.box.itemData(index)))
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.box.setMinimumContentsLength(8)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setLayout(in_row((self.box, 1)))
        self.setFocusProxy(self.box)


def menu_button(name: str, tip: str) -> QToolButton:
    """Return the button beside a field in which something of a menu can be chosen."""
    button = QToolButton()
    button.setText("+")
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return named(button, QCoreApplication.translate("LessonEditor", "Choose: {name}").format(name=name), tip)
