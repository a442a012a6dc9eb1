"""The one-slot mailbox between the worker and the window: the newest snapshot, or nothing."""

import threading

from playground.training import Snapshot


class Mailbox:
    """Holds at most one snapshot; a newer one takes the place of one that was not fetched."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._snapshot: Snapshot | None = None

    def put(self, snapshot: Snapshot) -> bool:
        """Leave a snapshot; return whether the box was empty, so that exactly one notice is under way."""
        with self._lock:
            was_empty = self._snapshot is None
            self._snapshot = snapshot
            return was_empty

    def take(self) -> Snapshot | None:
        """Fetch the snapshot, if there is one, and leave the box empty."""
        with self._lock:
            snapshot, self._snapshot = self._snapshot, None
            return snapshot

    @property
    def is_empty(self) -> bool:
        with self._lock:
            return self._snapshot is None
