"""Markers: a shape for each class beside its colour, filled for training examples and hollow for test examples."""

import math
from collections.abc import Callable, Sequence
from functools import partial

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from playground.views.color_maps import SIZE, LookupTable
from playground.views.icons import DRAWN_SIDE, drawn_icon
from playground.views.kit.canvas import painting
from playground.views.output.subject import SHADES, Points
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
    outline = QTransform.fromTranslate(place.x(), place.y()).scale(radius, radius).map(SHAPES[shape % len(SHAPES)]())
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


def point_colors(points: Points, theme: Theme, table: LookupTable) -> Sequence[QColor]:
    """Return the colours that `points.color` counts, then a quiet one at the end, for −1."""
    if points.by_class:
        colors = [QColor(color) for color in theme.classes]
    else:
        chosen = [round(shade * (SIZE - 1) / (SHADES - 1)) for shade in range(SHADES)]
        colors = [QColor(*(int(channel) for channel in table[row, :3])) for row in chosen]
    return [*colors, QColor(theme.muted)]


class PointsItem(QGraphicsItem):
    """The markers of a plot: drawn when examples, colours or range change, otherwise copied from a cache.

    It is a child of the view box itself, in pixels, so that Qt's cache serves it: a frame in which only the map under
    the points changes costs one copy, whatever their number.
    """

    def __init__(self, parent: QGraphicsItem) -> None:
        super().__init__(parent)
        self._places = np.empty((2, 0))
        self._styles: list[tuple[int, int, bool]] = []
        self._colors: Sequence[QColor] = ()
        self._edge = ""
        self._theme: Theme | None = None
        self._to_pixels = QTransform()
        self._area = QRectF()
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def show_points(self, points: Points, colors: Sequence[QColor], theme: Theme) -> None:
        """Show other examples, or the same ones in other colours."""
        self._places = np.stack([points.x, points.y])
        self._styles = list(zip(points.color.tolist(), points.shape.tolist(), points.hollow.tolist(), strict=True))
        self._colors = colors
        self._edge = "" if points.by_class or (points.color < 0).any() else theme.muted
        self._theme = theme
        self.update()

    def place(self, area: QRectF, to_pixels: QTransform) -> None:
        """Take the plotting area, in the parent's pixels, and the way from values to those pixels."""
        if area != self._area:
            self.prepareGeometryChange()
            self._area = QRectF(area)
        if to_pixels != self._to_pixels:
            self._to_pixels = QTransform(to_pixels)
            self.update()

    @property
    def count(self) -> int:
        """How many markers there are."""
        return len(self._styles)

    def boundingRect(self) -> QRectF:
        return self._area

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None, /) -> None:
        """Draw every marker; each style is painted once and stamped."""
        if self._theme is None:
            return
        radius = marker_radius(self.count, self._area.width() * self._area.height())
        ratio = painter.device().devicePixelRatioF()
        stamps: dict[tuple[int, int, bool], QPixmap] = {}
        half = math.ceil(2 * radius + 2)
        (x, y), area = self._places, self._area.adjusted(-half, -half, half, half)
        to = self._to_pixels
        across, down = x * to.m11() + to.dx() - half, y * to.m22() + to.dy() - half
        seen = (across >= area.left()) & (across <= area.right()) & (down >= area.top()) & (down <= area.bottom())
        for index, left, top in zip(
            seen.nonzero()[0].tolist(), across[seen].tolist(), down[seen].tolist(), strict=True
        ):
            style = self._styles[index]
            stamp = stamps.get(style)
            if stamp is None:
                stamp = stamps[style] = self._stamp(style, radius, half, ratio, self._theme)
            painter.drawPixmap(QPointF(left, top), stamp)

    def _stamp(self, style: tuple[int, int, bool], radius: float, half: int, ratio: float, theme: Theme) -> QPixmap:
        color, shape, hollow = style
        ink = self._colors[-1] if color < 0 else self._colors[color % (len(self._colors) - 1)]
        stamp = QPixmap(round(2 * half * ratio), round(2 * half * ratio))
        stamp.setDevicePixelRatio(ratio)
        stamp.fill(Qt.GlobalColor.transparent)
        with painting(stamp, smooth=True) as painter:
            paint_marker(painter, QPointF(half, half), shape, ink, theme, hollow=hollow, radius=radius, edge=self._edge)
        return stamp
