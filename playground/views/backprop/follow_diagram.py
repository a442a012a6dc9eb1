"""The network with the paths of one weight on it, a number on every edge of them, up to the cost."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from msgspec import Struct
from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from playground.training.walkthrough.follow import Followed
from playground.training.walkthrough.walk import Cell, cell_name, number
from playground.views import color_maps
from playground.views.backprop.diagram import NUMBER_RADIUS, DiagramLayout, arrange
from playground.views.kit.appearance import tabular
from playground.views.kit.canvas import Canvas, Item
from playground.views.kit.cells import CellColors, cell_text
from playground.views.plots.style import small_font

MOST_BETWEEN = 48
"""Two neurons of a layer: there is room for a number under each."""
REACH = 6.0
"""How far from a line the mouse still means it."""
PLACES = (0.5, 0.34, 0.66, 0.42, 0.58, 0.26, 0.74, 0.18, 0.82)
"""Where on an edge its number can stand, as shares of its length, the best first."""
MOST_BEHIND = 24
"""Edges between two layers, behind the neuron where paths are gathered, that get their numbers too."""
Neuron = tuple[int, int]
"""Layer 0 … L + 1, the last being the cost, and unit from 0."""


class Label(Struct, frozen=True):
    """A number on an edge, or under a neuron, and where it stands; no box where there is no room for it."""

    cell: Cell
    text: str
    box: QRectF
    is_factor: bool


class Scene(Struct, frozen=True):
    """Where everything lies: which units of each layer are shown, the edges of paths, the numbers."""

    layout: DiagramLayout
    units: tuple[tuple[int, ...], ...]
    labels: tuple[Label, ...]

    def center(self, neuron: Neuron) -> QPointF | None:
        """Return the middle of a neuron, None where it is not shown."""
        layer, unit = neuron
        shown = self.units[layer]
        return self.layout.columns[layer][shown.index(unit)] if unit in shown else None

    def line(self, ends: tuple[Neuron, Neuron]) -> QLineF | None:
        """Return the edge between two neurons, None where one is not shown."""
        start, end = (self.center(neuron) for neuron in ends)
        return None if start is None or end is None else QLineF(start, end)


class FollowDiagram(Canvas):
    """Draws a `Followed`.

    Signals
    -------
    weight_chosen(weight)
        Another edge was clicked, or confirmed with Enter.
    """

    weight_chosen = Signal(object)
    comfortable, least, most_grown = (620, 250), (340, 150), 2.0

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._followed: Followed | None = None
        self._scene: Scene | None = None
        self._lit: tuple[int | None, Cell | None] = (None, None)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("The paths of the weight through the network"))
        self.chosen.connect(self._choose)

    def show_followed(self, followed: Followed | None) -> None:
        self._followed = followed
        self.forget()
        self.update()

    def light(self, path: int | None, cell: Cell | None) -> None:
        """Bring out one of the paths, and one number on it."""
        if (path, cell) != self._lit:
            self._lit = (path, cell)
            self.update()

    @property
    def lit(self) -> tuple[int | None, Cell | None]:
        """What is brought out."""
        return self._lit

    def forget(self) -> None:
        self._scene = None

    def items(self) -> list[Item]:
        if self._followed is None:
            return []
        return [
            Item(label.cell, label.box, cell_name(label.cell), number(self._followed.value(label.cell)))
            for label in self._made().labels
        ]

    def item_at(self, place: QPointF) -> Item | None:
        if self._followed is None:
            return None
        found = super().item_at(place)
        cell = None if found is not None else self._edge_at(place)
        if cell is None:
            return found
        name, value = cell_name(cell), number(self._followed.value(cell))
        tip = self.tr("{name} = {value}; click to follow it").format(name=name, value=value)
        return Item(cell, QRectF(), name, value, tip)

    def paint(self, painter: QPainter, _size: QSizeF, /) -> None:
        followed = self._followed
        if followed is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_edges(painter, followed)
        for layer in range(len(followed.walk.sizes)):
            self._paint_column(painter, followed, layer)
        self._paint_cost(painter, followed)
        self._paint_names(painter, followed)
        self._paint_labels(painter)

    def _made(self) -> Scene:
        if self._scene is None:
            assert self._followed is not None, "without a weight there is nothing to arrange"
            self._scene = self._arranged(self._followed)
        return self._scene

    def _arranged(self, followed: Followed) -> Scene:
        sizes = (*followed.walk.sizes, 1)
        line = QFontMetricsF(small_font(self.base_font)).height()
        layout = arrange(sizes, self.area.width(), self.area.height() - line, line, MOST_BETWEEN)
        layer, row, column = followed.weight
        needed: list[set[int]] = [set() for _ in sizes]
        needed[layer - 1].add(column)
        needed[layer].add(row)
        for path in followed.paths:
            for step, unit in enumerate(path.units):
                needed[layer + step].add(unit)
        units = tuple(_shown(size, len(layout.columns[at]), needed[at]) for at, size in enumerate(sizes))
        scene = Scene(layout, units, ())
        return Scene(layout, units, tuple(self._labels(followed, scene)))

    def _labels(self, followed: Followed, scene: Scene) -> Iterator[Label]:
        """Yield the numbers, each where it covers no other and no neuron; of those behind, what finds room."""
        metrics = QFontMetricsF(tabular(small_font(self.base_font)))
        radius = scene.layout.radius
        taken = [
            QRectF(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius)
            for column in scene.layout.columns
            for center in column
        ]
        factors = dict.fromkeys(factor.cell for path in followed.paths for factor in path.factors)
        behind = [cell for cell in self._behind(followed, scene) if cell not in factors]
        # What has one place only comes first.
        order = sorted(factors, key=lambda cell: _edge(followed, cell) is not None)
        for cell in (*order, *behind):
            is_factor = cell in factors
            text = f"{NAMES[cell[0][0]]} {number(followed.value(cell))}"
            size = QSizeF(metrics.horizontalAdvance(text) + 6, metrics.height())
            ends = _edge(followed, cell)
            if ends is None:
                center = scene.center((cell[0][1], cell[1]))
                away = QPointF(radius + size.width() / 2 + 3, radius + size.height() / 2)
                candidates = [] if center is None else [_around(center + shift, size) for shift in _beside(away)]
            else:
                drawn = scene.line(ends)
                candidates = [] if drawn is None else [_around(drawn.pointAt(share), size) for share in PLACES]
            free = (box for box in candidates if not any(box.intersects(other) for other in taken))
            box = next(free, candidates[-1] if candidates and ends is None else QRectF())
            if not box.isEmpty():
                taken.append(box)
            if is_factor or not box.isEmpty():
                yield Label(cell, text, box, is_factor)

    def _behind(self, followed: Followed, scene: Scene) -> Iterator[Cell]:
        """Yield the weights on the paths behind the neurons where these are gathered."""
        if followed.is_gathered:
            for above in range(followed.weight[0] + 2, len(followed.walk.sizes)):
                ends = [(unit, below) for unit in scene.units[above] for below in scene.units[above - 1]]
                if len(ends) <= MOST_BEHIND:
                    yield from ((("W", above), unit, below) for unit, below in ends)

    def _edge_at(self, place: QPointF) -> Cell | None:
        """Return the weight whose edge passes a place, the nearest."""
        assert self._followed is not None, "asked where there is one"
        scene, best, cell = self._made(), REACH, None
        for layer in range(1, len(self._followed.walk.sizes)):
            for unit in scene.units[layer]:
                for below in scene.units[layer - 1]:
                    line = scene.line(((layer - 1, below), (layer, unit)))
                    if line is not None and line.p1().x() < place.x() < line.p2().x():
                        share = (place.x() - line.x1()) / line.dx()
                        away = abs(line.pointAt(share).y() - place.y())
                        if away < best:
                            best, cell = away, (("W", layer), unit, below)
        return cell

    def _choose(self, key: object) -> None:
        if isinstance(key, tuple) and key[0][0] == "W":
            (_, layer), row, column = key
            self.weight_chosen.emit((layer, row, column))

    def _paint_edges(self, painter: QPainter, followed: Followed) -> None:
        scene, theme = self._made(), self.theme
        painter.setPen(QPen(QColor(theme.border), 1))
        for before, after in pairwise(range(len(scene.units))):
            starts, ends = scene.layout.columns[before], scene.layout.columns[after]
            painter.drawLines([QLineF(start, end) for start in starts for end in ends])
        quiet, strong = QColor(theme.backward), QColor(theme.backward)
        quiet.setAlphaF(0.35)
        for above in range(followed.weight[0] + 2, len(scene.units)) if followed.is_gathered else ():
            starts, ends = scene.layout.columns[above - 1], scene.layout.columns[above]
            painter.setPen(QPen(quiet, 1.4))
            painter.drawLines([QLineF(start, end) for start in starts for end in ends])
        chosen = self._lit[0]
        for index, path in enumerate(followed.paths):
            pen = QPen(strong if chosen in (None, index) else quiet, 2.6 if chosen == index else 1.8)
            painter.setPen(pen)
            for way in _ways(followed, path.units):
                if (line := scene.line(way)) is not None:
                    painter.drawLine(line)
        layer, row, column = followed.weight
        if (line := scene.line(((layer - 1, column), (layer, row)))) is not None:
            painter.setPen(QPen(QColor(theme.accent), 4))
            painter.drawLine(line)

    def _paint_column(self, painter: QPainter, followed: Followed, layer: int) -> None:
        scene = self._made()
        values = followed.walk.arrays["A", layer][:, followed.example]
        end = float(np.abs(values[np.isfinite(values)]).max(initial=0.0)) or 1.0
        shown = scene.units[layer]
        levels = color_maps.indices(values[list(shown)], -end, end)
        table, colors, radius = color_maps.diverging(self.theme), CellColors(self.theme), scene.layout.radius
        passed = {(followed.weight[0] - 1, followed.weight[2])}
        passed |= {(followed.weight[0] + step, unit) for path in followed.paths for step, unit in enumerate(path.units)}
        painter.setFont(tabular(self.base_font, 0.75))
        for place, unit in enumerate(shown):
            center, level = scene.layout.columns[layer][place], int(levels[place])
            on_path = (layer, unit) in passed
            painter.setPen(QPen(QColor(self.theme.text if on_path else self.theme.muted), 1.8 if on_path else 1))
            painter.setBrush(QColor(*table[level].tolist()))
            painter.drawEllipse(center, radius, radius)
            if radius >= NUMBER_RADIUS:
                painter.setPen(colors.ink(level))
                box = QRectF(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, cell_text(float(values[unit]), 4))

    def _paint_cost(self, painter: QPainter, followed: Followed) -> None:
        scene = self._made()
        center, radius = scene.layout.columns[-1][0], max(scene.layout.radius, NUMBER_RADIUS)
        box = _around(center, QSizeF(2 * radius + 12, 2 * radius))
        box.moveRight(min(box.right(), self.area.right() - 1))
        painter.setPen(QPen(QColor(self.theme.text), 1.8))
        painter.setBrush(QColor(self.theme.raised))
        painter.drawRoundedRect(box, 4, 4)
        painter.setFont(tabular(self.base_font, 0.75))
        last = len(followed.walk.activations)
        value = float(followed.walk.arrays["C", last][0, followed.example])
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, cell_text(value, 5))

    def _paint_names(self, painter: QPainter, followed: Followed) -> None:
        scene, font = self._made(), small_font(self.base_font)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.muted))
        metrics = QFontMetricsF(font)
        sizes = followed.walk.sizes
        for layer, x in enumerate(scene.layout.x):
            name = self._name(layer, len(sizes))
            hidden = sizes[layer] - len(scene.units[layer]) if layer < len(sizes) else 0
            text = f"{name} (+{hidden})" if hidden else name
            wide = metrics.horizontalAdvance(text) + 2
            left = min(max(x - wide / 2, 0), self.area.width() - wide)
            painter.drawText(QPointF(left, self.area.height() - metrics.descent() - 1), text)

    def _name(self, layer: int, cost: int) -> str:
        if layer in (0, cost):
            return self.tr("cost") if layer else self.tr("input")
        return str(layer) if cost > 5 else self.tr("layer {number}").format(number=layer)

    def _paint_labels(self, painter: QPainter) -> None:
        ground = QColor(self.theme.surface)
        ground.setAlphaF(0.88)
        painter.setFont(tabular(small_font(self.base_font)))
        for label in self._made().labels:
            if label.box.isEmpty():
                continue
            current = label.cell in (self._lit[1], self.current)
            painter.setPen(QPen(QColor(self.theme.text), 1.6) if current else Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(label.box, 3, 3)
            painter.setPen(QColor(self.theme.text if label.is_factor else self.theme.muted))
            painter.drawText(label.box, Qt.AlignmentFlag.AlignCenter, label.text)


NAMES = {"A": "A", "D": "g′", "W": "W", "dA": "dA", "dZ": "dZ"}
"""What stands before a number in the drawing."""


def _shown(size: int, room: int, needed: set[int]) -> tuple[int, ...]:
    """Return the units of a layer that are drawn: those on the paths, and the first others, as many as have room."""
    kept = sorted(needed)[:room]
    others = (unit for unit in range(size) if unit not in needed)
    return tuple(sorted([*kept, *(unit for unit, _ in zip(others, range(room - len(kept)), strict=False))]))


def _edge(followed: Followed, cell: Cell) -> tuple[Neuron, Neuron] | None:
    """Return the edge that a factor stands on; None for one that belongs to a neuron."""
    (name, layer), row, column = cell
    first, unit, _ = followed.weight
    if name == "A":
        return (layer, row), (first, unit)
    if name == "W":
        return (layer - 1, column), (layer, row)
    last = len(followed.walk.activations)
    return ((layer, row), (layer + 1, 0)) if layer == last and name in ("dA", "dZ") else None


def _ways(followed: Followed, units: Sequence[int]) -> Iterator[tuple[Neuron, Neuron]]:
    """Yield the edges of a path; the last leads to the cost, unless the ways are gathered before."""
    layer, last = followed.weight[0], len(followed.walk.activations)
    places = [(layer + step, unit) for step, unit in enumerate(units)]
    yield from pairwise(places)
    if places[-1][0] == last:
        yield places[-1], (last + 1, 0)


def _beside(away: QPointF) -> tuple[QPointF, ...]:
    """Return where a neuron's number can stand, from its middle: below, above, to the right, to the left."""
    x, y = away.x(), away.y()
    return QPointF(0, y), QPointF(0, -y), QPointF(x, 0), QPointF(-x, 0)


def _around(center: QPointF, size: QSizeF) -> QRectF:
    return QRectF(center - QPointF(size.width() / 2, size.height() / 2), size)
