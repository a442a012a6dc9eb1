"""How the keys of a lesson's file are filled in: one field for each way that the table of the format names."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from math import ceil
from types import MappingProxyType
from typing import Any

import msgspec
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QSizePolicy,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from playground.lessons.format import (
    CELLS,
    CONDITIONS,
    GROUP,
    LINE,
    NAME,
    NAMES,
    NUMBER,
    OPTIONAL,
    ROWS,
    TABLE,
    TEXTS,
    Part,
    conditions_text,
    names_text,
    parts_of,
    read_conditions,
    read_names,
    read_table,
    table_text,
)
from playground.lessons.lesson import Ask, Choice, Texts, Wrong
from playground.messages import LANGUAGES
from playground.views.forms.text import translated
from playground.views.icons import icon
from playground.views.kit.appearance import pixels, scaled, scaled_font
from playground.views.kit.building import in_column, in_row, named, tool_button

LABEL_WIDTH = 92
MOST_LINES = 7
"""A text grows to so many lines, then it scrolls."""
LARGEST = 1_000_000
Known = Mapping[str, Sequence[str]]
"""Names that only the window knows, by the keys that they may stand at."""
EMPTY: Mapping[Any, Any] = MappingProxyType(
    {Ask: Ask("number"), Choice: Choice({}, ""), Wrong: Wrong("", {}), Texts: {}}
)
"""What a part begins with that is added."""


class Field(QWidget):
    """Fills in one key."""

    changed = Signal(object)
    BESIDE = True
    """Whether the label stands at the left, and not above."""

    def __init__(self, part: Part, value: Any, known: Known) -> None:
        super().__init__()
        self.part, self.value, self.known = part, value, known
        self.name, self.tip = translated(part.label), translated(part.tip)
        self.fill()

    def fill(self) -> None:
        """Make the controls, with the value in them."""

    def put(self, value: Any) -> None:
        """Take in what a person has filled in."""
        if value != self.value:
            self.value = value
            self.changed.emit(value)


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
        self.choose = QToolButton()
        self.choose.setText("+")
        self.choose.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        named(self.choose, self.tr("Choose: {name}").format(name=self.name), self.tip)
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
        names = [*self.known.get(self.part.key, self.part.allowed())]
        for name in ("", *names, *({self.value} - {"", *names})):
            self.box.addItem(name or "–", name)
        self.box.setCurrentIndex(self.box.findData(self.value))
        self.box.currentIndexChanged.connect(lambda index: self.put(self.box.itemData(index)))
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.box.setMinimumContentsLength(8)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setLayout(in_row((self.box, 1)))
        self.setFocusProxy(self.box)


class LinesField(Field):
    """Several lines, each with a key or a formula."""

    BESIDE = False
    WRITTEN: Callable[[Any], str]
    READ: Callable[[str], Any]

    def fill(self) -> None:
        self.lines = GrowingText(type(self).WRITTEN(self.value), self.name, self.tip)
        self.lines.textChanged.connect(lambda: self.put(type(self).READ(self.lines.toPlainText())))
        self.setLayout(in_column(self.lines))
        self.setFocusProxy(self.lines)


class TableField(LinesField):
    """Keys with values."""

    WRITTEN, READ = staticmethod(table_text), staticmethod(read_table)


class ConditionsField(LinesField):
    """Formulas with what they must be."""

    WRITTEN, READ = staticmethod(conditions_text), staticmethod(read_conditions)


class GroupField(Field):
    """The keys of a part of a lesson, one below the other; those that a question's kind has not are away."""

    BESIDE = False
    indent = 0

    def fill(self) -> None:
        self.fields: dict[str, Field] = {}
        self._column = QVBoxLayout()
        self._column.setContentsMargins(pixels(self.indent), 0, 0, 0)
        self._column.setSpacing(6)
        self.setLayout(self._column)
        self._make()

    def _make(self) -> None:
        values = msgspec.structs.asdict(self.value)
        for part in parts_of(self.value):
            field = self.fields[part.key] = FIELDS[part.way](part, values[part.key], self.known)
            field.changed.connect(partial(self._take, part.key))
            self._column.addWidget(labelled(field))

    def _take(self, key: str, value: Any) -> None:
        before = parts_of(self.value)
        self.put(msgspec.structs.replace(self.value, **{key: value}))
        if parts_of(self.value) != before:
            while (item := self._column.takeAt(0)) is not None:
                if (widget := item.widget()) is not None:
                    widget.hide()
                    widget.deleteLater()
            self.fields.clear()
            self._make()
            self.fields[key].setFocus(Qt.FocusReason.OtherFocusReason)


class OptionalField(Field):
    """A part that a step may have, or not."""

    BESIDE = False

    def fill(self) -> None:
        self.box = named(QCheckBox(self.name), self.name, self.tip)
        scaled_font(self.box, bold=True)
        self.box.setChecked(self.value is not None)
        self.box.toggled.connect(self._switch)
        self._column = in_column(in_row(self.box, None))
        self.setLayout(self._column)
        self.group: GroupField | None = None
        self._make()

    def _make(self) -> None:
        if self.value is not None:
            self.group = GroupField(self.part, self.value, self.known)
            self.group.changed.connect(self.put)
            self._column.addWidget(self.group)

    def _switch(self, on: bool) -> None:
        if self.group is not None:
            self.group.hide()
            self.group.deleteLater()
            self.group = None
        self.put(EMPTY[self.part.of] if on else None)
        self._make()


class RowsField(Field):
    """Parts of which there are several: added below, removed each by its button."""

    BESIDE = False

    def fill(self) -> None:
        self.add = named(tool_button(f"+ {self.name}", ""), self.tr("Add: {name}").format(name=self.name), self.tip)
        self.add.clicked.connect(self._add)
        self._rows = in_column(gap=4)
        self.setLayout(in_column(self._rows, in_row(self.add, None)))
        self.fields: list[Field] = []
        for value in self.value:
            self._make(value)

    def _make(self, value: Any) -> None:
        field: Field = (TextsField if self.part.of is Texts else GroupField)(self.part, value, self.known)
        remove = named(tool_button("", ""), self.tr("Remove: {name}").format(name=self.name))
        remove.setIcon(icon("remove"))
        row = QFrame()
        row.setProperty("role", "group")
        row.setLayout(in_row((field, 1), in_column(remove, None), gap=3, edges=(0, 0, 0, 6)))
        field.changed.connect(lambda _: self._tell())
        remove.clicked.connect(lambda: self._remove(field, row))
        self.fields.append(field)
        self._rows.addWidget(row)

    def _add(self) -> None:
        self._make(EMPTY[self.part.of])
        self._tell()
        first = self.fields[-1].findChild(QPlainTextEdit) or self.fields[-1].findChild(QLineEdit)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, field: Field, row: QWidget) -> None:
        self.fields.remove(field)
        row.hide()
        row.deleteLater()
        self._tell()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self) -> None:
        self.put(tuple(field.value for field in self.fields))


FIELDS: Mapping[str, type[Field]] = MappingProxyType(
    {
        TEXTS: TextsField,
        LINE: LineField,
        NUMBER: NumberField,
        NAME: NameField,
        NAMES: NamesField,
        CELLS: CellsField,
        TABLE: TableField,
        CONDITIONS: ConditionsField,
        GROUP: GroupField,
        OPTIONAL: OptionalField,
        ROWS: RowsField,
    }
)
"""The field of every way of filling in a key."""


def labelled(field: Field) -> QWidget:
    """Return a field with its label: at the left, above, or as the heading of a group; an optional one has its own."""
    place = QWidget()
    if isinstance(field, OptionalField):
        place.setLayout(in_column(field))
        return place
    label = QLabel(field.name)
    label.setToolTip(field.tip)
    if isinstance(field, GroupField):
        scaled_font(label, bold=True)
    else:
        label.setProperty("role", "muted")
    if field.BESIDE:
        label.setWordWrap(True)
        scaled(label, QWidget.setFixedWidth, LABEL_WIDTH)
        place.setLayout(in_row(label, (field, 1), gap=6))
    else:
        place.setLayout(in_column(label, field, gap=2))
    return place
