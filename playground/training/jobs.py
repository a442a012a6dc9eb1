"""Long work that is done in steps between two slices of training: a check, a landscape, a file."""

import logging
from collections.abc import Callable, Collection, Generator, Mapping
from time import perf_counter
from types import MappingProxyType
from typing import Any, Generic, Protocol, TypeVar

import numpy as np
from msgspec import Struct

from playground.messages import Message, RefusalError

Result = TypeVar("Result")
Clock = Callable[[], float]

MANY, ATLAS, COMPARE = "many", "atlas", "compare"
"""The kinds of jobs that a saved session keeps: the networks on the wall and in the atlas, two branches of a run."""
AWAITED = frozenset({"import", "open", "replay", "save", "take"})
"""The kinds of jobs that somebody waits for; the others are done in the background."""
logger = logging.getLogger("playground")


class Job(Generic[Result]):
    """Something that takes longer than a frame, done in steps of some milliseconds.

    A job owns copies of what it works on: training goes on beside it. Whatever happens in it, it comes to an end, and
    an error is told.

    Parameters
    ----------
    steps
        The work: yields what there is to show where that has changed, else None, and returns the last result, or None
        where that was shown.
    result
        What there is to show before the first step.
    name
        What it works on, for messages.

    Attributes
    ----------
    result
        What there is to show: frozen, perhaps partial, and a new object whenever it changed.
    rests
        Whether it waits for a person, and takes no turn until then.
    """

    rests = False

    def __init__(self, steps: Generator[Result | None, None, Result | None], result: Result, name: str = "") -> None:
        self._steps: Generator[Result | None, None, Result | None] | None = steps
        self._concluded = False
        self._name = name
        self.result = result

    @np.errstate(all="ignore")  # what comes to no number is shown as such
    def advance(self, seconds: float, *, clock: Clock = perf_counter) -> bool:
        """Work for about so long, one step at least; return whether it is over."""
        deadline = clock() + seconds
        while self._steps is not None:
            try:
                self._take(next(self._steps))
            except StopIteration as end:
                self._steps = None
                self._take(end.value)
            except Exception as error:  # an endless wait for its end would be worse than any of them
                self._give_up(error)
            if clock() >= deadline:
                break
        return self._steps is None

    def look(self) -> Result:
        """Return what there is to show, as somebody looks: jobs that show a lot make it only then."""
        return self.result

    def finish(self, session: Any) -> None:
        """Do to a session what it came to, once it is over; a second time nothing."""
        if not self._concluded:
            self._concluded = True
            try:
                self._take(self.conclude(session))
            except Exception as error:
                self._give_up(error)

    def conclude(self, session: Any) -> Result | None:  # noqa: ARG002 - most jobs only bring a result
        """Change the session, where jobs of this kind do so at their end; return the last result then."""
        return None

    def give_up(self) -> None:
        """Come to an end at once, and to nothing: what it holds open is closed."""
        if self._steps is not None:
            self._steps.close()
        self._steps, self._concluded = None, True

    def kept(self) -> "KeptJob | None":
        """Return what a saved session keeps of it; None for most."""
        return None

    def refused(self, problem: str) -> Result | None:  # noqa: ARG002 - told by results that can
        """Return the result that tells why it came to nothing; None where results of its kind tell no such thing."""
        return None

    def _take(self, found: Result | None) -> None:
        if found is not None:
            self.result = found

    def _give_up(self, error: Exception) -> None:
        self._steps, self._concluded = None, True
        told = self.refused(_problem(error, self._name))
        if told is None:
            raise error
        if not isinstance(error, RefusalError | MemoryError):
            logger.error("unexpected", exc_info=error)
        self.result = told


def _problem(error: Exception, name: str) -> str:
    if isinstance(error, RefusalError):
        return error.message
    if isinstance(error, MemoryError):
        return Message("{name}: not enough memory; close other programs, or take fewer examples", name=name)
    return Message(
        "{name}: something unexpected went wrong ({error}); its details are in the log",
        name=name,
        error=f"{type(error).__name__}: {error}",
    )


class KeptJob(Protocol):
    """A job as a saved session keeps it."""

    def job(self) -> Job[Any]:
        """Return it again."""


class _Place(Struct):
    """A job of one kind, and what it brought so far; the job is None once it is done or given up."""

    job: Job[Any] | None
    result: object

    @property
    def shown(self) -> object:
        """What somebody who looks now is shown."""
        found = None if self.job is None else self.job.look()
        return self.result if found is None else found


class Jobs:
    """The jobs under way, at most one of a kind, and the results of the last of each kind.

    `changes`: counts up whenever a result changed.
    """

    def __init__(self, session: Any = None) -> None:
        self._places: dict[str, _Place] = {}
        self._session = session
        self.changes = 0

    @property
    def busy(self) -> bool:
        return any(place.job is not None and not place.job.rests for place in self._places.values())

    def is_under_way(self, kind: str) -> bool:
        """Whether a job of a kind is not done."""
        return kind in self._places and self._places[kind].job is not None

    def under_way(self, kind: str, of: type[Result]) -> Result | None:
        """Return the job of a kind that is not done, None if there is none of that type."""
        place = self._places.get(kind)
        return place.job if place is not None and isinstance(place.job, of) else None

    def kept(self, kind: str) -> KeptJob | None:
        """Return what a saved session keeps of the job of a kind."""
        place = self._places.get(kind)
        return None if place is None or place.job is None else place.job.kept()

    def start(self, kind: str, job: Job[Any], at_once: float | None = None) -> None:
        """Begin a job in place of the one of its kind; the older result stays until the new one has its first."""
        self.cancel(kind)
        before = self._places.pop(kind, None)
        result = job.result
        if result is None and before is not None:
            result = before.result
        place = self._places[kind] = _Place(job, result)  # last in line
        self.changes += 1
        if at_once is not None:
            self._advance(place, at_once)

    def cancel(self, kind: str) -> None:
        """Give a job up; what it brought so far stays to be seen."""
        place = self._places.get(kind)
        if place is not None and place.job is not None:
            job, place.job = place.job, None
            job.give_up()
            self._take_over(place, job)

    def clear(self, keeping: Collection[str] = ()) -> None:
        """Give up every job and forget every result, but those of some kinds: what they are about is gone."""
        kept = {kind: place for kind, place in self._places.items() if kind in keeping}
        if len(kept) < len(self._places):
            for kind in self._places.keys() - kept.keys():
                self.cancel(kind)
            self._places = kept
            self.changes += 1

    def results(self, kinds: Collection[str]) -> Mapping[str, object]:
        """Return what the last jobs of some kinds have brought, as far as they brought anything."""
        shown = {kind: place.shown for kind, place in self._places.items() if kind in kinds}
        return MappingProxyType({kind: result for kind, result in shown.items() if result is not None})

    def __contains__(self, kind: object) -> bool:
        """Whether there ever was a job of a kind, since the last clearing."""
        return kind in self._places

    def result(self, kind: str, of: type[Result]) -> Result | None:
        """Return what the last job of a kind has brought, None if nothing of that type."""
        place = self._places.get(kind)
        return place.result if place is not None and isinstance(place.result, of) else None

    def advance(self, seconds: float, background: float | None = None, *, clock: Clock = perf_counter) -> bool:
        """Let the jobs work in turn for about so long; return whether there is more to do.

        `background`: the time for those that nobody waits for, by default the same.

        Raises
        ------
        Exception
            What went wrong in a job whose results cannot tell it; the job is given up.
        """
        under_way = {
            kind: place for kind, place in self._places.items() if place.job is not None and not place.job.rests
        }
        awaited = [place for kind, place in under_way.items() if kind in AWAITED]
        others = [place for kind, place in under_way.items() if kind not in AWAITED]
        if background is None:
            self._take_turns([*others, *awaited], seconds, clock)
        else:
            self._take_turns(awaited, seconds, clock)
            self._take_turns(others, background, clock)
        return self.busy

    def _take_turns(self, places: list[_Place], seconds: float, clock: Clock) -> None:
        deadline = clock() + seconds
        for number, place in enumerate(places):
            share = (deadline - clock()) / (len(places) - number)
            if share > 0 and place.job is not None:  # one before it may have ended with giving all others up
                self._advance(place, share)

    def _advance(self, place: _Place, seconds: float) -> None:
        job, place.job = place.job, None
        assert job is not None
        try:
            if job.advance(seconds):
                job.finish(self._session)
            else:
                place.job = job
        finally:
            self._take_over(place, job)

    def _take_over(self, place: _Place, job: Job[Any]) -> None:
        if job.result is not place.result and job.result is not None:
            place.result = job.result
            self.changes += 1
