"""The mean training cost of every epoch, added up batch by batch as they are made."""

from collections import deque

import numpy as np

from playground.engine.operations import Array

KEPT_COSTS = 100_000


class EpochCosts:
    """Adds up the costs of mini-batches to those of epochs.

    Batches are added strictly one after another, so that the result is the same to the last bit however they come in.

    Parameters
    ----------
    n_examples
        In an epoch.

    Attributes
    ----------
    completed
        The mean of each completed epoch, of the last 100,000.
    carried
        The sum so far of the epoch under way.
    """

    def __init__(self, n_examples: int) -> None:
        self._n_examples = n_examples
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
        with np.errstate(all="ignore"):
            head = sums[: per_epoch - first]
            total = float(np.add.accumulate([self.carried, *head.tolist()])[-1])
            if len(head) < per_epoch - first:
                self.carried = total
                return
            whole = (len(sums) - len(head)) // per_epoch
            last = len(head) + whole * per_epoch
            epochs = np.add.accumulate(sums[len(head) : last].reshape(whole, per_epoch), axis=1)[:, -1]
            self.completed.append(total / self._n_examples)
            self.completed.extend((epochs / self._n_examples).tolist())
            rest = np.add.accumulate(sums[last:])
        self.carried = float(rest[-1]) if rest.size else 0.0

    def forget(self, epochs: int, carried: float) -> None:
        """Forget the last completed epochs; `carried` is the sum so far of the one under way then."""
        for _ in range(min(epochs, len(self.completed))):
            self.completed.pop()
        self.carried = carried
