"""What is drawn by hand: one base under every painted view.

A canvas says what is shown; the base does the rest: theme, zoom and font from one place, a still picture of what rarely
changes, tooltips, hover, arrow keys, copies as text or picture, and a child that a screen reader reads for each item.

    class Bars(Canvas):
        \"\"\"A bar for every layer.\"\"\"

        def show_snapshot(self, snapshot: Snapshot) -> None:
            self._values = snapshot.norms
            self.update()                         # `renew()` where the still picture changes too

        def items(self) -> Sequence[Item]:        # boxes in pixels at 100 %, as everything here
            return [Item(layer, self._box(layer), f"Layer {layer}", number(value)) for layer, value in …]

        def ground(self) -> str:                  # for a canvas that covers its whole area
            return self.theme.surface

        def paint_still(self, painter: QPainter, size: QSizeF) -> None:
            …                                     # drawn once for a size, a theme, a font and a zoom

        def paint(self, painter: QPainter, size: QSizeF) -> None:
            painter.setPen(QColor(self.theme.text))

    bars.chosen.connect(…)                        # the key of the item that was clicked, or confirmed with Enter

All lengths are **pixels at 100 %**: `paint` gets a painter that is scaled by the zoom, and `area`, `base_font` and the
places that come in are of the same kind, so that a layout is the same at every zoom and its constants stay. A canvas
that says how far it may grow (`most_grown`) is drawn larger as a whole where it has the room. Only
`width()`, `rect()`, `font()` and other methods of `QWidget` speak of the screen's pixels: do not use them for drawing.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from math import floor

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAction,
    QColor,
    QContextMenuEvent,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from playground.views.kit.appearance import resized, restyled, theme, zoom
from playground.views.kit.copying import copy_menu, put_text
from playground.views.kit.items import ARROWS, CONFIRM, NO_KEYS, PLAIN, Item, Items, nearest
from playground.views.kit.painting import painting
from playground.views.theme import Theme

__all__ = ["ARROWS", "CONFIRM", "NO_KEYS", "Canvas", "Item", "Items", "nearest"]

GROWN_BY = 4
"""Steps to twice the size, in which a canvas grows: in between, pixels would not lie on pixels."""


class Canvas(QWidget):
    """A widget that is painted: see the module for an example.

    Class attributes
    ----------------
    shows_focus
        Whether a frame is drawn around the canvas while it has the keyboard focus.
    arrow_keys
        Those that move its mark, as steps; the others are left to what is around it.
    comfortable, least
        Width and height of the size hints, in pixels at 100 %.
    most_grown
        How much larger than at its comfortable size everything is drawn at most, where there is room.

    Signals
    -------
    pointed(key)
        The mouse is over another item, or over none (None).
    selected_changed(key)
        The arrow keys or a click have moved the mark, or it is gone.
    chosen(key)
        An item was clicked, or confirmed with Enter.
    """

    shows_focus = True
    arrow_keys: Mapping[int, tuple[int, int]] = ARROWS
    comfortable: tuple[float, float] | None = None
    least: tuple[float, float] | None = None
    most_grown = 1.0

    pointed = Signal(object)
    selected_changed = Signal(object)
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hovered: Hashable | None = None
        self._selected: Hashable | None = None
        self._picture: QPixmap | None = None
        self._base_font: QFont | None = None
        self._grown: float | None = None
        self.setMouseTracking(True)

    # What a canvas says of itself

    def paint(self, painter: QPainter, size: QSizeF, /) -> None:
        """Draw a frame over the still picture; the painter has `base_font` and is not antialiased."""

    def paint_still(self, painter: QPainter, size: QSizeF, /) -> None:
        """Draw what rarely changes; drawn again after `renew` and when size, colours, font or zoom have changed."""

    def ground(self) -> str | None:
        """Return the colour under everything; None for what shows its parent's."""
        return None

    def items(self) -> Sequence[Item]:
        """Return what can be pointed at; `Items` where there are many."""
        return ()

    def item_at(self, place: QPointF) -> Item | None:
        """Return the item at a place: the last of `items` there, unless a canvas finds it faster."""
        return next((item for item in reversed(self.items()) if item.box.contains(place)), None)

    def item_of(self, key: Hashable | None) -> Item | None:
        return None if key is None else next((item for item in self.items() if item.key == key), None)

    def neighbour(self, item: Item | None, right: int, down: int) -> Item | None:
        """Return the item that an arrow key goes to: the nearest in that direction, the first one from none."""
        if item is None:
            return next(iter(self.items()), None)
        return nearest(self.items(), item, right, down)

    def tip_at(self, place: QPointF) -> str:
        """Return the tooltip for a place: the item's there, else the widget's own."""
        item = self.item_at(place)
        return self.toolTip() if item is None else item.tip or item.text

    def preferred_size(self) -> QSizeF | None:
        """Return the size hint in pixels at 100 %; None for none."""
        return None if self.comfortable is None else QSizeF(*self.comfortable)

    def least_size(self) -> QSizeF | None:
        """Return the minimum size hint in pixels at 100 %; None for none."""
        return None if self.least is None else QSizeF(*self.least)

    def growth(self, room: QSizeF) -> float:
        """Return how much larger than at 100 % everything is drawn in so much room."""
        if self.most_grown == 1 or self.comfortable is None:
            return 1.0
        width, height = self.comfortable
        larger = floor(GROWN_BY * min(room.width() / width, room.height() / height)) / GROWN_BY
        return min(max(larger, 1.0), self.most_grown)

    def as_text(self) -> str:
        """Return what a copy as text puts on the clipboard: a line for each item, unless a canvas knows better."""
        lines = [f"{item.name}\t{item.value}".rstrip() for item in self.items()]
        return "\n".join(lines) or self.accessibleDescription()

    def offers_at(self, _place: QPointF | None, /) -> Sequence[tuple[str, Callable[[], object]]]:
        """Return what the context menu offers beside the copies: at a place, or by the keys at the mark (None)."""
        return ()

    def forget(self) -> None:
        """Drop what was computed for a size, colours, font, zoom or language; must be quick, it comes several times."""

    # What it may ask

    @property
    def theme(self) -> Theme:
        return theme()

    @property
    def factor(self) -> float:
        """How many of the widget's pixels one of the canvas is: the zoom, and more in a large room."""
        if self._grown is None:
            self._grown = 1.0  # while it is asked for
            self._grown = self.growth(QSizeF(self.size()) / zoom())
        return zoom() * self._grown

    @property
    def area(self) -> QRectF:
        """Where there is room to draw, in pixels of the canvas: those of the widget at 100 %, unless it is grown."""
        size, factor = QSizeF(self.size()), self.factor
        return QRectF(QPointF(), size if factor == 1 else size / factor)

    @property
    def base_font(self) -> QFont:
        """The widget's font as it is at 100 %."""
        if self._base_font is None:
            self._base_font = resized(self.font(), 1 / zoom())
        return self._base_font

    @property
    def hovered(self) -> Hashable | None:
        """The key of the item under the mouse."""
        return self._hovered

    @property
    def selected(self) -> Hashable | None:
        """The key of the item that the arrow keys are at."""
        return self._selected

    @property
    def current(self) -> Hashable | None:
        """The key of the item under the mouse, else of the selected one."""
        return self._selected if self._hovered is None else self._hovered

    def renew(self) -> None:
        """Draw the still picture anew, too."""
        self._picture = None
        self.update()

    def select(self, key: Hashable | None) -> None:
        """Move the mark of the arrow keys; a screen reader hears of it."""
        if key == self._selected:
            return
        self._selected = key
        self.update()
        self.selected_changed.emit(key)
        if QAccessible.isActive() and key is not None:
            for index, item in enumerate(self.items()):
                if item.key == key:
                    event = QAccessibleEvent(self, QAccessible.Event.Focus)
                    event.setChild(index)
                    QAccessible.updateAccessibility(event)

    def point(self, key: Hashable | None) -> None:
        """Point at an item, as the mouse does: also for one that is pointed at elsewhere."""
        if key != self._hovered:
            self._hovered = key
            self.update()
            self.pointed.emit(key)

    def to_canvas(self, place: QPointF | QPoint) -> QPointF:
        """Return a place of the widget in pixels of the canvas."""
        return QPointF(place) / self.factor

    def to_widget(self, box: QRectF) -> QRect:
        """Return a box of the canvas in the widget's own pixels: for a child widget's geometry, or an update."""
        factor = self.factor
        return QRectF(box.topLeft() * factor, box.size() * factor).toRect()

    # What Qt asks

    def sizeHint(self) -> QSize:
        hint = self.preferred_size()
        return super().sizeHint() if hint is None else (hint * zoom()).toSize()

    def minimumSizeHint(self) -> QSize:
        hint = self.least_size()
        return super().minimumSizeHint() if hint is None else (hint * zoom()).toSize()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw background, still picture, the frame over it, and where the keyboard is."""
        factor, size = self.factor, self.area.size()
        with painting(self) as painter:
            if (still := self._still(size)) is not None:
                painter.drawPixmap(0, 0, still)
            elif (ground := self.ground()) is not None:
                painter.fillRect(self.rect(), QColor(ground))
            if factor != 1:
                painter.scale(factor, factor)
            painter.setFont(self.base_font)
            self.paint(painter, size)
            if self.shows_focus and self.hasFocus():
                painter.resetTransform()
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor(self.theme.accent), max(round(zoom()), 1)))
                painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))

    def event(self, event: QEvent) -> bool:
        """Take arrow keys and copies before the window's shortcuts do, and show the tooltip of a place."""
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and self._takes(event):
                event.accept()
                return True
        elif isinstance(event, QHelpEvent):
            if event.type() == QEvent.Type.ToolTip:
                QToolTip.showText(event.globalPos(), self.tip_at(self.to_canvas(event.pos())), self)
                return True
        elif restyled(event):
            self._restyle()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._picture = self._grown = None
        self.forget()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        item = self.item_at(self.to_canvas(event.position()))
        self.point(None if item is None else item.key)
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.point(None)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        item = self.item_at(self.to_canvas(event.position()))
        if event.button() != Qt.MouseButton.LeftButton or item is None:
            super().mousePressEvent(event)
            return
        if self.arrow_keys:
            self.select(item.key)
        self.chosen.emit(item.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the mark, confirm it like a click, let go of it, or copy."""
        step = self.arrow_keys.get(event.key()) if event.modifiers() in PLAIN else None
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_text()
        elif step is not None and len(self.items()):
            self.point(None)
            item = self.neighbour(self.item_of(self._selected), *step)
            self.select(None if item is None else item.key)
        elif event.key() in CONFIRM and self._selected is not None:
            self.chosen.emit(self._selected)
        elif event.key() == Qt.Key.Key_Escape and self._selected is not None:
            self.select(None)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = copy_menu(self, self.as_text)
        copies, by_key = menu.actions(), event.reason() == QContextMenuEvent.Reason.Keyboard
        for text, do in self.offers_at(None if by_key else self.to_canvas(event.pos())):
            offer = QAction(text, menu)
            offer.triggered.connect(do)
            menu.insertAction(copies[0], offer)
        menu.popup(event.globalPos())

    def copy_text(self) -> None:
        """Put what is shown on the clipboard, as text."""
        put_text(self.as_text())

    def _takes(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Copy):
            return True
        return event.key() in self.arrow_keys and event.modifiers() in PLAIN and len(self.items()) > 0

    def _restyle(self) -> None:
        self._picture = self._base_font = self._grown = None
        self.forget()
        self.updateGeometry()
        self.update()

    def _still(self, size: QSizeF) -> QPixmap | None:
        if type(self).paint_still is Canvas.paint_still:
            return None
        ratio = self.devicePixelRatioF()
        if self._picture is None:
            self._picture = QPixmap(self.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            ground = self.ground()
            self._picture.fill(QColor(Qt.GlobalColor.transparent) if ground is None else QColor(ground))
            with painting(self._picture) as painter:
                painter.scale(self.factor, self.factor)
                painter.setFont(self.base_font)
                self.paint_still(painter, size)
        return self._picture
