"""An activation function and its derivative as a small plot, computed by the engine's own calls."""

from collections.abc import Callable, Sequence
from functools import lru_cache

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QImage, QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QToolTip, QWidget

from playground.engine import ACTIVATIONS, Activation
from playground.views.formulas.picture import image_html
from playground.views.kit.appearance import theme
from playground.views.kit.canvas import Canvas
from playground.views.kit.painting import painting
from playground.views.plots.style import small_font

REACH, POINTS = 5.0, 201
"""The values of `z`: from −5 to 5."""
LOWEST, HIGHEST = -1.4, 2.2
"""What is drawn of the values at most: enough to tell the functions apart, and 1 stays visible."""
SIZE = QSizeF(250, 130)
MARGIN = 6


class ActivationCurve(Canvas):
    """Draws `g(z)` and `g'(z)` of one activation."""

    comfortable = (SIZE.width(), SIZE.height())
    least = (160, 110)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._activation: Activation | None = None

    def show_activation(self, name: str) -> None:
        """Show another one; without a name, or without a derivative of its own, nothing."""
        self._activation = ACTIVATIONS.get(name)
        self.setVisible(self._activation is not None and self._activation.derivative is not None)
        self.setAccessibleName(self.as_text())
        self.update()

    def as_text(self) -> str:
        """Return the values at a few places."""
        if self._activation is None or self._activation.derivative is None:
            return ""
        z = np.array([[-4.0, -2.0, 0.0, 2.0, 4.0]])
        rows = zip(z[0], self._activation(z)[0], self._activation.slope(z)[0], strict=True)
        return "\n".join(f"z = {place:g}: g = {value:.4g}, g' = {slope:.4g}" for place, value, slope in rows)

    def paint(self, painter: QPainter, _size: QSizeF, /) -> None:
        if self._activation is not None:
            paint_curve(painter, self.area, self._activation, self.base_font, self.theme.text)


def curve_html(activation: Activation, ratio: float = 1.0) -> str:
    """Return the plot for a tooltip; nothing for an activation without a derivative of its own."""
    if activation.derivative is None:
        return ""
    ink = QGuiApplication.palette().color(QPalette.ColorRole.ToolTipText).name()
    return _html(activation.name, theme().name, ink, ratio, QToolTip.font().toString())


@lru_cache(32)
def _html(name: str, _theme: str, ink: str, ratio: float, font: str) -> str:
    image = QImage((SIZE * ratio).toSize(), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    face = QFont()
    face.fromString(font)
    with painting(image) as painter:
        paint_curve(painter, QRectF(QPointF(), SIZE), ACTIVATIONS[name], face, ink)
    return f"<p style='margin:7px 2px 3px 2px'>{image_html(image, name, ratio)}</p>"


def paint_curve(painter: QPainter, area: QRectF, activation: Activation, font: QFont, ink: str) -> None:
    """Draw `g` as a line in the colour of values, `g'` dashed in that of gradients, with axes through 0."""
    z = np.linspace(-REACH, REACH, POINTS)[None, :]
    value, slope = activation(z)[0], activation.slope(z)[0]
    low = max(min(float(value.min()), float(slope.min()), 0.0), LOWEST) - 0.15
    high = min(max(float(value.max()), float(slope.max()), 1.0), HIGHEST) + 0.15
    small = small_font(font)
    metrics = QFontMetricsF(small)
    plot = area.adjusted(MARGIN, metrics.height() + MARGIN, -MARGIN, -MARGIN)

    def place(x: float, y: float) -> QPointF:
        return QPointF(
            plot.left() + (x + REACH) / (2 * REACH) * plot.width(),
            plot.bottom() - (y - low) / (high - low) * plot.height(),
        )

    quiet = QColor(ink)
    quiet.setAlphaF(0.45)
    painter.setFont(small)
    painter.setPen(QPen(quiet, 1))
    painter.drawLine(place(-REACH, 0), place(REACH, 0))
    painter.drawLine(QPointF(place(0, 0).x(), plot.top()), QPointF(place(0, 0).x(), plot.bottom()))
    _paint_ticks(painter, metrics, place, [y for y in (-1, 1, 2) if low < y < high], ink)
    lines = ((value, theme().forward, Qt.PenStyle.SolidLine), (slope, theme().backward, Qt.PenStyle.DashLine))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(plot.adjusted(0, -1, 0, 1))
    for values, color, dash in lines:
        painter.setPen(QPen(QColor(color), 2, dash))
        jumps = np.searchsorted(z[0], activation.kinks if values is slope else activation.jumps, side="right")
        for part in np.split(np.stack([z[0], values], axis=1), jumps):
            painter.drawPolyline(QPolygonF([place(float(x), float(y)) for x, y in part]))
    painter.restore()
    left = area.left() + MARGIN
    for name, (_, color, dash) in zip(("g(z)", "g′(z)"), lines, strict=True):
        middle = area.top() + MARGIN / 2 + metrics.height() / 2
        painter.setPen(QPen(QColor(color), 2, dash))
        painter.drawLine(QPointF(left, middle), QPointF(left + 20, middle))
        painter.setPen(QColor(ink))
        painter.drawText(QPointF(left + 25, middle + metrics.ascent() / 2 - 1), name)
        left += 25 + metrics.horizontalAdvance(name) + 16


def _paint_ticks(
    painter: QPainter,
    metrics: QFontMetricsF,
    place: Callable[[float, float], QPointF],
    heights: Sequence[int],
    ink: str,
) -> None:
    """Number the axes: −4 and 4 across, whole numbers up."""
    axis = painter.pen()
    across = [(x, place(x, 0), QPointF(0, 2)) for x in (-4, 4)]
    for number, at, tick in across + [(y, place(0, y), QPointF(2, 0)) for y in heights]:
        text = f"{number}".replace("-", "−")
        wide, tall = metrics.horizontalAdvance(text), metrics.ascent()
        painter.setPen(axis)
        painter.drawLine(at - tick, at + tick)
        painter.setPen(QColor(ink))
        painter.drawText(at + (QPointF(-wide / 2, tall + 2) if tick.y() else QPointF(-wide - 5, tall / 2 - 1)), text)
