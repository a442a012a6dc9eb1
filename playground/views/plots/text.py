"""One line of text that never widens its panel: too long, it is shortened and the whole is the tooltip."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from playground.views.kit.canvas import Canvas
from playground.views.plots.style import number_font
from playground.views.theme import Theme


class TextLine(Canvas):
    """A label for text that changes often: setting it costs one repaint of one line and no layout.

    `elide`: where a text that does not fit is cut.
    """

    def __init__(self, parent: QWidget | None = None, elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> None:
        super().__init__(parent)
        self._text = ""
        self._digits = False
        self._color: str | Callable[[Theme], str] | None = None
        self._elide = elide

    @property
    def text(self) -> str:
        return self._text

    def set_text(self, text: str) -> None:
        if text != self._text:
            self._text = text
            self.update()

    def use_digits(self) -> None:
        """Write in the fixed-width font of numbers that move, as large as a plot's text."""
        self._digits = True

    def set_color(self, color: str | Callable[[Theme], str]) -> None:
        """Draw in this colour, or this one of the theme's, instead of the usual one."""
        self._color = color
        self.update()

    def preferred_size(self) -> QSizeF:
        """Return the size of one line; any width will do."""
        return QSizeF(40, QFontMetrics(self._font()).height())

    def least_size(self) -> QSizeF:
        return self.preferred_size()

    def as_text(self) -> str:
        return self._text

    def tip_at(self, _place: QPointF) -> str:
        """Return the whole text where it does not fit; nothing is measured before somebody asks."""
        fits = QFontMetrics(self._font()).horizontalAdvance(self._text) <= self.area.width()
        return self.toolTip() if fits else self._text

    def paint(self, painter: QPainter, _size: QSizeF, /) -> None:
        painter.setFont(self._font())
        color = self._color or self.theme.text
        painter.setPen(QColor(color if isinstance(color, str) else color(self.theme)))
        shown = QFontMetrics(self._font()).elidedText(self._text, self._elide, int(self.area.width()))
        painter.drawText(self.area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _font(self) -> QFont:
        return number_font(self.base_font) if self._digits else self.base_font
