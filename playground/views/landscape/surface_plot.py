"""The cost over a plane: a map with contour lines, the path of the training, and where the weights are."""

import math
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter, QPolygonF, QResizeEvent, QTransform
from PySide6.QtWidgets import QWidget

from playground.messages.numbers import tick
from playground.training.landscape import CostSurface, OptimizerStep
from playground.views.kit.appearance import theme
from playground.views.kit.color_bar import ColorBar, Ticks
from playground.views.kit.copying import Columns
from playground.views.landscape.overlay import (
    INK,
    NUMBER_RADIUS,
    PAPER,
    MarkItem,
    draw_arrow,
    draw_mark,
    draw_number,
    draw_path,
)
from playground.views.landscape.plot import LandscapePlot, Point
from playground.views.landscape.relief import Relief, relief, sequential
from playground.views.landscape.steps import number_colors
from playground.views.output.plot import PictureItem
from playground.views.plots.lines import LineItem
from playground.views.plots.style import line_pen

MARGIN = 4
ROUND = (
    (1, 1.2, 1.4, 1.6, 1.8, 2, 2.5, 3, 3.5, 4, 5, 6, 7, 8, 9),
    (1, 1.5, 2, 3, 4, 5, 6, 8),
    (1, 2, 3, 5),
    (1, 2, 5),
    (1, 3),
    (1,),
)
"""Mantissas of the costs beside a logarithmic scale, the first that are few enough."""


def cost_ticks(shown: Relief) -> Sequence[Ticks]:
    """Return what stands beside the colours of a relief, the most first; nothing special for costs themselves."""
    if not shown.logarithmic:
        return ()
    span = (shown.high - shown.low) or 1.0
    return [
        [
            ((math.log10(cost) - shown.low) / span, text)
            for cost, text in _labeled(round_costs(shown.low, shown.high, count))
        ]
        for count in (5, 3)
    ]


def round_costs(low: float, high: float, count: int) -> list[float]:
    """Return about so many round costs between two exponents of ten; evenly spaced ones where there are too few."""
    for mantissas in ROUND:
        decades = range(math.floor(low), math.ceil(high) + 1)
        costs = [mantissa * 10.0**decade for decade in decades for mantissa in mantissas]
        inside = [cost for cost in costs if low <= math.log10(cost) <= high]
        if 2 < len(inside) <= count + 2:
            return inside
    exponents: list[float] = np.linspace(low, high, count).tolist()
    return [10.0**exponent for exponent in exponents]


def _labeled(costs: Sequence[float]) -> list[tuple[float, str]]:
    """Return costs with their texts: two digits, or as many as tell them apart."""
    texts = [_plain(cost) for cost in costs]
    if len(set(texts)) < len(texts):
        step = min(above - below for below, above in pairwise(costs))
        texts = [tick(cost, step) for cost in costs]
    return list(zip(costs, texts, strict=True))


def _plain(cost: float) -> str:
    return tick(float(f"{cost:.2g}"), 10.0 ** (math.floor(math.log10(cost)) - 1))


class SurfacePlot(LandscapePlot):
    """Draws a `CostSurface`.

    `relief`: what is drawn; None before there is anything.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, widest="−0.25")
        self.canvas.setAccessibleName(self.tr("Cost over a plane"))
        self.canvas.columns = self._columns
        self.scale = ColorBar(self)
        self.scale.setToolTip(self.tr("Which colour stands for which cost."))
        self.relief: Relief | None = None
        self._surface: CostSurface | None = None
        self._drawn: tuple[object, bool] = (None, False)
        self._here: Point | None = None
        self._chosen, self._same_length = "", False
        self._now = MarkItem(self.canvas)
        self.canvas.moved.connect(self._now.place)
        self._picture = PictureItem()
        self._contours = LineItem()
        self._contours.setZValue(1)
        for item in (self._picture, self._contours):
            self.canvas.view.addItem(item, ignoreBounds=True)
        self._contours.set_pen(line_pen(PAPER, width=1))
        self._contours.setOpacity(0.42)
        self.canvas.axes_resized.connect(self.place)
        self.restyle()

    def show_surface(
        self, shown: CostSurface | None, *, logarithmic: bool, contours: bool, here: Point | None, stale: bool
    ) -> None:
        """Draw a surface, or none.

        Parameters
        ----------
        here
            The weights as they are now, projected on its plane.
        stale
            Whether it is of other weights than those.
        """
        self._here = here
        self._now.move_to(here)
        if (shown, logarithmic) != self._drawn:
            self._drawn = (shown, logarithmic)
            self._draw(shown, logarithmic=logarithmic)
        self._contours.setVisible(contours and self.relief is not None)
        self._picture.setOpacity(0.72 if stale else 1.0)

    def show_steps(self, chosen: str, *, same_length: bool) -> None:
        """Draw the next step of an optimizer above the others, and perhaps all equally long."""
        if (chosen, same_length) != (self._chosen, self._same_length):
            self._chosen, self._same_length = chosen, same_length
            self._overlay.update()

    def _columns(self) -> Columns:
        """Return the cost at every computed point, for a copy as text."""
        shown = self._surface
        if shown is None:
            return {}
        x, y = np.meshgrid(shown.x, shown.y)
        return {
            **dict(zip(shown.axis_labels, (x.ravel(), y.ravel()), strict=True)),
            self.tr("cost"): shown.costs.ravel(),
        }

    def cost_at(self, x: float, y: float) -> float | None:
        """Return the cost computed nearest to a point; None outside or where there is none yet."""
        shown = self._surface
        if shown is None or not shown.spacing:
            return None
        if not (shown.x[0] <= x <= shown.x[-1] and shown.y[0] <= y <= shown.y[-1]):
            return None
        column = round((x - shown.x[0]) / (shown.x[1] - shown.x[0]))
        row = round((y - shown.y[0]) / (shown.y[1] - shown.y[0]))
        cost = float(shown.costs[row, column])
        if math.isnan(cost):
            last = (len(shown.x) - 1) // shown.spacing
            row, column = (min(round(index / shown.spacing), last) * shown.spacing for index in (row, column))
            cost = float(shown.costs[row, column])
        return cost

    def lowest(self) -> tuple[Point, float] | None:
        """Return where the lowest computed cost lies, and that cost."""
        shown = self._surface
        if shown is None or not np.isfinite(shown.costs).any():
            return None
        row, column = np.unravel_index(int(np.nanargmin(shown.costs)), shown.costs.shape)
        return (float(shown.x[column]), float(shown.y[row])), float(shown.costs[row, column])

    def mark(self, cost: float | None) -> None:
        """Point at a cost on the scale of colours."""
        known = cost is not None and math.isfinite(cost) and self.relief is not None
        self.scale.mark(self.relief.height(cost) if known and self.relief and cost is not None else None)

    def restyle(self) -> None:
        """Draw the weights' mark in other colours."""
        super().restyle()
        self._now.show_mark("dot", theme().negative, PAPER)

    def start_of_keys(self) -> Point | None:
        return self._here if self.relief is not None else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the plotting area square."""
        super().resizeEvent(event)
        self.place()

    def place(self) -> None:
        """Put canvas and scale in their places for the present size."""
        axes = self.canvas.surroundings()
        beside = self.scale.sizeHint().width() + MARGIN
        side = max(1, min(self.width() - axes.width() - beside, self.height() - axes.height()))
        left = max(0, (self.width() - side - axes.width() - beside) // 2)
        self.canvas.setGeometry(left, 0, side + axes.width(), side + axes.height())
        half = ColorBar.half_line(self.scale.font())
        self.scale.setGeometry(left + side + axes.width(), self.canvas.top_margin() - half, beside, side + 2 * half)

    def paint_marks(self, painter: QPainter, to_pixels: QTransform, area: QRectF) -> None:
        """Draw the path, its start, the lowest point, the optimizers' steps and the pointer."""
        shown = self._surface
        if shown is None or self.relief is None:
            return
        if shown.path.shape[1] > 1:
            points = [to_pixels.map(QPointF(x, y)) for x, y in shown.path.T.tolist()]
            draw_path(painter, QPolygonF(points), PAPER, INK)
            draw_mark(painter, "diamond", points[0], INK, PAPER)
        lowest = self.lowest()
        if lowest is not None:
            draw_mark(painter, "cross", to_pixels.map(QPointF(*lowest[0])), PAPER, INK)
        draw_steps(painter, to_pixels, area, shown.steps, self._chosen, same_length=self._same_length)
        if self._pointer is not None:
            draw_mark(painter, "ring", to_pixels.map(QPointF(*self._pointer)), PAPER, INK)

    def _draw(self, shown: CostSurface | None, *, logarithmic: bool) -> None:
        self._surface = shown
        self.relief = None if shown is None else relief(shown, logarithmic=logarithmic)
        self._picture.setVisible(self.relief is not None)
        self._overlay.update()
        if shown is None or self.relief is None:
            return
        x, y = (float(shown.x[0]), float(shown.x[-1])), (float(shown.y[0]), float(shown.y[-1]))
        self._picture.show_image(self.relief.image(), x, y)
        self._contours.set_path(self.relief.contours(shown.x, shown.y))
        self.canvas.set_home(x, y)
        self.scale.set_scale(
            lambda _theme: sequential(), self.relief.low, self.relief.high, ticks=cost_ticks(self.relief)
        )
        self.place()


BEYOND = NUMBER_RADIUS + 5
"""From an arrow's tip to the middle of its number."""
SAME = 0.3
"""The length of arrows that are equally long, as a share of the map's side."""


def draw_steps(
    painter: QPainter,
    to_pixels: QTransform,
    area: QRectF,
    steps: Sequence[OptimizerStep],
    chosen: str,
    *,
    same_length: bool,
) -> None:
    """Draw the steps of all optimizers from the weights at (0, 0), the chosen one above the others."""
    start = to_pixels.map(QPointF(0, 0))
    arrows: dict[int, QLineF] = {}
    for index, step in enumerate(steps):
        if step.tip is not None:
            arrow = QLineF(start, to_pixels.map(QPointF(*step.tip)))
            if same_length and arrow.length():
                arrow.setLength(SAME * area.width())
            arrows[index] = arrow
    order = sorted(arrows, key=lambda index: steps[index].name == chosen)
    for index in order:
        is_chosen = steps[index].name == chosen
        arrow = arrows[index]
        draw_arrow(painter, arrow.p1(), arrow.p2(), *number_colors(theme(), chosen=is_chosen))
    for index, place in number_places(arrows, area).items():
        draw_number(painter, place, index + 1, *number_colors(theme(), chosen=steps[index].name == chosen))


def number_places(arrows: dict[int, QLineF], area: QRectF) -> dict[int, QPointF]:
    """Return where the number of each arrow stands: beyond its tip, and beside those that stand there already."""
    places: dict[int, QPointF] = {}
    # The longest first: a short arrow's number goes on from where the long ones leave room.
    for index in sorted(arrows, key=lambda index: -arrows[index].length()):
        arrow = arrows[index]
        angle = math.atan2(arrow.dy(), arrow.dx())
        inner = area.adjusted(NUMBER_RADIUS, NUMBER_RADIUS, -NUMBER_RADIUS, -NUMBER_RADIUS)
        candidates = (
            arrow.p2() + QPointF(math.cos(angle + turn), math.sin(angle + turn)) * (BEYOND + ring * 2 * NUMBER_RADIUS)
            for ring in range(4)
            for turn in (0.0, 0.9, -0.9, 1.8, -1.8, 2.7, -2.7)
        )
        free = (
            place
            for place in candidates
            if inner.contains(place)
            and all(QLineF(place, other).length() >= 2 * NUMBER_RADIUS + 1 for other in places.values())
        )
        places[index] = next(free, arrow.p2())
    return places
