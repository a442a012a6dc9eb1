"""The scene of a graph, with what the passes have computed so far, and a view that is zoomed and moved."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPen, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsPathItem, QGraphicsScene, QGraphicsView

from playground.messages.numbers import UNDEFINED
from playground.views.chain.drawing import Drawing, arrow
from playground.views.chain.gates import short
from playground.views.chain.items import GateItem, Look, Numbers, WireItem
from playground.views.chain.layout import Edge
from playground.views.chain.model import Shown
from playground.views.forms.text import translated

FAR = 20_000.0
"""Beyond the graph there is so much to move it over."""
SMALLEST, LARGEST = 0.05, 6.0
ZOOM_STEP = 1.2
PAN_STEP = 60
_CLICK = 4
"""A mouse that moves by more than that drags."""


class ZoomableView(QGraphicsView):
    """Shows a scene, all of it until a person zooms or drags; `fit` goes back.

    `is_following`: whether everything stays in view, whatever the size.

    Signals
    -------
    moved
        Everything stands somewhere else now.
    """

    moved = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.is_following = True
        self._pressed: QPoint | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def factor(self) -> float:
        """Logical pixels of the widget for one of the drawing."""
        return self.transform().m11()

    def fit(self) -> None:
        """Bring everything into view, and keep it there."""
        self.is_following = True

    def click(self, place: QPoint) -> None:
        """Take a click at a place of the view."""

    def zoom_in(self) -> None:
        self._zoom_at(self.viewport().rect().center(), ZOOM_STEP)

    def zoom_out(self) -> None:
        self._zoom_at(self.viewport().rect().center(), 1 / ZOOM_STEP)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Tell that everything moves."""
        super().scrollContentsBy(dx, dy)
        self.moved.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to click or to drag."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag, or light up what is under the mouse."""
        if self._pressed is not None and (event.position().toPoint() - self._pressed).manhattanLength() > _CLICK:
            self._pressed, self.is_following = None, False
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._pressed is not None and event.button() == Qt.MouseButton.LeftButton:
            self.click(self._pressed)
        self._pressed = None
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the mouse with Ctrl; else move."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom_at(event.position().toPoint(), ZOOM_STEP ** (event.angleDelta().y() / 120))
            event.accept()
        else:
            self.is_following = False
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom with + and −, show everything with 0, pan with Ctrl and the arrows."""
        arrow, action = _PANS.get(event.key()), _KEYS.get(event.key())
        if arrow is not None and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.is_following = False
            for bar, by in zip((self.horizontalScrollBar(), self.verticalScrollBar()), arrow, strict=True):
                bar.setValue(bar.value() - by)
        elif action is not None:
            action(self)
        else:
            super().keyPressEvent(event)

    def _zoom_at(self, position: QPoint, factor: float) -> None:
        """Zoom so that what is at a point of the view stays there."""
        factor = min(max(self.factor * factor, SMALLEST), LARGEST) / self.factor
        before = self.mapToScene(position)
        self.scale(factor, factor)
        moved = self.mapToScene(position) - before
        self.translate(moved.x(), moved.y())
        self.is_following = False
        self.moved.emit()


_KEYS: Mapping[int, Callable[[ZoomableView], None]] = {
    Qt.Key.Key_0: lambda view: view.fit(),
    Qt.Key.Key_Plus: ZoomableView.zoom_in,
    Qt.Key.Key_Equal: ZoomableView.zoom_in,
    Qt.Key.Key_Minus: ZoomableView.zoom_out,
}
_PANS: Mapping[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (PAN_STEP, 0),
    Qt.Key.Key_Right: (-PAN_STEP, 0),
    Qt.Key.Key_Up: (0, PAN_STEP),
    Qt.Key.Key_Down: (0, -PAN_STEP),
}


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
            unseen, unseen_gradient = (UNDEFINED if each in shown.secret else "" for each in (name, f"d{name}"))
            item.numbers = Numbers(
                unseen if not is_computed else short(record.value) if record.is_defined else undefined,
                short(gradient) if gradient is not None else undefined if name in shown.gradients else unseen_gradient,
                record.is_defined or bool(unseen),
                gradient is not None or bool(unseen_gradient),
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
