"""How one matrix of an equation is drawn; hatched while it is not computed."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen

from playground.training.results import Array
from playground.views.backprop.layout import Block
from playground.views.kit.cells import CellColors, CellGrid, CellMarks, paint_hatch, strongest
from playground.views.theme import Theme


class MatrixPainter:
    """Draws matrices in a theme.

    Parameters
    ----------
    theme, font
        Colours, and the typeface of the numbers.
    """

    def __init__(self, theme: Theme, font: QFont) -> None:
        self._theme, self._font = theme, font
        self._colors = CellColors(theme)

    def shows_numbers(self, block: Block) -> bool:
        """Whether the numbers of a matrix can be read."""
        return self._marks(block).has_numbers

    def paint(self, painter: QPainter, block: Block, values: Array | None) -> None:
        """Draw a matrix.

        Parameters
        ----------
        painter
            On the widget or a picture of it.
        block
            Where.
        values
            The array, not transposed; None if it is not computed yet.
        """
        if values is None:
            self.paint_hatch(painter, block.box)
            return
        shown = values.T if block.operand.transposed else values
        if block.pooled:
            shown = strongest(shown, block.row_step, block.column_step)
        levels = self._colors.levels(shown)
        image = self._colors.image(shown, levels)
        painter.drawImage(block.box, image, QRectF(image.rect()))
        self._marks(block).paint(painter, shown, levels)
        painter.setPen(QPen(QColor(self._theme.border), 1))
        painter.drawRect(block.box.adjusted(-0.5, -0.5, 0.5, 0.5))

    def paint_hatch(self, painter: QPainter, box: QRectF) -> None:
        """Draw a place whose numbers are not computed yet."""
        paint_hatch(painter, box, self._theme)

    def image(self, values: Array) -> QImage:
        """Return a picture of a matrix, one pixel a number."""
        return self._colors.image(values)

    def _marks(self, block: Block) -> CellMarks:
        size = (block.cell_width, block.cell_height, block.drawn_rows, block.drawn_columns)
        return CellMarks(
            [CellGrid(block.left, block.top, *size, pooled=block.pooled)], self._colors, self._theme, self._font
        )
