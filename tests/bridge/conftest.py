import pytest
from PySide6.QtCore import QObject, QThread, Slot

from playground.bridge import TrainingWorker
from playground.files import override, read_preset
from playground.training import TrainingSession


class Window(QObject):
    """Stands for the window: fetches every snapshot it is told of, in its own thread."""

    def __init__(self, worker: TrainingWorker, *, fetches: bool = True) -> None:
        super().__init__()
        self.worker, self.fetches = worker, fetches
        self.notices, self.snapshots, self.refusals, self.failures = 0, [], [], []
        self.threads = set()
        worker.snapshot_ready.connect(self.take)
        worker.refused.connect(self.note_refusal)
        worker.failed.connect(self.note_failure)

    @property
    def last(self):
        return self.snapshots[-1] if self.snapshots else None

    @Slot()
    def take(self) -> None:
        self.threads.add(QThread.currentThread())
        self.notices += 1
        if self.fetches:
            snapshot = self.worker.take()
            assert snapshot is not None
            self.snapshots.append(snapshot)

    @Slot(object, str)
    def note_refusal(self, command, text: str) -> None:
        self.threads.add(QThread.currentThread())
        self.refusals.append((command, text))

    @Slot(str)
    def note_failure(self, text: str) -> None:
        self.threads.add(QThread.currentThread())
        self.failures.append(text)


@pytest.fixture
def open_window(qtbot):
    """Return a function that starts a worker and returns its window; the worker ends with the test."""
    workers = []

    def open_one(
        preset: str = "circles", *, fetches: bool = True, start: bool = True, rests: bool = False, **overrides: object
    ) -> Window:
        changes = [f"{path}={value}" for path, value in overrides.items()]
        worker = TrainingWorker(TrainingSession(override(read_preset(preset), changes)), rests=rests)
        workers.append(worker)
        window = Window(worker, fetches=fetches)
        if start:
            worker.start()
        return window

    yield open_one
    for worker in workers:
        worker.stop()
        assert not worker.isRunning()
