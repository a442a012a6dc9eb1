"""Why something happened on the curves, as far as the numbers of the layers at that moment show it."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from playground.messages import Message
from playground.messages.numbers import number
from playground.training.diagnostics.evidence import Evidence
from playground.training.diagnostics.finding import Finding, number_text, percent
from playground.training.diagnostics.learning_causes import DEAD, LARGE_RATIO, SATURATED, VANISHING
from playground.training.results import Array

Numbers = NDArray[np.float64]

BEFORE = 5
"""Points before a moment that say what was usual."""
GROWN = 5.0
"""A gradient so many times its usual size is told of."""
CHANGED = 0.25
"""So many more dead or saturated neurons of a layer are told of."""
STILL, SLOW = 1e-4, 1e-5
"""A gradient's norm and an update's share of the weights below which nothing moves."""
DATA = ("contradicting_labels", "outlier")
"""What Health finds in the data that no network can learn without harm."""
WELL = ("healthy", "too_early", "no_better_than_constant", "overfitting")
"""What Health finds that is no cause of a plateau."""
SPIKES, PLATEAUS, RISING = "spike", "plateau", "test_rising"
"""The kinds of events."""


class Moment(Struct, frozen=True, eq=False):
    """A stretch of the history, from one point to another, both included; of a spike, its top alone."""

    e: Evidence
    first: int
    last: int
    rates: Array
    findings: tuple[Finding, ...] = ()

    @property
    def rate(self) -> float:
        """The learning rate that was set there; the one that is set now where that is not known."""
        known = [rate for rate in self.rates[0, self.first : self.last + 1] if np.isfinite(rate)]
        return float(known[-1]) if known else self.e.experiment.training.learning_rate

    def now(self, values: Array) -> Numbers:
        """Return the median over the stretch of what is kept by layer, `(L,)`; NaN where there is nothing."""
        return _median(values[:, self.first : self.last + 1])

    def before(self, values: Array) -> Numbers:
        return _median(values[:, max(0, self.first - BEFORE) : self.first])


def _median(values: Array) -> Numbers:
    if not values.shape[1]:
        return np.full(len(values), np.nan)
    ordered = np.sort(values, axis=1)  # NaN last
    finite = np.isfinite(ordered).sum(axis=1)
    middle = ordered[np.arange(len(values)), np.maximum(finite - 1, 0) // 2]
    return np.asarray(np.where(finite > 0, middle, np.nan), float)


def _worst(values: Numbers) -> tuple[int, float]:
    """Return the layer, from 0, of the largest number, and the number; 0 where there is none."""
    known = np.nan_to_num(values)
    return int(known.argmax()), float(known.max(initial=0.0))


Told = tuple[Message, Message]
"""The cause, and what to try."""
Rule = Callable[[Moment], Told | None]


def _lower_rate(moment: Moment) -> Message:
    rate = number_text(float(f"{moment.rate / 3:.1g}"))
    return Message("Lower the learning rate, to {rate} for example.", rate=rate)


def _died(moment: Moment) -> Told | None:
    layer, share = _worst(moment.now(moment.e.dead) - np.nan_to_num(moment.before(moment.e.dead)))
    if share < CHANGED:
        return None
    cause = Message("{n}% of the neurons of layer {layer} died there.", n=percent(share), layer=layer + 1)
    return cause, Message("Lower the learning rate, or take Leaky ReLU.")


def _became_flat(moment: Moment) -> Told | None:
    layer, share = _worst(moment.now(moment.e.saturated) - np.nan_to_num(moment.before(moment.e.saturated)))
    if share < CHANGED:
        return None
    cause = Message("{n}% of the neurons of layer {layer} became saturated there.", n=percent(share), layer=layer + 1)
    return cause, _lower_rate(moment)


def _long_step(moment: Moment) -> Told | None:
    layer, ratio = _worst(moment.now(moment.e.update_ratio))
    if ratio < LARGE_RATIO:
        return None
    cause = Message(
        "An update there moved the weights of layer {layer} by {n}% of their size, where about 0.1% is usual: the step "
        "went too far.",
        layer=layer + 1,
        n=percent(ratio),
    )
    return cause, _lower_rate(moment)


def _steep(moment: Moment) -> Told | None:
    norms = moment.e.curves.gradient_norms
    now, before = moment.now(norms), moment.before(norms)
    with np.errstate(all="ignore"):
        layer, times = _worst(np.where(before > 0, now / before, 0.0))
    if times < GROWN:
        return None
    cause = Message(
        "The gradient of layer {layer} was {times} times as large as in the epochs before: the cost is steep there.",
        layer=layer + 1,
        times=number_text(times),
    )
    return cause, _lower_rate(moment)


def _health(moment: Moment) -> Told | None:
    """What Health finds is about the present: it counts where the plateau lasts until now."""
    finding = next((each for each in moment.findings if each.name not in WELL), None)
    if finding is None or moment.last < len(moment.e.curves.epochs) - 1:
        return None
    return finding.sentence, finding.remedy or Message("Look at the Health tab.")


def _dead(moment: Moment) -> Told | None:
    layer, share = _worst(moment.now(moment.e.dead))
    if share < DEAD:
        return None
    cause = Message("{n}% of the neurons of layer {layer} were dead.", n=percent(share), layer=layer + 1)
    return cause, Message("Begin again with Leaky ReLU, which has a slope everywhere.")


def _saturated(moment: Moment) -> Told | None:
    layer, share = _worst(moment.now(moment.e.saturated))
    if share < SATURATED:
        return None
    cause = Message("{n}% of the neurons of layer {layer} were saturated.", n=percent(share), layer=layer + 1)
    return cause, Message("Begin with smaller weights: choose Xavier as the initializer.")


def _vanished(moment: Moment) -> Told | None:
    norms = moment.now(moment.e.curves.gradient_norms)
    if len(norms) < 2 or not 0 < norms[0] < VANISHING * norms[-1]:
        return None
    cause = Message(
        "The gradient of layer 1 was {times} times smaller than that of layer {last}: it vanished on its way back.",
        times=number_text(float(norms[-1] / norms[0])),
        last=len(norms),
    )
    return cause, Message("Take fewer layers, or tanh or ReLU in place of sigmoid.")


def _nothing_to_follow(moment: Moment) -> Told | None:
    layer, norm = _worst(moment.now(moment.e.curves.gradient_norms))
    if not 0 < norm < STILL:
        return None
    cause = Message(
        "The gradient was nearly 0 in every layer, {norm} at most, in layer {layer}: a flat place of the cost.",
        norm=number(norm),
        layer=layer + 1,
    )
    return cause, Message("Try other first weights (Shift+R), or train on: a saddle is left in time.")


def _hardly_moves(moment: Moment) -> Told | None:
    layer, ratio = _worst(moment.now(moment.e.update_ratio))
    if not 0 < ratio < SLOW:
        return None
    cause = Message(
        "An update moved the weights by {n}% of their size at most, in layer {layer}: the steps were too short.",
        n=percent(ratio),
        layer=layer + 1,
    )
    rate = number_text(float(f"{moment.rate * 10:.1g}"))
    return cause, Message("Raise the learning rate, to {rate} for example.", rate=rate)


def _by_heart(moment: Moment) -> Told | None:
    weights, m = moment.e.network.parameters.size, moment.e.examples.train.m
    if weights <= m:
        return None
    cause = Message(
        "The network has {weights} weights and biases for {m} training examples: enough to learn them by heart.",
        weights=f"{weights:,}",
        m=f"{m:,}",
    )
    return cause, Message("Take fewer neurons, more examples or an L2 penalty, or stop there.")


def _labels(moment: Moment) -> Told | None:
    finding = next((each for each in moment.findings if each.name in DATA), None)
    return None if finding is None else (finding.sentence, finding.remedy or Message("Look at the Health tab."))


def _surer(moment: Moment) -> Told | None:
    accuracy = moment.e.curves.test_accuracy
    then, now = float(accuracy[moment.first]), float(accuracy[-1])
    if not now >= then - 1e-9:
        return None
    cause = Message(
        "As many test examples are right as there, {n}%: it is the wrong ones that the network is surer of now.",
        n=percent(now),
    )
    return cause, Message("Stop there, or add an L2 penalty, which keeps it from being too sure.")


CAUSES: Mapping[str, tuple[Rule, ...]] = MappingProxyType(
    {
        SPIKES: (_died, _became_flat, _long_step, _steep),
        PLATEAUS: (_health, _dead, _saturated, _vanished, _long_step, _nothing_to_follow, _hardly_moves),
        RISING: (_labels, _by_heart, _surer),
    }
)
"""What is looked for, by kind of event: the first that the numbers show is told."""
NOT_KNOWN: Mapping[str, Message] = MappingProxyType(
    {
        SPIKES: Message("Step back to the epoch before it with the timeline, and walk through the update in Backprop."),
        PLATEAUS: Message("Train on; if the cost stays, change one thing at a time."),
        RISING: Message("Stop there: the timeline brings that epoch back."),
    }
)
"""What to try where the cause is not known."""
