"""The grid of the input as lines that keep their colour wherever a layer bends them to."""

from functools import lru_cache
from itertools import pairwise, starmap
from typing import Any, cast

import numpy as np
import shiboken6
from numpy.typing import NDArray
from PySide6.QtCore import QLineF
from PySide6.QtGui import QColor, QPainter, QPen

from playground.views.theme import Theme

FAR = 20_000.0
"""Pixels: what lies further away is drawn at this distance, since Qt's painters lose their precision there."""
FAINTEST = 0.3
"""How much of a family's colour its first line has; the last one has all of it."""
SHADES = 6
"""Of a family's colour: neighbouring lines share one, and are drawn in one go."""
STRETCHED = 0.12
"""A step of a line longer than that, as a share of the picture's side, is torn cloth: it is drawn faintly."""


@lru_cache(maxsize=16)
def line_pens(theme: Theme, families: int, shades: int = SHADES) -> tuple[QPen, ...]:
    """Return a pen for every shade, family after family: the paler the lower the input's value."""
    return tuple(
        _pen(ink, theme, FAINTEST + (1 - FAINTEST) * (shade / (shades - 1) if shades > 1 else 1.0))
        for ink in (theme.forward, theme.penalty)[:families]
        for shade in range(shades)
    )


def paint_lines(painter: QPainter, lines: NDArray[Any], theme: Theme, side: float) -> None:
    """Draw `(families, lines, 2, steps)` in pixels of a picture with that side.

    A network that tells two sides apart pulls the cloth between them thin, and a step from one side to the other says
    little: it is drawn in the colour of the frame, below. A step to a place that is not a number is not drawn.
    """
    families, count, _two, _steps = lines.shape
    whole = np.isfinite(lines).all(axis=2)
    with np.errstate(all="ignore"):
        places = np.clip(np.nan_to_num(lines), -FAR, FAR).swapaxes(2, 3)
    segments = np.concatenate([places[:, :, :-1], places[:, :, 1:]], axis=3)
    whole = whole[..., 1:] & whole[..., :-1]
    torn = np.abs(segments[..., 2:] - segments[..., :2]).max(axis=3) > STRETCHED * side
    # The long faint ones would take most of the time: they need not be smooth.
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    paint_segments(painter, segments[whole & torn], _pen(theme.border, theme, 1.0))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    close = whole & ~torn
    shades = min(SHADES, count)
    pens = line_pens(theme, families, shades)
    bounds = [round(shade * count / shades) for shade in range(shades + 1)]
    for family in range(families):
        for shade, some in enumerate(starmap(slice, pairwise(bounds))):
            paint_segments(painter, segments[family, some][close[family, some]], pens[family * shades + shade])


def paint_segments(painter: QPainter, segments: NDArray[Any], pen: QPen) -> None:
    """Draw segments `(k, 4)`, x and y of both ends, from numpy's memory: there is no loop in Python."""
    if len(segments):
        memory = np.ascontiguousarray(segments, np.float64)
        painter.setPen(pen)
        painter.drawLines(cast(QLineF, shiboken6.wrapInstance(memory.ctypes.data, QLineF)), len(memory))


def _pen(color: str, theme: Theme, share: float) -> QPen:
    ink, paper = QColor(color), QColor(theme.surface)
    channels = (
        (ink.red(), paper.red()),
        (ink.green(), paper.green()),
        (ink.blue(), paper.blue()),
    )
    pen = QPen(QColor(*(round(share * a + (1 - share) * b) for a, b in channels)), 1)
    pen.setCosmetic(True)
    return pen
