"""A CSV file as rows of text cells: bytes to text, delimiter, header, bounds."""

from __future__ import annotations

import codecs
import csv
import io
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from playground.data.dataset import DataError

BYTES_MAXIMUM = 50_000_000
ROWS_MAXIMUM = 1_000_000
COLUMNS_MAXIMUM = 1000
DELIMITERS = (",", ";", "\t")
SAMPLE_ROWS = 20
"""Rows that decide which delimiter a file uses."""

_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?", re.ASCII)


@dataclass(frozen=True)
class CsvTable:
    """A decoded file, read row by row.

    Parameters
    ----------
    name : str
        File name, for messages.
    text : str
    delimiter : str
    columns : tuple of str
        From the header, or ``x1`` … ``xn``, ``y`` where there is none.
    has_header : bool
    """

    name: str
    text: str
    delimiter: str
    columns: tuple[str, ...]
    has_header: bool

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Yield each row below the header with the number of its first line in the file.

        Raises
        ------
        DataError
            For a row that is no CSV or has another number of cells than there are columns, and for too many rows.
        """
        expected = len(self.columns)
        for count, (line, cells) in enumerate(
            islice(_records(self.name, self.text, self.delimiter), int(self.has_header), None), start=1
        ):
            if len(cells) != expected:
                found = f"{len(cells)} cell{'s' * (len(cells) > 1)}"  # a blank line is no row, so there is one
                raise DataError(f"{self.name}, line {line}: {found}, expected {expected}")
            if count > ROWS_MAXIMUM:
                raise DataError(f"{self.name}, line {line}: more than {ROWS_MAXIMUM} rows")
            yield line, cells

    def place(self, line: int, column: int) -> str:
        """Return where a cell is, for messages."""
        return f"{self.name}, line {line}, column {self.columns[column]}"


def open_table(path: str | Path) -> CsvTable:
    """Read a CSV file whole and find its columns.

    The text is UTF-8, UTF-16 with a byte order mark, or cp949 (Korean Excel); cells are divided by comma, semicolon or
    tab. The first row is a header unless its cells are values: all of them numbers, or some of them numbers and the
    others texts that come again further down in the same column.

    Parameters
    ----------
    path : str or Path

    Returns
    -------
    CsvTable

    Raises
    ------
    DataError
        If the file cannot be read, is too large, is no text, or its header is no list of different names.
    """
    path = Path(path)
    name = " ".join(path.name.replace("\0", " ").split()) or str(path)  # a message is one line
    text = _decode(name, _read(name, path))
    delimiter = _delimiter(name, text)
    first = next(_records(name, text, delimiter), None)
    if first is None:
        raise DataError(f"{name}: empty, expected a row per example")
    line, cells = first
    if len(cells) > COLUMNS_MAXIMUM:
        raise DataError(f"{name}: {len(cells)} columns, expected at most {COLUMNS_MAXIMUM}")
    if _is_data(name, text, delimiter, cells):
        columns = (*(f"x{i}" for i in range(1, len(cells))), "y")
        return CsvTable(name, text, delimiter, columns, has_header=False)
    columns = tuple(" ".join(cell.split()) for cell in cells)
    for index, column in enumerate(columns):
        if not column:
            raise DataError(f"{name}, line {line}: column {index + 1} has no name")
        if column in columns[:index]:
            raise DataError(f"{name}, line {line}: two columns are called {column!r}")
    return CsvTable(name, text, delimiter, columns, has_header=True)


def is_number(cell: str) -> bool:
    """Tell whether a cell is a plain decimal number that float64 can hold."""
    return bool(_NUMBER.fullmatch(cell.strip())) and math.isfinite(float(cell))


def numbers(cells: Sequence[str]) -> list[float] | None:
    """Convert cells to floats, or return None if one of them is not a plain finite decimal number.

    ``float`` also takes ``1_0``, ``nan``, ``inf`` and the digits of other scripts; here only plain decimals count.
    """
    joined = "".join(cells)
    if "_" in joined or not joined.isascii():
        return None
    try:
        values = [float(cell) for cell in cells]
    except ValueError:
        return None
    return values if all(map(math.isfinite, values)) else None


def number_problem(cell: str) -> str:
    """Describe why a cell is no number, for a message after the cell's place."""
    if not cell.strip():
        return "the cell is empty, expected a number"
    shown = cell.strip()[:40]
    return f"{shown!r} is not a number, expected one like 12, -0.5 or 1e-3"


def _read(name: str, path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(BYTES_MAXIMUM + 1)
    except OSError as error:  # a folder, a missing file, a file of another person
        raise DataError(f"{name}: cannot be read: {error.strerror or error}") from error
    except ValueError as error:  # a NUL in the name
        raise DataError(f"{name}: not the name of a file") from error
    if len(content) > BYTES_MAXIMUM:
        raise DataError(f"{name}: larger than {BYTES_MAXIMUM // 1_000_000} MB")
    return content


def _decode(name: str, content: bytes) -> str:
    wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "cp949"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise DataError(f"{name}: not text, expected a CSV file in UTF-8, UTF-16 or cp949")


def _records(name: str, text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Yield every row that is not blank, with the number of the line on which it begins."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            if len(cells) > 1 or (cells and cells[0].strip()):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise DataError(f"{name}, line {line}: {error}") from error


def _delimiter(name: str, text: str) -> str:
    """Choose the delimiter that cuts the first rows alike and into the most cells; a comma where none does."""

    def evenness(delimiter: str) -> tuple[bool, int]:
        try:
            widths = [len(cells) for _, cells in islice(_records(name, text, delimiter), SAMPLE_ROWS)]
        except DataError:
            return False, 0
        even = len(set(widths)) == 1 and widths[0] > 1
        return even, widths[0] if widths else 0

    return max(DELIMITERS, key=evenness)


def _is_data(name: str, text: str, delimiter: str, first: list[str]) -> bool:
    """Tell whether the first row is an example and not a header."""
    waiting = {column: cell.strip() for column, cell in enumerate(first) if not is_number(cell)}
    if len(waiting) == len(first):
        return False
    for _, cells in islice(_records(name, text, delimiter), 1, None):
        if not waiting:
            break
        for column, value in list(waiting.items()):
            if column < len(cells) and cells[column].strip() == value:
                del waiting[column]
    return not waiting
