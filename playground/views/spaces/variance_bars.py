"""How much of a layer's variance each principal component has."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from playground.views.kit.canvas import painting
from playground.views.plots.style import small_font
from playground.views.spaces.pictures import share_text
from playground.views.theme import LIGHT, Theme

BARS = 10
GAP = 4.0
"""Pixels between two numbers."""


class VarianceBars(QWidget):
    """A bar for each of the first principal components; the two that the picture shows are filled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._ratios: tuple[float, ...] = ()
        self.setAccessibleName(self.tr("Variance by component"))
        self.setToolTip(
            self.tr("How much of the variance each principal component has; the picture shows the first two.")
        )

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme."""
        self._theme = theme
        self.update()

    def set_ratios(self, ratios: tuple[float, ...]) -> None:
        """Show the shares of the first ten components."""
        rounded = tuple(round(ratio, 3) for ratio in ratios)
        if rounded != self._ratios:
            self._ratios = rounded
            self.setAccessibleDescription(", ".join(share_text(ratio) for ratio in rounded))
            self.update()

    def sizeHint(self) -> QSize:
        """Return the size of ten bars with their numbers."""
        return QSize(200, 6 * self.fontMetrics().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bars from a common base, the share above the first three."""
        theme = self._theme
        with painting(self, smooth=True) as painter:
            painter.setFont(small_font(self.font()))
            line = painter.fontMetrics().height()
            step = self.width() / BARS
            base, room = self.height() - line - 2.0, self.height() - 2 * line - 4.0
            painter.setPen(QPen(QColor(theme.border), 1))
            painter.drawLine(QPointF(0, base + 0.5), QPointF(self.width(), base + 0.5))
            for index in range(len(self._ratios)):  # first, so that no number is covered by its neighbour's
                painter.fillRect(QRectF(index * step + 3, base - room, step - 6, room), QColor(theme.raised))
            taken = 0.0
            for index, ratio in enumerate(self._ratios):
                bar = QRectF(index * step + 3, base - ratio * room, step - 6, ratio * room)
                shown = index < 2
                ink = QColor(theme.accent if shown else theme.hatch)
                painter.fillRect(bar, ink)
                painter.setPen(QColor(theme.text if shown else theme.muted))
                below = QRectF(index * step, base + 2, step, line)
                painter.drawText(below, Qt.AlignmentFlag.AlignCenter, str(index + 1))
                if shown and ratio >= 0.005:
                    above = number_box(bar, share_text(ratio), painter.fontMetrics(), taken)
                    taken = above.right() + GAP
                    painter.drawText(above, Qt.AlignmentFlag.AlignCenter, share_text(ratio))


def number_box(bar: QRectF, text: str, metrics: QFontMetrics, taken: float) -> QRectF:
    """Return where a bar's number stands: above its middle, but right of what its neighbour's has taken."""
    width = metrics.horizontalAdvance(text) + 1.0
    left = max(taken, bar.center().x() - width / 2)
    return QRectF(left, bar.top() - metrics.height() - 1, width, metrics.height())
