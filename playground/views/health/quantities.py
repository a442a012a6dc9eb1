"""What the health view shows of every layer, a record for each quantity, and the table with a row for each layer."""

from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter
from types import MappingProxyType
from typing import Any

from msgspec import Struct
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.messages import Message
from playground.messages.numbers import MISSING, number, percent
from playground.training.health import DOWN, UP, HealthReport
from playground.views.kit.canvas import Canvas, Item
from playground.views.plots.style import DASHES, line_pen, number_font, small_font
from playground.views.theme import Theme

Values = NDArray[Any]


class Quantity(Struct, frozen=True):
    """One column of the table, and one choice of the plot.

    Attributes
    ----------
    label, description, title, missing
        Of the column, its tooltip and the plot's axis, and what to say where no layer has it; to be translated.
    values
        The numbers `(L, k)` of a report.
    text
        Returns a number's text; None where it does not exist.
    logarithmic
        Whether equal factors are drawn as equal heights; else it is a share of one, drawn in percent.
    needs_update
        Whether it is about the last update, and not computed before the first.
    """

    name: str
    label: str
    description: str
    title: str
    missing: str
    values: Callable[[HealthReport], Values]
    text: Callable[[float | None], str]
    logarithmic: bool
    needs_update: bool = False


_RECORDS = (
    Quantity(
        name="gradient_norm",
        label=Message("Gradient"),
        description=Message("‖dW, db‖, the norm of each layer's gradient: about the same size in all layers is good."),
        title=Message("‖dW, db‖ of each layer"),
        missing=Message("No gradient yet: run the training to see it."),
        values=attrgetter("gradient_norm"),
        text=number,
        logarithmic=True,
        needs_update=True,
    ),
    Quantity(
        name="update_ratio",
        label=Message("Update"),
        description=Message(
            "How far the last update moved each layer's weights, divided by their size: around 1e-3 is usual."
        ),
        title=Message("Update / weight by layer"),
        missing=Message("No update yet: run the training to see it."),
        values=attrgetter("update_ratio"),
        text=number,
        logarithmic=True,
        needs_update=True,
    ),
    Quantity(
        name="saturated",
        label=Message("Saturated"),
        description=Message("The share of neurons at the flat ends of sigmoid or tanh for most training examples."),
        title=Message("Saturated neurons by layer, %"),
        missing=Message("Only hidden layers with sigmoid or tanh can be saturated."),
        values=attrgetter("saturated"),
        text=percent,
        logarithmic=False,
    ),
    Quantity(
        name="dead",
        label=Message("Dead"),
        description=Message("The share of ReLU neurons that give zero for every training example."),
        title=Message("Dead neurons by layer, %"),
        missing=Message("Only hidden layers with ReLU can have dead neurons."),
        values=attrgetter("dead"),
        text=percent,
        logarithmic=False,
    ),
)

QUANTITIES: Mapping[str, Quantity] = MappingProxyType({record.name: record for record in _RECORDS})
"""Every column by name."""


def line_of(layer: int, theme: Theme) -> tuple[str, Qt.PenStyle]:
    """Return colour and dash of a layer, 0 … L − 1: the two together are each layer's own."""
    colors = theme.classes
    return colors[layer % len(colors)], DASHES[(layer + layer // len(colors)) % len(DASHES)]


LAYER_WIDTH = 44
"""Of the first column: a piece of the layer's line, and its number."""
SAMPLE = 22
MARKS = {UP: "▲", DOWN: "▼", 0: ""}


class Cell(Struct, frozen=True):
    """One number: its text (None: not computed yet), its mark, what it is, in words, and a shorter text."""

    text: str | None
    mark: int
    tooltip: str
    brief: str = ""

    def text_in(self, room: float, metrics: QFontMetrics) -> str:
        """Return as much of the number as so many pixels hold: cut off, it would be another."""
        whole = self.text or ""
        return self.brief if self.brief and metrics.horizontalAdvance(whole) > room else whole


class LayerTable(Canvas):
    """A small table: it changes at every frame."""

    shows_focus = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[tuple[Cell, ...], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(self.tr("Health of each layer"))

    @property
    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        """What it says: a row for each layer, a cell for each quantity."""
        return self._rows

    def set_rows(self, rows: tuple[tuple[Cell, ...], ...]) -> None:
        if rows != self._rows:
            if len(rows) != len(self._rows):
                self.updateGeometry()
            self._rows = rows
            self.update()

    def cell_rect(self, row: int, column: int) -> QRectF:
        width = (self.area.width() - LAYER_WIDTH) / len(QUANTITIES)
        height = self._row_height()
        return QRectF(LAYER_WIDTH + column * width, row * height, width, height)

    def items(self) -> Sequence[Item]:
        return [
            Item((row, column), self.cell_rect(row, column), cell.tooltip)
            for row, cells in enumerate(self._rows)
            for column, cell in enumerate(cells)
        ]

    def as_text(self) -> str:
        lines = [
            "\t".join([str(row), *(cell.text or MISSING for cell in cells)]) for row, cells in enumerate(self._rows, 1)
        ]
        return "\n".join(lines)

    def preferred_size(self) -> QSizeF:
        return QSizeF(280, self._line(6) * max(1, len(self._rows)))

    def least_size(self) -> QSizeF:
        return QSizeF(240, self._line(0) * max(1, len(self._rows)))

    def paint(self, painter: QPainter, size: QSizeF) -> None:
        theme, height = self.theme, self._row_height()
        text, numbers = small_font(self.base_font), number_font(self.base_font)
        warning, plain = QColor(theme.warning), QColor(theme.text)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        mark_width = QFontMetrics(text).horizontalAdvance("▲") + 2
        painter.setPen(QColor(theme.border))
        painter.drawLines([QLineF(0, row * height, size.width(), row * height) for row in range(len(self._rows))])
        for row, cells in enumerate(self._rows):
            color, dash = line_of(row, theme)
            middle = (row + 0.5) * height
            painter.setPen(line_pen(color, dash, 2))
            painter.drawLine(QLineF(2, middle, SAMPLE, middle))
            painter.setPen(plain)
            painter.setFont(text)
            label = QRectF(SAMPLE + 6, row * height, LAYER_WIDTH - SAMPLE - 6, height)
            painter.drawText(label, Qt.AlignmentFlag.AlignVCenter, str(row + 1))
            for column, cell in enumerate(cells):
                area = self.cell_rect(row, column)
                if cell.text is None:
                    hatch = QBrush(QColor(theme.hatch), Qt.BrushStyle.BDiagPattern)
                    painter.fillRect(area.adjusted(14, 3, -mark_width, -3), hatch)
                    continue
                painter.setPen(warning if cell.mark else plain)
                painter.setFont(numbers)
                room = area.adjusted(0, 0, -mark_width, 0)
                painter.drawText(room, right, cell.text_in(room.width(), painter.fontMetrics()))
                if cell.mark:
                    painter.setFont(text)
                    painter.drawText(area, right, MARKS[cell.mark])

    def _row_height(self) -> float:
        return min(self.area.height() / max(1, len(self._rows)), self._line(8))

    def _line(self, room: int) -> int:
        return QFontMetrics(small_font(self.base_font)).height() + room
