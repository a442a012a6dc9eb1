"""Where the cells of a confusion matrix are, and how its classes are named at its edges."""

from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics

MANY = 12
"""With more classes than this, names leave more room to the cells."""
LABEL_SHARES = (0.3, 0.22)
"""Of the width, at most, for the names of the true classes: of few classes and of many."""
UPRIGHT_SHARES = (0.28, 0.2)
"""Of the height, at most, for names of predicted classes that stand upright."""
LARGEST_CELL = 150
TALLEST_CELL = 110
GAP = 6
PERCENT_WIDTH, PERCENT_LINES = 46, 2.3
"""A cell at least so many pixels wide and so many lines of text high has room for count and percentage."""


@dataclass(frozen=True)
class Grid:
    """The places of a matrix with `n` classes.

    Attributes
    ----------
    left, top
        Of the first cell.
    width, height
        Of a cell.
    upright
        Whether the names of the predicted classes are turned by 90°, since they are wider than a cell.
    """

    n: int
    left: int
    top: int
    width: int
    height: int
    upright: bool
    line: int

    @classmethod
    def fitted(cls, names: tuple[str, ...], width: int, height: int, metrics: QFontMetrics) -> "Grid":
        """Return the grid that fills a widget best: cells at most as tall as wide, and none larger than it must be."""
        n, line = max(len(names), 1), metrics.height()
        longest = max((metrics.horizontalAdvance(name) for name in names), default=0)
        many = n > MANY
        left = line + GAP + min(longest, int(width * LABEL_SHARES[many])) + GAP
        cell = max(min((width - left - 2) // n, LARGEST_CELL), 1)
        upright = longest > cell - 4 and longest > 2 * metrics.averageCharWidth() + 4
        names_height = min(longest + GAP, int(height * UPRIGHT_SHARES[many])) if upright else line + GAP // 2
        top = line + names_height + 2
        tall = max(min((height - top - 2) // n, cell, TALLEST_CELL), 1)
        return cls(n, left, top, cell, tall, upright, line)

    @property
    def shows_percent(self) -> bool:
        """Whether a cell has room for a percentage below its count."""
        return self.width >= PERCENT_WIDTH and self.height >= PERCENT_LINES * self.line

    def cell(self, row: int, column: int) -> QRect:
        """Return where a cell is."""
        return QRect(self.left + column * self.width, self.top + row * self.height, self.width, self.height)

    def all_cells(self) -> QRect:
        """Return where all cells are together."""
        return QRect(self.left, self.top, self.n * self.width, self.n * self.height)

    def row_name(self, row: int) -> QRect:
        """Return where a true class is named."""
        return QRect(self.line + GAP, self.top + row * self.height, self.left - self.line - 2 * GAP, self.height)

    def column_name(self, column: int) -> QRect:
        """Return where a predicted class is named."""
        return QRect(self.left + column * self.width, self.line, self.width, self.top - self.line - 2)

    def at(self, x: int, y: int) -> tuple[int, int] | None:
        """Return the cell at a place; a row or column of −1 stands for its name, None for nothing."""
        column = (x - self.left) // self.width if x >= self.left else -1
        row = (y - self.top) // self.height if y >= self.top else -1
        inside = row < self.n and column < self.n and (row >= 0 or column >= 0) and x >= 0 and y >= 0
        return (row, column) if inside else None
