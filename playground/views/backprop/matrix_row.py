"""Some matrices in a row with signs between them; one that is too large to be built is drawn as a scheme."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import QWidget

from playground.messages.numbers import significant
from playground.training.results import Array
from playground.views import color_maps
from playground.views.backprop.equations import Operand, Part, Sign
from playground.views.backprop.layout import Arrangement, Block, MatrixPainter, arrange
from playground.views.backprop.position import shape_text
from playground.views.kit.canvas import NO_KEYS, Canvas, Item, Items
from playground.views.plots.style import small_font

MOST_BLOCKS = 20
"""Rows and columns of blocks that are drawn of a matrix that is not built."""
SCHEME_SIDE = 12
"""Rows and columns of room that a matrix has which is not built."""


@dataclass(frozen=True, eq=False)
class Piece:
    """One matrix of the row.

    Attributes
    ----------
    caption
        Written above it.
    shape
        Of all of it.
    values
        None where it is too large to be built.
    blocks
        Where it is not built: it is made of one block for each of these numbers, times the unit matrix.
    """

    caption: str
    shape: tuple[int, int]
    values: Array | None
    blocks: Array | None = None


Mark = tuple[int, int, int]
"""A piece's number in the row, and a row and a column of it."""


class MatrixRow(Canvas):
    """Draws the pieces; a click on a number is told, counted from 0."""

    cell_clicked = Signal(int, int, int)
    arrow_keys = NO_KEYS

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: list[Part] = []
        self._pieces: dict[int, Piece] = {}
        self._marks: Mapping[str, Collection[Mark]] = {}
        self._arrangement: Arrangement | None = None
        self.setAccessibleName(name)
        self.chosen.connect(lambda mark: self.cell_clicked.emit(*mark))

    def preferred_size(self) -> QSizeF:
        return QSizeF(240, 110)

    def least_size(self) -> QSizeF:
        return QSizeF(120, 70)

    def show_pieces(self, parts: Sequence[Piece | str]) -> None:
        """Show other matrices; texts are the signs between them."""
        self._pieces = {number: part for number, part in enumerate(parts) if isinstance(part, Piece)}
        self._parts = [
            Sign(part) if isinstance(part, str) else Operand(("", number)) for number, part in enumerate(parts)
        ]
        self._marks = {}
        self.forget()
        self.renew()

    def mark(self, strong: Collection[Mark] = (), weak: Collection[Mark] = ()) -> None:
        """Outline some numbers."""
        self._marks = {"weak": weak, "strong": strong}
        self.update()

    @property
    def marked(self) -> Collection[Mark]:
        """The numbers outlined strongly."""
        return self._marks.get("strong", ())

    def forget(self) -> None:
        self._arrangement = None

    def items(self) -> Items:
        built = [(number, piece) for number, piece in self._pieces.items() if piece.values is not None]
        ends = np.cumsum([piece.shape[0] * piece.shape[1] for _number, piece in built], dtype=int)

        def item(index: int) -> Item:
            place = int(np.searchsorted(ends, index, side="right"))
            number, piece = built[place]
            row, column = divmod(index - (int(ends[place - 1]) if place else 0), piece.shape[1])
            return self._item((number, row, column))

        return Items(int(ends[-1]) if built else 0, item)

    def item_at(self, place: QPointF) -> Item | None:
        mark = self._at(place)
        return None if mark is None else self._item(mark)

    def _item(self, mark: Mark) -> Item:
        number, row, column = mark
        piece = self._pieces[number]
        assert piece.values is not None
        value = significant(float(piece.values[row, column]))
        return Item(mark, self.cell_box(*mark), f"{piece.caption}[{row + 1},{column + 1}]", value)

    def cell_box(self, piece: int, row: int, column: int) -> QRectF:
        """Return the place of one number."""
        block = self._arranged().block_of(("", piece))
        assert block is not None
        return block.cell_box(row, column)

    def paint(self, painter: QPainter, _size: QSizeF, /) -> None:
        if not self._pieces:
            return
        pens = {
            "weak": QPen(QColor(self.theme.text), 1, Qt.PenStyle.DotLine),
            "strong": QPen(QColor(self.theme.text), 2.2),
        }
        for kind, marks in self._marks.items():
            self._outline(painter, marks, pens[kind])
        if isinstance(self.hovered, tuple):
            self._outline(painter, [self.hovered], QPen(QColor(self.theme.text), 1))

    def paint_still(self, painter: QPainter, _size: QSizeF, /) -> None:
        if not self._pieces:
            return
        matrices = MatrixPainter(self.theme, self.base_font)
        arrangement = self._arranged()
        small = small_font(self.base_font)
        metrics = QFontMetricsF(small)
        for block in arrangement.blocks:
            piece = self._pieces[block.operand.quantity[1]]
            if piece.values is None:
                self._paint_scheme(painter, block.box, piece.blocks)
            else:
                matrices.paint(painter, block, piece.values)
            painter.setFont(small)
            for text, y, color in (
                (piece.caption, block.box.top() - 4, self.theme.text),
                (shape_text(*piece.shape), block.box.bottom() + metrics.ascent() + 3, self.theme.muted),
            ):
                painter.setPen(QColor(color))
                painter.drawText(QPointF(block.box.center().x() - metrics.horizontalAdvance(text) / 2, y), text)
        painter.setFont(self.base_font)
        painter.setPen(QColor(self.theme.text))
        rise = QFontMetricsF(self.base_font).ascent() / 2 - 1
        for placed in arrangement.placed:
            painter.drawText(QPointF(placed.left, arrangement.middle + rise), placed.sign.text)

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

    def _arranged(self) -> Arrangement:
        if self._arrangement is None:
            line = QFontMetricsF(small_font(self.base_font)).height()
            area = self.area.adjusted(4, line + 5, -4, -(line + 5))
            metrics = QFontMetricsF(self.base_font)
            self._arrangement = arrange(
                [self._parts],
                lambda quantity: self._drawn_shape(quantity[1]),
                area,
                lambda sign: int(metrics.horizontalAdvance(sign.text)) + 1,
            )
        return self._arrangement

    def _drawn_shape(self, number: int) -> tuple[int, int]:
        piece = self._pieces[number]
        return piece.shape if piece.values is not None else (SCHEME_SIDE, SCHEME_SIDE)

    def _outline(self, painter: QPainter, marks: Collection[Mark], pen: QPen) -> None:
        blocks: dict[int, Block] = {block.operand.quantity[1]: block for block in self._arranged().blocks}
        built = [mark for mark in marks if mark[0] in blocks and self._pieces[mark[0]].values is not None]
        boxes = [blocks[piece].cell_box(row, column) for piece, row, column in built]
        if boxes:
            side = min(min(box.width(), box.height()) for box in boxes)
            pen.setWidthF(min(pen.widthF(), max(side / 4, 0.8)))  # the outlines of small cells must not cover them
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.setPen(pen)
            painter.drawRects(boxes)

    def _at(self, place: QPointF) -> Mark | None:
        found = self._arranged().at(place.x(), place.y()) if self._pieces else None
        if found is None or self._pieces[found[0][1]].values is None:
            return None
        return (found[0][1], found[1], found[2])
