"""One image large, with what is known of it and the probabilities: in a panel, or as a card beside a tile."""

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from playground.training.results import Array
from playground.views.color_maps import LookupTable
from playground.views.images.bars import MOST, Probabilities, bar_items, paint_bars
from playground.views.images.pixels import colored
from playground.views.kit.appearance import pixels, tabular, zoom
from playground.views.kit.canvas import Canvas, Item
from playground.views.plots.style import small_font

IMAGE = 144
"""Pixels of an image's longer side on a card, about."""
SHARE = 0.42
"""Of a panel's width, for the image."""
SIGN_FROM = 9
"""Pixels of a pixel from which its sign is drawn in it."""
BARS = 170
PADDING = 10


class Content(Struct, frozen=True, eq=False):
    """What the card shows.

    Attributes
    ----------
    levels
        `(rows, columns)` of table rows.
    lines
        Text below the title.
    wrong
        Whether the second line is to alarm.
    signed
        The values of the pixels, where their signs are to be seen.
    """

    title: str
    levels: NDArray[np.uint8]
    table: LookupTable
    lines: tuple[str, ...]
    probabilities: Probabilities | None = None
    wrong: bool = False
    signed: Array | None = None
    pointed: tuple[int, int] | None = None


class ImagePanel(Canvas):
    """Shows one image as large as there is room for, and the bars beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content: Content | None = None

    @property
    def content(self) -> Content | None:
        return self._content

    def show_content(self, content: Content) -> None:
        self._content = content
        self.setAccessibleName(content.title)
        self.setAccessibleDescription(". ".join(filter(None, content.lines)))
        self.update()

    def preferred_size(self) -> QSizeF:
        return QSizeF(280, 220)

    def least_size(self) -> QSizeF:
        return QSizeF(240, 172)

    def items(self) -> list[Item]:
        content = self._content
        if content is None or content.probabilities is None:
            return []
        return bar_items(self._bars(self._place(content)), content.probabilities)

    def as_text(self) -> str:
        """Return what is known of the image, a line for each class below."""
        if self._content is None:
            return ""
        return "\n".join(filter(None, (self._content.title, *self._content.lines, super().as_text())))

    def paint(self, painter: QPainter, _size: QSizeF) -> None:
        content, theme = self._content, self.theme
        if content is None:
            return
        self._paint_lines(painter, content)
        place = self._place(content)
        zoom = place.width() / content.levels.shape[1]
        painter.drawImage(place, colored(content.levels, content.table))
        painter.setPen(QPen(QColor(theme.border), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))
        if content.signed is not None and zoom >= SIGN_FROM:
            self._paint_signs(painter, content.signed, place, zoom)
        if content.pointed is not None:
            row, column = content.pointed
            painter.setPen(QPen(QColor(theme.text), 2))
            painter.drawRect(QRectF(place.left() + column * zoom, place.top() + row * zoom, zoom, zoom))
        if content.probabilities is not None:
            paint_bars(painter, self._bars(place), content.probabilities, theme, self.base_font)

    def zoom_of(self, content: Content) -> float:
        """Return how many pixels a pixel of the image has: a whole number where there is room for one."""
        rows, columns = content.levels.shape
        high = (self.area.height() - self._text_height(content) - 2 * PADDING) / rows
        zoom = max(min(high, SHARE * (self.area.width() - 2 * PADDING) / columns), 0.1)
        return float(int(zoom)) if zoom >= 1 else zoom

    def _place(self, content: Content) -> QRectF:
        rows, columns = content.levels.shape
        zoom = self.zoom_of(content)
        return QRectF(PADDING, self._text_height(content) + PADDING, columns * zoom, rows * zoom)

    def _bars(self, image: QRectF) -> QRectF:
        left = image.right() + PADDING
        area = self.area
        return QRectF(left, image.top(), area.width() - PADDING - left, area.height() - PADDING - image.top())

    def _paint_lines(self, painter: QPainter, content: Content) -> None:
        metrics = QFontMetricsF(self.base_font)
        y = PADDING + metrics.ascent()
        bold = QFont(self.base_font)
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(QColor(self.theme.text))
        painter.drawText(QPointF(PADDING, y), content.title)
        painter.setFont(tabular(small_font(self.base_font)))
        small = QFontMetricsF(painter.font())
        y += metrics.descent() + 2
        for number, line in enumerate(content.lines):
            alarming = content.wrong and number == 0
            painter.setPen(QColor(self.theme.error if alarming else self.theme.muted))
            room = self.area.width() - 2 * PADDING
            shown = small.elidedText(line, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QPointF(PADDING, y + small.ascent()), shown)
            y += small.height()

    def _paint_signs(self, painter: QPainter, values: Array, place: QRectF, zoom: float) -> None:
        arm = max(zoom // 6, 2)
        minus, stem = [], []
        for (row, column), value in np.ndenumerate(values):
            x, y = place.left() + (column + 0.5) * zoom, place.top() + (row + 0.5) * zoom
            if value:
                minus.append(QLineF(x - arm, y, x + arm, y))
            if value > 0:
                stem.append(QLineF(x, y - arm, x, y + arm))
        ink = QColor(self.theme.text)
        ink.setAlpha(150)
        painter.setPen(QPen(ink, 1))
        painter.drawLines(minus + stem)

    def _text_height(self, content: Content) -> float:
        small = QFontMetricsF(small_font(self.base_font))
        return PADDING + QFontMetricsF(self.base_font).height() + len(content.lines) * small.height()


class Card(ImagePanel):
    """Lies over the view and lets the mouse through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @property
    def content(self) -> Content | None:
        return None if self.isHidden() else super().content

    def show_beside(self, content: Content, beside: QRect) -> None:
        """Show it next to a place of the parent, never over it."""
        self.show_content(content)
        parent = self.parentWidget()
        assert parent is not None
        size = (self._size(content) * zoom()).toSize()
        room, gap = parent.rect().adjusted(4, 4, -4, -4), pixels(10)
        left = beside.right() + gap
        if left + size.width() > room.right():
            left = max(beside.left() - gap - size.width(), room.left())
        top = min(max(beside.center().y() - size.height() // 2, room.top()), room.bottom() - size.height())
        self.setGeometry(QRect(left, max(top, room.top()), size.width(), size.height()))
        self.show()
        self.raise_()

    def paint(self, painter: QPainter, size: QSizeF) -> None:
        painter.setPen(QPen(QColor(self.theme.muted), 1))
        painter.setBrush(QColor(self.theme.raised))
        painter.drawRoundedRect(self.area.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        super().paint(painter, size)

    def zoom_of(self, content: Content) -> float:
        """Return how many pixels a pixel of the image has: so that all images are about as large."""
        return float(max(1, round(IMAGE / max(content.levels.shape))))

    def _size(self, content: Content) -> QSizeF:
        place = self._place(content)
        width, height = place.width(), place.height()
        if content.probabilities is not None:
            width += PADDING + BARS
        bold = QFont(self.base_font)
        bold.setBold(True)
        small = QFontMetricsF(tabular(small_font(self.base_font)))
        texts = [QFontMetricsF(bold).horizontalAdvance(content.title)]
        texts += [small.horizontalAdvance(line) for line in content.lines]
        width = max(width, min(max(texts), 320))
        if content.probabilities is not None:
            height = max(height, small.height() * min(len(content.probabilities.names), MOST))
        return QSizeF(width + 2 * PADDING, self._text_height(content) + height + 2 * PADDING)
