"""Why a value was refused, on a note below its control: it lies over what is there and moves nothing."""

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QWidget

from playground.views.panel_style import set_property

LINGER_MS = 4000
"""How long the reason can be read after the value in force is back."""
GAP = 2


class ProblemNote(QLabel):
    """A note that belongs to a control, hidden while there is nothing to say.

    It is a child of what scrolls with the control, or of the window, so that it keeps its place beside the control.
    """

    def __init__(self, anchor: QWidget) -> None:
        super().__init__(anchor)
        self._anchor = anchor
        self._linger = QTimer(self)
        self._linger.setSingleShot(True)
        self._linger.setInterval(LINGER_MS)
        self._linger.timeout.connect(self.hide)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self.tr("Problem"))
        set_property(self, "role", "problem")
        self.hide()
        anchor.destroyed.connect(self.deleteLater)

    def say(self, reason: str) -> None:
        """Show a reason until told otherwise; nothing takes it away."""
        self._linger.stop()
        self.setText(reason)
        self.setVisible(bool(reason))
        if reason:
            self._place()

    def say_briefly(self, reason: str) -> None:
        """Show a reason for a few seconds, if the control is still there to be seen."""
        self.say(reason if self._anchor.isVisible() else "")
        if not self.isHidden():
            self._linger.start()

    def _place(self) -> None:
        """Lie below the control, or above it where there is no room."""
        area = _surface(self._anchor)
        if self.parentWidget() is not area:
            self.setParent(area)
            self.show()
        self.ensurePolished()
        self.setWordWrap(False)
        width = min(self.sizeHint().width(), area.width() - 2 * GAP)
        self.setWordWrap(width < self.sizeHint().width())
        height = self.heightForWidth(width) if self.wordWrap() else self.sizeHint().height()
        corner = self._anchor.mapTo(area, QPoint(0, 0))
        left = corner.x()
        if left + width > area.width() - GAP:
            left = max(corner.x() + self._anchor.width() - width, GAP)
        top = corner.y() + self._anchor.height() + GAP
        if top + height > area.height():
            top = max(corner.y() - GAP - height, 0)
        self.setGeometry(left, top, width, height)
        self.raise_()


def _surface(widget: QWidget) -> QWidget:
    """Return the highest ancestor that moves along with a widget: what an area scrolls, or the window."""
    while not widget.isWindow():
        parent = widget.parentWidget()
        area = parent.parentWidget() if parent is not None else None
        if isinstance(area, QAbstractScrollArea) and area.viewport() is parent:
            return widget
        if parent is None:
            break
        widget = parent
    return widget
