"""Bringing a person's own data in."""

from dataclasses import dataclass

from playground.files import CsvSource, Experiment, IdxSource
from playground.training.import_job import IMPORT, ImportJob
from playground.training.session import TrainingSession


@dataclass(frozen=True, eq=False)
class StartImport:
    """Begin to read a file of data beside the training, and train on it as soon as it is read.

    Attributes
    ----------
    source
        Where the data are.
    experiment
        What to train on them, as `ImportJob` takes it.
    """

    source: CsvSource | IdxSource
    experiment: Experiment | None = None

    def apply(self, session: TrainingSession) -> None:
        """Begin."""
        session.jobs.start(IMPORT, ImportJob(self.source, self.experiment))
