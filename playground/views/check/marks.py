"""The marks of a check: a disc with a tick for what agrees, a diamond with a cross for what does not."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from playground.views.theme import Theme

Verdict = Literal["agrees", "differs", "unknown"]


def verdict_color(verdict: Verdict, theme: Theme) -> str:
    """Return the colour of a verdict."""
    return {"agrees": theme.positive, "differs": theme.error, "unknown": theme.muted}[verdict]


def _tick(painter: QPainter, stroke: QPen, _theme: Theme) -> None:
    painter.drawEllipse(QPointF(0, 0), 7, 7)
    painter.setPen(stroke)
    painter.drawPolyline(QPolygonF([QPointF(-3.2, 0.2), QPointF(-0.9, 2.6), QPointF(3.2, -2.4)]))


def _cross(painter: QPainter, stroke: QPen, _theme: Theme) -> None:
    painter.drawPolygon(QPolygonF([QPointF(0, -8), QPointF(8, 0), QPointF(0, 8), QPointF(-8, 0)]))
    painter.setPen(stroke)
    painter.drawLine(QPointF(-2.3, -2.3), QPointF(2.3, 2.3))
    painter.drawLine(QPointF(-2.3, 2.3), QPointF(2.3, -2.3))


def _hatch(painter: QPainter, _stroke: QPen, theme: Theme) -> None:
    painter.setPen(QPen(QColor(theme.hatch), 1.2))
    painter.setBrush(QBrush(QColor(theme.hatch), Qt.BrushStyle.BDiagPattern))
    painter.drawEllipse(QPointF(0, 0), 6, 6)


SHAPES: Mapping[Verdict, Callable[[QPainter, QPen, Theme], None]] = MappingProxyType(
    {"agrees": _tick, "differs": _cross, "unknown": _hatch}
)
"""What each verdict looks like."""


def paint_mark(painter: QPainter, area: QRectF, verdict: Verdict, theme: Theme) -> None:
    """Draw a mark into a square; its shape says as much as its colour."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    color = QColor(verdict_color(verdict, theme))
    painter.translate(area.center())
    painter.scale(area.width() / 16, area.height() / 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    stroke = QPen(QColor(theme.surface), 1.8)
    stroke.setCapStyle(Qt.PenCapStyle.RoundCap)
    stroke.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    SHAPES[verdict](painter, stroke, theme)
    painter.restore()
