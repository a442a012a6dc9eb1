"""The recorded moments of a training, in bounded memory however long it goes on, and what is kept of a run."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from operator import attrgetter

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from playground.training.errors import TrainingError
from playground.training.moments import Record, RunState
from playground.training.results import Curves, Recorded
from playground.training.shared_bytes import SharedBytes, Thing

CAPACITY = 1000
BUDGET = 64 * 2**20
BUDGETS = (2**20, 2**33)
"""The least and the most that a budget can be, in bytes."""
FEWEST = 3
"""The first record, the last change and the last record always stay."""
NO_MOMENTS = np.zeros((2, 0), np.int64)
NO_MOMENTS.flags.writeable = False


class Records:
    """Records of every epoch at first, thinned as the history is: when there is no more room every second one goes.

    Records of changes stay longer, because nothing can be replayed across a change that is forgotten.

    `budget`: the most memory the records may take, in bytes.

    `stride`: every how many epochs a record is kept.
    """

    def __init__(self, budget: int = BUDGET) -> None:
        self._records: list[Record] = []
        self._own_bytes = 0
        self._shared = SharedBytes()
        self._budget = budget
        self._recorded: Recorded | None = None
        self._moments = NO_MOMENTS
        self.stride = 1

    @classmethod
    def of(cls, records: Iterable[Record], stride: int, budget: int = BUDGET) -> "Records":
        """Return records with the stride of others, as many as the budget allows."""
        made = cls(budget)
        made.stride = stride
        made._replace(list(records))
        made._keep_within_budget()
        return made

    def __len__(self) -> int:
        return len(self._records)

    def __getitem__(self, index: int) -> Record:
        return self._records[index]

    def __iter__(self) -> Iterator[Record]:
        """Go through them, their updates ascending."""
        return iter(self._records)

    @property
    def budget(self) -> int:
        """The most memory the records may take, in bytes.

        Raises `TrainingError` where it is set to less than 1 MiB or to more than 8 GiB.
        """
        return self._budget

    @budget.setter
    def budget(self, n_bytes: int) -> None:
        low, high = BUDGETS
        if not low <= n_bytes <= high:
            raise TrainingError(
                "a timeline of {n_bytes:.4g} MiB, expected {low} to {high} MiB",
                n_bytes=n_bytes / 2**20,
                low=low >> 20,
                high=high >> 20,
            )
        self._budget, self._recorded = n_bytes, None
        self._keep_within_budget()

    @property
    def n_bytes(self) -> int:
        """The memory of the records; what they share with the run as it is now is not theirs."""
        if not self._records:
            return 0
        return self._own_bytes + self._shared.total - self._records[-1].examples.n_bytes

    def add(self, record: Record) -> None:
        """Add a record; one of the last update takes that one's place, and so does one after a passing one."""
        if self._records:
            last = self._records[-1]
            if last.update >= record.update:
                record = _in_place_of(last, record)
                self._drop_last()
            elif not last.begins and (last.passing or last.epoch % self.stride):
                record = _after(last, record)
                self._drop_last()
        self._records.append(record)
        self._own_bytes += record.n_bytes
        self._shared.add((record.examples, record.initial))
        self._recorded = None
        self._keep_within_budget()

    def cut(self, update: int) -> None:
        """Forget every record after an update."""
        while self._records[-1].update > update:
            self._drop_last()

    def index_at(self, update: int) -> int:
        """Return the number of the last record not after an update."""
        return bisect_right(self._records, update, key=attrgetter("update")) - 1

    def after(self, update: int) -> list[Record]:
        return self._records[self.index_at(update) + 1 :]

    def nearest(self, epoch: float) -> int:
        """Return the number of the record nearest to an epoch; of several the last."""
        last = len(self._records) - 1
        return last - min(range(last + 1), key=lambda back: abs(self._records[last - back].epoch - epoch))

    def recorded(self, position: int | None) -> Recorded:
        """Return what the outside sees; the same object until something changed."""
        if self._recorded is None or self._recorded.position != position:
            added = [(record.epoch, record.update) for record in self._records[self._moments.shape[1] :]]
            if added:
                self._moments = np.concatenate([self._moments, np.array(added, np.int64).T], axis=1)
                self._moments.flags.writeable = False
            epochs, updates = self._moments
            self._recorded = Recorded(epochs, updates, position, self.n_bytes, self._budget, self.stride)
        return self._recorded

    def copy(self) -> "Records":
        """Return an independent list of the same records."""
        other = Records(self._budget)
        other._records, other._own_bytes = self._records.copy(), self._own_bytes
        other._shared, other.stride = self._shared.copy(), self.stride
        other._recorded, other._moments = self._recorded, self._moments
        return other

    def _drop_last(self) -> None:
        record = self._records.pop()
        self._own_bytes -= record.n_bytes
        self._shared.remove((record.examples, record.initial))
        self._recorded, self._moments = None, self._moments[:, : len(self._records)]

    def _replace(self, records: list[Record]) -> None:
        self._records, self._shared, self._recorded = records, SharedBytes(), None
        self._moments = NO_MOMENTS
        self._own_bytes = sum(record.n_bytes for record in records)
        for record in records:
            self._shared.add((record.examples, record.initial))

    def _keep_within_budget(self) -> None:
        while (len(self._records) > CAPACITY or self.n_bytes > self._budget) and len(self._records) > FEWEST:
            changes = sum(record.begins for record in self._records)
            mostly_changes = 2 * changes > len(self._records)
            forgotten = self._forget_changes() if mostly_changes else self._forget_epochs()
            if not forgotten and not (self._forget_epochs() if mostly_changes else self._forget_changes()):
                return

    def _forget_epochs(self) -> bool:
        """Drop the records of every second epoch; return whether there were any to drop."""
        between = {number: record for number, record in enumerate(self._records[1:-1], start=1) if not record.begins}
        dropped: set[int] = set()
        while between and not dropped:
            self.stride *= 2
            far = self.stride > self._records[-1].epoch
            dropped = {
                number for number, record in between.items() if far or record.passing or record.epoch % self.stride
            }
        self._drop(dropped)
        return bool(dropped)

    def _forget_changes(self) -> bool:
        """Drop every second change but the first and the last; return whether there were any to drop."""
        changes = [number for number, record in enumerate(self._records) if record.begins]
        dropped = set(changes[1:-1:2])
        self._drop(dropped)
        return bool(dropped)

    def _drop(self, dropped: set[int]) -> None:
        kept: list[Record] = []
        last: Record | None = None
        for number, record in enumerate(self._records):
            after = record if last is None else _after(last, record)
            last = after if number in dropped else None
            if last is None:
                kept.append(after)
        self._replace(kept)


def _in_place_of(old: Record, new: Record) -> Record:
    """Return a record of the same update, with what was known of the way to it."""
    return replace(_after(old, new), begins=new.begins or old.begins, gap=old.gap, passing=new.passing and old.passing)


def _after(forgotten: Record, record: Record) -> Record:
    """Return a record with what is to be known of the one before it, now forgotten."""
    if not (forgotten.begins or forgotten.moved or forgotten.gap or forgotten.before is not None):
        return record
    return replace(
        record,
        moved=record.moved or forgotten.moved,
        before=record.before if forgotten.before is None else forgotten.before,
        gap=record.gap or forgotten.gap or forgotten.begins,
    )


class RunMemory(Struct, frozen=True, eq=False):
    """One moment of a run, the way it came, and ways that were left.

    Attributes
    ----------
    tip
        Where a person who has gone back in time came from, None at the growing end.
    records
        The recorded moments; never changed.
    branches
        The curves of ways that were left, oldest first.
    """

    state: RunState
    tip: RunState | None
    records: Records
    branches: tuple[Curves, ...]

    @property
    def things(self) -> Iterator[Thing]:
        yield from self.state.things
        if self.tip is not None:
            yield from self.tip.things
        for record in self.records:
            yield record
            yield record.examples
            yield record.initial
        yield from self.branches
