"""Which part of the network a phase works on, and which parts are done: what the diagram lights."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from playground.training.walkthrough.cells import Quantity
from playground.views.backprop.position import Position


@dataclass(frozen=True)
class Activity:
    """What one phase touches.

    Attributes
    ----------
    column
        The layer whose neurons are computed, None if none are.
    gap
        The layer whose weights take part: they lie between it and the layer before; None if none do.
    """

    column: int | None
    gap: int | None


_Rule = Callable[[int, int], Activity]
_RULES: Mapping[str, _Rule] = MappingProxyType(
    {
        "Z": lambda layer, _last: Activity(layer, layer),
        "A": lambda layer, _last: Activity(layer, None),
        "C": lambda layer, _last: Activity(layer, None),
        "dA": lambda layer, last: Activity(layer, layer + 1 if layer < last else None),
        "dZ": lambda layer, _last: Activity(layer, None),
        "dW": lambda layer, _last: Activity(None, layer),
        "db": lambda layer, _last: Activity(layer, None),
        **{
            name: lambda layer, _last: Activity(layer, layer)
            for name in ("penalty", "V", "S", "V_hat", "S_hat", "update")
        },
        "again": lambda layer, _last: Activity(layer, layer),
        "C_new": lambda layer, _last: Activity(layer, None),
    }
)


def activity(position: Position) -> Activity:
    """Return what the phase shown touches."""
    phase = position.phase
    rule = _RULES.get(phase.name)
    return Activity(phase.layer, None) if rule is None else rule(phase.layer, position.layers)


def forward_done(position: Position, layer: int) -> bool:
    """Whether values have reached a layer, 1 … L."""
    return position.is_computed(("Z", layer))


def backward_done(position: Position, layer: int) -> bool:
    """Whether gradients have crossed the weights of a layer: 1 … L."""
    below: Quantity = ("dA", layer - 1) if layer > 1 else ("dW", layer)
    return position.is_computed(below)


def updated(position: Position, layer: int) -> bool:
    """Whether a layer has its new weights."""
    return position.is_computed(("W_new", layer))
