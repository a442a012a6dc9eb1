"""Which keys a widget keeps for itself although they are shortcuts of the window."""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt

SIDEWAYS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right})
"""The arrow keys that step the training, unless whatever has the focus moves by them."""


@runtime_checkable
class KeepsKeys(Protocol):
    """A widget to which shortcut keys of the window mean something of its own while it has the focus."""

    kept_keys: frozenset[Qt.Key]
