"""A lesson played to its end beside the training, while it is being made: what can be played, and what cannot."""

from collections.abc import Generator

from msgspec import Struct
from msgspec.structs import replace

from playground.files import FileError
from playground.lessons.checking import CheckedStep, checking
from playground.lessons.decode import decode_lesson
from playground.lessons.draft import problem_step
from playground.lessons.errors import LessonError, StepError
from playground.training.commands.command import Kind
from playground.training.inspection import LESSON_CHECK
from playground.training.jobs import Job
from playground.training.session import TrainingSession


class LessonCheck(Struct, frozen=True):
    """How far a lesson has been played.

    Attributes
    ----------
    number
        Told by whoever asked, to know it again.
    checked
        The steps that can be played, from the first on.
    problem
        What cannot be, one line; empty as far as all is well.
    step
        The number of the step with the problem, from 0; None where it is the lesson's own.
    done
        Whether it is over, well or not.
    """

    number: int
    checked: tuple[CheckedStep, ...] = ()
    problem: str = ""
    step: int | None = None
    done: bool = False


class LessonCheckJob(Job[LessonCheck]):
    """Plays a lesson in a session of its own; a `Job`. Parameters are as of `CheckLesson`."""

    def __init__(self, text: str, place: str, number: int) -> None:
        super().__init__(self._playing(text, place), LessonCheck(number), "lesson")

    def refused(self, problem: str) -> LessonCheck:
        """Return what tells a problem, unexpected ones too."""
        return replace(self.result, problem=problem, done=True)

    def _playing(self, text: str, place: str) -> Generator[LessonCheck | None, None, LessonCheck]:
        try:
            lesson = decode_lesson(text.encode(), "lesson")
        except FileError as error:
            return replace(self.refused(error.message), step=problem_step(str(error.message)))
        ids = [step.id for step in lesson.steps]
        try:
            for turn in checking(lesson, place):
                yield None if turn is None else replace(self.result, checked=(*self.result.checked, turn))
        except StepError as error:
            return replace(self.refused(error.problem), step=ids.index(error.step))
        except LessonError as error:
            return self.refused(error.message)
        return replace(self.result, done=True)


def _check(session: TrainingSession, text: str, place: str = "", number: int = 0) -> None:
    """Play the lesson of a text beside the training, in place of the one before: the job ``"lesson_check"``.

    Parameters
    ----------
    place
        The name of the lesson's file; empty while it has none.
    number
        By which its result is known again.
    """
    session.jobs.start(LESSON_CHECK, LessonCheckJob(text, place, number))


CheckLesson = Kind(_check)
