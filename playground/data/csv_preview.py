"""A first look at a table: what it seems to hold, and what is wrong with it, without reading all of it."""

from __future__ import annotations

import codecs
from collections.abc import Generator
from dataclasses import dataclass, replace
from pathlib import Path

from playground.data.bounded import read_head, shown_name
from playground.data.csv_findings import (
    ColumnPreview,
    notes,
    preview_column,
    refusals,
    suggested_inputs,
    suggested_label,
)
from playground.data.csv_options import ENCODINGS, FIND_OUT, CsvOptions
from playground.data.csv_table import CsvTable, find_columns, pasted
from playground.data.csv_text import BYTES_MAXIMUM, TableText, find_encoding
from playground.data.dataset import DataError

HEAD_BYTES = 1_000_000
HEAD_ROWS = 20_000
HEAD_CELLS = 400_000
"""Of a table with more bytes, rows or cells, only so many are looked at."""
LINES_OF_A_ROW = 100
ROWS_SHOWN = 50
CELL_SHOWN = 80
PROBLEMS_SHOWN = 20


@dataclass(frozen=True)
class TablePreview:
    """The head of a table.

    Parameters
    ----------
    name : str
    encoding, delimiter, has_header
        As they were found, or as they were asked for; None where the text could not be read.
    columns : tuple of ColumnPreview
        Empty where the table could not be read at all: then `problems` says why.
    cells : tuple of tuple of str
        The first rows, long cells cut; a row may be of another length than there are columns.
    rows : int or None
        How many the table has; None if it is larger than what was looked at.
    rows_looked_at : int
        What the counts of the columns are of.
    rows_about : int
        How many rows there probably are.
    labels, inputs : tuple of str
        Columns to suggest to be predicted, and to predict from. A column of texts is never an input.
    problems : tuple of str
        What reading it with these options, or with the suggestions where they leave it open, would refuse: a sentence
        each, with line and column.
    notes : tuple of str
        What is good to know and hinders nothing.
    """

    name: str
    encoding: str | None = None
    delimiter: str | None = None
    has_header: bool | None = None
    columns: tuple[ColumnPreview, ...] = ()
    cells: tuple[tuple[str, ...], ...] = ()
    rows: int | None = None
    rows_looked_at: int = 0
    rows_about: int = 0
    labels: tuple[str, ...] = ()
    inputs: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def inspect_table(path: str | Path, options: CsvOptions = FIND_OUT) -> TablePreview:
    """Look at the head of a table.

    Parameters
    ----------
    path : str or Path
        The file; of a table that was pasted, only what it is called.
    options : CsvOptions

    Returns
    -------
    TablePreview
        Whatever the file is: what is wrong with it stands among its problems.
    """
    name = shown_name(path)
    preview = TablePreview(name)
    try:
        text, size = _head(name, path, options)
        preview = replace(preview, encoding=text.encoding)
        whole = len(text.content) >= size
        table = find_columns(_as_utf_8(text, whole), options)
    except DataError as error:
        return replace(preview, problems=(str(error),))
    return _inspected(preview, table, options, size if not whole else None)


def _head(name: str, path: str | Path, options: CsvOptions) -> tuple[TableText, int]:
    """Return the first bytes of a table and how many it has."""
    if options.text is not None:
        content = pasted(name, options.text)
        return TableText(name, content[:HEAD_BYTES], "utf-8"), len(content)
    content, size = read_head(Path(path), HEAD_BYTES, BYTES_MAXIMUM)
    if len(content) < size:  # a character that is cut in two is none, and there is none behind a line end
        content = content[: max(content.rfind(b"\n"), content.rfind(b"\r")) + 1] or content
        wide = options.encoding == "utf-16" or content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        content = content[: len(content) // 2 * 2] if wide else content
    return _finished(find_encoding(name, content, options.encoding)), size


def _finished(steps: Generator[float, None, TableText]) -> TableText:
    while True:
        try:
            next(steps)
        except StopIteration as end:
            text: TableText = end.value
            return text


def _as_utf_8(text: TableText, whole: bool) -> TableText:
    """Return a text without the last line, which may be cut off; the encoding does not matter any more."""
    read = text.content.decode(ENCODINGS[text.encoding], errors="ignore")
    if not whole:
        read = read[: _last_row_end(read)]
    return TableText(text.name, read.encode(), "utf-8")


def _last_row_end(text: str) -> int:
    """Return where the last whole row ends: at a line end with all quotes closed before it, as far as that is near."""
    last = end = max(text.rfind("\n"), text.rfind("\r")) + 1
    closed = text.count('"', 0, end) % 2 == 0
    for _ in range(LINES_OF_A_ROW):
        if closed or not end:
            return end or last
        before = max(text.rfind("\n", 0, end - 1), text.rfind("\r", 0, end - 1)) + 1
        closed = text.count('"', before, end) % 2 == 1
        end = before
    return last


def _inspected(preview: TablePreview, table: CsvTable, options: CsvOptions, size: int | None) -> TablePreview:
    rows, problems, complete = _rows(table, size is None)
    width = len(table.columns)
    even = [(line, cells) for line, cells in rows if len(cells) == width]
    columns = tuple(preview_column(table, place, [cells[place] for _, cells in even]) for place in range(width))
    labels = tuple(name for name in options.labels if name in table.columns) or suggested_label(columns, options)
    inputs = suggested_inputs(table, columns, labels)
    used = (options.inputs or inputs, labels)
    problems += refusals(table, columns, even, options, *used)
    about = len(rows) if size is None else round(len(rows) * size / max(len(table.text.content), 1))
    return replace(
        preview,
        delimiter=table.delimiter,
        has_header=table.has_header,
        columns=columns,
        cells=tuple(tuple(cell[:CELL_SHOWN] for cell in cells) for _, cells in rows[:ROWS_SHOWN]),
        rows=len(rows) if complete else None,
        rows_looked_at=len(even),
        rows_about=about,
        labels=labels,
        inputs=inputs,
        problems=tuple(problems[:PROBLEMS_SHOWN]),
        notes=tuple(notes(columns, even)[:PROBLEMS_SHOWN]),
    )


def _rows(table: CsvTable, whole: bool) -> tuple[list[tuple[int, list[str]]], list[str], bool]:
    """Return the rows of the head, what is wrong with their form, and whether there are no more."""
    rows: list[tuple[int, list[str]]] = []
    problems: list[str] = []
    ragged = 0
    most = min(HEAD_ROWS, max(ROWS_SHOWN, HEAD_CELLS // len(table.columns)))
    try:
        for line, cells in table.records():
            if len(rows) == most:
                whole = False
                break
            rows.append((line, cells))
            if len(cells) != len(table.columns):
                ragged += 1
                if ragged == 1:
                    problems.append(f"{table.name}, line {line}: {table.raggedness(cells)}")
    except DataError as error:
        if whole or not rows:  # else it may be the end of the head that cuts a row
            problems.append(str(error))
    if ragged > 1:
        problems[0] += f"; so in {ragged} rows"
    if not rows and not problems:
        problems.append(f"{table.name}: no row below the header, expected a row per example")
    return rows, problems, whole
