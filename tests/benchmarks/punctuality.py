"""How smooth a window stays: how late a timer of its thread fires, and how long a frame takes."""

import time

import numpy as np
from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Slot

TIMER_MS = 10


class Punctuality(QObject):
    """Notes how late a timer of the window's thread fires."""

    def __init__(self) -> None:
        super().__init__()
        self.lateness: list[float] = []
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._fired)
        self._start = self._due = 0.0

    def start(self) -> None:
        self.lateness.clear()
        self._start = self._due = time.perf_counter()
        self._due += TIMER_MS / 1e3
        self._timer.start(TIMER_MS)

    def stop(self) -> None:
        self._timer.stop()

    @property
    def figures(self) -> dict[str, float]:
        """Percentiles of the lateness in milliseconds."""
        late = np.percentile(self.lateness or [0.0], [50, 95, 99, 100])
        return dict(zip(("p50", "p95", "p99", "max"), late.round(2).tolist(), strict=True))

    @Slot()
    def _fired(self) -> None:
        now = time.perf_counter()
        self.lateness.append(max(0.0, now - self._due) * 1e3)
        # The timer keeps to its own schedule and leaves out what it missed.
        periods = int((now - self._start) / (TIMER_MS / 1e3)) + 1
        self._due = self._start + periods * TIMER_MS / 1e3


def spin(seconds: float) -> None:
    """Run the event loop for so long; the application's own `quit` would close the window."""
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1e3), loop.quit)
    loop.exec()
