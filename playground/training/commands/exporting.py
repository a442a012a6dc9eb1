"""What is written for other programs, as far as it takes the session itself: a film of the training, the data."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from playground.files import Experiment, write_dataset
from playground.messages import Message
from playground.training.examples import Examples
from playground.training.film import FRAMES, KIND, chosen, frames_for
from playground.training.questions import Question
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
        run = session.current
        state = Parameters(np.array(run.network.parameters))
        return cls(run.experiment, run.examples, state, session.epoch, session.update)


@dataclass(frozen=True)
class StartFilm:
    """Look again at the training so far, as the timeline recorded it: the job ``"film"``.

    Attributes
    ----------
    number
        By which its frames are known again.
    frames
        How many at most.
    questions
        What to answer with every frame.
    """

    number: int
    frames: int = FRAMES
    questions: frozenset[Question] = frozenset()

    def apply(self, session: TrainingSession) -> None:
        """Begin."""
        base, present = session.snapshot(), Present.of(session)
        moments: list[Moment] = [record for record in session.timeline.records if record.update < present.update]
        moments.append(present)
        picked = chosen([moment.epoch for moment in moments], frames_for(base, self.frames))
        _start(session, self.number, [moments[index] for index in picked], self.questions)


@dataclass(frozen=True)
class StartPortrait:
    """Look at the present moment with some questions answered: the job ``"film"`` with a single frame."""

    number: int
    questions: frozenset[Question] = frozenset()

    def apply(self, session: TrainingSession) -> None:
        """Begin."""
        _start(session, self.number, [Present.of(session)], self.questions)


@dataclass(frozen=True)
class ForgetFilm:
    """Give a film up, and its frames' memory back."""

    def apply(self, session: TrainingSession) -> None:
        """Forget."""
        _start(session, 0, (), frozenset())


@dataclass(frozen=True)
class WriteExamples:
    """Write the data, a row per example, to a CSV file."""

    path: Path

    def apply(self, session: TrainingSession) -> None:
        """Write."""
        write_dataset(self.path, session.current.examples.dataset)
        session.message = Message("Data written to {path}", path=self.path)


def _start(session: TrainingSession, number: int, moments: "Sequence[Moment]", questions: frozenset[Question]) -> None:
    from playground.training.film_job import FilmJob  # few need it, and it brings the landscape's steps along

    session.start_job(KIND, FilmJob(number, moments, session.snapshot(), questions))
