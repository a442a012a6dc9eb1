"""Offering, at a start, what a program that ended suddenly has left."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QFileInfo, QLocale, QObject, Slot

from playground.files.recognition import SUFFIX
from playground.files.sessions.instance_lock import InstanceLock
from playground.main_window.autosave import Autosave, discard, document_of, left_sessions
from playground.views.banner import Banner

RESTORE, DISCARD = "restore_left", "discard_left"
"""The buttons of the offer."""


class Recovery(QObject):
    """One offer: to bring back the newest session that was left, or to throw it away.

    Parameters
    ----------
    open_left
        Opens a file as the session of another, which may be None, and calls back whether that worked.
    """

    def __init__(
        self,
        banner: Banner,
        autosave: Autosave,
        open_left: Callable[[Path, Path | None, Callable[[bool], None]], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._banner, self._autosave, self._open_left = banner, autosave, open_left
        self._folder: Path | None = None
        self._left: InstanceLock | None = None
        self._opening = False
        self._text = ""
        banner.dismissed.connect(self._take_as_later)

    @property
    def is_pending(self) -> bool:
        return self._left is not None

    def look(self, folder: Path) -> None:
        """Offer the newest session that was left, if there is one."""
        self._folder = folder
        self._left = next(left_sessions(folder), None)
        self.show_again()

    def show_again(self) -> None:
        """Show the offer, if there is one and nothing more urgent in its place."""
        if self._left is None or self._opening or not self._banner.isHidden():
            return
        written = QFileInfo(str(self._left.path.with_suffix(SUFFIX))).lastModified()
        moment = QLocale().toString(written, QLocale.FormatType.ShortFormat)
        text = self.tr("Unsaved work is still there: the session as it was at {moment}.")
        self._text = text.format(moment=moment)
        actions = [(self.tr("Restore"), RESTORE), (self.tr("Discard"), DISCARD)]
        self._banner.show_message("info", self._text, actions)

    def trigger(self, action: str) -> bool:
        """Do what a button of the banner says; return whether it was one of the offer."""
        if action not in (RESTORE, DISCARD):
            return False
        if self._left is not None and not self._opening:
            self._banner.clear()
            if action == RESTORE:
                self._opening = True
                self._open_left(self._left.path.with_suffix(SUFFIX), document_of(self._left), self._settle)
            else:
                discard(self._left)
                self._left = None
                if self._folder is not None:
                    self.look(self._folder)
        return True

    def finish(self) -> None:
        """Leave what nobody decided about for the next start."""
        self._put_off()

    def _settle(self, worked: bool) -> None:
        self._opening = False
        if self._left is None:
            return
        if worked:
            self._autosave.adopt(self._left)
            self._left = None
        else:
            self._put_off()

    @Slot()
    def _take_as_later(self) -> None:
        if self._banner.text == self._text:
            self._put_off()

    def _put_off(self) -> None:
        if self._left is not None and not self._opening:
            self._left.release()
            self._left = None
