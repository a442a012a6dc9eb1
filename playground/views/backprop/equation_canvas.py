"""The matrices of a phase side by side, as they stand in its equation."""

from bisect import bisect_right
from collections.abc import Hashable, Sequence
from itertools import accumulate

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from playground.messages import numbers
from playground.training.walkthrough.cells import Cell, Quantity, cell_name
from playground.views.backprop.equations import Sign, equations
from playground.views.backprop.layout import Arrangement, Block, MatrixPainter, Placed, arrange
from playground.views.backprop.position import DIRECTIONS, Position, shape_text, symbol
from playground.views.kit.appearance import tabular
from playground.views.kit.canvas import ARROWS, NO_KEYS, Canvas, Item, Items
from playground.views.plots.style import small_font
from playground.views.theme import Theme

MARGIN = 8
MOST_OUTLINES = 2000


class EquationPicture:
    """One phase laid out in the area of a widget."""

    def __init__(self, position: Position, theme: Theme, font: QFont, area: QRectF) -> None:
        self._position, self._theme, self._area = position, theme, area
        self._font, self._small = QFont(font), small_font(font)
        self._bold = QFont(font)
        self._bold.setBold(True)
        self._sign_font = QFont(font)
        self._sign_font.setPointSizeF(font.pointSizeF() * 1.25)
        self._metrics, self._small_metrics = QFontMetricsF(self._bold), QFontMetricsF(self._small)
        self._sign_metrics = QFontMetricsF(self._sign_font)
        self._matrices = MatrixPainter(theme, font)
        line, small = self._metrics.height(), self._small_metrics.height()
        inner = area.adjusted(MARGIN, line + 4, -MARGIN, -(2 * small + 8))
        phase = position.phase
        self.arrangement = arrange(equations(phase, position.walkthrough), self._shape, inner, self._width)

    def paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        for block in self.arrangement.blocks:
            self._matrices.paint(painter, block, self._position.array(block.operand.quantity))
            self._paint_captions(painter, block)
        for placed in self.arrangement.placed:
            self._paint_sign(painter, placed)

    def paint_outlines(
        self,
        painter: QPainter,
        sources: Sequence[Cell],
        strong: Sequence[Cell],
        selected: Cell | None,
        hovered: Cell | None,
    ) -> None:
        """Draw the outlines: of what an explained number was computed from, of one term, of the number itself."""
        color = QColor(DIRECTIONS[self._position.phase.direction].color(self._theme))
        self._outline(painter, sources[:MOST_OUTLINES], QPen(QColor(self._theme.text), 1, Qt.PenStyle.DotLine))
        self._outline(painter, strong, QPen(QColor(self._theme.text), 2.4))
        self._outline(painter, [selected] if selected else [], QPen(color, 2.4))
        self._outline(painter, [hovered] if hovered else [], QPen(QColor(self._theme.text), 1))

    def paint_readout(self, painter: QPainter, text: str, hint: str) -> None:
        """Draw the line at the bottom."""
        line = self._area.adjusted(MARGIN, 0, -MARGIN, -2)
        painter.setFont(tabular(self._small))
        painter.setPen(QColor(self._theme.text))
        bottom = Qt.AlignmentFlag.AlignBottom
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | bottom, text)
        painter.setPen(QColor(self._theme.muted))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | bottom, hint)

    def _outline(self, painter: QPainter, cells: Sequence[Cell], pen: QPen) -> None:
        places = dict.fromkeys(cells)
        boxes = [
            block.cell_box(row, column).adjusted(0.5, 0.5, -0.5, -0.5)
            for quantity, row, column in places
            for block in self.arrangement.blocks
            if block.operand.quantity == quantity
        ]
        if boxes:
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRects(boxes)

    def _paint_captions(self, painter: QPainter, block: Block) -> None:
        operand, box = block.operand, block.box
        is_result = operand.quantity in self._position.phase.result
        direction = DIRECTIONS[self._position.phase.direction]
        painter.setFont(self._bold if is_result else self._font)
        painter.setPen(QColor(direction.color(self._theme) if is_result else self._theme.text))
        name = symbol(operand.quantity, transposed=operand.transposed)
        width = self._metrics.horizontalAdvance(name)
        center = box.center().x()
        painter.drawText(QPointF(center - width / 2, box.top() - 5), name)
        painter.setFont(self._small)
        painter.setPen(QColor(self._theme.muted))
        text = self._below(block)
        width = self._small_metrics.horizontalAdvance(text)
        if width > box.width() + 24:
            text = shape_text(block.rows, block.columns)
            width = self._small_metrics.horizontalAdvance(text)
        painter.drawText(QPointF(center - width / 2, box.bottom() + self._small_metrics.ascent() + 4), text)

    def _below(self, block: Block) -> str:
        """Return the shape, and where no numbers can be read the end of the colours."""
        text = shape_text(block.rows, block.columns)
        values = self._position.array(block.operand.quantity)
        if values is None or self._matrices.shows_numbers(block):
            return text
        with np.errstate(all="ignore"):
            end = float(np.abs(values).max())
        return f"{text}   ±{numbers.number(end)}"

    def _paint_sign(self, painter: QPainter, placed: Placed) -> None:
        painter.setFont(self._sign_font)
        painter.setPen(QColor(self._theme.text))
        rise = (self._sign_metrics.ascent() - self._sign_metrics.descent()) / 2
        painter.drawText(QPointF(placed.left, self.arrangement.middle + rise), placed.sign.text)

    def _shape(self, quantity: Quantity) -> tuple[int, int]:
        return self._position.shape(quantity) or (1, 1)

    def _width(self, sign: Sign) -> int:
        return int(self._sign_metrics.horizontalAdvance(sign.text)) + 1


class EquationCanvas(Canvas):
    """Draws the equations of one phase; a click on a number asks how it came about."""

    cell_clicked = Signal(object)
    arrow_keys = NO_KEYS

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._position: Position | None = None
        self._picture_of_phase: EquationPicture | None = None
        self._sources: tuple[Cell, ...] = ()
        self._strong: tuple[Cell, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("The matrices of this step"))
        self.chosen.connect(self.cell_clicked)

    def preferred_size(self) -> QSizeF:
        return QSizeF(760, 200)

    def show_position(self, position: Position | None) -> None:
        self._position = position
        self.point(None)
        super().select(None)
        self._sources = self._strong = ()
        self.forget()
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
    def arrangement(self) -> Arrangement | None:
        """Where everything lies; None before there is anything."""
        return None if self.picture is None else self.picture.arrangement

    @property
    def picture(self) -> EquationPicture | None:
        """What is drawn; built when first needed."""
        if self._picture_of_phase is None and self._position is not None:
            self._picture_of_phase = EquationPicture(self._position, self.theme, self.base_font, self.area)
        return self._picture_of_phase

    @property
    def readout(self) -> str:
        """The number under the mouse, else the explained one, exactly."""
        item = self.item_of(self.current)
        if item is None:
            return ""
        if item.value == numbers.MISSING:
            return self.tr("{name}: not computed yet").format(name=item.name)
        return item.text

    def least_size(self) -> QSizeF:
        return QSizeF(300, 120)

    def ground(self) -> str:
        return self.theme.surface

    def forget(self) -> None:
        self._picture_of_phase = None

    def items(self) -> Items:
        blocks = () if self.arrangement is None else self.arrangement.blocks
        ends = [*accumulate(block.rows * block.columns for block in blocks)]

        def item(index: int) -> Item:
            place = bisect_right(ends, index)
            block = blocks[place]
            row, column = divmod(index - (ends[place - 1] if place else 0), block.columns)
            cell = (column, row) if block.operand.transposed else (row, column)
            return self._item((block.operand.quantity, *cell), block)

        return Items(ends[-1] if ends else 0, item)

    def item_at(self, place: QPointF) -> Item | None:
        return self.item_of(None if self.arrangement is None else self.arrangement.at(place.x(), place.y()))

    def item_of(self, key: Hashable | None) -> Item | None:
        """Return a number; one that is not among those drawn has no place."""
        cell = self._cell(key)
        if cell is None or self.arrangement is None:
            return None
        return self._item(cell, self.arrangement.block_of(cell[0]))

    def tip_at(self, _place: QPointF) -> str:
        """Return nothing: the readout says it."""
        return ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the explained number: up and down, and with Ctrl to the sides."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        step = ARROWS.get(event.key())
        if step is None or bool(step[0]) != control or not self._move(*step):
            super().keyPressEvent(event)

    def paint_still(self, painter: QPainter, _size: QSizeF, /) -> None:
        if self.picture is not None:
            self.picture.paint(painter)

    def paint(self, painter: QPainter, _size: QSizeF, /) -> None:
        if self.picture is not None:
            cells = [self._cell(self.selected), self._cell(self.hovered)]
            self.picture.paint_outlines(painter, self._sources, self._strong, *cells)
            self.picture.paint_readout(painter, self.readout, self._hint())

    def _hint(self) -> str:
        if self.hovered is None or self.hovered == self.selected:
            return ""
        return self.tr("Click: how it came about")

    def _item(self, cell: Cell, block: Block | None) -> Item:
        quantity, row, column = cell
        values = None if self._position is None else self._position.array(quantity)
        value = numbers.MISSING if values is None else numbers.significant(float(values[row, column]))
        box = QRectF() if block is None else block.cell_box(row, column)
        return Item(cell, box, cell_name(cell), value)

    @staticmethod
    def _cell(key: Hashable | None) -> Cell | None:
        return (key[0], key[1], key[2]) if isinstance(key, tuple) else None

    def _move(self, right: int, down: int) -> bool:
        """Move the explained number within its matrix, as drawn; return whether there is one."""
        cell = self._cell(self.selected)
        block = None if cell is None or self.arrangement is None else self.arrangement.block_of(cell[0])
        if cell is None or block is None:
            return False
        quantity, row, column = cell
        if block.operand.transposed:
            down, right = right, down
        rows, columns = (block.columns, block.rows) if block.operand.transposed else (block.rows, block.columns)
        row, column = min(max(row + down, 0), rows - 1), min(max(column + right, 0), columns - 1)
        self.cell_clicked.emit((quantity, row, column))
        return True
