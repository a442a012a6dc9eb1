"""Cells of a label column as classes or as values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from playground.data.cells import NO_LABEL, decimal_mark, is_missing, is_number, number_problem, numbers
from playground.data.csv_table import CsvTable
from playground.data.dataset import DataError, FloatArray, IntArray, encode_classes, output_rows

NUMERIC_CLASSES_MAXIMUM = 20
"""Numeric labels are classes if they take at most so many different whole values."""
CLASSES_MAXIMUM = 100
TARGETS_MAXIMUM = 25_000_000
"""Numbers in Y at most; one-hot targets of many classes grow much larger than their file."""


@dataclass(frozen=True, eq=False)
class LabelColumn:
    """One column to predict.

    Parameters
    ----------
    table : CsvTable
    column : int
    lines : ndarray of int, shape (m,)
        Line of each cell in the file.
    codes : ndarray of int, shape (m,)
        Which of the different cells each one is.
    distinct : sequence of str
        The different cells, as they stand there.
    """

    table: CsvTable
    column: int
    lines: IntArray
    codes: IntArray
    distinct: Sequence[str]

    @property
    def name(self) -> str:
        """Name of the column."""
        return self.table.columns[self.column]

    @property
    def cells(self) -> list[str]:
        """The cells, one by one, as they stand there."""
        return [self.distinct[code] for code in self.codes]

    def cell(self, index: int) -> str:
        """Return one cell as it stands there."""
        return self.distinct[int(self.codes[index])]

    @cached_property
    def names(self) -> list[str]:
        """The different cells without the white space around them; a line break inside becomes a space."""
        return [" ".join(cell.split()) for cell in self.distinct]

    @cached_property
    def decimal(self) -> str:
        """The decimal mark of its numbers."""
        return decimal_mark(self.names, self.table.delimiter)

    def first(self, wanted: Sequence[bool]) -> int:
        """Return the row of the first cell among those that are wanted of the different ones."""
        return int(np.asarray(wanted, dtype=np.bool_)[self.codes].argmax())

    def error(self, index: int, problem: str) -> DataError:
        """Return the error that a cell is."""
        return DataError(f"{self.table.place(int(self.lines[index]), self.column)}: {problem}")

    def lacking(self) -> NDArray[np.bool_]:
        """Return which cells, shape (m,), say that there is no label."""
        absent = [is_missing(cell) for cell in self.distinct]
        if numbers([name for name, gone in zip(self.names, absent, strict=True) if not gone], self.decimal) is None:
            absent = [cell.strip().casefold() in NO_LABEL for cell in self.distinct]
        return np.asarray(absent, dtype=np.bool_)[self.codes]

    def missing_error(self, index: int) -> DataError:
        """Return the error that a cell without a label is."""
        cell = self.cell(index).strip()
        return self.error(
            index,
            f"{cell[:40]!r} stands for a missing value, expected a label"
            if cell
            else "the cell is empty, expected a label",
        )

    def of(self, rows: NDArray[np.bool_]) -> LabelColumn:
        """Return the column without the other rows, and without the different cells that then are gone."""
        codes, first, of_each = np.unique(self.codes[rows], return_index=True, return_inverse=True)
        order = np.argsort(first)  # the different cells stay in the order of the file
        rank = np.empty_like(order)
        rank[order] = np.arange(len(order))
        kept = [self.distinct[code] for code in codes[order]]
        return replace(self, lines=self.lines[rows], codes=rank[of_each], distinct=kept)

    def values(self) -> FloatArray:
        """Return the cells as numbers, shape (m,).

        Raises
        ------
        DataError
            At the first cell that is no number.
        """
        values = numbers(self.names, self.decimal)
        if values is None:
            index = self.first([not is_number(name, self.decimal) for name in self.names])
            raise self.error(index, number_problem(self.cell(index), self.decimal))
        array: FloatArray = np.array(values)[self.codes]
        return array

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
        if not all(self.names):
            raise self.error(self.first([not name for name in self.names]), "the cell is empty, expected a label")
        values = numbers(self.names, self.decimal)
        if values is None:
            self._refuse_mistyped_numbers()
            classes = tuple(sorted(set(self.names)))
            order = {name: index for index, name in enumerate(classes)}
            indices = np.array([order[name] for name in self.names], dtype=np.intp)
        else:
            different, indices = np.unique(np.array(values), return_inverse=True)
            if len(different) > NUMERIC_CLASSES_MAXIMUM or not all(value.is_integer() for value in different.tolist()):
                if len(different) == 1:
                    where = f"{self.table.name}, column {self.name}"
                    raise DataError(f"{where}: always {self.names[0]}, nothing to predict")
                return np.array(values)[self.codes][np.newaxis], ()
            classes = tuple(str(int(value)) for value in different)
        self._check_classes(classes)
        return encode_classes(indices[self.codes], len(classes)), classes

    def indices_of(self, classes: Sequence[str]) -> list[int | None]:
        """Return each cell's index among known classes, None where it is none of them; ``1.0`` is the class ``1``."""
        known = {name: index for index, name in enumerate(classes)}
        found = [known.get(name, known.get(_whole(name, self.decimal))) for name in self.names]
        return [found[code] for code in self.codes]

    def _refuse_mistyped_numbers(self) -> None:
        """Refuse ``nan`` or ``1_0`` among numbers, and a text in a column that has too many numbers to be classes."""
        numeric = {name: is_number(name, self.decimal) for name in self.names}
        if not any(numeric.values()):
            return
        many = sum(numeric.values()) > NUMERIC_CLASSES_MAXIMUM
        bad = [not numeric[name] and (many or _almost_number(name)) for name in self.names]
        if any(bad):
            index = self.first(bad)
            raise self.error(index, number_problem(self.cell(index), self.decimal))

    def _check_classes(self, classes: tuple[str, ...]) -> None:
        where = f"{self.table.name}, column {self.name}"
        if len(classes) == 1:
            raise DataError(f"{where}: only one class ({classes[0][:40]!r}), expected at least 2")
        if len(classes) > CLASSES_MAXIMUM:
            raise DataError(f"{where}: {len(classes)} classes, expected at most {CLASSES_MAXIMUM}")
        if output_rows(len(classes)) * len(self.codes) > TARGETS_MAXIMUM:
            raise DataError(f"{where}: {len(classes)} classes are too many for {len(self.codes)} rows")


def _whole(name: str, decimal: str) -> str:
    if not is_number(name, decimal):
        return name
    value = float(name.replace(decimal, "."))
    return str(int(value)) if value.is_integer() else name


def _almost_number(name: str) -> bool:
    try:
        float(name)
    except ValueError:
        return False
    return True
