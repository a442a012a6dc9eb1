"""What can be dropped on the window."""

from pathlib import Path

from PySide6.QtCore import QMimeData

from playground.files import IdxSource, own_source
from playground.files.sessions.names import SUFFIX

ENDINGS = (SUFFIX, ".json", ".npz", ".csv", ".tsv")
"""Of files that can be opened, besides those of images."""


def openable(dropped: QMimeData) -> list[Path]:
    """Return the files among what is dropped that can be opened."""
    names = [url.toLocalFile() for url in dropped.urls()]
    return [Path(name) for name in names if name and _can_open(name)]


def _can_open(name: str) -> bool:
    return Path(name).suffix.lower() in ENDINGS or isinstance(own_source(name), IdxSource)
