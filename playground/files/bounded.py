"""Reading a user's file whole, never more of it than a limit."""

import os
import stat
from pathlib import Path

from playground.files.errors import FileError


def read_bounded(path: str | os.PathLike[str], limit: int) -> bytes:
    """Read an ordinary file of at most `limit` bytes.

    Raises
    ------
    FileError
        If it is missing, a folder, a device or a pipe, unreadable, or larger than the limit.
    """
    name = os.fspath(path)
    if "\0" in name:
        raise FileError(f"{name!r}: a file name cannot contain a NUL character")
    try:
        status = Path(name).stat()
        # Opening a pipe would wait for ever; reading a device might never end.
        if stat.S_ISDIR(status.st_mode):
            raise FileError(f"{name}: it is a folder; a file was expected")
        if not stat.S_ISREG(status.st_mode):
            raise FileError(f"{name}: it is not an ordinary file")
        with Path(name).open("rb") as file:
            data = file.read(limit + 1)
    except FileNotFoundError as error:
        raise FileError(f"{name}: no such file") from error
    except (OSError, UnicodeEncodeError) as error:
        raise FileError(f"{name}: could not be read: {getattr(error, 'strerror', None) or error}") from error
    except MemoryError as error:
        raise FileError(f"{name}: not enough memory to read it") from error
    if len(data) > limit:
        raise FileError(f"{name}: larger than {limit // 1_000_000} MB, the most that is read")
    return data
