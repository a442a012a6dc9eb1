"""What is kept of a run and its way to come back to it."""

from collections.abc import Iterator

from msgspec import Struct

from playground.training.moments import RunState
from playground.training.results import Curves
from playground.training.shared_bytes import Thing
from playground.training.timeline.records import Records


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
