"""What the window has asked of the worker, and waits for."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playground.main_window.closing import Baseline
from playground.main_window.overwriting import Stamp
from playground.training.saved.progress import OpenProgress, SaveProgress


@dataclass(frozen=True, eq=False)
class Awaited:
    """Something asked of the worker, whose end is waited for.

    Attributes
    ----------
    number
        By which its progress is known.
    recent, document
        What becomes a recent file, and the session's own file, when it worked.
    baseline
        The session when it was asked for.
    then
        Told whether it worked.
    silent
        Whether nobody is to hear of it.
    stamp
        Of the session's own file, when it was asked for.
    """

    number: int
    recent: Path | None
    document: Path | None
    baseline: Baseline | None = None
    then: Callable[[bool], None] | None = None
    silent: bool = False
    stamp: Stamp | None = None

    def is_ended_by(self, progress: OpenProgress | SaveProgress) -> bool:
        """Whether that is about it, and it is over."""
        return progress.done and progress.number == self.number
