"""The legend of the map's colours."""

from PySide6.QtCore import QLineF, QRectF, QSizeF
from PySide6.QtGui import QColor, QFontMetricsF, QLinearGradient, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.views.check.difference_map import HIGHEST, LOWEST
from playground.views.kit.appearance import tabular
from playground.views.kit.canvas import Canvas
from playground.views.plots.style import small_font


class ColorScale(Canvas):
    """The legend of the colours: powers of ten from one end to the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Colours: |analytic − numerical| from 1e-14 to 1"))

    def preferred_size(self) -> QSizeF:
        return QSizeF(160, 8 + QFontMetricsF(self.base_font).height())

    def paint(self, painter: QPainter, _size: QSizeF, /) -> None:
        theme = self.theme
        painter.setFont(tabular(small_font(self.base_font)))
        bar = QRectF(0.5, 0.5, self.area.width() - 1, 6)
        colors = QLinearGradient(bar.topLeft(), bar.topRight())
        colors.setColorAt(0, QColor(theme.neutral))
        colors.setColorAt(1, QColor(theme.negative))
        painter.setPen(QPen(QColor(theme.border), 1))
        painter.setBrush(colors)
        painter.drawRect(bar)
        for exponent in (-14, -12, -10, -8, -6, -4, -2, 0):
            share = (exponent - LOWEST) / (HIGHEST - LOWEST)
            text = f"1e{exponent}" if exponent else "1"
            width = painter.fontMetrics().horizontalAdvance(text)
            x = bar.left() + share * bar.width()
            painter.setPen(QColor(theme.border))
            painter.drawLine(QLineF(round(x), 0, round(x), 8))
            painter.setPen(QColor(theme.muted))
            left = min(max(x - width / 2, 0), self.area.width() - width)
            painter.drawText(QRectF(left, 8, width + 1, self.area.height() - 8), text)
