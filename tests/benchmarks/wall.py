"""How smooth the window stays while many networks train on the wall, and how much of their speed is left.

The real window, 1600 × 1000, with 64 networks of the preset ``spirals`` (or ``--networks N``): their seeds and learning
rates differ. Next to it the same networks train without a window. A timer of 10 ms in the window's thread tells how
late it fires.

Run: ``python tests/benchmarks/wall.py [--json] [--seconds 10] [--networks 64]``
"""

import argparse
import gc
import json
import os
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
for library in ("OPENBLAS", "OMP", "MKL"):
    os.environ.setdefault(f"{library}_NUM_THREADS", "1")

import numpy as np
from punctuality import Punctuality, spin
from PySide6.QtCore import QSettings, Qt, QTimer
from resident import resident_megabytes

from playground.app import application
from playground.files import read_preset
from playground.main_window.window import MainWindow
from playground.training import TrainingSession
from playground.training.commands.many import StartMany, StopMany
from playground.training.many import ManyNetworks, Plan, Variation
from playground.training.many.report import KIND

PRESET, SIZE = "spirals", (1600, 1000)
VARIED = "training.learning_rate=0.003,0.01,0.03,0.1"
EPOCHS = 100_000
WARM_UP_SECONDS = 2.0


def headless_rate(networks: int, seconds: float) -> float:
    """Return updates a second of all networks together, without a window."""
    plan = Plan(read_preset(PRESET), (Variation.typed(VARIED),), networks // 4)
    many = ManyNetworks(plan, epochs=EPOCHS)
    end = time.perf_counter() + seconds
    for _ in many.train():
        if time.perf_counter() > end:
            break
    return many.updates / many.seconds


def measure(seconds: float, networks: int) -> dict[str, object]:
    """Return the figures."""
    before = headless_rate(networks, seconds / 4)
    app = application()
    with tempfile.TemporaryDirectory() as folder:
        preferences = QSettings(str(Path(folder) / "w.ini"), QSettings.Format.IniFormat)
        window = MainWindow(TrainingSession(read_preset(PRESET)), preferences)
        window.resize(*SIZE)
        frames: list[float] = []

        def painted(begin: float) -> None:
            frames.append((time.perf_counter() - begin) * 1e3)

        # A timer of 0 ms fires when what the frame has changed is painted.
        window.frame_shown.connect(lambda begin: QTimer.singleShot(0, lambda: painted(begin)))
        # What the start-up made is looked at no more from the first frame on, as in the program.
        window.frame_shown.connect(lambda _: gc.freeze(), Qt.ConnectionType.SingleShotConnection)
        window.show()
        window.show_workspace("many")
        window.post(StartMany((VARIED,), networks // 4, EPOCHS))
        spin(WARM_UP_SECONDS)
        punctuality = Punctuality()
        frames.clear()
        first, begin = window.snapshot.work[KIND].frame.updates, time.perf_counter()
        punctuality.start()
        spin(seconds)
        punctuality.stop()
        last, elapsed = window.snapshot.work[KIND].frame.updates, time.perf_counter() - begin
        n_frames, memory = len(frames), resident_megabytes()
        window.post(StopMany())
        spin(0.2)
        window.close()
        window.deleteLater()
        app.processEvents()
    after = headless_rate(networks, seconds / 4)
    headless, live = (before + after) / 2, (last - first) / elapsed
    frame = np.percentile(frames, [50, 95])
    return {
        "networks": networks,
        "headless_updates_per_second": round(headless),
        "live_updates_per_second": round(live),
        "retained": round(live / headless, 3),
        "frames_per_second": round(n_frames / elapsed, 2),
        "lateness_ms": punctuality.figures,
        "frame_ms": dict(zip(("p50", "p95"), frame.round(2).tolist(), strict=True)),
        "rss_mb": round(memory, 1),
    }


def lines(figures: dict[str, object]) -> str:
    """Return the figures as text, a line for each."""
    return "\n".join(f"{name:30} {value}" for name, value in figures.items())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--seconds", type=float, default=10.0, help="how long to measure (default 10)")
    parser.add_argument("--networks", type=int, default=64, help="how many train, a multiple of 4 (default 64)")
    arguments = parser.parse_args()
    figures = measure(arguments.seconds, arguments.networks)
    print(json.dumps(figures) if arguments.json else lines(figures))


if __name__ == "__main__":
    main()
