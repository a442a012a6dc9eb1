"""Columns to predict, as classes or as numbers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from playground.data.column import Column
from playground.data.csv_table import CsvTable
from playground.data.dataset import (
    CLASSES_MAXIMUM,
    TARGETS_MAXIMUM,
    DataError,
    FloatArray,
    IntArray,
    encode_classes,
    output_rows,
)
from playground.messages import Message


def class_targets(table: CsvTable, column: Column, kept: NDArray[np.bool_]) -> tuple[FloatArray, tuple[str, ...]]:
    """Return Y, `(1, m)` or `(n_classes, m)`, and the classes of the rows that are kept.

    Texts are classes in alphabetical order, numbers in numerical order; 01 and 1 are different where a column has both.

    Raises
    ------
    DataError
        For a column that is always the same, and for too many classes.
    """
    where = Message("{file}, column {column}", file=table.name, column=column.name)
    classes, indices = class_names(column, kept)
    if len(classes) < 2:
        raise DataError(
            "{where}: only one class ({name}), expected at least 2; name another column (--label)",
            where=where,
            name=repr(classes[0][:40]) if classes else "-",
        )
    if len(classes) > CLASSES_MAXIMUM:
        raise DataError(
            "{where}: {count} classes, expected at most {most}; name another column (--label), or predict numbers "
            "(--as numbers)",
            where=where,
            count=len(classes),
            most=CLASSES_MAXIMUM,
        )
    if output_rows(len(classes)) * len(indices) > TARGETS_MAXIMUM:
        raise DataError(
            "{where}: {count} classes are too many for {rows} rows; keep a part of the rows",
            where=where,
            count=len(classes),
            rows=len(indices),
        )
    return encode_classes(indices, len(classes)), classes


def class_names(column: Column, kept: NDArray[np.bool_]) -> tuple[tuple[str, ...], IntArray]:
    """Return the classes of a column, and which one each kept row is of."""
    if column.kind == "number" and not column.padded:
        assert column.values is not None
        different, indices = np.unique(column.values[kept], return_inverse=True)
        return tuple(map(number_name, different.tolist())), indices
    assert column.codes is not None
    codes, of_each = np.unique(column.codes[kept], return_inverse=True)
    names = [column.texts[code] for code in codes]
    order = sorted(range(len(names)), key=names.__getitem__)
    rank = np.empty(len(order), dtype=np.intp)
    rank[order] = np.arange(len(order))
    return tuple(names[index] for index in order), rank[of_each]


def number_name(value: float) -> str:
    """Return what a number is called as a class: without decimals where it is whole."""
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)


def number_targets(table: CsvTable, columns: Sequence[Column], kept: NDArray[np.bool_]) -> FloatArray:
    """Return the kept numbers of columns, shape (k, m).

    Raises
    ------
    DataError
        For a column that is always the same.
    """
    rows = []
    for column in columns:
        assert column.values is not None, "only numbers are predicted as numbers"
        values = column.values[kept]
        if len(columns) == 1 and len(values) > 1 and (values == values[0]).all():
            raise DataError(
                "{file}, column {column}: always {value}, nothing to predict; name another column (--label)",
                file=table.name,
                column=column.name,
                value=f"{values[0]:g}",
            )
        rows.append(values)
    targets: FloatArray = np.stack(rows)
    return targets
