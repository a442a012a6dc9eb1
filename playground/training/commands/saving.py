"""Saving a session to a file, and opening one."""

from dataclasses import dataclass
from pathlib import Path

from playground.training.commands.training import AT_ONCE_SECONDS
from playground.training.saved.progress import OPEN, SAVE, Purpose
from playground.training.session import TrainingSession


@dataclass(frozen=True)
class SaveSession:
    """Write the session as it is now to a file, beside the training: the job of its purpose's name.

    Attributes
    ----------
    number
        By which its progress is known again.
    """

    path: Path
    purpose: Purpose = SAVE
    number: int = 0

    def apply(self, session: TrainingSession) -> None:
        """Begin."""
        from playground.training.saved.save_job import SaveJob  # a start needs none of it

        job = SaveJob(self.path, session.memory(), session.model(), session.changes, self.number)
        session.start_job(self.purpose, job)


@dataclass(frozen=True)
class OpenSession:
    """Open a session file, a preset, an experiment, weights or a table of data: at once, a large one in slices.

    How far it is tells the result of the job ``"open"``.

    Attributes
    ----------
    number
        By which its progress is known again.
    """

    target: str
    number: int = 0

    def apply(self, session: TrainingSession) -> None:
        """Begin."""
        from playground.training.saved.open_job import OpenJob

        job = OpenJob(self.target, self.number)
        if job.advance(AT_ONCE_SECONDS):  # most are, and commands that follow are about what was opened
            job.finish(session)
        session.start_job(OPEN, job)
