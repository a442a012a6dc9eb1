"""Reading a person's own data in slices, beside everything else, and beginning an experiment on them."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import msgspec

from playground.data import DataError, Dataset, Reading
from playground.files import (
    CsvSource,
    Experiment,
    FileError,
    IdxSource,
    first_experiment,
    fit_to_dataset,
    reading,
    source_name,
    validate,
)
from playground.files.errors import CONTROL_CHARACTER
from playground.training.errors import TrainingError

if TYPE_CHECKING:
    from playground.training.session import TrainingSession

IMPORT = "import"
"""The kind of the job."""


@dataclass(frozen=True)
class ImportProgress:
    """How far reading is.

    Attributes
    ----------
    name
        What the data are called.
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
    rows: int = 0
    fraction: float = 0.0
    done: bool = False
    problem: str = ""
    dropped: int = 0


class ImportJob:
    """Reads a file of data; a `Job`.

    Parameters
    ----------
    source
        Where the data are.
    experiment
        What to train on them. It gets what the data ask for, unless they are its own already; None for a sensible first
        experiment.
    """

    def __init__(self, source: CsvSource | IdxSource, experiment: Experiment | None = None) -> None:
        self._source, self._experiment = source, experiment
        self._name = CONTROL_CHARACTER.sub(" ", source_name(source))
        self._reading: Reading | None = reading(source)
        self._ready: tuple[Experiment, Dataset] | None = None
        self._result = ImportProgress(self._name)

    @property
    def progress(self) -> float:
        """How much is done, 0 … 1."""
        return self._result.fraction

    @property
    def result(self) -> ImportProgress:
        """How far it is."""
        return self._result

    def advance(self, seconds: float) -> bool:
        """Read for about so long; return whether it is over."""
        current = self._reading
        if current is None:
            return True
        try:
            done = current.advance(seconds)
            if done:
                self._ready = self._fitted(current.dataset), current.dataset
        except (DataError, FileError) as error:
            self._refuse(str(error))
            return True
        self._result = ImportProgress(self._name, current.rows, current.progress, done=done, dropped=current.dropped)
        if done:
            self._reading = None
        return done

    def finish(self, session: "TrainingSession") -> None:
        """Begin the experiment in a session; one that cannot be trained is a problem and leaves it as it is."""
        if self._ready is None:
            return
        (experiment, dataset), self._ready = self._ready, None
        try:
            session.load(experiment, dataset=dataset)
        except (DataError, FileError, TrainingError) as error:
            self._refuse(str(error))
            session.start_job(IMPORT, self)  # done as it is, so that what it came to is seen
            return
        if self._result.dropped:
            rows = f"{self._result.dropped} of {self._result.rows} rows"
            session.message = f"{self._name}: {rows} lack a value and were left out."

    def _fitted(self, dataset: Dataset) -> Experiment:
        """Return the experiment to train on the data."""
        experiment = self._experiment
        if experiment is None:
            experiment = first_experiment(self._name, self._source, dataset)
        elif experiment.data.source != self._source:
            data = msgspec.structs.replace(experiment.data, source=self._source, standardize=None)
            experiment = msgspec.structs.replace(
                experiment, name=self._name, description={}, data=data, classes=None, columns=None
            )
            experiment = fit_to_dataset(experiment, dataset)
        validate(experiment)
        return experiment

    def _refuse(self, problem: str) -> None:
        self._reading = None
        self._result = replace(self._result, done=True, problem=problem)
