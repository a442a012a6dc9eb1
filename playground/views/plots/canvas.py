"""A pair of axes to draw in: wheel and drag zoom, a double click goes back, the mouse's place is told."""

import math
from collections.abc import Callable, Mapping
from html import escape

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from playground.messages.numbers import significant
from playground.views.kit.appearance import pixels, restyled, theme
from playground.views.kit.building import in_column
from playground.views.kit.copying import Columns, columns_text, copy_menu, put_text
from playground.views.plots.axis import Axis
from playground.views.plots.style import small_font, style_axis
from playground.views.plots.text import TextLine
from playground.views.plots.ticks import OVERHANG, Level, tick_levels

RIGHT, TEXT_OFFSET = 10, 2
ZOOM_STEP = 0.8
PAN_STEP = 0.1

Home = tuple[float, float, float, float]
LARGEST_END = 1e300


class _Graphics(pg.GraphicsView):  # type: ignore[misc]
    """pyqtgraph's view, which would ask for as much room as it once was given, and so never become smaller again."""

    def sizeHint(self) -> QSize:
        return QSize(self.minimumSizeHint())


class PlotCanvas(QWidget):
    """A pyqtgraph view box with a left and a bottom axis, without menus and buttons.

    The range follows what `set_home` asks for until a person zooms or drags; `reset_view`, a double click or the Home
    key let it follow again.

    `widest`: the longest number that the left axis should always have room for.

    Attributes
    ----------
    view
        The `pyqtgraph.ViewBox`: graphics items are added to it.
    columns
        A function that returns the data for a copy as text: names and numbers.
    left, bottom
        The `pyqtgraph.AxisItem` pair.
    hovered
        x and y under the mouse, in the plot's coordinates.
    unhovered
        The mouse has left the plotting area.
    moved
        The range or the size of the plotting area has changed.
    axes_resized
        The axes need another width or height.
    """

    hovered = Signal(float, float)
    unhovered = Signal()
    following_changed = Signal(bool)
    moved = Signal()
    axes_resized = Signal()

    kept_keys: frozenset[Qt.Key] = frozenset()

    def __init__(self, parent: QWidget | None = None, widest: str = "−0.5") -> None:
        super().__init__(parent)
        self._widest = widest
        self._home: Home | None = None
        self._following = True
        self._scale = (1.0, False)
        self._ticks: dict[str, list[Level] | None] = {}
        self._room = QSize()
        self._widest_tick = 0
        self._names = ("", "")
        self.columns: Callable[[], Columns] = dict
        self._left_name = TextLine(self)
        self._left_name.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._graphics = _Graphics(self, background=None)
        self._graphics.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.view = pg.ViewBox(enableMenu=False, defaultPadding=0)
        self.view.disableAutoRange()
        self.left = Axis("left", linkView=self.view, maxTickLength=4)
        self.bottom = Axis("bottom", linkView=self.view, maxTickLength=4)
        grid = self._graphics.centralLayout
        grid.setSpacing(0)
        grid.addItem(self.left, 0, 0)
        grid.addItem(self.view, 0, 1)
        grid.addItem(self.bottom, 1, 1)
        self.setLayout(in_column(self._graphics))
        self.view.sigRangeChangedManually.connect(self._stop_following)
        self.view.sigRangeChanged.connect(self._tell_moved)
        self.view.sigResized.connect(self._fill_frame)
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

    def set_names(self, bottom: str, left: str = "") -> None:
        """Name the axes; an empty name takes no room."""
        if (bottom, left) != self._names:
            self._names = (bottom, left)
            self._dress()

    def set_scale(self, unit: float = 1.0, *, logarithmic: bool = False) -> None:
        """Choose how the left axis writes its numbers: times `unit`, or as powers of ten."""
        if (unit, logarithmic) != self._scale:
            self._scale = (unit, logarithmic)
            self.left.setScale(unit)
            self.left.setLogMode(y=logarithmic)
            self._choose_ticks()

    def set_home(self, x: tuple[float, float], y: tuple[float, float]) -> None:
        """Give the range that shows everything; it is shown at once unless a person has chosen another."""
        home = (*x, *y)
        if home == self._home:
            return
        self._home = home
        self._fit_axes()
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
        return self._room + QSize(pixels(RIGHT), self.top_margin())

    def top_margin(self) -> int:
        """Return the room above the plotting area: for the left axis's name, or half its last number."""
        line = QFontMetrics(small_font(self.font())).height()
        return line + line // 2 + 1 if self._names[1] else line // 2 + 1

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the left axis's name the whole width."""
        super().resizeEvent(event)
        self._left_name.resize(self.width(), self._left_name.height())

    def changeEvent(self, event: QEvent) -> None:
        """Take over the application's new font or colours."""
        if restyled(event):
            self._dress()
        super().changeEvent(event)

    def as_text(self) -> str:
        """Return what a copy as text says: the data in columns, else the view's name and what it is about."""
        about = (self.accessibleName(), self.accessibleDescription(), *self._names)
        return columns_text(self.columns()) or "\n".join(filter(None, about))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        copy_menu(self, self.as_text).popup(event.globalPos())

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
        elif event.matches(QKeySequence.StandardKey.Copy):
            put_text(self.as_text())
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
            # The ends of an axis can be subtracted, also where the curves go to the largest numbers there are.
            x0, x1, y0, y1 = (min(max(end, -LARGEST_END), LARGEST_END) for end in self._home)
            self.view.setRange(xRange=(x0, x1), yRange=(y0, y1), padding=0)

    def _fit_axes(self) -> None:
        """Give the axes fixed sizes: ticks that change must not move the plotting area."""
        metrics = QFontMetrics(small_font(self.font()))
        ends = (0.0, 1.0) if self._home is None else self._home[2:]
        longest = max(
            metrics.horizontalAdvance(text) for text in (self._widest, *(significant(end, 3) for end in ends))
        )
        longest = max(longest, self._widest_tick)
        line = metrics.height()
        room = QSize(longest + pixels(9), line + pixels(7) + (line if self._names[0] else 0))
        if room != self._room:
            self._room = room
            self.left.setWidth(room.width())
            self.bottom.setHeight(room.height())
            self.axes_resized.emit()
        self._left_name.setGeometry(0, 0, self.width(), line)

    def _name_bottom(self) -> None:
        """Write as much of the bottom axis's name as the axis is long; no name is read as markup."""
        name, metrics = self._names[0], QFontMetrics(small_font(self.font()))
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, round(self.view.width()))
        self.bottom.setLabel(escape(shown), color=theme().text)
        self.bottom.showLabel(bool(name))
        self.bottom.resizeEvent()  # which puts it in the middle again

    def _stop_following(self, *_: object) -> None:
        if self._following:
            self._following = False
            self.following_changed.emit(False)

    def _fill_frame(self, *_: object) -> None:
        """Show in a frame of another size what was shown: one that was flat for a moment has cut the range for good."""
        self._name_bottom()
        if self._following:
            self._go_home()
        self._tell_moved()

    def _tell_moved(self, *_: object) -> None:
        self._choose_ticks()
        self.moved.emit()

    def _choose_ticks(self) -> None:
        """Put the ticks where both axes have room for them, at the same distance where a unit is as long on both."""
        metrics = QFontMetrics(small_font(self.font()))
        area, (x, y) = self.view.rect(), self.view.viewRange()
        bottom = tick_levels(self.bottom, tuple(x), area.width(), metrics)
        left = tick_levels(self.left, tuple(y), area.height(), metrics)
        if bottom and left and math.isclose(area.width() * (y[1] - y[0]), area.height() * (x[1] - x[0]), rel_tol=0.02):
            bottom = left = max(bottom, left)
        for axis, levels in ((self.bottom, bottom), (self.left, left)):
            if levels != self._ticks.get(axis.orientation):
                self._ticks[axis.orientation] = levels
                axis.setTickSpacing(levels=levels)
        self._show_whole_numbers(left, tuple(y), metrics)

    def _show_whole_numbers(self, levels: list[Level] | None, ends: tuple[float, float], metrics: QFontMetrics) -> None:
        """Give the left axis the room that its numbers need: cut off, they would be others."""
        if not levels:
            return
        spacing = levels[0][0] / self.left.scale
        texts = self.left.tickStrings([spacing * round(end / spacing) for end in ends], self.left.scale, spacing)
        widest = max(metrics.horizontalAdvance(text) for text in texts)
        if widest > max(self._widest_tick, self._room.width() - pixels(9)):
            self._widest_tick = widest
            self._fit_axes()

    def _dress(self) -> None:
        look, font = theme(), self.font()
        for axis in (self.left, self.bottom):
            style_axis(axis, look, font)
            axis.setStyle(tickTextOffset=pixels(TEXT_OFFSET), hideOverlappingLabels=pixels(OVERHANG))
        self._name_bottom()
        # The left name stands above its axis: turned by 90° it would be hard to read and cost a line's width.
        self._left_name.setFont(small_font(font))
        self._left_name.set_color(look.text)
        self._left_name.set_text(self._names[1])
        self._left_name.setVisible(bool(self._names[1]))
        self._left_name.raise_()
        self._widest_tick = 0  # of numbers of another size
        self._fit_axes()
        self._choose_ticks()
        self._graphics.centralLayout.setContentsMargins(0, self.top_margin(), pixels(RIGHT), 0)
        self.view.setBackgroundColor(look.surface)
        self.view.setBorder(look.border)
        self._graphics.setBackground(None)
