"""The ring around the mouse: how far a tool reaches, in the plot's own units."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from playground.views.theme import LIGHT, Theme

HALO, LINE = 3.6, 1.6
"""Widths in pixels: a ring of the surface's colour makes the line seen on any map."""
ABOVE_POINTS = 20


class BrushCursor(QGraphicsItem):
    """A circle in the plot's units, drawn in pixels as a child of the view box, like the markers."""

    def __init__(self, parent: QGraphicsItem) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._color = LIGHT.text
        self._dashed = False
        self._center = QPointF()
        self._reach = (0.0, 0.0)
        self._to_pixels = QTransform()
        self.setZValue(ABOVE_POINTS)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.hide()

    def wear(self, theme: Theme, color: str, *, dashed: bool) -> None:
        """Take a theme, and the colour and style of the line."""
        self._theme, self._color, self._dashed = theme, color, dashed
        self.update()

    def show_at(self, x: float, y: float, reach: tuple[float, float], to_pixels: QTransform) -> None:
        """Stand around a place, reaching so far along both axes; `to_pixels` leads from values to the view box."""
        self.prepareGeometryChange()
        self._center, self._reach, self._to_pixels = QPointF(x, y), reach, to_pixels
        self.show()

    @property
    def ring(self) -> QRectF:
        """Where the circle is, in the view box's pixels."""
        center = self._to_pixels.map(self._center)
        wide, high = self._reach[0] * abs(self._to_pixels.m11()), self._reach[1] * abs(self._to_pixels.m22())
        return QRectF(center.x() - wide, center.y() - high, 2 * wide, 2 * high)

    def boundingRect(self) -> QRectF:
        """Return the circle with its line."""
        return self.ring.adjusted(-HALO, -HALO, HALO, HALO)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None, /) -> None:
        """Draw the circle."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._theme.surface), HALO))
        painter.drawEllipse(self.ring)
        style = Qt.PenStyle.DashLine if self._dashed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(QColor(self._color), LINE, style))
        painter.drawEllipse(self.ring)
