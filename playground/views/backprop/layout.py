"""Where the matrices of some equations lie: in one line, or in a line for each where their numbers are then read."""

from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QRectF

from playground.training.walkthrough.walk import Quantity
from playground.views.backprop.equations import Operand, Part, Sign
from playground.views.kit.grid import MatrixGrid, fit

WIDEST_CELL, HIGHEST_CELL = 78, 40
GAP = 7
"""Between a matrix and the sign beside it."""
EQUATION_GAP, LINE_GAP = 30, 44
"""Between two equations, beside and above each other: with room for captions."""
NARROWEST_BLOCK = 30
READABLE_WIDTH, READABLE_HEIGHT = 42, 22
EASY_WIDTH, EASY_HEIGHT = 60, 24
LEAST_WIDTH, LEAST_HEIGHT = 26, 14
"""Of a cell in which a number can just be read."""
FEW_COLUMNS = 4

Shape = Callable[[Quantity], tuple[int, int]]
SignWidth = Callable[[Sign], int]


class Block(MatrixGrid, frozen=True, kw_only=True):
    """One matrix as drawn; rows and columns are exchanged where the operand is transposed."""

    operand: Operand

    @property
    def is_readable(self) -> bool:
        return not self.pooled and self.cell_width >= LEAST_WIDTH and self.cell_height >= LEAST_HEIGHT

    @property
    def is_at_ease(self) -> bool:
        """Whether each number has all its digits, with room around."""
        return not self.pooled and self.cell_width >= EASY_WIDTH and self.cell_height >= EASY_HEIGHT

    def cell_box(self, row: int, column: int) -> QRectF:
        """Return the place of one number, given by its row and column in the array."""
        return super().cell_box(*self.turned(row, column))

    def cell_at(self, x: float, y: float) -> tuple[int, int] | None:
        """Return row and column *in the array* of the number under a point, or None."""
        found = self.entry_at(x, y)
        return None if found is None else self.turned(*found)

    def turned(self, row: int, column: int) -> tuple[int, int]:
        return (column, row) if self.operand.transposed else (row, column)


class Placed(Struct, frozen=True):
    """A sign with its place: left, and the height of its line's middle."""

    sign: Sign
    left: int
    middle: float


class Arrangement(Struct, frozen=True):
    """All parts of some equations."""

    blocks: tuple[Block, ...]
    placed: tuple[Placed, ...]

    def at(self, x: float, y: float) -> tuple[Quantity, int, int] | None:
        """Return the number under a point."""
        for block in self.blocks:
            cell = block.cell_at(x, y)
            if cell is not None:
                return (block.operand.quantity, *cell)
        return None

    @property
    def right(self) -> float:
        """Where the last matrix ends."""
        return max((block.box.right() for block in self.blocks), default=0.0)

    def block_of(self, quantity: Quantity) -> Block | None:
        return next((block for block in self.blocks if block.operand.quantity == quantity), None)


def arrange(equations: Sequence[Sequence[Part]], shape: Shape, area: QRectF, sign_width: SignWidth) -> Arrangement:
    """Place the parts of some equations in the middle of an area for the cells; captions lie outside."""
    beside = _line(equations, shape, area, sign_width)
    height = (area.height() + LINE_GAP) / max(len(equations), 1) - LINE_GAP
    if len(equations) < 2 or height < LEAST_HEIGHT or all(block.is_readable for block in beside.blocks):
        return beside
    tops = [area.top() + number * (height + LINE_GAP) for number in range(len(equations))]
    lines = [
        _line([equation], shape, QRectF(area.left(), top, area.width(), height), sign_width)
        for equation, top in zip(equations, tops, strict=True)
    ]
    below = Arrangement(
        tuple(block for line in lines for block in line.blocks), tuple(sign for line in lines for sign in line.placed)
    )
    readable = [sum(block.is_readable for block in each.blocks) for each in (below, beside)]
    return below if beside.right > area.right() or readable[0] > readable[1] else beside


def _line(equations: Sequence[Sequence[Part]], shape: Shape, area: QRectF, sign_width: SignWidth) -> Arrangement:
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
                placed.append(Placed(part, left, area.center().y()))
                left += sign_width(part)
    return Arrangement(tuple(done), tuple(placed))


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
    cell_width, column_step = fit(columns, width, WIDEST_CELL)
    cell_height, row_step = fit(rows, int(area.height()), HIGHEST_CELL)
    return Block(rows, columns, 0, 0, cell_width, cell_height, row_step, column_step, operand=operand)


def _alike(blocks: Sequence[Block]) -> list[Block]:
    """Keep matrices of few rows from towering over their neighbours."""
    lowest = min((block.cell_height for block in blocks if block.row_step == 1), default=HIGHEST_CELL)
    highest = max(lowest, READABLE_HEIGHT)
    return [replace(block, cell_height=min(block.cell_height, highest)) for block in blocks]
