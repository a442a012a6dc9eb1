"""A CSV file as text: which encoding its bytes are in, and the rows of cells that the text is."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass

from playground.data.csv_options import ENCODINGS
from playground.data.dataset import DataError

BYTES_MAXIMUM = 100_000_000
PIECE = 1_000_000
"""Bytes looked at in one go."""
CELL_MAXIMUM = csv.field_size_limit()

_PROBLEMS = (
    ("unexpected end of data", "a quote is opened and never closed"),
    ("field larger", f"a cell of more than {CELL_MAXIMUM:,} characters; perhaps a quote is never closed"),
    ("expected after", "text behind a closing quote, expected the next cell"),
)
"""What Python's csv module complains of, and how a person is told."""


@dataclass(frozen=True)
class TableText:
    """The text of a table.

    Parameters
    ----------
    name : str
        What messages call it.
    content : bytes
        Known to be text in `encoding`.
    encoding : str
        A key of `ENCODINGS`.
    """

    name: str
    content: bytes
    encoding: str

    def records(self, delimiter: str) -> Iterator[tuple[int, list[str]]]:
        """Yield every row that is not blank, with the number of the line on which it begins.

        Raises
        ------
        DataError
            Where the text is no CSV.
        """
        lines = io.TextIOWrapper(io.BytesIO(self.content), ENCODINGS[self.encoding], newline="")
        return _records(self.name, lines, delimiter)


def find_encoding(name: str, content: bytes, encoding: str | None) -> Generator[float, None, TableText]:
    """Find out what encoding a file is in; yield now and then how much is looked at, 0 … 1.

    Without a wish it is UTF-16 if it begins with a byte order mark of that; else UTF-8, or else cp949.

    Raises
    ------
    DataError
        If the bytes are no text in the encoding that is wished for, or in any of these. The message names the place.
    """
    wanted: tuple[str, ...]
    if encoding is not None:
        wanted = (encoding,)
    elif content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        wanted = ("utf-16",)
    else:
        wanted = ("utf-8", "cp949")
    furthest = 0
    for candidate in wanted:
        bad = yield from _first_bad_byte(content, ENCODINGS[candidate])
        if bad is None:
            return TableText(name, content, candidate)
        furthest = max(furthest, bad)
    before = content[:furthest].decode(ENCODINGS[wanted[-1]], errors="replace")
    line, character = before.count("\n") + 1, len(before) - before.rfind("\n")
    expected = "UTF-8, UTF-16 or cp949" if encoding is None else encoding
    raise DataError(f"{name}, line {line}, character {character}: not text in {expected}")


def _first_bad_byte(content: bytes, codec: str) -> Generator[float, None, int | None]:
    """Return where the bytes stop being text, None if they are text throughout."""
    decoder = codecs.getincrementaldecoder(codec)()
    try:
        for start in range(0, max(len(content), 1), PIECE):
            piece = content[start : start + PIECE]
            if "\0" in decoder.decode(piece, final=start + PIECE >= len(content)):
                return start + max(piece.find(b"\0"), 0)
            yield min(1.0, (start + PIECE) / max(len(content), 1))
    except UnicodeError:
        try:
            content.decode(codec)  # as a whole it says where
        except UnicodeDecodeError as error:
            return error.start
        except UnicodeError:  # UTF-16 that ends after half a character
            pass
        return max(len(content) - 1, 0)
    return None


def _records(name: str, lines: Iterable[str], delimiter: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            if len(cells) > 1 or (cells and cells[0].strip()):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        problem = next((ours for theirs, ours in _PROBLEMS if theirs in str(error)), str(error))
        raise DataError(f"{name}, line {line}: {problem}") from error
