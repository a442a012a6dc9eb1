"""The chain of Jacobians as a strip of shapes, and the local Jacobians of some layers."""

import math
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.engine.jacobians import ChainFactor, LocalJacobian, multiply_shapes
from playground.training.walkthrough.walk import Walkthrough
from playground.views.backprop.equation_canvas import MatrixRow, Piece
from playground.views.backprop.position import shape_text
from playground.views.formulas import FormulaLabel
from playground.views.kit.appearance import scaled
from playground.views.kit.building import in_row
from playground.views.kit.canvas import Canvas
from playground.views.kit.prose import prose
from playground.views.plots.style import small_font

LARGEST_SIDE, SMALLEST_SIDE = 42.0, 6.0
FORMULA_HEIGHT = 34
WIDEST_FACTOR = 110
EQUALS = 24


class ShapeChain(Canvas):
    """Draws each factor as a rectangle in proportion, its shape above and its symbol below."""

    comfortable = (600, LARGEST_SIDE + FORMULA_HEIGHT + 24)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._factors: tuple[ChainFactor, ...] = ()
        self._symbols: list[FormulaLabel] = []
        self.setAccessibleName(self.tr("The chain of shapes"))
        self.setToolTip(self.tr("Neighbours must agree in the size where they meet; the outer two sizes remain."))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

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
        self._arrange()

    def paint(self, painter: QPainter, _size: QSizeF, /) -> None:
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


MOST_SHOWN = 4
"""Layers that have room side by side."""


class LocalJacobians(QWidget):
    """`∂A/∂Z` of a layer and those above it: as matrices where they are small, else described."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = MatrixRow(self.tr("Local Jacobians"))
        scaled(self.row, QWidget.setMinimumHeight, 130)
        self._words = prose("muted")
        self.setLayout(in_row((self.row, 3), (self._words, 2), gap=12))

    @property
    def description(self) -> str:
        return self._words.text()

    def show_layers(self, walkthrough: Walkthrough, layer: int, example: int, *, rows: bool = False) -> None:
        """Show the Jacobians of a layer and those above it, for one example, in the letters of a convention."""
        parts: list[Piece | str] = []
        words = []
        last = len(walkthrough.sizes) - 1
        for at in range(layer, min(last, layer + MOST_SHOWN - 1) + 1):
            jacobian = walkthrough.local_jacobian(at, example)
            caption = f"∂n{at}/∂d{at}ᵀ" if rows else f"∂A[{at}]/∂Z[{at}]"
            blocks = None if jacobian.diagonal is None else np.ones((1, 1))
            parts += ["  ", Piece(caption, jacobian.shape, jacobian.matrix, blocks)]
            words.append(f"{caption}: {self._described(jacobian)}")
        self.row.show_pieces(parts[1:])
        self._words.setText("\n".join(words))

    def _described(self, jacobian: LocalJacobian) -> str:
        """Return what a Jacobian looks like, in one sentence."""
        n = jacobian.shape[0]
        if jacobian.diagonal is None:
            text = self.tr("{n}×{n}, full: every output depends on every sum.")
        elif jacobian.matrix is not None:
            text = self.tr("{n}×{n}, diagonal: each output depends on its own sum only.")
        else:
            text = self.tr(
                "{n}×{n}, diagonal: {n} of its {entries} entries are kept, the rest are zero and it is never built."
            )
        return text.format(n=n, entries=n * n)
