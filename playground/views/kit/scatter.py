"""The points of a plot: every kind of marker is painted once, and stamped as often as there are points."""

import math
from collections.abc import Callable, Sequence
from typing import Any, cast

import numpy as np
import shiboken6
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from playground.views.color_maps import SIZE, LookupTable
from playground.views.kit.appearance import theme, zoom
from playground.views.kit.markers import marker_radius, paint_marker
from playground.views.kit.painting import painting
from playground.views.theme import Theme

SHADES = 32
"""Colours that a number is rounded to."""
FIELDS = 10
"""Numbers in a QPainter.PixmapFragment: x, y, source left, top, width, height, scale x, y, rotation, opacity."""

Floats = NDArray[np.floating[Any]]
Integers = NDArray[np.integer[Any]]


def class_colors(theme: Theme) -> Sequence[QColor]:
    """Return the colours of classes, then a quiet one for points of none."""
    return [*(QColor(color) for color in theme.classes), QColor(theme.muted)]


def shade_colors(table: LookupTable, theme: Theme) -> Sequence[QColor]:
    """Return `SHADES` colours of a table, then a quiet one for points of no number."""
    rows = [round(shade * (SIZE - 1) / (SHADES - 1)) for shade in range(SHADES)]
    return [*(QColor(*(int(channel) for channel in table[row, :3])) for row in rows), QColor(theme.muted)]


class Scatter:
    """Which markers a plot's points have.

    Qt takes all stamps in one call, from memory that numpy fills: a cloud that moves costs no loop in Python.

    Parameters
    ----------
    kinds
        `(u, 3)`: number of a colour, or −1 for the quiet one; shape; and whether the marker is hollow.
    kind
        `(k,)`: which of them each point is, in the order of drawing.
    colors
        Returns the colours in a theme, the quiet one last.
    edged
        Whether they may be as pale as what lies under them: they get an inked edge.
    """

    def __init__(
        self, kinds: Integers, kind: Integers, colors: Callable[[Theme], Sequence[QColor]], *, edged: bool = False
    ) -> None:
        self.kinds, self.kind = kinds, kind
        self._colors, self._edged = colors, edged
        self._stamped: tuple[object, ...] = ()
        self._pixmap = QPixmap()
        self._half = 0
        self._fragments = np.zeros((max(1, len(kind)), FIELDS))
        self._fragments[:, 9] = 1.0
        self._seen = np.empty_like(self._fragments)
        first = shiboken6.wrapInstance(self._seen.ctypes.data, QPainter.PixmapFragment)
        self._first = cast(QPainter.PixmapFragment, first)

    @classmethod
    def of(
        cls,
        color: Integers,
        shape: Integers,
        hollow: NDArray[Any],
        colors: Callable[[Theme], Sequence[QColor]],
        *,
        edged: bool = False,
    ) -> "Scatter":
        """Return the markers of points `(k,)` with colours, shapes and fillings."""
        kinds, kind = np.unique(np.stack([color, shape, hollow.astype(np.intp)]), axis=1, return_inverse=True)
        return cls(kinds.T, kind.reshape(-1), colors, edged=edged)

    def paint(self, painter: QPainter, x: Floats, y: Floats, area: QRectF) -> None:
        """Stamp the points at the places `x`, `y` `(k,)` in pixels; those outside of an area are not.

        A place that is not a number is outside of any.
        """
        ratio = painter.device().devicePixelRatioF()
        self._stamp(area, ratio)
        seen_area = area.adjusted(-self._half, -self._half, self._half, self._half)
        seen = (x > seen_area.left()) & (x < seen_area.right()) & (y > seen_area.top()) & (y < seen_area.bottom())
        count = int(np.count_nonzero(seen))
        if not count:
            return
        fragments = self._seen[:count]
        np.compress(seen, self._fragments, axis=0, out=fragments)
        # Whole device pixels: a stamp between two of them would be blurred.
        fragments[:, 0] = np.rint((x[seen] - self._half) * ratio) / ratio + self._half
        fragments[:, 1] = np.rint((y[seen] - self._half) * ratio) / ratio + self._half
        painter.drawPixmapFragments(self._first, count, self._pixmap)

    def draw(self, painter: QPainter, x: Floats, y: Floats, area: QRectF, theme: Theme) -> None:
        """Draw the markers inside an area as outlines, each by itself: on paper."""
        radius = marker_radius(len(self.kind), area.width() * area.height())
        seen = (area.left() <= x) & (x <= area.right()) & (area.top() <= y) & (y <= area.bottom())
        for index in np.flatnonzero(seen).tolist():
            self._mark(painter, QPointF(x[index], y[index]), int(self.kind[index]), radius, theme)

    def _mark(self, painter: QPainter, place: QPointF, kind: int, radius: float, theme: Theme) -> None:
        color, shape, hollow = self.kinds[kind].tolist()
        *inks, quiet = self._colors(theme)
        ink = quiet if color < 0 else inks[color % len(inks)]
        edge = theme.muted if self._edged else ""
        paint_marker(painter, place, shape, ink, theme, hollow=bool(hollow), radius=radius, edge=edge)

    def _stamp(self, area: QRectF, ratio: float) -> None:
        """Paint a marker of every kind, unless that is done."""
        factor = zoom()
        radius = factor * marker_radius(len(self.kind), area.width() * area.height() / factor**2)
        wanted = (theme().name, round(radius, 1), ratio)
        if wanted == self._stamped:
            return
        self._stamped = wanted
        self._half = math.ceil(2 * radius + 2)
        side = round(2 * self._half * ratio)
        self._pixmap = QPixmap(max(1, side * len(self.kinds)), side)
        self._pixmap.fill(Qt.GlobalColor.transparent)
        with painting(self._pixmap, smooth=True) as painter:
            painter.scale(ratio, ratio)
            for kind in range(len(self.kinds)):
                place = QPointF((kind + 0.5) * side / ratio, side / ratio / 2)
                self._mark(painter, place, kind, radius, theme())
        self._fragments[: len(self.kind), 2] = self.kind * side
        self._fragments[:, 4:6] = side
        self._fragments[:, 6:8] = 1 / ratio


class PlacedItem(QGraphicsItem):
    """What is drawn in pixels into a plot: a child of the view box itself."""

    def __init__(self, parent: QGraphicsItem) -> None:
        super().__init__(parent)
        self._area, self._to_pixels = QRectF(), QTransform()
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def place(self, area: QRectF, to_pixels: QTransform) -> None:
        """Take the plotting area, in the parent's pixels, and the way from values to those pixels."""
        if area != self._area:
            self.prepareGeometryChange()
            self._area = QRectF(area)
        if to_pixels != self._to_pixels:
            self._to_pixels = QTransform(to_pixels)
            self.moved()

    def moved(self) -> None:
        """Draw what lies elsewhere now."""
        self.update()

    def boundingRect(self) -> QRectF:
        return self._area


class PointsItem(PlacedItem):
    """The markers of a plot: drawn when points, colours or range change, otherwise copied from a cache.

    With Qt's cache a frame in which only the map under the points changes costs one copy, whatever their number.
    """

    def __init__(self, parent: QGraphicsItem) -> None:
        super().__init__(parent)
        self.xs: Floats = np.empty(0)
        self.ys: Floats = np.empty(0)
        self._scatter: Scatter | None = None
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    def show_points(self, x: Floats, y: Floats, scatter: Scatter | None) -> None:
        """Show other points `(k,)`, or the same ones in other colours; None for none."""
        self.xs, self.ys, self._scatter = x, y, scatter
        self.update()

    @property
    def count(self) -> int:
        return len(self.xs)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None, /) -> None:
        """Draw every marker."""
        if self._scatter is not None:
            self._scatter.paint(painter, *to_places(self._to_pixels, self.xs, self.ys), self._area)


def to_places(to_pixels: QTransform, x: Floats, y: Floats) -> tuple[Floats, Floats]:
    """Return where points of a plot are on the screen."""
    with np.errstate(all="ignore"):
        return to_pixels.m11() * x + to_pixels.dx(), to_pixels.m22() * y + to_pixels.dy()
