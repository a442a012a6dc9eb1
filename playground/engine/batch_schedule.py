"""Which examples come next: the plan of mini-batches, their shuffled order, and the blocks they are compiled in."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from playground.engine.compiled_batches import CompiledBatches, Masks, MaskStream
from playground.engine.network import Network
from playground.engine.networks import Networks
from playground.engine.operations import Array
from playground.engine.optimizers import UpdateBuffers
from playground.engine.rate_schedules import Rates
from playground.engine.update_rule import UpdateRule

BLOCK_BATCHES = 64
"""Short epochs share a block until it has about so many mini-batches."""
MAXIMUM_BATCHES = 512
"""A longer epoch is laid out in blocks of at most so many mini-batches."""
BLOCK_BYTES = 1 << 21
"""And of about so many bytes of input, so that a block stays in the processor's cache."""


@dataclass(frozen=True)
class BatchPlan:
    """The division of `n_examples` into mini-batches and of mini-batches into blocks.

    A block holds either whole epochs (`epochs_per_block` of them) or, where an epoch is too long for that, a stretch of
    `batches_per_block` full batches, the last stretch of an epoch being shorter.

    `batches_per_epoch`: mini-batches in an epoch, the last of which may be smaller.
    """

    n_examples: int
    batch_size: int
    batches_per_epoch: int
    epochs_per_block: int
    batches_per_block: int

    @classmethod
    def of(cls, n_examples: int, batch_size: int, bytes_per_example: int) -> "BatchPlan":
        """Plan the blocks for `n_examples` of `bytes_per_example` each."""
        batch_size = min(batch_size, n_examples)
        batches = -(-n_examples // batch_size)
        epoch_bytes = n_examples * bytes_per_example
        if batches <= MAXIMUM_BATCHES and epoch_bytes <= BLOCK_BYTES:
            epochs = max(1, min(BLOCK_BATCHES // batches, BLOCK_BYTES // epoch_bytes))
            return cls(n_examples, batch_size, batches, epochs, epochs * batches)
        per_block = max(1, min(MAXIMUM_BATCHES, BLOCK_BYTES // (batch_size * bytes_per_example)))
        return cls(n_examples, batch_size, batches, 0, min(per_block, batches))

    @property
    def order_shape(self) -> tuple[int, int]:
        """How many epochs are shuffled at once, and the examples of each."""
        return max(1, self.epochs_per_block), self.n_examples

    def batch_bounds(self, first_batch: int) -> list[tuple[int, int]]:
        """Return first and one-past-last row, within its block, of each batch of the block starting at `first_batch`.

        `first_batch`: the number of the block's first batch in its epoch: 0 where blocks hold whole epochs.
        """
        bounds, start = [], 0
        for number in range(first_batch, first_batch + self.block_length(first_batch)):
            within = number % self.batches_per_epoch
            size = min(self.batch_size, self.n_examples - within * self.batch_size)
            bounds.append((start, start + size))
            start += size
        return bounds

    def place(self, batch: int) -> tuple[int, int]:
        """Return the batch of its epoch that a block begins with, and the place in that block, of a batch."""
        first = 0 if self.epochs_per_block else batch - batch % self.batches_per_block
        return first, batch - first

    def block_length(self, first_batch: int) -> int:
        """Return how many batches the block that starts at `first_batch` of its epoch has."""
        if self.epochs_per_block:
            return self.batches_per_block
        return min(self.batches_per_block, self.batches_per_epoch - first_batch)

    def block_rows(self, first_batch: int) -> int:
        """Return how many examples the block that starts at `first_batch` of its epoch has."""
        if self.epochs_per_block:
            return self.epochs_per_block * self.n_examples
        left = self.n_examples - first_batch * self.batch_size
        return min(self.batches_per_block * self.batch_size, left)


class GeneratorState(NamedTuple):
    """Where a PCG64 generator of random numbers stands: four whole numbers, as numpy names them."""

    state: int
    inc: int
    has_uint32: int
    uinteger: int


class Shuffling:
    """Draws the examples' order, block by block, and remembers where the generator stood before it.

    Raises `ValueError` if the generator is of another kind than numpy's usual one.

    `masks`: those of dropout, from a stream beside that of the order.
    """

    def __init__(self, seed: int | np.random.Generator) -> None:
        self._rng = np.random.default_rng(seed)
        self._kind = type(self._rng.bit_generator).__name__
        if not self._kind.startswith("PCG64"):
            raise ValueError(f"a generator of kind {self._kind}, expected PCG64, as default_rng gives")
        self.masks = Masks([MaskStream(self._rng)])
        self._before: Mapping[str, Any] = self._rng.bit_generator.state

    @property
    def before(self) -> GeneratorState:
        """Where the generator stood before it drew the present order: all that is needed to draw it again."""
        return _state_of(self._before)

    def draw(self, plan: BatchPlan) -> NDArray[np.intp]:
        """Return the example numbers of the next epoch, or of a block's epochs one after another, each shuffled."""
        numbers = np.empty(plan.order_shape, np.intp)
        numbers[:] = np.arange(plan.n_examples)
        self.shuffle(numbers, plan)
        return numbers.ravel()

    def shuffle(self, numbers: NDArray[np.intp], plan: BatchPlan) -> None:
        """Bring the example numbers of the next epochs, a row for each, into their order."""
        self._before = self._rng.bit_generator.state
        _shuffle(self._rng, numbers, plan)

    def foresee(self, plan: BatchPlan) -> NDArray[np.intp]:
        """Return what `draw` will return next, without drawing it."""
        return deepcopy(self).draw(plan)

    def draw_again(self, before: GeneratorState, plan: BatchPlan) -> NDArray[np.intp]:
        """Go back to where the generator stood, and draw from there."""
        self._rng.bit_generator.state = {
            "bit_generator": self._kind,
            "state": {"state": before.state, "inc": before.inc},
            "has_uint32": before.has_uint32,
            "uinteger": before.uinteger,
        }
        return self.draw(plan)

    def before_epoch(self, number: int, plan: BatchPlan) -> GeneratorState:
        """Return where the generator stood before it drew the order of one of the present block's epochs."""
        if number == 0:
            return self.before
        if number == plan.order_shape[0]:
            return _state_of(self._rng.bit_generator.state)
        again = deepcopy(self._rng)
        again.bit_generator.state = self._before
        _shuffle(again, np.zeros((number, plan.n_examples), np.intp), plan)
        return _state_of(again.bit_generator.state)


def _shuffle(rng: np.random.Generator, numbers: NDArray[np.intp], plan: BatchPlan) -> None:
    if plan.batches_per_epoch > 1:  # a batch of all examples is the same whatever their order
        rng.permuted(numbers, axis=1, out=numbers)


def _state_of(state: Mapping[str, Any]) -> GeneratorState:
    return GeneratorState(state["state"]["state"], state["state"]["inc"], state["has_uint32"], state["uinteger"])


class ShufflingOfMany:
    """The shuffling of K networks, each with a generator of its own.

    `n_examples`: how far the examples of one network are behind those of the one before it; 0 where all see the same.
    """

    def __init__(self, seeds: Sequence[int | np.random.Generator], n_examples: int) -> None:
        self.members = [Shuffling(seed) for seed in seeds]
        self.masks = Masks([stream for member in self.members for stream in member.masks.streams])
        self._first_examples = n_examples * np.arange(len(self.members))[:, None, None]

    def draw(self, plan: BatchPlan) -> NDArray[np.intp]:
        """Return the example numbers of the next epoch, or of a block's epochs one after another, `(K, m)`."""
        numbers = np.empty((len(self.members), *plan.order_shape), np.intp)
        numbers[:] = self._first_examples + np.arange(plan.n_examples)
        for member, own in zip(self.members, numbers, strict=True):
            member.shuffle(own, plan)
        return numbers.reshape(len(self.members), -1)


class BatchSchedule:
    """Divides the examples into mini-batches, shuffles them for every epoch, and compiles and fills their blocks.

    Parameters
    ----------
    network
        The network that learns, or the networks.
    rows
        `(m, n_0 + 1)`: an example and a one in each row.
    targets
        `(m, n_L)`.
    n_examples
        How many of them are one network's: all, but where each of K networks has examples of its own.
    buffers, rates
        What an update works on.
    shuffling
        Draws their order.

    Attributes
    ----------
    plan
        The division into mini-batches.
    compiled
        The mini-batches of the present block.
    first_batch
        The number in its epoch of the batch that the block begins with.
    """

    plan: BatchPlan
    compiled: CompiledBatches

    def __init__(
        self,
        network: Network | Networks,
        rows: Array,
        targets: Array,
        n_examples: int,
        buffers: UpdateBuffers,
        rates: Rates,
        shuffling: Shuffling | ShufflingOfMany,
    ) -> None:
        self._network, self._rows, self._targets = network, rows, targets
        self._buffers, self._rates = buffers, rates
        self._n_examples, self._shuffling = n_examples, shuffling
        self._order: NDArray[np.intp] = np.empty(0, np.intp)
        self._blocks: dict[int, CompiledBatches] = {}
        self.first_batch = 0

    @property
    def bytes_per_example(self) -> int:
        return self._rows[:1].nbytes

    def divide(self, batch_size: int) -> None:
        """Begin a new epoch with a new batch size; `compile` must follow."""
        networks = self._network.parameters.size // self._network.structure.n_parameters
        self.plan = BatchPlan.of(self._n_examples, batch_size, networks * self.bytes_per_example)
        self._order = self._shuffling.draw(self.plan)
        self.first_batch = 0

    def compile(self, rule: UpdateRule) -> None:
        """Bind every batch of the present block to the operations of an update, and copy its examples in."""
        self._blocks.clear()
        self._rule = rule
        self._lay_out()

    def next_block(self, first_batch: int) -> None:
        """Lay out the block that begins with a batch, in a new order where that begins an epoch."""
        self.first_batch = first_batch
        if first_batch == 0:
            self._order = self._shuffling.draw(self.plan)
        block = self._block_at(first_batch)
        if block is not self.compiled or self.plan.batches_per_epoch > 1:
            # A batch of all examples is the same whatever their order, so it is laid out once.
            self.compiled = block
            self._fill()

    def go_back(self, order: NDArray[np.intp], first_batch: int) -> None:
        """Lay out a block as it was, of examples in an order drawn again."""
        self._order = order
        self.first_batch = first_batch
        self._lay_out()

    def foreseen_batch(self, first_batch: int, next_order: NDArray[np.intp] | None) -> tuple[Array, Array]:
        """Return inputs `(n_0, m)` and targets `(n_L, m)` of a batch that the next block will begin with.

        `next_order` is the order that will be drawn, where that block begins an epoch.
        """
        order = self._order if next_order is None else next_order
        start, (_, size) = first_batch * self.plan.batch_size, self.plan.batch_bounds(first_batch)[0]
        numbers = order[start : start + size]
        return self._rows[numbers, :-1].T.copy(), self._targets[numbers].T.copy()

    def _lay_out(self) -> None:
        self.compiled = self._block_at(self.first_batch)
        self._fill()

    def _fill(self) -> None:
        start = 0 if self.plan.epochs_per_block else self.first_batch * self.plan.batch_size
        self.compiled.lay_out(self._order[..., start : start + self.compiled.offsets[-1]])

    def _block_at(self, first_batch: int) -> CompiledBatches:
        """Return the block for a stretch of batches: all stretches but the last of a long epoch share one."""
        length = self.plan.block_length(first_batch)
        key = length if self.plan.block_rows(first_batch) == length * self.plan.batch_size else -length
        if key not in self._blocks:
            bounds, masks = self.plan.batch_bounds(first_batch), self._shuffling.masks
            self._blocks[key] = CompiledBatches(
                self._network, self._rows, self._targets, bounds, self._buffers, self._rule, self._rates, masks
            )
        return self._blocks[key]
