"""Histograms of every layer over the epochs: epochs across, values upwards, shares as colour."""

from collections.abc import Hashable, Sequence
from math import ceil, isfinite
from typing import Any

import numpy as np
from msgspec import Struct
from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.messages.numbers import grouped, percent, significant
from playground.training.histograms import GRADIENTS, QUANTITIES, Histogram, Histograms
from playground.views.color_maps import LookupTable, towards
from playground.views.kit.canvas import Canvas, Item, Items
from playground.views.kit.cells import CellColors
from playground.views.plots.style import small_font
from playground.views.theme import Theme

ASPECT = 2.4
"""Width by height of a picture, as near as the room allows."""
NARROWEST, LOWEST, GAP = 110.0, 34.0, 6.0
ZERO_SHARE, ZERO_GAP = 0.12, 2.0
"""Of a picture's height, for gradients that are exactly 0, and what parts them from the others."""
ZERO = -1
"""In the place of a bin's number: exactly 0."""
TICKS = (0.0, 0.01, 0.1, 0.5, 1.0)
Cell = tuple[int, int, int]
"""A layer from 0, a bin from the lowest or `ZERO`, and a recorded epoch from 0."""


def share_colors(theme: Theme) -> LookupTable:
    """Return the colours of the roots of shares: one per cent is to be seen, too."""
    return towards(theme, theme.accent)


class Picture(Struct, frozen=True):
    """Where one layer is drawn: all of it, what lies in bins, and what is exactly 0."""

    whole: QRectF
    bins: QRectF
    zeros: QRectF


class HistogramCanvas(Canvas):
    """The pictures of one quantity; the present epoch is marked."""

    comfortable = (280.0, 200.0)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report: Histograms | None = None
        self._quantity, self._epoch = QUANTITIES[0], 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Histograms of the layers over the epochs"))
        self.setAccessibleDescription(self.tr("Arrow keys go from bin to bin, Enter goes to the epoch."))

    @property
    def histograms(self) -> tuple[Histogram, ...]:
        return () if self._report is None else self._report.layers[self._quantity]

    @property
    def is_exponent(self) -> bool:
        """Whether the bins are of the exponents of ten."""
        return self._quantity == GRADIENTS

    def show_report(self, report: Histograms, quantity: str, epoch: int) -> None:
        if report is not self._report or quantity != self._quantity:
            layers = len(self.histograms)
            self._report, self._quantity = report, quantity
            if self.selected is not None and self.item_of(self.selected) is None:
                self.select(None)
            if len(self.histograms) != layers:
                self.updateGeometry()
            self.renew()
        if epoch != self._epoch:
            self._epoch = epoch
            self.update()

    def least_size(self) -> QSizeF:
        layers = max(len(self.histograms), 1)
        columns = max(min(int(self.area.width() // (NARROWEST + GAP)), layers), 1)
        return QSizeF(200, ceil(layers / columns) * (LOWEST + self._line()) + self._line())

    # Where things are

    def pictures(self) -> list[Picture]:
        layers, line = len(self.histograms), self._line()
        left = max((self._metrics().horizontalAdvance(text) for text in self._end_texts()), default=0.0) + 4
        width, height = self.area.width(), self.area.height() - line

        def size(columns: int) -> float:
            inside = width / columns - left - GAP
            return min(inside / ASPECT, height / ceil(layers / columns) - line) if inside > NARROWEST / 2 else 0.0

        columns = max(range(1, layers + 1), key=size, default=1)
        rows = ceil(layers / columns)
        found = []
        for layer in range(layers):
            row, column = divmod(layer, columns)
            box = QRectF(
                column * width / columns + left,
                row * height / rows + line,
                width / columns - left - GAP,
                height / rows - line - 2,
            )
            zeros = ZERO_SHARE * box.height() if self._has_zeros(layer) else 0.0
            part = box.adjusted(0, 0, 0, -zeros - ZERO_GAP if zeros else 0)
            found.append(Picture(box, part, QRectF(box.left(), box.bottom() - zeros, box.width(), zeros)))
        return found

    def items(self) -> Sequence[Item]:
        if self._report is None:
            return ()
        count, pictures = len(self._report.epochs), self.pictures()
        keys = [
            (layer, bin_, 0)
            for layer, histogram in enumerate(self.histograms)
            for bin_ in range(ZERO if self._has_zeros(layer) else 0, len(histogram.shares))
        ]

        def make(index: int) -> Item:
            row, place = divmod(index, count)
            return self._item((keys[row][0], keys[row][1], place), pictures)

        return Items(len(keys) * count, make)

    def item_at(self, place: QPointF) -> Item | None:
        pictures = self.pictures()
        for layer, picture in enumerate(pictures):
            if self._report is not None and picture.whole.contains(place):
                across = (place.x() - picture.whole.left()) / picture.whole.width()
                column = int(self._columns(np.array([across]))[0])
                if place.y() > picture.bins.bottom() and picture.zeros.height():
                    return self._item((layer, ZERO, column), pictures)
                count = len(self.histograms[layer].shares)
                up = int((picture.bins.bottom() - place.y()) / picture.bins.height() * count)
                return self._item((layer, min(max(up, 0), count - 1), column), pictures)
        return None

    def item_of(self, key: Hashable | None) -> Item | None:
        if self._report is None or not isinstance(key, tuple) or len(key) != 3:
            return None
        layer, bin_, column = key
        there = layer < len(self.histograms) and column < len(self._report.epochs)
        if not there or bin_ >= len(self.histograms[layer].shares) or (bin_ == ZERO and not self._has_zeros(layer)):
            return None
        return self._item((layer, bin_, column), self.pictures())

    def neighbour(self, item: Item | None, right: int, down: int) -> Item | None:
        """Go from bin to bin, and beyond the first and the last to the next layer."""
        if self._report is None or not self.histograms:
            return None
        if item is None:
            column = int(np.abs(self._report.epochs - self._epoch).argmin())
            return self.item_of((0, len(self.histograms[0].shares) - 1, column))
        key: Any = item.key
        layer, bin_, column = (int(part) for part in key)
        column = min(max(column + right, 0), len(self._report.epochs) - 1)
        bin_ -= down
        lowest = ZERO if self._has_zeros(layer) else 0
        if bin_ < lowest and layer + 1 < len(self.histograms):
            layer, bin_ = layer + 1, len(self.histograms[layer + 1].shares) - 1
        elif bin_ >= len(self.histograms[layer].shares) and layer:
            layer, bin_ = layer - 1, ZERO if self._has_zeros(layer - 1) else 0
        return self.item_of((layer, bin_, column)) or item

    def _item(self, key: Cell, pictures: Sequence[Picture]) -> Item:
        layer, bin_, column = key
        assert self._report is not None
        histogram, picture, epochs = self.histograms[layer], pictures[layer], self._report.epochs
        first, last = float(epochs[0]), float(epochs[-1])
        middles = (epochs[1:] + epochs[:-1]) / 2
        start = float(middles[column - 1]) if column else first
        end = float(middles[column]) if column < len(middles) else last
        scale = picture.whole.width() / ((last - first) or 1.0)
        left = picture.whole.left() + (start - first) * scale
        width = (end - start) * scale if last > first else picture.whole.width()
        height = picture.bins.height() / len(histogram.shares)
        top = picture.zeros.top() if bin_ == ZERO else picture.bins.bottom() - (bin_ + 1) * height
        box = QRectF(left, top, width, picture.zeros.height() if bin_ == ZERO else height)
        name = self.tr("layer {layer}, epoch {epoch}, {values}").format(
            layer=layer + 1, epoch=grouped(int(epochs[column])), values=self._values(histogram, bin_)
        )
        share = self.share((layer, bin_, column))
        value = percent(share if isfinite(share) else None)
        return Item(key, box, name, value, f"{name}: {value}")

    def share(self, key: Cell) -> float:
        """Return what is counted in a cell; NaN where nothing is."""
        layer, bin_, column = key
        histogram = self.histograms[layer]
        if bin_ == ZERO:
            return float("nan") if histogram.zeros is None else float(histogram.zeros[column])
        return float(histogram.shares[bin_, column])

    def epoch_of(self, key: Cell) -> int:
        assert self._report is not None
        return int(self._report.epochs[key[2]])

    def as_text(self) -> str:
        """Return the shares: a line for each layer and bin, a column for each epoch."""
        if self._report is None:
            return ""
        epochs = [grouped(int(epoch)) for epoch in self._report.epochs]
        lines = [[self.tr("layer"), self.tr("from"), self.tr("to"), *epochs]]
        for layer, histogram in enumerate(self.histograms):
            ends = [self._number(float(edge)) for edge in histogram.edges]
            lines += [
                [str(layer + 1), ends[row], ends[row + 1], *(f"{share:.6g}" for share in shares)]
                for row, shares in enumerate(histogram.shares)
            ]
            if histogram.zeros is not None:
                lines.append([str(layer + 1), "0", "0", *(f"{share:.6g}" for share in histogram.zeros)])
        return "\n".join("\t".join(line) for line in lines)

    # Drawing

    def paint_still(self, painter: QPainter, size: QSizeF, /) -> None:  # noqa: ARG002 - see `area`
        if self._report is None:
            return
        colors, epochs = CellColors(self.theme, share_colors(self.theme)), self._report.epochs
        painter.setFont(small_font(self.base_font))
        line = self._line()
        pictures = self.pictures()
        for layer, (picture, histogram) in enumerate(zip(pictures, self.histograms, strict=True)):
            columns = self._columns((np.arange(max(int(picture.whole.width()), 1)) + 0.5) / picture.whole.width())
            parts = [(picture.bins, histogram.shares[::-1])]
            if histogram.zeros is not None and picture.zeros.height():
                parts.append((picture.zeros, histogram.zeros[None]))
            for box, shares in parts:
                roots = np.sqrt(shares[:, columns])
                painter.drawImage(box, colors.image(roots, colors.levels(roots, 0.0, 1.0)))
            painter.setPen(QColor(self.theme.text))
            title = self.tr("Layer {layer}: {count}").format(layer=layer + 1, count=grouped(histogram.count))
            heading = QRectF(picture.whole.left(), picture.whole.top() - line, picture.whole.width(), line)
            painter.drawText(heading, Qt.AlignmentFlag.AlignVCenter, title)
            self._paint_ends(painter, picture, histogram)
            painter.setPen(QPen(QColor(self.theme.border)))
            painter.drawRect(picture.whole)
        if pictures:
            self._paint_epochs(painter, pictures[-1].whole, epochs.tolist())

    def paint(self, painter: QPainter, size: QSizeF, /) -> None:  # noqa: ARG002 - see `area`
        if self._report is None:
            return
        first, last = self._report.epochs[0], self._report.epochs[-1]
        share = min(max((self._epoch - first) / ((last - first) or 1.0), 0.0), 1.0)
        painter.setPen(QPen(QColor(self.theme.text), 1, Qt.PenStyle.DashLine))
        for picture in self.pictures():
            x = picture.whole.left() + share * picture.whole.width()
            painter.drawLine(QLineF(x, picture.whole.top(), x, picture.whole.bottom()))
        item = self.item_of(self.current)
        if item is not None:
            painter.setPen(QPen(QColor(self.theme.text), 1))
            painter.drawRect(item.box.adjusted(-1, -1, 1, 1))

    def _paint_ends(self, painter: QPainter, picture: Picture, histogram: Histogram) -> None:
        painter.setPen(QColor(self.theme.muted))
        line, right = self._line(), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        bins = picture.bins
        ends = [(bins.top(), histogram.edges[-1]), (bins.bottom() - line, histogram.edges[0])]
        for top, value in ends[: 2 if bins.height() >= 2 * line else 1]:
            text = QRectF(0, top, bins.left() - 3, line)
            painter.drawText(text, right, self._number(float(value)))
        if picture.zeros.height():
            painter.drawText(QRectF(0, picture.zeros.center().y() - line / 2, bins.left() - 3, line), right, "0")

    def _paint_epochs(self, painter: QPainter, box: QRectF, epochs: list[float]) -> None:
        painter.setPen(QColor(self.theme.muted))
        below = QRectF(box.left(), box.bottom() + 1, box.width(), self._line())
        first = self.tr("epoch {epoch}").format(epoch=grouped(int(epochs[0])))
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, first)
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, grouped(int(epochs[-1])))

    def _columns(self, across: np.ndarray) -> np.ndarray:
        """Return the recorded epochs nearest to places across a picture, 0 … 1."""
        assert self._report is not None
        epochs = self._report.epochs
        wanted = epochs[0] + across * (epochs[-1] - epochs[0])
        return np.asarray(np.searchsorted((epochs[1:] + epochs[:-1]) / 2, wanted))

    def _has_zeros(self, layer: int) -> bool:
        zeros = self.histograms[layer].zeros
        return zeros is not None and bool(np.nan_to_num(zeros).any())

    def _values(self, histogram: Histogram, bin_: int) -> str:
        if bin_ == ZERO:
            return self.tr("exactly 0")
        low, high = (self._number(float(edge)) for edge in histogram.edges[bin_ : bin_ + 2])
        return self.tr("{low} to {high}").format(low=low, high=high)

    def _number(self, edge: float) -> str:
        return significant(10.0**edge, 2) if self.is_exponent else significant(edge, 3)

    def _end_texts(self) -> list[str]:
        return [self._number(float(edge)) for each in self.histograms for edge in each.edges[[0, -1]]]

    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(small_font(self.base_font))

    def _line(self) -> float:
        return self._metrics().height()
