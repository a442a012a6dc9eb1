"""The cells of a walkthrough, and how they are written."""

import re
from collections.abc import Iterable

from playground.messages.numbers import significant

Quantity = tuple[str, int]
"""A name and a layer: ``("dW", 2)``."""
Cell = tuple[Quantity, int, int]
"""One number: a quantity, a row and a column, counted from 0."""

STATES = {"": "{}", "_new": "{}⁺", "_hat": "{}\u0302"}
"""A raised plus stands for "after the update", a hat for a memory that is corrected for its slow start."""
MEMORY = {
    f"{symbol}_{parameter}{state}": f"{written.format(symbol)}_{parameter}"
    for symbol in "VS"
    for parameter in "Wb"
    for state, written in STATES.items()
}
"""What optimizers remember: of the gradients, and of their squares."""
VECTORS = frozenset({"b", "db", "db_c", "b_new", "step_b", *(name for name in MEMORY if name[2] == "b")})
WITHOUT_LAYER = frozenset({"X", "Y", "C", "C_new"})
WRITTEN = {"D": "g'(Z)", **{f"{name}_new": f"{name}⁺" for name in ("W", "b", "Z", "A", "C")}, **MEMORY}
"""Names that are not written as they are."""


def written(name: str) -> str:
    """Return the name of a quantity whatever its layer, as in ``W⁺`` and ``(dW + λ₂W)``."""
    return f"({name})" if " " in name else WRITTEN.get(name, name)


def cell_name(cell: Cell) -> str:
    """Return the name of a cell as in ``dW[2][3,1]``: rows and columns count from 1, as in the formulas."""
    (name, layer), row, column = cell
    matrix = written(name) + ("" if name in WITHOUT_LAYER else f"[{layer}]")
    return f"{matrix}[{row + 1}]" if name in VECTORS else f"{matrix}[{row + 1},{column + 1}]"


NAMED = re.compile(r"(\w+)\[(\d+)\]\[(\d+)(?:\s*,\s*(\d+))?\]")


def named_cell(name: str) -> Cell | None:
    """Return the cell of a plain name such as ``dW[2][3,1]`` or ``b[1][2]``; None where it names none."""
    found = NAMED.fullmatch(name)
    if found is None:
        return None
    return (found[1], int(found[2])), int(found[3]) - 1, int(found[4] or 1) - 1


def number(value: float) -> str:
    """Return a number with up to four significant digits and a typographic minus."""
    return significant(value, 4)


Span = tuple[int, int]
"""Where a part of a text begins and ends."""
_MOMENT = re.compile(r"([VS])_([Wb])(_new|_hat)?")
_START = r"(?<![A-Za-z\\])"
_INDEX = r"_(?:\w|\{\w+\})"


def symbol_spans(formula: str, quantities: Iterable[Quantity]) -> tuple[Span, ...]:
    """Return where some quantities stand in the formula of a step, in order and apart from one another."""
    # The slope before what stands in its brackets.
    names = sorted(dict.fromkeys(quantities), key=lambda quantity: quantity[0] != "D")
    if not names:
        return ()
    pattern = "|".join(f"(?:{_pattern(*quantity)})" for quantity in names)
    return tuple(found.span() for found in re.finditer(pattern, formula))


def _pattern(name: str, layer: int) -> str:
    """Return a regular expression of a symbol; of the costs, whose formulas have no layers, of one number of it."""
    at = rf"\[{layer}\](?:\\top)?"
    if name in ("C", "C_new"):
        return "^C"
    if name == "Y":
        return rf"{_START}(?:Y|y{_INDEX})"
    if name == "D":
        return rf"g'\(Z\^\{{{at}\}}\)"
    if moment := _MOMENT.fullmatch(name):
        symbol, parameter, state = moment.groups()
        hat, plus = (r"\\hat ", "") if state == "_hat" else (r"(?<!\\hat )", r"\+" if state else "")
        return rf"{hat}{symbol}_\{{{parameter}\}}\^\{{{plus}{at}\}}"
    letter, is_new = name.removesuffix("_new"), name.endswith("_new")
    if is_new:
        symbol = rf"{_START}{letter}\^\{{(?:\+{at}\}}|{at}\}}(?= \\leftarrow))"
    else:
        symbol = rf"{_START}{re.escape(letter)}(?:_\{{\\cdot i\}})?\^\{{{at}\}}(?! \\leftarrow)"
    return f"{symbol}|{_START}a{_INDEX}" if letter == "A" else symbol
