"""Tables for other programs as CSV files: columns of results, and the data of an experiment."""

import os
from collections.abc import Mapping, Sequence

from playground.data import Dataset
from playground.files.atomic import write_atomically
from playground.files.errors import FileError


def history_csv(path: str | os.PathLike[str], columns: Mapping[str, Sequence[float | int | str | None]]) -> None:
    """Write columns of equal length to a CSV file with a header row, in UTF-8.

    Raises
    ------
    FileError
        If the columns differ in length or the file cannot be written.
    """
    lengths = {name: len(values) for name, values in columns.items()}
    if len(set(lengths.values())) > 1:
        raise FileError("{fspath}: the columns differ in length: {lengths}", fspath=os.fspath(path), lengths=lengths)
    from playground.data import csv_bytes, table_csv  # few starts read or write a table

    write_atomically(path, csv_bytes(table_csv(list(columns), columns.values())))


def write_dataset(path: str | os.PathLike[str], dataset: Dataset) -> None:
    """Write a dataset to a CSV file: a header, then a row per example, inputs first.

    Raises
    ------
    FileError
        If the file cannot be written; the old file is then untouched.
    """
    from playground.data import dataset_csv

    write_atomically(path, dataset_csv(dataset))
