"""The small picture of a feature: its values over the plane of the data, or its curve where there is one input.

Drawn from the formula alone, once for a theme and a size, and remembered.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from playground.expressions import elementwise, parse
from playground.views.color_maps import bgra, diverging, indices
from playground.views.kit.canvas import painting
from playground.views.network.names import input_number
from playground.views.theme import Theme

REMEMBERED = 256
_LARGEST_SHARE = 98.0
"""The percentile that gets the full colour: one pole must not leave the rest of the plane pale."""
_MARGIN = 0.1
_HATCH_STEP = 6
_TINT = 0.4

Domain = Sequence[tuple[float, float]]


class Axis(NamedTuple):
    """An input that varies in the picture: its name and the ends of its axis."""

    name: str
    low: float
    high: float


def feature_picture(formula: str, domain: Domain, theme: Theme, side: int, ratio: float = 1.0) -> QImage:
    """Return the picture of a feature.

    Where the formula names other inputs than the first two, those vary instead; further ones rest half way.

    Parameters
    ----------
    formula
        A formula of the inputs that can be read.
    domain
        Low and high end of each input's axis.
    theme
        The colours.
    side
        In logical pixels.
    ratio
        Device pixels to one of them.

    Raises
    ------
    ExpressionError
        If the formula cannot be read.
    """
    numbers = [input_number(name) for name in named_inputs(formula)]
    varying = _varying(numbers, len(domain))
    resting = tuple(number for number in numbers if number not in varying)
    axes = tuple(Axis(f"x{number}", *domain[number - 1]) for number in (*varying, *resting))
    image = _picture(formula, axes, len(varying), theme, max(round(side * ratio), 2))
    image = QImage(image)  # the remembered one keeps its own ratio
    image.setDevicePixelRatio(ratio)
    return image


def named_inputs(formula: str) -> tuple[str, ...]:
    """Return the inputs that a formula names, in their order.

    Raises
    ------
    ExpressionError
        If it cannot be read.
    """
    return tuple(sorted(parse(formula).inputs, key=input_number))


def _varying(numbers: Sequence[int], n_inputs: int) -> tuple[int, ...]:
    """Return the one or two inputs, counted from 1, that a picture varies."""
    if n_inputs == 1:
        return (1,)
    if all(number <= 2 for number in numbers):
        return (1, 2)
    return tuple(numbers[:2]) if len(numbers) > 1 else (numbers[0], 1)


@lru_cache(REMEMBERED)
def _picture(formula: str, axes: tuple[Axis, ...], varying: int, theme: Theme, side: int) -> QImage:
    function = elementwise(formula, [axis.name for axis in axes])
    grid = np.linspace(0, 1, side)
    shares = [grid] if varying == 1 else [np.tile(grid, side), np.repeat(grid[::-1], side)]  # the first row on top
    X = np.array(
        [
            axis.low + (axis.high - axis.low) * (shares[place] if place < varying else np.full(shares[0].shape, 0.5))
            for place, axis in enumerate(axes)
        ]
    )
    values = function(X)
    return _curve(values, theme) if varying == 1 else _plane(values.reshape(side, side), theme)


def _plane(values: NDArray[np.float64], theme: Theme) -> QImage:
    """Colour a grid of values, zero neutral; where there is none, hatched."""
    known = np.isfinite(values)
    peak = float(np.percentile(np.abs(values[known]), _LARGEST_SHARE)) if known.any() else 0.0
    pixels = bgra(diverging(theme))[indices(values, -(peak or 1.0), peak or 1.0)]
    down, across = np.indices(values.shape)
    striped = (down + across) % _HATCH_STEP == 0
    pixels[~known] = QColor(theme.surface).rgb()
    pixels[~known & striped] = QColor(theme.hatch).rgb()
    side = len(values)
    return QImage(pixels.astype(np.uint32).data, side, side, 4 * side, QImage.Format.Format_RGB32).copy()


def _curve(values: NDArray[np.float64], theme: Theme) -> QImage:
    """Draw values over one input, the area down to zero tinted by sign."""
    side = len(values)
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.neutral))
    known = np.isfinite(values)
    peak = float(np.abs(values[known]).max()) if known.any() else 0.0
    height = side / 2 - values / (peak or 1.0) * side * (0.5 - _MARGIN)
    with painting(image) as painter:
        path = QPainterPath()
        for place in np.flatnonzero(known).tolist():
            color = QColor(theme.positive if values[place] >= 0 else theme.negative)
            color.setAlphaF(_TINT)
            painter.fillRect(QRectF(place, side / 2, 1, height[place] - side / 2).normalized(), color)
            point = QPointF(place + 0.5, height[place])
            if place and known[place - 1]:
                path.lineTo(point)
            else:
                path.moveTo(point)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.strokePath(path, QPen(QColor(theme.text), max(side / 32, 1.2), Qt.PenStyle.SolidLine))
    return image
