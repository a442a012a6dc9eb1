"""How the examples of one or several epochs are laid out in memory at once: which rows make which mini-batch."""

from dataclasses import dataclass

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

    Attributes
    ----------
    batches_per_epoch
        Mini-batches in an epoch, the last of which may be smaller.
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
    def rows(self) -> int:
        """How many examples a block holds at most."""
        return self.epochs_per_block * self.n_examples or min(self.batches_per_block * self.batch_size, self.n_examples)

    def batch_bounds(self, first_batch: int) -> list[tuple[int, int]]:
        """Return first and one-past-last row, within its block, of each batch of the block starting at `first_batch`.

        Parameters
        ----------
        first_batch
            The number of the block's first batch in its epoch: 0 where blocks hold whole epochs.
        """
        bounds, start = [], 0
        for number in range(first_batch, first_batch + self.block_length(first_batch)):
            within = number % self.batches_per_epoch
            size = min(self.batch_size, self.n_examples - within * self.batch_size)
            bounds.append((start, start + size))
            start += size
        return bounds

    def block_length(self, first_batch: int) -> int:
        """Return how many batches the block that starts at `first_batch` of its epoch has."""
        if self.epochs_per_block:
            return self.batches_per_block
        return min(self.batches_per_block, self.batches_per_epoch - first_batch)
