"""How each example looks, and a cloud of markers that moves with every frame."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

import numpy as np
import shiboken6
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from playground.training.queries.every_layer import Drawn
from playground.training.results import ProblemInfo
from playground.views.color_maps import SIZE, LookupTable, diverging, towards
from playground.views.kit.canvas import painting
from playground.views.output.markers import paint_marker
from playground.views.output.subject import SHADES, shades, value_scale
from playground.views.theme import Theme

FIELDS = 10
"""Numbers in a QPainter.PixmapFragment: x, y, source left, top, width, height, scale x, y, rotation, opacity."""


@dataclass(frozen=True, eq=False)
class Looks:
    """The examples of a picture in the order of drawing: test examples first, so that training examples lie on top.

    Attributes
    ----------
    order
        `(k,)`: which column of an answer's coordinates each is; training examples come first there.
    kind
        `(k,)`: which of `kinds` it looks like.
    kinds
        `(u, 3)`: colour, shape, and whether it is hollow. The colour is a class or, for numbers to predict, one of
        `SHADES`.
    by_class
        Whether colours are classes.
    signed
        Whether a number's colour scale has zero in its middle.
    """

    order: NDArray[np.intp]
    kind: NDArray[np.intp]
    kinds: NDArray[np.intp]
    by_class: bool
    signed: bool


def looks(problem_info: ProblemInfo, drawn: Drawn, *, test: bool) -> Looks:
    train_count = len(drawn.train)
    parts = [(np.arange(train_count), problem_info.train_labels, problem_info.train_Y, drawn.train, False)]
    if test:
        columns = train_count + np.arange(len(drawn.test))
        parts.insert(0, (columns, problem_info.test_labels, problem_info.test_Y, drawn.test, True))
    low, high, signed = value_scale(problem_info.train_Y[0], problem_info.test_Y[0])
    rows = []
    for columns, labels, Y, chosen, hollow in parts:
        color = labels[chosen] if labels is not None else shades(Y[0][chosen], low, high)
        shape = color if labels is not None else np.zeros_like(color)
        rows.append(np.stack([columns, color, shape, np.full_like(color, hollow)]))
    order, *appearance = np.concatenate(rows, axis=1).astype(np.intp)
    kinds, kind = np.unique(np.stack(appearance), axis=1, return_inverse=True)
    return Looks(order, kind.reshape(-1), kinds.T, problem_info.train_labels is not None, signed)


def colors(shown: Looks, theme: Theme) -> Sequence[QColor]:
    """Return the colours that `kinds` counts."""
    if shown.by_class:
        return [QColor(color) for color in theme.classes]
    table = number_table(theme, signed=shown.signed)
    rows = [round(shade * (SIZE - 1) / (SHADES - 1)) for shade in range(SHADES)]
    return [QColor(*(int(channel) for channel in table[row, :3])) for row in rows]


def number_table(theme: Theme, *, signed: bool) -> LookupTable:
    """Return the colours of numbers to predict, from the lowest to the highest."""
    return diverging(theme) if signed else towards(theme, theme.positive)


class Stamps:
    """Every kind of marker painted once, side by side, and stamped as often as there are examples.

    Qt takes all stamps in one call, from memory that numpy fills: a cloud that moves costs no loop in Python.
    """

    def __init__(self, shown: Looks, theme: Theme, radius: float, ratio: float) -> None:
        self._ratio = ratio
        self._half = math.ceil(2 * radius + 2)
        side = round(2 * self._half * ratio)
        self._pixmap = QPixmap(max(1, side * len(shown.kinds)), max(1, side))
        self._pixmap.fill(Qt.GlobalColor.transparent)
        inks = colors(shown, theme)
        edge = "" if shown.by_class else theme.muted
        with painting(self._pixmap, smooth=True) as painter:
            painter.scale(ratio, ratio)
            for index, (color, shape, hollow) in enumerate(shown.kinds.tolist()):
                place = QPointF((index + 0.5) * side / ratio, side / ratio / 2)
                ink = inks[color % len(inks)]
                paint_marker(painter, place, shape, ink, theme, hollow=bool(hollow), radius=radius, edge=edge)
        self._fragments = np.zeros((max(1, len(shown.kind)), FIELDS))
        self._fragments[: len(shown.kind), 2] = shown.kind * side
        self._fragments[:, 4:6] = side
        self._fragments[:, 6:8] = 1 / ratio
        self._fragments[:, 9] = 1.0
        self._seen = np.empty_like(self._fragments)
        first = shiboken6.wrapInstance(self._seen.ctypes.data, QPainter.PixmapFragment)
        self._first = cast(QPainter.PixmapFragment, first)

    def paint(self, painter: QPainter, x: NDArray[Any], y: NDArray[Any], area: tuple[float, float]) -> None:
        """Stamp the examples at the places `x`, `y` `(k,)` in pixels; those outside of an area (width, height) are not.

        A place that is not a number is outside of any.
        """
        half, (width, height) = self._half, area
        seen = (x > -half) & (x < width + half) & (y > -half) & (y < height + half)
        count = int(np.count_nonzero(seen))
        if not count:
            return
        fragments = self._seen[:count]
        np.compress(seen, self._fragments, axis=0, out=fragments)
        # Whole device pixels: a stamp between two of them would be blurred.
        fragments[:, 0] = np.rint((x[seen] - half) * self._ratio) / self._ratio + half
        fragments[:, 1] = np.rint((y[seen] - half) * self._ratio) / self._ratio + half
        painter.drawPixmapFragments(self._first, count, self._pixmap)
