"""A small table of names and numbers, painted in one go: its numbers may change at every frame.

    table = NumberTable(rows=3)                  # always that high; further rows go on in another column
    table.show_table(Table((Row("training", ("0.4736",), "accent"),), title="now", headings=("cost",)))

A row with a colour has a sample of its mark in the plot: a piece of line, unless `paint_sample` draws another.
"""

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.views.kit.canvas import Canvas
from playground.views.plots.style import SMALL, line_pen, number_font, small_font

SAMPLE, GAP = 20, 6
ROOMY = 280
"""Pixels from which on a table of one column is written larger."""
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Row(Struct, frozen=True):
    """One name with its numbers; `color` is a colour or the name of one of the theme, `symbol` what the sample is."""

    label: str
    numbers: tuple[str, ...] = ()
    color: str = ""
    symbol: str | Qt.PenStyle = Qt.PenStyle.SolidLine


class Table(Struct, frozen=True):
    """What a table says: its rows, perhaps below a title (`pointed`: of what is under the mouse) and headings."""

    rows: tuple[Row, ...] = ()
    title: str = ""
    pointed: bool = False
    headings: tuple[str, ...] = ()


class NumberTable(Canvas):
    """See the module. Without a number of rows it is as high as it must be, and has no title."""

    air = 2

    def __init__(self, parent: QWidget | None = None, *, rows: int = 0) -> None:
        super().__init__(parent)
        self._rows_high, self._roomy = rows, False
        self._table = Table()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def table(self) -> Table:
        return self._table

    def show_table(self, table: Table) -> None:
        """Say something else."""
        if table != self._table:
            if not self._rows_high and len(table.rows) != len(self._table.rows):
                self.updateGeometry()
            self._table = table
            self.update()

    def as_text(self) -> str:
        """Return the table, tab-separated."""
        table = self._table
        rows = [(table.title, *table.headings)] if self._rows_high else []
        return "\n".join("\t".join(row) for row in (*rows, *((row.label, *row.numbers) for row in table.rows)))

    def preferred_size(self) -> QSizeF:
        """Return the room that all lines need: there is nothing to spare."""
        lines = self._rows_high + 1 if self._rows_high else len(self._table.rows)
        return QSizeF(200, lines * self._line() + self.air)

    least_size = preferred_size

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Write larger where there is room."""
        super().resizeEvent(event)
        roomy = not self._rows_high and self.area.width() >= ROOMY
        if roomy != self._roomy:
            self._roomy = roomy
            self.updateGeometry()

    def paint_sample(self, painter: QPainter, place: QRectF, row: Row) -> None:
        """Draw a piece of line, half way down."""
        if isinstance(row.symbol, Qt.PenStyle):
            pen = line_pen(self.color_of(row), row.symbol, 2)
            pen.setCosmetic(False)  # it follows the zoom
            painter.setPen(pen)
            middle = QPointF(0, place.height() / 2)
            painter.drawLine(place.topLeft() + middle, place.topRight() + middle)

    def color_of(self, row: Row) -> str:
        return row.color if row.color.startswith("#") else self.theme.color(row.color)

    def paint(self, painter: QPainter, _size: QSizeF, /) -> None:
        table, line = self._table, self._line()
        texts, numbers = self._fonts()
        high = self._rows_high or max(len(table.rows), 1)
        columns = max(1, -(-len(table.rows) // high))
        width, digit = self.area.width() / columns, QFontMetrics(numbers).horizontalAdvance("0")
        step = max([9 * digit, *map(QFontMetrics(texts).horizontalAdvance, table.headings)]) + 2 * digit
        if self._rows_high:
            self._paint_heading(painter, texts, line, step)
        for index, row in enumerate(table.rows):
            column, down = divmod(index, high)
            box = QRectF(column * width, (down + bool(self._rows_high)) * line, width, line)
            if row.color:
                self.paint_sample(painter, QRectF(box.left() + 1, box.top(), SAMPLE, line), row)
            box.setRight(box.right() - (0 if columns == 1 else digit))
            painter.setPen(QColor(self.theme.text))
            painter.setFont(numbers)
            for place, number in enumerate(reversed(row.numbers)):
                painter.drawText(box.adjusted(0, 0, -place * step, 0), RIGHT, number)
            taken = QFontMetrics(numbers).horizontalAdvance("".join(row.numbers[-1:])) + (len(row.numbers) - 1) * step
            box.adjust(SAMPLE + GAP, 0, -max(taken, 0) - GAP, 0)
            painter.setFont(texts)
            painter.setPen(QColor(self.theme.text if row.symbol and row.color else self.theme.muted))
            label = QFontMetrics(texts).elidedText(row.label, Qt.TextElideMode.ElideRight, int(box.width()))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, label)

    def _paint_heading(self, painter: QPainter, font: QFont, line: int, step: float) -> None:
        box = QRectF(0, 0, self.area.width(), line)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.accent if self._table.pointed else self.theme.muted))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self._table.title)
        painter.setPen(QColor(self.theme.muted))
        for place, heading in enumerate(reversed(self._table.headings)):
            painter.drawText(box.adjusted(0, 0, -place * step, 0), RIGHT, heading)

    def _fonts(self) -> tuple[QFont, QFont]:
        font = QFont(self.base_font)
        if self._roomy:
            font.setPointSizeF(font.pointSizeF() / SMALL)
        return small_font(font), number_font(font)

    def _line(self) -> int:
        return QFontMetrics(self._fonts()[0]).height() + self.air
