"""Making updates again from a recorded moment, up to one that was not recorded."""

from collections.abc import Callable, Generator, Sequence
from dataclasses import replace

from playground.training.jobs import Job
from playground.training.timeline.recent import MOST_BYTES
from playground.training.timeline.record import Record
from playground.training.training_run import TrainingRun

MOST_KEPT = 16
"""Moments kept on the way: so many spread over it, and so many right before its end."""
AT_ONCE = 16
"""Updates between two looks at the clock."""


class Replay(Job[None]):
    """Updates made again on a copy: a `Job`.

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
        n_updates = update - base.update
        most = max(2, min(MOST_KEPT, MOST_BYTES // (2 * base.n_bytes)))
        spread = {base.update + n_updates * number // most for number in range(1, most)}
        close = set(range(update - most, update + 1))
        super().__init__(_steps(base, sorted(stop for stop in spread | close if stop > base.update), arrive), None)


def _steps(
    base: Record, stops: Sequence[int], arrive: Callable[[Record, Sequence[Record]], None]
) -> Generator[None, None, Callable[[object], None]]:
    """Make updates up to each of the stops; return what arrives at the last."""
    kept: list[Record] = []
    if stops:
        trainer = TrainingRun.beginning_at(base).trainer
        for stop in stops:
            while trainer.update < stop:
                trainer.run_updates(min(AT_ONCE, stop - trainer.update))
                yield
            # What the base says of the way to it, a later moment must not say again.
            plain = replace(base, begins=False, moved=False, passing=False, before=None, gap=False)
            kept.append(replace(plain, state=trainer.state()))
    return lambda _session: arrive(kept[-1] if kept else base, kept)
