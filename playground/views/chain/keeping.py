"""What the chain-rule workspace tells the session, and hears from it: its formula is saved and comes back."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from playground.training.formula import Formula

PATIENCE_MS = 200
"""A slider that is dragged is told of so often."""


class FormulaKeeping(QObject):
    """Lets the session keep what a person types, and shows what the session was opened with.

    Parameters
    ----------
    present
        Returns the formula as it stands; None where it cannot be kept.

    Signals
    -------
    changed(formula)
        A person changed it, and it should be kept.
    opened(formula)
        The session has another one: a file was opened, or that was taken back.
    """

    changed = Signal(object)
    opened = Signal(object)

    def __init__(self, present: Callable[[], Formula | None], parent: QObject) -> None:
        super().__init__(parent)
        self._present = present
        self._seen: Formula | None = None
        self._sent: list[Formula] = []
        self._soon = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._soon.timeout.connect(self.flush)

    def touch(self) -> None:
        """Take in that a person changed something."""
        if not self._soon.isActive():
            self._soon.start()

    def flush(self) -> None:
        """Tell the session now what it has not been told yet."""
        self._soon.stop()
        formula = self._present()
        if formula is not None and (not self._sent or formula != self._sent[-1]):
            self._sent.append(formula)
            self.changed.emit(formula)

    def finish(self) -> None:
        """Tell the session what waits to be told."""
        if self._soon.isActive():
            self.flush()

    def hear(self, formula: Formula) -> None:
        """Take in what the session has.

        What it was sent comes back some frames later, when other changes may be under way already: that is no news.
        """
        if formula is self._seen:
            return
        begins, self._seen = self._seen is None, formula
        for place, sent in enumerate(self._sent):
            if sent is formula:
                del self._sent[:place]  # the earlier ones have come by, or never will
                return
        if begins and not formula.text:
            return
        self._soon.stop()
        self._sent.clear()
        self.opened.emit(formula)
