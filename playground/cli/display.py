"""Qt, asked for only by the commands that draw: whether it is there, and whether it has a display."""

import contextlib
import os
import sys
from collections.abc import Iterator
from types import ModuleType
from typing import Any

from playground.cli.command import UsageError
from playground.cli.terminal import complain
from playground.messages import Message

HEADLESS = Message("train, predict, check, presets, export and screenshot work without one")
UNSUPPORTED = "This plugin does not support"
"""How the offscreen platform begins what does not matter to a picture."""


def require_display() -> None:
    """Check that a window can be opened, as far as that can be seen without Qt.

    Raises
    ------
    UsageError
        If there is no display.
    """
    if sys.platform.startswith("linux") and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        raise UsageError("there is no display to open the window on; {headless}", headless=HEADLESS)


def load_app() -> ModuleType:
    """Return the module that starts Qt.

    Raises
    ------
    UsageError
        If Qt is not installed or cannot be loaded.
    """
    try:
        from playground import app
    except ImportError as error:  # not installed, or a library of the system is missing
        if (error.name or "").startswith("playground"):
            raise
        raise UsageError(
            "Qt cannot be loaded ({error}); install PySide6-Essentials, pyqtgraph and QtAwesome, or use train, "
            "predict, check and presets, which do without",
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
                    "error: the window cannot be opened: Qt found no display it can use; {headless}", headless=HEADLESS
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
