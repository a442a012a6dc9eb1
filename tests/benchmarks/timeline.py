"""What the timeline costs: memory over a long training, time while recording, and time per stop of its slider.

- `long_run`: millions of updates of the default network (2-4-2-1, tanh, batches of 10 of 250), with what the session
  says of its timeline's memory, and what the process takes at the start, on the way and at the end.
- `recording`: updates a second of a session, which records its timeline and its history, scores itself and looks for
  divergence; of one that only leaves out the timeline; and of a trainer alone.
- `scrubbing`: after some training, one stop of the slider after another, to and fro: what the worker needs to go there
  and to take the frame that is shown.
- `step_back`: taking one update back, frame included: the first one after training, and those that follow.

Run: ``python tests/benchmarks/timeline.py [--json] [--updates 10000000]``
"""

import argparse
import json
import os
import struct
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

for library in ("OPENBLAS", "OMP", "MKL"):
    os.environ.setdefault(f"{library}_NUM_THREADS", "1")

import numpy as np
from resident import resident_megabytes

from playground.files import open_target, override, read_preset
from playground.training import TrainingSession

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
TRAINING_SECONDS = 3.0
STOPS = 100
STEPS = 20
SIDE, IMAGES, CLASSES = 28, 6000, 10


def default() -> TrainingSession:
    return TrainingSession(override(read_preset("circles"), EXPERIMENT))


def digits() -> TrainingSession:
    return TrainingSession(read_preset("digits"))


def mnist() -> TrainingSession:
    """Return 784-50-10 on images of MNIST's size: blobs whose class decides where they are."""
    rng = np.random.default_rng(0)
    classes = rng.integers(0, CLASSES, IMAGES)
    angle = 2 * np.pi * classes / CLASSES
    y, x = np.mgrid[:SIDE, :SIDE]
    center_x, center_y = (SIDE / 2 + 8 * part(angle)[:, None, None] for part in (np.cos, np.sin))
    blobs = np.exp(-((x - center_x) ** 2 + (y - center_y) ** 2) / 20) + rng.normal(0, 0.05, (IMAGES, SIDE, SIDE))
    pixels = (blobs.clip(0, 1) * 255).astype(np.uint8)
    with tempfile.TemporaryDirectory() as folder:
        images, labels = (Path(folder) / f"blobs-{name}-ubyte" for name in ("images-idx3", "labels-idx1"))
        images.write_bytes(struct.pack(">4I", 0x803, *pixels.shape) + pixels.tobytes())
        labels.write_bytes(struct.pack(">2I", 0x801, IMAGES) + classes.astype(np.uint8).tobytes())
        fields = ("network.hidden=[50]", "network.dtype=float32", "training.batch_size=100")
        return TrainingSession(override(open_target(str(images)).experiment, fields))


WORKLOADS: dict[str, Callable[[], TrainingSession]] = {"default": default, "digits": digits, "mnist": mnist}


def percentiles(seconds: list[float]) -> dict[str, float]:
    """Return percentiles in milliseconds."""
    found = np.percentile(np.array(seconds) * 1e3, [50, 95, 100])
    return dict(zip(("p50", "p95", "max"), found.round(2).tolist(), strict=True))


def timed(work: Callable[[], object]) -> float:
    """Return how many seconds a call takes."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def long_run(updates: int) -> dict[str, object]:
    """Return the memory of so many updates."""
    session = default()
    session.advance(0.5)
    session.snapshot()
    start, most, on_the_way = resident_megabytes(), 0, []
    for part in range(1, 5):
        while session.update < updates * part // 4:
            session.advance(0.25)
            recorded = session.snapshot().timeline
            most = max(most, recorded.n_bytes)
        on_the_way.append(round(resident_megabytes(), 1))
    return {
        "updates": session.update,
        "seconds": round(session.run.seconds, 1),
        "moments": len(recorded.epochs),
        "every_epochs": recorded.stride,
        "timeline_mib": {"most": round(most / 2**20, 2), "budget": round(recorded.budget / 2**20, 2)},
        "rss_mb": {"start": round(start, 1), "quarters": on_the_way},
    }


def recording(name: str) -> dict[str, float]:
    """Return updates a second with everything recorded, without a timeline, and of the trainer alone: best of three."""
    session, without = WORKLOADS[name](), WORKLOADS[name]()
    without.timeline.record = without._course.note = lambda *_: None
    alone = WORKLOADS[name]().run.trainer
    session.advance(TRAINING_SECONDS)  # dense at first, then thinned: the state of things after a while
    without.advance(TRAINING_SECONDS)
    rates: dict[str, list[float]] = {"updates_per_second": [], "without_timeline": [], "trainer_alone": []}
    for _ in range(3):
        for one, key in ((session, "updates_per_second"), (without, "without_timeline")):
            first = one.update
            seconds = timed(lambda one=one: one.advance(1.0))
            rates[key].append((one.update - first) / seconds)
        # In chunks of a few milliseconds, as the session makes them.
        chunk, first = max(1, int(rates["updates_per_second"][-1] * 0.004)), alone.update
        begin = time.perf_counter()
        while time.perf_counter() < begin + 1.0:
            alone.run_updates(chunk)
        rates["trainer_alone"].append((alone.update - first) / (time.perf_counter() - begin))
    best = {key: round(max(each)) for key, each in rates.items()}
    recorded = best["updates_per_second"]
    return best | {
        "ratio": round(recorded / best["trainer_alone"], 3),
        "ratio_without_timeline": round(recorded / best["without_timeline"], 3),
    }


def travelling(name: str) -> tuple[dict[str, object], dict[str, object]]:
    """Return what stops of the slider and steps back cost."""
    session = WORKLOADS[name]()
    session.advance(TRAINING_SECONDS)
    session.pause()
    session.snapshot()

    def step_back() -> None:
        session.step_back()
        while session.jobs.busy:
            session.jobs.advance(0.008)
        session.snapshot()

    first = timed(step_back)
    steps = [timed(step_back) for _ in range(STEPS)]
    epochs = session.snapshot().timeline.epochs
    rng = np.random.default_rng(0)
    dragged = np.linspace(0, len(epochs) - 1, STOPS // 2).astype(int)[::-1]
    places = [*dragged, *rng.integers(0, len(epochs), STOPS // 2)]

    def stop(place: int) -> None:
        session.scrub(int(epochs[place]))
        session.snapshot()

    stops = [timed(lambda place=place: stop(place)) for place in places]
    moments: dict[str, object] = {
        "moments": len(epochs),
        "timeline_mib": round(session.timeline.records.n_bytes / 2**20, 1),
    }
    return moments | {"ms": percentiles(stops)}, {"first_ms": round(first * 1e3, 2), "ms": percentiles(steps)}


def measure(updates: int) -> dict[str, object]:
    """Return the figures."""
    figures: dict[str, object] = {
        "long_run": long_run(updates),
        "recording": {name: recording(name) for name in WORKLOADS},
    }
    travels = {name: travelling(name) for name in WORKLOADS}
    figures["scrubbing"] = {name: scrubbing for name, (scrubbing, _) in travels.items()}
    figures["step_back"] = {name: steps for name, (_, steps) in travels.items()}
    return figures


def table(figures: dict[str, object]) -> str:
    """Return the figures as lines."""
    lines = []
    for name, value in figures.items():
        assert isinstance(value, dict)
        lines.append(name)
        lines += [f"  {key:14} {each}" for key, each in value.items()]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--updates", type=int, default=10_000_000, help="of the long run (default 10,000,000)")
    arguments = parser.parse_args()
    figures = measure(arguments.updates)
    print(json.dumps(figures) if arguments.json else table(figures))


if __name__ == "__main__":
    main()
