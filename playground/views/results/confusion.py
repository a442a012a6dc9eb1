"""The confusion matrix: rows are true classes, columns predicted ones; hovered, walked by keys, clicked."""

import numpy as np
from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from playground.training.metrics import Counts, row_shares
from playground.views import numbers
from playground.views.kit.canvas import painting
from playground.views.kit.keys import SIDEWAYS
from playground.views.plots.style import small_font
from playground.views.results.grid import Grid
from playground.views.results.matrix_painter import MatrixPainter
from playground.views.theme import LIGHT, Theme

Cell = tuple[int, int]
MOST_AT_ONCE = 0.4
"""If more than this share of the cells changed, all are painted."""
_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class ConfusionMatrix(QWidget):
    """Counts by true and predicted class, shaded by their share of the true class.

    The diagonal, what was recognised, is blue in a frame; mistakes are orange without one.

    Signals
    -------
    cell_chosen(cell)
        A person wants to see the examples of a cell, (true, predicted); None for those of all cells.
    pointed(cell)
        The cell under the mouse or the keyboard's frame; None for none.
    """

    cell_chosen = Signal(object)
    pointed = Signal(object)

    kept_keys = SIDEWAYS | {Qt.Key.Key_Space}

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._counts: Counts = np.zeros((0, 0), np.intp)
        self._shares = row_shares(self._counts)
        self._chosen: Cell | None = None
        self._cursor: Cell = (0, 0)
        self._hovered: Cell | None = None
        self._painter = MatrixPainter()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Confusion matrix"))
        self.set_theme(LIGHT)

    # What is shown.

    @property
    def counts(self) -> Counts:
        """`(n, n)`."""
        return self._counts

    @property
    def chosen(self) -> Cell | None:
        """The cell whose examples are listed."""
        return self._chosen

    @property
    def grid(self) -> Grid:
        """Where everything is."""
        return self._grid

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme."""
        self._theme = theme
        self._painter.set_theme(theme)
        self._fit()

    def set_names(self, names: tuple[str, ...]) -> None:
        """Name other classes."""
        if names != self._names:
            self._names, self._cursor = names, (0, 0)
            self._counts = np.zeros((len(names), len(names)), np.intp)
            self._shares = row_shares(self._counts)
            self._fit()

    def set_counts(self, counts: Counts) -> None:
        """Show other counts; what did not change is not painted again."""
        shares = row_shares(counts)
        changed = np.argwhere((counts != self._counts) | (shares != self._shares))
        if not len(changed):
            return
        self._counts, self._shares = counts, shares
        if len(changed) > MOST_AT_ONCE * counts.size:
            self.update(self._grid.all_cells())
        else:
            for row, column in changed.tolist():
                self.update(self._grid.cell(row, column))

    def set_chosen(self, cell: Cell | None) -> None:
        """Mark the cell whose examples are listed."""
        if cell != self._chosen:
            self._chosen = cell
            self.update()

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(320, 300)

    def minimumSizeHint(self) -> QSize:
        """Return the size at which two digits still fit in each of ten classes."""
        return QSize(230, 170)

    # What a person does.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the room there is."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Take over the application's new font."""
        if event.type() == QEvent.Type.FontChange:
            self._fit()
        super().changeEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at the cell under the mouse."""
        self._hover(self._cell_at(event))

    def leaveEvent(self, event: QEvent) -> None:
        """Point at none."""
        self._hover(None)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """List the examples of a cell, or again of all."""
        cell = self._cell_at(event)
        if event.button() == Qt.MouseButton.LeftButton and cell is not None:
            self._cursor = cell
            self._choose(cell)
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows, list with Enter or Space, list all again with Escape."""
        step = _STEPS.get(Qt.Key(event.key()))
        n = len(self._names)
        if step is not None and n:
            row, column = self._cursor
            self._cursor = (min(max(row + step[0], 0), n - 1), min(max(column + step[1], 0), n - 1))
            self._point()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and n:
            self._choose(self._cursor)
        elif event.key() == Qt.Key.Key_Escape and self._chosen is not None:
            self._choose(self._chosen)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the keyboard's frame."""
        super().focusInEvent(event)
        self._point()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide it."""
        super().focusOutEvent(event)
        self._point()

    def event(self, event: QEvent) -> bool:
        """Give names that were shortened in full."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self._grid.at(event.pos().x(), event.pos().y())
            QToolTip.showText(event.globalPos(), "" if place is None else self._tip(*place), self)
            return True
        return super().event(event)

    def sentence(self, row: int, column: int) -> str:
        """Return what a cell says."""
        count, total = int(self._counts[row, column]), int(self._counts[row].sum())
        percent = numbers.percent(count / total).strip(numbers.FIGURE_SPACE) if total else numbers.MISSING
        template = (
            self.tr("{true}: {count} of {total} recognised ({percent})")
            if row == column
            else self.tr("{true} taken for {predicted}: {count} of {total} ({percent})")
        )
        return template.format(
            true=self._names[row], predicted=self._names[column], count=count, total=total, percent=percent
        )

    # Inside.

    def _fit(self) -> None:
        self._grid = Grid.fitted(self._names, self.width(), self.height(), QFontMetrics(small_font(self.font())))
        self.update()

    def _cell_at(self, event: QMouseEvent) -> Cell | None:
        place = self._grid.at(int(event.position().x()), int(event.position().y()))
        return place if place is not None and min(place) >= 0 and self._names else None

    def _hover(self, cell: Cell | None) -> None:
        if cell != self._hovered:
            self._hovered = cell
            self.setCursor(Qt.CursorShape.ArrowCursor if cell is None else Qt.CursorShape.PointingHandCursor)
            self._point()

    def _point(self) -> None:
        """Tell which cell is pointed at; the mouse goes before the keyboard."""
        cell = self._hovered or (self._cursor if self.hasFocus() and self._names else None)
        self.setAccessibleDescription("" if cell is None else self.sentence(*cell))
        self.pointed.emit(cell)
        self.update()

    def _choose(self, cell: Cell) -> None:
        self.cell_chosen.emit(None if cell == self._chosen else cell)

    def _tip(self, row: int, column: int) -> str:
        if row < 0:
            return self.tr("predicted: {name}").format(name=self._names[column])
        if column < 0:
            return self.tr("true: {name}").format(name=self._names[row])
        return self.sentence(row, column)

    # Drawing.

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what must be drawn again."""
        with painting(self) as painter:
            matrix = self._painter
            matrix.begin(self._grid, self.font(), int(self._counts.max(initial=0)))
            cells, region = self._grid.all_cells(), event.region()
            if not cells.contains(event.rect()):
                matrix.paint_names(painter, self._names, self.tr("true"), self.tr("predicted"))
            whole = event.rect().contains(cells)
            counts, shares = self._counts.tolist(), self._shares.tolist()
            painter.setFont(matrix.font)
            for row in range(len(self._names)):
                for column in range(len(self._names)):
                    area = self._grid.cell(row, column)
                    if whole or region.intersects(area):
                        matrix.paint_cell(painter, area, counts[row][column], shares[row][column], right=row == column)
            pointed = self._hovered or (self._cursor if self.hasFocus() and self._names else None)
            for cell, color in ((self._chosen, self._theme.text), (pointed, self._theme.accent)):
                if cell is not None:
                    matrix.frame(painter, self._grid.cell(*cell), color)
