"""A lesson's questions on paper: numbers of their own for each student, and the answers computed from them.

Which questions make sense there is found out, not written down: the lesson is walked through with its own numbers and
with two drawings of others, and what differs is what a question must be given.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from playground.engine.activations import ACTIVATIONS
from playground.engine.costs import COSTS
from playground.engine.optimizers import OPTIMIZERS
from playground.expressions import evaluate, parse, read_value
from playground.expressions.latex import expression_latex, symbol
from playground.files.presets import read_preset
from playground.lessons.checking import ANY_PRESET, naming
from playground.lessons.deeds import DEEDS
from playground.lessons.errors import LessonError
from playground.lessons.formulas import Names
from playground.lessons.lesson import Ask, Lesson, Step, Texts
from playground.lessons.play import CHAIN, names_at, open_start
from playground.lessons.questions import DIGITS, QUESTIONS
from playground.messages import LocalText, Message, RefusalError
from playground.training.formula import Formula
from playground.training.results import Array
from playground.training.session import TrainingSession

MOST_STUDENTS = 200
MOST_NUMBERS = 60
"""Weights and biases, or numbers of an input, that are written on paper."""
MOST_EXAMPLES = 6
ATTEMPTS = 20
"""Drawings for one student, until every question has an answer: a logarithm may meet a negative number."""
LARGEST, LARGEST_WEIGHT = 20, 9
"""Tenths that inputs and weights are drawn up to."""
LARGEST_WHOLE = 1e12
TRAINING = frozenset(
    ("epoch", "update", "train_cost", "test_cost", "train_accuracy", "test_accuracy", "cost_after", "C_new")
)
"""Names that say how a training goes."""

_WORD = re.compile(r"[^\W\d]\w*")
_GIVEN = re.compile(r"(?<!\w)([^\W\d]\w*)(\s*=\s*)([-−]?\d+(?:\.\d+)?)(?!\.?[0-9A-Za-z]|/)")
_DECIMAL = re.compile(r"\d\.\d")
_LETTERS: Mapping[str, str] = MappingProxyType({"α": "eta"})


@dataclass(frozen=True, eq=False)
class Given:
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


@dataclass(frozen=True, eq=False)
class Question:
    """One question for one student.

    Attributes
    ----------
    text, question, choices
        What the step says and asks; with the student's numbers in place of the lesson's.
    answer
        As `QuestionKind.answer` gives it.
    """

    step: Step
    ask: Ask
    text: LocalText
    question: LocalText | None
    choices: tuple[LocalText, ...]
    given: Given
    names: Names
    answer: Any

    @property
    def expects(self) -> Message:
        return QUESTIONS[self.ask.kind].expects

    @property
    def answer_text(self) -> str:
        """The answer for a person."""
        return answer_text(self.ask, self.answer)


@dataclass(frozen=True, eq=False)
class Sheet:
    """One student's questions."""

    number: int
    questions: tuple[Question, ...]


@dataclass(frozen=True, eq=False)
class Worksheet:
    """A lesson on paper.

    Attributes
    ----------
    left_out
        The ids of the steps whose questions are not on it, and why.
    """

    lesson: Lesson
    sheets: tuple[Sheet, ...]
    left_out: tuple[tuple[str, Message], ...]


@dataclass(frozen=True, eq=False)
class _Moment:
    """What stands there at a step."""

    step: Step
    names: Names
    given: Given
    trained: bool


def letter(number: int) -> str:
    """Return what a choice is called on paper."""
    return chr(ord("A") + number - 1)


def written(value: float) -> str:
    """Return a number as it stands on paper."""
    if value == int(value) and abs(value) < LARGEST_WHOLE:
        return f"{int(value):,}".replace("-", "−")
    return f"{value:.{DIGITS}g}".replace("-", "−")


def answer_text(ask: Ask, answer: Any) -> str:
    """Return an answer for a person to read: a letter for a choice."""
    if ask.kind == "choice" and isinstance(answer, int):
        return letter(answer)
    if isinstance(answer, list):
        return ("×" if ask.kind == "shape" else ", ").join(map(str, answer))
    return written(answer) if isinstance(answer, float) else str(answer).replace("-", "−")


def worksheet(lesson: Lesson, place: str = "", students: int = 1, seed: int = 0) -> Worksheet:
    """Draw numbers for each student, and answer the questions with them.

    Parameters
    ----------
    place
        The name of the lesson's file; empty for one of the course.

    Raises
    ------
    LessonError
        If the lesson cannot be played, or nothing of it can be asked on paper.
    """
    own = list(_moments(lesson, place, None))
    others = [_drawn(lesson, place, seed, number) for number in (1, 2)]
    left_out = {
        moment.step.id: reason
        for moment, *drawn in zip(own, *others, strict=True)
        if (reason := _reason(moment, drawn)) is not None
    }
    if len(left_out) == len(own):
        raise LessonError(
            "{lesson}: none of its questions can be asked on paper; play it in the window", lesson=lesson.id
        )
    sheets = tuple(_sheet(lesson, place, own, left_out, seed, number) for number in range(1, students + 1))
    return Worksheet(lesson, sheets, tuple(left_out.items()))


def _sheet(
    lesson: Lesson, place: str, own: list[_Moment], left_out: Mapping[str, Message], seed: int, number: int
) -> Sheet:
    problem: LessonError | None = None
    for attempt in range(ATTEMPTS):
        try:
            drawn = _drawn(lesson, place, seed, number, attempt)
            return Sheet(
                number,
                tuple(
                    _question(moment, mine)
                    for moment, mine in zip(own, drawn, strict=True)
                    if moment.step.id not in left_out
                ),
            )
        except LessonError as error:
            problem = error
    assert problem is not None, "there was an attempt"
    raise LessonError("{lesson}: no numbers fit its questions: {problem}", lesson=lesson.id, problem=problem.message)


def _question(own: _Moment, mine: _Moment) -> Question:
    step = mine.step
    assert step.ask is not None, "only steps that ask are taken down"
    with naming(step):
        answer = QUESTIONS[step.ask.kind].answer(step.ask, mine.names)

    def adapted(texts: Texts) -> LocalText:
        return LocalText({code: _adapted(text, own.names, mine.names)[0] for code, text in texts.items()})

    question = adapted(step.ask.text) if step.ask.text else None
    choices = tuple(adapted(choice.text) for choice in step.ask.choices)
    return Question(step, step.ask, adapted(step.text), question, choices, mine.given, mine.names, answer)


# Which questions make sense on paper


def _reason(own: _Moment, drawn: list[_Moment]) -> Message | None:
    """Return why a question is left out, None where it is not."""
    step, ask = own.step, own.step.ask
    assert ask is not None, "only steps that ask are taken down"
    if ask.kind == "cell":
        return Message("a cell is clicked in the window")
    formulas = (ask.answer, *(choice.value for choice in ask.choices))
    words = {word for formula in formulas for word in _WORD.findall(formula)}
    varies = any(_differs(word, own.names, other.names) for word in words for other in drawn)
    if ask.kind == "shape":
        return None
    if own.trained and (varies or words & TRAINING or _is_shown(own.names, words)):
        return Message("it is about training in the window")
    if words & TRAINING and (varies or ask.kind != "choice"):
        return Message("it is about training in the window")
    if ask.kind != "choice" and not own.given.numbers and _is_shown(own.names, words):
        return Message("it takes more numbers than fit on paper")
    if varies and _speaks_of_own_numbers(step, ask, own, drawn[0]):
        return Message("its text speaks of the lesson's own numbers")
    return None


def _differs(word: str, one: Names, other: Names) -> bool:
    if word in one.numbers:
        return not np.array_equal(one.numbers[word], other.numbers.get(word, np.nan))
    layers = [key for key in one.quantities if key[0] == word]
    return any(not np.array_equal(one.quantities[key], other.quantities[key]) for key in layers)


def _is_shown(names: Names, words: set[str]) -> bool:
    """Whether numbers of a network are asked for, rather than how it is built."""
    return any(name in words for name, _ in names.quantities if name != "n" and not name.startswith("when_"))


def _speaks_of_own_numbers(step: Step, ask: Ask, own: _Moment, other: _Moment) -> bool:
    texts = (*step.text.values(), *ask.text.values())
    if any(_DECIMAL.search(_adapted(text, own.names, other.names)[1]) for text in (*texts, ask.answer)):
        return True
    return any(
        _differs(found[1], own.names, other.names)
        for choice in ask.choices
        for text in choice.text.values()
        for found in _GIVEN.finditer(_adapted(text, own.names, other.names)[1])
    )


def _adapted(text: str, own: Names, mine: Names) -> tuple[str, str]:
    """Return a text with the student's numbers for the lesson's, as in ``t = 0.5``, and what is left without them."""
    known: list[str] = []

    def other(found: re.Match[str]) -> str:
        name, equals, number = found.groups()
        name_here = _LETTERS.get(name, name)
        value, new = own.numbers.get(name_here), mine.numbers.get(name_here)
        if value is None or new is None or np.size(value) != 1 or np.size(new) != 1:
            return found[0]
        if not np.isclose(float(np.reshape(value, ())), float(number.replace("−", "-"))):
            return found[0]
        known.append(f"{name}{equals}{written(float(np.reshape(new, ())))}")
        return known[-1]

    adapted = _GIVEN.sub(other, text)
    rest = adapted
    for part in known:
        rest = rest.replace(part, "", 1)
    return adapted, rest


# A lesson walked through without training, its numbers drawn anew


def _drawn(lesson: Lesson, place: str, seed: int, number: int, attempt: int = 0) -> list[_Moment]:
    return list(_moments(lesson, place, (seed, number, attempt)))


def _moments(lesson: Lesson, place: str, draw: tuple[int, int, int] | None) -> Iterator[_Moment]:
    """Walk through the steps that ask; `draw` says which numbers are drawn, None keeps the lesson's own."""
    session = TrainingSession(read_preset(ANY_PRESET))
    trained = False
    try:
        open_start(session, lesson.start, Path(place).parent)
    except RefusalError as error:
        raise LessonError("start: {problem}", problem=error.message) from error
    _draw(session, draw)
    for step in lesson.steps:
        with naming(step):
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
                yield _Moment(step, names, given, trained)
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
    rate = Message("learning rate α = {rate}", rate=written(session.run.trainer.learning_rate))
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
