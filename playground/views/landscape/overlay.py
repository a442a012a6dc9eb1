"""What is drawn over a plot in pixels: marks, arrows and paths that keep their size at any zoom."""

import math
from collections.abc import Callable, Mapping
from types import MappingProxyType

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPolygonF, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from playground.views.plots.canvas import PlotCanvas
from playground.views.theme import Theme

Drawing = Callable[[QPainter, QTransform, QRectF], None]
INK, PAPER = "#0b1220", "#ffffff"
"""Lines and marks on the map: its colours are the same in every theme."""
HEAD = 9.0
HEAD_HALF = 4.5
NUMBER_RADIUS = 7.5


class Overlay(QGraphicsItem):
    """A child of the plot's view box, in its pixels.

    Parameters
    ----------
    drawing
        ``drawing(painter, to_pixels, area)`` draws everything; `to_pixels` maps the plot's coordinates.
    depth
        Items with a greater one lie above.
    """

    def __init__(self, canvas: PlotCanvas, drawing: Drawing, depth: float = 20) -> None:
        super().__init__(canvas.view)
        self._canvas, self._drawing = canvas, drawing
        self._area = QRectF()
        self.setZValue(depth)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def place(self) -> None:
        """Follow the plot's range and size."""
        area = QRectF(self._canvas.view.rect())
        if area != self._area:
            self.prepareGeometryChange()
            self._area = area
        self.update()

    def boundingRect(self) -> QRectF:
        return self._area

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None, /) -> None:
        painter.save()
        painter.setClipRect(self._area)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._drawing(painter, QTransform(self._canvas.view.childTransform()), self._area)
        painter.restore()


class MarkItem(QGraphicsItem):
    """One mark that moves at every frame: only its own few pixels are painted anew."""

    def __init__(self, canvas: PlotCanvas) -> None:
        super().__init__(canvas.view)
        self._canvas = canvas
        self._point: tuple[float, float] | None = None
        self._look = ("dot", "", "")
        self.setZValue(30)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def show_mark(self, name: str, color: str, rim: str) -> None:
        """Choose one of `MARKS` and its colours."""
        if (name, color, rim) != self._look:
            self._look = (name, color, rim)
            self.update()

    def move_to(self, point: tuple[float, float] | None) -> None:
        """Stand at a point of the plot's coordinates, or nowhere."""
        if point != self._point:
            self._point = point
            self.place()

    def place(self) -> None:
        """Follow the plot's range and size."""
        place = None if self._point is None else self._canvas.view.childTransform().map(QPointF(*self._point))
        inside = place is not None and QRectF(self._canvas.view.rect()).contains(place)
        self.setVisible(inside)
        if inside and place is not None:
            self.setPos(place)

    def boundingRect(self) -> QRectF:
        """Return the few pixels around it."""
        return QRectF(-9, -9, 18, 18)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None, /) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_mark(painter, self._look[0], QPointF(0, 0), self._look[1], self._look[2])


def _dot(painter: QPainter, place: QPointF, color: QColor, rim: QColor) -> None:
    painter.setPen(QPen(rim, 2))
    painter.setBrush(color)
    painter.drawEllipse(place, 5.5, 5.5)


def _ring(painter: QPainter, place: QPointF, color: QColor, rim: QColor) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(rim, 4))
    painter.drawEllipse(place, 4.5, 4.5)
    painter.setPen(QPen(color, 1.8))
    painter.drawEllipse(place, 4.5, 4.5)


def _triangle(painter: QPainter, place: QPointF, color: QColor, rim: QColor) -> None:
    painter.setPen(QPen(rim, 1.5))
    painter.setBrush(color)
    corners = (QPointF(0, -2), QPointF(-5.5, 7.5), QPointF(5.5, 7.5))
    painter.drawPolygon(QPolygonF([place + QPointF(0, 5) + corner for corner in corners]))


def _diamond(painter: QPainter, place: QPointF, color: QColor, rim: QColor) -> None:
    corners = QPolygonF([place + corner for corner in (QPointF(0, -6), QPointF(6, 0), QPointF(0, 6), QPointF(-6, 0))])
    painter.setPen(QPen(color, 2))
    painter.setBrush(rim)
    painter.drawPolygon(corners)


def _cross(painter: QPainter, place: QPointF, color: QColor, rim: QColor) -> None:
    arms = [
        QLineF(place + QPointF(-4.5, -4.5), place + QPointF(4.5, 4.5)),
        QLineF(place + QPointF(-4.5, 4.5), place + QPointF(4.5, -4.5)),
    ]
    for tint, width in ((rim, 4.5), (color, 2.0)):
        pen = QPen(tint, width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLines(arms)


MARKS: Mapping[str, Callable[[QPainter, QPointF, QColor, QColor], None]] = MappingProxyType(
    {"dot": _dot, "ring": _ring, "triangle": _triangle, "diamond": _diamond, "cross": _cross}
)
"""Every mark by name: ``(painter, place, color, rim)``."""


def draw_mark(painter: QPainter, name: str, place: QPointF, color: str, rim: str) -> None:
    """Draw one of `MARKS`, unless its place is no number; the rim sets it off from whatever lies under it."""
    if not (math.isfinite(place.x()) and math.isfinite(place.y())):
        return
    MARKS[name](painter, place, QColor(color), QColor(rim))


def draw_arrow(painter: QPainter, start: QPointF, end: QPointF, color: str, rim: str) -> None:
    """Draw an arrow; a short one is all head, never longer than it is."""
    line = QLineF(start, end)
    length = line.length()
    if not 1 <= length < math.inf:  # nor where one end is no number
        return
    along = QPointF(line.dx() / length, line.dy() / length)
    across = QPointF(-along.y(), along.x())
    head = min(HEAD, length)
    half = HEAD_HALF * max(head / HEAD, 0.6)
    base = end - along * head
    path = QPainterPath(start)
    path.lineTo(base)
    tip = QPolygonF([end, base + across * half, base - across * half])
    for tint, width in ((rim, 5.5), (color, 2.4)):
        painter.setPen(QPen(QColor(tint), width))
        painter.drawPath(path)
        painter.setPen(QPen(QColor(tint), width - 2.0))
        painter.setBrush(QColor(tint))
        painter.drawPolygon(tip)


def draw_number(painter: QPainter, place: QPointF, value: int, ground: str, ink: str) -> None:
    painter.setPen(QPen(QColor(ink), 1))
    painter.setBrush(QColor(ground))
    painter.drawEllipse(place, NUMBER_RADIUS, NUMBER_RADIUS)
    font = QFont(painter.font())
    font.setPixelSize(10)
    font.setBold(True)
    painter.setFont(font)
    box = QRectF(0, 0, 2 * NUMBER_RADIUS, 2 * NUMBER_RADIUS)
    box.moveCenter(place)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(value))


def draw_path(painter: QPainter, points: QPolygonF, color: str, rim: str) -> None:
    """Draw a line with a rim that sets it off from the map."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for tint, width in ((rim, 4.0), (color, 2.0)):
        pen = QPen(QColor(tint), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(points)


def _sample_arrow(painter: QPainter, place: QRectF, color: str, theme: Theme) -> None:
    middle = place.center().y()
    draw_arrow(painter, QPointF(place.left() + 1, middle), QPointF(place.right(), middle), color, theme.window)


def _sample_path(painter: QPainter, place: QRectF, _color: str, _theme: Theme) -> None:
    middle = place.center() + QPointF(-2, 2)
    points = (place.bottomLeft() + QPointF(1, -6), middle, place.topRight() + QPointF(0, 6))
    draw_path(painter, QPolygonF(points), PAPER, INK)


def _sample_line(style: Qt.PenStyle) -> Callable[[QPainter, QRectF, str, Theme], None]:
    def draw(painter: QPainter, place: QRectF, color: str, _theme: Theme) -> None:
        painter.setPen(QPen(QColor(color), 2, style))
        middle = place.center().y()
        painter.drawLine(QLineF(place.left() + 1, middle, place.right(), middle))

    return draw


SAMPLES: Mapping[str, Callable[[QPainter, QRectF, str, Theme], None]] = MappingProxyType(
    {
        "arrow": _sample_arrow,
        "path": _sample_path,
        "line": _sample_line(Qt.PenStyle.SolidLine),
        "dash": _sample_line(Qt.PenStyle.DashLine),
    }
)
"""What a legend shows of lines and arrows; marks are drawn as they are."""


def draw_sample(painter: QPainter, symbol: str, place: QRectF, color: str, theme: Theme) -> None:
    """Draw the sample of a mark, a line or an arrow that a legend shows."""
    if symbol in MARKS:
        lift = 5 if symbol == "triangle" else 0
        draw_mark(painter, symbol, place.center() - QPointF(0, lift), color, theme.surface)
    elif symbol in SAMPLES:
        SAMPLES[symbol](painter, place, color, theme)
