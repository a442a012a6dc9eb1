"""Images side by side: one picture for all of them, scrolled where there is no room, chosen by mouse and keys."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from playground.views.kit.canvas import painting
from playground.views.theme import LIGHT, Theme

_STEPS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
_CONFIRM = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
EDGE = 2
"""Pixels around all tiles, where marks may reach."""


class TileArea(QAbstractScrollArea):
    """Tiles in rows, all of one size.

    Signals
    -------
    hovered(tile)
        The number of the tile under the mouse or chosen by the keys, or None.
    chosen(tile)
        Clicked, or Enter pressed on it.
    """

    hovered = Signal(object)
    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._count, self._shape, self._zoom, self._gap = 0, (1, 1), 1, (1, 1)
        self._current: int | None = None
        self._by_key = False
        self._pointer: QPointF | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the arrow keys to the window
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # What a subclass lays out and draws.

    def lay_out(self, count: int, shape: tuple[int, int], zoom: int, gap: tuple[int, int]) -> None:
        """Take so many tiles of a shape in image pixels, enlarged so many times, with gaps in image pixels."""
        if (count, shape, zoom, gap) != (self._count, self._shape, self._zoom, self._gap):
            if shape != self._shape:
                self.verticalScrollBar().setValue(0)
            self._count, self._shape, self._zoom, self._gap = count, shape, zoom, gap
            self._update_scroll_bar()
        if self._current is not None and self._current >= count:
            self._point(None)

    def paint_tiles(self, painter: QPainter, first: int, last: int) -> None:
        """Draw the tiles `first` … `last − 1`, and the ground around them."""

    def new_sheet(self) -> QPixmap:
        """Return an empty picture of the viewport's size, to draw on once what is then copied with every frame."""
        ratio = self.devicePixelRatioF()
        sheet = QPixmap(self.viewport().size() * ratio)
        sheet.setDevicePixelRatio(ratio)
        sheet.fill(QColor(self._theme.surface))
        return sheet

    @property
    def layout_key(self) -> tuple[object, ...]:
        """What a sheet depends on: another one, and it has to be drawn anew."""
        size, scrolled = self.viewport().size(), self.verticalScrollBar().value()
        still = (self._count, self._shape, self._zoom, self._gap)
        return (self._theme, size.width(), size.height(), self.devicePixelRatioF(), scrolled, *still)

    # Places.

    @property
    def pitch(self) -> tuple[int, int]:
        """Pixels from a tile to its right neighbour, and to the one below."""
        return (self._shape[1] + self._gap[1]) * self._zoom, (self._shape[0] + self._gap[0]) * self._zoom

    @property
    def columns(self) -> int:
        """How many tiles stand side by side."""
        return max(1, (self.viewport().width() - 2 * EDGE + self._gap[1] * self._zoom) // self.pitch[0])

    @property
    def visible(self) -> tuple[int, int]:
        """The first tile that is seen, and the one after the last."""
        height, columns = self.pitch[1], self.columns
        scrolled = self.verticalScrollBar().value()
        first = scrolled // height * columns
        last = -(-(scrolled + self.viewport().height()) // height) * columns
        return min(first, self._count), min(last, self._count)

    @property
    def current(self) -> int | None:
        """The tile under the mouse, or chosen by the keys."""
        return self._current

    def image_rect(self, tile: int) -> QRect:
        """Return where a tile's image is, in the viewport."""
        row, column = divmod(tile, self.columns)
        width, height = self.pitch
        corner = QPoint(EDGE + column * width, EDGE + row * height - self.verticalScrollBar().value())
        return QRect(corner.x(), corner.y(), self._shape[1] * self._zoom, self._shape[0] * self._zoom)

    def tile_at(self, place: QPointF) -> int | None:
        """Return the tile there, its caption included."""
        width, height = self.pitch
        column, row = (
            int((place.x() - EDGE) // width),
            int((place.y() - EDGE + self.verticalScrollBar().value()) // height),
        )
        tile = row * self.columns + column
        inside = 0 <= column < self.columns and row >= 0 and tile < self._count
        return tile if inside and self._shape[1] * self._zoom > (place.x() - EDGE) % width else None

    def pixel_at(self, place: QPointF) -> tuple[int, int] | None:
        """Return row and column of the image's pixel there."""
        tile = self.tile_at(place)
        if tile is None:
            return None
        offset = place - QPointF(self.image_rect(tile).topLeft())
        row, column = int(offset.y() // self._zoom), int(offset.x() // self._zoom)
        return (row, column) if 0 <= row < self._shape[0] and 0 <= column < self._shape[1] else None

    # Colours and events.

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme."""
        self._theme = theme
        self.viewport().update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what is seen, and a frame around the current tile."""
        with painting(self.viewport()) as painter:
            first, last = self.visible
            if last > first:
                self.paint_tiles(painter, first, last)
            else:
                painter.fillRect(self.viewport().rect(), QColor(self._theme.surface))
            if self._current is not None:
                painter.setPen(QPen(QColor(self._theme.accent), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(QRectF(self.image_rect(self._current)).adjusted(-1, -1, 1, 1))
            if self.hasFocus():
                painter.setPen(QPen(QColor(self._theme.accent), 1))
                painter.drawRect(QRectF(self.viewport().rect()).adjusted(0.5, 0.5, -0.5, -0.5))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew."""
        super().resizeEvent(event)
        self._update_scroll_bar()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Draw what came into sight; the mouse is now over another tile."""
        if not self._by_key:
            self._point(None if self._pointer is None else self.tile_at(self._pointer))
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; where everything is seen the wheel does nothing."""
        if self.verticalScrollBar().maximum():
            super().wheelEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse."""
        self._pointer, self._by_key = event.position(), False
        self._point(self.tile_at(event.position()))
        self.pointer_moved(event.position())

    def pointer_moved(self, place: QPointF) -> None:
        """Take note of the mouse within a tile."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a tile."""
        tile = self.tile_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and tile is not None:
            self.chosen.emit(tile)

    def viewportEvent(self, event: QEvent) -> bool:
        """Forget the mouse when it leaves."""
        if event.type() == QEvent.Type.Leave:
            self._pointer = None
            if not self._by_key:
                self._point(None)
        return super().viewportEvent(event)

    def event(self, event: QEvent) -> bool:
        """Take arrow keys before the window's shortcuts do."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() in _STEPS and not _modified(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to a neighbour, confirm, or let go."""
        key = Qt.Key(event.key())
        if key in _STEPS and self._count:
            right, down = _STEPS[key]
            start = self._current
            self._by_key = True
            self._point(0 if start is None else min(max(start + right + down * self.columns, 0), self._count - 1))
            self._reveal()
        elif key in _CONFIRM and self._current is not None:
            self.chosen.emit(self._current)
        elif key == Qt.Key.Key_Escape and self._current is not None:
            self._by_key = False
            self._point(None)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let go of what the keys chose."""
        super().focusOutEvent(event)
        if self._by_key:
            self._by_key = False
            self._point(None)
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus."""
        super().focusInEvent(event)
        self.viewport().update()

    def _point(self, tile: int | None) -> None:
        if tile != self._current:
            self._current = tile
            self.viewport().update()
            self.hovered.emit(tile)

    def _reveal(self) -> None:
        """Scroll to the current tile."""
        if self._current is None:
            return
        top, height = self._current // self.columns * self.pitch[1], self.pitch[1] + EDGE
        bar, seen = self.verticalScrollBar(), self.viewport().height()
        bar.setValue(min(max(bar.value(), top + height - seen), top))

    def _update_scroll_bar(self) -> None:
        rows = -(-self._count // self.columns)
        bar = self.verticalScrollBar()
        bar.setSingleStep(self.pitch[1] // 2)
        bar.setPageStep(self.viewport().height())
        bar.setRange(0, max(0, rows * self.pitch[1] + 2 * EDGE - self.viewport().height()))
        self.viewport().update()


def _modified(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
