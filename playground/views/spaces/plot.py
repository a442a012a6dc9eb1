"""The large picture: axes, the grid, the decision, and the examples in one square."""

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QResizeEvent, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from playground.views.output.markers import marker_radius
from playground.views.plots.canvas import PlotCanvas
from playground.views.spaces.extent import QuietRange
from playground.views.spaces.lines import FAR, paint_lines
from playground.views.spaces.looks import Looks, Stamps
from playground.views.spaces.pictures import LayerPicture
from playground.views.theme import LIGHT, Theme

NEAR = 9
"""Pixels: the mouse points at an example no further away."""


class SpaceItem(QGraphicsItem):
    """Everything in the square, in pixels of the view box it is a child of: it changes with every frame anyway."""

    def __init__(self, parent: QGraphicsItem) -> None:
        super().__init__(parent)
        self._picture: LayerPicture | None = None
        self._looks: Looks | None = None
        self._stamps: Stamps | None = None
        self._stamped: tuple[object, ...] = ()
        self._theme = LIGHT
        self._area, self._to_pixels = QRectF(), QTransform()
        self._x = self._y = np.empty(0)
        self._marked: int | None = None
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def show_picture(self, picture: LayerPicture | None, shown: Looks | None, theme: Theme) -> None:
        """Draw another frame."""
        self._picture, self._looks, self._theme = picture, shown, theme
        self._place_points()

    def place(self, area: QRectF, to_pixels: QTransform) -> None:
        """Take the plotting area, in the parent's pixels, and the way from values to those pixels."""
        if area != self._area:
            self.prepareGeometryChange()
            self._area = QRectF(area)
        if to_pixels != self._to_pixels:
            self._to_pixels = QTransform(to_pixels)
            self._place_points()

    def mark(self, index: int | None) -> None:
        """Put a ring around an example, by its place in the order of drawing."""
        if index != self._marked:
            self._marked = index
            self.update()

    def nearest(self, place: QPointF) -> int | None:
        """Return the example at a place in pixels, the topmost of the nearest; None if there is none."""
        if not self._x.size:
            return None
        with np.errstate(all="ignore"):
            distance = np.hypot(self._x - place.x(), self._y - place.y())
        index = len(distance) - 1 - int(np.nan_to_num(distance, nan=np.inf)[::-1].argmin())
        return index if distance[index] <= NEAR else None

    def boundingRect(self) -> QRectF:
        """Return the plotting area."""
        return self._area

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None, /) -> None:
        """Draw grid, decision, examples and ring."""
        picture, theme = self._picture, self._theme
        if picture is None or self._looks is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if picture.centred and not picture.is_strip:
            self._paint_axes(painter)
        if picture.lines is not None:
            places = np.moveaxis(self._pixels(np.moveaxis(picture.lines, 2, 0)), 0, 2)
            paint_lines(painter, places, theme, self._area.width())
        if picture.decision is not None:
            self._paint_decision(painter, picture.decision)
        stamps = self._stamps_for(painter.device().devicePixelRatioF())
        if stamps is not None:
            stamps.paint(painter, self._x, self._y, (self._area.width(), self._area.height()))
        marked = self._marked if self._marked is not None and self._marked < len(self._x) else None
        if marked is not None and np.isfinite([self._x[marked], self._y[marked]]).all():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            middle = QPointF(float(self._x[marked]), float(self._y[marked]))
            for ink, width in ((theme.surface, 4.0), (theme.text, 1.6)):
                painter.setPen(QPen(QColor(ink), width))
                painter.drawEllipse(middle, 7.5, 7.5)

    def _place_points(self) -> None:
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
        pen = QPen(QColor(self._theme.border), 1)
        painter.setPen(pen)
        middle = self._to_pixels.map(QPointF(0, 0))
        painter.drawLine(QPointF(0, middle.y()), QPointF(self._area.width(), middle.y()))
        painter.drawLine(QPointF(middle.x(), 0), QPointF(middle.x(), self._area.height()))

    def _paint_decision(self, painter: QPainter, decision: NDArray[Any]) -> None:
        ends = np.clip(self._pixels(decision.reshape(-1, 2).T).T, -FAR, FAR).reshape(-1, 2, 2).tolist()
        for ink, width in ((self._theme.surface, 5.0), (self._theme.text, 2.2)):
            painter.setPen(QPen(QColor(ink), width))
            for start, end in ends:
                painter.drawLine(QPointF(*start), QPointF(*end))

    def _stamps_for(self, ratio: float) -> Stamps | None:
        if self._looks is None:
            return None
        radius = marker_radius(len(self._looks.order), self._area.width() * self._area.height())
        wanted = (self._looks, self._theme.name, round(radius, 1), ratio)
        if wanted != self._stamped:
            self._stamped = wanted
            self._stamps = Stamps(self._looks, self._theme, radius, ratio)
        return self._stamps


class SpacePlot(QWidget):
    """A square with axes that shows one layer.

    Attributes
    ----------
    canvas, item
        The axes, and what they surround.
    pointed
        The example under the mouse by its place in the order of drawing, or None.
    """

    pointed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._picture: LayerPicture | None = None
        self._ranges = (QuietRange(), QuietRange())
        self._mouse: QPointF | None = None
        self._pointed: int | None = None
        self.canvas = PlotCanvas(self)
        self.item = SpaceItem(self.canvas.view)
        self.canvas.moved.connect(self._place)
        self.canvas.axes_resized.connect(self._fit)
        self.canvas.hovered.connect(self._hovered)
        self.canvas.unhovered.connect(self._unhovered)
        self.setMinimumSize(160, 140)

    def show_picture(self, picture: LayerPicture, shown: Looks, theme: Theme, *, anew: bool) -> None:
        """Draw a frame; `anew` where it is another layer or another way of looking, which has its own range."""
        if anew:
            for axis in self._ranges:
                axis.forget()
            self.canvas.set_names(*picture.names)
            self.canvas.left.setStyle(showValues=not picture.is_strip)
            self._theme = theme
        self._picture = picture
        self._set_ranges(picture, shown)
        self.item.show_picture(picture, shown, theme)
        if anew:
            self.canvas.reset_view()
            self._place()
        self._tell()

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme."""
        self._theme = theme
        self.canvas.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the plotting area square."""
        super().resizeEvent(event)
        self._fit()

    def _set_ranges(self, picture: LayerPicture, shown: Looks) -> None:
        points = picture.points[:, shown.order]
        fixed = picture.ranges
        if picture.centred:
            across = self._ranges[0].symmetric(points if fixed[1] is None else points[:1])
            self.canvas.set_home(across, fixed[1] or across)
            return
        values = [points[axis] for axis in range(2)]
        if picture.lines is not None:
            values = [np.concatenate([values[axis], picture.lines[:, :, axis].ravel()]) for axis in range(2)]
        both = [fixed[axis] or self._ranges[axis].around(values[axis]) for axis in range(2)]
        self.canvas.set_home(both[0], both[1])

    def _fit(self) -> None:
        room = self.canvas.surroundings()
        side = max(1, min(self.width() - room.width(), self.height() - room.height()))
        width, height = side + room.width(), side + room.height()
        self.canvas.setGeometry(max(0, (self.width() - width) // 2), 0, width, height)

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
        self.item.mark(found)
        if found is not None or self._pointed is not None:
            self._pointed = found
            self.pointed.emit(found)
