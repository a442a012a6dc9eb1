"""How long another theme and another zoom take in the real window, with every workspace opened once.

``python tests/benchmarks/appearance.py [--json]``: ``{"widgets", "theme_ms", "zoom_ms"}``, the best of three, in the
process's own time: until the change is made, and the first frame after it is painted.
"""

import argparse
import json
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
for library in ("OPENBLAS", "OMP", "MKL"):  # as in the program
    os.environ.setdefault(f"{library}_NUM_THREADS", "1")

from PySide6.QtCore import QSettings

from playground.app import application
from playground.files import read_preset
from playground.main_window.window import MainWindow
from playground.training import TrainingSession
from playground.views.kit.appearance import apply_appearance
from playground.views.theme import DARK, LIGHT

WORKSPACES = ("backprop", "chain", "landscape", "results", "spaces", "images", "train")
REPEATS = 3


def measure() -> dict[str, float]:
    """Return the times."""
    app = application()
    with tempfile.TemporaryDirectory() as folder:
        settings = QSettings(str(Path(folder) / "window.ini"), QSettings.Format.IniFormat)
        window = MainWindow(TrainingSession(read_preset("circles")), settings)
        window.resize(1600, 1000)
        window.show()

        def settle() -> None:
            for _ in range(10):
                app.processEvents()

        def timed(change: Callable[[], None]) -> float:
            settle()
            begin = time.process_time()
            change()
            settle()
            return 1000 * (time.process_time() - begin)

        for name in WORKSPACES:
            window.show_workspace(name)
            settle()
        themes = [timed(lambda theme=theme: apply_appearance(theme)) for theme in (DARK, LIGHT) * REPEATS]
        zooms = [timed(lambda zoom=zoom: apply_appearance(LIGHT, zoom)) for zoom in (125, 100) * REPEATS]
        widgets = len(app.allWidgets())
        window.shut_down()
        window.deleteLater()
        settle()
    return {"widgets": widgets, "theme_ms": min(themes), "zoom_ms": min(zooms)}


def main() -> None:
    """Print the times."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    figures = {name: round(value, 1) for name, value in measure().items()}
    print(json.dumps(figures) if options.json else "\n".join(f"{name:10}{value:10}" for name, value in figures.items()))


if __name__ == "__main__":
    main()
