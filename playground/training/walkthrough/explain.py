"""How each quantity of a walkthrough came about: one function each, in a table."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np

from playground.engine import ACTIVATIONS, COSTS
from playground.messages.numbers import multiplied
from playground.training.results import Array
from playground.training.walkthrough.explain_update import UPDATE_EXPLAINERS
from playground.training.walkthrough.explanation import (
    GIVEN,
    NOTES,
    OVER_OUTPUTS,
    TO_BE_FOUND,
    Explainer,
    Explanation,
    Parts,
    Term,
    fused_note,
    largest_terms,
)
from playground.training.walkthrough.walk import Cell, Quantity, Walkthrough, cell_name, number, written


def explain(walkthrough: Walkthrough, quantity: Quantity, row: int, column: int) -> Explanation:
    """Return how one number of a walkthrough came about, term by term; rows and columns count from 0.

    Raises `KeyError` or `IndexError` if there is no such quantity or cell.
    """
    array = walkthrough.arrays[quantity]
    if not (0 <= row < array.shape[0] and 0 <= column < array.shape[1]):
        raise IndexError(f"there is no cell [{row},{column}] in {quantity[0]}[{quantity[1]}]")
    name, layer = quantity
    if quantity in walkthrough.hidden and np.isnan(array[row, column]):
        return Explanation(cell_name((quantity, row, column)), TO_BE_FOUND, (), float("nan"), "", "")
    with np.errstate(all="ignore"):
        parts = EXPLAINERS.get(name, _given)(walkthrough, layer, row, column)
    return Explanation(
        cell_name((quantity, row, column)),
        parts.operation,
        tuple(parts.terms),
        float(array[row, column]),
        parts.note,
        parts.formula,
    )


def _given(_walkthrough: Walkthrough, _layer: int, _row: int, _column: int) -> Parts:
    return Parts(GIVEN, ())


def _products(
    left: Array, right: Array, cells: Callable[[int], tuple[Cell, Cell]], divisor: int = 1
) -> tuple[Term, ...]:
    """Return the products of two vectors as terms, perhaps divided: the largest, and the rest as one."""
    values = left.astype(np.float64) * right / divisor
    over = f"/{divisor}" if divisor > 1 else ""

    def term(index: int) -> Term:
        first, second = cells(index)
        names = f"{cell_name(first)}·{cell_name(second)}{over}"
        return Term(
            f"{names} = {multiplied(number(left[index]), number(right[index]))}{over}",
            float(values[index]),
            (first, second),
        )

    return largest_terms(values, term)


def _weighted_sum(new: str) -> Explainer:
    """Explain `Z`, with the parameters before (``""``) or after (``"_new"``) the update."""

    def explain_sum(walkthrough: Walkthrough, layer: int, row: int, column: int) -> Parts:
        W, A, b = (f"W{new}", layer), (f"A{new}", layer - 1), (f"b{new}", layer)
        arrays = walkthrough.arrays
        terms = _products(arrays[W][row], arrays[A][:, column], lambda index: ((W, row, index), (A, index, column)))
        bias: Cell = (b, row, 0)
        operation = f"Σ {written(W[0])}·{written(A[0])} + {written(b[0])}"
        return Parts(operation, (*terms, Term(cell_name(bias), float(arrays[b][row, 0]), (bias,))))

    return explain_sum


def _activation(new: str) -> Explainer:
    def explain_activation(walkthrough: Walkthrough, layer: int, row: int, column: int) -> Parts:
        if layer == 0:
            return _given(walkthrough, layer, row, column)
        arrays, record = walkthrough.arrays, ACTIVATIONS[walkthrough.activations[layer - 1]]
        Z, value = (f"Z{new}", layer), float(arrays[f"A{new}", layer][row, column])
        cell: Cell = (Z, row, column)
        text = f"g({cell_name(cell)}) = g({number(arrays[Z][row, column])})"
        operation = f"g({written(Z[0])})"
        if walkthrough.drops(layer):
            mask: Cell = (("M", layer), row, column)
            shown = number(float(arrays[mask[0]][row, column]))
            text = f"{cell_name(mask)}·g({cell_name(cell)}) = {shown}·g({number(arrays[Z][row, column])})"
            return Parts(f"M·{operation}", (Term(text, value, (mask, cell)),), NOTES["mask"], record.formula)
        if record.derivative is not None:
            return Parts(operation, (Term(text, value, (cell,)),), formula=record.formula)
        cells = tuple((Z, index, column) for index in range(len(arrays[Z])))
        return Parts(operation, (Term(text, value, cells),), NOTES["softmax"], record.formula)

    return explain_activation


def _slope(walkthrough: Walkthrough, layer: int, row: int, column: int) -> Parts:
    record = ACTIVATIONS[walkthrough.activations[layer - 1]]
    cells: tuple[Cell, ...] = ((("Z", layer), row, column), (("A", layer), row, column))
    z, a = (number(walkthrough.arrays[quantity][row, column]) for quantity, *_ in cells)
    value = float(walkthrough.arrays["D", layer][row, column])
    if walkthrough.drops(layer):
        mask: Cell = (("M", layer), row, column)
        text = f"{cell_name(mask)}·g'(z) = {number(float(walkthrough.arrays[mask[0]][row, column]))}·g'({z})"
        return Parts("M·g'(Z)", (Term(text, value, (mask, cells[0])),), NOTES["mask"], record.derivative_formula)
    return Parts("g'(Z)", (Term(f"g'(z), z = {z}, a = {a}", value, cells),), formula=record.derivative_formula)


def _cost(new: str) -> Explainer:
    def explain_cost(walkthrough: Walkthrough, layer: int, _row: int, column: int) -> Parts:
        arrays, cost = walkthrough.arrays, COSTS[walkthrough.cost_name]
        output = (f"A{new}", layer)
        A, Y = arrays[output][:, column], arrays["Y", layer][:, column]
        values = np.array([float(cost.value(A[k : k + 1, None], Y[k : k + 1, None])[0]) for k in range(A.size)])

        def term(k: int) -> Term:
            cells: tuple[Cell, Cell] = ((output, k, column), (("Y", layer), k, column))
            return Term(substituted(walkthrough.cost_name, float(A[k]), float(Y[k])), float(values[k]), cells)

        return Parts(OVER_OUTPUTS, largest_terms(values, term), NOTES["cost"], cost.formula)

    return explain_cost


def _upstream(walkthrough: Walkthrough, layer: int, row: int, column: int) -> Parts:
    arrays = walkthrough.arrays
    if layer < len(walkthrough.activations):
        W, dZ = ("W", layer + 1), ("dZ", layer + 1)
        terms = _products(
            arrays[W][:, row], arrays[dZ][:, column], lambda index: ((W, index, row), (dZ, index, column))
        )
        return Parts("Σ Wᵀ·dZ", terms, NOTES["upstream"])
    cells: tuple[Cell, ...] = ((("A", layer), row, column), (("Y", layer), row, column))
    a, y = (number(arrays[quantity][row, column]) for quantity, *_ in cells)
    term = Term(f"∂C/∂a, a = {a}, y = {y}", float(arrays["dA", layer][row, column]), cells)
    return Parts("∂C/∂A", (term,), NOTES["delta"], COSTS[walkthrough.cost_name].delta_formula)


def _delta(walkthrough: Walkthrough, layer: int, row: int, column: int) -> Parts:
    """From `dA`: by way of the slope or the Jacobian, or by the short form, which is then said to be the same."""
    name = walkthrough.activations[layer - 1]
    chain = (_by_jacobian if ACTIVATIONS[name].derivative is None else _by_slope)(walkthrough, layer, row, column)
    fused = COSTS[walkthrough.cost_name].fused.get(name) if layer == len(walkthrough.activations) else None
    if fused is None:
        return chain
    arrays = walkthrough.arrays
    a, y = ((("A", layer), row, column), (("Y", layer), row, column))
    value_a, value_y = (float(arrays[quantity][row, column]) for quantity, *_ in (a, y))
    pair = (Term(cell_name(a), value_a, (a,)), Term(f"−{cell_name(y)}", -value_y, (y,)))
    product = sum(term.value for term in chain.terms)
    agree = np.isclose(product, value_a - value_y, rtol=1e-6, atol=1e-6)
    shown = chain.terms[0].text.split(" = ")[1] if len(chain.terms) == 1 else chain.operation
    note = fused_note(shown, number(product)) if agree else NOTES["rounded"]
    return Parts(f"{chain.operation} = A − Y", pair, note, ACTIVATIONS[name].derivative_formula)


def _by_slope(walkthrough: Walkthrough, layer: int, row: int, column: int) -> Parts:
    arrays, record = walkthrough.arrays, ACTIVATIONS[walkthrough.activations[layer - 1]]
    cells: tuple[Cell, Cell] = ((("dA", layer), row, column), (("D", layer), row, column))
    here = slice(column, column + 1)
    terms = _products(arrays["dA", layer][row, here], arrays["D", layer][row, here], lambda _: cells)
    if walkthrough.drops(layer):
        return Parts("dA·(M·g'(Z))", terms, NOTES["mask"], record.derivative_formula)
    return Parts("dA·g'(Z)", terms, formula=record.derivative_formula)


def _by_jacobian(walkthrough: Walkthrough, layer: int, row: int, column: int) -> Parts:
    arrays, record = walkthrough.arrays, ACTIVATIONS[walkthrough.activations[layer - 1]]
    A, dA = arrays["A", layer][:, column], arrays["dA", layer][:, column]
    jacobian = walkthrough.local_jacobian(layer, column)
    column_of_jacobian = (
        A * ((np.arange(A.size) == row) - A[row]) if jacobian.matrix is None else jacobian.matrix[:, row]
    )
    values = column_of_jacobian.astype(np.float64) * dA

    def term_of(index: int) -> Term:
        sources: tuple[Cell, ...] = (
            (("dA", layer), index, column),
            (("A", layer), index, column),
            (("A", layer), row, column),
        )
        text = (
            f"∂a{index + 1}/∂z{row + 1}·{cell_name(sources[0])} = "
            f"{multiplied(number(column_of_jacobian[index]), number(dA[index]))}"
        )
        return Term(text, float(values[index]), sources)

    return Parts("Σ Jᵀ·dA", largest_terms(values, term_of), NOTES["jacobian"], record.derivative_formula)


def _weight_gradient(walkthrough: Walkthrough, layer: int, row: int, column: int) -> Parts:
    dZ, A = ("dZ", layer), ("A", layer - 1)
    arrays, m = walkthrough.arrays, walkthrough.m
    terms = _products(arrays[dZ][row], arrays[A][column], lambda index: ((dZ, row, index), (A, column, index)), m)
    return Parts("Σ dZ·A / m" if m > 1 else "dZ·A", terms)


def _bias_gradient(walkthrough: Walkthrough, layer: int, row: int, _column: int) -> Parts:
    dZ, m = walkthrough.arrays["dZ", layer][row].astype(np.float64), walkthrough.m
    over = f"/{m}" if m > 1 else ""

    def term(index: int) -> Term:
        cell: Cell = (("dZ", layer), row, index)
        return Term(f"{cell_name(cell)}{over} = {number(dZ[index])}{over}", float(dZ[index]) / m, (cell,))

    return Parts("Σ dZ / m" if m > 1 else "dZ", largest_terms(dZ / m, term))


EXPLAINERS: Mapping[str, Explainer] = MappingProxyType(
    {
        "Z": _weighted_sum(""),
        "A": _activation(""),
        "C": _cost(""),
        "dA": _upstream,
        "D": _slope,
        "dZ": _delta,
        "dW": _weight_gradient,
        "db": _bias_gradient,
        **UPDATE_EXPLAINERS,
        "Z_new": _weighted_sum("_new"),
        "A_new": _activation("_new"),
        "C_new": _cost("_new"),
    }
)
"""How each quantity came about; what is not listed is given."""


def _squared(a: str, y: str, _e: float) -> str:
    return f"({a} − {y})²"


def _huber(a: str, y: str, e: float) -> str:
    return f"½·({a} − {y})²" if abs(e) <= 1 else f"|{a} − {y}| − ½"


def _surprise(a: str, y: str, _e: float) -> str:
    return f"−ln {a}" if y == "1" else f"−{y}·ln {a}"


def _binary(a: str, y: str, _e: float) -> str:
    sure = {"1": f"−ln {a}", "0": f"−ln(1 − {a})"}
    return sure.get(y, f"−{y}·ln {a} − (1 − {y})·ln(1 − {a})")


_FORMS: Mapping[str, Callable[[str, str, float], str]] = MappingProxyType(
    {
        "squared_error": _squared,
        "half_squared_error": lambda a, y, e: f"½·{_squared(a, y, e)}",
        "binary_cross_entropy": _binary,
        "cross_entropy": _surprise,
        "absolute_error": lambda a, y, _e: f"|{a} − {y}|",
        "huber": _huber,
    }
)


def substituted(cost: str, a: float, y: float) -> str:
    """Return what one output `a` with the target `y` adds to the cost of its example, in numbers."""
    return _FORMS[cost](_off_one(a), _bracketed(number(y)), a - y)


def _off_one(a: float) -> str:
    """Return a number with as many digits as keep it apart from 1: `ln(1 − a)` depends on them."""
    digits = next((digits for digits in (4, 8, 12) if float(f"{a:.{digits}g}") != 1), 17)
    return _bracketed(f"{a:.{digits}g}".replace("-", "−"))


def _bracketed(text: str) -> str:
    return f"({text})" if text.startswith("−") else text
