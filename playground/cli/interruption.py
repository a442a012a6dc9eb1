"""Ctrl+C while training: a wish to stop after the update under way, not an exception in the middle of it."""

import contextlib
import signal
import threading
from collections.abc import Iterator
from types import FrameType

SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Interruption:
    """Whether somebody asked to stop."""

    requested = False

    def handle(self, _number: int, _frame: FrameType | None) -> None:
        """Note the wish; a second one does not wait."""
        if self.requested:
            raise KeyboardInterrupt
        self.requested = True


@contextlib.contextmanager
def interruption() -> Iterator[Interruption]:
    """Catch SIGINT and SIGTERM for the time being."""
    wish = Interruption()
    if threading.current_thread() is not threading.main_thread():  # signals belong to the main thread
        yield wish
        return
    before = {number: signal.signal(number, wish.handle) for number in SIGNALS}
    try:
        yield wish
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
