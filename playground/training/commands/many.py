"""Many networks at once: what a person can ask of the wall."""

from playground.messages import Message
from playground.training.commands.command import Kind
from playground.training.errors import TrainingError
from playground.training.many.job import ManyJob
from playground.training.many.report import KIND
from playground.training.many.taking import AT_ONCE, TakeJob
from playground.training.many.taking import KIND as TAKE
from playground.training.many.variations import Plan, Variation
from playground.training.session import TrainingSession
from playground.training.timeline.timeline import Timeline
from playground.training.training_run import TrainingRun


def _start_many(session: TrainingSession, variations: tuple[str, ...], seeds: int, epochs: int) -> None:
    """Train the networks of a plan: what varies is typed as ``KEY=VALUES``."""
    plan = Plan(session.experiment, tuple(map(Variation.typed, variations)), seeds)
    session.jobs.start(
        KIND, ManyJob(plan, epochs, session.run.examples.dataset, speed=lambda: session.loop.speed_limit)
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
    job = session.jobs.under_way(KIND, ManyJob)
    if job is None:
        raise TrainingError("there are no networks on the wall; choose what varies, and press “Run all” there")
    return job


StartMany = Kind(_start_many)
PauseMany = Kind(_pause_many)
ResumeMany = Kind(_resume_many)
StopMany = Kind(_stop_many)
TakeMember = Kind(_take_member)
PinMember = Kind(_pin_member)
