"""One line of text that never widens its panel: too long, it is shortened and the whole is the tooltip."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from playground.views.kit.canvas import painting


class TextLine(QWidget):
    """A label for text that changes often: setting it costs one repaint of one line and no layout.

    Parameters
    ----------
    parent
        The widget it stands in.
    elide
        Where a text that does not fit is cut.
    """

    def __init__(self, parent: QWidget | None = None, elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> None:
        super().__init__(parent)
        self._text = ""
        self._color: QColor | None = None
        self._elide = elide

    @property
    def text(self) -> str:
        """The whole text."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show another text."""
        if text != self._text:
            self._text = text
            self.update()

    def set_color(self, color: str) -> None:
        """Draw in this colour instead of the palette's."""
        self._color = QColor(color)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of one line; any width will do."""
        return QSize(40, QFontMetrics(self.font()).height())

    def minimumSizeHint(self) -> QSize:
        """Return the size of one line."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Take the new font's height."""
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
        super().changeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Give the whole text as the tooltip where it does not fit; nothing is measured before somebody asks."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            fits = QFontMetrics(self.font()).horizontalAdvance(self._text) <= self.width()
            QToolTip.showText(event.globalPos(), "" if fits else self._text, self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line."""
        with painting(self) as painter:
            painter.setPen(self._color or self.palette().windowText().color())
            shown = QFontMetrics(self.font()).elidedText(self._text, self._elide, self.width())
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
