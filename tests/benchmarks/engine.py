"""The time of one training update: this engine's, PyTorch's (eager) and scikit-learn's, measured in one run.

    python tests/benchmarks/engine.py [--json] [--workload NAME]... [--repeats N]

Everyone trains for real: shuffled mini-batches, plain gradient descent, the training cost recorded. One BLAS thread,
the same number format for all, the repeats of all taking turns so that a machine that slows down slows down all; the
best repeat counts. PyTorch and scikit-learn are no dependency of the program: where one is missing, its columns are
empty.

Where a peer has no exact counterpart it gets the cheaper one: PyTorch the built-in `MSELoss` for the half squared
error, scikit-learn's regressor a linear output layer in place of tanh.
"""

import argparse
import json
import os
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from time import perf_counter
from typing import Any

os.environ.update(dict.fromkeys(("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS"), "1"))

import numpy as np

from playground.engine import Network, Trainer

LEARNING_RATE = 0.03
OUR_SECONDS, PEER_SECONDS = 0.15, 0.25
"""About how long one repeat lasts."""


@dataclass(frozen=True)
class Workload:
    """One network on one set of examples; softmax outputs are classes, tanh outputs are −1 or 1."""

    name: str
    sizes: tuple[int, ...]
    hidden: str
    batch_size: int
    n_examples: int
    output: str = "tanh"
    cost: str = "half_squared_error"
    dtype: str = "float64"

    @property
    def batches_per_epoch(self) -> int:
        return -(-self.n_examples // self.batch_size)

    def data(self) -> tuple[np.ndarray, np.ndarray]:
        """Return inputs `(n_0, m)` in 0 … 1 and targets `(n_L, m)`: which of some random centres is nearest."""
        rng = np.random.default_rng(0)
        X = rng.random((self.sizes[0], self.n_examples))
        centres = rng.random((self.sizes[0], max(2, self.sizes[-1])))
        nearest = np.square(X[:, None, :] - centres[:, :, None]).sum(axis=0).argmin(axis=0)
        Y = np.eye(self.sizes[-1])[nearest].T if self.output == "softmax" else 2.0 * nearest[None, :] - 1
        return X.astype(self.dtype), Y.astype(self.dtype)


WORKLOADS = {
    workload.name: workload
    for workload in (
        Workload("default", (2, 4, 2, 1), "tanh", 10, 250),
        Workload("deep", (2, 8, 8, 8, 8, 8, 8, 1), "tanh", 10, 250),
        Workload("wide", (2, 8, 8, 1), "relu", 30, 250),
        Workload("xor", (2, 2, 1), "tanh", 4, 4),
        Workload("digits", (64, 32, 10), "relu", 32, 1797, "softmax", "cross_entropy"),
        Workload("mnist", (784, 50, 10), "relu", 100, 6000, "softmax", "cross_entropy", "float32"),
    )
}

Train = Callable[[int], object]
"""Train for so many more epochs."""


def our_training(workload: Workload) -> tuple[Train, int]:
    """Return this engine's training and its operations per update."""
    X, Y = workload.data()
    activations = [*[workload.hidden] * (len(workload.sizes) - 2), workload.output]
    network = Network(workload.sizes, activations, workload.cost, dtype=workload.dtype)
    trainer = Trainer(network, X, Y, learning_rate=LEARNING_RATE, batch_size=workload.batch_size)

    def train(epochs: int) -> list[float]:
        trainer.run_epochs(epochs)
        return list(trainer.costs)

    return train, trainer.operations_per_update


def pytorch_training(workload: Workload) -> Train | None:
    """Return PyTorch's training, eager, or None where it is not installed."""
    try:
        import torch
        from torch import nn
    except ImportError:
        return None
    torch.set_num_threads(1)
    torch.manual_seed(0)
    X, Y = (torch.from_numpy(np.ascontiguousarray(array.T)) for array in workload.data())
    classes = workload.output == "softmax"
    if classes:
        Y = Y.argmax(dim=1)
    activation = {"tanh": nn.Tanh, "relu": nn.ReLU}[workload.hidden]
    layers: list[Any] = []
    for n_in, n_out in pairwise(workload.sizes):
        layers += [nn.Linear(n_in, n_out), activation()]
    layers[-1:] = [] if classes else [nn.Tanh()]
    model = nn.Sequential(*layers).to(X.dtype)
    cost_function = nn.CrossEntropyLoss() if classes else nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=LEARNING_RATE)
    costs = []

    def train(epochs: int) -> list[float]:
        m = len(X)
        for _ in range(epochs):
            order, total = torch.randperm(m), 0.0
            for batch in order.split(workload.batch_size):
                cost = cost_function(model(X[batch]), Y[batch])
                optimizer.zero_grad()
                cost.backward()
                optimizer.step()
                total += cost.item() * len(batch)
            costs.append(total / m)
        return costs

    return train


def sklearn_training(workload: Workload) -> Train | None:
    """Return scikit-learn's training, or None where it is not installed."""
    try:
        from sklearn.neural_network import MLPClassifier, MLPRegressor
    except ImportError:
        return None
    X, Y = (np.ascontiguousarray(array.T) for array in workload.data())
    classes = workload.output == "softmax"
    model = (MLPClassifier if classes else MLPRegressor)(
        hidden_layer_sizes=workload.sizes[1:-1],
        activation=workload.hidden,
        solver="sgd",
        alpha=0.0,
        momentum=0.0,
        nesterovs_momentum=False,
        batch_size=workload.batch_size,
        learning_rate_init=LEARNING_RATE,
        tol=0.0,
        n_iter_no_change=10**9,
        random_state=0,
    )
    targets = Y.argmax(axis=1) if classes else Y[:, 0]

    def train(epochs: int) -> list[float]:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it says that it has not converged: it was not meant to
            model.set_params(max_iter=epochs).fit(X, targets)
        return model.loss_curve_

    return train


class Stopwatch:
    """The best time of one update over all repeats of one contestant."""

    def __init__(self, train: Train, workload: Workload, seconds: float) -> None:
        self._train, self._batches = train, workload.batches_per_epoch
        self.best = self._seconds_per_update(1)
        self._epochs = 1
        while self._epochs * self._batches * self.best < seconds:
            self._epochs = max(self._epochs + 1, round(seconds / (self._batches * self.best)))
            self.best = min(self.best, self._seconds_per_update(self._epochs))

    def repeat(self) -> None:
        """Measure once more."""
        self.best = min(self.best, self._seconds_per_update(self._epochs))

    def _seconds_per_update(self, epochs: int) -> float:
        start = perf_counter()
        self._train(epochs)
        return (perf_counter() - start) / (epochs * self._batches)


def seconds_per_small_call() -> float:
    """Return the cost of one small numpy call: products and elementwise calls by turns, as in an update."""
    W, A, Z = np.full((4, 4), 0.1), np.full((4, 10), 0.1), np.zeros((4, 10))
    operations = [partial(W.dot, A, Z), partial(np.multiply, A, A, Z)] * 10_000
    start = perf_counter()
    for operation in operations:
        operation()
    return (perf_counter() - start) / len(operations)


def measure(workload: Workload, repeats: int) -> dict[str, float | int | None]:
    """Return the figures of one workload."""
    ours, operations = our_training(workload)
    contestants = {
        "ours": Stopwatch(ours, workload, OUR_SECONDS),
        "pytorch": None,
        "sklearn": None,
    }
    for name, train in (("pytorch", pytorch_training(workload)), ("sklearn", sklearn_training(workload))):
        contestants[name] = None if train is None else Stopwatch(train, workload, PEER_SECONDS)
    small_call = seconds_per_small_call()
    for _ in range(repeats):
        for stopwatch in contestants.values():
            if stopwatch is not None:
                stopwatch.repeat()
        small_call = min(small_call, seconds_per_small_call())
    microseconds = {name: None if watch is None else 1e6 * watch.best for name, watch in contestants.items()}
    our_time = microseconds["ours"]
    return {
        "us_per_update": our_time,
        "operations": operations,
        "dispatch_floor_us": 1e6 * small_call * operations,
        "pytorch_us": microseconds["pytorch"],
        "sklearn_us": microseconds["sklearn"],
        "pytorch_ratio": microseconds["pytorch"] and microseconds["pytorch"] / our_time,
        "sklearn_ratio": microseconds["sklearn"] and microseconds["sklearn"] / our_time,
    }


def table(results: dict[str, dict[str, float | int | None]]) -> str:
    """Return the figures as text, a row for each workload."""
    columns = ("µs/update", "operations", "floor µs", "× floor", "PyTorch µs", "sklearn µs", "× PyTorch", "× sklearn")
    lines = [f"{'workload':10}" + "".join(f"{column:>12}" for column in columns)]
    for name, figures in results.items():
        values = [
            figures["us_per_update"],
            figures["operations"],
            figures["dispatch_floor_us"],
            figures["us_per_update"] / figures["dispatch_floor_us"],
            figures["pytorch_us"],
            figures["sklearn_us"],
            figures["pytorch_ratio"],
            figures["sklearn_ratio"],
        ]
        cells = ("–" if value is None else f"{value}" if isinstance(value, int) else f"{value:.2f}" for value in values)
        lines.append(f"{name:10}" + "".join(f"{cell:>12}" for cell in cells))
    return "\n".join(lines)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Time one training update of this engine and of its peers.")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--workload", action="append", choices=WORKLOADS, help="only this one (may be repeated)")
    parser.add_argument("--repeats", type=int, default=7, help="how often each is measured (default: 7)")
    arguments = parser.parse_args()
    names = arguments.workload or list(WORKLOADS)
    results = {name: measure(WORKLOADS[name], arguments.repeats) for name in names}
    print(json.dumps({"workloads": results}) if arguments.json else table(results))


if __name__ == "__main__":
    main()
