"""Training many networks at once: each as its own `Trainer` would, to the last bit where numpy's products allow it."""

from collections.abc import Sequence
from typing import Unpack

import numpy as np
from numpy.typing import ArrayLike, NDArray

from playground.engine.batch_schedule import BatchPlan, ShufflingOfMany
from playground.engine.epoch_costs import EpochCostsOfMany
from playground.engine.networks import Networks
from playground.engine.operations import Array
from playground.engine.trainer import TrainerState
from playground.engine.update_loop import UpdateLoop
from playground.engine.update_rule import SettingsOfMany, UpdateRule

Numbers = float | Sequence[float] | NDArray[np.floating]


class Trainers(UpdateLoop):
    """Trains a stack of networks in step: one optimizer and one batch size, the rest each network's own.

    A network whose numbers stop being finite is frozen as it was when they were last looked at, and marked; the others
    go on.

    Raises `ValueError` if a shape, a name, a number or how many there are does not fit.

    Parameters
    ----------
    networks
        Their parameters are changed in place.
    X, Y
        `(n_0, m)` inputs and `(n_L, m)` targets that all see, or `(K, n_0, m)` and `(K, n_L, m)` of their own.
    learning_rates
        The step sizes, one for all or K; None for the optimizer's default.
    batch_size
        Examples per update; the last batch of an epoch may be smaller.
    seeds
        Of the shuffling: K seeds or generators; dropout draws from streams of them, too.
    l1, l2, weight_decay, clip_norm
        As in `UpdateRule`, one for all or K.
    **settings
        The other attributes of `UpdateRule`, which all have in common.

    Attributes
    ----------
    frozen
        `(K,)`: which networks stay as they are.
    diverged
        `(K,)`: which of them do because their numbers stopped being finite.
    """

    def __init__(
        self,
        networks: Networks,
        X: ArrayLike,
        Y: ArrayLike,
        *,
        learning_rates: Numbers | None = None,
        batch_size: int = 10,
        l1: Numbers = 0.0,
        l2: Numbers = 0.0,
        weight_decay: Numbers = UpdateRule.weight_decay,
        clip_norm: Numbers = 0.0,
        seeds: Sequence[int | np.random.Generator],
        **settings: Unpack[SettingsOfMany],
    ) -> None:
        self.networks, K = networks, len(networks)
        if len(seeds) != K:
            raise ValueError(f"{len(seeds)} seeds of the shuffling, expected one for each of {K} networks")
        inputs = networks.inputs(X)
        m = inputs.shape[-1]
        if not m:
            raise ValueError("there is no example to train on")
        targets = networks.targets(Y, m)
        if inputs.ndim != targets.ndim:
            raise ValueError("either all networks see the same inputs and targets, or each has both of its own")
        self._costs: EpochCostsOfMany = EpochCostsOfMany(K, m)
        self._shuffling = ShufflingOfMany(seeds, m if inputs.ndim == 3 else 0)
        self.frozen: NDArray[np.bool_] = np.zeros(K, bool)
        self.diverged: NDArray[np.bool_] = np.zeros(K, bool)
        self._kept: Array = networks.parameters.copy()
        self._states: dict[int, TrainerState] = {}
        rule = UpdateRule(
            l1=_one_each("l1 penalties", l1, K),
            l2=_one_each("l2 penalties", l2, K),
            weight_decay=_one_each("weight decays", weight_decay, K),
            clip_norm=_one_each("limits of the gradient", clip_norm, K),
            **settings,
        )
        rates = rule.usual_rate if learning_rates is None else learning_rates
        self._learning_rates = _one_each("learning rates", rates, K)
        super().__init__(
            networks,
            np.ascontiguousarray(inputs.mT).reshape(-1, inputs.shape[-2]),
            np.ascontiguousarray(targets.mT).reshape(-1, targets.shape[-2]),
            self._costs,
            self._shuffling,
            learning_rate=self._learning_rates,
            batch_size=batch_size,
            rule=rule,
        )

    @property
    def learning_rates(self) -> Array:
        """The step sizes `(K,)`; taken from the next update on."""
        return self._learning_rates[:, 0].copy()

    @learning_rates.setter
    def learning_rates(self, values: Numbers) -> None:
        self._learning_rates = _one_each("learning rates", values, len(self.networks))
        self._rates.value = np.where(self.frozen[:, None], 0.0, self._learning_rates)

    @property
    def costs(self) -> Array:
        """The mean training cost of each completed epoch `(K, epochs)`, as `Trainer.costs`; NaN once frozen."""
        self._settle_costs()
        return self._costs.completed

    def run_updates(self, n: int) -> None:
        """Make `n` updates of every network that is not frozen.

        Raises `ValueError` if `n` is negative.
        """
        super().run_updates(n)
        self._look()

    def freeze(self, members: NDArray[np.bool_], *, diverged: bool = False) -> None:
        """Let some of the networks, `(K,)`, stay as they are from now on."""
        new = members & ~self.frozen
        if not new.any():
            return
        self._settle_costs()
        if not diverged:
            self._states |= {int(k): self.state(int(k)) for k in np.flatnonzero(new)}
            self._kept[new] = self.networks.parameters[new]
        self.frozen |= new
        self.diverged |= new & diverged
        self._costs.left_out = self.frozen
        self._rates.value = np.where(self.frozen[:, None], 0.0, self._learning_rates)
        self._buffers.moments[:, new] = 0
        self._keep_frozen()

    def state(self, number: int) -> TrainerState:
        """Return the state of one network's training, from which a `Trainer` of the same making goes on alone.

        Raises `ValueError` if that network diverged: there is nothing to go on from.
        """
        if self.diverged[number]:
            raise ValueError(f"network {number} diverged; train it alone to see how")
        if self.frozen[number]:
            return self._states[number]
        self._settle_costs()
        buffers, plan = self._buffers, self._schedule.plan
        epochs, batch = divmod(self._schedule.first_batch + self._position, plan.batches_per_epoch)
        alone = BatchPlan.of(plan.n_examples, plan.batch_size, self._schedule.bytes_per_example)
        first_batch, position = alone.place(batch)
        gradient, cost_gradient = self.used_gradient, self.gradient if self._cost_apart else None
        return TrainerState(
            parameters=self.networks.parameters[number].copy(),
            moments=buffers.moments[:, number].copy(),
            count=float(buffers.count),
            step=buffers.step[number].copy(),
            gradient=None if gradient is None else gradient[number].copy(),
            cost_gradient=None if cost_gradient is None else cost_gradient[number].copy(),
            rng=self._shuffling.members[number].before_epoch(epochs, plan),
            first_batch=first_batch,
            position=position,
            update=self.update,
            epoch=self.epoch,
            carried_cost=float(np.broadcast_to(self._costs.carried, self.frozen.shape)[number]),
        )

    def _next_block(self) -> None:
        self._look()
        super()._next_block()

    def _look(self) -> None:
        """Freeze what is no longer finite."""
        parameters = self.networks.parameters
        lost = ~np.isfinite(parameters).all(axis=1) & ~self.frozen
        if lost.any():
            self.freeze(lost, diverged=True)
        self._keep_frozen()
        self._kept[...] = parameters

    def _keep_frozen(self) -> None:
        """Whatever the common operations made of frozen networks, they stay as they were."""
        if self.frozen.any():
            self.networks.parameters[self.frozen] = self._kept[self.frozen]


def _one_each(what: str, values: Numbers, K: int) -> Array:
    """Return numbers as an array `(K, 1)`."""
    array = np.asarray(values, np.float64)
    if array.ndim and array.shape != (K,):
        raise ValueError(f"{what} of the shape {array.shape}, expected one for all or one for each of {K} networks")
    return np.broadcast_to(array, (K,))[:, None].copy()
