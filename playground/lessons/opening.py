"""A teacher's own lesson, opened like any file: its first step begins with what it names."""

from collections.abc import Collection, Generator
from pathlib import Path

from playground.files import FileError, read_preset
from playground.files.reach import check_reach
from playground.lessons.checking import ANY_PRESET
from playground.lessons.decode import encode_lesson, read_lesson
from playground.lessons.errors import LessonError
from playground.lessons.lesson import Lesson
from playground.lessons.play import Play
from playground.lessons.states import opened
from playground.messages import RefusalError
from playground.training.commands import AT_ONCE_SECONDS
from playground.training.commands.command import Kind
from playground.training.saved import OPEN
from playground.training.saved.jobs import Begin, OpenJob
from playground.training.session import TrainingSession

READ = 0.1
"""Of the whole time, about what it takes to read a lesson's own file."""


def lesson_session(path: str) -> TrainingSession:
    """Return a session in which the lesson of a file has begun.

    Raises `FileError`, `DataError`, `TrainingError` or `LessonError` if it is no lesson, or its start cannot be opened.
    """
    session = TrainingSession(read_preset(ANY_PRESET))
    _play(session, path)
    return session


def check_lesson(path: str, known: Collection[Path] | None = None) -> Lesson:
    """Return a lesson from a file whose start can be reached.

    Raises
    ------
    FileError
        If it is no lesson, or its start is none.
    FarFilesError
        If its start names data that are not beside it; `known` as in `OpenJob`.
    """
    lesson = read_lesson(path)
    if lesson.start.experiment and known is not None:
        folder = Path(path).parent
        try:
            target = opened(lesson.start, folder)
        except FileError as error:
            raise FileError("{file}: start: {problem}", file=path, problem=error.message) from error
        check_reach(target.experiment, folder, path, known)
    return lesson


def _play(session: TrainingSession, path: str) -> None:
    lesson = read_lesson(path)
    try:
        Play.begin(session, encode_lesson(lesson).decode(), str(Path(path).absolute())).keep()
    except RefusalError as error:
        raise LessonError("{file}: where it begins: {problem}", file=path, problem=error.message) from error


def _reading(path: str, known: Collection[Path] | None) -> Generator[float, None, Begin]:
    check_lesson(path, known)
    yield READ
    return lambda session: _play(session, path)


def _open(session: TrainingSession, path: str, number: int = 0, known: frozenset[Path] | None = None) -> None:
    """Open a lesson's file and begin with it, told as the opening of any other is."""
    session.jobs.start(OPEN, OpenJob(path, number, known, _reading), at_once=AT_ONCE_SECONDS)


OpenLesson = Kind(_open)
