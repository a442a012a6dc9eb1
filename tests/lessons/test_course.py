from pathlib import Path

import pytest

from playground.lessons.checking import check, played
from playground.lessons.course import COURSE, course, course_lesson, lesson_folder
from playground.lessons.errors import LessonError
from playground.lessons.questions import wrong_answers
from playground.messages import LANGUAGES
from tests.lessons.conftest import lesson_of

WORDS = 60
SHIPPED = sorted(path.stem for path in lesson_folder().glob("*.json"))


def test_every_file_is_a_lesson_of_the_course():
    assert set(SHIPPED) == set(COURSE)


def test_it_is_long_enough_and_meets_every_worked_example_and_every_misconception():
    lessons = course()
    assert len(lessons) >= 17
    assert sum(len(lesson.questions) for lesson in lessons) >= 60
    steps = [step for lesson in lessons for step in lesson.steps]
    assert {number for step in steps for number in step.examples} == set(range(1, 24))
    assert {number for step in steps for number in step.misconceptions if step.ask} == set(range(1, 13))


def test_the_readme_says_where_each_of_them_is():
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    for kind in ("examples", "misconceptions"):
        for lesson in course():
            for step in lesson.steps:
                for number in getattr(step, kind):
                    rows = [line for line in readme.splitlines() if line.startswith(f"| {kind[:-1]} {number} ")]
                    assert len(rows) == 1, (kind, number)
                    assert f"{lesson.id}: {step.id}" in rows[0]


@pytest.mark.parametrize("lesson_id", SHIPPED)
def test_every_lesson_can_be_played_to_its_end(lesson_id):
    lesson = course_lesson(lesson_id)
    assert lesson.id == lesson_id
    assert [step.id for step in check(lesson)] == [step.id for step in lesson.steps]


@pytest.mark.parametrize("lesson_id", SHIPPED)
def test_every_wrong_answer_of_a_lesson_is_wrong_and_is_told_from_the_others(lesson_id):
    for play, step in played(course_lesson(lesson_id)):
        if step.ask is not None and step.ask.wrong:
            found = {slip: value for value, slip in wrong_answers(step.ask, play.names()) if slip.startswith("lesson:")}
            assert len(found) == len(step.ask.wrong), step.id
            assert len({str(value) for value in found.values()}) == len(found), step.id


@pytest.mark.parametrize("lesson_id", SHIPPED)
def test_a_lesson_is_short(lesson_id):
    lesson = course_lesson(lesson_id)
    assert 3 <= len(lesson.questions) <= 6
    long = [
        (step.id, language)
        for step in lesson.steps
        for language in LANGUAGES
        if len(step.text[language].split()) > WORDS
    ]
    assert long == []
    assert set(lesson.after) <= set(COURSE[: COURSE.index(lesson_id)])


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ({"ask": {"kind": "number", "answer": "W[1]"}}, "it gives 4 numbers"),
        ({"ask": {"kind": "number", "answer": "1/0"}}, "no finite number"),
        ({"ask": {"kind": "number", "answer": "nothing"}}, "there is no nothing"),
        ({"ask": {"kind": "number", "answer": "m", "hide": ["dW[9]"]}}, r"there is no dW\[9\]"),
        ({"show": {"light": ["dW[1][9,9]"]}}, "no place"),
        ({"show": {"phase": "dX 1"}}, "show.phase: there is no dX 1"),
        ({"until": {"train_cost": "< 0"}}, "the goal train_cost < 0 was not reached"),
        ({"do": {"weights": {"W[7][1,1]": 1}}}, "there is no such layer"),
        ({"do": {"set": {"training.learning_rate": -1}}}, "out of range"),
        (
            {"ask": {"kind": "number", "answer": "m", "wrong": [{"value": "m", "say": {"en": "no"}}]}},
            "happens to be right",
        ),
        (
            {"ask": {"kind": "choice", "answer": "m", "choices": [{"text": {"en": "a"}, "value": v} for v in "78"]}},
            "none of the choices is right",
        ),
    ],
)
def test_a_step_that_cannot_be_played_is_named(step, told, monkeypatch):
    monkeypatch.setattr("playground.lessons.checking.MOST_SECONDS", 0.5)
    with pytest.raises(LessonError, match=rf"^step s1: .*{told}"):
        list(check(lesson_of({}, step)))
