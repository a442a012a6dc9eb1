"""A view that is zoomed and moved by mouse and keys."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsView

SMALLEST, LARGEST = 0.05, 6.0
ZOOM_STEP = 1.2
PAN_STEP = 60
_CLICK = 4
"""A mouse that moves by more than that drags."""


class ZoomableView(QGraphicsView):
    """Shows a scene, all of it until a person zooms or drags; `fit` goes back.

    Attributes
    ----------
    is_following
        Whether everything stays in view, whatever the size.

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
