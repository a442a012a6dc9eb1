"""One line below the plot: which line is which layer, or the number under the mouse."""

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QWidget

from playground.views.health.quantities import line_of
from playground.views.kit.canvas import painting
from playground.views.plots.style import line_pen, small_font
from playground.views.theme import LIGHT, Theme

SAMPLE, WIDEST_STEP = 16, 44


class LayerStrip(QWidget):
    """The layers' lines and numbers, or one sentence instead."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._layers = 0
        self._text = ""
        self.setAccessibleName(self.tr("Lines of the layers"))

    @property
    def text(self) -> str:
        """What it says instead of the layers' lines."""
        return self._text

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme."""
        self._theme = theme
        self.update()

    def set_layers(self, count: int) -> None:
        """Show so many layers."""
        if count != self._layers:
            self._layers = count
            self.update()

    def set_text(self, text: str) -> None:
        """Say something instead; nothing shows the layers again."""
        if text != self._text:
            self._text = text
            self.update()

    def sizeHint(self) -> QSize:
        """Return the size of one line."""
        return QSize(200, QFontMetrics(small_font(self.font())).height() + 2)

    def minimumSizeHint(self) -> QSize:
        """Return the same: there is nothing to spare."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line."""
        with painting(self) as painter:
            painter.setFont(small_font(self.font()))
            theme, height = self._theme, self.height()
            middle = Qt.AlignmentFlag.AlignVCenter
            painter.setPen(QColor(theme.accent))
            if self._text:
                painter.drawText(self.rect(), middle, self._text)
            else:
                step = min(WIDEST_STEP, self.width() / max(1, self._layers))
                for layer in range(self._layers):
                    color, dash = line_of(layer, theme)
                    painter.setPen(line_pen(color, dash, 2))
                    painter.drawLine(QLineF(layer * step, height / 2, layer * step + SAMPLE, height / 2))
                    painter.setPen(QColor(theme.muted))
                    painter.drawText(QRectF(layer * step + SAMPLE + 3, 0, step, height), middle, str(layer + 1))
