"""One feature to switch on and off: its picture over its name, ticked where the network has it.

The picture, values over the plane of the data or a curve where there is one input, is drawn from the formula alone,
once for a theme and a size, and remembered.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QToolButton, QWidget

from playground.expressions import elementwise, parse
from playground.views.color_maps import bgra, diverging, indices
from playground.views.icons import icon
from playground.views.kit.appearance import icon_size, resized, scaled, theme, zoom
from playground.views.kit.canvas import ARROWS
from playground.views.kit.items import SIDEWAYS
from playground.views.kit.painting import painting
from playground.views.network.names import draw_script, elided, input_number
from playground.views.panel_style import set_property
from playground.views.plots.style import small_font
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

    Where the formula names other inputs than the first two, those vary instead; further ones rest half way. The side is
    in logical pixels, `ratio` device pixels to one of them.

    Raises `ExpressionError` if the formula cannot be read.
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

    Raises `ExpressionError` if it cannot be read.
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


PICTURE = 44
SIZE = QSize(60, 68)
_TOP = 5
_CAPTION = 16
_TICK_SIDE = 15.0
_TICK = ((0.28, 0.54), (0.44, 0.69), (0.73, 0.35))
"""Corners of the tick, as shares of its disc."""
_PALE = 0.5
"""How much of the picture is seen where the feature is off."""
_CLOSE = 16


class FeatureTile(QToolButton):
    """A button that stays down while the network has the feature; a typed one can be taken off the list.

    Signals
    -------
    removed()
        The person wants it off the list: by the cross in the corner, or by Delete.
    stepped(right, down)
        The person wants to go on to a neighbour, by an arrow key.
    """

    removed = Signal()
    stepped = Signal(int, int)

    kept_keys = SIDEWAYS

    def __init__(self, formula: str, *, removable: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.formula = formula
        self._label = formula
        self._picture = QImage()
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        scaled(self, QWidget.setFixedSize, SIZE.width(), SIZE.height())
        set_property(self, "role", "tile")
        self.cross: QToolButton | None = None
        if removable:
            self.cross = QToolButton(self)
            set_property(self.cross, "role", "cross")
            self.cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            scaled(self.cross, icon_size, 12)
            scaled(self.cross, QWidget.setGeometry, SIZE.width() - _CLOSE - 2, 2, _CLOSE, _CLOSE)
            self.cross.setIcon(icon("close"))
            self.cross.clicked.connect(self.removed)

    @property
    def label(self) -> str:
        return self._label

    def set_label(self, label: str) -> None:
        """Call the feature something else."""
        self._label = label
        self.setAccessibleName(label)
        self.update()

    def set_picture(self, picture: QImage) -> None:
        self._picture = picture
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to a neighbour with the arrow keys; take a typed feature off the list with Delete."""
        if (step := ARROWS.get(event.key())) is not None:
            self.stepped.emit(*step)
        elif self.cross is not None and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with painting(self, smooth=True) as painter:
            painter.scale(zoom(), zoom())
            place = QRectF((SIZE.width() - PICTURE) / 2, _TOP, PICTURE, PICTURE)
            corners = QPainterPath()
            corners.addRoundedRect(place, 5, 5)
            painter.save()
            painter.setClipPath(corners)
            if not self.isChecked():
                painter.setOpacity(_PALE)
            painter.drawImage(place, self._picture)
            painter.restore()
            painter.strokePath(corners, QPen(QColor(theme().border), 1))
            self._draw_caption(painter)
            if self.isChecked():
                _draw_tick(painter, place, theme())

    def _draw_caption(self, painter: QPainter) -> None:
        font = small_font(resized(self.font(), 1 / zoom()))
        shown = self.isChecked() and self.isEnabled()
        painter.setPen(QColor(theme().text if shown else theme().muted))
        line = QRect(3, SIZE.height() - _CAPTION - 1, SIZE.width() - 6, _CAPTION)
        text = elided(self._label, font, line.width())
        draw_script(painter, QRectF(line), Qt.AlignmentFlag.AlignHCenter, text, font)


def _draw_tick(painter: QPainter, picture: QRectF, theme: Theme) -> None:
    """Draw a tick on a disc in the picture's lower corner."""
    disc = QRectF(picture.right() - _TICK_SIDE + 3, picture.bottom() - _TICK_SIDE + 3, _TICK_SIDE, _TICK_SIDE)
    painter.setPen(QPen(QColor(theme.surface), 1.5))
    painter.setBrush(QColor(theme.accent))
    painter.drawEllipse(disc)
    pen = QPen(QColor(theme.on_accent), 1.8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline([QPointF(disc.left() + x * _TICK_SIDE, disc.top() + y * _TICK_SIDE) for x, y in _TICK])
