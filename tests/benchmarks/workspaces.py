"""How long a workspace keeps the window from answering when it is opened for the first time in a process.

Each workspace has a process of its own, as what one imports the next would find. `opening_ms` is from the wish to see
it until it is built, fed and painted, `settled_ms` the same plus what the window's thread does with the worker's first
answers; both are time of the window's thread (`time.thread_time`), the best of several, so that a busy machine changes
little. `opening_wall_ms` is the same as the first by the clock.

Run: ``python tests/benchmarks/workspaces.py [--json] [--repeats 5] [--data NAME]``
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
for library in ("OPENBLAS", "OMP", "MKL"):
    os.environ.setdefault(f"{library}_NUM_THREADS", "1")

from problems import DEFAULT

from playground.main_window.workspaces import WORKSPACES

OPENING = """
import json, sys, tempfile, time
from pathlib import Path
from problems import session
from punctuality import spin
from PySide6.QtCore import QSettings
from playground.app import application
from playground.main_window.window import MainWindow
from playground.main_window.workspaces import read_ahead
workspace, data = sys.argv[1:]
app = application()
trained = session(data)
trained.advance(float("inf"), until_epoch=20)
with tempfile.TemporaryDirectory() as folder:
    window = MainWindow(trained, QSettings(str(Path(folder) / "w.ini"), QSettings.Format.IniFormat))
    window.resize(1280, 820)
    if workspace == "train":  # it is in front from the start: seen again
        window.show_workspace("chain")
    window.show()
    spin(0.5)
    read_ahead().join()  # as the program does half a second after its start
    clock, busy = time.perf_counter(), time.thread_time()
    window.show_workspace(workspace)
    app.processEvents()
    opened = time.perf_counter() - clock, time.thread_time() - busy
    spin(0.5)
    settled = time.thread_time() - busy
    window.shut_down()
    window.deleteLater()
    app.processEvents()
print(json.dumps({
    "opening_ms": 1e3 * opened[1], "settled_ms": 1e3 * settled, "opening_wall_ms": 1e3 * opened[0],
}))
"""


def open_once(workspace: str, data: str) -> Mapping[str, float]:
    """Return the figures of one opening in a new process."""
    folder = Path(__file__).resolve().parent
    path = os.pathsep.join(filter(None, (str(folder), os.environ.get("PYTHONPATH"))))
    environment = os.environ | {"PYTHONPATH": path}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # a program is compiled once, not at every start
    command = [sys.executable, "-c", OPENING, workspace, data]
    done = subprocess.run(command, check=True, env=environment, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout)


def measure(workspace: str, data: str, repeats: int) -> dict[str, float]:
    """Return the best figures of several processes."""
    found = [open_once(workspace, data) for _ in range(repeats + 1)][1:]
    return {name: round(min(each[name] for each in found), 1) for name in found[0]}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--repeats", type=int, default=5, help="processes for each (default 5)")
    parser.add_argument("--data", default=DEFAULT, metavar="NAME", help="large, or a preset, as digits")
    parser.add_argument("--workspace", action="append", choices=list(WORKSPACES), help="only these (repeatable)")
    arguments = parser.parse_args()
    figures = {}
    for workspace in arguments.workspace or WORKSPACES:
        figures[workspace] = measure(workspace, arguments.data, arguments.repeats)
        if not arguments.json:
            print(f"{workspace:12}", ", ".join(f"{name} {value}" for name, value in figures[workspace].items()))
    if arguments.json:
        print(json.dumps(figures))


if __name__ == "__main__":
    main()
