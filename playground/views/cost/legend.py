"""The cost view's legend: which line is which, and its number now or at the epoch under the mouse."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from playground.views.kit.canvas import Canvas
from playground.views.plots.style import line_pen, number_font, small_font

ROWS = 3
SAMPLE = 22
"""Width of the piece of line that shows colour and dash."""


@dataclass(frozen=True)
class Entry:
    """One line's label and numbers; without a colour there is no such line in the plot."""

    label: str
    numbers: tuple[str, ...]
    color: str = ""
    dash: Qt.PenStyle = Qt.PenStyle.SolidLine


@dataclass(frozen=True)
class Legend:
    """What the legend says.

    Attributes
    ----------
    title
        The moment it speaks of.
    pointed
        Whether that is the epoch under the mouse, not the present one.
    headings
        One for each number of an entry.
    entries
        From the top; beyond `ROWS` they go on in another column.
    """

    title: str
    pointed: bool
    headings: tuple[str, ...]
    entries: tuple[Entry, ...]


class CostLegend(Canvas):
    """A small table of constant height, painted in one go: it changes at every frame."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._legend = Legend("", False, (), ())
        self.setAccessibleName(self.tr("Values of the curves"))

    @property
    def legend(self) -> Legend:
        """What it says."""
        return self._legend

    def set_legend(self, legend: Legend) -> None:
        """Say something else."""
        if legend != self._legend:
            self._legend = legend
            self.update()

    def as_text(self) -> str:
        """Return the table, tab-separated."""
        legend = self._legend
        rows = [(legend.title, *legend.headings), *((entry.label, *entry.numbers) for entry in legend.entries)]
        return "\n".join("\t".join(row) for row in rows)

    def preferred_size(self) -> QSizeF:
        """Return the size of a heading and three rows."""
        return QSizeF(180, (ROWS + 1) * self._line())

    def least_size(self) -> QSizeF:
        """Return the same: there is nothing to spare."""
        return self.preferred_size()

    def paint(self, painter: QPainter, _size: QSizeF, /) -> None:
        """Draw the table."""
        theme, legend, line = self.theme, self._legend, self._line()
        text, numbers = small_font(self.base_font), number_font(self.base_font)
        digit = QFontMetrics(numbers).horizontalAdvance("0")
        columns = max(1, -(-len(legend.entries) // ROWS))
        width = self.area.width() / columns
        painter.setFont(text)
        painter.setPen(QColor(theme.accent if legend.pointed else theme.muted))
        painter.drawText(QRectF(0, 0, self.area.width(), line), Qt.AlignmentFlag.AlignVCenter, legend.title)
        painter.setPen(QColor(theme.muted))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        number_width = max(
            9 * digit, max((QFontMetrics(text).horizontalAdvance(h) for h in legend.headings), default=0)
        )
        step = number_width + 2 * digit
        for index, heading in enumerate(reversed(legend.headings)):
            painter.drawText(QRectF(self.area.width() - index * step - step, 0, step, line), right, heading)
        for index, entry in enumerate(legend.entries):
            left, top = (index // ROWS) * width, (index % ROWS + 1) * line
            if entry.color:
                painter.setPen(line_pen(entry.color, entry.dash, 2))
                painter.drawLine(QPointF(left + 1, top + line / 2), QPointF(left + SAMPLE, top + line / 2))
            painter.setPen(QColor(theme.text))
            painter.setFont(text)
            label = QRectF(left + SAMPLE + 6, top, width - SAMPLE - 6, line)
            painter.drawText(label, Qt.AlignmentFlag.AlignVCenter, entry.label)
            painter.setFont(numbers)
            end = left + width - (0 if columns == 1 else digit)
            for place, number in enumerate(reversed(entry.numbers)):
                painter.drawText(QRectF(end - (place + 1) * step, top, step, line), right, number)

    def _line(self) -> int:
        return QFontMetrics(small_font(self.base_font)).height() + 2
