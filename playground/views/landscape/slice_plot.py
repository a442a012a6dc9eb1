"""The cost against one weight: the curve, its tangent, where a step goes, its local minima."""

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPen, QPolygonF, QTransform
from PySide6.QtWidgets import QWidget

from playground.training.landscape import CostSlice
from playground.views.kit.appearance import theme
from playground.views.kit.building import in_column
from playground.views.kit.copying import Columns
from playground.views.landscape.overlay import Overlay, draw_arrow, draw_mark
from playground.views.landscape.plot import LandscapePlot, Point
from playground.views.plots.lines import CurvesItem
from playground.views.plots.style import DASHES, line_pen

AIR = 0.07
"""Room above and below the curve, as a share of its height."""
TANGENT_REACH = 0.2
"""The tangent reaches this share of the width to both sides, less where it would leave the height."""
TANGENT_HEIGHT = 0.45
SEGMENTS = 48
SEPARATE = 12.0
"""Pixels from which the next step is drawn as a place of its own."""
LEAST_POSITIVE = 1e-12
GROUND = 0.2
HIGHEST = 1e30
"""What is higher, or infinite, is off the plot."""


class SlicePlot(LandscapePlot):
    """Draws a `CostSlice`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, widest="0.0001")
        self.canvas.setAccessibleName(self.tr("Cost against one weight"))
        self.canvas.columns = self._columns
        self._slice: CostSlice | None = None
        self._logarithmic = False
        self._stale = False
        self._drawn: tuple[object, ...] = ()
        self._curves = CurvesItem(self.canvas.view)
        self._ground = Overlay(self.canvas, self._paint_ground, depth=-5)
        self.canvas.moved.connect(self._ground.place)
        self.setLayout(in_column(self.canvas))

    def show_slice(self, shown: CostSlice | None, *, logarithmic: bool, penalty: bool, stale: bool) -> None:
        """Draw a slice, or none; a stale one is paler."""
        drawn = (shown, logarithmic, penalty, stale)
        if drawn == self._drawn:
            return
        self._drawn = drawn
        self._slice, self._logarithmic, self._stale = shown, logarithmic, stale
        self._overlay.update()
        self._ground.update()
        if shown is None:
            self._curves.show_lines((), ())
            return
        lines, pens = [(shown.values, self._height(shown.costs))], [self._pen(theme().train, 2)]
        if penalty:
            total = shown.costs + shown.penalties
            lines.append((shown.values, self._height(total)))
            pens.append(line_pen(theme().penalty, DASHES[1], 1.5))
        self._curves.show_lines(lines, pens)
        self.canvas.set_scale(logarithmic=logarithmic)
        self.canvas.set_home((float(shown.values[0]), float(shown.values[-1])), _span([y for _x, y in lines]))

    def _columns(self) -> Columns:
        """Return the curve, for a copy as text."""
        shown = self._slice
        return {} if shown is None else {"w": shown.values, self.tr("cost"): shown.costs}

    def cost_at(self, value: float) -> float | None:
        """Return the cost at a value of the weight, between the computed ones."""
        shown = self._slice
        if shown is None or not shown.values[0] <= value <= shown.values[-1]:
            return None
        with np.errstate(all="ignore"):
            return float(np.interp(value, shown.values, shown.costs))

    def start_of_keys(self) -> Point | None:
        """Return the present weight and its cost."""
        shown = self._slice
        return None if shown is None else (shown.at, self._height_of(shown.cost_at))

    def restyle(self) -> None:
        """Draw the curves in other colours."""
        super().restyle()
        for item, color in zip(self._curves, (theme().train, theme().penalty), strict=False):
            item.set_color(color)

    def paint_marks(self, painter: QPainter, to_pixels: QTransform, area: QRectF) -> None:
        """Draw tangent, step, minima, the weight as it is, and the pointer."""
        shown, look = self._slice, theme()
        if shown is None:
            return
        self._paint_pointer(painter, to_pixels, area)
        painter.setOpacity(0.45 if self._stale else 1.0)
        self._paint_tangent(painter, to_pixels, shown)
        for minimum in shown.minima:
            cost = self.cost_at(minimum)
            if cost is not None:
                place = to_pixels.map(QPointF(minimum, self._height_of(cost)))
                draw_mark(painter, "triangle", place, look.forward, look.surface)
        here = to_pixels.map(QPointF(shown.at, self._height_of(shown.cost_at)))
        self._paint_step(painter, to_pixels, shown, here)
        draw_mark(painter, "dot", here, look.accent, look.surface)
        painter.setOpacity(1.0)

    def _paint_ground(self, painter: QPainter, to_pixels: QTransform, area: QRectF) -> None:
        """Shade what lies under the curve, so that it reads as a landscape."""
        shown = self._slice
        if shown is None:
            return
        heights = self._height(np.minimum(shown.costs, HIGHEST))
        edge = [QPointF(x, y) for x, y in zip(shown.values.tolist(), heights.tolist(), strict=True)]
        outline = to_pixels.map(QPolygonF(edge))
        outline.append(QPointF(outline.last().x(), area.bottom()))
        outline.append(QPointF(outline.first().x(), area.bottom()))
        shade = QLinearGradient(area.topLeft(), area.bottomLeft())
        for place, strength in ((0.0, GROUND), (1.0, 0.02)):
            tint = QColor(theme().train)
            tint.setAlphaF(strength * (0.5 if self._stale else 1.0))
            shade.setColorAt(place, tint)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shade)
        painter.drawPolygon(outline)

    def _paint_tangent(self, painter: QPainter, to_pixels: QTransform, shown: CostSlice) -> None:
        if not math.isfinite(shown.gradient):
            return
        ends = self._tangent_reach(shown)
        values = np.linspace(*ends, SEGMENTS)
        costs = shown.cost_at + shown.gradient * (values - shown.at)
        points = [
            to_pixels.map(QPointF(value, self._height_of(cost)))
            for value, cost in zip(values.tolist(), costs.tolist(), strict=True)
            if not self._logarithmic or cost > LEAST_POSITIVE
        ]
        painter.setPen(QPen(QColor(theme().backward), 1.8))
        painter.drawPolyline(QPolygonF(points))

    def _tangent_reach(self, shown: CostSlice) -> tuple[float, float]:
        """Return from which to which value the tangent is drawn."""
        width = float(shown.values[-1] - shown.values[0])
        finite = shown.costs[np.isfinite(shown.costs)]
        height = float(np.ptp(finite)) if finite.size else 0.0
        reach = TANGENT_REACH * width
        if shown.gradient and height:
            reach = min(reach, TANGENT_HEIGHT * height / abs(shown.gradient))
        return shown.at - reach, shown.at + reach

    def _paint_step(self, painter: QPainter, to_pixels: QTransform, shown: CostSlice, here: QPointF) -> None:
        """Draw the next step along the tangent, and the cost it leads to; a tiny one as a head that shows its side."""
        if shown.step is None or shown.cost_at_step is None or shown.step == shown.at:
            return
        look = theme()
        predicted = shown.cost_at + shown.gradient * (shown.step - shown.at)
        end = to_pixels.map(QPointF(shown.step, self._height_of(predicted)))
        if QLineF(here, end).length() < SEPARATE:
            side = math.copysign(1.0, shown.step - shown.at)
            draw_arrow(painter, here + QPointF(7 * side, 0), here + QPointF(15 * side, 0), look.text, look.surface)
            return
        draw_arrow(painter, here, end, look.text, look.surface)
        landing = to_pixels.map(QPointF(shown.step, self._height_of(shown.cost_at_step)))
        painter.setPen(_dotted(look.muted))
        painter.drawLine(end, landing)
        draw_mark(painter, "ring", landing, look.text, look.surface)

    def _paint_pointer(self, painter: QPainter, to_pixels: QTransform, area: QRectF) -> None:
        if self._pointer is None:
            return
        value = self._pointer[0]
        cost = self.cost_at(value)
        x = to_pixels.map(QPointF(value, 0)).x()
        painter.setPen(QPen(QColor(theme().accent), 1))
        painter.drawLine(QLineF(x, area.top(), x, area.bottom()))
        if cost is not None and math.isfinite(cost):
            place = to_pixels.map(QPointF(value, self._height_of(cost)))
            draw_mark(painter, "ring", place, theme().accent, theme().surface)

    def _height(self, costs: NDArray[Any]) -> NDArray[np.float64]:
        values = costs.astype(float)
        return np.log10(np.maximum(values, LEAST_POSITIVE)) if self._logarithmic else values

    def _height_of(self, cost: float) -> float:
        return math.log10(max(cost, LEAST_POSITIVE)) if self._logarithmic else cost

    def _pen(self, color: str, width: float) -> QPen:
        pen = line_pen(color, width=width)
        if self._stale:
            faded = pen.color()
            faded.setAlphaF(0.45)
            pen.setColor(faded)
        return pen


def _dotted(color: str) -> QPen:
    pen = QPen(QColor(color), 1.2)
    pen.setDashPattern([1.5, 2.5])
    return pen


def _span(heights: list[NDArray[np.float64]]) -> tuple[float, float]:
    """Return the range of the plot around some lines."""
    values = np.concatenate(heights)
    values = values[np.isfinite(values)]
    if not values.size:
        return 0.0, 1.0
    low, high = float(values.min()), float(values.max())
    room = AIR * (high - low) or max(abs(high), 1.0) * AIR
    return low - room, high + room
