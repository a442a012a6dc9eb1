"""Where a table begins, what divides its cells, and what its columns are called."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from playground.data.cells import is_missing, lacks_value, plain, trimmed
from playground.data.csv_options import DELIMITERS, CsvOptions
from playground.data.csv_text import COMMENT, Record, TableText, is_comment
from playground.data.dataset import DataError
from playground.data.number_format import written
from playground.messages import Message

COLUMNS_MAXIMUM = 1000
SAMPLE_ROWS = 50
"""Rows that decide which delimiter a file uses."""
HEADER_ROWS = 1000
HEADER_CELLS = 100_000
"""Rows, and cells in them, in which a text of the first one must come again if that is no header."""
BODY_CELLS = 2000
"""Cells that tell what a column holds."""
LINES_LOOKED_AT = 10_000
"""Lines in which the first rows are looked for; blank ones at the beginning do not count."""
TITLE_ROWS = 20
"""Rows above a table at most that are found to be none of it."""
NAME_MAXIMUM = 200
"""Characters of a column's name."""
EVEN = 0.7
BLANKS = 0.25
WIDE = 8
_SEPARATOR = re.compile(r"\ufeff?\"?sep=(.)\"?\s*", re.IGNORECASE)
_YEAR = range(1800, 2201)


@dataclass(frozen=True)
class Layout:
    """The form of a table.

    Parameters
    ----------
    delimiter : str
    skip : int
        Lines at the beginning that are none of the table.
    comments : bool
        Whether lines that begin with ``#`` are none either.
    rows_before : int
        Rows in front of the first example: titles, the header, units.
    columns : tuple of str
        From the header, or ``x1`` … ``xn``, ``y`` where there is none. A column that the header leaves without a name
        is called ``column 3`` after its place, a second ``x`` is ``x (2)``.
    has_header : bool
    unnamed : frozenset of int
        Places of the columns that the header leaves without a name.
    row_names : bool
        Whether the header lacks the name of a first column that names the rows.
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
    row_names: bool = False
    notes: tuple[Message, ...] = ()


def is_remark(cells: Sequence[str]) -> bool:
    """Tell whether a row may be a line behind the table: a text that stands alone."""
    filled = [cell for cell in cells if cell.strip()]
    return len(filled) == 1 and bool(cells[0].strip()) and written(filled[0]) is None and not is_missing(filled[0])


def find_layout(text: TableText, options: CsvOptions) -> Layout:
    """Find the form of a table.

    The delimiter is the one that cuts the first rows alike and leaves the most numbers. Rows in front of the header
    with next to nothing in them are titles; a row of texts under the header, where others have numbers, holds units.

    Raises
    ------
    DataError
        If there is no row, or too many columns.
    """
    return _Finder(text, options).layout()


class _Finder:
    def __init__(self, text: TableText, options: CsvOptions) -> None:
        self._text, self._options = text, options
        self._notes: list[Message] = []
        self._skip = max(options.skip, text.blank_lines)
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
            raise DataError(Message("{file}: empty, expected a row per example", file=self._text.name))
        line, first = rows[0]
        titles = self._titles(rows)
        body = rows[titles:]
        has_header = self._is_header(body) if self._options.header is None else self._options.header
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
            units = self._units(body)
            return self._named(given, body[1 + units :], rows_before=titles + 1 + units, line=line)
        width = len(body[0][1])
        self._check_width(body[0][0], width)
        columns = (*(f"x{i}" for i in range(1, width)), "y")
        return self._finish(columns, titles, has_header=False)

    def _finish(
        self,
        columns: tuple[str, ...],
        rows_before: int,
        *,
        has_header: bool,
        unnamed: frozenset[int] = frozenset(),
        row_names: bool = False,
    ) -> Layout:
        return Layout(
            delimiter=self._delimiter,
            skip=self._skip,
            comments=self._comments,
            rows_before=rows_before,
            columns=columns,
            has_header=has_header,
            unnamed=unnamed,
            row_names=row_names,
            notes=tuple(self._notes),
        )

    def _check_width(self, line: int, width: int) -> None:
        if width > COLUMNS_MAXIMUM:
            raise DataError(
                Message(
                    "{file}, line {line}: {count} columns, expected at most {most}; keep a part of them, or name what "
                    "divides the cells (--delimiter)",
                    file=self._text.name,
                    line=line,
                    count=width,
                    most=COLUMNS_MAXIMUM,
                )
            )

    def _named(self, given: Sequence[str], body: Sequence[Record], *, rows_before: int, line: int) -> Layout:
        """Return the layout with the names of a header, and what the rows below have more than it."""
        self._check_width(line, len(given))
        names = [trimmed(cell) for cell in given]
        widths = Counter(len(cells) for _, cells in body)
        width = max(widths, key=lambda width: (widths[width], width), default=len(names))
        row_names = False
        if width == len(names) + 1 and any(cells[-1].strip() for _, cells in body if len(cells) == width):
            names, row_names = ["", *names], True
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
        return self._finish(tuple(columns), rows_before, has_header=True, unnamed=unnamed, row_names=row_names)

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

    # Titles, header, units.

    def _titles(self, rows: Sequence[Record]) -> int:
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
                if not fuller or not self._above_numbers(below[0][1], self._body(below))[0]:
                    break
            if any(map(_is_value, filled)) and len(filled) > 1:
                break
            count += 1
        return count

    def _is_header(self, rows: Sequence[Record]) -> bool:
        """Tell whether the first row names the columns.

        A text above numbers is a name. A number above numbers is a value, but for 0, 1, 2 … and for years. Where all
        is text, a first row whose cells come again further down in their columns is an example.
        """
        first = rows[0][1]
        body = self._body(rows)
        if not body:
            return not any(map(_is_value, first))
        if self._counts(first, body):
            return True
        texts, values = self._above_numbers(first, body)
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

    def _body(self, rows: Sequence[Record]) -> list[list[str]]:
        """Return cells of rows below a first one, enough to tell what their columns hold."""
        return [cells for _, cells in rows[1 : 1 + max(10, BODY_CELLS // max(len(rows[0][1]), 1))]]

    def _above_numbers(self, first: Sequence[str], body: Sequence[Sequence[str]]) -> tuple[int, int]:
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

    def _counts(self, first: Sequence[str], body: Sequence[Sequence[str]]) -> bool:
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

    def _units(self, rows: Sequence[Record]) -> int:
        """Return 1 where the row below the header holds units, else 0."""
        if len(rows) < 3:
            return 0
        line, cells = rows[1]
        body = [row for _, row in rows[2 : 2 + SAMPLE_ROWS] if len(row) == len(cells)]
        if len(body) < 1:
            return 0
        named = 0
        for place, cell in enumerate(cells):
            column = [row[place] for row in body if not is_missing(row[place])]
            numeric = bool(column) and sum(map(_is_value, column)) * 10 >= 9 * len(column)
            if not numeric:
                if trimmed(cell) and trimmed(cell) in {trimmed(row[place]) for row in body}:
                    return 0
                continue
            if _is_value(cell):
                return 0
            named += bool(trimmed(cell)) and not lacks_value(cell) and len(plain(cell)) <= 20
        if not named:
            return 0
        units = ", ".join(filter(None, map(trimmed, cells)))
        self._notes.append(Message("line {line} holds units ({units}) and is no example", line=line, units=units[:60]))
        return 1


def _is_number(cell: str, delimiter: str) -> bool:
    number = written(cell)
    return number is not None and not (delimiter == " " and number.unit)


def _is_value(cell: str) -> bool:
    return written(cell) is not None
