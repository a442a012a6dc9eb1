"""Costs and accuracies of many networks at recorded epochs, in bounded memory, and what a file keeps of them.

Weights are not kept: the networks are trained again from their seeds when one is wanted or all are to go on, to the
last bit what they were at the end of their last whole epoch.
"""

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from playground.data import Dataset
from playground.training.errors import TrainingError
from playground.training.many.frame import QUANTITIES, ManyCurves, ManyFrame
from playground.training.many.variations import Plan
from playground.training.results import Array, FloatArray

POINTS = 128
"""At least half as many are there later on: scores take as long as some updates, and a small curve shows no more."""


def stride_after(epochs: int) -> int:
    """Return every how many epochs a `Record` that began with all of them has a point after so many."""
    stride = 1
    while epochs > (POINTS - 1) * stride:
        stride *= 2
    return stride


class Record:
    """Points at evenly spaced epochs, and the last one; when it is full, every second point goes.

    `stride`: every how many epochs a point is wanted at first.

    Attributes
    ----------
    stride
        Every how many epochs a point is wanted now.
    last
        `(4, K)`: each network's last cost on training and test examples and last accuracies, NaN where there is none.
    """

    def __init__(self, n_networks: int, stride: int, capacity: int = POINTS) -> None:
        self.stride = stride
        self.last: FloatArray = np.full((len(QUANTITIES), n_networks), np.nan)
        self._values: FloatArray = np.empty((capacity, len(QUANTITIES), n_networks))
        self._epochs: FloatArray = np.empty(capacity)
        self._count = 0
        self._curves: ManyCurves | None = None

    def __len__(self) -> int:
        return self._count

    def next_due(self, epoch: int) -> int:
        """Return the first epoch after `epoch` that wants a point."""
        return (epoch // self.stride + 1) * self.stride

    def add(self, epoch: int, values: FloatArray, members: NDArray[np.bool_]) -> None:
        """Add the point of an epoch: values `(4, K)` of some of the networks, `(K,)`."""
        self.last[:, members] = values[:, members]
        if self._count and self._epochs[self._count - 1] % self.stride:
            self._count -= 1
        if self._count == len(self._epochs):
            self._thin()
        self._values[self._count] = np.where(members, values, np.nan)
        self._epochs[self._count] = epoch
        self._count += 1
        self._curves = None

    def of(self, name: str) -> FloatArray:
        """Return the last values `(K,)` of one of the `QUANTITIES`."""
        values: FloatArray = self.last[QUANTITIES.index(name)]
        return values

    def curves(self) -> ManyCurves:
        """Return a frozen copy of all points; the same object until a point is added."""
        if self._curves is None:
            epochs, values = self._epochs[: self._count].copy(), self._values[: self._count].transpose(1, 2, 0).copy()
            epochs.flags.writeable = values.flags.writeable = False
            self._curves = ManyCurves(epochs=epochs, **dict(zip(QUANTITIES, values, strict=True)))
        return self._curves

    def restore(self, curves: ManyCurves, last: FloatArray) -> None:
        self.last[:] = last
        self._count, self._curves = len(curves.epochs), curves

    def _thin(self) -> None:
        self.stride *= 2
        kept = np.flatnonzero(self._epochs[: self._count] % self.stride == 0)
        self._values[: kept.size] = self._values[kept]
        self._epochs[: kept.size] = self._epochs[kept]
        self._count = kept.size


MOST_POINTS = max(POINTS, 10_000)


class Kept(Struct, frozen=True, eq=False):
    """An experiment over settings, and how it stands.

    Attributes
    ----------
    plan, goal, dataset
        What was asked for: what varies, how many epochs, on which data.
    last
        `(4, K)`: each network's last cost on training and test examples and last accuracies.
    epochs, diverged
        `(K,)`: how many epochs each has completed, and whether its numbers stopped being finite.
    outputs
        As of a `ManyFrame`.
    seconds, updates
        The time of the clock spent training, and the updates of all networks together.
    """

    plan: Plan
    goal: int
    dataset: Dataset
    last: FloatArray
    epochs: NDArray[np.intp]
    diverged: NDArray[np.bool_]
    curves: ManyCurves
    outputs: tuple[Array, ...] | None
    seconds: float
    updates: int

    @classmethod
    def of(cls, plan: Plan, goal: int, dataset: Dataset, frame: ManyFrame) -> "Kept":
        last = np.stack([*frame.named.values()])
        return cls(
            plan,
            goal,
            dataset,
            last,
            frame.epochs,
            frame.diverged,
            frame.curves,
            frame.outputs,
            frame.seconds,
            frame.updates,
        )

    @property
    def done(self) -> bool:
        """Whether none goes on: those that could are in the epoch that was asked for."""
        return bool((self.diverged | (self.epochs < self.epochs.max()) | (self.epochs >= self.goal)).all())

    def check(self) -> None:
        """Check that everything is there for every network.

        Raises `TrainingError` if it is not.
        """
        count, points = self.plan.count, len(self.curves.epochs)
        fits = (
            self.last.shape == (len(QUANTITIES), count)
            and self.epochs.shape == self.diverged.shape == (count,)
            and all(values.shape == (count, points) for values in self.curves.named.values())
            and points <= MOST_POINTS
            and (self.epochs >= 0).all()
            and (self.epochs <= self.goal).all()
            and (self.outputs is None or len(self.outputs) == count)
        )
        if not fits:
            raise TrainingError("the networks on the wall")
