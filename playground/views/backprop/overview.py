"""A small table of everything an update computes, by layer: coloured once it is there, hatched until then."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QToolTip, QWidget

from playground.training.cells import Quantity
from playground.views.backprop.directions import DIRECTIONS
from playground.views.backprop.painting import MatrixPainter
from playground.views.backprop.position import Position
from playground.views.backprop.symbols import heading, shape_text, symbol
from playground.views.kit.canvas import painting
from playground.views.plots.style import small_font
from playground.views.theme import LIGHT, Theme

COLUMNS = ("W", "b", "Z", "A", "dA", "dZ", "dW", "db", "W_new", "b_new", "A_new")
STARTS = frozenset({"Z", "dA", "W_new"})
"""Columns with a gap before them: what is given, forward, backward, after the update."""
GAP, STRETCH_GAP = 3, 9
MOST_HEIGHT, LEAST_HEIGHT = 44, 9
THUMBNAIL = 48
"""Rows and columns of a matrix that are looked at for its picture."""


class Overview(QWidget):
    """The quantities of every layer.

    Signals
    -------
    quantity_clicked(quantity)
        One was clicked.
    """

    quantity_clicked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._position: Position | None = None
        self._hovered: Quantity | None = None
        self._picture: QPixmap | None = None
        self._thumbnails: dict[Quantity, QImage] = {}
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setMinimumSize(230, 70)
        self.setAccessibleName(self.tr("What is computed so far, by layer"))

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(330, 120)

    def show_position(self, position: Position | None) -> None:
        """Show another place."""
        if position is None or self._position is None or position.walkthrough is not self._position.walkthrough:
            self._thumbnails.clear()
        self._position = position
        self._picture = None
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        self._theme = theme
        self._thumbnails.clear()
        self._picture = None
        self.update()

    def box(self, quantity: Quantity) -> QRectF:
        """Return the place of a quantity."""
        return self._boxes()[quantity]

    def event(self, event: QEvent) -> bool:
        """Name what is under the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._explain(self._at(QPointF(event.pos()))), self)
            return True
        if event.type() in (QEvent.Type.Resize, QEvent.Type.FontChange):
            self._picture = None
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light what is under the mouse."""
        self._hover(self._at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the mouse."""
        self._hover(None)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to where it is computed."""
        quantity = self._at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and quantity is not None:
            self.quantity_clicked.emit(quantity)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave all keys to the walk around it."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the table."""
        if self._position is None:
            return
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.devicePixelRatio() != ratio:
            self._picture = QPixmap(self.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            with painting(self._picture) as still:
                self._paint(still, self._position)
        with painting(self) as painter:
            painter.drawPixmap(0, 0, self._picture)
            if self._hovered is not None:
                painter.setPen(QPen(QColor(self._theme.text), 1))
                painter.drawRect(self._boxes()[self._hovered].adjusted(-0.5, -0.5, 0.5, 0.5))

    def _paint(self, painter: QPainter, position: Position) -> None:
        font = small_font(self.font())
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        matrices = MatrixPainter(self._theme, self.font())
        boxes = self._boxes()
        for (name, layer), box in boxes.items():
            painter.setPen(QColor(self._theme.muted))
            if layer == 1:
                place = QRectF(box.left() - 6, 0, box.width() + 12, metrics.height())
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, heading(name))
            if name == COLUMNS[0]:
                place = QRectF(0, box.top(), self._label_width(metrics), box.height())
                text = self.tr("Layer {number}").format(number=layer)
                painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
            values = position.array((name, layer))
            if values is None:
                matrices.paint_hatch(painter, box)
                continue
            image = self._thumbnails.get((name, layer))
            if image is None:
                image = self._thumbnails[name, layer] = matrices.image(values[:THUMBNAIL, :THUMBNAIL])
            painter.drawImage(box, image, QRectF(0, 0, image.width(), image.height()))
            painter.setPen(QPen(QColor(self._theme.border), 1))
            painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
        color = QColor(DIRECTIONS[position.phase.direction].color(self._theme))
        painter.setPen(QPen(color, 2))
        painter.drawRects([boxes[result] for result in position.phase.result if result in boxes])

    def _boxes(self) -> Mapping[Quantity, QRectF]:
        if self._position is None:
            return {}
        metrics = QFontMetricsF(small_font(self.font()))
        left, top = self._label_width(metrics), metrics.height() + 3
        gaps = GAP * (len(COLUMNS) - 1) + STRETCH_GAP * len(STARTS)
        width = int(min((self.width() - left - gaps - 2) / len(COLUMNS), 44))
        layers = self._position.layers
        height = min((self.height() - top - 2) / layers - GAP, MOST_HEIGHT)
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

    def _at(self, place: QPointF) -> Quantity | None:
        return next((quantity for quantity, box in self._boxes().items() if box.contains(place)), None)

    def _hover(self, quantity: Quantity | None) -> None:
        if quantity != self._hovered:
            self._hovered = quantity
            self.update()

    def _explain(self, quantity: Quantity | None) -> str:
        if quantity is None or self._position is None:
            return ""
        name = symbol(quantity)
        shape = self._position.shape(quantity)
        text = f"{name}  {shape_text(*shape)}" if shape else name
        if not self._position.is_computed(quantity):
            text += "\n" + self.tr("Not computed yet at this step.")
        if self._position.phase_of(quantity) is not None:
            text += "\n" + self.tr("Click to see how it is computed.")
        return text
