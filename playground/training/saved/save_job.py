"""Saving a session in slices, beside everything else."""

from collections.abc import Generator
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from playground.files import FileError, Model
from playground.files.sessions.session_file import write_session
from playground.training.saved.progress import SaveProgress
from playground.training.saved.storing import Storing
from playground.training.session_memory import SessionMemory

STORING = 0.2
"""Of the whole time, about what it takes to say what there is, before it is written."""


class SaveJob:
    """Writes a session as it is now to a file; a `Job`. Training goes on meanwhile.

    Parameters
    ----------
    path
        The file.
    memory, model, changes
        The session now.
    number
        By which it is known again.
    """

    def __init__(self, path: Path, memory: SessionMemory, model: Model, changes: int, number: int) -> None:
        self._result = SaveProgress(str(path), number, changes=changes)
        self._work = _saving(path, memory, model)

    @property
    def progress(self) -> float:
        """How much is done, 0 … 1."""
        return self._result.fraction

    @property
    def result(self) -> SaveProgress:
        """How far it is."""
        return self._result

    def advance(self, seconds: float) -> bool:
        """Write for about so long; return whether it is over."""
        deadline = perf_counter() + seconds
        fraction = self._result.fraction
        while not self._result.done:
            try:
                fraction = next(self._work)
            except StopIteration:
                self._result = replace(self._result, fraction=1.0, done=True)
            except FileError as error:
                self._result = replace(self._result, done=True, problem=str(error))
            except MemoryError:
                problem = f"{self._result.path}: not enough memory to save the session"
                self._result = replace(self._result, done=True, problem=problem)
            if perf_counter() >= deadline:
                break
        if not self._result.done and round(fraction, 2) != round(self._result.fraction, 2):
            self._result = replace(self._result, fraction=fraction)
        return self._result.done


def _saving(path: Path, memory: SessionMemory, model: Model) -> Generator[float, None, None]:
    storing = Storing(memory, path.parent)
    steps = storing.steps()
    count = 1 + sum(len(run.timeline.records) for run in (memory.run, *(pin.memory for pin in memory.pins)))
    done = 0
    while True:
        try:
            next(steps)
        except StopIteration as end:
            document = end.value
            break
        done += 1
        yield min(1.0, done / count) * STORING
    for written in write_session(path, document, storing.blocks, model):
        yield STORING + (1 - STORING) * written
