"""The confusion matrix: rows are true classes with their recall, columns predicted ones with their precision."""

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

from playground.messages import with_particles
from playground.training.questions.results import ClassScores
from playground.views.kit.canvas import painting
from playground.views.kit.keys import SIDEWAYS
from playground.views.plots.style import small_font
from playground.views.results.columns import share
from playground.views.results.grid import Grid
from playground.views.results.matrix_painter import MatrixPainter
from playground.views.theme import LIGHT, Theme

Cell = tuple[int, int]
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
        self._scores = _nothing(0)
        self._edges = (self.tr("recall"), self.tr("precision"))
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
    def scores(self) -> ClassScores:
        """What it shows."""
        return self._scores

    @property
    def pointed_at(self) -> Cell | None:
        """The cell under the mouse, or else under the keyboard's frame."""
        return self._hovered or (self._cursor if self.hasFocus() and self._names else None)

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

    def show_scores(self, names: tuple[str, ...], scores: ClassScores) -> None:
        """Show others; the same ones are not painted again."""
        if names != self._names:
            self._names, self._cursor, self._hovered = names, (0, 0), None
            self._fit()
        before, self._scores = self._scores, scores
        if not np.array_equal(scores.confusion, before.confusion):
            self.update()

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
            self._cursor = (min(max(row + step[0], 0), n), min(max(column + step[1], 0), n))
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
        """Return what a cell says; row or column `n` is the one of precision or recall."""
        counts, n = self._scores.confusion, len(self._names)
        if row == n:
            if column == n:
                return self.tr("{share} of all examples are recognised").format(share=share(self._scores.accuracy))
            sentence = self.tr("precision: of {total} taken for {name}, {count} are ({percent})").format(
                name=self._names[column],
                total=int(counts[:, column].sum()),
                count=int(counts[column, column]),
                percent=share(self._scores.precision[column]),
            )
            return with_particles(sentence)
        if column == n:
            return self.tr("recall: of {total} examples of {name}, {count} are recognised ({percent})").format(
                name=self._names[row],
                total=int(counts[row].sum()),
                count=int(counts[row, row]),
                percent=share(self._scores.recall[row]),
            )
        template = (
            self.tr("{true}: {count} of {total} recognised ({percent})")
            if row == column
            else self.tr("{true} taken for {predicted}: {count} of {total} ({percent})")
        )
        total = int(counts[row].sum())
        percent = share(float(self._scores.shares[row, column]) if total else None)
        return template.format(
            true=self._names[row],
            predicted=self._names[column],
            count=int(counts[row, column]),
            total=total,
            percent=percent,
        )

    # Inside.

    def _fit(self) -> None:
        metrics = QFontMetrics(small_font(self.font()))
        self._grid = Grid.fitted(self._names, self.width(), self.height(), metrics, self._edges)
        self.update()

    def _cell_at(self, event: QMouseEvent) -> Cell | None:
        place = self._grid.at(int(event.position().x()), int(event.position().y()))
        return place if place is not None and min(place) >= 0 and self._names else None

    def _is_choice(self, cell: Cell) -> bool:
        return max(cell) < len(self._names)

    def _hover(self, cell: Cell | None) -> None:
        if cell != self._hovered:
            self._hovered = cell
            opens = cell is not None and self._is_choice(cell)
            self.setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)
            self._point()

    def _point(self) -> None:
        """Tell which cell is pointed at; the mouse goes before the keyboard."""
        cell = self.pointed_at
        self.setAccessibleDescription("" if cell is None else self.sentence(*cell))
        self.pointed.emit(cell)
        self.update()

    def _choose(self, cell: Cell) -> None:
        if self._is_choice(cell):
            self.cell_chosen.emit(None if cell == self._chosen else cell)

    def _tip(self, row: int, column: int) -> str:
        if row < 0 and column < len(self._names):
            return self.tr("predicted: {name}").format(name=self._names[column])
        if column < 0 and row < len(self._names):
            return self.tr("true: {name}").format(name=self._names[row])
        return self.sentence(row, column) if min(row, column) >= 0 else ""

    # Drawing.

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw everything."""
        with painting(self) as painter:
            matrix, scores, n = self._painter, self._scores, len(self._names)
            matrix.begin(self._grid, self.font(), int(scores.confusion.max(initial=0)))
            matrix.paint_names(painter, self._names, self.tr("true"), self.tr("predicted"), self._edges)
            counts, shares = scores.confusion.tolist(), scores.shares.tolist()
            painter.setFont(matrix.font)
            for row in range(n):
                for column in range(n):
                    area = self._grid.cell(row, column)
                    matrix.paint_cell(painter, area, counts[row][column], shares[row][column], right=row == column)
            for index in range(n):
                matrix.paint_share(painter, self._grid.cell(index, n), float(scores.recall[index]))
                matrix.paint_share(painter, self._grid.cell(n, index), float(scores.precision[index]))
            if scores.accuracy is not None:
                matrix.paint_share(painter, self._grid.cell(n, n), scores.accuracy)
            for cell, color in ((self._chosen, self._theme.text), (self.pointed_at, self._theme.accent)):
                if cell is not None:
                    matrix.frame(painter, self._grid.cell(*cell), color)


def _nothing(n: int) -> ClassScores:
    """Return scores without any example."""
    counts = np.zeros((n, n), np.intp)
    return ClassScores(counts, np.zeros((n, n)), np.full(n, np.nan), np.full(n, np.nan), None, None)
