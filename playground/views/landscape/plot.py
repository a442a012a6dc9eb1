"""What both plots of the landscape share: a canvas to point at, to click in, and to walk over with the keys."""

from abc import abstractmethod
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QTransform
from PySide6.QtWidgets import QWidget

from playground.views.kit.appearance import restyled, scaled
from playground.views.kit.items import SIDEWAYS
from playground.views.landscape.overlay import Overlay
from playground.views.plots.canvas import PlotCanvas

STEP = 0.01
LARGE_STEP = 0.1
LEAST = 160
"""Pixels at 100 %: with less room the workspace scrolls."""
ARROWS: Mapping[int, tuple[int, int]] = MappingProxyType(
    {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}
)

Point = tuple[float, float]


class LandscapePlot(QWidget):
    """A canvas with a pointer: the mouse or the arrow keys move it, a click or Return chooses where it stands.

    Attributes
    ----------
    chosen
        A point was clicked, or Return pressed.
    pointed
        The pointer's `(x, y)`, or None.
    """

    chosen = Signal(float, float)
    pointed = Signal(object)

    def __init__(self, parent: QWidget | None = None, widest: str = "−0.5") -> None:
        super().__init__(parent)
        scaled(self, QWidget.setMinimumSize, LEAST, LEAST)
        self._pointer: Point | None = None
        self._by_key = False
        self.canvas = PlotCanvas(self, widest)
        self.canvas.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.canvas.kept_keys = SIDEWAYS
        self.canvas.setAccessibleDescription(
            self.tr("A click, or the arrow keys and Return, moves the weights; the wheel zooms, Home shows everything.")
        )
        self._overlay = Overlay(self.canvas, self.paint_marks)
        self.canvas.hovered.connect(self._hovered)
        self.canvas.unhovered.connect(self._unhovered)
        self.canvas.moved.connect(self._overlay.place)
        scene = self.canvas.view.scene()
        scene.sigMouseClicked.connect(self._clicked)
        # A double click would show everything again, after its first click has moved the weights: here it does nothing.
        self._viewport = scene.views()[0].viewport()
        self._viewport.installEventFilter(self)

    def changeEvent(self, event: QEvent) -> None:
        """Draw in other colours."""
        super().changeEvent(event)
        if restyled(event):
            self.restyle()

    def restyle(self) -> None:
        """Draw the marks in other colours."""
        self._overlay.update()

    @property
    def pointer(self) -> Point | None:
        """Where the pointer stands, in the plot's coordinates."""
        return self._pointer

    @abstractmethod
    def start_of_keys(self) -> Point | None:
        """Return where the pointer appears at the first arrow key; None where there is nothing to point at."""

    @abstractmethod
    def paint_marks(self, painter: QPainter, to_pixels: QTransform, area: QRectF) -> None:
        """Draw everything that keeps its size at any zoom."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep double clicks from the canvas."""
        if watched is self._viewport and event.type() == QEvent.Type.MouseButtonDblClick:
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the pointer with the arrows, faster with Shift; choose with Return, let go with Escape."""
        arrow = ARROWS.get(event.key())
        if arrow is not None and self.start_of_keys() is not None:
            size = LARGE_STEP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else STEP
            area = self.canvas.view.viewRect()
            x, y = self._pointer or self.start_of_keys() or (0.0, 0.0)
            x = min(max(x + arrow[0] * size * area.width(), area.left()), area.right())
            y = min(max(y + arrow[1] * size * area.height(), area.top()), area.bottom())
            self._point_at((x, y), by_key=True)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._pointer is not None:
            self.chosen.emit(*self._pointer)
        elif event.key() == Qt.Key.Key_Escape and self._pointer is not None:
            self._point_at(None)
        else:
            super().keyPressEvent(event)

    def _clicked(self, event: Any) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self.start_of_keys() is None:
            return
        if self.canvas.view.sceneBoundingRect().contains(event.scenePos()):
            place = self.canvas.view.mapSceneToView(event.scenePos())
            self._point_at((place.x(), place.y()))
            self.chosen.emit(place.x(), place.y())

    def _hovered(self, x: float, y: float) -> None:
        self._point_at((x, y))

    def _unhovered(self) -> None:
        if not self._by_key:
            self._point_at(None)

    def _point_at(self, point: Point | None, *, by_key: bool = False) -> None:
        self._by_key = by_key and point is not None
        if point != self._pointer:
            self._pointer = point
            self._overlay.update()
            self.pointed.emit(point)
