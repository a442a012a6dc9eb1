"""Keeping work against a sudden end: every half minute to a file that belongs to this running program alone."""

import contextlib
import os
import secrets
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QObject, QStandardPaths, QTimer, Signal, Slot

from playground.files.disk import sweep
from playground.files.recognition import SUFFIX
from playground.files.sessions.instance_lock import InstanceLock
from playground.messages import Message
from playground.training.saved import FileProgress

SECONDS = 30.0
FOLDER = "autosave"
LOCK = ".lock"
LAST = "discarded"


class Work(Struct, frozen=True):
    """What a person makes in a window, and may lose.

    Attributes
    ----------
    name
        Tells the buttons of its offer from others.
    unkept
        Says why it cannot be kept.
    left
        Says of what moment it was left.
    """

    name: str
    suffix: str
    unkept: Callable[[str], Message]
    left: Callable[[str], Message]


SESSION = Work(
    "session",
    SUFFIX,
    lambda problem: Message("The session cannot be kept against a sudden end: {problem}", problem=problem),
    lambda moment: Message("Unsaved work is still there: the session as it was at {moment}.", moment=moment),
)
LESSON = Work(
    "lesson",
    ".json",
    lambda problem: Message("The lesson cannot be kept against a sudden end: {problem}", problem=problem),
    lambda moment: Message("Unsaved work is still there: the lesson as it was at {moment}.", moment=moment),
)


def autosave_folder() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)) / FOLDER


class Autosave(QObject):
    """Saves the work of a window every half minute while it changes, and tells once if that does not work.

    Parameters
    ----------
    write
        Begins to write the file, under a number; how far that is comes back through `take`.
    folder
        Where the file is kept, and no other kind of work; made where it is not there.
    document
        Returns the work's own file, None if it has none: noted for whoever finds what is left.

    Signals
    -------
    failed(text)
        It could not be saved, one line for the banner; not told again before it worked once.
    """

    failed = Signal(object)

    def __init__(
        self,
        write: Callable[[Path, int], None],
        folder: Path,
        document: Callable[[], Path | None] = lambda: None,
        parent: QObject | None = None,
        seconds: float = SECONDS,
        work: Work = SESSION,
    ) -> None:
        super().__init__(parent)
        self._write, self.folder, self.document, self.seconds, self.work = write, folder, document, seconds, work
        self._lock = InstanceLock(folder / f"{secrets.token_hex(8)}{LOCK}")
        self._changes: int | None = None
        self._saved: int | None = None
        self._number = 0
        self._under_way = self._told = False
        self._timer = QTimer(self)
        self._timer.setInterval(round(1000 * seconds))
        self._timer.timeout.connect(self.save)
        self._timer.start()

    @property
    def path(self) -> Path:
        return self._lock.path.with_suffix(self.work.suffix)

    @property
    def is_writing(self) -> bool:
        return self._under_way

    def take(self, changes: int, progress: object = None) -> None:
        """Take in how much has changed, and how far writing is."""
        if self._saved is None:
            self._saved = changes  # what it begins with can be opened again
        self._changes = changes
        if isinstance(progress, FileProgress) and progress.number == self._number and self._under_way and progress.done:
            self._under_way = False
            self._settle(progress)

    @Slot()
    def save(self) -> None:
        """Save the work now, if it has changed."""
        if self._under_way or self._changes is None or self._changes == self._saved or not self._timer.isActive():
            return
        self._claim(self._lock)
        self._under_way = True
        self._number += 1
        self._write(self.path, self._number)

    def forget(self, changes: int) -> None:
        """Take in that a file of the person's own holds everything up to so many changes: nothing is to be kept."""
        self._saved = changes
        _remove(self.path)

    def adopt(self, left: InstanceLock) -> None:
        """Take over work that was left, file and all: it is this program's own now."""
        self._remove_own()
        self._lock = left
        self._saved = None if self._changes is None else self._changes - 1  # to be saved anew before long

    def stop(self) -> None:
        self._timer.stop()

    def take_over(self, before: "Autosave") -> None:
        """Go on with the file of another window's, which has stopped."""
        self._remove_own()
        self._lock, self._number, self._changes = before._lock, before._number, before._changes
        self._saved, self._under_way, self._told = before._saved, before._under_way, before._told

    def finish(self) -> None:
        """End in good order: what was kept is not needed any more."""
        self.stop()
        self._remove_own()

    def put_aside(self, newer: Path) -> bool:
        """Let a file of work that the person does not want to save take the place of the last such one.

        Whether it did; it is found at the next start, and nothing else of it is kept.
        """
        last = InstanceLock(self.folder / f"{LAST}{LOCK}")
        stands = self._claim(last) and _stand_in(newer, last.path.with_suffix(self.work.suffix))
        last.release()
        if stands:
            self._remove_own()
        return stands

    def leave(self, newer: Path | None, *, discarded: bool) -> None:
        """End, and leave the work to be found at the next start.

        Parameters
        ----------
        newer
            A file that holds the work as it is now; None if it could not be written, and what was kept has to do.
        discarded
            Whether the person did not want to save it: then it takes the place of the last such one.
        """
        self.stop()
        if newer is not None and not (discarded and self.put_aside(newer)) and self._claim(self._lock):
            _stand_in(newer, self.path)
        self._lock.release()

    def _claim(self, lock: InstanceLock) -> bool:
        """Take the right to a file, and note in it whose work it holds; return whether it is held."""
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
        if lock.acquire():
            document = self.document()
            lock.note = b"" if document is None else os.fsencode(document)
        return lock.is_held

    def _remove_own(self) -> None:
        if self._lock.is_held:
            _remove(self.path)
            self._lock.remove()

    def _settle(self, progress: FileProgress) -> None:
        if not progress.problem:
            if self._saved is not None and progress.changes < self._saved:
                _remove(self.path)  # meanwhile a file of the person's own holds more
            else:
                self._saved, self._told = progress.changes, False
        elif not self._told:
            self._told = True
            self.failed.emit(self.work.unkept(progress.problem))


def left_work(folder: Path, suffix: str = SUFFIX) -> Iterator[InstanceLock]:
    """Yield the right to all work that no running program keeps any more, the newest first; sweep up the rest.

    A right that is not wanted is to be let go.
    """
    _sweep(folder, suffix)
    for path in sorted(folder.glob(f"*{suffix}"), key=_written, reverse=True):
        lock = InstanceLock(path.with_suffix(LOCK))
        if lock.acquire():
            # In between, whoever held it may have come to a good end.
            if path.is_file():
                yield lock
            else:
                lock.remove()


def document_of(left: InstanceLock) -> Path | None:
    """Return the file of the person's own that work belongs to, which was left; None if it never had one."""
    return Path(os.fsdecode(left.note)) if left.note else None


def discard(left: InstanceLock, suffix: str = SUFFIX) -> None:
    _remove(left.path.with_suffix(suffix))
    left.remove()


def _sweep(folder: Path, suffix: str) -> None:
    """Remove what programs that were ended have left besides their work."""
    for lock in [InstanceLock(path) for path in folder.glob(f"*{LOCK}") if not path.with_suffix(suffix).exists()]:
        if lock.acquire():
            # In between it may have saved for the first time, and ended.
            if lock.path.with_suffix(suffix).exists():
                lock.release()
            else:
                lock.remove()
    sweep(folder)


def _stand_in(newer: Path, path: Path) -> bool:
    """Let a file have a second name, in place of the file of that name; return whether that worked."""
    part = path.with_name(f".playground-{secrets.token_hex(8)}.tmp")
    try:
        try:
            os.link(newer, part)  # no file of a session is ever written in place
        except OSError:  # a disk that knows no links
            shutil.copyfile(newer, part)
        part.replace(path)
    except OSError:
        _remove(part)
        return False
    return True


def _written(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()
