"""The difference between both gradients of one array, entry by entry, on a logarithmic scale."""

from collections.abc import Hashable
from dataclasses import dataclass
from math import ceil

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QMouseEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.engine import ParameterCheck
from playground.messages import numbers
from playground.views import color_maps
from playground.views.check.readout import HIGHEST, LOWEST, Flags, difference_of, differs, exponents
from playground.views.check.row import error_text
from playground.views.kit.appearance import tabular
from playground.views.kit.canvas import Canvas, Item, Items
from playground.views.kit.cells import CellColors, CellGrid, paint_hatch
from playground.views.plots.style import small_font

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


CROSS_FROM = 9
NUMBER_FROM = 52


class DifferenceMap(Canvas):
    """A heatmap of `|analytic − numerical|`; entries that differ wear a cross, those at kinks are hatched.

    `entry_changed` has row and column of the entry under the mouse, else of the chosen one; None for none.
    """

    entry_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._check: ParameterCheck | None = None
        self._shape = (1, 1)
        self._grid: Grid | None = None
        self._image: QImage | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Difference of both gradients"))
        self.setAccessibleDescription(self.tr("Arrow keys choose an entry, Escape lets go."))
        self.pointed.connect(self._report)
        self.selected_changed.connect(self._report)

    @property
    def entry(self) -> tuple[int, int] | None:
        """The entry under the mouse, else the chosen one."""
        key = self.current
        return (key[0], key[1]) if isinstance(key, tuple) else None

    @property
    def grid(self) -> Grid:
        """Where the cells lie."""
        if self._grid is None:
            self._grid = fit_grid(*self._shape, int(self.area.width()) - 2, int(self.area.height()) - 2)
        return self._grid

    def least_size(self) -> QSizeF:
        return QSizeF(160, 70)

    def preferred_size(self) -> QSizeF:
        return QSizeF(340, 150)

    def show_check(self, check: ParameterCheck | None, shape: tuple[int, int]) -> None:
        """Show an array's check, or an array that is not checked yet."""
        if check is self._check and shape == self._shape:
            return
        other = shape != self._shape
        self._check, self._shape = check, shape
        self.forget()
        self.update()
        if other:
            self.select(None)
            self.point(None)
        self._report()

    def forget(self) -> None:
        self._grid = self._image = None

    def items(self) -> Items:
        rows, columns = self._shape
        return Items(rows * columns, lambda index: self._item(*divmod(index, columns)))

    def item_at(self, place: QPointF) -> Item | None:
        entry = self.grid.entry_at(place.x() - 1, place.y() - 1)
        return None if entry is None else self._item(*entry)

    def item_of(self, key: Hashable | None) -> Item | None:
        return self._item(key[0], key[1]) if isinstance(key, tuple) else None

    def neighbour(self, item: Item | None, right: int, down: int) -> Item:
        rows, columns = self._shape
        if item is None or not isinstance(item.key, tuple):
            return self._item(0, 0)
        row, column = item.key
        return self._item(min(max(row + down, 0), rows - 1), min(max(column + right, 0), columns - 1))

    def tip_at(self, _place: QPointF) -> str:
        """Return nothing: the numbers stand below."""
        return ""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the entry, so that its numbers stay when the mouse leaves; beside all of them, let go."""
        self.select(None)
        super().mousePressEvent(event)

    def _item(self, row: int, column: int) -> Item:
        name = "" if self._check is None else self._check.name
        value = None if self._check is None else float(difference_of(self._check)[row, column])
        box = QRectF(*self.grid.box(row, column)).translated(1, 1)
        return Item((row, column), box, f"{name}[{row + 1},{column + 1}]", numbers.scientific(value, 3))

    def _report(self) -> None:
        self.entry_changed.emit(self.entry)

    def paint(self, painter: QPainter, _size: QSizeF, /) -> None:
        painter.translate(1, 1)
        if not self.isEnabled():
            painter.setOpacity(0.45)
        self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        grid, theme = self.grid, self.theme
        area = QRectF(grid.left, grid.top, grid.width, grid.height)
        if self._check is None:
            paint_hatch(painter, area, theme)
            return
        if self._image is None:
            self._prepare(self._check)
        assert self._image is not None
        painter.drawImage(area, self._image)
        self._paint_kinks(painter)
        self._paint_lines(painter)
        self._paint_numbers(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for ink, lines in self._crosses.items():
            painter.setPen(QPen(QColor(ink), 1.3))
            painter.drawLines(lines)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.entry is not None:
            left, top, width, height = grid.box(*self.entry)
            frame = QRectF(left, top, max(width, 3), max(height, 3)).adjusted(-1, -1, 0, 0)
            painter.setPen(QPen(QColor(theme.surface), 3))
            painter.drawRect(frame)
            painter.setPen(QPen(QColor(theme.text), 1))
            painter.drawRect(frame)

    def _paint_kinks(self, painter: QPainter) -> None:
        grid = self.grid
        surface, hatch = QColor(self.theme.surface), QBrush(QColor(self.theme.muted), Qt.BrushStyle.BDiagPattern)
        for row, column in np.argwhere(self._kinked).tolist():
            box = QRectF(
                grid.left + column * grid.cell_width,
                grid.top + row * grid.cell_height,
                grid.cell_width,
                grid.cell_height,
            )
            painter.fillRect(box, surface)
            painter.fillRect(box, hatch)

    def _paint_lines(self, painter: QPainter) -> None:
        grid = self.grid
        cells = CellGrid(grid.left, grid.top, grid.cell_width, grid.cell_height, grid.drawn_rows, grid.drawn_columns)
        painter.setPen(QPen(QColor(self.theme.surface), 1))
        painter.drawLines(cells.lines())

    def _paint_numbers(self, painter: QPainter) -> None:
        grid = self.grid
        font = tabular(small_font(self.base_font))
        painter.setFont(font)
        line = painter.fontMetrics().height()
        if grid.cell_width < NUMBER_FROM or grid.cell_height < line + 2 or grid.row_step * grid.column_step > 1:
            return
        for row in range(grid.rows):
            for column in range(grid.columns):
                if not self._kinked[row, column]:
                    painter.setPen(self._inks[row][column])
                    text = error_text(float(self._worst[row, column]))
                    painter.drawText(QRectF(*grid.box(row, column)), Qt.AlignmentFlag.AlignCenter, text)

    def _prepare(self, check: ParameterCheck) -> None:
        """Colour the cells: each shows the worst of its entries off the kinks."""
        grid = self.grid
        difference = difference_of(check)
        differing = differs(check)
        kink = check.at_kink
        self._worst = _largest(np.where(kink, -1.0, np.nan_to_num(difference, nan=np.inf)), grid)
        self._kinked = self._worst < 0
        failed = _largest(differing.astype(float), grid) > 0
        colors = CellColors(self.theme, color_maps.towards(self.theme, self.theme.negative))
        levels = color_maps.indices(exponents(self._worst), LOWEST, HIGHEST)
        self._inks = [[colors.ink(level) for level in row] for row in levels]
        self._image = colors.image(self._worst, levels)
        self._crosses = self._cross_lines(failed)

    def _cross_lines(self, failed: Flags) -> dict[str, list[QLineF]]:
        """Return the crosses of the cells that failed, by the ink that shows on each cell."""
        grid = self.grid
        crosses: dict[str, list[QLineF]] = {}
        if min(grid.cell_width, grid.cell_height) < CROSS_FROM:
            return crosses
        numbered = grid.cell_width >= NUMBER_FROM and grid.row_step * grid.column_step == 1
        arm = 3.0 if numbered else min(grid.cell_width, grid.cell_height, 24) / 5
        for row, column in np.argwhere(failed).tolist():
            left, top = grid.left + column * grid.cell_width, grid.top + row * grid.cell_height
            if numbered:  # in the corner, beside the number
                x, y = left + grid.cell_width - 7.0, top + 7.0
            else:
                x, y = left + grid.cell_width / 2, top + grid.cell_height / 2
            lines = crosses.setdefault(self._inks[row][column].name(), [])
            lines.append(QLineF(x - arm, y - arm, x + arm, y + arm))
            lines.append(QLineF(x - arm, y + arm, x + arm, y - arm))
        return crosses


def _largest(values: NDArray[np.float64], grid: Grid) -> NDArray[np.float64]:
    padded = np.full((grid.drawn_rows * grid.row_step, grid.drawn_columns * grid.column_step), -np.inf)
    padded[: grid.rows, : grid.columns] = values
    blocks = padded.reshape(grid.drawn_rows, grid.row_step, grid.drawn_columns, grid.column_step)
    return np.asarray(blocks.max(axis=(1, 3)), np.float64)
