"""The history of a run: a point for every epoch at first, bounded memory however long it goes on."""

from collections.abc import Sequence

import numpy as np

from playground.training.results import Array, Curves, FloatArray

CAPACITY = 1000
LEAST_ROOM = 32
FIXED_COLUMNS = 6
LAYER_QUANTITIES = 4
"""Of each layer: its gradient norm, and the three quantities of its health."""
"""The columns of a history as a table, beside the epoch."""


class History:
    """Points at evenly spaced epochs, and the last one.

    When the store is full, every second point goes and from then on every second epoch is recorded: the curve keeps its
    shape, and its memory stays. A point between those epochs stays until the next one comes.

    `n_layers`: L: how many gradient norms a point has.

    `stride`: every how many epochs a point is wanted.
    """

    def __init__(self, n_layers: int) -> None:
        self.n_layers = n_layers
        self._values: FloatArray = np.full((FIXED_COLUMNS + LAYER_QUANTITIES * n_layers, LEAST_ROOM), np.nan)
        self._count = 0
        self.stride = 1
        self._curves: Curves | None = None
        self._health: Array = self._values[:0]

    @classmethod
    def of(cls, n_layers: int, points: FloatArray, stride: int) -> "History":
        """Return a history with the points `(6 + 4L, k)` and the stride of another."""
        history = cls(n_layers)
        history._reserve(points.shape[1])
        history._values[:, : points.shape[1]] = points
        history._count, history.stride = points.shape[1], stride
        return history

    def __len__(self) -> int:
        return self._count

    @property
    def points(self) -> FloatArray:
        """A copy of all points, `(6 + 4L, k)`: one point per column, its epoch first."""
        return self._values[:, : self._count].copy()

    @property
    def last_point(self) -> FloatArray:
        """A frozen copy of the last point, `(6 + 4L,)`, its epoch first; there must be one."""
        point = self._values[:, self._count - 1].copy()
        point.flags.writeable = False
        return point

    @property
    def last_epoch(self) -> int | None:
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
        self._reserve(self._count + 1)
        point = [epoch, train_cost, test_cost, penalty, train_accuracy, test_accuracy, *(gradient_norms or ())]
        column = self._values[:, self._count]
        column.fill(np.nan)
        column[: len(point)] = [np.nan if value is None else value for value in point]
        if health is not None:
            column[FIXED_COLUMNS + self.n_layers :] = health.ravel()
        self._count += 1
        self._curves = None

    def forget_gradient(self) -> None:
        """Let the last point have no gradient norms: the parameters were changed by something else than an update."""
        self._values[FIXED_COLUMNS:, self._count - 1] = np.nan
        self._curves = None

    def curves(self) -> Curves:
        """Return a frozen copy of all points; the same object until a point is added."""
        if self._curves is None:
            values = self.points
            values.flags.writeable = False
            epochs, train, test, penalty, train_accuracy, test_accuracy = values[:FIXED_COLUMNS]
            norms = values[FIXED_COLUMNS : FIXED_COLUMNS + self.n_layers]
            self._health = values[FIXED_COLUMNS + self.n_layers :].reshape(
                LAYER_QUANTITIES - 1, self.n_layers, self._count
            )
            self._curves = Curves(epochs, train, test, penalty, train_accuracy, test_accuracy, norms)
        return self._curves

    def health(self) -> Array:
        """Return the quantities of health `(3, L, k)` at the same points, frozen."""
        self.curves()
        return self._health

    @property
    def n_bytes(self) -> int:
        return self._values.nbytes

    def copy(self, n_layers: int | None = None) -> "History":
        """Return an independent copy.

        `n_layers`: for a network of so many layers; what is kept by layer stays behind where there were others.
        """
        if n_layers is None or n_layers == self.n_layers:
            return self.of(self.n_layers, self._values[:, : self._count], self.stride)
        points = np.full((FIXED_COLUMNS + LAYER_QUANTITIES * n_layers, self._count), np.nan)
        points[:FIXED_COLUMNS] = self._values[:FIXED_COLUMNS, : self._count]
        return self.of(n_layers, points, self.stride)

    def rewound(self, point: FloatArray, last_epoch: int) -> "History":
        """Return the history as it was at an earlier moment.

        Parameters
        ----------
        point
            `(6 + 4L,)`: one of its points, as it was then.
        last_epoch
            The epoch of its last point then, that of `point` or a later one.
        """
        values = self._values[:, : self._count]
        earlier, later = values[0] < point[0], (values[0] > point[0]) & (values[0] <= last_epoch)
        points = np.concatenate([values[:, earlier], point[:, None], values[:, later]], axis=1)
        return self.of(self.n_layers, points, self.stride)

    def _reserve(self, count: int) -> None:
        """Make room for so many points."""
        room = self._values.shape[1]
        if count > room:
            values = np.full((len(self._values), min(max(2 * room, count), max(CAPACITY, count))), np.nan)
            values[:, : self._count] = self._values[:, : self._count]
            self._values = values

    def _thin(self) -> None:
        self.stride *= 2
        kept = np.flatnonzero(self._values[0, : self._count] % self.stride == 0)
        self._values[:, : kept.size] = self._values[:, kept]
        self._count = kept.size


def history_table(curves: Curves) -> dict[str, list[float | int | str | None]]:
    """Return the history by column, the epoch first; None where there is no such number."""
    table: dict[str, list[float | int | str | None]] = {"epoch": [int(epoch) for epoch in curves.epochs]}
    columns = {
        "train_cost": curves.train_cost,
        "test_cost": curves.test_cost,
        "penalty": curves.penalty,
        "train_accuracy": curves.train_accuracy,
        "test_accuracy": curves.test_accuracy,
    }
    for name, values in columns.items():
        table[name] = [value if value == value else None for value in values.tolist()]
    return table
