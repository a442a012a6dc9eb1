"""What is to be found in the passes through a formula of the chain rule."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

import numpy as np

from playground.expressions import Evaluation, NodeRecord
from playground.expressions.latex import computation_latex, expression_latex
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
        return tuple(f"{left} = {summed(parts)}" for parts in zip(*(way.written for way in ways), strict=True))

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
