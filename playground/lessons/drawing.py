"""A lesson walked through without training, its numbers drawn anew: what stands there at each step that asks."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray

from playground.engine.activations import ACTIVATIONS
from playground.engine.costs import COSTS
from playground.engine.optimizers import OPTIMIZERS
from playground.expressions import evaluate, parse, read_value
from playground.expressions.latex import expression_latex, symbol
from playground.files.presets import read_preset
from playground.lessons.checking import ANY_PRESET
from playground.lessons.deeds import DEEDS
from playground.lessons.errors import LessonError, in_step
from playground.lessons.formulas import Names
from playground.lessons.lesson import CHAIN, Lesson, Step
from playground.lessons.play import names_at
from playground.lessons.questions import DIGITS
from playground.lessons.states import open_start
from playground.messages import Message, RefusalError
from playground.training.formula import Formula
from playground.training.results import Array
from playground.training.session import TrainingSession

MOST_NUMBERS = 60
"""Weights and biases, or numbers of an input, that are written on paper."""
MOST_EXAMPLES = 6
LARGEST, LARGEST_WEIGHT = 20, 9
"""Tenths that inputs and weights are drawn up to."""
LARGEST_WHOLE = 1e12


class Given(Struct, frozen=True, eq=False):
    """What a question is answered from.

    Attributes
    ----------
    formulas
        LaTeX.
    numbers
        By their LaTeX symbols.
    remarks
        What else the window would show.
    """

    formulas: tuple[str, ...] = ()
    numbers: tuple[tuple[str, Array], ...] = ()
    remarks: tuple[Message, ...] = ()

    def same(self, other: "Given | None") -> bool:
        return (
            other is not None
            and (self.formulas, self.remarks) == (other.formulas, other.remarks)
            and [name for name, _ in self.numbers] == [name for name, _ in other.numbers]
            and all(np.array_equal(one, two) for (_, one), (_, two) in zip(self.numbers, other.numbers, strict=True))
        )


class Moment(Struct, frozen=True, eq=False):
    """What stands there at a step."""

    step: Step
    names: Names
    given: Given
    trained: bool


def written(value: float) -> str:
    """Return a number as it stands on paper."""
    if value == int(value) and abs(value) < LARGEST_WHOLE:
        return f"{int(value):,}".replace("-", "−")
    return f"{value:.{DIGITS}g}".replace("-", "−")


def moments(lesson: Lesson, place: str, draw: tuple[int, int, int] | None) -> Iterator[Moment]:
    """Walk through the steps that ask; `draw` says which numbers are drawn, None keeps the lesson's own."""
    session = TrainingSession(read_preset(ANY_PRESET))
    trained = False
    try:
        open_start(session, lesson.start, Path(place).parent)
    except RefusalError as error:
        raise LessonError("start: {problem}", problem=error.message) from error
    _draw(session, draw)
    for step in lesson.steps:
        with in_step(step.id):
            for name, value in step.do.items():
                if name in ("epochs", "updates"):
                    trained = True
                    continue
                size = session.run.network.parameters.size
                DEEDS[name].do(session, value)
                trained = trained and name not in ("preset", "chain", "reset")
                if name in ("preset", "chain") or size != session.run.network.parameters.size:
                    _draw(session, draw)
            if step.ask is not None:
                names = names_at(session, lesson, step)
                given = _given_formula(session.formula) if _is_chain(lesson, step) else _given_network(session, names)
                yield Moment(step, names, given, trained)
        trained = trained or (bool(step.until) and not _is_chain(lesson, step))


def _is_chain(lesson: Lesson, step: Step) -> bool:
    return step.show.workspace == CHAIN or (bool(lesson.start.chain) and not step.show.workspace)


def _draw(session: TrainingSession, draw: tuple[int, int, int] | None) -> None:
    if draw is None:
        return
    formula = session.formula
    if formula.text:
        rng = np.random.default_rng(draw)
        values = tuple((name, _drawn_text(text, rng)) for name, text in formula.values)
        session.keep_formula(replace(formula, values=values))
    # Where all weights are alike, at 0 perhaps, that is what the lesson is about.
    if _fits_on_paper(session) and np.ptp(session.run.network.W[0]):
        _draw_network(session, np.random.default_rng(draw))


def _draw_network(session: TrainingSession, rng: np.random.Generator) -> None:
    dataset, walk = session.run.examples.dataset, session.inspection.walkthrough
    if not _is_binary(dataset.X):
        X = _tenths(rng, dataset.X.shape, LARGEST)
        session.load(session.experiment, dataset=replace(dataset, X=X), label="Lesson")
    session.edit_parameters(
        [
            (layer, row, column, float(_tenths(rng, (), LARGEST_WEIGHT)))
            for layer, (rows, columns) in enumerate((W.shape for W in session.run.network.W), start=1)
            for row in range(rows)
            for column in range(columns + 1)
        ]
    )
    session.inspection.walk_through(session.run, None if walk is None else walk.example)


def _fits_on_paper(session: TrainingSession) -> bool:
    return session.run.network.parameters.size <= MOST_NUMBERS and session.run.examples.train.m <= MOST_EXAMPLES


def _drawn_text(text: str, rng: np.random.Generator) -> str:
    """Return another value of an input of the chain rule, of the same shape; what only says yes or no stays."""
    own = np.asarray(read_value(text))
    if own.size > MOST_NUMBERS or _is_binary(own):
        return text
    drawn = _tenths(rng, own.shape, LARGEST)
    if ((own > 0) & (own < 1)).all():  # a probability, perhaps
        drawn = rng.integers(1, 10, own.shape) / 10
    return str(drawn.tolist())


def _is_binary(values: NDArray[Any]) -> bool:
    return bool(np.isin(values, (0, 1)).all())


def _tenths(rng: np.random.Generator, shape: tuple[int, ...], most: int) -> NDArray[np.float64]:
    """Draw numbers of one decimal, none of them 0."""
    return np.asarray(rng.integers(1, most + 1, shape) * rng.choice((-1, 1), shape) / 10)


# What is given


def _given_formula(formula: Formula) -> Given:
    graph = parse(formula.text)
    values = {name: np.asarray(read_value(text)) for name, text in formula.values}
    evaluate(graph, values)  # refuses what cannot be computed
    lines = tuple(
        f"{symbol(node.name)} = {expression_latex(graph, node.name)}"
        for node in graph.nodes
        if node.named and node.operation != "input"
    )
    numbers = tuple((symbol(name), value) for name, value in values.items() if value.size <= MOST_NUMBERS)
    remarks = tuple(
        Message("{name}: {count:,} numbers", name=name, count=value.size)
        for name, value in values.items()
        if value.size > MOST_NUMBERS
    )
    return Given(lines, numbers, remarks)


def _given_network(session: TrainingSession, names: Names) -> Given:
    network, settings = session.run.network, session.run.experiment.training
    layers = Message("layers: {sizes} neurons", sizes="-".join(map(str, network.sizes)))
    examples = Message(
        "{examples} training {examples:example|examples} in mini-batches of {batch}",
        examples=session.run.examples.train.m,
        batch=min(settings.batch_size, session.run.examples.train.m),
    )
    rate = Message("learning rate α = {rate}", rate=written(session.run.trainer.rate))
    if not _fits_on_paper(session):
        return Given(remarks=(layers, examples, rate))
    last = len(network.W)
    functions = dict.fromkeys(network.activations)
    formulas = (
        r"Z^{[l]} = W^{[l]} A^{[l-1]} + b^{[l]}, \quad A^{[l]} = g(Z^{[l]}), \quad A^{[0]} = X",
        *(rf"\mathrm{{{name}}}: \; {ACTIVATIONS[name].formula}" for name in functions),
        COSTS[network.structure.cost].formula,
        *re.split(r", \\(?:quad|;) ", OPTIMIZERS[settings.optimizer].formula),
    )
    numbers = [("X", names.quantity("X", 0)), ("Y", names.quantity("Y", last))]
    for layer in range(1, last + 1):
        numbers += [(f"{name}^{{[{layer}]}}", names.quantity(name, layer)) for name in "Wb"]
    functions_by_layer = Message("activations: {names}", names=", ".join(network.activations))
    return Given(formulas, tuple(numbers), (layers, functions_by_layer, rate))
