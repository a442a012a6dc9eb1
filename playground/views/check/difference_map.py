"""The difference between both gradients of one array, entry by entry, on a logarithmic scale."""

from collections.abc import Hashable, Sequence

import numpy as np
from msgspec.structs import replace
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
from playground.views.check.row import error_text
from playground.views.kit.canvas import Canvas, Item, Items
from playground.views.kit.cells import CellColors, CellMarks, paint_hatch
from playground.views.kit.color_bar import Ticks
from playground.views.kit.grid import MatrixGrid, fit
from playground.views.plots.style import small_font
from playground.views.theme import Theme

LARGEST_CELL = 60
WIDEST_CELL = 96
CROSS_FROM = 9
NUMBER_FROM = 52
LOWEST, HIGHEST = -14.0, 0.0
"""The powers of ten at the ends of the colours, the same for every array and every check."""
POWERS: Sequence[Ticks] = [
    [((power - LOWEST) / (HIGHEST - LOWEST), numbers.power(power) if power else "1") for power in powers]
    for powers in (range(-14, 1, 2), range(-12, 1, 4), (-14, -7, 0))
]
"""What stands beside the colours, the most first."""


def difference_colors(theme: Theme) -> color_maps.LookupTable:
    """Return the colours of differences, from the smallest to the largest."""
    return color_maps.towards(theme, theme.negative)


def fit_grid(rows: int, columns: int, width: int, height: int) -> MatrixGrid:
    """Place an array's cells in the middle of an area, as large as they may be."""
    cell_width, column_step = fit(columns, width, WIDEST_CELL)
    cell_height, row_step = fit(rows, height, LARGEST_CELL)
    cell_height = min(cell_height, max(2 * cell_width, 16))
    cell_width = min(cell_width, max(3 * cell_height, 28))
    grid = MatrixGrid(rows, columns, 0, 0, cell_width, cell_height, row_step, column_step)
    room = QSizeF(width, height) - grid.box.size()
    return replace(grid, left=max(int(room.width() / 2), 0), top=max(int(room.height() / 2), 0))


def exponents(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the powers of ten of errors; zero is the lowest of the scale."""
    with np.errstate(all="ignore"):
        return np.where(values > 0, np.log10(np.maximum(values, 10.0**LOWEST)), LOWEST)


class DifferenceMap(Canvas):
    """A heatmap of `|analytic − numerical|`; entries that differ wear a cross, those at kinks are hatched.

    `entry_changed` has row and column of the entry under the mouse, else of the chosen one; None for none.
    """

    entry_changed = Signal(object)

    comfortable, least, most_grown = (340, 125), (160, 70), 2.0

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._check: ParameterCheck | None = None
        self._shape = (1, 1)
        self._grid: MatrixGrid | None = None
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
    def grid(self) -> MatrixGrid:
        if self._grid is None:
            self._grid = fit_grid(*self._shape, int(self.area.width()) - 2, int(self.area.height()) - 2)
        return self._grid

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
        value = None if self._check is None else float(self._check.difference[row, column])
        box = self.grid.entry_box(row, column).translated(1, 1)
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
        if self._check is None:
            paint_hatch(painter, grid.box, theme)
            return
        if self._image is None:
            self._prepare(self._check)
        assert self._image is not None
        painter.drawImage(grid.box, self._image)
        surface, hatch = QColor(theme.surface), QBrush(QColor(theme.muted), Qt.BrushStyle.BDiagPattern)
        for row, column in np.argwhere(self._worst < 0).tolist():
            for brush in (surface, hatch):
                painter.fillRect(self._drawn_cell(row, column), brush)
        self._marks.paint(painter, self._worst, self._levels)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for ink, lines in self._crosses.items():
            painter.setPen(QPen(QColor(ink), 1.3))
            painter.drawLines(lines)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.entry is not None:
            box = grid.entry_box(*self.entry)
            frame = QRectF(box.topLeft(), box.size().expandedTo(QSizeF(3, 3))).adjusted(-1, -1, 0, 0)
            for color, thick in ((theme.surface, 3), (theme.text, 1)):
                painter.setPen(QPen(QColor(color), thick))
                painter.drawRect(frame)

    def _prepare(self, check: ParameterCheck) -> None:
        """Colour the cells: each shows the worst of its entries off the kinks, a kink is below zero."""
        grid = self.grid
        self._worst = _largest(np.where(check.at_kink, -1.0, np.nan_to_num(check.difference, nan=np.inf)), grid)
        colors = CellColors(self.theme, difference_colors(self.theme))
        self._levels = color_maps.indices(exponents(self._worst), LOWEST, HIGHEST)
        self._image = colors.image(self._worst, self._levels)
        self._has_numbers = not grid.pooled and grid.cell_width >= NUMBER_FROM
        cells, font = replace(grid.cells, pooled=not self._has_numbers), small_font(self.base_font)
        self._marks = CellMarks([cells], colors, self.theme, font, write=_written)
        self._crosses = self._cross_lines(_largest(check.differs.astype(float), grid) > 0, colors)

    def _drawn_cell(self, row: int, column: int) -> QRectF:
        return self.grid.cell_box(row * self.grid.row_step, column * self.grid.column_step)

    def _cross_lines(self, failed: NDArray[np.bool_], colors: CellColors) -> dict[str, list[QLineF]]:
        """Return the crosses of the cells that failed, by the ink that shows on each cell."""
        grid = self.grid
        crosses: dict[str, list[QLineF]] = {}
        if min(grid.cell_width, grid.cell_height) < CROSS_FROM:
            return crosses
        arm = 3.0 if self._has_numbers else min(grid.cell_width, grid.cell_height, 24) / 5
        for row, column in np.argwhere(failed).tolist():
            box = self._drawn_cell(row, column)
            center = QPointF(box.right() - 7.0, box.top() + 7.0) if self._has_numbers else box.center()
            lines = crosses.setdefault(colors.ink(self._levels[row, column]).name(), [])
            for slope in (arm, -arm):
                lines.append(QLineF(center - QPointF(arm, slope), center + QPointF(arm, slope)))
        return crosses


def _written(value: float, _characters: int) -> str:
    """Return what stands in a cell; nothing at a kink."""
    return error_text(value) if value >= 0 else ""


def _largest(values: NDArray[np.float64], grid: MatrixGrid) -> NDArray[np.float64]:
    rows, columns = grid.drawn
    padded = np.full((rows * grid.row_step, columns * grid.column_step), -np.inf)
    padded[: grid.rows, : grid.columns] = values
    blocks = padded.reshape(rows, grid.row_step, columns, grid.column_step)
    return np.asarray(blocks.max(axis=(1, 3)), np.float64)
