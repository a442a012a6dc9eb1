"""Bringing a person's own data in."""

from playground.files import CsvSource, Experiment, IdxSource
from playground.training.commands.command import Kind
from playground.training.import_job import IMPORT, ImportJob
from playground.training.session import TrainingSession


def _start_import(
    session: TrainingSession, source: CsvSource | IdxSource, experiment: Experiment | None = None
) -> None:
    """Begin to read a file of data beside the training, and train on it as soon as it is read."""
    session.jobs.start(IMPORT, ImportJob(source, experiment))


StartImport = Kind(_start_import)
