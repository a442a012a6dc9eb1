"""Who gets a key: the window's shortcuts, unless the control that has the focus needs the key itself."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QAbstractSpinBox, QApplication, QComboBox, QLineEdit

from playground.views.network_canvas import NetworkCanvas

TEXT = (QLineEdit, QAbstractSpinBox)
KEPT: Mapping[Qt.Key, tuple[type, ...]] = MappingProxyType(
    {
        Qt.Key.Key_Space: (QAbstractButton, *TEXT),
        Qt.Key.Key_Left: (QAbstractSlider, NetworkCanvas, *TEXT),
        Qt.Key.Key_Right: (QAbstractSlider, NetworkCanvas, *TEXT),
        Qt.Key.Key_R: TEXT,
        Qt.Key.Key_N: (QComboBox, *TEXT),
    }
)
"""Shortcut keys, and the kinds of control that keep them while they have the focus."""


class KeyboardCourtesy(QObject):
    """An event filter of the application that leaves such keys to the control."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Accept the key before the shortcuts see it, where the control keeps it."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            kinds = KEPT.get(Qt.Key(event.key()), ())
            if event.modifiers() in _PLAIN and isinstance(QApplication.focusWidget(), kinds) and kinds:
                event.accept()
                return True
        return False


_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier)
