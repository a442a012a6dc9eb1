"""Causes that lie in how the gradient passes the layers and in the length of the steps: each returns what it found."""

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np

from playground.messages import Message
from playground.training.diagnostics.evidence import LONG, RECENT, Evidence
from playground.training.diagnostics.finding import Changes, Finding, hidden_layers, number_text, percent

VANISHING, EXPLODING = 1e-3, 100.0
"""A layer's gradient in gradients of the last layer: below the first it vanishes, above the second it explodes."""
STEEP = 100.0
"""A gradient's norm in baselines: a step of that length changes the cost by so many times what there is to gain."""
LARGE_RATIO, SMALL_RATIO = 0.1, 1e-3
"""Update/weight ratios beyond which the learning rate is too large or may be too small; about 1e-3 is usual."""
SATURATED = 0.75
"""A layer with this share of saturated units, or the second share of dead ones, hardly learns."""
DEAD = 0.5
FEWEST = 3
"""So many saturated units at least: one or two may well have to be steps."""
RISE, RISES = 0.05, 0.25
"""A cost oscillates where this share of its recent steps (the second) goes up by so many baselines (the first)."""
RISEN = 2.0
"""A cost of so many baselines, and so many times the first, has risen."""
MUCH_BEFORE = 100.0
"""A first cost of so many baselines comes from weights that begin too large."""
USUAL_RATE: Mapping[str, float] = MappingProxyType(
    {"sgd": 0.05, "momentum": 0.01, "nesterov": 0.01, "rmsprop": 0.003, "adam": 0.01, "adamw": 0.01}
)
"""A learning rate that most networks of this size learn with, by optimizer."""


def _lower_rate(e: Evidence) -> Changes:
    settings = e.experiment.training
    return (("training.learning_rate", float(f"{min(settings.learning_rate / 10, _usual(e)):.1g}")),)


def _usual(e: Evidence) -> float:
    return USUAL_RATE[e.experiment.training.optimizer]


def diverged(e: Evidence) -> Finding | None:
    """The numbers are not finite any more."""
    if e.divergence is None:
        return None
    changes = _lower_rate(e)
    return Finding(
        "diverged",
        Message(
            "The numbers became infinite in epoch {epoch}, first in layer {layer}, with a learning rate of {rate}: "
            "each step overshot further.",
            epoch=e.divergence.epoch,
            layer=e.divergence.layer,
            rate=number_text(e.experiment.training.learning_rate),
        ),
        Message("Lower the learning rate to {rate}.", rate=number_text(changes[0][1])),
        layer=e.divergence.layer,
        changes=changes,
    )


def dead(e: Evidence) -> Finding | None:
    """Units give zero for every example."""
    shares = np.nan_to_num(e.dead[:, -1])
    if not shares.size or shares.max() < DEAD:
        return None
    layer = int(shares.argmax())
    units = len(e.network.matrices[layer])
    hidden = tuple(
        hidden_layers(each.units, "leaky_relu" if each.activation == "relu" else each.activation)[0]
        for each in e.experiment.network.hidden
    )
    rate = _lower_rate(e) if e.experiment.training.learning_rate > _usual(e) else ()
    return Finding(
        "dead",
        Message(
            "{dead} of the {units} neurons of layer {layer} are dead: ReLU makes them zero for all {examples} "
            "examples, so no gradient reaches them and their weights learn nothing.",
            dead=round(float(shares[layer]) * units),
            units=units,
            layer=layer + 1,
            examples=e.watched,
        ),
        Message("Begin again with Leaky ReLU and a learning rate of {rate}.", rate=number_text(rate[0][1]))
        if rate
        else Message("Begin again with Leaky ReLU, which has a slope everywhere."),
        layer=layer + 1,
        changes=(("network.hidden", hidden), *rate),
    )


def exploding(e: Evidence) -> Finding | None:
    """A layer has a much larger gradient than the last one, or all have a huge one."""
    first, now = np.nan_to_num(e.first_norms), np.nan_to_num(e.norms)
    norms = now if now.max() > EXPLODING * now[-1] else first
    worst = int(norms.argmax())
    times = norms[worst] / norms[-1]
    begins_large = e.curves.train_cost[0] > MUCH_BEFORE * e.scale
    # On the way to infinity every gradient is huge, whatever began it.
    calm = e.divergence is None and not overshoots(e)
    steep = norms[worst] > STEEP * e.scale and calm
    if EXPLODING < times < np.inf and calm:
        sentence = Message(
            "The gradient of layer {layer} is {times} times larger than that of layer {last}: it grew on its way back "
            "through the layers.",
            layer=worst + 1,
            times=number_text(float(times)),
            last=len(norms),
        )
    elif steep or begins_large:
        sentence = Message(
            "The weights began too large: the first cost was {first} where always answering the same costs {baseline}, "
            "and the gradient of layer {layer} has ‖dW, db‖ = {norm}.",
            first=number_text(float(e.curves.train_cost[0])),
            baseline=number_text(e.scale),
            layer=worst + 1,
            norm=number_text(float(norms[worst])),
        )
    else:
        return None
    return Finding(
        "exploding",
        sentence,
        Message("Begin with smaller weights: choose Xavier as the initializer."),
        layer=worst + 1,
        changes=_fresh_weights(e),
    )


def _fresh_weights(e: Evidence) -> Changes:
    """Return the change to weights of the usual size, and to the usual rate where the present one is larger."""
    rate = () if e.experiment.training.learning_rate <= _usual(e) else _lower_rate(e)
    return (("network.initializer", "xavier"), *rate)


def oscillates(e: Evidence) -> bool:
    """Whether the cost goes up again and again."""
    costs = e.curves.train_cost[-RECENT:] / e.scale
    if len(costs) < RECENT:
        return False
    return bool(np.count_nonzero(np.diff(costs) > RISE) >= RISES * (len(costs) - 1))


def overshoots(e: Evidence) -> bool:
    """Whether the cost is much higher than that of a constant answer, and than it was at first."""
    return e.cost > RISEN and float(e.curves.train_cost[-1]) > RISEN * float(e.curves.train_cost[0])


def rate_too_large(e: Evidence) -> Finding | None:
    """The cost jumps up and down, or an update changes weights by a good part of their size."""
    changes = _lower_rate(e)
    costs, ratios = e.curves.train_cost[-RECENT:], np.nan_to_num(e.ratios)
    worst = int(ratios.argmax())
    if overshoots(e):
        sentence = Message(
            "The cost rose from {first} to {cost}, where always answering the same costs {baseline}: each step goes "
            "further than the valley is wide.",
            first=number_text(float(e.curves.train_cost[0])),
            cost=number_text(float(costs[-1])),
            baseline=number_text(e.scale),
        )
    elif oscillates(e):
        sentence = Message(
            "The cost jumps up and down between {low} and {high} instead of falling, with updates of {percent}% of the "
            "weights of layer {layer}: the steps are too long.",
            low=number_text(float(costs.min())),
            high=number_text(float(costs.max())),
            percent=percent(float(ratios[worst])),
            layer=worst + 1,
        )
    elif not e.falling and e.points >= LONG and ratios[worst] > LARGE_RATIO:
        sentence = Message(
            "Each update changes the weights of layer {layer} by about {percent}% of their size, and the cost stays at "
            "{cost}; around 0.1% is usual.",
            layer=worst + 1,
            percent=percent(float(ratios[worst])),
            cost=number_text(float(costs[-1])),
        )
    else:
        return None
    return Finding(
        "rate_too_large",
        sentence,
        Message("Lower the learning rate to {rate}.", rate=number_text(changes[0][1])),
        layer=worst + 1,
        changes=changes,
    )


def saturated(e: Evidence) -> Finding | None:
    """Many units of a layer are at the flat ends of their activation."""
    shares = np.nan_to_num(e.saturated[:, -1])
    layer = int(shares.argmax())
    if shares[layer] < SATURATED:
        return None
    units = len(e.network.matrices[layer])
    first = float(np.nan_to_num(e.saturated[layer, 0]))
    from_start = first >= SATURATED
    thrown = float(np.nan_to_num(e.update_ratio[:, : RECENT + 1]).max()) > LARGE_RATIO
    # Later, and by small steps, units saturate because training wants them to.
    if shares[layer] * units < FEWEST or not (from_start or thrown):
        return None
    changes = _fresh_weights(e) if from_start else _lower_rate(e)
    return Finding(
        "saturated",
        Message(
            "{saturated} of the {units} neurons of layer {layer} are saturated, {first} from the start: they sit at "
            "the flat ends of their activation for most examples, where it has hardly any slope to learn from.",
            saturated=round(float(shares[layer]) * units),
            units=units,
            layer=layer + 1,
            first=round(first * units),
        ),
        Message("Begin with smaller weights: choose Xavier as the initializer.")
        if from_start
        else Message("Begin again with a learning rate of {rate}.", rate=number_text(changes[0][1])),
        layer=layer + 1,
        changes=changes,
    )


def vanishing(e: Evidence) -> Finding | None:
    """A layer has a much smaller gradient than the last one."""
    norms = e.norms
    worst = int(np.argmin(np.where(norms > 0, norms, np.inf)))
    times = norms[-1] / norms[worst]
    if not 1 / VANISHING < times < np.inf:
        return None
    hidden = tuple(hidden_layers(each.units, "tanh")[0] for each in e.experiment.network.hidden)
    return Finding(
        "vanishing",
        Message(
            "The gradient of layer {layer} is {times} times smaller than that of layer {last}: it shrank on its way "
            "back through the layers, and layer {layer} hardly learns.",
            layer=worst + 1,
            times=number_text(float(times)),
            last=len(norms),
        ),
        Message("Use tanh in the hidden layers, and Xavier as the initializer."),
        layer=worst + 1,
        changes=(("network.hidden", hidden), ("network.initializer", "xavier")),
    )


def rate_too_small(e: Evidence) -> Finding | None:
    """There is a gradient, but the updates are tiny."""
    settings = e.experiment.training
    largest = float(np.nan_to_num(e.ratios).max())
    if not 0 < largest < SMALL_RATIO or settings.learning_rate > _usual(e) / 5:
        return None
    rate = float(f"{min(max(_usual(e), 10 * settings.learning_rate), 10.0):.1g}")
    return Finding(
        "rate_too_small",
        Message(
            "Each update changes the weights by {percent}% of their size at most, and after {n} {n:epoch|epochs} the "
            "cost is {cost}, {first} at first; around 0.1% is usual.",
            percent=percent(largest),
            n=e.epochs,
            cost=number_text(float(e.curves.train_cost[-1])),
            first=number_text(float(e.curves.train_cost[0])),
        ),
        Message("Raise the learning rate to {rate}.", rate=number_text(rate)),
        changes=(("training.learning_rate", rate),),
    )
