"""A small table of everything an update computes, by layer: coloured once it is there, hatched until then."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QImage,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import QWidget

from playground.training.walkthrough.walk import Quantity
from playground.views.backprop.position import Position, heading, shape_text, symbol
from playground.views.kit.canvas import NO_KEYS, Canvas, Item
from playground.views.kit.cells import CellColors, paint_hatch
from playground.views.plots.style import small_font

COLUMNS = ("W", "b", "Z", "A", "dA", "dZ", "dW", "db", "W_new", "b_new", "A_new")
STARTS = frozenset({"Z", "dA", "W_new"})
"""Columns with a gap before them: what is given, forward, backward, after the update."""
GAP, STRETCH_GAP = 3, 9
MOST_WIDTH, MOST_HEIGHT, LEAST_HEIGHT = 72, 72, 9
THUMBNAIL = 48
"""Rows and columns of a matrix that are looked at for its picture."""


class Overview(Canvas):
    """The quantities of every layer."""

    quantity_clicked = Signal(object)
    arrow_keys = NO_KEYS

    comfortable, least = (330, 120), (280, 70)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._position: Position | None = None
        self._thumbnails: dict[Quantity, QImage] = {}
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.chosen.connect(self.quantity_clicked)
        self.setAccessibleName(self.tr("What is computed so far, by layer"))

    def show_position(self, position: Position | None) -> None:
        if position is None or self._position is None or position.walkthrough is not self._position.walkthrough:
            self._thumbnails.clear()
        self._position = position
        self.renew()

    def forget(self) -> None:
        self._thumbnails.clear()

    def items(self) -> list[Item]:
        return [
            Item(quantity, box, symbol(quantity), self._shape(quantity), self._explain(quantity))
            for quantity, box in self._boxes().items()
        ]

    def box(self, quantity: Quantity) -> QRectF:
        return self._boxes()[quantity]

    def paint_still(self, painter: QPainter, _size: QSizeF, /) -> None:
        if self._position is not None:
            self._paint(painter, self._position)

    def paint(self, painter: QPainter, _size: QSizeF, /) -> None:
        item = self.item_of(self.hovered)
        if item is not None:
            painter.setPen(QPen(QColor(self.theme.text), 1))
            painter.drawRect(item.box.adjusted(-0.5, -0.5, 0.5, 0.5))

    def _paint(self, painter: QPainter, position: Position) -> None:
        font = small_font(self.base_font)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        colors = CellColors(self.theme)
        boxes = self._boxes()
        for (name, layer), box in boxes.items():
            painter.setPen(QColor(self.theme.muted))
            if layer == 1:
                place = QRectF(box.left() - 6, 0, box.width() + 12, metrics.height())
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, heading(name))
            if name == COLUMNS[0]:
                place = QRectF(0, box.top(), self._label_width(metrics), box.height())
                text = self.tr("Layer {number}").format(number=layer)
                painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
            values = position.array((name, layer))
            if values is None:
                paint_hatch(painter, box, self.theme)
                continue
            image = self._thumbnails.get((name, layer))
            if image is None:
                image = self._thumbnails[name, layer] = colors.image(values[:THUMBNAIL, :THUMBNAIL])
            painter.drawImage(box, image, QRectF(0, 0, image.width(), image.height()))
            painter.setPen(QPen(QColor(self.theme.border), 1))
            painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
        color = QColor(position.color(self.theme))
        painter.setPen(QPen(color, 2))
        painter.drawRects([boxes[result] for result in position.phase.result if result in boxes])

    def _boxes(self) -> Mapping[Quantity, QRectF]:
        if self._position is None:
            return {}
        metrics = QFontMetricsF(small_font(self.base_font))
        left, top = self._label_width(metrics), metrics.height() + 3
        gaps = GAP * (len(COLUMNS) - 1) + STRETCH_GAP * len(STARTS)
        width = int(min((self.area.width() - left - gaps - 2) / len(COLUMNS), MOST_WIDTH))
        layers = self._position.layers
        height = min((self.area.height() - top - 2) / layers - GAP, MOST_HEIGHT)
        height = max(int(height), LEAST_HEIGHT)
        boxes, x = {}, left
        for name in COLUMNS:
            x += STRETCH_GAP if name in STARTS else 0
            for layer in range(1, layers + 1):
                boxes[name, layer] = QRectF(x, top + (layer - 1) * (height + GAP), width, height)
            x += width + GAP
        return boxes

    def _label_width(self, metrics: QFontMetricsF) -> float:
        return metrics.horizontalAdvance(self.tr("Layer {number}").format(number=8)) + 8

    def _shape(self, quantity: Quantity) -> str:
        shape = None if self._position is None else self._position.shape(quantity)
        return shape_text(*shape) if shape else ""

    def _explain(self, quantity: Quantity) -> str:
        if self._position is None:
            return ""
        text = f"{symbol(quantity)}  {self._shape(quantity)}".strip()
        if not self._position.is_computed(quantity):
            text += "\n" + self.tr("Not computed yet at this step.")
        if self._position.phase_of(quantity) is not None:
            text += "\n" + self.tr("Click to see how it is computed.")
        return text
