"""One image large, with what is known of it and the probabilities: in a panel, or as a card beside a tile."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from playground.training.results import Array
from playground.views import numbers
from playground.views.color_maps import LookupTable, bgra
from playground.views.images.bars import MOST, BarPainter, Probabilities
from playground.views.kit.canvas import painting
from playground.views.plots.style import small_font
from playground.views.theme import LIGHT, Theme

IMAGE = 144
"""Pixels of an image's longer side on a card, about."""
SHARE = 0.42
"""Of a panel's width, for the image."""
SIGN_FROM = 9
"""Pixels of a pixel from which its sign is drawn in it."""
BARS = 170
PADDING = 10


@dataclass(frozen=True, eq=False)
class Content:
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
    pointed
        The pixel that is meant.
    """

    title: str
    levels: NDArray[np.uint8]
    table: LookupTable
    lines: tuple[str, ...]
    probabilities: Probabilities | None = None
    wrong: bool = False
    signed: Array | None = None
    pointed: tuple[int, int] | None = None

    @property
    def spoken(self) -> str:
        """The same in words, for a screen reader."""
        shown = self.probabilities
        likely = "" if shown is None or shown.values is None else shown.spoken
        return ". ".join(filter(None, (*self.lines, likely)))


class ImagePanel(QWidget):
    """Shows one image as large as there is room for, and the bars beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._content: Content | None = None
        self._bars = BarPainter()

    @property
    def content(self) -> Content | None:
        """What is shown."""
        return self._content

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme."""
        self._theme = theme
        self.update()

    def show_content(self, content: Content) -> None:
        """Show another image, or other numbers for it."""
        self._content = content
        self.setAccessibleName(content.title)
        self.setAccessibleDescription(content.spoken)
        self.update()

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(280, 250)

    def minimumSizeHint(self) -> QSize:
        """Return the size below which rows could not be read."""
        return QSize(240, 190)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        content, theme = self._content, self._theme
        if content is None:
            return
        with painting(self, smooth=True) as painter:
            ground = self.paint_ground(painter)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            self._paint_lines(painter, content)
            zoom = self.zoom(content)
            rows, columns = content.levels.shape
            top = self._text_height(content) + PADDING
            place = QRectF(PADDING, top, columns * zoom, rows * zoom)
            pixels = np.ascontiguousarray(bgra(content.table)[content.levels])
            image = QImage(pixels.data, columns, rows, 4 * columns, QImage.Format.Format_RGB32)
            painter.drawImage(place, image)
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
                left = place.right() + PADDING
                bars = QRectF(left, top, self.width() - PADDING - left, self.height() - PADDING - top)
                self._bars.paint(painter, bars, content.probabilities, theme, self.font(), ground)

    def paint_ground(self, _painter: QPainter) -> str:
        """Draw what lies below, and return its colour."""
        return self.palette().window().color().name()

    def zoom(self, content: Content) -> float:
        """Return how many pixels a pixel of the image has: a whole number where there is room for one."""
        rows, columns = content.levels.shape
        high = (self.height() - self._text_height(content) - 2 * PADDING) / rows
        zoom = max(min(high, SHARE * (self.width() - 2 * PADDING) / columns), 0.1)
        return float(int(zoom)) if zoom >= 1 else zoom

    def _paint_lines(self, painter: QPainter, content: Content) -> None:
        metrics = QFontMetrics(self.font())
        y = PADDING + metrics.ascent()
        bold = self.font()
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(QColor(self._theme.text))
        painter.drawText(PADDING, y, content.title)
        painter.setFont(numbers.tabular(small_font(self.font())))
        small = QFontMetrics(painter.font())
        y += metrics.descent() + 2
        for number, line in enumerate(content.lines):
            alarming = content.wrong and number == 0
            painter.setPen(QColor(self._theme.error if alarming else self._theme.muted))
            room = self.width() - 2 * PADDING
            shown = small.elidedText(line, Qt.TextElideMode.ElideRight, room)
            painter.drawText(PADDING, y + small.ascent(), shown)
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
        ink = QColor(self._theme.text)
        ink.setAlpha(150)
        painter.setPen(QPen(ink, 1))
        painter.drawLines(minus + stem)

    def _text_height(self, content: Content) -> int:
        small = QFontMetrics(small_font(self.font()))
        return PADDING + QFontMetrics(self.font()).height() + len(content.lines) * small.height()


class Card(ImagePanel):
    """Lies over the view and lets the mouse through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @property
    def content(self) -> Content | None:
        """What is shown; None while hidden."""
        return None if self.isHidden() else super().content

    def show_beside(self, content: Content, beside: QRect) -> None:
        """Show it next to a place of the parent, never over it."""
        self.show_content(content)
        parent = self.parentWidget()
        assert parent is not None
        size, room = self._size(content), parent.rect().adjusted(4, 4, -4, -4)
        gap = 10
        left = beside.right() + gap
        if left + size.width() > room.right():
            left = max(beside.left() - gap - size.width(), room.left())
        top = min(max(beside.center().y() - size.height() // 2, room.top()), room.bottom() - size.height())
        self.setGeometry(QRect(left, max(top, room.top()), size.width(), size.height()))
        self.show()
        self.raise_()

    def paint_ground(self, painter: QPainter) -> str:
        """Draw a plate with a rim."""
        painter.setPen(QPen(QColor(self._theme.muted), 1))
        painter.setBrush(QColor(self._theme.raised))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        return self._theme.raised

    def zoom(self, content: Content) -> float:
        """Return how many pixels a pixel of the image has: so that all images are about as large."""
        return float(max(1, round(IMAGE / max(content.levels.shape))))

    def _size(self, content: Content) -> QSize:
        rows, columns = content.levels.shape
        zoom = round(self.zoom(content))
        width = columns * zoom
        if content.probabilities is not None:
            width += PADDING + BARS
        bold: QFont = self.font()
        bold.setBold(True)
        small = QFontMetrics(numbers.tabular(small_font(self.font())))
        texts = [QFontMetrics(bold).horizontalAdvance(content.title)]
        texts += [small.horizontalAdvance(line) for line in content.lines]
        width = max(width, min(max(texts), 320))
        height = rows * zoom
        if content.probabilities is not None:
            height = max(height, small.height() * min(len(content.probabilities.names), MOST))
        return QSize(width + 2 * PADDING, self._text_height(content) + height + 2 * PADDING)
