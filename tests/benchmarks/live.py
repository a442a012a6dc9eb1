"""How much training speed is left while every live view is shown, and how smooth the window stays.

The real window trains for some seconds, next to the same session without a window: the default network (2-4-2-1, tanh)
on circles, with ``--data large`` 8 layers of 32 on spirals, or with ``--data NAME`` a preset as it is. A timer of 10 ms
in the window's thread tells how late it fires.

With ``--surface`` the worker computes one cost surface after another meanwhile. ``--workspace NAME`` brings another
workspace to the front; ``spaces`` has two ways to look, ``--mode pca`` and ``--mode neurons``.

Run: ``python tests/benchmarks/live.py [--json] [--seconds 20] [--surface] [--data NAME] [--workspace NAME]``
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
from problems import DEFAULT, session
from punctuality import Punctuality, spin
from PySide6.QtCore import QSettings, Qt, QTimer
from resident import resident_megabytes

from playground.app import application
from playground.main_window.window import MainWindow
from playground.training.commands import Pause, Run, StartSurface
from playground.views.spaces.header import MODES

WARM_UP_SECONDS = 2.0
WORKSPACES = ("train", "results", "spaces", "images")


def headless_rate(data: str, seconds: float) -> float:
    """Return updates a second without a window: the same session, sliced and recorded in the same way."""
    alone = session(data)
    alone.advance(0.5)
    begin, update = time.perf_counter(), alone.update
    alone.advance(seconds)
    return (alone.update - update) / (time.perf_counter() - begin)


def measure(
    seconds: float, *, surface: bool = False, data: str = DEFAULT, workspace: str = "train", mode: str = "pca"
) -> dict[str, object]:
    """Return the figures."""
    before = headless_rate(data, seconds / 4)
    app = application()
    with tempfile.TemporaryDirectory() as folder:
        window = MainWindow(session(data), QSettings(str(Path(folder) / "w.ini"), QSettings.Format.IniFormat))
        window.resize(1280, 820)
        frames: list[float] = []

        def painted(begin: float) -> None:
            frames.append((time.perf_counter() - begin) * 1e3)

        # A timer of 0 ms fires when what the frame has changed is painted.
        window.frame_shown.connect(lambda begin: QTimer.singleShot(0, lambda: painted(begin)))
        # What the start-up made is looked at no more from the first frame on, as in the program.
        window.frame_shown.connect(lambda _: gc.freeze(), Qt.ConnectionType.SingleShotConnection)
        window.show()
        window.show_workspace(workspace)
        if workspace == "spaces":
            window._area.workspaces.current.set_mode(mode)
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
    after = headless_rate(data, seconds / 4)
    headless, live = (before + after) / 2, (last - first) / elapsed
    frame = np.percentile(frames, [50, 95])
    return {
        "headless_updates_per_second": round(headless),
        "live_updates_per_second": round(live),
        "retained": round(live / headless, 3),
        "frames_per_second": round(n_frames / elapsed, 2),
        "lateness_ms": punctuality.figures,
        "frame_ms": dict(zip(("p50", "p95"), frame.round(2).tolist(), strict=True)),
        "rss_mb": {"start": round(start_memory, 1), "end": round(end_memory, 1)},
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--seconds", type=float, default=20.0, help="how long to measure (default 20)")
    parser.add_argument("--surface", action="store_true", help="compute cost surfaces meanwhile")
    parser.add_argument("--data", default=DEFAULT, metavar="NAME", help="large, or a preset to train, as digits")
    parser.add_argument("--workspace", choices=WORKSPACES, default="train", help="what is in front (default train)")
    parser.add_argument("--mode", choices=tuple(MODES), default="pca", help="how spaces looks at a layer (default pca)")
    arguments = parser.parse_args()
    figures = measure(
        arguments.seconds,
        surface=arguments.surface,
        data=arguments.data,
        workspace=arguments.workspace,
        mode=arguments.mode,
    )
    if arguments.json:
        print(json.dumps(figures))
        return
    for name, value in figures.items():
        print(f"{name:30} {value}")


if __name__ == "__main__":
    main()
