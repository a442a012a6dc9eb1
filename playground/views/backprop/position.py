"""A place in a walkthrough: which phase is shown, what is computed by then, how it is written and coloured."""

from collections.abc import Callable, Mapping
from functools import cached_property
from types import MappingProxyType

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from playground.messages import Message
from playground.training.results import Array
from playground.training.walkthrough.walk import WITHOUT_LAYER, Phase, Quantity, Walkthrough, written
from playground.views.forms.text import translated
from playground.views.theme import Theme

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def symbol(quantity: Quantity, *, transposed: bool = False) -> str:
    """Return a quantity as in ``W[2]ᵀ``."""
    name, layer = quantity
    text = heading(name) if name in WITHOUT_LAYER else f"{heading(name)}[{layer}]"
    return f"{text}ᵀ" if transposed else text


def heading(name: str) -> str:
    """Return the name of a quantity whatever its layer, as in ``W⁺``."""
    return written(name)


def raised(number: int) -> str:
    return str(number).translate(_RAISED)


def shape_text(rows: int, columns: int) -> str:
    """Return a shape as in ``4×2``."""
    return f"{rows}×{columns}"


class Direction(Struct, frozen=True):
    """One of the five stretches of an update: its label before translation, and its colour wherever it appears.

    `flow` is +1 where values run from the input to the output, -1 where gradients run back, 0 where nothing flows.
    """

    label: str
    color: Callable[[Theme], str]
    flow: int = 0


DIRECTIONS: Mapping[str, Direction] = MappingProxyType(
    {
        "forward": Direction(Message("Forward"), lambda theme: theme.forward, 1),
        "cost": Direction(Message("Cost"), lambda theme: theme.text),
        "backward": Direction(Message("Backward"), lambda theme: theme.backward, -1),
        "update": Direction(Message("Update"), lambda theme: theme.muted),
        "again": Direction(Message("Again"), lambda theme: theme.forward, 1),
    }
)
"""Every direction by name, in order."""


def direction_label(name: str) -> str:
    """Return what a direction is called, in the language of the application."""
    return translated(DIRECTIONS[name].label)


OF_THE_WHOLE_NETWORK = frozenset({"C", "C_new"})


def phase_title(phase: Phase) -> str:
    """Return what a phase does, with its layer where it has one."""
    title = translated(phase.title)
    if phase.name in OF_THE_WHOLE_NETWORK:
        return title
    text = QCoreApplication.translate("backprop", "{title}, layer {layer}")
    return text.format(title=title, layer=phase.layer)


GIVEN = frozenset({"X", "Y", "W", "b", *(f"{symbol}_{name}" for symbol in "VS" for name in "Wb")})
"""What is there before the first phase, beside the inputs under their other names."""
INPUTS = frozenset({("A", 0), ("A_new", 0)})


class Position(Struct, frozen=True, eq=False, dict=True):
    """A walkthrough, opened at one of its phases, counted from 0, whose result is then the last thing computed."""

    walkthrough: Walkthrough
    index: int = 0

    @property
    def phase(self) -> Phase:
        return self.walkthrough.phases[self.index]

    @property
    def direction(self) -> Direction:
        """The stretch of the update that the phase belongs to."""
        return DIRECTIONS[self.phase.direction]

    def color(self, theme: Theme) -> str:
        """Return the colour of what the phase computes."""
        return self.direction.color(theme)

    @property
    def result(self) -> Quantity:
        """What the phase shown is about."""
        return self.phase.subject

    @property
    def last(self) -> int:
        """The last phase's index."""
        return len(self.walkthrough.phases) - 1

    @property
    def layers(self) -> int:
        """The number of layers after the input."""
        return len(self.walkthrough.sizes) - 1

    def at(self, index: int) -> "Position":
        """Return another place in the same walkthrough, the nearest one there is."""
        return Position(self.walkthrough, min(max(index, 0), self.last))

    def phase_of(self, quantity: Quantity) -> int | None:
        """Return the phase that computes a quantity; None for what is given."""
        return self._phases.get(quantity)

    def is_computed(self, quantity: Quantity) -> bool:
        index = self.phase_of(quantity)
        if index is None:
            return quantity in self.walkthrough.arrays and (quantity[0] in GIVEN or quantity in INPUTS)
        return index <= self.index

    def array(self, quantity: Quantity) -> Array | None:
        """Return a quantity's numbers, None while they are not computed."""
        return self.walkthrough.arrays.get(quantity) if self.is_computed(quantity) else None

    def shape(self, quantity: Quantity) -> tuple[int, int] | None:
        """Return the shape a quantity has or will have; None if this network has no such thing."""
        array = self.walkthrough.arrays.get(quantity)
        return None if array is None else (int(array.shape[0]), int(array.shape[1]))

    @property
    def cost_before(self) -> float | None:
        """The cost before the update, None while it is not computed."""
        return self.walkthrough.cost_before if self.is_computed(("C", self.layers)) else None

    @property
    def cost_after(self) -> float | None:
        """The cost after the update, None while it is not computed."""
        return self.walkthrough.cost_after if self.is_computed(("C_new", self.layers)) else None

    @cached_property
    def _phases(self) -> Mapping[Quantity, int]:
        phases = enumerate(self.walkthrough.phases)
        return {quantity: index for index, phase in phases for quantity in phase.result}


class Activity(Struct, frozen=True):
    """What one phase touches: the layer whose neurons are computed, and that whose weights, below it, take part."""

    column: int | None
    gap: int | None


_WITH_WEIGHTS = frozenset({"Z", "dW", "penalty", "clip", "V", "S", "V_hat", "S_hat", "update", "again"})
"""Phases in which the weights of their layer take part."""


def activity(position: Position) -> Activity:
    """Return what the phase shown touches."""
    name, layer = position.phase.name, position.phase.layer
    if name == "dA":  # it comes through the weights of the layer above
        return Activity(layer, layer + 1 if layer < position.layers else None)
    return Activity(None if name == "dW" else layer, layer if name in _WITH_WEIGHTS else None)


def forward_done(position: Position, layer: int) -> bool:
    """Whether values have reached a layer, 1 … L."""
    return position.is_computed(("Z", layer))


def backward_done(position: Position, layer: int) -> bool:
    """Whether gradients have crossed the weights of a layer: 1 … L."""
    below: Quantity = ("dA", layer - 1) if layer > 1 else ("dW", layer)
    return position.is_computed(below)


def updated(position: Position, layer: int) -> bool:
    return position.is_computed(("W_new", layer))
