"""The history of a run: a point for every epoch at first, bounded memory however long it goes on."""

from collections.abc import Sequence

import numpy as np

from playground.training.snapshot import Array, Curves

CAPACITY = 1000
FIXED_COLUMNS = 6
LAYER_QUANTITIES = 4
"""Of each layer: its gradient norm, and the three quantities of its health."""


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
        self._n_layers = n_layers
        self._values: Array = np.full((FIXED_COLUMNS + LAYER_QUANTITIES * n_layers, CAPACITY), np.nan)
        self._count = 0
        self.stride = 1
        self._curves: Curves | None = None
        self._health: Array = self._values[:0]

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
        health: Array | None = None,
    ) -> None:
        """Add a point; one for the epoch of the last point replaces it.

        `health` is `(3, L)`: update ratio, saturated and dead units of each layer, see `training.health`.
        """
        last = self.last_epoch
        if last is not None and (last == epoch or last % self.stride):
            self._count -= 1
        while self._count == CAPACITY:
            self._thin()
        point = [epoch, train_cost, test_cost, penalty, train_accuracy, test_accuracy, *(gradient_norms or ())]
        column = self._values[:, self._count]
        column.fill(np.nan)
        column[: len(point)] = [np.nan if value is None else value for value in point]
        if health is not None:
            column[FIXED_COLUMNS + self._n_layers :] = health.ravel()
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
            norms = values[FIXED_COLUMNS : FIXED_COLUMNS + self._n_layers]
            self._health = values[FIXED_COLUMNS + self._n_layers :].reshape(
                LAYER_QUANTITIES - 1, self._n_layers, self._count
            )
            self._curves = Curves(epochs, train, test, penalty, train_accuracy, test_accuracy, norms)
        return self._curves

    def health(self) -> Array:
        """Return the quantities of health `(3, L, k)` at the same points, frozen."""
        self.curves()
        return self._health

    @property
    def n_bytes(self) -> int:
        """The memory it takes."""
        return self._values.nbytes

    def copy(self, n_layers: int | None = None) -> "History":
        """Return an independent copy.

        Parameters
        ----------
        n_layers
            For a network of so many layers; what is kept by layer stays behind where there were others.
        """
        layers = self._n_layers if n_layers is None else n_layers
        other = History(layers)
        rows = len(self._values) if layers == self._n_layers else FIXED_COLUMNS
        other._values[:rows] = self._values[:rows]
        other._count, other.stride = self._count, self.stride
        return other

    def _thin(self) -> None:
        self.stride *= 2
        kept = np.flatnonzero(self._values[0, : self._count] % self.stride == 0)
        self._values[:, : kept.size] = self._values[:, kept]
        self._count = kept.size
