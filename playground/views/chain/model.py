"""The state of the workspace without a screen: text, values, folded gates and how far the backward pass has come."""

import contextlib
from collections.abc import Iterable, Mapping

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
from playground.training.formula import Fold
from playground.views.chain.numbers import value_text

START = 1.0
"""What an input is before anybody gave it a value."""


class ChainModel:
    """A formula under study.

    What is typed may be wrong at any moment: `evaluation` is then still that of the last text and values that were
    good, and `error` says what is the matter.

    Attributes
    ----------
    evaluation
        The last one that went well; None before the first.
    """

    def __init__(self) -> None:
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
    def inputs(self) -> tuple[str, ...]:
        """Names of the inputs of the last text that could be read, though perhaps not evaluated."""
        return () if self._parsed is None else self._parsed.inputs

    def value(self, name: str) -> Array:
        """Return the value of an input."""
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
    def steps(self) -> int:
        """How many gates the backward pass visits."""
        return 0 if self.evaluation is None else len(self.evaluation.backward)

    @property
    def step(self) -> int:
        """How many of them it has visited."""
        return self.steps if self._step is None else min(self._step, self.steps)

    @property
    def active(self) -> NodeRecord | None:
        """The gate visited last, while the backward pass is being stepped through."""
        if self.evaluation is None or self._step is None or self.step == 0:
            return None
        return self.evaluation[self.evaluation.backward[self.step - 1]]

    @property
    def is_stepping(self) -> bool:
        """Whether a person walks through the backward pass, rather than seeing it complete."""
        return self._step is not None

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
        """Let the backward pass have visited so many gates."""
        self._step = min(max(step, 0), self.steps)

    def complete(self) -> None:
        """Show the whole backward pass, also of whatever comes next."""
        self._step = None

    def gradients(self) -> Mapping[str, Array | None]:
        """Return what the backward pass has computed so far; nodes it has not reached are absent."""
        if self.evaluation is None:
            return {}
        if self.step == self.steps:
            return {record.name: record.gradient for record in self.evaluation.records.values()}
        return self.evaluation.gradients_after(self.step)

    def visited(self) -> frozenset[str]:
        """Return the gates whose edges have carried a gradient back."""
        return frozenset() if self.evaluation is None else frozenset(self.evaluation.backward[: self.step])

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
