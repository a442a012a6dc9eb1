"""Pictures of the drawing tools, made of points as the plot is: no glyph of an icon font shows a spray of points."""

import math
from collections.abc import Callable, Mapping
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QTransform

from playground.views.kit.canvas import painting
from playground.views.output.tools import Picture
from playground.views.theme import Theme

SIDE = 16
RATIO = 3
"""Pixels of the picture per pixel on a plain screen: crisp up to 300 %."""
LINE = 1.4


def tool_icon(name: Picture, theme: Theme) -> QIcon:
    """Return a tool's picture in the theme's colours, muted where disabled."""
    drawn = QIcon()
    for mode, color in ((QIcon.Mode.Normal, theme.text), (QIcon.Mode.Disabled, theme.hatch)):
        pixmap = QPixmap(QSize(RATIO * SIDE, RATIO * SIDE))
        pixmap.setDevicePixelRatio(RATIO)
        pixmap.fill(Qt.GlobalColor.transparent)
        with painting(pixmap, smooth=True) as painter:
            pen = QPen(QColor(color), LINE)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            _PICTURES[name](painter, QColor(color))
        drawn.addPixmap(pixmap, mode)
    return drawn


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
    """Draw points that tremble."""
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
