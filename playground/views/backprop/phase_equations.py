"""The equations of one phase of a walk: which number is explained, and what it was computed from."""

from collections.abc import Collection, Iterable, Sequence

from PySide6.QtCore import QPointF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from playground.messages import numbers
from playground.training.walkthrough.walk import Cell
from playground.views.backprop.equation_canvas import MARGIN, EquationCanvas, Piece
from playground.views.backprop.equations import Operand, Part, equations
from playground.views.backprop.layout import LEAST_HEIGHT
from playground.views.backprop.position import Position, symbol
from playground.views.kit.appearance import tabular
from playground.views.kit.canvas import ARROWS
from playground.views.plots.style import small_font

MOST_OUTLINES = 2000
MOST_READABLE = 12
"""Rows that are given room for their numbers; of more nobody reads them all."""


class PhaseEquations(EquationCanvas):
    """Draws the equations of one phase; a click on a number asks how it came about."""

    cell_clicked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._position: Position | None = None
        self._sources: tuple[Cell, ...] = ()
        self._strong: tuple[Cell, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("The matrices of this step"))
        self.chosen.connect(self.cell_clicked)

    def preferred_size(self) -> QSizeF:
        return QSizeF(760, max(200, self.least_size().height()))

    def least_size(self) -> QSizeF:
        """Return the least in which the numbers of all phases can be read, as far as there are not too many."""
        line = self._small_line()
        shapes = [] if self._position is None else [each.shape for each in self._position.walkthrough.arrays.values()]
        rows = max((side for shape in shapes for side in shape if side <= MOST_READABLE), default=1)
        return QSizeF(300, max(120, rows * LEAST_HEIGHT + 2 * line + 14 + self.below()))

    def ground(self) -> str:
        return self.theme.surface

    def show_position(self, position: Position | None) -> None:
        self._position = position
        self.point(None)
        super().select(None)
        self._sources = self._strong = ()
        self.forget()
        self.updateGeometry()
        self.renew()

    def explain(self, cell: Cell | None, sources: Sequence[Cell] = ()) -> None:
        """Outline the number that is explained, and more lightly those that it was computed from."""
        super().select(cell)
        self._sources, self._strong = tuple(sources), ()
        self.setAccessibleDescription(self.readout)
        self.update()

    def highlight(self, sources: Sequence[Cell]) -> None:
        """Outline the numbers of one term strongly."""
        self._strong = tuple(sources)
        self.update()

    @property
    def highlighted(self) -> tuple[Cell, ...]:
        """The numbers outlined strongly."""
        return self._strong

    @property
    def readout(self) -> str:
        """The number under the mouse, else the explained one, exactly."""
        item = self.item_of(self.current)
        if item is None:
            return ""
        return (
            self.tr("{name}: not computed yet").format(name=item.name) if item.value == numbers.MISSING else item.text
        )

    def parts(self) -> Sequence[Sequence[Part]]:
        return () if self._position is None else equations(self._position.phase, self._position.walkthrough)

    def piece(self, operand: Operand) -> Piece:
        assert self._position is not None, "without a walk there is no equation"
        quantity = operand.quantity
        name = symbol(quantity, transposed=operand.transposed)
        return Piece(name, self._position.shape(quantity) or (1, 1), self._position.array(quantity))

    def outlines(self) -> Iterable[tuple[Collection[Cell], QPen]]:
        selected = self.item_of(self.selected)
        yield self._sources[:MOST_OUTLINES], QPen(QColor(self.theme.text), 1, Qt.PenStyle.DotLine)
        yield self._strong, QPen(QColor(self.theme.text), 2.4)
        if selected is not None and isinstance(selected.key, tuple):
            yield [selected.key], QPen(QColor(self._color()), 2.4)

    def name_style(self, operand: Operand) -> tuple[QFont, str]:
        is_result = self._position is not None and operand.quantity in self._position.phase.result
        font = QFont(self.base_font)
        font.setBold(is_result)
        return font, self._color() if is_result else self.theme.text

    def below(self) -> float:
        return self._small_line() + 4

    def tip_at(self, _place: QPointF) -> str:
        """Return nothing: the readout says it."""
        return ""

    def paint(self, painter: QPainter, size: QSizeF, /) -> None:
        super().paint(painter, size)
        line = self.area.adjusted(MARGIN, 0, -MARGIN, -2)
        bottom = Qt.AlignmentFlag.AlignBottom
        painter.setFont(tabular(small_font(self.base_font)))
        painter.setPen(QColor(self.theme.text))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | bottom, self.readout)
        if self.hovered is not None and self.hovered != self.selected:
            painter.setPen(QColor(self.theme.muted))
            painter.drawText(line, Qt.AlignmentFlag.AlignRight | bottom, self.tr("Click: how it came about"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the explained number: up and down, and with Ctrl to the sides."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        step = ARROWS.get(event.key())
        if step is None or bool(step[0]) != control or not self._move(*step):
            super().keyPressEvent(event)

    def _move(self, right: int, down: int) -> bool:
        """Move the explained number within its matrix, as drawn; return whether there is one."""
        key = self.selected
        block = self.arrangement.block_of(key[0]) if isinstance(key, tuple) else None
        if block is None or not isinstance(key, tuple):
            return False
        row, column = block.turned(key[1], key[2])
        row, column = min(max(row + down, 0), block.rows - 1), min(max(column + right, 0), block.columns - 1)
        self.cell_clicked.emit((key[0], *block.turned(row, column)))
        return True

    def _color(self) -> str:
        return self.theme.text if self._position is None else self._position.color(self.theme)
