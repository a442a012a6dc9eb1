"""A CSV file as rows of cells under the names of their columns: delimiter, header, bounds."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TypeVar

from playground.data.bounded import read_pieces, shown_name
from playground.data.cells import is_missing, is_number
from playground.data.csv_options import DELIMITERS, FIND_OUT, CsvOptions
from playground.data.csv_text import BYTES_MAXIMUM, TableText, find_encoding
from playground.data.dataset import DataError

ROWS_MAXIMUM = 1_000_000
COLUMNS_MAXIMUM = 1000
SAMPLE_ROWS = 20
"""Rows that decide which delimiter a file uses."""
HEADER_ROWS = 1000
"""Rows in which a text of the first one must come again if that is no header."""
NAMES_SHOWN = 8

_T = TypeVar("_T")


@dataclass(frozen=True)
class CsvTable:
    """A table whose columns are known, read row by row.

    Parameters
    ----------
    text : TableText
    delimiter : str
    columns : tuple of str
        From the header, or ``x1`` … ``xn``, ``y`` where there is none. A column that the header leaves without a name
        is called ``column 3`` after its place.
    has_header : bool
    unnamed : frozenset of int
        Places of the columns that the header leaves without a name.
    """

    text: TableText
    delimiter: str
    columns: tuple[str, ...]
    has_header: bool
    unnamed: frozenset[int] = frozenset()

    @property
    def name(self) -> str:
        """File name, for messages."""
        return self.text.name

    def records(self) -> Iterator[tuple[int, list[str]]]:
        """Yield each row below the header with the number of its first line, of whatever length it is."""
        return islice(self.text.records(self.delimiter), int(self.has_header), None)

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Yield each row below the header with the number of its first line in the file.

        Raises
        ------
        DataError
            For a row that is no CSV or has another number of cells than there are columns, and for too many rows.
        """
        expected = len(self.columns)
        for count, (line, cells) in enumerate(self.records(), start=1):
            if len(cells) != expected:
                raise DataError(f"{self.name}, line {line}: {self.raggedness(cells)}")
            if count > ROWS_MAXIMUM:
                raise DataError(f"{self.name}, line {line}: more than {ROWS_MAXIMUM} rows")
            yield line, cells

    def raggedness(self, cells: Sequence[str]) -> str:
        """Say how many cells a row has instead of as many as there are columns."""
        return f"{len(cells)} cell{'s' * (len(cells) > 1)}, expected {len(self.columns)}"

    def place(self, line: int, column: int) -> str:
        """Return where a cell is, for messages."""
        return f"{self.name}, line {line}, column {self.columns[column]}"

    def find_columns(self, names: Sequence[str], role: str) -> list[int]:
        """Return the places of named columns.

        Raises
        ------
        DataError
            For a name that is no column or comes twice.
        """
        places = {name: index for index, name in enumerate(self.columns)}
        seen: set[str] = set()
        for name in names:
            if name not in places:
                shown = ", ".join(self.columns[:NAMES_SHOWN]) + (", …" if len(self.columns) > NAMES_SHOWN else "")
                raise DataError(f"{self.name}: no {role} column {name!r}, its columns are {shown}")
            if name in seen:
                raise DataError(f"{self.name}: {role} column {name!r} is named twice")
            seen.add(name)
        return [places[name] for name in names]


def open_table(path: str | Path, options: CsvOptions = FIND_OUT) -> CsvTable:
    """Read a CSV file whole and find its columns.

    Raises
    ------
    DataError
        As `opening`.
    """
    steps = opening(path, options)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            table: CsvTable = end.value
            return table


def opening(path: str | Path, options: CsvOptions) -> Generator[float, None, CsvTable]:
    """Open a table piece by piece; yield now and then how much of it is done, 0 … 1.

    Raises
    ------
    DataError
        If the file cannot be read, is too large, is no text, or its header is no list of different names.
    """
    name = shown_name(path)
    if options.text is None:
        content = yield from _halves(read_pieces(Path(path), BYTES_MAXIMUM), 0.0)
        encoding = options.encoding
    else:
        content, encoding = pasted(name, options.text), "utf-8"
    text = yield from _halves(find_encoding(name, content, encoding), 0.5)
    return find_columns(text, options)


def pasted(name: str, text: str) -> bytes:
    """Return a pasted table as the content of a file.

    Raises
    ------
    DataError
        If it is too large.
    """
    content = text.encode("utf-8", errors="surrogatepass")
    if len(content) > BYTES_MAXIMUM:
        raise DataError(f"{name}: larger than {BYTES_MAXIMUM // 1_000_000} MB, the most that is read")
    return content


def find_columns(text: TableText, options: CsvOptions) -> CsvTable:
    """Find what divides the cells, and what the columns are called.

    The delimiter is the one that cuts the first rows alike and leaves the most numbers. The first row is a header
    unless its cells are values: all of them numbers, or some of them numbers and the others texts that come again
    further down in the same column.

    Raises
    ------
    DataError
        If there is no row, or too many columns, or two of the same name.
    """
    name = text.name
    delimiter = options.delimiter or _delimiter(text)
    first = next(text.records(delimiter), None)
    if first is None:
        raise DataError(f"{name}: empty, expected a row per example")
    line, cells = first
    if len(cells) > COLUMNS_MAXIMUM:
        raise DataError(f"{name}, line {line}: {len(cells)} columns, expected at most {COLUMNS_MAXIMUM}")
    if not (options.header if options.header is not None else not _is_data(text, delimiter, cells)):
        return CsvTable(text, delimiter, (*(f"x{i}" for i in range(1, len(cells))), "y"), has_header=False)
    given = [" ".join(cell.split()) for cell in cells]
    unnamed = frozenset(index for index, column in enumerate(given) if not column)
    columns = tuple(column or f"column {index}" for index, column in enumerate(given, start=1))
    seen: set[str] = set()
    for column in columns:
        if column in seen:
            raise DataError(f"{name}, line {line}: two columns are called {column!r}")
        seen.add(column)
    return CsvTable(text, delimiter, columns, has_header=True, unnamed=unnamed)


def _halves(steps: Generator[float, None, _T], done: float) -> Generator[float, None, _T]:
    while True:
        try:
            yield done + next(steps) / 2
        except StopIteration as end:
            result: _T = end.value
            return result


def _delimiter(text: TableText) -> str:
    """Choose the delimiter that cuts the first rows alike and leaves the most numbers; a comma where none does."""

    def merit(delimiter: str) -> tuple[bool, bool, bool, float, int]:
        rows: list[list[str]] = []
        is_clean = True
        try:
            for _, cells in islice(text.records(delimiter), SAMPLE_ROWS):
                rows.append(cells)
        except DataError:  # told of when the rows are read; those before it tell what divides them
            is_clean = False
        widths = [len(cells) for cells in rows]
        divides = bool(widths) and widths[0] > 1
        is_even = divides and len(set(widths)) == 1
        # A number with a decimal comma counts where the comma is no delimiter: it cuts such rows alike, too.
        found = sum(is_number(cell) or (delimiter != "," and is_number(cell, ",")) for cells in rows for cell in cells)
        return is_even and is_clean, is_even, divides, found / max(sum(widths), 1), max(widths, default=0)

    return max(DELIMITERS, key=merit)


def _is_data(text: TableText, delimiter: str, first: list[str]) -> bool:
    """Tell whether the first row is an example and not a header."""
    decimals = "." if delimiter == "," else ".,"
    numeric = [any(is_number(cell, decimal) for decimal in decimals) for cell in first]
    if not any(numeric):
        return False
    waiting = {
        column: cell.strip() for column, cell in enumerate(first) if not numeric[column] and not is_missing(cell)
    }
    for _, cells in islice(text.records(delimiter), 1, HEADER_ROWS):
        if not waiting:
            break
        for column, value in list(waiting.items()):
            if column < len(cells) and cells[column].strip() == value:
                del waiting[column]
    return not waiting
