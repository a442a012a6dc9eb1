"""Which part of a drawing a widget shows, and how large."""

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QTransform

SMALLEST, LARGEST = 0.05, 4.0
LARGEST_FIT = 1.35


class Viewport:
    """Zoom and offset; everything is in view until a person zooms or drags.

    Attributes
    ----------
    zoom
        Logical pixels of the widget for one of the drawing.
    following
        Whether `fit` decides.
    """

    def __init__(self) -> None:
        self.zoom = 1.0
        self.following = True
        self._offset = QPointF()

    @property
    def transform(self) -> QTransform:
        """From the drawing to the widget."""
        return QTransform.fromTranslate(self._offset.x(), self._offset.y()).scale(self.zoom, self.zoom)

    def place(self, position: QPointF) -> QPointF:
        """Return what point of the drawing is at a point of the widget."""
        return (position - self._offset) / self.zoom

    def fit(self, area: QRectF, room: QRectF) -> None:
        """Bring an area of the drawing into a part of the widget, not too large."""
        size = QSizeF(max(area.width(), 1.0), max(area.height(), 1.0))
        zoom = min(max(room.width(), 10.0) / size.width(), max(room.height(), 10.0) / size.height(), LARGEST_FIT)
        self.zoom = max(zoom, SMALLEST)
        self._offset = room.center() - area.center() * self.zoom

    def zoom_at(self, position: QPointF, factor: float) -> None:
        """Zoom so that what is at a point of the widget stays there."""
        zoom = min(max(self.zoom * factor, SMALLEST), LARGEST)
        self._offset = position + (self._offset - position) * (zoom / self.zoom)
        self.zoom, self.following = zoom, False

    def move(self, by: QPointF) -> None:
        """Move the drawing."""
        self._offset += by
        self.following = False
