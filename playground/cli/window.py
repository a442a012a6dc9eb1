"""``playground [TARGET]``: open the window."""

import contextlib
import gc
import signal
import socket
from collections.abc import Iterator
from types import ModuleType

from playground.cli.display import load_app, qt_messages, require_display
from playground.cli.interruption import SIGNALS
from playground.cli.language import WISH
from playground.files import check_data, open_target


def open_window(target: str | None) -> int:
    """Open the window and return its exit code when it is closed.

    Raises
    ------
    UsageError, FileError
        If there is no display, or the target cannot be used.
    """
    if target is not None:
        check_data(open_target(target))  # a typing error is told at once, without starting Qt
    require_display()
    # Starting up makes no garbage worth looking for; the window turns collecting on with its first frame.
    gc.disable()
    app = load_app()
    with qt_messages():
        app.application()
    with _closing_on_signals(app):
        return int(app.run_window(target, language=WISH.get()))


@contextlib.contextmanager
def _closing_on_signals(app: ModuleType) -> Iterator[None]:
    """Let Ctrl+C close the window in good order, also while it is idle.

    Python hears of a signal only when some of its own code runs, and an idle window runs none. So the signal itself
    writes to a socket, which wakes Qt.
    """
    from PySide6.QtCore import QSocketNotifier

    awake, asleep = socket.socketpair()
    for end in (awake, asleep):
        end.setblocking(False)
    notifier = QSocketNotifier(awake.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(lambda: app.end())
    handlers = {number: signal.signal(number, lambda *_: None) for number in SIGNALS}
    descriptor = signal.set_wakeup_fd(asleep.fileno())
    try:
        yield
    finally:
        signal.set_wakeup_fd(descriptor)
        for number, handler in handlers.items():
            signal.signal(number, handler)
        notifier.setEnabled(False)
        awake.close()
        asleep.close()
