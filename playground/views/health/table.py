"""The health view's table: a row for each layer with its numbers now, and a mark where one is conspicuous."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QLineF, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QHelpEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from playground.views.health.quantities import DOWN, QUANTITIES, UP, line_of
from playground.views.kit.canvas import painting
from playground.views.plots.style import line_pen, number_font, small_font
from playground.views.theme import LIGHT, Theme

LAYER_WIDTH = 44
"""Of the first column: a piece of the layer's line, and its number."""
SAMPLE = 22
MARKS = {UP: "▲", DOWN: "▼", 0: ""}


@dataclass(frozen=True)
class Cell:
    """One number: its text (None: not computed yet), its mark, and what it is, in words."""

    text: str | None
    mark: int
    tooltip: str


class LayerTable(QWidget):
    """A small table, painted in one go: it changes at every frame."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._rows: tuple[tuple[Cell, ...], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(self.tr("Health of each layer"))

    @property
    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        """What it says: a row for each layer, a cell for each quantity."""
        return self._rows

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme."""
        self._theme = theme
        self.update()

    def set_rows(self, rows: tuple[tuple[Cell, ...], ...]) -> None:
        """Say something else."""
        if rows != self._rows:
            if len(rows) != len(self._rows):
                self.updateGeometry()
            self._rows = rows
            self.update()

    def sizeHint(self) -> QSize:
        """Return a comfortable size for all rows."""
        return QSize(280, self._line(6) * max(1, len(self._rows)))

    def minimumSizeHint(self) -> QSize:
        """Return the size at which the rows touch."""
        return QSize(240, self._line(0) * max(1, len(self._rows)))

    def cell_rect(self, row: int, column: int) -> QRectF:
        """Return where a cell is."""
        width = (self.width() - LAYER_WIDTH) / len(QUANTITIES)
        height = self._row_height()
        return QRectF(LAYER_WIDTH + column * width, row * height, width, height)

    def event(self, event: QEvent) -> bool:
        """Say what the number under the mouse is."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            cell = self._cell_at(event.pos())
            QToolTip.showText(event.globalPos(), cell.tooltip if cell else "", self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the rows."""
        with painting(self) as painter:
            theme, height = self._theme, self._row_height()
            text, numbers = small_font(self.font()), number_font(self.font())
            warning, plain = QColor(theme.warning), QColor(theme.text)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            mark_width = QFontMetrics(text).horizontalAdvance("▲") + 2
            painter.setPen(QColor(theme.border))
            painter.drawLines([QLineF(0, row * height, self.width(), row * height) for row in range(len(self._rows))])
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
                    painter.drawText(area.adjusted(0, 0, -mark_width, 0), right, cell.text)
                    if cell.mark:
                        painter.setFont(text)
                        painter.drawText(area, right, MARKS[cell.mark])

    def _cell_at(self, place: QPoint) -> Cell | None:
        for row, cells in enumerate(self._rows):
            for column, cell in enumerate(cells):
                if self.cell_rect(row, column).contains(place):
                    return cell
        return None

    def _row_height(self) -> float:
        return min(self.height() / max(1, len(self._rows)), self._line(8))

    def _line(self, room: int) -> int:
        return QFontMetrics(small_font(self.font())).height() + room
