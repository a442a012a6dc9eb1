"""Training one network: what a loop of updates makes of it, to be looked at, changed, kept and taken up again."""

from collections import deque
from dataclasses import dataclass, replace
from typing import Unpack

import numpy as np
from numpy.typing import ArrayLike

from playground.engine.batch_schedule import GeneratorState, Shuffling
from playground.engine.epoch_costs import EpochCosts
from playground.engine.network import Network
from playground.engine.operations import Array
from playground.engine.update_loop import UpdateLoop, check_batch_size
from playground.engine.update_rule import RuleSettings, UpdateRule


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


class Trainer(UpdateLoop):
    """Trains a network on one set of examples.

    Raises `ValueError` if a shape, a name or a number does not fit.

    Parameters
    ----------
    network
        Its parameters are changed in place.
    X, Y
        `(n_0, m)` inputs and `(n_L, m)` targets.
    learning_rate
        The step size; None for the optimizer's default.
    batch_size
        Examples per update; the last batch of an epoch may be smaller.
    seed
        Seed of the shuffling, or the generator that draws it; dropout draws from a stream of it, too.
    **settings
        The attributes of `UpdateRule`: optimizer, penalties, clipping, schedule, dropout.
    """

    def __init__(
        self,
        network: Network,
        X: ArrayLike,
        Y: ArrayLike,
        *,
        learning_rate: float | None = None,
        batch_size: int = 10,
        seed: int | np.random.Generator = 0,
        **settings: Unpack[RuleSettings],
    ) -> None:
        self.network = network
        inputs = network.inputs(X)
        if not inputs.shape[1]:
            raise ValueError("there is no example to train on")
        targets = network.targets(Y, inputs.shape[1])
        self._costs: EpochCosts = EpochCosts(inputs.shape[1])
        self._shuffling = Shuffling(seed)
        rule = UpdateRule(**settings)
        super().__init__(
            network,
            inputs.T,
            np.ascontiguousarray(targets.T),
            self._costs,
            self._shuffling,
            learning_rate=rule.usual_rate if learning_rate is None else learning_rate,
            batch_size=batch_size,
            rule=rule,
        )

    @property
    def learning_rate(self) -> float:
        """The step size, before the schedule; takes effect at the next update."""
        return float(self._rates.value)

    @learning_rate.setter
    def learning_rate(self, value: float) -> None:
        self._rates.value = value

    @property
    def rate(self) -> float:
        """The step size of the next update: what the schedule makes of `learning_rate`."""
        return float(self.learning_rate * self._rate_factors(1)[0])

    def scheduled_shares(self, epochs: Array) -> Array | None:
        """Return the share of `learning_rate` that the schedule takes after so many epochs; None without a schedule."""
        if not self.rule.is_scheduled:
            return None
        return self.rule.rate_factors(epochs * self.batches_per_epoch, self.batches_per_epoch)

    @property
    def costs(self) -> deque[float]:
        """The mean training cost of each completed epoch (of the last 100,000): each mini-batch before its update."""
        self._settle_costs()
        return self._costs.completed

    def next_batch(self) -> tuple[Array, Array]:
        """Return inputs `(n_0, m)` and targets `(n_L, m)` of the mini-batch that the next update looks at.

        Nothing changes by it: where the next update begins a new block, its examples are foreseen and not yet drawn.
        """
        if self._position < len(self._schedule.compiled.sizes):
            return self._schedule.compiled.batch(self._position)
        first = self.batch_of_epoch
        return self._schedule.foreseen_batch(first, None if first else self._shuffling.foresee(self._schedule.plan))

    def forget_gradient(self) -> None:
        """Show neither gradient nor step until the next update: the parameters were changed by something else."""
        self._take_gradient(None, None)

    def penalty(self) -> float:
        return self.rule.penalties.value(self.network)

    def configure(self, *, batch_size: int | None = None, **settings: Unpack[RuleSettings]) -> None:
        """Change how the next updates are made, without touching the weights.

        A new batch size begins a new epoch; a new optimizer begins with an empty memory.

        Raises `ValueError` if a name is unknown, or a number does not fit.
        """
        rule = replace(self.rule, **settings)
        if batch_size is not None:
            check_batch_size(batch_size)
        self._settle_costs()
        plan = self._schedule.plan
        if rule.optimizer != self.rule.optimizer:
            self._buffers.moments.fill(0)
            self._buffers.count.fill(0)
        self.rule = rule
        self._rates.value = self._rates.value  # a schedule may have left another one there
        if batch_size is not None and min(batch_size, plan.n_examples) != plan.batch_size:
            self._begin_epoch(batch_size)
        self._schedule.compile(self.rule)
        self.silence()

    def state(self) -> TrainerState:
        """Return a copy of everything that decides how training goes on."""
        self._settle_costs()
        buffers = self._buffers
        return TrainerState(
            parameters=self.network.parameters.copy(),
            moments=buffers.moments.copy(),
            count=float(buffers.count),
            step=buffers.step.copy(),
            gradient=self.used_gradient,
            cost_gradient=self.gradient if self._cost_apart else None,
            rng=self._shuffling.before,
            first_batch=self._schedule.first_batch,
            position=self._position,
            update=self.update,
            epoch=self.epoch,
            carried_cost=self._costs.carried,
        )

    def restore(self, state: TrainerState) -> None:
        """Go back to a state of this trainer, or of one of the same making: the next updates repeat themselves.

        The costs of epochs completed since then are forgotten.
        """
        self._settle_costs()
        self._costs.forget(self.epoch - state.epoch, state.carried_cost)
        self.network.parameters[...] = state.parameters
        self._buffers.moments[...] = state.moments
        self._buffers.count[...] = state.count
        self._buffers.step[...] = state.step
        self._take_gradient(state.gradient, state.cost_gradient)
        self._schedule.go_back(self._shuffling.draw_again(state.rng, self._schedule.plan), state.first_batch)
        self.update, self.epoch = state.update, state.epoch
        self._position = self._costed = state.position

    def continue_from(self, other: "Trainer") -> None:
        """Take over the counts of another trainer and, where optimizer and layers are the same, its memory."""
        self.update, self.epoch = other.update, other.epoch
        if other.rule.optimizer == self.rule.optimizer and other.network.sizes == self.network.sizes:
            self._buffers.moments[...] = other._buffers.moments
            self._buffers.count[...] = other._buffers.count
            self._buffers.step[...] = other._buffers.step
            self._take_gradient(other.used_gradient, other.gradient if other._cost_apart else None)

    def draw_masks_as(self, other: "Trainer") -> None:
        """Let the next update have the dropout masks that the next one of another trainer will have."""
        ahead = other._masks_drawn - self._masks_drawn
        for stream, its in zip(self._masks.streams, other._masks.streams, strict=True):
            stream.follow(its, ahead)

    def _take_gradient(self, used: Array | None, of_cost: Array | None) -> None:
        """Show mean gradients as the last ones; None where there was no update yet, or no penalty."""
        self._gradient_divisor, self._cost_apart = 0 if used is None else 1, not (used is None or of_cost is None)
        if used is not None:
            self._buffers.gradients[0][...] = used
        if of_cost is not None:
            self._buffers.cost_gradient[...] = of_cost
