"""The first rows of a table: which stand above it, whether one names the columns, whether one holds units."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from playground.data.cells import is_missing, lacks_value, plain, trimmed
from playground.data.csv_text import Record
from playground.data.number_format import written

SAMPLE_ROWS = 50
"""Rows that decide which delimiter a file uses, and whether a row holds units."""
TITLE_ROWS = 20
"""Rows above a table at most that are found to be none of it."""
BODY_CELLS = 2000
"""Cells that tell what a column holds."""
WIDE = 8
_YEAR = range(1800, 2201)


def title_rows(rows: Sequence[Record]) -> int:
    """Return how many of the first rows stand above the table: with one text where the others have many cells."""
    widths = Counter(len(cells) for _, cells in rows)
    width = max(widths, key=lambda width: (widths[width], width))
    if width < 2:
        return 0
    count = 0
    for _, cells in rows[: min(TITLE_ROWS, len(rows) - 1)]:
        filled = [cell for cell in cells if cell.strip()]
        few = len(cells) == 1 or (width > 2 and len(filled) == 1) or len(filled) * 3 <= width
        if not few and not (len(cells) < width - 1 and not any(map(_is_value, filled))):
            below = rows[count + 1 :]
            fuller = len(below) > 1 and sum(map(bool, map(str.strip, below[0][1]))) > len(filled)
            if not fuller or not _above_numbers(below[0][1], _body(below))[0]:
                break
        if any(map(_is_value, filled)) and len(filled) > 1:
            break
        count += 1
    return count


def is_header(rows: Sequence[Record]) -> bool:
    """Tell whether the first row names the columns.

    A text above numbers is a name. A number above numbers is a value, but for 0, 1, 2 … and for years. Where all
    is text, a first row whose cells come again further down in their columns is an example.
    """
    first = rows[0][1]
    body = _body(rows)
    if not body:
        return not any(map(_is_value, first))
    if _only_counts(first, body):
        return True
    texts, values = _above_numbers(first, body)
    if texts or values:
        return texts > 0
    waiting = {place: trimmed(cell) for place, cell in enumerate(first) if not lacks_value(cell)}
    for _, cells in rows[1:]:
        waiting = {
            place: name for place, name in waiting.items() if place >= len(cells) or trimmed(cells[place]) != name
        }
        if not waiting:
            return not any(trimmed(cell) for cell in first)
    return True


def _body(rows: Sequence[Record]) -> list[list[str]]:
    """Return cells of rows below a first one, enough to tell what their columns hold."""
    return [cells for _, cells in rows[1 : 1 + max(10, BODY_CELLS // max(len(rows[0][1]), 1))]]


def _above_numbers(first: Sequence[str], body: Sequence[Sequence[str]]) -> tuple[int, int]:
    """Return how many texts, and how many numbers, of a row stand above numbers."""
    width = len(first)
    shift = 1 if Counter(map(len, body)).most_common(1)[0][0] == width + 1 else 0
    body = [cells for cells in body if len(cells) >= width + shift] or body
    values = texts = 0
    for place, cell in enumerate(first):
        column = [cells[place + shift] for cells in body if place + shift < len(cells)]
        column = [cell for cell in column if not is_missing(cell)]
        if column and sum(map(_is_value, column)) * 2 > len(column):
            values += _is_value(cell)
            texts += not _is_value(cell) and not lacks_value(cell)
    return texts, values


def _only_counts(first: Sequence[str], body: Sequence[Sequence[str]]) -> bool:
    """Tell whether the numbers of a first row only count the columns, or are years."""
    texts = [trimmed(cell) for cell in first]
    numbers = [int(text) if re.fullmatch(r"[0-9]{1,6}", text) else None for text in texts]
    known = [number for number in numbers if number is not None]
    others = [text for text, number in zip(texts, numbers, strict=True) if number is None and text]
    if len(known) < 2 or any(b - a != 1 for a, b in pairwise(known)):
        return False
    fractions = any(
        ((number := written(cells[place])) is None and not is_missing(cells[place])) or (number and number.mark)
        for cells in body
        for place in range(min(len(cells), len(first)))
        if numbers[place] is not None
    )
    below = [{trimmed(cells[place]) for cells in body if place < len(cells)} for place in range(len(first))]
    if any(text in column for text, column in zip(texts, below, strict=True) if text in others):
        return False
    if others and all(number in _YEAR for number in known):
        return len(known) > 2
    if known[0] in (0, 1):
        return len(known) >= WIDE or (fractions and (len(known) > 2 or known[0] == 0))
    return fractions and all(number in _YEAR for number in known)


def is_unit_row(rows: Sequence[Record]) -> bool:
    """Tell whether the row below the header holds units."""
    if len(rows) < 3:
        return False
    cells = rows[1][1]
    body = [row for _, row in rows[2 : 2 + SAMPLE_ROWS] if len(row) == len(cells)]
    if len(body) < 1:
        return False
    named = 0
    for place, cell in enumerate(cells):
        column = [row[place] for row in body if not is_missing(row[place])]
        numeric = bool(column) and sum(map(_is_value, column)) * 10 >= 9 * len(column)
        if not numeric:
            if trimmed(cell) and trimmed(cell) in {trimmed(row[place]) for row in body}:
                return False
            continue
        if _is_value(cell):
            return False
        named += bool(trimmed(cell)) and not lacks_value(cell) and len(plain(cell)) <= 20
    return named > 0


def _is_value(cell: str) -> bool:
    return written(cell) is not None
