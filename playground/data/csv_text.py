"""The text of a table as rows of cells, line by line."""

from __future__ import annotations

import csv
import io
from collections.abc import Generator, Iterable, Iterator, Sequence
from itertools import chain, islice
from operator import itemgetter
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from playground.data.cells import lacks_value
from playground.data.csv_options import CELL_MAXIMUM, codec
from playground.data.dataset import DataError
from playground.messages import Message

BYTES_MAXIMUM = 100_000_000
LINE_MAXIMUM = 4_000_000
"""Bytes of a line: many times the longest row that is read, and still taken apart at once."""
PIECE = 4_000_000
"""Bytes looked at in one go."""
END_OF_FILE = b"\x1a"
"""What old programs write behind the last line."""
LINE_ENDS = "\r\n"
_LINE_ENDS = b"\r\n"
_TAIL = b"\r\n " + END_OF_FILE
COMMENT = "#"
_FIRST = itemgetter(0)

_PROBLEMS = (
    (
        "unexpected end of data",
        Message("a quote is opened and never closed; close it, or remove it"),
    ),
    (
        "field larger",
        Message("a cell of more than {most} characters; perhaps a quote is never closed", most=f"{CELL_MAXIMUM:,}"),
    ),
    (
        "expected after",
        Message("text behind a closing quote, expected the next cell; double the quotes that belong to the text"),
    ),
)
"""What Python's csv module complains of, and how a person is told."""

Record = tuple[int, list[str]]
"""A row and the number of its first line; without cells where that line is blank."""
Block = tuple[Sequence[int], list[list[str]]]
"""Some rows at once: the numbers of their first lines, and their cells."""


class TableText(Struct, frozen=True):
    """The text of a table.

    Parameters
    ----------
    content : bytes
        Known to be text in `encoding`.
    encoding : str
        The name of an encoding, as `CsvOptions` has it.
    guessed : str
        The encoding, where it is only the likeliest one; else empty.
    blank : (int, int)
        How many bytes and lines at the beginning are blank, as `measured` finds out; not those of wide encodings.
    """

    name: str
    content: bytes
    encoding: str
    guessed: str = ""
    blank: tuple[int, int] = (0, 0)

    def lines(self, start: int = 0) -> io.TextIOWrapper:
        stream = io.BytesIO(self.content)
        stream.seek(start)
        return io.TextIOWrapper(stream, codec(self.encoding), newline="")

    def records(self, delimiter: str, skip: int = 0, *, comments: bool = False) -> Iterator[Record]:
        """Yield every row and every blank line, with the number of the line on which it begins.

        Raises `DataError` where the text is no CSV.

        Parameters
        ----------
        delimiter : str
            A blank stands for any number of blanks and tabs.
        skip : int
            Lines that are left out at the beginning.
        comments : bool
            Whether lines that begin with ``#`` are none of the table.
        """
        return self._records(self._lines_below(skip), skip + 1, delimiter, comments=comments)

    def blocks(self, size: int, delimiter: str, skip: int = 0, *, comments: bool = False) -> Iterator[Block]:
        """Yield what `records` does, so many rows at a time: where there are no quotes, they are taken apart at once.

        Raises `DataError` as `records`, behind what stands before the error.
        """
        lines, first = self._lines_below(skip), skip + 1
        if delimiter != " " and not comments:
            while piece := list(islice(lines, size)):
                rows = _taken_apart(piece, delimiter)
                if rows is None:
                    lines = chain(piece, lines)
                    break
                yield range(first, first + len(rows)), rows
                first += len(rows)
        yield from in_blocks(self._records(lines, first, delimiter, comments=comments), size)

    def _lines_below(self, skip: int) -> Iterator[str]:
        """Return the lines of the text without so many at the beginning."""
        blank, count = self.blank
        passed = count if count <= skip else 0  # millions of blank lines are passed over at once
        return islice(self.lines(blank if passed else 0), skip - passed, None)

    def _records(self, lines: Iterable[str], first: int, delimiter: str, *, comments: bool) -> Iterator[Record]:
        """Yield every row of some lines, the first of which has the number `first`."""
        filtered = _Lines(lines, delimiter, comments=comments) if delimiter == " " or comments else None
        reader = _csv(lines if filtered is None else filtered, delimiter)
        line = first
        try:
            for cells in reader:
                if filtered is not None:
                    line = first - 1 + filtered.first
                    filtered.within = False
                yield line, _told(cells)
                line = first + reader.line_num
        except csv.Error as error:
            problem = next((ours for theirs, ours in _PROBLEMS if theirs in str(error)), str(error))
            if filtered is not None:
                line = first - 1 + filtered.first
            raise DataError(
                Message("{file}, line {line}: {problem}", file=self.name, line=line, problem=problem)
            ) from error


def measured(text: TableText) -> Generator[float, None, TableText]:
    """Look at both ends of a text and at the length of its lines, piece by piece; yield how much is done, 0 … 1.

    Raises `DataError` if a line is too long to be taken apart.
    """
    content, blank = text.content, (0, 0)
    wide = text.encoding.startswith(("utf-16", "utf-32"))
    if not wide:
        begin = max(content.rfind(byte) for byte in (b"\n", b"\r")) + 1
        if END_OF_FILE in content[begin : begin + 8] and not content[begin:].strip(_TAIL):
            content = content[:begin]
        end = len(content)
        if content[-4:].strip(_LINE_ENDS) == b"":
            while end and not (rest := content[max(0, end - PIECE) : end].rstrip(_LINE_ENDS)):
                end = max(0, end - PIECE)
                yield 0.0
            end = end and max(0, end - PIECE) + len(rest)
        blank = yield from _blank(text.content)
        content = content[:end]
    for begin in range(0, len(content) - LINE_MAXIMUM, LINE_MAXIMUM):
        end = begin + LINE_MAXIMUM
        if content.find(b"\n", begin, end) < 0 and content.find(b"\r", begin, end) < 0:
            raise DataError(
                "{file}, line {line}: longer than {most} characters, expected a row of a table",
                file=text.name,
                line=content.count(b"\n", 0, begin) + 1,
                most=f"{LINE_MAXIMUM:,}",
            )
        yield end / len(content)
    return replace(text, content=content, blank=blank)


def _blank(content: bytes) -> Generator[float, None, tuple[int, int]]:
    """Count the bytes and the lines at the beginning that are blank."""
    begin = feeds = returns = 0
    while begin < len(content):
        piece = content[begin : begin + PIECE]
        size = len(piece) - len(piece.lstrip(_LINE_ENDS))
        feeds += piece.count(b"\n", 0, size)
        returns += piece.count(b"\r", 0, size)
        begin += size
        if size < len(piece):
            break
        yield 0.0
    return begin, feeds or returns


def in_blocks(records: Iterable[Record], size: int) -> Iterator[Block]:
    """Yield rows so many at a time; where there is an error, what stands before it comes first."""
    block: list[Record] = []
    try:
        for record in records:
            block.append(record)
            if len(block) == size:
                yield _block(block)
                block.clear()
    except DataError:
        if block:
            yield _block(block)
        raise
    if block:
        yield _block(block)


def _block(records: Sequence[Record]) -> Block:
    return [line for line, _ in records], [cells for _, cells in records]


def _csv(lines: Iterable[str], delimiter: str) -> Any:
    return csv.reader(lines, delimiter=delimiter, strict=True, skipinitialspace=True)


def _told(cells: list[str]) -> list[str]:
    """Return the cells of a row, none where nothing is in them."""
    return cells if cells and (cells[0] or any(map(str.strip, cells))) else []


def _taken_apart(lines: Sequence[str], delimiter: str) -> list[list[str]] | None:
    """Return the cells of rows of one line each; None where there are quotes, or where they are no CSV."""
    text = "".join(lines)
    if '"' in text:
        return None
    blanks = text[0] == " " or any(f"{before} " in text for before in (delimiter, *LINE_ENDS))
    if blanks or max(map(len, lines)) > CELL_MAXIMUM:
        try:
            return [_told(cells) for cells in _csv(lines, delimiter)]
        except csv.Error:
            return None
    rows = [line.rstrip(LINE_ENDS).split(delimiter) for line in lines]  # the same in a fraction of the time
    return rows if all(map(_FIRST, rows)) else [_told(cells) for cells in rows]


def is_comment(line: str, delimiter: str) -> bool:
    """Tell whether a line begins with #, but for what spreadsheets write where there is no value: ``#N/A``."""
    return line.lstrip("\ufeff \t").startswith(COMMENT) and not lacks_value(line.split(delimiter, 1)[0].strip())


class _Lines:
    """Lines without comments, and with one blank for any number of them; it counts all that it takes.

    Attributes
    ----------
    first : int
        The number of the line on which the present row began.
    within : bool
        Whether a row goes on over the end of a line, inside quotes: there nothing is a comment.
    """

    def __init__(self, lines: Iterable[str], delimiter: str, *, comments: bool) -> None:
        self._lines, self._delimiter, self._comments = iter(lines), delimiter, comments
        self._count = self.first = 0
        self.within = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self._count += 1
        if not self.within:
            if self._comments and is_comment(line, self._delimiter):
                self.first = self._count
                return "\n"  # a blank line: giants of comments are read in slices, too
            self.first = self._count
        self.within = True
        if self._delimiter == " ":
            line = f"{line.expandtabs(1).strip()}\n"
        return line
