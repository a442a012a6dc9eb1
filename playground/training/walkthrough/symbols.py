"""The symbols of a step's formula: which part of the LaTeX stands for which quantity."""

import re
from collections.abc import Iterable

from playground.training.walkthrough.cells import Quantity

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
