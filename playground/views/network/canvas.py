"""The widget that shows the diagram, and says what the mouse and the keys point at."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from playground.engine import Part
from playground.training.snapshot import Snapshot
from playground.views.kit.canvas import ARROWS, Canvas, Item
from playground.views.kit.items import SIDEWAYS
from playground.views.network.diagram import Diagram
from playground.views.network.layout import Edge, More, Neuron, Target, exists, neighbour
from playground.views.network.readout import read

FROZEN, OFF = "training.frozen", "training.off"
REACH = 6.0
"""How far from a line the mouse still means it, in pixels."""


class NetworkCanvas(Canvas):
    """Shows a `Diagram`.

    Signals
    -------
    target_pointed(target, point), opened(target, point)
        The mouse or the keys are at another `Target` or at None; a weight or a neuron of layer 1 … L is to be edited.
    paged(layer, unit)
        This unit is to be the first one shown of a layer that has not room for all.
    followed(edge)
        A weight is to be followed to the cost.
    parts_changed(path, names)
        Other layers and neurons are to be frozen, or switched off.
    left()
        A click beside everything, or Esc.
    """

    target_pointed = Signal(object, QPoint)
    opened = Signal(object, QPoint)
    paged = Signal(int, int)
    followed = Signal(object)
    parts_changed = Signal(str, object)
    left = Signal()
    resized = Signal()

    kept_keys = SIDEWAYS

    comfortable = (640, 400)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the arrow keys to the window
        self._diagram: Diagram | None = None
        self._snapshot: Snapshot | None = None
        self._target: Target | None = None
        self._neuron: Neuron | None = None
        self._pinned: Target | None = None

    def ground(self) -> str:
        return self.theme.surface

    def items(self) -> list[Item]:
        if self._diagram is None or self._snapshot is None:
            return []
        items = []
        for column in self._diagram.layout.columns:
            for unit in column.units:
                neuron = Neuron(column.layer, unit)
                reading = read(self._snapshot, neuron)
                box = self._diagram.layout.box(neuron)
                values = "; ".join(line.sentence for line in reading.lines)
                items.append(Item(neuron, QRectF(box.left, box.top, box.width, box.height), reading.title, values))
        return items

    def item_at(self, place: QPointF) -> Item | None:
        target = self._target_at(place)
        return self.item_of(target) if isinstance(target, Neuron) else None

    def tip_at(self, _place: QPointF) -> str:
        """Return nothing: the card says it."""
        return ""

    @property
    def selected(self) -> Neuron | None:
        """The neuron that the arrow keys are at."""
        return self._neuron

    @property
    def target(self) -> Target | None:
        return self._target

    def set_diagram(self, diagram: Diagram) -> None:
        """Show another diagram; what no longer exists is no longer pointed at."""
        self._diagram = diagram
        sizes = diagram.problem_info.sizes
        if self._neuron is not None and not exists(self._neuron, sizes):
            self._neuron = None
        if self._target is not None and not exists(self._target, sizes):
            self._point(None, QPoint())
        self.update()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        if self._diagram is not None and self.isVisible():
            top = round(self._diagram.layout.margins.top)
            # The controls above would be painted again with every frame, and cost more than all the rest.
            self.update(self.to_widget(QRectF(0, top, self.area.width(), self.area.height() - top)))

    def pin(self, target: Target | None) -> None:
        """Keep a target lit wherever the mouse goes."""
        self._pinned = target
        self.update()

    def paint(self, painter: QPainter, _size: QSizeF, /) -> None:
        if self._diagram is not None and self._snapshot is not None:
            selected = self._neuron if self.hasFocus() else None
            self._diagram.paint(painter, self._snapshot, self._pinned or self._target, selected)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(self._target_at(self.to_canvas(event.position())), event.position().toPoint())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point(None, QPoint())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._diagram is None:
            super().mousePressEvent(event)
            return
        point = event.position().toPoint()
        target = self._target_at(self.to_canvas(point))
        self.left.emit()
        if isinstance(target, More):
            column = self._diagram.layout.columns[target.layer]
            last = column.first + column.shown >= column.size
            self.paged.emit(target.layer, 0 if last else column.first + column.shown)
        elif isinstance(target, Neuron):
            self._select(target)
        if isinstance(target, Edge) or (isinstance(target, Neuron) and target.layer):
            self.opened.emit(target, point)

    def offers_at(self, place: QPointF | None, /) -> Sequence[tuple[str, Callable[[], object]]]:
        """Offer to follow the weight there, or to freeze the neuron and to do without it."""
        target = self._target if place is None else self._target_at(place)
        if isinstance(target, Neuron) and target.layer:
            return self._offers_of(target)
        if not isinstance(target, Edge):
            return ()
        return [(self.tr("Follow this weight"), lambda: self.followed.emit(target))]

    def _offers_of(self, neuron: Neuron) -> Sequence[tuple[str, Callable[[], object]]]:
        if self._snapshot is None:
            return ()
        training, last = self._snapshot.experiment.training, len(self._snapshot.problem_info.sizes) - 1
        unit, layer = Part(neuron.layer, neuron.unit).name, Part(neuron.layer).name
        texts = {
            (FROZEN, unit): (self.tr("Freeze this neuron"), self.tr("Let this neuron learn again")),
            (FROZEN, layer): (self.tr("Freeze its layer"), self.tr("Let its layer learn again")),
        }
        if neuron.layer < last:
            texts[OFF, unit] = (self.tr("Switch this neuron off"), self.tr("Switch this neuron on again"))
        present = {FROZEN: training.frozen, OFF: training.off}
        return [
            (there if name in present[path] else yet, partial(self._switch, path, present[path], name))
            for (path, name), (yet, there) in texts.items()
        ]

    def _switch(self, path: str, names: tuple[str, ...], name: str) -> None:
        """Ask for other names: without this one where it is among them, else with it."""
        others = tuple(each for each in names if each != name)
        self.parts_changed.emit(path, others if name in names else (*names, name))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        arrow = ARROWS.get(event.key())
        if self._diagram is None:
            super().keyPressEvent(event)
        elif arrow is not None and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            sizes = self._diagram.problem_info.sizes
            self.go_to(Neuron(0, 0) if self._neuron is None else neighbour(self._neuron, *arrow, sizes))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._neuron is not None:
            if self._neuron.layer:
                self.opened.emit(self._neuron, self._place_of(self._neuron))
        elif event.key() == Qt.Key.Key_Escape and (self._target is not None or self._pinned is not None):
            self._point(None, QPoint())
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        by_key = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if by_key and self._diagram is not None:
            self.go_to(self._neuron or Neuron(0, 0))
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        by_key = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if self._target is not None and (by_key or not self.underMouse()):
            self._point(None, QPoint())
        self.update()

    def _target_at(self, point: QPointF) -> Target | None:
        if self._diagram is None:
            return None
        layout = self._diagram.layout
        if not layout.margins.top <= point.y() < layout.height - layout.margins.bottom:
            return None
        tile = layout.target_at(point.x(), point.y())
        if tile is not None or self._diagram.codes is None:
            return tile
        return self._diagram.edges.nearest(point.x(), point.y(), REACH, self._diagram.codes)

    def _point(self, target: Target | None, point: QPoint) -> None:
        changed = target != self._target
        self._target = target
        if changed:
            hand = isinstance(target, Edge | More) or (isinstance(target, Neuron) and target.layer > 0)
            self.setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)
            self.update()
        if changed or target is not None:
            self.target_pointed.emit(target, point)

    def go_to(self, neuron: Neuron) -> None:
        """Move the selection by a key: the neuron is shown if it was not, and pointed at."""
        self._select(neuron)
        if self._diagram is not None and not self._diagram.layout.shows(neuron):
            column = self._diagram.layout.columns[neuron.layer]
            first = neuron.unit if neuron.unit < column.first else neuron.unit - column.shown + 1
            self.paged.emit(neuron.layer, first)
        self._point(neuron, self._place_of(neuron))

    def _select(self, neuron: Neuron) -> None:
        self._neuron = neuron
        self.update()

    def _place_of(self, neuron: Neuron) -> QPoint:
        if self._diagram is None or not self._diagram.layout.shows(neuron):
            return QPoint()
        box = self._diagram.layout.box(neuron)
        return self.to_widget(QRectF(box.left + box.width, box.middle, 0, 0)).topLeft()
