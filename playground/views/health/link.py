"""A button that looks like a link: it opens something, and changes nothing here."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from playground.views.kit.canvas import painting
from playground.views.theme import LIGHT, Theme

EDGE = 3


class LinkButton(QAbstractButton):
    """Underlined text in the accent colour, with a frame while it has the keyboard's focus."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self.setText(text)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the text with its frame."""
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self.text()) + 2 * EDGE + 2, metrics.height() + 2)

    def minimumSizeHint(self) -> QSize:
        """Return the same height; a long text is shortened."""
        return QSize(40, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the text."""
        with painting(self, smooth=True) as painter:
            color = QColor(self._theme.text if self.isDown() else self._theme.accent)
            font = self.font()
            font.setUnderline(True)
            painter.setFont(font)
            painter.setPen(color)
            area = self.rect().adjusted(EDGE, 0, -EDGE, 0)
            shown = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
            if self.hasFocus():
                painter.setPen(QPen(QColor(self._theme.accent), 1))
                painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 3, 3)
