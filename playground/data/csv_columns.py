"""Columns of a table on their way to arrays, a block of rows at a time: inputs as numbers, labels as they stand."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from playground.data.cells import decimal_mark, is_missing, is_number, number_problem, numbers
from playground.data.csv_table import CsvTable
from playground.data.dataset import DataError, FloatArray, IntArray
from playground.data.labels import LabelColumn

BLOCK_CELLS = 20_000
"""Cells of a block: some milliseconds of work."""


@dataclass(frozen=True)
class MissingValue:
    """A value that is missing: its line, and the error that it is."""

    line: int
    error: DataError


class NumberColumn:
    """One input column.

    Parameters
    ----------
    table : CsvTable
    column : int

    Attributes
    ----------
    first_missing : MissingValue or None
    """

    def __init__(self, table: CsvTable, column: int) -> None:
        self._table, self._column = table, column
        self._decimal: str | None = "." if table.delimiter == "," else None
        self.first_missing: MissingValue | None = None

    def read(self, cells: Sequence[str], lines: Sequence[int], *, is_first: bool) -> tuple[FloatArray, list[int]]:
        """Return the numbers `(rows,)` of a block, and the places of those that are missing.

        Raises
        ------
        DataError
            At the first cell that is neither a number nor says that there is none.
        """
        if self._decimal is None and any("," in cell or "." in cell for cell in cells):
            self._decimal = decimal_mark(cells, self._table.delimiter)
        decimal = self._decimal or "."
        values = numbers(cells, decimal)
        missing: list[int] = []
        if values is None:
            missing = [place for place, cell in enumerate(cells) if is_missing(cell)]
            filled = list(cells)
            for place in missing:
                filled[place] = "0"
            values = numbers(filled, decimal)
            if values is None:
                bad = next(place for place, cell in enumerate(filled) if not is_number(cell, decimal))
                raise self._error(lines[bad], cells[bad], decimal, is_first=is_first and bad == 0)
            if missing and self.first_missing is None:
                line, problem = lines[missing[0]], number_problem(cells[missing[0]])
                error = DataError(f"{self._table.place(line, self._column)}: {problem}")
                self.first_missing = MissingValue(line, error)
        return np.array(values), missing

    def _error(self, line: int, cell: str, decimal: str, *, is_first: bool) -> DataError:
        problem = number_problem(cell, decimal)
        if is_first:  # the column may hold text throughout: say that it cannot be an input
            problem += "; every input column must hold numbers, a column to predict is named as the label"
        return DataError(f"{self._table.place(line, self._column)}: {problem}")


class LabelCells:
    """The cells of one label column, each different one kept once."""

    def __init__(self, table: CsvTable, column: int) -> None:
        self._table, self._column = table, column
        self._codes = array("q")
        self._distinct: dict[str, int] = {}

    def read(self, cells: Sequence[str]) -> None:
        """Add a block."""
        distinct = self._distinct
        self._codes.extend([distinct.setdefault(cell, len(distinct)) for cell in cells])

    def column(self, lines: IntArray) -> LabelColumn:
        """Return what was read."""
        codes = np.array(self._codes, dtype=np.intp)
        return LabelColumn(self._table, self._column, lines, codes, tuple(self._distinct))


@dataclass(frozen=True, eq=False)
class Columns:
    """The used columns of a table.

    Parameters
    ----------
    X : ndarray of shape (n, m)
        Inputs; anything at all where a value is missing.
    labels : list of LabelColumn
        One per column, of m cells each.
    lacking : ndarray of bool, shape (m,)
        Whether an input is missing.
    first_missing : MissingValue or None
        The first input that is missing.
    """

    X: FloatArray
    labels: list[LabelColumn]
    lacking: NDArray[np.bool_]
    first_missing: MissingValue | None


class ColumnReader:
    """Reads the rows of a table once, block by block.

    Parameters
    ----------
    table : CsvTable
    inputs, labels : sequence of int
        Places of the columns.

    Attributes
    ----------
    rows : int
        How many were read so far.
    """

    def __init__(self, table: CsvTable, inputs: Sequence[int], labels: Sequence[int]) -> None:
        self._table, self._inputs, self._labels = table, inputs, labels
        self._numbers = [NumberColumn(table, column) for column in inputs]
        self._cells = [LabelCells(table, column) for column in labels]
        self._blocks: list[FloatArray] = []
        self._lacking: list[IntArray] = []
        self._lines = array("q")

    @property
    def rows(self) -> int:
        """How many were read so far."""
        return len(self._lines)

    def blocks(self) -> Iterator[float]:
        """Read to the end; yield after each block how much of the text is behind it, 0 … 1.

        Raises
        ------
        DataError
            If a row is not well formed, or an input cell is no number, or there is no row.
        """
        content = self._table.text.content
        line_ends = content.count(b"\n") or content.count(b"\r")
        size = max(16, BLOCK_CELLS // len(self._table.columns))
        rows = self._table.rows()
        while block := list(islice(rows, size)):
            lines, cells = zip(*block, strict=True)
            self._read(lines, list(zip(*cells, strict=True)))
            yield min(1.0, lines[-1] / max(line_ends, 1))
        if not self._lines:
            header = " below the header" if self._table.has_header else ""
            raise DataError(f"{self._table.name}: no row{header}, expected a row per example")

    def _read(self, lines: Sequence[int], columns: Sequence[Sequence[str]]) -> None:
        values = np.empty((len(self._inputs), len(lines)))
        for row, number_column, column in zip(values, self._numbers, self._inputs, strict=True):
            row[:], missing = number_column.read(columns[column], lines, is_first=not self._lines)
            if missing:
                self._lacking.append(np.array(missing, dtype=np.intp) + len(self._lines))
        for cells, column in zip(self._cells, self._labels, strict=True):
            cells.read(columns[column])
        self._blocks.append(values)
        self._lines.extend(lines)

    def columns(self) -> Columns:
        """Return what was read."""
        X = np.concatenate(self._blocks, axis=1)
        self._blocks.clear()
        lacking = np.zeros(X.shape[1], dtype=np.bool_)
        for places in self._lacking:
            lacking[places] = True
        lines = np.array(self._lines, dtype=np.intp)
        missing = [column.first_missing for column in self._numbers if column.first_missing is not None]
        first = min(missing, key=lambda found: found.line, default=None)
        return Columns(X, [cells.column(lines) for cells in self._cells], lacking, first)
