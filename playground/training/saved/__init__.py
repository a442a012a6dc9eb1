"""Sessions on their way to a file and back, in slices: here, how far they are."""

from pathlib import Path
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

Purpose = Literal["save", "autosave"]
"""Why a session is saved: because a person wants it, or so that little is lost if the program ends unexpectedly."""
SAVE: Purpose = "save"
AUTOSAVE: Purpose = "autosave"
OPEN = "open"
"""The kinds of the jobs."""


class FileProgress(Struct, frozen=True):
    """How far saving or opening is.

    Attributes
    ----------
    path
        The file, or what else is opened.
    number
        Told by whoever asked, to know it again.
    fraction
        How much is done, 0 … 1.
    done
        Whether it is over, well or not.
    problem
        Why it could not be, one line; empty if it could, as far as is known. The old file, or the session, is then as
        it was.
    changes
        The session's count of changes at the moment that is saved, or right after it was opened.
    far
        Files of data far from what is opened: a person has to be asked, and nothing has changed.
    """

    path: str
    number: int
    fraction: float = 0.0
    done: bool = False
    problem: str = ""
    changes: int = 0
    far: tuple[Path, ...] = ()

    def moved(self, fraction: float) -> "FileProgress | None":
        """Return a progress that is further on, None where nobody would see it."""
        return replace(self, fraction=fraction) if round(fraction, 2) != round(self.fraction, 2) else None
