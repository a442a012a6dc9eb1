"""Reading a dataset in slices, so that a large file keeps nobody waiting, and how a table was found to be read."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Generator
from typing import Literal, TypeVar

from msgspec import Struct

from playground.data.dataset import DataError, Dataset
from playground.messages import Message

Role = Literal["input", "label", "ignored"]


class TableProblem(Struct, frozen=True):
    """What keeps a table from being read as it stands.

    Parameters
    ----------
    option : str
        The field of `CsvOptions` that would decide it: "decimal", "missing", "ignored" …; empty where none does.
    column : str
        The column it is about, empty for the whole table.
    choices : tuple of str
        The values of that option to choose from, where these are few.
    """

    message: str
    option: str = ""
    column: str = ""
    choices: tuple[str, ...] = ()


class TableColumn(Struct, frozen=True):
    """One column.

    Parameters
    ----------
    name : str
        Its own name, other than that of any other column: what options and experiments call it.
    title : str
        Its name in the file, empty where it has none.
    reason : Message or None
        Why it is left out, or what else speaks for its role.
    values : tuple
        The first three as they are read: numbers, texts, None where there is none.
    distinct : int
        How many different values there are, of numbers counted up to 101.
    kinds : tuple of str
        The kinds that become an input each, of a category; else empty.
    """

    name: str
    title: str
    kind: str
    role: Role
    reason: Message | None
    missing: int
    values: tuple[float | str | None, ...]
    distinct: int
    unit: str = ""
    kinds: tuple[str, ...] = ()


class TableReport(Struct, frozen=True):
    """How a table is read.

    Parameters
    ----------
    encoding, delimiter, decimal, has_header, skip
        As they were found, or asked for; None where the text could not be read so far.
    columns : tuple of TableColumn
        Empty where the table could not be read at all: then `problems` says why.
    rows : int or None
        Examples, without those that were dropped; None where only the head was looked at.
    dropped : int
        Of the rows looked at, those left out for a missing value.
    problem : {"classification", "regression", "images"} or None
        What the table is for, None where nothing can be predicted.
    n_inputs : int
        Inputs of the network: each kind of a category is one.
    problems : tuple of TableProblem
        What reading it so would refuse, the first one first.
    question : TableProblem or None
        What only the person knows, where two answers are plausible; reading goes on with the likelier one.
    notes : tuple of Message
        What is good to know and hinders nothing.
    cells : tuple of tuple of str
        The first rows as they stand in the file, long cells cut.
    """

    name: str
    encoding: str | None = None
    delimiter: str | None = None
    decimal: str | None = None
    has_header: bool | None = None
    skip: int = 0
    columns: tuple[TableColumn, ...] = ()
    rows: int | None = None
    rows_read: int = 0
    rows_about: int = 0
    dropped: int = 0
    problem: str | None = None
    classes: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    inputs: tuple[str, ...] = ()
    n_inputs: int = 0
    problems: tuple[TableProblem, ...] = ()
    question: TableProblem | None = None
    notes: tuple[Message, ...] = ()
    cells: tuple[tuple[str, ...], ...] = ()


_T = TypeVar("_T")


class Reading(ABC):
    """A file on its way to a dataset.

    Attributes
    ----------
    progress : float
        How much is done, 0 … 1.
    dropped : int
        Of these, how many were left out because a value was missing; known at the end.
    report : TableReport or None
        How a table is read; known as soon as it can be told. None for images.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.progress = 0.0
        self.rows = 0
        self.dropped = 0
        self.report: TableReport | None = None
        self._work = self._steps()
        self._dataset: Dataset | None = None
        self._error: DataError | None = None

    @abstractmethod
    def _steps(self) -> Generator[float, None, Dataset]:
        """Work a few milliseconds at a time, yielding how much is done; return the dataset."""

    def step(self) -> bool:
        """Read for some milliseconds; return whether the dataset is there.

        Raises `DataError` if the file cannot be used; again at every further call.
        """
        if self._error is not None:
            raise self._error
        try:
            if self._dataset is None:
                self.progress = next(self._work)
        except StopIteration as end:
            self._dataset, self.progress = end.value, 1.0
        except DataError as error:
            self._error = error
            raise
        except MemoryError as error:
            self._error = DataError(
                "{file}: not enough memory to read it; close other programs, or take fewer rows", file=self.name
            )
            raise self._error from error
        return self._dataset is not None

    @property
    def dataset(self) -> Dataset:
        """What was read.

        Raises `DataError` if it is not complete.
        """
        if self._dataset is None:
            raise DataError("{name}: not read to the end", name=self.name)
        return self._dataset

    def complete(self) -> Dataset:
        """Read to the end, however long it takes.

        Raises `DataError` if the file cannot be used.
        """
        while not self.step():
            pass
        return self.dataset


def finished(steps: Generator[object, None, _T]) -> _T:
    """Take all steps at once, and return what they come to."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: _T = end.value
            return result


def portion(steps: Generator[float | None, None, _T], begin: float, end: float) -> Generator[float, None, _T]:
    """Take steps that tell how much of them is done as a part of something larger, from `begin` to `end` of it."""
    while True:
        try:
            yield begin + (end - begin) * (next(steps) or 0.0)
        except StopIteration as last:
            result: _T = last.value
            return result
