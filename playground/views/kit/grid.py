"""Where the cells of a matrix lie: whole pixels, several numbers to a cell where there is no room for all."""

from math import ceil
from typing import NamedTuple

from msgspec import Struct
from PySide6.QtCore import QRectF

from playground.views.kit.cells import CellGrid

SMALLEST_CELL = 2


class Box(NamedTuple):
    """A rectangle: left, top, width, height."""

    left: float
    top: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        """Half way down."""
        return self.top + self.height / 2

    @property
    def rectangle(self) -> QRectF:
        return QRectF(*self)

    def holds(self, x: float, y: float) -> bool:
        return self.left <= x < self.left + self.width and self.top <= y < self.top + self.height


class MatrixGrid(Struct, frozen=True):
    """The cells of a matrix; `row_step` rows and `column_step` columns of numbers share one.

    `left` and `top` are those of the first cell, `cell_width` and `cell_height` those of every drawn one.
    """

    rows: int
    columns: int
    left: int
    top: int
    cell_width: int
    cell_height: int
    row_step: int = 1
    column_step: int = 1

    @property
    def drawn(self) -> tuple[int, int]:
        """How many rows and columns of cells are drawn."""
        return ceil(self.rows / self.row_step), ceil(self.columns / self.column_step)

    @property
    def pooled(self) -> bool:
        """Whether a drawn cell stands for several numbers."""
        return self.row_step > 1 or self.column_step > 1

    @property
    def box(self) -> QRectF:
        rows, columns = self.drawn
        return QRectF(self.left, self.top, columns * self.cell_width, rows * self.cell_height)

    @property
    def cells(self) -> CellGrid:
        """The drawn cells, for what is written into them."""
        return CellGrid(self.left, self.top, self.cell_width, self.cell_height, *self.drawn, pooled=self.pooled)

    def cell_box(self, row: int, column: int) -> QRectF:
        """Return the place of the drawn cell that a number is in."""
        left = self.left + column // self.column_step * self.cell_width
        top = self.top + row // self.row_step * self.cell_height
        return QRectF(left, top, self.cell_width, self.cell_height)

    def entry_box(self, row: int, column: int) -> QRectF:
        """Return a number's own part of its cell."""
        width, height = self.cell_width / self.column_step, self.cell_height / self.row_step
        return QRectF(self.left + column * width, self.top + row * height, width, height)

    def entry_at(self, x: float, y: float) -> tuple[int, int] | None:
        """Return row and column of the number under a point; within a shared cell each has its part."""
        if not self.box.contains(x, y):
            return None
        row = int((y - self.top) * self.row_step / self.cell_height)
        column = int((x - self.left) * self.column_step / self.cell_width)
        return min(row, self.rows - 1), min(column, self.columns - 1)


def fit(count: int, room: int, largest: int) -> tuple[int, int]:
    """Return a cell's side, and how many numbers share one, so that `count` of them fit into `room`."""
    side = min(room // count, largest)
    if side >= SMALLEST_CELL:
        return side, 1
    step = ceil(count / max(room // SMALLEST_CELL, 1))
    return max(min(room // ceil(count / step), largest), SMALLEST_CELL), step
