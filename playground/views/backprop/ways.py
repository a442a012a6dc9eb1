"""One way to a gradient: its formula, its result, and how it is computed, in a card."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP

from playground.engine.jacobians import GradientForms
from playground.training.results import Array
from playground.views.backprop.matrix_row import Mark, Piece

CONTEXT = "backprop"
Weight = tuple[int, int]
"""Row and column in `W` `(n_l, n_{l-1})`, whatever the convention."""


@dataclass(frozen=True)
class Way:
    """One way to compute the gradient of a layer's weights.

    Attributes
    ----------
    label, hint
        Before translation (context ``backprop``); the hint in the convention of columns.
    row_hint
        The hint in the convention of rows.
    formula
        ``formula(layer, rows)``: LaTeX in the convention of columns or rows.
    result
        ``result(gradient_forms, rows)``: the gradient in that convention.
    pieces
        ``pieces(gradient_forms, rows)``: the matrices it is computed from, with signs between; none for the paths,
        which are a list.
    marks
        ``marks(gradient_forms, rows, weight)``: the numbers that make up one weight's gradient.
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


def _by_paths(ways: GradientForms, rows: bool) -> Array:
    return ways.row_by_paths if rows else ways.by_paths


def _by_outer_product(ways: GradientForms, rows: bool) -> Array:
    return ways.row_by_outer_product if rows else ways.by_outer_product


def _by_kronecker(ways: GradientForms, rows: bool) -> Array:
    return ways.row_by_kronecker if rows else ways.by_kronecker


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
    """Return the row of the one and the column of the other factor."""
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


PATHS_HINT = str(QT_TRANSLATE_NOOP("backprop", "Along each path the local derivatives multiply; the paths add up."))
OUTER_HINT = str(
    QT_TRANSLATE_NOOP(
        "backprop",
        "An outer product: for each example, the gradient of every sum of this layer times every input of the layer; "
        "then the mean. So the program itself computes it.",
    )
)
_RECORDS = (
    Way(
        "paths",
        str(QT_TRANSLATE_NOOP("backprop", "Sum over paths")),
        PATHS_HINT,
        PATHS_HINT,
        _paths_formula,
        _by_paths,
        lambda _ways, _rows: [],
        lambda _ways, _rows, _weight: [],
    ),
    Way(
        "outer_product",
        str(QT_TRANSLATE_NOOP("backprop", "Outer product")),
        OUTER_HINT,
        OUTER_HINT,
        _outer_product_formula,
        _by_outer_product,
        _factors,
        _factor_marks,
    ),
    Way(
        "kronecker",
        str(QT_TRANSLATE_NOOP("backprop", "Kronecker form")),
        str(
            QT_TRANSLATE_NOOP("backprop", "vec stacks the columns of a matrix; unvec brings them back into its shape.")
        ),
        str(QT_TRANSLATE_NOOP("backprop", "vec stacks the rows of a matrix; unvec brings them back into its shape.")),
        _kronecker_formula,
        _by_kronecker,
        _kronecker,
        _kronecker_marks,
    ),
)
WAYS: Mapping[str, Way] = MappingProxyType({way.name: way for way in _RECORDS})
"""The three ways by name, in order."""
