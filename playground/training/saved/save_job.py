"""Saving a session in slices, beside everything else."""

from collections.abc import Generator
from pathlib import Path

from msgspec.structs import replace

from playground.files.sessions.session_file import write_session
from playground.training.jobs import Job
from playground.training.saved.encode import Encoder
from playground.training.saved.progress import FileProgress
from playground.training.session import TrainingSession

ENCODING = 0.2
"""Of the whole time, about what it takes to say what there is, before it is written."""


class SaveJob(Job[FileProgress]):
    """Writes a session to a file, as it is at the first step; a `Job`. Training goes on meanwhile.

    Parameters
    ----------
    session
        Whose memory the first step takes.
    number
        By which it is known again.
    """

    def __init__(self, path: Path, session: TrainingSession, number: int) -> None:
        super().__init__(self._saving(path, session), FileProgress(str(path), number), str(path))

    def refused(self, problem: str) -> FileProgress:
        """Return the progress that tells a problem."""
        return replace(self.result, done=True, problem=problem)

    def _saving(self, path: Path, session: TrainingSession) -> Generator[FileProgress | None, None, FileProgress]:
        memory, model = session.memory(), session.run.model()
        yield replace(self.result, changes=session.changes)
        del session
        encoder = Encoder(memory, path.parent)
        steps = encoder.steps()
        count = 1 + sum(len(run.records) for run in (memory.run, *(pin.memory for pin in memory.pins)))
        done = 0
        while True:
            try:
                next(steps)
            except StopIteration as end:
                document = end.value
                break
            done += 1
            yield self.result.moved(min(1.0, done / count) * ENCODING)
        for written in write_session(path, document, encoder.blocks, model):
            yield self.result.moved(ENCODING + (1 - ENCODING) * written)
        return replace(self.result, fraction=1.0, done=True)
