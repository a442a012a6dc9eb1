"""What a column of a table is fit for, by its name and by what it holds."""

from __future__ import annotations

import re

from playground.data.cells import words
from playground.data.column import Column
from playground.data.column_kinds import CATEGORIES_MAXIMUM, FEW_ROWS
from playground.data.csv_options import CsvOptions
from playground.data.dataset import CLASSES_MAXIMUM
from playground.messages import Message

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
