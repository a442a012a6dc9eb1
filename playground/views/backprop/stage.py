"""The matrices of a phase side by side, as they stand in its equation."""

from bisect import bisect_right
from collections.abc import Hashable, Sequence
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from playground.messages import numbers
from playground.training.walkthrough.cells import Cell, cell_name
from playground.views.backprop.layout import Arrangement, Block
from playground.views.backprop.position import Position
from playground.views.backprop.scenery import Scenery
from playground.views.kit.canvas import ARROWS, NO_KEYS, Canvas, Item, Items


class EquationCanvas(Canvas):
    """Draws the equations of one phase; a click on a number asks how it came about.

    Signals
    -------
    cell_clicked(cell)
        A `Cell`.
    """

    cell_clicked = Signal(object)
    arrow_keys = NO_KEYS

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._position: Position | None = None
        self._scenery: Scenery | None = None
        self._sources: tuple[Cell, ...] = ()
        self._strong: tuple[Cell, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("The matrices of this step"))
        self.chosen.connect(self.cell_clicked)

    def preferred_size(self) -> QSizeF:
        """Return a comfortable size."""
        return QSizeF(760, 200)

    def show_position(self, position: Position | None) -> None:
        """Show another phase."""
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
        return None if self.scenery is None else self.scenery.arrangement

    @property
    def scenery(self) -> Scenery | None:
        """What is drawn; built when first needed."""
        if self._scenery is None and self._position is not None:
            self._scenery = Scenery(self._position, self.theme, self.base_font, self.area)
        return self._scenery

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
        """Return the least that can be read."""
        return QSizeF(300, 120)

    def ground(self) -> str:
        """Cover the whole area."""
        return self.theme.surface

    def forget(self) -> None:
        """Lay out anew."""
        self._scenery = None

    def items(self) -> Items:
        """Return every number of the matrices."""
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
        """Return the number at a place."""
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
        """Draw the matrices and the signs between them."""
        if self.scenery is not None:
            self.scenery.paint(painter)

    def paint(self, painter: QPainter, _size: QSizeF, /) -> None:
        """Draw the outlines and the readout."""
        if self.scenery is not None:
            cells = [self._cell(self.selected), self._cell(self.hovered)]
            self.scenery.paint_outlines(painter, self._sources, self._strong, *cells)
            self.scenery.paint_readout(painter, self.readout, self._hint())

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
