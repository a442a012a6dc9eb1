"""Two branches side by side: what a person can ask of them."""

from playground.messages import Message
from playground.training.branches.changes import Change
from playground.training.branches.compare_job import CompareJob
from playground.training.branches.report import KIND, Fork
from playground.training.commands.command import Kind
from playground.training.errors import TrainingError
from playground.training.session import TrainingSession
from playground.training.timeline.records import RunMemory

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
    session.jobs.start(KIND, job)
    session.note()


def _pause_compare(session: TrainingSession) -> None:
    _job(session).pause()
    session.note()


def _resume_compare(session: TrainingSession, epochs: int | None = None) -> None:
    """Train on, or so many epochs."""
    job = _job(session)
    job.speed = lambda: session.loop.speed_limit  # one from a file knew of no session
    job.go_on(epochs)
    session.note()


def _take_branch(session: TrainingSession, number: int) -> None:
    """Let one of the branches, as it is at this moment, be the session's own run; both stay."""
    session.recall(*_job(session).memory_of(number))
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


def _job(session: TrainingSession) -> CompareJob:
    job = session.jobs.under_way(KIND, CompareJob)
    if job is None:
        raise TrainingError("there are no branches yet; choose an epoch and a change, and press “Fork” there")
    return job


StartCompare = Kind(_start_compare)
PauseCompare = Kind(_pause_compare)
ResumeCompare = Kind(_resume_compare)
TakeBranch = Kind(_take_branch)
