"""What stands above one layer of the diagram: its name, and its controls or, without room, a button for them."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QToolButton, QVBoxLayout, QWidget

from playground.views.kit.appearance import scaled, spacing

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

    Signals
    -------
    opening()
        The popup is about to be shown.
    """

    opening = Signal()

    def __init__(self, body: QWidget, *, always_compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = body
        self._always_compact = always_compact
        self.title = QLabel(self)
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        scaled(self.title, QWidget.setFixedHeight, TITLE_HEIGHT)
        self.button = QToolButton(self)
        scaled(self.button, QWidget.setFixedHeight, ROW_HEIGHT)
        self.button.setProperty("role", "layer")
        self.button.clicked.connect(self.open_popup)
        self.popup = QFrame(self, Qt.WindowType.Popup)
        self.popup.setProperty("role", "popup")
        self.popup.setFrameShape(QFrame.Shape.StyledPanel)
        self._popup_layout = QVBoxLayout(self.popup)
        self._popup_layout.setContentsMargins(10, 8, 10, 10)
        self._popup_layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        self._heading = QLabel()
        self._popup_layout.addWidget(self._heading)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self.title)
        self._layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._layout.addStretch()
        scaled(self, spacing, 2)
        self.compact = True
        self._popup_layout.addWidget(body)

    @property
    def stops(self) -> list[QWidget]:
        """The widgets that Tab stops at, in this order."""
        if self.compact:
            return [self.button]
        return _stops_in(self.body)

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

    def set_texts(self, title: str, heading: str, button: str, name: str, tooltip: str) -> None:
        """Say what the column is.

        Parameters
        ----------
        title
            Above.
        heading
            In the popup.
        button
            On the button of the compact form.
        name, tooltip
            Of that button, for those who cannot see it or do not know it.
        """
        self.title.setText(title)
        self._heading.setText(heading)
        self.button.setText(f"{button} {ARROW}")
        self.button.setAccessibleName(name)
        self.button.setToolTip(tooltip)

    def open_popup(self) -> None:
        """Show the controls below the button, inside the screen."""
        self.opening.emit()
        self.popup.adjustSize()
        corner = self.button.mapToGlobal(QPoint(0, self.button.height() + 2))
        free = self.screen().availableGeometry()
        right, bottom = free.right() - self.popup.width(), free.bottom() - self.popup.height()
        self.popup.move(max(min(corner.x(), right), free.left()), max(min(corner.y(), bottom), free.top()))
        self.popup.show()
        _stops_in(self.body)[0].setFocus(Qt.FocusReason.PopupFocusReason)


def _stops_in(body: QWidget) -> list[QWidget]:
    """Return the body itself if it takes the focus, else those of its direct children that do."""
    children = body.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    takers = [widget for widget in (body, *children) if widget.focusPolicy() != Qt.FocusPolicy.NoFocus]
    return takers[:1] if body in takers else takers
