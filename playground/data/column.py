"""A column of a table: its cells as values or texts, and what can be counted in them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Literal

import numpy as np
from msgspec import Struct, field
from numpy.typing import NDArray

from playground.data.dataset import FloatArray, IntArray
from playground.data.table_report import TableProblem
from playground.messages import Message

Kind = Literal["number", "yes_no", "category", "text", "date", "empty"]

HEAD = 2000
"""Values that mostly tell already what holds for all of them."""
DISTINCT_MAXIMUM = 101


class Column(Struct, eq=False, dict=True):
    """A column, and what it holds.

    Attributes
    ----------
    name : str
        Its own name, other than that of any other column.
    title : str
        As the file has it; empty for a column without a name.
    absent : ndarray of bool, shape (m,)
        Where there is no value.
    values : ndarray of float, shape (m,), or None
        Of numbers, and of yes and no: 1 and 0.
    codes : ndarray of int, shape (m,), or None
        Which of `texts` a cell is; -1 where there is none. None where only the numbers are known.
    texts : tuple of str
        The different cells, without the white space around them.
    decimal, thousands, unit : str
        The marks in its numbers, empty where there are none, and their unit.
    padded : bool
        Whether there are numbers with zeros in front, as codes have: 01 is not 1.
    spelling : str
        What a value that is missing is called.
    problem : TableProblem or None
        Why its numbers cannot be read without a decision.
    """

    place: int
    name: str
    title: str
    kind: Kind
    absent: NDArray[np.bool_]
    values: FloatArray | None = None
    codes: IntArray | None = None
    texts: tuple[str, ...] = ()
    decimal: str = ""
    thousands: str = ""
    unit: str = ""
    padded: bool = False
    spelling: str = ""
    problem: TableProblem | None = None
    yes: str = ""
    notes: list[Message] = field(default_factory=list)

    @cached_property
    def missing(self) -> int:
        return int(self.absent.sum())

    @cached_property
    def present(self) -> int:
        return len(self.absent) - self.missing

    @property
    def missing_cell(self) -> Message:
        """What is wrong with a cell without a value."""
        if not self.spelling:
            return Message("the cell is empty")
        return Message("{cell} stands for a missing value", cell=repr(self.spelling[:40]))

    def used_texts(self) -> tuple[str, ...]:
        """Return the different texts in alphabetical order."""
        return tuple(sorted(set(self.texts)))

    @property
    def distinct(self) -> int:
        """How many different values there are, of numbers counted up to `DISTINCT_MAXIMUM`."""
        if self.kind != "number" or self.values is None:
            return len(set(self.texts))
        head = len(np.unique(self.values[:HEAD][~self.absent[:HEAD]]))
        return min(head if head > DISTINCT_MAXIMUM else len(self.distinct_numbers()), DISTINCT_MAXIMUM)

    def distinct_numbers(self) -> FloatArray:
        """Return the different numbers in ascending order."""
        assert self.values is not None, "a column of numbers"
        found: FloatArray = np.unique(self.values[~self.absent])
        return found

    @cached_property
    def is_constant(self) -> bool:
        if self.kind in ("number", "yes_no"):
            assert self.values is not None
            there = self.values[~self.absent] if self.missing else self.values
            head = there[:HEAD]
            return len(there) > 0 and bool((head == there[0]).all()) and bool((there == there[0]).all())
        return len(set(self.texts)) == 1

    @cached_property
    def is_whole(self) -> bool:
        if self.kind != "number" or self.values is None:
            return False
        there = self.values[~self.absent] if self.missing else self.values
        head = there[:HEAD]
        return bool((head == np.floor(head)).all()) and bool((there == np.floor(there)).all())

    @cached_property
    def is_different(self) -> bool:
        """Whether no two of its values are the same."""
        if self.values is not None and self.kind == "number":
            return len(self.distinct_numbers()) == self.present
        return len(set(self.texts)) == self.present

    @cached_property
    def counts(self) -> bool:
        """Whether it only counts the rows: 0, 1, 2 … or from another number on."""
        if not self.is_whole or self.present < 3 or self.missing:
            return False
        assert self.values is not None
        return bool((np.diff(self.values) == 1).all())

    def first(self) -> tuple[float | str | None, ...]:
        """Return the first three values as they are read."""
        return tuple(self.value(row) for row in range(min(3, len(self.absent))))

    def value(self, row: int) -> float | str | None:
        """Return a value as it is read, None where it is missing."""
        if self.absent[row]:
            return None
        if self.values is not None:
            return float(self.values[row])
        assert self.codes is not None
        return self.texts[int(self.codes[row])]


def lacking(columns: Iterable[Column], m: int) -> NDArray[np.bool_]:
    """Return which of `m` rows lack a value in one of these columns."""
    found = np.zeros(m, dtype=np.bool_)
    for column in columns:
        found |= column.absent
    return found
