"""What a person can ask of many networks: of the wall, of the atlas, and of two branches side by side."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, TypeVar

from playground.messages import Message
from playground.training.branches.changes import Change
from playground.training.branches.compare_job import CompareJob
from playground.training.branches.report import Fork
from playground.training.commands.command import Kind
from playground.training.errors import TrainingError
from playground.training.jobs import ATLAS, COMPARE, MANY, Job
from playground.training.many.atlas import AtlasPlan
from playground.training.many.atlas_job import AtlasJob
from playground.training.many.choices import Axis
from playground.training.many.job import ManyJob
from playground.training.many.taking import AT_ONCE, TakeJob
from playground.training.many.taking import KIND as TAKE
from playground.training.many.variations import IN_WINDOW, Plan, Variation
from playground.training.session import TrainingSession
from playground.training.timeline.records import RunMemory
from playground.training.timeline.timeline import Timeline
from playground.training.training_run import TrainingRun

OWN = 0
"""Stands for the session's own run among the numbers of pinned ones."""

Asked = TypeVar("Asked", ManyJob, AtlasJob, CompareJob)
LACKING: Mapping[type, tuple[str, Message]] = MappingProxyType(
    {
        ManyJob: (MANY, Message("there are no networks on the wall; choose what varies, and press “Run all” there")),
        AtlasJob: (ATLAS, Message("there is no atlas; choose two settings, and press “Train the atlas” there")),
        CompareJob: (
            COMPARE,
            Message("there are no branches yet; choose an epoch and a change, and press “Fork” there"),
        ),
    }
)
"""The kind of each job, and what is said where there is none."""


def asked(session: TrainingSession, of: type[Asked]) -> Asked:
    """Return the wall, the atlas or the branches of a session.

    Raises `TrainingError` if there are none.
    """
    kind, lacking = LACKING[of]
    job = session.jobs.under_way(kind, of)
    if job is None:
        raise TrainingError(lacking)
    return job


def _begin(session: TrainingSession, kind: str, job: Job[Any]) -> None:
    session.jobs.start(kind, job)
    session.note()


def _take(session: TrainingSession, taking: TakeJob) -> None:
    session.jobs.start(TAKE, taking, AT_ONCE)


def _start_many(session: TrainingSession, variations: tuple[str, ...], seeds: int, epochs: int) -> None:
    """Train the networks of a plan: what varies is typed as ``KEY=VALUES``."""
    typed = tuple(Variation.typed(text, IN_WINDOW) for text in variations)
    plan = Plan(session.experiment, typed, seeds, IN_WINDOW)
    job = ManyJob(plan, epochs, session.run.examples.dataset, speed=lambda: session.loop.speed_limit)
    _begin(session, MANY, job)


def _pause_many(session: TrainingSession) -> None:
    asked(session, ManyJob).pause()
    session.note()


def _resume_many(session: TrainingSession) -> None:
    asked(session, ManyJob).go_on(lambda: session.loop.speed_limit)


def _stop_many(session: TrainingSession) -> None:
    asked(session, ManyJob).stop()
    session.note()


def _take_member(session: TrainingSession, number: int) -> None:
    """Let one of the networks, as it is at this moment, be the session's own; the others go on."""
    _take(session, TakeJob(*asked(session, ManyJob).taking(number)))


def _pin_member(session: TrainingSession, number: int) -> None:
    """Keep one of the networks, as it is at this moment, among the pinned runs; it is called after what is special."""

    def pin(_session: TrainingSession, run: TrainingRun, _name: Message) -> None:
        session.pins.keep(Timeline(run), run.scores(fits=True))

    _take(session, TakeJob(*asked(session, ManyJob).taking(number), pin))


def _start_atlas(session: TrainingSession, across: Axis, up: Axis, side: int, epochs: int) -> None:
    """Train a pixel for every pair of values of two settings."""
    plan = AtlasPlan(session.experiment, across, up, side, epochs)
    _begin(session, ATLAS, AtlasJob(plan, session.run.examples.dataset, current=lambda: session.experiment))


def _stop_atlas(session: TrainingSession) -> None:
    asked(session, AtlasJob).stop()
    session.note()


def _resume_atlas(session: TrainingSession) -> None:
    asked(session, AtlasJob).go_on(lambda: session.experiment)


def _zoom_atlas(session: TrainingSession, left: float, right: float, bottom: float, top: float) -> None:
    """Train what lies between some columns and rows anew, as finely as the whole."""
    _begin(session, ATLAS, asked(session, AtlasJob).zoomed(left, right, bottom, top, lambda: session.experiment))


def _zoom_atlas_out(session: TrainingSession) -> None:
    """Go back to the view before."""
    before = asked(session, AtlasJob).zoomed_out(lambda: session.experiment)
    if before is None:
        raise TrainingError("this is the whole atlas; to see more, widen the ranges and train it anew")
    _begin(session, ATLAS, before)


def _color_atlas(session: TrainingSession, measure: str) -> None:
    """Color the pixels by a measure."""
    asked(session, AtlasJob).color(measure)
    session.note()


def _take_pixel(session: TrainingSession, row: int, column: int) -> None:
    """Let the network of a pixel, trained as long as it was, be the session's own."""
    _take(session, TakeJob(*asked(session, AtlasJob).taking(row, column)))


def _start_compare(
    session: TrainingSession, epoch: int, goal: int, change: Change, one: int = OWN, other: int = OWN
) -> None:
    """Begin two branches at a recorded epoch: of the session's run, or of pinned ones by their numbers."""
    found = [_run(session, number) for number in (one, other)]
    (first, here), (second, there) = found
    job = CompareJob.forked(
        Fork((first, second), epoch, change, goal), (here, there), speed=lambda: session.loop.speed_limit
    )
    _begin(session, COMPARE, job)


def _pause_compare(session: TrainingSession) -> None:
    asked(session, CompareJob).pause()
    session.note()


def _resume_compare(session: TrainingSession, epochs: int | None = None) -> None:
    """Train on, or so many epochs."""
    job = asked(session, CompareJob)
    job.speed = lambda: session.loop.speed_limit  # one from a file knew of no session
    job.go_on(epochs)
    session.note()


def _take_branch(session: TrainingSession, number: int) -> None:
    """Let one of the branches, as it is at this moment, be the session's own run; both stay."""
    session.recall(*asked(session, CompareJob).memory_of(number))
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


StartMany = Kind(_start_many)
PauseMany = Kind(_pause_many)
ResumeMany = Kind(_resume_many)
StopMany = Kind(_stop_many)
TakeMember = Kind(_take_member)
PinMember = Kind(_pin_member)

StartAtlas = Kind(_start_atlas)
StopAtlas = Kind(_stop_atlas)
ResumeAtlas = Kind(_resume_atlas)
ZoomAtlas = Kind(_zoom_atlas)
ZoomAtlasOut = Kind(_zoom_atlas_out)
ColorAtlas = Kind(_color_atlas)
TakePixel = Kind(_take_pixel)

StartCompare = Kind(_start_compare)
PauseCompare = Kind(_pause_compare)
ResumeCompare = Kind(_resume_compare)
TakeBranch = Kind(_take_branch)
