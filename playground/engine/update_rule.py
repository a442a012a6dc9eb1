"""How an update goes from a gradient to a step: mean, penalties, clipping, optimizer, and the rate that it takes."""

from dataclasses import dataclass, replace
from functools import cached_property, partial
from math import inf, sqrt
from typing import TypedDict

import numpy as np
from numpy.typing import ArrayLike

from playground.engine.network import Network
from playground.engine.networks import Networks
from playground.engine.operations import Array, Operations, constant
from playground.engine.optimizers import OPTIMIZERS, UpdateBuffers
from playground.engine.parts import incoming, outgoing
from playground.engine.propagation import Structure
from playground.engine.rate_schedules import SCHEDULES, Numbers, Rates, check_not_negative

CLIPPING_EPSILON = 1e-6
"""What torch.nn.utils.clip_grad_norm_ adds to the norm."""


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


def clipping_factor(norm: float, limit: float) -> float:
    """Return what a gradient is multiplied by so that its norm is at most `limit`: 1 where it is."""
    return min(1.0, limit / (norm + CLIPPING_EPSILON))


def _clipping(gradient: Array, limit: float | Array, clipped: Array) -> Operations:
    """Return the operations that fill `clipped` with a gradient, shortened where it is longer than `limit`."""
    factor = np.ones(gradient.shape[:-1] + (1,) * (gradient.ndim - 1), gradient.dtype)
    # Of K networks, some may have no limit.
    limits = np.where(np.equal(limit, 0), inf, limit)

    def measure() -> None:
        factor[()] = clipping_factor(sqrt(gradient.dot(gradient)), float(limits))

    def measure_each() -> None:
        norms = np.sqrt(np.einsum("kp,kp->k", gradient, gradient))[:, None]
        np.minimum(1.0, limits / (norms + CLIPPING_EPSILON), out=factor)

    return [measure if gradient.ndim == 1 else measure_each, partial(np.multiply, gradient, factor, clipped)]


class SettingsOfMany(TypedDict, total=False):
    """The attributes of `UpdateRule` that many networks have in common, each as an option."""

    optimizer: str
    schedule: str
    schedule_epochs: int
    schedule_factor: float
    dropout: float
    frozen: tuple[str, ...]
    off: tuple[str, ...]


class RuleSettings(SettingsOfMany, total=False):
    """All of them."""

    l1: float
    l2: float
    weight_decay: float
    clip_norm: float


@dataclass(frozen=True, kw_only=True)
class UpdateRule:
    """Everything that decides how an update is made, but for the learning rate and the examples.

    For K networks, penalties, weight decay and clipping may be arrays `(K, 1)`; all else they have in common.

    Raises `ValueError` if a name is unknown or a number out of bounds.

    Attributes
    ----------
    l1, l2
        Penalties `l1·Σ|W|` and `l2·½‖W‖²`, on weights and never on biases.
    weight_decay
        By what share of rate × itself an optimizer that decays shrinks each parameter; others take no notice.
    clip_norm
        The largest norm of the whole gradient, penalties included; 0 for no limit.
    schedule
        The name of a schedule of the learning rate.
    schedule_epochs, schedule_factor
        Its length and its share: see `RateSchedule`.
    dropout
        The share of hidden neurons that each example of an update does without.
    frozen
        Layers and neurons, by the names of `Part`, whose weights and biases stay as they are.
    off
        Those whose weights to the layer above are 0, and stay so: the network does without them.
    """

    optimizer: str = "sgd"
    l1: float | Array = 0.0
    l2: float | Array = 0.0
    weight_decay: float | Array = 0.01
    clip_norm: float | Array = 0.0
    schedule: str = "constant"
    schedule_epochs: int = 100
    schedule_factor: float = 0.1
    dropout: float = 0.0
    frozen: tuple[str, ...] = ()
    off: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for what, name, table in (("optimizer", self.optimizer, OPTIMIZERS), ("schedule", self.schedule, SCHEDULES)):
            if name not in table:
                raise ValueError(f"unknown {what} {name!r}, expected one of {', '.join(table)}")
        check_not_negative("l1", self.l1)
        check_not_negative("l2", self.l2)
        check_not_negative("weight_decay", self.weight_decay)
        check_not_negative("clip_norm", self.clip_norm)
        if not 1 <= self.schedule_epochs < inf:
            raise ValueError(f"schedule_epochs {self.schedule_epochs}, expected a number of epochs, at least 1")
        if not 0 <= self.schedule_factor <= 1:
            raise ValueError(f"schedule_factor {self.schedule_factor}, expected a share from 0 to 1")
        if not 0 <= self.dropout < 1:
            raise ValueError(f"dropout {self.dropout}, expected a share of the neurons, from 0 to below 1")

    @property
    def usual_rate(self) -> float:
        """The optimizer's default learning rate."""
        return OPTIMIZERS[self.optimizer].learning_rate

    @cached_property
    def penalties(self) -> Penalties:
        return Penalties(self.l1, self.l2)

    @cached_property
    def clips(self) -> bool:
        return bool(np.any(self.clip_norm))

    @cached_property
    def fixes(self) -> bool:
        """Whether some parameters may not change."""
        return bool(self.frozen or self.off)

    def free(self, network: Network | Networks) -> Array:
        """Return 1 for each parameter that may change, else 0, `(P,)`."""
        fixed = incoming(network.structure, self.frozen) | outgoing(network.structure, self.off)
        return (~fixed).astype(network.dtype)

    @cached_property
    def keeps_cost_gradient(self) -> bool:
        """Whether the gradient that the update uses is another than that of the cost."""
        return bool(self.penalties) or self.clips or self.fixes

    @cached_property
    def defers_mean(self) -> bool:
        """Whether the factor `1/m` rides in the learning rate, so that the gradient buffer holds a sum."""
        return OPTIMIZERS[self.optimizer].plain and not self.keeps_cost_gradient

    @property
    def is_scheduled(self) -> bool:
        return self.schedule != "constant"

    def divisor(self, m: int) -> int:
        """Return what the rate of a batch of `m` examples is divided by."""
        return m if self.defers_mean else 1

    def rate_factors(self, updates: ArrayLike, per_epoch: int) -> Numbers:
        """Return the share of the learning rate that the update after so many has, each epoch having `per_epoch`."""
        length = float(self.schedule_epochs * per_epoch)
        return SCHEDULES[self.schedule].factor(np.asarray(updates, np.float64), length, self.schedule_factor)

    def cost_gradient(self, buffers: UpdateBuffers) -> Array:
        """Return where the gradient of the cost goes, `(P,)`."""
        return buffers.cost_gradient if self.keeps_cost_gradient else buffers.gradients[0]

    def operations(self, network: Network | Networks, buffers: UpdateBuffers, m: int, rates: Rates) -> Operations:
        """Return the operations from the sum of the cost's gradients over `m` examples to the new parameters."""
        live = replace(
            buffers, rate=rates.divided_by(self.divisor(m)), decay=constant(self.weight_decay, network.parameters)
        )
        optimize = OPTIMIZERS[self.optimizer].compile(live)
        if self.defers_mean:
            return optimize
        gradient, used = self.cost_gradient(buffers), buffers.gradients[0]
        operations: Operations = [partial(np.multiply, gradient, constant(1 / m, gradient), gradient)]
        operations += self.penalties.operations(network, buffers)
        known = used if self.penalties else gradient
        if self.fixes:
            free = self.free(network)
            operations.append(partial(np.multiply, known, free, used))
            optimize.insert(-1, partial(np.multiply, buffers.step, free, buffers.step))  # the last one takes the step
            known = used
        if self.clips:
            operations += _clipping(known, self.clip_norm, used)
        return [*operations, *optimize]
