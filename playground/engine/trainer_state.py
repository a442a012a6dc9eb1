"""Everything that decides how training goes on, as plain arrays and numbers."""

from dataclasses import dataclass

from playground.engine.batch_schedule import GeneratorState
from playground.engine.operations import Array


@dataclass(frozen=True, eq=False, slots=True)
class TrainerState:
    """Taken by `Trainer.state`, given back by `Trainer.restore`; its arrays are read-only and shared by whoever has it.

    The order of the examples is not kept: it is drawn again from where the generator stood before.

    Attributes
    ----------
    parameters
        `(P,)`.
    moments
        `(2, P)`: the optimizer's memory.
    count
        Updates the optimizer has made, part of its memory.
    step
        `(P,)`: what the last update subtracted.
    gradient
        `(P,)`: the mean gradient that the last update used, penalties included; None before the first.
    cost_gradient
        `(P,)`: the mean gradient of the cost alone; None where there was no penalty in it.
    rng
        Where the generator stood before it drew the present order.
    first_batch, position
        The batch of its epoch that the present block begins with, and how many of the block's batches are made.
    carried_cost
        The sum of the costs so far of the epoch under way.
    """

    parameters: Array
    moments: Array
    count: float
    step: Array
    gradient: Array | None
    cost_gradient: Array | None
    rng: GeneratorState
    first_batch: int
    position: int
    update: int
    epoch: int
    carried_cost: float

    def __post_init__(self) -> None:
        for array in self._arrays:
            array.flags.writeable = False

    @property
    def n_bytes(self) -> int:
        return sum(array.nbytes for array in self._arrays)

    @property
    def _arrays(self) -> list[Array]:
        arrays = (self.parameters, self.moments, self.step, self.gradient, self.cost_gradient)
        return [array for array in arrays if array is not None]
