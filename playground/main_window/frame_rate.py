"""How many frames a second the window shows."""

import time

RATE_SECONDS = 0.5


class FrameRate:
    """Counts frames, and says their number a second twice a second."""

    def __init__(self) -> None:
        self._frames, self._since = 0, time.perf_counter()

    def count(self, *, running: bool) -> float | None:
        """Count a frame; return the rate where there is a new one, 0 while nothing runs."""
        self._frames += 1
        now = time.perf_counter()
        elapsed = now - self._since
        if running and elapsed < RATE_SECONDS:
            return None
        rate = self._frames / elapsed if running else 0.0
        self._frames, self._since = 0, now
        return rate
