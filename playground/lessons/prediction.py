"""Predict before you see: what the next step of a walk computes is found by the person first, on any network."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

import numpy as np

from playground.lessons.formulas import Names
from playground.lessons.lesson import Ask
from playground.lessons.names import plain_name, walk_names
from playground.lessons.questions import judge, read_number
from playground.messages import Message
from playground.messages.numbers import number
from playground.training.walkthrough.cells import WITHOUT_LAYER, Cell, Quantity, cell_name
from playground.training.walkthrough.explain import explain
from playground.training.walkthrough.explanation import Explanation, Term
from playground.training.walkthrough.walk import Walkthrough

DEGREES: Mapping[str, str] = MappingProxyType({"sign": "sign", "cell": "number", "step": "number"})
"""From the least to the most that is to be found, and the kind of question of each: the sign of a cell, the number
of a cell, every number of a step."""
MOST_CELLS = 12
"""A result of more cells is asked for one of them only, whatever the degree."""
MOST_NAMED = 6
"""Terms that a hint writes out."""
ROUNDING = 2e-4
"""The share by which a product of two numbers can be off that were taken as they are shown, with four digits."""


class Prediction:
    """What is to be found in a walkthrough, step after step.

    Whatever steps after `index` compute is hidden, and of the step at `index` what is still to be found.

    Parameters
    ----------
    degree
        A key of `DEGREES`.

    Attributes
    ----------
    index
        The last step that has been reached, from 0.
    cells
        What is still to be found there; the first is asked for.
    hints
        How many of `hint_texts` have been asked for.
    say, is_wrong
        What is thought of the last answer.
    """

    def __init__(self, degree: str, index: int) -> None:
        self.degree, self.index = degree, index
        self.cells: tuple[Cell, ...] = ()
        self.hints = 0
        self.say: Message | str = ""
        self.is_wrong = False
        self._place = (0, 0)
        self._walk: Walkthrough | None = None
        self._names = Names({}, {})

    def take(self, walk: Walkthrough | None) -> None:
        """Take in a walk with its true numbers; another one than before asks for the numbers of the same step anew."""
        if walk is None or walk is self._walk:
            return
        before, self._walk, self._names = self._walk, walk, walk_names(walk)
        if before is not None:
            same = _steps(before) == _steps(walk)
            self.enter(self.index if same else 0, self._place)

    def begin(self, index: int) -> None:
        """Ask from the step after one on; up to it all is shown."""
        self.index, self.cells = index, ()
        self._tell()

    def enter(self, index: int, place: tuple[int, int]) -> None:
        """Ask for what a step computes; a single cell at a place, the nearest there is."""
        self.index, self._place = index, place
        self.cells = () if self._walk is None else tuple(self._to_find(self._walk, index))
        self._tell()

    def ask_for(self, degree: str) -> None:
        """Ask for more or less from now on, also of a step of which something is still to be found."""
        self.degree = degree
        if self.cells:
            self.enter(self.index, self._place)

    @property
    def ask(self) -> Ask | None:
        """The question; None where all is found as far as the walk has come."""
        if not self.cells:
            return None
        (name, layer), row, column = self.cells[0]
        matrix = name if name in WITHOUT_LAYER else f"{plain_name(name)}[{layer}]"
        return Ask(DEGREES[self.degree], f"{matrix}[{row + 1},{column + 1}]")

    @property
    def hidden(self) -> frozenset[str]:
        """What nothing on screen may tell, by the names that `playground.lessons.masking` takes."""
        if self._walk is None:
            return frozenset()
        phase = self._walk.phases[self.index]
        names = {_name(quantity) for later in self._walk.phases[self.index + 1 :] for quantity in later.result}
        if self.cells:
            names |= {f"{_name(quantity)}[{row + 1},{column + 1}]" for quantity, row, column in self.cells}
            # What comes out with it tells it, unless it is what it is computed from.
            names |= {_name(each) for each in phase.result if each not in (phase.subject, *phase.operands)}
        told_by = {"C": "cost", "C_new": "cost_after"}
        return frozenset(names | {told_by[name] for name, _ in phase.result if self.cells and name in told_by})

    def answer(self, value: object) -> bool:
        """Judge an answer, and go on to the next cell where it is right.

        Raises
        ------
        LessonError
            If the answer cannot be read.
        """
        ask, cell = self.ask, self.cells[0]
        assert ask is not None, "nothing is asked"
        true = self._names.value(ask.answer)
        if ask.kind == "number" and self._is_rounded(read_number(value), true):
            value = true
        verdict = judge(ask, self._names, value)
        if verdict.right:
            self._go_on(Message("Right: {cell} = {value}.", cell=cell_name(cell), value=number(true)))
        else:
            self._tell(verdict.say, is_wrong=True, hints=self.hints)
        return verdict.right

    def reveal(self) -> None:
        """Show the number that is asked for, and go on to the next."""
        ask, cell = self.ask, self.cells[0]
        assert ask is not None, "nothing is asked"
        value = number(self._names.value(ask.answer))
        self._go_on(Message("It is {cell} = {value}.", cell=cell_name(cell), value=value))

    @property
    def hint_texts(self) -> tuple[str, ...]:
        """What the number comes from: first the operands by their names, then with their numbers."""
        if not self.cells:
            return ()
        explanation = self._explanation()
        written = [_written(term) for term in explanation.terms[:MOST_NAMED]]
        written += [("…", "…")] * (len(explanation.terms) > MOST_NAMED)
        return tuple(f"{explanation.left} = {_sum(parts)}" for parts in zip(*written, strict=True))

    def take_hint(self) -> None:
        """Show one hint more."""
        self.hints = min(self.hints + 1, len(self.hint_texts))

    def _explanation(self) -> Explanation:
        assert self._walk is not None, "nothing is asked"
        return explain(self._walk, *self.cells[0])

    def _is_rounded(self, given: float, true: float) -> bool:
        """Whether an answer is what the numbers as they are shown give, though they cancel."""
        slack = ROUNDING * sum(abs(term.value) for term in self._explanation().terms)
        return given * true >= 0 and abs(given - true) <= slack

    def _go_on(self, say: Message) -> None:
        self.cells = self.cells[1:]
        self._tell(say)

    def _tell(self, say: Message | str = "", *, is_wrong: bool = False, hints: int = 0) -> None:
        self.say, self.is_wrong, self.hints = say, is_wrong, hints

    def _to_find(self, walk: Walkthrough, index: int) -> Iterator[Cell]:
        quantity = walk.phases[index].subject
        array = walk.arrays[quantity]
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


def _sum(terms: tuple[str, ...]) -> str:
    return " + ".join(terms).replace("+ −", "− ")
