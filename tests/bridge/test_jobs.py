"""Long work in the worker: beside training, while paused, and never in the window's way."""

import time
from dataclasses import dataclass

import pytest

from playground.files import override
from playground.training.commands import (
    ApplyWalkthrough,
    CancelJob,
    Pause,
    Run,
    Scrub,
    SetSpeedLimit,
    StartCheck,
    StartWalkthrough,
    StepBack,
    StepEpoch,
)
from playground.training.jobs import Job


class Endless(Job):
    """A job that is never done and always busy, and notes when it was let."""

    def __init__(self) -> None:
        super().__init__((_ for _ in ()), 0)
        self.slices = []

    def advance(self, seconds: float) -> bool:
        begin = time.perf_counter()
        while time.perf_counter() - begin < seconds:
            pass
        self.slices.append(seconds)
        self.result = len(self.slices)
        return False


def failing():
    yield "begun"
    raise ZeroDivisionError


class StartJob:
    def __init__(self, job) -> None:
        self.job = job

    def apply(self, session) -> None:
        session.jobs.start("test", self.job)


def test_a_check_is_made_while_paused_and_shown_as_it_goes(qtbot, open_window):
    window = open_window("spirals")
    window.worker.post(StartCheck())
    qtbot.waitUntil(lambda: window.last is not None and window.last.gradient_check is not None, timeout=60_000)
    qtbot.waitUntil(lambda: window.last.gradient_check.done, timeout=60_000)
    assert window.last.gradient_check.check.passed
    assert not window.last.running
    assert window.last.update == 0
    count = window.notices
    qtbot.wait(80)
    assert window.notices == count  # asleep again


def test_a_check_is_made_beside_training(qtbot, open_window):
    window = open_window("spirals")
    window.worker.post(Run())
    window.worker.post(StartCheck())
    qtbot.waitUntil(
        lambda: window.last is not None and window.last.gradient_check is not None and window.last.gradient_check.done,
        timeout=60_000,
    )
    assert window.last.running
    assert window.last.update > 0
    assert window.last.gradient_check.check.passed


def test_training_keeps_most_of_the_time(qtbot, open_window):
    window = open_window("circles")
    job = Endless()
    window.worker.post(Run())
    window.worker.post(StartJob(job))
    qtbot.waitUntil(lambda: len(job.slices) > 20, timeout=60_000)
    assert max(job.slices) <= 0.002
    frames = window.notices
    begin = time.perf_counter()
    qtbot.wait(600)
    per_second = (window.notices - frames) / (time.perf_counter() - begin)
    assert per_second < 32
    updates, frames = window.last.update, window.notices
    qtbot.waitUntil(lambda: window.last.update > updates and window.notices > frames + 6, timeout=60_000)


def test_while_training_waits_for_its_pace_the_job_has_the_time(qtbot, open_window):
    window = open_window("circles")
    job = Endless()
    window.worker.post(SetSpeedLimit("updates_2"))
    window.worker.post(Run())
    window.worker.post(StartJob(job))
    qtbot.waitUntil(lambda: len(job.slices) > 20, timeout=60_000)
    assert max(job.slices) > 0.004


def test_frames_are_no_more_than_thirty_a_second_for_a_busy_job(qtbot, open_window):
    window = open_window("circles")
    window.worker.post(StartJob(Endless()))
    qtbot.waitUntil(lambda: window.notices > 3)
    count, begin = window.notices, time.perf_counter()
    qtbot.wait(500)
    assert (window.notices - count) / (time.perf_counter() - begin) < 32


def test_cancelling_lets_the_worker_sleep(qtbot, open_window):
    window = open_window("circles")
    job = Endless()
    window.worker.post(StartJob(job))
    qtbot.waitUntil(lambda: len(job.slices) > 3)
    window.worker.post(CancelJob("test"))
    qtbot.wait(60)
    count = len(job.slices)
    qtbot.wait(60)
    assert len(job.slices) == count


def test_a_job_that_fails_is_told_of_once_and_training_can_go_on(qtbot, open_window):
    window = open_window("circles")
    window.worker.post(StartJob(Job(failing(), None)))
    qtbot.waitUntil(lambda: bool(window.failures))
    assert "ZeroDivisionError" in window.failures[0]
    window.worker.post(Run())
    qtbot.waitUntil(lambda: window.last is not None and window.last.update > 100)
    window.worker.post(Pause())
    qtbot.waitUntil(lambda: not window.last.running)
    assert len(window.failures) == 1


class Refusing(Job):
    def refused(self, problem):
        return problem


@pytest.mark.parametrize("kind", ["save", "open", "autosave"])
def test_a_job_that_fails_while_paused_is_seen_to_end(qtbot, open_window, kind):
    window = open_window("circles")
    window.worker.post(StartAwaited(Refusing(failing(), None, "a.playground"), kind))
    qtbot.waitUntil(lambda: window.last is not None and "unexpected" in str(window.last.work.get(kind)))
    assert "ZeroDivisionError" in window.last.work[kind]


def test_a_walkthrough_is_made_and_applied(qtbot, open_window):
    window = open_window("circles")
    window.worker.post(StartWalkthrough())
    qtbot.waitUntil(lambda: window.last is not None and window.last.walkthrough is not None)
    window.worker.post(ApplyWalkthrough())
    qtbot.waitUntil(lambda: window.last.update == 1)
    assert (window.last.W[0] == window.last.walkthrough.arrays["W_new", 1]).all()
    window.worker.post(ApplyWalkthrough())
    qtbot.waitUntil(lambda: bool(window.refusals))
    assert "have changed since" in window.refusals[0][1]
    assert not window.failures


def test_the_worker_stops_in_the_midst_of_a_job(qtbot, open_window):
    window = open_window("circles")
    job = Endless()
    window.worker.post(StartJob(job))
    qtbot.waitUntil(lambda: len(job.slices) > 3)
    before = len(job.slices)
    window.worker.stop()
    assert len(job.slices) <= before + 2


@dataclass
class StartAwaited:
    """Begin a job of a kind that a person waits for."""

    job: Job
    kind: str

    def apply(self, session) -> None:
        session.jobs.start(self.kind, self.job)


@pytest.mark.parametrize("kind", ["import", "save"])
def test_what_a_person_waits_for_takes_as_much_time_as_training(qtbot, open_window, kind):
    window = open_window("circles")
    job, other = Endless(), Endless()
    window.worker.post(Run())
    window.worker.post(StartAwaited(job, kind))
    window.worker.post(StartJob(other))
    qtbot.waitUntil(lambda: len(job.slices) > 20, timeout=60_000)
    assert max(job.slices) > 0.007
    assert max(other.slices) <= 0.002
    updates, frames = window.last.update, window.notices
    qtbot.waitUntil(lambda: window.last.update > updates and window.notices > frames + 6, timeout=60_000)


class Telling(Job):
    """It is done at once, and changes the session."""

    def conclude(self, session):
        session.change(override(session.experiment, ["training.l2=0.5"]))


def test_what_a_job_does_at_its_end_is_shown(qtbot, open_window):
    window = open_window("circles")
    window.worker.post(StartAwaited(Telling((step for step in ()), None), "import"))
    qtbot.waitUntil(lambda: window.last is not None and window.last.experiment.training.l2 == 0.5)
    assert not window.failures


def test_a_long_step_back_arrives(qtbot, open_window, monkeypatch):
    monkeypatch.setattr("playground.training.session.REPLAY_SECONDS", 0.0)
    window = open_window("circles")
    window.worker.post(StepEpoch())
    window.worker.post(StepEpoch())
    window.worker.post(Scrub(1))
    window.worker.post(StepBack())
    qtbot.waitUntil(lambda: window.last is not None and window.last.update == 19)
    assert window.last.timeline.position == 0
    assert window.last.message == ""
    window.worker.post(StepBack())
    qtbot.waitUntil(lambda: window.last.update == 18)


def test_scrubbing_while_it_runs(qtbot, open_window):
    window = open_window("circles")
    window.worker.post(Run())
    qtbot.waitUntil(lambda: window.last is not None and window.last.epoch > 20)
    window.worker.post(Scrub(7))
    qtbot.waitUntil(lambda: window.last.epoch == 7 and not window.last.running)
    assert window.last.curves.epochs[-1] > 7
    window.worker.post(Run())
    qtbot.waitUntil(lambda: window.last.running and len(window.last.branches) == 1)
    assert not window.failures
    assert not window.refusals
