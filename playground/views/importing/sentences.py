"""What the import panel says about a table."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QCoreApplication

from playground.data import ColumnPreview, TablePreview
from playground.data.cells import is_missing, is_number
from playground.data.csv_findings import DISTINCT_MAXIMUM
from playground.data.naming import short_name
from playground.views.numbers import grouped

MOST_CLASSES = 20
"""Whole numbers of at most so many kinds are classes, as the reader has it."""
NAMES_SHOWN = 3


def size_text(preview: TablePreview) -> str:
    """Return how large a table is, and how its bytes are read."""
    if not preview.columns:
        return ""
    if preview.rows is None:
        template = QCoreApplication.translate("ImportPanel", "about {rows} rows, {columns} columns")
    else:
        template = QCoreApplication.translate("ImportPanel", "{rows} rows, {columns} columns")
    rows = preview.rows_about if preview.rows is None else preview.rows
    return template.format(rows=grouped(rows), columns=len(preview.columns))


def plan(preview: TablePreview, inputs: Sequence[str], labels: Sequence[str]) -> str:
    """Return what the network will learn, in a sentence."""
    by_name = {column.name: column for column in preview.columns}
    given = _list(inputs) if len(inputs) <= NAMES_SHOWN else _count(len(inputs))
    if len(labels) == 1 and are_classes(preview, by_name[labels[0]]):
        if not 2 <= by_name[labels[0]].distinct < DISTINCT_MAXIMUM:
            return ""  # which will be refused: too many kinds to be counted, or just one
        template = QCoreApplication.translate(
            "ImportPanel", "Learns to tell {count} kinds of {label} apart from {inputs}."
        )
        return template.format(count=by_name[labels[0]].distinct, label=labels[0], inputs=given)
    template = QCoreApplication.translate("ImportPanel", "Learns to predict the number {label} from {inputs}.")
    return template.format(label=_list(labels), inputs=given)


def problem_text(problems: Sequence[str], most: int) -> str:
    """Return the first problems, a line each, and how many more there are."""
    lines = list(problems[:most])
    if len(problems) > most:
        lines.append(QCoreApplication.translate("ImportPanel", "… and {count} more").format(count=len(problems) - most))
    return "\n".join(lines)


def reading_text(preview: TablePreview | None) -> str:
    """Return what is going on while there is nothing to be seen of a table yet."""
    return "" if preview is not None else QCoreApplication.translate("ImportPanel", "Looking at the table …")


def lacks_values(preview: TablePreview, used: Collection[str]) -> bool:
    """Tell whether a value is missing in one of these columns, as far as the table was looked at."""
    return any(column.missing for column in preview.columns if column.name in used and column.kind != "empty")


def are_classes(preview: TablePreview, column: ColumnPreview) -> bool:
    """Tell whether the reader will find classes in a column: texts, or a few different whole numbers."""
    if column.kind in ("text", "mixed"):
        return True
    place = preview.columns.index(column)
    cells = [row[place] for row in preview.cells if place < len(row) and not is_missing(row[place])]
    return column.distinct <= MOST_CLASSES and all(_is_whole(cell, column.decimal) for cell in cells)


def _is_whole(cell: str, decimal: str) -> bool:
    return is_number(cell, decimal) and float(cell.replace(decimal, ".")).is_integer()


def _list(names: Sequence[str]) -> str:
    return ", ".join(map(short_name, names[:NAMES_SHOWN])) + (" …" if len(names) > NAMES_SHOWN else "")


def _count(count: int) -> str:
    return QCoreApplication.translate("ImportPanel", "{count} columns").format(count=count)
