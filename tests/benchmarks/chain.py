"""How fast the chain-rule workspace follows: a computational graph of about 200 nodes.

`graph_ms` is what a graph of that size takes: values, gradients and layout, the median of several. `first_ms` is
opening its text for the first time in the whole workspace, with editor, inputs and cards; `again_ms` another text of
the same size. `slider_frame_ms` is one move of an input's slider: values, gradients and the painted view. All in time
of the processor, whatever else the machine does.

Run: ``python tests/benchmarks/chain.py [--json] [--frames 200]``
"""

import argparse
import json
import os
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
for library in ("OPENBLAS", "OMP", "MKL"):
    os.environ.setdefault(f"{library}_NUM_THREADS", "1")

import numpy as np
from PySide6.QtCore import QSizeF

from playground.app import application
from playground.expressions import evaluate, parse
from playground.views.chain import ChainView
from playground.views.chain.drawing import Fonts, Sketch

LINES = 40


def text(factor: int) -> str:
    """Return a chain of gates: each line four nodes on top of the line before."""
    lines = ["y0 = tanh(x + w)"]
    lines += [f"y{i} = tanh(y{i - 1}*w + x) + {factor}*y{i - 1}" for i in range(1, LINES)]
    return "\n".join(lines)


def milliseconds(function) -> float:
    """Return what a call takes of the processor."""
    begin = time.process_time()
    function()
    return (time.process_time() - begin) * 1e3


def measure(frames: int) -> dict[str, object]:
    """Return the figures."""
    values = {"x": 0.3, "w": 0.2}
    graph = parse(text(2))
    computing = min(milliseconds(lambda: evaluate(graph, values)) for _ in range(20))
    app = application()
    fonts = Fonts.of(app.font())
    room = QSizeF(1000, 700)

    def draw() -> None:
        Sketch(evaluate(graph, values), fonts).drawn(room)

    draw()
    laid_out = [milliseconds(draw) for _ in range(15)]
    view = ChainView()
    view.resize(1340, 860)
    view.show()
    app.processEvents()
    first = milliseconds(lambda: view.open_text(text(2), values))
    again = [milliseconds(lambda factor=factor: view.open_text(text(factor), values)) for factor in (3, 4, 5, 6, 7)]
    app.processEvents()

    def frame(value: float) -> None:
        view.column.value_changed.emit("x", value, "")
        app.processEvents()

    moves = [milliseconds(lambda value=value: frame(value)) for value in np.linspace(-1, 1, frames)]
    view.close()
    view.deleteLater()
    app.processEvents()
    p50, p95, worst = np.percentile(moves, [50, 95, 100]).round(2).tolist()
    return {
        "nodes": len(graph.nodes),
        "values_and_gradients_ms": round(computing, 2),
        "graph_ms": round(float(np.median(laid_out)), 2),
        "first_ms": round(first, 2),
        "again_ms": round(min(again), 2),
        "slider_frame_ms": {"p50": p50, "p95": p95, "max": worst},
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--frames", type=int, default=200, help="slider moves to measure (default 200)")
    arguments = parser.parse_args()
    figures = measure(arguments.frames)
    if arguments.json:
        print(json.dumps(figures))
        return
    for name, value in figures.items():
        print(f"{name:26} {value}")


if __name__ == "__main__":
    main()
