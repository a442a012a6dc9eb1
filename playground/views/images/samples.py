"""The sample grid: examples as small images, each with the class that the network sees in it."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPen
from PySide6.QtWidgets import QWidget

from playground.messages import numbers
from playground.training.framing import PixelRange
from playground.training.image_catalog import Catalog, Choice, Indices
from playground.training.queries.predictions import Predicted
from playground.training.results import ProblemInfo
from playground.views import color_maps
from playground.views.images.bars import Probabilities
from playground.views.images.card import Content
from playground.views.images.pixels import as_tiles, levels, picture_of, tile_shape
from playground.views.images.tiles import Tiles
from playground.views.kit.appearance import tabular
from playground.views.kit.canvas import Item
from playground.views.kit.snapshot_view import Pace
from playground.views.plots.style import small_font

SIDE = 48
"""Pixels of a tile's longer side, about."""
CALM_SECONDS = 1.0
"""While training runs, what is shown is chosen and sorted anew at most so often: moving images cannot be looked at."""
CAPTION = 3
"""Pixels between an image and its caption."""
UNKNOWN = -1_000_000
"""The look of a tile whose class is not computed; else it is the class, and if that is wrong −1 minus it."""
_TICK = ((0.0, 0.55), (0.35, 0.9), (1.0, 0.1))
_CROSS = (((0.0, 0.0), (1.0, 1.0)), ((0.0, 1.0), (1.0, 0.0)))
_SIGN = 7


class SampleGrid(Tiles):
    """Images of examples; below each the class that the network predicts, with ✓ or ✗, the wrong ones framed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problem_info: ProblemInfo | None = None
        self._answer: Predicted | None = None
        self._range = PixelRange()
        self._catalog: Catalog | None = None
        self._choice = Choice()
        self._shown: Indices = np.empty(0, np.intp)
        self._running = False
        self._looks = self._shown
        self._images: dict[int, QImage] = {}
        self._pace = Pace(self, CALM_SECONDS, self._select)
        self.setAccessibleName(self.tr("Sample grid"))
        self.setAccessibleDescription(self.tr("Arrow keys choose an image, Enter walks through it in Backprop."))

    # What the pane calls.

    def show_answer(self, problem_info: ProblemInfo, answer: Predicted | None, running: bool) -> None:
        new = problem_info is not self._problem_info
        self._running = running
        if not new and answer is self._answer:
            return
        if new:
            self._problem_info, self._range = problem_info, PixelRange.of(problem_info)
        before, self._answer = self._catalog, answer
        self._catalog = Catalog.of(problem_info, answer)
        # Other examples, and not another opinion of the same ones.
        other = new or before is None or not _same(before, self._catalog)
        if other:
            self._images.clear()
        if other or (self._choice.follows and not running):
            self._pace.now()
        elif self._choice.follows:
            self._pace.soon()
        before_looks, self._looks = self._looks, _looks(self._catalog)
        if other or len(before_looks) != len(self._looks):
            self.update()
            return
        for tile in self.visible:
            position = self._shown[tile]
            if self._looks[position] != before_looks[position]:
                self.update(self.to_widget(self.box(tile).adjusted(-2, -2, 2, self._gap[0] * self._zoom)))

    def set_choice(self, choice: Choice) -> None:
        """Show other examples, or in another order."""
        if choice != self._choice:
            self._choice = choice
            self._pace.now()

    def forget(self) -> None:
        self._images.clear()

    @property
    def catalog(self) -> Catalog | None:
        return self._catalog

    @property
    def shown(self) -> Indices:
        return self._shown

    def entry(self, tile: int) -> tuple[bool, int]:
        """Return whether a tile's example is one for testing, and its number there, from 0."""
        assert self._catalog is not None
        position = self._shown[tile]
        return bool(self._catalog.is_test[position]), int(self._catalog.index[position])

    def content(self, tile: int) -> Content:
        problem_info, catalog = self._problem_info, self._catalog
        assert problem_info is not None
        assert catalog is not None
        assert problem_info.image_shape is not None
        position = self._shown[tile : tile + 1]
        shades = levels(self._range, catalog.pixels(problem_info, position)).reshape(problem_info.image_shape)
        test, number = self.entry(tile)
        title = self.tr("Test example {number}") if test else self.tr("Training example {number}")
        label = int(catalog.labels[position[0]])
        told = self.tr("it is {label}").format(label=problem_info.classes[label])
        wrong, probabilities = False, Probabilities(problem_info.classes, label=label)
        if catalog.predicted is not None and catalog.outputs is not None and catalog.error is not None:
            predicted = int(catalog.predicted[position[0]])
            wrong = predicted != label
            says = self.tr("✗ the network says {predicted}, it is {label}") if wrong else self.tr("✓ it is {label}")
            cost = numbers.number(float(catalog.error[position[0]]))
            says = says.format(predicted=problem_info.classes[predicted], label=problem_info.classes[label])
            costs = self.tr("cost {value}").format(value=cost)
            told = f"{says} · {costs}"
            values = catalog.probabilities(int(position[0]), problem_info)
            probabilities = Probabilities(problem_info.classes, values, predicted, label)
        return Content(
            title=title.format(number=numbers.grouped(number + 1)),
            levels=shades,
            table=color_maps.towards(self.theme, self.theme.text),
            lines=(told,),
            probabilities=probabilities,
            wrong=wrong,
        )

    # Selecting.

    def _select(self) -> None:
        if self._catalog is None or self._problem_info is None:
            return
        self._shown = self._choice.select(self._catalog)
        shape = tile_shape(self._problem_info.image_shape or (1, 1))
        zoom = max(1, round(SIDE / max(shape)))
        caption = QFontMetricsF(small_font(self.base_font)).height() + 2 * CAPTION
        self.lay_out(len(self._shown), shape, zoom, (-(-int(caption) // zoom), -(-6 // zoom)))
        if self.current is not None:
            self.pointed.emit(self.current)

    # Drawing.

    def item(self, tile: int) -> Item:
        content = self.content(tile)
        return Item(tile, self.box(tile), content.title, content.lines[0])

    def paint_tile(self, painter: QPainter, tile: int, box: QRectF) -> None:
        """Draw image, frame, and below a sign and the class."""
        problem_info, position = self._problem_info, int(self._shown[tile])
        if problem_info is None:
            return
        look = int(self._looks[position])
        painter.drawImage(box, self._image(problem_info, position))
        if UNKNOWN < look < 0:
            painter.setPen(QPen(QColor(self.theme.error), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(-1, -1, 1, 1))
        font = tabular(small_font(self.base_font))
        font.setBold(UNKNOWN < look < 0)
        metrics = QFontMetricsF(font)
        line = QRectF(box.left(), box.bottom() + CAPTION, box.width(), metrics.height())
        text = numbers.MISSING
        painter.setPen(QColor(self.theme.muted))
        if look != UNKNOWN:
            text = problem_info.classes[look if look >= 0 else -1 - look]
            self._paint_sign(painter, QPointF(line.left() + 1, line.center().y() - _SIGN / 2), right=look >= 0)
            line.setLeft(line.left() + _SIGN + 5)
            painter.setPen(QColor(self.theme.muted if look >= 0 else self.theme.error))
        painter.setFont(font)
        elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, elided)

    def _paint_sign(self, painter: QPainter, corner: QPointF, *, right: bool) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.theme.positive if right else self.theme.error), 1.8))
        for line in (_TICK,) if right else _CROSS:
            painter.drawPolyline([corner + QPointF(x, y) * _SIGN for x, y in line])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _image(self, problem_info: ProblemInfo, position: int) -> QImage:
        image = self._images.get(position)
        if image is None:
            assert self._catalog is not None
            shades = levels(self._range, self._catalog.pixels(problem_info, np.array([position])))
            shades = as_tiles(shades.reshape(1, *(problem_info.image_shape or (1, 1))))[0]
            image = self._images[position] = picture_of(shades, self.theme)
        return image


def _looks(catalog: Catalog) -> Indices:
    if catalog.predicted is None or catalog.correct is None:
        return np.full(catalog.size, UNKNOWN, np.intp)
    return np.where(catalog.correct, catalog.predicted, -1 - catalog.predicted)


def _same(one: Catalog, other: Catalog) -> bool:
    return np.array_equal(one.index, other.index) and np.array_equal(one.is_test, other.is_test)
