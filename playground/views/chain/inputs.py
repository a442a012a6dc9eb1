"""A row for every input: a field for any value, and a slider for numbers."""

import math
from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from playground.expressions import ExpressionError, read_value
from playground.expressions.graph import Array
from playground.messages import Message
from playground.views.chain.gates import value_text
from playground.views.controls.calm import Slider
from playground.views.forms.text import translated
from playground.views.kit.appearance import pixels, restyled, scaled, tabular
from playground.views.kit.building import in_row, spaced
from playground.views.panel_style import set_property

MOST_ROWS = 120
SPAN = 5.0
"""A slider goes from −5 to 5, or as far as twice its value."""
LARGEST_SPAN = 1e15
STOPS = 1000
LONGEST_TEXT = 10_000
"""No longer text can be read back: a larger array is described, until another is typed."""
NAME_WIDTH = 62
FIELD_WIDTH, WIDEST = 80, 4000
_NONE_TYPED: Mapping[str, str] = MappingProxyType({})


class InputRow(QWidget):
    """One input.

    Signals
    -------
    changed(name, value, text)
        A person gave it another value, and how it was typed.
    problem_changed(reason)
        What was typed is no value, and why; empty when that is over.
    """

    changed = Signal(str, object, str)
    problem_changed = Signal(object)

    def __init__(self, name: str, value: Array, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._value, self._text = value, text
        self._span = SPAN
        self._label = QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setToolTip(name)
        self.field = QLineEdit(self)
        self.field.setFont(tabular(self.field.font()))
        self.field.setMaxLength(LONGEST_TEXT)
        self.field.setAccessibleName(name)
        self.slider = Slider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(-STOPS // 2, STOPS // 2)
        self.slider.setPageStep(STOPS // 20)
        self.slider.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        scaled(self.slider, Slider.setMinimumWidth, 32)
        self.slider.setAccessibleName(name)
        self.slider.number_at = self._number_at
        self.setLayout(in_row(self._label, self.field, (self.slider, 1), gap=6))
        self.field.textEdited.connect(self._take_text)
        self.field.editingFinished.connect(self._tidy)
        self.slider.valueChanged.connect(self._take_position)
        self.translate()
        self.set_value(value, text)

    @property
    def name_width(self) -> int:
        return self.fontMetrics().horizontalAdvance(self._name) + 2

    def set_name_width(self, width: int) -> None:
        """Give the name so much room; a longer one is shortened."""
        self._label.setFixedWidth(width)
        self._label.setText(self.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideMiddle, width))

    @property
    def value(self) -> Array:
        return self._value

    def set_value(self, value: Array, text: str = "") -> None:
        """Show another value in force, without a signal: as it was typed, if it was."""
        text = text or value_text(value)
        self._value, self._text = value, text
        is_long = len(text) > LONGEST_TEXT
        self.field.setPlaceholderText("×".join(map(str, value.shape)) if is_long else "")
        self.field.setText("" if is_long else text)
        self.field.setCursorPosition(0)
        self._set_problem("")
        self._show_kind()

    def translate(self) -> None:
        """Speak the language of the window."""
        text = self.tr(
            "The value of {name}: a number such as −2 or pi/4, a vector [1, 2] or linspace(-1, 1, 5), or a matrix "
            "[[1, 2], [3, 4]]."
        )
        self.field.setToolTip(text.format(name=self._name))
        self.slider.setToolTip(self.tr("Drag to change {name}.").format(name=self._name))

    def _show_kind(self) -> None:
        is_number = self._value.ndim == 0
        self.slider.setVisible(is_number)
        scaled(self.field, QLineEdit.setMinimumWidth, FIELD_WIDTH)
        scaled(self.field, QLineEdit.setMaximumWidth, FIELD_WIDTH if is_number else WIDEST)
        if is_number:
            number = float(self._value)
            if abs(number) > self._span:
                self._span = nice(2 * min(abs(number), LARGEST_SPAN))
            with QSignalBlocker(self.slider):
                self.slider.setValue(round(min(max(number / self._span, -1.0), 1.0) * (STOPS // 2)))

    def _take_text(self, text: str) -> None:
        try:
            value = read_value(text)
        except ExpressionError as error:
            self._set_problem(Message("{name}: {problem}", name=self._name, problem=error.reason))
            return
        self._set_problem("")
        self._value, self._text = value, text
        self._show_kind()
        self.changed.emit(self._name, value, text)

    def _tidy(self) -> None:
        """Leaving the field brings back the value in force, if what is typed is none."""
        if self.field.property("problem"):
            self.set_value(self._value, self._text)

    def _number_at(self, position: int) -> float:
        distance = 2 * self._span / STOPS
        return round(position * distance, max(0, -math.floor(math.log10(distance))))

    def _take_position(self, position: int) -> None:
        self._value = np.array(self._number_at(position), np.float64)
        self._text = value_text(self._value)
        self.field.setText(self._text)
        self._set_problem("")
        self.changed.emit(self._name, self._value, self._text)

    def _set_problem(self, reason: str) -> None:
        had = bool(self.field.property("problem"))
        set_property(self.field, "problem", bool(reason))
        if reason or had:
            self.problem_changed.emit(reason)


class InputsPanel(QWidget):
    """All rows.

    Signals
    -------
    changed, problem_changed
        As `InputRow`.
    """

    changed = Signal(str, object, str)
    problem_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._rows: dict[str, InputRow] = {}
        super().__init__(parent)
        self._more = QLabel(self)
        set_property(self._more, "role", "muted")
        self._more.setWordWrap(True)
        self._more.hide()
        self._layout = QVBoxLayout(self)
        spaced(self._layout, gap=6, edges=0)
        self._layout.addWidget(self._more)
        self._layout.addStretch(1)
        self._hidden = 0

    @property
    def rows(self) -> Mapping[str, InputRow]:
        return self._rows

    def show_values(self, values: Mapping[str, Array], texts: Mapping[str, str] = _NONE_TYPED) -> None:
        """Show these inputs as they are typed; rows that are there already, and what is being typed in them, stay."""
        shown = list(values)[:MOST_ROWS]
        if list(self._rows) != shown:
            self._arrange(shown, values, texts)
        for name in shown:
            row = self._rows[name]
            if row.value is not values[name] and not np.array_equal(row.value, values[name]):
                row.set_value(values[name], texts.get(name, ""))
        self._align()
        self._hidden = len(values) - len(shown)
        self.translate()

    def translate(self) -> None:
        """Speak the language of the window."""
        text = Message("{count} more {count:input|inputs}: give values as lines, such as x = 2.", count=self._hidden)
        self._more.setText(translated(text))
        self._more.setVisible(self._hidden > 0)
        for row in self._rows.values():
            row.translate()

    def changeEvent(self, event: QEvent) -> None:
        """Give the names the room that they need in the size of now."""
        super().changeEvent(event)
        if restyled(event):
            self._align()

    def _align(self) -> None:
        width = min(max((row.name_width for row in self._rows.values()), default=0), pixels(NAME_WIDTH))
        for row in self._rows.values():
            row.set_name_width(width)

    def _arrange(self, names: list[str], values: Mapping[str, Array], texts: Mapping[str, str]) -> None:
        self.setUpdatesEnabled(False)
        old, self._rows = self._rows, {}
        for place, name in enumerate(names):
            row = old.pop(name, None)
            if row is None:
                row = InputRow(name, values[name], texts.get(name, ""), self)
                row.changed.connect(self.changed)
                row.problem_changed.connect(self.problem_changed)
            else:
                self._layout.removeWidget(row)
            self._layout.insertWidget(place, row)
            self._rows[name] = row
        for row in old.values():
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.setUpdatesEnabled(True)


def nice(number: float) -> float:
    """Return the next number of the kind 1, 2 or 5 times a power of ten."""
    power = 10.0 ** math.floor(math.log10(number))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= number * (1 - 1e-9))
