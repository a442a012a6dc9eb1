"""Which ink is read best on a colour, by the contrast that WCAG defines."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from playground.views.theme import Theme


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
