"""The exact numbers of one entry, in places that do not move."""

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.engine import ParameterCheck
from playground.messages import numbers
from playground.views.check.row import Verdict, verdict_color
from playground.views.kit.canvas import Canvas
from playground.views.plots.style import number_font, small_font

DIGITS = 10
"""Of the two gradients: enough to see where they part."""


class EntryReadout(Canvas):
    """Analytic, numerical, difference and relative error of the entry under the mouse."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._check: ParameterCheck | None = None
        self._entry: tuple[int, int] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """What is read: a caption and a number each."""
        if self._check is None or self._entry is None:
            return ()
        check, entry = self._check, self._entry
        return (
            (self.tr("analytic"), numbers.scientific(float(check.analytic[entry]), DIGITS)),
            (self.tr("numerical"), numbers.scientific(float(check.numerical[entry]), DIGITS)),
            (self.tr("difference"), numbers.scientific(float(check.difference[entry]), 3)),
            (self.tr("relative error"), numbers.scientific(float(check.relative_error[entry]), 3)),
        )

    @property
    def title(self) -> str:
        """The entry's name and its verdict, or how to get one."""
        if self._check is None:
            return self.tr("not computed yet")
        if self._entry is None:
            return self.tr("Point at a cell to read its exact numbers.")
        row, column = self._entry
        name = self._check.name
        place = f"{row + 1},{column + 1}" if name.startswith("W") else f"{row + 1}"
        return f"∂C / ∂{name}[{place}]"

    @property
    def verdict(self) -> str:
        """Whether the entry agrees, in a word."""
        if self._check is None or self._entry is None:
            return ""
        if self._check.at_kink[self._entry]:
            return self.tr("at a kink: not judged")
        if self._check.in_rounding[self._entry]:
            return self.tr("lost in rounding: not judged")
        return self.tr("differs") if self._check.differs[self._entry] else self.tr("agrees")

    def show_entry(self, check: ParameterCheck | None, entry: tuple[int, int] | None) -> None:
        self._check, self._entry = check, entry
        text = "; ".join(f"{caption} {number}" for caption, number in self.lines)
        self.setAccessibleName(f"{self.title} {text} {self.verdict}".strip())
        self.update()

    def as_text(self) -> str:
        return "\n".join([self.title, *("\t".join(line) for line in self.lines), self.verdict]).strip()

    def preferred_size(self) -> QSizeF:
        return QSizeF(320, 3 * self._line() + 2)

    def least_size(self) -> QSizeF:
        return self.preferred_size()

    def paint(self, painter: QPainter, _size: QSizeF, /) -> None:
        theme, line = self.theme, self._line()
        painter.setFont(small_font(self.base_font))
        title = QRectF(0, 0, self.area.width(), line)
        painter.setPen(QColor(theme.muted if self._entry is None else theme.text))
        painter.drawText(title, Qt.AlignmentFlag.AlignVCenter, self.title)
        if not self.lines:
            return
        self._paint_verdict(painter, title)
        middle = self.area.width() * 0.54
        self._paint_numbers(painter, 0, middle - 8, self.lines[:2])
        self._paint_numbers(painter, middle, self.area.width() - middle, self.lines[2:])

    def _paint_verdict(self, painter: QPainter, area: QRectF) -> None:
        assert self._check is not None
        assert self._entry is not None
        kind: Verdict = "differs" if self._check.differs[self._entry] else "agrees"
        if self._check.at_kink[self._entry] or self._check.in_rounding[self._entry]:
            kind = "unknown"
        painter.setPen(QColor(verdict_color(kind, self.theme)))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self.verdict)

    def _paint_numbers(self, painter: QPainter, left: float, width: float, lines: tuple[tuple[str, str], ...]) -> None:
        line = self._line()
        words, digits = small_font(self.base_font), number_font(self.base_font)
        offset = max(QFontMetricsF(words).horizontalAdvance(caption) for caption, _ in lines) + 8
        for index, (caption, number) in enumerate(lines, start=1):
            area = QRectF(left, index * line, width, line)
            painter.setFont(words)
            painter.setPen(QColor(self.theme.muted))
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, caption)
            painter.setFont(digits)
            painter.setPen(QColor(self.theme.text))
            sign = "" if number.startswith(numbers.MINUS) else " "
            painter.drawText(area.adjusted(offset, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, sign + number)

    def _line(self) -> int:
        fonts = (small_font(self.base_font), number_font(self.base_font))
        return int(max(QFontMetricsF(font).height() for font in fonts)) + 2
