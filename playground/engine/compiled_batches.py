"""The mini-batches of some epochs laid out side by side, each with its update compiled, and masks for dropout."""

from collections.abc import Sequence
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from playground.engine.network import Network, cost_per_example
from playground.engine.networks import Networks
from playground.engine.operations import Array, Operations, constant
from playground.engine.optimizers import UpdateBuffers
from playground.engine.propagation import Buffers, Propagation
from playground.engine.rate_schedules import Numbers, Rates
from playground.engine.update_rule import UpdateRule


class MaskStream:
    """The random numbers that masks are made of: beside the shuffling, and any place in it can be gone to.

    Where it stands follows from how many examples were seen, so that whatever goes back in time draws the same masks
    again, and nothing more than before has to be remembered.

    `rng`: its stream begins far ahead of where this generator stands, and leaves it alone.
    """

    def __init__(self, rng: np.random.Generator) -> None:
        bits: Any = rng.bit_generator  # of the kind PCG64, which can be jumped in
        self._bits = bits.jumped()
        self._start, self._ahead = self._bits.state, 0
        self.rng = np.random.Generator(self._bits)

    def go_to(self, place: int) -> None:
        """Stand where so many numbers were drawn."""
        self._bits.state = self._start
        self._bits.advance(self._ahead + place)

    def follow(self, other: "MaskStream", ahead: int) -> None:
        """Be the stream of another one, `ahead` by so many numbers."""
        self._start, self._ahead = other._start, other._ahead + ahead


class Masks:
    """The masks of one network, or of K networks, each from a stream of its own."""

    def __init__(self, streams: Sequence[MaskStream]) -> None:
        self.streams = streams

    def go_to(self, place: int) -> None:
        """Let every stream stand where so many numbers were drawn."""
        for stream in self.streams:
            stream.go_to(place)

    def drawing(self, share: float, masks: Array) -> Operations:
        """Return the operations that fill `masks` `(n, K·m)`: 0 by the probability `share`, else `1 / (1 − share)`."""
        K = len(self.streams)
        chances = np.empty((K, len(masks), masks.shape[1] // K), np.float64)
        kept = np.empty(masks.shape, np.bool_)
        side_by_side = kept.reshape(len(masks), K, -1).transpose(1, 0, 2)
        draws = [
            partial(stream.rng.random, None, np.float64, own) for stream, own in zip(self.streams, chances, strict=True)
        ]
        return [
            *draws,
            partial(np.greater_equal, chances, np.array(share), side_by_side),
            partial(np.multiply, kept, constant(1 / (1 - share), masks), masks),
        ]


class CompiledBatches:
    """The arrays and operations of a stretch of mini-batches, of one network or of K networks at once.

    Batch by batch, the columns of one network follow those of another, so that all but the products is one call for
    all networks.

    Attributes
    ----------
    operations
        All updates one after another: update `i` is ``operations[i * per_update : (i + 1) * per_update]``.
    sizes
        How many examples each of its batches has.
    offsets
        The row each batch begins at, and one past the last row.
    """

    def __init__(
        self,
        network: Network | Networks,
        rows: Array,
        targets: Array,
        bounds: list[tuple[int, int]],
        update: UpdateBuffers,
        rule: UpdateRule,
        rates: Rates,
        masks: Masks,
    ) -> None:
        self._structure = structure = network.structure
        n_rows, n_out = bounds[-1][1], targets.shape[1]
        self._leading = leading = network.parameters.shape[:-1]
        K = self._n_networks = leading[0] if leading else 1
        self._source_rows, self._source_targets = rows, targets
        # Batch by batch, in each the examples of one network after those of another: read from first to last.
        self._rows = np.empty((K * n_rows, rows.shape[1]), rows.dtype)
        self._targets = np.empty((K * n_rows, n_out), targets.dtype)
        places = np.arange(K * n_rows).reshape(K, n_rows)
        self._from_order = np.concatenate([places[:, start:stop].ravel() for start, stop in bounds])
        # The output layer's Z and the targets once more, each batch (n_L, K·m) and contiguous.
        self._Z_by_batch: Array = np.zeros(K * n_rows * n_out, rows.dtype)
        self._Y_by_batch: Array = np.zeros_like(self._Z_by_batch)
        places = np.arange(K * n_rows * n_out)
        slices = [slice(K * start, K * stop) for start, stop in bounds]
        by_output = [slice(each.start * n_out, each.stop * n_out) for each in slices]
        self._from_batches = np.concatenate([places[each].reshape(n_out, -1) for each in by_output], axis=1)
        self._to_batches = np.concatenate([places[each].reshape(-1, n_out).T.ravel() for each in by_output])
        self.sizes = [stop - start for start, stop in bounds]
        self.offsets = np.array([0, *(stop for _, stop in bounds)])
        self._starts = np.concatenate(
            [each.start + m * np.arange(K) for m, each in zip(self.sizes, slices, strict=True)]
        )

        gradients = structure.matrices(rule.cost_gradient(update))
        buffers = {
            m: Buffers(structure, K * m, network.dtype, keep=False, dropout=rule.dropout > 0) for m in set(self.sizes)
        }
        passes = {m: Propagation(structure, network.matrices, buffers[m]) for m in buffers}
        backward = {m: passes[m].backward(gradients) for m in passes}
        draws = {m: masks.drawing(rule.dropout, buffers[m].M_block) if buffers[m].drops else [] for m in buffers}
        tails = {m: rule.operations(network, update, m, rates) for m in passes}
        self._buffers = buffers
        self._divisors = np.array([rule.divisor(m) for m in self.sizes], np.float64)
        live = {m: rates.divided_by(rule.divisor(m)) for m in passes}
        self._rates: Array = np.zeros((len(bounds), *live[self.sizes[0]].shape), network.dtype)
        self.operations: Operations = []
        for number, (m, each, flat) in enumerate(zip(self.sizes, slices, by_output, strict=True)):
            if rule.is_scheduled:
                self.operations.append(partial(np.copyto, live[m], self._rates[number, ...]))
            self.operations += draws[m]
            A0 = self._rows[each].reshape(*leading, m, -1).mT
            Z_out, Y = (values[flat].reshape(n_out, K * m) for values in (self._Z_by_batch, self._Y_by_batch))
            self.operations += passes[m].forward(A0, Z_out)
            self.operations += backward[m].operations(A0, Z_out, Y)
            self.operations += tails[m]
        self.per_update = len(self.operations) // len(bounds)

    def lay_out(self, order: NDArray[np.intp]) -> None:
        """Copy the examples in, in a given order of their numbers, `(m,)` or `(K, m)`."""
        numbers = order.take(self._from_order)
        self._source_rows.take(numbers, 0, self._rows, "clip")
        self._source_targets.take(numbers, 0, self._targets, "clip")
        self._targets.take(self._to_batches, None, self._Y_by_batch, "clip")

    def batch(self, number: int) -> tuple[Array, Array]:
        """Return copies of inputs `(n_0, m)` and targets `(n_L, m)` of one of its batches, of one network."""
        rows = slice(self.offsets[number], self.offsets[number + 1])
        return self._rows[rows, :-1].T.copy(), self._targets[rows].T.copy()

    def cost_sums(self, first: int, last: int) -> Array:
        """Return the sums of the examples' costs of batches `first` to `last - 1`, before each batch's update.

        They are `(last - first,)`, or `(K, last - first)`.
        """
        K = self._n_networks
        starts = self._starts[K * first : K * last]
        with np.errstate(all="ignore"):
            sums = np.add.reduceat(self.costs(first, last).astype(np.float64, copy=False), starts - starts[0])
        return sums.reshape(-1, K).T.reshape(*self._leading, -1)

    def set_rates(self, first: int, rates: Numbers) -> None:
        """Let batches from `first` on take learning rates of their own; only where the rule is scheduled."""
        batches = slice(first, first + len(rates))
        self._rates[batches] = (rates.T / self._divisors[batches]).T

    def masks(self, number: int) -> list[Array]:
        """Return copies of the dropout masks `(n_l, m)` of the hidden layers, as its last batch of that size had."""
        return [mask.copy() for mask in self._buffers[self.sizes[number]].M]

    def costs(self, first: int, last: int) -> Array:
        """Return the cost of each example of batches `first` to `last - 1`, as it was before its batch's update."""
        columns = slice(self._n_networks * self.offsets[first], self._n_networks * self.offsets[last])
        Z = self._Z_by_batch.take(self._from_batches[:, columns])
        with np.errstate(all="ignore"):
            return cost_per_example(self._structure, Z, self._targets[columns].T)
