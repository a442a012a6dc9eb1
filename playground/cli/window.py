"""``playground [TARGET]``: open the window. Qt is asked for only here, by the commands that draw, too."""

import contextlib
import gc
import os
import signal
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from playground.cli.command import UsageError
from playground.cli.terminal import REQUESTED, complain, handling
from playground.files import UndecidedTableError, check_data, open_target
from playground.files.chain_presets import find_formula
from playground.files.reach import FarFilesError, check_reach
from playground.files.recognition import EXPERIMENTS
from playground.files.targets import is_lesson
from playground.messages import Message

HEADLESS = Message(
    "train, predict, check, chain, presets, export, lessons, lesson, grade, worksheet and screenshot work without one"
)
UNSUPPORTED = "This plugin does not support"
"""How the offscreen platform begins what does not matter to a picture."""
MANY = 1000
"""Bytes, one for each signal."""


def open_window(target: str | None, theme: str | None = None) -> int:
    """Open the window and return its exit code when it is closed.

    A file about which only a person can decide, how a table is to be read or whether at all, stands there with its
    question, as if it had been dropped.

    Raises `UsageError` or `FileError` if there is no display, or the target cannot be used.
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
        if is_lesson(target):
            from playground.lessons.opening import check_lesson  # most starts need none of it

            check_lesson(target, ())
            return False
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


def require_display() -> None:
    """Check that a window can be opened, as far as that can be seen without Qt.

    Raises `UsageError` if there is no display.
    """
    if sys.platform.startswith("linux") and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        raise UsageError("there is no display to open the window on; {headless}", headless=HEADLESS)


def load_app() -> ModuleType:
    """Return the module that starts Qt.

    Raises `UsageError` if Qt is not installed or cannot be loaded.
    """
    try:
        from playground import app
    except ImportError as error:  # not installed, or a library of the system is missing
        if (error.name or "").startswith("playground"):
            raise
        raise UsageError(
            "Qt cannot be loaded ({error}); install PySide6-Essentials, pyqtgraph and QtAwesome, or use train, "
            "predict, check, chain, presets, lessons, lesson and grade, which do without",
            error=error,
        ) from error
    return app


@contextlib.contextmanager
def qt_messages() -> Iterator[None]:
    """Turn what Qt itself says into lines of ours, for the time being.

    Qt ends the whole process when it cannot reach the display, after several lines of its own. It tells its message
    handler first, which is the last chance to say it in one line and to choose the exit code.
    """
    from PySide6.QtCore import QtMsgType, qInstallMessageHandler

    def on_message(kind: QtMsgType, context: Any, message: str) -> None:
        if kind == QtMsgType.QtFatalMsg:
            complain(
                Message(
                    "error: the window cannot be opened: Qt found no display it can use, or a library is missing that"
                    " README.md names under “Two commands”; {headless}",
                    headless=HEADLESS,
                )
            )
            os._exit(2)
        if not str(context.category or "").startswith("qt.qpa") and not message.startswith(UNSUPPORTED):
            complain(message)

    before = qInstallMessageHandler(on_message)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
