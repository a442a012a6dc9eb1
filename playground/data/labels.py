"""What a column of a table is fit for, and columns to predict as classes or as numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from playground.data.cells import Column, words
from playground.data.column_kinds import CATEGORIES_MAXIMUM, FEW_ROWS
from playground.data.csv_options import CsvOptions
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

    Raises `DataError` for a column that is always the same, and for too many classes.
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

    Raises `DataError` for a column that is always the same.
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


LABEL_NAMES = words(
    "class|classes|label|labels|target|targets|y|species|survived|diagnosis|kind|digit|클래스|라벨|레이블|타깃|타겟|목표"
    "|정답|품종|종|생존|생존여부|分類|ラベル|类别|标签"
)
"""What people call the column that is to be predicted."""
CLASS_NAMES = words("class|classes|label|labels|species|digit|kind|클래스|라벨|레이블|품종|종")
"""Names of columns whose whole numbers are classes even where there are few rows for each."""
_COUNTER = re.compile(
    r"(?:unnamed:? ?\d+|(.*[ _.-])?(?:id|idx|index|no\.?|nr\.?|#|row ?(?:names?|numbers?|no)?|rownum|sno|s\.no\.?)"
    r"|(.*[ _.-])?(?:uuid|guid)|번호|순번|연번|순서|일련번호|인덱스|아이디|編號|编号|序号|番号"
    r"|num[eé]ro|nummer|lfd\.? ?nr\.?)",
    re.IGNORECASE,
)
_CAMEL = re.compile(r".*[a-z](?:Id|ID)")
NAMED_CLASSES, FEW_CLASSES, ROWS_A_CLASS = 20, 10, 10


def are_classes(column: Column, options: CsvOptions) -> bool:
    """Tell whether a column to predict holds classes, or numbers."""
    if options.target_as is not None:
        return options.target_as == "classes"
    if column.kind != "number" or column.padded:
        return True
    if not column.is_whole:
        return False
    kinds = len(column.distinct_numbers())
    named = column.name.casefold() in CLASS_NAMES and kinds <= NAMED_CLASSES
    return kinds == 2 or named or (kinds <= FEW_CLASSES and column.present >= ROWS_A_CLASS * kinds)


def can_be_predicted(column: Column) -> bool:
    """Tell whether a column can be the label by itself."""
    if column.kind in ("empty", "date") or column.is_constant:
        return False
    if column.kind == "text":
        kinds = len(set(column.texts))
        if kinds == column.present:  # of a few rows every one may be of another class, where the name says so
            return column.name.casefold() in LABEL_NAMES and kinds <= FEW_CLASSES
        return kinds <= CLASSES_MAXIMUM and (kinds * 2 <= column.present or column.present < FEW_ROWS)
    return not (column.kind == "number" and is_counter(column))


def is_counter(column: Column) -> bool:
    """Tell whether a column without a name, or called so, only counts or names the rows."""
    if column.kind != "number" or not column.is_whole or not column.present > 1:
        return False
    called = not column.title or bool(_COUNTER.fullmatch(column.title)) or bool(_CAMEL.fullmatch(column.title))
    return called and column.is_different


def why_no_input(column: Column) -> Message | None:
    """Return why a column is no input by itself, None if it is one."""
    if column.kind == "empty":
        return Message("has no value")
    if column.kind == "date":
        return Message("holds dates or times")
    if column.is_constant:
        return Message("is always {value}", value=_shown(column))
    if column.kind == "text":
        kinds = len(set(column.texts))
        if kinds == column.present:
            return Message("has another text in every row")
        if kinds <= CATEGORIES_MAXIMUM:
            return Message("has {count} different texts in {rows} rows", count=kinds, rows=column.present)
        return Message("has {count} different texts, more than {most}", count=kinds, most=CATEGORIES_MAXIMUM)
    return None


def one_hot(column: Column) -> bool:
    """Tell whether each kind of an input column is an input of its own."""
    return column.kind not in ("number", "yes_no", "empty")


def _shown(column: Column) -> str:
    row = int((~column.absent).argmax())
    value = column.texts[column.codes[row]] if column.codes is not None else column.value(row)
    return repr(value[:40]) if isinstance(value, str) else f"{value:g}"
