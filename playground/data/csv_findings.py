"""What the first rows of a table tell about its columns: what they hold, what they may be for, what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from playground.data.cells import MISSING, NO_LABEL, decimal_mark, is_missing, is_number
from playground.data.csv_options import CsvOptions
from playground.data.csv_table import CsvTable
from playground.data.dataset import DataError

DISTINCT_MAXIMUM = 101
"""Different cells are counted up to here: one more than there may be classes."""
LABEL_NAMES = frozenset({"class", "label", "labels", "target", "y", "species", "category", "kind", "diagnosis"})
"""What people call the column that is to be predicted."""

Kind = Literal["number", "text", "mixed", "empty"]


@dataclass(frozen=True)
class ColumnPreview:
    """What one column seems to hold.

    Parameters
    ----------
    name : str
    kind : {"number", "text", "mixed", "empty"}
        Of the cells that are not missing.
    missing : int
        How many are.
    distinct : int
        How many different ones, counted up to `DISTINCT_MAXIMUM`.
    constant : bool
        Whether there is but one: such a column tells nothing.
    decimal : str
        The decimal mark of its numbers.
    largest : float
        The largest absolute value among its numbers, 0 where it has none.
    """

    name: str
    kind: Kind
    missing: int
    distinct: int
    constant: bool
    decimal: str = "."
    largest: float = 0.0


def preview_column(table: CsvTable, place: int, cells: Sequence[str]) -> ColumnPreview:
    """Return what the cells of a column seem to be."""
    decimal = decimal_mark(cells, table.delimiter)
    stripped = [cell.strip() for cell in cells]
    present = [cell for cell in stripped if not is_missing(cell)]
    numeric = [abs(float(cell.replace(decimal, "."))) for cell in present if is_number(cell, decimal)]
    kind: Kind = "empty"
    if present:
        kind = "number" if len(numeric) == len(present) else "mixed" if numeric else "text"
        present = [cell for cell in stripped if not lacks(kind, cell)]
    distinct: set[str] = set()
    for cell in present:
        distinct.add(cell)
        if len(distinct) == DISTINCT_MAXIMUM:
            break
    return ColumnPreview(
        name=table.columns[place],
        kind=kind,
        missing=len(cells) - len(present),
        distinct=len(distinct),
        constant=len(distinct) == 1 and len(present) > 1,
        decimal=decimal,
        largest=max(numeric, default=0.0),
    )


def lacks(kind: Kind, cell: str) -> bool:
    """Tell whether a cell is missing in a column of this kind: among texts a dash may well be a class."""
    return cell.strip().casefold() in (MISSING if kind in ("number", "empty") else NO_LABEL)


def suggested_label(columns: Sequence[ColumnPreview], options: CsvOptions) -> tuple[str, ...]:
    """Return the column that has the name of one to predict; else the only texts that can be classes; else the last."""
    free = [column for column in columns if column.name not in options.inputs and column.kind != "empty"]
    if not free:
        return ()
    called = [column for column in free if column.name.casefold() in LABEL_NAMES]
    classes = [column for column in free if column.kind == "text" and 1 < column.distinct < DISTINCT_MAXIMUM]
    if called:
        return (called[-1].name,)
    if free[-1].kind == "number" and len(classes) == 1:
        return (classes[0].name,)
    return (free[-1].name,)


def suggested_inputs(table: CsvTable, columns: Sequence[ColumnPreview], labels: Sequence[str]) -> tuple[str, ...]:
    """Return the columns of numbers, but for one without a name: that counts the rows."""
    return tuple(
        column.name
        for place, column in enumerate(columns)
        if column.kind == "number" and column.name not in labels and place not in table.unnamed
    )


def refusals(
    table: CsvTable,
    columns: Sequence[ColumnPreview],
    rows: Sequence[tuple[int, list[str]]],
    options: CsvOptions,
    inputs: Sequence[str],
    labels: Sequence[str],
) -> list[str]:
    """Say what of the chosen columns cannot be read."""
    problems: list[str] = []
    for names, role in ((inputs, "input"), (options.labels, "label")):
        try:
            table.find_columns(names, role)
        except DataError as error:
            problems.append(str(error))
    if not inputs:
        problems.append(f"{table.name}: no column of numbers is left to predict from")
    used = {*inputs, *labels}
    for place, column in enumerate(columns):
        if column.name not in used:
            continue
        if column.name in inputs and column.kind in ("text", "mixed"):
            bad = [
                (line, row[place].strip())
                for line, row in rows
                if not lacks(column.kind, row[place]) and not is_number(row[place], column.decimal)
            ]
            line, cell = bad[0]
            more = f"; so in {len(bad)} of {len(rows)} rows" if len(bad) > 1 else ""
            problems.append(f"{table.place(line, place)}: {cell[:40]!r} is not a number{more}")
        if column.kind == "empty" and rows:
            problems.append(f"{table.name}, column {column.name}: there is no value in it")
        elif column.constant and column.name in labels and len(labels) == 1:
            problems.append(f"{table.name}, column {column.name}: always the same, nothing to predict")
        elif column.missing and options.missing == "refuse":
            line = next(line for line, row in rows if lacks(column.kind, row[place]))
            more = f"; so in {column.missing} of {len(rows)} rows" if column.missing > 1 else ""
            problems.append(f"{table.place(line, place)}: a value is missing{more}")
    return problems


def notes(columns: Sequence[ColumnPreview], rows: Sequence[tuple[int, list[str]]]) -> list[str]:
    """Say what of the columns is good to know."""
    found = []
    for place, column in enumerate(columns):
        if column.constant:
            value = next(row[place].strip() for _, row in rows if not lacks(column.kind, row[place]))
            found.append(f"column {column.name}: always {value[:40]!r}, which tells nothing")
        if column.decimal == ",":
            found.append(f"column {column.name}: numbers with a decimal comma")
    return found
