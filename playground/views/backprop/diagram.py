"""The network beside a walk: which layer is at work, which way it flows, and how far it has come."""

from collections.abc import Sequence

import numpy as np
from msgspec import Struct
from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFontMetricsF,
    QPainter,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QWidget

from playground.messages import numbers
from playground.training.results import Array
from playground.training.walkthrough.walk import Cell
from playground.views import color_maps
from playground.views.backprop.position import (
    DIRECTIONS,
    OF_THE_WHOLE_NETWORK,
    Position,
    activity,
    backward_done,
    forward_done,
    updated,
)
from playground.views.kit.appearance import tabular
from playground.views.kit.canvas import NO_KEYS, Canvas, Item
from playground.views.kit.cells import CellColors, cell_text
from playground.views.plots.style import small_font

LARGEST_RADIUS, SMALLEST_RADIUS = 15.0, 4.0
MOST_SHOWN = 16
ARROW_BAND = 11
"""Height above the neurons for the way forward."""
SIDE = 30


class DiagramLayout(Struct, frozen=True):
    """A network in an area: each layer's neurons as far as they are shown, and the middle of its column."""

    columns: tuple[tuple[QPointF, ...], ...]
    x: tuple[float, ...]
    radius: float
    height: float
    line: float

    def neuron_at(self, x: float, y: float) -> tuple[int, int] | None:
        """Return layer and unit of the nearest neuron of the column at this place."""
        nearest = min(range(len(self.x)), key=lambda layer: abs(self.x[layer] - x))
        if abs(self.x[nearest] - x) > 2 * LARGEST_RADIUS:
            return None
        column = self.columns[nearest]
        return nearest, min(range(len(column)), key=lambda unit: abs(column[unit].y() - y))


def arrange(sizes: Sequence[int], width: float, height: float, line: float, most_between: float = 14) -> DiagramLayout:
    """Place the neurons of a network of sizes `n_0 … n_L`, so far apart at most, above a line of text."""
    top, bottom = ARROW_BAND + 4.0, height - line - 3
    room, pitch = bottom - top, (width - 2 * SIDE) / (len(sizes) - 1)
    shown = [max(min(size, MOST_SHOWN, int(room / (2 * SMALLEST_RADIUS + 3))), 1) for size in sizes]
    radius = min(max(room / max(shown) / 2 - 2, SMALLEST_RADIUS), LARGEST_RADIUS, max(pitch / 5, SMALLEST_RADIUS))
    x = tuple(SIDE + layer * pitch for layer in range(len(sizes)))
    columns = []
    for place, count in zip(x, shown, strict=True):
        step = min(room / count, 2 * radius + most_between)
        first = (top + bottom) / 2 - (count - 1) / 2 * step
        columns.append(tuple(QPointF(place, first + unit * step) for unit in range(count)))
    return DiagramLayout(tuple(columns), x, radius, height, line)


def _neurons(cell: Cell) -> tuple[tuple[int, int], ...]:
    """Return layer and unit of the neuron that a number belongs to, of a weight those of both ends, the lower first."""
    (name, layer), row, column = cell
    if name in OF_THE_WHOLE_NETWORK:
        return ()
    return ((layer - 1, column), (layer, row)) if "W" in name else ((layer, row),)


NUMBER_RADIUS = 12.0
MOST_NAMED_LAYERS = 4
"""Networks with more layers than that have room for their numbers only."""


class FlowDiagram(Canvas):
    """A light drawing of the network; neurons have the colour of what they compute, hatched until they do.

    `neuron_clicked` has layer 0 … L and unit from 0 of the nearest neuron to where its column was clicked.
    """

    neuron_clicked = Signal(int, int)
    arrow_keys = NO_KEYS

    comfortable, least, most_grown = (420, 160), (200, 88), 1.5

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._position: Position | None = None
        self._marked: tuple[tuple[int, int], ...] = ()
        self.chosen.connect(lambda neuron: self.neuron_clicked.emit(*neuron))
        self.setAccessibleName(self.tr("Where in the network this step works"))

    def show_position(self, position: Position | None) -> None:
        self._position = position
        self.setAccessibleDescription(self.caption)
        self.renew()

    @property
    def marked(self) -> tuple[tuple[int, int], ...]:
        """Layer and unit of the neurons outlined."""
        return self._marked

    def mark(self, cell: Cell | None) -> None:
        """Outline the neuron that a number belongs to; of a weight, both ends and what is between them."""
        self._marked = () if cell is None else _neurons(cell)
        self.update()

    def items(self) -> list[Item]:
        if self._position is None:
            return []
        position, arranged, items = self._position, self._arranged(self._position), []
        side = 2 * arranged.radius
        for layer, column in enumerate(arranged.columns):
            values = self._values(position, layer)
            for unit, center in enumerate(column):
                box = QRectF(center.x() - side / 2, center.y() - side / 2, side, side)
                value = numbers.number(None if values is None else float(values[unit]))
                items.append(Item((layer, unit), box, f"{self._name(layer)} {unit + 1}", value, self._meaning()))
        return items

    def item_at(self, place: QPointF) -> Item | None:
        found = None if self._position is None else self._arranged(self._position).neuron_at(place.x(), place.y())
        return self.item_of(found)

    def tip_at(self, _place: QPointF) -> str:
        """Say what the colours mean."""
        return self._meaning()

    @property
    def caption(self) -> str:
        """Whose numbers stand in the neurons."""
        if self._position is None:
            return ""
        walkthrough = self._position.walkthrough
        if walkthrough.example is not None:
            return self.tr("numbers of example {number}").format(number=walkthrough.example + 1)
        if walkthrough.m == 1:
            return self.tr("numbers of one example")
        return self.tr("means of {m} examples").format(m=walkthrough.m)

    def neuron_center(self, layer: int, unit: int) -> QPointF:
        """Return the middle of a neuron that is drawn."""
        assert self._position is not None, "without a walk there are no neurons"
        return self._arranged(self._position).columns[layer][unit]

    def paint_still(self, painter: QPainter, _size: QSizeF, /) -> None:
        if self._position is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint(painter, self._position)

    def paint(self, painter: QPainter, _size: QSizeF, /) -> None:
        if self._position is None:
            return
        arranged = self._arranged(self._position)
        drawn = [
            arranged.columns[layer][unit]
            for layer, unit in self._marked
            if layer < len(arranged.columns) and unit < len(arranged.columns[layer])
        ]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.theme.text), 2.4))
        radius = arranged.radius + 2
        for center in drawn:
            painter.drawEllipse(center, radius, radius)
        if len(drawn) == 2:
            between = QLineF(*drawn)
            ends = (between.pointAt(share) for share in (radius / between.length(), 1 - radius / between.length()))
            painter.drawLine(QLineF(*ends))

    def _arranged(self, position: Position) -> DiagramLayout:
        line = QFontMetricsF(small_font(self.base_font)).height()
        return arrange(position.walkthrough.sizes, self.area.width(), self.area.height() - line, line)

    def _paint(self, painter: QPainter, position: Position) -> None:
        self._layout = self._arranged(position)
        self._colors = CellColors(self.theme)
        self._table = color_maps.diverging(self.theme)
        for layer in range(1, position.layers + 1):
            self._paint_edges(painter, position, layer)
            self._paint_arrows(painter, position, layer)
        for layer in range(position.layers + 1):
            self._paint_column(painter, position, layer)
        painter.setFont(small_font(self.base_font))
        painter.setPen(QColor(self.theme.muted))
        bottom = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignHCenter
        painter.drawText(self.area, bottom, self.caption)

    def _paint_edges(self, painter: QPainter, position: Position, layer: int) -> None:
        active = activity(position).gap == layer
        color = QColor(self.theme.border)
        if active:
            color = QColor(position.color(self.theme))
            color.setAlphaF(0.75)
        elif updated(position, layer):
            color = QColor(DIRECTIONS["update"].color(self.theme))
            color.setAlphaF(0.6)
        elif forward_done(position, layer):
            color = QColor(self.theme.muted)
            color.setAlphaF(0.6)
        painter.setPen(QPen(color, 1.4 if active else 1.0))
        starts, ends = self._layout.columns[layer - 1], self._layout.columns[layer]
        painter.drawLines([QLineF(start, end) for start in starts for end in ends])

    def _paint_arrows(self, painter: QPainter, position: Position, layer: int) -> None:
        """Draw the way forward above the weights and the way back below them, as far as they have come."""
        left = self._layout.x[layer - 1] + self._layout.radius + 3
        right = self._layout.x[layer] - self._layout.radius - 3
        top, bottom = ARROW_BAND / 2 + 1, self._layout.height - self._layout.line / 2
        doing = activity(position)
        direction = position.direction
        if forward_done(position, layer):
            active = direction.flow > 0 and doing.gap == layer
            self._arrow(painter, left, right, top, DIRECTIONS["forward"].color(self.theme), active)
        if backward_done(position, layer):
            active = direction.flow < 0 and doing.gap == layer
            room = self._label_width(position) / 2 + 6  # the way back runs between the layers' names
            right, left = self._layout.x[layer] - room, self._layout.x[layer - 1] + room
            self._arrow(painter, right, left, bottom, DIRECTIONS["backward"].color(self.theme), active)

    def _arrow(self, painter: QPainter, start: float, end: float, y: float, name: str, active: bool) -> None:
        color = QColor(name)
        color.setAlphaF(1.0 if active else 0.5)
        head, way = (5.5, 3.0) if active else (4.0, 1.4), 1 if end > start else -1
        size = head[0]
        painter.setPen(QPen(color, head[1], Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLine(QLineF(start, y, end - way * size, y))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        back = end - way * 1.6 * size
        painter.drawPolygon(QPolygonF([QPointF(end, y), QPointF(back, y - size), QPointF(back, y + size)]))

    def _paint_column(self, painter: QPainter, position: Position, layer: int) -> None:
        values, gradient = self._values(position, layer), self._mean(position, ("dZ", layer))
        radius = self._layout.radius
        doing = activity(position)
        color = QColor(position.color(self.theme))
        levels = None if values is None else self._levels(values)
        rings = None if gradient is None else self._levels(gradient)
        painter.setFont(tabular(self.base_font, 0.75))
        for unit, center in enumerate(self._layout.columns[layer]):
            box = QRectF(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius)
            if doing.column == layer:
                glow = QColor(color)
                glow.setAlphaF(0.35)
                painter.setPen(QPen(glow, 7))
                painter.drawEllipse(box)
            painter.setPen(QPen(QColor(self.theme.muted), 1))
            painter.setBrush(QColor(self.theme.surface))
            painter.drawEllipse(box)
            if levels is None or values is None:
                painter.setBrush(QBrush(QColor(self.theme.hatch), Qt.BrushStyle.BDiagPattern))
            else:
                painter.setBrush(QColor(*self._table[levels[unit]].tolist()))
            if rings is not None:
                painter.setPen(QPen(QColor(*self._table[rings[unit]].tolist()), 3))
            painter.drawEllipse(box)
            if values is not None and levels is not None and radius >= NUMBER_RADIUS:
                painter.setPen(self._colors.ink(levels[unit]))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, cell_text(float(values[unit]), 4))
        self._paint_label(painter, position, layer)

    def _paint_label(self, painter: QPainter, position: Position, layer: int) -> None:
        font = small_font(self.base_font)
        painter.setFont(font)
        active = activity(position).column == layer
        painter.setPen(QColor(self.theme.text if active else self.theme.muted))
        name = self._label(position, layer)
        wide = QFontMetricsF(font).horizontalAdvance(name) + 2
        left = min(max(self._layout.x[layer] - wide / 2, 0), self.area.width() - wide)
        place = QRectF(left, self._layout.height - self._layout.line, wide, self._layout.line)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, name)

    def _label(self, position: Position, layer: int) -> str:
        size = position.walkthrough.sizes[layer]
        name = str(layer) if position.layers > MOST_NAMED_LAYERS else self._name(layer)
        hidden = size - len(self._layout.columns[layer])
        return f"{name} (+{hidden})" if hidden > 0 else name

    def _name(self, layer: int) -> str:
        return self.tr("input") if layer == 0 else self.tr("layer {number}").format(number=layer)

    def _label_width(self, position: Position) -> float:
        metrics = QFontMetricsF(small_font(self.base_font))
        names = [self._label(position, layer) for layer in range(position.layers + 1)]
        return max(metrics.horizontalAdvance(name) for name in names)

    def _values(self, position: Position, layer: int) -> Array | None:
        new = self._mean(position, ("A_new", layer)) if layer else None
        return self._mean(position, ("A", layer)) if new is None else new

    def _mean(self, position: Position, quantity: tuple[str, int]) -> Array | None:
        """Return a quantity of each neuron, on the average of the examples; None while it is not computed."""
        values = position.array(quantity)
        return None if values is None else np.asarray(values.mean(axis=1))

    def _levels(self, values: Array) -> list[int]:
        end = float(np.abs(values[np.isfinite(values)]).max(initial=0.0)) or 1.0
        return [int(level) for level in color_maps.indices(values, -end, end)]

    def _meaning(self) -> str:
        if self._position is None:
            return ""
        if self._position.walkthrough.m == 1:
            return self.tr(
                "Colour and number of a neuron: its activation for this example. Ring: its gradient dZ. "
                "Hatched: not computed yet."
            )
        return self.tr(
            "Colour and number of a neuron: its mean activation over the mini-batch. Ring: its mean gradient dZ. "
            "Hatched: not computed yet."
        )
