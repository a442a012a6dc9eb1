"""How a confusion matrix is drawn, on the screen and on a page: counts, shades, names, recall and precision."""

import math
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from playground.messages import numbers
from playground.training.questions.results import ClassScores
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
ROOMY, LARGER = 4.5, 1.3
"""In cells at least so many lines wide and high, the numbers are so many times as large."""
BAR = 4.0
"""Pixels of the bar under a share."""
ELIDE = Qt.TextElideMode.ElideMiddle
CENTER = int(Qt.AlignmentFlag.AlignCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True)
class Words:
    """What stands around the cells, in the language of whoever reads it."""

    true: str
    predicted: str
    recall: str
    precision: str


def words() -> Words:
    """Return them in the language of the window."""
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
    names
        Of the classes.
    area
        Where it is drawn, with the words around it.
    font, theme, words
        How it looks.

    Attributes
    ----------
    width, height
        Of a cell.
    """

    def __init__(self, names: tuple[str, ...], area: QRectF, font: QFont, theme: Theme, words: Words) -> None:
        self.names, self._area, self._font, self._theme, self._words = names, area, tabular(font), theme, words
        metrics = QFontMetricsF(self._font)
        self._line = line = metrics.height()
        n, many = max(len(names), 1), len(names) > MANY
        edge = metrics.horizontalAdvance(words.precision)
        longest = max((metrics.horizontalAdvance(name) for name in names), default=0.0)
        wanted = max(min(longest, area.width() * LABEL_SHARES[many]), min(edge, area.width() / 4))
        self._left = area.left() + line + GAP + wanted + GAP
        self._beside = max(map(metrics.horizontalAdvance, (words.recall, numbers.percent(1.0)))) + 2 * GAP
        self._below = 1.4 * line + BAR
        wide = (area.right() - self._left - GAP - self._beside) / n
        self._upright = longest > wide - 4 and longest > metrics.horizontalAdvance("00") + 4
        above = min(longest + GAP, area.height() * UPRIGHT_SHARES[many]) if self._upright else line + GAP / 2
        self._top = area.top() + line + above
        self.height = max((area.bottom() - self._top - GAP - self._below) / n, 1.0)
        self.width = max(min(wide, WIDEST * self.height), 1.0)
        self._right, self._wrong = (
            CellColors(theme, towards(theme, color)) for color in (theme.positive, theme.negative)
        )
        self._tables = [
            [QColor(*color[:3]) for color in towards(theme, each).tolist()] for each in (theme.positive, theme.negative)
        ]

    def box(self, row: int, column: int) -> QRectF:
        """Return where a cell is; row or column `n` is that of precision or recall."""
        n = len(self.names)
        left = self._left + column * self.width + (GAP if column == n else 0)
        top = self._top + row * self.height + (GAP if row == n else 0)
        return QRectF(left, top, self._beside if column == n else self.width, self._below if row == n else self.height)

    def row_name(self, row: int) -> QRectF:
        """Return where a true class is named."""
        left = self._area.left() + self._line + GAP
        cell = self.box(row, 0)
        return QRectF(left, cell.top(), self._left - GAP - left, cell.height())

    def column_name(self, column: int) -> QRectF:
        """Return where a predicted class is named."""
        top, cell = self._area.top() + self._line, self.box(0, column)
        return QRectF(cell.left(), top, cell.width(), self._top - 2 - top)

    def at(self, place: QPointF) -> tuple[int, int] | None:
        """Return the cell at a place; a row or column of −1 stands for its name, None for nothing."""
        row = self._index(place.y(), self._area.top(), self._top, self.height, self._below)
        column = self._index(place.x(), self._area.left(), self._left, self.width, self._beside)
        return None if row is None or column is None or row == column == -1 else (row, column)

    def paint(self, painter: QPainter, scores: ClassScores) -> None:
        """Draw everything."""
        n = len(self.names)
        self._paint_names(painter)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setFont(self._number_font(int(scores.confusion.max(initial=0))))
        edge_font = self._fitting(self.height if n > MANY else self._line)
        narrow = self._fitting(self._line, (self.width - 2) / (0.64 * len("100")))
        counts, shares = scores.confusion.tolist(), scores.shares.tolist()
        for row in range(n):
            for column in range(n):
                self._paint_cell(painter, row, column, counts[row][column], shares[row][column])
        for place, font, shares_of in ((0, edge_font, scores.recall), (1, narrow, scores.precision)):
            painter.setFont(font)
            for index, share in enumerate(shares_of.tolist()):
                self._paint_share(painter, self.box(n, index) if place else self.box(index, n), share)
        painter.setFont(edge_font)
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

    @cached_property
    def _shows_percent(self) -> bool:
        """Whether a cell has room for a percentage below its count."""
        return self.width >= 3.6 * self._line and self.height >= 2.3 * self._line

    def _number_font(self, largest: int) -> QFont:
        """Return the font of the counts: smaller where the largest would not fit."""
        if min(self.width, self.height) > ROOMY * self._line:
            return tabular(self._font, LARGER)
        return self._fitting(self.height - 1, (self.width - 2) / (0.64 * len(str(largest))))

    def _fitting(self, *limits: float) -> QFont:
        """Return the font, smaller where text must not be higher than so many pixels."""
        font, limit = QFont(self._font), int(min(limits))
        if QFontMetricsF(font).ascent() > limit:
            font.setPixelSize(max(limit, LEAST_TEXT))
        return font

    def _paint_cell(self, painter: QPainter, row: int, column: int, count: int, share: float) -> None:
        box, right = self.box(row, column), row == column
        apart = min(self.width, self.height) > SMALLEST_GAP
        inner = box.adjusted(0.5, 0.5, -0.5, -0.5) if apart else box
        level = round((FIRST_SHADE + (1 - FIRST_SHADE) * share) * (SIZE - 1)) if count else 0
        painter.fillRect(inner, self._tables[not right][level])
        if right:
            painter.setPen(QPen(QColor(self._theme.positive), 1))
            painter.drawRect(inner.adjusted(0.5, 0.5, -0.5, -0.5))
        if not count:
            painter.setPen(QPen(QColor(self._theme.muted), 1))
            painter.drawPoint(box.center())
        elif self.height > LEAST_TEXT:
            painter.setPen((self._right if right else self._wrong).ink(level))
            text = f"{count}\n{numbers.percent(share)}" if self._shows_percent else str(count)
            painter.drawText(box, CENTER, text)

    def _paint_share(self, painter: QPainter, box: QRectF, share: float) -> None:
        """Draw recall or precision: the number over a bar that is as long."""
        inner = box.adjusted(2, 0, -2, -1)
        bar = QRectF(inner.left(), inner.bottom() - min(BAR, inner.height()), inner.width(), min(BAR, inner.height()))
        painter.fillRect(bar, QColor(self._theme.neutral))
        bar.setWidth(bar.width() * share_of(share, 1.0))
        painter.fillRect(bar, QColor(self._theme.positive))
        # Where there is no room for all of it, what is cut off is not rounded up.
        whole = numbers.MISSING if math.isnan(share) else str(int(100 * share))
        texts = (whole,) if math.isnan(share) else (numbers.percent(share), f"{whole}%", whole)
        metrics = QFontMetricsF(painter.font())
        shown = next((text for text in texts if metrics.horizontalAdvance(text) <= box.width()), "")
        if box.height() > LEAST_TEXT + BAR:
            painter.setPen(QColor(self._theme.text))
            painter.drawText(box.adjusted(0, 0, 0, -BAR), CENTER, shown)

    def _paint_names(self, painter: QPainter) -> None:
        painter.setFont(self._font)
        painter.setPen(QColor(self._theme.muted))
        area, words, n = self._area, self._words, len(self.names)
        cells = QRectF(self._left, self._top, n * self.width, n * self.height)
        painter.drawText(QRectF(cells.left(), area.top(), max(cells.width(), 90), self._line), CENTER, words.predicted)
        _paint_upright(
            painter, QRectF(area.left(), cells.top(), self._line, max(cells.height(), 40)), CENTER, words.true
        )
        fonts = self._fitting(min(self.width, self.height) if self._upright else self.height), self._font
        for index in range(n + 1):
            edge = index == n
            painter.setFont(fonts[edge])
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
