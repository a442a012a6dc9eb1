"""The only thread in the program: it owns the session, commands go in by a queue, snapshots come out of a mailbox."""

import gc
import queue
import sys
import threading
import time
import traceback

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot

from playground.messages import RefusalError
from playground.training import Snapshot, TrainingSession
from playground.training.commands import Command

FRAME_SECONDS = 1 / 30
SLICE_SECONDS = 0.008
"""Training comes back this often to look for commands: pause takes effect at once for a person."""
JOB_SECONDS = 0.002
"""While training goes on, work in the background gets this much between two of its slices: a fifth of the time. What a
person waits for, as a file that is read, gets as much as training."""
WAITED_SECONDS = 0.02
"""While training goes on, what a person waits for gets this much: two thirds of the time."""
SWITCH_SECONDS = 0.0005
"""How long the interpreter lets one thread hold it while another waits: with the default of 5 ms a training loop leaves
the window 13 to 15 frames a second, with this 29."""
PAINTING_SECONDS = 0.016
"""So long at most it rests while a frame is painted: half of the time, where the computer is busy with others. Two
threads that both want the interpreter hand it to and fro at every call into Qt and numpy: side by side a frame takes
twice as long, and training gets next to nothing done."""
RATE_SECONDS = 0.5


class Mailbox:
    """Holds at most one snapshot; a newer one takes the place of one that was not fetched."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._snapshot: Snapshot | None = None

    def put(self, snapshot: Snapshot) -> bool:
        """Leave a snapshot; return whether the box was empty, so that exactly one notice is under way."""
        with self._lock:
            was_empty = self._snapshot is None
            self._snapshot = snapshot
            return was_empty

    def take(self) -> Snapshot | None:
        """Fetch the snapshot, if there is one, and leave the box empty."""
        with self._lock:
            snapshot, self._snapshot = self._snapshot, None
            return snapshot

    @property
    def is_empty(self) -> bool:
        with self._lock:
            return self._snapshot is None


class TrainingWorker(QThread):
    """Runs a training session.

    Commands go in by `post`; snapshots come out of `take` after `snapshot_ready`. While it trains it makes at most one
    snapshot every 33 ms, and none before the last was fetched. Between two slices of training it works on the jobs that
    are under way. Idle, it sleeps until the next command.

    Parameters
    ----------
    session
        From now on it belongs to the thread.
    rests
        Whether it rests after each snapshot until `painted` is called.

    Signals
    -------
    snapshot_ready
        A snapshot waits in the mailbox.
    refused(command, message)
        A command was refused, with one line for the person, a `Message`; nothing changed.
    failed(text)
        An unexpected error, with its traceback for the log; training has paused, the session is intact.
    """

    snapshot_ready = Signal()
    refused = Signal(object, object)
    failed = Signal(str)

    def __init__(self, session: TrainingSession, parent: QObject | None = None, *, rests: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("training")
        self._session = session
        self._commands: queue.SimpleQueue[Command | None] = queue.SimpleQueue()
        self._mailbox = Mailbox()
        self._garbage = GarbageCollector(self)
        self._rests, self._painted = rests, threading.Event()
        self._alive = True
        self._unseen = True  # whether something changed that no snapshot shows
        self._waits = False  # whether training has nothing to do for a while, at its pace
        self._next_frame = 0.0
        self._number = 0
        self._rate = 0.0
        self._rate_since, self._rate_updates = time.perf_counter(), 0

    @property
    def session(self) -> TrainingSession:
        """The session; only to be touched while the thread does not run."""
        return self._session

    def post(self, command: Command) -> None:
        """Hand in a command; it is applied between two updates."""
        self._commands.put(command)

    def take(self) -> Snapshot | None:
        """Fetch the newest snapshot, if there is one."""
        return self._mailbox.take()

    def painted(self) -> None:
        """Say that the last snapshot taken is painted: the interpreter is free again."""
        self._painted.set()

    def stop(self) -> None:
        """End the thread and wait for it.

        Commands handed in before are still applied, and what no snapshot shows yet is left for `take`.
        """
        if self.isRunning():
            self._commands.put(None)
            self.wait()
            self._garbage.stop()

    @Slot()
    def start(self, *priority: QThread.Priority) -> None:
        """Begin the thread; what is garbage is looked for in the one that calls this."""
        self._garbage.start()
        super().start(*priority)

    def run(self) -> None:
        sys.setswitchinterval(SWITCH_SECONDS)
        self._alive = self._unseen = True
        while self._alive:
            try:
                self._turn()
            except Exception:  # the person's work lives in this thread: whatever happens, it is shown and survives
                self._unseen |= self._session.loop.running
                self._session.pause()
                self.failed.emit(traceback.format_exc())

    def _turn(self) -> None:
        """Apply the commands that wait, train and work for a slice, and leave a snapshot when one is due."""
        self._apply_commands()
        if self._alive and self._session.loop.running:
            self._train()
        if self._alive and self._session.jobs.busy:
            self._work()
        goes_on = self._alive and (self._session.loop.running or self._session.jobs.busy)
        now = time.perf_counter()
        if self._unseen and (not goes_on or (now >= self._next_frame and self._mailbox.is_empty)):
            # On schedule, so that a frame a little late does not put off all that follow.
            self._next_frame = max(self._next_frame + FRAME_SECONDS, now)
            self._publish()
            if self._rests and goes_on:
                self._painted.wait(PAINTING_SECONDS)
                # However long that took, there is a slice of training in front of the next frame.
                self._next_frame = max(self._next_frame, time.perf_counter() + SLICE_SECONDS)

    def _apply_commands(self) -> None:
        """Apply the commands that wait; asleep until there is one, if there is nothing else to do."""
        while self._alive:
            idle = not (self._session.loop.running or self._session.jobs.busy or self._unseen)
            try:
                command = self._commands.get(block=idle)
            except queue.Empty:
                return
            if command is None:
                self._alive = False
            else:
                self._unseen = True
                self._apply(command)

    def _apply(self, command: Command) -> None:
        was_running, asked = self._session.loop.running, self._session.observer.queries.asked
        try:
            command.apply(self._session)
        except ValueError as error:  # every room's own error type is one; its text is a line for the person
            self.refused.emit(command, error.message if isinstance(error, RefusalError) else str(error))
        # Somebody looks at the answer: a drawing that is read while it is made.
        if self._session.observer.queries.asked is not asked:
            self._next_frame = min(self._next_frame, time.perf_counter())
        if self._session.loop.running and not was_running:
            self._rate = 0.0
            self._rate_since, self._rate_updates = time.perf_counter(), self._session.update

    def _train(self) -> None:
        """Train for one slice, or wait for the pace."""
        seconds = min(SLICE_SECONDS, max(self._next_frame - time.perf_counter(), 0.001))
        self._unseen = True
        made = self._session.advance(seconds)
        self._waits = not made and self._session.loop.is_limited
        if self._waits and not self._session.jobs.busy:
            time.sleep(seconds)
        now = time.perf_counter()
        if now - self._rate_since >= RATE_SECONDS:
            self._rate = max(0, self._session.update - self._rate_updates) / (now - self._rate_since)
            self._rate_since, self._rate_updates = now, self._session.update

    def _work(self) -> None:
        """Work on the jobs for a slice: while training wants the time, a short one but for what a person waits for."""
        before = self._session.jobs.changes, self._session.changes
        beside = self._session.loop.running and not self._waits
        try:
            self._session.jobs.advance(WAITED_SECONDS if beside else SLICE_SECONDS, JOB_SECONDS if beside else None)
        finally:
            # Also where the end of a job changed the session itself, and where one failed.
            self._unseen |= (self._session.jobs.changes, self._session.changes) != before

    def _publish(self) -> None:
        self._unseen = False  # also if it fails: it is not tried again until something changes
        self._number += 1
        self._painted.clear()
        rate = self._rate if self._session.loop.running else 0.0
        if self._mailbox.put(self._session.snapshot(updates_per_second=rate, number=self._number)):
            self.snapshot_ready.emit()


INTERVAL_MS = 100


class GarbageCollector(QObject):
    """Looks for reference cycles in the thread it lives in, as often as Python would, in the place of Python.

    Python looks in whichever thread makes the next object. A cycle that holds a widget would be destroyed by a thread
    that trains, and Qt ends the program when a widget is destroyed outside of its own thread.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=INTERVAL_MS)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Look from now on; Python no longer does."""
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.enable()

    @Slot()
    def _look(self) -> None:
        counts, thresholds = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > thresholds[generation]:
                gc.collect(generation)
                break
