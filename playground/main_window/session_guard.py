"""Nothing is lost: the session's file, its autosave, what a sudden end has left, and the question before closing."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QSettings, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from playground.main_window.autosave import SECONDS, Autosave
from playground.main_window.closing import Closing
from playground.main_window.dialogs import ask_saving
from playground.main_window.documents import Documents, last_session_path
from playground.main_window.recovery import Recovery
from playground.training.commands import CancelJob, Command, Pause
from playground.training.commands.files import SaveSession
from playground.training.saved import AUTOSAVE
from playground.training.snapshot import Snapshot
from playground.views.banner import Banner

SETTLING_MS = 50
"""Time for a dialog to go before the window does."""


class SessionGuard(QObject):
    """Keeps a window's session.

    Parameters
    ----------
    post_quietly
        Hands in one that they did not ask for.
    is_alive
        Whether the worker takes commands.
    """

    told = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        window: QWidget,
        post: Callable[[Command], None],
        post_quietly: Callable[[Command], None],
        settings: QSettings,
        banner: Banner,
        is_alive: Callable[[], bool],
    ) -> None:
        super().__init__(window)
        self._post_quietly, self._banner, self._is_alive = post_quietly, banner, is_alive
        self.documents = Documents(window, post, settings)
        self.closing = Closing(
            window,
            loses=lambda: self.documents.would_lose,
            save=self._pause_and_save,
            waits=lambda: self._is_alive() and self.documents.is_saving,
            name=lambda: self.documents.name,
        )
        self._autosave: Autosave | None = None
        self._recovery: Recovery | None = None
        self.documents.told.connect(self.told)
        self.documents.failed.connect(self.failed)

    def protect(self, folder: Path, seconds: float = SECONDS) -> None:
        """From now on save by itself, offer what a sudden end has left, and ask before closing."""
        self.closing.ask = ask_saving
        self._autosave = Autosave(self._write, folder, lambda: self.documents.path, self, seconds)
        self._autosave.failed.connect(self.failed)
        self.documents.saved.connect(self._autosave.forget)
        self._recovery = Recovery(self._banner, self._autosave, self.documents.open_left, self)
        self._recovery.look(folder)
        if self.documents.snapshot is not None:  # the next one may show the first change
            self._take(self.documents.snapshot)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Take in how the session is, and how far saving and opening are."""
        self.documents.show_snapshot(snapshot)
        self._take(snapshot)
        if self._recovery is not None:
            self._recovery.show_again()

    def trigger(self, action: str) -> bool:
        """Do what a button of the banner says; return whether it was one of the offer."""
        return self._recovery is not None and self._recovery.trigger(action)

    def may_close(self) -> bool:
        """Ask where something would be lost, keep the session for next time, and return whether to close."""
        if self._is_alive():
            return self.closing.may_close() and self._keep_last()
        return True

    def commit(self) -> None:
        """Keep the session now, without a question: the computer is about to end."""
        self._ask_no_more()
        if self._is_alive():
            self._keep_last()

    def finish(self) -> None:
        """End in good order, once the worker has: a save that was under way would bring back what is removed here."""
        documents = self.documents
        if self._autosave is not None:
            if documents.would_lose:  # not by an accident, but nobody has to be sorry for it either
                newer = last_session_path() if documents.has_kept_last else None
                self._autosave.leave(newer, discarded=self.closing.ask is not None)
            else:
                self._autosave.finish()
        if self._recovery is not None:
            self._recovery.finish()

    def end(self) -> None:
        """Close in good order without a question: somebody told the program from outside to end."""
        self._ask_no_more()
        QTimer.singleShot(SETTLING_MS, QCoreApplication.quit)

    def may_hand_over(self) -> bool:
        """Wait until nothing is being written; return whether another window may take over."""
        return self.closing.wait()

    def stand_down(self) -> None:
        """Keep the session no longer: another window is about to."""
        if self._autosave is not None:
            self._autosave.stop()
        if self._recovery is not None:
            self._recovery.finish()

    def take_over(self, before: "SessionGuard") -> None:
        """Keep the session where another window has stopped to."""
        self.documents.take_over(before.documents)
        if before._autosave is not None:
            self.protect(before._autosave.folder, before._autosave.seconds)
            assert self._autosave is not None
            self._autosave.take_over(before._autosave)

    def _write(self, path: Path, number: int) -> None:
        self._post_quietly(SaveSession(path, AUTOSAVE, number))

    def _take(self, snapshot: Snapshot) -> None:
        if self._autosave is not None:
            self._autosave.take(snapshot.changes, snapshot.work.get(AUTOSAVE))

    def _ask_no_more(self) -> None:
        self.closing.ask = None
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            dialog.close()

    def _keep_last(self) -> bool:
        """Write the session for next time, and wait for it; return whether that is over."""
        for command in (Pause(), CancelJob(AUTOSAVE)):
            self._post_quietly(command)
        self.documents.keep_last()
        return self.closing.wait()

    def _pause_and_save(self) -> bool:
        self._post_quietly(Pause())
        return self.documents.save()
