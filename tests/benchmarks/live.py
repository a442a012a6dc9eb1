"""How much training speed is left while every live view is shown, and how smooth the window stays.

The real window trains the default network (2-4-2-1, tanh) on circles for some seconds, next to the same session without
a window. A timer of 10 ms in the window's thread tells how late it fires.

With ``--surface`` the worker computes one cost surface after another meanwhile.

Run: ``python tests/benchmarks/live.py [--json] [--seconds 20] [--surface]``
"""

import argparse
import json
import os
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
for library in ("OPENBLAS", "OMP", "MKL"):
    os.environ.setdefault(f"{library}_NUM_THREADS", "1")

import numpy as np
from PySide6.QtCore import QEventLoop, QObject, QSettings, Qt, QTimer, Slot

from playground.app import application
from playground.files import override, read_preset
from playground.main_window import MainWindow
from playground.training import TrainingSession
from playground.training.commands import Pause, Run, StartSurface

TIMER_MS = 10
WARM_UP_SECONDS = 2.0
EXPERIMENT = (
    "network.hidden=[4,2]",
    "network.output_activation=tanh",
    "training.cost=half_squared_error",
    "training.optimizer=sgd",
    "training.batch_size=10",
    "data.samples=500",
    "data.train_fraction=0.5",
    'data.features=["x1","x2"]',
)


class Punctuality(QObject):
    """Notes how late a timer of the window's thread fires, and how long each frame takes."""

    def __init__(self) -> None:
        super().__init__()
        self.lateness: list[float] = []
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._fired)
        self._start = self._due = 0.0

    def start(self) -> None:
        self.lateness.clear()
        self._start = self._due = time.perf_counter()
        self._due += TIMER_MS / 1e3
        self._timer.start(TIMER_MS)

    def stop(self) -> None:
        self._timer.stop()

    @Slot()
    def _fired(self) -> None:
        now = time.perf_counter()
        self.lateness.append(max(0.0, now - self._due) * 1e3)
        # The timer keeps to its own schedule and leaves out what it missed.
        periods = int((now - self._start) / (TIMER_MS / 1e3)) + 1
        self._due = self._start + periods * TIMER_MS / 1e3


def resident_megabytes() -> float:
    """Return the resident memory of this process."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def session() -> TrainingSession:
    return TrainingSession(override(read_preset("circles"), EXPERIMENT))


def headless_rate(seconds: float) -> float:
    """Return updates a second without a window: the same session, sliced and recorded in the same way."""
    alone = session()
    alone.advance(0.5)
    begin, update = time.perf_counter(), alone.update
    alone.advance(seconds)
    return (alone.update - update) / (time.perf_counter() - begin)


def spin(seconds: float) -> None:
    """Run the event loop for so long; the application's own `quit` would close the window."""
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1e3), loop.quit)
    loop.exec()


def measure(seconds: float, *, surface: bool = False) -> dict[str, object]:
    """Return the figures."""
    before = headless_rate(seconds / 4)
    app = application()
    with tempfile.TemporaryDirectory() as folder:
        window = MainWindow(session(), QSettings(str(Path(folder) / "w.ini"), QSettings.Format.IniFormat))
        window.resize(1280, 820)
        frames: list[float] = []

        def painted(begin: float) -> None:
            frames.append((time.perf_counter() - begin) * 1e3)

        # A timer of 0 ms fires when what the frame has changed is painted.
        window.frame_shown.connect(lambda begin: QTimer.singleShot(0, lambda: painted(begin)))
        window.show()
        window.post(Run())
        spin(WARM_UP_SECONDS)
        punctuality = Punctuality()
        frames.clear()
        start_memory = resident_megabytes()
        first, begin = window.snapshot.update, time.perf_counter()
        punctuality.start()
        again = QTimer()
        if surface:
            again.timeout.connect(lambda: window.post(StartSurface("random", None, None)))
            again.start(1000)
        spin(seconds)
        again.stop()
        punctuality.stop()
        last, elapsed = window.snapshot.update, time.perf_counter() - begin
        end_memory, n_frames = resident_megabytes(), len(frames)
        window.post(Pause())
        spin(0.2)
        window.close()
        window.deleteLater()
        app.processEvents()
    after = headless_rate(seconds / 4)
    headless, live = (before + after) / 2, (last - first) / elapsed
    late = np.percentile(punctuality.lateness, [50, 95, 99, 100])
    frame = np.percentile(frames, [50, 95])
    return {
        "headless_updates_per_second": round(headless),
        "live_updates_per_second": round(live),
        "retained": round(live / headless, 3),
        "frames_per_second": round(n_frames / elapsed, 2),
        "lateness_ms": dict(zip(("p50", "p95", "p99", "max"), late.round(2).tolist(), strict=True)),
        "frame_ms": dict(zip(("p50", "p95"), frame.round(2).tolist(), strict=True)),
        "rss_mb": {"start": round(start_memory, 1), "end": round(end_memory, 1)},
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--seconds", type=float, default=20.0, help="how long to measure (default 20)")
    parser.add_argument("--surface", action="store_true", help="compute cost surfaces meanwhile")
    arguments = parser.parse_args()
    figures = measure(arguments.seconds, surface=arguments.surface)
    if arguments.json:
        print(json.dumps(figures))
        return
    for name, value in figures.items():
        print(f"{name:30} {value}")


if __name__ == "__main__":
    main()
