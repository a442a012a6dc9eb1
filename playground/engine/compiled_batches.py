"""The mini-batches of some epochs laid out side by side, each with its update compiled."""

from dataclasses import dataclass, replace
from functools import partial
from math import inf

import numpy as np
from numpy.typing import NDArray

from playground.engine.network import Network, cost_per_example
from playground.engine.networks import Networks
from playground.engine.operations import Array, Operations, constant
from playground.engine.optimizers import OPTIMIZERS, UpdateBuffers
from playground.engine.propagation import Buffers, Propagation, Structure


@dataclass(frozen=True)
class Penalties:
    """`l1·Σ|W|` and `l2·½‖W‖²`, on weights and never on biases; for K networks each is an array `(K, 1)`."""

    l1: float | Array = 0.0
    l2: float | Array = 0.0

    def __post_init__(self) -> None:
        check_not_negative("l1", self.l1)
        check_not_negative("l2", self.l2)

    def __bool__(self) -> bool:
        return bool(np.any(self.l1) or np.any(self.l2))

    def value(self, network: Network) -> float:
        """Return the penalty of a network's weights."""
        if not self:
            return 0.0
        with np.errstate(all="ignore"):
            return float(sum(self.l1 * np.abs(W).sum() + 0.5 * self.l2 * np.square(W).sum() for W in network.W))

    def gradient(self, structure: Structure, parameters: Array) -> Array:
        """Return `l2·W + l1·sign(W)` for a flat vector of parameters, zero for biases."""
        gradient = self.l2 * parameters + self.l1 * np.sign(parameters)
        for matrix in structure.matrices(gradient):
            matrix[..., -1] = 0
        return gradient

    def operations(self, network: Network | Networks, buffers: UpdateBuffers) -> Operations:
        """Return the operations that add the penalties' gradient `l2·W + l1·sign(W)` to the cost's, which stays."""
        parameters, gradient, scratch = network.parameters, buffers.gradients[0], np.empty_like(network.parameters)
        so_far = buffers.cost_gradient
        weights = np.ones_like(parameters)
        for matrix in network.structure.matrices(weights):
            matrix[..., -1] = 0
        operations: Operations = []
        if np.any(self.l2):
            operations += [
                partial(np.multiply, parameters, weights * constant(self.l2, weights), scratch),
                partial(np.add, so_far, scratch, gradient),
            ]
            so_far = gradient
        if np.any(self.l1):
            operations += [
                partial(np.sign, parameters, scratch),
                partial(np.multiply, scratch, weights * constant(self.l1, weights), scratch),
                partial(np.add, so_far, scratch, gradient),
            ]
        return operations


class Rates:
    """The learning rate as the 0-d arrays that compiled updates read, so that it changes without compiling anew.

    For K networks it is an array `(K, 1)`, a rate for each.

    A plain optimizer without penalties steps by rate × mean gradient: there the factor `1/m` of the mean rides in the
    rate, which saves one call in each update.
    """

    def __init__(self, value: float | Array, dtype: np.dtype[np.floating]) -> None:
        self._dtype = dtype
        self._by_divisor: dict[int, Array] = {}
        self.value = value

    @property
    def value(self) -> float | Array:
        return self._value

    @value.setter
    def value(self, value: float | Array) -> None:
        check_not_negative("learning rate", value)
        self._value = value
        for divisor, array in self._by_divisor.items():
            array[...] = value / divisor

    def divided_by(self, divisor: int) -> Array:
        """Return the live array of rate / divisor."""
        return self._by_divisor.setdefault(divisor, np.array(self._value / divisor, self._dtype))


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
        optimizer: str,
        rates: Rates,
        penalties: Penalties,
    ) -> None:
        self._structure = structure = network.structure
        n_rows, n_out = bounds[-1][1], targets.shape[1]
        self._leading = leading = network.parameters.shape[:-1]
        K = leading[0] if leading else 1
        self._source_rows, self._source_targets = rows, targets
        self._rows = np.empty((*leading, n_rows, rows.shape[1]), rows.dtype)
        self._targets = np.empty((*leading, n_rows, n_out), targets.dtype)
        # The output layer's Z and the targets once more, batch by batch, each batch (n_L, K·m) and contiguous.
        self._Z_by_batch: Array = np.zeros(K * n_rows * n_out, rows.dtype)
        self._Y_by_batch: Array = np.zeros_like(self._Z_by_batch)
        places = np.arange(self._targets.size)
        slices = [slice(K * start * n_out, K * stop * n_out) for start, stop in bounds]
        self._from_batches = np.concatenate([places[each].reshape(n_out, K, -1) for each in slices], axis=2)
        places_in_rows = places.reshape(K, n_rows, n_out)
        self._to_batches = np.concatenate(
            [places_in_rows[:, start:stop].transpose(2, 0, 1).ravel() for start, stop in bounds]
        )
        self.sizes = [stop - start for start, stop in bounds]
        self.offsets = np.array([0, *(stop for _, stop in bounds)])

        gradients = structure.matrices(update.cost_gradient if penalties else update.gradients[0])
        buffers = {m: Buffers(structure, K * m, network.dtype, keep=False) for m in set(self.sizes)}
        passes = {m: Propagation(structure, network.matrices, buffers[m]) for m in buffers}
        backward = {m: passes[m].backward(gradients) for m in passes}
        tails = {m: _update_operations(network, update, m, optimizer, rates, penalties) for m in passes}
        self.operations: Operations = []
        for (start, stop), each in zip(bounds, slices, strict=True):
            m = stop - start
            A0 = self._rows[..., start:stop, :].mT
            Z_out, Y = (flat[each].reshape(n_out, K * m) for flat in (self._Z_by_batch, self._Y_by_batch))
            self.operations += passes[m].forward(A0, Z_out)
            self.operations += backward[m].operations(A0, Z_out, Y)
            self.operations += tails[m]
        self.per_update = len(self.operations) // len(bounds)

    def lay_out(self, order: NDArray[np.intp]) -> None:
        """Copy the examples in, in a given order of their numbers, `(m,)` or `(K, m)`."""
        self._source_rows.take(order, 0, self._rows, "clip")
        self._source_targets.take(order, 0, self._targets, "clip")
        self._targets.take(self._to_batches, None, self._Y_by_batch, "clip")

    def batch(self, number: int) -> tuple[Array, Array]:
        """Return copies of inputs `(n_0, m)` and targets `(n_L, m)` of one of its batches."""
        rows = slice(self.offsets[number], self.offsets[number + 1])
        return self._rows[..., rows, :-1].mT.copy(), self._targets[..., rows, :].mT.copy()

    def costs(self, first: int, last: int) -> Array:
        """Return the cost of each example of batches `first` to `last - 1`, as it was before its batch's update."""
        rows = slice(self.offsets[first], self.offsets[last])
        Z = self._Z_by_batch.take(self._from_batches[:, :, rows].reshape(len(self._from_batches), -1))
        Y = np.moveaxis(self._targets[..., rows, :], -1, 0).reshape(Z.shape)
        with np.errstate(all="ignore"):
            return cost_per_example(self._structure, Z, Y).reshape(*self._leading, -1)


def check_not_negative(name: str, value: float | Array) -> None:
    """Check that a number, or each of several, is finite and not below zero.

    Raises
    ------
    ValueError
        If it is not.
    """
    for each in np.ravel(value).tolist():
        if not 0 <= each < inf:
            raise ValueError(f"{name} {each}, expected a finite number, at least 0")


def defers_mean(optimizer: str, penalties: Penalties) -> bool:
    """Whether the factor `1/m` rides in the learning rate, so that the gradient buffer holds a sum."""
    return OPTIMIZERS[optimizer].plain and not penalties


def _update_operations(
    network: Network | Networks, update: UpdateBuffers, m: int, optimizer: str, rates: Rates, penalties: Penalties
) -> Operations:
    gradient = update.cost_gradient if penalties else update.gradients[0]
    compile_update = OPTIMIZERS[optimizer].compile
    if defers_mean(optimizer, penalties):
        return compile_update(replace(update, rate=rates.divided_by(m)))
    mean = partial(np.multiply, gradient, constant(1 / m, gradient), gradient)
    return [mean, *penalties.operations(network, update), *compile_update(replace(update, rate=rates.divided_by(1)))]
