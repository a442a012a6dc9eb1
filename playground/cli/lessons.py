"""``playground lessons``, ``lesson`` and ``grade``: the course, a lesson played, students' files judged."""

import argparse
from pathlib import Path
from typing import Any

from msgspec import Struct

from playground.cli.command import FailedRunError, Parser, UsageError, add_json
from playground.cli.terminal import padded, say, say_json, translated
from playground.files import FileError
from playground.files.decoding import BYTE_ORDER_MARK, convert, parse_json
from playground.files.disk import read_bounded
from playground.files.errors import allowed_names
from playground.lessons.checking import check, judged
from playground.lessons.course import COURSE, course, course_lesson
from playground.lessons.errors import LessonError
from playground.lessons.grading import Grade, grade_folder
from playground.lessons.lesson import Lesson
from playground.lessons.opening import check_lesson
from playground.messages import Message

MAX_ANSWERS = 1_000_000
LESSON_HELP = Message("a lesson's id, or its file (.json)")


class GivenAnswers(Struct, frozen=True, forbid_unknown_fields=True):
    """A file of answers: what was answered, by the ids of the steps."""

    answers: dict[str, Any]


def list_arguments(parser: Parser) -> None:
    add_json(parser)


def list_lessons(options: argparse.Namespace) -> int:
    lessons = course()
    if options.json:
        rows = [
            {
                "id": lesson.id,
                "title": translated(lesson.name),
                "steps": len(lesson.steps),
                "questions": len(lesson.questions),
            }
            for lesson in lessons
        ]
        say_json({"lessons": rows})
        return 0
    width = max(len(lesson.id) for lesson in lessons)
    for number, lesson in enumerate(lessons, start=1):
        counts = Message(
            "{steps} {steps:step|steps}, {questions} {questions:question|questions}, {minutes} minutes",
            steps=len(lesson.steps),
            questions=len(lesson.questions),
            minutes=lesson.minutes,
        )
        say(f"{number:2}  {lesson.id:{width}}  {translated(lesson.name)} ({translated(counts)})")
    return 0


def lesson_arguments(parser: Parser) -> None:
    parser.add_argument("lesson", metavar="LESSON", help=LESSON_HELP)
    parser.add_argument("--check", action="store_true", help=Message("play it to its end, and say whether it can be"))
    parser.add_argument("--answers", metavar="FILE", help=Message("judge the answers in a file (.json)"))
    add_json(parser)


def one_lesson(options: argparse.Namespace) -> int:
    if options.check == bool(options.answers):
        raise UsageError("one of --check and --answers FILE was expected; see playground lesson --help")
    lesson, place = named_lesson(options.lesson)
    return _check(lesson, place, options) if options.check else _judge(lesson, place, options)


def named_lesson(text: str) -> tuple[Lesson, str]:
    """Return a lesson by its id or its file, and the file's name."""
    if text in COURSE:
        return course_lesson(text), ""
    if not text.lower().endswith(".json"):
        raise FileError(
            "{text}: no lesson of the course, and no .json file; {known}", text=text, known=allowed_names(text, COURSE)
        )
    return check_lesson(text, known=()), str(Path(text).absolute())


def _check(lesson: Lesson, place: str, options: argparse.Namespace) -> int:
    steps: list[dict[str, Any]] = []
    problem: LessonError | None = None
    try:
        for step in check(lesson, place):
            steps.append({"id": step.id, "question": step.question, "answer": step.answer})
            if not options.json:
                say(f"  {padded(step.id, 24)} {step.question or '':8} {'' if step.answer is None else step.answer}")
    except LessonError as error:
        problem = error
    if options.json:
        say_json({"passed": problem is None, "steps": steps})
    if problem is not None:
        raise FailedRunError("{lesson}: {problem}", lesson=options.lesson, problem=problem.message)
    if not options.json:
        say(
            Message(
                "{lesson}: all {count} {count:step|steps} can be played, every question can be answered",
                lesson=lesson.id,
                count=len(steps),
            )
        )
    return 0


def _judge(lesson: Lesson, place: str, options: argparse.Namespace) -> int:
    content = read_bounded(options.answers, MAX_ANSWERS).removeprefix(BYTE_ORDER_MARK)
    given = convert(parse_json(content, options.answers), GivenAnswers, options.answers)
    verdicts = judged(lesson, place, given.answers, options.answers)
    if options.json:
        say_json(
            {
                "lesson": lesson.id,
                "right": sum(verdict.right for _, verdict in verdicts),
                "asked": len(lesson.questions),
                "answers": [
                    {"id": step, "right": verdict.right, "say": translated(verdict.say)} for step, verdict in verdicts
                ],
            }
        )
        return 0
    for step, verdict in verdicts:
        word = translated(Message("right") if verdict.right else Message("wrong"))
        say(f"  {padded(step, 24)} {padded(word, 6)} {translated(verdict.say)}")
    return 0


def grade_arguments(parser: Parser) -> None:
    parser.add_argument("folder", metavar="FOLDER", help=Message("a folder of students' sessions (.playground)"))
    parser.add_argument("--lesson", metavar="FILE", help=Message("the lesson they were given, where it is your own"))
    add_json(parser)


def grade(options: argparse.Namespace) -> int:
    grades = grade_folder(Path(options.folder), *(named_lesson(options.lesson) if options.lesson else ()))
    if options.json:
        say_json({"students": [_plain(grade) for grade in grades]})
        return 0
    for grade in grades:
        if grade.problem:
            say(f"  {padded(grade.file, 28)} {translated(grade.problem)}")
            continue
        goals = " ".join(f"{'✓' if reached else '✗'} {name}" for name, reached in grade.goals)
        word = translated(Message("tampered")) if grade.tampered else ""
        say(f"  {padded(grade.file, 28)} {padded(grade.lesson, 20)} {grade.right}/{grade.asked}  {goals}  {word}")
    return 0


def _plain(grade: Grade) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "file": grade.file,
        "lesson": grade.lesson or None,
        "right": grade.right,
        "asked": grade.asked,
        "goals": [{"name": name, "reached": reached} for name, reached in grade.goals],
        "tampered": grade.tampered,
    }
    if grade.problem:
        plain["problem"] = translated(grade.problem)
    return plain
