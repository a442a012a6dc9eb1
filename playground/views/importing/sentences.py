"""What the import panel says about a table."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from playground.data import TableReport
from playground.data.naming import short_name
from playground.messages.numbers import grouped

NAMES_SHOWN = 3


def size_text(preview: TableReport) -> str:
    """Return how large a table is, and how its bytes are read."""
    if not preview.columns:
        return ""
    if preview.rows is None:
        template = QCoreApplication.translate("ImportPanel", "about {rows} rows, {columns} columns")
    else:
        template = QCoreApplication.translate("ImportPanel", "{rows} rows, {columns} columns")
    rows = preview.rows_about if preview.rows is None else preview.rows
    return template.format(rows=grouped(rows), columns=len(preview.columns))


def plan(preview: TableReport, inputs: Sequence[str], labels: Sequence[str]) -> str:
    """Return what the network will learn, in a sentence."""
    given = _list(inputs) if len(inputs) <= NAMES_SHOWN else _count(len(inputs))
    if len(labels) == 1 and preview.classes:
        template = QCoreApplication.translate(
            "ImportPanel", "Learns to tell {count} kinds of {label} apart from {inputs}."
        )
        return template.format(count=len(preview.classes), label=labels[0], inputs=given)
    template = QCoreApplication.translate("ImportPanel", "Learns to predict the number {label} from {inputs}.")
    return template.format(label=_list(labels), inputs=given)


def problem_text(problems: Sequence[str], most: int) -> str:
    """Return the first problems, a line each, and how many more there are."""
    lines = list(problems[:most])
    if len(problems) > most:
        lines.append(QCoreApplication.translate("ImportPanel", "… and {count} more").format(count=len(problems) - most))
    return "\n".join(lines)


def reading_text(preview: TableReport | None) -> str:
    """Return what is going on while there is nothing to be seen of a table yet."""
    return "" if preview is not None else QCoreApplication.translate("ImportPanel", "Looking at the table …")


def _list(names: Sequence[str]) -> str:
    return ", ".join(map(short_name, names[:NAMES_SHOWN])) + (" …" if len(names) > NAMES_SHOWN else "")


def _count(count: int) -> str:
    return QCoreApplication.translate("ImportPanel", "{count} columns").format(count=count)
