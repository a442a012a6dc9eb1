"""How one number of a walkthrough came about: its terms, and a gradient as a sum over all paths."""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise, product
from math import prod
from types import MappingProxyType

import numpy as np
from msgspec import Struct

from playground.messages import Message
from playground.messages.numbers import multiplied
from playground.training.results import Array
from playground.training.walkthrough.walk import Cell, Walkthrough, cell_name, number

MOST_TERMS = 40
"""Beyond this many only the largest are listed."""
GIVEN, OVER_OUTPUTS, OVER_PATHS, TO_BE_FOUND = "given", "Σ over the outputs", "Σ over paths", "to be found"
"""The operations that are words."""
NOTES: Mapping[str, str] = MappingProxyType(
    {
        "softmax": "It depends on every sum of its layer.",
        "cost": "The cost of one example; the cost of the batch is the mean.",
        "upstream": "One term for each neuron above: the paths to the cost add up.",
        "delta": "Of one example; the factor 1/m enters in dW and db.",
        "rounded": "Here an output has rounded to 0 or 1, and dA times its slope with it: the short form stays exact, "
        "so the program uses it.",
        "jacobian": "One term for each output: they all depend on this sum.",
        "penalty": "What the update uses: the gradient of the cost, and what the penalty adds to it.",
        "frozen": "Frozen, or switched off: the update leaves it as it is.",
        "mask": "The mask leaves a neuron out of an example (0), or scales it up for those that are left out.",
        "memory": "What the optimizer remembers of earlier gradients fades, and this one is added.",
        "squares": "What the optimizer remembers of earlier squares fades, and the square of this gradient is added.",
        "gathered": "Too many paths to list: they are gathered by the first neuron that they pass.",
    }
)
"""What there is to say about some quantities."""


def fused_note(product: str, value: str) -> Message:
    """Return that the way through the slope comes to the same as the short form."""
    return Message(
        "{product} = {value}: the same. The program uses the short form A − Y.", product=product, value=value
    )


def clipped_note(norm: str, limit: str) -> Message:
    """Return how long the gradient is, and how long it may be."""
    return Message(
        "All gradients of the network together have the length ‖dθ‖ = {norm}, and {limit} is the most: whatever is "
        "longer is shortened to it, by the same factor c everywhere.",
        norm=norm,
        limit=limit,
    )


def corrected_note(step: int) -> Message:
    """Return why a memory is divided."""
    return Message(
        "The memory began at zero and is too small at first; dividing makes up for it, ever less. This is the "
        "optimizer's step {step}.",
        step=step,
    )


class Term(Struct, frozen=True):
    """One summand.

    Attributes
    ----------
    text
        As in ``dZ[2][3,1]·A[1][2,1]/10 = 0.25·(−1.5)/10``; places count from 1.
    sources
        The cells it is made of; none for the rest of many terms.
    """

    text: str
    value: float
    sources: tuple[Cell, ...]


class Explanation(Struct, frozen=True):
    """One number, taken apart.

    Attributes
    ----------
    left
        Its name: ``dW[2][3,1]``; places count from 1.
    operation
        What is done: ``Σ dZ·A / m``.
    terms
        They add up to `total`, to rounding; the largest of many, and the rest as one.
    formula
        LaTeX of a function that is involved, or nothing.
    """

    left: str
    operation: str
    terms: tuple[Term, ...]
    total: float
    note: str = ""
    formula: str = ""


class Parts(Struct, frozen=True):
    """What an explainer finds: `Explanation` without name and total."""

    operation: str
    terms: Sequence[Term]
    note: str = ""
    formula: str = ""


Explainer = Callable[[Walkthrough, int, int, int], Parts]
"""``explain(walkthrough, layer, row, column)``: how one number came about."""


def largest_terms(values: Array, term: Callable[[int], Term]) -> tuple[Term, ...]:
    """Return the largest terms in their order, and what the others add up to."""
    if values.size <= MOST_TERMS:
        return tuple(term(index) for index in range(values.size))
    order = np.argsort(-np.abs(values), kind="stable")
    kept, others = np.sort(order[:MOST_TERMS]), order[MOST_TERMS:]
    rest = Term(f"… (+{others.size})", float(values[others].sum()), ())
    return (*(term(int(index)) for index in kept), rest)


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

    `rows`: whether to write it in row vectors, with `n`, `d` and `L` for `A`, `Z` and `C`: ``∂L[3]/∂W1[1,2]``.
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
        numbers = multiplied(*map(number, factors[index]))
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
