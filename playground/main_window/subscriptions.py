"""What the views that can be seen want to know beyond the usual frame."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Slot

from playground.training.commands import Ask, Command
from playground.training.queries import Query
from playground.training.snapshot import Snapshot
from playground.views.kit.snapshot_view import SnapshotView


class Subscriptions(QObject):
    """Asks the worker the queries of all visible views, and takes them back when a view is hidden.

    Parameters
    ----------
    post
        Hands a command to the worker.
    """

    def __init__(self, post: Callable[[Command], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._post = post
        self._views: list[SnapshotView] = []
        self._asked: frozenset[Query] = frozenset()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._ask)

    def adopt(self, view: SnapshotView) -> None:
        """Ask for a view from now on."""
        self._views.append(view)
        view.installEventFilter(self)
        view.queries_changed.connect(self._soon.start)
        self._soon.start()

    def are_answered(self, snapshot: Snapshot) -> bool:
        """Whether a frame answers whatever the visible views ask."""
        return not self._soon.isActive() and self._asked <= snapshot.answers.keys()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Notice when a view comes into sight or leaves it."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._soon.start()
        return False

    @Slot()
    def _ask(self) -> None:
        wanted = frozenset(query for view in self._views if view.isVisible() for query in view.queries)
        if wanted != self._asked:
            self._asked = wanted
            self._post(Ask(wanted))
