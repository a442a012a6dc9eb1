"""A text with links, reached with the keyboard too, in the colours of the theme of now."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QWidget


class LinkLabel(QLabel):
    """A label with links: Qt keeps their colour in the text, as it was when the text was set."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )

    def changeEvent(self, event: QEvent) -> None:
        """Set the text anew in other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and (text := self.text()):
            self.setText("")
            self.setText(text)
