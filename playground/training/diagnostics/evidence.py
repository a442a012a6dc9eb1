"""What a diagnosis looks at: the settings, the examples, the history, and the network as it is.

Costs are in baselines: 1 is what always answering the mean target costs.
"""

from functools import cached_property

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from playground.engine import Network
from playground.files import Experiment
from playground.messages import Message
from playground.messages.numbers import MINUS, not_finite
from playground.training.diagnostics.data_facts import DataFacts, skill
from playground.training.diagnostics.finding import percent
from playground.training.diagnostics.probe import Probe
from playground.training.examples import Examples
from playground.training.results import Array, Curves, Divergence
from playground.training.scoring import Baseline

RECENT = 20
"""Points of the history that count as recent."""
LONG = 50
"""Points before a cost that does not move counts as one that stays."""
SETTLED = 3
"""Last points whose median is the cost now."""
FALLING, NOTICED = 0.03, 0.004
"""A cost is falling where it falls by this share of itself and of the baseline from third to third."""
SHORT = 0.15
"""A skill that falls short of what is possible by more than this is a problem."""
FEWEST = 8
"""Test examples that say anything."""
CONSTANT = 0.05
"""A skill below which a network is no better than a constant answer."""


class Evidence(Struct, frozen=True, eq=False, dict=True):
    """What a diagnosis looks at.

    Attributes
    ----------
    experiment, network
        The settings, and the network, read live.
    initial
        `(P,)`: the parameters it began with.
    facts, probe
        What the data allow, and what networks like this one can do with them.
    update_ratio, saturated, dead
        `(L, k)`, as in `HealthReport`.
    watched
        How many examples `dead` and `saturated` look at.
    divergence
        Where the numbers stopped being finite, if they did.
    """

    experiment: Experiment
    network: Network
    initial: Array
    facts: DataFacts
    probe: Probe
    curves: Curves
    update_ratio: Array
    saturated: Array
    dead: Array
    watched: int
    divergence: Divergence | None

    @property
    def examples(self) -> Examples:
        return self.facts.examples

    @cached_property
    def baseline(self) -> Baseline:
        """What always answering the same comes to on the training examples."""
        return self.facts.baseline(self.experiment.training.cost)

    @cached_property
    def test_baseline(self) -> Baseline:
        """The same on the test examples."""
        return self.facts.baseline(self.experiment.training.cost, test=True)

    @cached_property
    def scale(self) -> float:
        """The baseline's cost; the first cost where that one says nothing."""
        scale = self.baseline.cost if self.baseline.cost > 0 else float(self.curves.train_cost[0])
        return scale if scale > 0 and np.isfinite(scale) else 1.0

    @cached_property
    def points(self) -> int:
        return int(np.isfinite(self.curves.gradient_norms[0]).sum())

    @property
    def epochs(self) -> int:
        return int(self.curves.epochs[-1])

    @cached_property
    def costs(self) -> NDArray[np.float64]:
        """The training costs of the later half of the run, in baselines."""
        return np.asarray(_later_half(self.curves.train_cost) / self.scale, np.float64)

    @cached_property
    def test_costs(self) -> NDArray[np.float64]:
        """The test costs of the later half."""
        scale = self.test_baseline.cost
        return np.asarray(_later_half(self.curves.test_cost) / (scale if scale > 0 else 1.0), np.float64)

    @cached_property
    def cost(self) -> float:
        """The training cost now, in baselines."""
        return float(np.median(self.costs[-SETTLED:]))

    @cached_property
    def train_accuracy(self) -> float | None:
        """The share of training examples that is right now; None for numbers."""
        if self.baseline.accuracy is None:
            return None
        return float(np.median(self.curves.train_accuracy[-SETTLED:]))

    @cached_property
    def test_accuracy(self) -> float | None:
        """The share of test examples that is right now; None for numbers, and without test examples."""
        if self.baseline.accuracy is None or not self.examples.test.m:
            return None
        return float(np.median(self.curves.test_accuracy[-SETTLED:]))

    @cached_property
    def test_constant(self) -> float | None:
        """The accuracy of the best constant answer to the test examples; None for numbers.

        Another class may be the most common one there than in training: to beat either is what counts.
        """
        labels = self.examples.test.labels
        return None if labels is None else float(np.bincount(labels).max() / max(1, len(labels)))

    @cached_property
    def skill(self) -> float:
        """How much better than the baseline: 0 for no better, 1 for perfect."""
        if self.train_accuracy is None or self.baseline.accuracy is None:
            return 1 - self.cost
        return skill(self.train_accuracy, self.baseline.accuracy)

    @cached_property
    def test_skill(self) -> float | None:
        """The same on the test examples; None without any."""
        if not self.examples.test.m:
            return None
        if self.test_accuracy is None or self.test_constant is None:
            return 1 - float(np.median(self.test_costs[-SETTLED:]))
        return skill(self.test_accuracy, self.test_constant)

    @cached_property
    def is_constant(self) -> bool:
        """Whether the network does no better on the training examples than a constant answer."""
        return self.skill <= CONSTANT and self.cost > 1 - 2 * CONSTANT

    @cached_property
    def falling(self) -> bool:
        return fall(self.costs) > max(FALLING * self.cost, NOTICED)

    @cached_property
    def test_falling(self) -> bool:
        return fall(self.test_costs) > FALLING / 2 * float(np.median(self.test_costs[-SETTLED:]))

    @cached_property
    def soon(self) -> bool:
        """Whether the cost, falling as it does, would be low after less than twice as many epochs more."""
        possible = 1.0 if self.facts.possible is None else self.facts.possible
        return self.cost - 5 * fall(self.costs) < 1 - possible + SHORT

    def score_text(self, skill: float) -> Message:
        """Return a skill as it is told: the share that is right, or the share of the variance that is explained."""
        if self.baseline.accuracy is None:
            return Message("R² = {value}", value=not_finite(skill) or f"{skill:.2f}".replace("-", MINUS))
        accuracy = self.baseline.accuracy + skill * (1 - self.baseline.accuracy)
        return Message("{n}% right answers", n=percent(accuracy))

    @property
    def better(self) -> Message:
        """What does as well as can be expected, and how well that is."""
        facts = self.facts
        if facts.are_few:
            return Message(
                "learning each of so few examples by heart would reach {score}",
                score=self.score_text(facts.possible or 0.0),
            )
        if facts.neighbours >= facts.straight:
            return Message(
                "answering as the nearest other examples do would reach {score}",
                score=self.score_text(facts.neighbours),
            )
        return Message("a linear function of the inputs would reach {score}", score=self.score_text(facts.straight))

    def feature_name(self, row: int) -> str:
        formula, names = self.examples.features.formulas[row], self.examples.dataset.input_names
        at = formula[1:] if formula[:1] == "x" else ""
        return names[int(at) - 1] if at.isdigit() else formula

    def in_unit(self, row: int, value: float) -> float:
        """Return what an output's value is in the unit of the data."""
        output = self.examples.output
        return value * float(output.scale[row, 0]) + float(output.mean[row, 0])

    @cached_property
    def norms(self) -> NDArray[np.float64]:
        """The recent gradient norm of each layer, `(L,)`."""
        return recent_median(self.curves.gradient_norms)

    @cached_property
    def first_norms(self) -> NDArray[np.float64]:
        """The gradient norm of each layer in the first points, `(L,)`."""
        return recent_median(self.curves.gradient_norms[:, : RECENT + 1])

    @cached_property
    def ratios(self) -> NDArray[np.float64]:
        """The recent update ratio of each layer, `(L,)`; NaN without weights to compare with."""
        return recent_median(self.update_ratio)

    @cached_property
    def gradient(self) -> Array:
        """The gradient of the data cost over a sample of the training examples, `(P,)` by layers `[dW | db]`."""
        train = self.examples.train
        chosen = np.linspace(0, train.m - 1, min(train.m, self.watched)).astype(np.intp)
        with np.errstate(all="ignore"):
            gradients = self.network.backpropagate(train.F[:, chosen], train.Y[:, chosen])
        return np.concatenate([np.hstack(pair).ravel() for pair in zip(gradients.W, gradients.b, strict=True)])


def _later_half(values: Array) -> Array:
    return values[-max(RECENT // 2, len(values) // 2) :]


def fall(values: NDArray[np.float64]) -> float:
    """Return how far values fall, from the median of the first third to that of the last."""
    third = max(1, len(values) // 3)
    return float(np.median(values[:third]) - np.median(values[-third:]))


def recent_median(values: Array) -> NDArray[np.float64]:
    """Return the median of each row's recent points that are finite, `(L,)`; NaN where there is none."""
    recent = values[:, -RECENT:]
    if np.isfinite(recent).all():
        return np.asarray(np.median(recent, axis=1), np.float64)  # the rule, in one call
    medians = np.full(len(recent), np.nan)
    for layer, row in enumerate(recent):
        finite = row[np.isfinite(row)]
        if finite.size:
            medians[layer] = np.median(finite)
    return medians
