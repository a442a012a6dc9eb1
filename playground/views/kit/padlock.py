"""Controls that are locked for a while: grey, with the reason in the tooltip, and afterwards as they were."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


class Padlock:
    """Locks controls together; a view frees it before it dresses them anew, and closes it again."""

    def __init__(self) -> None:
        self._held: list[tuple[QWidget, bool, str, str]] = []

    def close(self, reason: str, *widgets: QWidget) -> None:
        """Lock some controls more, and all that stands in them; a part of a window of its own stays."""
        for widget in widgets:
            for part in (widget, *widget.findChildren(QWidget)):
                if part is widget or part.window() is widget.window():
                    enabled = not part.testAttribute(Qt.WidgetAttribute.WA_ForceDisabled)
                    self._held.append((part, enabled, part.toolTip(), part.accessibleDescription()))
                    part.setToolTip(reason)
                    part.setAccessibleDescription(reason)
            widget.setEnabled(False)

    def free(self) -> None:
        """Give all of them back as they were."""
        for part, enabled, tip, description in reversed(self._held):  # what stands in two was taken twice
            part.setToolTip(tip)
            part.setAccessibleDescription(description)
            part.setEnabled(enabled)
        self._held.clear()
