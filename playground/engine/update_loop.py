"""The loop that makes updates: what one trainer and a trainer of many networks have in common.

The loop's speed is the number of numpy calls in it, so nothing else happens there: a block of batches is copied in with
one `take`, every batch's operations are bound to its own slice, and the costs of the mini-batches are computed from
their kept output `Z` only when the block is done or somebody asks.
"""

import numpy as np

from playground.engine.batch_schedule import BatchSchedule, Shuffling, ShufflingOfMany
from playground.engine.epoch_costs import EpochCosts, EpochCostsOfMany
from playground.engine.network import Network
from playground.engine.networks import Networks
from playground.engine.operations import Array
from playground.engine.optimizers import UpdateBuffers
from playground.engine.parts import outgoing
from playground.engine.rate_schedules import Numbers, Rates
from playground.engine.update_rule import UpdateRule


class UpdateLoop:
    """Makes updates, counts them and adds up their costs.

    Parameters
    ----------
    X, Y
        `(m, n_0)` inputs and `(m, n_L)` targets, an example in each row.
    costs
        Adds up those of the epochs; its `n_examples` are one network's.
    shuffling
        Draws the order of the examples.
    learning_rate, batch_size
        See `Trainer`.

    Attributes
    ----------
    update, epoch
        Updates made and epochs completed so far.
    rule
        How the next updates are made.
    """

    def __init__(
        self,
        network: Network | Networks,
        X: Array,
        Y: Array,
        costs: EpochCosts | EpochCostsOfMany,
        shuffling: Shuffling | ShufflingOfMany,
        *,
        learning_rate: float | Array,
        batch_size: int,
        rule: UpdateRule,
    ) -> None:
        self._buffers = UpdateBuffers.for_parameters(network.parameters)
        self._costs = costs
        self._gradient_divisor, self._cost_apart = 0, False
        self.update, self.epoch = 0, 0
        self.rule = rule
        self._rates = Rates(learning_rate, network.dtype)
        rows = np.ones((len(X), X.shape[1] + 1), network.dtype)
        rows[:, :-1] = X
        self._n_hidden, self._masks = network.structure.n_hidden, shuffling.masks
        self._schedule = BatchSchedule(network, rows, Y, costs.n_examples, self._buffers, self._rates, shuffling)
        self._parameters, self._structure = network.parameters, network.structure
        check_batch_size(batch_size)
        self._begin_epoch(batch_size)
        self._schedule.compile(self.rule)
        self.silence()

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

    @property
    def masks(self) -> list[Array]:
        """The dropout masks `(n_l, m)` of the hidden layers in the last update; none without dropout."""
        return self._schedule.compiled.masks(self._position - 1) if self._position else []

    @property
    def batches_per_epoch(self) -> int:
        return self._schedule.plan.batches_per_epoch

    @property
    def operations_per_update(self) -> int:
        return self._schedule.compiled.per_update

    @property
    def batch_of_epoch(self) -> int:
        """How many updates of the epoch under way are made."""
        return (self._schedule.first_batch + self._position) % self.batches_per_epoch

    def silence(self) -> None:
        """Let what is switched off have no weights to the layer above."""
        if self.rule.off:
            self._parameters[..., outgoing(self._structure, self.rule.off)] = 0

    def run_updates(self, n: int) -> None:
        """Make `n` updates.

        Raises `ValueError` if `n` is negative.
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

        Raises `ValueError` if `n` is negative.
        """
        _check_count("epochs", n)
        if n > 0:
            per_epoch = self.batches_per_epoch
            self.run_updates(n * per_epoch - self.batch_of_epoch % per_epoch)

    @property
    def _masks_drawn(self) -> int:
        """How many numbers the masks of all updates so far are made of: it follows from where in time this is."""
        plan = self._schedule.plan
        return (self.epoch * plan.n_examples + self.batch_of_epoch * plan.batch_size) * self._n_hidden

    def _rate_factors(self, n: int) -> Numbers:
        """Return which share of the learning rate each of the next `n` updates takes."""
        per_epoch = self.batches_per_epoch
        first = self.epoch * per_epoch + self.batch_of_epoch
        return self.rule.rate_factors(np.arange(first, first + n), per_epoch)

    def _prepare(self, n: int) -> None:
        """Get ready what the next `n` updates of the block read beside their examples."""
        if self.rule.is_scheduled:
            self._schedule.compiled.set_rates(
                self._position, np.multiply.outer(self._rate_factors(n), self._rates.value)
            )
        if self.rule.dropout:
            self._masks.go_to(self._masks_drawn)

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
        per_epoch = self.batches_per_epoch
        self._costs.add(block.cost_sums(first, last), (self._schedule.first_batch + first) % per_epoch, per_epoch)
        self._costed = last


def check_batch_size(batch_size: int) -> None:
    """Check that a batch size is a whole number above zero.

    Raises `ValueError` if it is not.
    """
    if not batch_size >= 1 or batch_size != int(batch_size):
        raise ValueError(f"batch size {batch_size}, expected a whole number, at least 1")


def _check_count(what: str, n: int) -> None:
    if not n >= 0 or n != int(n):
        raise ValueError(f"{n} {what}, expected a whole number, at least 0")
