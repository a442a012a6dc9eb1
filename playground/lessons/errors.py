"""The errors of this room."""

from collections.abc import Iterator
from contextlib import contextmanager

from playground.messages import Message, RefusalError


class LessonError(RefusalError):
    """A lesson, or an answer, that cannot be used; one line says where, and what was expected."""


class StepError(LessonError):
    """A step that cannot be played.

    `step` and `problem`: the step's id, and what is said of it without naming it.
    """

    def __init__(self, step: str, problem: str) -> None:
        self.step, self.problem = step, problem
        super().__init__(Message("step {id}: {problem}", id=step, problem=problem))


@contextmanager
def in_step(step: str) -> Iterator[None]:
    """Say in which step something was refused, by its id."""
    try:
        yield
    except RefusalError as error:
        raise StepError(step, error.message) from error


@contextmanager
def at(place: str) -> Iterator[None]:
    """Say at which place of a step something was refused."""
    try:
        yield
    except RefusalError as error:
        raise LessonError("{place}: {problem}", place=place, problem=error.message) from error
