"""``playground [TARGET]``: open the window."""

import contextlib
import gc
import signal
import socket
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from playground.cli.display import load_app, qt_messages, require_display
from playground.cli.interruption import handling
from playground.cli.language import REQUESTED
from playground.files import UndecidedTableError, check_data, open_target
from playground.files.chain_presets import find_formula
from playground.files.reach import FarFilesError, check_reach
from playground.files.recognition import EXPERIMENTS

MANY = 1000
"""Bytes, one for each signal."""


def open_window(target: str | None, theme: str | None = None) -> int:
    """Open the window and return its exit code when it is closed.

    A file about which only a person can decide, how a table is to be read or whether at all, stands there with its
    question, as if it had been dropped.

    Raises
    ------
    UsageError, FileError
        If there is no display, or the target cannot be used.
    """
    asked = None
    if target is not None and _asks(target):  # a typing error is told at once, without starting Qt
        asked = Path(target)
    require_display()
    # Starting up makes no garbage worth looking for; the worker looks for it from its start on.
    gc.disable()
    heard: list[int] = []
    with handling(lambda number, _: heard.append(number)):  # what loads Qt is not to be broken off in its middle
        app = load_app()
        with qt_messages():
            app.application()
        with _ending_on_signals(app, heard):
            return int(app.run_window(None if asked else target, asked=asked, language=REQUESTED.get(), theme=theme))


def _asks(target: str) -> bool:
    """Check that a target can be opened; return whether it is asked about: how a table is meant, or whether to read."""
    if find_formula(target) is not None:
        return False
    try:
        found = open_target(target)
        if Path(target).suffix.lower() in EXPERIMENTS:
            check_reach(found.experiment, Path(target).parent, target, ())
    except (UndecidedTableError, FarFilesError):
        return True
    check_data(found)
    return found.report is not None and found.report.question is not None


@contextlib.contextmanager
def _ending_on_signals(app: ModuleType, heard: list[int]) -> Iterator[None]:
    """Let a signal end the program in good order, also while the window is idle.

    Python hears of a signal only when some of its own code runs, and an idle window runs none. So the signal itself
    writes to a socket, which wakes Qt.
    """
    from PySide6.QtCore import QSocketNotifier

    awake, asleep = socket.socketpair()
    for end in (awake, asleep):
        end.setblocking(False)
    notifier = QSocketNotifier(awake.fileno(), QSocketNotifier.Type.Read)

    def hear() -> None:
        with contextlib.suppress(BlockingIOError):
            awake.recv(MANY)  # else it would be told of the same signal again and again
        app.end()

    notifier.activated.connect(hear)
    descriptor = signal.set_wakeup_fd(asleep.fileno())
    if heard:  # before there was anything to wake
        asleep.send(b"\0")
    try:
        yield
    finally:
        signal.set_wakeup_fd(descriptor)
        notifier.setEnabled(False)
        awake.close()
        asleep.close()
