"""The picture of one layer: axes, the grid, the straight cut, and the examples in one square."""

import math
from functools import lru_cache
from itertools import pairwise, starmap
from typing import Any, cast

import numpy as np
import shiboken6
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from playground.views.kit.appearance import theme, zoom
from playground.views.kit.scatter import PlacedItem
from playground.views.plots.canvas import Home, PlotCanvas
from playground.views.spaces.pictures import LayerPicture, Looks, QuietRange
from playground.views.theme import Theme

NEAR = 9
"""Pixels: the mouse points at an example no further away."""
FAR = 20_000.0
"""Pixels: what lies further away is drawn at this distance, since Qt's painters lose their precision there."""
FAINTEST = 0.3
"""How much of a family's colour its first line has; the last one has all of it."""
SHADES = 6
"""Of a family's colour: neighbouring lines share one, and are drawn in one go."""
STRETCHED = 0.12
"""A step of a line longer than that, as a share of the picture's side, is torn cloth: it is drawn faintly."""
NAMED_FROM = 440
"""Pixels of a picture's side from which its axes have names."""


class LayerItem(PlacedItem):
    """Everything in the square: it changes with every frame anyway."""

    def __init__(self, parent: QGraphicsItem) -> None:
        super().__init__(parent)
        self._picture: LayerPicture | None = None
        self._looks: Looks | None = None
        self._x = self._y = np.empty(0)
        self._marked: int | None = None

    def show_picture(self, picture: LayerPicture, shown: Looks) -> None:
        self._picture, self._looks = picture, shown
        self.moved()

    def mark(self, index: int | None) -> None:
        """Put a ring around an example, by its place in the order of drawing."""
        if index != self._marked:
            self._marked = index
            self.update()

    @property
    def count(self) -> int:
        """How many examples are drawn."""
        return len(self._x)

    def place_of(self, index: int) -> QPointF | None:
        """Return where an example is in pixels; None if nowhere, or too far away to be drawn."""
        if not 0 <= index < len(self._x):
            return None
        x, y = float(self._x[index]), float(self._y[index])
        return QPointF(x, y) if abs(x) < FAR and abs(y) < FAR else None

    def nearest(self, place: QPointF) -> int | None:
        """Return the example at a place in pixels, the topmost of the nearest; None if there is none."""
        if not self._x.size:
            return None
        with np.errstate(all="ignore"):
            distance = np.hypot(self._x - place.x(), self._y - place.y())
        index = len(distance) - 1 - int(np.nan_to_num(distance, nan=np.inf)[::-1].argmin())
        return index if distance[index] <= NEAR else None

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None, /) -> None:
        picture, colors = self._picture, theme()
        if picture is None or self._looks is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if picture.centred and not picture.is_strip:
            self._paint_axes(painter)
        if picture.lines is not None:
            places = np.moveaxis(self._pixels(np.moveaxis(picture.lines, 2, 0)), 0, 2)
            paint_lines(painter, places, colors, self._area.width())
        if picture.cut is not None:
            self._paint_cut(painter, picture.cut)
        self._looks.scatter.paint(painter, self._x, self._y, QRectF(QPointF(), self._area.size()))
        middle = None if self._marked is None else self.place_of(self._marked)
        if middle is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for ink, width in ((colors.surface, 4.0), (colors.text, 1.6)):
                painter.setPen(QPen(QColor(ink), width * zoom()))
                painter.drawEllipse(middle, 7.5 * zoom(), 7.5 * zoom())

    def moved(self) -> None:
        if self._picture is not None and self._looks is not None and self._picture.points.shape[1]:
            self._x, self._y = self._pixels(self._picture.points[:, self._looks.order])
        else:
            self._x = self._y = np.empty(0)
        self.update()

    def _pixels(self, places: NDArray[Any]) -> NDArray[np.float64]:
        """Return pixels `(2, …)` for values `(2, …)`."""
        to = self._to_pixels
        shape = (2,) + (1,) * (places.ndim - 1)
        scale, shift = np.array([to.m11(), to.m22()]), np.array([to.dx(), to.dy()])
        with np.errstate(all="ignore"):
            pixels: NDArray[np.float64] = places * scale.reshape(shape) + shift.reshape(shape)
        return pixels

    def _paint_axes(self, painter: QPainter) -> None:
        """The origin is the mean of the data: a quiet cross."""
        painter.setPen(QPen(QColor(theme().border), 1))
        middle = self._to_pixels.map(QPointF(0, 0))
        x, y = (min(max(place, -FAR), FAR) for place in (middle.x(), middle.y()))
        painter.drawLine(QPointF(0, y), QPointF(self._area.width(), y))
        painter.drawLine(QPointF(x, 0), QPointF(x, self._area.height()))

    def _paint_cut(self, painter: QPainter, cut: NDArray[Any]) -> None:
        ends = self._pixels(cut.reshape(-1, 2).T).T.reshape(-1, 4)
        ends = np.clip(ends[np.isfinite(ends).all(axis=1)], -FAR, FAR)
        line = 1.8 if len(ends) == 1 else 1.2  # the many borders of many classes would be all one sees
        for ink, width in ((theme().surface, line + 2), (theme().text, line)):
            paint_segments(painter, ends, QPen(QColor(ink), width * zoom()))


class LayerPlot(QWidget):
    """A frame with axes that shows one layer.

    `canvas` and `item`: the axes, and what they surround.

    Signals
    -------
    pointed(index)
        The example under the mouse by its place in the order of drawing, or None.
    """

    pointed = Signal(object)
    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: LayerPicture | None = None
        self._ranges = (QuietRange(), QuietRange())
        self._ratio: float | None = None
        self._axes: tuple[object, ...] = ()
        self._mouse: QPointF | None = None
        self._pointed: int | None = None
        self.canvas = PlotCanvas(self)
        self.item = LayerItem(self.canvas.view)
        self.canvas.moved.connect(self._place)
        self.canvas.hovered.connect(self._hovered)
        self.canvas.unhovered.connect(self._unhovered)
        self.canvas.view.scene().sigMouseClicked.connect(lambda _event: self.pressed.emit())

    def show_picture(self, picture: LayerPicture, shown: Looks, *, anew: bool) -> None:
        """Draw a frame; `anew` where it is another way of looking, which has its own range."""
        if anew:
            for axis in self._ranges:
                axis.forget()
        self._picture = picture
        self._name_axes()
        home = self.home_of(picture, shown)
        # The ranges are a square in the middle of the frame; a strip fills it.
        ratio = None if picture.is_strip else (home[3] - home[2]) / (home[1] - home[0])
        if ratio != self._ratio:
            self._ratio = ratio
            self.canvas.view.setAspectLocked(ratio is not None, ratio or 1.0)
        self.canvas.set_home(home[:2], home[2:])
        self.item.show_picture(picture, shown)
        if anew:
            self.canvas.reset_view()
            self._place()
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.canvas.setGeometry(self.rect())
        self._name_axes()

    def place_on_screen(self, index: int | None) -> QPoint | None:
        place = None if index is None else self.item.place_of(index)
        if place is None:
            return None
        return self.canvas.mapToGlobal((place + self.canvas.frame().topLeft()).toPoint())

    def _name_axes(self) -> None:
        """Name the axes where there is room for it; on the way to another layer they measure nothing."""
        picture = self._picture
        if picture is None:
            return
        large = min(self.width(), self.height()) >= NAMED_FROM
        axes: tuple[tuple[str, str], bool, bool]
        axes = (picture.names if large else ("", ""), picture.is_strip or picture.on_the_way, picture.on_the_way)
        if axes != self._axes:
            self._axes = axes
            names, bare_left, bare_bottom = axes
            self.canvas.set_names(*names)
            self.canvas.left.setStyle(showValues=not bare_left)
            self.canvas.bottom.setStyle(showValues=not bare_bottom)

    def home_of(self, picture: LayerPicture, shown: Looks) -> Home:
        """Return the ranges that show all of a picture."""
        points = picture.points[:, shown.order]
        across, up = picture.ranges
        if across is not None and up is not None:
            return (*across, *up)
        if picture.centred:
            across = self._ranges[0].symmetric(points if up is None else points[:1])
            return (*across, *(up or across))
        values = list(points)
        if picture.lines is not None:
            values = [np.concatenate([values[axis], picture.lines[:, :, axis].ravel()]) for axis in range(2)]
        return (*(across or self._ranges[0].around(values[0])), *(up or self._ranges[1].around(values[1])))

    def _place(self) -> None:
        view = self.canvas.view
        self.item.place(view.rect(), view.childTransform())

    def _hovered(self, x: float, y: float) -> None:
        self._mouse = QPointF(x, y)
        self._tell()

    def _unhovered(self) -> None:
        self._mouse = None
        self._tell()

    def _tell(self) -> None:
        """Say what is under the mouse, which may be another example in every frame."""
        found = None
        if self._mouse is not None and math.isfinite(self._mouse.x() + self._mouse.y()):
            found = self.item.nearest(self.canvas.view.childTransform().map(self._mouse))
        if found is not None or self._pointed is not None:
            self._pointed = found
            self.pointed.emit(found)


@lru_cache(maxsize=16)
def line_pens(theme: Theme, families: int, shades: int = SHADES) -> tuple[QPen, ...]:
    """Return a pen for every shade, family after family: the paler the lower the input's value."""
    return tuple(
        _pen(ink, theme, FAINTEST + (1 - FAINTEST) * (shade / (shades - 1) if shades > 1 else 1.0))
        for ink in (theme.forward, theme.penalty)[:families]
        for shade in range(shades)
    )


def paint_lines(painter: QPainter, lines: NDArray[Any], theme: Theme, side: float) -> None:
    """Draw `(families, lines, 2, steps)` in pixels of a picture with that side.

    A network that tells two sides apart pulls the cloth between them thin, and a step from one side to the other says
    little: it is drawn in the colour of the frame, below. A step to a place that is not a number is not drawn.
    """
    families, count, _two, _steps = lines.shape
    whole = np.isfinite(lines).all(axis=2)
    with np.errstate(all="ignore"):
        places = np.clip(np.nan_to_num(lines), -FAR, FAR).swapaxes(2, 3)
    segments = np.concatenate([places[:, :, :-1], places[:, :, 1:]], axis=3)
    whole = whole[..., 1:] & whole[..., :-1]
    torn = np.abs(segments[..., 2:] - segments[..., :2]).max(axis=3) > STRETCHED * side
    # The long faint ones would take most of the time: they need not be smooth.
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    paint_segments(painter, segments[whole & torn], _pen(theme.border, theme, 1.0))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    close = whole & ~torn
    shades = min(SHADES, count)
    pens = line_pens(theme, families, shades)
    bounds = [round(shade * count / shades) for shade in range(shades + 1)]
    for family in range(families):
        for shade, some in enumerate(starmap(slice, pairwise(bounds))):
            paint_segments(painter, segments[family, some][close[family, some]], pens[family * shades + shade])


def paint_segments(painter: QPainter, segments: NDArray[Any], pen: QPen) -> None:
    """Draw segments `(k, 4)`, x and y of both ends, from numpy's memory: there is no loop in Python."""
    if len(segments):
        memory = np.ascontiguousarray(segments, np.float64)
        painter.setPen(pen)
        painter.drawLines(cast(QLineF, shiboken6.wrapInstance(memory.ctypes.data, QLineF)), len(memory))


def _pen(color: str, theme: Theme, share: float) -> QPen:
    ink, paper = QColor(color), QColor(theme.surface)
    channels = (
        (ink.red(), paper.red()),
        (ink.green(), paper.green()),
        (ink.blue(), paper.blue()),
    )
    pen = QPen(QColor(*(round(share * a + (1 - share) * b) for a, b in channels)), 1)
    pen.setCosmetic(True)
    return pen
