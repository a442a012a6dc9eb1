"""The weights into the first layer as images: what each of its neurons looks for, with the choice of their scale."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from playground.messages import numbers
from playground.training.results import Array, ProblemInfo
from playground.training.snapshot import Snapshot
from playground.views import color_maps
from playground.views.color_maps import diverging
from playground.views.controls.calm import ComboBox
from playground.views.images.card import Content
from playground.views.images.pixels import as_tiles, tile_shape, tile_step
from playground.views.images.tiles import EDGE, Tiles, scrolled
from playground.views.kit.appearance import pixels, scaled_font
from playground.views.kit.building import in_column, in_row, named
from playground.views.kit.canvas import Item
from playground.views.kit.color_bar import ColorBar, Ticks
from playground.views.kit.empty import EmptyPlot
from playground.views.plots.style import SMALL, small_font
from playground.views.plots.text import TextLine

SMALLEST = 24
"""Pixels of a tile's longer side below which the tiles are scrolled instead."""
LARGEST = 112
NUMBERED_FROM = 30
"""Pixels of a tile's longer side from which its number is drawn below it."""
_GAP = 4
OWN_ENDS: Sequence[Ticks] = (((0.0, "−"), (1.0, "+")),)
"""What stands beside the colours where each image has its own."""


def picture_problem(problem_info: ProblemInfo) -> int | None:
    """Return the number of the first feature that is not the input of its place, from 0; None if there is none.

    Only where the features are the inputs x1 … xn in order, and no others, do a neuron's weights make a picture.
    """
    plain = [f"x{number}" for number in range(1, len(problem_info.input_names) + 1)]
    features = list(problem_info.feature_names)
    for place, (feature, name) in enumerate(zip(features, plain, strict=False)):
        if feature != name:
            return place
    return None if len(features) == len(plain) else min(len(features), len(plain))


class WeightGrid(Tiles):
    """One image for each neuron of the first layer, in the diverging colours; zero is always neutral.

    Signals
    -------
    moved()
        The mouse is over another pixel.
    """

    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problem_info: ProblemInfo | None = None
        self._W: Array | None = None
        self._common = True
        self._colors: Array | None = None
        self._numbered = False
        self._pixel: tuple[int, int] | None = None
        self.setAccessibleName(self.tr("First layer's weights as images"))
        self.setAccessibleDescription(self.tr("Arrow keys choose a neuron."))

    def show_snapshot(self, snapshot: Snapshot) -> None:
        if snapshot.W[0] is self._W:
            return
        self._W, self._colors = snapshot.W[0], None
        if snapshot.problem_info is not self._problem_info:
            self._problem_info = snapshot.problem_info
            self.arrange()
        self.update()

    def set_common(self, common: bool) -> None:
        """Give all neurons one scale of colours, or each its own."""
        self._common, self._colors = common, None
        self.update()

    def forget(self) -> None:
        self._colors = None

    @property
    def end(self) -> float | None:
        """The value of the strongest colour: of the current neuron where each has its own, None where there is none."""
        if self._W is None:
            return None
        if self._common:
            return _largest(self._W)
        return None if self.current_tile is None else _largest(self._W[self.current_tile])

    @property
    def pixel(self) -> tuple[int, int] | None:
        """Row and column of the pixel under the mouse."""
        return self._pixel

    def readout(self) -> str:
        """Name the weight under the mouse, counted from 1, and its value."""
        if self._W is None or self._problem_info is None or self.current_tile is None or self._pixel is None:
            return ""
        row, column = self._pixel
        assert self._problem_info.image_shape is not None
        place = row * self._problem_info.image_shape[1] + column
        value = numbers.number(float(self._W[self.current_tile, place]))
        return f"W1[{self.current_tile + 1},{place + 1}] = {value}"

    def content(self, tile: int) -> Content:
        assert self._W is not None
        assert self._problem_info is not None
        assert self._problem_info.image_shape is not None
        weights = self._W[tile].reshape(self._problem_info.image_shape)
        end = _largest(self._W) if self._common else _largest(weights)
        outputs = len(self._problem_info.sizes) == 2
        title = self.tr("Output {name}") if outputs else self.tr("Neuron {name}")
        reach = self.tr("from {low} to {high}").format(
            low=numbers.number(float(weights.min())),
            high=numbers.number(float(weights.max())),
        )
        under = ""
        if self._pixel is not None:
            row, column = self._pixel
            value = numbers.number(float(weights[row, column]))
            under = self.tr("row {row}, column {column}: {value}").format(row=row + 1, column=column + 1, value=value)
        return Content(
            title=title.format(name=self._name(tile)),
            levels=color_maps.indices(weights, -end, end),
            table=color_maps.diverging(self.theme),
            lines=(reach, under),
            signed=weights,
            pointed=self._pixel,
        )

    def item(self, tile: int) -> Item:
        content = self.content(tile)
        return Item(tile, self.box(tile), content.title, content.lines[0])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell of the pixel under the mouse."""
        super().mouseMoveEvent(event)
        pixel = self.pixel_at(self.to_canvas(event.position()))
        if pixel is not None and self._problem_info is not None and self._problem_info.image_shape is not None:
            step = tile_step(self._problem_info.image_shape)
            pixel = pixel[0] * step, pixel[1] * step
        if pixel != self._pixel:
            self._pixel = pixel
            self.moved.emit()

    def paint_tile(self, painter: QPainter, tile: int, box: QRectF) -> None:
        """Draw the image, and its number where there is room."""
        if self._W is None or self._problem_info is None:
            return
        if self._colors is None:
            self._colors = self._colored(self._W)
        _count, rows, columns = self._colors.shape
        colors = self._colors[tile]
        painter.drawImage(box, QImage(colors.data, columns, rows, 4 * columns, QImage.Format.Format_RGB32))
        if self._numbered:
            painter.setFont(small_font(self.base_font))
            painter.setPen(QColor(self.theme.muted))
            metrics = QFontMetricsF(painter.font())
            text = metrics.elidedText(self._name(tile), Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(QRectF(box.left(), box.bottom() + 2, box.width(), metrics.height()), 0, text)

    def _colored(self, W: Array) -> Array:
        """Return the colours of all images, `(n, rows, columns)`."""
        assert self._problem_info is not None
        assert self._problem_info.image_shape is not None
        ends = np.array([[_largest(W)]]) if self._common else np.array([[_largest(row)] for row in W])
        with np.errstate(all="ignore"):
            levels = color_maps.indices(W / ends, -1.0, 1.0)
        images = as_tiles(levels.reshape(-1, *self._problem_info.image_shape))
        return np.ascontiguousarray(color_maps.bgra(color_maps.diverging(self.theme))[images])

    def _name(self, tile: int) -> str:
        """Return the number of a neuron, or the name of an output."""
        problem_info = self._problem_info
        return (
            problem_info.output_names[tile]
            if problem_info is not None and len(problem_info.sizes) == 2
            else str(tile + 1)
        )

    def arrange(self) -> None:
        """Choose the largest zoom with which all images are seen at once, in the area around."""
        problem_info, around = self._problem_info, self.parentWidget()
        if problem_info is None or problem_info.image_shape is None or self._W is None or around is None:
            return
        shape, count = tile_shape(problem_info.image_shape), len(self._W)
        width, height = self.to_canvas(around.rect().bottomRight()).toTuple()
        smallest = max(1, -(-SMALLEST // max(shape)))
        for zoom in range(max(LARGEST // max(shape), smallest), smallest - 1, -1):
            gap = -(-_GAP // zoom)
            columns = max(1, int(width - 2 * EDGE + gap * zoom) // ((shape[1] + gap) * zoom))
            rows = -(-count // columns)
            if rows * (shape[0] + gap) * zoom + 2 * EDGE <= height:
                break
        # Where the images fit with room to spare, each is numbered.
        caption = -(-int(QFontMetricsF(small_font(self.base_font)).height() + _GAP) // zoom)
        fits = rows * (shape[0] + caption) * zoom + 2 * EDGE <= height
        self._numbered = fits and max(shape) * zoom >= NUMBERED_FROM
        self.lay_out(count, shape, zoom, (caption if self._numbered else gap, gap))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()


class WeightPane(QWidget):
    """Images, their scale, and a line that reads the weight under the mouse; or why there is no picture."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problem_info: ProblemInfo | None = None
        self.title, self.readout = TextLine(self), TextLine(self)
        self.title.set_color(lambda theme: theme.muted)
        scaled_font(self.readout, SMALL, digits=True)
        tip = self.tr("Give the strongest colour to the largest weight of all, or of each image.")
        self.scope = named(ComboBox(), self.tr("Scale of the colours"), tip)
        self.scope.addItem(self.tr("One scale"), True)
        self.scope.addItem(self.tr("Each its own"), False)
        self.grid, self.none, self.scale = WeightGrid(), EmptyPlot(""), ColorBar(lying=True, beside=True)
        self.scale.setToolTip(
            self.tr("Ink on a blue pixel raises the neuron's sum, on an orange one it lowers it; zero is neutral.")
        )
        self.scope.currentIndexChanged.connect(self._change_scope)
        for changed in (self.grid.pointed, self.grid.selected_changed, self.grid.moved):
            changed.connect(self._read)
        self._stack = QStackedLayout()
        self.area = scrolled(self.grid)
        self.area.setParent(self)  # a stack without a parent would show it as a window
        self._stack.addWidget(self.area)
        self._stack.addWidget(self.none)
        heading = in_row((self.title, 1), self.scope, gap=8)
        foot = in_row((self.readout, 1), self.scale, gap=8)
        self.setLayout(in_column(heading, (self._stack, 1), foot, edges=(8, 8, 12, 8)))

    def show_snapshot(self, snapshot: Snapshot) -> None:
        if snapshot.problem_info is not self._problem_info:
            self._problem_info = snapshot.problem_info
            self._write_titles()
        if self._shows_pictures:
            self.grid.show_snapshot(snapshot)
            self._read()

    def minimumSizeHint(self) -> QSize:
        return QSize(pixels(260), pixels(120))

    @property
    def _shows_pictures(self) -> bool:
        return self._stack.currentWidget() is self.area

    def _write_titles(self) -> None:
        problem_info = self._problem_info
        if problem_info is None:
            return
        outputs = len(problem_info.sizes) == 2
        self.title.set_text(self.tr("Weights into each output") if outputs else self.tr("Weights into layer 1"))
        problem = picture_problem(problem_info)
        pictures = problem is None
        self._stack.setCurrentWidget(self.area if pictures else self.none)
        for part in (self.scope, self.scale, self.readout):
            part.setVisible(pictures)
        if problem is not None:
            self.none.set_sentence(self._reason(problem_info, problem))

    def _reason(self, problem_info: ProblemInfo, problem: int) -> str:
        n, given = len(problem_info.input_names), len(problem_info.feature_names)
        if problem >= given:
            return self.tr(
                "Weights make a picture only if the features are the pixels x1 … x{n} in order; there are only {given}."
            ).format(n=n, given=given)
        wanted = f"x{problem + 1}" if problem < n else self.tr("none")
        return self.tr(
            "Weights make a picture only if the features are the pixels x1 … x{n} in order; "
            "feature {number} is {feature} instead of {wanted}."
        ).format(n=n, number=problem + 1, feature=problem_info.feature_names[problem], wanted=wanted)

    def _change_scope(self) -> None:
        self.grid.set_common(bool(self.scope.currentData()))
        self._read()

    def _read(self, _hovered: object = None) -> None:
        self.readout.set_text(self.grid.readout())
        end = self.grid.end
        if end is None:
            self.scale.set_scale(diverging, -1, 1, ticks=OWN_ENDS)
        else:
            self.scale.set_scale(
                diverging, -end, end, ticks=[((0.0, numbers.number(-end, 2)), (1.0, numbers.number(end, 2)))]
            )


def _largest(values: Array) -> float:
    with np.errstate(all="ignore"):
        return float(np.nan_to_num(np.abs(values).max())) or 1.0
