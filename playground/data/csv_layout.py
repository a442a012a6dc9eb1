"""Where a table begins, what divides its cells, and what its columns are called."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from msgspec import Struct

from playground.data.cells import is_missing, trimmed
from playground.data.csv_header import SAMPLE_ROWS, is_header, is_unit_row, title_rows
from playground.data.csv_options import DELIMITERS, CsvOptions
from playground.data.csv_text import COMMENT, Record, TableText, is_comment
from playground.data.dataset import DataError, usual_names
from playground.data.number_format import written
from playground.messages import Message

COLUMNS_MAXIMUM = 1000
HEADER_ROWS = 1000
HEADER_CELLS = 100_000
"""Rows, and cells in them, in which a text of the first one must come again if that is no header."""
LINES_LOOKED_AT = 10_000
"""Lines in which the first rows are looked for; blank ones at the beginning do not count."""
NAME_MAXIMUM = 200
"""Characters of a column's name."""
EVEN = 0.7
BLANKS = 0.25
_SEPARATOR = re.compile(r"\ufeff?\"?sep=(.)\"?\s*", re.IGNORECASE)


class Layout(Struct, frozen=True):
    """The form of a table.

    Parameters
    ----------
    skip : int
        Lines at the beginning that are none of the table.
    comments : bool
        Whether lines that begin with ``#`` are none either.
    rows_before : int
        Rows in front of the first example: titles, the header, units.
    columns : tuple of str
        From the header, or ``x1`` … ``xn``, ``y`` where there is none. A column that the header leaves without a name
        is called ``column 3`` after its place, a second ``x`` is ``x (2)``.
    unnamed : frozenset of int
        Places of the columns that the header leaves without a name.
    notes : tuple of Message
        What was left out, and why.
    """

    delimiter: str
    skip: int
    comments: bool
    rows_before: int
    columns: tuple[str, ...]
    has_header: bool
    unnamed: frozenset[int] = frozenset()
    notes: tuple[Message, ...] = ()


def is_remark(cells: Sequence[str]) -> bool:
    """Tell whether a row may be a line behind the table: a text that stands alone."""
    filled = [cell for cell in cells if cell.strip()]
    return len(filled) == 1 and bool(cells[0].strip()) and written(filled[0]) is None and not is_missing(filled[0])


def find_layout(text: TableText, options: CsvOptions) -> Layout:
    """Find the form of a table.

    The delimiter is the one that cuts the first rows alike and leaves the most numbers. Rows in front of the header
    with next to nothing in them are titles; a row of texts under the header, where others have numbers, holds units.

    Raises `DataError` if there is no row, or too many columns.
    """
    return _Finder(text, options).layout()


class _Finder:
    def __init__(self, text: TableText, options: CsvOptions) -> None:
        self._text, self._options = text, options
        self._notes: list[Message] = []
        self._skip = max(options.skip, text.blank[1])
        named = None
        line = next(islice(text.lines(), self._skip, None), "")
        if found := _SEPARATOR.fullmatch(line):
            self._skip, named = self._skip + 1, found[1]
        self._comments = self._has_comments()
        self._delimiter = options.delimiter or named or self._find_delimiter()
        self._commented: list[str] | None = None

    # Lines.

    def _records(self, delimiter: str, *, comments: bool) -> Iterator[Record]:
        """Yield the first rows, as far as they are well formed: what is not is told of when they are read."""
        try:
            for record in islice(self._text.records(delimiter, self._skip, comments=comments), LINES_LOOKED_AT):
                if record[1]:
                    yield record
        except DataError:
            return

    def _has_comments(self) -> bool:
        """Tell whether lines that begin with # are none of the table: not where most of them do."""
        lines = [line.lstrip() for line in islice(self._text.lines(), self._skip, self._skip + SAMPLE_ROWS)]
        lines = [line for line in lines if line]
        marked = [any(is_comment(line, delimiter) for delimiter in DELIMITERS) for line in lines]
        if not any(marked):
            return f"\n{COMMENT}".encode() in self._text.content and not self._text.encoding.startswith("utf-16")
        return marked.count(True) < len(marked) and not marked[-1]

    def _find_delimiter(self) -> str:
        """Choose the delimiter that cuts the first rows alike and leaves the most numbers; a comma where none does."""

        def merit(delimiter: str) -> tuple[bool, bool, bool, float, float, int]:
            rows = [cells for _, cells in islice(self._records(delimiter, comments=self._comments), SAMPLE_ROWS)]
            widths = Counter(map(len, rows))
            width = max(widths, key=lambda width: (widths[width], width), default=0)
            evenness = widths[width] / max(len(rows), 1)
            cells = [cell for row in rows if len(row) == width for cell in row]
            # A number with a decimal comma counts where the comma is no delimiter: it cuts such rows alike, too.
            found = sum(_is_number(cell, delimiter) for cell in cells)
            # Blanks stand within cells, too: they divide only where they do so much better.
            share = found / max(len(cells), 1) - (BLANKS if delimiter == " " else 0)
            exact = evenness == 1 and (delimiter != " " or share > 0)
            return width > 1, exact, evenness >= EVEN, share, evenness, width

        return max(DELIMITERS, key=merit)

    def _sample(self) -> list[Record]:
        rows: list[Record] = []
        cells = 0
        for record in self._records(self._delimiter, comments=self._comments):
            rows.append(record)
            cells += len(record[1])
            if len(rows) >= HEADER_ROWS or cells > HEADER_CELLS:
                break
        return rows

    # The table.

    def layout(self) -> Layout:
        if self._comments:
            self._look_at_comments()
        rows = self._sample()
        if not rows:
            for _ in islice(self._text.records(self._delimiter, self._skip, comments=self._comments), LINES_LOOKED_AT):
                pass  # which tells what is wrong with the first row
            raise DataError("{file}: empty, expected a row per example", file=self._text.name)
        line, first = rows[0]
        titles = title_rows(rows)
        body = rows[titles:]
        has_header = is_header(body) if self._options.header is None else self._options.header
        if not has_header and titles and any(len(cells) > 2 for _, cells in rows[:titles]):
            titles, body, has_header = 0, rows, True  # a header too short for its rows: told of at the first of these
        if titles:
            self._notes.append(
                Message(
                    "lines above the table are left out: {count}, the first says {text}",
                    count=titles,
                    text=repr(" ".join(trimmed(" ".join(first)).split())[:40]),
                )
            )
        if not has_header and self._commented is not None:
            return self._named(self._commented, body, rows_before=titles, line=line)
        if has_header:
            line, given = body[0]
            units = is_unit_row(body)
            if units:
                shown = ", ".join(filter(None, map(trimmed, body[1][1])))[:60]
                self._notes.append(
                    Message("line {line} holds units ({units}) and is no example", line=body[1][0], units=shown)
                )
            return self._named(given, body[1 + units :], rows_before=titles + 1 + units, line=line)
        width = len(body[0][1])
        self._check_width(body[0][0], width)
        columns = (*usual_names(width - 1), "y")
        return self._finish(columns, titles, has_header=False)

    def _finish(
        self,
        columns: tuple[str, ...],
        rows_before: int,
        *,
        has_header: bool,
        unnamed: frozenset[int] = frozenset(),
    ) -> Layout:
        return Layout(
            delimiter=self._delimiter,
            skip=self._skip,
            comments=self._comments,
            rows_before=rows_before,
            columns=columns,
            has_header=has_header,
            unnamed=unnamed,
            notes=tuple(self._notes),
        )

    def _check_width(self, line: int, width: int) -> None:
        if width > COLUMNS_MAXIMUM:
            raise DataError(
                "{file}, line {line}: {count} columns, expected at most {most}; keep a part of them, or name what "
                "divides the cells (--delimiter)",
                file=self._text.name,
                line=line,
                count=width,
                most=COLUMNS_MAXIMUM,
            )

    def _named(self, given: Sequence[str], body: Sequence[Record], *, rows_before: int, line: int) -> Layout:
        """Return the layout with the names of a header, and what the rows below have more than it."""
        self._check_width(line, len(given))
        names = [trimmed(cell) for cell in given]
        widths = Counter(len(cells) for _, cells in body)
        width = max(widths, key=lambda width: (widths[width], width), default=len(names))
        if width == len(names) + 1 and any(cells[-1].strip() for _, cells in body if len(cells) == width):
            names = ["", *names]
        while len(names) > width and not names[-1]:
            del names[-1]
        unnamed = frozenset(place for place, name in enumerate(names) if not name)
        called = [name[:NAME_MAXIMUM] or f"column {place}" for place, name in enumerate(names, start=1)]
        twice = {name for name, count in Counter(called).items() if count > 1}
        columns: list[str] = []
        for name in called:
            number, unique = 1, name
            while unique in columns or (number > 1 and unique in called):
                number += 1
                unique = f"{name} ({number})"
            columns.append(unique)
        if twice:
            shown = ", ".join(map(repr, sorted(twice)[:3]))
            self._notes.append(Message("several columns are called {names}: they are numbered", names=shown))
        return self._finish(tuple(columns), rows_before, has_header=True, unnamed=unnamed)

    # Comments.

    def _look_at_comments(self) -> None:
        """Find out whether one of the lines that begin with # is the header: ``#,name`` or ``# length,width``."""
        first = next(self._records(self._delimiter, comments=True), None)
        if first is None:
            self._comments = False
            return
        width = max(len(cells) for _, cells in islice(self._records(self._delimiter, comments=True), 5))
        above = [line for line in islice(self._text.lines(), self._skip, first[0] - 1) if line.strip()]
        count = len(above)
        last = TableText(self._text.name, above[-1].lstrip("\ufeff").encode(), "utf-8") if above else None
        cells = next((cells for _, cells in last.records(self._delimiter) if cells), []) if last else []
        if len(cells) in (width, width - 1) and len(cells) > 1:
            if trimmed(cells[0]) == COMMENT and len(cells) == width and count == 1:
                self._comments = False
                return
            names = [cells[0].lstrip().removeprefix(COMMENT), *cells[1:]]
            if not names[0].strip() and self._delimiter == " ":
                names = names[1:]
            if len(names) == width:
                self._commented = names
        line = first[0] - 1 if count else 0
        self._notes.append(
            Message("lines that begin with # are left out (line {line})", line=line)
            if line
            else Message("lines that begin with # are left out")
        )


def _is_number(cell: str, delimiter: str) -> bool:
    number = written(cell)
    return number is not None and not (delimiter == " " and number.unit)
