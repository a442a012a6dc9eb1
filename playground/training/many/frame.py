"""What there is to see of many networks at once: frozen dataclasses below whatever shows them."""

import json
import math
from collections.abc import Mapping
from typing import Any, Literal, get_args

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from playground.messages import Message
from playground.training.results import Array, FloatArray

ScoreName = Literal["train_cost", "test_cost", "train_accuracy", "test_accuracy"]
QUANTITIES: tuple[ScoreName, ...] = get_args(ScoreName)


class Member(Struct, frozen=True, eq=False):
    """One of many networks: what is its own.

    Attributes
    ----------
    settings
        The varied settings, by their paths in the experiment file; plain values as JSON holds them.
    values
        The same as a person reads them, in the same order.
    seed
        `network.seed`: of the initial weights and the shuffling.
    group
        The number of its combination of settings: members that differ in the seed alone have the same.
    """

    settings: Mapping[str, Any]
    values: tuple[str, ...]
    seed: int
    group: int


class Quantities(Struct, frozen=True, eq=False):
    """Costs and accuracies of K networks, `(K, …)`; NaN where there is no such number, or none any more."""

    train_cost: FloatArray
    test_cost: FloatArray
    train_accuracy: FloatArray
    test_accuracy: FloatArray

    @property
    def named(self) -> Mapping[ScoreName, FloatArray]:
        """All of them, in the order of `QUANTITIES`."""
        return {
            "train_cost": self.train_cost,
            "test_cost": self.test_cost,
            "train_accuracy": self.train_accuracy,
            "test_accuracy": self.test_accuracy,
        }


class ManyCurves(Quantities, frozen=True, eq=False):
    """The quantities `(K, E)` at recorded epochs, `(E,)`."""

    epochs: FloatArray


class Group(Struct, frozen=True, eq=False):
    """How the networks of one combination of settings are doing, over their seeds.

    Attributes
    ----------
    mean, std
        Of the score of those that did not diverge; the deviation of a sample; None where there are too few.
    best, worst
        The numbers of the members; None where all diverged.
    """

    settings: Mapping[str, Any]
    values: tuple[str, ...]
    members: tuple[int, ...]
    mean: float | None
    std: float | None
    best: int | None
    worst: int | None
    diverged: int
    solved: int


class ManyFrame(Quantities, frozen=True, eq=False):
    """Many networks at a moment, with their last quantities `(K,)`; everything in it is a frozen copy.

    Attributes
    ----------
    keys, labels
        The paths of the settings that vary, and what they are called (texts of tables: to be translated).
    members
        K of them, in the order of the grid: the seed varies fastest, the first setting slowest.
    groups
        In the order of their first members.
    epoch
        The epoch that those are in which go on.
    done
        Whether none goes on: each has come to its last epoch, was stopped by a rule of its experiment, or diverged.
    epochs
        `(K,)`: how many epochs each has completed.
    diverged, frozen
        `(K,)`: whose numbers stopped being finite, and which do not go on, for whatever reason.
    score_name
        What `score` holds: accuracy for classes, cost for numbers; of test examples where there are any.
    score
        `(K,)`: the last one recorded.
    curves
        The recorded epochs so far.
    outputs
        What each network answers on a small grid over the data's first two inputs, `(n_L, rows, columns)` float32, rows
        from the low end upwards; over a single input `(n_L, columns)`. In the unit of the data. None where they were
        not asked for, or the inputs are pixels.
    domain
        Low and high end of each of the grid's axes.
    best, typical, worst
        The numbers of three members by score; None where all diverged.
    sentences
        What the experiment shows so far, and how sure one can be of it.
    seconds, updates
        The time of the clock spent training, and the updates of all networks together.
    """

    keys: tuple[str, ...]
    labels: tuple[str, ...]
    members: tuple[Member, ...]
    groups: tuple[Group, ...]
    epoch: int
    done: bool
    epochs: NDArray[np.intp]
    diverged: NDArray[np.bool_]
    frozen: NDArray[np.bool_]
    score_name: ScoreName
    score: FloatArray
    curves: ManyCurves
    outputs: tuple[Array, ...] | None
    domain: tuple[tuple[float, float], ...]
    best: int | None
    typical: int | None
    worst: int | None
    sentences: tuple[Message, ...]
    seconds: float
    updates: int

    @property
    def updates_per_second(self) -> float:
        return self.updates / self.seconds if self.seconds > 0 else 0.0


def table_of(frame: ManyFrame) -> Mapping[str, list[float | int | str | None]]:
    """Return the table by column; settings as ``--set`` takes them."""
    columns: dict[str, list[float | int | str | None]] = {
        key: [typed(member.settings[key]) for member in frame.members] for key in frame.keys
    }
    columns["seed"] = [member.seed for member in frame.members]
    columns["epochs"] = frame.epochs.tolist()
    for name, values in frame.named.items():
        columns[name] = [None if math.isnan(value) else value for value in values.tolist()]
    columns["diverged"] = frame.diverged.astype(int).tolist()
    return columns


def typed(value: Any) -> str:
    """Return a value as ``--set`` takes it."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, separators=(",", ":"))
