"""Sessions and a person's own data in and out of files, and what an export needs of the session itself."""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from playground.files import CsvSource, Experiment, IdxSource
from playground.messages import Message
from playground.training.animation import FRAMES, KIND, Moment, chosen, frames_for
from playground.training.commands import AT_ONCE_SECONDS
from playground.training.commands.command import Kind
from playground.training.commands.many import asked
from playground.training.import_job import IMPORT, ImportJob
from playground.training.many.job import ManyJob
from playground.training.queries import Query
from playground.training.saved import OPEN, SAVE, Purpose
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


def _start_animation(
    session: TrainingSession, number: int, frames: int = FRAMES, queries: frozenset[Query] = frozenset()
) -> None:
    """Look again at the training so far, as the timeline recorded it: the job ``"animation"``."""
    present = present_moment(session)
    moments = [
        Moment(record.experiment, record.examples, record.state.parameters, record.epoch, record.update)
        for record in session.timeline.records
        if record.update < present.update
    ]
    moments.append(present)
    picked = chosen([moment.epoch for moment in moments], frames_for(session.snapshot(), frames))
    _start(session, number, [moments[index] for index in picked], queries)


def _start_portrait(session: TrainingSession, number: int, queries: frozenset[Query] = frozenset()) -> None:
    """Look at the present moment with some queries answered: the job ``"animation"`` with a single frame."""
    _start(session, number, [present_moment(session)], queries)


def _start_histogram_portrait(session: TrainingSession, number: int) -> None:
    """Count how the numbers of every layer are spread over the epochs: the job ``"animation"`` with a single frame."""
    from playground.training.animation_job import HistogramPortrait

    portrait = HistogramPortrait(number, session.timeline.records, session.run, session.snapshot())
    session.jobs.start(KIND, portrait)


def _start_wall_animation(session: TrainingSession, number: int) -> None:
    """Look again at the networks on the wall while they train: the job ``"animation"``."""
    from playground.training.animation_job import WallAnimationJob

    wall = asked(session, ManyJob)
    session.jobs.start(KIND, WallAnimationJob(number, wall.again(), wall.look(), session.snapshot()))


def _forget_animation(session: TrainingSession) -> None:
    """Give an animation up, and its frames' memory back."""
    _start(session, 0, (), frozenset())


def _write_out(session: TrainingSession, path: Path, write: Callable[[Path, TrainingSession], object]) -> None:
    """Write what takes the session itself, such as its data, which may be many, to a file."""
    write(path, session)
    session.loop.message = Message("Exported to {path}", path=path)


def present_moment(session: TrainingSession) -> Moment:
    """Return the moment that the session is at, its parameters copied."""
    run = session.run
    return Moment(run.experiment, run.examples, np.array(run.network.parameters), session.epoch, session.update)


def _start(session: TrainingSession, number: int, moments: Sequence[Moment], queries: frozenset[Query]) -> None:
    from playground.training.animation_job import AnimationJob  # few need it, and it brings the landscape's steps along

    session.jobs.start(KIND, AnimationJob(number, moments, session.snapshot(), queries))


StartAnimation = Kind(_start_animation)
StartHistogramPortrait = Kind(_start_histogram_portrait)
StartWallAnimation = Kind(_start_wall_animation)
StartPortrait = Kind(_start_portrait)
ForgetAnimation = Kind(_forget_animation)
WriteOut = Kind(_write_out)
