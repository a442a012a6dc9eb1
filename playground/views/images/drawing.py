"""A drawing: strokes of a brush or an eraser, drawn at any size."""

import math
from collections.abc import Iterable, Sequence

import numpy as np
from msgspec import Struct, field
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from playground.training.framing import Framing, Placement, area_average, box_of
from playground.views.kit.painting import painting

FINEST = 10
"""A drawing is averaged from so many times as many rows and columns as the image has …"""
MOST_FINE = 160
"""… unless that makes more than this."""
NEAREST = 0.15
"""Pixels of the image between two points of a stroke, at least."""
HALF = 0.5
"""A line ends where its finely drawn edge covers half a pixel."""
ERASER = 2.0
"""How many times as thick as the brush."""
DOT = 1e-3
"""Of a pixel: a line that is no longer is a dot."""


class Stroke(Struct):
    """Points `(x, y)` in pixels of the image, x to the right, y down."""

    points: list[tuple[float, float]]
    erases: bool = False

    def extend(self, places: Iterable[tuple[float, float]]) -> None:
        """Go on through further points; those nearly where the last one is only cost time."""
        for place in places:
            if math.dist(place, self.points[-1]) >= NEAREST:
                self.points.append(place)

    def path(self) -> QPainterPath:
        """Return a smooth line through the points; all in one place, they make a dot."""
        first = QPointF(*self.points[0])
        path = QPainterPath(first)
        if all(abs(x - first.x()) < DOT and abs(y - first.y()) < DOT for x, y in self.points):
            path.lineTo(first + QPointF(DOT, 0))  # a line without any length is not drawn
            return path
        for here, there in zip(self.points[1:-1], self.points[2:], strict=True):
            middle = QPointF((here[0] + there[0]) / 2, (here[1] + there[1]) / 2)
            path.quadTo(QPointF(*here), middle)
        path.lineTo(QPointF(*self.points[-1]))
        return path


class Drawing(Struct):
    """Strokes, the oldest first."""

    strokes: list[Stroke] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        return not self.strokes

    def paint(self, painter: QPainter, width: float, ink: QColor, paper: QColor, enlarged: float = 1.0) -> None:
        """Draw on a painter whose unit is a pixel of the image; lines are so wide, those of the eraser grow with it.

        `enlarged`: how much the painter enlarges the drawing but not its lines.
        """
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stroke in self.strokes:
            thickness = width * ERASER if stroke.erases else width / enlarged
            color = paper if stroke.erases else ink
            cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
            painter.setPen(QPen(color, thickness, Qt.PenStyle.SolidLine, cap, join))
            painter.drawPath(stroke.path())


def fineness(shape: tuple[int, int]) -> int:
    """Return how many times finer than the image a drawing is rendered."""
    return max(1, min(FINEST, MOST_FINE // max(shape)))


def rendered(
    drawing: Drawing, shape: tuple[int, int], stroke: float, placement: Placement | None = None
) -> NDArray[np.float64]:
    """Return the drawing's ink, 0 … 1, `fineness` times as fine as an image of that shape."""
    zoom, place = fineness(shape), placement or Placement()
    rows, columns = shape[0] * zoom, shape[1] * zoom
    image = QImage(columns, rows, QImage.Format.Format_Grayscale8)
    image.fill(0)
    with painting(image) as painter:
        painter.scale(zoom, zoom)
        painter.translate(place.right, place.down)
        painter.scale(place.scale, place.scale)
        drawing.paint(painter, stroke, QColor("#ffffff"), QColor("#000000"), place.scale)
    line = np.frombuffer(image.constBits(), np.uint8).reshape(rows, image.bytesPerLine())
    ink: NDArray[np.float64] = line[:, :columns] / 255.0
    return ink


def pixels_of(
    drawing: Drawing, shape: tuple[int, int], framing: Framing, *, framed: bool
) -> NDArray[np.float64] | None:
    """Return what a drawing is as an image `(rows, columns)` of the data, 0 … 1; None where nothing is left of it.

    `framed`: whether it is first brought to the size and the place that the data have.
    """
    fine = rendered(drawing, shape, framing.stroke)
    box = box_of(fine, fineness(shape), HALF)
    if box is None:
        return None
    if framed:
        fine = rendered(drawing, shape, framing.stroke, framing.placement(box))
    ink = area_average(fine, shape)
    return 1.0 - ink if framing.inverted else ink


def line_between(start: tuple[float, float], end: tuple[float, float]) -> Sequence[tuple[float, float]]:
    """Return points from one to the other, without the first: a line that keys draw bends at its ends only."""
    return [(start[0] + s * (end[0] - start[0]), start[1] + s * (end[1] - start[1])) for s in (0.25, 0.5, 0.75, 1.0)]
