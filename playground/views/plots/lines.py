"""Lines of plots, in the plot's coordinates, as wide at any zoom."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from playground.views.kit.appearance import zoom

Lines = Sequence[tuple[NDArray[Any], NDArray[Any]]]


class LineItem(QGraphicsItem):
    """A path drawn with a cosmetic pen; a path of one point is a dot.

    Qt's own path item strokes the whole path to find its bounds, with the pen's width in the plot's units; here the
    bounds are the points' with the pen's width in pixels around them.
    """

    def __init__(self) -> None:
        super().__init__()
        self._path = QPainterPath()
        self._chosen = self._pen = QPen()
        self._smooth = True
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    @property
    def path(self) -> QPainterPath:
        return self._path

    @property
    def pen(self) -> QPen:
        return self._pen

    def set_pen(self, pen: QPen, *, smooth: bool = True) -> None:
        """Choose the pen, at 100 %; smooth lines cost several times as much, as do those wider than a pixel."""
        self._chosen, self._pen, self._smooth = QPen(pen), QPen(pen), smooth
        self._pen.setWidthF(max(int(pen.widthF() * zoom()), pen.widthF()))
        self.update()

    def set_color(self, color: str) -> None:
        """Draw it in another colour, as wide as was chosen."""
        pen = QPen(self._chosen)
        pen.setColor(QColor(color))
        self.set_pen(pen, smooth=self._smooth)

    def set_path(self, path: QPainterPath) -> None:
        self.prepareGeometryChange()
        self._path = path
        self.update()

    def boundingRect(self) -> QRectF:
        """Return the path's bounds with room for the pen."""
        if not self._path.elementCount():
            return QRectF()
        scale = self.sceneTransform()
        room = self._pen.widthF() + 1
        across, up = room / (abs(scale.m11()) or 1.0), room / (abs(scale.m22()) or 1.0)
        return self._path.controlPointRect().adjusted(-across, -up, across, up)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None, /) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, self._smooth)
        painter.setPen(self._pen)
        if self._path.elementCount() == 1:
            painter.drawPoint(self._path.currentPosition())
        else:
            painter.drawPath(self._path)


class CurvesItem:
    """As many lines as there is something to draw; one is made when it is first needed.

    `view`: the `pyqtgraph.ViewBox` they belong to.
    """

    def __init__(self, view: Any) -> None:
        self._view = view
        self._items: list[LineItem] = []

    def __iter__(self) -> Iterator[LineItem]:
        return iter(self._items)

    def show_lines(self, lines: Lines, pens: Sequence[QPen], *, smooth: bool = True) -> None:
        """Draw `(x, y)` each with its pen; values that are not finite are left out, a single one is a dot."""
        while len(self._items) < len(lines):
            item = LineItem()
            item.setZValue(2)
            self._view.addItem(item, ignoreBounds=True)
            self._items.append(item)
        for item, (x, y), pen in zip(self._items, lines, pens, strict=False):
            item.set_path(_path(x, y))
            item.set_pen(pen, smooth=smooth)
            item.show()
        for item in self._items[len(lines) :]:
            item.hide()


def _path(x: NDArray[Any], y: NDArray[Any]) -> QPainterPath:
    finite = np.isfinite(x) & np.isfinite(y)
    x, y = x[finite].astype(float), y[finite].astype(float)
    if len(x) == 1:
        dot = QPainterPath()
        dot.moveTo(float(x[0]), float(y[0]))
        return dot
    path: QPainterPath = pg.arrayToQPath(x, y, finiteCheck=False)
    return path
