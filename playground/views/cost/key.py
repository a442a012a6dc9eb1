"""Whose curves the coloured lines are: a line of names above the plot, where runs are pinned."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.training.pins import Pin
from playground.views.forms.text import spoken
from playground.views.kit.canvas import Canvas
from playground.views.plots.style import line_pen, small_font
from playground.views.runs.colors import pin_color

SAMPLE, GAP, BETWEEN = 14, 5, 12
MOST_ROWS = 2


class PinKey(Canvas):
    """Names in their colours, in one row or two; what has no room is left to the table of runs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pins: Sequence[Pin] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Pinned runs"))
        self.hide()

    def show_pins(self, pins: Sequence[Pin]) -> None:
        """Name other runs."""
        if pins is not self._pins:
            self._pins = pins
            self.setVisible(bool(pins))
            self.setAccessibleDescription(", ".join(spoken(pin.name) for pin in pins))
            self.setToolTip("\n".join(spoken(pin.name) for pin in pins))
            self.updateGeometry()
            self.update()

    def preferred_size(self) -> QSizeF:
        """Return room for one row, or for two where there are many."""
        return QSizeF(100, self._line() * (1 if len(self._pins) < 3 else MOST_ROWS))

    def paint(self, painter: QPainter, _size: QSizeF, /) -> None:
        """Write the names."""
        painter.setFont(small_font(self.base_font))
        metrics, line = QFontMetrics(painter.font()), self._line()
        rows = max(1, self.area.height() // line)
        per_row = -(-len(self._pins) // rows)
        width = self.area.width() / max(1, min(per_row, 3))
        for number, pin in enumerate(self._pins):
            row, column = divmod(number, max(1, min(per_row, 3)))
            if row >= rows:
                break
            left, top = column * width, row * line
            painter.setPen(line_pen(pin_color(pin.number, self.theme), width=2))
            painter.drawLine(int(left + 1), int(top + line / 2), int(left + SAMPLE), int(top + line / 2))
            painter.setPen(QColor(self.theme.text))
            room = width - SAMPLE - GAP - BETWEEN
            text = metrics.elidedText(spoken(pin.name), Qt.TextElideMode.ElideRight, int(room))
            painter.drawText(QRectF(left + SAMPLE + GAP, top, room, line), Qt.AlignmentFlag.AlignVCenter, text)

    def _line(self) -> int:
        return QFontMetrics(small_font(self.base_font)).height() + 2
