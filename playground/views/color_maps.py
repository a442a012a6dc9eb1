"""Numbers to colours: lookup tables of 256 entries, made from a theme."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from playground.views.theme import Theme

LookupTable = NDArray[np.uint8]
SIZE = 256


def diverging(theme: Theme) -> LookupTable:
    """Return `(256, 4)` RGBA from the theme's negative through neutral (exactly in the middle) to positive."""
    return _blend((theme.negative, theme.neutral, theme.positive))


def towards(theme: Theme, color: str) -> LookupTable:
    """Return `(256, 4)` RGBA from neutral to one colour."""
    return _blend((theme.neutral, color))


def number_colors(theme: Theme, *, signed: bool) -> LookupTable:
    """Return the colours of numbers to predict, from the lowest to the highest; signed, zero is in the middle."""
    return diverging(theme) if signed else towards(theme, theme.positive)


def indices(values: NDArray[np.floating], low: float, high: float) -> NDArray[np.uint8]:
    """Return the table rows for values between `low` and `high`; beyond is clipped, NaN counts as the middle."""
    span = (high - low) or 1.0
    with np.errstate(all="ignore"):
        scaled = np.nan_to_num((values - low) * ((SIZE - 1) / span), nan=(SIZE - 1) / 2, posinf=SIZE - 1, neginf=0)
    return np.asarray(np.clip(np.rint(scaled), 0, SIZE - 1), dtype=np.uint8)


def bgra(table: LookupTable) -> NDArray[np.uint32]:
    """Return the table as `(256,)` packed pixels of QImage.Format_RGB32."""
    wide = table.astype(np.uint32)
    return (np.uint32(255) << np.uint32(24)) | (wide[:, 0] << np.uint32(16)) | (wide[:, 1] << np.uint32(8)) | wide[:, 2]


def bar_image(table: LookupTable, *, upright: bool = False) -> QImage:
    """Return what every bar of colours is drawn with: a pixel each, the last at the right or, upright, at the top."""
    pixels = np.ascontiguousarray(table[::-1] if upright else table)
    width, height = (1, SIZE) if upright else (SIZE, 1)
    return QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGBA8888).copy()


def _blend(colors: Sequence[str]) -> LookupTable:
    stops = np.linspace(0, SIZE - 1, len(colors))
    channels = np.array([QColor(color).getRgb() for color in colors], float)
    position = np.arange(SIZE)
    return np.stack([np.interp(position, stops, channel) for channel in channels.T], axis=1).round().astype(np.uint8)
