"""Answers from a file, judged against a lesson that is played from its start."""

from collections.abc import Mapping
from typing import Any

from playground.lessons.checking import played
from playground.lessons.errors import LessonError
from playground.lessons.lesson import Lesson
from playground.lessons.questions import Verdict, judge
from playground.messages import Message


def judged(lesson: Lesson, place: str, answers: Mapping[str, Any], where: str) -> list[tuple[str, Verdict]]:
    """Judge answers by the ids of their steps.

    Parameters
    ----------
    place
        The name of the lesson's file; empty for one of the course.
    where
        The name of the answers' file, for a message.

    Returns
    -------
    list of (str, Verdict)
        For every question of the lesson; one that was not answered, or whose answer cannot be read, is not right.

    Raises
    ------
    LessonError
        If an answer belongs to no question of this lesson, or the lesson cannot be played.
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
