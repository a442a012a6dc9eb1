"""The rules: what can be conspicuous, the sentence for the student, what to try, and the preset that shows it."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from playground.training.findings import conditions
from playground.training.findings.conditions import Numbers
from playground.training.findings.evidence import RECENT, Evidence

ENOUGH = 3
"""Points with a gradient before rules about gradients speak."""


@dataclass(frozen=True, eq=False)
class Finding:
    """Something conspicuous.

    Attributes
    ----------
    kind
        A key of `RULES`.
    layer
        1 … L; None where it is about the whole network.
    numbers
        What the rule's sentence is filled with, as text.
    sentence
        What was found, with its numbers, in English; views fill a translated one.
    advice
        What to try.
    preset
        The id of a preset that shows it; empty if none does.
    """

    kind: str
    layer: int | None
    numbers: Mapping[str, str]
    sentence: str
    advice: str
    preset: str


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One thing that can be conspicuous.

    Attributes
    ----------
    label
        Two or three words.
    sentence
        A template: `{layer}` and the numbers that `condition` returns.
    advice
        What to try.
    condition
        Returns the numbers, among them `layer` where there is one; None where all is well.
    preset
        The id of a preset that shows it.
    unless
        Kinds that explain this one: it is not told beside them.
    points
        How many recent points with a gradient it needs.
    even_learned
        Whether it is told of a network that has learned all the same.
    """

    kind: str
    label: str
    sentence: str
    advice: str
    condition: Callable[[Evidence], Numbers | None]
    preset: str = ""
    unless: tuple[str, ...] = ()
    points: int = ENOUGH
    even_learned: bool = False

    def applies(self, evidence: Evidence, found: Collection[str]) -> bool:
        """Whether it is worth a look, beside the kinds that are found already."""
        if evidence.points < self.points or not set(self.unless).isdisjoint(found):
            return False
        return self.even_learned or not evidence.learned


def findings(evidence: Evidence) -> tuple[Finding, ...]:
    """Return what is conspicuous; ``"healthy"`` if nothing is, and nothing as long as it is too early."""
    found: dict[str, Finding] = {}
    for rule in RULES.values():
        with np.errstate(all="ignore"):
            numbers = rule.condition(evidence) if rule.applies(evidence, found) else None
        if numbers is not None:
            found[rule.kind] = _finding(rule, numbers)
    return tuple(found.values())


def _finding(rule: Rule, numbers: Numbers) -> Finding:
    texts = {name: number_text(value) for name, value in numbers.items()}
    layer = int(numbers["layer"]) if "layer" in numbers else None
    return Finding(rule.kind, layer, MappingProxyType(texts), rule.sentence.format(**texts), rule.advice, rule.preset)


def number_text(value: float) -> str:
    """Return a number of a sentence: counts as they are, others with two significant digits, ``0.15``, ``3.2e-7``."""
    if isinstance(value, int):
        return f"{value:,}"
    rounded = float(f"{value:.2g}")
    if 10 <= abs(rounded) < 1e7:
        return f"{rounded:,.0f}"
    mantissa, e, exponent = f"{rounded:.2g}".partition("e")
    return f"{mantissa}e{int(exponent)}" if e else mantissa


_RECORDS = (
    Rule(
        kind="diverged",
        label="Diverged",
        sentence="The numbers became infinite in epoch {epoch}, first in layer {layer}: each step overshot further.",
        advice="Lower the learning rate, or begin with smaller weights.",
        condition=conditions.diverged,
        preset="too_fast",
        points=0,
        even_learned=True,
    ),
    Rule(
        kind="symmetric",
        label="Identical neurons",
        sentence="All {units} neurons of layer {layer} have the same weights and get the same gradient: together they "
        "can do no more than one.",
        advice="Begin with weights that differ: choose any initializer but zeros.",
        condition=conditions.symmetric,
        preset="zero_init",
        points=0,
        even_learned=True,
    ),
    Rule(
        kind="dead",
        label="Dead ReLU",
        sentence="{dead} of the {units} neurons of layer {layer} are dead: ReLU makes them zero for all {examples} "
        "examples, so no gradient reaches them and they stay that way.",
        advice="Begin again with a lower learning rate, or use Leaky ReLU.",
        condition=conditions.dead,
        preset="dead_relu",
        points=0,
        even_learned=True,
    ),
    Rule(
        kind="exploding",
        label="Exploding gradients",
        sentence="The gradient of layer {layer} is {times} times larger than that of layer {last}: it grew on its way "
        "back through the layers.",
        advice="Begin with smaller weights, for example with Xavier, or use fewer layers.",
        condition=conditions.exploding,
        preset="exploding",
        unless=("diverged",),
    ),
    Rule(
        kind="steep",
        label="Huge gradients",
        sentence="The gradient of layer {layer} has the norm {norm}: even a small step changes the cost wildly.",
        advice="Begin with smaller weights, and lower the learning rate.",
        condition=conditions.steep,
        preset="exploding",
        unless=("diverged", "exploding"),
    ),
    Rule(
        kind="oscillating",
        label="Learning rate too large",
        sentence="The cost jumps up and down between {low} and {high} instead of falling: the steps are too long.",
        advice="Lower the learning rate: try a tenth of it.",
        condition=conditions.oscillating,
        preset="too_fast",
        unless=("diverged", "exploding", "steep"),
        points=RECENT,
    ),
    Rule(
        kind="rate_too_large",
        label="Learning rate too large",
        sentence="Each update changes the weights of layer {layer} by about {percent} % of their size, and the cost "
        "stays high; around 0.1 % is usual.",
        advice="Lower the learning rate: try a tenth of it.",
        condition=conditions.rate_too_large,
        preset="too_fast",
        unless=("diverged", "symmetric", "exploding", "steep", "oscillating"),
        points=RECENT,
    ),
    Rule(
        kind="saturated",
        label="Saturated neurons",
        sentence="{saturated} of the {units} neurons of layer {layer} are saturated: they sit at the flat ends of "
        "their activation for most examples, where it has hardly any slope to learn from.",
        advice="Begin with smaller weights, or lower the learning rate.",
        condition=conditions.saturated,
        preset="too_fast",
        unless=("symmetric", "exploding"),
        points=RECENT,
    ),
    Rule(
        kind="vanishing",
        label="Vanishing gradients",
        sentence="The gradient of layer {layer} is {times} times smaller than that of layer {last}: the first layers "
        "hardly learn.",
        advice="Use tanh or ReLU in the hidden layers, or fewer layers.",
        condition=conditions.vanishing,
        preset="vanishing",
        unless=("diverged", "symmetric", "dead", "oscillating", "rate_too_large", "saturated"),
    ),
    Rule(
        kind="rate_too_small",
        label="Learning rate too small",
        sentence="Each update changes the weights by {percent} % of their size at most, and the cost hardly moves; "
        "around 0.1 % is usual.",
        advice="Raise the learning rate: try ten times as much.",
        condition=conditions.rate_too_small,
        unless=("symmetric", "dead", "saturated", "vanishing"),
        points=RECENT,
    ),
    Rule(
        kind="stuck",
        label="Stuck",
        sentence="The gradient is nearly zero (norm {norm}) while the cost stays at {cost}: a local minimum, or a "
        "plain without slope.",
        advice="Begin with other weights, add neurons, or give up some weight decay.",
        condition=conditions.stuck,
        preset="local_minimum",
        unless=("symmetric", "dead", "saturated", "vanishing", "rate_too_small"),
        points=RECENT,
    ),
)

_HEALTHY = Rule(
    kind="healthy",
    label="Healthy",
    sentence="Nothing conspicuous.",
    advice="",
    condition=conditions.healthy,
    unless=tuple(rule.kind for rule in _RECORDS),
    even_learned=True,
)

RULES: Mapping[str, Rule] = MappingProxyType({rule.kind: rule for rule in (*_RECORDS, _HEALTHY)})
"""Every rule by kind, the most telling first."""
