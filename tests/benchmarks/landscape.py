"""How long a cost slice and a cost surface of the default network take (2-4-2-1, tanh, 250 examples).

Each is computed as the worker does it, a few milliseconds at a time, exact and complete: a slice of more than 201
points with its gradient and minima, and surfaces of 101 × 101 points of every kind. Best of several.

Run: ``python tests/benchmarks/landscape.py [--json] [--repeats 5]``
"""

import argparse
import json
import os
import time

for library in ("OPENBLAS", "OMP", "MKL"):
    os.environ.setdefault(f"{library}_NUM_THREADS", "1")

from playground.files import override, read_preset
from playground.training import TrainingSession
from playground.training.landscape import SliceJob, SurfaceJob

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
EPOCHS = 60
TURN_SECONDS = 0.004


def timed(job: SliceJob | SurfaceJob) -> tuple[float, float, float]:
    """Return the seconds until there is something to see, until all is done, and of the longest turn."""
    begin, first, longest, done = time.perf_counter(), 0.0, 0.0, False
    while not done:
        turn = time.perf_counter()
        done = job.advance(TURN_SECONDS)
        now = time.perf_counter()
        longest = max(longest, now - turn)
        result = job.result
        if not first and result is not None and getattr(result, "spacing", 1):
            first = now - begin
    return first, time.perf_counter() - begin, longest


def best(make, repeats: int) -> tuple[float, ...]:
    """Return the least of each figure."""
    return tuple(min(figures) for figures in zip(*(timed(make()) for _ in range(repeats)), strict=True))


def measure(repeats: int) -> dict[str, object]:
    """Return the figures."""
    session = TrainingSession(override(read_preset("circles"), EXPERIMENT))
    session.advance(float("inf"), until_epoch=EPOCHS)
    run = session.run
    _, slice_seconds, _ = best(lambda: SliceJob(run, 1, 0, 0), repeats)
    figures: dict[str, object] = {"slice_ms": round(slice_seconds * 1e3, 2)}
    for kind, places in (("weights", ((1, 0, 0), (2, 0, 1))), ("random", ()), ("trajectory", ())):
        coarse, full, turn = best(lambda kind=kind, places=places: SurfaceJob(run, kind, *places), repeats)
        figures[kind] = {
            "first_ms": round(coarse * 1e3, 2),
            "surface_s": round(full, 4),
            "longest_turn_ms": round(turn * 1e3, 2),
        }
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--repeats", type=int, default=5, help="how often to measure (default 5)")
    arguments = parser.parse_args()
    figures = measure(arguments.repeats)
    if arguments.json:
        print(json.dumps(figures))
        return
    for name, value in figures.items():
        print(f"{name:12} {value}")


if __name__ == "__main__":
    main()
