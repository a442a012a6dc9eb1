"""Long work that is done in slices between two slices of training: a check, a landscape."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from time import perf_counter
from types import MappingProxyType
from typing import Protocol, TypeVar

Result = TypeVar("Result")

AWAITED = frozenset({"import", "open", "replay", "save"})
"""The kinds of jobs that somebody waits for; the others are done in the background."""


class Job(Protocol):
    """Something that takes longer than a frame, and that works for as long as it is let.

    A job owns copies of what it works on: training goes on beside it.
    """

    def advance(self, seconds: float) -> bool:
        """Work for about so long; return whether it is done."""
        ...

    @property
    def progress(self) -> float:
        """How much of it is done, 0 … 1."""
        ...

    @property
    def result(self) -> object:
        """What there is to show, None if nothing yet: frozen, perhaps partial, and a new object whenever it changed."""
        ...

    # Perhaps also ``finish(session: TrainingSession) -> None``, called once when it is done.


@dataclass
class _Place:
    """A job of one kind, and what it brought so far; the job is None once it is done or given up."""

    job: Job | None
    result: object


class Jobs:
    """The jobs under way, at most one of a kind, and the results of the last of each kind.

    Attributes
    ----------
    changes
        Counts up whenever a result changed.
    """

    def __init__(self) -> None:
        self._places: dict[str, _Place] = {}
        self.changes = 0

    @property
    def busy(self) -> bool:
        """Whether any job is not done."""
        return any(place.job is not None for place in self._places.values())

    def is_under_way(self, kind: str) -> bool:
        """Whether a job of a kind is not done."""
        return kind in self._places and self._places[kind].job is not None

    def start(self, kind: str, job: Job) -> None:
        """Begin a job in place of the one of its kind; the older result stays until the new one has its first."""
        before = self._places.pop(kind, None)
        result = job.result
        if result is None and before is not None:
            result = before.result
        self._places[kind] = _Place(job, result)  # last in line
        self.changes += 1

    def cancel(self, kind: str) -> None:
        """Give a job up; what it brought so far stays to be seen."""
        if kind in self._places:
            self._places[kind].job = None

    def clear(self, keeping: Collection[str] = ()) -> None:
        """Give up every job and forget every result, but those of some kinds: what they are about is gone."""
        kept = {kind: place for kind, place in self._places.items() if kind in keeping}
        if len(kept) < len(self._places):
            self._places = kept
            self.changes += 1

    def results(self, kinds: Collection[str]) -> Mapping[str, object]:
        """Return what the last jobs of some kinds have brought, as far as they brought anything."""
        return MappingProxyType(
            {kind: place.result for kind, place in self._places.items() if kind in kinds and place.result is not None}
        )

    def __contains__(self, kind: object) -> bool:
        """Whether there ever was a job of a kind, since the last clearing."""
        return kind in self._places

    def result(self, kind: str, of: type[Result]) -> Result | None:
        """Return what the last job of a kind has brought, None if nothing of that type."""
        place = self._places.get(kind)
        return place.result if place is not None and isinstance(place.result, of) else None

    def advance(
        self,
        seconds: float,
        background: float | None = None,
        finish: Callable[[Job], None] | None = None,
        *,
        clock: Callable[[], float] = perf_counter,
    ) -> list[Job]:
        """Let the jobs work in turn for about so long; return those that are done now, under way no more.

        A job that fails is given up before its error goes on.

        Parameters
        ----------
        background
            The time for those that nobody waits for, by default the same.
        finish
            Called with each that is done; what it makes of the job's result is the last one.
        """
        under_way = {kind: place for kind, place in self._places.items() if place.job is not None}
        awaited = [place for kind, place in under_way.items() if kind in AWAITED]
        others = [place for kind, place in under_way.items() if kind not in AWAITED]
        if background is None:
            return self._take_turns([*others, *awaited], seconds, finish, clock)
        done = self._take_turns(awaited, seconds, finish, clock)
        return done + self._take_turns(others, background, finish, clock)

    def _take_turns(
        self,
        places: list[_Place],
        seconds: float,
        finish: Callable[[Job], None] | None,
        clock: Callable[[], float],
    ) -> list[Job]:
        done: list[Job] = []
        deadline = clock() + seconds
        for number, place in enumerate(places):
            share = (deadline - clock()) / (len(places) - number)
            if share > 0:
                done += self._advance(place, share, finish)
        return done

    def _advance(self, place: _Place, seconds: float, finish: Callable[[Job], None] | None) -> list[Job]:
        """Let one job work; return it if it is done."""
        job, place.job = place.job, None
        assert job is not None
        done = job.advance(seconds)
        place.job = None if done else job
        if done and finish is not None:
            finish(job)
        result = job.result
        if result is not place.result and result is not None:
            place.result = result
            self.changes += 1
        return [job] if done else []
