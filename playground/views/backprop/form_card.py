"""One form of a gradient: its formula, its result, and how it is computed, in a card."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np
from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from playground.engine.jacobians import GradientForms
from playground.messages import Message
from playground.training.results import Array
from playground.training.walkthrough.explanation import Explanation
from playground.views.backprop.equation_canvas import Mark, MatrixRow, Piece
from playground.views.backprop.position import symbol
from playground.views.backprop.terms import TermArea, TermFlow
from playground.views.forms.text import translated
from playground.views.formulas import FormulaLabel
from playground.views.kit.appearance import scaled, scaled_font
from playground.views.kit.building import in_column
from playground.views.kit.prose import prose
from playground.views.plots.style import SMALL

Weight = tuple[int, int]
"""Row and column in `W` `(n_l, n_{l-1})`, whatever the convention."""


class Way(Struct, frozen=True):
    """One way to compute the gradient of a layer's weights.

    Attributes
    ----------
    label, hint
        The hint in the convention of columns.
    formula
        ``formula(layer, rows)``: LaTeX in the convention of columns or rows.
    result
        ``result(three_ways, rows)``: the gradient in that convention.
    pieces
        ``pieces(three_ways, rows)``: the matrices it is computed from, with signs between; none for the paths, which
        are a list.
    marks
        ``marks(three_ways, rows, weight)``: the numbers that make up one weight's gradient.
    """

    name: str
    label: str
    hint: str
    row_hint: str
    formula: Callable[[int, bool], str]
    result: Callable[[GradientForms, bool], Array]
    pieces: Callable[[GradientForms, bool], list[Piece | str]]
    marks: Callable[[GradientForms, bool, Weight], list[Mark]]


def _gradient(layer: int, rows: bool) -> str:
    return rf"\frac{{\partial L}}{{\partial W_{{{layer}}}}}" if rows else f"dW^{{[{layer}]}}"


def _paths_formula(layer: int, rows: bool) -> str:
    product = r"\prod_{(u, v) \in p} \frac{\partial v}{\partial u}"
    return rf"{_gradient(layer, rows)} = \frac{{1}}{{m}} \sum_{{i=1}}^{{m}} \sum_{{p}} \; {product}"


def _outer_product_formula(layer: int, rows: bool) -> str:
    if rows:
        product = rf"n_{{{layer - 1}}}^{{\top}} \frac{{\partial L}}{{\partial d_{{{layer}}}}}"
        return rf"{_gradient(layer, rows)} = \frac{{1}}{{m}}\, {product}"
    return rf"{_gradient(layer, rows)} = \frac{{1}}{{m}}\, dZ^{{[{layer}]}} A^{{[{layer - 1}]\top}}"


def _kronecker_formula(layer: int, rows: bool) -> str:
    if rows:
        slope = rf"\frac{{\partial L}}{{\partial d_{{{layer}}}}}"
        factor = rf"(n_{{{layer - 1}}}^{{\top}} \otimes I)\,\mathrm{{vec}}\left({slope}\right)"
        return rf"\frac{{\partial L}}{{\partial w_{{{layer}}}^{{\top}}}} = \frac{{1}}{{m}}\, {factor}"
    factor = rf"(A^{{[{layer - 1}]}} \otimes I)\,\mathrm{{vec}}(dZ^{{[{layer}]}})"
    return rf"\mathrm{{vec}}(dW^{{[{layer}]}}) = \frac{{1}}{{m}}\,{factor}"


def _mean(ways: GradientForms) -> str:
    m = ways.A.shape[1]
    return f"/ {m}" if m > 1 else ""


def _factors(ways: GradientForms, rows: bool) -> list[Piece | str]:
    A, dZ = ways.A, ways.dZ
    parts: list[Piece | str]
    if rows:
        parts = [_piece(f"n{ways.layer - 1}ᵀ", A), "·", _piece(f"∂L/∂d{ways.layer}", dZ.T)]
    else:
        parts = [_piece(f"dZ[{ways.layer}]", dZ), "·", _piece(f"A[{ways.layer - 1}]ᵀ", A.T)]
    return [*parts, _mean(ways)] if _mean(ways) else parts


def _factor_marks(ways: GradientForms, rows: bool, weight: Weight) -> list[Mark]:
    row, column = weight
    examples = range(ways.A.shape[1])
    if rows:
        return [(0, column, example) for example in examples] + [(2, example, row) for example in examples]
    return [(0, row, example) for example in examples] + [(2, example, column) for example in examples]


def _kronecker(ways: GradientForms, rows: bool) -> list[Piece | str]:
    matrix = Piece(f"n{ways.layer - 1}ᵀ⊗I" if rows else "A⊗I", ways.kronecker_shape, ways.kronecker, ways.A)
    delta = _piece(f"vec ∂L/∂d{ways.layer}" if rows else "vec dZ", ways.delta_vector[:, np.newaxis])
    product = _piece(f"∂L/∂w{ways.layer}ᵀ" if rows else "vec dW", ways.product_vector[:, np.newaxis])
    return [matrix, "·", delta, f"{_mean(ways)} =".strip(), product]


def _kronecker_marks(ways: GradientForms, _rows: bool, weight: Weight) -> list[Mark]:
    """Return the entries of one row that can differ from zero, what they meet, and the entry of the product."""
    row, column = weight
    n, m = ways.dZ.shape
    place = column * n + row
    met = [example * n + row for example in range(m)]
    return [*((0, place, at) for at in met), *((2, at, 0) for at in met), (4, place, 0)]


def _piece(caption: str, values: Array) -> Piece:
    return Piece(caption, (int(values.shape[0]), int(values.shape[1])), values)


PATHS_HINT = Message("Along each path the local derivatives multiply; the paths add up.")
OUTER_HINT = Message(
    "An outer product: for each example, the gradient of every sum of this layer times every input of the layer; "
    "then the mean. So the program itself computes it."
)
_RECORDS = (
    Way(
        "paths",
        Message("Sum over paths"),
        PATHS_HINT,
        PATHS_HINT,
        _paths_formula,
        lambda forms, rows: forms.row_by_paths if rows else forms.by_paths,
        lambda _ways, _rows: [],
        lambda _ways, _rows, _weight: [],
    ),
    Way(
        "outer_product",
        Message("Outer product"),
        OUTER_HINT,
        OUTER_HINT,
        _outer_product_formula,
        lambda forms, rows: forms.row_by_outer_product if rows else forms.by_outer_product,
        _factors,
        _factor_marks,
    ),
    Way(
        "kronecker",
        Message("Kronecker form"),
        Message("vec stacks the columns of a matrix; unvec brings them back into its shape."),
        Message("vec stacks the rows of a matrix; unvec brings them back into its shape."),
        _kronecker_formula,
        lambda forms, rows: forms.row_by_kronecker if rows else forms.by_kronecker,
        _kronecker,
        _kronecker_marks,
    ),
)
WAYS: Mapping[str, Way] = MappingProxyType({way.name: way for way in _RECORDS})
"""The three ways by name, in order."""


FORMULA_HEIGHT = 38
WIDE, NOTE_LINES, NOTE_LINES_NARROW = 340, 3, 5


class WayCard(QFrame):
    """Title, formula, the gradient as numbers, and beneath it what it is computed from.

    `weight_clicked` has row and column of `W`, whatever the convention.
    """

    weight_clicked = Signal(int, int)

    def __init__(self, way: Way, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.way = way
        self._rows = False
        self._ways: GradientForms | None = None
        label = translated(way.label)
        title = QLabel(label)
        scaled_font(title, bold=True)
        self._formula = FormulaLabel("", self, scale=1.1)
        scaled(self._formula, QWidget.setFixedHeight, FORMULA_HEIGHT)
        self.result = MatrixRow(label)
        self.made_of = MatrixRow(self.tr("{way}: what it is computed from").format(way=label))
        self.paths = TermFlow()
        self._note = prose("muted", SMALL)
        self._area = TermArea(self.paths)
        for part, height in ((self._area, 110), (self.made_of, 110), (self.result, 132)):
            scaled(part, QWidget.setMinimumHeight, height)
        parts = (title, self._formula, (self.result, 3), (self.made_of, 4), (self._area, 4), self._note)
        self.setLayout(in_column(*parts, gap=4, edges=(10, 8, 10, 8)))
        self.result.cell_clicked.connect(self._report)

    def show_ways(self, ways: GradientForms, rows: bool) -> None:
        """Show another gradient, or the other convention."""
        self._ways, self._rows = ways, rows
        self._formula.set_formula(self.way.formula(ways.layer, rows))
        values = self.way.result(ways, rows)
        caption = f"∂L/∂W{ways.layer}" if rows else symbol(("dW", ways.layer))
        if self.way.name == "kronecker":
            caption = f"unvec → {caption}"
        self.result.show_pieces([Piece(caption, (int(values.shape[0]), int(values.shape[1])), values)])
        pieces = self.way.pieces(ways, rows)
        self.made_of.show_pieces(pieces)
        self.made_of.setVisible(bool(pieces))
        self._area.setVisible(not pieces)
        self._say(self._kronecker(ways) if self.way.name == "kronecker" else "")

    def select(self, weight: Weight) -> None:
        """Outline one weight's gradient and what it is computed from."""
        if self._ways is not None:
            row, column = reversed(weight) if self._rows else weight
            self.result.mark([(0, row, column)])
            self.made_of.mark(self.way.marks(self._ways, self._rows, weight))

    def show_paths(self, explanation: Explanation | None, note: str) -> None:
        self.paths.show_explanation(explanation)
        self._say(note)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        lines = NOTE_LINES if self.width() >= WIDE else NOTE_LINES_NARROW
        self._note.setFixedHeight(lines * QFontMetrics(self._note.font()).lineSpacing() + 4)

    def _kronecker(self, ways: GradientForms) -> str:
        """Return what the large matrix is made of."""
        rows, columns = ways.kronecker_shape
        if ways.kronecker is not None:
            text = self.tr(
                "{matrix} is {size}: {blocks} blocks of {n}×{n}, each with one number of {factor} on its diagonal."
            )
        else:
            text = self.tr(
                "{matrix} would be {size}: only {entries} entries can differ from zero, and it is never built."
            )
        factor = f"n{ways.layer - 1}ᵀ" if self._rows else f"A[{ways.layer - 1}]"
        return text.format(
            matrix=f"{factor} ⊗ I",
            factor=factor,
            size=f"{rows}×{columns}",
            blocks=ways.A.size,
            n=len(ways.dZ),
            entries=ways.A.size * len(ways.dZ),
        )

    def _say(self, note: str) -> None:
        hint = translated(self.way.row_hint if self._rows else self.way.hint)
        self._note.setText(f"{hint} {note}")

    def _report(self, _piece: int, row: int, column: int) -> None:
        if self._rows:
            row, column = column, row
        self.weight_clicked.emit(row, column)
