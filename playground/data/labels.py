"""Cells of a label column as classes or as values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from playground.data.csv_table import CsvTable, is_number, number_problem, numbers
from playground.data.dataset import DataError, FloatArray, encode_classes, output_rows

NUMERIC_CLASSES_MAXIMUM = 20
"""Numeric labels are classes if they take at most so many different whole values."""
CLASSES_MAXIMUM = 100
TARGETS_MAXIMUM = 25_000_000
"""Numbers in Y at most; one-hot targets of many classes grow much larger than their file."""


@dataclass(frozen=True)
class LabelColumn:
    """One column to predict.

    Parameters
    ----------
    table : CsvTable
    column : int
    lines : sequence of int
        Line of each cell in the file.
    cells : sequence of str
    """

    table: CsvTable
    column: int
    lines: Sequence[int]
    cells: Sequence[str]

    @property
    def name(self) -> str:
        """Name of the column."""
        return self.table.columns[self.column]

    def names(self) -> list[str]:
        """Return the cells without the white space around them; a line break inside becomes a space."""
        return [" ".join(cell.split()) for cell in self.cells]

    def error(self, index: int, problem: str) -> DataError:
        """Return the error that a cell is."""
        return DataError(f"{self.table.place(self.lines[index], self.column)}: {problem}")

    def values(self) -> FloatArray:
        """Return the cells as numbers, shape (m,).

        Raises
        ------
        DataError
            At the first cell that is no number.
        """
        values = numbers(self.cells)
        if values is None:
            index = next(i for i, cell in enumerate(self.cells) if not is_number(cell))
            raise self.error(index, number_problem(self.cells[index]))
        return np.array(values)

    def targets(self) -> tuple[FloatArray, tuple[str, ...]]:
        """Return Y and the classes; no classes means that the column holds values for regression.

        Texts are classes in alphabetical order. Numbers that take at most 20 different whole values are classes in
        numerical order. Other numbers are values.

        Returns
        -------
        Y : ndarray of shape (1, m) or (n_classes, m)
        classes : tuple of str

        Raises
        ------
        DataError
            For an empty cell, a column that is always the same, too many classes, and a cell that is no number in a
            column of numbers.
        """
        names = self.names()
        for index, name in enumerate(names):
            if not name:
                raise self.error(index, "the cell is empty, expected a label")
        distinct = set(names)
        numeric = {name for name in distinct if is_number(name)}
        if numeric and numeric != distinct:
            self._refuse_mistyped_numbers(names, numeric, distinct)
        if numeric == distinct:
            by_value = {name: float(name) for name in distinct}
            different = sorted(set(by_value.values()))
            if len(different) > NUMERIC_CLASSES_MAXIMUM or not all(value.is_integer() for value in different):
                if len(different) == 1:
                    raise DataError(f"{self.table.name}, column {self.name}: always {names[0]}, nothing to predict")
                return np.array([[by_value[name] for name in names]]), ()
            classes = tuple(str(int(value)) for value in different)
            order = {value: index for index, value in enumerate(different)}
            index_of = {name: order[value] for name, value in by_value.items()}
        else:
            classes = tuple(sorted(distinct))
            index_of = {name: index for index, name in enumerate(classes)}
        self._check_classes(classes)
        return encode_classes([index_of[name] for name in names], len(classes)), classes

    def indices_of(self, classes: Sequence[str]) -> list[int | None]:
        """Return each cell's index among known classes, None where it is none of them; ``1.0`` is the class ``1``."""
        known = {name: index for index, name in enumerate(classes)}
        return [known.get(name, known.get(_whole(name))) for name in self.names()]

    def _refuse_mistyped_numbers(self, names: list[str], numeric: set[str], distinct: set[str]) -> None:
        """Refuse ``nan`` or ``1_0`` among numbers, and a text in a column that has too many numbers to be classes."""
        values = len(numeric) > NUMERIC_CLASSES_MAXIMUM
        for name in sorted(distinct - numeric, key=names.index):
            if values or _almost_number(name):
                raise self.error(names.index(name), number_problem(name))

    def _check_classes(self, classes: tuple[str, ...]) -> None:
        where = f"{self.table.name}, column {self.name}"
        if len(classes) == 1:
            raise DataError(f"{where}: only one class ({classes[0][:40]!r}), expected at least 2")
        if len(classes) > CLASSES_MAXIMUM:
            raise DataError(f"{where}: {len(classes)} classes, expected at most {CLASSES_MAXIMUM}")
        if output_rows(len(classes)) * len(self.cells) > TARGETS_MAXIMUM:
            raise DataError(f"{where}: {len(classes)} classes are too many for {len(self.cells)} rows")


def _whole(name: str) -> str:
    return str(int(float(name))) if is_number(name) and float(name).is_integer() else name


def _almost_number(name: str) -> bool:
    try:
        float(name)
    except ValueError:
        return False
    return True
