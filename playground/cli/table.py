"""``playground table``: how a table is read, without training on it."""

import argparse
from pathlib import Path
from typing import Any

from playground.cli.command import Parser, UsageError, add_json, add_table_options, table_changes
from playground.cli.terminal import one_line, say, say_json, translated
from playground.data import Dataset, TableColumn, TableReport, delimiter_name
from playground.files import reading, table_source
from playground.files.problem_shape import FEWEST_TO_SPLIT
from playground.messages import Message, joined

NAMES_SHOWN = 12


def arguments(parser: Parser) -> None:
    parser.add_argument(
        "file", metavar="FILE", help=Message("a table (.csv, .tsv, .txt, .data …, also .gz), or images (.idx)")
    )
    add_table_options(parser)
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    changes = table_changes(options)
    source = table_source(options.file, changes)
    if source is None:
        raise UsageError(
            "{file}: a table or a file of images was expected; for a session, an experiment or weights: playground "
            "train",
            file=options.file,
        )
    current = reading(source)
    dataset = current.complete()
    report = current.report
    if options.json:
        say_json(_images(dataset) if report is None else as_json(report))
    elif report is None:
        height, width = dataset.image_shape or (0, 0)
        say(
            Message(
                "{file}: {rows:,} images of {width} × {height} pixels, {classes} classes",
                file=one_line(Path(options.file).name),
                rows=dataset.m,
                width=width,
                height=height,
                classes=len(dataset.classes),
            )
        )
    else:
        say(joined(_lines(report), "\n"))
    return 0


def as_json(report: TableReport) -> dict[str, Any]:
    return {
        "rows": report.rows,
        "header": report.has_header,
        "delimiter": None if report.delimiter is None else delimiter_name(report.delimiter),
        "encoding": report.encoding,
        "decimal": report.decimal,
        "problem": report.problem,
        "classes": list(report.classes) or None,
        "columns": [_column(column) for column in report.columns],
        "notes": [translated(note) for note in report_notes(report)],
    }


def report_notes(report: TableReport) -> tuple[str, ...]:
    """Return what is good to know of a table, and what a person may want to decide."""
    notes = report.notes if report.question is None else (*report.notes, report.question.message)
    if report.rows is not None and 0 < report.rows < FEWEST_TO_SPLIT:
        few = Message("fewer than {count} rows: all train the network, none is kept for testing", count=FEWEST_TO_SPLIT)
        return (*notes, few)
    return notes


def _column(column: TableColumn) -> dict[str, Any]:
    return {
        "name": column.title,
        "kind": column.kind,
        "role": column.role,
        "reason": None if column.reason is None else translated(column.reason),
        "missing": column.missing,
        "values": list(column.values),
    }


def _images(dataset: Dataset) -> dict[str, Any]:
    return {
        "rows": dataset.m,
        "header": False,
        "delimiter": None,
        "encoding": None,
        "decimal": None,
        "problem": "images",
        "classes": list(dataset.classes),
        "columns": [],
        "notes": [],
    }


def _lines(report: TableReport) -> list[str]:
    header = Message("a header") if report.has_header else Message("no header")
    lines: list[str] = [
        Message(
            "{file}: {rows:,} {rows:row|rows}, {columns} {columns:column|columns}; {header}, cells divided by "
            "{delimiter}, decimals behind {decimal}, {encoding}",
            file=one_line(report.name),
            rows=report.rows or 0,
            columns=len(report.columns),
            header=header,
            delimiter=_delimiter(report.delimiter or ","),
            decimal=repr(report.decimal),
            encoding=report.encoding or "",
        )
    ]
    labels = ", ".join(map(one_line, report.labels))
    if report.classes:
        shown = ", ".join(map(one_line, report.classes[:NAMES_SHOWN]))
        more = ", …" if len(report.classes) > NAMES_SHOWN else ""
        lines.append(
            Message(
                "  predicts {labels}: {count} classes ({names})",
                labels=labels,
                count=len(report.classes),
                names=shown + more,
            )
        )
    else:
        lines.append(Message("  predicts {labels}: numbers", labels=labels))
    width = max(len(column.name) for column in report.columns)
    for column in report.columns:
        line = Message(
            "  {name}  {kind}  {role}",
            name=one_line(column.name).ljust(min(width, 40)),
            kind=KINDS[column.kind],
            role=ROLES[column.role],
        )
        if column.missing:
            line = Message("{line}, {count} missing", line=line, count=column.missing)
        if column.reason is not None:
            line = Message("{line}: {reason}", line=line, reason=column.reason)
        lines.append(line)
    lines += [Message("  note: {note}", note=note) for note in report_notes(report)]
    return lines


KINDS = {
    "number": Message("numbers"),
    "yes_no": Message("yes or no"),
    "category": Message("categories"),
    "text": Message("texts"),
    "date": Message("dates"),
    "empty": Message("empty"),
}
ROLES = {"input": Message("input"), "label": Message("to predict"), "ignored": Message("left out")}


def _delimiter(delimiter: str) -> str:
    names = {"\t": Message("tab"), " ": Message("blanks")}
    return names.get(delimiter, repr(delimiter))
