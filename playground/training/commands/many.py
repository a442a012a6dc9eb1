"""What a person can ask of many networks: of the wall, of the atlas, and of two branches side by side."""

from playground.messages import Message
from playground.training.branches.changes import Change
from playground.training.branches.compare_job import CompareJob
from playground.training.branches.report import Fork
from playground.training.commands.command import Kind
from playground.training.errors import TrainingError
from playground.training.many.atlas import AtlasPlan
from playground.training.many.atlas_job import AtlasJob
from playground.training.many.choices import Axis
from playground.training.many.job import ManyJob
from playground.training.many.taking import AT_ONCE, TakeJob
from playground.training.many.taking import KIND as TAKE
from playground.training.many.variations import Plan, Variation
from playground.training.session import ATLAS, COMPARE, MANY, TrainingSession
from playground.training.timeline.records import RunMemory
from playground.training.timeline.timeline import Timeline
from playground.training.training_run import TrainingRun


def _start_many(session: TrainingSession, variations: tuple[str, ...], seeds: int, epochs: int) -> None:
    """Train the networks of a plan: what varies is typed as ``KEY=VALUES``."""
    plan = Plan(session.experiment, tuple(map(Variation.typed, variations)), seeds)
    session.jobs.start(
        MANY, ManyJob(plan, epochs, session.run.examples.dataset, speed=lambda: session.loop.speed_limit)
    )
    session.note()


def _pause_many(session: TrainingSession) -> None:
    wall_of(session).pause()
    session.note()


def _resume_many(session: TrainingSession) -> None:
    wall_of(session).go_on(lambda: session.loop.speed_limit)


def _stop_many(session: TrainingSession) -> None:
    wall_of(session).stop()
    session.note()


def _take_member(session: TrainingSession, number: int) -> None:
    """Let one of the networks, as it is at this moment, be the session's own; the others go on."""
    session.jobs.start(TAKE, TakeJob(*wall_of(session).taking(number)), AT_ONCE)


def _pin_member(session: TrainingSession, number: int) -> None:
    """Keep one of the networks, as it is at this moment, among the pinned runs; it is called after what is special."""

    def pin(_session: TrainingSession, run: TrainingRun, _name: Message) -> None:
        session.pins.keep(Timeline(run), run.scores(fits=True))

    session.jobs.start(TAKE, TakeJob(*wall_of(session).taking(number), pin), AT_ONCE)


def wall_of(session: TrainingSession) -> ManyJob:
    """Return the job of the networks on the wall.

    Raises `TrainingError` if there are none.
    """
    job = session.jobs.under_way(MANY, ManyJob)
    if job is None:
        raise TrainingError("there are no networks on the wall; choose what varies, and press “Run all” there")
    return job


StartMany = Kind(_start_many)
PauseMany = Kind(_pause_many)
ResumeMany = Kind(_resume_many)
StopMany = Kind(_stop_many)
TakeMember = Kind(_take_member)
PinMember = Kind(_pin_member)


def _start_atlas(session: TrainingSession, across: Axis, up: Axis, side: int, epochs: int) -> None:
    """Train a pixel for every pair of values of two settings."""
    plan = AtlasPlan(session.experiment, across, up, side, epochs)
    _begin(session, AtlasJob(plan, session.run.examples.dataset, current=lambda: session.experiment))


def _stop_atlas(session: TrainingSession) -> None:
    _atlas(session).stop()
    session.note()


def _resume_atlas(session: TrainingSession) -> None:
    _atlas(session).go_on(lambda: session.experiment)


def _zoom_atlas(session: TrainingSession, left: float, right: float, bottom: float, top: float) -> None:
    """Train what lies between some columns and rows anew, as finely as the whole."""
    _begin(session, _atlas(session).zoomed(left, right, bottom, top, lambda: session.experiment))


def _zoom_atlas_out(session: TrainingSession) -> None:
    """Go back to the view before."""
    before = _atlas(session).zoomed_out(lambda: session.experiment)
    if before is None:
        raise TrainingError("this is the whole atlas; to see more, widen the ranges and train it anew")
    _begin(session, before)


def _color_atlas(session: TrainingSession, measure: str) -> None:
    """Color the pixels by a measure."""
    _atlas(session).color(measure)
    session.note()


def _take_pixel(session: TrainingSession, row: int, column: int) -> None:
    """Let the network of a pixel, trained as long as it was, be the session's own."""
    session.jobs.start(TAKE, TakeJob(*_atlas(session).taking(row, column)), AT_ONCE)


def _begin(session: TrainingSession, job: AtlasJob) -> None:
    session.jobs.start(ATLAS, job)
    session.note()


def _atlas(session: TrainingSession) -> AtlasJob:
    job = session.jobs.under_way(ATLAS, AtlasJob)
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


OWN = 0
"""Stands for the session's own run among the numbers of pinned ones."""


def _start_compare(
    session: TrainingSession, epoch: int, goal: int, change: Change, one: int = OWN, other: int = OWN
) -> None:
    """Begin two branches at a recorded epoch: of the session's run, or of pinned ones by their numbers."""
    found = [_run(session, number) for number in (one, other)]
    (first, here), (second, there) = found
    job = CompareJob.forked(
        Fork((first, second), epoch, change, goal), (here, there), speed=lambda: session.loop.speed_limit
    )
    session.jobs.start(COMPARE, job)
    session.note()


def _pause_compare(session: TrainingSession) -> None:
    _branches(session).pause()
    session.note()


def _resume_compare(session: TrainingSession, epochs: int | None = None) -> None:
    """Train on, or so many epochs."""
    job = _branches(session)
    job.speed = lambda: session.loop.speed_limit  # one from a file knew of no session
    job.go_on(epochs)
    session.note()


def _take_branch(session: TrainingSession, number: int) -> None:
    """Let one of the branches, as it is at this moment, be the session's own run; both stay."""
    session.recall(*_branches(session).memory_of(number))
    session.loop.message = Message(
        "This is branch {letter}, at epoch {epoch:,}; “Undo” brings back the run before.",
        letter="AB"[number],
        epoch=session.epoch,
    )


def _run(session: TrainingSession, number: int) -> tuple[str, RunMemory]:
    if number == OWN:
        return "", session.timeline.memory()
    pin = session.pins.find(number)
    return pin.name, pin.memory


def _branches(session: TrainingSession) -> CompareJob:
    job = session.jobs.under_way(COMPARE, CompareJob)
    if job is None:
        raise TrainingError("there are no branches yet; choose an epoch and a change, and press “Fork” there")
    return job


StartCompare = Kind(_start_compare)
PauseCompare = Kind(_pause_compare)
ResumeCompare = Kind(_resume_compare)
TakeBranch = Kind(_take_branch)
