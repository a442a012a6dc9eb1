"""Stepping back: updates made again from a recorded moment, and a few moments kept so that a step is made at once."""

from bisect import bisect_right
from collections.abc import Callable, Generator, Sequence
from operator import attrgetter

from msgspec.structs import replace

from playground.training.jobs import Job
from playground.training.moments import Record
from playground.training.training_run import TrainingRun

NOTES = 4
MOST = 96
MOST_BYTES = 8 * 2**20
MOST_KEPT = 16
"""Moments kept on the way: so many spread over it, and so many right before its end."""
AT_ONCE = 16
"""Updates between two looks at the clock."""


class Replay(Job[None]):
    """Updates made again on a copy: a `Job`.

    Parameters
    ----------
    update
        Where to end; everything between is by updates alone.
    arrive
        Takes the record of the end, and those to be kept of the way.
    """

    def __init__(self, base: Record, update: int, arrive: Callable[[Record, Sequence[Record]], None]) -> None:
        n_updates = update - base.update
        most = max(2, min(MOST_KEPT, MOST_BYTES // (2 * base.n_bytes)))
        spread = {base.update + n_updates * number // most for number in range(1, most)}
        close = set(range(update - most, update + 1))
        self._base, self._arrive = base, arrive
        self._kept: list[Record] = []
        super().__init__(self._again(sorted(stop for stop in spread | close if stop > base.update)), None)

    def conclude(self, session: object) -> None:  # noqa: ARG002 - whoever began it knows where it arrives
        """Arrive at the last moment."""
        self._arrive(self._kept[-1] if self._kept else self._base, self._kept)

    def _again(self, stops: Sequence[int]) -> Generator[None, None, None]:
        """Make updates up to each of the stops."""
        if not stops:
            return
        trainer = TrainingRun.beginning_at(self._base).trainer
        # What the base says of the way to it, a later moment must not say again.
        plain = replace(self._base, begins=False, moved=False, passing=False, before=None, gap=False)
        for stop in stops:
            while trainer.update < stop:
                trainer.run_updates(min(AT_ONCE, stop - trainer.update))
                yield
            self._kept.append(replace(plain, state=trainer.state()))


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
        self._records = []

    def last_at(self, update: int) -> Record | None:
        """Return the last moment not after an update."""
        index = bisect_right(self._records, update, key=attrgetter("update"))
        return self._records[index - 1] if index else None
