"""Training the two networks of a contrasting pair side by side, beside the training of the window."""

from collections.abc import Generator
from typing import cast

from playground.training.jobs import Job
from playground.training.pairs import PAIRS, PairReport, PairSide
from playground.training.pins import outcome
from playground.training.session import TrainingSession

LOOKS = 60
"""So often both are looked at on their way."""
SLICE_SECONDS = 0.004


class PairJob(Job[PairReport]):
    """A `Job` that trains both networks of a pair, epoch by epoch in turns, and then asks Health about them."""

    def __init__(self, name: str) -> None:
        self._pair = PAIRS[name]
        self._sessions = tuple(TrainingSession(experiment) for experiment in self._pair.experiments())
        super().__init__(self._work(), self._report(0.0))

    def _work(self) -> Generator[PairReport | None, None, PairReport]:
        epochs = self._pair.epochs
        for look in range(1, LOOKS + 1):
            goal = max(1, epochs * look // LOOKS)
            for session in self._sessions:
                while session.loop.divergence is None and session.epoch < goal:
                    session.advance(SLICE_SECONDS, until_epoch=goal)
                    yield None
            yield self._report(look / LOOKS)
        for session in self._sessions:
            while (health := session.observer.health()) is not None and health.is_open:
                session.jobs.advance(SLICE_SECONDS)
                yield None
        return self._report(1.0, done=True)

    def _report(self, progress: float, *, done: bool = False) -> PairReport:
        sides = tuple(_side(session, done=done) for session in self._sessions)
        return PairReport(self._pair.name, cast(tuple[PairSide, PairSide], sides), progress, done)


def _side(session: TrainingSession, *, done: bool) -> PairSide:
    health = session.observer.health() if done else None
    portrait = outcome(session.run)["portrait"]
    return PairSide.of(session.run, portrait, () if health is None else health.findings)
