"""Tables of results: named columns of cells."""

import csv
import io
from collections.abc import Collection, Mapping, Sequence
from typing import TypeAlias

import numpy as np

from playground.training.results import Array

Cell: TypeAlias = float | int | str | None
Table: TypeAlias = dict[str, Sequence[Cell]]


def cells(row: Array) -> list[Cell]:
    """Return a row of numbers as cells; None where one is not finite."""
    return [value if np.isfinite(value) else None for value in row.tolist()]


def titles(prefix: str, names: Sequence[str]) -> list[str]:
    """Return titles for outputs or targets: the prefix alone for a single one."""
    return [prefix] if len(names) == 1 else [f"{prefix}_{name}" for name in names]


def add_column(table: Table, title: str, column: Sequence[Cell]) -> None:
    """Add a column, under a title that a person's own columns do not have."""
    table[free_title(title, table)] = column


def free_title(title: str, taken: Collection[str]) -> str:
    """Return the title, with underscores behind it until it is none of those taken."""
    while title in taken:
        title += "_"
    return title


def csv_text(table: Mapping[str, Sequence[Cell]]) -> str:
    """Return a table as CSV text with a header row, without the last line end."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(table)
    writer.writerows(zip(*table.values(), strict=True))
    return text.getvalue().rstrip("\n")
