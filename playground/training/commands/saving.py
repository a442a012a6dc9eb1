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

        # The first step takes in the session as it is.
        session.jobs.start(self.purpose, SaveJob(self.path, session, self.number), at_once=0.0)


@dataclass(frozen=True)
class OpenSession:
    """Open a session file, a preset, an experiment, weights or a table of data: at once, a large one in slices.

    How far it is tells the result of the job ``"open"``.

    Attributes
    ----------
    number
        By which its progress is known again.
    known
        Files that a person has opened, see `OpenJob`; None where none is asked about.
    """

    target: str
    number: int = 0
    known: frozenset[Path] | None = None

    def apply(self, session: TrainingSession) -> None:
        """Begin."""
        from playground.training.saved.open_job import OpenJob

        # Most are opened at once, and commands that follow are about what was opened.
        session.jobs.start(OPEN, OpenJob(self.target, self.number, self.known), at_once=AT_ONCE_SECONDS)
