"""Long work in small steps: what slices and surfaces have in common."""

import time
from collections.abc import Iterator
from typing import Generic, TypeVar

Result = TypeVar("Result")


class SteppedJob(Generic[Result]):
    """A `Job` whose work is an iterator that comes back after every few milliseconds.

    Parameters
    ----------
    steps
        The work; yields what is known so far where that has changed, else None.
    """

    def __init__(self, steps: Iterator[Result | None]) -> None:
        self._steps = steps
        self._result: Result | None = None
        self._done = False

    def advance(self, seconds: float) -> bool:
        """Work for about so long; return whether it is done."""
        deadline = time.perf_counter() + seconds
        while not self._done:
            try:
                found = next(self._steps)
            except StopIteration:
                self._done = True
                break
            if found is not None:
                self._result = found
            if time.perf_counter() >= deadline:
                break
        return self._done

    @property
    def result(self) -> Result | None:
        """What is known so far: a new object whenever that has changed, None at first."""
        return self._result

    @property
    def progress(self) -> float:
        """How much is done, from 0 to 1."""
        return 1.0 if self._done else float(getattr(self._result, "progress", 0.0))
