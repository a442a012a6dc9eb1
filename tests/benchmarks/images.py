"""60,000 images in the real window: how soon there is progress, and how much memory they take to the end of an epoch.

``python tests/benchmarks/images.py [--images N] [--json]``: files of random images are written, dropped on the window,
and learned for one epoch. ``peak_ratio`` is the highest memory above that of the idle window, in units of the images as
one float32 array.
"""

import argparse
import json
import os
import struct
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from resident import resident_megabytes

from playground.app import application
from playground.files import read_preset
from playground.main_window.window import MainWindow
from playground.training import TrainingSession
from playground.training.commands import Run
from playground.training.import_job import IMPORT

SIDE, CLASSES = 28, 10
SECONDS = 300
"""The longest that anything is waited for."""


def write_images(folder: Path, count: int) -> Path:
    """Write images that can be learned, and their labels, in MNIST's format; return the file of images."""
    rng = np.random.default_rng(0)
    labels = (np.arange(count) % CLASSES).astype(np.uint8)
    means = rng.integers(0, 200, (CLASSES, SIDE, SIDE), np.uint8)
    path = folder / "train-images-idx3-ubyte"
    with path.open("wb") as file:
        file.write(struct.pack(">4I", 0x803, count, SIDE, SIDE))
        for start in range(0, count, 1000):
            some = labels[start : start + 1000]
            file.write((means[some] + rng.integers(0, 56, (len(some), SIDE, SIDE), np.uint8)).tobytes())
    (folder / "train-labels-idx1-ubyte").write_bytes(struct.pack(">2I", 0x801, count) + labels.tobytes())
    return path


class Peak(threading.Thread):
    """Looks at the memory of this process a hundred times a second."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.megabytes, self.over = 0.0, threading.Event()

    def run(self) -> None:
        """Look until it is over."""
        while not self.over.wait(0.01):
            self.megabytes = max(self.megabytes, resident_megabytes())


def measure(count: int) -> dict[str, Any]:
    """Drop the images on a window, and learn them for an epoch."""
    app = application()
    with tempfile.TemporaryDirectory() as folder:
        path = write_images(Path(folder), count)
        settings = QSettings(str(Path(folder) / "window.ini"), QSettings.Format.IniFormat)
        window = MainWindow(TrainingSession(read_preset("circles")), settings)
        window.show()
        QTest.qWait(1500)
        idle, peak = resident_megabytes(), Peak()
        peak.start()
        begin, times = time.perf_counter(), {}

        def look() -> None:
            snapshot = window.snapshot
            if snapshot is None:
                return
            progress = snapshot.work.get(IMPORT)
            if progress is not None:
                times.setdefault("first_progress_s", time.perf_counter() - begin)
            if snapshot.problem_info.image_shape is not None:
                times.setdefault("ready_s", time.perf_counter() - begin)

        window.frame_shown.connect(look)
        window.open(path)
        wait(app, lambda: "ready_s" in times)
        window.post(Run())
        wait(app, lambda: window.snapshot.epoch >= 1)
        times["epoch_s"] = time.perf_counter() - begin
        dtype = window.snapshot.experiment.network.dtype
        peak.over.set()
        peak.join()
        window.close()
    array = count * SIDE * SIDE * 4 / 1e6
    return {
        "images": count,
        "dtype": dtype,
        **{name: round(value, 3) for name, value in times.items()},
        "float32_mb": round(array, 1),
        "idle_mb": round(idle, 1),
        "peak_mb": round(peak.megabytes, 1),
        "peak_ratio": round((peak.megabytes - idle) / array, 2),
    }


def wait(app: Any, done: Any) -> None:
    """Let the window live until something is done."""
    deadline = time.perf_counter() + SECONDS
    while not done():
        if time.perf_counter() > deadline:
            raise SystemExit("it takes too long")
        app.processEvents()
        time.sleep(0.001)


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--images", type=int, default=60_000)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    result = measure(options.images)
    if options.json:
        print(json.dumps(result))
    else:
        for name, value in result.items():
            print(f"{name:18} {value}")


if __name__ == "__main__":
    main()
