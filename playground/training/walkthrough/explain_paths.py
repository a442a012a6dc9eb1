"""The gradient of one weight as a sum over paths: each path from the weight to the cost is one term."""

from itertools import pairwise, product
from math import prod

import numpy as np

from playground.training.walkthrough.explanation import NOTES, OVER_PATHS, Explanation, Term, largest_terms
from playground.training.walkthrough.walk import Cell, Walkthrough, cell_name, number

MOST_PATHS = 5_000
"""Beyond this many, paths are not followed one by one but gathered by the first unit they pass."""


def explain_paths(
    walkthrough: Walkthrough, layer: int, row: int, column: int, example: int = 0, *, rows: bool = False
) -> Explanation:
    """Return `∂C_i/∂W[layer][row, column]` of one example as a sum over all paths from the weight to the cost.

    A path begins with the weight's input `A[layer−1][column]`, passes the unit `row` and one unit of every layer above
    it, and ends in `dZ` of an output; on its way it collects the slopes `g'(z)` of the units it leaves and the weights
    it takes. It is named after the example's cost, as in ``∂C[1,3]/∂W[1][2,1]``: `dW` is the mean over all examples.

    Raises `IndexError` if there is no such weight or example.

    Parameters
    ----------
    rows
        Whether to write it in row vectors, with `n`, `d` and `L` for `A`, `Z` and `C`: ``∂L[3]/∂W1[1,2]``.
    """
    arrays, last = walkthrough.arrays, len(walkthrough.activations)
    walkthrough.check_weight(layer, row, column, example)
    count = prod(walkthrough.sizes[layer + 1 :])
    start: Cell = (("A", layer - 1), column, example)
    name = _in_rows if rows else cell_name
    of, by = (f"L[{example + 1}]" if rows else f"C[1,{example + 1}]"), name((("W", layer), row, column))
    with np.errstate(all="ignore"):
        value = float(arrays[start[0]][column, example]) * float(arrays["dZ", layer][row, example])
        followed = last if count <= MOST_PATHS else min(layer + 1, last)
        routes = [(row, *units) for units in product(*(range(k) for k in walkthrough.sizes[layer + 1 : followed + 1]))]
        cells = [_cells(layer, route, start) for route in routes]
        factors = np.array([[float(arrays[quantity][i, j]) for quantity, i, j in each] for each in cells])
        values = factors.prod(axis=1)
    if np.isnan(arrays["dW", layer][row, column]) and ("dW", layer) in walkthrough.hidden:
        value, values = float("nan"), np.full_like(values, np.nan)  # the factors may be seen, and multiplied

    def term(index: int) -> Term:
        text = "·".join(name(each) for each in cells[index])
        numbers = "·".join(number(factor) for factor in factors[index])
        return Term(f"{text} = {numbers}", float(values[index]), cells[index])

    note = "" if followed == last else NOTES["gathered"]
    return Explanation(f"∂{of}/∂{by}", OVER_PATHS, largest_terms(values, term), value, note)


def _cells(layer: int, route: tuple[int, ...], start: Cell) -> tuple[Cell, ...]:
    """Return the factors along a route of units, from the weight's input up to `dZ` of the last unit."""
    example = start[2]
    cells = [start]
    for step, (unit, above) in enumerate(pairwise(route)):
        at = layer + step
        cells += [(("D", at), unit, example), (("W", at + 1), above, unit)]
    return (*cells, (("dZ", layer + len(route) - 1), route[-1], example))


ROW_LETTERS = {"A": "n{}", "D": "f'(d{})", "W": "W{}", "dZ": "∂L/∂d{}"}
"""How the factors of a path are written where an example is a row."""


def _in_rows(cell: Cell) -> str:
    """Return the name of a cell where every matrix is transposed: ``n1[3,2]`` for ``A[1][2,3]``."""
    (name, layer), row, column = cell
    return f"{ROW_LETTERS[name].format(layer)}[{column + 1},{row + 1}]"
