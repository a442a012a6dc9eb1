"""Opening in slices: a session file as it was, or anything else that an experiment can be."""

from collections.abc import Callable, Generator
from dataclasses import replace
from typing import TYPE_CHECKING

from playground.files import check_data, open_target
from playground.files.sessions.names import is_session
from playground.files.sessions.session_file import reading_session
from playground.training.jobs import Job
from playground.training.saved.progress import OpenProgress, moved
from playground.training.saved.recalling import Recalling
from playground.training.session_memory import SessionMemory

if TYPE_CHECKING:
    from playground.training.session import TrainingSession

READING = 0.7
"""Of the whole time, about what it takes to read the file."""

Begin = Callable[["TrainingSession"], None]
Opened = Callable[["TrainingSession"], OpenProgress]


def read_memory(path: str) -> SessionMemory:
    """Read a session file at once.

    Raises
    ------
    FileError
        If it is no session, of a newer version, or damaged.
    """
    reading = _recalling(path)
    while True:
        try:
            next(reading)
        except StopIteration as end:
            memory: SessionMemory = end.value
            return memory


class OpenJob(Job[OpenProgress]):
    """Reads what a person wants to open; a `Job`. What is there stays until all is read and found good.

    Parameters
    ----------
    target
        The name of a session, or what `open_target` takes.
    number
        By which it is known again.
    """

    def __init__(self, target: str, number: int) -> None:
        super().__init__(self._opening(target), OpenProgress(target, number), target)

    def refused(self, problem: str) -> OpenProgress:
        """Return the progress that tells a problem."""
        return replace(self.result, done=True, problem=problem)

    def _opening(self, target: str) -> Generator[OpenProgress | None, None, Opened]:
        """Read a target; return what begins with it."""
        reading = _reading(target)
        while True:
            try:
                fraction = next(reading)
            except StopIteration as end:
                begin: Begin = end.value
                break
            yield moved(self.result, fraction)

        def finish(session: "TrainingSession") -> OpenProgress:
            begin(session)
            return replace(self.result, fraction=1.0, done=True, changes=session.changes)

        return finish


def _reading(target: str) -> Generator[float, None, Begin]:
    if is_session(target):
        memory = yield from _recalling(target)
        return lambda session: session.restore(memory)
    found = open_target(target)
    if found.dataset is None:
        check_data(found)
    return lambda session: session.load(found.experiment, found.model, found.dataset)


def _recalling(path: str) -> Generator[float, None, SessionMemory]:
    reading = reading_session(path)
    while True:
        try:
            yield READING * next(reading)
        except StopIteration as end:
            contents = end.value
            break
    steps = Recalling(contents).steps()
    while True:
        try:
            next(steps)
        except StopIteration as end:
            memory: SessionMemory = end.value
            return memory
        yield READING
