"""The columns of a table, read once from top to bottom, a block of rows at a time.

A column of plain numbers becomes an array at once. Of any other one the different cells are kept, each once, to be
judged as a whole. A column that turns out not to be plain after some blocks is read again.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Collection, Generator, Iterator, Sequence
from functools import cached_property

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from playground.data.cells import is_missing
from playground.data.csv_table import CsvTable
from playground.data.csv_text import Record, in_blocks
from playground.data.dataset import DataError, FloatArray, IntArray
from playground.messages import Message

BLOCK_ROWS = 2000
_DECIMAL = re.compile(r"(?m)^\s*[+-]?(?:0\d*|\d{4,}|)\.\d|\.(?:\d{0,2}|\d{4,})\s*$|[eE]")
"""A point that cannot stand between thousands."""
_PADDED = re.compile(r"(?m)^\s*[+-]?0\d")


class PlainColumn(Struct, frozen=True, eq=False):
    """A column of plain numbers, with a point for decimals.

    Parameters
    ----------
    values : ndarray of shape (m,)
        Anything at all where a value is missing.
    absent : ndarray of bool, shape (m,)
        Whether it is.
    marked : bool
        Whether there is a decimal point.
    spelling : str
        What the first missing value is called.
    """

    values: FloatArray
    absent: NDArray[np.bool_]
    marked: bool
    spelling: str


class CellColumn(Struct, frozen=True, eq=False, dict=True):
    """A column of any cells.

    `codes`: which of the different cells each one is.
    """

    codes: IntArray
    distinct: tuple[str, ...]

    @cached_property
    def counts(self) -> list[int]:
        """How often each of the different cells stands there."""
        return [int(count) for count in np.bincount(self.codes, minlength=len(self.distinct))]


RawColumn = PlainColumn | CellColumn


class ColumnReader:
    """Reads the rows of a table, block by block.

    Parameters
    ----------
    records : sequence of rows, optional
        Where only some are to be read.
    as_cells : set of int
        Places of columns whose cells are kept as they stand, plain numbers or not.
    """

    def __init__(
        self, table: CsvTable, records: Sequence[Record] | None = None, as_cells: Collection[int] = ()
    ) -> None:
        self._table, self._records = table, records
        self._plain: list[_Plain | None] = [
            None if place in as_cells else _Plain() for place in range(len(table.columns))
        ]
        self._cells: list[_Cells] = [_Cells() for _ in table.columns]
        self._lines = array("q")

    @property
    def rows(self) -> int:
        return len(self._lines)

    def blocks(self) -> Generator[float, None, None]:
        """Read to the end; yield after each block how much of the text is behind it, 0 … 1.

        Raises `DataError` if a row is not well formed, or there is none.
        """
        late: set[int] = set()
        for done in self._read(late, again=frozenset()):
            yield done * 0.9
        if not self._lines:
            where = Message("no row below the header") if self._table.has_header else Message("no row")
            raise DataError("{file}: {what}, expected a row per example", file=self._table.name, what=where)
        for place, column in enumerate(self._plain):
            if column is not None and column.is_open:
                late.add(place)
                self._plain[place] = None
        if late:
            for place in late:
                self._cells[place] = _Cells()
            for done in self._read(late, again=frozenset(late)):
                yield 0.9 + done * 0.1

    def _read(self, late: set[int], again: frozenset[int]) -> Iterator[float]:
        content = self._table.text.content
        line_ends = content.count(b"\n") or content.count(b"\r")
        blocks = self._table.blocks() if self._records is None else in_blocks(self._records, BLOCK_ROWS)
        for lines, rows in blocks:
            last = lines[-1] if lines else line_ends
            if not all(rows):
                lines = [line for line, cells in zip(lines, rows, strict=True) if cells]
                rows = [cells for cells in rows if cells]
            if rows:
                columns = list(zip(*rows, strict=True))
                if again:
                    for place in again:
                        self._cells[place].read(columns[place])
                else:
                    self._take(columns, late)
                    self._lines.extend(lines)
            yield min(1.0, last / max(line_ends, 1))

    def _take(self, columns: Sequence[Sequence[str]], late: set[int]) -> None:
        before = len(self._lines)
        for place, cells in enumerate(columns):
            plain = self._plain[place]
            if plain is not None and not plain.read(cells, before):
                self._plain[place] = plain = None
                if before:
                    late.add(place)
            if plain is None and place not in late:
                self._cells[place].read(cells)

    def columns(self) -> list[RawColumn]:
        m = len(self._lines)
        found: list[RawColumn] = []
        for place, plain in enumerate(self._plain):
            found.append(self._cells[place].column() if plain is None else plain.column(m))
            self._plain[place], self._cells[place] = None, _Cells()
        return found

    def lines(self) -> IntArray:
        """Return the number of the line on which each row begins, shape (m,)."""
        return np.array(self._lines, dtype=np.intp)


class _Plain:
    """A column on its way, as long as it holds plain numbers only."""

    def __init__(self) -> None:
        self._blocks: list[FloatArray] = []
        self._absent: list[int] = []
        self._decided = self._marked = False
        self._spelling = ""

    def read(self, cells: Sequence[str], before: int) -> bool:
        """Add a block; return whether it is one of plain numbers."""
        joined = "\n".join(cells)
        block = _numbers(cells, joined)
        missing: list[int] = []
        if block is None:
            missing = [place for place, cell in enumerate(cells) if is_missing(cell)]
            if not missing:
                return False
            filled = list(cells)
            for place in missing:
                filled[place] = "0"
            block = _numbers(filled, "\n".join(filled))
            if block is None:
                return False
            self._spelling = self._spelling or cells[missing[0]].strip()
        if not self._decided:
            if "." in joined:
                self._marked = True
                self._decided = bool(_DECIMAL.search(joined))
            if not self._decided and _PADDED.search(joined):
                return False
        self._blocks.append(block)
        self._absent += [before + place for place in missing]
        return True

    @property
    def is_open(self) -> bool:
        """Whether its point may be a mark of thousands, or there is no number in it."""
        return (self._marked and not self._decided) or len(self._absent) == sum(map(len, self._blocks))

    def column(self, m: int) -> PlainColumn:
        absent = np.zeros(m, dtype=np.bool_)
        absent[self._absent] = True
        values = np.concatenate(self._blocks)
        self._blocks.clear()
        return PlainColumn(values, absent, self._marked, self._spelling)


class _Cells:
    """The cells of a column on its way, each different one kept once."""

    def __init__(self) -> None:
        self._codes = array("q")
        self._distinct: dict[str, int] = {}

    def read(self, cells: Sequence[str]) -> None:
        distinct = self._distinct
        try:
            self._codes.extend(list(map(distinct.__getitem__, cells)))  # nothing new: as in most blocks of a few kinds
        except KeyError:
            self._codes.extend([distinct.setdefault(cell, len(distinct)) for cell in cells])

    def column(self) -> CellColumn:
        return CellColumn(np.array(self._codes, dtype=np.intp), tuple(self._distinct))


def _numbers(cells: Sequence[str], joined: str) -> FloatArray | None:
    """Convert cells to floats, or return None if one of them is not a plain finite decimal number.

    ``float`` also takes ``1_0``, ``nan``, ``inf`` and the digits of other scripts; here only plain decimals count.
    """
    if "_" in joined or not joined.isascii():
        return None
    try:
        values = np.fromiter(map(float, cells), np.float64, len(cells))
    except ValueError:
        return None
    return values if np.isfinite(values).all() else None
