"""The geometry of a graph on screen: plates, their numbers, and edges as smooth paths.

From left to right, a column has room for what is written where edges arrive, the plates, and the numbers on the
edges that leave. Curves run between columns only, so that no text can stand on another.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property

import numpy as np
from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont, QFontMetricsF, QPainterPath

from playground.expressions import Evaluation
from playground.expressions.graph import Array
from playground.views.chain.gates import Gate, gates_of, shape_text
from playground.views.chain.layout import Box, Edge, Placement, edges_of, place, width_of
from playground.views.kit.appearance import tabular

PLATE_HEIGHT = 40.0
SOURCE_HEIGHT = 30.0
NARROWEST = 36.0
GAP = 26.0
"""Between columns, for the curves."""
TEXT_GAP = 4.0
"""Between a plate or an arrow and the text beside it."""
ARROW = 5.5
NUMBER_GAP = 2.0
"""Between a plate and the numbers above and below it."""
MOST_LABELLED = 8
"""A gate with more inputs than that has nothing written on their edges: its card lists them."""
LARGEST_FIT = 3.0
MOST_APART, MOST_STRETCH = 60.0, 1.9
"""How far columns move apart, and rows, to fill a room of another shape."""
CARD_ROOM = 220.0
"""So much is left free above or below the graph, if it can be, for the card of a gate."""
PIECES, MOST_LEFT_FREE = 8, 60
"""A card leaves edges free, a stretch in so many pieces, in a graph of so many edges at most."""
_PADDING = 16.0


class Fonts(Struct, frozen=True):
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


class Wire(Struct, frozen=True, eq=False):
    """An edge as it is drawn.

    Attributes
    ----------
    position
        Which of the target's inputs it is, constants counted.
    trunk
        What it runs along first, with other edges of its source: from plate to plate it is this, then `last`.
    label
        Where something can be written on it, before it arrives; no rectangle where it carries nothing.
    shape
        Of the Jacobian across the target, such as ``3×3``; empty between numbers.
    shared
        Whether its source is read more than once, so that it carries only a part of the gradient.
    """

    edge: Edge
    position: int
    trunk: Sequence[QPainterPath]
    last: QPainterPath
    label: QRectF
    shape: str
    shared: bool

    @property
    def way(self) -> QPainterPath:
        path = QPainterPath()
        for stretch in (*self.trunk, self.last):
            path.connectPath(stretch)
        return path

    @property
    def near(self) -> QPainterPath:
        """Where a person points at it rather than at another edge of its source."""
        path = QPainterPath(self.trunk[-1])
        path.connectPath(self.last)
        return path


class Drawing(Struct, frozen=True, eq=False, dict=True):
    """Everything that stays while only numbers change.

    Attributes
    ----------
    gates, plates
        By the node's name.
    numbers
        Where the value and the gradient of a node are written.
    trunks
        For every node, what its edges run along together.
    """

    gates: Mapping[str, Gate]
    plates: Mapping[str, QRectF]
    numbers: Mapping[str, tuple[QRectF, QRectF]]
    wires: Mapping[Edge, Wire]
    trunks: Mapping[str, Sequence[QPainterPath]]

    @cached_property
    def area(self) -> QRectF:
        """The rectangle around all plates and numbers."""
        (left, top), (right, bottom) = self.taken[:, :2].min(axis=0), self.taken[:, 2:].max(axis=0)
        return QRectF(QPointF(left, top), QPointF(right, bottom))

    @cached_property
    def taken(self) -> Array:
        """What is taken by every node with its numbers, and by every label: left, top, right, bottom in rows."""
        nodes = [
            plate.united(above).united(below)
            for plate, (above, below) in zip(self.plates.values(), self.numbers.values(), strict=True)
        ]
        areas = [*nodes, *(wire.label for wire in self.wires.values() if wire.label.width())]
        return np.array([(area.left(), area.top(), area.right(), area.bottom()) for area in areas])

    @cached_property
    def crossed(self) -> Array:
        """What edges cross, as narrow rectangles; none where there are too many to leave any of them free."""
        if len(self.wires) > MOST_LEFT_FREE:
            return np.empty((0, 4))
        stretches = {id(path): path for wire in self.wires.values() for path in (*wire.trunk, wire.last)}
        marks = np.linspace(0, 1, PIECES + 1)
        points = np.array(
            [[path.pointAtPercent(mark).toTuple() for mark in marks] for path in stretches.values()]
        ).reshape(-1, len(marks), 2)
        ends = np.stack([points[:, :-1], points[:, 1:]]).reshape(2, -1, 2)
        return np.hstack([ends.min(axis=0) - 1, ends.max(axis=0) + 1])

    @cached_property
    def lines(self) -> QPainterPath:
        """Every edge, in one path."""
        path = QPainterPath()
        for trunk in self.trunks.values():
            for stretch in trunk:
                path.addPath(stretch)
        for wire in self.wires.values():
            path.addPath(wire.last)
        return path

    @cached_property
    def arrows(self) -> QPainterPath:
        """The tip of every edge."""
        path = QPainterPath()
        for wire in self.wires.values():
            path.addPath(arrow(wire.last.currentPosition()))
        return path


class _Label(Struct, frozen=True):
    """What an edge carries."""

    shape: str
    shared: bool
    width: float


_NOTHING = _Label("", False, 0.0)


class Sketch:
    """A graph whose texts are measured: it is drawn into rooms of any shape, whatever the values.

    Numbers stand on the edges as long as the texts then have their usual size; in a narrower room they stand above
    and below their plates, which takes less width.

    Parameters
    ----------
    evaluation
        The graph, and the shapes of its values.
    fonts
        What is written takes room.
    """

    def __init__(self, evaluation: Evaluation, fonts: Fonts) -> None:
        self._gates = {gate.name: gate for gate in gates_of(evaluation)}
        symbol, caption = QFontMetricsF(fonts.symbol), QFontMetricsF(fonts.caption)
        number, label = QFontMetricsF(fonts.number), QFontMetricsF(fonts.label)
        self._line, self._label_height = number.height(), label.height()
        array_width, number_width = number.horizontalAdvance("[−0.000, …]"), number.horizontalAdvance("−0.0000")
        part_width = label.horizontalAdvance("−0.0000")
        reads = Counter(name for gate in self._gates.values() for name, _ in gate.inputs)
        self._labels: dict[tuple[str, int], _Label] = {}
        self._sizes: dict[str, QSizeF] = {}
        self._number_widths: dict[str, float] = {}
        self._arranged: dict[bool, tuple[list[Box], Placement]] = {}
        for gate in self._gates.values():
            value = evaluation[gate.name].value
            carried = {
                position: _carried(value, evaluation[name].value, reads[name] > 1, label, part_width)
                for name, position in gate.inputs
            }
            if len(carried) > MOST_LABELLED:
                carried = {}
            self._labels.update({(gate.name, position): found for position, found in carried.items()})
            text = max(symbol.horizontalAdvance(gate.symbol), caption.horizontalAdvance(gate.caption))
            height = PLATE_HEIGHT if gate.caption else SOURCE_HEIGHT
            if any(found.width for found in carried.values()):
                height = max(height, (len(carried) + 1) * (self._label_height + 1))
            self._sizes[gate.name] = QSizeF(max(text + _PADDING, NARROWEST), height)
            self._number_widths[gate.name] = array_width if value.ndim else number_width
        self._beside_width = width_of(self._boxes(beside=True), GAP)

    def drawn(self, room: QSizeF) -> Drawing:
        """Return the drawing that fills a room best: nearest to its shape."""
        beside = self._beside_width <= room.width()
        if beside not in self._arranged:
            boxes = self._boxes(beside)
            self._arranged[beside] = boxes, place(boxes, GAP)
        boxes, placement = self._arranged[beside]
        width, height = placement.width, placement.height
        zoom = min(room.width() / width, room.height() / height, LARGEST_FIT)
        apart = (room.width() / zoom - width) / max(len(placement.columns) - 1, 1)
        stretch = (room.height() - CARD_ROOM) / zoom / height
        placement = placement.spread(min(max(apart, 0.0), MOST_APART), min(max(stretch, 1.0), MOST_STRETCH))
        plates = {name: QRectF(QPointF(), size) for name, size in self._sizes.items()}
        for name, (x, y) in placement.centers.items():
            plates[name].moveCenter(QPointF(x, y))
        numbers = {name: self._numbers(plate, self._number_widths[name], beside) for name, plate in plates.items()}
        trunks = {name: _trunk(name, plate, placement) for name, plate in plates.items()}
        wires = {wire.edge: wire for wire in self._wires(boxes, plates, placement, trunks)}
        return Drawing(self._gates, plates, numbers, wires, trunks)

    def _boxes(self, beside: bool) -> list[Box]:
        boxes = []
        for name, gate in self._gates.items():
            size, width = self._sizes[name], self._number_widths[name]
            arriving = max((self._labels.get((name, i), _NOTHING).width for _, i in gate.inputs), default=0.0)
            before = arriving + 2 * TEXT_GAP + ARROW if arriving else 0.0
            inputs = tuple(source for source, _ in gate.inputs)
            if beside:
                height = max(size.height(), 2 * self._line + TEXT_GAP)
                boxes.append(Box(name, size.width(), height, inputs, before, width + 2 * TEXT_GAP))
            else:
                height = size.height() + 2 * (self._line + NUMBER_GAP)
                boxes.append(Box(name, max(size.width(), width), height, inputs, before))
        return boxes

    def _numbers(self, plate: QRectF, width: float, beside: bool) -> tuple[QRectF, QRectF]:
        """Return where a node's value and its gradient stand."""
        above, below = QRectF(0, 0, width, self._line), QRectF(0, 0, width, self._line)
        middle = plate.center()
        if beside:
            above.moveBottomLeft(QPointF(plate.right() + TEXT_GAP, middle.y() - 1))
            below.moveTopLeft(QPointF(plate.right() + TEXT_GAP, middle.y() + 2))
        else:
            above.moveCenter(QPointF(middle.x(), plate.top() - NUMBER_GAP - self._line / 2))
            below.moveCenter(QPointF(middle.x(), plate.bottom() + NUMBER_GAP + self._line / 2))
        return above, below

    def _wires(
        self,
        boxes: Sequence[Box],
        plates: Mapping[str, QRectF],
        placement: Placement,
        trunks: Mapping[str, Sequence[QPainterPath]],
    ) -> list[Wire]:
        arriving: dict[str, list[Edge]] = {}
        for edge in edges_of(boxes):
            arriving.setdefault(edge.target, []).append(edge)
        wires = []
        for target, edges in arriving.items():
            plate, left = plates[target], placement.columns[placement.column_of[target]].left
            starts = {edge: trunks[edge.source][placement.passed[edge]].currentPosition() for edge in edges}
            # Ports are ordered as the edges arrive, so that edges into one gate do not cross each other before it.
            for port, edge in enumerate(sorted(edges, key=lambda edge: (starts[edge].y(), edge.number)), start=1):
                y = plate.top() + plate.height() * port / (len(edges) + 1)
                last = QPainterPath(starts[edge])
                _curve(last, QPointF(left, y))
                last.lineTo(plate.left(), y)
                trunk = trunks[edge.source][: placement.passed[edge] + 1]
                position = self._gates[target].inputs[edge.number][1]
                carried = self._labels.get((target, position), _NOTHING)
                label = QRectF(0, 0, carried.width, self._label_height if carried.width else 0.0)
                label.moveCenter(QPointF(plate.left() - ARROW - TEXT_GAP - carried.width / 2, y))
                wires.append(Wire(edge, position, trunk, last, label, carried.shape, carried.shared))
        return wires


def arrow(tip: QPointF, size: float = 1.0) -> QPainterPath:
    """Return a tip that points right; left where the size is below 0."""
    back, half = tip.x() - ARROW * size, ARROW * 0.55 * abs(size)
    path = QPainterPath(tip)
    path.lineTo(back, tip.y() - half)
    path.lineTo(back, tip.y() + half)
    path.closeSubpath()
    return path


def _carried(value: Array, source: Array, shared: bool, label: QFontMetricsF, part_width: float) -> _Label:
    """Return what an edge carries: the shape of a Jacobian, and a part of the gradient of what is read repeatedly."""
    shape = shape_text((value.size, source.size)) if value.ndim or source.ndim else ""
    widths = [label.horizontalAdvance(shape)] if shape else []
    if shared and source.ndim == 0:
        widths.append(part_width)
    return _Label(shape, shared, sum(widths) + TEXT_GAP * len(widths))


def _trunk(name: str, plate: QRectF, placement: Placement) -> list[QPainterPath]:
    """Return what the edges of a node run along together: past its numbers, then from bend to bend."""
    own = placement.column_of[name]
    stretch = QPainterPath(QPointF(plate.right(), plate.center().y()))
    stretch.lineTo(placement.columns[own].right, plate.center().y())
    stretches = [stretch]
    for column, y in zip(placement.columns[own + 1 :], placement.bends.get(name, ()), strict=False):
        stretch = QPainterPath(stretch.currentPosition())
        _curve(stretch, QPointF(column.left, y))
        stretch.lineTo(column.right, y)
        stretches.append(stretch)
    return stretches


def _curve(path: QPainterPath, end: QPointF) -> None:
    """Add a stretch that leaves and arrives level."""
    start, x, y = path.currentPosition(), end.x(), end.y()
    middle = (start.x() + x) / 2
    path.cubicTo(middle, start.y(), middle, y, x, y)
