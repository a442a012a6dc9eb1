"""Reading a dataset in slices, so that a large file keeps nobody waiting."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Generator
from typing import TypeVar

from playground.data.dataset import DataError, Dataset
from playground.data.table_report import TableReport

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
