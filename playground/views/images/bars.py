"""The probabilities of the classes, as bars."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from playground.training.results import Array
from playground.views import numbers
from playground.views.kit.canvas import painting
from playground.views.plots.style import small_font
from playground.views.theme import LIGHT, Theme

MOST = 10
"""Of more classes, the most probable ones are shown."""
WIDEST_NAME = 72
THICKEST, THICKEST_BAR = 30, 14
"""Pixels of a row, and of the bar in it."""
_GAP = 6


@dataclass(frozen=True, eq=False)
class Probabilities:
    """What the bars show.

    Attributes
    ----------
    names
        The classes.
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
        """Numbers of the classes that are shown, in order."""
        k = len(self.names)
        if k <= MOST or self.values is None:
            return list(range(min(k, MOST)))
        return sorted(np.argsort(-self.values, kind="stable")[:MOST].tolist())

    @property
    def spoken(self) -> str:
        """The same in words."""
        if self.values is None:
            return ""
        return ", ".join(f"{self.names[row]}: {numbers.percent(float(self.values[row]))}" for row in self.shown)


class BarPainter:
    """Draws a row for each class: its name, its bar, the probability.

    The predicted class is coloured: blue, or red where it is known to be wrong; the true one's name is then underlined.
    Names and tracks are drawn once, and copied until names, size or colours change.
    """

    def __init__(self) -> None:
        self._key: tuple[object, ...] = ()
        self._still = QPixmap()

    def paint(
        self, painter: QPainter, area: QRectF, shown: Probabilities, theme: Theme, font: QFont, ground: str
    ) -> None:
        """Draw the bars on a ground of that colour."""
        rows = shown.shown
        names = tuple(shown.names[row] for row in rows)
        ratio = painter.device().devicePixelRatioF()
        key = (names, area.width(), area.height(), theme, font.key(), ground, shown.values is None, ratio)
        if key != self._key:
            self._key = key
            self._measure(names, area.size(), font)
            self._draw_still(names, area.size() * ratio, ratio, theme, ground, computed=shown.values is not None)
        painter.drawPixmap(area.topLeft(), self._still)
        if shown.values is not None:
            painter.translate(area.topLeft())
            self._paint_values(painter, rows, shown, theme)
            painter.translate(-area.topLeft())

    def _measure(self, names: tuple[str, ...], size: QSizeF, font: QFont) -> None:
        self._font = numbers.tabular(small_font(font))
        self._bold = QFont(self._font)
        self._bold.setBold(True)
        metrics = QFontMetrics(self._font)
        self._texts = [metrics.elidedText(name, Qt.TextElideMode.ElideRight, WIDEST_NAME) for name in names]
        self._advances = [metrics.horizontalAdvance(text) for text in self._texts]
        self._left = max(self._advances, default=0) + _GAP
        self._right = size.width() - QFontMetrics(self._bold).horizontalAdvance("100.0%") - _GAP
        self._height = min(size.height() / max(len(names), 1), THICKEST)
        self._thick = min(max(self._height * 0.56, 3.0), THICKEST_BAR)
        self._baseline = (self._height + metrics.ascent() - metrics.descent()) / 2

    def _draw_still(
        self, names: tuple[str, ...], size: QSizeF, ratio: float, theme: Theme, ground: str, *, computed: bool
    ) -> None:
        self._still = QPixmap(size.toSize())
        self._still.setDevicePixelRatio(ratio)
        self._still.fill(QColor(ground))
        track = QBrush(QColor(theme.neutral))
        if not computed:
            track = QBrush(QColor(theme.hatch), Qt.BrushStyle.BDiagPattern)
        with painting(self._still) as painter:
            painter.setFont(self._font)
            painter.setPen(QColor(theme.muted))
            for place in range(len(names)):
                painter.fillRect(self._bar(place, 1.0), track)
                painter.drawText(self._name_at(place), self._texts[place])

    def _paint_values(self, painter: QPainter, rows: Sequence[int], shown: Probabilities, theme: Theme) -> None:
        assert shown.values is not None
        wrong = shown.label is not None and shown.predicted != shown.label
        strong, muted = QColor(theme.error if wrong else theme.positive), QColor(theme.muted)
        texts = [numbers.percent(float(value)) for value in shown.values[rows]]
        values = np.nan_to_num(shown.values[rows]).tolist()
        painter.setFont(self._font)
        painter.setPen(muted)
        for place, row in enumerate(rows):
            painter.fillRect(self._bar(place, values[place]), strong if row == shown.predicted else muted)
            if row != shown.predicted:
                painter.drawText(self._number_at(place), texts[place])
        painter.setPen(QColor(theme.text))
        for place, row in enumerate(rows):
            if row in (shown.predicted, shown.label):
                painter.drawText(self._name_at(place), self._texts[place])
            if wrong and row == shown.label:
                start = self._name_at(place) + QPointF(0, 2)
                painter.drawLine(start, start + QPointF(self._advances[place], 0))
        if shown.predicted in rows:
            painter.setFont(self._bold)
            place = rows.index(shown.predicted)
            painter.drawText(self._number_at(place), texts[place])

    def _bar(self, place: int, share: float) -> QRectF:
        top = place * self._height + (self._height - self._thick) / 2
        width = max(self._right - self._left, 1.0)
        return QRectF(self._left, top, max(width * min(share, 1.0), 1.0), self._thick)

    def _name_at(self, place: int) -> QPointF:
        return QPointF(self._left - _GAP - self._advances[place], place * self._height + self._baseline)

    def _number_at(self, place: int) -> QPointF:
        return QPointF(self._right + _GAP, place * self._height + self._baseline)


class ClassBars(QWidget):
    """The bars as a widget; a sentence instead while there is nothing to show."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._bars = BarPainter()
        self._shown: Probabilities | None = None
        self.setAccessibleName(self.tr("Probabilities of the classes"))

    @property
    def shown(self) -> Probabilities | None:
        """What is shown."""
        return self._shown

    def show_probabilities(self, shown: Probabilities | None) -> None:
        """Show other ones."""
        self._shown = shown
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(180, 200)

    def minimumSizeHint(self) -> QSize:
        """Return the size below which rows could not be read."""
        return QSize(120, 11 * MOST)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw."""
        if self._shown is None:
            return
        with painting(self) as painter:
            ground = self.palette().window().color().name()
            self._bars.paint(painter, QRectF(self.rect()), self._shown, self._theme, self.font(), ground)
