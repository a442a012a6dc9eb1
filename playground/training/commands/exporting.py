"""What is written for other programs, as far as it takes the session itself: a film of the training, the data."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from playground.files import Experiment, write_dataset
from playground.messages import Message
from playground.training.commands.command import Kind
from playground.training.examples import Examples
from playground.training.film import FRAMES, KIND, chosen, frames_for
from playground.training.queries import Query
from playground.training.results import Array
from playground.training.session import TrainingSession

if TYPE_CHECKING:
    from playground.training.film_job import Moment


@dataclass(frozen=True, eq=False)
class Parameters:
    """The weights and biases of a moment, `(P,)`."""

    parameters: Array


@dataclass(frozen=True, eq=False)
class Present:
    """The moment that the session is at."""

    experiment: Experiment
    examples: Examples
    state: Parameters
    epoch: int
    update: int

    @classmethod
    def of(cls, session: TrainingSession) -> "Present":
        """Return it, its parameters copied."""
        run = session.run
        state = Parameters(np.array(run.network.parameters))
        return cls(run.experiment, run.examples, state, session.epoch, session.update)


def _start_film(
    session: TrainingSession, number: int, frames: int = FRAMES, queries: frozenset[Query] = frozenset()
) -> None:
    """Look again at the training so far, as the timeline recorded it: the job ``"film"``.

    Parameters
    ----------
    number
        By which its frames are known again.
    frames
        How many at most.
    queries
        What to answer with every frame.
    """
    base, present = session.snapshot(), Present.of(session)
    moments: list[Moment] = [record for record in session.timeline.records if record.update < present.update]
    moments.append(present)
    picked = chosen([moment.epoch for moment in moments], frames_for(base, frames))
    _start(session, number, [moments[index] for index in picked], queries)


def _start_portrait(session: TrainingSession, number: int, queries: frozenset[Query] = frozenset()) -> None:
    """Look at the present moment with some queries answered: the job ``"film"`` with a single frame."""
    _start(session, number, [Present.of(session)], queries)


def _forget_film(session: TrainingSession) -> None:
    """Give a film up, and its frames' memory back."""
    _start(session, 0, (), frozenset())


def _write_examples(session: TrainingSession, path: Path) -> None:
    """Write the data, a row per example, to a CSV file."""
    write_dataset(path, session.run.examples.dataset)
    session.loop.message = Message("Data written to {path}", path=path)


def _start(session: TrainingSession, number: int, moments: "Sequence[Moment]", queries: frozenset[Query]) -> None:
    from playground.training.film_job import FilmJob  # few need it, and it brings the landscape's steps along

    session.jobs.start(KIND, FilmJob(number, moments, session.snapshot(), queries))


StartFilm = Kind(_start_film)
StartPortrait = Kind(_start_portrait)
ForgetFilm = Kind(_forget_film)
WriteExamples = Kind(_write_examples)
