"""How a matrix is drawn, on the screen and on a page: colours, lines between the cells, numbers or signs in them.

One rule for the ink on a colour, whatever the colour: of the theme's two the one with the higher contrast (WCAG 2.2).
One rule for what is written into a cell: its number in the largest size that fits, else its sign, else nothing.
"""

import math
from collections.abc import Callable, Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QImage, QPainter, QPen

from playground.messages import numbers
from playground.views import color_maps
from playground.views.color_maps import LookupTable, inks_of, is_light, luminance
from playground.views.kit.appearance import tabular
from playground.views.theme import Theme

GRID_FROM = 6
"""Pixels of a cell's side from which on there is a line beside it."""
SIGN_FROM = 12
"""Pixels of a cell's shorter side from which on its sign is drawn in it."""
NUMBER_SIZES = ((1.0, "−0.00000"), (0.82, "−.00"), (0.72, "−.00"))
"""Sizes of the numbers, relative to the font, with what must fit into a cell for each."""
FEWEST_CHARACTERS = 4
MANY_CHARACTERS = 6
"""In a cell with room for fewer the zero before the point is left out: ``.51``."""
PADDING, LEADING = 3, 2.5
LARGEST_WHOLE = 100
NEARLY_ZERO = "≈0"
_CHARACTERS = "0123456789.−e≈–∞?"


class CellGrid(Struct, frozen=True):
    """Where the cells of one matrix lie.

    Attributes
    ----------
    first
        The column of the array of numbers that is drawn first.
    pooled
        Whether a cell stands for several numbers, so that nothing is written into it.
    """

    left: float
    top: float
    cell_width: float
    cell_height: float
    rows: int
    columns: int
    first: int = 0
    pooled: bool = False

    @property
    def box(self) -> QRectF:
        return QRectF(self.left, self.top, self.columns * self.cell_width, self.rows * self.cell_height)

    @property
    def source(self) -> QRectF:
        """Where its numbers are in a picture of the whole array, one pixel a number."""
        return QRectF(self.first, 0, self.columns, self.rows)

    def center(self, row: int, column: int) -> QPointF:
        return QPointF(self.left + (column + 0.5) * self.cell_width, self.top + (row + 0.5) * self.cell_height)

    def lines(self) -> list[QLineF]:
        """Return the lines between the cells, where those are large enough to spare them."""
        box, lines = self.box, []
        if self.cell_width >= GRID_FROM:
            places = [self.left + column * self.cell_width for column in range(1, self.columns)]
            lines += [QLineF(x, box.top(), x, box.bottom() - 1) for x in places]
        if self.cell_height >= GRID_FROM:
            places = [self.top + row * self.cell_height for row in range(1, self.rows)]
            lines += [QLineF(box.left(), y, box.right() - 1, y) for y in places]
        return lines


class CellColors:
    """From numbers to colours, and to the ink on each.

    `table`: 256 colours; the diverging ones if it is None.

    Attributes
    ----------
    light
        For each row of the table, whether the lighter ink is read better on it, bool `(256,)`.
    inks
        The darker and the lighter of the two.
    """

    def __init__(self, theme: Theme, table: LookupTable | None = None) -> None:
        colors = color_maps.diverging(theme) if table is None else table
        self._packed = color_maps.bgra(colors)
        self._undefined = np.uint32(QColor(theme.hatch).rgb())
        self.inks = inks_of(theme)
        self.light = is_light(luminance(colors[:, :3]), self.inks)

    def levels(self, values: NDArray[np.floating], low: float | None = None, high: float = 1.0) -> NDArray[np.uint8]:
        """Return each number's row of the table; without `low`, from minus to plus the largest magnitude there is."""
        if low is None:
            magnitudes = np.abs(values[np.isfinite(values)])
            high = float(magnitudes.max(initial=0.0)) or 1.0
            low = -high
        return color_maps.indices(values, low, high)

    def fill(
        self,
        pixels: NDArray[np.uint32],
        values: NDArray[np.floating],
        levels: NDArray[np.uint8],
        *,
        finite: bool = False,
    ) -> None:
        """Write the colours as pixels of QImage.Format_RGB32 where they stay; what is no number is grey."""
        np.take(self._packed, levels, out=pixels, mode="clip")
        if not finite:
            pixels[np.isnan(values)] = self._undefined

    def image(self, values: NDArray[np.floating], levels: NDArray[np.uint8] | None = None) -> QImage:
        """Return a picture of a matrix, one pixel a number."""
        height, width = values.shape
        pixels = np.empty((height, width), np.uint32)
        self.fill(pixels, values, self.levels(values) if levels is None else levels)
        return QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()

    def color(self, level: int | np.uint8) -> QColor:
        """Return a row of the table."""
        return QColor.fromRgb(int(self._packed[level]))

    def ink(self, level: int | np.uint8) -> QColor:
        """Return the ink that is read on a row of the table."""
        return self.inks[int(self.light[level])]


class CellMarks:
    """What is drawn over the colours of some matrices: prepared once for a layout, so that a frame is a few calls.

    Parameters
    ----------
    colors
        Whose inks they take.
    theme, font
        Of the lines, and of the numbers.
    narrowest
        Width of a cell below which no number is tried.
    write
        From a number and how many characters there is room for to its text.
    """

    def __init__(
        self,
        grids: Sequence[CellGrid],
        colors: CellColors,
        theme: Theme,
        font: QFont,
        *,
        narrowest: float = 0,
        write: Callable[[float, int], str] | None = None,
    ) -> None:
        self._colors, self._write = colors, write or cell_text
        self._line_pen = QPen(QColor(theme.surface), 1)
        self._lines = [line for grid in grids for line in grid.lines()]
        self._numbers: list[tuple[_NumberFont, list[tuple[int, int, QPointF]], float]] = []
        self._minus: list[QLineF] = []
        self._stem: list[QLineF] = []
        fonts = [_NumberFont(font, scale, sample) for scale, sample in NUMBER_SIZES]
        places: list[tuple[int, int]] = []
        for grid in grids:
            if grid.pooled:
                continue
            fitting = (each for each in fonts if grid.cell_width >= narrowest and each.fits(grid))
            if (chosen := next(fitting, None)) is not None:
                self._numbers.append((chosen, [*_centers(grid)], grid.cell_width))
            elif min(grid.cell_width, grid.cell_height) >= SIGN_FROM:
                arm = max(min(grid.cell_width, grid.cell_height) // 6, 2)
                for row, column, middle in _centers(grid):
                    x, y = middle.x(), middle.y()
                    self._minus.append(QLineF(x - arm, y, x + arm, y))
                    self._stem.append(QLineF(x, y - arm, x, y + arm))
                    places.append((row, column))
        self._signed = tuple(np.array(places, int).reshape(-1, 2).T)

    @property
    def has_numbers(self) -> bool:
        """Whether the numbers of a matrix can be read."""
        return bool(self._numbers)

    def paint(self, painter: QPainter, values: NDArray[np.floating], levels: NDArray[np.uint8]) -> None:
        """Draw lines, and numbers or signs.

        Parameters
        ----------
        painter
            On a widget, a picture or a page.
        values, levels
            The numbers as drawn, and their rows of the table of colours.
        """
        if self._lines:
            painter.setPen(self._line_pen)
            painter.drawLines(self._lines)
        if self._minus:
            self._paint_signs(painter, values[self._signed], self._colors.light[levels[self._signed]])
        if self._numbers:
            self._paint_numbers(painter, values.tolist(), self._colors.light[levels].tolist())

    def _paint_signs(self, painter: QPainter, values: NDArray[np.floating], light: NDArray[np.bool_]) -> None:
        for ink, mine in zip(self._colors.inks, (~light, light), strict=True):
            lines = [self._minus[cell] for cell in np.flatnonzero(mine & ((values < 0) | (values > 0))).tolist()]
            lines += [self._stem[cell] for cell in np.flatnonzero(mine & (values > 0)).tolist()]
            if lines:
                painter.setPen(QPen(ink, 1))
                painter.drawLines(lines)

    def _paint_numbers(self, painter: QPainter, values: list[list[float]], light: list[list[bool]]) -> None:
        for number, places, room in self._numbers:
            painter.setFont(number.font)
            characters = max(int((room - PADDING) / number.digit), FEWEST_CHARACTERS)
            texts: tuple[list[tuple[QPointF, str]], list[tuple[QPointF, str]]] = ([], [])
            for row, column, center in places:
                value = values[row][column]
                text = self._write(value, characters)
                width = number.width(text)
                if width > room:  # it is written with an exponent
                    if abs(value) >= 1:
                        continue
                    text, width = NEARLY_ZERO, number.width(NEARLY_ZERO)
                texts[light[row][column]].append((QPointF(center.x() - width / 2, center.y() + number.rise), text))
            for ink, written in zip(self._colors.inks, texts, strict=True):
                painter.setPen(ink)
                for place, text in written:
                    painter.drawText(place, text)


class _NumberFont:
    """One size of the numbers."""

    def __init__(self, font: QFont, scale: float, sample: str) -> None:
        self.font = tabular(font, scale)
        metrics = QFontMetricsF(self.font)
        self._advance = {character: metrics.horizontalAdvance(character) for character in _CHARACTERS}
        self._metrics = metrics
        self.digit = self._advance["0"]
        self.rise = (metrics.ascent() - metrics.descent()) / 2
        self._needs = metrics.horizontalAdvance(sample) + PADDING, metrics.capHeight() + 2 * LEADING

    def fits(self, grid: CellGrid) -> bool:
        return self._needs[0] <= grid.cell_width and self._needs[1] <= grid.cell_height

    def width(self, text: str) -> float:
        """Return a text's width: character by character, a tenth of what laying it out takes."""
        try:
            return sum([self._advance[character] for character in text])
        except KeyError:
            return self._metrics.horizontalAdvance(text)


def paint_hatch(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """Draw a place whose numbers are not computed yet."""
    painter.setPen(QPen(QColor(theme.border), 1))
    painter.setBrush(QBrush(QColor(theme.hatch), Qt.BrushStyle.BDiagPattern))
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def cell_text(value: float, characters: int) -> str:
    """Return a number for a cell of so many characters; in a narrow one without the zero before its point."""
    if not math.isfinite(value):
        return numbers.fitted(value, characters)
    if value == round(value) and abs(value) < LARGEST_WHOLE:
        return f"{value:.0f}".replace("-", numbers.MINUS) if value else "0"
    if characters >= MANY_CHARACTERS:
        return numbers.fitted(value, min(characters, 8))
    text = numbers.fitted(value, characters + 1)
    for zero, short in (("0.", "."), (f"{numbers.MINUS}0.", f"{numbers.MINUS}.")):
        if text.startswith(zero):
            return short + text.removeprefix(zero)
    return numbers.fitted(value, characters)


def strongest(values: NDArray[np.floating], row_step: int, column_step: int) -> NDArray[np.floating]:
    """Return of each block of `row_step` × `column_step` values the one with the largest magnitude, sign kept.

    The last blocks may be smaller. An average would let the signs cancel and hide what matters.
    """
    rows, columns = -(-values.shape[0] // row_step), -(-values.shape[1] // column_step)
    padded = np.zeros((rows * row_step, columns * column_step), values.dtype)
    padded[: values.shape[0], : values.shape[1]] = values
    # Slices with a step, one after another: numpy reduces short inner axes several times slower.
    high = low = padded[::row_step, ::column_step]
    for row in range(row_step):
        for column in range(column_step):
            part = padded[row::row_step, column::column_step]
            high, low = np.maximum(high, part), np.minimum(low, part)
    pooled: NDArray[np.floating] = np.where(high >= -low, high, low)
    return pooled


def _centers(grid: CellGrid) -> list[tuple[int, int, QPointF]]:
    """Return row and column in the array, and the middle, of every cell."""
    return [
        (row, grid.first + column, grid.center(row, column))
        for row in range(grid.rows)
        for column in range(grid.columns)
    ]
