"""A plot of points, each an example: pointed at with the mouse it is named, clicked it is chosen in the table.

Thousands of points are one image: stamping pixels costs a fraction of drawing markers one by one.
"""

from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPainterPath, QTransform
from PySide6.QtWidgets import QWidget

from playground.views.kit.appearance import theme
from playground.views.kit.building import in_column
from playground.views.kit.scatter import PointsItem, Scatter, to_places
from playground.views.landscape.overlay import MarkItem
from playground.views.plots.canvas import PlotCanvas
from playground.views.plots.lines import LineItem
from playground.views.plots.style import line_pen

REACH = 14.0
"""Pixels from the mouse within which a point is meant."""
Range = tuple[float, float]


Floats = NDArray[np.floating[Any]]
Pixels = NDArray[np.uint32]


class Cloud(Struct, frozen=True, eq=False):
    """Points of one kind.

    Attributes
    ----------
    x, y
        `(k,)`.
    color
        Of the markers, ``#rrggbb``.
    hollow
        Rings instead of discs.
    """

    x: Floats
    y: Floats
    color: str
    hollow: bool = False


class ScatterPlot(QWidget):
    """Clouds of points with a guide line.

    Signals
    -------
    pointed(place)
        (cloud, point) nearest to the mouse; None for none.
    """

    pointed = Signal(object)
    clicked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clouds: tuple[Cloud, ...] = ()
        self._nearest: tuple[int, int] | None = None
        self.canvas = PlotCanvas()
        self._guide = LineItem()
        self._guide.setZValue(1)
        self.canvas.view.addItem(self._guide, ignoreBounds=True)
        self._points = PointsItem(self.canvas.view)
        self._points.setZValue(10)
        self._pointer, self._chosen = MarkItem(self.canvas), MarkItem(self.canvas)
        self.canvas.moved.connect(self._place)
        self.canvas.hovered.connect(self._hovered)
        self.canvas.unhovered.connect(self._unhovered)
        self.canvas.view.scene().sigMouseClicked.connect(self._clicked)
        self.setLayout(in_column(self.canvas))
        self._restyle()

    @property
    def clouds(self) -> tuple[Cloud, ...]:
        return self._clouds

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme; the points follow when they are shown next."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._restyle()

    def show_clouds(self, clouds: tuple[Cloud, ...], x: Range, y: Range, *, guide: tuple[Range, Range]) -> None:
        """Draw points, and a guide line through ((x, x), (y, y))."""
        self._clouds = clouds
        self._points.show_points(*_joined(clouds))
        path = QPainterPath(QPointF(guide[0][0], guide[1][0]))
        path.lineTo(guide[0][1], guide[1][1])
        if path != self._guide.path:
            self._guide.set_path(path)
        self.canvas.set_home(x, y)
        self._place()
        self._follow()

    def mark(self, place: tuple[int, int] | None) -> None:
        """Ring a point, (cloud, point), or none."""
        self._chosen.move_to(self._point_at(place))

    def _restyle(self) -> None:
        self._guide.set_pen(line_pen(theme().muted, Qt.PenStyle.DashLine, 1.2))
        self._pointer.show_mark("ring", theme().accent, theme().surface)
        self._chosen.show_mark("ring", theme().text, theme().surface)

    def _point_at(self, place: tuple[int, int] | None) -> tuple[float, float] | None:
        if place is None or place[0] >= len(self._clouds) or place[1] >= self._clouds[place[0]].x.size:
            return None
        cloud = self._clouds[place[0]]
        x, y = float(cloud.x[place[1]]), float(cloud.y[place[1]])
        return (x, y) if np.isfinite(x) and np.isfinite(y) else None

    def _place(self) -> None:
        view = self.canvas.view
        self._points.place(view.rect(), view.childTransform())
        self._pointer.place()
        self._chosen.place()

    def _follow(self) -> None:
        """Let the pointer's ring follow the point, which moves while training runs."""
        self._pointer.move_to(self._point_at(self._nearest))

    def _hovered(self, x: float, y: float) -> None:
        self._point(self.nearest(x, y))

    def _unhovered(self) -> None:
        self._point(None)

    def _point(self, place: tuple[int, int] | None) -> None:
        if place != self._nearest:
            self._nearest = place
            self.pointed.emit(place)
        self._follow()

    def nearest(self, x: float, y: float) -> tuple[int, int] | None:
        """Return (cloud, point) nearest to a place of the plot, None if none is near."""
        to_pixels = QTransform(self.canvas.view.childTransform())
        here = to_pixels.map(QPointF(x, y))
        best: tuple[float, tuple[int, int]] | None = None
        for number, cloud in enumerate(self._clouds):
            across, down = to_places(to_pixels, cloud.x, cloud.y)
            distance = np.nan_to_num(np.hypot(across - here.x(), down - here.y()), nan=np.inf)
            if distance.size:
                index = int(distance.argmin())
                if distance[index] <= REACH and (best is None or distance[index] <= best[0]):
                    best = float(distance[index]), (number, index)
        return None if best is None else best[1]

    def _clicked(self, event: Any) -> None:
        if event.button() != Qt.MouseButton.LeftButton or event.double():
            return
        if self.canvas.view.sceneBoundingRect().contains(event.scenePos()):
            place = self.canvas.view.mapSceneToView(event.scenePos())
            found = self.nearest(place.x(), place.y())
            if found is not None:
                self.clicked.emit(found)


def _joined(clouds: tuple[Cloud, ...]) -> tuple[Floats, Floats, Scatter]:
    """Return the points of all clouds, the last on top, with their markers."""
    kinds = np.array([(number, 0, cloud.hollow) for number, cloud in enumerate(clouds)], np.intp).reshape(-1, 3)
    kind = np.repeat(np.arange(len(clouds)), [cloud.x.size for cloud in clouds])
    x, y = np.concatenate([np.stack([cloud.x, cloud.y]) for cloud in clouds], axis=1)
    return x, y, Scatter(kinds, kind, lambda theme: [*(QColor(cloud.color) for cloud in clouds), QColor(theme.muted)])
