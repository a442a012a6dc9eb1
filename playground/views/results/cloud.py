"""Thousands of points in a plot as one image: stamping pixels costs a fraction of drawing markers one by one."""

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QTransform

Floats = NDArray[np.floating[Any]]
Pixels = NDArray[np.uint32]

MANY = 1500
"""From so many points on, markers are smaller."""
RADIUS, SMALL_RADIUS = 3.2, 2.2
RING = 1.6
"""The width of a hollow marker's ring, in pixels."""


@dataclass(frozen=True, eq=False)
class Cloud:
    """Points of one kind.

    Attributes
    ----------
    x, y
        `(k,)`.
    color
        Of the markers, ``#rrggbb``.
    hollow
        Rings instead of discs.
    """

    x: Floats
    y: Floats
    color: str
    hollow: bool = False


def draw_clouds(
    painter: QPainter, to_pixels: QTransform, area: QRectF, clouds: tuple[Cloud, ...], background: str
) -> None:
    """Draw points over an area, the last cloud on top; those that are not finite or outside are left out."""
    ratio = painter.device().devicePixelRatio()
    width, height = int(area.width() * ratio), int(area.height() * ratio)
    if width <= 0 or height <= 0:
        return
    radius = (SMALL_RADIUS if sum(cloud.x.size for cloud in clouds) > MANY else RADIUS) * ratio
    room = int(radius) + 2
    row = width + 2 * room
    pixels: Pixels = np.zeros((height + 2 * room) * row, np.uint32)
    for cloud in clouds:
        x, y = pixel_places(to_pixels, cloud.x, cloud.y)
        with np.errstate(invalid="ignore"):
            inside = (x >= area.left()) & (x <= area.right()) & (y >= area.top()) & (y <= area.bottom())
        across = np.minimum(((x[inside] - area.left()) * ratio).astype(np.intp), width - 1) + room
        down = np.minimum(((y[inside] - area.top()) * ratio).astype(np.intp), height - 1) + room
        places = down * row + across
        for down_by, across_by, color in _stamp(radius, cloud.color, background, hollow=cloud.hollow):
            pixels[places + (down_by * row + across_by)] = color
    image = QImage(pixels.data, row, height + 2 * room, 4 * row, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    painter.drawImage(QPointF(area.left() - room / ratio, area.top() - room / ratio), image)


def pixel_places(to_pixels: QTransform, x: Floats, y: Floats) -> tuple[Floats, Floats]:
    """Return where points of a plot are on the screen."""
    with np.errstate(all="ignore"):
        return to_pixels.m11() * x + to_pixels.dx(), to_pixels.m22() * y + to_pixels.dy()


@lru_cache(maxsize=32)
def _stamp(radius: float, color: str, background: str, *, hollow: bool) -> tuple[tuple[int, int, np.uint32], ...]:
    """Return a marker's pixels: how far down and to the right of its middle, and in which colour.

    The palest first, so that the rim of no marker covers the body of another.
    """
    reach = int(np.ceil(radius + 0.5))
    stamp = []
    for down in range(-reach, reach + 1):
        for across in range(-reach, reach + 1):
            distance = math.hypot(down, across)
            coverage = min(max(radius + 0.5 - distance, 0.0), 1.0)
            ink = min(max(distance - radius + RING + 0.5, 0.0), 1.0) if hollow else 1.0
            if coverage > 0:
                stamp.append((coverage, ink, down, across))
    return tuple(
        (down, across, _mixed(color, background, ink, coverage)) for coverage, ink, down, across in sorted(stamp)
    )


def _mixed(color: str, background: str, ink: float, opacity: float) -> np.uint32:
    """Return a colour with so much of the ink, premultiplied by its opacity."""
    pairs = zip(QColor(color).getRgb()[:3], QColor(background).getRgb()[:3], strict=True)  # type: ignore[index]
    red, green, blue = (round((ink * one + (1 - ink) * other) * opacity) for one, other in pairs)
    return np.uint32((round(255 * opacity) << 24) | (red << 16) | (green << 8) | blue)
