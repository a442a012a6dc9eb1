"""An export that has to wait for frames: painted one by one as they come, with a way to give up."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QProgressDialog, QWidget

from playground.files import FileError
from playground.training.commands import CancelJob, Command
from playground.training.commands.exporting import ForgetFilm
from playground.training.film import KIND, Film
from playground.training.snapshot import Snapshot

PATIENCE_MILLISECONDS = 300
"""What takes no longer than this shows no progress."""


class AnimationExport(QObject):
    """Turns the frames of one film into one file.

    Parameters
    ----------
    number
        Of the film.
    paint
        Takes one frame: some milliseconds, one in an event turn.

    Signals
    -------
    ended
        It is over, whatever it came to; also if a person gave it up.
    """

    done = Signal(object)
    failed = Signal(object)
    ended = Signal()

    def __init__(
        self,
        window: QWidget,
        post: Callable[[Command], None],
        number: int,
        path: Path,
        paint: Callable[[Snapshot], None],
        finish: Callable[[], object],
    ) -> None:
        super().__init__(window)
        self._post, self._number, self._path = post, number, path
        self._paint, self._finish = paint, finish
        self._film: Film | None = None
        self._painted = 0
        self._over = False
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._work)
        self.progress = QProgressDialog(window)
        self.progress.setWindowTitle(self.tr("Export"))
        self.progress.setLabelText(self.tr("Drawing frame {frame} of {frames}").format(frame=1, frames="…"))
        self.progress.setCancelButtonText(self.tr("Cancel"))
        self.progress.setWindowModality(Qt.WindowModality.NonModal)
        self.progress.setAutoClose(False)
        self.progress.setAutoReset(False)
        self.progress.setMinimumDuration(PATIENCE_MILLISECONDS)
        self.progress.setRange(0, 0)
        self.progress.canceled.connect(self.cancel)

    def show_film(self, film: Film | None) -> None:
        if self._over:
            return
        if film is not None and film.number == self._number and film.problem:
            self._fail(film.problem)
        elif film is not None and film.number == self._number:
            self._film = film
            self._next.start()
        elif self._film is not None and not self._film.complete:
            self._fail(self.tr("The frames were lost on the way; nothing was written."))

    @Slot()
    def cancel(self) -> None:
        self._end()

    @Slot()
    def _work(self) -> None:
        film = self._film
        if self._over or film is None:
            return
        if self._painted < len(film.frames):
            try:
                self._paint(film.frames[self._painted])
            except BaseException:  # whatever it is, the export is over, and the error is told as any other
                self._end()
                raise
            self._painted += 1
            self._tell(film)
            self._next.start()
        elif film.complete:
            self._write()

    def _tell(self, film: Film) -> None:
        self.progress.setRange(0, film.wanted)
        self.progress.setValue(self._painted)
        text = self.tr("Drawing frame {frame} of {frames}").format(frame=self._painted, frames=film.wanted)
        self.progress.setLabelText(text)

    def _write(self) -> None:
        try:
            self._finish()
        except FileError as error:
            self._fail(error.message)
            return
        self._end()
        self.done.emit(self._path)

    def _fail(self, text: str) -> None:
        self._end()
        self.failed.emit(text)

    def _end(self) -> None:
        if self._over:
            return
        self._over, self._film = True, None
        self._next.stop()
        self._post(CancelJob(KIND))
        self._post(ForgetFilm())
        self.progress.canceled.disconnect(self.cancel)
        self.progress.close()
        self.progress.deleteLater()
        self.ended.emit()
        self.deleteLater()
