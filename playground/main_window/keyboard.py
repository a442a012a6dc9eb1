"""Who gets a key: the window's shortcuts, unless the control that has the focus needs the key itself."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QWidget,
)

from playground.views.network.canvas import NetworkCanvas

TEXT = (QLineEdit, QAbstractSpinBox)
KEPT: Mapping[Qt.Key, tuple[type, ...]] = MappingProxyType(
    {
        Qt.Key.Key_Space: (QAbstractButton,),
        Qt.Key.Key_Left: (QAbstractSlider, NetworkCanvas, *TEXT),
        Qt.Key.Key_Right: (QAbstractSlider, NetworkCanvas, *TEXT),
        Qt.Key.Key_R: TEXT,
        Qt.Key.Key_P: (QComboBox, *TEXT),
        Qt.Key.Key_D: (QComboBox, *TEXT),
        Qt.Key.Key_N: (QComboBox, *TEXT),
    }
)
"""Shortcut keys, and the kinds of control that keep them while they have the focus."""

GIVEN: Mapping[Qt.Key, tuple[type, ...]] = MappingProxyType({Qt.Key.Key_Space: (QAbstractSpinBox,)})
"""Keys that would be typed into a control but mean nothing there: no number has a space in it."""


class KeyboardCourtesy(QObject):
    """Leaves such keys to the control that has the focus: an event filter that moves along with the focus.

    (A filter on the whole application would be asked about every event of every widget, thirty times a second.)
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    @Slot(QWidget, QWidget)
    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
        if new is not None:
            new.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say whose key it is before the control and the shortcuts do."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            plain = event.modifiers() in _PLAIN
            if plain and isinstance(watched, KEPT.get(key, ())):
                event.accept()
                return True
            if plain and isinstance(watched, GIVEN.get(key, ())):
                event.ignore()
                return True
        return False


_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier)
