"""Where training has been: parameters at evenly spaced epochs, in bounded memory however long it goes on."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from playground.engine.operations import Array

CAPACITY = 240
MOST_BYTES = 4_000_000
FEWEST = 16
"""A network so large that not even this many moments fit keeps none: so short a path would say nothing."""


class Trajectory:
    """Copies of the parameters, thinned as the history is.

    When there is no more room every second moment goes, and from then on every second epoch is kept: the path keeps its
    shape and its first point. Moments are never changed, so that copies share them.
    """

    def __init__(self) -> None:
        self._epochs: list[int] = []
        self._moments: list[Array] = []
        self.stride = 1

    @classmethod
    def of(cls, epochs: Sequence[int], moments: Sequence[Array], stride: int) -> "Trajectory":
        path = cls()
        path._epochs, path._moments, path.stride = list(epochs), list(moments), stride
        return path

    def __len__(self) -> int:
        return len(self._moments)

    @staticmethod
    def capacity(parameters: Array) -> int:
        """Return how many moments of such parameters are kept; 0 for a network that is too large."""
        fitting = min(CAPACITY, MOST_BYTES // max(parameters.nbytes, 1))
        return fitting if fitting >= FEWEST else 0

    @property
    def epochs(self) -> tuple[int, ...]:
        return tuple(self._epochs)

    @property
    def moments(self) -> tuple[Array, ...]:
        """The parameters at those epochs, read-only; copies of a path share them."""
        return tuple(self._moments)

    @property
    def n_bytes(self) -> int:
        """The memory it takes, most of which copies share."""
        return sum(moment.nbytes for moment in self._moments)

    def record(self, epoch: int, parameters: Array) -> None:
        """Add a moment; one for the epoch of the last moment replaces it, and so does one after an uneven epoch.

        Parameters that are read-only are kept as they are, others are copied.
        """
        capacity = self.capacity(parameters)
        if not capacity or not np.isfinite(parameters).all():
            return
        if self._epochs and (self._epochs[-1] >= epoch or self._since_first(-1) % self.stride):
            self._drop_last()
        while len(self._epochs) >= capacity:
            self._thin()
        moment = parameters
        if moment.flags.writeable:
            moment = moment.copy()
            moment.flags.writeable = False
        self._epochs.append(epoch)
        self._moments.append(moment)

    def restart(self, epoch: int, parameters: Array) -> None:
        """Begin a new path: somebody has moved the parameters by hand."""
        self._epochs, self._moments, self.stride = [], [], 1
        self.record(epoch, parameters)

    def path(self) -> NDArray[np.float64]:
        """Return all moments as rows, `(t, P)`."""
        return np.array(self._moments, np.float64)

    def copy(self) -> "Trajectory":
        """Return an independent path with the same moments."""
        return self.of(self._epochs, self._moments, self.stride)

    def _since_first(self, index: int) -> int:
        return self._epochs[index] - self._epochs[0]

    def _drop_last(self) -> None:
        del self._epochs[-1], self._moments[-1]

    def _thin(self) -> None:
        self.stride *= 2
        kept = [index for index in range(len(self._epochs)) if self._since_first(index) % self.stride == 0]
        self._epochs = [self._epochs[index] for index in kept]
        self._moments = [self._moments[index] for index in kept]
