"""What is written for other programs, as far as it takes the session itself: an animation of the training, the data."""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from playground.messages import Message
from playground.training.animation import FRAMES, KIND, Moment, chosen, frames_for
from playground.training.commands.command import Kind
from playground.training.commands.many import wall_of
from playground.training.queries import Query
from playground.training.session import TrainingSession


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
    from playground.training.histogram_table import HistogramPortrait

    portrait = HistogramPortrait(number, session.timeline.records, session.run, session.snapshot())
    session.jobs.start(KIND, portrait)


def _start_wall_animation(session: TrainingSession, number: int) -> None:
    """Look again at the networks on the wall while they train: the job ``"animation"``."""
    from playground.training.animation_job import WallAnimationJob

    wall = wall_of(session)
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
