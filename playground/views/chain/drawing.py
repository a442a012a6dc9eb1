"""The geometry of a graph on screen: plates, edges as smooth paths, and what lies under the mouse."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainterPath, QPolygonF

from playground.expressions import Evaluation
from playground.views.chain.gates import Gate, gates_of, shape_text
from playground.views.chain.layout import Box, Edge, Placement, edges_of, place
from playground.views.numbers import tabular

NUMBER_GAP = 3.0
PLATE_HEIGHT = 40.0
SOURCE_HEIGHT = 30.0
NARROWEST = 40.0
GAP = 30.0
GAP_WITH_LABELS = 50.0
LABEL_PLACE = 0.68
"""How far along its last stretch an edge carries its label."""
TWIN_SHIFT = 0.16
"""How far the labels of two edges between the same nodes stand apart."""
MOST_TWINS = 3
"""Room is made for so many labels beside each other."""
LABEL_ROOM = 14.0
"""A label, and the arrow's tip beside it."""
NEAR = 7.0
"""How close to an edge the mouse must be."""
_PADDING = 20.0


@dataclass(frozen=True)
class Fonts:
    """The fonts of the drawing at a zoom of 1."""

    symbol: QFont
    caption: QFont
    number: QFont
    label: QFont

    @classmethod
    def of(cls, font: QFont) -> "Fonts":
        """Return the fonts that go with a widget's."""
        symbol = tabular(font, 1.1)
        symbol.setWeight(QFont.Weight.DemiBold)
        return cls(symbol, tabular(font, 0.85), tabular(font, 0.92), tabular(font, 0.8))


@dataclass(frozen=True, eq=False)
class Wire:
    """An edge as it is drawn.

    Attributes
    ----------
    edge
    position
        Which of the target's inputs it is, constants counted.
    passed
        How many stretches of its source's trunk it runs along first.
    last
        The stretch into its target.
    label
        Where something can be written on it.
    shape
        Of the Jacobian across the target, such as ``3×3``; empty between numbers.
    shared
        Whether its source is read more than once, so that it carries only a part of the gradient.
    """

    edge: Edge
    position: int
    passed: int
    last: QPainterPath
    label: QPointF
    shape: str
    shared: bool


@dataclass(frozen=True, eq=False)
class Drawing:
    """Everything that stays while only numbers change."""

    gates: Mapping[str, Gate]
    plates: Mapping[str, QRectF]
    wires: tuple[Wire, ...]
    trunks: Mapping[str, tuple[QPainterPath, ...]]
    columns: tuple[tuple[str, ...], ...]
    area: QRectF
    line: float

    @cached_property
    def all_wires(self) -> QPainterPath:
        """Every edge, in one path."""
        path = QPainterPath()
        for stretches in self.trunks.values():
            for stretch in stretches:
                path.addPath(stretch)
        for wire in self.wires:
            path.addPath(wire.last)
        return path

    def path_of(self, wire: Wire) -> QPainterPath:
        """Return one edge from end to end."""
        path = QPainterPath()
        for stretch in self.trunks.get(wire.edge.source, ())[: wire.passed]:
            path.addPath(stretch)
        path.addPath(wire.last)
        return path

    def gate_at(self, point: QPointF) -> str:
        """Return the name of the node at a point, its numbers included; empty if none."""
        for name, plate in self.plates.items():
            if plate.adjusted(-4, -self.line, 4, self.line).contains(point):
                return name
        return ""

    def wire_at(self, point: QPointF) -> Wire | None:
        """Return the nearest edge close to a point; on a trunk, the one that leaves it first."""
        best, nearest = None, NEAR
        for wire in self.wires:
            trunk = self.trunks.get(wire.edge.source, ())
            for stretch in (wire.last, *trunk[max(wire.passed - 1, 0) : wire.passed]):
                if stretch.controlPointRect().adjusted(-NEAR, -NEAR, NEAR, NEAR).contains(point):
                    distance = _distance(stretch.toSubpathPolygons()[0], point)
                    if distance < nearest:
                        best, nearest = wire, distance
        return best


def drawing_of(evaluation: Evaluation, fonts: Fonts) -> Drawing:
    """Lay a graph out; the same graph and shapes give the same drawing, whatever the values."""
    gates = {gate.name: gate for gate in gates_of(evaluation)}
    symbol, caption = QFontMetricsF(fonts.symbol), QFontMetricsF(fonts.caption)
    number = QFontMetricsF(fonts.number)
    line = number.height() + 1
    number_width, array_width = number.horizontalAdvance("−0.00000"), number.horizontalAdvance("[−0.000, …]")
    plates: dict[str, QRectF] = {}
    boxes: list[Box] = []
    reads: dict[str, int] = {}
    for gate in gates.values():
        text = max(symbol.horizontalAdvance(gate.symbol), caption.horizontalAdvance(gate.caption))
        width = max(text + _PADDING, NARROWEST)
        height = PLATE_HEIGHT if gate.caption else SOURCE_HEIGHT
        is_array = evaluation[gate.name].value.ndim > 0
        room = max(width, array_width if is_array else number_width)
        plates[gate.name] = QRectF(0, 0, width, height)
        boxes.append(Box(gate.name, room, height + 2 * (line + NUMBER_GAP), tuple(name for name, _ in gate.inputs)))
        for name, _ in gate.inputs:
            reads[name] = reads.get(name, 0) + 1
    shapes = {
        (gate.name, position): _jacobian_shape(evaluation, gate.name, name)
        for gate in gates.values()
        for name, position in gate.inputs
    }
    label = QFontMetricsF(fonts.label)
    widths = {key: label.horizontalAdvance(shape) + LABEL_ROOM for key, shape in shapes.items()}
    labelled = {
        gate.name: max(GAP_WITH_LABELS, *(widths[gate.name, i] * _twins(gate, name) for name, i in gate.inputs))
        for gate in gates.values()
        if any(reads[name] > 1 or shapes[gate.name, position] for name, position in gate.inputs)
    }
    placement = place(boxes, labelled, GAP)
    for name, (x, y) in placement.centers.items():
        plates[name].moveCenter(QPointF(x, y))
    trunks = _trunks(boxes, plates, placement)
    wires = tuple(_wires(boxes, gates, plates, placement, trunks, shapes, widths, reads))
    area = QRectF(0, 0, placement.width, placement.height)
    return Drawing(gates, plates, wires, trunks, placement.columns, area, line)


def _jacobian_shape(evaluation: Evaluation, node: str, source: str) -> str:
    rows, columns = evaluation[node].value, evaluation[source].value
    return shape_text((rows.size, columns.size)) if rows.ndim or columns.ndim else ""


def _trunks(
    boxes: Sequence[Box], plates: Mapping[str, QRectF], placement: Placement
) -> dict[str, tuple[QPainterPath, ...]]:
    """Return what the edges of a node run along together: for each bend, the way there and through its column."""
    widths = {box.name: box.width for box in boxes}
    half: dict[float, float] = {}
    for column in placement.columns:
        if column:
            half[placement.centers[column[0]][0]] = max(widths[name] for name in column) / 2
    trunks = {}
    for name, bends in placement.bends.items():
        left = _right_port(plates[name])
        stretches = []
        for x, y in bends:
            stretch = QPainterPath(left)
            _curve(stretch, left, QPointF(x - half.get(x, 0.0), y))
            left = QPointF(x + half.get(x, 0.0), y)
            stretch.lineTo(left)
            stretches.append(stretch)
        trunks[name] = tuple(stretches)
    return trunks


def _wires(
    boxes: Sequence[Box],
    gates: Mapping[str, Gate],
    plates: Mapping[str, QRectF],
    placement: Placement,
    trunks: Mapping[str, tuple[QPainterPath, ...]],
    shapes: Mapping[tuple[str, int], str],
    widths: Mapping[tuple[str, int], float],
    reads: Mapping[str, int],
) -> list[Wire]:
    edges: dict[str, list[Edge]] = {}
    for edge in edges_of(boxes):
        edges.setdefault(edge.target, []).append(edge)
    starts = {}
    for edge, passed in placement.passed.items():
        starts[edge] = trunks[edge.source][passed - 1].currentPosition() if passed else _right_port(plates[edge.source])
    wires = []
    for target, arriving in edges.items():
        plate = plates[target]
        twins: dict[str, dict[int, int]] = {}
        for edge in arriving:
            among = twins.setdefault(edge.source, {})
            among[edge.index] = len(among)
        # Ports are ordered as the edges arrive, so that edges into one gate do not cross each other before it.
        for port, edge in enumerate(sorted(arriving, key=lambda edge: (starts[edge].y(), edge.index)), start=1):
            start = starts[edge]
            end = QPointF(plate.left(), plate.top() + plate.height() * port / (len(arriving) + 1))
            last = QPainterPath(start)
            _curve(last, start, end)
            position = gates[target].inputs[edge.index][1]
            among = twins[edge.source]
            # In its middle, a stretch advances by 3/4 of its width for all of `along`.
            apart = widths[target, position] / (1.5 * max(end.x() - start.x(), 1.0))
            shift = max(TWIN_SHIFT, apart) * (2 * among[edge.index] - len(among) + 1)
            single = LABEL_PLACE if widths[target, position] < (end.x() - start.x()) / 2 else 0.5
            along = single if len(among) == 1 else 0.5 + shift
            label = _on_curve(start, end, min(max(along, 0.1), 0.9))
            shape, shared = shapes[target, position], reads[edge.source] > 1
            wires.append(Wire(edge, position, placement.passed[edge], last, label, shape, shared))
    return wires


def _twins(gate: Gate, name: str) -> int:
    """Return how many labels stand beside each other between two nodes, as far as room is made for them."""
    return min(sum(other == name for other, _ in gate.inputs[:MOST_TWINS]), MOST_TWINS) or 1


def _right_port(plate: QRectF) -> QPointF:
    return QPointF(plate.right(), plate.center().y())


def _on_curve(start: QPointF, end: QPointF, t: float) -> QPointF:
    """Return a point of the stretch of `_curve`, from 0 at its start to 1 at its end."""
    # The control points are level with the ends, half way between them.
    x = start.x() + (end.x() - start.x()) * (1.5 * t * (1 - t) + t**3)
    y = start.y() + (end.y() - start.y()) * (3 * t * t - 2 * t**3)
    return QPointF(x, y)


def _curve(path: QPainterPath, start: QPointF, end: QPointF) -> None:
    """Add a stretch that leaves and arrives level."""
    reach = (end.x() - start.x()) * 0.5
    path.cubicTo(start + QPointF(reach, 0), end - QPointF(reach, 0), end)


def _distance(polygon: QPolygonF, point: QPointF) -> float:
    """Return the distance of a point from a line of points."""
    nearest = float("inf")
    points = polygon.toList()
    for a, b in pairwise(points):
        along, across = b - a, point - a
        length = QPointF.dotProduct(along, along)
        t = min(max(QPointF.dotProduct(along, across) / length, 0.0), 1.0) if length else 0.0
        off = across - along * t
        nearest = min(nearest, QPointF.dotProduct(off, off) ** 0.5)
    return nearest
