"""Costs and accuracies of many networks at recorded epochs, in bounded memory."""

import numpy as np
from numpy.typing import NDArray

from playground.training.many.frame import ManyCurves
from playground.training.results import FloatArray

CAPACITY = 1000
"""As many as the history of a run has, so that a stop rule looks at the same epochs."""
QUANTITIES = ("train_cost", "test_cost", "train_accuracy", "test_accuracy")


class Record:
    """Points at evenly spaced epochs, and the last one; when it is full, every second point goes.

    Parameters
    ----------
    n_networks
        K.
    stride
        Every how many epochs a point is wanted at first.

    Attributes
    ----------
    stride
        Every how many epochs a point is wanted now.
    last
        `(4, K)`: each network's last cost on training and test examples and last accuracies, NaN where there is none.
    """

    def __init__(self, n_networks: int, stride: int) -> None:
        self.stride = stride
        self.last: FloatArray = np.full((len(QUANTITIES), n_networks), np.nan)
        self._values: FloatArray = np.empty((CAPACITY, len(QUANTITIES), n_networks))
        self._epochs: FloatArray = np.empty(CAPACITY)
        self._count = 0

    def __len__(self) -> int:
        """How many points there are."""
        return self._count

    def next_due(self, epoch: int) -> int:
        """Return the first epoch after `epoch` that wants a point."""
        return (epoch // self.stride + 1) * self.stride

    def add(self, epoch: int, values: FloatArray, members: NDArray[np.bool_]) -> None:
        """Add the point of an epoch: values `(4, K)` of some of the networks, `(K,)`."""
        self.last[:, members] = values[:, members]
        if self._count and self._epochs[self._count - 1] % self.stride:
            self._count -= 1
        if self._count == CAPACITY:
            self._thin()
        self._values[self._count] = np.where(members, values, np.nan)
        self._epochs[self._count] = epoch
        self._count += 1

    def of(self, name: str) -> FloatArray:
        """Return the last values `(K,)` of one of the `QUANTITIES`."""
        values: FloatArray = self.last[QUANTITIES.index(name)]
        return values

    def curves(self) -> ManyCurves:
        """Return a frozen copy of all points."""
        epochs, values = self._epochs[: self._count].copy(), self._values[: self._count].transpose(1, 2, 0).copy()
        epochs.flags.writeable = values.flags.writeable = False
        return ManyCurves(epochs, *values)

    def _thin(self) -> None:
        self.stride *= 2
        kept = np.flatnonzero(self._epochs[: self._count] % self.stride == 0)
        self._values[: kept.size] = self._values[kept]
        self._epochs[: kept.size] = self._epochs[kept]
        self._count = kept.size
