"""What changes while training runs, but no faster than it can be read."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class Pace(QObject):
    """Does something at most so often; what is asked for too early is done once, at the end of the pause.

    Parameters
    ----------
    seconds
        From one time to the next.
    """

    def __init__(self, parent: QObject, seconds: float, do: Callable[[], object]) -> None:
        super().__init__(parent)
        self.seconds, self._do, self._done_at = seconds, do, float("-inf")
        self._late = QTimer(self, singleShot=True)
        self._late.timeout.connect(self.now)

    @property
    def rested(self) -> bool:
        """Whether the pause is over."""
        return time.monotonic() - self._done_at >= self.seconds

    def now(self) -> None:
        """Do it, whatever the pause."""
        self._late.stop()
        self._done_at = time.monotonic()
        self._do()

    def soon(self) -> None:
        """Do it, at once if the pause is over."""
        if self.rested:
            self.now()
        elif not self._late.isActive():
            self._late.start(int(1000 * (self._done_at + self.seconds - time.monotonic())) + 1)

    def forget(self) -> None:
        """Let the pause be over."""
        self._done_at = float("-inf")
