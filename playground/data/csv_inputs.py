"""Read a CSV file for a trained network to predict, with or without the labels it would be right to answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from msgspec import Struct

from playground.data.cells import Column, lacking, trimmed, yes_or_no
from playground.data.column_kinds import judge
from playground.data.csv_columns import CellColumn, ColumnReader, RawColumn
from playground.data.csv_options import FIND_OUT, CsvOptions
from playground.data.csv_table import CsvTable, open_table
from playground.data.dataset import DataError, FloatArray, InputColumn, IntArray, encode_classes
from playground.data.labels import number_name
from playground.data.number_format import written
from playground.data.reading import finished
from playground.messages import Message

CLASSES_SHOWN = 10


class CsvInputs(Struct, frozen=True, eq=False):
    """Rows to predict.

    Parameters
    ----------
    X : ndarray of shape (n, m)
        Inputs in the order in which the network was trained on them.
    Y : ndarray of shape (k, m) or None
        Targets, encoded as in `Dataset`; None where the file has no labels.
    input_names : tuple of str
        What the rows of `X` are called: after columns of the file, and their kinds.
    cells : mapping of str to sequence of str or float
        Every column of the file: inputs that are numbers as they are read, all else cell by cell as it stands there.
    labels : tuple of str
        The label columns of the file; empty if it has none.
    notes : tuple of Message
        What is good to know: kinds that the network never saw, columns that it does not use.
    """

    X: FloatArray
    Y: FloatArray | None
    input_names: tuple[str, ...]
    cells: Mapping[str, Sequence[str | float]]
    labels: tuple[str, ...] = ()
    notes: tuple[Message, ...] = ()


def read_csv_inputs(
    path: str | Path,
    *,
    n_inputs: int,
    n_outputs: int,
    inputs: Sequence[InputColumn] = (),
    labels: Sequence[str] = (),
    classes: Sequence[str] = (),
    options: CsvOptions = FIND_OUT,
) -> CsvInputs:
    """Read the inputs of a trained network, and its labels if they are there.

    Inputs are the columns of the network's own names if the file has them all; then other columns may stand anywhere.
    A network of generated data calls its inputs ``x1`` … ``xn``, or ``X1`` … ``Xn``. Otherwise a file with a header
    must have the names, unless the network never had any; a file without one gives its first columns. Texts become the
    inputs that they were for the training: a kind that the network never saw is none of those it knows.

    Labels are the columns that are named as such; if no name is known, the columns that remain, provided there are as
    many as the network predicts. Label cells that are all empty, and remaining columns that fit no class at all, are
    no labels. Classes are compared by their names.

    Raises `DataError` if the file is no table within bounds, input columns are missing or are no numbers, or a label is
    no class.

    Parameters
    ----------
    inputs : sequence of InputColumn
        What the inputs were made of that the network was trained on; empty if its data had no names.
    options : CsvOptions
        What is known about the form of the table. A value that is missing is refused unless its row is to be dropped.
    """
    table = open_table(path, options)
    places = _input_places(table, inputs, n_inputs)
    numbers = {one.column for one in inputs if one.kind == "number"}
    names = list(dict.fromkeys(one.column for one in inputs))
    plain = {place for place, name in zip(places, names, strict=True) if name in numbers} if names else set(places)
    reader = ColumnReader(table, as_cells=set(range(len(table.columns))) - plain)
    finished(reader.blocks())
    raw, lines = reader.columns(), reader.lines()
    columns = finished(judge(table, raw, lines, options))
    rows = _Rows(table, columns, raw, lines, options)
    given = dict(zip(names, places, strict=True)) if names else {}
    made = [(one, columns[given[one.column]]) for one in inputs] or [
        (InputColumn(table.columns[place], "number"), columns[place]) for place in places
    ]
    label_places, named = _label_places(table, places, labels, 1 if classes else n_outputs)
    X, notes = rows.inputs(made)
    if labels and not named and table.has_header and not label_places:
        notes.append(Message("no column {column} to compare the answers with", column=labels[0]))
    found = [columns[place] for place in label_places]
    Y = rows.targets(found, classes, named=named) if found else None
    shown = tuple(table.columns[place] for place in label_places) if named or Y is not None else ()
    return CsvInputs(X, Y, tuple(_name(one, column) for one, column in made), rows.cells(), shown, tuple(notes))


def _input_places(table: CsvTable, inputs: Sequence[InputColumn], n_inputs: int) -> list[int]:
    """Return the columns that the inputs are made of: by their names, else the first ones."""
    names = list(dict.fromkeys(one.column for one in inputs))
    if names and (table.has_header or set(names) <= set(table.columns)):
        return table.find_columns(names, Message("input"))
    if not names:
        for letter in "xX":
            usual = [f"{letter}{i}" for i in range(1, n_inputs + 1)]
            if set(usual) <= set(table.columns):
                return table.find_columns(usual, Message("input"))
    count = len(names) or n_inputs
    if len(table.columns) < count:
        raise DataError(
            "{file}: expected at least {count} columns of inputs, found {found}; name what divides the cells "
            "(--delimiter)",
            file=table.name,
            count=count,
            found=len(table.columns),
        )
    return list(range(count))


def _label_places(table: CsvTable, inputs: Sequence[int], labels: Sequence[str], count: int) -> tuple[list[int], bool]:
    """Return the columns with the right answers, and whether they are there by name."""
    if labels and set(labels) <= set(table.columns):
        return table.find_columns(labels, Message("label")), True
    rest = [place for place in range(len(table.columns)) if place not in inputs]
    unknown = not labels or not table.has_header
    return (rest if unknown and len(rest) == count else []), False


def _name(one: InputColumn, column: Column) -> str:
    return InputColumn(column.name, one.kind, one.value).name


class _Rows:
    """The rows of a table, as the network was trained to see them."""

    def __init__(
        self,
        table: CsvTable,
        columns: Sequence[Column],
        raw: Sequence[RawColumn],
        lines: IntArray,
        options: CsvOptions,
    ) -> None:
        self._table, self._columns, self._raw, self._lines, self._options = table, columns, raw, lines, options
        self._kept = np.ones(len(lines), dtype=np.bool_)
        self._values: dict[int, FloatArray] = {}

    def inputs(self, made: Sequence[tuple[InputColumn, Column]]) -> tuple[FloatArray, list[Message]]:
        """Return X, and what is good to know.

        Raises `DataError` at a value that is missing and may not be, or is not what it was in training.
        """
        self._look_for_missing([column for _, column in made])
        rows = []
        for one, column in made:
            if one.kind == "number":
                values = self._numbers(column)
                self._values[column.place] = values
            else:
                values = self._yes_no(one, column) if one.kind == "yes_no" else self._kind(one, column)
            rows.append(values[self._kept])
        X: FloatArray = np.stack(rows)
        return X, self._unseen(made)

    def _look_for_missing(self, columns: Sequence[Column]) -> None:
        lacks = lacking(columns, len(self._lines))
        if not lacks.any():
            return
        if self._options.missing == "refuse":
            row = int(lacks.argmax())
            column = next(column for column in columns if column.absent[row])
            raise DataError(
                "{place}: {problem}, expected a value in every row to predict; such rows can be dropped (--missing "
                "drop)",
                place=self._place(row, column),
                problem=column.missing_cell,
            )
        if lacks.all():
            raise DataError("{file}: every row lacks a value in a column that is used", file=self._table.name)
        self._kept = ~lacks

    def _numbers(self, column: Column) -> FloatArray:
        if column.problem is not None:
            raise DataError(column.problem.message)
        if column.padded and column.values is None:
            assert column.codes is not None
            numbers = np.array([float(text) for text in column.texts])
            padded: FloatArray = numbers[column.codes]
            return padded
        if column.kind != "number" or column.values is None:
            row = self._first_text(column)
            raise DataError(
                "{place}: {cell} is not a number; the network was trained on numbers in this column",
                place=self._place(row, column),
                cell=repr(self._cell(row, column)),
            )
        return column.values

    def _yes_no(self, one: InputColumn, column: Column) -> FloatArray:
        assert column.codes is not None
        meaning = []
        for index, text in enumerate(column.texts):
            yes = yes_or_no(text, one.value)
            if yes is None and text in ("0", "1", "0.0", "1.0"):
                yes = float(text) == 1
            if yes is None:
                row = int((column.codes == index).argmax())
                raise DataError(
                    "{place}: {cell} is neither yes nor no, as {word} was in training",
                    place=self._place(row, column),
                    cell=repr(text[:40]),
                    word=repr(one.value),
                )
            meaning.append(float(yes))
        values: FloatArray = np.array([*meaning, 0.0])[column.codes]
        return values

    def _kind(self, one: InputColumn, column: Column) -> FloatArray:
        assert column.codes is not None
        index = column.texts.index(one.value) if one.value in column.texts else len(column.texts)
        values: FloatArray = (column.codes == index).astype(np.float64)
        return values

    def _unseen(self, made: Sequence[tuple[InputColumn, Column]]) -> list[Message]:
        notes = []
        known: dict[int, set[str]] = {}
        for one, column in made:
            if one.kind == "category":
                known.setdefault(column.place, set()).add(one.value)
        for place, values in known.items():
            column = self._columns[place]
            unseen = [text for text in column.texts if text not in values]
            if unseen:
                assert column.codes is not None
                count = int(np.isin(column.codes, [column.texts.index(text) for text in unseen]).sum())
                notes.append(
                    Message(
                        "column {column}: {kind} was not there in training, all its inputs are 0 ({count} "
                        "{count:row|rows})",
                        column=column.name,
                        kind=", ".join(repr(text[:40]) for text in unseen[:5]),
                        count=count,
                    )
                )
        return notes

    # What is right.

    def targets(self, found: Sequence[Column], classes: Sequence[str], *, named: bool) -> FloatArray | None:
        """Return Y, or None where the cells are no labels."""
        if all(column.kind == "empty" for column in found):
            return None
        if classes:
            return self._class_targets(found[0], classes, named=named)
        for column in found:
            if column.kind != "number" or column.problem is not None or column.absent[self._kept].any():
                if not named:
                    return None
                row = (
                    int(column.absent.argmax())
                    if column.kind == "number" and column.absent.any()
                    else (self._first_text(column))
                )
                if column.problem is not None:
                    raise DataError(column.problem.message)
                raise DataError(
                    "{place}: {cell} is not a number, expected one to compare the answers with",
                    place=self._place(row, column),
                    cell=repr(self._cell(row, column)),
                )
        return np.stack([column.values[self._kept] for column in found if column.values is not None])

    def _class_targets(self, column: Column, classes: Sequence[str], *, named: bool) -> FloatArray | None:
        assert column.codes is not None
        known = {name: index for index, name in enumerate(classes)}
        of_text = [known.get(text, known.get(_whole(text), -1)) for text in column.texts]
        indices = np.array([*of_text, -1], dtype=np.intp)[column.codes]
        unknown = (indices < 0) & self._kept
        if not unknown.any():
            return encode_classes(indices[self._kept], len(classes))
        if not named and (indices[self._kept] < 0).all():
            return None
        row = int(unknown.argmax())
        shown = ", ".join(classes[:CLASSES_SHOWN]) + (", …" if len(classes) > CLASSES_SHOWN else "")
        raise DataError(
            "{place}: {cell} is no class of this network, expected {classes}",
            place=self._place(row, column),
            cell=repr(self._cell(row, column)),
            classes=shown,
        )

    # Cells.

    def cells(self) -> dict[str, Sequence[str | float]]:
        """Return the columns of the file, without the rows that are left out."""
        found: dict[str, Sequence[str | float]] = {}
        for place, (column, raw) in enumerate(zip(self._columns, self._raw, strict=True)):
            if place in self._values:
                found[column.name] = self._values[place][self._kept].tolist()
            elif isinstance(raw, CellColumn):
                found[column.name] = [raw.distinct[code] for code in raw.codes[self._kept]]
        return found

    def _first_text(self, column: Column) -> int:
        """Return the row of the first cell that is no number."""
        assert column.codes is not None
        texts = [written(text) is None for text in column.texts]
        return int(np.array([*texts, True])[column.codes].argmax())

    def _cell(self, row: int, column: Column) -> str:
        raw = self._raw[column.place]
        return trimmed(raw.distinct[raw.codes[row]])[:40] if isinstance(raw, CellColumn) else ""

    def _place(self, row: int, column: Column) -> Message:
        return self._table.place(int(self._lines[row]), column.place)


def _whole(text: str) -> str:
    """Return what a number is called as a class: ``1.0`` is ``1``."""
    number = written(text)
    value = None if number is None or number.unit else number.value(".")
    return text if value is None else number_name(value)
