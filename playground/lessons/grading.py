"""A class's sessions judged: each answer from the weights stored at its step; nothing written in a file is trusted."""

from pathlib import Path

import numpy as np
from msgspec import Struct

from playground.data import DataError
from playground.data.reasons import system_reason
from playground.files.decoding import experiment_from
from playground.files.errors import FileError
from playground.files.presets import read_preset
from playground.files.recognition import SUFFIX, is_session
from playground.lessons.checking import ANY_PRESET
from playground.lessons.course import COURSE, course_lesson
from playground.lessons.decode import decode_lesson, encode_lesson
from playground.lessons.draft import settings_before, settings_of
from playground.lessons.errors import LessonError
from playground.lessons.lesson import Lesson, Step
from playground.lessons.locks import is_locked
from playground.lessons.play import Play, names_at
from playground.lessons.questions import judge
from playground.lessons.record import Answered, Record, State, decode_record
from playground.lessons.states import restore, without_folders
from playground.messages import Message, RefusalError
from playground.training.saved.jobs import read_memory
from playground.training.session import TrainingSession
from playground.training.session_memory import SessionMemory

TOLERANCE = 1e-6
"""By which stored numbers may differ from those computed again, on another machine."""
MOST_FILES = 2_000


class Grade(Struct, frozen=True):
    """What one file came to.

    Attributes
    ----------
    lesson
        The id of the lesson; empty where there is none.
    right, asked
        Questions answered rightly at last, and asked in all.
    goals
        By the ids of their steps, whether each is reached.
    tampered
        Whether what the file claims contradicts what is computed again from its weights.
    problem
        Why the file is not judged; empty where it is.
    """

    file: str
    lesson: str = ""
    right: int = 0
    asked: int = 0
    goals: tuple[tuple[str, bool], ...] = ()
    tampered: bool = False
    problem: str = ""


def grade_folder(folder: Path, lesson: Lesson | None = None, place: str = "") -> list[Grade]:
    """Judge every file of a folder, by name.

    Raises `FileError` if there is no such folder, or it holds too much.

    Parameters
    ----------
    lesson
        The one that was given out; without it, each file's own if it is of the course.
    place
        The name of its file; empty for one of the course.
    """
    try:
        files = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    except OSError as error:
        raise FileError(
            "{folder}: a folder of sessions ({suffix}) was expected: {reason}",
            folder=str(folder),
            suffix=SUFFIX,
            reason=system_reason(error),
        ) from error
    if not any(path.suffix.lower() == SUFFIX for path in files):
        raise FileError(
            "{folder}: no session ({suffix}) in it; choose the folder with the students' files",
            folder=str(folder),
            suffix=SUFFIX,
        )
    if len(files) > MOST_FILES:
        raise FileError(
            "{folder}: {count:,} files; at most {most:,} are graded at once; grade a part of them",
            folder=str(folder),
            count=len(files),
            most=MOST_FILES,
        )
    return [_graded(path, lesson, place) for path in files]


def _graded(path: Path, lesson: Lesson | None, place: str) -> Grade:
    try:
        return grade_file(path, lesson, place)
    except (RefusalError, ValueError) as error:
        problem = error.message if isinstance(error, RefusalError) else Message("{problem}", problem=str(error))
    except Exception as error:  # the last resort: whatever is in one file, the others are judged
        problem = Message("{file}: cannot be judged ({kind})", file=path.name, kind=type(error).__name__)
    return Grade(path.name, problem=problem)


def grade_file(path: Path, lesson: Lesson | None = None, place: str = "") -> Grade:
    """Judge one session.

    Raises `FileError`, `DataError` or `LessonError` if it is no session, or none of this lesson.
    """
    if not is_session(path):
        raise FileError("{file}: no session ({suffix})", file=path.name, suffix=SUFFIX)
    return grade_memory(read_memory(str(path)), path.name, lesson, place)


def grade_memory(memory: SessionMemory, file: str, lesson: Lesson | None = None, place: str = "") -> Grade:
    """Judge what was read from a session's file.

    Raises `FileError`, `DataError` or `LessonError` if it is none of this lesson.
    """
    if not memory.lesson:
        raise LessonError("{file}: a session without a lesson", file=file)
    record = decode_record(memory.lesson, file)
    given = lesson or _of_course(record, file)
    session = TrainingSession.from_memory(memory)
    asked, goals = given.questions, [step for step in given.steps if step.until]
    folder = Path(place).parent
    judged = [_answer_holds(session, given, folder, step, record.at(step.id)) for step in asked]
    reached = [_goal_holds(session, given, folder, step, record) for step in goals]
    claims = [record.at(step.id).right for step in asked] + [record.has_reached(step.id) for step in goals]
    tampered = claims != [right for right, _ in judged] + reached or not all(honest for _, honest in judged)
    return Grade(
        file,
        given.id,
        sum(right for right, _ in judged),
        len(asked),
        tuple((step.id, holds) for step, holds in zip(goals, reached, strict=True)),
        tampered
        or not _same_lesson(record, given)
        or not _speaks_of(given, folder, record)
        or not _began_there(given, place, record),
    )


def _of_course(record: Record, where: str) -> Lesson:
    theirs = decode_lesson(record.lesson.encode(), where)
    if theirs.id not in COURSE:
        raise LessonError(
            "{file}: its lesson {lesson} is none of the course; name the lesson's file by --lesson",
            file=where,
            lesson=theirs.id,
        )
    return course_lesson(theirs.id)


def _same_lesson(record: Record, given: Lesson) -> bool:
    try:
        return encode_lesson(decode_lesson(record.lesson.encode(), "lesson")) == encode_lesson(given)
    except FileError:
        return False


def _speaks_of(given: Lesson, folder: Path, record: Record) -> bool:
    """Whether a record names steps of the lesson alone, each once, and nothing is other than a step locks it."""
    answered, reached = [each.step for each in record.answered], [each.step for each in record.reached]
    asked, goals = {step.id for step in given.questions}, {step.id for step in given.steps if step.until}
    return (
        0 <= record.step < len(given.steps)
        and len({*answered}) == len(answered)
        and len({*reached}) == len(reached)
        and asked.issuperset(answered)
        and goals.issuperset(reached)
        and all(_is_as_locked(given, folder, step, state) for step, state in record.states)
    )


def _is_as_locked(given: Lesson, folder: Path, step_id: str, state: State) -> bool:
    """Whether the settings that nobody could change since the lesson opened them are as it opened them."""
    end = (given.step(step_id) or 0) + 1
    opened = max((index for index in range(end) if "preset" in given.steps[index].do), default=0)
    locked = frozenset.intersection(*(frozenset(step.lock) for step in given.steps[opened:end]))
    if not locked or (before := settings_before(given, end, folder)) is None:
        return True
    try:
        found = experiment_from(state.experiment, "lesson")
    except FileError:
        return False
    one, other = (settings_of(without_folders(experiment)) for experiment in (before, found))
    return all(one.get(path) == other.get(path) for path in one.keys() | other.keys() if is_locked(path, locked))


def _answer_holds(
    session: TrainingSession, lesson: Lesson, folder: Path, step: Step, answered: Answered
) -> tuple[bool, bool]:
    """Return whether the last answer is right, and whether every verdict that was kept is the one it should be."""
    if not answered.tries or answered.state is None or step.ask is None:
        return False, not answered.right
    try:
        restore(session, answered.state, lesson, folder)
        names = names_at(session, lesson, step)
        right = judge(step.ask, names, answered.tries[-1].value).right
    except (RefusalError, ValueError):
        return False, False
    # Earlier answers were given at states that are not kept: only what is claimed of them can contradict itself.
    return right, right == answered.tries[-1].right and not any(each.right for each in answered.tries[:-1])


def _goal_holds(session: TrainingSession, lesson: Lesson, folder: Path, step: Step, record: Record) -> bool:
    reached = next((reached for reached in record.reached if reached.step == step.id), None)
    if reached is None:
        return False
    try:
        restore(session, reached.state, lesson, folder)
        names = names_at(session, lesson, step)
        return all(names.holds(formula, wish) for formula, wish in step.until.items())
    except (RefusalError, ValueError):
        return False


def _began_there(given: Lesson, place: str, record: Record) -> bool:
    """Whether the start that was kept is the one that the lesson opens."""
    if record.begun is None:
        return False
    try:
        play = Play.begin(TrainingSession(read_preset(ANY_PRESET)), encode_lesson(given).decode(), place)
    except (RefusalError, DataError):
        return True  # its file is not here: nothing can be said against it
    begun = play.record.begun
    assert begun is not None, "a lesson that was begun has a start"
    try:
        ours, theirs = (without_folders(experiment_from(state.experiment, "lesson")) for state in (begun, record.begun))
        one, other = (np.frombuffer(state.parameters) for state in (begun, record.begun))
    except (FileError, ValueError):  # it is no experiment, or so many bytes make no numbers
        return False
    return (
        ours == theirs
        and begun.formula == record.begun.formula
        and one.shape == other.shape
        and bool(np.allclose(one, other, rtol=TOLERANCE, atol=TOLERANCE))
    )
