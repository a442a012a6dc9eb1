"""What is kept of a run to come back to it: plain records that share whatever does not change."""

from collections.abc import Iterator
from dataclasses import dataclass

from playground.engine import TrainerState
from playground.files import Experiment
from playground.training.examples import Examples
from playground.training.history import History
from playground.training.results import Array, Curves
from playground.training.shared_bytes import Thing
from playground.training.timeline.records import Records
from playground.training.trajectory import Trajectory


@dataclass(frozen=True, eq=False)
class RunState:
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
        """Everything it holds that takes memory."""
        yield self.examples
        yield self.initial
        yield self.trainer
        yield self.history
        yield from self.trajectory.moments


@dataclass(frozen=True, eq=False)
class RunMemory:
    """One moment of a run, the way it came, and ways that were left.

    Attributes
    ----------
    state
        The moment.
    tip
        Where a person who has gone back in time came from, None at the growing end.
    records
        The recorded moments; never changed.
    branches
        The curves of ways that were left, oldest first.
    """

    state: RunState
    tip: RunState | None
    records: Records
    branches: tuple[Curves, ...]

    @property
    def things(self) -> Iterator[Thing]:
        """Everything it holds that takes memory."""
        yield from self.state.things
        if self.tip is not None:
            yield from self.tip.things
        for record in self.records:
            yield record
            yield record.examples
            yield record.initial
        yield from self.branches
