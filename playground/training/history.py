"""The history of a run: a point for every epoch at first, bounded memory however long it goes on."""

from collections.abc import Sequence

import numpy as np

from playground.training.snapshot import Array, Curves

CAPACITY = 1000
FIXED_COLUMNS = 6


class History:
    """Points at evenly spaced epochs, and the last one.

    When the store is full, every second point goes and from then on every second epoch is recorded: the curve keeps its
    shape, and its memory stays. A point between those epochs stays until the next one comes.

    Parameters
    ----------
    n_layers
        L: how many gradient norms a point has.
    """

    def __init__(self, n_layers: int) -> None:
        self._values: Array = np.full((FIXED_COLUMNS + n_layers, CAPACITY), np.nan)
        self._count = 0
        self.stride = 1
        self._curves: Curves | None = None

    def __len__(self) -> int:
        """How many points there are."""
        return self._count

    @property
    def last_epoch(self) -> int | None:
        """The epoch of the last point."""
        return int(self._values[0, self._count - 1]) if self._count else None

    def next_due(self, epoch: int) -> int:
        """Return the first epoch after `epoch` that wants a point."""
        return (epoch // self.stride + 1) * self.stride

    def record(
        self,
        epoch: int,
        *,
        train_cost: float,
        test_cost: float | None,
        penalty: float,
        train_accuracy: float | None,
        test_accuracy: float | None,
        gradient_norms: Sequence[float] | None,
    ) -> None:
        """Add a point; one for the epoch of the last point replaces it."""
        last = self.last_epoch
        if last is not None and (last == epoch or last % self.stride):
            self._count -= 1
        while self._count == CAPACITY:
            self._thin()
        point = [epoch, train_cost, test_cost, penalty, train_accuracy, test_accuracy, *(gradient_norms or ())]
        column = self._values[:, self._count]
        column.fill(np.nan)
        column[: len(point)] = [np.nan if value is None else value for value in point]
        self._count += 1
        self._curves = None

    def forget_gradient(self) -> None:
        """Let the last point have no gradient norms: the parameters were changed by something else than an update."""
        self._values[FIXED_COLUMNS:, self._count - 1] = np.nan
        self._curves = None

    def curves(self) -> Curves:
        """Return a frozen copy of all points; the same object until a point is added."""
        if self._curves is None:
            values = self._values[:, : self._count].copy()
            values.flags.writeable = False
            epochs, train, test, penalty, train_accuracy, test_accuracy = values[:FIXED_COLUMNS]
            norms = values[FIXED_COLUMNS:]
            self._curves = Curves(epochs, train, test, penalty, train_accuracy, test_accuracy, norms)
        return self._curves

    @property
    def n_bytes(self) -> int:
        """The memory it takes."""
        return self._values.nbytes

    def copy(self, n_layers: int | None = None) -> "History":
        """Return an independent copy.

        Parameters
        ----------
        n_layers
            For a network of so many layers; the gradient norms of another number of them stay behind.
        """
        layers = self._values.shape[0] - FIXED_COLUMNS
        other = History(layers if n_layers is None else n_layers)
        rows = len(self._values) if n_layers in {None, layers} else FIXED_COLUMNS
        other._values[:rows] = self._values[:rows]
        other._count, other.stride = self._count, self.stride
        return other

    def _thin(self) -> None:
        self.stride *= 2
        kept = np.flatnonzero(self._values[0, : self._count] % self.stride == 0)
        self._values[:, : kept.size] = self._values[:, kept]
        self._count = kept.size
