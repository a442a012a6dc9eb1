"""What stands in the scene of a graph: plates with their numbers, and edges that can be pointed at.

Items do not ask to be painted when a number changes: the view paints all of them at once. They are Qt's rectangles and
paths, painted otherwise: what Qt asks of them while a window is taken apart finds an answer there.
"""

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
)
from PySide6.QtWidgets import QGraphicsPathItem, QGraphicsRectItem, QStyle, QStyleOptionGraphicsItem, QWidget

from playground.views.chain.drawing import TEXT_GAP, Fonts, Wire
from playground.views.chain.gates import Gate
from playground.views.theme import Theme

READABLE = 0.3
"""At a smaller zoom nothing is written beside the plates."""
NEAR = 14.0
"""How wide an edge is to the mouse."""
_ROUND, _SOURCE_ROUND = 9.0, 15.0
_STACK = 4.5
_HATCHED = QRectF(0, 0, 34, 7)
_CENTER = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip


class Look:
    """Colours and fonts of a scene: every item looks here while it paints.

    `colors`: by the name that the theme gives them.
    """

    def __init__(self, theme: Theme, fonts: Fonts) -> None:
        names = ("surface", "raised", "neutral", "text", "muted", "accent", "forward", "backward", "error", "hatch")
        self.colors: Mapping[str, QColor] = {name: QColor(theme.color(name)) for name in names}
        self.fonts = fonts
        self.number = QFontMetricsF(fonts.number)
        self.label = QFontMetricsF(fonts.label)
        self.caption = QFontMetricsF(fonts.caption)


class Numbers(NamedTuple):
    """What is written on the edge that leaves a node.

    Attributes
    ----------
    value, gradient
        Above and below; an empty one is not computed yet.
    problem
        Whether the node is where something went wrong.
    """

    value: str = ""
    gradient: str = ""
    is_defined: bool = True
    has_gradient: bool = True
    problem: bool = False


class GateItem(QGraphicsRectItem):
    """A node: its plate, and its numbers on the edge that leaves it.

    `active`: the colour of the pass that has just come to it; empty if none has.
    """

    def __init__(self, gate: Gate, plate: QRectF, places: tuple[QRectF, QRectF], look: Look) -> None:
        super().__init__()
        self.gate, self.plate = gate, plate
        self.active = ""
        self._look = look
        self.numbers = Numbers()
        self._above, self._below = places
        self._alignment = _LEFT if self._above.left() > plate.right() else _CENTER
        self.setRect(plate.united(self._above).united(self._below).adjusted(-12, -12, 40, 12))
        self.setAcceptHoverEvents(True)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setFlags(self.GraphicsItemFlag.ItemIsSelectable | self.GraphicsItemFlag.ItemIsFocusable)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def texts(self) -> list[QRectF]:
        """Return what is taken by its plate and by each of its numbers."""
        found = [self.plate]
        for place, text in ((self._above, self.numbers.value), (self._below, self.numbers.gradient)):
            taken = QRectF(place)
            taken.setWidth(self._look.number.horizontalAdvance(text) if text else _HATCHED.width())
            if self._alignment == _CENTER:
                taken.moveCenter(place.center())
            found.append(taken)
        return found

    def shape(self) -> QPainterPath:
        """Return where it can be pointed at."""
        path = QPainterPath()
        path.addRect(self.plate.adjusted(-4, -4, 4, 4))
        path.addRect(self._above)
        path.addRect(self._below)
        return path

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        look, gate, plate = self._look, self.gate, self.plate
        colors, wrong = look.colors, self.numbers.problem
        radius = _SOURCE_ROUND if gate.is_source else _ROUND
        stands_out = wrong or gate.is_output
        border = colors["error" if wrong else "accent" if gate.is_output else "muted"]
        painter.setPen(QPen(border, 2.0 if stands_out else 1.1))
        painter.setBrush(colors["neutral" if gate.is_source else "raised"])
        if gate.folding == "unfold":  # a stack: there is more inside
            painter.drawRoundedRect(plate.adjusted(_STACK, _STACK, _STACK, -_STACK), radius, radius)
        painter.drawRoundedRect(plate, radius, radius)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if self.active or self.isSelected() or hovered:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            width = 2.4 if self.active else 2.0 if self.isSelected() else 1.0
            painter.setPen(QPen(colors[self.active or "accent"], width))
            painter.drawRoundedRect(plate.adjusted(-2, -2, 2, 2), radius + 2, radius + 2)
        painter.setPen(colors["text"])
        painter.setFont(look.fonts.symbol)
        if not gate.caption:
            painter.drawText(plate, _CENTER, gate.symbol)
        else:
            line = look.caption.height()
            middle = plate.center().y()
            top = QRectF(plate.left(), middle - 19, plate.width(), 39 - line)
            painter.drawText(top, _CENTER, gate.symbol)
            painter.setPen(colors["accent" if gate.is_named else "muted"])
            painter.setFont(look.fonts.caption)
            painter.drawText(QRectF(plate.left(), middle + 17 - line, plate.width(), line), _CENTER, gate.caption)
        if wrong:
            _warning(painter, plate.topRight(), look)
        if painter.worldTransform().m11() >= READABLE:
            self._write(painter)

    def _write(self, painter: QPainter) -> None:
        numbers, colors = self.numbers, self._look.colors
        painter.setFont(self._look.fonts.number)
        for place, text, color, is_number in (
            (self._above, numbers.value, "forward", numbers.is_defined),
            (self._below, numbers.gradient, "backward", numbers.has_gradient),
        ):
            if text:
                painter.setPen(colors[color if is_number else "error"])
                painter.drawText(place, self._alignment, text)
                continue
            painter.setPen(QPen(colors["hatch"], 0.6))
            painter.setBrush(QBrush(colors["hatch"], Qt.BrushStyle.BDiagPattern))
            hatched = QRectF(_HATCHED)
            hatched.moveCenter(place.center())
            if self._alignment == _LEFT:
                hatched.moveLeft(place.left())
            painter.drawRect(hatched)


class WireItem(QGraphicsPathItem):
    """An edge: what it carries is written where it arrives; the line itself is drawn with all others.

    `part`: what part of its source's gradient comes over it.
    """

    def __init__(self, wire: Wire, look: Look) -> None:
        super().__init__()
        self.wire = wire
        self._look = look
        self.part = ""
        self.setPath(wire.near)
        self.setPen(QPen(look.colors["muted"], NEAR))  # for its shape: nothing is painted with it
        self.setAcceptHoverEvents(True)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setZValue(-1)

    def texts(self) -> list[QRectF]:
        return [self.wire.label] if self.wire.label.width() else []

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        colors, wire = self._look.colors, self.wire
        if option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QPen(colors["accent"], 1.6))
            painter.drawPath(wire.way)
        texts = [(text, color) for text, color in ((wire.shape, "muted"), (self.part, "backward")) if text]
        if not texts or not wire.label.width() or painter.worldTransform().m11() < READABLE:
            return
        painter.setFont(self._look.fonts.label)
        widths = [self._look.label.horizontalAdvance(text) for text, _ in texts]
        x = wire.label.right() - sum(widths) - TEXT_GAP * (len(texts) - 1)
        ground = QRectF(QPointF(x - 2, wire.label.top() + 1), wire.label.bottomRight() + QPointF(2, -1))
        painter.fillRect(ground, colors["surface"])
        for (text, color), width in zip(texts, widths, strict=True):
            painter.setPen(colors[color])
            painter.drawText(QRectF(x, wire.label.top(), width, wire.label.height()), _LEFT, text)
            x += width + TEXT_GAP


def _warning(painter: QPainter, corner: QPointF, look: Look) -> None:
    badge = QRectF(corner.x() - 8, corner.y() - 7, 15, 15)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colors["error"])
    painter.drawEllipse(badge)
    painter.setPen(look.colors["surface"])
    painter.setFont(look.fonts.caption)
    painter.drawText(badge, _CENTER, "!")
