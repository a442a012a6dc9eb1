"""The worker thread: commands in, snapshots out, and nothing else between it and the window."""

import statistics
import sys
import threading
import time
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QCoreApplication, QThread

from playground import bridge as module
from playground.bridge import Mailbox, TrainingWorker
from playground.files import read_preset
from playground.training import TrainingSession
from playground.training.commands import (
    ChangeField,
    Load,
    Pause,
    Redo,
    Reset,
    Run,
    SetParameter,
    SetSpeedLimit,
    StepBatch,
    StepEpoch,
    Undo,
)


@dataclass(frozen=True)
class Break:
    """A command with a fault in it."""

    error: type[BaseException] = RuntimeError

    def apply(self, session: TrainingSession) -> None:
        raise self.error("a fault in the program")


class Gate:
    """A command that waits inside the worker until it is opened."""

    def __init__(self) -> None:
        self.reached, self.opened = threading.Event(), threading.Event()

    def apply(self, session: TrainingSession) -> None:
        self.reached.set()
        assert self.opened.wait(10)


class Look:
    """A command that notes how far the session is."""

    def __init__(self) -> None:
        self.done = threading.Event()

    def apply(self, session: TrainingSession) -> None:
        self.update, self.running, self.thread = session.update, session.loop.running, threading.get_ident()
        self.done.set()


def until(qtbot, condition, timeout: int = 5000) -> None:
    qtbot.waitUntil(lambda: bool(condition()), timeout=timeout)


def look(window) -> Look:
    command = Look()
    window.worker.post(command)
    assert command.done.wait(10)
    return command


def settle(qtbot, window) -> None:
    """Wait until every command handed in is applied and its snapshot is fetched."""
    look(window)  # which makes a last snapshot
    number = None
    while window.last is None or number != window.last.number:
        number = window.last and window.last.number
        qtbot.wait(50)
    assert not window.last.running


def test_there_is_a_snapshot_after_the_start(qtbot, open_window):
    window = open_window()
    until(qtbot, lambda: window.snapshots)
    assert window.last.number == 1
    assert window.last.update == 0
    assert not window.last.running


def test_it_trains_and_shows_it(qtbot, open_window):
    window = open_window()
    window.worker.post(Run())
    until(
        qtbot, lambda: len(window.snapshots) > 20 and window.last.updates_per_second > 0 and window.last.update > 1000
    )
    window.worker.post(Pause())
    until(qtbot, lambda: not window.last.running)
    numbers = [snapshot.number for snapshot in window.snapshots]
    updates = [snapshot.update for snapshot in window.snapshots]
    assert numbers == sorted(set(numbers))
    assert updates == sorted(updates)
    assert window.last.updates_per_second == 0
    assert window.last.train_cost < window.snapshots[0].train_cost
    assert not window.refusals
    assert not window.failures


def test_signals_arrive_in_the_thread_of_the_window(qtbot, open_window):
    window = open_window()
    window.worker.post(Run())
    window.worker.post(SetSpeedLimit("warp"))
    window.worker.post(Break())
    until(qtbot, lambda: window.failures and window.refusals and window.snapshots)
    assert window.threads == {QCoreApplication.instance().thread()} == {QThread.currentThread()}
    assert look(window).thread != threading.get_ident()


def test_there_are_at_most_thirty_frames_a_second(qtbot, open_window):
    window = open_window()
    window.worker.post(Run())
    until(qtbot, lambda: len(window.snapshots) >= 3)
    count, begin = len(window.snapshots), time.perf_counter()
    qtbot.wait(500)
    frames, seconds = len(window.snapshots) - count, time.perf_counter() - begin
    assert 0 < frames <= 30 * seconds + 2


def test_a_window_that_never_fetches_gets_one_notice(qtbot, open_window):
    window = open_window(fetches=False)
    until(qtbot, lambda: window.notices == 1)
    window.worker.post(Run())
    before = look(window).update
    until(qtbot, lambda: look(window).update > before)
    for _ in range(5):
        window.worker.post(StepBatch())
    update = look(window).update
    window.worker.stop()  # by then its last snapshot is made
    QCoreApplication.processEvents()
    assert window.notices == 1
    snapshot = window.worker.take()
    assert snapshot.update == update
    window.fetches = True
    window.worker.start()
    window.worker.post(StepBatch())
    until(qtbot, lambda: window.last and window.last.update == update + 1)
    assert window.notices > 1


def test_commands_are_applied_in_order(qtbot, open_window):
    window = open_window(start=False)
    gate = Gate()
    commands = [
        gate,
        StepBatch(),
        StepBatch(),
        SetParameter(1, 0, 0, 2.5),
        Undo(),
        Undo(),
        Redo(),
        StepEpoch(),
        ChangeField("training.learning_rate", 0.5),
        ChangeField("training.learning_rate", 0.25),
    ]
    window.worker.start()
    for command in commands:
        window.worker.post(command)
    assert gate.reached.wait(10)
    gate.opened.set()
    settle(qtbot, window)
    assert window.last.update == 20
    assert window.last.experiment.training.learning_rate == 0.25
    expected = TrainingSession(read_preset("circles"))
    for command in commands[1:]:
        command.apply(expected)
    assert window.last.W[0].tobytes() == expected.snapshot().W[0].tobytes()
    assert window.last.undo_label == "Learning rate: 0.25"


@pytest.mark.parametrize("preset", ["circles", "spirals", "bumps"])
def test_pause_takes_effect_at_once(qtbot, open_window, preset):
    window, seconds = open_window(preset), []
    for _ in range(5):
        window.worker.post(Run())
        until(qtbot, lambda: window.last is not None and window.last.running)
        begin = time.perf_counter()
        window.worker.post(Pause())
        until(qtbot, lambda: not window.last.running)
        seconds.append(time.perf_counter() - begin)
        update = look(window).update
        assert window.last.update == update
        qtbot.wait(30)
        assert look(window).update == update  # nothing goes on afterwards
    assert statistics.median(seconds) < 0.1


def test_a_live_change_while_it_runs(qtbot, open_window):
    window = open_window()
    window.worker.post(Run())
    until(qtbot, lambda: window.last is not None and window.last.update > 100)
    window.worker.post(ChangeField("training.learning_rate", 0.001))
    until(qtbot, lambda: window.last.experiment.training.learning_rate == 0.001)
    assert window.last.running
    assert len({id(snapshot.problem_info) for snapshot in window.snapshots}) == 1
    window.worker.post(ChangeField("network.hidden", ()))
    until(qtbot, lambda: window.last.problem_info.sizes == (2, 1))
    assert window.last.running
    window.worker.post(Reset())
    window.worker.post(Pause())
    until(qtbot, lambda: not window.last.running)
    assert window.last.update < 100_000


def test_a_refused_command_says_why_and_changes_nothing(qtbot, open_window):
    window = open_window()
    until(qtbot, lambda: window.snapshots)
    command = ChangeField("training.batch_size", 0)
    window.worker.post(command)
    until(qtbot, lambda: window.refusals)
    assert window.refusals[0][0] is command
    text = window.refusals[0][1]
    assert "training.batch_size" in text
    assert len(text.splitlines()) == 1
    until(qtbot, lambda: window.last.number == 2)  # so that the field shows the old value again
    assert window.last.experiment == read_preset("circles")
    assert not window.failures


def test_a_refused_command_does_not_stop_training(qtbot, open_window):
    window = open_window()
    window.worker.post(Run())
    window.worker.post(ChangeField("data.features", ("sin(",)))
    until(qtbot, lambda: window.refusals and window.last is not None and window.last.running)
    update = window.last.update
    until(qtbot, lambda: window.last.update > update)


@pytest.mark.parametrize("error", [RuntimeError, MemoryError, KeyError])
def test_after_an_unexpected_error_it_pauses_and_still_serves(qtbot, open_window, error):
    window = open_window()
    window.worker.post(Run())
    until(qtbot, lambda: window.last is not None and window.last.update > 0)
    window.worker.post(Break(error))
    until(qtbot, lambda: window.failures and not window.last.running)
    assert len(window.failures) == 1
    assert f"{error.__name__}: " in window.failures[0]
    assert "a fault in the program" in window.failures[0]
    assert "Traceback" in window.failures[0]
    update = look(window).update
    assert update > 0  # the work is still there
    window.worker.post(StepBatch())
    until(qtbot, lambda: window.last.update == update + 1)
    assert window.worker.isRunning()
    assert not window.refusals


def test_an_error_while_training_pauses(qtbot, open_window, monkeypatch):
    advance = TrainingSession.advance

    def fail(session, *arguments, **named):
        if session.update:
            raise ZeroDivisionError("in the middle of training")
        return advance(session, *arguments, **named)

    monkeypatch.setattr(TrainingSession, "advance", fail)
    window = open_window()
    window.worker.post(Run())
    until(qtbot, lambda: window.failures and not window.last.running)
    assert len(window.failures) == 1
    assert window.last.update == look(window).update > 0


def test_an_error_while_a_snapshot_is_made_is_told_once(qtbot, open_window, monkeypatch):
    window = open_window()
    until(qtbot, lambda: window.snapshots)
    snapshot = TrainingSession.snapshot

    def fail(session, **named):
        raise MemoryError("no room for a frame")

    monkeypatch.setattr(TrainingSession, "snapshot", fail)
    window.worker.post(StepBatch())
    until(qtbot, lambda: window.failures)
    look(window)
    qtbot.wait(50)
    assert len(window.failures) == 2  # one for each command, and none in between
    monkeypatch.setattr(TrainingSession, "snapshot", snapshot)
    window.worker.post(StepBatch())
    until(qtbot, lambda: window.last.update == 2)


def test_it_can_be_stopped_even_if_no_snapshot_can_be_made(qtbot, open_window, monkeypatch):
    window = open_window()
    until(qtbot, lambda: window.snapshots)

    def fail(session, **named):
        raise MemoryError("no room for a frame")

    monkeypatch.setattr(TrainingSession, "snapshot", fail)
    window.worker.post(Run())
    window.worker.stop()
    assert window.worker.isFinished()


def test_a_divergence_stops_and_shows(qtbot, open_window):
    window = open_window("plane", **{"network.hidden": "[]", "training.optimizer": "sgd", "training.learning_rate": 9})
    window.worker.post(Run())
    until(qtbot, lambda: window.last is not None and window.last.divergence is not None)
    assert not window.last.running
    assert window.last.update == window.last.divergence.update - 1
    window.worker.post(Undo())
    until(qtbot, lambda: window.last.update == 0)
    assert window.last.divergence is None


def test_a_slow_pace(qtbot, open_window):
    window = open_window()
    window.worker.post(SetSpeedLimit("updates_10"))
    window.worker.post(Run())
    until(qtbot, lambda: window.last is not None and window.last.update >= 3, timeout=5000)
    assert window.last.update <= 4
    window.worker.post(SetSpeedLimit("full"))
    until(qtbot, lambda: window.last.update > 100)


def test_two_hundred_runs_and_pauses(qtbot, open_window):
    window = open_window()
    for _ in range(200):
        window.worker.post(Run())
        window.worker.post(Pause())
    settle(qtbot, window)
    assert not window.failures
    for _ in range(50):
        window.worker.post(Run())
        assert look(window).running
        window.worker.post(Pause())
        assert not look(window).running
    assert not window.failures


def test_two_hundred_starts_and_stops(qtbot, open_window):
    window = open_window(start=False)
    worker = window.worker
    for cycle in range(200):
        worker.start()
        assert worker.isRunning()
        worker.post(Run() if cycle % 2 else StepBatch())
        worker.stop()
        assert worker.isFinished()
    QCoreApplication.processEvents()
    assert not window.failures
    worker.start()
    worker.post(Pause())
    look(window)


def test_two_hundred_workers(qtbot):
    session = TrainingSession(read_preset("xor_points"))
    for _ in range(200):
        worker = TrainingWorker(session)
        worker.start()
        worker.post(Run())
        worker.stop()
        worker.deleteLater()
    assert session.loop.running


def test_stopping_while_it_runs(qtbot, open_window):
    window = open_window()
    window.worker.post(Run())
    until(qtbot, lambda: window.last is not None and window.last.update > 100)
    begin = time.perf_counter()
    window.worker.stop()
    assert time.perf_counter() - begin < 5
    assert window.worker.isFinished()


def test_what_was_handed_in_before_the_end_is_done_and_shown(qtbot, open_window):
    window = open_window()
    until(qtbot, lambda: window.snapshots)
    window.worker.post(Load(read_preset("sine")))
    window.worker.post(StepEpoch())
    window.worker.stop()
    last = window.worker.take()
    assert last.experiment.title == "Sine"
    assert last.epoch == 1
    QCoreApplication.removePostedEvents(window)


def test_stopping_what_never_started_or_has_stopped(qtbot, open_window):
    window = open_window(start=False)
    window.worker.stop()
    window.worker.start()
    assert not look(window).running
    window.worker.stop()
    window.worker.stop()
    window.worker.start()
    assert not look(window).running


def test_an_idle_worker_uses_no_processor(qtbot, open_window):
    window = open_window()
    for command in (Run(), Pause()):
        window.worker.post(command)
    settle(qtbot, window)
    snapshots, begin = len(window.snapshots), time.process_time()
    time.sleep(0.3)
    used = time.process_time() - begin
    assert used < 0.03
    QCoreApplication.processEvents()
    assert len(window.snapshots) == snapshots


def test_the_interpreter_changes_threads_often(qtbot, open_window):
    before = sys.getswitchinterval()
    try:
        look(open_window())
        assert sys.getswitchinterval() == pytest.approx(module.SWITCH_SECONDS)
    finally:
        sys.setswitchinterval(before)


def test_it_rests_until_a_frame_is_painted(qtbot, monkeypatch, open_window):
    monkeypatch.setattr(module, "PAINTING_SECONDS", 60.0)
    window = open_window(rests=True)
    window.worker.post(Run())
    qtbot.waitUntil(lambda: window.last is not None and window.last.running)
    while True:
        update, notices = window.worker.session.update, window.notices
        qtbot.wait(50)
        if window.worker.session.update == update:  # else it was about to leave its last frame
            break
    assert window.notices == notices
    window.worker.painted()
    qtbot.waitUntil(lambda: window.notices > notices)
    assert window.last.update > update
    monkeypatch.setattr(module, "PAINTING_SECONDS", 0.0)  # it is to end at once
    window.worker.painted()


def test_it_goes_on_without_being_told(qtbot, open_window):
    window = open_window(rests=True)
    window.worker.post(Run())
    qtbot.waitUntil(lambda: window.notices >= 3)


def test_it_does_not_rest_while_there_is_nothing_to_do(qtbot, monkeypatch, open_window):
    monkeypatch.setattr(module, "PAINTING_SECONDS", 60.0)
    window = open_window(rests=True)
    for count in (1, 2, 3):
        window.worker.post(StepBatch())
        qtbot.waitUntil(lambda count=count: window.last is not None and window.last.update == count)


def test_the_newest_takes_the_place_of_what_was_not_fetched():
    box, first, second = Mailbox(), object(), object()
    assert box.is_empty
    assert box.take() is None
    assert box.put(first)
    assert not box.is_empty
    assert not box.put(second)
    assert box.take() is second
    assert box.is_empty
    assert box.take() is None
    assert box.put(first)


def test_between_threads_there_is_one_notice_for_each_fetch():
    box, notices, fetched = Mailbox(), threading.Semaphore(0), []

    def put() -> None:
        for number in range(20_000):
            if box.put(number):
                notices.release()
        box.put(None)
        notices.release()

    writer = threading.Thread(target=put)
    writer.start()
    while True:
        notices.acquire()
        if (value := box.take()) is None:
            break
        fetched.append(value)
    writer.join()
    assert fetched == sorted(set(fetched))
