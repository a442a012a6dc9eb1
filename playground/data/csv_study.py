"""A table that was read: which rows and columns are used, what they become, and what is to be said about it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from playground.data.cells import MISSING, Column, lacking
from playground.data.csv_options import CsvOptions
from playground.data.csv_roles import Plan, plan_roles
from playground.data.csv_table import CsvTable
from playground.data.dataset import DataError, Dataset, FloatArray, InputColumn, IntArray, output_rows
from playground.data.labels import class_names, class_targets, number_targets, one_hot
from playground.data.reading import TableColumn, TableProblem, TableReport
from playground.messages import Message, joined

SENTINELS = (-9.0, -99.0, -999.0, -9999.0, -99999.0, -99.9, -999.9, -999.99, 999.0, 9999.0, 99999.0)
"""Numbers that people write where there is none."""
OUTLYING = 3.0
NAMED = 8
"""Columns at most that a sentence lists."""


class Study:
    """What a table is used for, whose columns are judged, and whose rows begin on these lines `(m,)`."""

    def __init__(self, table: CsvTable, columns: Sequence[Column], lines: IntArray, options: CsvOptions) -> None:
        named = {*options.labels, *options.inputs, *options.ignored}
        self._table, self._lines, self._options = table, lines, options
        self._columns = [column for column in columns if column.title or column.kind != "empty" or column.name in named]
        self.plan: Plan = plan_roles(table, self._columns, options)
        self._used = [*self.plan.inputs, *self.plan.labels]
        self.problems = [*self.plan.problems, *self._missing_values()]

    @cached_property
    def lacking(self) -> NDArray[np.bool_]:
        """Which rows, shape (m,), lack a value in a column that is used."""
        return lacking(self._used, len(self._lines))

    @property
    def dropped(self) -> int:
        return int(self.lacking.sum()) if self._options.missing == "drop" else 0

    def _missing_values(self) -> list[TableProblem]:
        count, rows = int(self.lacking.sum()), len(self._lines)
        usable = [column for column in self._used if column.kind != "empty"]
        if not count or len(usable) < len(self._used):
            return []
        if self._options.missing == "drop":
            if count < rows:
                return []
            message = Message(
                "{file}: every row lacks a value in a column that is used; nothing is left to learn; leave the "
                "emptiest columns out (--ignore)",
                file=self._table.name,
            )
            return [TableProblem(message, "ignored")]
        row = int(self.lacking.argmax())
        column = next(column for column in self._used if column.absent[row])
        message = Message(
            "{place}: {problem}; values are missing in {count} of {rows} {rows:row|rows}, which can be dropped "
            "(--missing drop)",
            place=self._table.place(int(self._lines[row]), column.place),
            problem=column.missing_cell,
            count=count,
            rows=rows,
        )
        return [TableProblem(message, "missing", column.name, ("drop",))]

    # The dataset.

    def dataset(self) -> Dataset:
        """Return inputs and targets.

        Raises `DataError` if something is in the way.
        """
        if self.problems:
            raise DataError(self.problems[0].message)
        kept, plan = ~self.lacking, self.plan
        X, inputs = encode_inputs(plan.inputs, kept)
        classes: tuple[str, ...] = ()
        if plan.as_classes:
            Y, classes = class_targets(self._table, plan.labels[0], kept)
        else:
            Y = number_targets(self._table, plan.labels, kept)
        names = tuple(column.name for column in plan.labels)
        return Dataset(
            X=X,
            Y=Y,
            problem="classification" if classes else "regression",
            classes=classes,
            input_names=tuple(one.name for one in inputs),
            output_names=classes if classes and output_rows(len(classes)) > 1 else names,
            inputs=inputs,
        )

    # The report.

    def report(self, *, whole: bool = True) -> TableReport:
        plan, kept = self.plan, ~self.lacking
        marks = [column.decimal for column in self._columns if column.decimal]
        classes: tuple[str, ...] = ()
        if plan.as_classes and plan.labels and not plan.labels[0].problem and plan.labels[0].kind != "empty":
            classes = class_names(plan.labels[0], kept if kept.any() else ~plan.labels[0].absent)[0]
        return TableReport(
            name=self._table.name,
            encoding=self._table.text.encoding,
            delimiter=self._table.delimiter,
            decimal=self._options.decimal or max(marks, key=marks.count, default="."),
            has_header=self._table.has_header,
            skip=self._options.skip,
            columns=tuple(map(self._column, self._columns)),
            rows=len(self._lines) - self.dropped if whole else None,
            rows_read=len(self._lines),
            rows_about=len(self._lines),
            dropped=self.dropped,
            problem=("classification" if plan.as_classes else "regression") if plan.labels else None,
            classes=classes,
            labels=tuple(column.name for column in plan.labels),
            inputs=tuple(column.name for column in plan.inputs),
            n_inputs=sum(len(set(column.texts)) if one_hot(column) else 1 for column in plan.inputs),
            problems=tuple(self.problems),
            question=plan.question,
            notes=tuple(self._notes()),
        )

    def _column(self, column: Column) -> TableColumn:
        role = self.plan.roles[column.place]
        values = column.first()
        if role == "label" and column.kind == "yes_no" and column.codes is not None:
            values = tuple(None if code < 0 else column.texts[code] for code in column.codes[:3])
        return TableColumn(
            name=column.name,
            title=column.title,
            kind=column.kind,
            role=role,
            reason=self.plan.reasons.get(column.place),
            missing=column.missing,
            values=values,
            distinct=column.distinct,
            unit=column.unit,
            kinds=column.used_texts() if role == "input" and one_hot(column) else (),
        )

    def _notes(self) -> list[Message]:
        text = self._table.text
        notes = list(self._table.layout.notes)
        if text.guessed:
            notes.append(
                Message(
                    "read as {encoding}: are the letters right? If not, name another (--encoding)",
                    encoding=text.guessed,
                )
            )
        if self._table.remarks:
            line, cells = self._table.remarks[0]
            notes.append(
                Message(
                    "lines behind the table are left out, from line {line} on: {text}",
                    line=line,
                    text=repr(cells[0].strip()[:40]),
                )
            )
        notes += self._left_out()
        for column in self._used:
            notes += column.notes
            notes += self._of(column)
        notes += self.plan.notes
        if self.dropped:
            notes.append(
                Message(
                    "{count} of {rows} {rows:row|rows} {count:lacks|lack} a value and {count:is|are} left out",
                    count=self.dropped,
                    rows=len(self._lines),
                )
            )
        return notes

    def _left_out(self) -> list[Message]:
        """Say which columns are left out and why, those with one reason together."""
        asked = {*self._options.ignored}
        reasons: dict[str, tuple[Message, list[str]]] = {}
        for column in self._columns:
            reason = self.plan.reasons.get(column.place)
            if reason is None or column.name in asked or (self._options.inputs and column.name not in asked):
                continue
            reasons.setdefault(str(reason), (reason, []))[1].append(column.name if column.title else _nameless(column))
        return [
            Message("left out: column {column} {reason}", column=names[0], reason=reason)
            if len(names) == 1
            else Message("left out: columns {columns}: each {reason}", columns=_listed(names), reason=reason)
            for reason, names in reasons.values()
        ]

    def _of(self, column: Column) -> list[Message]:
        """Say what is good to know of a column that is used."""
        notes = []
        if column.unit:
            notes.append(Message("column {column}: numbers in {unit}", column=column.name, unit=column.unit))
        if column.decimal == "," and column is next(one for one in self._used if one.decimal == ","):
            names = [one.name for one in self._used if one.decimal == ","]
            notes.append(Message("numbers with a decimal comma: {columns}", columns=_listed(names)))
        if column.kind == "number" and (found := self._sentinel(column)) is not None:
            value, count = found
            notes.append(
                Message(
                    "column {column}: {value} looks like a missing value ({count} {count:row|rows}); if it is one, "
                    "empty these cells",
                    column=column.name,
                    value=f"{value:g}",
                    count=count,
                )
            )
        if column.kind in ("category", "text") or column.padded:
            doubtful = [text for text in column.used_texts() if text.casefold() in MISSING]
            if doubtful and column.kind != "number":
                notes.append(
                    Message(
                        "column {column}: {value} counts as a kind of its own, not as a missing value",
                        column=column.name,
                        value=repr(doubtful[0]),
                    )
                )
        if column in self.plan.inputs and one_hot(column):
            kinds = column.used_texts()
            notes.append(
                Message(
                    "column {column}: {count} kinds, an input each ({kinds})",
                    column=column.name,
                    count=len(kinds),
                    kinds=_listed(kinds),
                )
            )
        elif column in self.plan.inputs and column.kind == "yes_no":
            notes.append(Message("column {column}: {yes} is 1", column=column.name, yes=repr(column.yes)))
        return notes

    def _sentinel(self, column: Column) -> tuple[float, int] | None:
        """Return a number far from all others that people write where there is none, and how often it is there."""
        assert column.values is not None
        there = column.values[~column.absent]
        if len(there) < 2:
            return None
        for value in SENTINELS:
            marked = there == value
            if marked.any() and not marked.all():
                others = there[~marked]
                largest = max(float(np.abs(others).max()), 1.0)
                if (value < 0 and others.min() >= 0) or abs(value) > OUTLYING * largest:
                    return value, int(marked.sum())
        return None


def encode_inputs(columns: Sequence[Column], kept: NDArray[np.bool_]) -> tuple[FloatArray, tuple[InputColumn, ...]]:
    """Return the inputs of the rows that are kept: numbers, 1 for yes, and an input for each kind, sorted.

    Returns
    -------
    X : ndarray of shape (n, m)
    inputs : tuple of n InputColumn
    """
    rows: list[FloatArray] = []
    inputs: list[InputColumn] = []
    for column in columns:
        if not one_hot(column):
            assert column.values is not None
            rows.append(column.values if kept.all() else column.values[kept])
            yes_no = column.kind == "yes_no"
            inputs.append(InputColumn(column.name, "yes_no" if yes_no else "number", column.yes if yes_no else ""))
            continue
        assert column.codes is not None
        codes = column.codes[kept]
        there = {column.texts[code] for code in np.unique(codes).tolist()}
        for index, text in sorted(enumerate(column.texts), key=lambda found: found[1]):
            if text in there:
                rows.append((codes == index).astype(np.float64))
                inputs.append(InputColumn(column.name, "category", text))
    X: FloatArray = np.stack(rows)
    return X, tuple(inputs)


def _nameless(column: Column) -> Message:
    return Message("{place} (without a name)", place=column.place + 1)


def _listed(names: Sequence[str]) -> Message:
    more = len(names) - NAMED
    shown = [name if len(name) <= 60 else f"{name[:59]}…" for name in names[:NAMED]]
    return joined([*shown, *([Message("and {count} more", count=more)] if more > 0 else [])])
