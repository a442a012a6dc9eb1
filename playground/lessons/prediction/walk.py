"""What is to be found in a walkthrough."""

from collections.abc import Iterable

import numpy as np

from playground.lessons.formulas import Names
from playground.lessons.lesson import Ask
from playground.lessons.names import plain_name, walk_names
from playground.lessons.prediction.base import DEGREES, Prediction, summed
from playground.messages.numbers import number
from playground.training.walkthrough.explain import explain
from playground.training.walkthrough.explanation import Explanation, Term
from playground.training.walkthrough.walk import WITHOUT_LAYER, Cell, Quantity, Walkthrough, cell_name

MOST_CELLS = 12
"""A result of more cells is asked for one of them only, whatever the degree."""
MOST_NAMED = 6
"""Terms that a hint writes out."""
ROUNDING = 2e-4
"""The share by which a product of two numbers can be off that were taken as they are shown, with four digits."""


class WalkPrediction(Prediction):
    """What is to be found in a walkthrough: cells of what its steps compute."""

    def __init__(self, degree: str, index: int) -> None:
        super().__init__(degree, index)
        self._walk: Walkthrough | None = None
        self._known = Names({}, {})

    def take(self, walk: Walkthrough | None) -> None:
        """Take in a walk with its true numbers; another one than before asks for the numbers of the same step anew."""
        if walk is None or walk is self._walk:
            return
        before, self._walk, self._known = self._walk, walk, walk_names(walk)
        if before is not None:
            same = _steps(before) == _steps(walk)
            self.enter(self.index if same else 0, self._place)

    @property
    def question(self) -> str:
        return cell_name(self.targets[0]) if self.targets else ""

    @property
    def ask(self) -> Ask | None:
        if not self.targets:
            return None
        (name, layer), row, column = self.targets[0]
        matrix = name if name in WITHOUT_LAYER else f"{plain_name(name)}[{layer}]"
        return Ask(DEGREES[self.degree], f"{matrix}[{row + 1},{column + 1}]")

    @property
    def hidden(self) -> frozenset[str]:
        """By the names that `playground.lessons.masking` takes."""
        if self._walk is None:
            return frozenset()
        phase = self._walk.phases[self.index]
        names = {_name(quantity) for later in self._walk.phases[self.index + 1 :] for quantity in later.result}
        if self.targets:
            names |= {f"{_name(quantity)}[{row + 1},{column + 1}]" for quantity, row, column in self.targets}
            # What comes out with it tells it, unless it is what it is computed from.
            names |= {_name(each) for each in phase.result if each not in (phase.subject, *phase.operands)}
        told_by = {"C": "cost", "C_new": "cost_after"}
        return frozenset(names | {told_by[name] for name, _ in phase.result if self.targets and name in told_by})

    @property
    def hint_texts(self) -> tuple[str, ...]:
        if not self.targets:
            return ()
        explanation = self._explanation()
        written = [_written(term) for term in explanation.terms[:MOST_NAMED]]
        written += [("…", "…")] * (len(explanation.terms) > MOST_NAMED)
        return tuple(f"{explanation.left} = {summed(parts)}" for parts in zip(*written, strict=True))

    @property
    def _names(self) -> Names:
        return self._known

    def _explanation(self) -> Explanation:
        assert self._walk is not None, "nothing is asked"
        return explain(self._walk, *self.targets[0])

    def _slack(self) -> float:
        return ROUNDING * sum(abs(term.value) for term in self._explanation().terms)

    def _found_at(self, index: int) -> Iterable[Cell]:
        if self._walk is None:
            return ()
        quantity = self._walk.phases[index].subject
        array = self._walk.arrays[quantity]
        places = list(np.ndindex(*array.shape))
        if self.degree != "step" or array.size > MOST_CELLS:
            rows, columns = array.shape
            places = [(min(self._place[0], rows - 1), min(self._place[1], columns - 1))]
        return ((quantity, row, column) for row, column in places if np.isfinite(array[row, column]))


def _steps(walk: Walkthrough) -> list[tuple[str, int]]:
    return [(phase.name, phase.layer) for phase in walk.phases]


def _name(quantity: Quantity) -> str:
    name, layer = quantity
    return name if name in WITHOUT_LAYER else f"{name}[{layer}]"


def _written(term: Term) -> tuple[str, str]:
    """Return a term by the names of what it is made of, and with their numbers."""
    names, equals, numbers = term.text.partition(" = ")
    if "[" in names:
        return names, numbers if equals else number(term.value)
    if not term.sources:
        return term.text, number(term.value)
    function = names.split(",")[0] if equals else "C"  # its formula stands above the matrices
    return f"{function}({', '.join(cell_name(cell) for cell in term.sources)})", term.text
