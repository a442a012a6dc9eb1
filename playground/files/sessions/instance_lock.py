"""A file that belongs to one running program: the system itself lets go of it, however that program ends."""

import contextlib
import os
import sys
from pathlib import Path
from typing import BinaryIO

if sys.platform == "win32":
    import msvcrt

    def _lock(file: BinaryIO) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


LONGEST_NOTE = 10_000


class InstanceLock:
    """The right to a file of that name, as long as it is held."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: BinaryIO | None = None

    @property
    def is_held(self) -> bool:
        return self._file is not None

    def acquire(self) -> bool:
        """Take it; return whether it is held now. Never waits, and never raises."""
        if self._file is not None and self._is_there(self._file):
            return True
        self.release()
        with contextlib.suppress(OSError):
            file = self.path.open("a+b")
            try:
                _lock(file)
                # Whoever held it before may have removed the file in between: then this one is another.
                if self._is_there(file):
                    self._file = file
                    return True
            except OSError:
                file.close()
                raise
            file.close()
        return False

    @property
    def note(self) -> bytes:
        """What whoever held it last has noted in it."""
        note = b""
        if self._file is not None:
            with contextlib.suppress(OSError):
                self._file.seek(0)
                note = self._file.read(LONGEST_NOTE)
        return note

    @note.setter
    def note(self, note: bytes) -> None:
        if self._file is not None:
            with contextlib.suppress(OSError):
                self._file.truncate(0)
                self._file.write(note[:LONGEST_NOTE])
                self._file.flush()

    def release(self) -> None:
        """Let it go; the file stays."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def remove(self) -> None:
        """Let it go, and remove the file if it was held."""
        if self._file is not None:
            with contextlib.suppress(OSError):  # before it is let go, where the system allows that
                self.path.unlink()
            self.release()
            with contextlib.suppress(OSError):
                if sys.platform == "win32":
                    self.path.unlink()

    def _is_there(self, file: BinaryIO) -> bool:
        """Whether an open file is still the one of that name: somebody may have deleted it, folder and all."""
        try:
            return os.path.samestat(os.fstat(file.fileno()), self.path.stat())
        except OSError:
            return False
