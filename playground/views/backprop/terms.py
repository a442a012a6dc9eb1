"""The terms of a sum, one chip each, wrapping like words; they scroll where there is no room for all."""

from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from playground.messages import numbers
from playground.training.walkthrough.explanation import Explanation
from playground.views.kit.appearance import scaled, tabular, zoom
from playground.views.kit.canvas import Canvas, Item
from playground.views.plots.style import small_font

PADDING = 6
GAP = 4
ROW_GAP = 5


class Chip(Struct, frozen=True):
    """One term's place, or that of the text between two (`term` is then -1)."""

    box: QRectF
    term: int
    upper: tuple[str, ...]
    lower: str


class TermFlow(Canvas):
    """Draws ``left = term + term + … = total``; the term under the mouse or the keys is told, -1 for none."""

    term_hovered = Signal(int)

    arrow_keys = MappingProxyType({Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)})

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._explanation: Explanation | None = None
        self._chips: list[Chip] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Terms"))
        self.pointed.connect(self._report)
        self.selected_changed.connect(self._report)

    def show_explanation(self, explanation: Explanation | None) -> None:
        self._explanation = explanation
        self.select(None)
        self.point(None)
        self.forget()
        self.updateGeometry()
        self.update()

    def forget(self) -> None:
        self._chips = self._flow(self.area.width())

    def items(self) -> list[Item]:
        return [Item(chip.term, chip.box, " ".join(chip.upper), chip.lower) for chip in self._chips if chip.term >= 0]

    def neighbour(self, item: Item | None, _right: int, down: int) -> Item | None:
        terms = self.items()
        start = -1 if item is None else [each.key for each in terms].index(item.key)
        return terms[min(max(start + down, 0), len(terms) - 1)]

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.select(None)

    def chip(self, term: int) -> QRectF:
        return next(chip.box for chip in self._chips if chip.term == term)

    def heightForWidth(self, width: int) -> int:
        chips = self._flow(width / zoom())
        return round((chips[-1].box.bottom() + ROW_GAP) * zoom()) if chips else 0

    def preferred_size(self) -> QSizeF:
        chips = self._flow(max(self.area.width(), 300))
        return QSizeF(300, chips[-1].box.bottom() + ROW_GAP if chips else 0)

    def paint(self, painter: QPainter, _size: QSizeF, /) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self.theme
        value_font, text_font, bold = self._fonts()
        for chip in self._chips:
            if chip.term < 0:
                painter.setFont(bold)
                painter.setPen(QColor(theme.text))
                painter.drawText(chip.box, Qt.AlignmentFlag.AlignCenter, chip.lower)
                continue
            current = chip.term == self.current
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
        bold = tabular(self.base_font)
        bold.setBold(True)
        return tabular(self.base_font), small_font(self.base_font), bold

    def _flow(self, width: float) -> list[Chip]:
        explanation = self._explanation
        if explanation is None:
            return []
        value_font, text_font, bold = (QFontMetricsF(font) for font in self._fonts())
        left = f"{explanation.left} =" if explanation.terms else explanation.left
        words: list[tuple[int, tuple[str, ...], str]] = [(-1, (), left)]
        for number, term in enumerate(explanation.terms):
            words += [(-1, (), "+")] if number else []
            words.append((number, broken(term.text, text_font, width - 2 * PADDING), numbers.number(term.value)))
        words.append((-1, (), f"= {numbers.number(explanation.total)}"))
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

    def _report(self) -> None:
        self.term_hovered.emit(self.current if isinstance(self.current, int) else -1)


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
    return [replace(chip, box=QRectF(chip.box.topLeft(), QSizeF(chip.box.width(), height))) for chip in row]


class TermArea(QScrollArea):
    """Scrolls a `TermFlow` by the mouse; the keys belong to the terms and to the panel around."""

    def __init__(self, flow: TermFlow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidget(flow)
        flow.setAutoFillBackground(False)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scaled(self, QWidget.setMinimumHeight, 60)
        flow.term_hovered.connect(self._follow)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def _follow(self, term: int) -> None:
        """Bring the term that the keys reached into sight."""
        flow = self.widget()
        if term >= 0 and isinstance(flow, TermFlow) and flow.hasFocus() and not flow.underMouse():
            middle = flow.chip(term).center().toPoint()
            self.ensureVisible(middle.x(), middle.y(), 0, 30)
