"""The scene of a graph: its gates and edges, with what the passes have computed so far."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsPathItem, QGraphicsScene

from playground.messages.numbers import UNDEFINED
from playground.views.chain.drawing import Drawing, arrow
from playground.views.chain.items import GateItem, Look, Numbers, WireItem
from playground.views.chain.layout import Edge
from playground.views.chain.model import Shown
from playground.views.chain.numbers import short
from playground.views.forms.text import translated

FAR = 20_000.0
"""Beyond the graph there is so much to move it over."""


class GraphScene(QGraphicsScene):
    """Draws an evaluation.

    Attributes
    ----------
    drawing
        Where everything stands, at a zoom of 1; None while there is no graph.
    gates, wires
        The items, by the node's name and by the edge.
    selected
        The node or the edge that is set off, because its card is shown; empty for none.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.drawing: Drawing | None = None
        self.gates: Mapping[str, GateItem] = {}
        self.wires: Mapping[Edge, WireItem] = {}
        self.selected: str | Edge = ""
        self._shown: Shown | None = None
        self._look: Look | None = None
        self._lines: Mapping[str, QGraphicsPathItem] = {}

    def draw(self, drawing: Drawing | None, look: Look) -> None:
        """Put other items in the place of all there are."""
        self.clear()
        self.drawing, self._look = drawing, look
        self.gates, self.wires, self._lines = {}, {}, {}
        if drawing is None:
            self._shown = None
            return
        self.gates = {
            name: GateItem(gate, drawing.plates[name], drawing.numbers[name], look)
            for name, gate in drawing.gates.items()
        }
        self.wires = {edge: WireItem(wire, look) for edge, wire in drawing.wires.items()}
        for item in (*self.wires.values(), *self.gates.values()):
            self.addItem(item)
        muted, invisible = look.colors["muted"], QPen(Qt.PenStyle.NoPen)
        self._lines = {
            "lines": self.addPath(drawing.lines, QPen(muted, 1.3)),
            "arrows": self.addPath(drawing.arrows, invisible, muted),
            "selected": self.addPath(QPainterPath(), QPen(look.colors["accent"], 2.6)),
            "flow": self.addPath(QPainterPath()),
            "tips": self.addPath(QPainterPath(), invisible),
        }
        for height, line in enumerate(self._lines.values(), start=-len(self._lines) - 1):
            line.setZValue(height)
        self.setSceneRect(drawing.area.adjusted(-FAR, -FAR, FAR, FAR))

    def write(self, shown: Shown) -> None:
        """Write every number that the passes have computed."""
        self._shown = shown
        undefined = self.tr("undefined")
        for name, item in self.gates.items():
            record, gradient, is_computed = shown.evaluation[name], shown.gradients.get(name), name in shown.computed
            item.numbers = Numbers(
                "" if not is_computed else short(record.value) if record.is_defined else undefined,
                short(gradient) if gradient is not None else undefined if name in shown.gradients else "",
                record.is_defined,
                gradient is not None,
                is_computed and bool(record.problem),
            )
        for edge, line in self.wires.items():
            text = ""
            if line.wire.shared and edge.target in shown.visited:
                part = shown.evaluation[edge.target].contributions[line.wire.position]
                text = UNDEFINED if part is None else "" if part.ndim else short(part)
            line.part = text
        self.mark()

    def mark(self) -> None:
        """Set off what is selected, and what flows into the gate that a pass has come to, or out of it."""
        shown, drawing, look = self._shown, self.drawing, self._look
        if shown is None or drawing is None or look is None:
            return
        color = "forward" if shown.is_forward else "backward"
        for name, item in self.gates.items():
            item.setSelected(name == self.selected)
            item.active = color if name == shown.active else ""
        chosen, flow, tips = QPainterPath(), QPainterPath(), QPainterPath()
        for edge, line in self.wires.items():
            if edge == self.selected:
                chosen = line.wire.way
            if edge.target == shown.active:
                flow.addPath(line.wire.way)
                plate = drawing.plates[edge.source]
                back = QPointF(plate.right() + 1, plate.center().y())
                tips.addPath(arrow(line.wire.last.currentPosition(), 1.4) if shown.is_forward else arrow(back, -1.4))
        for name, path in (("selected", chosen), ("flow", flow), ("tips", tips)):
            self._lines[name].setPath(path)
        self._lines["flow"].setPen(QPen(look.colors[color], 2.2))
        self._lines["tips"].setBrush(look.colors[color])

    def texts(self) -> list[QRectF]:
        """Return what is taken by plates, numbers and labels."""
        items: tuple[GateItem | WireItem, ...] = (*self.gates.values(), *self.wires.values())
        return [area for item in items for area in item.texts()]

    def place_of(self, target: str | Edge) -> QRectF:
        """Return where a node stands, or where an edge arrives."""
        if isinstance(target, str):
            return self.gates[target].plate
        wire = self.wires[target].wire
        return wire.label.united(QRectF(wire.last.currentPosition(), QSizeF(1, 1)))

    def sentence(self, name: str) -> str:
        """Return a node's value and its gradient, as far as they are computed, as plain text."""
        assert self._shown is not None
        record, numbers = self._shown.evaluation[name], self.gates[name].numbers
        if numbers.problem:
            return f"{name}: {translated(record.problem)}"
        if not numbers.value:
            text = self.tr("{name}: its value is not computed yet")
        elif not numbers.gradient:
            text = self.tr("{name} = {value}; its gradient is not computed yet")
        else:
            text = self.tr("{name} = {value}, gradient {gradient}")
        return text.format(name=name, value=numbers.value, gradient=numbers.gradient)

    def tip_of(self, item: object) -> str:
        """Return a line about a node or an edge."""
        if isinstance(item, GateItem):
            return self.sentence(item.gate.name)
        if isinstance(item, WireItem):
            text, edge = self.tr("{source} → {target}: click for the Jacobian"), item.wire.edge
            return text.format(source=edge.source, target=edge.target)
        return ""

    def as_text(self) -> str:
        """Return a line for every node: its name, value and gradient, as they stand."""
        lines = [(self.tr("node"), self.tr("value"), self.tr("gradient"))]
        lines += [(name, *item.numbers[:2]) for name, item in self.gates.items()]
        return "\n".join("\t".join(line) for line in lines)
