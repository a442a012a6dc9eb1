"""One of many networks is taken out: beside the session trained alone first, where it is not at hand."""

from collections.abc import Callable, Generator
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from playground.messages import Message
from playground.training.jobs import Job
from playground.training.training_run import TrainingRun

KIND = "take"
"""The kind of the job, and its key in `Snapshot.work`."""
AT_ONCE = 0.1
"""Seconds: what takes no longer is done while the click is answered."""


class Taking(Struct, frozen=True):
    """What is being taken, and how much of its training is done; None where nothing is under way any more."""

    name: Message
    share: float | None = 0.0


Arrive = Callable[[Any, TrainingRun, Message], None]
"""What becomes of a run, given the session."""


def _go_on_with(session: Any, run: TrainingRun, name: Message) -> None:
    session.take(run, name)
    session.loop.message = Message(
        "{name}, at epoch {epoch:,}, is the network you train now; “Undo” brings back the one before.",
        name=name,
        epoch=session.epoch,
    )


class TakeJob(Job[Taking]):
    """A `Job` that trains a network to where it stood, and then hands it over.

    Parameters
    ----------
    work
        Trains it and returns its run; yields how much is done, from 0 to 1.
    name
        What it is called.
    arrive
        Takes the run, and what it is called; by default a session goes on with it, which can be undone.
    """

    def __init__(self, work: Generator[float, None, TrainingRun], name: Message, arrive: Arrive = _go_on_with) -> None:
        self._label, self._arrive = name, arrive
        self._run: TrainingRun | None = None
        super().__init__(self._work(work), Taking(name))

    def conclude(self, session: Any) -> Taking:
        assert self._run is not None
        self._arrive(session, self._run, self._label)
        return replace(self.result, share=None)

    def give_up(self) -> None:
        super().give_up()
        self.result = replace(self.result, share=None)

    def _work(self, work: Generator[float, None, TrainingRun]) -> Generator[Taking, None, None]:
        while True:
            try:
                yield Taking(self._label, next(work))
            except StopIteration as end:
                self._run = end.value
                return
