"""Read a CSV file for a trained network to predict, with or without the labels it would be right to answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from playground.data.cells import is_number
from playground.data.csv_columns import ColumnReader
from playground.data.csv_options import FIND_OUT, CsvOptions
from playground.data.csv_table import CsvTable, open_table
from playground.data.dataset import DataError, FloatArray, encode_classes
from playground.data.labels import LabelColumn


@dataclass(frozen=True, eq=False)
class CsvInputs:
    """Rows to predict.

    Parameters
    ----------
    X : ndarray of shape (n, m)
        Inputs in the order in which the network was trained on them.
    Y : ndarray of shape (k, m) or None
        Targets, encoded as in `Dataset`; None where the file has no labels.
    input_names : tuple of str
        Columns of the file that became the rows of `X`.
    labels : mapping of str to sequence of str
        The label columns of the file, cell by cell as they stand there; empty if it has none.
    """

    X: FloatArray
    Y: FloatArray | None
    input_names: tuple[str, ...]
    labels: Mapping[str, Sequence[str]]


def read_csv_inputs(
    path: str | Path,
    *,
    n_inputs: int,
    n_outputs: int,
    columns: Sequence[str] | None = None,
    labels: Sequence[str] = (),
    classes: Sequence[str] = (),
    options: CsvOptions = FIND_OUT,
) -> CsvInputs:
    """Read the inputs of a trained network, and its labels if they are there.

    Inputs are the columns of the network's own names if the file has them all; then other columns may stand anywhere.
    A network of generated data calls its inputs ``x1`` … ``xn``, or ``X1`` … ``Xn``. Otherwise a file with a header
    must have the names, unless the network never had any; a file without one gives its first `n_inputs` columns.

    Labels are the columns that are named as such; if no name is known, the columns that remain, provided there are as
    many as the network predicts. Label cells that are all empty, and remaining columns that fit no class at all, are
    no labels.

    Parameters
    ----------
    path : str or Path
    n_inputs : int
        Number of inputs, before features.
    n_outputs : int
        Rows of the network's output.
    columns : sequence of str, optional
        Names of the input columns the network was trained on, None if its data had none.
    labels : sequence of str
        Names of the columns it was trained to predict, if known.
    classes : sequence of str
        Class names in the order of their indices; empty for regression.
    options : CsvOptions
        What is known about delimiter, encoding and header. A value that is missing is
        refused: there is a prediction for every row.

    Returns
    -------
    CsvInputs

    Raises
    ------
    DataError
        If the file is no CSV within bounds, input columns are missing or are no numbers, or a label is no known class.
    """
    table = open_table(path, options)
    input_columns = _input_columns(table, n_inputs, columns)
    label_count = 1 if classes else n_outputs
    named = bool(labels) and set(labels) <= set(table.columns)
    if named:
        label_columns = table.find_columns(labels, "label")
    else:
        rest = [column for column in range(len(table.columns)) if column not in input_columns]
        unknown = not labels or not table.has_header
        label_columns = rest if unknown and len(rest) == label_count else []
    reader = ColumnReader(table, input_columns, label_columns)
    for _ in reader.blocks():
        pass
    read = reader.columns()
    if read.first_missing is not None:
        raise read.first_missing.error
    X, found = read.X, read.labels
    Y = _targets(found, classes, named=named) if len(found) == label_count else None
    kept = {label.name: label.cells for label in found} if named or Y is not None else {}
    return CsvInputs(X, Y, tuple(table.columns[column] for column in input_columns), kept)


def _input_columns(table: CsvTable, n_inputs: int, columns: Sequence[str] | None) -> list[int]:
    if columns is not None and (table.has_header or set(columns) <= set(table.columns)):
        return table.find_columns(columns, "input")
    if columns is None:
        for letter in "xX":
            names = [f"{letter}{i}" for i in range(1, n_inputs + 1)]
            if set(names) <= set(table.columns):
                return table.find_columns(names, "input")
    if len(table.columns) < n_inputs:
        raise DataError(f"{table.name}: expected at least {n_inputs} columns of inputs, found {len(table.columns)}")
    return list(range(n_inputs))


def _targets(found: Sequence[LabelColumn], classes: Sequence[str], *, named: bool) -> FloatArray | None:
    """Return Y, or None where the cells are no labels."""
    if not any(name for label in found for name in label.names):
        return None
    if not classes:
        if not named and not all(is_number(name, label.decimal) for label in found for name in label.names):
            return None
        return np.stack([label.values() for label in found])
    label = found[0]
    indices = label.indices_of(classes)
    if not named and all(index is None for index in indices):
        return None
    known = [index for index in indices if index is not None]
    if len(known) < len(indices):
        first = indices.index(None)
        shown = ", ".join(classes[:10]) + (", …" if len(classes) > 10 else "")
        raise label.error(first, f"{label.cell(first).strip()[:40]!r} is no class of this network, expected {shown}")
    return encode_classes(known, len(classes))
