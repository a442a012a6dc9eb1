"""How long until the first frame, against what importing the libraries and an empty plot cost anyway.

Both are whole processes, started in turn; the best of several counts.

Run: ``python tests/benchmarks/startup.py [--json] [--repeats 7]``
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playground.__main__ import THREADS

FLOOR = """
import time
import PySide6.QtWidgets, numpy, pyqtgraph
app = PySide6.QtWidgets.QApplication([])
plot = pyqtgraph.PlotWidget()
plot.resize(1280, 820)
plot.show()
app.processEvents()
print(time.time(), flush=True)
plot.close()
"""
FIRST_FRAME = """
import gc, time
gc.disable()  # as the program does until its first frame
from PySide6.QtCore import QEventLoop, QSettings
from playground.app import FIRST_TARGET, application
from playground.files import open_target
from playground.main_window.window import MainWindow
from playground.training import TrainingSession
found = open_target(FIRST_TARGET)
app = application()
window = MainWindow(TrainingSession(found.experiment, found.model), QSettings({settings!r}, QSettings.Format.IniFormat))
window.resize(1280, 820)
window.show()
while window.snapshot is None:
    app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
app.processEvents()
print(time.time(), flush=True)
window.shut_down()
window.deleteLater()
app.processEvents()
"""


def seconds(code: str) -> float:
    """Return how long a new Python takes from its start until it says that its window is painted."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"} | dict.fromkeys(THREADS, "1")  # as the program does
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # a program is compiled once, not at every start
    begin = time.time()
    done = subprocess.run([sys.executable, "-c", code], check=True, env=environment, stdout=subprocess.PIPE, text=True)
    return float(done.stdout) - begin


def measure(repeats: int) -> dict[str, float]:
    """Return the figures: the two in turn, so that a drift of the machine touches both."""
    floors, frames = [], []
    with tempfile.TemporaryDirectory() as folder:
        first_frame = FIRST_FRAME.format(settings=str(Path(folder) / "window.ini"))
        for _ in range(repeats + 1):
            floors.append(seconds(FLOOR))
            frames.append(seconds(first_frame))
    floor, frame = min(floors[1:]), min(frames[1:])
    return {"import_floor_s": round(floor, 3), "first_frame_s": round(frame, 3), "ratio": round(frame / floor, 3)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--repeats", type=int, default=7, help="runs of each (default 7)")
    arguments = parser.parse_args()
    figures = measure(arguments.repeats)
    if arguments.json:
        print(json.dumps(figures))
        return
    for name, value in figures.items():
        print(f"{name:20} {value}")


if __name__ == "__main__":
    main()
