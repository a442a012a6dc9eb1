"""A pair of axes to draw in: wheel and drag zoom, a double click goes back, the mouse's place is told."""

from collections.abc import Callable, Mapping

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.views.plot_style import label_axis, small_font, style_axis
from playground.views.theme import LIGHT, Theme

RIGHT = 10
ZOOM_STEP = 0.8
PAN_STEP = 0.1

Home = tuple[float, float, float, float]


class PlotCanvas(QWidget):
    """A pyqtgraph view box with a left and a bottom axis, without menus and buttons.

    The range follows what `set_home` asks for until a person zooms or drags; `reset_view`, a double click or the Home
    key let it follow again.

    Attributes
    ----------
    view
        The `pyqtgraph.ViewBox`: graphics items are added to it.
    left, bottom
        The `pyqtgraph.AxisItem` pair.
    hovered
        x and y under the mouse, in the plot's coordinates.
    unhovered
        The mouse has left the plotting area.
    following_changed
        Whether the range follows.
    moved
        The range or the size of the plotting area has changed.
    """

    hovered = Signal(float, float)
    unhovered = Signal()
    following_changed = Signal(bool)
    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._home: Home | None = None
        self._following = True
        self._names = ("", "")
        self._tick_width = 6
        self._graphics = pg.GraphicsView(self, background=None)
        self._graphics.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.view = pg.ViewBox(enableMenu=False, defaultPadding=0)
        self.view.disableAutoRange()
        self.left = pg.AxisItem("left", linkView=self.view, maxTickLength=4)
        self.bottom = pg.AxisItem("bottom", linkView=self.view, maxTickLength=4)
        self.left.setStyle(tickTextOffset=3, hideOverlappingLabels=12)
        self.bottom.setStyle(tickTextOffset=2, hideOverlappingLabels=12)
        grid = self._graphics.centralLayout
        grid.setSpacing(0)
        grid.addItem(self.left, 0, 0)
        grid.addItem(self.view, 0, 1)
        grid.addItem(self.bottom, 1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._graphics)
        self.view.sigRangeChangedManually.connect(self._stop_following)
        self.view.sigRangeChanged.connect(self._tell_moved)
        self.view.sigResized.connect(self._tell_moved)
        self._graphics.viewport().installEventFilter(self)
        self._keys: Mapping[int, Callable[[], None]] = {
            Qt.Key.Key_Home: self.reset_view,
            Qt.Key.Key_0: self.reset_view,
            Qt.Key.Key_Plus: lambda: self._zoom(ZOOM_STEP),
            Qt.Key.Key_Equal: lambda: self._zoom(ZOOM_STEP),
            Qt.Key.Key_Minus: lambda: self._zoom(1 / ZOOM_STEP),
        }
        self._arrows: Mapping[int, tuple[float, float]] = {
            Qt.Key.Key_Left: (-PAN_STEP, 0),
            Qt.Key.Key_Right: (PAN_STEP, 0),
            Qt.Key.Key_Up: (0, PAN_STEP),
            Qt.Key.Key_Down: (0, -PAN_STEP),
        }
        self._dress()

    @property
    def following(self) -> bool:
        """Whether the range follows `set_home`: false once a person has zoomed or dragged."""
        return self._following

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme."""
        self._theme = theme
        self._dress()

    def set_names(self, bottom: str, left: str = "") -> None:
        """Name the axes; an empty name takes no room."""
        if (bottom, left) != self._names:
            self._names = (bottom, left)
            self._dress()

    def set_home(self, x: tuple[float, float], y: tuple[float, float]) -> None:
        """Give the range that shows everything; it is shown at once unless a person has chosen another."""
        home = (*x, *y)
        if home == self._home:
            return
        self._home = home
        span_x, span_y = x[1] - x[0], y[1] - y[0]
        self.view.setLimits(
            xMin=x[0] - 2 * span_x,
            xMax=x[1] + 2 * span_x,
            yMin=y[0] - 2 * span_y,
            yMax=y[1] + 2 * span_y,
            minXRange=span_x * 1e-4,
            minYRange=span_y * 1e-4,
        )
        if self._following:
            self._go_home()

    def reset_view(self) -> None:
        """Show everything and follow again."""
        self._go_home()
        if not self._following:
            self._following = True
            self.following_changed.emit(True)

    def frame(self) -> QRectF:
        """Return the plotting area in this widget's coordinates."""
        area: QRectF = self.view.sceneBoundingRect()
        return area

    def surroundings(self) -> QSize:
        """Return what the axes and margins add to the plotting area's width and height."""
        return QSize(int(self.left.width()) + RIGHT, int(self.bottom.height()) + self.top_margin())

    def top_margin(self) -> int:
        """Return the room above the plotting area: half a line, for the number at the end of the axis."""
        return QFontMetrics(small_font(self.font())).height() // 2 + 1

    def changeEvent(self, event: QEvent) -> None:
        """Take over the application's new font."""
        if event.type() == QEvent.Type.FontChange:
            self._dress()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom with + and −, pan with Ctrl and the arrows, reset with Home or 0."""
        arrow = self._arrows.get(event.key())
        action = self._keys.get(event.key())
        if arrow is not None and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            area = self.view.viewRect()
            self.view.translateBy(x=arrow[0] * area.width(), y=arrow[1] * area.height())
            self._stop_following()
        elif action is not None:
            action()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear the mouse over the plot; pyqtgraph goes on to handle it."""
        kind = event.type()
        if kind == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._tell_hover(event.position())
        elif kind == QEvent.Type.Leave:
            self.unhovered.emit()
        elif kind == QEvent.Type.MouseButtonDblClick:
            self.reset_view()
        return super().eventFilter(watched, event)

    def _tell_hover(self, position: QPointF) -> None:
        if self.view.sceneBoundingRect().contains(position):
            place = self.view.mapSceneToView(position)
            self.hovered.emit(place.x(), place.y())
        else:
            self.unhovered.emit()

    def _zoom(self, factor: float) -> None:
        self.view.scaleBy((factor, factor))
        self._stop_following()

    def _go_home(self) -> None:
        if self._home is not None:
            x0, x1, y0, y1 = self._home
            self.view.setRange(xRange=(x0, x1), yRange=(y0, y1), padding=0)

    def _stop_following(self, *_: object) -> None:
        if self._following:
            self._following = False
            self.following_changed.emit(False)

    def _tell_moved(self, *_: object) -> None:
        self.moved.emit()

    def _dress(self) -> None:
        theme, font = self._theme, self.font()
        metrics = QFontMetrics(small_font(font))
        for axis, name in ((self.bottom, self._names[0]), (self.left, self._names[1])):
            style_axis(axis, theme, font)
            label_axis(axis, name, theme, font)
        # Fixed sizes: ticks that change must not move the plotting area.
        text = metrics.height() + 2
        self.left.setWidth(metrics.horizontalAdvance("0" * self._tick_width) + 6 + (text if self._names[1] else 0))
        self.bottom.setHeight(text + 5 + (text if self._names[0] else 0))
        self._graphics.centralLayout.setContentsMargins(0, self.top_margin(), RIGHT, 0)
        self.view.setBackgroundColor(theme.surface)
        self.view.setBorder(theme.border)
        self._graphics.setBackground(None)
