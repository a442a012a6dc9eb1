"""Parts of a lesson's form: the keys of a part below each other, with their labels, parts that may be missing, rows."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import Any

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QLineEdit, QMenu, QPlainTextEdit, QVBoxLayout, QWidget

from playground.lessons.format import (
    CELLS,
    CONDITIONS,
    DEED_LINES,
    GROUP,
    LINE,
    NAME,
    NAMES,
    NUMBER,
    OPTIONAL,
    PARTED,
    ROWS,
    TABLE,
    TEXTS,
    Part,
    conditions_text,
    line_text,
    parts_of,
    read_conditions,
    read_table,
    table_text,
    with_value,
)
from playground.lessons.lesson import Ask, Choice, Texts, Wrong
from playground.lessons.offers import Offer, deed_offers, setting_offers
from playground.messages import Message
from playground.views.controls.check_box import CheckBox
from playground.views.forms.text import translated
from playground.views.icons import icon
from playground.views.kit.appearance import pixels, scaled, scaled_font
from playground.views.kit.building import holding, in_column, in_row, named, tool_button
from playground.views.kit.fitting import BreakingRow
from playground.views.kit.prose import prose
from playground.views.lesson_editor.fields import (
    CellsField,
    Field,
    GrowingText,
    LineField,
    NameField,
    NamesField,
    NumberField,
    TextsField,
    menu_button,
)

LABEL_WIDTH = 92
EMPTY: Mapping[Any, Any] = MappingProxyType(
    {Ask: Ask("number"), Choice: Choice({}, ""), Wrong: Wrong("", {}), Texts: {}}
)
"""What a part begins with that is added."""


class LinesField(Field):
    """Several lines, each with a key or a formula."""

    BESIDE = False
    WRITTEN: Callable[[Any], str]
    READ: Callable[[str], Any]

    def fill(self) -> None:
        self.lines = GrowingText(type(self).WRITTEN(self.value), self.name, self.tip)
        self.lines.textChanged.connect(lambda: self.put(type(self).READ(self.lines.toPlainText())))
        self.setFocusProxy(self.lines)
        self.setLayout(self.arrange())

    def arrange(self) -> QLayout:
        """Return the lines with what stands around them."""
        return in_column(self.lines)


class ConditionsField(LinesField):
    """Formulas with what they must be."""

    WRITTEN, READ = staticmethod(conditions_text), staticmethod(read_conditions)


class TableField(LinesField):
    """Keys with values; a line that is chosen in a menu begins with a value that fits, and what fits is said below."""

    OFFERS: Callable[[], Sequence[Offer]]

    def arrange(self) -> QLayout:
        self.choose = menu_button(self.name, self.tip)
        self.menu = QMenu(self.choose)
        self.menu.aboutToShow.connect(self._list)
        self.choose.setMenu(self.menu)
        self.expected = prose("muted")
        self.expected.hide()
        self.lines.cursorPositionChanged.connect(self._say)
        return in_column(in_row((self.lines, 1), in_column(self.choose, None), gap=3), self.expected, gap=2)

    def take(self, offer: Offer, value: Any) -> None:
        """Let there be a line, with its value selected: what is typed takes its place."""
        lines = [line for line in self.lines.toPlainText().splitlines() if line.strip()]
        keys = [line.partition("=")[0].strip() for line in lines]
        place = keys.index(offer.key) if offer.key in keys else len(lines)
        lines[place : place + 1] = [line_text(offer.key, value)]
        self.lines.setPlainText("\n".join(lines))
        cursor = QTextCursor(self.lines.document().findBlockByNumber(place))
        cursor.movePosition(QTextCursor.MoveOperation.Right, n=len(offer.key) + len(" = "))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        self.lines.setTextCursor(cursor)
        self.lines.setFocus(Qt.FocusReason.OtherFocusReason)

    def _list(self) -> None:
        self.menu.clear()
        menus: dict[tuple[Message, ...], QMenu] = {(): self.menu}
        for offer in type(self).OFFERS():
            for depth in range(1, len(offer.menus) + 1):
                if offer.menus[:depth] not in menus:
                    inside = menus[offer.menus[: depth - 1]]
                    menus[offer.menus[:depth]] = inside.addMenu(translated(offer.menus[depth - 1]))
            menu, label = menus[offer.menus], translated(offer.label)
            if len(offer.values) == 1:
                menu.addAction(label).triggered.connect(partial(self._take, offer, offer.values[0]))
                continue
            inside = menu.addMenu(label)
            for value in offer.values:
                inside.addAction(line_text("", value)).triggered.connect(partial(self._take, offer, value))

    def _take(self, offer: Offer, value: Any, *_: object) -> None:
        self.take(offer, value)

    def _say(self) -> None:
        """Say what fits in the line where the cursor stands."""
        key = self.lines.textCursor().block().text().partition("=")[0].strip()
        offer = next((each for each in type(self).OFFERS() if each.key == key), None)
        self.expected.setVisible(offer is not None)
        if offer is not None:
            said = Message("{label}: {expected}", label=offer.label, expected=offer.expected)
            self.expected.setText(translated(said))


class SettingsField(TableField):
    """Settings of an experiment by their paths."""

    WRITTEN, READ = staticmethod(table_text), staticmethod(read_table)
    OFFERS = staticmethod(setting_offers)


class DeedsField(TableField):
    """What a step does."""

    WRITTEN, READ = staticmethod(partial(table_text, parted=PARTED)), staticmethod(partial(read_table, parted=PARTED))
    OFFERS = staticmethod(deed_offers)


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
        for part in self._parts():
            field = self.fields[part.key] = FIELDS[part.way](part, values[part.key])
            field.changed.connect(partial(self._take, part.key))
            self._column.addWidget(labelled(field))

    def _parts(self) -> tuple[Part, ...]:
        return parts_of(self.value, self.part.without)

    def _take(self, key: str, value: Any) -> None:
        before = self._parts()
        self.put(with_value(self.value, key, value))
        if self._parts() != before:
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
        self.box = named(CheckBox(self.name), self.name, self.tip)
        scaled_font(self.box, bold=True)
        self.box.setChecked(self.value is not None)
        self.box.toggled.connect(self._switch)
        self._column = in_column(in_row(self.box, None))
        self.setLayout(self._column)
        self.group: GroupField | None = None
        self._make()

    def _make(self) -> None:
        if self.value is not None:
            self.group = GroupField(self.part, self.value)
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
        field: Field = (TextsField if self.part.of is Texts else GroupField)(self.part, value)
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
        TABLE: SettingsField,
        DEED_LINES: DeedsField,
        CONDITIONS: ConditionsField,
        GROUP: GroupField,
        OPTIONAL: OptionalField,
        ROWS: RowsField,
    }
)
"""The field of every way of filling in a key."""


def labelled(field: Field) -> QWidget:
    """Return a field with its label: beside it where there is room, above, or as a heading, if not its own."""
    if isinstance(field, OptionalField):
        return holding(in_column(field))
    label = QLabel(field.name)
    label.setToolTip(field.tip)
    if isinstance(field, GroupField):
        scaled_font(label, bold=True)
    else:
        label.setProperty("role", "muted")
    if field.BESIDE:
        label.setWordWrap(True)
        scaled(label, QWidget.setFixedWidth, LABEL_WIDTH)
        return BreakingRow(label, field)
    return holding(in_column(label, field, gap=2))
