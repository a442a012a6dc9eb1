"""The mean training cost of every epoch, added up batch by batch as they are made."""

from collections import deque

import numpy as np
from numpy.typing import NDArray

from playground.engine.operations import Array

KEPT_COSTS = 100_000
KEPT_NUMBERS = 1 << 23
"""Of many networks at once so many costs are kept in all: 64 MB."""


class EpochCosts:
    """Adds up the costs of mini-batches to those of epochs.

    Batches are added strictly one after another, so that the result is the same to the last bit however they come in.

    Attributes
    ----------
    completed
        The mean of each completed epoch, of the last 100,000.
    carried
        The sum so far of the epoch under way.
    """

    def __init__(self, n_examples: int) -> None:
        self.n_examples = n_examples
        self.completed: deque[float] = deque(maxlen=KEPT_COSTS)
        self.carried = 0.0

    def add(self, sums: Array, first: int, per_epoch: int) -> None:
        """Add batches.

        Parameters
        ----------
        sums
            `(k,)`: the sum of the costs of each batch's examples.
        first
            The number of the first of them in its epoch.
        per_epoch
            How many batches an epoch has.
        """
        completed, carried = sums_of_epochs(self.carried, sums, first, per_epoch)
        self.carried = float(carried)
        self.completed.extend((completed / self.n_examples).tolist())

    def forget(self, epochs: int, carried: float) -> None:
        """Forget the last completed epochs; `carried` is the sum so far of the one under way then."""
        for _ in range(min(epochs, len(self.completed))):
            self.completed.pop()
        self.carried = carried


class EpochCostsOfMany:
    """The costs of K networks' epochs, added up as those of one; NaN for those that are left out."""

    def __init__(self, n_networks: int, n_examples: int) -> None:
        self.n_examples = n_examples
        # Memory that is not written to yet takes no room.
        self._values = np.empty((max(2, min(KEPT_COSTS, KEPT_NUMBERS // n_networks)), n_networks))
        self._length = 0
        self.left_out: NDArray[np.bool_] = np.zeros(n_networks, bool)
        self.carried: Array | float = 0.0

    @property
    def completed(self) -> Array:
        """The mean of each completed epoch `(K, epochs)`, of the last ones where they are very many; a view."""
        return self._values[: self._length].T

    def add(self, sums: Array, first: int, per_epoch: int) -> None:
        """Add batches: as `EpochCosts.add`, with sums `(K, k)`."""
        sums[self.left_out] = np.nan
        completed, self.carried = sums_of_epochs(self.carried, sums, first, per_epoch)
        half = len(self._values) // 2
        for start in range(0, completed.shape[1], half):
            piece = completed[:, start : start + half].T / self.n_examples
            if self._length + len(piece) > len(self._values):
                self._values[:half] = self._values[self._length - half : self._length].copy()  # the older are forgotten
                self._length = half
            self._values[self._length : self._length + len(piece)] = piece
            self._length += len(piece)


def sums_of_epochs(carried: Array | float, sums: Array, first: int, per_epoch: int) -> tuple[Array, Array]:
    """Return the sums of completed epochs `(…, e)`, and that of the one under way `(…)`.

    Parameters
    ----------
    carried
        `(…)`: the sum so far of the epoch under way; a number where it is the same for all.
    sums, first, per_epoch
        As `EpochCosts.add`: `(…, k)`.
    """
    leading = sums.shape[:-1]
    with np.errstate(all="ignore"):
        head = min(per_epoch - first, sums.shape[-1])
        started = np.empty((*leading, head + 1))
        started[..., 0], started[..., 1:] = carried, sums[..., :head]
        total = np.add.accumulate(started, axis=-1)[..., -1]
        if head < per_epoch - first:
            return sums[..., :0], total
        whole = (sums.shape[-1] - head) // per_epoch
        last = head + whole * per_epoch
        completed = np.empty((*leading, whole + 1))
        completed[..., 0] = total
        epochs = sums[..., head:last].reshape(*leading, whole, per_epoch)
        completed[..., 1:] = np.add.accumulate(epochs, axis=-1)[..., -1]
        rest = sums[..., last:]
        under_way = np.add.accumulate(rest, axis=-1)[..., -1] if rest.shape[-1] else np.zeros(leading)
    return completed, under_way
