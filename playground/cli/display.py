"""Qt, asked for only by the commands that draw: whether it is there, and whether it has a display."""

import os
import sys
from types import ModuleType
from typing import Any

from playground.cli.command import CommandError
from playground.cli.terminal import complain

HEADLESS = "train, predict, check, presets, export and screenshot work without one"


def require_display() -> None:
    """Check that a window can be opened, as far as that can be seen without Qt.

    Raises
    ------
    CommandError
        If there is no display.
    """
    if sys.platform.startswith("linux") and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        raise CommandError(f"there is no display to open the window on; {HEADLESS}")


def load_app() -> ModuleType:
    """Return the module that starts Qt.

    Raises
    ------
    CommandError
        If Qt is not installed or cannot be loaded.
    """
    try:
        from playground import app
    except ImportError as error:  # not installed, or a library of the system is missing
        if (error.name or "").startswith("playground"):
            raise
        raise CommandError(
            f"Qt cannot be loaded ({error}); install PySide6-Essentials, pyqtgraph and QtAwesome, "
            "or use train, predict, check and presets, which do without"
        ) from error
    return app


def start_application(app: ModuleType) -> None:
    """Create the Qt application for a window; where the display cannot be reached, say so in one line and exit.

    Qt ends the whole process when it cannot reach the display, after several lines of its own. It tells its message
    handler first.
    """
    from PySide6.QtCore import QtMsgType, qInstallMessageHandler

    def on_message(kind: QtMsgType, context: Any, message: str) -> None:
        if kind == QtMsgType.QtFatalMsg:
            complain(f"error: the window cannot be opened: Qt found no display it can use; {HEADLESS}")
            os._exit(2)
        if not str(context.category or "").startswith("qt.qpa"):
            complain(message)

    before = qInstallMessageHandler(on_message)
    try:
        app.application()
    finally:
        qInstallMessageHandler(before)
