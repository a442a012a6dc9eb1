"""Matrices side by side with signs between them, as they stand in equations: of a phase, and in rows of their own."""

from abc import abstractmethod
from bisect import bisect_right
from collections.abc import Collection, Hashable, Iterable, Sequence
from itertools import accumulate

import numpy as np
from msgspec import Struct
from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from playground.messages import numbers
from playground.training.results import Array
from playground.training.walkthrough.walk import Cell, Quantity, cell_name
from playground.views import color_maps
from playground.views.backprop.equations import Operand, Part, Sign
from playground.views.backprop.layout import GAP, Arrangement, Block, arrange
from playground.views.backprop.position import shape_text
from playground.views.kit.canvas import NO_KEYS, Canvas, Item, Items
from playground.views.kit.cells import CellColors, CellMarks, paint_hatch, strongest
from playground.views.plots.style import small_font
from playground.views.theme import Theme

GROWTHS = (1.5, 1.25)
MARGIN = 8
MOST_BLOCKS = 20
"""Rows and columns of blocks that are drawn of a matrix that is not built."""
SCHEME_SIDE = 12
"""Rows and columns of room that a matrix has which is not built."""


class Piece(Struct, frozen=True, eq=False):
    """One matrix.

    Attributes
    ----------
    shape
        Of all of it.
    values
        None where it is not computed yet, or too large to be built.
    blocks
        Where it is not built: it is made of one block for each of these numbers, times the unit matrix.
    """

    caption: str
    shape: tuple[int, int]
    values: Array | None
    blocks: Array | None = None

    @property
    def is_scheme(self) -> bool:
        """Whether it is too large to be built."""
        return self.values is None and self.blocks is not None


class EquationCanvas(Canvas):
    """Draws equations, each matrix with its name above and its shape below, and outlines some of the numbers."""

    arrow_keys = NO_KEYS

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._arrangement: Arrangement | None = None

    @abstractmethod
    def parts(self) -> Sequence[Sequence[Part]]:
        """Return the equations; none while there is nothing to show."""

    @abstractmethod
    def piece(self, operand: Operand) -> Piece:
        """Return what is drawn for an operand; the array is not transposed."""

    @abstractmethod
    def outlines(self) -> Iterable[tuple[Collection[Cell], QPen]]:
        """Return which numbers are outlined, those on top last."""

    def name_of(self, cell: Cell) -> str:
        return cell_name(cell)

    def name_style(self, _operand: Operand) -> tuple[QFont, str]:
        """Return font and colour of a matrix's name."""
        return small_font(self.base_font), self.theme.text

    def below(self) -> float:
        """Return the height that is kept free below the shapes."""
        return 0.0

    @property
    def arrangement(self) -> Arrangement:
        if self._arrangement is None:
            self._arrangement = self.arranged(self.area)
        return self._arrangement

    def arranged(self, area: QRectF) -> Arrangement:
        """Return where everything would lie in an area."""
        line = self._small_line()
        cells = area.adjusted(MARGIN, line + 5, -MARGIN, -(line + 5 + self.below()))
        return arrange(self.parts(), self._drawn_shape, cells, self._sign_width)

    def growth(self, room: QSizeF) -> float:
        """Return how much larger the numbers can be written while none has to give up a digit for it."""
        for larger in GROWTHS:
            blocks = self.arranged(QRectF(QPointF(), room / larger)).blocks
            if blocks and all(block.is_at_ease for block in blocks):
                return larger
        return 1.0

    def forget(self) -> None:
        self._arrangement = self._grown = None

    def items(self) -> Items:
        blocks = [block for block in self.arrangement.blocks if not self.piece(block.operand).is_scheme]
        ends = [*accumulate(block.rows * block.columns for block in blocks)]

        def item(index: int) -> Item:
            place = bisect_right(ends, index)
            block = blocks[place]
            row, column = divmod(index - (ends[place - 1] if place else 0), block.columns)
            return self._item((block.operand.quantity, *block.turned(row, column)), block)

        return Items(ends[-1] if ends else 0, item)

    def item_at(self, place: QPointF) -> Item | None:
        return self.item_of(self.arrangement.at(place.x(), place.y()))

    def item_of(self, key: Hashable | None) -> Item | None:
        if not isinstance(key, tuple):
            return None
        cell: Cell = (key[0], key[1], key[2])
        block = self.arrangement.block_of(cell[0])
        return None if block is not None and self.piece(block.operand).is_scheme else self._item(cell, block)

    def paint_still(self, painter: QPainter, _size: QSizeF, /) -> None:
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        colors = CellColors(self.theme)
        for block in self.arrangement.blocks:
            piece = self.piece(block.operand)
            if piece.is_scheme:
                self._paint_scheme(painter, block.box, piece.blocks)
                self._paint_captions(painter, block, piece, "")
            else:
                readable = paint_matrix(painter, block, piece.values, colors, self.theme, self.base_font)
                self._paint_captions(painter, block, piece, "" if readable else _ends(piece.values))
        painter.setFont(self.base_font)
        painter.setPen(QColor(self.theme.text))
        metrics = QFontMetricsF(painter.font())
        rise = (metrics.ascent() - metrics.descent()) / 2
        for placed in self.arrangement.placed:
            painter.drawText(QPointF(placed.left, placed.middle + rise), placed.sign.text)

    def paint(self, painter: QPainter, _size: QSizeF, /) -> None:
        for cells, pen in self.outlines():
            self._outline(painter, cells, pen)
        if isinstance(self.hovered, tuple):
            self._outline(painter, [self.hovered], QPen(QColor(self.theme.text), 1))

    def _item(self, cell: Cell, block: Block | None) -> Item:
        quantity, row, column = cell
        values = self.piece(Operand(quantity)).values
        value = numbers.MISSING if values is None else numbers.significant(float(values[row, column]))
        return Item(cell, QRectF() if block is None else block.cell_box(row, column), self.name_of(cell), value)

    def _outline(self, painter: QPainter, cells: Collection[Cell], pen: QPen) -> None:
        boxes = [
            block.cell_box(row, column).adjusted(0.5, 0.5, -0.5, -0.5)
            for quantity, row, column in dict.fromkeys(cells)
            for block in self.arrangement.blocks
            if block.operand.quantity == quantity and not self.piece(block.operand).is_scheme
        ]
        if boxes:
            side = min(min(box.width(), box.height()) for box in boxes)
            pen.setWidthF(min(pen.widthF(), max(side / 4, 0.8)))  # the outlines of small cells must not cover them
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRects(boxes)

    def _paint_captions(self, painter: QPainter, block: Block, piece: Piece, ends: str) -> None:
        """Write the name above, and below the shape, with the end of the colours where no numbers can be read."""
        box, center = block.box, block.box.center().x()
        font, color = self.name_style(block.operand)
        painter.setFont(font)
        painter.setPen(QColor(color))
        wide = QFontMetricsF(font).horizontalAdvance(piece.caption)
        painter.drawText(QPointF(self._left(center, wide), box.top() - 5), piece.caption)
        painter.setFont(small_font(self.base_font))
        painter.setPen(QColor(self.theme.muted))
        metrics = QFontMetricsF(painter.font())
        rows, columns = piece.shape if piece.is_scheme else (block.rows, block.columns)
        shape = shape_text(rows, columns)
        text = f"{shape}{ends}" if metrics.horizontalAdvance(f"{shape}{ends}") <= box.width() + GAP else shape
        left = self._left(center, metrics.horizontalAdvance(text))
        painter.drawText(QPointF(left, box.bottom() + metrics.ascent() + 4), text)

    def _left(self, center: float, wide: float) -> float:
        """Return where a caption begins: in the middle of its matrix, and not beyond the edges."""
        return min(max(center - wide / 2, 0.0), max(self.area.width() - wide, 0.0))

    def _paint_scheme(self, painter: QPainter, box: QRectF, blocks: Array | None) -> None:
        """Draw a matrix that is not built: the diagonals of its blocks, each in the colour of its number."""
        painter.setPen(QPen(QColor(self.theme.border), 1))
        painter.setBrush(QColor(self.theme.neutral))
        painter.drawRect(box)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if blocks is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = blocks[:MOST_BLOCKS, :MOST_BLOCKS]
        end = float(np.nan_to_num(np.abs(blocks)).max()) or 1.0
        colors = color_maps.diverging(self.theme)[color_maps.indices(shown, -end, end)]
        width, height = box.width() / shown.shape[1], box.height() / shown.shape[0]
        for row, column in np.ndindex(shown.shape):
            corner = QPointF(box.left() + column * width, box.top() + row * height)
            painter.setPen(QPen(QColor(*colors[row, column].tolist()), 2))
            painter.drawLine(QLineF(corner, corner + QPointF(width, height)))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _drawn_shape(self, quantity: Quantity) -> tuple[int, int]:
        piece = self.piece(Operand(quantity))
        return (SCHEME_SIDE, SCHEME_SIDE) if piece.is_scheme else piece.shape

    def _sign_width(self, sign: Sign) -> int:
        return int(QFontMetricsF(self.base_font).horizontalAdvance(sign.text)) + 1

    def _small_line(self) -> float:
        return QFontMetricsF(small_font(self.base_font)).height()


def paint_matrix(
    painter: QPainter, block: Block, values: Array | None, colors: CellColors, theme: Theme, font: QFont
) -> bool:
    """Draw a matrix, an array that is not transposed; hatched where it is None. Return whether it can be read."""
    if values is None:
        paint_hatch(painter, block.box, theme)
        return True
    shown = values.T if block.operand.transposed else values
    if block.pooled:
        shown = strongest(shown, block.row_step, block.column_step)
    levels = colors.levels(shown)
    image = colors.image(shown, levels)
    painter.drawImage(block.box, image, QRectF(image.rect()))
    marks = CellMarks([block.cells], colors, theme, font)
    marks.paint(painter, shown, levels)
    painter.setPen(QPen(QColor(theme.border), 1))
    painter.drawRect(block.box.adjusted(-0.5, -0.5, 0.5, 0.5))
    return marks.has_numbers


def _ends(values: Array | None) -> str:
    with np.errstate(all="ignore"):
        return "" if values is None else f"   ±{numbers.number(float(np.abs(values).max()))}"


Mark = tuple[int, int, int]
"""A piece's number in a row, and a row and a column of it."""


class MatrixRow(EquationCanvas):
    """Draws some pieces in a row, with the signs between them; a click on a number is told, counted from 0."""

    cell_clicked = Signal(int, int, int)

    comfortable, least = (240, 110), (120, 70)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: list[Part] = []
        self._pieces: dict[int, Piece] = {}
        self._marked: Collection[Mark] = ()
        self.setAccessibleName(name)
        self.chosen.connect(lambda cell: self.cell_clicked.emit(cell[0][1], cell[1], cell[2]))

    def show_pieces(self, parts: Sequence[Piece | str]) -> None:
        """Show other matrices; texts are the signs between them."""
        self._pieces = {number: part for number, part in enumerate(parts) if isinstance(part, Piece)}
        self._parts = [
            Sign(part) if isinstance(part, str) else Operand(("", number)) for number, part in enumerate(parts)
        ]
        self._marked = ()
        self.forget()
        self.renew()

    def mark(self, marks: Collection[Mark]) -> None:
        """Outline some numbers."""
        self._marked = marks
        self.update()

    @property
    def marked(self) -> Collection[Mark]:
        return self._marked

    def cell_box(self, piece: int, row: int, column: int) -> QRectF:
        block = self.arrangement.block_of(("", piece))
        assert block is not None
        return block.cell_box(row, column)

    def parts(self) -> Sequence[Sequence[Part]]:
        return [self._parts] if self._parts else ()

    def piece(self, operand: Operand) -> Piece:
        return self._pieces[operand.quantity[1]]

    def outlines(self) -> Iterable[tuple[Collection[Cell], QPen]]:
        cells = [(("", piece), row, column) for piece, row, column in self._marked]
        yield cells, QPen(QColor(self.theme.text), 2.2)

    def name_of(self, cell: Cell) -> str:
        (_, number), row, column = cell
        return f"{self._pieces[number].caption}[{row + 1},{column + 1}]"
