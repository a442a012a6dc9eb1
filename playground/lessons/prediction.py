"""Predict before you see: what the next step computes is found by the person first, on any network and formula."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

import numpy as np

from playground.expressions import Evaluation, NodeRecord
from playground.expressions.latex import computation_latex, expression_latex
from playground.lessons.formulas import Names
from playground.lessons.lesson import Ask
from playground.lessons.names import plain_name, walk_names
from playground.lessons.questions import judge, near, read_number
from playground.messages import Message
from playground.messages.numbers import number
from playground.training.results import Array
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
LOCAL_FORGOTTEN = Message("This is the gradient that arrives at the gate; multiply it by the local derivative.")
UPSTREAM_FORGOTTEN = Message(
    "This is the local derivative alone; multiply it by the gradient that arrives at the gate."
)
ONE_WAY = Message("This comes back over one way only; what comes back over all ways adds up.")
ROUNDING = 2e-4
"""The share by which a product of two numbers can be off that were taken as they are shown, with four digits."""


class Prediction(ABC):
    """What is to be found, step after step; whatever steps after `index` compute is hidden.

    Parameters
    ----------
    degree
        A key of `DEGREES`.

    Attributes
    ----------
    index
        The last step that has been reached, from 0.
    targets
        What is still to be found there; the first is asked for.
    hints
        How many of `hint_texts` have been asked for.
    say, is_wrong
        What is thought of the last answer.
    """

    def __init__(self, degree: str, index: int) -> None:
        self.degree, self.index = degree, index
        self.targets: tuple[Any, ...] = ()
        self.hints = 0
        self.say: Message | str = ""
        self.is_wrong = False
        self._place = (0, 0)

    @property
    @abstractmethod
    def question(self) -> str:
        """The name of what is asked for."""

    @property
    @abstractmethod
    def ask(self) -> Ask | None:
        """The question; None where all is found as far as one has come."""

    @property
    @abstractmethod
    def hidden(self) -> frozenset[str]:
        """What nothing on screen may tell."""

    @property
    @abstractmethod
    def hint_texts(self) -> tuple[str, ...]:
        """What the number comes from: first the operands by their names, then with their numbers."""

    @property
    @abstractmethod
    def _names(self) -> Names:
        """What the question speaks of."""

    @abstractmethod
    def _found_at(self, index: int) -> Iterable[Any]:
        """Return what is to be found at a step."""

    def _slip(self, _given: float, _true: float) -> Message | str:
        """Return what is said of a wrong number, where more is known than `judge` knows."""
        return ""

    def _slack(self) -> float:
        """Return by how much the numbers as they are shown may be off."""
        return 0.0

    def begin(self, index: int) -> None:
        """Ask from the step after one on; up to it all is shown."""
        self.index, self.targets = index, ()
        self._tell()

    def enter(self, index: int, place: tuple[int, int] = (0, 0)) -> None:
        """Ask for what a step computes; a single cell at a place, the nearest there is."""
        self.index, self._place = index, place
        self.targets = tuple(self._found_at(index))
        self._tell()

    def ask_for(self, degree: str) -> None:
        """Ask for more or less from now on, also of a step of which something is still to be found."""
        self.degree = degree
        if self.targets:
            self.enter(self.index, self._place)

    def answer(self, value: object) -> bool:
        """Judge an answer, and go on to the next number where it is right.

        Raises
        ------
        LessonError
            If the answer cannot be read.
        """
        ask = self.ask
        assert ask is not None, "nothing is asked"
        true = self._names.value(ask.answer)
        say: Message | str = ""
        if ask.kind == "number":
            given = read_number(value)
            if given * true >= 0 and abs(given - true) <= self._slack():
                value = true
            else:
                say = self._slip(given, true)
        verdict = judge(ask, self._names, value)
        if verdict.right:
            self._go_on(Message("Right: {cell} = {value}.", cell=self.question, value=number(true)))
        else:
            self._tell(say or verdict.say, is_wrong=True, hints=self.hints)
        return verdict.right

    def reveal(self) -> None:
        """Show the number that is asked for, and go on to the next."""
        ask = self.ask
        assert ask is not None, "nothing is asked"
        self._go_on(Message("It is {cell} = {value}.", cell=self.question, value=number(self._names.value(ask.answer))))

    def take_hint(self) -> None:
        """Show one hint more."""
        self.hints = min(self.hints + 1, len(self.hint_texts))

    def _go_on(self, say: Message) -> None:
        self.targets = self.targets[1:]
        self._tell(say)

    def _tell(self, say: Message | str = "", *, is_wrong: bool = False, hints: int = 0) -> None:
        self.say, self.is_wrong, self.hints = say, is_wrong, hints


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
        return tuple(f"{explanation.left} = {_sum(parts)}" for parts in zip(*written, strict=True))

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


class ChainPrediction(Prediction):
    """What is to be found in the passes through a formula: a gate's value, then the gradients of what it reads.

    Parameters
    ----------
    write
        Makes plain text of LaTeX.
    """

    def __init__(self, degree: str, index: int, write: Callable[[str], str]) -> None:
        super().__init__(degree, index)
        self._write = write
        self._evaluation: Evaluation | None = None

    def take(self, evaluation: Evaluation | None) -> None:
        """Take in an evaluation; another one than before asks for the numbers of the same step anew."""
        if evaluation is None or evaluation is self._evaluation:
            return
        before, self._evaluation = self._evaluation, evaluation
        if before is not None:
            self.enter(self.index)

    @property
    def question(self) -> str:
        return self.targets[0] if self.targets else ""

    @property
    def ask(self) -> Ask | None:
        return Ask(DEGREES[self.degree], "asked") if self.targets else None

    @property
    def hidden(self) -> frozenset[str]:
        """By the names of nodes, of gradients behind a ``d``."""
        return frozenset(self.targets)

    @property
    def hint_texts(self) -> tuple[str, ...]:
        if not self.targets or self._evaluation is None:
            return ()
        evaluation, name, left = self._evaluation, self._node, self.question
        if self._is_forward:
            numbers = self._write(computation_latex(evaluation, name))
            return f"{left} = {self._write(expression_latex(evaluation.graph, name))}", f"{left} = {numbers}"
        ways = self._ways()
        return tuple(f"{left} = {_sum(parts)}" for parts in zip(*(way.written for way in ways), strict=True))

    @property
    def _names(self) -> Names:
        assert self._evaluation is not None, "nothing is asked"
        record = self._evaluation[self._node]
        value = record.value if self._is_forward else record.gradient
        return Names({}, {"asked": float(np.asarray(value))})

    @property
    def _is_forward(self) -> bool:
        return self._evaluation is not None and self.index <= len(self._evaluation.forward)

    @property
    def _node(self) -> str:
        return str(self.targets[0] if self._is_forward else self.targets[0][1:])

    def _ways(self) -> list["Way"]:
        """Return what comes back to the node that is asked for, from every gate that reads it."""
        assert self._evaluation is not None, "nothing is asked"
        records = self._evaluation.records
        return [
            Way(gate, records[gate], place, self._node)
            for gate in dict.fromkeys(self._evaluation.graph.consumers[self._node])
            for place, name in enumerate(records[gate].inputs)
            if name == self._node and records[gate].contributions
        ]

    def _slip(self, given: float, true: float) -> Message | str:
        ways = [] if self._is_forward else self._ways()
        usual = (
            *((way.contribution, ONE_WAY) for way in ways if len(ways) > 1),
            *((way.upstream, LOCAL_FORGOTTEN) for way in ways if way.is_product),
            *((way.local, UPSTREAM_FORGOTTEN) for way in ways if way.is_product),
        )
        wrong = (say for value, say in usual if not near(value, true, "") and near(given, value, ""))
        return next(wrong, "")

    def _found_at(self, index: int) -> Iterable[str]:
        if self._evaluation is None or not 0 < index != len(self._evaluation.forward) + 1:
            return ()
        evaluation, forward = self._evaluation, len(self._evaluation.forward)
        if index <= forward:
            record = evaluation[evaluation.forward[index - 1]]
            return (record.name,) if record.is_defined and np.ndim(record.value) == 0 else ()
        visited = evaluation.backward[: index - forward - 1]
        found = [
            f"d{name}"
            for name in dict.fromkeys(evaluation[visited[-1]].inputs)
            if (evaluation.graph[name].named or evaluation[name].operation != "constant")
            and np.ndim(evaluation[name].value) == 0
            and evaluation[name].gradient is not None
            and all(gate in visited for gate in evaluation.graph.consumers[name] if evaluation[gate].contributions)
        ]
        return found if self.degree == "step" else found[:1]


class Way(NamedTuple):
    """What a gate sends back to a node that it reads: the gradient that arrives at it, times its local derivative."""

    gate: str
    record: NodeRecord
    place: int
    node: str

    @property
    def is_product(self) -> bool:
        """Whether it is a product of two numbers; else it is one of a vector and a matrix."""
        return np.ndim(self.record.value) == 0 and self.record.local[self.place] is not None

    @property
    def upstream(self) -> float:
        return _as_number(self.record.gradient)

    @property
    def local(self) -> float:
        return _as_number(self.record.local[self.place])

    @property
    def contribution(self) -> float:
        return _as_number(self.record.contributions[self.place])

    @property
    def written(self) -> tuple[str, str]:
        """By names and with numbers."""
        slope = f"∂{self.gate}/∂{self.node}"
        if self.is_product:
            return f"d{self.gate}·{slope}", f"{number(self.upstream)}·{number(self.local)}"
        return f"({slope})ᵀ·d{self.gate}", number(self.contribution)


def _as_number(value: Array | float | None) -> float:
    return float("nan") if value is None else float(np.asarray(value))


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
