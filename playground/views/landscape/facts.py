"""The numbers beside the plot, which are its legend too."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.views.kit.canvas import Canvas
from playground.views.landscape.overlay import draw_sample
from playground.views.plots.style import SMALL, number_font, small_font

SAMPLE = 18
GAP = 7
AIR = 5
ROOMY = 280


@dataclass(frozen=True)
class Fact:
    """One line: what the plot's mark means, and its number.

    Attributes
    ----------
    symbol
        A mark of `overlay.MARKS`, ``"line"``, ``"dash"``, ``"arrow"`` or nothing.
    color
        The name of a colour of the theme.
    label, number
        Texts; a line without a number is only a legend.
    """

    symbol: str
    color: str
    label: str
    number: str = ""


class FactsPanel(Canvas):
    """A table of constant width, painted in one go: its numbers may change at every frame."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: tuple[Fact, ...] = ()
        self.setAccessibleName(self.tr("Numbers of the landscape"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What it says."""
        return self._facts

    def set_facts(self, facts: Sequence[Fact]) -> None:
        """Say something else."""
        facts = tuple(facts)
        if facts != self._facts:
            if len(facts) != len(self._facts):
                self.updateGeometry()
            self._facts = facts
            self.setAccessibleDescription("; ".join(f"{fact.label} {fact.number}".strip() for fact in facts))
            self.update()

    def as_text(self) -> str:
        """Return the table, tab-separated."""
        return "\n".join(f"{fact.label}\t{fact.number}".strip() for fact in self._facts)

    def preferred_size(self) -> QSizeF:
        """Return the room that all lines need."""
        return QSizeF(200, len(self._facts) * self._line() + AIR)

    def least_size(self) -> QSizeF:
        """Return the same: there is nothing to spare."""
        return self.preferred_size()

    def paint(self, painter: QPainter, _size: QSizeF, /) -> None:
        """Draw the table."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, line = self.theme, self._line()
        texts, numbers = self._fonts()
        colors = {"text": theme.text, "muted": theme.muted, "accent": theme.accent}
        for index, fact in enumerate(self._facts):
            row = QRectF(0, index * line, self.area.width(), line)
            color = colors.get(fact.color) or str(getattr(theme, fact.color))
            draw_sample(painter, fact.symbol, QRectF(0, row.top(), SAMPLE, line), color, theme)
            number = QFontMetrics(numbers).horizontalAdvance(fact.number)
            painter.setFont(numbers)
            painter.setPen(QColor(theme.text))
            painter.drawText(row, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, fact.number)
            room = row.adjusted(SAMPLE + GAP, 0, -number - GAP, 0)
            painter.setFont(texts)
            painter.setPen(QColor(theme.text if fact.symbol else theme.muted))
            label = QFontMetrics(texts).elidedText(fact.label, Qt.TextElideMode.ElideRight, int(room.width()))
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, label)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Write larger where there is room."""
        super().resizeEvent(event)
        if (event.size().width() < ROOMY) != (event.oldSize().width() < ROOMY):
            self.updateGeometry()

    def _fonts(self) -> tuple[QFont, QFont]:
        """Return the fonts of labels and of numbers."""
        font = QFont(self.base_font)
        if self.area.width() >= ROOMY:
            font.setPointSizeF(font.pointSizeF() / SMALL)
        return small_font(font), number_font(font)

    def _line(self) -> int:
        return QFontMetrics(self._fonts()[0]).height() + AIR
