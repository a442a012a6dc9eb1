"""An export that has to wait for frames: painted one by one as they come, with a way to give up."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QProgressDialog, QWidget

from playground.files import FileError
from playground.training.animation import KIND, AnimationFrames
from playground.training.commands import CancelJob, Command
from playground.training.commands.files import ForgetAnimation
from playground.training.snapshot import Snapshot

PATIENCE_MILLISECONDS = 300
"""What takes no longer than this shows no progress."""


class AnimationExport(QObject):
    """Turns the frames of one animation into one file.

    `paint`: takes one frame: some milliseconds, one in an event turn.

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
        self._animation: AnimationFrames | None = None
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

    def show_animation(self, animation: AnimationFrames | None) -> None:
        if self._over:
            return
        if animation is not None and animation.number == self._number and animation.problem:
            self._fail(animation.problem)
        elif animation is not None and animation.number == self._number:
            self._animation = animation
            self._next.start()
        elif self._animation is not None and not self._animation.complete:
            self._fail(self.tr("The frames were lost on the way; nothing was written."))

    @Slot()
    def cancel(self) -> None:
        self._end()

    @Slot()
    def _work(self) -> None:
        animation = self._animation
        if self._over or animation is None:
            return
        if self._painted < len(animation.frames):
            try:
                self._paint(animation.frames[self._painted])
            except BaseException:  # whatever it is, the export is over, and the error is told as any other
                self._end()
                raise
            self._painted += 1
            self._tell(animation)
            self._next.start()
        elif animation.complete:
            self._write()

    def _tell(self, animation: AnimationFrames) -> None:
        self.progress.setRange(0, animation.wanted)
        self.progress.setValue(self._painted)
        text = self.tr("Drawing frame {frame} of {frames}").format(frame=self._painted, frames=animation.wanted)
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
        self._over, self._animation = True, None
        self._next.stop()
        self._post(CancelJob(KIND))
        self._post(ForgetAnimation())
        self.progress.canceled.disconnect(self.cancel)
        self.progress.close()
        self.progress.deleteLater()
        self.ended.emit()
        self.deleteLater()
