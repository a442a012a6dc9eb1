"""Closing the window: a question only where something would be lost, and no end before a file is written."""

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QProgressDialog, QWidget

from playground.files import Experiment
from playground.main_window.dialogs import Answer
from playground.training.formula import Formula
from playground.training.pins import Pin
from playground.training.snapshot import Snapshot

TRAINING_SECONDS = 5.0
"""Training that took no longer is soon made again."""
UNMADE = frozenset({"Run", "Step", "Epoch", "Step back", "Go to epoch", "Reset", "Open"})
"""What stands in the list of changes without being anything that a person made."""
POLL_MS = 15
PATIENCE_MS = 400
"""A wait that is shorter is not shown."""


class Baseline(Struct, frozen=True, eq=False):
    """A session when it was last opened or saved.

    Attributes
    ----------
    changes, seconds
        Its counts of changes and of seconds of training.
    entries
        How many changes had been made, of all in its list.
    formula
        What stood in the chain-rule workspace.
    lesson, votes
        What was answered in a lesson, and voted on predictions.
    is_kept
        Whether it is in a file of the person's own, or can be had again.
    """

    changes: int
    seconds: float
    experiment: Experiment
    pins: tuple[Pin, ...]
    entries: int
    formula: Formula
    lesson: str
    votes: str
    is_kept: bool = True

    @classmethod
    def of(cls, snapshot: Snapshot) -> "Baseline":
        entries = snapshot.undo_first + snapshot.undo_position
        return cls(
            snapshot.changes,
            snapshot.seconds,
            snapshot.experiment,
            snapshot.pins,
            entries,
            snapshot.formula,
            snapshot.lesson,
            snapshot.votes,
        )

    def is_behind(self, snapshot: Snapshot) -> bool:
        """Whether anything has changed since then, training included."""
        return not self.is_kept or snapshot.changes != self.changes

    def would_lose(self, snapshot: Snapshot) -> bool:
        """Whether a person made something since then that would be lost: edits, data, pins, or longer training."""
        if not self.is_behind(snapshot):
            return False
        if not self.is_kept:
            return True
        if snapshot.experiment != self.experiment or snapshot.pins != self.pins:
            return True
        if (snapshot.lesson, snapshot.votes) != (self.lesson, self.votes):
            return True
        if snapshot.formula != self.formula and snapshot.formula.is_own:
            return True
        since = max(0, self.entries - snapshot.undo_first)
        made = snapshot.undo_labels[since : snapshot.undo_position]
        if any(label not in UNMADE for label in made):
            return True
        # A run that was begun anew has its own clock.
        trained = snapshot.seconds - self.seconds if snapshot.seconds >= self.seconds else snapshot.seconds
        return trained > TRAINING_SECONDS


class Closing(QObject):
    """Decides whether the window may close.

    `save`: begins to save it; whether there is anything to wait for, for a person may think better of it.

    `ask`: asks what becomes of unsaved changes; None to discard them without a question.
    """

    def __init__(
        self,
        window: QWidget,
        *,
        loses: Callable[[], bool],
        save: Callable[[], bool],
        waits: Callable[[], bool],
        name: Callable[[], str],
    ) -> None:
        super().__init__(window)
        self._window, self._loses, self._save, self._waits, self._name = window, loses, save, waits, name
        self._busy = False
        self.ask: Callable[[QWidget, str], Answer] | None = None

    def may_close(self) -> bool:
        """Ask where something would be lost, and wait until it is written; return whether to close."""
        if self._busy:  # it is asked for a second time, during a question or a wait
            return False
        self._busy = True
        try:
            return self._settle_changes() and self.wait()
        finally:
            self._busy = False

    def _settle_changes(self) -> bool:
        if self.ask is None or not self._loses():
            return True
        answer = self.ask(self._window, self._name())
        if answer is Answer.SAVE:
            # What could not be saved would be lost as before.
            return self._save() and self.wait() and not self._loses()
        return answer is Answer.DISCARD

    def wait(self) -> bool:
        """Let the window live on until nothing is being written; return False if the person had no more patience."""
        if not self._waits():
            return True
        loop, poll, late = QEventLoop(), QTimer(), QTimer()
        dialog = QProgressDialog(self._window)
        dialog.setWindowTitle(QCoreApplication.translate("closing", "Saving"))
        dialog.setLabelText(QCoreApplication.translate("closing", "Saving the session …"))
        dialog.setCancelButtonText(QCoreApplication.translate("closing", "Keep the window open"))
        dialog.setRange(0, 0)
        dialog.setMinimumDuration(24 * 3600 * 1000)  # it is shown by hand
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.reset()
        dialog.canceled.connect(loop.quit)
        late.setSingleShot(True)
        late.timeout.connect(dialog.show)

        def look() -> None:
            if not self._waits():
                loop.quit()

        poll.timeout.connect(look)
        poll.start(POLL_MS)
        late.start(PATIENCE_MS)
        loop.exec()
        poll.stop()
        late.stop()
        dialog.hide()
        dialog.deleteLater()
        return not self._waits()
