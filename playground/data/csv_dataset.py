"""Read a CSV file of a person's own data, a row per example, to train on it."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from pathlib import Path

import numpy as np

from playground.data.bounded import shown_name
from playground.data.csv_columns import ColumnReader, Columns, MissingValue
from playground.data.csv_options import FIND_OUT, CsvOptions
from playground.data.csv_table import CsvTable, opening
from playground.data.dataset import DataError, Dataset, FloatArray, output_rows
from playground.data.labels import LabelColumn
from playground.data.reading import Reading

OPENED = 0.15
"""Of the whole time, about what it takes to read the bytes and to find out what they are."""
READ = 0.95


def read_csv(path: str | Path, options: CsvOptions = FIND_OUT) -> Dataset:
    """Read a dataset.

    One column to predict is a classification if it holds texts or at most 20 different whole numbers, else a
    regression. Several columns are a regression with as many outputs.

    Parameters
    ----------
    path : str or Path
        The file; of a table that was pasted, only what it is called.
    options : CsvOptions
        What is known about it. By default the last column is to predict, from all others.

    Returns
    -------
    Dataset

    Raises
    ------
    DataError
        If the file is no CSV within bounds, a label is no column, an input is no number, a value is missing that may
        not be, or there is nothing to predict. The message names the file and, where there is one, the line and the
        column.
    """
    return CsvReading(path, options).complete()


class CsvReading(Reading):
    """A CSV file on its way to a dataset, in slices.

    Parameters
    ----------
    path, options
        As `read_csv`.
    """

    def __init__(self, path: str | Path, options: CsvOptions = FIND_OUT) -> None:
        super().__init__(shown_name(path))
        self._path, self._options = path, options

    def _steps(self) -> Generator[float, None, Dataset]:
        opened = opening(self._path, self._options)
        while True:
            try:
                yield OPENED * next(opened)
            except StopIteration as end:
                table: CsvTable = end.value
                break
        inputs, labels = used_columns(table, self._options)
        reader = ColumnReader(table, inputs, labels)
        for done in reader.blocks():
            self.rows = reader.rows
            yield OPENED + (READ - OPENED) * done
        columns = reader.columns()
        yield READ
        X, found = self._complete_rows(table, columns)
        yield READ
        return _dataset(table, inputs, X, found)

    def _complete_rows(self, table: CsvTable, columns: Columns) -> tuple[FloatArray, list[LabelColumn]]:
        """Return inputs and labels of the rows that lack no value.

        Raises
        ------
        DataError
            If one does and may not, or all do.
        """
        lacking = columns.lacking.copy()
        errors = [] if columns.first_missing is None else [columns.first_missing]
        for label in columns.labels:
            absent = label.lacking()
            if absent.any():
                first = int(absent.argmax())
                errors.append(MissingValue(int(label.lines[first]), label.missing_error(first)))
                lacking |= absent
        if not errors:
            return columns.X, columns.labels
        rows, count = len(lacking), int(lacking.sum())
        if self._options.missing == "refuse":
            first_error = min(errors, key=lambda found: found.line).error
            rest = f"values are missing in {count} of {rows} rows, which can be dropped"
            raise DataError(f"{first_error}; {rest}")
        if count == rows:
            raise DataError(f"{table.name}: every row lacks a value in a column that is used; nothing is left to learn")
        self.dropped = count
        kept = ~lacking
        return np.ascontiguousarray(columns.X[:, kept]), [label.of(kept) for label in columns.labels]


def used_columns(table: CsvTable, options: CsvOptions) -> tuple[list[int], list[int]]:
    """Return the places of the inputs and of the columns to predict.

    Raises
    ------
    DataError
        If one is no column, or no column is left for one of them.
    """
    width = len(table.columns)
    inputs = table.find_columns(options.inputs, "input")
    labels = table.find_columns(options.labels, "label")
    if not labels:
        labels = [column for column in range(width) if column not in inputs][-1:]
        if not labels:
            raise DataError(f"{table.name}: all {width} columns are inputs; expected one to predict")
    if not inputs:
        predicted = set(labels)
        inputs = [column for column in range(width) if column not in predicted]
    if not inputs:
        raise DataError(
            f"{table.name}: {width} column{'s' * (width > 1)}, all to predict; expected at least one input column"
            " (cells are divided by comma, semicolon or tab)"
        )
    return inputs, labels


def _dataset(table: CsvTable, inputs: Sequence[int], X: FloatArray, found: Sequence[LabelColumn]) -> Dataset:
    classes: tuple[str, ...] = ()
    if len(found) == 1:
        Y, classes = found[0].targets()
    if not classes:
        Y = np.stack([label.values() for label in found])
    names = tuple(label.name for label in found)
    return Dataset(
        X=X,
        Y=Y,
        problem="classification" if classes else "regression",
        classes=classes,
        input_names=tuple(table.columns[column] for column in inputs),
        output_names=classes if classes and output_rows(len(classes)) > 1 else names,
    )
