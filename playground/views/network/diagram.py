"""The diagram as one picture: tiles over lines over names, drawn so that a frame costs little.

Three things are kept as pixmaps and drawn anew only when they change: the names (never, for one problem and size), the
lines (when a weight's width or sign does), and the frames of the tiles (when a bias changes sign).
"""

from time import perf_counter

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPixmap

from playground.engine import Part
from playground.training.results import Maps, ProblemInfo
from playground.training.snapshot import Snapshot
from playground.views.kit.grid import Box
from playground.views.kit.painting import painting
from playground.views.network.captions import Captions, mark_bias
from playground.views.network.edges import OMITTED, Codes, Edges
from playground.views.network.layout import Column, Edge, Layout, More, Neuron, Target
from playground.views.network.maps import Mosaic, paint_input_image
from playground.views.theme import Theme

_FADED_LINES = 0.85
_FADED_TILES = 0.6
_REST = 20.0
"""After drawing the lines they rest this many times as long while training runs: a twentieth of the time at most."""


class Diagram:
    """Everything that can be prepared for one problem, size and theme."""

    def __init__(self, problem_info: ProblemInfo, layout: Layout, captions: Captions, theme: Theme) -> None:
        self.problem_info = problem_info
        self.layout = layout
        self.edges = Edges(layout)
        self._theme = theme
        self._mosaic = Mosaic(layout, problem_info, theme)
        self._maps: Maps | None = None
        self._codes: Codes | None = None
        self._lines_due = 0.0
        self._signs: list[NDArray[np.bool_] | None] = [None] * len(layout.columns)
        self._frames: list[QPixmap] = [QPixmap()] * len(layout.columns)
        self._ground = self._pixmap(QSize(round(layout.width), round(layout.height)), theme.surface)
        with painting(self._ground) as painter:
            captions.paint(painter, layout, theme, self.edges)
            if layout.columns[0].image is not None:
                paint_input_image(painter, layout, problem_info, theme, captions.font)
        self._lines = self._ground

    @property
    def codes(self) -> Codes | None:
        """How the lines were last drawn; None before the first time."""
        return self._codes

    @property
    def mosaic(self) -> Mosaic:
        return self._mosaic

    def paint(self, painter: QPainter, snapshot: Snapshot, lit: Target | None, selected: Neuron | None) -> None:
        """Draw a frame of the same problem; everything that does not belong to what is `lit` fades."""
        self._draw_lines(snapshot)
        painter.drawPixmap(0, 0, self._lines)
        if isinstance(lit, Edge | Neuron):
            self._light(painter, lit)
        self._draw_tiles(painter, snapshot)
        mark_parts(painter, self.layout, snapshot, self._theme)
        if isinstance(lit, Edge | Neuron):
            self._fade_tiles(painter, lit)
        for neuron, color, width in ((lit, self._theme.text, 1.5), (selected, self._theme.accent, 2.0)):
            if isinstance(neuron, Neuron) and self.layout.shows(neuron):
                _ring(painter, self.layout.box(neuron), color, width)
        more = self.layout.columns[lit.layer].more if isinstance(lit, More) else None
        if more is not None:
            _ring(painter, more, self._theme.accent, 1.5)

    def _draw_lines(self, snapshot: Snapshot) -> None:
        codes = self.edges.codes(snapshot.W)
        if self._codes is not None and np.array_equal(codes, self._codes):
            return
        begin = perf_counter()
        if snapshot.running and self._codes is not None and begin < self._lines_due:
            return
        self._codes = codes
        self._lines = self._ground.copy()
        with painting(self._lines) as painter:
            self.edges.paint(painter, codes, self._theme)
        end = perf_counter()
        self._lines_due = end + _REST * (end - begin)

    def _light(self, painter: QPainter, lit: Edge | Neuron) -> None:
        first, last, margins = self.layout.columns[0], self.layout.columns[-1], self.layout.margins
        shade = QColor(self._theme.surface)
        shade.setAlphaF(_FADED_LINES)
        height = self.layout.height - margins.top - margins.bottom
        left = first.center if first.image is None else first.picture.left + first.picture.width + 1
        painter.fillRect(QRectF(left, margins.top, last.center - left, height), shade)
        if self._codes is not None:
            self.edges.paint(painter, np.where(self.edges.of(lit), self._codes, np.int8(OMITTED)), self._theme)

    def _draw_tiles(self, painter: QPainter, snapshot: Snapshot) -> None:
        if snapshot.maps is not None and snapshot.maps is not self._maps:
            self._mosaic.draw(snapshot.maps)
            self._maps = snapshot.maps
        for column, source in zip(self.layout.columns, self._mosaic.sources, strict=True):
            if column.image is not None:
                continue
            place = QPointF(column.left, column.top)
            if snapshot.maps is None or self._is_secret(snapshot, column):
                for unit in column.units:
                    painter.fillRect(column.box(unit).rectangle, self._theme.surface)
                    painter.fillRect(column.box(unit).rectangle, _hatching(self._theme))
            else:
                painter.drawImage(place, self._mosaic.image, source)
            painter.drawPixmap(place, self._frame(column, snapshot))

    @staticmethod
    def _is_secret(snapshot: Snapshot, column: Column) -> bool:
        """Whether what a layer answers is to be found."""
        maps = snapshot.maps
        return maps is not None and "maps" in snapshot.withheld and bool(np.isnan(maps.units[column.layer]).all())

    def _frame(self, column: Column, snapshot: Snapshot) -> QPixmap:
        """Return the frames of a layer's tiles: round corners, outlines, and a mark for each bias."""
        signs = np.zeros(0, np.bool_)
        if column.layer:
            signs = snapshot.b[column.layer - 1][column.first : column.first + column.shown, 0] >= 0
        known = self._signs[column.layer]
        if known is not None and np.array_equal(known, signs):
            return self._frames[column.layer]
        size = QSize(round(column.tile), round((column.shown - 1) * column.step + column.tile) + 1)
        pixmap = self._pixmap(size, None)
        with painting(pixmap, smooth=True) as painter:
            for place in range(column.shown):
                box = Box(0, place * column.step, column.tile, column.tile)
                _frame_tile(painter, box, self._theme)
                if column.layer:
                    mark_bias(painter, box, bool(signs[place]), self._theme)
        self._signs[column.layer], self._frames[column.layer] = signs, pixmap
        return pixmap

    def _fade_tiles(self, painter: QPainter, lit: Edge | Neuron) -> None:
        shade = QColor(self._theme.surface)
        shade.setAlphaF(_FADED_TILES)
        bright = set(lit.ends) if isinstance(lit, Edge) else {lit}
        for column in self.layout.columns:
            linked = isinstance(lit, Neuron) and abs(column.layer - lit.layer) == 1
            if not linked and column.image is not None and isinstance(lit, Neuron) and lit.layer != column.layer:
                painter.fillRect(column.picture.rectangle, shade)
            if not linked:
                for unit in column.units:
                    if (column.layer, unit) not in bright:
                        painter.fillRect(column.box(unit).rectangle, shade)

    def _pixmap(self, size: QSize, color: str | None) -> QPixmap:
        scale = self.layout.scale
        pixmap = QPixmap(round(size.width() * scale), round(size.height() * scale))
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(Qt.GlobalColor.transparent if color is None else QColor(color))
        return pixmap


def _frame_tile(painter: QPainter, box: Box, theme: Theme) -> None:
    rect = box.rectangle
    radius = min(0.16 * box.width, 6.0)
    rounded = QPainterPath()
    rounded.addRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    corners = QPainterPath()
    corners.addRect(rect)
    painter.fillPath(corners - rounded, QColor(theme.surface))
    painter.strokePath(rounded, QPen(QColor(theme.muted), 1))


def _ring(painter: QPainter, box: Box, color: str, width: float) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(color), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = min(0.16 * box.width, 6.0) + 1
    painter.drawRoundedRect(box.rectangle.adjusted(-1, -1, 1, 1), radius, radius)


def _hatching(theme: Theme) -> QBrush:
    return QBrush(QColor(theme.hatch), Qt.BrushStyle.BDiagPattern)


_SWITCHED_OFF = 0.75


def mark_parts(painter: QPainter, layout: Layout, snapshot: Snapshot, theme: Theme) -> None:
    """Strike out what is switched off, and lock what is frozen."""
    training = snapshot.experiment.training
    for names, mark in ((training.off, _strike_out), (training.frozen, _lock)):
        for part in filter(None, map(Part.named, names)):
            units = layout.columns[part.layer].units if part.layer < len(layout.columns) else ()
            for unit in units:
                if part.unit in (None, unit):
                    mark(painter, layout.columns[part.layer].box(unit), theme)


def _strike_out(painter: QPainter, box: Box, theme: Theme) -> None:
    rect, shade = QRectF(box.left, box.top, box.width, box.height), QColor(theme.surface)
    shade.setAlphaF(_SWITCHED_OFF)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(rect.adjusted(1, 1, -1, -1), shade)
    painter.setPen(QPen(QColor(theme.text), 1.5))
    painter.drawLine(rect.bottomLeft() + QPointF(4, -4), rect.topRight() + QPointF(-4, 4))


def _lock(painter: QPainter, box: Box, theme: Theme) -> None:
    """Draw a padlock in the tile's upper corner."""
    size = 9.0 if box.width >= 26 else 6.0
    body = QRectF(box.left + box.width - size - 2, box.top + 2 + size / 2, size, size * 0.7)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(body.adjusted(-1.5, -size / 2 - 1, 1.5, 1.5), QColor(theme.surface))
    painter.setPen(QPen(QColor(theme.text), 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawArc(QRectF(body.left() + size * 0.2, body.top() - size / 2, size * 0.6, size), 0, 180 * 16)
    painter.fillRect(body, QColor(theme.text))
