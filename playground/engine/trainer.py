"""The training loop: each update a flat run of numpy calls, each block of mini-batches laid out at once.

The loop's speed is the number of numpy calls in it, so nothing else happens there: a block of batches is copied in with
one `take`, every batch's operations are bound to its own slice, and the costs of the mini-batches are computed from
their kept output `Z` only when the block is done or somebody asks.
"""

from collections import deque
from dataclasses import replace
from typing import Unpack

import numpy as np
from numpy.typing import ArrayLike

from playground.engine.batch_schedule import BatchSchedule
from playground.engine.epoch_costs import EpochCosts
from playground.engine.network import Network
from playground.engine.operations import Array
from playground.engine.optimizers import OPTIMIZERS, UpdateBuffers
from playground.engine.rate_schedules import Numbers, Rates
from playground.engine.trainer_state import TrainerState
from playground.engine.update_rule import RuleSettings, UpdateRule


class Trainer:
    """Trains a network on one set of examples.

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

    Attributes
    ----------
    update, epoch
        Updates made and epochs completed so far.
    rule
        How the next updates are made: see `configure`.

    Raises
    ------
    ValueError
        If a shape, a name or a number does not fit.
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
        rows = np.ones((inputs.shape[1], inputs.shape[0] + 1), network.dtype)
        rows[:, :-1] = inputs.T
        targets = np.ascontiguousarray(network.targets(Y, inputs.shape[1]).T)
        self._buffers = UpdateBuffers.for_parameters(network.parameters)
        self._costs = EpochCosts(len(rows))
        self._gradient_divisor, self._cost_apart = 0, False
        self.update, self.epoch = 0, 0
        self.rule = UpdateRule(**settings)
        rate = OPTIMIZERS[self.rule.optimizer].learning_rate if learning_rate is None else learning_rate
        self._rates = Rates(rate, network.dtype)
        self._schedule = BatchSchedule(network, rows, targets, self._buffers, self._rates, seed)
        _check_batch_size(batch_size)
        self._begin_epoch(batch_size)
        self._schedule.compile(self.rule)

    @property
    def learning_rate(self) -> float:
        """The step size, before the schedule; takes effect at the next update."""
        return self._rates.value

    @learning_rate.setter
    def learning_rate(self, value: float) -> None:
        self._rates.value = value

    @property
    def rate(self) -> float:
        """The step size of the next update: what the schedule makes of `learning_rate`."""
        return float(self._scheduled_rates(1)[0])

    @property
    def batches_per_epoch(self) -> int:
        return self._schedule.plan.batches_per_epoch

    @property
    def operations_per_update(self) -> int:
        return self._schedule.compiled.per_update

    @property
    def costs(self) -> deque[float]:
        """The mean training cost of each completed epoch (of the last 100,000): each mini-batch before its update."""
        self._settle_costs()
        return self._costs.completed

    @property
    def gradient(self) -> Array | None:
        """The gradient of the cost `(P,)` in the last update, before it; None before the first."""
        return self._buffers.cost_gradient.copy() if self._cost_apart else self.used_gradient

    @property
    def used_gradient(self) -> Array | None:
        """What the last update used `(P,)`: `gradient` with what penalties add to it, clipped where that is on."""
        if not self._gradient_divisor:
            return None
        gradient: Array = self._buffers.gradients[0] / self._gradient_divisor
        return gradient

    @property
    def step(self) -> Array | None:
        """What the last update added to the parameters, `(P,)`; None before the first."""
        return -self._buffers.step if self._gradient_divisor else None

    def next_batch(self) -> tuple[Array, Array]:
        """Return inputs `(n_0, m)` and targets `(n_L, m)` of the mini-batch that the next update looks at.

        Nothing changes by it: where the next update begins a new block, its examples are foreseen and not yet drawn.
        """
        if self._position < len(self._schedule.compiled.sizes):
            return self._schedule.compiled.batch(self._position)
        return self._schedule.foreseen_batch(self.batch_of_epoch)

    def forget_gradient(self) -> None:
        """Show neither gradient nor step until the next update: the parameters were changed by something else."""
        self._take_gradient(None, None)

    def penalty(self) -> float:
        """Return the penalty of the weights as they are."""
        return self.rule.penalties.value(self.network)

    @property
    def masks(self) -> list[Array]:
        """The dropout masks `(n_l, m)` of the hidden layers in the last update; none without dropout."""
        if not self._position:
            return []
        return self._schedule.compiled.masks(self._position - 1)

    def configure(self, *, batch_size: int | None = None, **settings: Unpack[RuleSettings]) -> None:
        """Change how the next updates are made, without touching the weights.

        A new batch size begins a new epoch; a new optimizer begins with an empty memory.

        Raises
        ------
        ValueError
            If a name is unknown, or a number does not fit.
        """
        rule = replace(self.rule, **settings)
        if batch_size is not None:
            _check_batch_size(batch_size)
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

    def run_updates(self, n: int) -> None:
        """Make `n` updates.

        Raises
        ------
        ValueError
            If `n` is negative.
        """
        _check_count("updates", n)
        with np.errstate(all="ignore"):
            while n > 0:
                if self._position == len(self._schedule.compiled.sizes):
                    self._next_block()
                block, start = self._schedule.compiled, self._position
                stop = min(start + n, len(block.sizes))
                self._prepare(stop - start)
                for operation in block.operations[start * block.per_update : stop * block.per_update]:
                    operation()
                self._advance_to(stop)
                n -= stop - start

    def run_epochs(self, n: int) -> None:
        """Run until `n` more epochs are complete; one that is under way counts.

        Raises
        ------
        ValueError
            If `n` is negative.
        """
        _check_count("epochs", n)
        if n > 0:
            per_epoch = self.batches_per_epoch
            self.run_updates(n * per_epoch - self.batch_of_epoch % per_epoch)

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
            rng=self._schedule.rng,
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
        self._schedule.go_back(state.rng, state.first_batch)
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
        self._schedule.masks.follow(other._schedule.masks, other._masks_drawn - self._masks_drawn)

    @property
    def batch_of_epoch(self) -> int:
        """How many updates of the epoch under way are made."""
        return (self._schedule.first_batch + self._position) % self.batches_per_epoch

    @property
    def _masks_drawn(self) -> int:
        """How many numbers the masks of all updates so far are made of: it follows from where in time this is."""
        plan = self._schedule.plan
        examples = self.epoch * plan.n_examples + self.batch_of_epoch * plan.batch_size
        return examples * self.network.structure.n_hidden

    def _scheduled_rates(self, n: int) -> Numbers:
        """Return the learning rates of the next `n` updates."""
        per_epoch = self.batches_per_epoch
        first = self.epoch * per_epoch + self.batch_of_epoch
        return self.learning_rate * self.rule.rate_factors(np.arange(first, first + n), per_epoch)

    def _prepare(self, n: int) -> None:
        """Get ready what the next `n` updates of the block read beside their examples."""
        if self.rule.is_scheduled:
            self._schedule.compiled.set_rates(self._position, self._scheduled_rates(n))
        if self.rule.dropout:
            self._schedule.masks.go_to(self._masks_drawn)

    def _take_gradient(self, used: Array | None, of_cost: Array | None) -> None:
        """Show mean gradients as the last ones; None where there was no update yet, or no penalty."""
        self._gradient_divisor, self._cost_apart = 0 if used is None else 1, not (used is None or of_cost is None)
        if used is not None:
            self._buffers.gradients[0][...] = used
        if of_cost is not None:
            self._buffers.cost_gradient[...] = of_cost

    def _begin_epoch(self, batch_size: int) -> None:
        self._schedule.divide(batch_size)
        self._position = self._costed = 0
        self._costs.carried = 0.0

    def _next_block(self) -> None:
        self._settle_costs()
        first = self.batch_of_epoch
        self._position = self._costed = 0
        self._schedule.next_block(first)

    def _advance_to(self, position: int) -> None:
        first, per_epoch = self._schedule.first_batch, self.batches_per_epoch
        self.epoch += (first + position) // per_epoch - (first + self._position) // per_epoch
        self.update += position - self._position
        self._position = position
        self._gradient_divisor = self.rule.divisor(self._schedule.compiled.sizes[position - 1])
        self._cost_apart = self.rule.keeps_cost_gradient

    def _settle_costs(self) -> None:
        """Compute the costs of the batches run since the last time."""
        first, last, block = self._costed, self._position, self._schedule.compiled
        if first == last:
            return
        costs = block.costs(first, last).astype(np.float64, copy=False)
        with np.errstate(all="ignore"):
            sums = np.add.reduceat(costs, block.offsets[first:last] - block.offsets[first])
        per_epoch = self.batches_per_epoch
        self._costs.add(sums, (self._schedule.first_batch + first) % per_epoch, per_epoch)
        self._costed = last


def _check_batch_size(batch_size: int) -> None:
    if not batch_size >= 1 or batch_size != int(batch_size):
        raise ValueError(f"batch size {batch_size}, expected a whole number, at least 1")


def _check_count(what: str, n: int) -> None:
    if not n >= 0 or n != int(n):
        raise ValueError(f"{n} {what}, expected a whole number, at least 0")
