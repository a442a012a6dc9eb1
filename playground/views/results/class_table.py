"""How well each class is recognised: a small table with bars, painted in one go."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from playground.training.metrics import Counts, precision, recall
from playground.views import numbers
from playground.views.kit.canvas import painting
from playground.views.plots.style import small_font
from playground.views.theme import LIGHT, Theme

BAR_SHARE = 0.5
"""Of a column's width, for its bar."""
NAME_SHARE = 0.3
ROOM = 7
"""Pixels between two lines of text."""
SWATCH = 8


@dataclass(frozen=True)
class ClassLine:
    """One class.

    Attributes
    ----------
    recall, precision
        Fractions; None where there is nothing to count.
    support
        How many examples there are.
    """

    name: str
    recall: float | None
    precision: float | None
    support: int


class ClassTable(QWidget):
    """Recall, precision and number of examples of each class."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._lines: tuple[ClassLine, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Recall and precision of each class"))

    @property
    def lines(self) -> tuple[ClassLine, ...]:
        """What it says."""
        return self._lines

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme."""
        self._theme = theme
        self.update()

    def set_counts(self, names: tuple[str, ...], counts: Counts) -> None:
        """Show the numbers of another confusion matrix."""
        columns = (recall(counts).tolist(), precision(counts).tolist(), counts.sum(axis=1).tolist())
        lines = tuple(
            ClassLine(name, _number(found), _number(right), support)
            for name, found, right, support in zip(names, *columns, strict=True)
        )
        if lines != self._lines:
            if len(lines) != len(self._lines):
                self._lines = lines
                self.updateGeometry()
            self._lines = lines
            self.update()

    def sizeHint(self) -> QSize:
        """Return the size of all rows and the heading."""
        return QSize(300, self._line() * (len(self._lines) + 1) + 2)

    def minimumSizeHint(self) -> QSize:
        """Return the same height: it is scrolled where there is less."""
        return QSize(220, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Say what a number means."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tip(event.pos().x(), event.pos().y()), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows in sight."""
        with painting(self) as painter:
            painter.setFont(numbers.tabular(small_font(self.font())))
            theme, line, metrics = self._theme, self._line(), QFontMetrics(painter.font())
            columns = self._columns()
            left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            painter.setPen(QColor(theme.muted))
            headings = (self.tr("class"), self.tr("recall"), self.tr("precision"), self.tr("examples"))
            for index, (place, width) in enumerate(columns):
                flags = left if index == 0 else right
                text = metrics.elidedText(headings[index], Qt.TextElideMode.ElideRight, width)
                painter.drawText(QRect(place, 0, width, line), flags, text)
            colors = (QColor(theme.positive), QColor(theme.positive))
            for row, entry in enumerate(self._lines):
                top = (row + 1) * line
                if not event.rect().intersects(QRect(0, top, self.width(), line)):
                    continue
                painter.fillRect(0, top, self.width(), 1, QColor(theme.border))
                swatch = QColor(theme.classes[row % len(theme.classes)])
                painter.fillRect(0, top + (line - SWATCH) // 2 + 1, SWATCH, SWATCH, swatch)
                painter.setPen(QColor(theme.text))
                place, width = columns[0]
                shown = metrics.elidedText(entry.name, Qt.TextElideMode.ElideMiddle, width - SWATCH - 6)
                painter.drawText(QRect(place + SWATCH + 6, top, width, line), left, shown)
                for (place, width), share, color in zip(
                    columns[1:], (entry.recall, entry.precision), colors, strict=False
                ):
                    self._paint_share(painter, QRect(place, top, width, line), share, color)
                place, width = columns[3]
                painter.drawText(QRect(place, top, width, line), right, str(entry.support))

    def _paint_share(self, painter: QPainter, area: QRect, share: float | None, color: QColor) -> None:
        track = QRect(area.left(), area.center().y() - 2, int(area.width() * BAR_SHARE), 6)
        painter.fillRect(track, QColor(self._theme.neutral))
        if share:
            painter.fillRect(track.left(), track.top(), max(round(track.width() * share), 1), track.height(), color)
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(area, right, numbers.percent(share).strip(numbers.FIGURE_SPACE))

    def _columns(self) -> tuple[tuple[int, int], ...]:
        """Return left edge and width of each column."""
        metrics = QFontMetrics(small_font(self.font()))
        count = max(metrics.horizontalAdvance(self.tr("examples")), metrics.horizontalAdvance("88888")) + 4
        longest = max((metrics.horizontalAdvance(line.name) for line in self._lines), default=0) + SWATCH + 8
        name = max(min(longest, int(self.width() * NAME_SHARE)), metrics.horizontalAdvance(self.tr("class")))
        share = max((self.width() - name - count - 3 * 12) // 2, 40)
        first, second = name + 12, name + 12 + share + 12
        return (0, name), (first, share), (second, share), (self.width() - count, count)

    def _tip(self, x: int, y: int) -> str:
        row = y // self._line() - 1
        column = next((index for index, (left, width) in enumerate(self._columns()) if left <= x <= left + width), None)
        if column is None or row >= len(self._lines):
            return ""
        if row < 0:
            return (
                "",
                self.tr("Which share of the class's examples the network recognises."),
                self.tr("How often the network is right where it says this class."),
                self.tr("How many examples the class has."),
            )[column]
        line = self._lines[row]
        missing = (line.name, self.tr("There is no example of it."), self.tr("Never predicted."), "")
        values = (None, line.recall, line.precision, 0.0)
        return missing[column] if values[column] is None else ""

    def _line(self) -> int:
        return QFontMetrics(small_font(self.font())).height() + ROOM


def _number(value: float) -> float | None:
    return None if np.isnan(value) else value
