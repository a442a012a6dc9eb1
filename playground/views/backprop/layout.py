"""Where the matrices of a phase and their cells lie, in whole pixels; and how one of them is drawn."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen

from playground.training.results import Array
from playground.training.walkthrough.cells import Quantity
from playground.views.backprop.equations import Operand, Part, Sign
from playground.views.kit.cells import CellColors, CellGrid, CellMarks, paint_hatch, strongest
from playground.views.theme import Theme

SMALLEST_CELL = 2
WIDEST_CELL, HIGHEST_CELL = 78, 40
GAP = 7
"""Between a matrix and the sign beside it."""
EQUATION_GAP = 30
"""Between two equations."""
NARROWEST_BLOCK = 30
READABLE_WIDTH, READABLE_HEIGHT = 42, 22
FEW_COLUMNS = 4

Shape = Callable[[Quantity], tuple[int, int]]


@dataclass(frozen=True)
class Block:
    """One matrix as drawn.

    Attributes
    ----------
    operand
        Which, and whether it is drawn transposed.
    rows, columns
        As drawn: exchanged where it is transposed.
    left, top
        Of the first cell.
    cell_width, cell_height
        Of one drawn cell.
    row_step, column_step
        How many rows and columns of numbers share one drawn cell; 1 where there is room for all.
    """

    operand: Operand
    rows: int
    columns: int
    left: int
    top: int
    cell_width: int
    cell_height: int
    row_step: int = 1
    column_step: int = 1

    @property
    def drawn_rows(self) -> int:
        """How many rows of cells are drawn."""
        return -(-self.rows // self.row_step)

    @property
    def drawn_columns(self) -> int:
        """How many columns of cells are drawn."""
        return -(-self.columns // self.column_step)

    @property
    def pooled(self) -> bool:
        """Whether a drawn cell stands for several numbers."""
        return self.row_step > 1 or self.column_step > 1

    @property
    def box(self) -> QRectF:
        """Where all its cells lie."""
        return QRectF(self.left, self.top, self.drawn_columns * self.cell_width, self.drawn_rows * self.cell_height)

    def cell_box(self, row: int, column: int) -> QRectF:
        """Return the place of one number, given by its row and column in the array."""
        if self.operand.transposed:
            row, column = column, row
        left = self.left + column // self.column_step * self.cell_width
        top = self.top + row // self.row_step * self.cell_height
        return QRectF(left, top, self.cell_width, self.cell_height)

    def cell_at(self, x: float, y: float) -> tuple[int, int] | None:
        """Return row and column *in the array* of the number under a point, or None."""
        if not self.box.contains(x, y):
            return None
        row = min(int((y - self.top) * self.row_step / self.cell_height), self.rows - 1)
        column = min(int((x - self.left) * self.column_step / self.cell_width), self.columns - 1)
        return (column, row) if self.operand.transposed else (row, column)


@dataclass(frozen=True)
class Placed:
    """A sign with its place: left, and the width it takes."""

    sign: Sign
    left: int
    width: int


@dataclass(frozen=True)
class Arrangement:
    """All parts of a phase's equations, left to right; signs stand half way down the cells."""

    blocks: tuple[Block, ...]
    placed: tuple[Placed, ...]
    middle: float

    def at(self, x: float, y: float) -> tuple[Quantity, int, int] | None:
        """Return the number under a point."""
        for block in self.blocks:
            cell = block.cell_at(x, y)
            if cell is not None:
                return (block.operand.quantity, *cell)
        return None

    def block_of(self, quantity: Quantity) -> Block | None:
        """Return the first block that shows a quantity."""
        return next((block for block in self.blocks if block.operand.quantity == quantity), None)


def arrange(
    equations: Sequence[Sequence[Part]],
    shape: Shape,
    area: QRectF,
    sign_width: Callable[[Sign], int],
) -> Arrangement:
    """Place the parts of some equations in one line, in the middle of an area for the cells; captions lie outside."""
    parts = [part for equation in equations for part in equation]
    operands = [part for part in parts if isinstance(part, Operand)]
    shapes = [_drawn_shape(operand, shape) for operand in operands]
    fixed = sum(sign_width(part) for part in parts if not isinstance(part, Operand))
    fixed += GAP * (len(parts) - len(equations)) + EQUATION_GAP * (len(equations) - 1)
    widths = _share([columns for _, columns in shapes], int(area.width()) - fixed)
    blocks = [
        _block(operand, rows, columns, width, area)
        for operand, (rows, columns), width in zip(operands, shapes, widths, strict=True)
    ]
    blocks = _alike(blocks)
    used = fixed + sum(_slot(block) for block in blocks)
    left = int(area.left() + max(area.width() - used, 0) / 2)
    placed, done, waiting = [], [], iter(blocks)
    for number, equation in enumerate(equations):
        left += EQUATION_GAP if number else 0
        for place, part in enumerate(equation):
            left += GAP if place else 0
            if isinstance(part, Operand):
                block = next(waiting)
                inset = (_slot(block) - int(block.box.width())) // 2
                top = int(area.top() + max(area.height() - block.box.height(), 0) / 2)
                done.append(replace(block, left=left + inset, top=top))
                left += _slot(block)
            else:
                width = sign_width(part)
                placed.append(Placed(part, left, width))
                left += width
    return Arrangement(tuple(done), tuple(placed), area.center().y())


def _drawn_shape(operand: Operand, shape: Shape) -> tuple[int, int]:
    rows, columns = shape(operand.quantity)
    return (columns, rows) if operand.transposed else (rows, columns)


def _slot(block: Block) -> int:
    """Return the width that belongs to a block: a narrow one needs more for its caption."""
    return max(int(block.box.width()), NARROWEST_BLOCK)


def _share(columns: Sequence[int], room: int) -> list[int]:
    """Share a width so that all cells are alike; matrices of few columns keep cells that can be read, if they can."""
    fixed: dict[int, int] = {}
    while True:
        rest = [index for index in range(len(columns)) if index not in fixed]
        cell = max(room - sum(fixed.values()), 0) / max(sum(columns[index] for index in rest), 1)
        readable = {index: columns[index] * READABLE_WIDTH for index in rest if columns[index] <= FEW_COLUMNS}
        slim = {index: NARROWEST_BLOCK for index in rest if columns[index] * cell < NARROWEST_BLOCK}
        if cell < READABLE_WIDTH and 0 < sum(readable.values()) <= room / 2:
            fixed |= readable
        elif slim:
            fixed |= slim
        else:
            break
    return [fixed.get(index) or max(int(cell * count), NARROWEST_BLOCK) for index, count in enumerate(columns)]


def _block(operand: Operand, rows: int, columns: int, width: int, area: QRectF) -> Block:
    cell_width, column_step = _fit(columns, width, WIDEST_CELL)
    cell_height, row_step = _fit(rows, int(area.height()), HIGHEST_CELL)
    return Block(operand, rows, columns, 0, 0, cell_width, cell_height, row_step, column_step)


def _fit(count: int, room: int, limit: int) -> tuple[int, int]:
    """Return a cell's side, and how many numbers share one, so that `count` of them fit into `room`."""
    side = min(room // count, limit)
    if side >= SMALLEST_CELL:
        return side, 1
    step = math.ceil(SMALLEST_CELL * count / max(room, SMALLEST_CELL))
    return max(min(room // math.ceil(count / step), limit), SMALLEST_CELL), step


def _alike(blocks: Sequence[Block]) -> list[Block]:
    """Keep matrices of few rows from towering over their neighbours."""
    lowest = min((block.cell_height for block in blocks if block.row_step == 1), default=HIGHEST_CELL)
    highest = max(lowest, READABLE_HEIGHT)
    return [replace(block, cell_height=min(block.cell_height, highest)) for block in blocks]


class MatrixPainter:
    """Draws matrices in a theme."""

    def __init__(self, theme: Theme, font: QFont) -> None:
        self._theme, self._font = theme, font
        self._colors = CellColors(theme)

    def shows_numbers(self, block: Block) -> bool:
        """Whether the numbers of a matrix can be read."""
        return self._marks(block).has_numbers

    def paint(self, painter: QPainter, block: Block, values: Array | None) -> None:
        """Draw a matrix, an array that is not transposed; None if it is not computed yet."""
        if values is None:
            self.paint_hatch(painter, block.box)
            return
        shown = values.T if block.operand.transposed else values
        if block.pooled:
            shown = strongest(shown, block.row_step, block.column_step)
        levels = self._colors.levels(shown)
        image = self._colors.image(shown, levels)
        painter.drawImage(block.box, image, QRectF(image.rect()))
        self._marks(block).paint(painter, shown, levels)
        painter.setPen(QPen(QColor(self._theme.border), 1))
        painter.drawRect(block.box.adjusted(-0.5, -0.5, 0.5, 0.5))

    def paint_hatch(self, painter: QPainter, box: QRectF) -> None:
        """Draw a place whose numbers are not computed yet."""
        paint_hatch(painter, box, self._theme)

    def image(self, values: Array) -> QImage:
        """Return a picture of a matrix, one pixel a number."""
        return self._colors.image(values)

    def _marks(self, block: Block) -> CellMarks:
        size = (block.cell_width, block.cell_height, block.drawn_rows, block.drawn_columns)
        return CellMarks(
            [CellGrid(block.left, block.top, *size, pooled=block.pooled)], self._colors, self._theme, self._font
        )
