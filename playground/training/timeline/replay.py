"""Making updates again from a recorded moment, up to one that was not recorded."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from time import perf_counter

from playground.training.timeline.recent import MOST_BYTES
from playground.training.timeline.record import Record
from playground.training.training_run import TrainingRun

MOST_KEPT = 16
"""Moments kept on the way: so many spread over it, and so many right before its end."""
AT_ONCE = 16
"""Updates between two looks at the clock."""


class Replay:
    """Updates made again on a copy: a job.

    Parameters
    ----------
    base
        Where to begin.
    update
        Where to end; everything between is by updates alone.
    arrive
        Takes the record of the end, and those to be kept of the way.
    """

    def __init__(self, base: Record, update: int, arrive: Callable[[Record, Sequence[Record]], None]) -> None:
        self._base, self._update, self._arrive = base, update, arrive
        self._kept: list[Record] = []
        self._last = base
        self._run: TrainingRun | None = None
        n_updates = update - base.update
        most = max(2, min(MOST_KEPT, MOST_BYTES // (2 * base.n_bytes)))
        spread = {base.update + n_updates * number // most for number in range(1, most)}
        close = set(range(update - most, update + 1))
        self._stops = sorted(stop for stop in spread | close if stop > base.update)

    def advance(self, seconds: float) -> bool:
        """Make updates for about so long; return whether the end is reached."""
        deadline = perf_counter() + seconds
        while self._stops:
            run = self._run = self._run or TrainingRun.beginning_at(self._base)
            stop = self._stops[0]
            run.trainer.run_updates(min(AT_ONCE, stop - run.trainer.update))
            if run.trainer.update == stop:
                self._stops.pop(0)
                state = run.trainer.state()
                # What the base says of the way to it, a later moment must not say again.
                self._last = replace(
                    self._base, state=state, begins=False, moved=False, passing=False, before=None, gap=False
                )
                self._kept.append(self._last)
            if perf_counter() >= deadline:
                break
        return not self._stops

    @property
    def progress(self) -> float:
        """How much of the way is made, 0 … 1."""
        whole = self._update - self._base.update
        return 1 - (self._update - self._last.update) / whole if whole else 1.0

    @property
    def result(self) -> None:
        """There is nothing to show on the way."""

    def finish(self, session: object) -> None:
        """Arrive."""
        del session
        self._arrive(self._last, self._kept)
