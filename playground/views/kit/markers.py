"""Markers: a shape for each class beside its colour, filled for training examples and hollow for test examples."""

import math
from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QTransform

from playground.views.icons import DRAWN_SIDE, drawn_icon
from playground.views.theme import Theme


def _circle() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(0, 0), 1, 1)
    return path


def _cross(turn: float, size: float, width: float) -> QPainterPath:
    """Return two bars across each other, each from `-size` to `size` and `2 * width` wide."""
    corners = [(-width, -size), (width, -size), (width, -width)]
    path = QPainterPath()
    for quarter in range(4):
        rotation = QTransform().rotate(90 * quarter + math.degrees(turn))
        for x, y in corners:
            place = rotation.map(QPointF(x, y))
            if path.elementCount():
                path.lineTo(place)
            else:
                path.moveTo(place)
    path.closeSubpath()
    return path


def _polygon(corners: int, turn: float, size: float, inner: float | None = None) -> QPainterPath:
    count = corners if inner is None else 2 * corners
    path = QPainterPath()
    for corner in range(count):
        radius = size if inner is None or corner % 2 == 0 else inner
        angle = 2 * math.pi * corner / count + turn
        place = QPointF(radius * math.sin(angle), -radius * math.cos(angle))
        if corner:
            path.lineTo(place)
        else:
            path.moveTo(place)
    path.closeSubpath()
    return path


SHAPES: tuple[Callable[[], QPainterPath], ...] = (
    _circle,
    partial(_polygon, 4, math.pi / 4, 1.3),
    partial(_polygon, 3, 0.0, 1.4),
    partial(_polygon, 4, 0.0, 1.4),
    partial(_polygon, 3, math.pi, 1.4),
    partial(_polygon, 5, 0.0, 1.25),
    partial(_polygon, 6, 0.0, 1.25),
    partial(_polygon, 5, 0.0, 1.6, 0.75),
    partial(_cross, math.pi / 4, 1.45, 0.5),
    partial(_polygon, 3, math.pi / 2, 1.4),
)
"""A function per shape that returns its outline around the origin, about one unit in radius: circle, square, triangle,
diamond, triangle upside down, pentagon, hexagon, star, cross, triangle to the right; an eleventh class begins again."""

SMALLEST, LARGEST = 1.7, 3.6
"""Radii in pixels."""
SHARE = 0.24
"""Of the side of the square that belongs to a marker."""
FULL_RIM = 3.2
"""Radius from which on a marker has a rim of full width."""


def paint_marker(
    painter: QPainter,
    place: QPointF,
    shape: int,
    color: QColor,
    theme: Theme,
    *,
    hollow: bool,
    radius: float,
    edge: str = "",
) -> None:
    """Draw one marker; its edge contrasts with whatever lies under it.

    Without `edge` that is the surface's colour; colours that may be as pale as the map take an inked one.
    """
    outline = marker_outline([place], shape, radius)
    paint_outline(painter, outline, color, theme, hollow=hollow, radius=radius, edge=edge)


def marker_outline(places: Iterable[QPointF], shape: int, radius: float) -> QPainterPath:
    """Return the outline of markers of one shape: drawing many at once costs no loop in Python."""
    marker = QTransform.fromScale(radius, radius).map(SHAPES[shape % len(SHAPES)]())
    outline = QPainterPath()
    outline.setFillRule(Qt.FillRule.WindingFill)
    for place in places:
        outline.addPath(marker.translated(place))
    return outline


def paint_outline(
    painter: QPainter,
    outline: QPainterPath,
    color: QColor,
    theme: Theme,
    *,
    hollow: bool,
    radius: float,
    edge: str = "",
) -> None:
    """Draw the markers of an outline, as `paint_marker` draws one."""
    surface = QColor(theme.surface)
    rim = QColor(edge or surface)
    fine = min(radius / FULL_RIM, 1.0)
    if hollow:
        painter.setPen(QPen(rim, 3.2 * fine))
        painter.setBrush(surface)
        painter.drawPath(outline)
        painter.setPen(QPen(color, 1.5 * fine))
    else:
        painter.setPen(QPen(rim, 1.2 * fine))
        painter.setBrush(color)
    painter.drawPath(outline)


def class_color(label: int, theme: Theme) -> str:
    """Return the colour of a class; an eleventh begins again."""
    return theme.classes[label % len(theme.classes)]


def marker_radius(count: int, area: float) -> float:
    """Return how large so many markers may be on an area in pixels, so that what lies under them is seen between."""
    return min(max(SHARE * math.sqrt(area / max(count, 1)), SMALLEST), LARGEST)


def marker_icon(shape: int, *, hollow: bool, color: Callable[[Theme], str] = lambda theme: theme.text) -> QIcon:
    """Return a marker as an icon, in the theme of when it is shown."""

    def draw(painter: QPainter, theme: Theme, _disabled: bool) -> None:
        middle = QPointF(DRAWN_SIDE / 2, DRAWN_SIDE / 2)
        paint_marker(painter, middle, shape, QColor(color(theme)), theme, hollow=hollow, radius=0.28 * DRAWN_SIDE)

    return drawn_icon(draw)
