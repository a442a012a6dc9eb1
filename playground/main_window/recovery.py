"""Offering, at a start, what a program that ended suddenly has left."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QFileInfo, QLocale, QObject, Slot

from playground.files.sessions.instance_lock import InstanceLock
from playground.main_window.autosave import Autosave, discard, document_of, left_work
from playground.views.banner import Banner
from playground.views.forms.text import translated


class Recovery(QObject):
    """One offer: to bring back the newest work that was left, or to throw it away.

    `open_left`: opens a file as the work of another, which may be None, and calls back whether that worked.
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
        self.restore, self.discard = f"restore_{autosave.work.name}", f"discard_{autosave.work.name}"
        banner.dismissed.connect(self._take_as_later)

    @property
    def is_pending(self) -> bool:
        return self._left is not None

    def look(self, folder: Path) -> None:
        """Offer the newest work that was left, if there is one."""
        self._folder = folder
        self._left = next(left_work(folder, self._autosave.work.suffix), None)
        self.show_again()

    def show_again(self) -> None:
        """Show the offer, if there is one and nothing more urgent in its place."""
        if self._left is None or self._opening or not self._banner.isHidden():
            return
        written = QFileInfo(str(self._file(self._left))).lastModified()
        moment = QLocale().toString(written, QLocale.FormatType.ShortFormat)
        self._text = translated(self._autosave.work.left(moment))
        actions = [(self.tr("Restore"), self.restore), (self.tr("Discard"), self.discard)]
        self._banner.show_message("info", self._text, actions)

    def trigger(self, action: str) -> bool:
        """Do what a button of the banner says; return whether it was one of the offer."""
        if action not in (self.restore, self.discard):
            return False
        if self._left is not None and not self._opening:
            self._banner.clear()
            if action == self.restore:
                self._opening = True
                self._open_left(self._file(self._left), document_of(self._left), self._settle)
            else:
                discard(self._left, self._autosave.work.suffix)
                self._left = None
                if self._folder is not None:
                    self.look(self._folder)
        return True

    def finish(self) -> None:
        """Leave what nobody decided about for the next start."""
        self._put_off()

    def _file(self, left: InstanceLock) -> Path:
        return left.path.with_suffix(self._autosave.work.suffix)

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
