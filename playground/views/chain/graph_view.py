"""The graph on screen: what is seen of its scene, chosen by mouse and keys, copied, and read aloud."""

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPixmap,
    QRegion,
    QResizeEvent,
    QTransform,
)
from PySide6.QtWidgets import QLabel, QToolTip, QWidget

from playground.expressions.graph import Array
from playground.views.chain.card_text import key_text
from playground.views.chain.drawing import CARD_ROOM, LARGEST_FIT, Drawing, Fonts, Sketch
from playground.views.chain.items import GateItem, Look, WireItem
from playground.views.chain.layout import Edge
from playground.views.chain.model import Shown
from playground.views.chain.scene import SMALLEST, GraphScene, ZoomableView
from playground.views.kit.appearance import resized, restyled, scaled, theme, zoom
from playground.views.kit.buttons import STEP_KEYS
from playground.views.kit.canvas import Item, Items
from playground.views.kit.copying import offer_copies
from playground.views.kit.items import SIDEWAYS
from playground.views.kit.painting import painting

MARGIN = 22
KEY_EDGE = 6
MOST_PIXELS = 12_000
"""No picture of a graph is wider or higher."""

READABLE = 0.75
"""Where not all of a graph must be seen, it is drawn no smaller, but moved to the node that is told about."""


class GraphView(ZoomableView):
    """Shows an evaluation.

    Signals
    -------
    gate_chosen(name)
        A node was clicked, or reached by a key; empty: a place beside the graph was clicked.
    number_clicked(name)
        The value of a node was clicked, or on an edge the gradient that flows back to its source, as in ``dx``; or H
        was pressed, with Shift for the gradient, where a node is chosen.
    gate_toggled(name)
        A node was double-clicked.
    knob_pressed(name)
        A key that means the same as a button of the bar, one of `KNOBS`.
    """

    gate_chosen = Signal(str)
    wire_chosen = Signal(object)
    number_clicked = Signal(str)
    gate_toggled = Signal(str)
    knob_pressed = Signal(str)

    kept_keys = SIDEWAYS

    def __init__(self) -> None:
        super().__init__()
        self._look = Look(theme(), Fonts.of(resized(self.font(), 1 / zoom())))
        self._shown: Shown | None = None
        self._sketch: Sketch | None = None
        self._sketched: tuple[object, ...] = ()
        self._is_whole, self._is_asked_whole = True, False
        self._key = QLabel(self)
        self._key.setTextFormat(Qt.TextFormat.RichText)
        self._key.setProperty("role", "key")
        self._key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.graph = GraphScene(self)
        self.setScene(self.graph)
        scaled(self, QWidget.setMinimumSize, 200, 150)
        offer_copies(self, self.graph.as_text)

    # What is shown

    @property
    def drawing(self) -> Drawing | None:
        """Where everything stands, at a zoom of 1."""
        return self.graph.drawing

    @property
    def selected(self) -> str | Edge:
        """The node or the edge that is set off, because its card is shown; empty for none."""
        return self.graph.selected

    @property
    def key(self) -> str:
        """What is said about the colours, and about what went wrong, as rich text."""
        return self._key.text()

    def items(self, *_: Any) -> Sequence[Item]:  # type: ignore[override]
        """Return every node, for a screen reader."""
        return Items(len(self.graph.gates), lambda index: self._item(list(self.graph.gates)[index]))

    def item_at(self, place: QPointF) -> Item | None:
        item = self.itemAt(place.toPoint())
        return self._item(item.gate.name) if isinstance(item, GateItem) else None

    def item_of(self, key: Any) -> Item | None:
        return self._item(key) if key in self.graph.gates else None

    def to_canvas(self, place: QPointF | QPoint) -> QPointF:
        """Return a place as items count it: in pixels of the view."""
        return QPointF(place)

    def to_widget(self, box: QRectF) -> QRect:
        """Return the box of an item in whole pixels."""
        return box.toRect()

    def _item(self, name: str) -> Item:
        return Item(name, self.place_of(name), name, self.graph.gates[name].numbers.value, self.graph.sentence(name))

    def texts(self) -> list[QRectF]:
        """Return what is taken by plates, numbers and labels, in pixels of the view."""
        return [self.to_view(area) for area in self.graph.texts()]

    def __contains__(self, target: object) -> bool:
        return target in self.graph.gates or target in self.graph.wires

    def place_of(self, target: str | Edge) -> QRectF:
        """Return where a node stands in the view, or where an edge arrives."""
        return self.to_view(self.graph.place_of(target))

    def taken(self) -> Array:
        """Return what nodes, numbers and labels take of the view: left, top, right, bottom in rows."""
        return self._in_view(None if self.drawing is None else self.drawing.taken)

    def crossed(self) -> Array:
        """Return what edges cross of the view, in as narrow rectangles."""
        return self._in_view(None if self.drawing is None else self.drawing.crossed)

    def _in_view(self, areas: Array | None) -> Array:
        move = self.viewportTransform()
        found: Array = np.empty((0, 4)) if areas is None else areas * move.m11() + np.array([move.dx(), move.dy()] * 2)
        return found

    def to_view(self, area: QRectF) -> QRectF:
        """Return where a part of the drawing is in the view."""
        return self.viewportTransform().mapRect(area)

    def show_evaluation(self, shown: Shown) -> None:
        """Show what the passes have computed: nothing moves while graph and shapes stay the same."""
        self._shown = shown
        evaluation = shown.evaluation
        sketched = (evaluation.graph, *(record.value.shape for record in evaluation.records.values()))
        if sketched != self._sketched:
            self._sketched = sketched
            self._sketch = Sketch(evaluation, self._look.fonts)
            self._draw()
        else:
            self._write()
        self._explain()

    def clear(self) -> None:
        """Show no graph: there is none yet."""
        self._shown = self._sketch = None
        self._sketched = ()
        self._draw()
        self._explain()

    def select(self, target: str | Edge) -> None:
        """Set off the node or the edge whose card is shown; an empty name for none."""
        self.graph.selected = target
        self._mark()
        if QAccessible.isActive() and target in self.graph.gates:
            event = QAccessibleEvent(self, QAccessible.Event.Focus)
            event.setChild(list(self.graph.gates).index(str(target)))
            QAccessible.updateAccessibility(event)

    def follow(self, *, whole: bool = True) -> None:
        """Bring the graph that is shown next into view, and keep it there, or as much of it as can be read.

        Where texts are enlarged, all of it only if it can be read so.
        """
        self.is_following, self._is_whole, self._is_asked_whole, self._sketched = True, whole, False, ()

    def fit(self) -> None:
        """Bring the whole graph into view, however small, and keep it there."""
        self.is_following = self._is_asked_whole = True
        self._draw()

    def choose_neighbour(self, steps: int) -> None:
        """Choose the node so many further on in the order of computing; from none, the first or the last."""
        if names := list(self.graph.gates):
            first = 0 if steps > 0 else -1
            place = names.index(self.selected) + steps if self.selected in names else first
            self.gate_chosen.emit(names[place % len(names)])

    def toggle_selected(self) -> None:
        """Fold the selected node, or take it apart."""
        if isinstance(self.selected, str) and self.selected:
            self.gate_toggled.emit(self.selected)

    def as_picture(self) -> QPixmap:
        """Return the whole graph, as large as it is seen or larger, with what is said below it."""
        ratio, key = self.devicePixelRatioF(), self._key.size()
        area = QRectF() if self.drawing is None else self.drawing.area.adjusted(*[-MARGIN] * 2, *[MARGIN] * 2)
        factor = min(max(self.factor, zoom()), MOST_PIXELS / ratio / max(area.width(), area.height(), 1.0))
        whole = QRectF(QPointF(), area.size() * factor)
        width = max(whole.width(), key.width() + 2 * MARGIN)
        picture = QPixmap((QSizeF(width, whole.height() + key.height() + MARGIN) * ratio).toSize())
        picture.setDevicePixelRatio(ratio)
        picture.fill(self._look.colors["surface"])
        with painting(picture, smooth=True) as painter:
            if self.drawing is not None:
                self.graph.render(painter, whole, area)
            self._key.render(painter, QPoint(MARGIN, round(whole.height())), QRegion(), QWidget.RenderFlag.DrawChildren)
        return picture

    # Qt's events

    def sizeHint(self) -> QSize:
        return QSize(640, 400)

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew in other colours, another size or language."""
        if restyled(event) and self._sketched is not None:
            self._restyle()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.is_following:
            self._draw()
        self._explain()
        self.moved.emit()

    def click(self, place: QPoint) -> None:
        item = self.itemAt(place)
        if isinstance(item, WireItem):
            self.wire_chosen.emit(item.wire.edge)
            self.number_clicked.emit(f"d{item.wire.edge.source}")
        elif isinstance(item, GateItem):
            self.gate_chosen.emit(item.gate.name)
            self.number_clicked.emit(item.gate.name)
        else:
            self.gate_chosen.emit("")

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Fold or unfold a node; beside the graph, show everything."""
        item = self.itemAt(event.position().toPoint())
        if isinstance(item, GateItem):
            self.gate_toggled.emit(item.gate.name)
        else:
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with the arrows, choose with Up and Down; zoom and pan."""
        if event.key() == Qt.Key.Key_H and self.selected in self.graph.gates:
            is_gradient = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.number_clicked.emit(f"d{self.selected}" if is_gradient else self.selected)
            return
        action = None if event.modifiers() & Qt.KeyboardModifier.ControlModifier else _KEYS.get(event.key())
        if action is not None:
            action(self)
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell the value of the node under the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.graph.tip_of(self.itemAt(event.pos())), self)
            return True
        return super().viewportEvent(event)

    # Its own

    def _restyle(self) -> None:
        self._look = Look(theme(), Fonts.of(resized(self.font(), 1 / zoom())))
        self.setBackgroundBrush(self._look.colors["surface"])
        if self._shown is not None:
            self._sketch = Sketch(self._shown.evaluation, self._look.fonts)
        self._explain()
        self._draw()

    def _draw(self) -> None:
        """Draw the graph into the room there is; bring it into view, unless somebody has zoomed or moved it."""
        self.setViewportMargins(0, 0, 0, self._key.height() + KEY_EDGE)  # the graph never runs under it
        room = QRectF(self.viewport().rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        room.setSize(room.size().expandedTo(QSizeF(10, 10)))
        drawing = None if self._sketch is None else self._sketch.drawn(room.size() / zoom())
        self.graph.draw(drawing, self._look)
        if drawing is None:
            return
        if self.is_following:
            area = drawing.area
            factor = min(room.width() / area.width(), room.height() / area.height(), LARGEST_FIT * zoom())
            least = SMALLEST if self._shows_all else READABLE * zoom()
            self.setTransform(QTransform.fromScale(*[max(factor, least)] * 2))
            # In the middle, or as far below it as a card needs above the graph.
            above = (room.height() - area.height() * self.factor) / 2
            middle = room.center() + QPointF(0, min(max(CARD_ROOM * zoom() - above, 0.0), above))
            self.centerOn(area.center() + (QPointF(self.viewport().rect().center()) - middle) / self.factor)
            self._keep_in_sight()
        self._write()
        self.moved.emit()

    def _keep_in_sight(self) -> None:
        """Move a graph that is larger than its room to the node it is about, no further than to its end."""
        told, drawing = self._told, self.drawing
        if not self.is_following or self._shows_all or drawing is None or told not in self.graph.gates:
            return
        box = self.to_view(self.graph.gates[told].sceneBoundingRect())
        area = self.to_view(drawing.area).adjusted(*[-MARGIN] * 2, *[MARGIN] * 2)
        aside = _moved(self.viewport().width(), (box.left(), box.right()), (area.left(), area.right()))
        down = _moved(self.viewport().height(), (box.top(), box.bottom()), (area.top(), area.bottom()))
        if aside or down:
            middle = self.mapToScene(self.viewport().rect().center())
            self.centerOn(middle + QPointF(aside, down) / self.factor)
            self.moved.emit()

    @property
    def _shows_all(self) -> bool:
        return self._is_asked_whole or (self._is_whole and zoom() <= 1)

    @property
    def _told(self) -> str:
        """The node that a step has come to, else the chosen one."""
        return (self._shown.active if self._shown else "") or str(self.selected)

    def _write(self) -> None:
        if self._shown is not None:
            self.graph.write(self._shown)
            self._mark()

    def _mark(self) -> None:
        """Set off what is selected, and tell a screen reader about it."""
        self.graph.mark()
        told = self._told
        self._keep_in_sight()
        keys = self.tr(
            "Right and left arrow step through the forward and the backward pass, up and down choose a gate, Enter "
            "folds it or takes it apart."
        )
        self.setAccessibleDescription(f"{self.graph.sentence(told)}. {keys}" if told in self.graph.gates else keys)
        self.viewport().update()

    def _explain(self) -> None:
        """Say what the colours mean, and what went wrong."""
        hint = self.tr("Type a formula to see its graph")
        self._key.setText(escape(hint) if self._shown is None else key_text(self._shown.evaluation))
        self._key.adjustSize()
        self._key.move(10, self.height() - self._key.height() - KEY_EDGE)


def _moved(room: float, box: tuple[float, float], area: tuple[float, float]) -> float:
    """Return how far to move what is seen of a long area, so that a box in it is seen with what is around it."""
    around = room / 4
    if round(area[1] - area[0]) <= room or (around <= box[0] and box[1] <= room - around):
        return 0.0
    return min(max((box[0] + box[1] - room) / 2, area[0]), area[1] - room)


def _step(step: str) -> Callable[[GraphView], None]:
    return lambda view: view.knob_pressed.emit(step)


_KEYS: Mapping[int, Callable[[GraphView], None]] = {
    **{key: _step(step) for key, step in STEP_KEYS.items()},
    Qt.Key.Key_Down: lambda view: view.choose_neighbour(1),
    Qt.Key.Key_Up: lambda view: view.choose_neighbour(-1),
    Qt.Key.Key_Return: GraphView.toggle_selected,
    Qt.Key.Key_Enter: GraphView.toggle_selected,
}
