"""The chain product of a weight, typeset, with the number of every factor under it: a row for each path."""

from collections.abc import Iterator

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QFontInfo, QFontMetricsF, QHideEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.messages import numbers
from playground.training.walkthrough.follow import Followed, Path
from playground.training.walkthrough.walk import Cell, cell_name, number
from playground.views.formulas import Typesetter, formula_picture, is_typeset, typeset
from playground.views.formulas.plain import plain_formula
from playground.views.kit.appearance import tabular, zoom
from playground.views.kit.canvas import Canvas, Item

SCALE = 1.15
GAP, ROW_GAP, PADDING = 9.0, 5.0, 4.0
SYMBOLS = {
    "A": "A^{{[{0}]}}_{{{1}}}",
    "D": "g'(Z^{{[{0}]}}_{{{1}}})",
    "W": "W^{{[{0}]}}_{{{1},{2}}}",
    "dA": "dA^{{[{0}]}}_{{{1}}}",
    "dZ": "dZ^{{[{0}]}}_{{{1}}}",
}
"""LaTeX of a factor, of its layer, its row and its column; of one example only the row is written."""


def factor_latex(cell: Cell) -> str:
    """Return a factor in LaTeX: ``W^{[2]}_{1,3}``."""
    (name, layer), row, column = cell
    return SYMBOLS[name].format(layer, row + 1, column + 1)


class Word(Struct, frozen=True):
    """A symbol with its number under it; a sign stands in one of the lines or in both. `key` is path and cell."""

    latex: str
    value: str = ""
    key: tuple[int, Cell] | None = None
    path: int = -1
    is_result: bool = False


class Placed(Struct, frozen=True):
    """A word and its box."""

    word: Word
    box: QRectF


class ChainRows(Canvas):
    """Draws the paths of a `Followed`; `current` is the factor under the mouse or the keys, as path and cell."""

    grown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._followed: Followed | None = None
        self._placed: list[Placed] = []
        self._lit: Cell | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("The factors of each path"))

    def show_followed(self, followed: Followed | None) -> None:
        self._followed = followed
        self.setAccessibleDescription(self.as_text())
        self._arrange()

    def light(self, cell: Cell | None) -> None:
        """Bring out a factor that is pointed at elsewhere."""
        if cell != self._lit:
            self._lit = cell
            self.update()

    @property
    def lit(self) -> Cell | None:
        return self._lit

    def forget(self) -> None:
        self._placed = self._arranged(self.area.width())

    def items(self) -> list[Item]:
        return [
            Item(each.word.key, each.box, cell_name(each.word.key[1]), each.word.value)
            for each in self._placed
            if each.word.key is not None
        ]

    def as_text(self) -> str:
        """Return the paths by names and with numbers, a line each, and what they come to."""
        if self._followed is None:
            return ""
        lines = []
        for path in self._followed.paths:
            names = "·".join(cell_name(factor.cell) for factor in path.factors)
            values = numbers.multiplied(*(number(factor.value) for factor in path.factors))
            lines.append(f"{names} = {values} = {number(path.product)}")
        if self._followed.left_out:
            lines.append(f"… (+{self._followed.left_out}) = {number(self._followed.rest)}")
        name = cell_name((("W", self._followed.weight[0]), *self._followed.weight[1:]))
        return "\n".join([*lines, f"∂C/∂{name} = {number(self._followed.of_example)}"])

    def heightForWidth(self, width: int) -> int:
        placed = self._arranged(width / zoom())
        return round((max(each.box.bottom() for each in placed) + ROW_GAP) * zoom()) if placed else 0

    def preferred_size(self) -> QSizeF:
        return QSizeF(400, 60)

    def hideEvent(self, event: QHideEvent) -> None:
        Typesetter.of_application().withdraw(self)
        super().hideEvent(event)

    def paint(self, painter: QPainter, _size: QSizeF, /) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = self.current
        path = current[0] if isinstance(current, tuple) else None
        for each in self._placed:
            word, box = each.word, each.box
            if word.key is not None and (word.key == current or word.key[1] == self._lit):
                painter.setPen(QPen(QColor(self.theme.text), 1.6))
                painter.setBrush(QColor(self.theme.raised))
                painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            muted = path is not None and word.path not in (-1, path)
            self._paint_word(painter, each, self.theme.muted if muted else self.theme.text)
        self._ask()

    def _paint_word(self, painter: QPainter, placed: Placed, color: str) -> None:
        word, box = placed.word, placed.box
        font = tabular(self.base_font)
        line = QFontMetricsF(font).height()
        painter.setPen(QColor(color))
        painter.setFont(font)
        above, below = QRectF(box), QRectF(box)
        above.setBottom(box.bottom() - line)
        below.setTop(above.bottom())
        if word.is_result:
            font.setBold(True)
            painter.setFont(font)
        if word.value:
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, word.value)
        if not word.latex:
            return
        if not is_typeset(word.latex) or typeset(word.latex) is None:
            painter.drawText(above, Qt.AlignmentFlag.AlignCenter, plain_formula(word.latex))
            return
        ratio = self.devicePixelRatioF() * zoom()
        image = formula_picture(word.latex, self._em(), color, ratio)
        size = QSizeF(image.width(), image.height()) / ratio
        corner = above.center() - QPointF(size.width() / 2, size.height() / 2)
        painter.drawImage(QRectF(corner, size), image)

    def _arranged(self, width: float) -> list[Placed]:
        """Return the words: paths side by side while there is room, the same factors under one another."""
        followed = self._followed
        if followed is None:
            return []
        layer, row, column = followed.weight
        left = rf"\frac{{\partial C}}{{\partial W^{{[{layer}]}}_{{{row + 1},{column + 1}}}}}"
        lead = [Word(left), Word("=")]
        paths = [list(_factors(index, path)) for index, path in enumerate(followed.paths)]
        columns = [max(map(self._width, words)) for words in zip(*paths, strict=True)]
        line = QFontMetricsF(tabular(self.base_font)).height()
        height = max(map(self._symbol_height, (word for words in paths for word in words))) + line + PADDING
        symbols, first = height - line, max(map(self._symbol_height, lead)) + PADDING
        y, placed, x = max(first - symbols, 0.0) / 2, [], 0.0
        for word in lead:  # in the middle of the symbols, above and below which a fraction stands out
            placed.append(Placed(word, QRectF(x, y + (symbols - first) / 2, self._width(word), first + line)))
            x += self._width(word) + GAP
        indent, wide = x, sum(columns) + GAP * len(columns)
        for words in paths:
            if x > indent and x + wide > width:
                x, y = indent, y + height + ROW_GAP
            for word, room in zip(words, columns, strict=True):
                if x > indent and x + room > width:
                    x, y = indent, y + height + ROW_GAP
                placed.append(Placed(word, QRectF(x, y, room, height)))
                x += room + GAP
        y += height + ROW_GAP
        for word in _ends(followed):
            placed.append(Placed(word, QRectF(indent, y, self._width(word), line)))
            y += line + ROW_GAP
        return placed

    def _width(self, word: Word) -> float:
        font = tabular(self.base_font)
        font.setBold(word.is_result)
        metrics = QFontMetricsF(font)
        formula = typeset(word.latex) if word.latex and is_typeset(word.latex) else None
        plain = metrics.horizontalAdvance(plain_formula(word.latex))
        symbol = plain if formula is None else formula.width * self._em()
        padding = 2 * PADDING if word.key is not None else 0
        return max(symbol, metrics.horizontalAdvance(word.value)) + padding

    def _symbol_height(self, word: Word) -> float:
        formula = typeset(word.latex) if word.latex and is_typeset(word.latex) else None
        if formula is not None:
            return formula.height * self._em()
        return QFontMetricsF(tabular(self.base_font)).height() if word.latex else 0.0

    def _em(self) -> float:
        return QFontInfo(self.base_font).pixelSize() * SCALE

    def _ask(self) -> None:
        """Have the first symbol typeset that was not yet."""
        for each in self._placed:
            if each.word.latex and not is_typeset(each.word.latex):
                Typesetter.of_application().want(self, each.word.latex, self._arrange)
                return

    def _arrange(self) -> None:
        """Place everything anew; the height of one line more or less is told."""
        before = self._height()
        self.forget()
        self.update()
        if self._height() != before:
            self.updateGeometry()
            self.grown.emit()

    def _height(self) -> float:
        return max((each.box.bottom() for each in self._placed), default=0.0)


def _ends(followed: Followed) -> Iterator[Word]:
    """Yield what stands under the paths: those that are not written, and the sum."""
    if followed.left_out:
        yield Word("", f"+ … (+{followed.left_out}) = {number(followed.rest)}")
    if len(followed.paths) > 1:
        yield Word("", f"= {number(followed.of_example)}", is_result=True)


def _factors(index: int, path: Path) -> Iterator[Word]:
    yield Word("", "+" if index else "", path=index)
    for place, factor in enumerate(path.factors):
        if place:
            yield Word(r"\cdot", "·", path=index)
        value = number(factor.value)
        shown = f"({value})" if place and value.startswith(numbers.MINUS) else value
        yield Word(factor_latex(factor.cell), shown, (index, factor.cell), index)
    yield Word("", "=", path=index)
    yield Word("", number(path.product), path=index, is_result=True)
