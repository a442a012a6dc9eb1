"""The training loop: each update a flat run of numpy calls, each block of mini-batches laid out at once.

The loop's speed is the number of numpy calls in it, so nothing else happens there: a block of batches is copied in with
one `take`, every batch's operations are bound to its own slice, and the costs of the mini-batches are computed from
their kept output `Z` only when the block is done or somebody asks.
"""

from collections import deque
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from playground.engine.batches import BatchPlan
from playground.engine.block import Block, Penalties, Rates, defers_mean
from playground.engine.network import Network, with_ones
from playground.engine.operations import Array
from playground.engine.optimizers import OPTIMIZERS, UpdateBuffers

KEPT_COSTS = 100_000


@dataclass(frozen=True, eq=False)
class TrainerState:
    """Everything that decides how training goes on: taken by `Trainer.state`, given back by `Trainer.restore`."""

    parameters: Array
    moments: Array
    count: float
    step: Array
    gradient: Array | None
    rng: Mapping[str, Any]
    order: NDArray[np.intp]
    first_batch: int
    position: int
    update: int
    epoch: int
    carried_cost: float


class Trainer:
    """Trains a network on one set of examples.

    Parameters
    ----------
    network
        Its parameters are changed in place.
    X, Y
        `(n_0, m)` inputs and `(n_L, m)` targets.
    optimizer
        The name of an optimizer.
    learning_rate
        The step size; None for the optimizer's default.
    batch_size
        Examples per update; the last batch of an epoch may be smaller.
    l1, l2
        Penalties `l1·Σ|W|` and `l2·½‖W‖²`, on weights and never on biases.
    seed
        Seed of the shuffling, or the generator that draws it.

    Attributes
    ----------
    update, epoch
        Updates made and epochs completed so far.

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
        optimizer: str = "sgd",
        learning_rate: float | None = None,
        batch_size: int = 10,
        l1: float = 0.0,
        l2: float = 0.0,
        seed: int | np.random.Generator = 0,
    ) -> None:
        self.network = network
        self._rng = np.random.default_rng(seed)
        inputs = network.inputs(X)
        if not inputs.shape[1]:
            raise ValueError("there is no example to train on")
        self._rows = np.ascontiguousarray(with_ones(inputs).T)
        self._targets = np.ascontiguousarray(network.targets(Y, inputs.shape[1]).T)
        self._buffers = UpdateBuffers.for_parameters(network.parameters)
        self._costs: deque[float] = deque(maxlen=KEPT_COSTS)
        self._gradient_divisor = 0
        self.update, self.epoch = 0, 0
        self._optimizer, self._penalties = _known(optimizer), Penalties(l1, l2)
        rate = OPTIMIZERS[optimizer].learning_rate if learning_rate is None else learning_rate
        self._rates = Rates(rate, network.dtype)
        self._lay_plan(batch_size)

    @property
    def learning_rate(self) -> float:
        """The step size; takes effect at the next update."""
        return self._rates.value

    @learning_rate.setter
    def learning_rate(self, value: float) -> None:
        self._rates.value = value

    @property
    def batches_per_epoch(self) -> int:
        """Updates in an epoch."""
        return self._plan.batches_per_epoch

    @property
    def operations_per_update(self) -> int:
        """How many calls one update takes."""
        return self._block.per_update

    @property
    def costs(self) -> deque[float]:
        """The mean training cost of each completed epoch (of the last 100,000): each mini-batch before its update."""
        self._settle_costs()
        return self._costs

    @property
    def gradient(self) -> Array | None:
        """The gradient `(P,)` that the last update used, penalties included; None before the first."""
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
        if self._position < len(self._block.sizes):
            return self._block.batch(self._position)
        first = self.batch_of_epoch
        order = self._order if first else self._epoch_orders(deepcopy(self._rng))
        start, (_, size) = first * self._plan.batch_size, self._plan.batch_bounds(first)[0]
        numbers = order[start : start + size]
        return self._rows[numbers, :-1].T.copy(), self._targets[numbers].T.copy()

    def forget_gradient(self) -> None:
        """Show neither gradient nor step until the next update: the parameters were changed by something else."""
        self._gradient_divisor = 0

    def penalty(self) -> float:
        """Return the penalty of the weights as they are."""
        return self._penalties.value(self.network)

    def configure(
        self,
        *,
        optimizer: str | None = None,
        batch_size: int | None = None,
        l1: float | None = None,
        l2: float | None = None,
    ) -> None:
        """Change how the next updates are made, without touching the weights.

        A new batch size begins a new epoch; a new optimizer begins with an empty memory.

        Raises
        ------
        ValueError
            If the optimizer is unknown, or a number does not fit.
        """
        penalties = Penalties(
            self._penalties.l1 if l1 is None else l1,
            self._penalties.l2 if l2 is None else l2,
        )
        if batch_size is not None:
            _check_batch_size(batch_size)
        self._settle_costs()
        if optimizer is not None and _known(optimizer) != self._optimizer:
            self._optimizer = optimizer
            self._buffers.moments.fill(0)
            self._buffers.count.fill(0)
        self._penalties = penalties
        if batch_size is not None and min(batch_size, self._plan.n_examples) != self._plan.batch_size:
            self._lay_plan(batch_size)
        else:
            self._compile()

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
                if self._position == len(self._block.sizes):
                    self._next_block()
                block, start = self._block, self._position
                stop = min(start + n, len(block.sizes))
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
            per_epoch = self._plan.batches_per_epoch
            self.run_updates(n * per_epoch - self.batch_of_epoch % per_epoch)

    def state(self) -> TrainerState:
        """Return a copy of everything that decides how training goes on."""
        self._settle_costs()
        buffers = self._buffers
        return TrainerState(
            self.network.parameters.copy(),
            buffers.moments.copy(),
            float(buffers.count),
            buffers.step.copy(),
            self.gradient,
            self._rng.bit_generator.state,
            self._order,
            self._first_batch,
            self._position,
            self.update,
            self.epoch,
            self._carried_cost,
        )

    def restore(self, state: TrainerState) -> None:
        """Go back to a state taken from this trainer with the same batch size: the next updates repeat themselves.

        The costs of epochs completed since then are forgotten.
        """
        self._settle_costs()
        for _ in range(min(self.epoch - state.epoch, len(self._costs))):
            self._costs.pop()
        self.network.parameters[...] = state.parameters
        self._buffers.moments[...] = state.moments
        self._buffers.count[...] = state.count
        self._buffers.step[...] = state.step
        self._take_gradient(state.gradient)
        self._rng.bit_generator.state = state.rng
        self.update, self.epoch = state.update, state.epoch
        self._order, self._first_batch, self._position = state.order, state.first_batch, state.position
        self._costed = state.position
        self._carried_cost = state.carried_cost
        self._compile()

    def continue_from(self, other: "Trainer") -> None:
        """Take over the counts of another trainer and, where optimizer and layers are the same, its memory."""
        self.update, self.epoch = other.update, other.epoch
        if other._optimizer == self._optimizer and other.network.sizes == self.network.sizes:
            self._buffers.moments[...] = other._buffers.moments
            self._buffers.count[...] = other._buffers.count
            self._buffers.step[...] = other._buffers.step
            self._take_gradient(other.gradient)

    @property
    def batch_of_epoch(self) -> int:
        """How many updates of the epoch under way are made."""
        return (self._first_batch + self._position) % self._plan.batches_per_epoch

    def _take_gradient(self, gradient: Array | None) -> None:
        """Show a mean gradient as the last one; None where there was no update yet."""
        self._gradient_divisor = 0 if gradient is None else 1
        if gradient is not None:
            self._buffers.gradients[0][...] = gradient

    def _lay_plan(self, batch_size: int) -> None:
        """Begin a new epoch with a new batch size."""
        _check_batch_size(batch_size)
        n_examples, width = self._rows.shape
        self._plan = BatchPlan.of(n_examples, batch_size, width * self._rows.itemsize)
        self._order = self._epoch_orders(self._rng)
        self._first_batch, self._position = 0, 0
        self._costed, self._carried_cost = 0, 0.0
        self._compile()

    def _compile(self) -> None:
        """Bind every batch of the present block to its operations, and copy its examples in."""
        self._blocks: dict[int, Block] = {}
        self._block = self._block_at(self._first_batch)
        self._fill_block()

    def _block_at(self, first_batch: int) -> Block:
        """Return the block for a stretch of batches: all stretches but the last of a long epoch share one."""
        length = self._plan.block_length(first_batch)
        bounds = self._plan.batch_bounds(first_batch)
        key = length if bounds[-1][1] == length * self._plan.batch_size else -length
        if key not in self._blocks:
            self._blocks[key] = Block(
                self.network,
                self._rows,
                self._targets,
                bounds,
                self._buffers,
                self._optimizer,
                self._rates,
                self._penalties,
            )
        return self._blocks[key]

    def _fill_block(self) -> None:
        start = 0 if self._plan.epochs_per_block else self._first_batch * self._plan.batch_size
        self._block.lay_out(self._order[start : start + self._block.offsets[-1]])

    def _next_block(self) -> None:
        self._settle_costs()
        self._first_batch = self.batch_of_epoch
        self._position = self._costed = 0
        if self._first_batch == 0:
            self._order = self._epoch_orders(self._rng)
        block = self._block_at(self._first_batch)
        if block is not self._block or self._plan.batches_per_epoch > 1:
            # A batch of all examples is the same whatever their order, so it is laid out once.
            self._block = block
            self._fill_block()

    def _epoch_orders(self, rng: np.random.Generator) -> NDArray[np.intp]:
        """Return the example numbers of the next epoch, or of a block's epochs one after another, each shuffled."""
        epochs = max(1, self._plan.epochs_per_block)
        numbers = np.empty((epochs, self._plan.n_examples), np.intp)
        numbers[:] = np.arange(self._plan.n_examples)
        if self._plan.batches_per_epoch > 1:
            rng.permuted(numbers, axis=1, out=numbers)
        return numbers.ravel()

    def _advance_to(self, position: int) -> None:
        per_epoch = self._plan.batches_per_epoch
        self.epoch += (self._first_batch + position) // per_epoch - (self._first_batch + self._position) // per_epoch
        self.update += position - self._position
        self._position = position
        deferred = defers_mean(self._optimizer, self._penalties)
        self._gradient_divisor = self._block.sizes[position - 1] if deferred else 1

    def _settle_costs(self) -> None:
        """Compute the costs of the batches run since the last time, and the mean of each epoch they complete."""
        first, last, per_epoch = self._costed, self._position, self._plan.batches_per_epoch
        if first == last:
            return
        costs, offsets = self._block.costs(first, last), self._block.offsets
        ends = (
            offsets[first - (self._first_batch + first) % per_epoch + per_epoch : last + 1 : per_epoch] - offsets[first]
        )
        starts = [0, *ends.tolist()]
        if starts[-1] == len(costs):
            starts.pop()
        with np.errstate(all="ignore"):
            sums = np.add.reduceat(costs, starts, dtype=np.float64)
        sums[0] += self._carried_cost
        self._costs.extend((sums[: len(ends)] / self._plan.n_examples).tolist())
        self._carried_cost = float(sums[-1]) if len(ends) < len(sums) else 0.0
        self._costed = last


def _known(optimizer: str) -> str:
    if optimizer not in OPTIMIZERS:
        raise ValueError(f"unknown optimizer {optimizer!r}, expected one of {', '.join(OPTIMIZERS)}")
    return optimizer


def _check_batch_size(batch_size: int) -> None:
    if not batch_size >= 1 or batch_size != int(batch_size):
        raise ValueError(f"batch size {batch_size}, expected a whole number, at least 1")


def _check_count(what: str, n: int) -> None:
    if not n >= 0 or n != int(n):
        raise ValueError(f"{n} {what}, expected a whole number, at least 0")
