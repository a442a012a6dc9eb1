"""Where each optimizer would go next from the same weights and batch, and how it fares from there."""

import dataclasses
from collections.abc import Iterator, Sequence

import numpy as np
from msgspec.structs import replace

from playground.engine import OPTIMIZERS, Trainer
from playground.training.landscape.field import copy_of
from playground.training.landscape.results import COUNTS, Numbers, OptimizerStep, coordinates
from playground.training.scoring import score
from playground.training.starting import new_trainer
from playground.training.stop_rules import is_finite
from playground.training.training_run import TrainingRun

NEGLIGIBLE = 1e-6
"""A second direction with less than this share of the first one's extent is rounding."""


class Contenders:
    """Every optimizer on a copy of a run: the same weights, the same batches, one after another.

    `one_rate`: whether all take the session's learning rate, and not each but the session's own its usual one.
    """

    def __init__(self, run: TrainingRun, *, one_rate: bool) -> None:
        self._experiment, self._examples = run.experiment, run.examples
        self._network = copy_of(run.network.structure, run.network.parameters)
        self._state = run.trainer.state()
        self._fresh = dataclasses.replace(self._state, moments=np.zeros_like(self._state.moments), count=0.0)
        self._one_rate = one_rate
        self._trainer: Trainer | None = None

    def cost(self) -> float:
        """Return the cost of all training examples with the present weights of the copy."""
        return score(self._network, self._examples, self._examples.train)[0]

    def first_steps(self) -> Iterator[tuple[OptimizerStep, Numbers]]:
        """Yield each optimizer's next update: what is told of it, and the step itself `(P,)`."""
        own = self._experiment.training.optimizer
        for name in OPTIMIZERS:
            trainer = self._begin(name)
            rate = trainer.rate  # of the update that comes
            trainer.run_updates(1)
            step = trainer.step
            assert step is not None, "an update was made"
            moved = step.astype(np.float64)
            length = float(np.linalg.norm(moved))
            length = length if length < np.inf else np.inf
            yield OptimizerStep(name, self._learning_rate(name), rate, name == own, length), moved

    def costs(self, name: str) -> Iterator[tuple[tuple[float, ...], int | None] | None]:
        """Train with one optimizer, an update at a step.

        Yields its costs so far, and the update that led to no finite number, if any, where there is more to tell; else
        None.
        """
        trainer = self._begin(name)
        costs: tuple[float, ...] = ()
        for update in range(1, COUNTS[-1] + 1):
            trainer.run_updates(1)
            if not is_finite(self._network):
                yield costs + (np.inf,) * (len(COUNTS) - len(costs)), update
                return
            if update in COUNTS:
                cost = self.cost()
                costs = (*costs, cost if np.isfinite(cost) else np.inf)
                yield costs, None
            else:
                yield None

    def _begin(self, name: str) -> Trainer:
        """Return the trainer at the run's own state, and from there on with an optimizer, as a live change has it."""
        if self._trainer is None:
            self._trainer = new_trainer(self._experiment, self._network, self._examples)
        trainer = self._trainer
        trainer.configure(optimizer=name)
        trainer.restore(self._state if name == self._experiment.training.optimizer else self._fresh)
        trainer.learning_rate = self._learning_rate(name)
        return trainer

    def _learning_rate(self, name: str) -> float:
        training = self._experiment.training
        keeps = self._one_rate or name == training.optimizer
        return training.learning_rate if keeps else OPTIMIZERS[name].learning_rate


def spanned(steps: Sequence[Numbers]) -> tuple[Numbers, tuple[float, float]] | None:
    """Return two orthogonal directions `(2, P)` of length 1 near which all steps lie, and their shares of the steps.

    They are the first right singular vectors of the matrix whose rows are the steps, each divided by its length, so
    that a short step counts as much as a long one. Where all steps lie on one line, the second is the axis of a
    parameter that is least along it, made orthogonal. None where nothing moves.
    """
    finite = [step for step in steps if np.isfinite(step).all() and step.any()]
    if not finite:
        return None
    # Divided by the largest part first: the squares of huge steps are numbers, too, and those of tiny ones not 0.
    units = np.stack([step / np.abs(step).max() for step in finite])
    units /= np.linalg.norm(units, axis=1, keepdims=True)
    _, values, vectors = np.linalg.svd(units, full_matrices=False)
    first = vectors[0]
    if len(values) > 1 and values[1] > NEGLIGIBLE * values[0]:
        second = vectors[1]
    else:
        second = np.zeros_like(first)
        second[np.abs(first).argmin()] = 1
        second -= (second @ first) * first
        second /= np.linalg.norm(second)
    directions: Numbers = np.stack([first, second])
    directions[directions @ units.sum(axis=0) < 0] *= -1
    squares = np.append(np.square(values), 0.0)
    first_share, second_share = (squares[:2] / squares.sum()).tolist()
    return directions, (first_share, second_share)


def placed(told: OptimizerStep, step: Numbers, directions: Numbers) -> OptimizerStep:
    if not 0 < told.length < np.inf:
        return told
    x, y = coordinates(directions, step[:, None])[:, 0].tolist()
    share = float(np.linalg.norm(x * directions[0] + y * directions[1])) / told.length
    return replace(told, tip=(x, y), share=min(share, 1.0))
