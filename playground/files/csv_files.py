"""Tables for other programs as CSV files: columns of results, and the data of an experiment."""

import csv
import io
import os
from collections.abc import Mapping, Sequence

from playground.data import Dataset
from playground.files.atomic import write_atomically
from playground.files.errors import FileError


def history_csv(path: str | os.PathLike[str], columns: Mapping[str, Sequence[float | int | str | None]]) -> None:
    """Write columns of equal length to a CSV file with a header row, in UTF-8.

    Numbers are written with all their digits (they read back exactly); None, a value that does not exist at this
    point, becomes an empty cell.

    Raises
    ------
    FileError
        If the columns differ in length or the file cannot be written.
    """
    lengths = {name: len(values) for name, values in columns.items()}
    if len(set(lengths.values())) > 1:
        raise FileError("{fspath}: the columns differ in length: {lengths}", fspath=os.fspath(path), lengths=lengths)
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(zip(*columns.values(), strict=True))
    content = text.getvalue()
    # Without a byte order mark spreadsheets take UTF-8 for another encoding.
    write_atomically(path, content.encode("utf-8" if content.isascii() else "utf-8-sig", errors="replace"))


def write_dataset(path: str | os.PathLike[str], dataset: Dataset) -> None:
    """Write a dataset to a CSV file: a header, then a row per example, inputs first.

    Raises
    ------
    FileError
        If the file cannot be written; the old file is then untouched.
    """
    from playground.data import dataset_csv  # few starts read or write a table

    write_atomically(path, dataset_csv(dataset))
