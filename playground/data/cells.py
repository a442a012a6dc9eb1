"""Cells of a table: what is a number, and what stands for a value that is missing."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

MISSING = frozenset({"", "na", "n/a", "nan", "null", "?", "-"})
"""What an input that was not measured looks like, in small or capital letters; spaces around it do not count."""
NO_LABEL = MISSING - {"-"}
"""The same in a column of texts to predict, where ``-`` may well be a class, beside ``+``."""

_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?", re.ASCII)


def is_missing(cell: str) -> bool:
    """Tell whether a cell says that there is no value."""
    return cell.strip().casefold() in MISSING


def is_number(cell: str, decimal: str = ".") -> bool:
    """Tell whether a cell is a plain decimal number that float64 can hold; `decimal` is its point, or a comma."""
    cell = cell.strip()
    if decimal != ".":
        if "." in cell:
            return False
        cell = cell.replace(decimal, ".")
    return bool(_NUMBER.fullmatch(cell)) and math.isfinite(float(cell))


def numbers(cells: Sequence[str], decimal: str = ".") -> list[float] | None:
    """Convert cells to floats, or return None if one of them is not a plain finite decimal number.

    ``float`` also takes ``1_0``, ``nan``, ``inf`` and the digits of other scripts; here only plain decimals count.
    """
    joined = "".join(cells)
    if "_" in joined or not joined.isascii():
        return None
    if decimal != ".":
        if "." in joined:
            return None
        cells = [cell.replace(decimal, ".") for cell in cells]
    try:
        values = list(map(float, cells))
    except ValueError:
        return None
    return values if all(map(math.isfinite, values)) else None


def decimal_mark(cells: Sequence[str], delimiter: str) -> str:
    """Return the decimal mark of a column's numbers: a comma where the file is divided by another character.

    The first number with a mark decides. Where nothing tells, it is a point.
    """
    if delimiter == ",":
        return "."
    for cell in cells:
        for mark in ",.":
            if mark in cell and is_number(cell, mark):
                return mark
    return "."


def number_problem(cell: str, decimal: str = ".") -> str:
    """Describe why a cell is no number, for a message after the cell's place."""
    if not cell.strip():
        return "the cell is empty, expected a number"
    shown = repr(cell.strip()[:40])
    if is_missing(cell):
        return f"{shown} stands for a missing value, expected a number"
    other = "." if decimal == "," else ","
    if decimal == "," and is_number(cell, other):
        return f"{shown} has a decimal point, expected a comma as in the other numbers of its column"
    return f"{shown} is not a number, expected one like 12, -0{decimal}5 or 1e-3"
