"""Keeping the session against a sudden end: every half minute to a file that belongs to this running program alone."""

import contextlib
import os
import secrets
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QTimer, Signal, Slot

from playground.files.atomic import sweep
from playground.files.recognition import SUFFIX
from playground.files.sessions.instance_lock import InstanceLock
from playground.training.commands import Command
from playground.training.commands.saving import SaveSession
from playground.training.saved.progress import AUTOSAVE, FileProgress
from playground.training.snapshot import Snapshot

SECONDS = 30.0
FOLDER = "autosave"
LOCK = ".lock"
LAST = "discarded"


def autosave_folder() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)) / FOLDER


class Autosave(QObject):
    """Saves the session every half minute while it changes, and tells once if that does not work.

    Parameters
    ----------
    folder
        Where the file is kept; made where it is not there.
    document
        Returns the session's own file, None if it has none: noted for whoever finds what is left.

    Signals
    -------
    failed(text)
        It could not be saved, one line for the banner; not told again before it worked once.
    """

    failed = Signal(object)

    def __init__(
        self,
        post: Callable[[Command], None],
        folder: Path,
        document: Callable[[], Path | None] = lambda: None,
        parent: QObject | None = None,
        seconds: float = SECONDS,
    ) -> None:
        super().__init__(parent)
        self._post, self.folder, self.document, self.seconds = post, folder, document, seconds
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
        return self._lock.path.with_suffix(SUFFIX)

    @property
    def is_writing(self) -> bool:
        return self._under_way

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Take in how much has changed, and how far saving is."""
        if self._saved is None:
            self._saved = snapshot.changes  # what it begins with can be opened again
        self._changes = snapshot.changes
        progress = snapshot.work.get(AUTOSAVE)
        if isinstance(progress, FileProgress) and progress.number == self._number and self._under_way and progress.done:
            self._under_way = False
            self._settle(progress)

    @Slot()
    def save(self) -> None:
        """Save the session now, if it has changed."""
        if self._under_way or self._changes is None or self._changes == self._saved or not self._timer.isActive():
            return
        self._claim(self._lock)
        self._under_way = True
        self._number += 1
        self._post(SaveSession(self.path, AUTOSAVE, self._number))

    def forget(self, changes: int) -> None:
        """Take in that a file of the person's own holds everything up to so many changes: nothing is to be kept."""
        self._saved = changes
        _remove(self.path)

    def adopt(self, left: InstanceLock) -> None:
        """Take over a session that was left, file and all: it is this program's own now."""
        self._remove_own()
        self._lock = left
        self._saved = None if self._changes is None else self._changes - 1  # to be saved anew before long

    def stop(self) -> None:
        self._timer.stop()

    def take_over(self, before: "Autosave") -> None:
        """Go on with the file of another window's, which has stopped."""
        self._remove_own()
        self._lock, self._number = before._lock, before._number
        self._saved, self._under_way, self._told = before._saved, before._under_way, before._told

    def finish(self) -> None:
        """End in good order: what was kept is not needed any more."""
        self.stop()
        self._remove_own()

    def leave(self, newer: Path | None, *, discarded: bool) -> None:
        """End, and leave the session to be found at the next start.

        Parameters
        ----------
        newer
            A file that holds the session as it is now; None if it could not be written, and what was kept has to do.
        discarded
            Whether the person did not want to save it: then it takes the place of the last such one.
        """
        self.stop()
        place = self._lock
        if newer is not None:
            if discarded and self._claim(last := InstanceLock(self.folder / f"{LAST}{LOCK}")):
                place = last
            if self._claim(place) and _stand_in(newer, place.path.with_suffix(SUFFIX)) and place is not self._lock:
                self._remove_own()
        place.release()
        self._lock.release()

    def _claim(self, lock: InstanceLock) -> bool:
        """Take the right to a session's file, and note in it what session it is; return whether it is held."""
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
            self.failed.emit(
                self.tr("The session cannot be kept against a sudden end: {problem}").format(problem=progress.problem)
            )


def left_sessions(folder: Path) -> Iterator[InstanceLock]:
    """Yield the right to each session that no running program keeps any more, the newest first; sweep up the rest.

    A right that is not wanted is to be let go.
    """
    _sweep(folder)
    for path in sorted(folder.glob(f"*{SUFFIX}"), key=_written, reverse=True):
        lock = InstanceLock(path.with_suffix(LOCK))
        if lock.acquire():
            # In between, whoever held it may have come to a good end.
            if path.is_file():
                yield lock
            else:
                lock.remove()


def document_of(left: InstanceLock) -> Path | None:
    """Return the file of the person's own that a session belongs to, which was left; None if it never had one."""
    return Path(os.fsdecode(left.note)) if left.note else None


def discard(left: InstanceLock) -> None:
    _remove(left.path.with_suffix(SUFFIX))
    left.remove()


def _sweep(folder: Path) -> None:
    """Remove what programs that were ended have left besides their sessions."""
    for lock in [InstanceLock(path) for path in folder.glob(f"*{LOCK}") if not path.with_suffix(SUFFIX).exists()]:
        if lock.acquire():
            # In between it may have saved for the first time, and ended.
            if lock.path.with_suffix(SUFFIX).exists():
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
