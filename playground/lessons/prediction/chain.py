"""What is to be found in the passes through a formula of the chain rule."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

import numpy as np

from playground.expressions import Evaluation, Jacobian, NodeRecord, jacobian
from playground.expressions.latex import computation_latex, expression_latex, local_derivative_latex
from playground.lessons.formulas import Names
from playground.lessons.lesson import Ask
from playground.lessons.prediction.base import DEGREES, Prediction, summed
from playground.lessons.questions import near
from playground.messages import Message
from playground.messages.numbers import number
from playground.training.results import Array

LOCAL_FORGOTTEN = Message("This is the gradient that arrives at the gate; multiply it by the local derivative.")
UPSTREAM_FORGOTTEN = Message(
    "This is the local derivative alone; multiply it by the gradient that arrives at the gate."
)
ONE_WAY = Message("This comes back over one way only; what comes back over all ways adds up.")
EXCHANGED = Message("Row and column are exchanged: the row is the gate's component, the column that of what it reads.")
MOST_COMPONENTS = 4
"""Of a longer vector one component is asked for, whatever the degree; so many products are written in a hint."""
Place = tuple[int, ...]
"""A component of a vector or a matrix, counted from 0; empty for a number."""


def component(name: str, place: Place) -> str:
    """Return a component as it is typed: ``p[2]``, counted from 1; a number by its name alone."""
    return f"{name}[{','.join(str(at + 1) for at in place)}]" if place else name


class Sought(NamedTuple):
    """A number that is to be found: a component of a value, of a gradient, or of a gate's Jacobian.

    Attributes
    ----------
    node, place
        Whose value or gradient; of a Jacobian, what the gate reads: its column.
    is_gradient
        Whether it is found on the way back.
    gate, row
        Of a Jacobian, the gate and the component of it.
    """

    node: str
    place: Place
    is_gradient: bool = False
    gate: str = ""
    row: Place = ()

    @property
    def name(self) -> str:
        node = component(self.node, self.place)
        if self.gate:
            return f"∂{component(self.gate, self.row)}/∂{node}"
        return f"d{node}" if self.is_gradient else node

    @property
    def hides(self) -> str:
        """What tells it: a value by its node's name, a gradient behind a ``d``."""
        return f"d{self.node}" if self.is_gradient else self.node


class ChainPrediction(Prediction):
    """What is to be found in the passes through a formula: a gate's value, then the gradients of what it reads.

    Of a gate that takes or gives a vector, a number of its Jacobian is to be found too.

    `write`: makes plain text of LaTeX.
    """

    IS_OF_FORMULA = True

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
        return self._sought.name if self.targets else ""

    @property
    def ask(self) -> Ask | None:
        return Ask(DEGREES[self.degree], "asked") if self.targets else None

    @property
    def hidden(self) -> frozenset[str]:
        """By the names of nodes, of gradients behind a ``d``."""
        return frozenset(sought.hides for sought in self.targets)

    @property
    def hint_texts(self) -> tuple[str, ...]:
        if not self.targets or self._evaluation is None:
            return ()
        evaluation, sought, left = self._evaluation, self._sought, self.question
        if sought.gate:
            found = jacobian(evaluation, sought.gate, sought.node)
            slope = self._write(local_derivative_latex(evaluation, sought.gate, sought.node))
            return found.description, f"∂{sought.gate}/∂{sought.node} = {slope}" if slope else f"{left} = …"
        if not sought.is_gradient:
            name, numbers = sought.node, self._write(computation_latex(evaluation, sought.node))
            return f"{name} = {self._write(expression_latex(evaluation.graph, name))}", f"{name} = {numbers}"
        ways = {(way.gate, way.place if way.is_product else 0): way for way in self._ways()}.values()
        return tuple(f"{left} = {summed(parts)}" for parts in zip(*(way.written for way in ways), strict=True))

    @property
    def _names(self) -> Names:
        return Names({}, {"asked": self._true()})

    @property
    def _sought(self) -> Sought:
        sought: Sought = self.targets[0]
        return sought

    def _true(self) -> float:
        assert self._evaluation is not None, "nothing is asked"
        sought, record = self._sought, self._evaluation[self._sought.node]
        if sought.gate:
            return self._entry(exchanged=False)
        return _as_number(record.gradient if sought.is_gradient else record.value, sought.place)

    def _entry(self, *, exchanged: bool) -> float:
        """Return the number of the Jacobian that is asked for, or that at the exchanged place."""
        assert self._evaluation is not None, "nothing is asked"
        sought = self._sought
        row, column = self._flat(sought.gate, sought.row), self._flat(sought.node, sought.place)
        found = jacobian(self._evaluation, sought.gate, sought.node)
        return _entry(found, column, row) if exchanged else _entry(found, row, column)

    def _flat(self, name: str, place: Place) -> int:
        """Return which of the numbers of a node stands at a place, row by row."""
        assert self._evaluation is not None, "nothing is asked"
        return int(np.ravel_multi_index(place, np.shape(self._evaluation[name].value))) if place else 0

    def _ways(self) -> list["Way"]:
        """Return what comes back to the number that is asked for, from every gate that reads it."""
        assert self._evaluation is not None, "nothing is asked"
        evaluation, (node, at, *_) = self._evaluation, self._sought
        return [
            Way(evaluation, gate, place, node, at, self._flat(node, at))
            for gate in dict.fromkeys(evaluation.graph.consumers[node])
            for place, name in enumerate(evaluation[gate].inputs)
            if name == node and evaluation[gate].contributions
        ]

    def _slip(self, given: float, true: float) -> Message | str:
        sought = self._sought
        if sought.gate:
            usual = [(self._entry(exchanged=True), EXCHANGED)]
        else:
            ways = self._ways() if sought.is_gradient else []
            usual = [
                *((way.contribution, ONE_WAY) for way in ways if len(ways) > 1),
                *((way.upstream, LOCAL_FORGOTTEN) for way in ways if way.is_product),
                *((way.local, UPSTREAM_FORGOTTEN) for way in ways if way.is_product),
            ]
        wrong = (say for value, say in usual if not near(value, true, "") and near(given, value, ""))
        return next(wrong, "")

    def _found_at(self, index: int) -> Iterable[Sought]:
        if self._evaluation is None or not 0 < index != len(self._evaluation.forward) + 1:
            return ()
        evaluation, forward = self._evaluation, len(self._evaluation.forward)
        if index <= forward:
            record = evaluation[evaluation.forward[index - 1]]
            return [Sought(record.name, place) for place in self._places(record)] if record.is_defined else ()
        visited = evaluation.backward[: index - forward - 1]
        names = [
            name
            for name in dict.fromkeys(evaluation[visited[-1]].inputs)
            if (evaluation.graph[name].named or evaluation[name].operation != "constant")
            and evaluation[name].gradient is not None
            and all(gate in visited for gate in evaluation.graph.consumers[name] if evaluation[gate].contributions)
        ]
        found = [sought for name in names for sought in self._found_behind(visited[-1], name)]
        return found if self.degree == "step" else found[:1]

    def _found_behind(self, gate: str, name: str) -> Iterator[Sought]:
        """Yield what is to be found of a node that a gate reads: of arrays a number of the Jacobian before."""
        assert self._evaluation is not None, "nothing is asked"
        places = list(self._places(self._evaluation[name]))
        found = jacobian(self._evaluation, gate, name)
        if places and max(found.shape) > 1 and self.degree != "sign" and found.is_defined:
            entries = [_entry(found, row, self._flat(name, places[0])) for row in range(found.shape[0])]
            if np.isfinite(entries).all():  # it is built
                row = np.unravel_index(int(np.abs(entries).argmax()), np.shape(self._evaluation[gate].value))
                yield Sought(name, places[0], is_gradient=True, gate=gate, row=tuple(map(int, row)))
        for place in places:
            yield Sought(name, place, is_gradient=True)

    def _places(self, record: NodeRecord) -> Iterator[Place]:
        """Yield the components that are asked for: all of a few where that is wanted, else one."""
        shape = np.shape(record.value)
        size = int(np.prod(shape))
        all_of_them = self.degree == "step" and size <= MOST_COMPONENTS
        for index in range(size) if all_of_them else [self.index % size] * (size > 0):
            yield tuple(map(int, np.unravel_index(index, shape)))


class Way(NamedTuple):
    """What a gate sends back to a number that it reads: the gradient that arrives at it, times its local derivative.

    `place` is where it reads the node, `at` which component is meant, `column` the same counted row by row.
    """

    evaluation: Evaluation
    gate: str
    place: int
    node: str
    at: Place
    column: int

    @property
    def record(self) -> NodeRecord:
        return self.evaluation[self.gate]

    @property
    def is_product(self) -> bool:
        """Whether it is a product of two numbers; else it is one of a vector and a matrix."""
        return not self.at and np.ndim(self.record.value) == 0 and self.record.local[self.place] is not None

    @property
    def upstream(self) -> float:
        return _as_number(self.record.gradient)

    @property
    def local(self) -> float:
        return _as_number(self.record.local[self.place])

    @property
    def contribution(self) -> float:
        return _as_number(self.record.contributions[self.place], self.at)

    @property
    def written(self) -> tuple[str, str]:
        """By names and with numbers."""
        slope = f"∂{self.gate}/∂{component(self.node, self.at)}"
        if self.is_product:
            return f"d{self.gate}·{slope}", f"{number(self.upstream)}·{number(self.local)}"
        found, gradient = jacobian(self.evaluation, self.gate, self.node), np.ravel(np.asarray(self.record.gradient))
        entries = [_entry(found, row, self.column) for row in range(found.shape[0])]
        terms = [f"{number(entry)}·{number(float(gradient[row]))}" for row, entry in enumerate(entries) if entry]
        more = ("…",) * (len(terms) > MOST_COMPONENTS)
        return f"({slope})ᵀ·d{self.gate}", summed((*terms[:MOST_COMPONENTS], *more)) or "0"


def _entry(found: Jacobian, row: int, column: int) -> float:
    """Return a number of a Jacobian; not a number where there is none, or where it is not built."""
    if not (row < found.shape[0] and column < found.shape[1]):
        return float("nan")
    if found.matrix is not None:
        return float(found.matrix[row, column])
    if found.diagonal is not None:
        return float(found.diagonal[row]) if row == column else 0.0
    return float("nan")


def _as_number(value: Array | float | None, place: Place = ()) -> float:
    return float("nan") if value is None else float(np.asarray(value)[place])
