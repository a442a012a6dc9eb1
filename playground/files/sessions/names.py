"""How session files are called. Apart from what reads them, which few start-ups need."""

import os

SUFFIX = ".playground"


def is_session(path: str | os.PathLike[str]) -> bool:
    """Whether a file is a session, by its name."""
    return os.fspath(path).lower().endswith(SUFFIX)
