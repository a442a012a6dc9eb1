"""A lesson while it is being made: perhaps not playable yet, and changed one step at a time; nothing of it runs."""

import os
import re
from pathlib import Path
from typing import Any

import msgspec

from playground.files import CsvSource, Experiment, FileError, IdxSource, read_preset
from playground.files.decoding import BYTE_ORDER_MARK, convert, parse_json, plain
from playground.files.disk import read_bounded, write_atomically
from playground.files.presets import preset_paths
from playground.lessons.decode import MAX_BYTES, MAX_STEPS, SCHEMA_VERSION, encode_lesson
from playground.lessons.deeds import DEEDS, with_settings
from playground.lessons.errors import LessonError
from playground.lessons.lesson import Ask, Lesson, Show, Start, Step
from playground.lessons.questions import QUESTIONS
from playground.lessons.states import opened

FIRST_PRESET = "by_hand"
SECTIONS = ("data", "network", "training")
STEP = re.compile(r"(?:^|: )steps\[(\d+)\]")


def new_lesson() -> Lesson:
    """Return a lesson with one step that says nothing yet."""
    return Lesson(SCHEMA_VERSION, "my_lesson", {}, Start(preset=FIRST_PRESET, example=1), (Step("step_1", {}),), 5)


def read_draft(path: str | os.PathLike[str]) -> Lesson:
    """Read a lesson's file that may not be playable yet.

    Raises `FileError` if it is no lesson at all.
    """
    where = os.fspath(path)
    raw = parse_json(read_bounded(where, MAX_BYTES).removeprefix(BYTE_ORDER_MARK), where)
    lesson = convert(raw, Lesson, where)
    if not 1 <= len(lesson.steps) <= MAX_STEPS:
        raise FileError(
            "{where}: steps: {count} steps; expected 1 to {most}", where=where, count=len(lesson.steps), most=MAX_STEPS
        )
    return lesson


def write_draft(path: str | os.PathLike[str], lesson: Lesson) -> None:
    """Write a lesson's file, playable or not.

    Raises `FileError` if it cannot be written, or would be too large to be read again.
    """
    content = encode_lesson(lesson)
    if len(content) > MAX_BYTES:
        raise FileError(
            "{path}: {count} bytes; a lesson has at most {most}; shorten it",
            path=os.fspath(path),
            count=len(content),
            most=MAX_BYTES,
        )
    write_atomically(path, content)


# Steps


def with_step(lesson: Lesson, index: int, step: Step) -> Lesson:
    """Return a lesson with another step in the place of one."""
    return _with_steps(lesson, (*lesson.steps[:index], step, *lesson.steps[index + 1 :]))


def added(lesson: Lesson, index: int, step: Step | None = None) -> Lesson:
    """Return a lesson with a step more, an empty one or a copy, at a place.

    Raises `LessonError` if it has as many as it can have.
    """
    if len(lesson.steps) >= MAX_STEPS:
        raise LessonError("a lesson has at most {most} steps; begin another lesson", most=MAX_STEPS)
    new = Step(_free_id(lesson), {}) if step is None else msgspec.structs.replace(step, id=_free_id(lesson))
    return _with_steps(lesson, (*lesson.steps[:index], new, *lesson.steps[index:]))


def removed(lesson: Lesson, index: int) -> Lesson:
    """Return a lesson without a step; the last one stays."""
    if len(lesson.steps) == 1:
        return lesson
    return _with_steps(lesson, (*lesson.steps[:index], *lesson.steps[index + 1 :]))


def moved(lesson: Lesson, index: int, by: int) -> Lesson:
    """Return a lesson with a step further on, or back; at its end where there is no more room."""
    steps = list(lesson.steps)
    steps.insert(max(0, index + by), steps.pop(index))
    return _with_steps(lesson, tuple(steps))


def with_hidden(step: Step, cell: str) -> Step:
    """Return a step that hides a cell, or no more; the first one hidden is what is asked for."""
    ask = step.ask or Ask("number")
    hide = tuple(name for name in ask.hide if name != cell) if cell in ask.hide else (*ask.hide, cell)
    answer = ask.answer
    kind = QUESTIONS.get(ask.kind)
    if kind is not None and "answer" not in kind.keys:
        answer = ""
    elif not answer or answer in ask.hide:
        answer = answer if answer in hide else hide[0] if hide else ""
    return msgspec.structs.replace(step, ask=msgspec.structs.replace(ask, hide=hide, answer=answer))


def _with_steps(lesson: Lesson, steps: tuple[Step, ...]) -> Lesson:
    return msgspec.structs.replace(lesson, steps=steps)


def _free_id(lesson: Lesson) -> str:
    number = len(lesson.steps) + 1
    while lesson.step(f"step_{number}") is not None:
        number += 1
    return f"step_{number}"


# What is shown, as a step


def recorded_start(lesson: Lesson, experiment: Experiment) -> Lesson:
    """Return a lesson that begins with an experiment: the preset nearest to it, and the settings that differ.

    Raises `LessonError` or `FileError` if its data are a file's, which a lesson does not hold.
    """
    preset = min(preset_paths(), key=lambda name: (_distance(read_preset(name), experiment), name))
    start = Start(preset=preset, example=lesson.start.example, set=settings_between(read_preset(preset), experiment))
    return msgspec.structs.replace(lesson, start=start)


def recorded_step(lesson: Lesson, index: int, show: Show, experiment: Experiment, folder: Path | None) -> Lesson:
    """Return a lesson one of whose steps shows what is shown, and sets what was set since the step before.

    Raises `LessonError` or `FileError` if the settings cannot be had from those of the step before.

    `folder`: of the lesson's file; None while it has none.
    """
    step = lesson.steps[index]
    do = {name: value for name, value in step.do.items() if name != "set"}
    before = settings_before(lesson, index, folder)
    if before is not None and "preset" not in do:
        settings = settings_between(before, experiment)
        do = {"set": settings, **do} if settings else do
    return with_step(lesson, index, msgspec.structs.replace(step, show=show, do=do))


def settings_before(lesson: Lesson, index: int, folder: Path | None = None) -> Experiment | None:
    """Return the settings in which a step begins, before it does anything; None where they cannot be told."""
    start = lesson.start
    if start.chain or not (start.preset or (start.experiment and folder is not None)):
        return None
    experiment = with_settings(opened(start, folder or Path()).experiment, start.set)
    for step in lesson.steps[:index]:
        for name, value in step.do.items():
            experiment = DEEDS[name].settings(experiment, value)
    return experiment


def settings_between(before: Experiment, after: Experiment) -> dict[str, Any]:
    """Return the settings that lead from one experiment to another, by their paths.

    Raises `LessonError` or `FileError` if settings alone do not.
    """
    one, other = settings_of(before), settings_of(after)
    paths = (*other, *sorted(one.keys() - other.keys()))
    found = {path: other.get(path) for path in paths if one.get(path) != other.get(path)}
    if "data.source" in found and isinstance(after.data.source, CsvSource | IdxSource):
        raise LessonError(
            "the data are a file's; save the experiment beside the lesson (File ▸ Save session as, .json), and name "
            "that file under Start"
        )
    with_settings(before, found)  # whether they can be set, one by one
    return found


def settings_of(experiment: Experiment) -> dict[str, Any]:
    """Return the settings of an experiment by their paths."""
    raw = plain(experiment)
    values = ((section, key, value) for section in SECTIONS for key, value in raw[section].items())
    return {f"{section}.{key}": value for section, key, value in values if key != "initial"}


def _distance(preset: Experiment, experiment: Experiment) -> int:
    one, other = settings_of(preset), settings_of(experiment)
    return sum(one.get(path) != other.get(path) for path in one.keys() | other.keys())


def problem_step(problem: str) -> int | None:
    """Return the number of the step that a refusal of the decoder is about, from 0; None where it is about none."""
    found = STEP.search(problem)
    return int(found[1]) if found else None
