"""What one of the two answers, with a point that can be taken by hand."""

from PySide6.QtCore import QPointF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen

from playground.views.pairs.side import PairPicture

REACH = 8.0
"""So near to a point, in pixels at 100 %, it is taken."""
RING = 6.5


class AnswerPicture(PairPicture):
    """The picture of a pair, with a ring around the point that is moved.

    Parameters
    ----------
    movable
        Whether points can be dragged.

    Signals
    -------
    dragged(number, x1, x2)
        A training example, counted from 1, was dragged to other inputs.
    """

    dragged = Signal(int, float, float)

    def __init__(self, index: int, *, movable: bool) -> None:
        self._movable = movable
        self._ringed: int | None = None
        self._taken: int | None = None
        self._hand = QPointF()
        super().__init__(index)
        if movable:
            self.setToolTip(self.tr("Drag a point: B begins again with this point there."))

    def ring(self, number: int | None) -> None:
        """Draw a ring around a training example, counted from 1."""
        if number != self._ringed:
            self._ringed = number
            self.update()

    def paint(self, painter: QPainter, size: QSizeF, /) -> None:
        super().paint(painter, size)
        places = self.places()
        painter.setPen(QPen(QColor(self.theme.text), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._ringed is not None and self._ringed <= len(places):
            painter.drawEllipse(places[self._ringed - 1], RING, RING)
        if self._taken is not None and self._taken < len(places):
            painter.drawLine(places[self._taken], self._hand)
            painter.drawEllipse(self._hand, RING, RING)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.to_canvas(event.position())
        if event.button() == Qt.MouseButton.LeftButton:
            self._taken, self._hand = self._point_at(place), place
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self.to_canvas(event.position())
        if self._taken is not None:
            self._hand = place
            self.update()
        over = self._taken is not None or self._point_at(place) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        taken, self._taken = self._taken, None
        self.update()
        places = self.places()
        if taken is not None and taken < len(places):
            place = self.to_canvas(event.position())
            if (place - places[taken]).manhattanLength() > REACH:
                self.dragged.emit(taken + 1, *self.inputs_at(place))
        super().mouseReleaseEvent(event)

    def _point_at(self, place: QPointF) -> int | None:
        """Return which training example lies there, the one drawn last of several; None where none does."""
        if not self._movable:
            return None
        distances = [(each - place).manhattanLength() for each in self.places()]
        nearest = min(distances, default=REACH)
        return None if nearest >= REACH else len(distances) - 1 - distances[::-1].index(nearest)
