"""The probabilities of the classes, as bars."""

from collections.abc import Sequence

import numpy as np
from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from playground.messages import numbers
from playground.training.results import Array
from playground.views.kit.appearance import tabular
from playground.views.kit.canvas import Canvas, Item
from playground.views.plots.style import small_font
from playground.views.plots.ticks import share_of
from playground.views.theme import Theme

MOST = 10
"""Of more classes, the most probable ones are shown."""
WIDEST_NAME = 72
THICKEST, THICKEST_BAR = 44, 18
"""Pixels of a row, and of the bar in it."""
_GAP = 6


class Probabilities(Struct, frozen=True, eq=False):
    """What the bars show.

    Attributes
    ----------
    values
        `(classes,)`, 0 … 1; None where they are not computed.
    predicted
        The class that the network says.
    label
        The class it is; None where nobody knows.
    """

    names: Sequence[str]
    values: Array | None = None
    predicted: int | None = None
    label: int | None = None

    @property
    def shown(self) -> list[int]:
        k = len(self.names)
        if k <= MOST or self.values is None:
            return list(range(min(k, MOST)))
        return sorted(np.argsort(-self.values, kind="stable")[:MOST].tolist())


def paint_bars(painter: QPainter, area: QRectF, shown: Probabilities, theme: Theme, font: QFont) -> None:
    """Draw a row for each class: its name, its bar, the probability.

    The predicted class is coloured: blue, or red where it is known to be wrong; the true one's name is then underlined.
    """
    wrong = shown.label is not None and shown.predicted != shown.label
    strong, muted, text = QColor(theme.error if wrong else theme.positive), QColor(theme.muted), QColor(theme.text)
    track = QBrush(QColor(theme.neutral))
    if shown.values is None:
        track = QBrush(QColor(theme.hatch), Qt.BrushStyle.BDiagPattern)
    plain, bold = tabular(small_font(font)), tabular(small_font(font))
    bold.setBold(True)
    metrics = QFontMetricsF(plain)
    names = [metrics.elidedText(shown.names[row], Qt.TextElideMode.ElideRight, WIDEST_NAME) for row in shown.shown]
    left = max((metrics.horizontalAdvance(name) for name in names), default=0.0) + _GAP
    full = max(area.width() - left - QFontMetricsF(bold).horizontalAdvance("100.0%") - _GAP, 1.0)
    thick = min(max(row_height(area, shown) * 0.56, 3.0), THICKEST_BAR)
    for row, name, line in zip(shown.shown, names, row_boxes(area, shown), strict=True):
        value = None if shown.values is None else float(shown.values[row])
        bar = QRectF(line.left() + left, line.center().y() - thick / 2, full, thick)
        painter.fillRect(bar, track)
        chosen = row == shown.predicted
        if value is not None:
            bar.setWidth(max(full * share_of(value, 1.0), 1.0))
            painter.fillRect(bar, strong if chosen else muted)
            painter.setFont(bold if chosen else plain)
            painter.setPen(text if chosen else muted)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, numbers.percent(value))
        painter.setFont(plain)
        painter.setPen(text if row in (shown.predicted, shown.label) else muted)
        place = QRectF(line.left(), line.top(), left - _GAP, line.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, name)
        if wrong and row == shown.label:
            under = line.center().y() + metrics.ascent() / 2 + 1.5
            painter.drawLine(
                QPointF(place.right() - metrics.horizontalAdvance(name), under), QPointF(place.right(), under)
            )


def row_height(area: QRectF, shown: Probabilities) -> float:
    return min(area.height() / max(len(shown.shown), 1), THICKEST)


def row_boxes(area: QRectF, shown: Probabilities) -> list[QRectF]:
    height = row_height(area, shown)
    return [QRectF(area.left(), area.top() + place * height, area.width(), height) for place in range(len(shown.shown))]


def bar_items(area: QRectF, shown: Probabilities) -> list[Item]:
    boxes = zip(shown.shown, row_boxes(area, shown), strict=True)
    values = shown.values
    return [
        Item(row, box, shown.names[row], "" if values is None else numbers.percent(float(values[row])))
        for row, box in boxes
    ]


class ClassBars(Canvas):
    """The bars as a widget; nothing while there is nothing to show."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Probabilities | None = None
        self.setAccessibleName(self.tr("Probabilities of the classes"))

    @property
    def shown(self) -> Probabilities | None:
        return self._shown

    def show_probabilities(self, shown: Probabilities | None) -> None:
        self._shown = shown
        self.update()

    def preferred_size(self) -> QSizeF:
        return QSizeF(180, 200)

    def least_size(self) -> QSizeF:
        return QSizeF(120, 11 * MOST)

    def items(self) -> list[Item]:
        return [] if self._shown is None else bar_items(self.area, self._shown)

    def paint(self, painter: QPainter, _size: QSizeF) -> None:
        if self._shown is not None:
            paint_bars(painter, self.area, self._shown, self.theme, self.base_font)
