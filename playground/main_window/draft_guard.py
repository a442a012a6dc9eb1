"""The draft of a lesson is not lost either: kept as the session is, and offered again at the next start."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from playground.lessons.lesson import Lesson
from playground.main_window.autosave import LESSON, SECONDS, Autosave
from playground.main_window.recovery import Recovery
from playground.messages import RefusalError
from playground.training.saved import FileProgress
from playground.views.banner import Banner

FOLDER = "lessons"
"""Beside the sessions that are kept."""


class DraftGuard(QObject):
    """Keeps the lesson of a window's editor.

    Parameters
    ----------
    lesson
        Returns it as it is now, None where there is none.
    document
        Returns its own file, None if it has none.
    restore
        Edits what was left, a file as the draft of another, which may be None; returns whether that worked.

    Signals
    -------
    failed(text)
        It could not be kept.
    """

    failed = Signal(object)

    def __init__(
        self,
        banner: Banner,
        lesson: Callable[[], Lesson | None],
        document: Callable[[], Path | None],
        restore: Callable[[Path, Path | None], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._banner, self._lesson, self._document, self._restore = banner, lesson, document, restore
        self._edits = 0
        self._autosave: Autosave | None = None
        self._recovery: Recovery | None = None

    def protect(self, folder: Path, seconds: float = SECONDS) -> None:
        """From now on keep the draft, in a folder beside the sessions', and offer what a sudden end has left."""
        own = folder / FOLDER
        self._autosave = Autosave(self._write, own, self._document, self, seconds, LESSON)
        self._autosave.failed.connect(self.failed)
        self._autosave.take(self._edits)
        self._recovery = Recovery(self._banner, self._autosave, self._open_left, self)
        self._recovery.look(own)

    def show_again(self) -> None:
        """Show the offer, if there is one and nothing more urgent in its place."""
        if self._recovery is not None:
            self._recovery.show_again()

    def trigger(self, action: str) -> bool:
        """Do what a button of the banner says; return whether it was one of the offer."""
        return self._recovery is not None and self._recovery.trigger(action)

    def take(self, *, is_modified: bool) -> None:
        """Take in that the draft is another now: one that no file has, or not."""
        self._edits += 1
        if self._autosave is not None:
            self._autosave.take(self._edits)
            if not is_modified:
                self._autosave.forget(self._edits)

    def keep(self) -> None:
        """Write the draft now: the program or the computer is about to end."""
        if self._autosave is not None:
            self._autosave.save()

    def put_aside(self) -> None:
        """Keep the draft that the person does not want to save, as the last such one."""
        if self._autosave is not None:
            self._autosave.save()
            self._autosave.put_aside(self._autosave.path)

    def finish(self, *, is_modified: bool) -> None:
        """End in good order: what no file has is left, and offered at the next start."""
        if self._autosave is not None:
            if is_modified:
                self._autosave.leave(None, discarded=False)
            else:
                self._autosave.finish()
        if self._recovery is not None:
            self._recovery.finish()

    def stand_down(self) -> None:
        """Keep the draft no longer: another window is about to."""
        if self._autosave is not None:
            self._autosave.stop()
        if self._recovery is not None:
            self._recovery.finish()

    def take_over(self, before: "DraftGuard") -> None:
        """Keep the draft where another window has stopped to."""
        self._edits = before._edits
        if before._autosave is not None:
            self.protect(before._autosave.folder.parent, before._autosave.seconds)
            assert self._autosave is not None
            self._autosave.take_over(before._autosave)

    def _write(self, path: Path, number: int) -> None:
        from playground.lessons.draft import write_draft  # most starts need none of it

        lesson, problem = self._lesson(), ""
        if lesson is None or self._autosave is None:
            return
        try:
            write_draft(path, lesson)
        except RefusalError as error:
            problem = error.message
        self._autosave.take(self._edits, FileProgress(str(path), number, 1.0, True, problem, self._edits))

    def _open_left(self, path: Path, document: Path | None, settle: Callable[[bool], None]) -> None:
        settle(self._restore(path, document))
