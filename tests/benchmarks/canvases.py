"""What painting costs: every workspace and every canvas in it, into an image, in the real window at 1600x1000.

Each workspace is brought to the front of a window that has been trained a little; every widget in sight that paints
itself is a canvas, here without what stands in it. Times are of the window's thread alone (`time.thread_time`, the best
of several), so that a busy machine changes little. `still_ms` paints what has been painted before, `frame_ms` hands a
new snapshot to a whole panel and paints that; parts are told by the name of their class, several of a name together.

Run: ``python tests/benchmarks/canvases.py [--json] [--data NAME]... [--workspace NAME]... [--size 1600x1000]``
"""

import argparse
import json
import os
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import cycle
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
for library in ("OPENBLAS", "OMP", "MKL"):
    os.environ.setdefault(f"{library}_NUM_THREADS", "1")

from problems import DEFAULT, LARGE, session
from punctuality import spin
from PySide6.QtCore import QPoint, QSettings
from PySide6.QtGui import QImage, QRegion
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from playground.app import application
from playground.main_window.window import MainWindow
from playground.main_window.workspaces import WORKSPACES
from playground.training import Snapshot
from playground.training.commands import StepBatch

DATA = (DEFAULT, "digits", LARGE)
EPOCHS = 20
SETTLING_SECONDS = 0.3
SNAPSHOTS = 4
"""Different frames that are handed over in turn."""
REPEATS = 7
MOST_SECONDS = 10.0
ALONE = QWidget.RenderFlag.DrawWindowBackground
WITH_CHILDREN = ALONE | QWidget.RenderFlag.DrawChildren


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long a call keeps this thread busy."""
    begin = time.thread_time()
    work()
    return (time.thread_time() - begin) * 1e3


def paints_itself(widget: QWidget) -> bool:
    """Tell a widget with a painting of its own from one that only holds others or that Qt paints."""
    own = (kind for kind in type(widget).__mro__ if kind.__module__.startswith(("playground.", "pyqtgraph.")))
    return any("paintEvent" in vars(kind) for kind in own)


def still(widget: QWidget, flags: QWidget.RenderFlag) -> float:
    """Return the milliseconds of painting something once more."""
    target = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
    image = QImage(target.size(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    return min(milliseconds(lambda: target.render(image, QPoint(), QRegion(), flags)) for _ in range(REPEATS))


def next_snapshots(window: MainWindow) -> list[Snapshot]:
    """Return some frames in a row, one update apart, as the worker makes them for what is in front."""
    found: list[Snapshot] = []
    window.frame_shown.connect(lambda _begin: found.append(window.snapshot))
    until = time.monotonic() + MOST_SECONDS
    while len({id(snapshot) for snapshot in found}) < SNAPSHOTS and time.monotonic() < until:
        window.post(StepBatch())
        spin(0.05)
    return found


def frame(snapshots: Sequence[Snapshot], part: Any) -> float:
    """Return the milliseconds of showing another snapshot and painting it."""
    turns = cycle(snapshots)

    def show() -> None:
        part.show_snapshot(next(turns))
        part.grab()

    return min(milliseconds(show) for _ in range(REPEATS + len(snapshots))) if snapshots else 0.0


def topmost(widgets: Sequence[QWidget]) -> list[QWidget]:
    """Return everything in sight that takes snapshots and stands in nothing else that does."""
    takers = [widget for widget in widgets if callable(getattr(widget, "show_snapshot", None))]
    return [
        widget for widget in takers if not any(other is not widget and other.isAncestorOf(widget) for other in takers)
    ]


def measure(data: str, workspace: str, size: tuple[int, int]) -> dict[str, Any]:
    """Return the figures of one workspace: the whole window, what takes snapshots, and every canvas."""
    app = application()
    trained = session(data)
    trained.advance(float("inf"), until_epoch=EPOCHS)
    with tempfile.TemporaryDirectory() as folder:
        window = MainWindow(trained, QSettings(str(Path(folder) / "w.ini"), QSettings.Format.IniFormat))
        window.resize(*size)
        window.show()
        window.show_workspace(workspace)
        spin(SETTLING_SECONDS)
        window.show_at_work()
        spin(SETTLING_SECONDS)
        snapshots = next_snapshots(window)
        seen = [widget for widget in window.findChildren(QWidget) if widget.isVisible() and not widget.size().isEmpty()]
        parts: dict[str, float] = Counter()
        for part in topmost(seen):
            parts[type(part).__name__] += frame(snapshots, part)
        canvases = [widget for widget in seen if paints_itself(widget)]
        painted: dict[str, float] = Counter()
        for canvas in canvases:
            painted[type(canvas).__name__] += still(canvas, ALONE)
        numbers = Counter(type(canvas).__name__ for canvas in canvases)
        whole = still(window, WITH_CHILDREN)
        window.close()
        window.deleteLater()
        app.processEvents()
    return {
        "window_still_ms": round(whole, 2),
        "frame_ms": {name: round(value, 2) for name, value in sorted(parts.items(), key=lambda each: -each[1])},
        "still_ms": {
            name if numbers[name] == 1 else f"{name} x{numbers[name]}": round(value, 2)
            for name, value in sorted(painted.items(), key=lambda each: -each[1])
        },
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--data", action="append", metavar="NAME", help="default, large or a preset (repeatable)")
    parser.add_argument("--workspace", action="append", choices=list(WORKSPACES), help="only these (repeatable)")
    parser.add_argument("--size", default="1600x1000", help="of the window (default 1600x1000)")
    arguments = parser.parse_args()
    width, height = map(int, arguments.size.split("x"))
    figures: dict[str, Any] = {}
    for data in arguments.data or DATA:
        for workspace in arguments.workspace or WORKSPACES:
            found = measure(data, workspace, (width, height))
            figures.setdefault(data, {})[workspace] = found
            if arguments.json:
                continue
            print(f"{data} / {workspace}: the window as it stands {found['window_still_ms']} ms", flush=True)
            for kind in ("frame_ms", "still_ms"):
                print(f"  {kind:9}", ", ".join(f"{name} {value}" for name, value in found[kind].items()), flush=True)
    if arguments.json:
        print(json.dumps(figures))


if __name__ == "__main__":
    main()
