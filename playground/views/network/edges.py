"""The weights as lines between the tiles: their widths, where they run, and how to draw many of them quickly.

Qt strokes one path of curves in time that grows with the square of its length, and one of separate straight pieces in
linear time. So every line is cut into pieces beforehand; a negative weight's line leaves out every other one.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from playground.training.results import Array
from playground.views.network.layout import Column, Edge, Layout, Neuron
from playground.views.theme import Theme

Codes = NDArray[np.int8]
"""For each line its width's bucket, 1 … `BUCKETS`, with the weight's sign; `ZERO` or `OMITTED`; `BUNDLE` and more."""

BUCKETS = 10
ZERO = 0
OMITTED = 100
BUNDLE = 110
"""Added to the width of a line that stands for all the weights from an image to a neuron."""
BUNDLED = -1
"""The column of such a line."""
DRAWN_MAXIMUM = 1500
"""More lines than these are no picture any more: only the strongest are drawn."""
THINNEST, THICKEST = 0.8, 5.0
_WEAKEST_TINT = 0.42
_SAMPLES = 33
_DASH, _PAUSE = 5.0, 3.5
_OVERLAP = 0.3
_WIDEST_BUNDLE = 0.5


class Edges:
    """The lines of the weights whose two neurons are shown; one for each neuron that looks at an image."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        layers, rows, columns, ends = [], [], [], []
        for before, after in pairwise(layout.columns):
            sources = 1 if before.image else before.shown
            row, column = (grid.ravel() for grid in np.mgrid[0 : after.shown, 0:sources])
            layers.append(np.full(row.size, after.layer))
            rows.append(row + after.first)
            columns.append(np.full(row.size, BUNDLED) if before.image else column + before.first)
            if before.image:  # side by side along the picture, in the order of the neurons
                start = before.top + (row + 0.5) / max(after.shown, 1) * before.picture.height
            else:
                start = before.top + column * before.step + before.tile / 2
            end = after.top + row * after.step + after.tile / 2
            left, right = np.full(row.size, before.left + before.tile), np.full(row.size, after.left)
            ends.append(np.stack([left, start, right, end], axis=1))
        self.layer = np.concatenate(layers)
        self.row = np.concatenate(rows)
        self.column = np.concatenate(columns)
        self._ends = np.concatenate(ends)  # (E, 4): x, y of the start, x, y of the end
        self.total = sum(before.size * after.size for before, after in pairwise(layout.columns) if not before.image)
        self._bundles = self.column == BUNDLED
        self._bundled = int(self._bundles.sum())
        self.straight = len(self.layer) > DRAWN_MAXIMUM
        smallest = min(column.step for column in layout.columns)
        self._thickest = min(max(0.16 * smallest, 2.0), THICKEST)
        self._points = self._curve(np.arange(len(self)), np.linspace(0, 1, 2 if self.straight else _SAMPLES))
        steps = np.hypot(*np.moveaxis(np.diff(self._points, axis=1), -1, 0))
        self._reached = np.concatenate([np.zeros((len(self), 1)), steps.cumsum(axis=1)], axis=1)
        self._solid: dict[int, QPainterPath] = {}
        self._dashed: dict[int, QPainterPath] = {}

    def __len__(self) -> int:
        return len(self.layer)

    @property
    def drawn(self) -> int:
        """How many of the network's `total` weights are drawn; those from an image are not counted."""
        return min(len(self) - self._bundled, DRAWN_MAXIMUM)

    def edge(self, index: int) -> Edge:
        """Return the weight that a line stands for."""
        return Edge(int(self.layer[index]), int(self.row[index]), int(self.column[index]))

    def codes(self, W: Sequence[Array]) -> Codes:
        """Return how each line is to be drawn.

        Widths are relative to the largest of all the weights, L arrays `(n_l, n_{l-1})`.
        """
        if any(np.isnan(matrix.sum()) for matrix in W):  # something is to be found: drawn as 0 is
            W = [np.nan_to_num(matrix) for matrix in W]
        pieces = [_drawn_weights(W[after.layer - 1], before, after) for before, after in pairwise(self._layout.columns)]
        weights = np.concatenate([piece.ravel() for piece in pieces])
        largest = max((float(max(w.max(), -w.min())) for w in W), default=0.0) or 1.0
        if self._bundled:  # compared with each other: a mean is far below the largest single weight
            weights[self._bundles] *= _WIDEST_BUNDLE * largest / (float(weights[self._bundles].max()) or 1.0)
        size = np.abs(weights)
        bucket = np.minimum(np.ceil(size * (BUCKETS / largest)), BUCKETS)
        codes: Codes = np.copysign(bucket, weights).astype(np.int8)
        if self._bundled:
            codes[self._bundles] += BUNDLE
        if self.straight:
            size[self._bundles] = np.inf  # never among those left out
            codes[np.argpartition(size, -DRAWN_MAXIMUM)[:-DRAWN_MAXIMUM]] = OMITTED
        return codes

    def of(self, target: Edge | Neuron) -> NDArray[np.bool_]:
        """Return which lines are this weight, or begin or end at this neuron, `(E,)`."""
        lit: NDArray[np.bool_]
        if isinstance(target, Edge):
            lit = (self.layer == target.layer) & (self.row == target.row) & (self.column == target.column)
        else:
            lit = (self.layer == target.layer) & (self.row == target.unit)
            lit |= (self.layer == target.layer + 1) & ((self.column == target.unit) | self._bundles)
        return lit

    def nearest(self, x: float, y: float, reach: float, codes: Codes) -> Edge | None:
        """Return the drawn weight whose line passes within `reach` of a point, the nearest one."""
        layer = self._layout.gap_at(x)
        if layer is None:
            return None
        here = np.flatnonzero((self.layer == layer) & (codes < OMITTED))
        if not here.size:
            return None
        points = self._points[here] - (x, y)
        start, along = points[:, :-1], np.diff(points, axis=1)
        length = np.maximum((along**2).sum(-1), 1e-9)
        foot = np.clip(-(start * along).sum(-1) / length, 0, 1)
        distance = np.hypot(*np.moveaxis(start + foot[..., None] * along, -1, 0)).min(axis=1)
        best = int(distance.argmin())
        return self.edge(int(here[best])) if distance[best] <= reach else None

    def paint(self, painter: QPainter, codes: Codes, theme: Theme) -> None:
        # Among that many lines nobody sees their steps, and smooth ones take three times as long.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, not self.straight)
        for code in sorted(set(codes.tolist()) - {OMITTED}, key=abs):
            path = QPainterPath()
            for index in np.flatnonzero(codes == code).tolist():
                path.addPath(self._path(index, dashed=code < 0))
            painter.setPen(self._pen(code, theme))
            painter.drawPath(path)

    def width(self, code: int) -> float:
        """Return the width of a line, in logical pixels."""
        return THINNEST + (self._thickest - THINNEST) * max(abs(code) - 1, 0) / (BUCKETS - 1)

    def _pen(self, code: int, theme: Theme) -> QPen:
        if code >= BUNDLE:
            return QPen(_mixed(theme.surface, theme.muted, 0.75), self.width(code - BUNDLE))
        if code == ZERO:
            return QPen(QColor(theme.hatch), THINNEST)
        tint = _WEAKEST_TINT + (1 - _WEAKEST_TINT) * abs(code) / BUCKETS
        pen = QPen(_mixed(theme.surface, theme.positive if code > 0 else theme.negative, tint), self.width(code))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        return pen

    def _path(self, index: int, dashed: bool) -> QPainterPath:
        cache = self._dashed if dashed else self._solid
        path = cache.get(index)
        if path is None:
            path = cache[index] = self._cut(index, dashed)
        return path

    def _cut(self, index: int, dashed: bool) -> QPainterPath:
        """Return one line as separate straight pieces."""
        bent = 0.0 if self.straight else abs(self._ends[index, 3] - self._ends[index, 1])
        points, reached = self._points[index], self._reached[index]
        if dashed:
            dashes = max(round(reached[-1] / (_DASH + _PAUSE)), 2)
            begins = np.arange(dashes) * (reached[-1] / (dashes - _PAUSE / (_DASH + _PAUSE)))
            finishes = np.minimum(begins + _DASH, reached[-1])
        else:
            marks = np.linspace(0, reached[-1], 1 + (int(min(5 + bent**0.5, 18)) if bent else 1))
            begins, finishes = np.maximum(marks[:-1] - _OVERLAP, 0), marks[1:]
        path = QPainterPath()
        places = [np.interp(ends, reached, axis).tolist() for ends in (begins, finishes) for axis in points.T]
        for left, top, right, bottom in zip(*places, strict=True):
            path.moveTo(left, top)
            path.lineTo(right, bottom)
        return path

    def _curve(self, indices: NDArray[np.intp], t: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return points `(e, len(t), 2)`: a cubic that leaves and arrives level, or a straight line."""
        x0, y0, x1, y1 = (end[:, None] for end in self._ends[indices].T)
        if self.straight:
            return np.stack([x0 + (x1 - x0) * t, y0 + (y1 - y0) * t], axis=-1)
        middle = (x0 + x1) / 2
        x = (1 - t) ** 3 * x0 + 3 * (1 - t) * t * middle + t**3 * x1
        y = y0 + (y1 - y0) * (3 - 2 * t) * t**2
        return np.stack([x, y], axis=-1)


def _drawn_weights(W: Array, before: Column, after: Column) -> Array:
    """Return the weights of the lines between two columns; from an image, each neuron's root mean square."""
    rows = W[after.first : after.first + after.shown]
    if before.image:
        return np.asarray(np.sqrt(np.square(rows).mean(axis=1)))
    return rows[:, before.first : before.first + before.shown]


def _mixed(ground: str, color: str, share: float) -> QColor:
    under, over = QColor(ground), QColor(color)
    channels = ((under.red(), over.red()), (under.green(), over.green()), (under.blue(), over.blue()))
    return QColor(*(round(a + (b - a) * share) for a, b in channels))
