"""How a confusion matrix is drawn, on the screen and on a page: counts, shades, names, recall and precision."""

import math

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QPainter, QPen

from playground.messages import numbers
from playground.training.queries.results import ClassScores
from playground.views.color_maps import SIZE, towards
from playground.views.kit.appearance import tabular
from playground.views.kit.cells import CellColors
from playground.views.plots.ticks import share_of
from playground.views.theme import Theme

MANY = 12
"""With more classes than this, names leave more room to the cells."""
LABEL_SHARES = (0.3, 0.22)
"""Of the width, at most, for the names of the true classes: of few classes and of many."""
UPRIGHT_SHARES = (0.28, 0.2)
"""Of the height, at most, for names of predicted classes that stand upright."""
WIDEST = 1.6
"""A cell is at most so many times as wide as tall."""
GAP = 6.0
LEAST_TEXT = 7
"""Pixels of the smallest text; below, the shades speak alone."""
SMALLEST_GAP = 12
"""Cells at least so many pixels large stand apart."""
FIRST_SHADE = 0.16
"""A cell with a single example is this far from neutral: something never looks like nothing."""
SQUEEZED = 0.85
"""A share may be written so many times as large as the names, to fit."""
ROOMY, LARGER = 4.5, 1.3
"""In cells at least so many lines wide and high, the numbers are so many times as large."""
SHARES = ("100.0%", "100%", "100")
"""How shares are written, the longest that fits: recall and precision alike."""
BAR = 4.0
"""Pixels of the bar under a share."""
ELIDE = Qt.TextElideMode.ElideMiddle
CENTER = int(Qt.AlignmentFlag.AlignCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class Words(Struct, frozen=True):
    """What stands around the cells, in the language of whoever reads it."""

    true: str
    predicted: str
    recall: str
    precision: str


def words() -> Words:
    translate = QCoreApplication.translate
    return Words(
        translate("ConfusionMatrix", "true"),
        translate("ConfusionMatrix", "predicted"),
        translate("ConfusionMatrix", "recall"),
        translate("ConfusionMatrix", "precision"),
    )


class ConfusionDrawing:
    """The matrix of some classes in an area: `n` rows and columns, a column of recall and a row of precision.

    Parameters
    ----------
    area
        Where it is drawn, with the words around it.
    least
        The height of the smallest text; what would be smaller is left out.
    """

    def __init__(
        self, names: tuple[str, ...], area: QRectF, font: QFont, theme: Theme, words: Words, least: float = LEAST_TEXT
    ) -> None:
        self.names, self._area, self._font, self._theme, self._least = names, area, tabular(font), theme, least
        metrics = QFontMetricsF(self._font)
        self._line = line = metrics.height()
        n, many = max(len(names), 1), len(names) > MANY
        for form in SHARES:
            self._form = form
            unit = "" if form.endswith("%") else " %"
            self._words = Words(words.true, words.predicted, words.recall + unit, words.precision + unit)
            # The word beside the last row may begin where the true classes' heading stands, above it.
            edge = metrics.horizontalAdvance(self._words.precision) - line - GAP
            longest = max((metrics.horizontalAdvance(name) for name in names), default=0.0)
            wanted = max(min(longest, area.width() * LABEL_SHARES[many]), min(edge, area.width() / 4))
            self._left = area.left() + line + GAP + wanted + GAP
            self._beside = max(map(metrics.horizontalAdvance, (self._words.recall, form))) + 2 * GAP
            wide = (area.right() - self._left - GAP - self._beside) / n
            if metrics.horizontalAdvance(form) * SQUEEZED <= wide - 3:
                break
        self._below = 1.4 * line + BAR
        self._upright = longest > wide - 4 and longest > metrics.horizontalAdvance("00") + 4
        above = min(longest + GAP, area.height() * UPRIGHT_SHARES[many]) if self._upright else line + GAP / 2
        self._top = area.top() + line + above
        self.height = max((area.bottom() - self._top - GAP - self._below) / n, 1.0)
        self.width = max(min(wide, WIDEST * self.height), 1.0)
        self._colors = [CellColors(theme, towards(theme, color)) for color in (theme.negative, theme.positive)]

    def box(self, row: int, column: int) -> QRectF:
        """Return where a cell is; row or column `n` is that of precision or recall."""
        n = len(self.names)
        left = self._left + column * self.width + (GAP if column == n else 0)
        top = self._top + row * self.height + (GAP if row == n else 0)
        return QRectF(left, top, self._beside if column == n else self.width, self._below if row == n else self.height)

    def row_name(self, row: int) -> QRectF:
        left = self._area.left() + (0 if row == len(self.names) else self._line + GAP)
        cell = self.box(row, 0)
        return QRectF(left, cell.top(), self._left - GAP - left, cell.height())

    def column_name(self, column: int) -> QRectF:
        top, cell = self._area.top() + self._line, self.box(0, column)
        return QRectF(cell.left(), top, cell.width(), self._top - 2 - top)

    def at(self, place: QPointF) -> tuple[int, int] | None:
        """Return the cell at a place; a row or column of −1 stands for its name, None for nothing."""
        row = self._index(place.y(), self._area.top(), self._top, self.height, self._below)
        column = self._index(place.x(), self._area.left(), self._left, self.width, self._beside)
        return None if row is None or column is None or row == column == -1 else (row, column)

    def paint(self, painter: QPainter, scores: ClassScores) -> None:
        n = len(self.names)
        self._paint_names(painter)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        font = self.count_font(int(scores.confusion.max(initial=0)))
        for row, counts in enumerate(scores.confusion.tolist()):
            for column, count in enumerate(counts):
                self._paint_cell(painter, row, column, count, float(scores.shares[row, column]), font)
        for index in range(n):
            self._paint_share(painter, self.box(index, n), float(scores.recall[index]))
            self._paint_share(painter, self.box(n, index), float(scores.precision[index]))
        if scores.accuracy is not None:
            self._paint_share(painter, self.box(n, n), scores.accuracy)

    def _index(self, place: float, begin: float, first: float, size: float, last: float) -> int | None:
        n = len(self.names)
        if place < first:
            return -1 if place >= begin else None
        index = int((place - first) // size)
        if index < n:
            return index
        return n if GAP <= place - first - n * size < GAP + last else None

    def count_font(self, largest: int) -> QFont | None:
        """Return the font of the counts; None where the largest does not fit, and the shades speak alone."""
        if min(self.width, self.height) > ROOMY * self._line:
            return tabular(self._font, LARGER)
        return self._fitting(str(largest), self.width, self.height - 1)

    def _fitting(self, text: str, width: float, height: float) -> QFont | None:
        """Return the font in the largest size at which a text fits; None where it could not be read."""
        metrics, font = QFontMetricsF(self._font), QFont(self._font)
        scale = min(height / metrics.ascent(), width / max(metrics.horizontalAdvance(text), 1.0))
        if scale < 1:
            font.setPixelSize(max(int(scale * QFontInfo(font).pixelSize()), 1))
        return font if QFontMetricsF(font).ascent() >= self._least else None

    def _paint_cell(
        self, painter: QPainter, row: int, column: int, count: int, share: float, font: QFont | None
    ) -> None:
        box, right = self.box(row, column), row == column
        apart = min(self.width, self.height) > SMALLEST_GAP
        inner = box.adjusted(0.5, 0.5, -0.5, -0.5) if apart else box
        level = round((FIRST_SHADE + (1 - FIRST_SHADE) * share) * (SIZE - 1)) if count else 0
        colors = self._colors[right]
        painter.fillRect(inner, colors.color(level))
        if right:
            painter.setPen(QPen(QColor(self._theme.positive), 1))
            painter.drawRect(inner.adjusted(0.5, 0.5, -0.5, -0.5))
        if not count:
            painter.setPen(QPen(QColor(self._theme.muted), 1))
            painter.drawPoint(box.center())
        elif font is not None:
            painter.setFont(font)
            painter.setPen(colors.ink(level))
            roomy = self.width >= 3.6 * self._line and self.height >= 2.3 * self._line
            painter.drawText(box, CENTER, f"{count}\n{numbers.percent(share)}" if roomy else str(count))

    def _paint_share(self, painter: QPainter, box: QRectF, share: float) -> None:
        """Draw recall or precision: the number over a bar that is as long."""
        inner = box.adjusted(2, 0, -2, -1)
        bar = QRectF(inner.left(), inner.bottom() - min(BAR, inner.height()), inner.width(), min(BAR, inner.height()))
        painter.fillRect(bar, QColor(self._theme.neutral))
        bar.setWidth(bar.width() * share_of(share, 1.0))
        painter.fillRect(bar, QColor(self._theme.positive))
        if (font := self._fitting(self._form, box.width() - 2, box.height() - BAR)) is not None:
            painter.setFont(font)
            painter.setPen(QColor(self._theme.text))
            painter.drawText(box.adjusted(0, 0, 0, -BAR), CENTER, self._written(share))

    def _written(self, share: float) -> str:
        if self._form == SHARES[0] or math.isnan(share):
            return numbers.percent(share)
        return f"{numbers.whole_percent(share)}{self._form.removeprefix('100')}"

    def _paint_names(self, painter: QPainter) -> None:
        painter.setFont(self._font)
        painter.setPen(QColor(self._theme.muted))
        area, words, n = self._area, self._words, len(self.names)
        cells = QRectF(self._left, self._top, n * self.width, n * self.height)
        painter.drawText(QRectF(cells.left(), area.top(), max(cells.width(), 90), self._line), CENTER, words.predicted)
        _paint_upright(
            painter, QRectF(area.left(), cells.top(), self._line, max(cells.height(), 40)), CENTER, words.true
        )
        name_font = self._fitting("0", self.width if self._upright else self.height, self.height)
        for index in range(n + 1):
            edge = index == n
            if not edge and name_font is None:
                continue
            painter.setFont(self._font if edge or name_font is None else name_font)
            metrics = QFontMetricsF(painter.font())
            painter.setPen(QColor(self._theme.muted if edge else self._theme.text))
            place, name = self.row_name(index), words.precision if edge else self.names[index]
            painter.drawText(place, RIGHT, metrics.elidedText(name, ELIDE, place.width() + 1))
            place, name = self.column_name(index), words.recall if edge else self.names[index]
            if self._upright and not edge:
                text = metrics.elidedText(name, ELIDE, place.height() + 1)
                _paint_upright(painter, place, int(Qt.AlignmentFlag.AlignVCenter), text)
            else:
                below = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
                painter.drawText(place, below, metrics.elidedText(name, ELIDE, place.width() + 1))


def _paint_upright(painter: QPainter, area: QRectF, flags: int, text: str) -> None:
    """Draw text that runs from the bottom to the top of an area."""
    painter.save()
    painter.translate(area.bottomLeft())
    painter.rotate(-90)
    painter.drawText(QRectF(0, 0, area.height(), area.width()), flags, text)
    painter.restore()
