"""The graph on screen: zoomed and moved by mouse and keys, its numbers repainted as they change."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from playground.expressions import Evaluation
from playground.expressions.graph import Array
from playground.views.chain.drawing import Drawing, Fonts, Wire, drawing_of
from playground.views.chain.legend import paint_legend
from playground.views.chain.numbers import short
from playground.views.chain.painting import (
    READABLE,
    Marks,
    Words,
    paint_marks,
    paint_numbers,
    paint_structure,
)
from playground.views.chain.viewport import Viewport
from playground.views.forms.text import translated
from playground.views.kit.canvas import painting
from playground.views.kit.keys import SIDEWAYS
from playground.views.theme import LIGHT, Theme

ZOOM_STEP = 1.2
PAN_STEP = 60
MARGIN = 26
LEGEND = 26
_CLICK = 4


class GraphCanvas(QWidget):
    """Draws an evaluation.

    The whole graph is in view until a person zooms or drags; `fit` or a double click beside the graph goes back.

    Signals
    -------
    gate_chosen(name)
        A node was clicked, or reached by a key.
    wire_chosen(wire)
        An edge was clicked.
    gate_toggled(name)
        A node was double-clicked.
    step_requested(steps)
        An arrow key was pressed: so many steps of the backward pass forth or back.
    end_requested(at_end)
        The backward pass should go to its end, or to its beginning.
    """

    gate_chosen = Signal(str)
    wire_chosen = Signal(object)
    gate_toggled = Signal(str)
    step_requested = Signal(int)
    end_requested = Signal(bool)

    kept_keys = SIDEWAYS

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._fonts = Fonts.of(self.font())
        self._evaluation: Evaluation | None = None
        self._gradients: Mapping[str, Array | None] = {}
        self._visited: frozenset[str] = frozenset()
        self._drawing: Drawing | None = None
        self._drawn: tuple[object, tuple[object, ...]] = (None, ())
        self._problems: tuple[str, ...] = ()
        self._marks = Marks()
        self._viewport = Viewport()
        self._structure: QPixmap | None = None
        self._pressed: QPointF | None = None
        self._dragging = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(160, 120)
        self._keys: Mapping[int, Callable[[], None]] = {
            Qt.Key.Key_Right: lambda: self.step_requested.emit(1),
            Qt.Key.Key_Left: lambda: self.step_requested.emit(-1),
            Qt.Key.Key_Home: lambda: self.end_requested.emit(False),
            Qt.Key.Key_End: lambda: self.end_requested.emit(True),
            Qt.Key.Key_Down: lambda: self._choose_neighbour(1),
            Qt.Key.Key_Up: lambda: self._choose_neighbour(-1),
            Qt.Key.Key_Return: self._toggle_selected,
            Qt.Key.Key_Enter: self._toggle_selected,
            Qt.Key.Key_0: self.fit,
            Qt.Key.Key_Plus: self.zoom_in,
            Qt.Key.Key_Equal: self.zoom_in,
            Qt.Key.Key_Minus: self.zoom_out,
        }
        self._arrows: Mapping[int, tuple[int, int]] = {
            Qt.Key.Key_Left: (PAN_STEP, 0),
            Qt.Key.Key_Right: (-PAN_STEP, 0),
            Qt.Key.Key_Up: (0, PAN_STEP),
            Qt.Key.Key_Down: (0, -PAN_STEP),
        }

    @property
    def drawing(self) -> Drawing | None:
        """Where everything stands, at a zoom of 1."""
        return self._drawing

    @property
    def marks(self) -> Marks:
        """What is set off from the rest."""
        return self._marks

    @property
    def zoom(self) -> float:
        """Logical pixels of the widget for one of the drawing."""
        return self._viewport.zoom

    def to_widget(self, point: QPointF) -> QPoint:
        """Return where a point of the drawing is in the widget."""
        return self._viewport.transform.map(point).toPoint()

    def show_evaluation(
        self, evaluation: Evaluation, gradients: Mapping[str, Array | None], visited: frozenset[str], active: str
    ) -> None:
        """Show values, and gradients as far as they are computed.

        Nothing moves while graph and shapes stay the same.
        """
        self._evaluation, self._gradients, self._visited = evaluation, gradients, visited
        shapes = tuple(record.value.shape for record in evaluation.records.values())
        if (evaluation.graph, shapes) != self._drawn:
            self._drawn = (evaluation.graph, shapes)
            self._lay_out()
        problems = tuple(record.name for record in evaluation.problems)
        if problems != self._problems:
            self._problems, self._structure = problems, None
        self._set_marks(active=active)
        self._describe()
        self.update()

    def clear(self) -> None:
        """Show no graph: there is none yet."""
        self._evaluation = self._drawing = self._structure = None
        self._drawn = (None, ())
        self.update()

    def mark(self, gate: str = "", wire: Wire | None = None) -> None:
        """Set off the node or the edge whose card is shown."""
        self._set_marks(selected=gate, wire=wire)
        self._describe()

    def fit(self) -> None:
        """Bring the whole graph into view, and keep it there."""
        self._viewport.following = True
        self._fit()

    def zoom_in(self) -> None:
        """Zoom in on the middle."""
        self._zoom_at(QPointF(self.rect().center()), ZOOM_STEP)

    def zoom_out(self) -> None:
        """Zoom out from the middle."""
        self._zoom_at(QPointF(self.rect().center()), 1 / ZOOM_STEP)

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme."""
        self._theme = theme
        self._structure = None
        self.update()

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(640, 400)

    def changeEvent(self, event: QEvent) -> None:
        """Lay out anew for another font."""
        if event.type() == QEvent.Type.FontChange:
            self._fonts = Fonts.of(self.font())
            self._lay_out()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep everything in view."""
        super().resizeEvent(event)
        self._structure = None
        if self._viewport.following:
            self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw."""
        with painting(self) as painter:
            if self._drawing is None or self._evaluation is None:
                painter.fillRect(self.rect(), QColor(self._theme.surface))
                painter.setPen(QColor(self._theme.muted))
                painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("Type a formula to see its graph"))
                return
            painter.drawPixmap(0, 0, self._structure_pixmap())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.save()
            painter.setTransform(self._viewport.transform, True)
            paint_marks(painter, self._drawing, self._theme, self._marks)
            if self._viewport.zoom >= READABLE:
                words = Words(self.tr("undefined"))
                paint_numbers(
                    painter,
                    self._drawing,
                    self._evaluation,
                    self._gradients,
                    self._visited,
                    self._theme,
                    self._fonts,
                    words,
                )
            painter.restore()
            paint_legend(painter, QRectF(self.rect()), self._evaluation, self._theme, self._fonts)

    # What a person does

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to click or to drag."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._dragging = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag, or light up what is under the mouse."""
        position = event.position()
        if self._pressed is not None:
            moved = position - self._pressed
            if self._dragging or moved.manhattanLength() > _CLICK:
                self._dragging = True
                self._pressed = position
                self._move(moved)
            return
        place = self._viewport.place(position)
        name = "" if self._drawing is None else self._drawing.gate_at(place)
        over_wire = self._drawing is not None and not name and self._drawing.wire_at(place) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if name or over_wire else Qt.CursorShape.ArrowCursor)
        self._set_marks(hovered=name)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what was clicked."""
        was_click = self._pressed is not None and not self._dragging
        self._pressed, self._dragging = None, False
        if not was_click or event.button() != Qt.MouseButton.LeftButton or self._drawing is None:
            return
        place = self._viewport.place(event.position())
        name = self._drawing.gate_at(place)
        if name:
            self.gate_chosen.emit(name)
        elif (wire := self._drawing.wire_at(place)) is not None:
            self.wire_chosen.emit(wire)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Fold or unfold a node; beside the graph, show everything."""
        name = "" if self._drawing is None else self._drawing.gate_at(self._viewport.place(event.position()))
        if name:
            self.gate_toggled.emit(name)
        else:
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the mouse."""
        steps = event.angleDelta().y() / 120
        if steps:
            self._zoom_at(event.position(), ZOOM_STEP**steps)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with the arrows, choose with Up and Down, zoom with + and −, pan with Ctrl and the arrows."""
        arrow, action = self._arrows.get(event.key()), self._keys.get(event.key())
        if arrow is not None and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._move(QPointF(*arrow))
        elif action is not None:
            action()
        else:
            super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Light nothing up."""
        self._set_marks(hovered="")
        super().leaveEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Begin again."""
        self._pressed = None
        super().enterEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tell the value of the node under the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def tip_at(self, position: QPointF) -> str:
        """Return a line about what is at a point of the widget."""
        if self._drawing is None or self._evaluation is None:
            return ""
        place = self._viewport.place(position)
        name = self._drawing.gate_at(place)
        if name:
            return self._said(name)
        wire = self._drawing.wire_at(place)
        if wire is not None:
            text = self.tr("{source} → {target}: click for the Jacobian")
            return text.format(source=wire.edge.source, target=wire.edge.target)
        return ""

    def _said(self, name: str) -> str:
        """Return a node's value and its gradient, as far as it is computed, as plain text."""
        assert self._evaluation is not None
        record = self._evaluation[name]
        if record.problem:
            return f"{name}: {translated(record.problem)}"
        value = short(record.value) if record.is_defined else self.tr("undefined")
        if name not in self._gradients:
            return self.tr("{name} = {value}; its gradient is not computed yet").format(name=name, value=value)
        gradient = self._gradients[name]
        text = self.tr("undefined") if gradient is None else short(gradient)
        return self.tr("{name} = {value}, gradient {gradient}").format(name=name, value=value, gradient=text)

    def _describe(self) -> None:
        """Tell a screen reader what is selected, and what the keys do."""
        keys = self.tr(
            "Right and left arrow step the backward pass, up and down choose a gate, Enter folds it or takes it apart."
        )
        name = self._marks.active or self._marks.selected
        known = self._evaluation is not None and name in self._evaluation.records
        self.setAccessibleDescription(f"{self._said(name)}. {keys}" if known else keys)

    # Its own

    def _lay_out(self) -> None:
        if self._evaluation is None:
            return
        self._drawing = drawing_of(self._evaluation, self._fonts)
        self._structure = None
        self._set_marks(wire=None, hovered="")
        if self._viewport.following:
            self._fit()
        self.update()

    def _fit(self) -> None:
        if self._drawing is None:
            return
        room = QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN - LEGEND)
        self._viewport.fit(self._drawing.area, room)
        self._structure = None
        self.update()

    def _zoom_at(self, position: QPointF, factor: float) -> None:
        self._viewport.zoom_at(position, factor)
        self._structure = None
        self.update()

    def _move(self, by: QPointF) -> None:
        self._viewport.move(by)
        self._structure = None
        self.update()

    def _choose_neighbour(self, steps: int) -> None:
        if self._drawing is not None:
            names = list(self._drawing.gates)
            selected = self._marks.selected
            place = names.index(selected) + steps if selected in names else (0 if steps > 0 else len(names) - 1)
            self.gate_chosen.emit(names[place % len(names)])

    def _toggle_selected(self) -> None:
        if self._marks.selected:
            self.gate_toggled.emit(self._marks.selected)

    def _set_marks(self, **changes: object) -> None:
        present = {"selected": self._marks.selected, "wire": self._marks.wire}
        present |= {"active": self._marks.active, "hovered": self._marks.hovered}
        wanted = present | changes
        if wanted != present:
            self._marks = Marks(**wanted)  # type: ignore[arg-type]
            self.update()

    def _structure_pixmap(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        if self._structure is None or self._structure.devicePixelRatio() != ratio:
            self._structure = QPixmap(self.size() * ratio)
            self._structure.setDevicePixelRatio(ratio)
            self._structure.fill(QColor(self._theme.surface))
            with painting(self._structure, smooth=True) as painter:
                painter.setTransform(self._viewport.transform, True)
                if self._drawing is not None:
                    paint_structure(painter, self._drawing, self._theme, self._fonts, self._problems)
        return self._structure
