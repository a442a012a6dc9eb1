"""A lesson played to its end without a window: every state reached, every answer accepted, every wrong one refused."""

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from playground.files.errors import allowed_names
from playground.files.presets import read_preset
from playground.lessons.decode import encode_lesson, formulas_of
from playground.lessons.deeds import DEEDS
from playground.lessons.errors import LessonError, at, in_step
from playground.lessons.formulas import Names
from playground.lessons.lesson import Ask, Lesson, Step
from playground.lessons.names import ORDER
from playground.lessons.play import Play
from playground.lessons.questions import QUESTIONS, Verdict, judge, wrong_answers
from playground.messages import Message, RefusalError
from playground.training.session import TrainingSession

MOST_SECONDS = 60.0
"""For training until a goal is reached."""
SLICE_SECONDS = 0.2
OF_MATRICES = ("cell", "shape")
"""Kinds of questions whose answer is a formula for a matrix."""
ANY_PRESET = "xor"
"""What a session begins with before a lesson opens its own start."""


class CheckedStep(Struct, frozen=True):
    """A step that was played.

    `answer`: the right one; None where nothing is asked.
    """

    id: str
    question: str | None
    answer: Any


def check(lesson: Lesson, place: str = "") -> Iterator[CheckedStep]:
    """Play a lesson step by step.

    Raises `LessonError` if a step cannot be played as it should; it names the step.

    `place`: the name of the lesson's file; empty for one of the course.
    """
    return (step for step in checking(lesson, place) if step is not None)


def checking(lesson: Lesson, place: str = "") -> Iterator[CheckedStep | None]:
    """Play a lesson as `check` does, in turns of a fraction of a second: None is one that ended no step."""
    for turn in _turns(lesson, place):
        if turn is None:
            yield None
            continue
        play, step = turn
        with in_step(step.id):
            names = play.names()
            _check_sight(step, names)
            _check_formulas(step, names)
            answer = None
            if step.ask is not None:
                answer = _asked(step.ask, names)
                if not play.answer(answer).right:
                    raise LessonError("the right answer {answer} is not accepted", answer=str(answer))
        yield CheckedStep(step.id, step.ask.kind if step.ask else None, answer)


def played(lesson: Lesson, place: str = "") -> Iterator[tuple[Play, Step]]:
    """Enter the steps of a lesson one after the other, reaching the goal of each before the next.

    Raises `LessonError` if its start cannot be opened, or a step not be played; it says which.
    """
    return (turn for turn in _turns(lesson, place) if turn is not None)


def _turns(lesson: Lesson, place: str) -> Iterator[tuple[Play, Step] | None]:
    try:
        play = Play.opened(TrainingSession(read_preset(ANY_PRESET)), encode_lesson(lesson).decode(), place)
    except RefusalError as error:
        raise LessonError("start: {problem}", problem=error.message) from error
    for index, step in enumerate(lesson.steps):
        with in_step(step.id):
            play.enter(index)
        yield play, step
        with in_step(step.id):
            if step.until:
                yield from _reach(play, step)


def _check_sight(step: Step, names: Names) -> None:
    """Check that what is lit, hidden and looked at is there."""
    for place, cells in (("show.light", step.show.light), ("ask.hide", step.ask.hide if step.ask else ())):
        for name in cells:
            with at(place):
                names.array(name)
    phase, _, layer = step.show.phase.partition(" ")
    if phase and (f"{ORDER}_{phase}", int(layer) if layer.isdecimal() else 0) not in names.quantities:
        orders = sorted((name, layer) for name, layer in names.quantities if name.startswith(ORDER))
        known = [f"{name.removeprefix(f'{ORDER}_')} {layer or ''}".strip() for name, layer in orders]
        raise LessonError(
            "show.phase: there is no {phase} here; {known}",
            phase=step.show.phase,
            known=allowed_names(step.show.phase, known),
        )


def _check_formulas(step: Step, names: Names) -> None:
    """Check that the formulas of a step can be computed."""
    for place, formula in formulas_of(step):
        if formula:
            is_matrix = place == "ask.answer" and step.ask is not None and step.ask.kind in OF_MATRICES
            with at(place):
                names.array(formula) if is_matrix else names.value(formula)


def _asked(ask: Ask, names: Names) -> Any:
    """Return the right answer, after every usual wrong one was refused."""
    answer = QUESTIONS[ask.kind].answer(ask, names)
    rows = wrong_answers(ask, names)
    for value, _ in rows:
        if judge(ask, names, value).right:
            raise LessonError("the wrong answer {value} is accepted", value=str(value))
    if not rows and (ask.choices or ask.of):
        raise LessonError("every answer is right here; ask for something else")
    if ask.wrong and not any(slip.startswith("lesson") for _, slip in rows):
        raise LessonError("every wrong answer of the lesson happens to be right here")
    return answer


def _reach(play: Play, step: Step) -> Iterator[None]:
    """Do what the lesson says reaches its goal, then train until it is there."""
    for name, value in step.solve.items():
        DEEDS[name].do(play.session, value)
    session, spent = play.session, 0.0
    if not play.look_at_goal():
        session.start(())
    while not play.record.has_reached(step.id):
        if spent > MOST_SECONDS or not session.loop.running:
            wishes = ", ".join(f"{formula} {wish}" for formula, wish in step.until.items())
            raise LessonError("the goal {wishes} was not reached", wishes=wishes)
        session.advance(SLICE_SECONDS)
        spent += SLICE_SECONDS
        play.look_at_goal()
        yield
    session.pause()


def judged(lesson: Lesson, place: str, answers: Mapping[str, Any], where: str) -> list[tuple[str, Verdict]]:
    """Judge answers by the ids of their steps.

    Raises `LessonError` if an answer belongs to no question of this lesson, or the lesson cannot be played.

    A verdict for every question of the lesson; one that was not answered, or whose answer cannot be read, is not right.

    Parameters
    ----------
    place
        The name of the lesson's file; empty for one of the course.
    where
        The name of the answers' file, for a message.
    """
    questions = {step.id for step in lesson.questions}
    for step_id in answers:
        if step_id not in questions:
            raise LessonError(
                "{where}: answers.{step}: {lesson} asks nothing there; known: {known}",
                where=where,
                step=step_id,
                lesson=lesson.id,
                known=", ".join(sorted(questions)),
            )
    found: list[tuple[str, Verdict]] = []
    for play, step in played(lesson, place):
        if step.ask is None:
            continue
        if step.id not in answers:
            found.append((step.id, Verdict(False, Message("not answered"))))
            continue
        names = play.names()
        try:
            found.append((step.id, judge(step.ask, names, answers[step.id])))
        except LessonError as error:
            found.append((step.id, Verdict(False, error.message)))
    return found
