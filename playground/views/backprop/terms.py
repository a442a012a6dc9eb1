"""The terms of a sum, one chip each, wrapping like words."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.training.explanation import Explanation
from playground.views import numbers
from playground.views.kit.canvas import painting
from playground.views.plots.style import small_font
from playground.views.theme import LIGHT, Theme

PADDING = 6
GAP = 4
ROW_GAP = 5


@dataclass(frozen=True)
class Chip:
    """One term's place, or that of the text between two (`term` is then -1)."""

    box: QRectF
    term: int
    upper: tuple[str, ...]
    lower: str


class TermFlow(QWidget):
    """Draws ``left = term + term + … = total``.

    Signals
    -------
    term_hovered(number)
        The number of the term under the mouse or the keys, -1 for none.
    """

    term_hovered = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._color = ""
        self._explanation: Explanation | None = None
        self._chips: list[Chip] = []
        self._current = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Terms"))

    def show_explanation(self, explanation: Explanation | None) -> None:
        """Show another number's terms."""
        self._explanation = explanation
        self._current = -1
        self._place()
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        self._theme = theme
        self.update()

    def chip(self, term: int) -> QRectF:
        """Return the place of one term."""
        return next(chip.box for chip in self._chips if chip.term == term)

    @property
    def current(self) -> int:
        """The term under the mouse or the keys, -1 for none."""
        return self._current

    def hasHeightForWidth(self) -> bool:
        """Return true: the terms wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows."""
        chips = self._flow(width)
        return int(chips[-1].box.bottom()) + ROW_GAP if chips else 0

    def sizeHint(self) -> QSize:
        """Return the size at the present width."""
        return QSize(300, self.heightForWidth(max(self.width(), 300)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        if event.type() == QEvent.Type.FontChange:
            self._place()
            self.updateGeometry()
        super().changeEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light the term under the mouse."""
        self._choose(self._at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the mouse."""
        self._choose(-1)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the terms with the up and down keys."""
        count = 0 if self._explanation is None else len(self._explanation.terms)
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None or not count:
            super().keyPressEvent(event)
            return
        self._choose(min(max(self._current + step, 0), count - 1))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chips."""
        with painting(self, smooth=True) as painter:
            theme = self._theme
            value_font, text_font, bold = self._fonts()
            for chip in self._chips:
                if chip.term < 0:
                    painter.setFont(bold)
                    painter.setPen(QColor(theme.text))
                    painter.drawText(chip.box, Qt.AlignmentFlag.AlignCenter, chip.lower)
                    continue
                current = chip.term == self._current
                painter.setPen(QPen(QColor(theme.text if current else theme.border), 1.6 if current else 1))
                painter.setBrush(QColor(theme.surface))
                painter.drawRoundedRect(chip.box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
                line = QFontMetricsF(text_font).height()
                place = QRectF(chip.box.left(), chip.box.top() + 2, chip.box.width(), line)
                painter.setFont(text_font)
                painter.setPen(QColor(theme.muted))
                for text in chip.upper:
                    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
                    place.translate(0, line)
                painter.setFont(value_font)
                painter.setPen(QColor(theme.text))
                place.setBottom(chip.box.bottom() - 1)
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, chip.lower)

    def _fonts(self) -> tuple[QFont, QFont, QFont]:
        bold = numbers.tabular(self.font())
        bold.setBold(True)
        return numbers.tabular(self.font()), small_font(self.font()), bold

    def _place(self) -> None:
        self._chips = self._flow(self.width())

    def _flow(self, width: int) -> list[Chip]:
        explanation = self._explanation
        if explanation is None:
            return []
        value_font, text_font, bold = (QFontMetricsF(font) for font in self._fonts())
        words: list[tuple[int, tuple[str, ...], str]] = [(-1, (), f"{explanation.left} =")]
        for number, term in enumerate(explanation.terms):
            words += [(-1, (), "+")] if number else []
            words.append((number, broken(term.text, text_font, width - 2 * PADDING), value_text(term.value)))
        words.append((-1, (), f"= {value_text(explanation.total)}"))
        chips: list[Chip] = []
        row: list[Chip] = []
        x = y = 0.0
        height = value_font.height() + 4
        for term_number, upper, lower in words:
            lines = [text_font.horizontalAdvance(line) for line in upper]
            value = (value_font if upper else bold).horizontalAdvance(lower)
            wide = min(max(value, *lines, 0.0) + (2 * PADDING if upper else 2), width)
            if row and x + wide > width:
                chips += _one_height(row, height)
                x, y, row, height = 0.0, y + height + ROW_GAP, [], value_font.height() + 4
            height = max(height, value_font.height() + len(upper) * text_font.height() + 4)
            row.append(Chip(QRectF(x, y, wide, height), term_number, upper, lower))
            x += wide + GAP
        return chips + _one_height(row, height)

    def _at(self, place: QPointF) -> int:
        return next((chip.term for chip in self._chips if chip.term >= 0 and chip.box.contains(place)), -1)

    def _choose(self, term: int) -> None:
        if term != self._current:
            self._current = term
            self.update()
            self.term_hovered.emit(term)


def value_text(value: float) -> str:
    """Return a number as it stands in a sum."""
    return numbers.compact(value, 8, pad=False)


def broken(text: str, metrics: QFontMetricsF, width: float) -> tuple[str, ...]:
    """Return a term's text in lines that fit a width: broken before an equals sign, then after factors."""
    if metrics.horizontalAdvance(text) <= width:
        return (text,)
    lines: list[str] = []
    for number, part in enumerate(text.split(" = ")):
        line = "= " if number else ""
        pieces = part.split("·")
        for place, piece in enumerate(pieces):
            factor = piece + ("·" if place < len(pieces) - 1 else "")
            if line and metrics.horizontalAdvance(line + factor) > width:
                lines.append(line)
                line = ""
            line += factor
        lines.append(line)
    return tuple(lines)


def _one_height(row: list[Chip], height: float) -> list[Chip]:
    """Return a row of chips with the height of the tallest."""
    return [replace(chip, box=QRectF(chip.box.topLeft(), QSizeF(chip.box.width(), height))) for chip in row]
