"""Painting on a widget, a picture or a page: the one place that begins a painter, and that always ends it."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QPaintDevice, QPainter


@contextmanager
def painting(device: QPaintDevice, *, smooth: bool = False) -> Iterator[QPainter]:
    """Open a painter on a device; it ends with the block, also when an error leaves it.

    A painter that outlives its device takes the whole program with it.

    Parameters
    ----------
    device
        The widget (in its `paintEvent`), the picture or the file to paint on.
    smooth
        Whether lines and edges are antialiased.
    """
    painter = QPainter(device)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, smooth)
    try:
        yield painter
    finally:
        painter.end()
