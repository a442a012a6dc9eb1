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
        raise FileError("{name!r}: a file name cannot contain a NUL character; choose another", name=name)
    try:
        status = Path(name).stat()
        # Opening a pipe would wait for ever; reading a device might never end.
        if stat.S_ISDIR(status.st_mode):
            raise FileError("{name}: it is a folder; a file was expected", name=name)
        if not stat.S_ISREG(status.st_mode):
            raise FileError("{name}: it is not an ordinary file; copy it to one", name=name)
        with Path(name).open("rb") as file:
            data = file.read(limit + 1)
    except FileNotFoundError as error:
        raise FileError("{name}: no such file; check the name and the folder", name=name) from error
    except (OSError, UnicodeEncodeError) as error:
        raise FileError(
            "{name}: could not be read: {reason}", name=name, reason=getattr(error, "strerror", None) or str(error)
        ) from error
    except MemoryError as error:
        raise FileError("{name}: not enough memory to read it; close other programs", name=name) from error
    if len(data) > limit:
        raise FileError(
            "{name}: larger than {limit} MB, the most that is read; take a smaller file",
            name=name,
            limit=limit // 1000000,
        )
    return data
