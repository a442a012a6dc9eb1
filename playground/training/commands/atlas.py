"""What a person can ask of the atlas."""

from playground.training.commands.command import Kind
from playground.training.errors import TrainingError
from playground.training.many.atlas import KIND, AtlasPlan
from playground.training.many.atlas_job import AtlasJob
from playground.training.many.axis import Axis
from playground.training.many.taking import AT_ONCE, TakeJob
from playground.training.many.taking import KIND as TAKE
from playground.training.session import TrainingSession


def _start_atlas(session: TrainingSession, across: Axis, up: Axis, side: int, epochs: int) -> None:
    """Train a pixel for every pair of values of two settings."""
    plan = AtlasPlan(session.experiment, across, up, side, epochs)
    _begin(session, AtlasJob(plan, session.run.examples.dataset, current=lambda: session.experiment))


def _stop_atlas(session: TrainingSession) -> None:
    _job(session).stop()
    session.note()


def _resume_atlas(session: TrainingSession) -> None:
    _job(session).go_on(lambda: session.experiment)


def _zoom_atlas(session: TrainingSession, left: float, right: float, bottom: float, top: float) -> None:
    """Train what lies between some columns and rows anew, as finely as the whole."""
    _begin(session, _job(session).zoomed(left, right, bottom, top, lambda: session.experiment))


def _zoom_atlas_out(session: TrainingSession) -> None:
    """Go back to the view before."""
    before = _job(session).zoomed_out(lambda: session.experiment)
    if before is None:
        raise TrainingError("this is the whole atlas; to see more, widen the ranges and train it anew")
    _begin(session, before)


def _color_atlas(session: TrainingSession, measure: str) -> None:
    """Color the pixels by a measure."""
    _job(session).color(measure)
    session.note()


def _take_pixel(session: TrainingSession, row: int, column: int) -> None:
    """Let the network of a pixel, trained as long as it was, be the session's own."""
    session.jobs.start(TAKE, TakeJob(*_job(session).taking(row, column)), AT_ONCE)


def _begin(session: TrainingSession, job: AtlasJob) -> None:
    session.jobs.start(KIND, job)
    session.note()


def _job(session: TrainingSession) -> AtlasJob:
    job = session.jobs.under_way(KIND, AtlasJob)
    if job is None:
        raise TrainingError("there is no atlas; choose two settings, and press “Train the atlas” there")
    return job


StartAtlas = Kind(_start_atlas)
StopAtlas = Kind(_stop_atlas)
ResumeAtlas = Kind(_resume_atlas)
ZoomAtlas = Kind(_zoom_atlas)
ZoomAtlasOut = Kind(_zoom_atlas_out)
ColorAtlas = Kind(_color_atlas)
TakePixel = Kind(_take_pixel)
