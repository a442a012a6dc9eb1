"""How far saving and opening are."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, TypeVar

Purpose = Literal["save", "autosave"]
"""Why a session is saved: because a person wants it, or so that little is lost if the program ends unexpectedly."""
SAVE: Purpose = "save"
AUTOSAVE: Purpose = "autosave"
OPEN = "open"
"""The kinds of the jobs."""


@dataclass(frozen=True)
class SaveProgress:
    """How far saving is.

    Attributes
    ----------
    path
        The file.
    number
        Told by whoever asked, to know it again.
    fraction
        How much is done, 0 … 1.
    done
        Whether it is over, well or not.
    problem
        Why it could not be saved, one line; empty if it could, as far as is known. The old file is then untouched.
    changes
        The session's count of changes at the moment that is saved.
    """

    path: str
    number: int
    fraction: float = 0.0
    done: bool = False
    problem: str = ""
    changes: int = 0


@dataclass(frozen=True)
class OpenProgress:
    """How far opening is.

    Attributes
    ----------
    target
        What is opened.
    number
        Told by whoever asked, to know it again.
    fraction
        How much is done, 0 … 1.
    done
        Whether it is over, well or not.
    problem
        Why it cannot be opened, one line; empty if it can, as far as is known. Nothing has changed then.
    changes
        The session's count of changes right after it was opened.
    far
        Files of data far from what is opened: a person has to be asked, and nothing has changed.
    """

    target: str
    number: int
    fraction: float = 0.0
    done: bool = False
    problem: str = ""
    changes: int = 0
    far: tuple[Path, ...] = ()


Progress = TypeVar("Progress", SaveProgress, OpenProgress)


def moved(progress: Progress, fraction: float) -> Progress | None:
    """Return a progress that is further on, None where nobody would see it."""
    return replace(progress, fraction=fraction) if round(fraction, 2) != round(progress.fraction, 2) else None
