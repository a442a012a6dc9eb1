"""A person's own data as a CSV file, a row per example: read to train on them, and written to be read again."""

from __future__ import annotations

import csv
import io
from collections.abc import Generator, Iterable, Sequence
from pathlib import Path

from msgspec.structs import replace

from playground.data.bounded import shown_name
from playground.data.column_kinds import judge
from playground.data.csv_columns import ColumnReader
from playground.data.csv_options import FIND_OUT, CsvOptions
from playground.data.csv_study import Study
from playground.data.csv_table import opening
from playground.data.dataset import Dataset
from playground.data.reading import Reading, portion

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
