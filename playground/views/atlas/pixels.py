"""How the pixels of an atlas look: their colours, the signs of those that have no value, a frame around some."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen

from playground.training.many.atlas_report import AtlasReport
from playground.views.color_maps import bgra, indices
from playground.views.landscape.relief import sequential
from playground.views.theme import Theme


def image_of(report: AtlasReport, measure: str, theme: Theme) -> QImage:
    """Return a picture of one dot for each pixel; nothing where it is not trained, grey where it has no value."""
    shown = report.sources()
    shares = report.shares(measure)[shown]
    colors = bgra(sequential())[indices(shares, 0.0, 1.0)]
    colors[np.isnan(shares)] = QColor(theme.neutral).rgba()
    colors[~report.grid.known[shown]] = 0
    upright: NDArray[np.uint32] = np.ascontiguousarray(colors[::-1])
    rows, columns = upright.shape
    return QImage(upright.data, columns, rows, 4 * columns, QImage.Format.Format_ARGB32).copy()


def diverged_brush(theme: Theme) -> QBrush:
    return QBrush(QColor(theme.error), Qt.BrushStyle.DiagCrossPattern)


def paint_diverged(painter: QPainter, place: QPointF, theme: Theme) -> None:
    """Draw the sign of what diverged, for a key: from the middle of its left edge."""
    box = QRectF(place.x(), place.y() - 6, 12, 12)
    painter.fillRect(box, QColor(theme.surface))
    painter.fillRect(box, diverged_brush(theme))
    _outline(painter, box, theme)


def paint_unsolved(painter: QPainter, place: QPointF, theme: Theme) -> None:
    """Draw the sign of what has no value, for a key."""
    box = QRectF(place.x(), place.y() - 6, 12, 12)
    painter.fillRect(box, QColor(theme.neutral))
    _outline(painter, box, theme)


def _outline(painter: QPainter, box: QRectF, theme: Theme) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.border)))
    painter.drawRect(box)


def paint_frame(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """Draw a frame that is seen on every colour: light within dark."""
    for color, width, out in ((theme.text, 4.0, 1.5), (theme.surface, 1.5, 1.5)):
        painter.setPen(QPen(QColor(color), width))
        painter.drawRect(box.adjusted(-out, -out, out, out))
