"""The difference between both gradients of one array, entry by entry, on a logarithmic scale."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QLineF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    qGray,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.engine import ParameterCheck
from playground.views import color_maps, numbers
from playground.views.check.errors import HIGHEST, LOWEST, Flags, difference_of, differs, exponents
from playground.views.check.grid import Grid, fit_grid
from playground.views.check.row import error_text
from playground.views.kit.canvas import painting
from playground.views.plots.style import small_font
from playground.views.theme import LIGHT, Theme

CROSS_FROM = 9
GRID_FROM = 6
NUMBER_FROM = 52
MIDDLE_GRAY = 120
"""Of 255: dark text reads better on what is lighter."""
_ARROWS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class DifferenceMap(QWidget):
    """A heatmap of `|analytic − numerical|`; entries that differ wear a cross, those at kinks are hatched.

    Signals
    -------
    entry_changed(entry)
        Row and column of the entry under the mouse, else the chosen one; None for none.
    """

    entry_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._check: ParameterCheck | None = None
        self._shape = (1, 1)
        self._theme = LIGHT
        self._grid: Grid | None = None
        self._hovered: tuple[int, int] | None = None
        self._chosen: tuple[int, int] | None = None
        self._image: QImage | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 70)
        self.setAccessibleName(self.tr("Difference of both gradients"))
        self.setAccessibleDescription(self.tr("Arrow keys choose an entry, Escape lets go."))

    @property
    def entry(self) -> tuple[int, int] | None:
        """The entry under the mouse, else the chosen one."""
        return self._hovered or self._chosen

    @property
    def grid(self) -> Grid:
        """Where the cells lie."""
        if self._grid is None:
            self._grid = fit_grid(*self._shape, self.width() - 2, self.height() - 2)
        return self._grid

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(340, 150)

    def show_check(self, check: ParameterCheck | None, shape: tuple[int, int]) -> None:
        """Show an array's check, or an array that is not checked yet."""
        if check is self._check and shape == self._shape:
            return
        if shape != self._shape:
            self._hovered = self._chosen = None
        self._check, self._shape = check, shape
        self._forget()
        self.entry_changed.emit(self.entry)

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme."""
        self._theme = theme
        self._forget()

    def event(self, event: QEvent) -> bool:
        """Take arrow keys before the window's shortcuts do."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in _ARROWS
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the chosen entry, or let go of it."""
        step = _ARROWS.get(Qt.Key(event.key()))
        if step is not None:
            rows, columns = self._shape
            row, column = self._chosen or (0, -1 if step == (0, 1) else 0)
            self._hovered = None
            self._chosen = (min(max(row + step[0], 0), rows - 1), min(max(column + step[1], 0), columns - 1))
            self._tell()
        elif event.key() == Qt.Key.Key_Escape and self._chosen is not None:
            self._chosen = None
            self._tell()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse."""
        place = event.position()
        entry = self.grid.entry_at(place.x() - 1, place.y() - 1)
        if entry != self._hovered:
            self._hovered = entry
            self._tell()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the entry: its numbers stay when the mouse leaves."""
        place = event.position()
        self._chosen = self.grid.entry_at(place.x() - 1, place.y() - 1)
        self._tell()

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the mouse."""
        super().leaveEvent(event)
        if self._hovered is not None:
            self._hovered = None
            self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the cells anew."""
        super().resizeEvent(event)
        self._forget()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the focus."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the cells and the frame of the current one."""
        with painting(self) as painter:
            painter.translate(1, 1)
            if not self.isEnabled():
                painter.setOpacity(0.45)
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        grid, theme = self.grid, self._theme
        area = QRectF(grid.left, grid.top, grid.width, grid.height)
        if self._check is None:
            painter.setPen(QColor(theme.border))
            painter.setBrush(QBrush(QColor(theme.hatch), Qt.BrushStyle.BDiagPattern))
            painter.drawRect(area)
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
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 1))
            painter.drawRect(QRectF(-0.5, -0.5, self.width() - 1, self.height() - 1))

    def _paint_kinks(self, painter: QPainter) -> None:
        grid = self.grid
        surface, hatch = QColor(self._theme.surface), QBrush(QColor(self._theme.muted), Qt.BrushStyle.BDiagPattern)
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
        painter.setPen(QPen(QColor(self._theme.surface), 1))
        right, bottom = grid.left + grid.width, grid.top + grid.height
        if grid.cell_width >= GRID_FROM:
            painter.drawLines(
                [QLineF(x, grid.top, x, bottom) for x in range(grid.left + grid.cell_width, right, grid.cell_width)]
            )
        if grid.cell_height >= GRID_FROM:
            painter.drawLines(
                [QLineF(grid.left, y, right, y) for y in range(grid.top + grid.cell_height, bottom, grid.cell_height)]
            )

    def _paint_numbers(self, painter: QPainter) -> None:
        grid = self.grid
        font = numbers.tabular(small_font(self.font()))
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
        table = color_maps.bgra(color_maps.towards(self._theme, self._theme.negative))
        levels = color_maps.indices(exponents(self._worst), LOWEST, HIGHEST)
        self._pixels: NDArray[np.uint32] = np.ascontiguousarray(table[levels])
        self._inks = [[self._ink(pixel) for pixel in pixels] for pixels in self._pixels.tolist()]
        height, width = self._pixels.shape
        self._image = QImage(self._pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32)
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

    def _ink(self, pixel: int) -> QColor:
        """Return the text colour that reads better on a cell."""
        dark, light = sorted((QColor(self._theme.text), QColor(self._theme.surface)), key=QColor.lightness)
        return dark if qGray(pixel) > MIDDLE_GRAY else light

    def _forget(self) -> None:
        self._grid = self._image = None
        self.update()

    def _tell(self) -> None:
        self.update()
        self.entry_changed.emit(self.entry)


def _largest(values: NDArray[np.float64], grid: Grid) -> NDArray[np.float64]:
    """Return the largest value of each drawn cell."""
    padded = np.full((grid.drawn_rows * grid.row_step, grid.drawn_columns * grid.column_step), -np.inf)
    padded[: grid.rows, : grid.columns] = values
    blocks = padded.reshape(grid.drawn_rows, grid.row_step, grid.drawn_columns, grid.column_step)
    return np.asarray(blocks.max(axis=(1, 3)), np.float64)
