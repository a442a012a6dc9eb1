"""A box for one exact number: any text may be typed, only an allowed number comes into force."""

import math
import re

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QValidator
from PySide6.QtWidgets import QAbstractSpinBox, QWidget

from playground.files import Field
from playground.messages.numbers import typed
from playground.views.controls.calm import NumberBox
from playground.views.controls.scale import Number, scale_of
from playground.views.forms.text import translated
from playground.views.panel_style import set_property

NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?")
MAX_LENGTH = 32
FEWEST_DIGITS, MOST_DIGITS = 6, 10
FRAME_WIDTH = 38
"""Arrows, borders and paddings."""


class ExactBox(NumberBox):
    """A spin box for a field's number.

    Enter or leaving the box commits what is typed, Up and Down step, Escape brings back the value in force. Text that
    is no allowed number stays to be corrected, outlined in red, as long as the box has the focus.

    Signals
    -------
    committed(value)
        Another allowed number was typed or stepped to.
    problem_changed(reason)
        Why the text cannot be used; empty when that is over.
    given_up(reason)
        A refused text was left behind: the value in force is back, and this is why.
    """

    committed = Signal(object)
    problem_changed = Signal(str)
    given_up = Signal(str)

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: Number = field.default
        self._reason = ""
        self.set_field(field)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # not by the wheel
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.lineEdit().setMaxLength(MAX_LENGTH)
        self.lineEdit().textEdited.connect(self._forget_problem)
        self.editingFinished.connect(self._commit_text)
        self._show_value()

    @property
    def value(self) -> Number:
        return self._value

    def set_field(self, field: Field) -> None:
        self._field = field
        self._scale = scale_of(field)
        self.updateGeometry()

    def set_value(self, value: Number) -> None:
        """Show another value in force, without a signal; text that was just refused stays while the value does."""
        if value == self._value and self._reason:
            return
        self._value = value
        self._show_value()

    def forget_problem(self) -> None:
        if self._reason:
            self._show_value()

    def is_editing(self) -> bool:
        """Whether something is typed that is not committed yet."""
        return self.hasFocus() and self.text() != self._word(self._value)

    def mark_problem(self, marked: bool) -> None:
        set_property(self, "problem", marked)

    # What Qt asks a spin box

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Let everything be typed: a refusal explains itself, a dead key does not."""
        return (QValidator.State.Acceptable, text, position)

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        enabled = QAbstractSpinBox.StepEnabledFlag.StepNone
        if self._value < self._scale.maximum:
            enabled |= QAbstractSpinBox.StepEnabledFlag.StepUpEnabled
        if self._value > self._scale.minimum:
            enabled |= QAbstractSpinBox.StepEnabledFlag.StepDownEnabled
        return enabled

    def stepBy(self, steps: int) -> None:
        """Go up or down from what is typed, or from the value in force if that is no number."""
        typed = self._read(self.text())
        start = self._value if isinstance(typed, str) else typed
        self._take(self._scale.step(start, steps))
        if self.hasFocus():
            self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape bring back the value in force; Enter is done here and means nothing to what is around."""
        if event.key() == Qt.Key.Key_Escape and (self.text() != self._word(self._value) or self._reason):
            self._show_value()
            self.selectAll()
            event.accept()
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit, or give up what was refused; a menu that opens is no farewell."""
        super().focusOutEvent(event)
        if event.reason() == Qt.FocusReason.PopupFocusReason:
            return
        self.lineEdit().deselect()
        reason = self._reason
        if reason:
            self._show_value()
            self.given_up.emit(reason)

    def sizeHint(self) -> QSize:
        """Return room for the longest number that is usual here, so that the width never changes with the value."""
        self.ensurePolished()
        digits = min(max(len(typed(self._scale.maximum)), FEWEST_DIGITS), MOST_DIGITS)
        metrics = self.fontMetrics()
        widest = max(metrics.horizontalAdvance("0" * digits), metrics.horizontalAdvance(translated(self._field.off)))
        return QSize(widest + FRAME_WIDTH, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    # Text and value

    def _word(self, value: Number) -> str:
        return number_word(self._field, value)

    def _show_value(self) -> None:
        self.lineEdit().setText(self._word(self._value))
        self._forget_problem()

    def _forget_problem(self) -> None:
        self._set_reason("")

    def _set_reason(self, reason: str) -> None:
        if reason == self._reason:
            return
        self._reason = reason
        self.problem_changed.emit(reason)

    def _commit_text(self) -> None:
        if self.text() == self._word(self._value):
            self._forget_problem()
            return
        typed = self._read(self.text())
        if isinstance(typed, str):
            self._set_reason(typed)
        else:
            self._take(typed)

    def _take(self, value: Number) -> None:
        changed = value != self._value
        self._value = value
        self._show_value()
        if changed:
            self.committed.emit(value)

    def _read(self, text: str) -> Number | str:
        """Return the number that a text means, or why it means none."""
        plain = text.strip().replace("−", "-")
        if self._field.off and plain.casefold() in (self._field.off, translated(self._field.off).casefold()):
            plain = typed(self._scale.minimum)
        kept = self._word(self._value)
        whole = self._field.kind == "integer"
        value = float(plain) if NUMBER.fullmatch(plain) else math.nan
        if math.isnan(value) or (whole and math.isfinite(value) and not value.is_integer()):
            noun = self.tr("Not a whole number; still {kept}.") if whole else self.tr("Not a number; still {kept}.")
            return noun.format(kept=kept)
        if not self._scale.minimum <= value <= self._scale.maximum:
            low, high = typed(self._scale.minimum), typed(self._scale.maximum)
            return self.tr("From {low} to {high}; still {kept}.").format(low=low, high=high, kept=kept)
        return int(value) if whole else value


def number_word(field: Field, value: Number) -> str:
    """Return how a field's number is written: the one that switches the whole thing off as its word."""
    return translated(field.off) if field.off and value == field.minimum else typed(value)
