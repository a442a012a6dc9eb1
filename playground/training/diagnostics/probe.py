"""Whether the same network does better from other first weights: the beginnings of a few other runs, trained.

Of many seeds those are tried whose hidden layers serve best as they are drawn, the last layer fitted by least squares.
Source: Huang, Zhu & Siew, "Extreme learning machine: Theory and applications", 2006.
"""

from functools import cached_property

import msgspec
import numpy as np

from playground.engine import ACTIVATIONS
from playground.files import Experiment
from playground.training.baseline import baseline
from playground.training.diagnostics.data_facts import DataFacts, skill
from playground.training.scoring import score
from playground.training.snapshot import Array
from playground.training.starting import new_network, new_trainer

SEEDS, TRIES, EPOCHS = 30, 4, 30
"""So many seeds are drawn, so many of them are trained, for so many epochs."""
UPDATES, LARGEST = 3000, 2000
"""All of them together make so many updates at most; networks of more parameters are not tried."""


class Probe:
    """Other beginnings of the same experiment.

    Parameters
    ----------
    experiment
        With the seed that is being trained.
    facts
        Its examples.

    Attributes
    ----------
    experiment
    """

    def __init__(self, experiment: Experiment, facts: DataFacts) -> None:
        self.experiment, self._facts = experiment, facts

    @cached_property
    def epochs(self) -> int:
        """For how long each is trained; 0 where that would take too long."""
        batches = -(-self._facts.examples.train.m // self.experiment.training.batch_size)
        small = new_network(self.experiment, self._facts.examples).parameters.size <= LARGEST
        return min(EPOCHS, UPDATES // (TRIES * batches)) if small and self.experiment.network.hidden else 0

    @property
    def tries(self) -> int:
        """How many are trained."""
        return TRIES if self.epochs >= EPOCHS // 4 else 0

    @cached_property
    def _best(self) -> tuple[float, int]:
        """The largest skill, and the seed that has it."""
        others = [seed for seed in range(SEEDS) if seed != self.experiment.network.seed]
        with np.errstate(all="ignore"):
            promising = sorted(others, key=self._promise, reverse=True)[: self.tries]
            return max(((self._trained(seed), seed) for seed in promising), default=(-np.inf, 0))

    @property
    def skill(self) -> float:
        """The largest skill on the training examples; −∞ where nothing was tried."""
        return self._best[0]

    @property
    def seed(self) -> int:
        """The seed that has it."""
        return self._best[1]

    def _with_seed(self, seed: int) -> Experiment:
        network = msgspec.structs.replace(self.experiment.network, seed=seed)
        return msgspec.structs.replace(self.experiment, network=network)

    def _promise(self, seed: int) -> float:
        """Return what a linear function of the last hidden layer explains before any training."""
        network = new_network(self._with_seed(seed), self._facts.examples)
        A: Array = self._facts.inputs
        for W, b, name in zip(network.W[:-1], network.b[:-1], network.activations, strict=False):
            A = ACTIVATIONS[name](W @ A + b)
        return self._facts.fit(A.astype(np.float64)) if np.isfinite(A).all() else -np.inf

    def _trained(self, seed: int) -> float:
        experiment, examples = self._with_seed(seed), self._facts.examples
        network = new_network(experiment, examples)
        new_trainer(experiment, network, examples).run_epochs(self.epochs)
        cost, accuracy, _ = score(network, examples, examples.train)
        base = baseline(examples, experiment.training.cost, examples.train)
        if accuracy is not None and base.accuracy is not None:
            return skill(accuracy, base.accuracy)
        return 1 - cost / base.cost if np.isfinite(cost) and base.cost > 0 else -np.inf
