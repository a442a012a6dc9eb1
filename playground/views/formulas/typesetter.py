"""Typesets in the background of the event loop: one formula a turn, so that no frame waits for more than one."""

from collections.abc import Callable
from typing import Self

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from playground.views.formulas.typesetting import is_typeset, typeset


class Typesetter(QObject):
    """The queue of formulas still to be typeset; there is one, and it belongs to the application."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted: dict[QObject, tuple[str, Callable[[], None]]] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._typeset_next)

    @classmethod
    def of_application(cls) -> Self:
        application = QApplication.instance()
        assert application is not None
        found: Self | None = application.findChild(cls)
        return cls(application) if found is None else found

    @property
    def busy(self) -> bool:
        return bool(self._wanted)

    def want(self, owner: QObject, latex: str, ready: Callable[[], None]) -> None:
        """Typeset a formula soon, instead of what the same owner wanted before.

        Parameters
        ----------
        owner
            Whose formula it is; it withdraws when it is hidden.
        ready
            Called when `typeset` has the answer; at once, if it has it now.
        """
        self._wanted.pop(owner, None)
        if is_typeset(latex):
            self._stop_if_idle()
            ready()
            return
        self._wanted[owner] = (latex, ready)
        self._timer.start()

    def withdraw(self, owner: QObject) -> None:
        self._wanted.pop(owner, None)
        self._stop_if_idle()

    def finish(self) -> None:
        """Typeset all that is waiting, now: for pictures of the window."""
        while self._wanted:
            self._typeset_next()

    def _typeset_next(self) -> None:
        if self._wanted:
            owner = next(iter(self._wanted))
            latex, ready = self._wanted.pop(owner)
            typeset(latex)
            if isValid(owner):  # one that goes with its whole window, perhaps just now, has no time to withdraw
                ready()
        self._stop_if_idle()

    def _stop_if_idle(self) -> None:
        if not self._wanted:
            self._timer.stop()
