"""The one place that begins and ends a painter; and small curves."""

from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPaintDevice, QPainter, QPen, QPolygonF

from playground.views.theme import Theme

Numbers = NDArray[np.floating]
MOST_POINTS = 64
"""So many points of a small curve are drawn."""


@contextmanager
def painting(device: QPaintDevice, *, smooth: bool = False) -> Iterator[QPainter]:
    """Open a painter on a device; it ends with the block, also when an error leaves it.

    A painter that outlives its device takes the whole program with it. Smooth, lines and edges are antialiased.
    """
    painter = QPainter(device)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, smooth)
    try:
        yield painter
    finally:
        painter.end()


def paint_rows(painter: QPainter, area: QRectF, x: Numbers, rows: Numbers, theme: Theme) -> None:
    """Draw lines `(k, n)` over places `(n,)`, both as shares of an area; what is not finite is left out."""
    step = max(x.size // MOST_POINTS, 1)
    across = area.left() + area.width() * x[::step]
    for index, row in enumerate(rows):
        down = area.bottom() - area.height() * row[::step]
        points = [QPointF(px, py) for px, py in zip(across.tolist(), down.tolist(), strict=True) if np.isfinite(py)]
        color = theme.train if len(rows) == 1 else theme.classes[index % len(theme.classes)]
        painter.setPen(QPen(QColor(color), 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPolyline(QPolygonF(points))
