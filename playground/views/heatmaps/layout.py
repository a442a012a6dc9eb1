"""Where every layer's heatmap and its cells lie: whole pixels at 100 %, no painting."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from playground.views.kit.cells import CellGrid
from playground.views.kit.grid import Box

SMALLEST_CELL = 2
BIAS_GAP = 4
BAR_HEIGHT = 4
CAPTION_TOP = 3
_GUTTER = 8
_MARGIN = 6
_SMALLEST_SLOT = 46
_WIDEST_CELL = 112
_HIGHEST_CELL = 88


class Cell(NamedTuple):
    """One parameter: layer 1 … L, row and column of ``[W | b]`` from 0; column `n_{l-1}` is the bias."""

    layer: int
    row: int
    column: int


class Pane(Struct, frozen=True):
    """One layer's heatmap.

    Attributes
    ----------
    layer
        1 … L.
    rows, columns
        Of ``[W | b]``: `n_l` and `n_{l-1} + 1`.
    slot_width
        The share of the width that belongs to the layer, captions included.
    row_step, column_step
        How many weights' rows and columns share one drawn cell; 1 where there is room for all.
    """

    layer: int
    rows: int
    columns: int
    left: int
    slot_width: int
    top: int
    cell_width: int
    cell_height: int
    row_step: int
    column_step: int

    @property
    def drawn_rows(self) -> int:
        """How many rows of cells are drawn."""
        return -(-self.rows // self.row_step)

    @property
    def drawn_columns(self) -> int:
        """How many columns of cells are drawn, the bias included."""
        return -(-(self.columns - 1) // self.column_step) + 1

    @property
    def pooled(self) -> bool:
        """Whether a drawn cell stands for several weights."""
        return self.row_step > 1 or self.column_step > 1

    def grids(self, first: int = 0) -> tuple[CellGrid, CellGrid]:
        """Return the cells of weights and biases; `first` is the pane's first column in the array that is drawn."""
        count, size = self.drawn_columns - 1, (self.cell_width, self.cell_height, self.drawn_rows)
        return (
            CellGrid(self.left, self.top, *size, count, first, self.pooled),
            CellGrid(self.bias_box.left, self.top, *size, 1, first + count, self.pooled),
        )

    @property
    def weights_box(self) -> Box:
        width = (self.drawn_columns - 1) * self.cell_width
        return Box(self.left, self.top, width, self.drawn_rows * self.cell_height)

    @property
    def bias_box(self) -> Box:
        """Where the biases' cells lie."""
        weights = self.weights_box
        return Box(self.left + weights.width + BIAS_GAP, self.top, self.cell_width, weights.height)

    def cell_box(self, row: int, column: int) -> Box:
        """Return the place of one parameter; a part of a drawn cell where several share it."""
        height = self.cell_height / self.row_step
        top = self.top + row * height
        if column == self.columns - 1:
            return Box(self.bias_box.left, top, self.cell_width, height)
        width = self.cell_width / self.column_step
        return Box(self.left + column * width, top, width, height)

    def cell_at(self, x: float, y: float) -> Cell | None:
        """Return the parameter under a point; the gap counts as bias."""
        bias = self.bias_box
        if not (self.left <= x < bias.left + bias.width and self.top <= y < bias.top + bias.height):
            return None
        row = min(int((y - self.top) * self.row_step / self.cell_height), self.rows - 1)
        if x >= bias.left - BIAS_GAP:
            return Cell(self.layer, row, self.columns - 1)
        column = min(int((x - self.left) * self.column_step / self.cell_width), self.columns - 2)
        return Cell(self.layer, row, column)


class Arrangement(Struct, frozen=True):
    """All heatmaps of a network and the lines of text around them.

    Attributes
    ----------
    panes
        One a layer, left to right.
    line
        Height of a line of text.
    note_top, maps_top, maps_height, norm_top, bar_top, readout_top
        Tops of the lines, from top to bottom; the captions are above.
    """

    panes: tuple[Pane, ...]
    line: int
    note_top: int
    maps_top: int
    maps_height: int
    norm_top: int
    bar_top: int
    readout_top: int

    def cell_at(self, x: float, y: float) -> Cell | None:
        """Return the parameter under a point, or None."""
        cells = (pane.cell_at(x, y) for pane in self.panes)
        return next((cell for cell in cells if cell is not None), None)

    @property
    def count(self) -> int:
        return sum(pane.rows * pane.columns for pane in self.panes)

    def cell(self, index: int) -> Cell:
        """Return one of all parameters, layer by layer and row by row."""
        for pane in self.panes:
            if index < pane.rows * pane.columns:
                return Cell(pane.layer, *divmod(index, pane.columns))
            index -= pane.rows * pane.columns
        raise IndexError(index)

    def holds(self, cell: Cell) -> bool:
        """Whether there is such a parameter."""
        if not 1 <= cell.layer <= len(self.panes):
            return False
        pane = self.panes[cell.layer - 1]
        return 0 <= cell.row < pane.rows and 0 <= cell.column < pane.columns

    def neighbour(self, cell: Cell, right: int, down: int) -> Cell:
        """Return the next cell that way: from a layer's last column into the next layer, and stop at the ends."""
        layer, row, column = cell.layer, cell.row + down, cell.column + right
        if column < 0 and layer > 1:
            layer -= 1
            column = self.panes[layer - 1].columns - 1
        elif column >= self.panes[layer - 1].columns and layer < len(self.panes):
            layer += 1
            column = 0
        pane = self.panes[layer - 1]
        return Cell(layer, min(max(row, 0), pane.rows - 1), min(max(column, 0), pane.columns - 1))


def arrange(sizes: Sequence[int], width: int, height: int, line: int) -> Arrangement:
    """Place the heatmaps of a network.

    Parameters
    ----------
    sizes
        `n_0 … n_L`.
    line
        Height of a line of text.
    """
    readout_top = max(height - line - 4, 0)
    bar_top = readout_top - BAR_HEIGHT - 6
    norm_top = bar_top - line - 1
    maps_top = CAPTION_TOP + 2 * line + 4
    maps_height = max(norm_top - 5 - maps_top, SMALLEST_CELL)
    panes = _place(sizes, width, maps_top, maps_height)
    return Arrangement(panes, line, CAPTION_TOP + line, maps_top, maps_height, norm_top, bar_top, readout_top)


def _place(sizes: Sequence[int], width: int, top: int, height: int) -> tuple[Pane, ...]:
    columns = [size + 1 for size in sizes[:-1]]
    room = width - 2 * _MARGIN - _GUTTER * (len(columns) - 1)
    slots, unit = _share(columns, room)
    panes = []
    left = _MARGIN
    for layer, (rows, count, slot) in enumerate(zip(sizes[1:], columns, slots, strict=True), start=1):
        cell_width, column_step = _fit(count, slot - BIAS_GAP, min(max(int(unit), 16), _WIDEST_CELL))
        row_limit = min(max(cell_width * 2, 12), _HIGHEST_CELL)
        cell_height, row_step = _fit(rows, height, row_limit)
        pane = Pane(layer, rows, count, left, slot, top, cell_width, cell_height, row_step, column_step)
        map_top = top + max(height - pane.drawn_rows * cell_height, 0) // 2
        panes.append(replace(pane, top=map_top))
        left += slot + _GUTTER
    return tuple(panes)


def _share(columns: Sequence[int], room: int) -> tuple[list[int], float]:
    """Share the width by columns, but leave no layer less than its caption needs; also return a column's width."""
    smallest = min(_SMALLEST_SLOT, room // len(columns))
    narrow: set[int] = set()
    while True:
        wide = [layer for layer in range(len(columns)) if layer not in narrow]
        rest = room - smallest * len(narrow) - BIAS_GAP * len(wide)
        unit = max(rest, 0) / max(sum(columns[layer] for layer in wide), 1)
        more = {layer for layer in wide if columns[layer] * unit + BIAS_GAP < smallest}
        if not more:
            break
        narrow |= more
    slots = [smallest if layer in narrow else int(count * unit) + BIAS_GAP for layer, count in enumerate(columns)]
    return slots, unit


def _fit(count: int, room: int, limit: int) -> tuple[int, int]:
    """Return a cell's size and how many rows or columns share one, so that `count` of them fit into `room`."""
    size = min(room // count, limit)
    if size >= SMALLEST_CELL:
        return size, 1
    step = math.ceil(SMALLEST_CELL * count / max(room - SMALLEST_CELL, SMALLEST_CELL))
    # One more drawn cell than the quotient: the bias's own column, which shares with nobody.
    return max(min(room // (math.ceil(count / step) + 1), limit), SMALLEST_CELL), step
