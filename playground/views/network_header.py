"""What stands above one layer of the diagram: its name, and its controls or, where there is no room, a button for them."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QLabel, QToolButton, QVBoxLayout, QWidget

TITLE_HEIGHT = 22
ROW_HEIGHT = 24
BODY_WIDTH = 104
ARROW = "▾"


class ColumnHeader(QWidget):
    """The head of a column.

    Parameters
    ----------
    body
        The layer's controls: stand below the title, or in a popup.
    always_compact
        Whether the controls are in the popup however much room there is.
    parent
        The widget it stands in.
    """

    def __init__(self, body: QWidget, *, always_compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = body
        self._always_compact = always_compact
        self.title = QLabel(self)
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.title.setFixedHeight(TITLE_HEIGHT)
        self.button = QToolButton(self)
        self.button.setFixedHeight(ROW_HEIGHT)
        self.button.setProperty("role", "layer")
        self.button.clicked.connect(self.open_popup)
        self.popup = QFrame(self, Qt.WindowType.Popup)
        self.popup.setProperty("role", "popup")
        self.popup.setFrameShape(QFrame.Shape.StyledPanel)
        self._popup_layout = QVBoxLayout(self.popup)
        self._popup_layout.setContentsMargins(10, 10, 10, 10)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)
        self._layout.addWidget(self.title)
        self._layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._layout.addStretch()
        self.compact = True
        self._popup_layout.addWidget(body)

    def set_compact(self, compact: bool) -> None:
        """Put the controls into the popup, or below the title."""
        compact = compact or self._always_compact
        if compact == self.compact:
            return
        self.compact = compact
        self.popup.hide()
        self.button.setVisible(compact)
        if compact:
            self._popup_layout.addWidget(self.body)
        else:
            self._layout.insertWidget(2, self.body, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.show()

    def set_texts(self, title: str, button: str, name: str, tooltip: str) -> None:
        """Say what the column is.

        Parameters
        ----------
        title
            Above.
        button
            On the button of the compact form.
        name, tooltip
            Of that button, for those who cannot see it or do not know it.
        """
        self.title.setText(title)
        self.button.setText(f"{button} {ARROW}")
        self.button.setAccessibleName(name)
        self.button.setToolTip(tooltip)

    def open_popup(self) -> None:
        """Show the controls below the button, inside the screen."""
        self.popup.adjustSize()
        corner = self.button.mapToGlobal(QPoint(0, self.button.height() + 2))
        free = self.screen().availableGeometry()
        right, bottom = free.right() - self.popup.width(), free.bottom() - self.popup.height()
        self.popup.move(max(min(corner.x(), right), free.left()), max(min(corner.y(), bottom), free.top()))
        self.popup.show()
        first = self.body.nextInFocusChain() if self.body.focusPolicy() == Qt.FocusPolicy.NoFocus else self.body
        first.setFocus(Qt.FocusReason.PopupFocusReason)
