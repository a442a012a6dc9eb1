"""A product of Jacobians as a strip of their shapes: inner sizes meet, the outer two remain."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.engine.jacobian_chain import ChainFactor, multiply_shapes
from playground.views.backprop.symbols import shape_text
from playground.views.formulas import FormulaLabel
from playground.views.kit.canvas import Canvas
from playground.views.plots.style import small_font

LARGEST_SIDE, SMALLEST_SIDE = 42.0, 6.0
FORMULA_HEIGHT = 34
WIDEST_FACTOR = 110
EQUALS = 24


class ShapeChain(Canvas):
    """Draws each factor as a rectangle in proportion, its shape above and its symbol below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._factors: tuple[ChainFactor, ...] = ()
        self._symbols: list[FormulaLabel] = []
        self.setAccessibleName(self.tr("The chain of shapes"))
        self.setToolTip(self.tr("Neighbours must agree in the size where they meet; the outer two sizes remain."))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def preferred_size(self) -> QSizeF:
        """Return a comfortable size."""
        return QSizeF(600, LARGEST_SIDE + FORMULA_HEIGHT + 24)

    @property
    def text(self) -> str:
        """The product of shapes as a line of text: ``(1×2)(2×2) = (1×2)``."""
        if not self._factors:
            return ""
        shapes = [factor.shape for factor in self._factors]
        product = "".join(f"({shape_text(*shape)})" for shape in shapes)
        return f"{product} = ({shape_text(*multiply_shapes(shapes))})"

    def show_chain(self, factors: Sequence[ChainFactor], product: str) -> None:
        """Show another product; `product` is LaTeX of what it multiplies out to."""
        self._factors = tuple(factors)
        self.setAccessibleDescription(self.text)
        formulas = [*(factor.symbol for factor in self._factors), product]
        while len(self._symbols) < len(formulas):
            label = FormulaLabel("", self, scale=1.05, alignment=Qt.AlignmentFlag.AlignHCenter)
            self._symbols.append(label)
        for number, label in enumerate(self._symbols):
            label.setVisible(number < len(formulas))
            label.set_formula(formulas[number] if number < len(formulas) else "")
        self._arrange()
        self.update()

    def forget(self) -> None:
        """Place the symbols anew."""
        self._arrange()

    def paint(self, painter: QPainter, _size: QSizeF, /) -> None:
        """Draw the rectangles and their shapes."""
        if not self._factors:
            return
        font = small_font(self.base_font)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        shapes = [factor.shape for factor in self._factors]
        width = self._slot()
        for number, shape in enumerate(shapes):
            self._paint_shape(painter, metrics, number * width, width, shape, self.theme.raised)
        left = len(shapes) * width
        painter.setPen(QColor(self.theme.text))
        middle = metrics.height() + LARGEST_SIDE / 2 + 4
        painter.drawText(QRectF(left, middle - 10, EQUALS, 20), Qt.AlignmentFlag.AlignCenter, "=")
        product = multiply_shapes(shapes)
        tint = QColor(self.theme.accent)
        tint.setAlphaF(0.25)
        self._paint_shape(painter, metrics, left + EQUALS, width, product, tint)

    def _paint_shape(
        self,
        painter: QPainter,
        metrics: QFontMetricsF,
        left: float,
        width: float,
        shape: tuple[int, int],
        color: str | QColor,
    ) -> None:
        rows, columns = (self._side(n) for n in shape)
        columns = min(columns, width - 8)
        middle = metrics.height() + LARGEST_SIDE / 2 + 4
        box = QRectF(left + (width - columns) / 2, middle - rows / 2, columns, rows)
        painter.setPen(QPen(QColor(self.theme.muted), 1))
        painter.setBrush(QColor(color))
        painter.drawRect(box)
        painter.setPen(QColor(self.theme.text))
        text = shape_text(*shape) if metrics.horizontalAdvance(f"({shape_text(*shape)})") > width - 2 else ""
        painter.drawText(
            QRectF(left, 0, width, metrics.height()),
            Qt.AlignmentFlag.AlignCenter,
            text or f"({shape_text(*shape)})",
        )

    def _side(self, n: int) -> float:
        """Return the side of a rectangle: by the logarithm, relative to the largest in the chain."""
        sizes = [size for factor in self._factors for size in factor.shape]
        largest = math.log(max(*sizes, 2))
        return SMALLEST_SIDE + (LARGEST_SIDE - SMALLEST_SIDE) * math.log(n) / largest

    def _slot(self) -> float:
        return min((self.area.width() - EQUALS) / (len(self._factors) + 1), WIDEST_FACTOR)

    def _arrange(self) -> None:
        if not self._factors:
            return
        width = self._slot()
        top = self.area.height() - FORMULA_HEIGHT
        for number, label in enumerate(self._symbols[: len(self._factors) + 1]):
            left = number * width + (EQUALS if number == len(self._factors) else 0)
            label.setGeometry(self.to_widget(QRectF(left + 2, top, width - 4, FORMULA_HEIGHT)))
