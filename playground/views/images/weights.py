"""The weights into the first layer as images: what each of its neurons looks for."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from playground.training.results import Array, Scene
from playground.training.snapshot import Snapshot
from playground.views import color_maps, numbers
from playground.views.images.card import Content
from playground.views.images.mosaic import Mosaic
from playground.views.images.pixels import PixelRange
from playground.views.images.tiles import EDGE, TileArea
from playground.views.kit.canvas import painting
from playground.views.plots.style import small_font
from playground.views.theme import Theme

SMALLEST = 24
"""Pixels of a tile's longer side below which the tiles are scrolled instead."""
LARGEST = 112
NUMBERED_FROM = 30
"""Pixels of a tile's longer side from which its number is drawn below it."""
_GAP = 4


def picture_problem(scene: Scene) -> int | None:
    """Return the number of the first feature that is not the input of its place, from 0; None if there is none.

    Only where the features are the inputs x1 … xn in order, and no others, do a neuron's weights make a picture.
    """
    plain = [f"x{number}" for number in range(1, len(scene.input_names) + 1)]
    features = list(scene.feature_names)
    for place, (feature, name) in enumerate(zip(features, plain, strict=False)):
        if feature != name:
            return place
    return None if len(features) == len(plain) else min(len(features), len(plain))


class WeightGrid(TileArea):
    """One image for each neuron of the first layer, in the diverging colours; zero is always neutral.

    Signals
    -------
    pointed(neuron, row, column)
        What the mouse is over, from 0; None for nothing.
    """

    pointed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene: Scene | None = None
        self._W: Array | None = None
        self._common = True
        self._mosaic: Mosaic | None = None
        self._mosaic_of: tuple[object, ...] = ()
        self._sheet = QPixmap()
        self._numbered = False
        self._pixel: tuple[int, int] | None = None
        self.setAccessibleName(self.tr("First layer's weights as images"))
        self.setAccessibleDescription(self.tr("Arrow keys choose a neuron."))

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show another frame, whose weights make pictures."""
        if snapshot.W[0] is self._W:
            return
        self._W = snapshot.W[0]
        if snapshot.scene is not self._scene:
            self._scene = snapshot.scene
            self._arrange()
        self.viewport().update()

    def set_common(self, common: bool) -> None:
        """Give all neurons one scale of colours, or each its own."""
        self._common = common
        self.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme."""
        self._mosaic_of = ()
        super().set_theme(theme)

    @property
    def end(self) -> float | None:
        """The value of the strongest colour: of the current neuron where each has its own, None where there is none."""
        if self._W is None:
            return None
        if self._common:
            return _largest(self._W)
        return None if self.current is None else _largest(self._W[self.current])

    @property
    def pixel(self) -> tuple[int, int] | None:
        """Row and column of the pixel under the mouse."""
        return self._pixel

    def readout(self) -> str:
        """Name the weight under the mouse, counted from 1, and its value."""
        if self._W is None or self._scene is None or self.current is None or self._pixel is None:
            return ""
        row, column = self._pixel
        assert self._scene.image_shape is not None
        place = row * self._scene.image_shape[1] + column
        value = numbers.compact(float(self._W[self.current, place]), 8, pad=False)
        return f"W1[{self.current + 1},{place + 1}] = {value}"

    def content(self, tile: int) -> Content:
        """Return what a card shows of a neuron."""
        assert self._W is not None
        assert self._scene is not None
        assert self._scene.image_shape is not None
        weights = self._W[tile].reshape(self._scene.image_shape)
        end = _largest(self._W) if self._common else _largest(weights)
        outputs = len(self._scene.sizes) == 2
        title = self.tr("Output {name}") if outputs else self.tr("Neuron {name}")
        reach = self.tr("from {low} to {high}").format(
            low=numbers.compact(float(weights.min()), 7, pad=False),
            high=numbers.compact(float(weights.max()), 7, pad=False),
        )
        under = ""
        if self._pixel is not None:
            row, column = self._pixel
            value = numbers.compact(float(weights[row, column]), 8, pad=False)
            under = self.tr("row {row}, column {column}: {value}").format(row=row + 1, column=column + 1, value=value)
        return Content(
            title=title.format(name=self._name(tile)),
            levels=color_maps.indices(weights, -end, end),
            table=color_maps.diverging(self._theme),
            lines=(reach, under),
            signed=weights,
            pointed=self._pixel,
        )

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(320, 240)

    def minimumSizeHint(self) -> QSize:
        """Return room for a row of images."""
        return QSize(160, 60)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the images as large as they fit."""
        self._arrange()
        super().resizeEvent(event)

    def pointer_moved(self, place: QPointF) -> None:
        """Tell of the pixel under the mouse."""
        pixel = self.pixel_at(place)
        if pixel is not None and self._scene is not None and self._scene.image_shape is not None:
            step = PixelRange.step(self._scene.image_shape)
            pixel = pixel[0] * step, pixel[1] * step
        if pixel != self._pixel:
            self._pixel = pixel
            self.pointed.emit(None if pixel is None or self.current is None else (self.current, *pixel))

    def paint_tiles(self, painter: QPainter, first: int, last: int) -> None:
        """Draw numbers from a sheet that is drawn once, and the images row by row."""
        if self._W is None or self._scene is None or self._scene.image_shape is None:
            return
        weights = self._W[first:last]
        if self._common:
            levels = color_maps.indices(weights, -(end := _largest(self._W)), end)
        else:
            ends = np.abs(weights).max(axis=1, keepdims=True)
            levels = color_maps.indices(weights / np.where(ends > 0, ends, 1.0), -1.0, 1.0)
        rows = -(-(last - first) // self.columns)
        wanted = (self._scene, self._numbered, first, last, *self.layout_key)
        if self._mosaic is None or wanted != self._mosaic_of:
            table = color_maps.diverging(self._theme)
            empty = QColor(self._theme.surface)
            self._mosaic = Mosaic(self.columns, rows, self._shape, self._gap, table, empty)
            self._mosaic_of = wanted
            self._sheet = self.new_sheet()
            if self._numbered:
                self._paint_numbers(first, last)
        self._mosaic.fill(PixelRange.reduce(levels.reshape(-1, *self._scene.image_shape)))
        painter.drawPixmap(0, 0, self._sheet)
        for row in range(rows):
            count = min(self.columns, last - first - row * self.columns)
            source = self._mosaic.strip(row, count)
            corner = self.image_rect(first + row * self.columns).topLeft()
            painter.drawImage(QRectF(QPointF(corner), source.size() * self._zoom), self._mosaic.image, source)

    def _paint_numbers(self, first: int, last: int) -> None:
        with painting(self._sheet) as painter:
            painter.setFont(small_font(self.font()))
            painter.setPen(QColor(self._theme.muted))
            metrics = painter.fontMetrics()
            for tile in range(first, last):
                place = self.image_rect(tile)
                text = metrics.elidedText(self._name(tile), Qt.TextElideMode.ElideRight, place.width())
                painter.drawText(place.left(), place.bottom() + 2 + metrics.ascent(), text)

    def _name(self, tile: int) -> str:
        """Return the number of a neuron, or the name of an output."""
        scene = self._scene
        return scene.output_names[tile] if scene is not None and len(scene.sizes) == 2 else str(tile + 1)

    def _arrange(self) -> None:
        """Choose the largest zoom with which all images are seen at once."""
        scene = self._scene
        if scene is None or scene.image_shape is None or self._W is None:
            return
        shape, count = PixelRange.reduced(scene.image_shape), len(self._W)
        room = self.maximumViewportSize()
        smallest = max(1, -(-SMALLEST // max(shape)))
        for zoom in range(max(LARGEST // max(shape), smallest), smallest - 1, -1):
            gap = -(-_GAP // zoom)
            columns = max(1, (room.width() - 2 * EDGE + gap * zoom) // ((shape[1] + gap) * zoom))
            rows = -(-count // columns)
            if rows * (shape[0] + gap) * zoom + 2 * EDGE <= room.height():
                break
        # Where the images fit with room to spare, each is numbered.
        caption = -(-(QFontMetrics(small_font(self.font())).height() + _GAP) // zoom)
        fits = rows * (shape[0] + caption) * zoom + 2 * EDGE <= room.height()
        self._numbered = fits and max(shape) * zoom >= NUMBERED_FROM
        self.lay_out(count, shape, zoom, (caption if self._numbered else gap, gap))


def _largest(values: Array) -> float:
    with np.errstate(all="ignore"):
        return float(np.nan_to_num(np.abs(values).max())) or 1.0
