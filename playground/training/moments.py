"""Moments of a run: plain records that share whatever does not change, and the way through parameter space."""

from collections.abc import Iterator, Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from playground.engine import TrainerState
from playground.files import Experiment
from playground.training.examples import Examples
from playground.training.history import History
from playground.training.results import Array, FloatArray
from playground.training.shared_bytes import Thing

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


OVERHEAD = 1_500
"""Bytes of the objects around a record's arrays, measured."""


class RunState(Struct, frozen=True, eq=False):
    """One moment of a run.

    Attributes
    ----------
    initial
        `(P,)`: the parameters that a reset goes back to.
    trainer
        Weights, optimizer and shuffling.
    history, trajectory
        The points and the path up to this moment; never changed.
    seconds
        How long it has been trained, by the clock.
    """

    experiment: Experiment
    examples: Examples
    initial: Array
    trainer: TrainerState
    history: History
    trajectory: Trajectory
    seconds: float

    @property
    def things(self) -> Iterator[Thing]:
        yield self.examples
        yield self.initial
        yield self.trainer
        yield self.history
        yield from self.trajectory.moments


class Record(Struct, frozen=True, eq=False):
    """A moment of a training that can be gone back to, and gone on from to the last bit; shared, and never changed.

    Attributes
    ----------
    state
        Weights, optimizer and shuffling.
    experiment, examples, initial
        What was trained, on what, and the parameters that a reset goes back to.
    point
        The last point of the history then.
    seconds
        How long had been trained by then.
    begins
        Whether something but an update led here: no replay goes across.
    moved
        Whether the path through parameter space begins anew here.
    passing
        Whether it stands between the epochs that are due, and gives way to the next record.
    before
        The history up to here, where another one begins.
    gap
        Whether a change between the record before and this one is forgotten.
    """

    state: TrainerState
    experiment: Experiment
    examples: Examples
    initial: Array
    point: FloatArray
    seconds: float
    begins: bool = False
    moved: bool = False
    passing: bool = False
    before: History | None = None
    gap: bool = False

    @property
    def epoch(self) -> int:
        return self.state.epoch

    @property
    def update(self) -> int:
        return self.state.update

    @property
    def n_bytes(self) -> int:
        """The memory it takes, but for examples and initial parameters, which many records share."""
        history = 0 if self.before is None else self.before.n_bytes
        return OVERHEAD + self.state.n_bytes + self.point.nbytes + history
