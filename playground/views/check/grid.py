"""Where the cells of one array's heatmap lie: whole pixels, no painting."""

from dataclasses import dataclass
from math import ceil

LARGEST_CELL = 60
WIDEST_CELL = 96
SMALLEST_CELL = 2


@dataclass(frozen=True)
class Grid:
    """The cells of an array `(rows, columns)`, several entries to a cell where there is no room for all.

    Attributes
    ----------
    left, top
        Where the cells begin.
    cell_width, cell_height
        Of one drawn cell.
    row_step, column_step
        How many rows and columns of entries share a cell.
    """

    rows: int
    columns: int
    left: int
    top: int
    cell_width: int
    cell_height: int
    row_step: int
    column_step: int

    @property
    def drawn_rows(self) -> int:
        """How many rows of cells are drawn."""
        return ceil(self.rows / self.row_step)

    @property
    def drawn_columns(self) -> int:
        """How many columns of cells are drawn."""
        return ceil(self.columns / self.column_step)

    @property
    def width(self) -> int:
        """Of all cells together."""
        return self.drawn_columns * self.cell_width

    @property
    def height(self) -> int:
        """Of all cells together."""
        return self.drawn_rows * self.cell_height

    def entry_at(self, x: float, y: float) -> tuple[int, int] | None:
        """Return the entry under a point; within a shared cell each has its part."""
        column = int((x - self.left) * self.column_step // self.cell_width)
        row = int((y - self.top) * self.row_step // self.cell_height)
        inside = x >= self.left and y >= self.top and row < self.rows and column < self.columns
        return (row, column) if inside else None

    def box(self, row: int, column: int) -> tuple[float, float, float, float]:
        """Return left, top, width and height of an entry's part."""
        width, height = self.cell_width / self.column_step, self.cell_height / self.row_step
        return self.left + column * width, self.top + row * height, width, height


def fit_grid(rows: int, columns: int, width: int, height: int) -> Grid:
    """Place an array's cells in the middle of an area, as large as they may be."""
    cell_width, column_step = _fit(columns, width, WIDEST_CELL)
    cell_height, row_step = _fit(rows, height, LARGEST_CELL)
    cell_height = min(cell_height, max(2 * cell_width, 16))
    cell_width = min(cell_width, max(3 * cell_height, 28))
    grid = Grid(rows, columns, 0, 0, cell_width, cell_height, row_step, column_step)
    left, top = max((width - grid.width) // 2, 0), max((height - grid.height) // 2, 0)
    return Grid(rows, columns, left, top, cell_width, cell_height, row_step, column_step)


def _fit(count: int, room: int, largest: int) -> tuple[int, int]:
    size = min(room // count, largest)
    if size >= SMALLEST_CELL:
        return size, 1
    step = ceil(count / max(room // SMALLEST_CELL, 1))
    return max(min(room // ceil(count / step), largest), SMALLEST_CELL), step
