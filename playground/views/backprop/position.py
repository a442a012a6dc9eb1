"""A place in a walkthrough: which phase is shown, and what is computed by then."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from playground.training.results import Array
from playground.training.walkthrough.cells import Quantity
from playground.training.walkthrough.walk import Phase, Walkthrough

GIVEN = frozenset({"X", "Y", "W", "b", *(f"{symbol}_{name}" for symbol in "VS" for name in "Wb")})
"""What is there before the first phase, beside the inputs under their other names."""
INPUTS = frozenset({("A", 0), ("A_new", 0)})


@dataclass(frozen=True, eq=False)
class Position:
    """A walkthrough, opened at one of its phases, whose result is then the last thing computed.

    Attributes
    ----------
    walkthrough
        All of it.
    index
        The phase shown, from 0.
    """

    walkthrough: Walkthrough
    index: int = 0

    @property
    def phase(self) -> Phase:
        """The phase shown."""
        return self.walkthrough.phases[self.index]

    @property
    def result(self) -> Quantity:
        """What the phase shown is about: the gradient where its slopes are computed with it."""
        return self.phase.result[-1] if self.phase.name == "dZ" else self.phase.result[0]

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
        """Whether a quantity is known at this place."""
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
