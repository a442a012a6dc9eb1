"""The drawing tools: one record each, for buttons, keys and the mouse's cursor; and their pictures."""

import math
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Literal

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QTransform

from playground.messages import Message
from playground.views.icons import drawn_icon
from playground.views.theme import Theme

ToolName = Literal["brush", "eraser", "move"]
Picture = Literal["brush", "eraser", "move", "jitter", "sheet"]


class Tool(Struct, frozen=True):
    """One tool; its texts are English sources: what it is called, what it does, and how, while it is in the hand."""

    name: ToolName
    label: str
    tooltip: str
    hint: str
    key: Qt.Key
    cursor: Qt.CursorShape


_RECORDS = (
    Tool(
        "brush",
        Message("Brush"),
        Message("Click for a point of the chosen class, drag to spray many."),
        Message("Click or drag to draw · right button erases"),
        Qt.Key.Key_B,
        Qt.CursorShape.CrossCursor,
    ),
    Tool(
        "eraser",
        Message("Eraser"),
        Message("Remove the points under the circle; the right mouse button does it too."),
        Message("Click or drag to erase points"),
        Qt.Key.Key_E,
        Qt.CursorShape.CrossCursor,
    ),
    Tool(
        "move",
        Message("Move"),
        Message("Drag a point somewhere else."),
        Message("Drag a point somewhere else · right button erases"),
        Qt.Key.Key_M,
        Qt.CursorShape.OpenHandCursor,
    ),
)

TOOLS: Mapping[ToolName, Tool] = MappingProxyType({record.name: record for record in _RECORDS})
"""Every tool by name, in the order of the buttons."""

TOOL_KEYS: Mapping[int, ToolName] = MappingProxyType({record.key: record.name for record in _RECORDS})
CLASS_KEYS: Mapping[int, int] = MappingProxyType({Qt.Key.Key_1 + index: index for index in range(9)})
"""The keys 1 to 9, and the classes 0 to 8 that they choose."""
JITTER_KEY = Qt.Key.Key_J
SIZE_KEYS: Mapping[int, int] = MappingProxyType({Qt.Key.Key_BracketLeft: -1, Qt.Key.Key_BracketRight: 1})
"""The keys that make the brush smaller and larger by a step."""


class Strength(Struct, frozen=True):
    """How much jitter moves a point, as a share of the axes."""

    label: str
    share: float


STRENGTHS = (
    Strength(Message("A little (0.5% of the axes)"), 0.005),
    Strength(Message("Noticeably (1.5%)"), 0.015),
    Strength(Message("Strongly (4%)"), 0.04),
)
USUAL_STRENGTH = 1


"""Pixels of the picture per pixel on a plain screen: crisp up to 300 %."""
LINE = 1.4


def tool_icon(name: Picture) -> QIcon:
    """Return a tool's picture in the colours of when it is shown, muted where disabled."""

    def draw(painter: QPainter, theme: Theme, disabled: bool) -> None:
        color = QColor(theme.hatch if disabled else theme.text)
        pen = QPen(color, LINE)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        _PICTURES[name](painter, color)

    return drawn_icon(draw)


def _dots(painter: QPainter, color: QColor, radius: float, *places: tuple[float, float]) -> None:
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    for place in places:
        painter.drawEllipse(QPointF(*place), radius, radius)
    painter.restore()


def _brush(painter: QPainter, color: QColor) -> None:
    """Draw a round brush full of points."""
    painter.drawEllipse(QPointF(8, 8), 6.6, 6.6)
    _dots(painter, color, 1.25, (8, 4.9), (5.2, 7.4), (10.8, 7.6), (7.2, 10.9), (10.6, 11.0))


def _eraser(painter: QPainter, color: QColor) -> None:
    """Draw an eraser at work, seen from the side."""
    body = QPainterPath()
    body.addRoundedRect(QRectF(-5.6, -3.1, 11.2, 6.2), 1.4, 1.4)
    lie = QTransform.fromTranslate(8.2, 6.9).rotate(-40)
    painter.drawPath(lie.map(body))
    sleeve = QPainterPath()
    sleeve.addRect(QRectF(-5.6, -3.1, 4.6, 6.2))
    painter.fillPath(lie.map(sleeve), color)
    painter.drawLine(QPointF(6.4, 14.3), QPointF(14.4, 14.3))


def _move(painter: QPainter, color: QColor) -> None:
    """Draw a point that can go in all directions."""
    _dots(painter, color, 2.0, (8, 8))
    for quarter in range(4):
        turn = QTransform.fromTranslate(8, 8).rotate(90 * quarter)
        arrow = QPainterPath(QPointF(-2.1, -5.2))
        arrow.lineTo(0, -7.2)
        arrow.lineTo(2.1, -5.2)
        painter.drawPath(turn.map(arrow))


def _jitter(painter: QPainter, color: QColor) -> None:
    for x, y in ((4.6, 5.4), (11.2, 10.6)):
        _dots(painter, color, 1.7, (x, y))
        for side in (-1, 1):
            wave = QPainterPath()
            for step in range(7):
                angle = math.radians(-42 + 14 * step)
                place = QPointF(x + side * 3.9 * math.cos(angle), y + 3.9 * math.sin(angle))
                if step:
                    wave.lineTo(place)
                else:
                    wave.moveTo(place)
            painter.drawPath(wave)


def _sheet(painter: QPainter, _color: QColor) -> None:
    """Draw an empty sheet with a folded corner and a plus."""
    page = QPainterPath(QPointF(9.6, 1.6))
    for corner in ((3.4, 1.6), (3.4, 14.4), (12.8, 14.4), (12.8, 4.8), (9.6, 1.6), (9.6, 4.8), (12.8, 4.8)):
        page.lineTo(*corner)
    painter.drawPath(page)
    painter.drawLine(QPointF(8.1, 7.3), QPointF(8.1, 11.9))
    painter.drawLine(QPointF(5.8, 9.6), QPointF(10.4, 9.6))


_PICTURES: Mapping[Picture, Callable[[QPainter, QColor], None]] = MappingProxyType(
    {"brush": _brush, "eraser": _eraser, "move": _move, "jitter": _jitter, "sheet": _sheet}
)
