"""The training examples laid out block by block: which come next, and the operations that learn from them."""

import numpy as np
from numpy.typing import NDArray

from playground.engine.batches import BatchPlan
from playground.engine.block import Block, Penalties, Rates
from playground.engine.network import Network
from playground.engine.operations import Array
from playground.engine.optimizers import UpdateBuffers
from playground.engine.shuffling import GeneratorState, Shuffling


class Layout:
    """Divides the examples into mini-batches, shuffles them for every epoch, and compiles and fills their blocks.

    Parameters
    ----------
    network
        The network that learns.
    rows
        `(m, n_0 + 1)`: an example and a one in each row.
    targets
        `(m, n_L)`.
    buffers, rates
        What an update works on.
    seed
        Of the shuffling.

    Attributes
    ----------
    plan
        The division into mini-batches.
    block
        The present block.
    first_batch
        The number in its epoch of the batch that the block begins with.
    """

    plan: BatchPlan
    block: Block

    def __init__(
        self,
        network: Network,
        rows: Array,
        targets: Array,
        buffers: UpdateBuffers,
        rates: Rates,
        seed: int | np.random.Generator,
    ) -> None:
        self._network, self._rows, self._targets = network, rows, targets
        self._buffers, self._rates = buffers, rates
        self._shuffling = Shuffling(seed)
        self._order: NDArray[np.intp] = np.empty(0, np.intp)
        self._blocks: dict[int, Block] = {}
        self.first_batch = 0

    @property
    def rng(self) -> GeneratorState:
        """Where the generator stood before it drew the present order."""
        return self._shuffling.before

    def divide(self, batch_size: int) -> None:
        """Begin a new epoch with a new batch size; `compile` must follow."""
        n_examples, width = self._rows.shape
        self.plan = BatchPlan.of(n_examples, batch_size, width * self._rows.itemsize)
        self._order = self._shuffling.draw(self.plan)
        self.first_batch = 0

    def compile(self, optimizer: str, penalties: Penalties) -> None:
        """Bind every batch of the present block to the operations of an update, and copy its examples in."""
        self._blocks.clear()
        self._rule = optimizer, penalties
        self._lay_out()

    def next_block(self, first_batch: int) -> None:
        """Lay out the block that begins with a batch, in a new order where that begins an epoch."""
        self.first_batch = first_batch
        if first_batch == 0:
            self._order = self._shuffling.draw(self.plan)
        block = self._block_at(first_batch)
        if block is not self.block or self.plan.batches_per_epoch > 1:
            # A batch of all examples is the same whatever their order, so it is laid out once.
            self.block = block
            self._fill()

    def go_back(self, rng: GeneratorState, first_batch: int) -> None:
        """Lay out a block as it was: the generator goes back to before it drew the order, and draws it again."""
        self._order = self._shuffling.draw_again(rng, self.plan)
        self.first_batch = first_batch
        self._lay_out()

    def foreseen_batch(self, first_batch: int) -> tuple[Array, Array]:
        """Return inputs `(n_0, m)` and targets `(n_L, m)` of a batch that the next block will begin with."""
        order = self._order if first_batch else self._shuffling.foresee(self.plan)
        start, (_, size) = first_batch * self.plan.batch_size, self.plan.batch_bounds(first_batch)[0]
        numbers = order[start : start + size]
        return self._rows[numbers, :-1].T.copy(), self._targets[numbers].T.copy()

    def _lay_out(self) -> None:
        self.block = self._block_at(self.first_batch)
        self._fill()

    def _fill(self) -> None:
        start = 0 if self.plan.epochs_per_block else self.first_batch * self.plan.batch_size
        self.block.lay_out(self._order[start : start + self.block.offsets[-1]])

    def _block_at(self, first_batch: int) -> Block:
        """Return the block for a stretch of batches: all stretches but the last of a long epoch share one."""
        length = self.plan.block_length(first_batch)
        bounds = self.plan.batch_bounds(first_batch)
        key = length if bounds[-1][1] == length * self.plan.batch_size else -length
        if key not in self._blocks:
            optimizer, penalties = self._rule
            self._blocks[key] = Block(
                self._network, self._rows, self._targets, bounds, self._buffers, optimizer, self._rates, penalties
            )
        return self._blocks[key]
