"""A CSV file as rows of cells under the names of their columns."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from operator import itemgetter
from pathlib import Path

from msgspec import Struct, field

from playground.data.bounded import check_size, read_pieces, shown_name, unpacked
from playground.data.csv_encoding import find_encoding
from playground.data.csv_layout import Layout, find_layout, is_remark
from playground.data.csv_options import FIND_OUT, CsvOptions
from playground.data.csv_text import BYTES_MAXIMUM, Block, Record, TableText, in_blocks, measured
from playground.data.dataset import DataError
from playground.data.reading import finished, portion
from playground.messages import Message

ROWS_MAXIMUM = 1_000_000
NAMES_SHOWN = 8
BLOCK_CELLS = 20_000
"""Cells of a block: some milliseconds of work."""
PEEK = 32
"""Rows of a block where perhaps only the first are wanted."""

_LAST = itemgetter(-1)


class CsvTable(Struct, frozen=True):
    """A table whose columns are known, read row by row.

    Parameters
    ----------
    layout : Layout
        Where its rows are, and what divides their cells.
    remarks : list of rows
        What stood alone in lines behind the last row, when all were read.
    """

    text: TableText
    layout: Layout
    remarks: list[Record] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.text.name

    @property
    def columns(self) -> tuple[str, ...]:
        return self.layout.columns

    @property
    def delimiter(self) -> str:
        return self.layout.delimiter

    @property
    def has_header(self) -> bool:
        return self.layout.has_header

    def records(self) -> Iterator[Record]:
        """Yield each row below the header with the number of its first line, of whatever length; no cells: no row."""
        for lines, rows in self._blocks_below_header(PEEK):
            yield from zip(lines, rows, strict=True)

    def rows(self, ragged: list[DataError] | None = None) -> Iterator[Record]:
        """Yield each row below the header with the number of its first line, as `blocks`."""
        for lines, rows in self.blocks(ragged, PEEK):
            yield from zip(lines, rows, strict=True)

    def blocks(self, ragged: list[DataError] | None = None, size: int = 0) -> Iterator[Block]:
        """Yield the rows below the header, some at a time; no cells where a line is blank.

        Cells that are too many and empty are left out, and so is what stands alone in lines behind the last row.

        Raises `DataError` for a row that is no CSV or has another number of cells than there are columns, and for too
        many rows.

        Parameters
        ----------
        ragged : list of DataError, optional
            Takes the errors that rows of another length are: these are then left out.
        size : int
            How many at a time; 0 for some milliseconds of work.
        """
        size = size or max(16, BLOCK_CELLS // len(self.columns))
        rules = _Rules(self, ragged)
        for lines, rows in self._blocks_below_header(size):
            if rules.hold_for(rows):  # as most do
                yield lines, rows
            else:
                yield from in_blocks(rules.applied(zip(lines, rows, strict=True)), size)
        self.remarks[:] = rules.alone

    def _blocks_below_header(self, size: int) -> Iterator[Block]:
        layout = self.layout
        before = layout.rows_before
        for lines, rows in self.text.blocks(size, layout.delimiter, layout.skip, comments=layout.comments):
            begin = 0
            while before and begin < len(rows):
                before -= bool(rows[begin])
                begin += 1
            yield lines[begin:], rows[begin:]

    def ragged(self, line: int, cells: Sequence[str]) -> DataError:
        return DataError(
            "{file}, line {line}: {count} {count:cell|cells}, expected {expected}; correct the line, or name what "
            "divides the cells (--delimiter) or the lines above the table (--skip)",
            file=self.name,
            line=line,
            count=len(cells),
            expected=len(self.columns),
        )

    def place(self, line: int, column: int) -> Message:
        return Message("{file}, line {line}, column {column}", file=self.name, line=line, column=self.columns[column])

    def find_columns(self, names: Sequence[str], role: Message) -> list[int]:
        """Return the places of named columns.

        Raises `DataError` for a name that is no column or comes twice.
        """
        places = {name: index for index, name in enumerate(self.columns)}
        seen: set[str] = set()
        for name in names:
            if name not in places:
                shown = ", ".join(self.columns[:NAMES_SHOWN]) + (", …" if len(self.columns) > NAMES_SHOWN else "")
                raise DataError(
                    "{file}: no {role} column {name}, its columns are {columns}",
                    file=self.name,
                    role=role,
                    name=repr(name),
                    columns=shown,
                )
            if name in seen:
                raise DataError(
                    "{file}: {role} column {name} is named twice", file=self.name, role=role, name=repr(name)
                )
            seen.add(name)
        return [places[name] for name in names]


class _Rules:
    """What the rows of a table keep to, one after the other.

    `alone`: remarks, if nothing follows them.
    """

    def __init__(self, table: CsvTable, ragged: list[DataError] | None) -> None:
        self._table, self._ragged = table, ragged
        self._expected, self._count = len(table.columns), 0
        self.alone: list[Record] = []

    def hold_for(self, rows: Sequence[list[str]]) -> bool:
        """Whether some rows can be taken as they are; if so, they are counted."""
        plain = (
            not self.alone
            and self._count + len(rows) <= ROWS_MAXIMUM
            and set(map(len, rows)) == {self._expected}
            and all(map(_LAST, rows))
        )
        self._count += len(rows) if plain else 0
        return plain

    def applied(self, records: Iterable[Record]) -> Iterator[Record]:
        """Yield what is left of some rows. Raises as `CsvTable.blocks`."""
        expected = self._expected
        for line, cells in records:
            if not cells:
                yield line, cells
                continue
            if len(cells) > expected and not any(map(str.strip, cells[expected:])):
                cells = cells[:expected]
            if (not cells[-1] or len(cells) != expected) and self._count and expected > 2 and is_remark(cells):
                self.alone.append((line, cells))
                continue
            for number, row in (*self.alone, (line, cells)):
                if len(row) != expected:
                    error = self._table.ragged(number, row)
                    if self._ragged is None:
                        raise error
                    self._ragged.append(error)
                    continue
                self._count += 1
                yield number, row
            self.alone.clear()
            if self._count > ROWS_MAXIMUM:
                raise DataError(
                    Message(
                        "{file}, line {line}: more than {most} rows, the most that is read; keep a part of the table",
                        file=self._table.name,
                        line=line,
                        most=f"{ROWS_MAXIMUM:,}",
                    )
                )


def open_table(path: str | Path, options: CsvOptions = FIND_OUT) -> CsvTable:
    """Read a CSV file whole and find its columns. Raises as `opening`."""
    return finished(opening(path, options))


def opening(path: str | Path, options: CsvOptions) -> Generator[float, None, CsvTable]:
    """Open a table piece by piece; yield now and then how much of it is done, 0 … 1.

    Raises `DataError` if the file cannot be read, is too large, is no text, or has no columns.
    """
    name = shown_name(path)
    if options.text is None:
        content = yield from portion(read_pieces(Path(path), BYTES_MAXIMUM), 0.0, 0.5)
        content = yield from unpacked(name, content, BYTES_MAXIMUM)
        encoding = options.encoding
    else:
        content, encoding = pasted(name, options.text), "utf-8"
    text = yield from portion(find_encoding(name, content, encoding), 0.5, 1.0)
    return table_of((yield from portion(measured(text), 1.0, 1.0)), options)


def table_of(text: TableText, options: CsvOptions) -> CsvTable:
    """Find the columns of a text. Raises as `find_layout`."""
    return CsvTable(text, find_layout(text, options))


def pasted(name: str, text: str) -> bytes:
    """Return a pasted table as the content of a file.

    Raises `DataError` if it is too large.
    """
    content = text.encode("utf-8", errors="surrogatepass")
    check_size(name, len(content), BYTES_MAXIMUM)
    return content
