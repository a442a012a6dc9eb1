"""Whether the same network does better from other first weights: the beginnings of a few other runs, trained.

Of many seeds those are tried whose hidden layers serve best as they are drawn, the last layer fitted by least squares.
Source: Huang, Zhu & Siew, "Extreme learning machine: Theory and applications", 2006.
"""

from collections.abc import Generator, Iterator
from functools import cached_property

import msgspec
import numpy as np
from msgspec import Struct

from playground.engine import ACTIVATIONS, Network
from playground.files import Experiment
from playground.training.diagnostics.data_facts import DataFacts, skill
from playground.training.jobs import Job
from playground.training.results import Array
from playground.training.scoring import baseline, score
from playground.training.starting import new_network, new_trainer

SEEDS, TRIES, EPOCHS = 30, 4, 30
"""So many seeds are drawn, so many of them are trained, for so many epochs."""
UPDATES, LARGEST = 3000, 2000
"""All of them together make so many updates at most; networks of more parameters are not tried."""
UPDATES_AT_ONCE = 20
PROBE = "probe"
"""The kind of the job."""


class Trials(Struct, frozen=True):
    """What other first weights came to.

    `skill`: the largest skill on the training examples; −∞ where nothing was tried.
    """

    skill: float
    seed: int


NOTHING = Trials(-np.inf, 0)


class Probe:
    """Other beginnings of the same experiment.

    `experiment`: with the seed that is being trained.

    `found`: what they came to; None as long as nobody has tried them.
    """

    def __init__(self, experiment: Experiment, facts: DataFacts) -> None:
        self.experiment, self._facts = experiment, facts
        self.found: Trials | None = None

    @cached_property
    def epochs(self) -> int:
        """For how long each is trained; 0 where that would take too long."""
        batches = -(-self._facts.examples.train.m // self.experiment.training.batch_size)
        small = new_network(self.experiment, self._facts.examples).parameters.size <= LARGEST
        return min(EPOCHS, UPDATES // (TRIES * batches)) if small and self.experiment.network.hidden else 0

    @property
    def tries(self) -> int:
        return TRIES if self.epochs >= EPOCHS // 4 else 0

    @property
    def is_open(self) -> bool:
        """Whether there is anything to try, and nobody has."""
        return self.found is None and self.tries > 0

    @property
    def best(self) -> Trials:
        """What is known of them."""
        return self.found or NOTHING

    def trying(self) -> Iterator[None]:
        """Try them, a few milliseconds at a time; then `found` is there."""
        others = [seed for seed in range(SEEDS) if seed != self.experiment.network.seed]
        promises = {}
        for seed in others:
            promises[seed] = self._promise(seed)
            yield
        best = NOTHING
        for seed in sorted(others, key=promises.__getitem__, reverse=True)[: self.tries]:
            network = new_network(self._with_seed(seed), self._facts.examples)
            trainer = new_trainer(self._with_seed(seed), network, self._facts.examples)
            updates = self.epochs * trainer.batches_per_epoch
            for done in range(0, updates, UPDATES_AT_ONCE):
                trainer.run_updates(min(UPDATES_AT_ONCE, updates - done))
                yield
            found = Trials(self._skill(network), seed)
            best = max(best, found, key=lambda trials: (trials.skill, trials.seed))
        self.found = best

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

    def _skill(self, network: Network) -> float:
        examples, name = self._facts.examples, self.experiment.training.cost
        cost, accuracy, _ = score(network, examples, examples.train)
        base = baseline(examples, name, examples.train)
        if accuracy is not None and base.accuracy is not None:
            return skill(accuracy, base.accuracy)
        return 1 - cost / base.cost if np.isfinite(cost) and base.cost > 0 else -np.inf


class ProbeJob(Job[Trials | None]):
    """Tries what a probe has to try; a `Job`. It works on networks of its own: the probe tells what they came to."""

    def __init__(self, probe: Probe) -> None:
        self._probe = probe
        super().__init__(self._trying(), None)

    def refused(self, problem: str) -> Trials:  # noqa: ARG002 - nobody has asked for it
        """Leave it at that nothing is known."""
        self._probe.found = NOTHING
        return NOTHING

    def _trying(self) -> Generator[None, None, Trials | None]:
        for _ in self._probe.trying():
            yield None
        return self._probe.found
