"""How long it takes to bring a person's own table in, and how smooth the window stays meanwhile.

A table of 200,000 rows and 10 columns of numbers, the last one with a class, is imported into the real window: once
while it is paused and once while it trains. `seconds` is from the command to the first frame of the new data; a timer
of 10 ms in the window's thread tells how late it fires. `floor_s` reads the bytes and splits them into cells, `numpy_s`
lets `numpy.loadtxt` parse the numbers, both in the same run and with nothing beside them.

Run: ``python tests/benchmarks/import_csv.py [--json] [--rows 200000] [--columns 10]``
"""

import argparse
import gc
import json
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
for library in ("OPENBLAS", "OMP", "MKL"):
    os.environ.setdefault(f"{library}_NUM_THREADS", "1")

import numpy as np
from punctuality import Punctuality, spin
from PySide6.QtCore import QEventLoop, QSettings, QTimer
from resident import resident_megabytes

from playground.app import application
from playground.files import CsvSource, read_preset
from playground.main_window.window import MainWindow
from playground.training import TrainingSession
from playground.training.commands import Pause, Run
from playground.training.commands.files import StartImport

MOST_SECONDS = 120.0
CLASSES = ("red", "green", "blue")


def write_table(path: Path, rows: int, columns: int) -> None:
    """Write numbers with six digits, and a class that they decide."""
    rng = np.random.default_rng(0)
    X = rng.normal(size=(rows, columns - 1))
    classes = np.digitize(X[:, 0] + X[:, 1], [-0.6, 0.6])
    with path.open("w", encoding="utf-8") as file:
        file.write(",".join([*(f"c{number}" for number in range(1, columns)), "kind"]) + "\n")
        for values, kind in zip(X.tolist(), classes.tolist(), strict=True):
            file.write(",".join(f"{value:.6f}" for value in values) + f",{CLASSES[kind]}\n")


def seconds_of(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def split_cells(path: Path) -> int:
    """Read the bytes and split them into cells."""
    return sum(len(line.split(",")) for line in path.read_bytes().decode().splitlines())


def import_once(path: Path, *, running: bool) -> dict[str, object]:
    """Return the figures of one import in a window of its own."""
    app = application()
    with tempfile.TemporaryDirectory() as folder:
        settings = QSettings(str(Path(folder) / "w.ini"), QSettings.Format.IniFormat)
        window = MainWindow(TrainingSession(read_preset("circles")), settings)
        window.resize(1280, 820)
        window.show()
        spin(0.5)
        gc.freeze()  # as the program does after its first frame
        if running:
            window.post(Run())
            spin(1.5)
        source, loop, fractions = CsvSource(csv=str(path)), QEventLoop(), set()
        memory = resident_megabytes()
        punctuality = Punctuality()

        def look(_begin: float) -> None:
            progress = window.snapshot.work.get("import")
            fractions.add(None if progress is None else progress.fraction)
            if window.snapshot.experiment.data.source == source or (progress and progress.problem):
                loop.quit()

        window.frame_shown.connect(look)
        QTimer.singleShot(int(MOST_SECONDS * 1e3), loop.quit)
        punctuality.start()
        begin = time.perf_counter()
        window.post(StartImport(source))
        loop.exec()
        elapsed = time.perf_counter() - begin
        spin(0.1)  # what the first frame of the new data costs the window is still counted
        punctuality.stop()
        if window.snapshot.experiment.data.source != source:
            raise SystemExit(f"not imported: {window.snapshot.work.get('import')}")
        examples = window.snapshot.problem_info.train_X.shape[1] + window.snapshot.problem_info.test_X.shape[1]
        figures = {
            "seconds": round(elapsed, 3),
            "examples": examples,
            "frames_of_progress": len(fractions),
            "lateness_ms": punctuality.figures,
            "rss_mb": {"start": round(memory, 1), "end": round(resident_megabytes(), 1)},
        }
        window.post(Pause())
        spin(0.1)
        window.close()
        window.deleteLater()
        app.processEvents()
    return figures


def measure(rows: int, columns: int) -> dict[str, object]:
    """Return the figures."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table.csv"
        write_table(path, rows, columns)
        size = path.stat().st_size
        floor = min(seconds_of(lambda: split_cells(path)) for _ in range(3))
        places = range(columns - 1)
        numpy_s = seconds_of(lambda: np.loadtxt(path, delimiter=",", skiprows=1, usecols=places))
        paused, running = import_once(path, running=False), import_once(path, running=True)
        floor = min(floor, *(seconds_of(lambda: split_cells(path)) for _ in range(2)))
    return {
        "rows": rows,
        "columns": columns,
        "megabytes": round(size / 1e6, 1),
        "floor_s": round(floor, 3),
        "numpy_s": round(numpy_s, 3),
        "paused": paused | {"ratio": round(paused["seconds"] / floor, 2)},
        "running": running | {"ratio": round(running["seconds"] / floor, 2)},
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--rows", type=int, default=200_000, help="rows of the table (default 200,000)")
    parser.add_argument("--columns", type=int, default=10, help="columns of the table (default 10)")
    arguments = parser.parse_args()
    figures = measure(arguments.rows, arguments.columns)
    if arguments.json:
        print(json.dumps(figures))
        return
    for name, value in figures.items():
        print(f"{name:12} {value}")


if __name__ == "__main__":
    main()
