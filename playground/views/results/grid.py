"""Where the cells of a confusion matrix are, how its classes are named at its edges, and what stands beside them."""

from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics

MANY = 12
"""With more classes than this, names leave more room to the cells."""
LABEL_SHARES = (0.3, 0.22)
"""Of the width, at most, for the names of the true classes: of few classes and of many."""
UPRIGHT_SHARES = (0.28, 0.2)
"""Of the height, at most, for names of predicted classes that stand upright."""
WIDEST = 1.6
"""A cell is at most so many times as wide as tall."""
GAP = 6
PERCENT_WIDTH, PERCENT_LINES = 46, 2.3
"""A cell at least so many pixels wide and so many lines of text high has room for count and percentage."""


@dataclass(frozen=True)
class Grid:
    """The places of a matrix with `n` classes, one column for their recall and one row for their precision.

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
    def fitted(
        cls, names: tuple[str, ...], width: int, height: int, metrics: QFontMetrics, edges: tuple[str, str]
    ) -> "Grid":
        """Return the grid that fills a widget best; `edges` name what stands beside and below the cells."""
        n, line = max(len(names), 1), metrics.height()
        longest = max((metrics.horizontalAdvance(name) for name in (*names, edges[1])), default=0)
        many = n > MANY
        edge = metrics.horizontalAdvance(edges[1]) + GAP  # it may be drawn a pixel larger than it is measured
        left = line + GAP + max(min(longest, int(width * LABEL_SHARES[many])), min(edge, width // 4)) + GAP
        cell = max((width - left - 2 - GAP) // (n + 1), 1)
        upright = longest > cell - 4 and longest > 2 * metrics.averageCharWidth() + 4
        names_height = min(longest + GAP, int(height * UPRIGHT_SHARES[many])) if upright else line + GAP // 2
        top = line + names_height + 2
        tall = max((height - top - 2 - GAP) // (n + 1), 1)
        return cls(n, left, top, max(min(cell, int(WIDEST * tall)), 1), tall, upright, line)

    @property
    def shows_percent(self) -> bool:
        """Whether a cell has room for a percentage below its count."""
        return self.width >= PERCENT_WIDTH and self.height >= PERCENT_LINES * self.line

    def cell(self, row: int, column: int) -> QRect:
        """Return where a cell is; row or column `n` is the one of precision or recall."""
        left = self.left + column * self.width + (GAP if column == self.n else 0)
        top = self.top + row * self.height + (GAP if row == self.n else 0)
        return QRect(left, top, self.width, self.height)

    def all_cells(self) -> QRect:
        """Return where all cells are together."""
        return QRect(self.left, self.top, self.n * self.width, self.n * self.height)

    def row_name(self, row: int) -> QRect:
        """Return where a true class is named."""
        cell = self.cell(row, 0)
        return QRect(self.line + GAP, cell.top(), self.left - self.line - 2 * GAP, self.height)

    def column_name(self, column: int) -> QRect:
        """Return where a predicted class is named."""
        return QRect(self.cell(0, column).left(), self.line, self.width, self.top - self.line - 2)

    def at(self, x: int, y: int) -> tuple[int, int] | None:
        """Return the cell at a place; a row or column of −1 stands for its name, None for nothing."""
        places = []
        for place, first, size in ((y, self.top, self.height), (x, self.left, self.width)):
            if place < 0:
                return None
            index = (place - first) // size if place >= first else -1
            if index >= self.n:
                index = self.n if GAP <= place - first - self.n * size < GAP + size else self.n + 1
            places.append(index)
        row, column = places
        return (row, column) if max(places) <= self.n and (row >= 0 or column >= 0) else None
