"""Moments of a run: plain records that share whatever does not change."""

from collections.abc import Iterator

from msgspec import Struct

from playground.engine import TrainerState
from playground.files import Experiment
from playground.training.examples import Examples
from playground.training.history import History
from playground.training.results import Array, FloatArray
from playground.training.shared_bytes import Thing
from playground.training.trajectory import Trajectory

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
