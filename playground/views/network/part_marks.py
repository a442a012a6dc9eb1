"""How neurons are marked that are frozen or switched off."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from playground.engine import Part
from playground.training.snapshot import Snapshot
from playground.views.network.layout import Box, Layout
from playground.views.theme import Theme

_SWITCHED_OFF = 0.75


def mark_parts(painter: QPainter, layout: Layout, snapshot: Snapshot, theme: Theme) -> None:
    """Strike out what is switched off, and lock what is frozen."""
    training = snapshot.experiment.training
    for names, mark in ((training.off, _strike_out), (training.frozen, _lock)):
        for part in filter(None, map(Part.named, names)):
            units = layout.columns[part.layer].units if part.layer < len(layout.columns) else ()
            for unit in units:
                if part.unit in (None, unit):
                    mark(painter, layout.columns[part.layer].box(unit), theme)


def _strike_out(painter: QPainter, box: Box, theme: Theme) -> None:
    rect, shade = QRectF(box.left, box.top, box.width, box.height), QColor(theme.surface)
    shade.setAlphaF(_SWITCHED_OFF)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(rect.adjusted(1, 1, -1, -1), shade)
    painter.setPen(QPen(QColor(theme.text), 1.5))
    painter.drawLine(rect.bottomLeft() + QPointF(4, -4), rect.topRight() + QPointF(-4, 4))


def _lock(painter: QPainter, box: Box, theme: Theme) -> None:
    """Draw a padlock in the tile's upper corner."""
    size = 9.0 if box.width >= 26 else 6.0
    body = QRectF(box.left + box.width - size - 2, box.top + 2 + size / 2, size, size * 0.7)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(body.adjusted(-1.5, -size / 2 - 1, 1.5, 1.5), QColor(theme.surface))
    painter.setPen(QPen(QColor(theme.text), 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawArc(QRectF(body.left() + size * 0.2, body.top() - size / 2, size * 0.6, size), 0, 180 * 16)
    painter.fillRect(body, QColor(theme.text))
