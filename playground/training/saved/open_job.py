"""Opening in slices: a session file as it was, or anything else that an experiment can be."""

from collections.abc import Callable, Generator
from dataclasses import replace
from time import perf_counter
from typing import TYPE_CHECKING

from playground.data import DataError
from playground.files import FileError, check_data, open_target
from playground.files.sessions.names import is_session
from playground.files.sessions.session_file import reading_session
from playground.training.errors import TrainingError
from playground.training.saved.progress import OpenProgress
from playground.training.saved.recalling import Recalling
from playground.training.session_memory import SessionMemory

if TYPE_CHECKING:
    from playground.training.session import TrainingSession

READING = 0.7
"""Of the whole time, about what it takes to read the file."""

Take = Callable[["TrainingSession"], None]


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


class OpenJob:
    """Reads what a person wants to open; a `Job`. What is there stays until all is read and found good.

    Parameters
    ----------
    target
        The name of a session, or what `open_target` takes.
    number
        By which it is known again.
    """

    def __init__(self, target: str, number: int) -> None:
        self._result = OpenProgress(target, number)
        self._work: Generator[float, None, Take] | None = _opening(target)
        self._take: Take | None = None

    @property
    def progress(self) -> float:
        """How much is done, 0 … 1."""
        return self._result.fraction

    @property
    def result(self) -> OpenProgress:
        """How far it is."""
        return self._result

    def advance(self, seconds: float) -> bool:
        """Read for about so long; return whether it is over."""
        deadline = perf_counter() + seconds
        fraction = self._result.fraction
        while self._work is not None:
            try:
                fraction = next(self._work)
            except StopIteration as end:
                self._take, self._work = end.value, None
            except (FileError, DataError, TrainingError) as error:
                self._refuse(str(error))
            except MemoryError:
                self._refuse(f"{self._result.target}: not enough memory to open it")
            if perf_counter() >= deadline:
                break
        if self._work is not None and round(fraction, 2) != round(self._result.fraction, 2):
            self._result = replace(self._result, fraction=fraction)
        return self._work is None

    def finish(self, session: "TrainingSession") -> None:
        """Begin with what was read; what cannot be trained is a problem, and leaves the session as it is."""
        take, self._take = self._take, None
        if take is None:
            return
        try:
            take(session)
        except (FileError, DataError, TrainingError) as error:
            self._refuse(str(error))
            return
        self._result = replace(self._result, fraction=1.0, done=True, changes=session.changes)

    def _refuse(self, problem: str) -> None:
        self._work = self._take = None
        self._result = replace(self._result, done=True, problem=problem)


def _opening(target: str) -> Generator[float, None, Take]:
    """Read a target; return what begins with it."""
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
