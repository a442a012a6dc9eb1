"""Numbers to colours: lookup tables of 256 entries, made from a theme; and the ink that is read best on them (WCAG)."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from playground.views.theme import Theme

LookupTable = NDArray[np.uint8]
SIZE = 256


def luminance(colors: NDArray[np.uint8] | NDArray[np.int_]) -> NDArray[np.float64]:
    """Return the relative luminance of sRGB colours `(k, 3)` (WCAG 2.2)."""
    channels = colors / 255.0
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    relative: NDArray[np.float64] = linear @ np.array([0.2126, 0.7152, 0.0722])
    return relative


def _luminance_of(color: QColor) -> NDArray[np.float64]:
    return luminance(np.array([[color.red(), color.green(), color.blue()]]))


def is_light(ground: NDArray[np.float64], inks: tuple[QColor, QColor]) -> NDArray[np.bool_]:
    """Return for each luminance whether the lighter ink has the higher contrast with it."""
    dark, light = (_luminance_of(ink) for ink in inks)
    better: NDArray[np.bool_] = (light + 0.05) / (ground + 0.05) > (ground + 0.05) / (dark + 0.05)
    return better


def inks_of(theme: Theme) -> tuple[QColor, QColor]:
    """Return the darker and the lighter of the colours of text."""
    dark, light = sorted((QColor(theme.text), QColor(theme.surface)), key=QColor.lightness)
    return dark, light


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
