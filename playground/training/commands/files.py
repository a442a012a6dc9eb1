"""Saving a session to a file, opening one, and bringing a person's own data in."""

from pathlib import Path

from playground.files import CsvSource, Experiment, IdxSource
from playground.training.commands import AT_ONCE_SECONDS
from playground.training.commands.command import Kind
from playground.training.import_job import IMPORT, ImportJob
from playground.training.saved.progress import OPEN, SAVE, Purpose
from playground.training.session import TrainingSession


def _save_session(session: TrainingSession, path: Path, purpose: Purpose = SAVE, number: int = 0) -> None:
    """Write the session as it is now to a file, beside the training: the job of its purpose's name."""
    from playground.training.saved.jobs import SaveJob  # a start needs none of it

    # The first step takes in the session as it is.
    session.jobs.start(purpose, SaveJob(path, session, number), at_once=0.0)


def _open_session(session: TrainingSession, target: str, number: int = 0, known: frozenset[Path] | None = None) -> None:
    """Open a session file, a preset, an experiment, weights or a table of data: at once, a large one in slices.

    How far it is tells the result of the job ``"open"``.

    Parameters
    ----------
    number
        By which its progress is known again.
    known
        Files that a person has opened, see `OpenJob`; None where none is asked about.
    """
    from playground.training.saved.jobs import OpenJob

    # Most are opened at once, and commands that follow are about what was opened.
    session.jobs.start(OPEN, OpenJob(target, number, known), at_once=AT_ONCE_SECONDS)


SaveSession = Kind(_save_session)
OpenSession = Kind(_open_session)


def _start_import(
    session: TrainingSession, source: CsvSource | IdxSource, experiment: Experiment | None = None
) -> None:
    """Begin to read a file of data beside the training, and train on it as soon as it is read."""
    session.jobs.start(IMPORT, ImportJob(source, experiment))


StartImport = Kind(_start_import)
