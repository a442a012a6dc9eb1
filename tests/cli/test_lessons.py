import json

import pytest

from playground.lessons.course import course_lesson
from playground.lessons.decode import encode_lesson
from tests.lessons.conftest import lesson_of


@pytest.fixture
def own(here):
    lesson = lesson_of({"ask": {"kind": "number", "answer": "cost"}}, {"until": {"train_cost": "< 0.1"}})
    (here / "own.json").write_bytes(encode_lesson(lesson))
    return "own.json"


def test_a_lesson_is_played_to_its_end(run):
    result = run("lesson", "one_weight", "--check", "--json")
    assert result.code == 0
    lesson = course_lesson("one_weight")
    assert result.json["passed"] is True
    assert [(step["id"], step["question"]) for step in result.json["steps"]] == [
        (step.id, step.ask.kind if step.ask else None) for step in lesson.steps
    ]


def test_a_teachers_own_file(run, own):
    result = run("lesson", own, "--check")
    assert result.code == 0
    assert "all 2 steps can be played" in result.out


def test_a_lesson_that_cannot_be_played_names_the_step(run, here):
    lesson = lesson_of({}, {"ask": {"kind": "number", "answer": "dW[7][1,1]"}})
    (here / "bad.json").write_bytes(encode_lesson(lesson))
    result = run("lesson", "bad.json", "--check", "--json")
    assert result.code == 1
    assert result.json["passed"] is False
    assert "step s1" in result.err


def test_answers_are_judged(run, here, own):
    (here / "answers.json").write_text(json.dumps({"answers": {"s0": 5}}))
    result = run("lesson", own, "--answers", "answers.json", "--json")
    assert (result.code, result.json["right"], result.json["asked"]) == (0, 0, 1)
    assert result.json["answers"][0]["say"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("{", "answers.json: not JSON: it ends too early"),
        ("[]", "answers.json: a list is not allowed; an object in braces was expected"),
        ('{"answers": 3}', "answers: a whole number is not allowed; an object"),
        ('{"answers": {"s0": NaN}}', "not JSON: line 1, column 20"),
        ('{"answers": {}, "verdicts": {"s0": true}}', "verdicts: unknown key; known: answers"),
        ('{"answers": {"elsewhere": 3}}', "answers.elsewhere: made asks nothing there; known: s0"),
    ],
)
def test_a_file_of_answers_that_is_none(run, here, own, content, told):
    (here / "answers.json").write_text(content)
    result = run("lesson", own, "--answers", "answers.json")
    assert result.code == 2
    assert told in result.error


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("lesson", "one_weight"), "--check and --answers"),
        (("lesson", "nowhere", "--check"), "no lesson of the course"),
        (("lesson", "nowhere.json", "--check"), "no such file"),
        (("grade", "nowhere"), "a folder of sessions"),
    ],
)
def test_bad_usage_is_one_line(run, arguments, told):
    result = run(*arguments)
    assert result.code == 2
    assert told in result.error


def test_a_picture_shows_what_the_first_step_shows(run, here, qapp):
    lesson = lesson_of({"show": {"workspace": "backprop", "page": "walk"}})
    (here / "own.json").write_bytes(encode_lesson(lesson))
    assert run("screenshot", "own.json", "a.png", "--size", "900x600").code == 0
    assert (here / "a.png").stat().st_size > 10_000


@pytest.mark.parametrize("arguments", [("own.json",), ("screenshot", "own.json", "a.png"), ("train", "own.json")])
def test_a_bad_lesson_is_one_line_wherever_it_is_opened(run, own, here, arguments):
    text = (here / own).read_text("utf-8")
    (here / own).write_text(text.replace('"number"', '"guess"'), "utf-8")
    result = run(*arguments)
    assert result.code == 2
    assert ("own.json: a lesson, and" if arguments[0] == "train" else "own.json: steps[0].ask.kind") in result.error
