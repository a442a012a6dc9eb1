"""A user's file: written whole or not at all, and read within a limit.

A crash, a full disk or a kill leaves either the whole old file or the whole new one.
"""

import contextlib
import os
import re
import secrets
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from playground.data import bounded
from playground.data.reading import finished
from playground.data.reasons import system_reason
from playground.files.errors import FileError

if sys.platform == "win32":

    def _lock(_file: BinaryIO) -> None:
        """Nobody can remove an open file there."""

else:
    import fcntl

    def _lock(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


TEMPORARY = re.compile(r"\.playground-[0-9a-f]{16}\.tmp")
OLD_SECONDS = 60.0
# Windows would otherwise translate line ends, and hand the descriptor to child processes.
OPEN_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


def write_atomically(path: str | os.PathLike[str], data: bytes) -> None:
    """Replace the contents of a file, whose folder must exist, in one step.

    The bytes go to a temporary file in the same folder (a rename across file systems is not atomic), reach the disk,
    and only then take the name. An existing file keeps its permissions; a symbolic link keeps pointing at its file.

    Raises `FileError` if the file cannot be written. The old file is then untouched and no temporary file is left.
    """
    with writing_atomically(path) as file:
        file.write(data)


@contextlib.contextmanager
def writing_atomically(path: str | os.PathLike[str]) -> Iterator[BinaryIO]:
    """Open a file to be written piece by piece; it takes the place of the old one when all went well.

    Raises `FileError` if the file cannot be written. The old file is then untouched and no temporary file is left.
    """
    target = _target(path)
    sweep(target.parent)
    temporary = target.with_name(f".playground-{secrets.token_hex(8)}.tmp")
    try:
        mode = _checked_mode(target)
        try:
            # Mode 0o666 lets the system apply the user's umask, as for any newly created file. What nobody else may
            # read is at no time readable.
            with os.fdopen(os.open(temporary, OPEN_FLAGS, 0o666 if mode is None else mode), "wb") as file:
                with contextlib.suppress(OSError):  # a disk that knows no locks
                    _lock(file)
                yield file
                file.flush()
                os.fsync(file.fileno())
            if mode is not None:
                temporary.chmod(mode)
            temporary.replace(target)
        except BaseException:  # an interrupt must not leave the temporary file behind either
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise
    except OSError as error:
        raise FileError(
            "{file}: could not be written: {reason}", file=os.fspath(path), reason=system_reason(error)
        ) from error
    _flush_folder(target.parent)


def sweep(folder: Path) -> None:
    """Remove the temporary files that programs have left in a folder which were ended while they wrote."""
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if TEMPORARY.fullmatch(entry.name):
                with contextlib.suppress(OSError):
                    status = entry.stat(follow_symlinks=False)
                    if stat.S_ISREG(status.st_mode) and time.time() - status.st_mtime > OLD_SECONDS:
                        _remove_unless_locked(Path(entry.path))


def _remove_unless_locked(path: Path) -> None:
    with path.open("r+b") as file:
        _lock(file)  # raises where a living program writes
        if sys.platform != "win32":
            path.unlink()
    if sys.platform == "win32":  # an open file cannot be removed
        path.unlink()


def _target(path: str | os.PathLike[str]) -> Path:
    name = os.fspath(path)
    if "\0" in name:
        raise FileError("{name!r}: a file name cannot contain a NUL character; choose another", name=name)
    if not name:
        raise FileError("an empty file name: the name of a file was expected")
    try:
        # Behind a link, the file itself is replaced and the link stays.
        return Path(os.path.realpath(name))
    except (OSError, ValueError) as error:
        raise FileError("{file}: no file can have this name; choose another", file=quoted_path(name)) from error


def quoted_path(name: str) -> str:
    """Show a file name that the system refused."""
    return name.encode(errors="backslashreplace").decode()


def _checked_mode(target: Path) -> int | None:
    """Return the permissions of the file to be replaced, None if there is none yet."""
    try:
        status = target.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(0, "it is a folder; the name of a file was expected")
    if not stat.S_ISREG(status.st_mode):
        raise OSError(0, "it is not an ordinary file")
    if not os.access(target, os.W_OK):
        # A rename would replace it all the same, against the wish of whoever protected it.
        raise PermissionError(0, "it is read-only")
    return stat.S_IMODE(status.st_mode)


def _flush_folder(folder: Path) -> None:
    """Make the rename itself durable, where the system can."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def read_bounded(path: str | os.PathLike[str], limit: int) -> bytes:
    """Read an ordinary file of at most `limit` bytes.

    Raises `FileError` if it is missing, a folder, a device or a pipe, unreadable, or larger than the limit.
    """
    name = os.fspath(path)
    return finished(bounded.read_pieces(name, limit, name, FileError))


@contextmanager
def opened(path: str | os.PathLike[str], limit: int) -> Iterator[BinaryIO]:
    """Open an ordinary file of at most `limit` bytes for reading. Raises as `read_bounded`."""
    name = os.fspath(path)
    with bounded.opened(name, limit, name, FileError) as (file, _):
        yield file
