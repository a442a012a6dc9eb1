"""A lesson's questions on paper: numbers of their own for each student, and the answers computed from them.

Which questions make sense there is found out, not written down: the lesson is walked through with its own numbers and
with two drawings of others, and what differs is what a question must be given.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import numpy as np
from msgspec import Struct

from playground.engine import OPTIMIZERS
from playground.lessons.drawing import Given, Moment, moments, written
from playground.lessons.errors import LessonError, in_step
from playground.lessons.formulas import Names
from playground.lessons.lesson import Ask, Lesson, Step, Texts
from playground.lessons.questions import QUESTIONS
from playground.messages import LocalText, Message
from playground.training.landscape.results import COUNTS

MOST_STUDENTS = 200
ATTEMPTS = 20
"""Drawings for one student, until every question has an answer: a logarithm may meet a negative number."""
TRAINING = frozenset(
    ("epoch", "update", "train_cost", "test_cost", "train_accuracy", "test_accuracy", "cost_after", "C_new")
)
"""Names that say how a training goes."""
NEXT = {f"after_{count}_{name}" for count in COUNTS for name in OPTIMIZERS}
"""Names that say how it would go on."""

_WORD = re.compile(r"[^\W\d]\w*")
_GIVEN = re.compile(r"(?<!\w)([^\W\d]\w*)(\s*=\s*)([-−]?\d+(?:\.\d+)?)(?!\.?[0-9A-Za-z]|/)")
_DECIMAL = re.compile(r"\d\.\d")
_LETTERS: Mapping[str, str] = MappingProxyType({"α": "eta"})


class Question(Struct, frozen=True, eq=False):
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
        return answer_text(self.ask, self.answer)


class Sheet(Struct, frozen=True, eq=False):
    """One student's questions."""

    number: int
    questions: tuple[Question, ...]


class Worksheet(Struct, frozen=True, eq=False):
    """A lesson on paper.

    `left_out`: the ids of the steps whose questions are not on it, and why.
    """

    lesson: Lesson
    sheets: tuple[Sheet, ...]
    left_out: tuple[tuple[str, Message], ...]


def letter(number: int) -> str:
    """Return what a choice is called on paper."""
    return chr(ord("A") + number - 1)


def answer_text(ask: Ask, answer: Any) -> str:
    """Return an answer for a person to read: a letter for a choice."""
    if ask.kind == "choice" and isinstance(answer, int):
        return letter(answer)
    if isinstance(answer, list):
        return ("×" if ask.kind == "shape" else ", ").join(map(str, answer))
    return written(answer) if isinstance(answer, float) else str(answer).replace("-", "−")


def worksheet(lesson: Lesson, place: str = "", students: int = 1, seed: int = 0) -> Worksheet:
    """Draw numbers for each student, and answer the questions with them.

    Raises `LessonError` if the lesson cannot be played, or nothing of it can be asked on paper.

    `place`: the name of the lesson's file; empty for one of the course.
    """
    own = list(moments(lesson, place, None))
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


def _drawn(lesson: Lesson, place: str, seed: int, number: int, attempt: int = 0) -> list[Moment]:
    return list(moments(lesson, place, (seed, number, attempt)))


def _sheet(
    lesson: Lesson, place: str, own: list[Moment], left_out: Mapping[str, Message], seed: int, number: int
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


def _question(own: Moment, mine: Moment) -> Question:
    step = mine.step
    assert step.ask is not None, "only steps that ask are taken down"
    with in_step(step.id):
        answer = QUESTIONS[step.ask.kind].answer(step.ask, mine.names)

    def adapted(texts: Texts) -> LocalText:
        return LocalText({code: _adapted(text, own.names, mine.names)[0] for code, text in texts.items()})

    asked = step.ask.paper or step.ask.text
    question = adapted(asked) if asked else None
    choices = tuple(adapted(choice.text) for choice in step.ask.choices)
    return Question(step, step.ask, adapted(step.paper or step.text), question, choices, mine.given, mine.names, answer)


# Which questions make sense on paper


def _reason(own: Moment, drawn: list[Moment]) -> Message | None:
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
    if words & NEXT or (words & TRAINING and (varies or ask.kind != "choice")):
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


def _speaks_of_own_numbers(step: Step, ask: Ask, own: Moment, other: Moment) -> bool:
    texts = (*(step.paper or step.text).values(), *(ask.paper or ask.text).values())
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
