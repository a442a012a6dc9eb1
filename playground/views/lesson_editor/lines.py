"""Lines of a lesson's form, each with a key or a formula: typed, or chosen from what the program knows."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLayout, QMenu

from playground.lessons.format import (
    PARTED,
    conditions_text,
    line_text,
    read_conditions,
    read_table,
    table_text,
)
from playground.lessons.offers import Offer, deed_offers, setting_offers
from playground.messages import Message
from playground.views.forms.text import translated
from playground.views.kit.building import in_column, in_row, prose
from playground.views.lesson_editor.fields import Field, menu_button
from playground.views.lesson_editor.growing_text import GrowingText


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
