"""Reading a user's file: an ordinary one, and never more of it than a limit."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from playground.data import bounded
from playground.data.reading import finished
from playground.files.errors import FileError


def read_bounded(path: str | os.PathLike[str], limit: int) -> bytes:
    """Read an ordinary file of at most `limit` bytes.

    Raises
    ------
    FileError
        If it is missing, a folder, a device or a pipe, unreadable, or larger than the limit.
    """
    name = os.fspath(path)
    return finished(bounded.read_pieces(name, limit, name, FileError))


@contextmanager
def opened(path: str | os.PathLike[str], limit: int) -> Iterator[BinaryIO]:
    """Open an ordinary file of at most `limit` bytes for reading. Raises as `read_bounded`."""
    name = os.fspath(path)
    with bounded.opened(name, limit, name, FileError) as (file, _):
        yield file
