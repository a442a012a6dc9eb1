"""The state of the workspace without a screen: text, values, folded gates and how far the passes have come."""

import contextlib
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from playground.expressions import (
    Evaluation,
    ExpressionError,
    Graph,
    NodeRecord,
    evaluate,
    fold,
    foldable,
    parse,
    read_value,
    unfold,
)
from playground.expressions.graph import Array
from playground.expressions.grouping import PATTERNS
from playground.lessons.prediction import ChainPrediction
from playground.training.formula import Fold
from playground.views.chain.gates import value_text

START = 1.0
"""What an input is before anybody gave it a value."""


class Shown(NamedTuple):
    """What is to be seen of an evaluation: what the two passes have computed so far.

    Attributes
    ----------
    computed
        The nodes whose value is there: inputs and constants from the beginning.
    gradients
        Those that are there; None for an undefined one.
    visited
        The gates whose edges have carried a gradient back.
    active
        The gate that a pass has just come to, while a person steps through it; else empty.
    secret
        What the passes have computed and a person is to find: values and, behind a ``d``, gradients.
    """

    evaluation: Evaluation
    computed: frozenset[str]
    gradients: Mapping[str, Array | None]
    visited: frozenset[str]
    active: str = ""
    is_forward: bool = False
    secret: frozenset[str] = frozenset()


class ChainModel:
    """A formula under study.

    A person steps from gate to gate through the forward pass, then through the backward pass. Each begins with a step
    of its own: the inputs are given, and the output has its own gradient. Unless somebody steps, both are complete.

    What is typed may be wrong at any moment: `evaluation` is then still that of the last text and values that were
    good, and `error` says what is the matter.

    Attributes
    ----------
    evaluation
        The last one that went well; None before the first.
    hidden
        What a lesson asks for: ``q`` is a value, ``dq`` a gradient.
    prediction
        What is to be found before the next step; None while nothing is.
    """

    def __init__(self) -> None:
        self.hidden: frozenset[str] = frozenset()
        self.prediction: ChainPrediction | None = None
        self.evaluation: Evaluation | None = None
        self._unreadable: ExpressionError | None = None
        self._unfit: ExpressionError | None = None
        self._parsed: Graph | None = None
        self._graph: Graph | None = None
        self._changes: list[Fold] = []
        self._values: dict[str, Array] = {}
        self._texts: dict[str, str] = {}
        self._step: int | None = None

    @property
    def error(self) -> ExpressionError | None:
        """Why the present text or values cannot be evaluated; None if they can."""
        return self._unreadable or self._unfit

    @property
    def hides(self) -> bool:
        """Whether something of this formula is to be found."""
        return self.has_any(self.to_find)

    @property
    def is_asked(self) -> bool:
        """Whether a lesson asks for something of this formula."""
        return self.has_any(self.hidden)

    def has_any(self, hidden: frozenset[str]) -> bool:
        """Whether some of these values and gradients are of this formula."""
        names = () if self.evaluation is None else self.evaluation.records
        return any(name in hidden or f"d{name}" in hidden for name in names)

    @property
    def to_find(self) -> frozenset[str]:
        """What a person is to find, as in `hidden`."""
        return self.hidden if self.prediction is None else self.hidden | self.prediction.hidden

    @property
    def inputs(self) -> tuple[str, ...]:
        """Names of the inputs of the last text that could be read, though perhaps not evaluated."""
        return () if self._parsed is None else self._parsed.inputs

    def value(self, name: str) -> Array:
        return self._values.get(name, np.array(START)[()])

    @property
    def values(self) -> dict[str, Array]:
        """The value of every input."""
        return {name: self.value(name) for name in self.inputs}

    @property
    def texts(self) -> dict[str, str]:
        """The value of every input as it was typed; where a slider gave it, as it can be typed."""
        return {name: self._texts.get(name) or value_text(value) for name, value in self.values.items()}

    @property
    def passes(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The gates in the order in which the forward pass computes them, and the backward pass visits them."""
        return ((), ()) if self.evaluation is None else (self.evaluation.forward, self.evaluation.backward)

    @property
    def steps(self) -> int:
        """The last step: both passes are complete."""
        forward, backward = self.passes
        return len(forward) + len(backward) + bool(forward)

    @property
    def step(self) -> int:
        """Where the passes stand: 0 to ``len(forward)`` in the forward pass, then as many and one more."""
        return self.steps if self._step is None else min(self._step, self.steps)

    @property
    def is_forward(self) -> bool:
        """Whether the forward pass is under way: there is no gradient yet."""
        return self.is_stepping and self.step <= len(self.passes[0])

    @property
    def is_stepping(self) -> bool:
        """Whether a person walks through the passes, rather than seeing them complete."""
        return self._step is not None

    @property
    def done(self) -> int:
        """How many gates of the present pass are behind."""
        return self.step if self.is_forward else self.step - bool(self.steps) - len(self.passes[0])

    @property
    def active(self) -> NodeRecord | None:
        """The gate that a pass has just come to, while a person steps through it."""
        if self.evaluation is None or not self.is_stepping or self.done == 0:
            return None
        return self.evaluation[self.passes[0 if self.is_forward else 1][self.done - 1]]

    @property
    def folds(self) -> tuple[Fold, ...]:
        """Which gates were folded or taken apart, in this order."""
        return tuple(self._changes)

    def open(self, text: str, values: Mapping[str, ArrayLike | str], folds: Iterable[Fold] = ()) -> None:
        """Begin with another formula and its values, some as they are typed, the backward pass complete.

        A typed value that cannot be read is left out.
        """
        self._values, self._texts = {}, {}
        for name, value in values.items():
            if not isinstance(value, str):
                self._values[name] = _frozen(value)
                continue
            with contextlib.suppress(ExpressionError):
                self._values[name], self._texts[name] = _frozen(read_value(value)), value
        self._changes = list(folds)
        self._step = None
        self._parsed = self._graph = self.evaluation = self._unfit = None
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Take over what is typed, if it can be read; its backward pass is complete at first."""
        try:
            self._parsed = parse(text)
        except ExpressionError as error:
            self._unreadable = error
            return
        self._unreadable = None
        self._step = None
        self._graph = self._changed(self._parsed)
        self._evaluate()

    def set_value(self, name: str, value: ArrayLike, text: str = "") -> None:
        """Give an input another value, and how it was typed."""
        self._values[name], self._texts[name] = _frozen(value), text
        self._evaluate()

    def toggle_fold(self, name: str) -> bool:
        """Make one gate of the sub-expression that ends in a node, or take it apart; false if neither can be."""
        graph = self._graph
        if graph is None or name not in graph:
            return False
        change: Fold
        if name in foldable(graph):
            change = ("fold", name)
        elif graph[name].folded or graph[name].operation in PATTERNS:
            change = ("unfold", name)
        else:
            return False
        opposite: Fold = ("unfold" if change[0] == "fold" else "fold", name)
        if opposite in self._changes:
            self._changes.remove(opposite)
        else:
            self._changes.append(change)
        self._graph = fold(graph, [name]) if change[0] == "fold" else unfold(graph, name)
        self._evaluate()
        return True

    def go_to(self, step: int) -> None:
        self._step = min(max(step, 0), self.steps)

    def take(self, steps: int) -> None:
        """Go so many steps forth or back; from the complete passes, the first step forth computes the first gate."""
        self.go_to((0 if steps > 0 and not self.is_stepping else self.step) + steps)

    def to_start(self) -> None:
        """Go to the beginning of the present pass; from there, to the beginning of the forward pass."""
        between = len(self.passes[0]) + 1
        self.go_to(between if self.step > between else 0)

    def to_end(self) -> None:
        """Complete the forward pass if it is under way; else show both, also of whatever comes next, complete."""
        between = len(self.passes[0])
        self._step = between if self.is_stepping and self.step < between else None

    def shown(self) -> Shown | None:
        """Return what the passes have computed so far and nobody is to find; None without an evaluation."""
        shown, hidden = self._computed(), self.to_find
        if shown is None or not hidden:
            return shown
        gradients = {name: value for name, value in shown.gradients.items() if f"d{name}" not in hidden}
        told = {gate for gate in shown.visited if gradients.keys() >= set(shown.evaluation[gate].inputs)}
        secret = hidden & (shown.computed | {f"d{name}" for name in shown.gradients})
        return shown._replace(
            computed=shown.computed - hidden, gradients=gradients, visited=shown.visited & told, secret=secret
        )

    def _computed(self) -> Shown | None:
        evaluation = self.evaluation
        if evaluation is None:
            return None
        forward, backward = self.passes
        active = "" if self.active is None else self.active.name
        if self.is_forward:
            computed = frozenset(evaluation.records).difference(forward[self.done :])
            return Shown(evaluation, computed, {}, frozenset(), active, is_forward=True)
        if self.done < len(backward):
            gradients = evaluation.gradients_after(self.done)
        else:
            gradients = {record.name: record.gradient for record in evaluation.records.values()}
        return Shown(evaluation, frozenset(evaluation.records), gradients, frozenset(backward[: self.done]), active)

    def _changed(self, graph: Graph) -> Graph:
        """Fold and unfold a new graph as the one before, as far as it has those parts."""
        for change, name in self._changes:
            if change == "fold":
                graph = fold(graph, [name])
            elif name in graph and (graph[name].folded or graph[name].operation in PATTERNS):
                graph = unfold(graph, name)
        return graph

    def _evaluate(self) -> None:
        if self._graph is None:
            return
        try:
            self.evaluation = evaluate(self._graph, self.values)
        except ExpressionError as error:
            self._unfit = error
        else:
            self._unfit = None


def _frozen(value: ArrayLike) -> Array:
    array = np.array(value, np.float64)
    array.setflags(write=False)
    return array
