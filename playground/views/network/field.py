"""A field for one weight or bias: a number typed over, or refused with a reason."""

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from playground.views.kit.appearance import tabular
from playground.views.panel_style import set_property

_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", re.ASCII | re.IGNORECASE)
_STEP, _SMALL_STEP = 0.1, 0.01


class ParameterField(QLineEdit):
    """A field for one number.

    Signals
    -------
    committed()
        Enter: what is typed here and beside is to be taken.
    entered()
        It has the focus now.
    refused(reason)
        Why what was typed cannot be used; empty when that is over.
    """

    committed = Signal()
    refused = Signal(str)
    entered = Signal()

    def __init__(self, name: str, largest: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._largest = largest
        self._value = 0.0
        self.setAccessibleName(name)
        self.setToolTip(self.tr("Type a number; Enter sets all that were typed, Esc none, the arrow keys step by 0.1."))
        self.setMaxLength(40)
        self.setFont(tabular(self.font()))
        self.textEdited.connect(self._forgive)

    def set_value(self, value: float) -> None:
        """Show the number in force, unless a person is typing."""
        if value != self._value or not self.text():
            self._value = value
            if not (self.hasFocus() or self.isModified()):
                self._show(value)

    def start(self, value: float) -> None:
        """Show a number and select it, ready to be typed over."""
        self._value = value
        self._show(value)
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        self.selectAll()

    def problem(self, text: str) -> str:
        """Return why a text is no number for this parameter; empty if it is one."""
        text = text.strip().replace("−", "-")
        if not _NUMBER.fullmatch(text):
            return self.tr("Not a number: type one such as 0.5, -2 or 1e-3.")
        if abs(float(text)) > self._largest:
            return self.tr("Too large: {largest:.2g} at most.").format(largest=self._largest)
        return ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Commit with Enter, step with the arrow keys; everything else is typing."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.committed.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._step((1 if key == Qt.Key.Key_Up else -1) * (_SMALL_STEP if fine else _STEP))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say so."""
        super().focusInEvent(event)
        self.entered.emit()

    def _show(self, value: float) -> None:
        self.setText(f"{value:.6g}")
        self.setModified(False)
        self._mark("")

    def _step(self, step: float) -> None:
        if not self.problem(self.text()):
            self.setText(f"{float(self.text().replace('−', '-')) + step:.6g}")
            self.setModified(True)

    @property
    def is_typed(self) -> bool:
        """Whether a person has changed the text since it was last shown or taken."""
        return self.isModified()

    def check(self) -> bool:
        """Return whether the text is an allowed number; where it is not, say why."""
        reason = self.problem(self.text())
        if reason or self.property("problem"):
            self._mark(reason)
        return not reason

    def take(self) -> float:
        """Return the number typed: from now on it is the one in force."""
        self._value = float(self.text().strip().replace("−", "-"))
        self.setModified(False)
        self.selectAll()
        return self._value

    def _forgive(self) -> None:
        if self.property("problem"):
            self._mark("")

    def _mark(self, reason: str) -> None:
        if not reason and not self.property("problem"):
            return
        set_property(self, "problem", bool(reason))
        self.setAccessibleDescription(reason)
        self.refused.emit(reason)
