"""The only thread in the program: it owns the session, takes commands in and leaves snapshots in a mailbox."""

import queue
import sys
import time
import traceback

from PySide6.QtCore import QObject, QThread, Signal

from playground.bridge.mailbox import Mailbox
from playground.training import Snapshot, TrainingSession
from playground.training.commands import Command

FRAME_SECONDS = 1 / 30
SLICE_SECONDS = 0.008
"""Training comes back this often to look for commands: pause takes effect at once for a person."""
SWITCH_SECONDS = 0.0005
"""How long the interpreter lets one thread hold it while another waits: with the default of 5 ms a training loop leaves
the window 13 to 15 frames a second, with this 29."""
RATE_SECONDS = 0.5


class TrainingWorker(QThread):
    """Runs a training session.

    Commands go in by `post`; snapshots come out of `take` after `snapshot_ready`. While it trains it makes at most one
    snapshot every 33 ms, and none before the last was fetched. Idle, it sleeps until the next command.

    Signals
    -------
    snapshot_ready
        A snapshot waits in the mailbox.
    refused(text)
        A command was refused, with one line for the person; nothing changed.
    failed(text)
        An unexpected error, with its traceback for the log; training has paused, the session is intact.
    """

    snapshot_ready = Signal()
    refused = Signal(str)
    failed = Signal(str)

    def __init__(self, session: TrainingSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("training")
        self._session = session
        self._commands: queue.SimpleQueue[Command | None] = queue.SimpleQueue()
        self._mailbox = Mailbox()
        self._number = 0
        self._rate = 0.0
        self._rate_since, self._rate_updates = time.perf_counter(), 0

    def post(self, command: Command) -> None:
        """Hand in a command; it is applied between two updates."""
        self._commands.put(command)

    def take(self) -> Snapshot | None:
        """Fetch the newest snapshot, if there is one."""
        return self._mailbox.take()

    def stop(self) -> None:
        """End the thread and wait for it; commands handed in before are still applied."""
        self._commands.put(None)
        self.wait()

    def run(self) -> None:
        """The thread itself."""
        sys.setswitchinterval(SWITCH_SECONDS)
        self._publish()
        next_frame = time.perf_counter() + FRAME_SECONDS
        while True:
            try:
                alive, changed = self._apply_commands()
                if not alive:
                    return
                if self._session.running:
                    self._train(next_frame)
                    changed |= not self._session.running
            except Exception:  # the person's work lives in this thread: whatever happens, it is shown and survives
                self._session.pause()
                self.failed.emit(traceback.format_exc())
                changed = True
            now = time.perf_counter()
            if changed and not self._session.running:
                self._publish()
            elif self._session.running and now >= next_frame and self._mailbox.is_empty:
                self._publish()
                next_frame = now + FRAME_SECONDS

    def _apply_commands(self) -> tuple[bool, bool]:
        """Apply what waits in the queue; asleep until something does, unless training.

        Returns
        -------
        alive, changed
            Whether to go on, and whether any command was applied.
        """
        changed = False
        while True:
            try:
                command = self._commands.get(block=not self._session.running and not changed)
            except queue.Empty:
                return True, changed
            if command is None:
                return False, changed
            self._apply(command)
            changed = True

    def _apply(self, command: Command) -> None:
        was_running = self._session.running
        try:
            command.apply(self._session)
        except ValueError as error:  # every room's own error type is one; its text is a line for the person
            self.refused.emit(str(error))
        if self._session.running and not was_running:
            self._rate = 0.0
            self._rate_since, self._rate_updates = time.perf_counter(), self._session.update

    def _train(self, next_frame: float) -> None:
        """Train for one slice, or wait for the pace."""
        room = next_frame - time.perf_counter()
        made = self._session.advance(min(SLICE_SECONDS, max(room, 0.001)))
        if not made and self._session.is_paced:
            time.sleep(min(SLICE_SECONDS, max(room, 0.001)))
        now = time.perf_counter()
        if now - self._rate_since >= RATE_SECONDS:
            self._rate = (self._session.update - self._rate_updates) / (now - self._rate_since)
            self._rate_since, self._rate_updates = now, self._session.update

    def _publish(self) -> None:
        self._number += 1
        rate = self._rate if self._session.running else 0.0
        if self._mailbox.put(self._session.snapshot(updates_per_second=rate, number=self._number)):
            self.snapshot_ready.emit()
