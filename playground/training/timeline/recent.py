"""Moments shortly before the present one, so that a step back is made at once."""

from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter

from playground.training.moments import Record

NOTES = 4
MOST = 96
MOST_BYTES = 8 * 2**20


class Recent:
    """A few moments of the last stretch; whoever steps back through all of them gets there by a replay again."""

    def __init__(self) -> None:
        self._records: list[Record] = []

    def note(self, record: Record) -> None:
        """Keep a moment that training came through."""
        self.cut(record.update - 1)
        self._records = [*self._records[1 - NOTES :], record]

    def keep(self, records: Sequence[Record]) -> None:
        """Keep the moments of a replay, their updates ascending."""
        if records:
            self.cut(records[0].update - 1)
        self._records = [*self._records, *records][-MOST:]
        while sum(record.n_bytes for record in self._records) > 2 * MOST_BYTES:
            del self._records[0]

    def cut(self, update: int) -> None:
        """Forget what is after an update."""
        while self._records and self._records[-1].update > update:
            self._records.pop()

    def clear(self) -> None:
        """Forget everything."""
        self._records = []

    def last_at(self, update: int) -> Record | None:
        """Return the last moment not after an update."""
        index = bisect_right(self._records, update, key=attrgetter("update"))
        return self._records[index - 1] if index else None
