"""Read a CSV file of a person's own data, a row per example, to train on it."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from playground.data.csv_table import CsvTable, is_number, number_problem, numbers, open_table
from playground.data.dataset import DataError, Dataset, FloatArray, output_rows
from playground.data.labels import LabelColumn

NAMES_SHOWN = 8


def read_csv(path: str | Path, labels: Sequence[str] = ()) -> Dataset:
    """Read a dataset.

    Parameters
    ----------
    path : str or Path
    labels : sequence of str
        Columns to predict, by default the last one. One column is a classification if it holds texts or at most 20
        different whole numbers, else a regression. Several columns are a regression with as many outputs.

    Returns
    -------
    Dataset
        Its inputs are all other columns, in the file's order.

    Raises
    ------
    DataError
        If the file is no CSV within bounds, a label is no column, an input is no number, or there is nothing to
        predict. The message names the file and, where there is one, the line and the column.
    """
    table = open_table(path)
    width = len(table.columns)
    label_columns = find_columns(table, labels, "label") if labels else [width - 1]
    input_columns = [column for column in range(width) if column not in label_columns]
    if not input_columns:
        raise DataError(
            f"{table.name}: {width} column{'s' * (width > 1)}, all to predict; expected at least one input column"
            " (cells are divided by comma, semicolon or tab)"
        )
    X, found = read_columns(table, input_columns, label_columns)
    if len(found) == 1:
        Y, classes = found[0].targets()
    else:
        Y, classes = np.stack([label.values() for label in found]), ()
    names = tuple(label.name for label in found)
    return Dataset(
        X=X,
        Y=Y,
        problem="classification" if classes else "regression",
        classes=classes,
        input_names=tuple(table.columns[column] for column in input_columns),
        output_names=classes if classes and output_rows(len(classes)) > 1 else names,
    )


def find_columns(table: CsvTable, names: Sequence[str], role: str) -> list[int]:
    """Return the places of named columns.

    Raises
    ------
    DataError
        For a name that is no column or comes twice.
    """
    places = {name: index for index, name in enumerate(table.columns)}
    for index, name in enumerate(names):
        if name not in places:
            shown = ", ".join(table.columns[:NAMES_SHOWN]) + (", …" if len(table.columns) > NAMES_SHOWN else "")
            raise DataError(f"{table.name}: no {role} column {name!r}, its columns are {shown}")
        if name in names[:index]:
            raise DataError(f"{table.name}: {role} column {name!r} is named twice")
    return [places[name] for name in names]


def read_columns(
    table: CsvTable, input_columns: Sequence[int], label_columns: Sequence[int]
) -> tuple[FloatArray, list[LabelColumn]]:
    """Read the rows once: inputs as numbers, labels as the texts they are.

    Parameters
    ----------
    table : CsvTable
    input_columns, label_columns : sequence of int
        Places of the columns.

    Returns
    -------
    X : ndarray of shape (n, m)
    labels : list of LabelColumn, one per column, of m cells each

    Raises
    ------
    DataError
        If there is no row, a row is not well formed, or an input cell is no number.
    """
    values = array("d")  # 8 bytes a number, where a list of floats takes 32
    lines = array("l")
    cells: list[list[str]] = [[] for _ in label_columns]
    for line, row in table.rows():
        inputs = [row[column] for column in input_columns]
        converted = numbers(inputs)
        if converted is None:
            column = next(column for column in input_columns if not is_number(row[column]))
            raise _input_error(table, line, column, row[column], is_first=not lines)
        values.extend(converted)
        lines.append(line)
        for texts, column in zip(cells, label_columns, strict=True):
            texts.append(row[column])
    if not lines:
        raise DataError(f"{table.name}: no row below the header, expected a row per example")
    X = np.frombuffer(values, dtype=np.float64).reshape(len(lines), len(input_columns)).T.copy()
    return X, [LabelColumn(table, column, lines, texts) for column, texts in zip(label_columns, cells, strict=True)]


def _input_error(table: CsvTable, line: int, column: int, cell: str, *, is_first: bool) -> DataError:
    problem = number_problem(cell)
    if is_first and cell.strip():  # the column may hold text throughout: say that it cannot be an input
        problem += "; every input column must hold numbers, a column to predict is named as the label"
    return DataError(f"{table.place(line, column)}: {problem}")
