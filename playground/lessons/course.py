"""The course: the lessons that come with the program, in their order."""

from itertools import pairwise
from pathlib import Path

from playground.files.disk import read_bounded
from playground.files.errors import FileError, allowed_names
from playground.files.sources import folder
from playground.lessons.decode import MAX_BYTES, decode_lesson
from playground.lessons.lesson import Lesson
from playground.messages import LANGUAGES

COURSE: tuple[str, ...] = (
    "a_network_learns",
    "one_neuron",
    "gates",
    "chain_rule",
    "jacobians",
    "forward",
    "cost",
    "one_weight",
    "all_weights",
    "the_update",
    "again_and_smaller",
    "checking",
    "hidden_layer",
    "a_curve",
    "what_goes_wrong",
    "fitting_too_well",
    "your_own_table",
    "next_step",
)
"""The ids, which are the stems of the files."""


def following(lesson_id: str) -> str | None:
    """Return the lesson of the course that comes after one; None after the last, and for one that is not of it."""
    return dict(pairwise(COURSE)).get(lesson_id)


def lesson_folder() -> Path:
    return folder("presets") / "lessons"


def course() -> tuple[Lesson, ...]:
    """Read all lessons of the course, in order.

    Raises `FileError` if one of the program's own files is damaged.
    """
    return tuple(map(course_lesson, COURSE))


def course_lesson(lesson_id: str) -> Lesson:
    """Read one lesson of the course.

    Raises `FileError` if there is none of this id; the message lists those there are.
    """
    if lesson_id not in COURSE:
        raise FileError(
            "{lesson_id} is no lesson of the course; {known}",
            lesson_id=lesson_id,
            known=allowed_names(lesson_id, COURSE),
        )
    path = lesson_folder() / f"{lesson_id}.json"
    return decode_lesson(read_bounded(path, MAX_BYTES), path.name, languages=tuple(LANGUAGES))
