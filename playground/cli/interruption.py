"""The signals that ask a program to end: a wish to stop after the update under way, not an exception in its middle."""

import contextlib
import signal
import threading
from collections.abc import Callable, Iterator
from types import FrameType

Handler = Callable[[int, FrameType | None], object]
HANGUP = "SIGHUP"
SIGNALS = tuple(signal.Signals[name] for name in ("SIGINT", "SIGTERM", HANGUP) if name in signal.Signals.__members__)


class Interruption:
    """Whether somebody asked to stop."""

    requested = False

    def handle(self, _number: int, _frame: FrameType | None) -> None:
        """Note the wish; a second one does not wait."""
        if self.requested:
            raise KeyboardInterrupt
        self.requested = True


@contextlib.contextmanager
def handling(handler: Handler) -> Iterator[None]:
    """Answer Ctrl+C, an orderly end from outside, and the end of the terminal, for the time being."""
    before: dict[signal.Signals, object] = {}
    if threading.current_thread() is threading.main_thread():  # signals belong to it
        for number in SIGNALS:
            if number.name != HANGUP or signal.getsignal(number) != signal.SIG_IGN:  # nohup says to live on
                before[number] = signal.signal(number, handler)
    try:
        yield
    finally:
        for number, earlier in before.items():
            signal.signal(number, earlier)  # type: ignore[arg-type]


@contextlib.contextmanager
def interruption() -> Iterator[Interruption]:
    wish = Interruption()
    with handling(wish.handle):
        yield wish
