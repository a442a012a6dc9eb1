"""Looking for garbage in one thread: the window's."""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

INTERVAL_MS = 100


class GarbageCollector(QObject):
    """Looks for reference cycles in the thread it lives in, as often as Python would, in the place of Python.

    Python looks in whichever thread makes the next object. A cycle that holds a widget would be destroyed by a thread
    that trains, and Qt ends the program when a widget is destroyed outside of its own thread.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=INTERVAL_MS)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Look from now on; Python no longer does."""
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.enable()

    @Slot()
    def _look(self) -> None:
        counts, thresholds = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > thresholds[generation]:
                gc.collect(generation)
                break
