"""Where an answer is given: one widget for each kind of question."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QMarginsF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from playground.lessons.lesson import Ask
from playground.lessons.questions import QUESTIONS
from playground.messages import LocalText
from playground.views.forms.text import translated
from playground.views.kit.building import in_column, in_row, named, push_button
from playground.views.kit.painting import painting
from playground.views.kit.prose import Prose
from playground.views.lessons.progress import answer_text

DOT = 0.22
"""The radius of the dot of a chosen one, as a share of the side."""


class RadioButton(QRadioButton):
    """A radio button in the palette's colours: a clear ring, filled with the accent where it is chosen."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw text and icon as the style does, and the ring over its own."""
        super().paintEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        place = self.style().subElementRect(QStyle.SubElement.SE_RadioButtonIndicator, option, self)
        enabled, chosen = self.isEnabled(), self.isChecked()
        palette, role = self.palette(), QPalette.ColorRole
        accent = palette.color(role.Highlight if enabled else role.Mid)
        edge = accent if chosen else palette.color(role.Dark if enabled else role.Mid)
        with painting(self) as painter:
            painter.fillRect(place.adjusted(-1, -1, 1, 1), palette.color(role.Window))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ring = QRectF(place).marginsRemoved(QMarginsF(1, 1, 1, 1))
            painter.setPen(QPen(edge, 1.5))
            painter.setBrush(accent if chosen else palette.color(role.Base))
            painter.drawEllipse(ring)
            if self.hasFocus():
                painter.setPen(QPen(palette.color(role.Text) if chosen else accent, 2))
                painter.drawEllipse(ring)
            if chosen:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(palette.color(role.HighlightedText))
                painter.drawEllipse(ring.center(), DOT * ring.width(), DOT * ring.height())


LONGEST = 60
"""Characters of a typed answer."""


class AnswerField(QWidget):
    """Takes an answer.

    Signals
    -------
    given(value)
        An answer, as `playground.lessons.questions.judge` takes it.
    """

    given = Signal(object)
    changed = Signal()

    def __init__(self, ask: Ask, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ask = ask

    @property
    def stops(self) -> list[QWidget]:
        """The widgets that Tab stops at, in this order."""
        children = self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return [child for child in children if child.focusPolicy() & Qt.FocusPolicy.TabFocus]

    def take(self, value: Any) -> None:
        """Take what was clicked elsewhere in the window, if it can be an answer."""

    def show_given(self, value: Any) -> None:
        """Show an answer that was given or revealed before, as `QUESTIONS` reads it."""


class MarkedAnswer(AnswerField):
    """An answer without typing: Enter judges it wherever the keys are, as the button does."""

    button: QPushButton

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Judge what is marked; the rows and radio buttons leave Enter to this."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.button.click()
        else:
            super().keyPressEvent(event)


class TypedAnswer(AnswerField):
    """A line to type into: numbers, shapes, and cells, which can be clicked instead."""

    def __init__(self, ask: Ask, parent: QWidget | None = None) -> None:
        super().__init__(ask, parent)
        expected = translated(QUESTIONS[ask.kind].expects)
        self.line = named(QLineEdit(), self.tr("Your answer: {expected}").format(expected=expected))
        self.line.setMaxLength(LONGEST)
        self.line.setPlaceholderText(expected)
        self.button = push_button(self.tr("Check"), self.tr("Judge the answer (Enter)"))
        self.line.returnPressed.connect(self._give)
        self.line.textEdited.connect(lambda _: self.changed.emit())
        self.button.clicked.connect(self._give)
        self.setLayout(in_row((self.line, 1), self.button))
        self.setFocusProxy(self.line)

    def take(self, value: Any) -> None:
        self.line.setText(str(value))
        self.changed.emit()

    def show_given(self, value: Any) -> None:
        self.line.setText(answer_text(self.ask, value))

    def _give(self) -> None:
        if self.line.text().strip():
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
            self.line.selectAll()  # the next try takes its place
            self.given.emit(self.line.text())


class ChoiceText(Prose):
    """The text of a choice, in as many lines as it takes, which a radio button's own cannot be: a click chooses it."""

    def __init__(self, text: str, button: RadioButton) -> None:
        super().__init__(text)
        self._button = button

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self._button.setFocus(Qt.FocusReason.MouseFocusReason)
        self._button.click()


class ChosenAnswer(MarkedAnswer):
    """One of several, chosen by a click or with the arrow keys, judged with Enter or the button."""

    def __init__(self, ask: Ask, parent: QWidget | None = None, *, beside: bool = False) -> None:
        super().__init__(ask, parent)
        rows = [(number, translated(LocalText(choice.text))) for number, choice in enumerate(ask.choices, start=1)]
        self._values: list[Any] = [number for number, _ in rows] or ["+", "-", "0"]
        texts = [text for _, text in rows] or [self.tr("+ positive"), self.tr("− negative"), self.tr("0 zero")]
        self.group = QButtonGroup(self)
        self.buttons = [named(RadioButton("" if rows else text), text) for text in texts]
        for index, button in enumerate(self.buttons):
            self.group.addButton(button, index)
        self.button = push_button(self.tr("Check"), self.tr("Judge the answer"))
        self.button.setEnabled(False)
        self.button.setAutoDefault(True)
        self.group.idClicked.connect(self._chosen)
        self.button.clicked.connect(self._give)
        self.texts = [ChoiceText(text, button) for text, button in zip(texts, self.buttons, strict=True) if rows]
        lines = (
            [in_row(button, (text, 1)) for button, text in zip(self.buttons, self.texts, strict=True)] if rows else ()
        )
        self.setLayout(
            in_row(*self.buttons, self.button, None)
            if beside
            else in_column(*(lines or self.buttons), in_row(None, self.button))
        )
        self.setFocusProxy(self.buttons[0])

    def take(self, value: Any) -> None:
        if value in self._values:
            self.buttons[self._values.index(value)].click()

    def show_given(self, value: Any) -> None:
        if value in self._values:
            self.buttons[self._values.index(value)].setChecked(True)

    def _chosen(self) -> None:
        self.button.setEnabled(True)
        self.changed.emit()

    def _give(self) -> None:
        self.given.emit(self._values[self.group.checkedId()])


class WholeList(QListWidget):
    """A list as tall as its rows, however many lines they take at its width."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.doItemsLayout()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        first, last = (self.visualItemRect(self.item(row)) for row in (0, self.count() - 1))
        edges = self.height() - self.viewport().height()
        return QSize(super().sizeHint().width(), last.bottom() + 1 - first.top() + edges)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())


class OrderedAnswer(MarkedAnswer):
    """Rows to be put in order: dragged, or moved with the buttons."""

    def __init__(self, ask: Ask, parent: QWidget | None = None) -> None:
        super().__init__(ask, parent)
        self.rows = named(WholeList(), self.tr("The rows to be put in order"))
        self.rows.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.rows.setWordWrap(True)
        self.show_given(range(1, len(ask.choices) + 1))
        self.up = push_button(self.tr("Up"), self.tr("Move the chosen row up"))
        self.down = push_button(self.tr("Down"), self.tr("Move the chosen row down"))
        self.button = push_button(self.tr("Check"), self.tr("Judge the order"))
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.button.clicked.connect(lambda: self.given.emit(self.order))
        self.setLayout(in_column(self.rows, in_row(self.up, self.down, None, self.button)))
        self.rows.setSizeAdjustPolicy(QAbstractItemView.SizeAdjustPolicy.AdjustToContents)
        self.rows.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.rows.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for button in (self.up, self.down, self.button):
            button.setAutoDefault(True)
        self.setFocusProxy(self.rows)

    def show_given(self, value: Any) -> None:
        self.rows.clear()
        for number in value:
            item = QListWidgetItem(translated(LocalText(self.ask.choices[number - 1].text)))
            item.setData(Qt.ItemDataRole.UserRole, number)
            self.rows.addItem(item)
        self.rows.setCurrentRow(0)

    @property
    def order(self) -> list[int]:
        """The numbers of the rows as they stand."""
        return [int(self.rows.item(row).data(Qt.ItemDataRole.UserRole)) for row in range(self.rows.count())]

    def _move(self, by: int) -> None:
        row = self.rows.currentRow()
        if 0 <= row + by < self.rows.count():
            self.rows.insertItem(row + by, self.rows.takeItem(row))
            self.rows.setCurrentRow(row + by)
            self.changed.emit()


FIELDS: Mapping[str, type[AnswerField]] = MappingProxyType(
    {
        "number": TypedAnswer,
        "shape": TypedAnswer,
        "cell": TypedAnswer,
        "sign": ChosenAnswer,
        "choice": ChosenAnswer,
        "order": OrderedAnswer,
    }
)
"""The field of every kind of question."""
