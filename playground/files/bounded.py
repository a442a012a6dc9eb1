"""Reading a user's file: an ordinary one, and never more of it than a limit."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from playground.files.errors import FileError


def open_ordinary(path: str | os.PathLike[str]) -> BinaryIO:
    """Open an ordinary file for reading.

    Raises
    ------
    FileError
        If it is missing, a folder, a device or a pipe, or unreadable.
    """
    name = os.fspath(path)
    if "\0" in name:
        raise FileError("{name!r}: a file name cannot contain a NUL character; choose another", name=name)
    with _refusing(name):
        status = Path(name).stat()
        # Opening a pipe would wait for ever; reading a device might never end.
        if stat.S_ISDIR(status.st_mode):
            raise FileError("{name}: it is a folder; a file was expected", name=name)
        if not stat.S_ISREG(status.st_mode):
            raise FileError("{name}: it is not an ordinary file; copy it to one", name=name)
        return Path(name).open("rb")


def read_bounded(path: str | os.PathLike[str], limit: int) -> bytes:
    """Read an ordinary file of at most `limit` bytes.

    Raises
    ------
    FileError
        As `open_ordinary`, or if it is larger than the limit.
    """
    name = os.fspath(path)
    with open_ordinary(path) as file, _refusing(name):
        data = file.read(limit + 1)
    if len(data) > limit:
        raise FileError(
            "{name}: larger than {limit} MB, the most that is read; take a smaller file",
            name=name,
            limit=limit // 1000000,
        )
    return data


@contextmanager
def _refusing(name: str) -> Iterator[None]:
    """Turn what the system says about a file into a `FileError`."""
    try:
        yield
    except FileNotFoundError as error:
        raise FileError("{name}: no such file; check the name and the folder", name=name) from error
    except OSError as error:
        raise FileError(
            "{name}: could not be read: {reason}", name=name, reason=error.strerror or str(error)
        ) from error
    except UnicodeEncodeError as error:
        raise FileError("{name}: could not be read: {reason}", name=name, reason=str(error)) from error
    except MemoryError as error:
        raise FileError("{name}: not enough memory to read it; close other programs", name=name) from error
