"""A person's own table: what it holds, looked at before it is read whole, and reading it beside the training."""

from collections.abc import Generator

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from playground.data import CsvOptions, Dataset, TableReport
from playground.files import (
    CsvSource,
    Experiment,
    IdxSource,
    first_experiment,
    fit_to_dataset,
    reading,
    source_name,
    validate,
)
from playground.messages import Message
from playground.training.jobs import Job
from playground.training.queries import Asked
from playground.training.session import TrainingSession
from playground.training.training_run import TrainingRun

IMPORT = "import"
"""The kind of the job."""


class ImportProgress(Struct, frozen=True):
    """How far reading is.

    Attributes
    ----------
    begins
        Whether a session of its own begins with them.
    rows
        Examples read so far.
    fraction
        How much of the work is done, 0 … 1.
    done
        Whether it is over, well or not.
    problem
        Why the data cannot be used, one line; empty if they can, as far as is known.
    dropped
        How many examples were left out because a value was missing.
    """

    name: str
    source: CsvSource | IdxSource
    begins: bool = False
    rows: int = 0
    fraction: float = 0.0
    done: bool = False
    problem: str = ""
    dropped: int = 0


class ImportJob(Job[ImportProgress]):
    """Reads a file of data, and begins an experiment on them; a `Job`.

    `experiment`: what to train on them. It gets what the data ask for, unless they are its own already; None for a
    sensible first experiment.
    """

    def __init__(self, source: CsvSource | IdxSource, experiment: Experiment | None = None) -> None:
        self._source, self._experiment = source, experiment
        name = source_name(source)
        super().__init__(self._importing(), ImportProgress(name, source, begins=experiment is None), name)

    def refused(self, problem: str) -> ImportProgress:
        """Return the progress that tells a problem."""
        return replace(self.result, done=True, problem=problem)

    def conclude(self, session: TrainingSession) -> ImportProgress | None:
        """Begin the experiment."""
        session.load(self._fitted, dataset=self._dataset)
        if self.result.dropped:
            session.loop.message = Message(
                "{name}: {dropped} of {rows} {rows:row|rows} {dropped:lacks|lack} a value and {dropped:was|were} left "
                "out.",
                name=self._name,
                dropped=self.result.dropped,
                rows=self.result.rows,
            )
        return replace(self.result, fraction=1.0, done=True)

    def _importing(self) -> Generator[ImportProgress, None, None]:
        """Read, and find what to train."""
        current, done = reading(self._source), False
        while not done:
            done = current.step()
            yield replace(self.result, rows=current.rows, fraction=current.progress, dropped=current.dropped)
        self._dataset = current.dataset
        self._fitted = self._fit(current.dataset)

    def _fit(self, dataset: Dataset) -> Experiment:
        experiment = self._experiment
        if experiment is None:
            experiment = first_experiment(self._name, self._source, dataset)
        elif experiment.data.source != self._source:
            data = msgspec.structs.replace(experiment.data, source=self._source, standardize=None)
            experiment = msgspec.structs.replace(
                experiment, name=self._name, description={}, data=data, classes=None, columns=None, inputs=None
            )
            experiment = fit_to_dataset(experiment, dataset)
        validate(experiment)
        return experiment


class Inspect(Struct, frozen=True):
    """The preview of a table: looked at once, however long it is asked for.

    Attributes
    ----------
    path
        The file; of a table that was pasted, only what it is called.
    look
        Another number asks again: the file may have changed.
    """

    path: str
    options: CsvOptions
    look: int = 0

    def prepare(self, run: TrainingRun) -> Asked:  # noqa: ARG002 - it is about no run
        from playground.data import inspect_table  # few starts read a table

        preview: TableReport = inspect_table(self.path, self.options)
        return lambda: preview
