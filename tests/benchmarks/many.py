"""The time of one training update of one network among many: the single engine's, and that of stacks of 16, 64 and 256.

    python tests/benchmarks/many.py [--json] [--workload NAME]... [--repeats N]

Then an atlas of 32 by 32 pixels of 200 updates each, and the wall, live, with 64 and with 256 networks, as `wall.py`
measures it, unless single workloads are asked for.

Real training: each network shuffles for itself, and its training cost is recorded. One BLAS thread; the repeats of all
take turns, so that a machine that slows down slows down all; the best repeat counts.
"""

import argparse
import json
import os
from time import perf_counter

os.environ.update(dict.fromkeys(("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS"), "1"))

from engine import LEARNING_RATE, WORKLOADS, Stopwatch, Train, Workload, our_training
from wall import lines as wall_lines
from wall import measure as measure_wall

from playground.engine import Networks, Trainers
from playground.files import read_preset
from playground.training import TrainingSession
from playground.training.commands.many import StartAtlas
from playground.training.many.choices import usual_axis

SECONDS = 0.15
"""About how long one repeat lasts."""
NAMES = ("default", "deep", "wide", "xor")
STACKS = (16, 64, 256)
ATLAS_SECONDS = 1.5
"""What the atlas may take."""
WALLS, WALL_SECONDS = (64, 256), 10.0
TARGETS = {"default": 4.0, "deep": 2.0, "wide": 1.4, "xor": 4.0}
"""How many times the single engine's throughput a stack of 64 is to have."""


def stack_training(workload: Workload, K: int) -> Train:
    """Return the training of a stack of K networks that differ in their seeds."""
    X, Y = workload.data()
    activations = [*[workload.hidden] * (len(workload.sizes) - 2), workload.output]
    networks = Networks(workload.sizes, activations, workload.cost, seeds=range(K), dtype=workload.dtype)
    trainers = Trainers(networks, X, Y, learning_rates=LEARNING_RATE, batch_size=workload.batch_size, seeds=range(K))

    def train(epochs: int) -> object:
        trainers.run_epochs(epochs)
        return trainers.costs

    return train


def measure(workload: Workload, repeats: int) -> dict[str, float]:
    """Return the microseconds for a network and update by the number of networks."""
    watches = {1: Stopwatch(our_training(workload)[0], workload, SECONDS)}
    for K in STACKS:
        watches[K] = Stopwatch(stack_training(workload, K), workload, SECONDS)
    for _ in range(repeats):
        for watch in watches.values():
            watch.repeat()
    return {str(K): 1e6 * watch.best / K for K, watch in watches.items()}


def atlas_seconds(repeats: int) -> float:
    """Return the time of the clock that an atlas takes: 32 rates and 32 seeds of the default network, 200 updates."""
    best = float("inf")
    for _ in range(repeats):
        session = TrainingSession(read_preset("circles"))
        axes = [usual_axis(session.experiment, key) for key in ("training.learning_rate", "network.seed")]
        begin = perf_counter()
        StartAtlas(*axes, 32, 10).apply(session)
        while session.jobs.busy:
            session.jobs.advance(0.008)
        best = min(best, perf_counter() - begin)
    return best


def table(results: dict[str, dict[str, float]]) -> str:
    """Return the figures as text, a row for each workload: µs for a network and update, and 64 against one."""
    columns = [*(f"K = {K}" for K in (1, *STACKS)), "64 : 1", "target"]
    lines = [f"{'µs':10}" + "".join(f"{column:>10}" for column in columns)]
    for name, figures in results.items():
        values = [*figures.values(), figures["1"] / figures["64"], TARGETS[name]]
        lines.append(f"{name:10}" + "".join(f"{value:>10.2f}" for value in values))
    return "\n".join(lines)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Time one training update of one network among many.")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--workload", action="append", choices=NAMES, help="only this one (may be repeated)")
    parser.add_argument("--repeats", type=int, default=5, help="how often each is measured (default: 5)")
    arguments = parser.parse_args()
    results = {name: measure(WORKLOADS[name], arguments.repeats) for name in arguments.workload or NAMES}
    atlas = None if arguments.workload else atlas_seconds(arguments.repeats)
    walls = {str(K): measure_wall(WALL_SECONDS, K) for K in WALLS if not arguments.workload}
    if arguments.json:
        workloads = {name: {"K": figures} for name, figures in results.items()}
        print(json.dumps({"workloads": workloads, "atlas_s": atlas, "wall": walls}))
        return
    print(table(results))
    if atlas is not None:
        print(f"\natlas of 32 × 32 pixels, 200 updates each: {atlas:.2f} s (target {ATLAS_SECONDS})")
    for figures in walls.values():
        print("\n" + wall_lines(figures))


if __name__ == "__main__":
    main()
