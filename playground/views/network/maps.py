"""What every neuron computes, as one picture, a strip for each layer; and the mean of image data."""

from collections import defaultdict

import numpy as np
from msgspec import Struct
from numpy.lib.stride_tricks import as_strided
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen

from playground.engine import ACTIVATIONS
from playground.training.results import Maps, ProblemInfo
from playground.views import color_maps
from playground.views.network.layout import MORE_HEIGHT, Column, Layout
from playground.views.output.subject import value_scale
from playground.views.theme import Theme

_FRAME = 1.0


def image_of(problem_info: ProblemInfo) -> tuple[int, int] | None:
    """Return rows and columns where the features are the pixels of an image, all of them and in order; else None."""
    if problem_info.image_shape is None:
        return None
    rows, columns = problem_info.image_shape
    pixels = tuple(f"x{number}" for number in range(1, rows * columns + 1))
    return problem_info.image_shape if problem_info.feature_names == pixels else None


def mean_image(problem_info: ProblemInfo, theme: Theme) -> QImage:
    """Return the mean of the training images, a dot for each pixel, from the theme's neutral colour to ink."""
    mean = problem_info.mean_image()
    rows, columns = mean.shape
    table = color_maps.bgra(color_maps.towards(theme, theme.text))
    pixels = np.ascontiguousarray(table[color_maps.indices(mean, float(mean.min()), float(mean.max()))])
    return QImage(pixels.data, columns, rows, 4 * columns, QImage.Format.Format_RGB32).copy()


def paint_input_image(painter: QPainter, layout: Layout, problem_info: ProblemInfo, theme: Theme, font: QFont) -> None:
    """Draw the mean of the training images in place of a tile for every pixel, framed, and its size below."""
    column = layout.columns[0]
    place = QRectF(*column.picture)
    # Enlarged before, pixel by pixel: viewers of SVG would blur it.
    size = QSize(round(place.width() * layout.scale), round(place.height() * layout.scale))
    painter.drawImage(place, mean_image(problem_info, theme).scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.muted), _FRAME))
    painter.drawRect(place.adjusted(-_FRAME, -_FRAME, _FRAME, _FRAME))
    rows, columns = column.image or (1, 1)
    text = QCoreApplication.translate("NetworkView", "{rows} × {columns} pixels").format(rows=rows, columns=columns)
    painter.setFont(font)
    painter.setPen(QColor(theme.muted))
    line = QRectF(place.center().x() - 80, place.bottom() + 4, 160, MORE_HEIGHT)
    painter.drawText(line, Qt.AlignmentFlag.AlignCenter, text)


_MIDDLE = (color_maps.SIZE - 1) / 2
_AREA_TINT = 0.4
_CURVE_WIDTH = 1.6

Values = NDArray[np.float32]


class _Group(Struct, frozen=True, eq=False):
    """Layers whose tiles are equally large: they are computed together.

    Attributes
    ----------
    side
        Of a tile, in device pixels.
    tiles
        For each layer a view `(shown, side, side)` into the mosaic.
    low, high
        `(N,)`: the values that get the first and last colour; NaN where the map's own largest magnitude decides.
    table
        `(N, 1, 1)`: where each unit's colours begin in the lookup table.
    """

    side: int
    columns: tuple[Column, ...]
    tiles: tuple[NDArray[np.uint32], ...]
    low: NDArray[np.float32]
    high: NDArray[np.float32]
    table: NDArray[np.intp]


class Mosaic:
    """All the maps of a diagram, drawn by numpy into one image; activations and targets decide the colours' ranges."""

    def __init__(self, layout: Layout, problem_info: ProblemInfo, theme: Theme) -> None:
        self._layout = layout
        scale = layout.scale
        strips = [(round(column.tile * scale), round(column.step * scale)) for column in layout.columns]
        heights = [
            max(column.shown - 1, 0) * step + side for column, (side, step) in zip(layout.columns, strips, strict=True)
        ]
        width = sum(side for side, _ in strips)
        self._pixels = np.full((max(heights), width), QColor(theme.surface).rgb(), np.uint32)
        self.image = QImage(self._pixels.data, width, max(heights), self._pixels.strides[0], QImage.Format.Format_RGB32)
        self.image.setDevicePixelRatio(scale)
        self._colors, starts = _tables(problem_info, theme)
        self.sources = []
        grouped: dict[int, list[tuple[Column, NDArray[np.uint32]]]] = defaultdict(list)
        left = 0
        for column, (side, step), height in zip(layout.columns, strips, heights, strict=True):
            self.sources.append(QRect(left, 0, side, height))
            row, pixel = self._pixels.strides
            tiles = as_strided(self._pixels[:, left:], (column.shown, side, side), (step * row, row, pixel))
            if column.shown:
                grouped[side].append((column, tiles))
            left += side
        ranges = _ranges(problem_info)
        self._groups = [
            _Group(
                side=side,
                columns=tuple(column for column, _ in members),
                tiles=tuple(tiles for _, tiles in members),
                low=np.concatenate([ranges[c.layer][0, c.first : c.first + c.shown] for c, _ in members]),
                high=np.concatenate([ranges[c.layer][1, c.first : c.first + c.shown] for c, _ in members]),
                table=np.concatenate([starts[c.layer][c.first : c.first + c.shown] for c, _ in members])[:, None, None],
            )
            for side, members in grouped.items()
        ]
        self._resampling: dict[tuple[int, int, bool], Values] = {}

    @np.errstate(all="ignore")  # what is no number, or too large for one, has the middle colour
    def draw(self, maps: Maps) -> None:
        """Colour every tile from these maps."""
        for group in self._groups:
            values = np.concatenate([maps.units[c.layer][c.first : c.first + c.shown] for c in group.columns])
            flat = values.reshape(len(values), -1)
            peak = np.maximum(flat.max(axis=1), -flat.min(axis=1))
            if not np.isfinite(peak).all():  # a feature such as log(x1) has no value everywhere
                values = np.nan_to_num(values, nan=0.0, posinf=0.0, neginf=0.0)
                peak = np.abs(values.reshape(len(values), -1)).max(axis=1)
            peak = np.where(peak > 0, peak, 1)
            low = np.where(np.isnan(group.low), -peak, group.low)
            high = np.where(np.isnan(group.high), peak, group.high)
            pixels = (
                self._plane(values, low, high, group) if maps.kind == "plane" else self._line(values, low, high, group)
            )
            start = 0
            for tiles in group.tiles:
                tiles[:] = pixels[start : start + len(tiles)]
                start += len(tiles)

    def _plane(self, values: Values, low: Values, high: Values, group: _Group) -> NDArray[np.uint32]:
        across = self._resampled(values.shape[2], group.side, False)
        down = self._resampled(values.shape[1], group.side, True)  # row 0 of the map is at the bottom
        shades = np.matmul(down, np.matmul(values, across.T))
        scale = (color_maps.SIZE - 1) / (high - low)
        shades *= scale[:, None, None]
        shades -= (low * scale - 0.5)[:, None, None]  # astype cuts off: half a step more rounds
        np.clip(shades, 0, color_maps.SIZE - 1, out=shades)
        shades[np.isnan(shades)] = (color_maps.SIZE - 1) / 2
        indices = shades.astype(np.intp)
        indices += group.table
        pixels: NDArray[np.uint32] = np.take(self._colors, indices)
        return pixels

    def _line(self, values: Values, low: Values, high: Values, group: _Group) -> NDArray[np.uint32]:
        """Draw each unit's curve over its single input, the area down to the middle value tinted by sign."""
        side = group.side
        curve = values @ self._resampled(values.shape[1], side, False).T  # (N, side)
        part = np.nan_to_num(np.clip((curve - low[:, None]) / (high - low)[:, None], 0, 1), nan=0.5)
        margin = 0.1 * side
        height = (side - 1 - margin - part * (side - 1 - 2 * margin))[:, None, :]
        rows = np.arange(side, dtype=np.float32)[None, :, None]
        middle = np.float32((side - 1) / 2)
        inside = (rows - height) * (rows - middle) <= 0
        sign = np.where(part >= 0.5, 1, -1)[:, None, :]
        area = np.rint(_MIDDLE + _MIDDLE * _AREA_TINT * sign * inside).astype(np.intp)
        slope = np.gradient(height, axis=2)
        distance = np.abs(rows - height) / np.hypot(1, slope)
        ink = np.clip((_CURVE_WIDTH * self._layout.scale + 1) / 2 - distance, 0, 1)
        drawn = color_maps.SIZE + (ink * (color_maps.SIZE - 1)).astype(np.intp)
        pixels: NDArray[np.uint32] = np.take(self._colors, np.where(ink > 0.25, drawn, area))
        return pixels

    def _resampled(self, count: int, side: int, upwards: bool) -> Values:
        """Return the `(side, count)` matrix that interpolates `count` samples at `side` pixels."""
        key = (count, side, upwards)
        if key not in self._resampling:
            place = np.linspace(0, count - 1, side)
            reach = max(1.0, count / side)  # smaller than the map: each pixel is a mean
            matrix = np.maximum(1 - np.abs(place[:, None] - np.arange(count)) / reach, 0).astype(np.float32)
            matrix /= matrix.sum(axis=1, keepdims=True)
            self._resampling[key] = matrix[::-1].copy() if upwards else matrix
        return self._resampling[key]


def _ranges(problem_info: ProblemInfo) -> list[NDArray[np.float32]]:
    """Return for each layer 0 … L the values `(2, n_l)` of the first and last colour; NaN: as the map has them."""
    ranges = [np.full((2, size), np.nan, np.float32) for size in problem_info.sizes]
    for layer, name in enumerate(problem_info.activations, start=1):
        low, high = ACTIVATIONS[name].range
        if np.isfinite([low, high]).all():
            ranges[layer][:] = [[low], [high]]
    if problem_info.problem == "classification":
        ranges[-1][:] = np.reshape(problem_info.targets, (2, 1))
    elif problem_info.train_Y.size:
        # Regression: as far as the targets go, which does not move while the network learns.
        for row, targets in enumerate(problem_info.train_Y):
            low, high, around_zero = value_scale(targets)
            largest = np.abs(targets).max() or np.nan
            ranges[-1][:, row] = [-largest, largest] if around_zero else [low, high]
    return ranges


def _tables(problem_info: ProblemInfo, theme: Theme) -> tuple[NDArray[np.uint32], list[NDArray[np.intp]]]:
    """Return one long lookup table, and for each layer where its units' colours begin in it, `(n_l,)`.

    First the diverging colours, then those from neutral to ink for curves, then from neutral to each class.
    """
    tables = [color_maps.diverging(theme), color_maps.towards(theme, theme.text)]
    starts = [np.zeros(size, np.intp) for size in problem_info.sizes]
    if problem_info.problem == "classification" and problem_info.sizes[-1] > 1:
        classes = np.arange(problem_info.sizes[-1]) % len(theme.classes)
        starts[-1] = color_maps.SIZE * (2 + classes)
        tables += [color_maps.towards(theme, color) for color in theme.classes]
    return np.concatenate([color_maps.bgra(table) for table in tables]), starts
