"""The hand that draws: presses become strokes, strokes become commands; and the ring around it.

The keyboard can hold the tool too: Return takes it up in the middle of the plot, the arrows carry it, Return presses.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from playground.training.drawing import MOST_POINTS, Place
from playground.views.kit.appearance import theme
from playground.views.output.strokes import BrushStroke, EraserStroke, MoveStroke, Paper, Stroke
from playground.views.output.tools import TOOLS, ToolName
from playground.views.plots.canvas import PlotCanvas
from playground.views.theme import LIGHT, Theme

HALO, LINE = 3.6, 1.6
"""Widths in pixels: a ring of the surface's colour makes the line seen on any map."""
ABOVE_POINTS = 20


class BrushCursor(QGraphicsItem):
    """A circle in the plot's units, drawn in pixels as a child of the view box, like the markers."""

    def __init__(self, parent: QGraphicsItem) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._color = LIGHT.text
        self._dashed = False
        self._center = QPointF()
        self._reach = (0.0, 0.0)
        self._to_pixels = QTransform()
        self.setZValue(ABOVE_POINTS)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.hide()

    def apply_theme(self, theme: Theme, color: str, *, dashed: bool) -> None:
        """Take a theme, and the colour and style of the line."""
        self._theme, self._color, self._dashed = theme, color, dashed
        self.update()

    def show_at(self, x: float, y: float, reach: tuple[float, float], to_pixels: QTransform) -> None:
        """Stand around a place, reaching so far along both axes; `to_pixels` leads from values to the view box."""
        self.prepareGeometryChange()
        self._center, self._reach, self._to_pixels = QPointF(x, y), reach, to_pixels
        self.show()

    @property
    def ring(self) -> QRectF:
        """Where the circle is, in the view box's pixels."""
        center = self._to_pixels.map(self._center)
        wide, high = self._reach[0] * abs(self._to_pixels.m11()), self._reach[1] * abs(self._to_pixels.m22())
        return QRectF(center.x() - wide, center.y() - high, 2 * wide, 2 * high)

    def boundingRect(self) -> QRectF:
        return self.ring.adjusted(-HALO, -HALO, HALO, HALO)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None, /) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._theme.surface), HALO))
        painter.drawEllipse(self.ring)
        style = Qt.PenStyle.DashLine if self._dashed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(QColor(self._color), LINE, style))
        painter.drawEllipse(self.ring)


BATCH_MS = 30
GRIP = 11
"""Pixels around the mouse within which a point is taken hold of."""
STEP = 0.02
"""What an arrow key moves the pen, as a share of the axes."""


class DragTool(QObject):
    """Draws on a canvas with whatever tool it holds; holding none it does not listen at all.

    Signals
    -------
    command_requested(command), refused(sentence)
        What a stroke does, and why one did not begin.
    hovered(x, y)
        Where the mouse is while a button is held, in the plot's coordinates.
    """

    command_requested = Signal(object)
    hovered = Signal(float, float)
    refused = Signal(object)

    def __init__(self, canvas: PlotCanvas, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        graphics = canvas.findChild(pg.GraphicsView)
        assert graphics is not None
        self._viewport = graphics.viewport()
        self.cursor = BrushCursor(canvas.view)
        self._rng = np.random.default_rng(0)
        self._paper: Paper | None = None
        self._tool: ToolName = "brush"
        self._label, self._radius = 0, 0.05
        self._stroke: Stroke | None = None
        self._mouse: QPointF | None = None
        self._by_key = False
        self._batch = QTimer(self, singleShot=True, interval=BATCH_MS)
        self._batch.timeout.connect(self._send)
        canvas.moved.connect(self._follow_plot)
        self._listeners: Mapping[QEvent.Type, Callable[[QMouseEvent], bool]] = MappingProxyType(
            {
                QEvent.Type.MouseButtonPress: self._press,
                QEvent.Type.MouseButtonDblClick: self._press,
                QEvent.Type.MouseMove: self._move,
                QEvent.Type.MouseButtonRelease: self._release,
            }
        )

    @property
    def is_at_work(self) -> bool:
        """Whether a stroke is under way."""
        return self._stroke is not None

    @property
    def is_steered(self) -> bool:
        return self._by_key

    def hold(self, paper: Paper | None, tool: ToolName, label: int, radius: float) -> None:
        """Take a tool, and something to draw on; None: nothing, and the mouse means what it always does."""
        listened = self._paper is not None
        self._paper, self._tool, self._label, self._radius = paper, tool, label, radius
        if paper is None:
            self.finish()
            self.put_down()
        if listened != (paper is not None):
            if paper is None:
                self._viewport.removeEventFilter(self)
                self._viewport.unsetCursor()
            else:
                self._viewport.installEventFilter(self)
        self._show_reach()

    def finish(self) -> None:
        """End the stroke under way."""
        self._send()
        self._stroke = None
        self._batch.stop()
        self._show_reach()

    # With the keyboard.

    def press_by_key(self) -> None:
        """Take the pen up in the middle of the plot; from then on press and let go: a point is carried to the next."""
        if self._paper is None:
            return
        if not self._by_key:
            area = self._canvas.view.sceneBoundingRect()
            inside = self._mouse is not None and area.contains(self._mouse)
            self._mouse = self._mouse if inside else area.center()
            self._by_key = True
            self._tell_place()
            self._show_reach()
        elif self._stroke is not None:
            self.finish()
        else:
            self._begin(erasing=False)
            if not isinstance(self._stroke, MoveStroke):
                self.finish()

    def steer(self, right: int, up: int) -> None:
        """Carry the pen so many steps."""
        if self._paper is None or self._mouse is None:
            return
        spans = self._paper.plotted_spans
        at = self._canvas.view.mapSceneToView(self._mouse)
        place = self._paper.turn((at.x() + right * STEP * spans[0], at.y() + up * STEP * spans[1]))
        h, v = self._paper.turn(self._paper.within(place))
        self._mouse = self._canvas.view.mapViewToScene(pg.Point(h, v))
        self._go()

    def put_down(self) -> None:
        """Take the keyboard's hand off the pen."""
        self._by_key, self._mouse = False, None
        self.cursor.hide()

    # With the mouse.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the buttons before the plot does; the wheel and the middle button stay the plot's."""
        listener = self._listeners.get(event.type())
        if listener is not None and isinstance(event, QMouseEvent):
            return listener(event)
        if event.type() == QEvent.Type.Leave and self._stroke is None:
            self.put_down()
        return super().eventFilter(watched, event)

    def _press(self, event: QMouseEvent) -> bool:
        if self._stroke is not None:
            return True
        mine = event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton)
        if not mine or not self._canvas.view.sceneBoundingRect().contains(event.position()):
            return False
        self._canvas.setFocus(Qt.FocusReason.MouseFocusReason)
        self._by_key, self._mouse = False, event.position()
        self._begin(erasing=event.button() == Qt.MouseButton.RightButton)
        return True

    def _move(self, event: QMouseEvent) -> bool:
        self._by_key, self._mouse = False, event.position()
        if self._stroke is None:
            self._show_reach()
            return False
        if event.buttons():
            self._go()
        else:  # let go where nobody told of it
            self.finish()
        return True

    def _release(self, event: QMouseEvent) -> bool:
        if self._stroke is None or event.buttons() & (Qt.MouseButton.LeftButton | Qt.MouseButton.RightButton):
            return self._stroke is not None
        self._mouse = event.position()
        self._go()
        self.finish()
        return True

    # Strokes.

    def _begin(self, *, erasing: bool) -> None:
        paper, place = self._paper, self._place()
        if paper is None or place is None:
            return
        tool: ToolName = "eraser" if erasing else self._tool
        self._stroke = self._strokes()[tool](paper, place)
        self._send()
        self._show_reach()

    def _strokes(self) -> Mapping[ToolName, Callable[[Paper, Place], Stroke | None]]:
        return {"brush": self._brush, "eraser": self._erase, "move": self._carry}

    def _brush(self, paper: Paper, place: Place) -> Stroke | None:
        if paper.room <= 0:
            self.refused.emit(self.tr("A drawing holds at most {:,} points: erase some first.").format(MOST_POINTS))
            return None
        return BrushStroke(paper, place, self._label, self._radius, self._rng)

    def _erase(self, paper: Paper, place: Place) -> Stroke | None:
        return None if paper.empty else EraserStroke(paper, place, self._radius)

    def _carry(self, paper: Paper, place: Place) -> Stroke | None:
        point = paper.nearest(place, self._grip())
        return None if point is None else MoveStroke(paper, point, place)

    def _go(self) -> None:
        self._tell_place()
        place = self._place()
        if self._stroke is not None and place is not None:
            self._stroke.go(place)
            if not self._batch.isActive():
                self._batch.start()
        self._show_reach()

    def _send(self) -> None:
        command = None if self._stroke is None else self._stroke.take()
        if command is not None:
            self.command_requested.emit(command)

    # Places.

    def _place(self) -> Place | None:
        """Return where the mouse is, (x1, x2)."""
        if self._mouse is None or self._paper is None:
            return None
        at = self._canvas.view.mapSceneToView(self._mouse)
        return self._paper.turn((at.x(), at.y()))

    def _grip(self) -> Place:
        """Return how far a hand reaches along x1 and x2."""
        wide, high = self._canvas.view.viewPixelSize()
        grip = GRIP * float(wide), GRIP * float(high)
        return grip if self._paper is None else self._paper.turn(grip)

    def _tell_place(self) -> None:
        if self._mouse is not None:
            at = self._canvas.view.mapSceneToView(self._mouse)
            self.hovered.emit(at.x(), at.y())

    def _follow_plot(self) -> None:
        if self._paper is not None:
            self._show_reach()

    def _show_reach(self) -> None:
        """Put the ring where the tool would work, as wide as it does, and the hand above it."""
        paper = self._paper
        if paper is None:
            self.cursor.hide()
            return
        shape = Qt.CursorShape.ClosedHandCursor if isinstance(self._stroke, MoveStroke) else TOOLS[self._tool].cursor
        if self._viewport.cursor().shape() != shape:
            self._viewport.setCursor(shape)
        ring = self._ring(paper)
        if ring is None:
            self.cursor.hide()
            return
        place, reach = ring
        paints = self._tool == "brush" and not self._erases
        look = theme()
        color = look.classes[self._label % len(look.classes)] if paints else look.text
        self.cursor.apply_theme(look, color, dashed=self._erases)
        self.cursor.show_at(*paper.turn(place), paper.turn(reach), self._canvas.view.childTransform())

    @property
    def _erases(self) -> bool:
        return self._tool == "eraser" if self._stroke is None else isinstance(self._stroke, EraserStroke)

    def _ring(self, paper: Paper) -> tuple[Place, Place] | None:
        """Return the middle and the radii of what the tool would reach, along x1 and x2; None where it is not."""
        place = self._place()
        if place is None or self._mouse is None or not self._canvas.view.sceneBoundingRect().contains(self._mouse):
            return None
        if self._tool == "move" and not self._erases:
            held = self._stroke.target if isinstance(self._stroke, MoveStroke) else paper.nearest(place, self._grip())
            if held is None and not self._by_key:
                return None
            return held or place, self._grip()
        return place, (self._radius * paper.spans[0], self._radius * paper.spans[1])
