"""Images side by side, all of one size, in rows that scroll where there is no room; chosen by mouse and keys."""

from abc import abstractmethod
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QCursor, QFocusEvent, QMoveEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from playground.views.kit.building import scrolling
from playground.views.kit.canvas import Canvas, Item, Items

EDGE = 2
"""Pixels around all tiles, where marks may reach."""


class Tiles(Canvas):
    """Tiles in rows; an item's key is its number. A subclass lays them out, names and draws them."""

    shows_focus = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count, self._shape, self._zoom, self._gap = 0, (1, 1), 1, (1, 1)
        self._dirty = QRect()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the arrow keys to the window

    # What a subclass lays out, names and draws.

    def lay_out(self, count: int, shape: tuple[int, int], zoom: int, gap: tuple[int, int]) -> None:
        """Take so many tiles of a shape in image pixels, enlarged so many times, with gaps in image pixels."""
        if (count, shape, zoom, gap) != (self._count, self._shape, self._zoom, self._gap):
            self._count, self._shape, self._zoom, self._gap = count, shape, zoom, gap
            self.updateGeometry()
        self.point(self._within(self.hovered))
        self.select(self._within(self.selected))
        self.update()

    @abstractmethod
    def item(self, tile: int) -> Item:
        """Return a tile as a screen reader has it."""

    @abstractmethod
    def paint_tile(self, painter: QPainter, tile: int, box: QRectF) -> None:
        """Draw a tile."""

    # Places.

    @property
    def columns(self) -> int:
        width = self.area.width() - 2 * EDGE + self._gap[1] * self._zoom
        return max(1, int(width // self._pitch[0]))

    @property
    def visible(self) -> range:
        """The tiles that are seen, whole rows of them."""
        return self._tiles_in(self.visibleRegion().boundingRect())

    @property
    def current_tile(self) -> int | None:
        """The tile under the mouse, or chosen by the keys."""
        tile = self.current
        return tile if isinstance(tile, int) else None

    def box(self, tile: int) -> QRectF:
        row, column = divmod(tile, self.columns)
        size = QSizeF(self._shape[1] * self._zoom, self._shape[0] * self._zoom)
        return QRectF(QPointF(EDGE + column * self._step, EDGE + row * self._pitch[1]), size)

    def image_rect(self, tile: int) -> QRect:
        """Return where a tile's image is in the widget's own pixels."""
        return self.to_widget(self.box(tile))

    def pixel_at(self, place: QPointF) -> tuple[int, int] | None:
        """Return row and column of the image's pixel there."""
        tile = self._tile_at(place)
        if tile is None:
            return None
        offset = place - self.box(tile).topLeft()
        row, column = int(offset.y() // self._zoom), int(offset.x() // self._zoom)
        return (row, column) if 0 <= row < self._shape[0] and 0 <= column < self._shape[1] else None

    # What the canvas asks.

    def ground(self) -> str:
        return self.theme.surface

    def items(self) -> Sequence[Item]:
        return Items(self._count, self.item)

    def item_at(self, place: QPointF) -> Item | None:
        tile = self._tile_at(place)
        return None if tile is None else self.item(tile)

    def item_of(self, key: object) -> Item | None:
        tile = self._within(key)
        return None if tile is None else self.item(tile)

    def neighbour(self, item: Item | None, right: int, down: int) -> Item | None:
        if item is None or not isinstance(item.key, int):
            return self.item_of(0)
        return self.item(min(max(item.key + right + down * self.columns, 0), self._count - 1))

    def tip_at(self, _place: QPointF) -> str:
        """Return nothing: a card says more."""
        return ""

    def least_size(self) -> QSizeF:
        rows = -(-self._count // self.columns)
        return QSizeF(40, rows * self._pitch[1] + 2 * EDGE)

    def paint(self, painter: QPainter, _size: QSizeF) -> None:
        for tile in self._tiles_in(self._dirty):
            self.paint_tile(painter, tile, self.box(tile))
        painter.setPen(QPen(QColor(self.theme.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.current_tile is not None:
            painter.drawRect(self.box(self.current_tile).adjusted(-1, -1, 1, 1))
        if self.hasFocus():
            seen = self.visibleRegion().boundingRect()
            painter.drawRect(QRectF(self.to_canvas(seen.topLeft()), self.to_canvas(seen.bottomRight())))

    # Events.

    def paintEvent(self, event: QPaintEvent) -> None:
        self._dirty = event.rect()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def moveEvent(self, event: QMoveEvent) -> None:
        """Point at what has come under the mouse by scrolling."""
        super().moveEvent(event)
        if self.hovered is not None:
            item = self.item_at(self.to_canvas(self.mapFromGlobal(QCursor.pos())))
            self.point(None if item is None else item.key)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.select(None)

    @property
    def _pitch(self) -> tuple[int, int]:
        """Pixels from a tile to its right neighbour, at least, and to the one below."""
        return (self._shape[1] + self._gap[1]) * self._zoom, (self._shape[0] + self._gap[0]) * self._zoom

    @property
    def _step(self) -> int:
        """Pixels from a tile to its right neighbour: full rows reach from edge to edge."""
        columns = self.columns
        if not 1 < columns <= self._count:
            return self._pitch[0]
        return int(self.area.width() - 2 * EDGE - self._shape[1] * self._zoom) // (columns - 1)

    def _within(self, key: object) -> int | None:
        return key if isinstance(key, int) and 0 <= key < self._count else None

    def _tile_at(self, place: QPointF) -> int | None:
        width, height = self._step, self._pitch[1]
        x, y = place.x() - EDGE, place.y() - EDGE
        column, row = int(x // width), int(y // height)
        inside = 0 <= column < self.columns and row >= 0 and x % width < self._shape[1] * self._zoom
        return self._within(row * self.columns + column) if inside else None

    def _tiles_in(self, rect: QRect) -> range:
        height, columns = self._pitch[1], self.columns
        first = int(max(self.to_canvas(rect.topLeft()).y(), 0) // height) * columns
        last = (int(self.to_canvas(rect.bottomLeft()).y() // height) + 1) * columns
        return range(min(first, self._count), min(last, self._count) if rect.isValid() else 0)


def scrolled(tiles: Tiles) -> QScrollArea:
    """Return an area in which tiles scroll; what the keys choose comes into sight."""
    area = scrolling(tiles)

    def reveal(tile: object) -> None:
        if isinstance(tile, int):
            place = tiles.image_rect(tile)
            area.ensureVisible(place.center().x(), place.center().y(), 0, place.height())

    tiles.selected_changed.connect(reveal)
    return area
