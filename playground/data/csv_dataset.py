"""A person's own data as a CSV file: a first look at it, read to train on, and written to be read again."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Generator, Iterable, Sequence
from itertools import islice
from pathlib import Path

from msgspec.structs import replace

from playground.data.bounded import GZIP, read_head, shown_name, unpacked_head
from playground.data.column_kinds import judge
from playground.data.csv_columns import ColumnReader
from playground.data.csv_encoding import find_encoding
from playground.data.csv_options import FIND_OUT, CsvOptions, codec
from playground.data.csv_study import Study
from playground.data.csv_table import CsvTable, opening, pasted, table_of
from playground.data.csv_text import BYTES_MAXIMUM, Record, TableText, measured
from playground.data.dataset import DataError, Dataset
from playground.data.reading import Reading, TableProblem, TableReport, finished, portion

Cell = float | int | str | None
OPENED = 0.15
"""Of the whole time, about what it takes to read the bytes and to find out what they are."""
READ = 0.95


def read_csv(path: str | Path, options: CsvOptions = FIND_OUT) -> Dataset:
    """Read a dataset: of a table that was pasted, the path is only what it is called.

    What is to predict, and whether it is classes or numbers, is found out where the options leave it open; so are the
    inputs. Texts become inputs of 0 and 1. Several columns to predict are a regression with as many outputs.

    Raises
    ------
    DataError
        If the file is no table within bounds, a named column is none, a used cell is no number where all others are, a
        value is missing that may not be, there is nothing to predict, or only a person can tell what is meant. The
        message names the file and, where there is one, the line and the column, and what to do.
    """
    return CsvReading(path, options).complete()


class CsvReading(Reading):
    """A CSV file on its way to a dataset, in slices."""

    def __init__(self, path: str | Path, options: CsvOptions = FIND_OUT) -> None:
        super().__init__(shown_name(path))
        self._path, self._options = path, options

    def _steps(self) -> Generator[float, None, Dataset]:
        table = yield from portion(opening(self._path, self._options), 0.0, OPENED)
        reader = ColumnReader(table)
        for done in reader.blocks():
            self.rows = reader.rows
            yield OPENED + (READ - OPENED) * done
        judging = judge(table, reader.columns(), reader.lines(), self._options)
        columns = yield from portion(judging, READ, READ)
        yield READ
        study = Study(table, columns, reader.lines(), self._options)
        self.report = study.report()
        yield READ
        dataset = study.dataset()
        self.dropped = study.dropped
        return replace(dataset, notes=self.report.notes)


CLASS_COLUMN = "class"
"""Above the names of several classes, where the data have no name for the column."""


def label_columns(dataset: Dataset) -> tuple[str, ...]:
    """Return what the columns to predict are called: other than any input."""
    one_column = dataset.problem == "classification"
    wanted = dataset.output_names if len(dataset.Y) == 1 or not one_column else (CLASS_COLUMN,)
    taken = list(dataset.input_names)
    names = []
    for name in wanted:
        while name in taken:
            name += "_"
        taken.append(name)
        names.append(name)
    return tuple(names)


def dataset_csv(dataset: Dataset) -> bytes:
    """Return a dataset as the content of a CSV file with a header, in UTF-8.

    Numbers have all their digits and classes their names, so that `read_csv` gives the same examples again: but for
    classes without an example, and for numbers to predict that take few whole values, which it takes for classes.
    """
    columns: list[Sequence[Cell]] = [row.tolist() for row in dataset.values()]
    if dataset.problem == "classification":
        columns.append([dataset.classes[index] for index in dataset.class_indices])
    else:
        columns.extend(row.tolist() for row in dataset.Y)
    return csv_bytes(table_csv((*dataset.input_names, *label_columns(dataset)), columns))


def table_csv(names: Sequence[str], columns: Iterable[Sequence[Cell]]) -> str:
    """Return columns of equal length under a header as CSV: numbers with all their digits, None as an empty cell."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    # In quotes a first name that begins with # begins no comment.
    all_quoted = csv.writer(text, lineterminator="\n", quoting=csv.QUOTE_ALL)
    (all_quoted if names and names[0].startswith("#") else writer).writerow(names)
    writer.writerows(zip(*columns, strict=True))
    return text.getvalue()


def csv_bytes(text: str) -> bytes:
    """Return the content of a CSV file: without a byte order mark spreadsheets take UTF-8 for another encoding."""
    return text.encode("utf-8" if text.isascii() else "utf-8-sig", errors="replace")


HEAD_BYTES = 1_000_000
HEAD_ROWS = 20_000
HEAD_CELLS = 400_000
"""Of a table with more bytes, rows or cells, only so many are looked at."""
LINES_OF_A_ROW = 100
ROWS_SHOWN = 50
CELL_SHOWN = 80
PROBLEMS_SHOWN = 20


def inspect_table(path: str | Path, options: CsvOptions = FIND_OUT) -> TableReport:
    """Look at the head of a table: as reading it would, but for what stands further down.

    Whatever the file is: what is wrong with it stands among the problems of the report.
    """
    name = shown_name(path)
    report = TableReport(name, skip=options.skip)
    try:
        text, size = _head(name, path, options)
        report = replace(report, encoding=text.encoding)
        whole = len(text.content) >= size
        text = finished(measured(_as_utf_8(text, whole=whole)))
        table = table_of(text, options)
        report = replace(report, delimiter=table.delimiter, has_header=table.has_header)
        return _inspected(report, table, options, size if not whole else None)
    except DataError as error:
        problem = TableProblem(error.message, "encoding" if report.encoding is None else "")
        return replace(report, problems=(problem,))


def _head(name: str, path: str | Path, options: CsvOptions) -> tuple[TableText, int]:
    """Return the first bytes of a table and how many it has."""
    if options.text is not None:
        content = pasted(name, options.text)
        return TableText(name, content[:HEAD_BYTES], "utf-8"), len(content)
    content, size = read_head(Path(path), HEAD_BYTES, BYTES_MAXIMUM)
    if content.startswith(GZIP):
        packed, content = len(content), unpacked_head(content, HEAD_BYTES)
        size = len(content) if len(content) < HEAD_BYTES and packed == size else max(size, len(content) + 1)
    if len(content) < size:  # a character that is cut in two is none, and there is none behind a line end
        content = content[: max(content.rfind(b"\n"), content.rfind(b"\r")) + 1] or content
        wide = (options.encoding or "").startswith("utf-16") or b"\0" in content[:4] or _has_wide_mark(content)
        content = content[: len(content) // 2 * 2] if wide else content
    return finished(find_encoding(name, content, options.encoding)), size


def _has_wide_mark(content: bytes) -> bool:
    return content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))


def _as_utf_8(text: TableText, *, whole: bool) -> TableText:
    """Return a text without the last line, which may be cut off; the encoding does not matter any more."""
    read = text.content.decode(codec(text.encoding) or text.encoding, errors="ignore")
    if not whole:
        read = read[: _last_row_end(read)]
    return replace(text, content=read.encode(errors="replace"), encoding="utf-8")


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


def _examples(table: CsvTable, problems: list[TableProblem], *, whole: bool) -> tuple[list[Record], bool]:
    """Return the rows, and whether there are no more; add what is wrong with their form."""
    found: list[Record] = []
    ragged: list[DataError] = []
    most = min(HEAD_ROWS, max(ROWS_SHOWN, HEAD_CELLS // len(table.columns)))
    try:
        for line, cells in table.rows(ragged):
            if len(found) == most:
                whole = False
                break
            if cells:
                found.append((line, cells))
    except DataError as error:
        if whole or not found:  # else it may be the end of the head that cuts a row
            problems.append(TableProblem(error.message))
    if ragged:
        problems.insert(0, TableProblem(ragged[0].message, "delimiter"))
    return found, whole


def _shown(table: CsvTable) -> tuple[tuple[str, ...], ...]:
    """Return the first rows as they stand there, of whatever length, long cells cut."""
    shown: list[tuple[str, ...]] = []
    try:
        for _, row in islice((record for record in table.records() if record[1]), ROWS_SHOWN):
            shown.append(tuple(cell[:CELL_SHOWN] for cell in row))
    except DataError:  # which is told of as a problem
        pass
    return tuple(shown)


def _inspected(report: TableReport, table: CsvTable, options: CsvOptions, size: int | None) -> TableReport:
    problems: list[TableProblem] = []
    records, complete = _examples(table, problems, whole=size is None)
    cells = _shown(table)
    report = replace(report, cells=cells)
    if problems and not records:
        return replace(report, problems=tuple(problems))
    reader = ColumnReader(table, records)
    finished(reader.blocks())
    lines = reader.lines()
    study = Study(table, finished(judge(table, reader.columns(), lines, options)), lines, options)
    if not study.problems and not problems:
        try:
            study.dataset()
        except DataError as error:
            problems.append(TableProblem(error.message, "labels"))
    found = study.report(whole=complete)
    about = len(records) if size is None else round(len(records) * size / max(len(table.text.content), 1))
    return replace(
        found,
        encoding=report.encoding,
        rows_about=about,
        problems=(*problems, *found.problems)[:PROBLEMS_SHOWN],
        notes=found.notes[:PROBLEMS_SHOWN],
        cells=cells,
    )
