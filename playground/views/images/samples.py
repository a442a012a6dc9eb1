"""The sample grid: examples as small images, each with the class that the network sees in it."""

import time

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from playground.training.questions.images import class_probabilities
from playground.training.questions.predictions import Predicted
from playground.training.results import Scene
from playground.views import color_maps, numbers
from playground.views.images.bars import Probabilities
from playground.views.images.card import Content
from playground.views.images.catalog import Catalog, Choice, Indices
from playground.views.images.mosaic import Mosaic
from playground.views.images.pixels import PixelRange
from playground.views.images.tiles import TileArea
from playground.views.kit.canvas import painting
from playground.views.plots.style import small_font
from playground.views.theme import Theme

SIDE = 48
"""Pixels of a tile's longer side, about."""
CALM_SECONDS = 1.0
"""While training runs, what is shown is chosen and sorted anew at most so often: moving images cannot be looked at."""
UNKNOWN = -1_000_000
"""The look of a tile whose class is not computed; else it is the class, and if that is wrong −1 minus it."""
_TICK = ((0.0, 0.55), (0.35, 0.9), (1.0, 0.1))
_SIGN = 7


class SampleGrid(TileArea):
    """Images of examples; below each the class that the network predicts, with ✓ or ✗, the wrong ones framed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene: Scene | None = None
        self._answer: Predicted | None = None
        self._range = PixelRange()
        self._catalog: Catalog | None = None
        self._choice = Choice()
        self._selected: Indices = np.empty(0, np.intp)
        self._running = False
        self._chosen_at = -CALM_SECONDS
        self._mosaic: Mosaic | None = None
        self._sheet = QPixmap()
        self._sheet_of: tuple[object, ...] = ()
        self._painted = self._looks = self._selected
        self._captions: dict[int, QPixmap] = {}
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.timeout.connect(self._select)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # or columns would come and go
        self.setAccessibleName(self.tr("Sample grid"))
        self.setAccessibleDescription(self.tr("Arrow keys choose an image, Enter walks through it in Backprop."))

    # What the pane calls.

    def show_answer(self, scene: Scene, answer: Predicted | None, running: bool) -> None:
        """Show examples with what the network says of them."""
        new = scene is not self._scene
        self._running = running
        if not new and answer is self._answer:
            return
        if new:
            self._scene, self._range = scene, PixelRange.of(scene)
            self._captions.clear()
        before, self._answer = self._catalog, answer
        self._catalog = Catalog.of(scene, answer)
        # Other examples, and not another opinion of the same ones.
        other = new or before is None or not _same(before, self._catalog)
        if other:
            self._sheet_of = ()
        wait = CALM_SECONDS - (time.monotonic() - self._chosen_at)
        if other or (self._choice.follows and (wait <= 0 or not running)):
            self._select()
        elif self._choice.follows and not self._calm.isActive():
            self._calm.start(int(1000 * wait) + 1)
        shown = self._selected[slice(*self.visible)]
        if other or not np.array_equal(_looks(self._catalog, shown), self._looks):
            self.viewport().update()

    def set_choice(self, choice: Choice) -> None:
        """Show other examples, or in another order."""
        if choice != self._choice:
            self._choice = choice
            self.verticalScrollBar().setValue(0)
            self._select()

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme."""
        self._captions.clear()
        super().set_theme(theme)

    @property
    def catalog(self) -> Catalog | None:
        """Everything that could be shown."""
        return self._catalog

    @property
    def selected(self) -> Indices:
        """Entries of the catalog, tile by tile."""
        return self._selected

    def entry(self, tile: int) -> tuple[bool, int]:
        """Return whether a tile's example is one for testing, and its number there, from 0."""
        assert self._catalog is not None
        position = self._selected[tile]
        return bool(self._catalog.is_test[position]), int(self._catalog.index[position])

    def content(self, tile: int) -> Content:
        """Return what a card shows of a tile."""
        scene, catalog = self._scene, self._catalog
        assert scene is not None
        assert catalog is not None
        assert scene.image_shape is not None
        position = self._selected[tile : tile + 1]
        levels = self._range.levels(catalog.pixels(scene, position)).reshape(scene.image_shape)
        test, number = self.entry(tile)
        title = self.tr("Test example {number}") if test else self.tr("Training example {number}")
        label = int(catalog.labels[position[0]])
        shown = self.tr("it is {label}").format(label=scene.classes[label])
        lines: tuple[str, ...] = (shown, "")
        wrong, probabilities = False, Probabilities(scene.classes, label=label)
        if catalog.predicted is not None and catalog.outputs is not None and catalog.error is not None:
            predicted = int(catalog.predicted[position[0]])
            wrong = predicted != label
            says = self.tr("✗ the network says {predicted}, it is {label}") if wrong else self.tr("✓ it is {label}")
            cost = numbers.compact(float(catalog.error[position[0]]), 7, pad=False)
            lines = (
                says.format(predicted=scene.classes[predicted], label=scene.classes[label]),
                self.tr("cost {value}").format(value=cost),
            )
            values = class_probabilities(catalog.outputs[:, position], scene.targets)[:, 0]
            probabilities = Probabilities(scene.classes, values, predicted, label)
        return Content(
            title=title.format(number=numbers.grouped(number + 1)),
            levels=levels,
            table=color_maps.towards(self._theme, self._theme.text),
            lines=lines,
            probabilities=probabilities,
            wrong=wrong,
        )

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(460, 520)

    def minimumSizeHint(self) -> QSize:
        """Return room for a few images."""
        return QSize(200, 120)

    # Selecting.

    def _select(self) -> None:
        if self._catalog is None or self._scene is None:
            return
        self._chosen_at = time.monotonic()
        self._selected = self._choice.select(self._catalog)
        shape = self._range.reduced(self._scene.image_shape or (1, 1))
        zoom = max(1, round(SIDE / max(shape)))
        caption = QFontMetrics(small_font(self.font())).height() + 4
        self.lay_out(len(self._selected), shape, zoom, (-(-(caption + 3) // zoom), -(-6 // zoom)))
        self.viewport().update()
        if self.current is not None:
            self.hovered.emit(self.current)

    # Drawing.

    def paint_tiles(self, painter: QPainter, first: int, last: int) -> None:
        """Copy the sheet, on which only what changed is drawn anew."""
        scene, catalog = self._scene, self._catalog
        if scene is None or catalog is None:
            return
        shown = self._selected[first:last]
        looks = _looks(catalog, shown)
        wanted = (scene, first, last, *self.layout_key)
        changed = np.arange(len(shown))
        if wanted == self._sheet_of and np.array_equal(shown, self._painted):
            changed = np.flatnonzero(looks != self._looks)
        else:
            self._sheet, self._sheet_of, self._painted = self.new_sheet(), wanted, shown
            self._mosaic = self._filled(scene, catalog, shown)
        if changed.size:
            self._paint_sheet(scene, first, changed, looks)
        self._looks = looks
        painter.drawPixmap(0, 0, self._sheet)

    def _filled(self, scene: Scene, catalog: Catalog, shown: Indices) -> Mosaic:
        table, empty = color_maps.towards(self._theme, self._theme.text), QColor(self._theme.surface)
        mosaic = Mosaic(self.columns, -(-len(shown) // self.columns), self._shape, self._gap, table, empty)
        levels = self._range.levels(catalog.pixels(scene, shown))
        mosaic.fill(self._range.reduce(levels.reshape(-1, *(scene.image_shape or (1, 1)))))
        return mosaic

    def _paint_sheet(self, scene: Scene, first: int, changed: Indices, looks: Indices) -> None:
        """Draw some tiles: frame, image and caption."""
        assert self._mosaic is not None
        with painting(self._sheet) as painter:
            pens = {
                wrong: QPen(QColor(self._theme.error if wrong else self._theme.surface), 2) for wrong in (True, False)
            }
            for tile, look in zip(changed.tolist(), looks[changed].tolist(), strict=True):
                place = QRectF(self.image_rect(first + tile))
                wrong = UNKNOWN < look < 0
                frame = place.adjusted(-1, -1, 1, 1)
                painter.drawImage(place, self._mosaic.image, self._mosaic.place(tile))
                painter.setPen(pens[wrong])
                painter.drawRect(frame)
                caption = self._captions.get(look)
                if caption is None:
                    caption = self._captions[look] = self._caption(look, scene)
                painter.drawPixmap(place.bottomLeft() + QPointF(0, 2), caption)

    def _caption(self, look: int, scene: Scene) -> QPixmap:
        """Draw a sign and the class below an image; once for every look."""
        correct = None if look == UNKNOWN else look >= 0
        predicted = look if look >= 0 else -1 - look
        font = numbers.tabular(small_font(self.font()))
        font.setBold(correct is False)
        metrics = QFontMetrics(font)
        width, height, ratio = self._shape[1] * self._zoom, metrics.height(), self.devicePixelRatioF()
        pixmap = QPixmap(round(width * ratio), round(height * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(QColor(self._theme.surface))
        with painting(pixmap, smooth=True) as painter:
            painter.setFont(font)
            text = numbers.MISSING if correct is None else scene.classes[predicted]
            start = 1
            if correct is not None:
                painter.setPen(QPen(QColor(self._theme.positive if correct else self._theme.error), 1.8))
                top = (height - _SIGN) / 2
                if correct:
                    painter.drawPolyline([QPointF(start + x * _SIGN, top + y * _SIGN) for x, y in _TICK])
                else:
                    painter.drawLine(QPointF(start, top), QPointF(start + _SIGN, top + _SIGN))
                    painter.drawLine(QPointF(start, top + _SIGN), QPointF(start + _SIGN, top))
                start += _SIGN + 4
            painter.setPen(QColor(self._theme.error if correct is False else self._theme.muted))
            elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width - start)
            painter.drawText(QRectF(start, 0, width - start, height), Qt.AlignmentFlag.AlignVCenter, elided)
        return pixmap


def _looks(catalog: Catalog, shown: Indices) -> Indices:
    """Return how the captions of some entries look."""
    if catalog.predicted is None or catalog.correct is None:
        return np.full(len(shown), UNKNOWN, np.intp)
    return np.where(catalog.correct[shown], catalog.predicted[shown], -1 - catalog.predicted[shown])


def _same(one: Catalog, other: Catalog) -> bool:
    """Whether two catalogs are of the same examples."""
    return np.array_equal(one.index, other.index) and np.array_equal(one.is_test, other.is_test)
